//! Deciding on a request.

use evencost_core::date;
use evencost_core::document::*;
use evencost_core::edit::{Edit, append, apply};
use evencost_core::id::{Ids, RaterId, Replica};
use evencost_core::weigh::{Filter, choices, decide, hide, overview, set_decision, settling_value};

fn asked() -> (Document, DecisionKey) {
    let mut ids = Ids::new(Replica::new(1));
    let mut document = Document::default();
    let key = DecisionKey { request: ids.fresh(), division: ids.fresh() };
    for row in [
        Row::from(Division::new(key.division, "People team")),
        Row::from(Request::new(key.request, "A new form", date::Date::MIN)),
    ] {
        let edit = append(&document, row);
        apply(&mut document, edit);
    }
    (document, key)
}

fn make(document: &mut Document, edit: Edit) {
    assert!(apply(document, edit).skipped.is_empty());
    assert_eq!(document.broken_invariant(), None);
}

#[test]
fn each_field_of_a_decision_can_be_the_first() {
    for field in [
        Field::DecisionOutcome(Outcome::Yes),
        Field::DecisionReason("We have time.".to_owned()),
        Field::DecisionTerms("Payroll".to_owned()),
    ] {
        let (mut document, key) = asked();
        let edit = set_decision(&document, key, field.clone());
        make(&mut document, edit);
        assert_eq!(document.row(&Key::Decision(key)).unwrap().field(field.name()), Some(field));
    }
}

#[test]
fn nothing_said_is_no_decision() {
    let (document, key) = asked();
    assert!(decide(&document, key, Outcome::Open).is_empty());
    assert!(set_decision(&document, key, Field::DecisionReason(String::new())).is_empty());
    assert!(set_decision(&document, key, Field::RequestTitle("Not a decision's".to_owned())).is_empty());
}

#[test]
fn another_answer_forgets_the_terms_and_keeps_the_reason() {
    let (mut document, key) = asked();
    for field in [
        Field::DecisionOutcome(Outcome::PassOn),
        Field::DecisionTerms("Payroll".to_owned()),
        Field::DecisionReason("They have the data.".to_owned()),
    ] {
        let edit = set_decision(&document, key, field);
        make(&mut document, edit);
    }
    let same = decide(&document, key, Outcome::PassOn);
    assert!(same.is_empty());
    let edit = decide(&document, key, Outcome::YesIf);
    make(&mut document, edit);
    let decision = document.decision(key).unwrap();
    assert_eq!((decision.outcome, &*decision.terms, &*decision.reason), (Outcome::YesIf, "", "They have the data."));
}

#[test]
fn the_table_tells_what_is_decided_from_what_is_open() {
    let (mut document, key) = asked();
    let count = |document: &Document, decided| {
        let mut table = overview(document, key.division);
        table.keep(document, key.division, &Filter { decided: Some(decided), ..Filter::default() });
        table.rows.len()
    };
    assert_eq!((count(&document, true), count(&document, false)), (0, 1));
    let edit = decide(&document, key, Outcome::No);
    make(&mut document, edit);
    assert_eq!((count(&document, true), count(&document, false)), (1, 0));
}

#[test]
fn each_question_offers_its_three_answers_in_words() {
    for place in Place::BOTH {
        let mut effects = choices(place).map(|(effect, _)| effect);
        effects.sort_unstable();
        assert_eq!(effects, [Effect::Minus, Effect::Zero, Effect::Plus]);
    }
    assert_eq!(choices(Place::Pursued)[0], (Effect::Plus, "serves"));
    assert_eq!(choices(Place::Cost)[0], (Effect::Minus, "spends"));
}

#[test]
fn the_value_that_settles_is_offered_where_it_says_what_was_decided_and_may_be_seen() {
    let (mut document, key) = asked();
    let mut ids = Ids::new(Replica::new(2));
    let value = ids.fresh();
    let raters: [RaterId; 2] = [ids.fresh(), ids.fresh()];
    let edit = append(&document, Value::new(value, key.division, "Speed", "polish"));
    make(&mut document, edit);
    let weigh = |document: &mut Document, rater: RaterId| {
        let edit = append(document, Rater { id: rater, name: String::new(), division: key.division, named: false });
        make(document, edit);
        let stance = Stance::open(StanceKey { request: key.request, value, rater });
        let row = Stance { pursued: Some(Effect::Plus), cost: Some(Effect::Minus), ..stance };
        let edit = append(document, row);
        make(document, edit);
    };
    weigh(&mut document, raters[0]);
    let edit = append(&document, Reveal { key });
    make(&mut document, edit);
    assert_eq!(settling_value(&document, key), None, "nothing is decided");
    let edit = decide(&document, key, Outcome::No);
    make(&mut document, edit);
    assert_eq!(settling_value(&document, key), None, "it says yes");
    let edit = decide(&document, key, Outcome::Yes);
    make(&mut document, edit);
    assert_eq!(settling_value(&document, key), Some(value));
    let edit = hide(&document, key);
    make(&mut document, edit);
    weigh(&mut document, raters[1]);
    assert_eq!(settling_value(&document, key), None, "people are blind until they reveal");
    let edit = append(&document, Reveal { key });
    make(&mut document, edit);
    assert_eq!(settling_value(&document, key), Some(value));
}
