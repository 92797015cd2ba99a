//! People's decisions about wordings, and what is only suggested.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use common::sets::Sets;
use evencost_core::compare::{Index, Kind, Nothing, Stems, carry_over, stale};
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use proptest::prelude::*;

fn anywhere(text: &str) -> Wording {
    Wording::anywhere(text)
}

fn headline(room: &Sets) -> String {
    room.compare(&Nothing).summary.counts.to_string()
}

#[test]
fn what_is_declared_the_same_is_the_same_and_so_is_what_follows() {
    let mut room = Sets::of(&[&[("Revenue growth", "user growth")], &[("User growth", "revenue")]]);
    assert_eq!(headline(&room), "1 may clash");
    room.declare(anywhere("turnover"), anywhere("the revenue"), true);
    assert_eq!(headline(&room), "1 may clash");
    room.declare(anywhere("REVENUE GROWTH"), anywhere("turnover"), true);
    assert_eq!(headline(&room), "1 head-on");
}

#[test]
fn wordings_that_folding_joins_can_be_told_apart() {
    let mut room = Sets::of(&[&[("Values", "speed")], &[("value", "speed")], &[("The values", "speed")]]);
    assert_eq!(headline(&room), "1 shared");
    room.declare(anywhere("values"), anywhere("value"), false);
    assert_eq!(headline(&room), "1 at the same price");
    // The third could be either; so it is asked about.
    let index = Index::new(&room.document);
    for division in [room.divisions[0], room.divisions[1]] {
        let comparison = index.compare(division, room.divisions[2], &Stems).expect("both are there");
        assert_eq!(comparison.summary.counts.to_string(), "1 at the same price");
        assert_eq!(comparison.suggested.to_string(), "1 shared");
    }
    assert!(index.sameness().contradictions().is_empty());
    room.declare(anywhere("the values"), anywhere("values"), true);
    let index = Index::new(&room.document);
    let kind = |a: usize, b: usize| {
        index.compare(room.divisions[a], room.divisions[b], &Stems).expect("both are there").relations[0].kind
    };
    assert_eq!((kind(0, 2), kind(1, 2)), (Kind::Shared, Kind::SamePrice));
}

#[test]
fn identical_words_can_be_told_apart_for_two_values() {
    let set: &[(&str, &str)] = &[("customers", "profit")];
    let mut room = Sets::of(&[set, set, set]);
    let [a, b, _] = room.values()[..] else { panic!("three values") };
    let within = |value| Wording { text: "Customer".into(), of: Some(value) };
    room.declare(within(a), within(b), false);
    assert_eq!(headline(&room), "1 at the same price");
    let comparison = room.compare(&Stems);
    assert!(comparison.suggestions.is_empty(), "nobody suggests what was rejected");
    // With the third either may be meant.
    let index = Index::new(&room.document);
    let [one, other, third] = room.divisions[..] else { panic!("three divisions") };
    let comparison = index.compare(one, third, &Stems).expect("both are there");
    assert_eq!(comparison.suggested.to_string(), "1 shared");
    let pair = comparison.suggestions[0].pair();
    assert!(pair.wordings().iter().any(|wording| wording.of == Some(a)));
    // Confirming it makes no difference to the second.
    room.append(SameGood { pair, same: true });
    let index = Index::new(&room.document);
    assert_eq!(index.summary(one, third).expect("there").counts.to_string(), "1 shared");
    assert_eq!(index.summary(other, third).expect("there").counts.to_string(), "1 at the same price");
    assert!(index.sameness().contradictions().is_empty());
}

#[test]
fn one_value_can_mean_something_else_by_words_that_elsewhere_mean_the_same() {
    let set: &[(&str, &str)] = &[("pace", "polish")];
    let mut room = Sets::of(&[&[("speed", "polish")], &[("speed", "polish")], set]);
    room.declare(anywhere("speed"), anywhere("pace"), true);
    room.declare(Wording { text: "speed".into(), of: Some(room.values()[0]) }, anywhere("pace"), false);
    let index = Index::new(&room.document);
    let counts =
        |a: usize, b: usize| index.summary(room.divisions[a], room.divisions[b]).expect("there").counts.to_string();
    assert_eq!(counts(0, 2), "1 at the same price");
    assert_eq!(counts(1, 2), "1 shared");
    assert!(index.sameness().contradictions().is_empty());
}

#[test]
fn decisions_that_cannot_all_hold_are_shown() {
    let mut room = Sets::of(&[&[("the A teams", "x")], &[("The C teams", "x")]]);
    room.declare(anywhere("a team"), anywhere("b team"), true);
    room.declare(anywhere("b team"), anywhere("c team"), true);
    assert!(Index::new(&room.document).sameness().contradictions().is_empty());
    room.declare(anywhere("c team"), anywhere("a team"), false);
    let index = Index::new(&room.document);
    let [contradiction] = index.sameness().contradictions() else { panic!("one") };
    assert_eq!(contradiction.apart, WordingPair::new(anywhere("a team"), anywhere("c team")));
    assert_eq!(
        contradiction.together,
        [
            WordingPair::new(anywhere("a team"), anywhere("b team")),
            WordingPair::new(anywhere("b team"), anywhere("c team")),
        ]
    );
    // Until people settle it, what was declared the same is.
    assert_eq!(headline(&room), "1 shared");
}

#[test]
fn a_wording_told_apart_from_itself_is_shown() {
    let mut room = Sets::of(&[&[("a", "x")], &[("a", "x")]]);
    room.declare(anywhere("a"), anywhere("a"), false);
    let index = Index::new(&room.document);
    assert!(index.sameness().contradictions()[0].together.is_empty());
}

#[test]
fn equal_stems_are_a_suggestion_until_somebody_says() {
    let mut room = Sets::of(&[&[("Collaboration", "focused work")], &[("focus work", "collaborating")]]);
    let comparison = room.compare(&Stems);
    assert_eq!(comparison.summary.counts.to_string(), "2 without counterpart");
    assert_eq!((comparison.summary.apart(), comparison.summary.together()), (None, None));
    assert_eq!(comparison.suggested.to_string(), "1 head-on");
    let line = comparison.relations.iter().find(|line| !line.confirmed).expect("one");
    assert_eq!(line.rests_on.len(), 2);
    assert_eq!(line.similarity(), None);
    assert!(line.question.starts_with("Do “"));
    // One confirmed, the other rejected.
    let pairs: Vec<WordingPair> = comparison.suggestions.iter().map(|suggestion| suggestion.pair()).collect();
    for pair in pairs {
        let same = pair.wordings()[0].text.starts_with("Coll");
        room.append(SameGood { pair, same });
    }
    let comparison = room.compare(&Stems);
    assert_eq!(comparison.summary.counts.to_string(), "1 may clash");
    assert!(comparison.suggestions.is_empty());
    assert_eq!(comparison.suggested.total(), 0);
}

#[test]
fn words_that_only_look_related_are_not_even_suggested() {
    for (a, b) in [("experience", "experiments"), ("integrity", "integration"), ("no meetings", "meetings")] {
        let comparison = Sets::of(&[&[(a, "x")], &[(b, "y")]]).compare(&Stems);
        assert!(comparison.suggestions.is_empty(), "{a} / {b}");
        assert_eq!(comparison.summary.counts.to_string(), "2 without counterpart");
    }
}

#[test]
fn two_wordings_are_suggested_once() {
    let set: &[(&str, &str)] = &[("working", "x"), ("work", "y")];
    assert_eq!(Sets::of(&[set, set]).compare(&Stems).suggestions.len(), 1);
}

#[test]
fn suggestions_never_join_what_was_declared_apart() {
    // Each of the two is near the third.
    let mut room = Sets::of(&[&[("innovation", "innovate")], &[("innovative", "x")]]);
    room.declare(anywhere("innovation"), anywhere("innovate"), false);
    let comparison = room.compare(&Stems);
    assert_eq!(comparison.suggestions.len(), 1);
}

#[test]
fn a_decision_whose_wording_is_gone_can_be_carried_over() {
    let mut room = Sets::of(&[&[("Revenue growth", "user growth")], &[("User growth", "revenue")]]);
    room.declare(anywhere("revenue growth"), anywhere("revenue"), true);
    assert!(stale(&room.document).is_empty());
    let value = room.values()[0];
    let edit = edit::set_side(&room.document, value, Place::Pursued, "Growth of revenue".into());
    apply(&mut room.document, edit);
    assert_eq!(headline(&room), "1 may clash");

    let [found] = &stale(&room.document)[..] else { panic!("one") };
    assert!(found.same);
    assert_eq!(found.gone[0].wording, anywhere("revenue growth"));
    assert_eq!(found.gone[0].candidates, ["Growth of revenue", "user growth"]);
    let edit = carry_over(&room.document, &found.pair, &found.gone[0].wording, &found.gone[0].candidates[0]);
    assert!(apply(&mut room.document, edit).skipped.is_empty());
    assert_eq!(headline(&room), "1 head-on");
    assert!(stale(&room.document).is_empty());
    assert_eq!(room.document.same_goods().count(), 1);
}

#[test]
fn what_has_most_words_in_common_is_offered_first() {
    let mut room =
        Sets::of(&[&[("growth", "team growth"), ("steady growth", "steady growth of revenue")], &[("x", "rest")]]);
    room.declare(anywhere("steady revenue growth"), anywhere("x"), true);
    let [found] = &stale(&room.document)[..] else { panic!("one") };
    assert_eq!(found.gone[0].candidates, ["steady growth of revenue", "steady growth", "growth"]);
}

#[test]
fn carrying_over_gives_way_to_a_decision_that_is_there() {
    let mut room = Sets::of(&[&[("x", "y")], &[("z", "y")]]);
    room.declare(anywhere("x"), anywhere("z"), false);
    room.declare(anywhere("old x"), anywhere("z"), true);
    let [found] = &stale(&room.document)[..] else { panic!("one") };
    let edit = carry_over(&room.document, &found.pair, &anywhere("old x"), "x");
    assert!(apply(&mut room.document, edit).skipped.is_empty());
    let decisions: Vec<bool> = room.document.same_goods().map(|row| row.same).collect();
    assert_eq!(decisions, [false]);
    // What has become one wording needs no decision.
    room.declare(anywhere("older x"), anywhere("x"), true);
    let pair = WordingPair::new(anywhere("older x"), anywhere("x"));
    let edit = carry_over(&room.document, &pair, &anywhere("older x"), "x");
    assert!(apply(&mut room.document, edit).skipped.is_empty());
    assert_eq!(room.document.same_goods().count(), 1);
    // Of a wording that it does not hold it knows nothing.
    let pair = room.document.same_goods().next().expect("one").pair.clone();
    assert!(carry_over(&room.document, &pair, &anywhere("q"), "x").is_empty());
}

#[test]
fn a_decision_about_one_value_is_stale_when_that_value_says_something_else() {
    let set: &[(&str, &str)] = &[("customers", "profit")];
    let mut room = Sets::of(&[set, set]);
    let value = room.values()[0];
    let within = Wording { text: "customers".into(), of: Some(value) };
    room.declare(within.clone(), anywhere("clients"), true);
    let gone = |room: &Sets| {
        stale(&room.document).into_iter().flat_map(|stale| stale.gone).map(|gone| gone.wording).collect::<Vec<_>>()
    };
    assert_eq!(gone(&room), [anywhere("clients")]);
    let edit = edit::set_side(&room.document, value, Place::Pursued, "users".into());
    apply(&mut room.document, edit);
    assert_eq!(gone(&room), [anywhere("clients"), within]);
}

proptest! {
    #[test]
    fn decisions_resolve_the_same_in_any_order_of_values(
        decisions in prop::collection::vec(("[a-d]s?", "[a-d]s?", any::<bool>(), 0..4usize), 0..8), swap: bool
    ) {
        let (one, other) = ([("aaa", "bbbs"), ("cccs", "ddd")], [("aaas", "ccc"), ("ddds", "bbb")]);
        let sets: [&[(&str, &str)]; 2] = [&one, &other];
        let mut room = Sets::of(&sets);
        let values = room.values();
        for (a, b, same, of) in decisions {
            let long = |text: &str| { let letter = &text[..1]; format!("{}{}", letter.repeat(3), &text[1..]) };
            let scope = |value: usize| (of == value).then(|| values[value]);
            let pair = WordingPair::new(Wording { text: long(&a), of: scope(0) }, Wording { text: long(&b), of: scope(2) });
            if room.document.same_good(&pair).is_none() {
                room.append(SameGood { pair, same });
            }
        }
        let counts = |document: &Document| {
            let index = Index::new(document);
            let counts = index.summary(room.divisions[0], room.divisions[1]).expect("there").counts;
            (counts, index.sameness().contradictions().to_vec())
        };
        let straight = counts(&room.document);
        let mut turned = room.document.clone();
        if swap {
            let edit = edit::move_to(&turned, List::Divisions, room.divisions[0].0, 1);
            apply(&mut turned, edit);
        }
        for &division in &room.divisions {
            let last = turned.order(List::Values(division))[1];
            let edit = edit::move_to(&turned, List::Values(division), last, 0);
            apply(&mut turned, edit);
        }
        prop_assert_eq!(straight, counts(&turned));
    }
}
