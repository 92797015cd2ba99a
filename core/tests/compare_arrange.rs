//! In which order divisions and pairs are shown.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use std::collections::BTreeSet;

use common::sets::Sets;
use evencost_core::compare::{Index, Lean, Summary, close_together, furthest_first};
use evencost_core::id::DivisionId;
use proptest::prelude::*;

fn names(room: &Sets, ids: &[DivisionId]) -> String {
    ids.iter().map(|id| room.document.division(*id).expect("it is there").display_name()).collect()
}

fn summaries(room: &Sets) -> Vec<Summary> {
    Index::new(&room.document).summaries().collect()
}

#[test]
fn a_pair_leans_where_more_of_its_values_do() {
    let lean = |a: &[(&str, &str)], b: &[(&str, &str)]| summaries(&Sets::of(&[a, b]))[0].lean();
    assert_eq!(lean(&[("x", "y")], &[("y", "x")]), Lean::Apart);
    assert_eq!(lean(&[("x", "y")], &[("x", "y")]), Lean::Together);
    assert_eq!(lean(&[("x", "y"), ("p", "q")], &[("x", "y"), ("q", "p")]), Lean::Between);
    assert_eq!(lean(&[("x", "y")], &[("z", "y")]), Lean::Between);
    assert_eq!(lean(&[("x", "y")], &[("p", "q")]), Lean::Unrelated);
    assert_eq!(lean(&[], &[]), Lean::Unrelated);
}

#[test]
fn pairs_that_are_furthest_apart_come_first() {
    let room = Sets::of(&[
        &[("x", "y"), ("p", "q")],
        &[("y", "x"), ("p", "q")],
        &[("y", "x"), ("q", "p")],
        &[("elsewhere", "nothing")],
    ]);
    let mut pairs = summaries(&room);
    furthest_first(&mut pairs);
    let order: Vec<String> = pairs.iter().map(|pair| names(&room, &[pair.a, pair.b])).collect();
    assert_eq!(order, ["AC", "AB", "BC", "AD", "BD", "CD"]);
}

#[test]
fn of_two_pairs_that_are_wholly_apart_the_one_with_more_to_say_comes_first() {
    let room = Sets::of(&[&[("x", "y"), ("p", "q")], &[("y", "x")], &[("y", "x"), ("q", "p")]]);
    let mut pairs = summaries(&room);
    pairs.retain(|pair| pair.a == room.divisions[0]);
    furthest_first(&mut pairs);
    assert_eq!(names(&room, &[pairs[0].b, pairs[1].b]), "CB");
}

#[test]
fn close_divisions_stand_together() {
    let (one, other): (&[_], &[_]) = (&[("x", "y"), ("a", "b")], &[("y", "x"), ("a", "c")]);
    let room = Sets::of(&[one, other, one, other, &[("p", "q")]]);
    let order = names(&room, &close_together(&room.divisions, &summaries(&room)));
    for two in ["AC", "BD"] {
        let reversed: String = two.chars().rev().collect();
        assert!(order.contains(two) || order.contains(&reversed), "{order}");
    }
}

proptest! {
    #[test]
    fn every_division_is_shown_once_whatever_is_known_of_pairs(
        goods in prop::collection::vec(prop::collection::vec((0..5_u8, 0..5_u8), 0..4), 0..7),
        known in any::<u64>(),
    ) {
        let word = |good: u8| format!("good{good}");
        let sets: Vec<Vec<(String, String)>> =
            goods.iter().map(|set| set.iter().map(|&(a, b)| (word(a), word(b))).collect()).collect();
        let room = Sets::owned(&sets);
        let all = summaries(&room);
        let some: Vec<Summary> =
            all.iter().enumerate().filter(|(at, _)| known >> at & 1 == 1).map(|(_, summary)| *summary).collect();
        let shown = close_together(&room.divisions, &some);
        prop_assert_eq!(shown.len(), room.divisions.len());
        prop_assert_eq!(shown.iter().collect::<BTreeSet<_>>(), room.divisions.iter().collect());
        // Pairs with others are nothing to this choice.
        let few = &room.divisions[..room.divisions.len() / 2];
        let shown = close_together(few, &all);
        prop_assert_eq!(shown.iter().collect::<BTreeSet<_>>(), few.iter().collect());

        let mut pairs = all.clone();
        furthest_first(&mut pairs);
        let shares: Vec<f64> = pairs.iter().map(|pair| pair.apart().unwrap_or(-1.0)).collect();
        prop_assert!(shares.is_sorted_by(|one, next| one >= next));
        prop_assert_eq!(pairs.len(), all.len());
    }
}
