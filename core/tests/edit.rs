//! Whatever people do to a document, its invariants hold and it can be taken back.
mod common;

use common::{ids, steps, today};
use evencost_core::document::*;
use evencost_core::edit::{self, Change, Edit, History, Obstacle, Visit, apply};
use evencost_core::id::DivisionId;
use proptest::prelude::*;

proptest! {
    #[test]
    fn invariants_hold_after_every_edit_and_undo_restores_each_state(steps in steps(0..60)) {
        let (mut document, mut ids, mut history) = (Document::default(), ids(), History::default());
        let mut states = Vec::new();
        for step in &steps {
            let Some(edit) = step.edit(&document, &mut ids) else { continue };
            let before = document.clone();
            let applied = history.apply(&mut document, edit, None);
            prop_assert_eq!(document.broken_invariant(), None);
            if applied.inverse.is_empty() {
                prop_assert_eq!(&before, &document);
            } else {
                states.push(before);
            }
        }
        let end = document.clone();
        for before in states.iter().rev() {
            let undone = history.undo(&mut document).expect("as many as were done");
            prop_assert!(undone.skipped.is_empty(), "{:?}", undone.skipped);
            prop_assert_eq!(before, &document);
        }
        prop_assert!(!history.can_undo());
        while let Some(redone) = history.redo(&mut document) {
            prop_assert!(redone.skipped.is_empty());
            prop_assert_eq!(document.broken_invariant(), None);
        }
        prop_assert_eq!(end, document);
    }

    #[test]
    fn undoing_after_somebody_elses_edits_keeps_the_invariants(ours in steps(1..30), theirs in steps(1..30)) {
        let (mut document, mut ids, mut history) = (Document::default(), ids(), History::default());
        for (our, their) in ours.iter().zip(&theirs) {
            if let Some(edit) = our.edit(&document, &mut ids) {
                history.apply(&mut document, edit, None);
            }
            if let Some(edit) = their.edit(&document, &mut ids) {
                apply(&mut document, edit);
            }
        }
        while history.undo(&mut document).is_some() {
            prop_assert_eq!(document.broken_invariant(), None);
        }
        while history.redo(&mut document).is_some() {
            prop_assert_eq!(document.broken_invariant(), None);
        }
    }

    #[test]
    fn removing_any_row_leaves_nothing_hanging(document in common::documents(), pick: prop::sample::Index) {
        let keys: Vec<Key> = document.keys().skip(1).collect();
        prop_assume!(!keys.is_empty());
        let mut without = document.clone();
        let key = &keys[pick.index(keys.len())];
        let applied = apply(&mut without, edit::remove(&document, key));
        prop_assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
        prop_assert!(!without.contains(key));
        prop_assert_eq!(without.broken_invariant(), None);
        apply(&mut without, applied.inverse);
        prop_assert_eq!(without, document);
    }
}

fn one_value() -> (Document, Value) {
    let (mut document, mut ids) = (Document::default(), ids());
    let division = Division::new(ids.fresh(), "People");
    let value = Value::new(ids.fresh(), division.id, "Speed", "polish");
    for edit in [edit::insert_after(division, None), edit::insert_after(value.clone(), None)] {
        assert!(apply(&mut document, edit).skipped.is_empty());
    }
    (document, value)
}

#[test]
fn typing_is_undone_a_visit_at_a_time() {
    let (mut document, value) = one_value();
    let mut history = History::default();
    let mut type_in = |document: &mut Document, text: &str, visit| {
        let edit = edit::set_side(document, value.id, Place::Cost, text.into());
        history.apply(document, edit, Some(Visit(visit)));
    };
    for (text, visit) in [("p", 1), ("po", 1), ("poise", 1), ("poise!", 2)] {
        type_in(&mut document, text, visit);
    }
    let cost = |document: &Document| document.value(value.id).map(|value| value.cost.text.clone());
    history.undo(&mut document);
    assert_eq!(cost(&document).as_deref(), Some("poise"));
    history.undo(&mut document);
    assert_eq!(cost(&document).as_deref(), Some("polish"));
    assert!(!history.can_undo());
    history.redo(&mut document);
    assert_eq!(cost(&document).as_deref(), Some("poise"));
}

#[test]
fn a_visit_that_leaves_everything_as_it_was_is_nothing_to_undo() {
    let (mut document, value) = one_value();
    let before = document.clone();
    let mut history = History::default();
    let visit = Some(Visit(1));
    let added = Value { id: evencost_core::id::ValueId(common::stranger()), ..value.clone() };
    for edit in [
        edit::append(&document, added.clone()),
        Edit::of(Change::Set {
            key: Key::Value(added.id),
            before: Field::ValueCost("polish".into()),
            after: Field::ValueCost(String::new()),
        }),
    ] {
        assert!(history.apply(&mut document, edit, visit).skipped.is_empty());
    }
    let removal = edit::remove(&document, &Key::Value(added.id));
    history.apply(&mut document, removal, visit);
    assert_eq!(document, before);
    assert!(!history.can_undo());

    // A value that was there before the visit comes back with its words.
    let emptied = edit::set_side(&document, value.id, Place::Cost, String::new());
    history.apply(&mut document, emptied, visit);
    let removal = edit::remove(&document, &Key::Value(value.id));
    history.apply(&mut document, removal, visit);
    history.undo(&mut document);
    assert_eq!(document, before);
}

#[test]
fn rewording_a_side_forgets_the_answer_to_the_reversal_test_and_undo_brings_it_back() {
    let (mut document, value) = one_value();
    let answer = Field::ValueReversal(Some(Reversal::RealChoice));
    let edit = edit::set(&document, Key::Value(value.id), answer.clone());
    apply(&mut document, edit);
    let edit = edit::set_side(&document, value.id, Place::Pursued, "Haste".into());
    let applied = apply(&mut document, edit);
    assert_eq!(document.value(value.id).map(|value| value.reversal), Some(None));
    apply(&mut document, applied.inverse);
    assert_eq!(document.row(&Key::Value(value.id)).and_then(|row| row.field(answer.name())), Some(answer));
}

#[test]
fn an_undo_that_meets_a_foreign_change_says_what_it_skipped() {
    let (mut document, value) = one_value();
    let mut history = History::default();
    let edit = edit::set_side(&document, value.id, Place::Pursued, "Haste".into());
    history.apply(&mut document, edit, None);
    let foreign = edit::set_side(&document, value.id, Place::Pursued, "Calm".into());
    apply(&mut document, foreign);
    let undone = history.undo(&mut document).expect("there is one");
    assert_eq!(undone.skipped.iter().map(|skipped| skipped.obstacle).collect::<Vec<_>>(), [Obstacle::Changed]);
    assert_eq!(document.value(value.id).map(|value| value.pursued.text.as_str()), Some("Calm"));
}

#[test]
fn changes_that_cannot_be_made_are_refused_with_the_reason() {
    let (mut document, value) = one_value();
    let missing = Division::new(DivisionId(common::stranger()), "Nobody");
    let hanging = Value { division: missing.id, id: evencost_core::id::ValueId(common::stranger()), ..value.clone() };
    let order = document.order(List::Divisions);
    let key = Key::Value(value.id);
    for (change, obstacle) in [
        (Change::Insert { row: value.clone().into(), predecessor: None }, Obstacle::Present),
        (Change::Insert { row: hanging.into(), predecessor: None }, Obstacle::Hanging),
        (Change::Remove { row: missing.into() }, Obstacle::Missing),
        (Change::Remove { row: Division::new(value.division, "People").into() }, Obstacle::Needed),
        (Change::Remove { row: Workspace::default().into() }, Obstacle::Needed),
        (Change::Order { list: List::Divisions, before: order.clone(), after: vec![] }, Obstacle::Malformed),
        (
            Change::Set {
                key: key.clone(),
                before: Field::ValuePursued("Speed".into()),
                after: Field::ValueCost(String::new()),
            },
            Obstacle::Malformed,
        ),
        (
            Change::Set {
                key: key.clone(),
                before: Field::DivisionName("x".into()),
                after: Field::DivisionName("y".into()),
            },
            Obstacle::Malformed,
        ),
        (
            Change::Set { key, before: Field::ValuePursued("Haste".into()), after: Field::ValuePursued("Calm".into()) },
            Obstacle::Changed,
        ),
    ] {
        let before = document.clone();
        let applied = apply(&mut document, Edit::of(change));
        assert_eq!(applied.skipped.first().map(|skipped| skipped.obstacle), Some(obstacle));
        assert_eq!(document, before);
    }
}

#[test]
fn removing_a_division_keeps_others_decisions_on_its_own_actions() {
    let (mut document, value) = one_value();
    let mut ids = evencost_core::id::Ids::new(evencost_core::id::Replica::new(8));
    let other = Division::new(ids.fresh(), "Sales");
    let request =
        Request { origin: Origin::Own(value.division), ..Request::new(ids.fresh(), "Close the intranet", today()) };
    let decision =
        Decision { outcome: Outcome::No, ..Decision::open(DecisionKey { request: request.id, division: other.id }) };
    let rows: [Row; 3] = [other.into(), request.clone().into(), decision.clone().into()];
    for row in rows {
        let edit = edit::append(&document, row);
        apply(&mut document, edit);
    }
    let edit = edit::remove(&document, &Key::Division(value.division));
    assert!(apply(&mut document, edit).skipped.is_empty());
    assert_eq!(document.request(request.id).map(|row| &row.origin), Some(&Origin::Incoming("People".into())));
    assert_eq!(document.decision(decision.key), Some(&decision));
}
