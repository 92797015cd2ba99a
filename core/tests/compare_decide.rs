//! What a relation hangs on, and what people say of it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use common::sets::Sets;
use evencost_core::compare::{Index, Kind, Nothing, Words, declare, tell_apart};
use evencost_core::document::*;
use evencost_core::edit::{self, Edit, apply};

fn headline(room: &Sets) -> String {
    room.compare(&Nothing).summary.counts.to_string()
}

fn run(room: &mut Sets, edit: Edit) {
    assert!(apply(&mut room.document, edit).skipped.is_empty());
}

/// Tells apart what the shared relation hangs on first.
fn tell_apart_what_is_shared(room: &mut Sets) {
    let comparison = room.compare(&Nothing);
    let shared =
        comparison.relations.iter().find(|relation| relation.kind == Kind::Shared).expect("something is shared");
    let edit = tell_apart(&room.document, shared.links()[0]);
    run(room, edit);
}

fn pair(a: &str, b: &str) -> WordingPair {
    WordingPair::new(Wording::anywhere(a), Wording::anywhere(b))
}

#[test]
fn a_relation_hangs_on_the_words_for_each_common_good() {
    let room = Sets::of(&[&[("Culture", "ease and pace")], &[("Pace", "the culture")]]);
    let [a, b] = room.values()[..] else { panic!("two values") };
    let comparison = room.compare(&Nothing);
    let words = |value, place, text| Words { value, place, text };
    let expected = [
        [words(a, Place::Pursued, "Culture"), words(b, Place::Cost, "the culture")],
        [words(a, Place::Cost, "pace"), words(b, Place::Pursued, "Pace")],
    ];
    assert_eq!(comparison.relations[0].links(), expected);
}

#[test]
fn steps_hang_on_the_words_where_the_two_chains_meet() {
    let room = Sets::of(&[&[("x", "m"), ("m", "y")], &[("Y", "n"), ("n", "X")]]);
    let [xm, my, yn, nx] = room.values()[..] else { panic!("four values") };
    let comparison = room.compare(&Nothing);
    let relation = &comparison.relations[0];
    assert_eq!(relation.kind, Kind::ReversedThroughOthers);
    let mut links = relation.links();
    links.sort_by_key(|[a, _]| a.place);
    let words = |value, place, text| Words { value, place, text };
    let expected = [
        [words(xm, Place::Pursued, "x"), words(nx, Place::Cost, "X")],
        [words(my, Place::Cost, "y"), words(yn, Place::Pursued, "Y")],
    ];
    assert_eq!(links, expected);
}

#[test]
fn what_has_no_counterpart_hangs_on_nothing() {
    let room = Sets::of(&[&[("a", "b")], &[("c", "d")]]);
    assert!(room.compare(&Nothing).relations.iter().all(|relation| relation.links().is_empty()));
}

#[test]
fn identical_words_are_told_apart_in_the_two_values_alone() {
    let set: &[(&str, &str)] = &[("Customers", "profit")];
    let mut room = Sets::of(&[set, &[("customers", "profit"), ("Customers", "pace")], set]);
    tell_apart_what_is_shared(&mut room);
    assert_eq!(headline(&room), "1 at the same price, 1 without counterpart");
    let [a, b] = room.values()[..2] else { panic!("values") };
    let scoped = |text: &str, value| Wording { text: text.into(), of: Some(value) };
    let key = WordingPair::new(scoped("Customers", a), scoped("customers", b));
    assert_eq!(room.document.same_good(&key).map(|row| row.same), Some(false));
    let index = Index::new(&room.document);
    let others = index.compare(room.divisions[1], room.divisions[2], &Nothing).expect("both are there");
    assert!(others.relations.iter().any(|relation| relation.kind == Kind::SameAim), "the rest of B keeps its good");
    assert!(index.sameness().contradictions().is_empty());
}

#[test]
fn words_that_differ_are_told_apart_wherever_they_stand() {
    let mut room = Sets::of(&[&[("Values", "speed")], &[("the value", "speed")]]);
    tell_apart_what_is_shared(&mut room);
    assert_eq!(headline(&room), "1 at the same price");
    assert_eq!(room.document.same_good(&pair("Values", "the value")).map(|row| row.same), Some(false));
}

#[test]
fn words_that_were_declared_the_same_can_be_told_apart_and_declared_the_same_again() {
    let mut room = Sets::of(&[&[("Revenue", "users")], &[("turnover", "users")]]);
    for (same, counts) in [(true, "1 shared"), (false, "1 at the same price"), (true, "1 shared")] {
        let edit = declare(&room.document, pair("Revenue", "turnover"), same);
        run(&mut room, edit);
        assert_eq!(headline(&room), counts);
    }
    tell_apart_what_is_shared(&mut room);
    assert_eq!(headline(&room), "1 at the same price");
    assert_eq!(room.document.same_goods().count(), 1);
}

#[test]
fn nothing_is_declared_of_a_wording_and_itself_or_again() {
    let mut room = Sets::of(&[&[("a", "b")]]);
    assert!(declare(&room.document, pair("a", "a"), true).is_empty());
    let edit = declare(&room.document, pair("a", "c"), true);
    run(&mut room, edit);
    assert!(declare(&room.document, pair("c", "a"), true).is_empty());
}

#[test]
fn a_decision_is_taken_back_as_one_edit() {
    let mut room = Sets::of(&[&[("Revenue", "users")], &[("turnover", "users")]]);
    let before = room.document.clone();
    let edit = declare(&room.document, pair("Revenue", "turnover"), true);
    run(&mut room, edit);
    let edit = edit::remove(&room.document, &Key::SameGood(pair("turnover", "Revenue")));
    run(&mut room, edit);
    assert_eq!(room.document, before);
}
