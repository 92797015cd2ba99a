//! All pairs of many divisions, step by step.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use common::sets::Sets;
use evencost_core::compare::{FURTHEST, Glance, Index, Kind, Lean, Summary, Survey, Surveying, furthest_first};
use evencost_core::document::{Document, Wording};
use evencost_core::id::{DivisionId, ValueId};
use evencost_core::meaning::{Meaning, Near};
use proptest::prelude::*;

static WORDS: LazyLock<Meaning> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../meaning/words.evm");
    Meaning::read(&std::fs::read(path).expect("the table is there")).expect("it can be read")
});

/// Goods of which some are near to others, some written alike, and some unknown; the last is no word.
const GOODS: [&str; 17] = [
    "continuous improvement",
    "always learning",
    "speed",
    "moving fast",
    "quality",
    "craftsmanship",
    "collaboration",
    "collaborative",
    "customer focus",
    "Customer focus",
    "the client's needs",
    "xqzt",
    "xqzts",
    "stability",
    "reliability",
    "individuality",
    "…",
];

fn survey(document: &Document, meaning: Option<&Meaning>) -> Survey {
    let index = Index::new(document);
    Surveying::new(&index, meaning).finish()
}

fn glances(survey: &Survey) -> Vec<([DivisionId; 2], Glance)> {
    let ids = survey.divisions();
    let pairs = (0..ids.len()).flat_map(|a| (a + 1..ids.len()).map(move |b| (a, b)));
    pairs.map(|(a, b)| ([ids[a], ids[b]], survey.glance(a, b).expect("it is a pair"))).collect()
}

/// Some sets of values over [`GOODS`], the last of them empty; a side may name two.
fn sets(most: usize) -> impl Strategy<Value = Vec<Vec<(String, String)>>> {
    let good = || (0..GOODS.len()).prop_map(|at| GOODS[at].to_owned());
    let side = prop_oneof![4 => good(), 1 => (good(), good()).prop_map(|(one, other)| format!("{one} and {other}"))];
    let value = (side.clone(), side);
    prop::collection::vec(prop::collection::vec(value, 0..4), 0..most)
}

/// The values without counterpart that would have one if all that is suggested held, told by a comparison in full.
fn maybe(index: &Index<'_>, [a, b]: [DivisionId; 2], meaning: &Meaning) -> u32 {
    let compared = index.compare(a, b, &Near::new(meaning)).expect("both are there");
    let alone: BTreeSet<ValueId> =
        compared.main.iter().flatten().filter(|(_, kind)| *kind == Kind::Alone).map(|(id, _)| *id).collect();
    let twice: BTreeSet<ValueId> = compared.twice.iter().flatten().map(|twin| twin.value).collect();
    let suggested = compared.relations.iter().filter(|relation| !relation.confirmed && relation.path.is_none());
    let named: BTreeSet<ValueId> =
        suggested.flat_map(|relation| relation.a.iter().chain(&relation.b)).copied().collect();
    named.intersection(&alone).filter(|id| !twice.contains(id)).count() as u32
}

proptest! {
    #[test]
    fn a_survey_counts_what_summaries_count(goods in sets(7)) {
        let room = Sets::owned(&goods);
        let in_play = |id: DivisionId| room.document.is_ready(id);
        let index = Index::new(&room.document);
        let summaries: Vec<Summary> =
            index.summaries().filter(|summary| in_play(summary.a) && in_play(summary.b)).collect();
        for meaning in [None, Some(&*WORDS)] {
            let survey = survey(&room.document, meaning);
            let glances = glances(&survey);
            prop_assert_eq!(glances.len(), summaries.len());
            for (([a, b], glance), summary) in glances.iter().zip(&summaries) {
                prop_assert_eq!([*a, *b], [summary.a, summary.b]);
                prop_assert_eq!(index.summary(*a, *b), Some(*summary));
                prop_assert_eq!(glance.counts, summary.counts);
                prop_assert_eq!(glance.apart(), summary.apart());
                prop_assert_eq!(glance.lean(), summary.lean());
                prop_assert!(glance.maybe <= glance.counts.of(Kind::Alone));
                prop_assert!(glance.maybe_apart + glance.maybe_together <= glance.maybe);
            }
            let order: BTreeSet<usize> = survey.order().collect();
            prop_assert_eq!(order, (0..survey.divisions().len()).collect());
        }
    }

    #[test]
    fn left_and_taken_up_again_at_any_step_it_comes_to_the_same(goods in sets(7), pauses in prop::collection::vec(1..9_usize, 1..9)) {
        let room = Sets::owned(&goods);
        let index = Index::new(&room.document);
        let at_once = survey(&room.document, Some(&WORDS));
        let mut surveying = Surveying::new(&index, Some(&WORDS));
        let (mut before, mut going) = (0.0, true);
        for steps in pauses.into_iter().cycle() {
            if !going { break }
            going = (0..steps).all(|_| surveying.step());
            prop_assert!(surveying.share_done() >= before, "it never goes back");
            before = surveying.share_done();
        }
        prop_assert_eq!(surveying.share_done(), 1.0);
        prop_assert!(!surveying.step(), "what is done stays done");
        prop_assert_eq!(surveying.finish(), at_once);
    }

    #[test]
    fn neither_the_order_of_divisions_nor_that_of_values_changes_a_pair(goods in sets(5)) {
        let told = |goods: &[Vec<(String, String)>], back: bool| {
            let room = Sets::owned(goods);
            let survey = survey(&room.document, Some(&WORDS));
            let place = |id: DivisionId| room.divisions.iter().position(|&other| other == id).expect("it is there");
            let turn = |at: usize| if back { goods.len() - 1 - at } else { at };
            let told = glances(&survey).into_iter().map(|(ids, glance)| {
                let [a, b] = ids.map(|id| turn(place(id)));
                ([a.min(b), a.max(b)], glance)
            });
            told.collect::<BTreeMap<_, _>>()
        };
        let backwards: Vec<Vec<(String, String)>> = goods.iter().rev().cloned().collect();
        prop_assert_eq!(told(&goods, false), told(&backwards, true));
    }

    #[test]
    fn what_it_says_may_be_is_what_a_comparison_suggests(goods in sets(3), declared in prop::option::of((0..16_usize, 0..16_usize))) {
        let mut room = Sets::owned(&goods);
        if let Some((one, other)) = declared.filter(|(one, other)| one != other) {
            room.declare(Wording::anywhere(GOODS[one]), Wording::anywhere(GOODS[other]), false);
        }
        let index = Index::new(&room.document);
        for (pair, glance) in glances(&survey(&room.document, Some(&WORDS))) {
            let compared = index.compare(pair[0], pair[1], &Near::new(&WORDS)).expect("both are there");
            // Of one good a comparison suggests three others at most, and none that would tie what people told apart.
            let crowded = declared.is_some() || compared.suggestions.iter().any(|suggestion| {
                let of = |words: &str| compared.suggestions.iter().filter(|other| other.a.text == words || other.b.text == words).count();
                of(&suggestion.a.text) >= 3 || of(&suggestion.b.text) >= 3
            });
            let told = maybe(&index, pair, &WORDS);
            if crowded {
                prop_assert!(glance.maybe >= told || compared.suggested.of(Kind::ReversedThroughOthers) > 0);
            } else if compared.suggested.of(Kind::ReversedThroughOthers) == 0 {
                prop_assert_eq!(glance.maybe, told);
            }
        }
    }

    #[test]
    fn it_is_handed_over_as_numbers(goods in sets(7), cut in 1..40_usize) {
        let room = Sets::owned(&goods);
        let survey = survey(&room.document, Some(&WORDS));
        let divisions = survey.divisions().to_vec();
        let numbers = survey.clone().into_numbers();
        prop_assert_eq!(Survey::from_numbers(divisions.clone(), &numbers), Some(survey));
        if let Some(less) = numbers.len().checked_sub(cut) {
            prop_assert_eq!(Survey::from_numbers(divisions.clone(), &numbers[..less]), None);
        }
        if let Some((_, fewer)) = divisions.split_last() {
            prop_assert_eq!(Survey::from_numbers(fewer.to_vec(), &numbers), None);
        }
        if !numbers.is_empty() {
            prop_assert_eq!(Survey::from_numbers(divisions, &vec![u16::MAX; numbers.len()]), None);
        }
    }
}

#[test]
fn the_furthest_pairs_come_first_and_are_as_many_as_are_listed() {
    let word = |at: usize| format!("good{at}");
    let sets: Vec<Vec<(String, String)>> = (0..60)
        .map(|team| {
            (0..3).map(|value| (word((team * 7 + value * 11) % 9), word((team * 3 + value * 13 + 1) % 9))).collect()
        })
        .collect();
    let room = Sets::owned(&sets);
    let survey = survey(&room.document, None);
    assert_eq!(survey.pairs(), 60 * 59 / 2);
    let mut summaries: Vec<Summary> = Index::new(&room.document).summaries().collect();
    furthest_first(&mut summaries);
    let place = |id: DivisionId| survey.divisions().iter().position(|&other| other == id).expect("it is there");
    let expected: Vec<[usize; 2]> =
        summaries.iter().take(FURTHEST).map(|pair| [place(pair.a), place(pair.b)]).collect();
    assert_eq!(survey.furthest().collect::<Vec<_>>(), expected);

    let of_one: Vec<usize> = summaries
        .iter()
        .filter_map(|pair| match [place(pair.a), place(pair.b)] {
            [17, other] | [other, 17] => Some(other),
            _ => None,
        })
        .collect();
    assert_eq!(survey.furthest_from(17), of_one);
}

#[test]
fn divisions_that_only_mean_the_same_stand_together() {
    let room = Sets::of(&[
        &[("continuous improvement", "stability")],
        &[("customer focus", "individuality")],
        &[("always learning", "reliability")],
        &[("the client's needs", "uniqueness")],
    ]);
    let by_words = survey(&room.document, None);
    assert!(glances(&by_words).iter().all(|(_, glance)| glance.lean() == Lean::Unrelated && glance.maybe == 0));
    let by_meaning = survey(&room.document, Some(&WORDS));
    let glance = by_meaning.glance(2, 0).expect("it is a pair");
    assert_eq!((glance.lean(), glance.maybe_lean(), glance.maybe), (Lean::Unrelated, Lean::Together, 2));
    let order: Vec<usize> = by_meaning.order().collect();
    let beside = |a: usize, b: usize| order.windows(2).any(|two| two.contains(&a) && two.contains(&b));
    assert!(beside(0, 2) && beside(1, 3), "{order:?}");
}

#[test]
fn people_who_told_two_goods_apart_are_asked_no_more() {
    let mut room = Sets::of(&[&[("moving fast", "silence")], &[("speed", "beauty")]]);
    let maybe = |room: &Sets| survey(&room.document, Some(&WORDS)).glance(0, 1).expect("it is a pair").maybe;
    assert_eq!(maybe(&room), 2);
    room.declare(Wording::anywhere("speed"), Wording::anywhere("moving fast"), false);
    assert_eq!(maybe(&room), 0);
}

#[test]
fn what_is_written_alike_may_be_the_same_without_a_table_too() {
    let room = Sets::of(&[&[("collaboration", "pace")], &[("collaborative", "beauty")], &[("silence", "noise")]]);
    let survey = survey(&room.document, None);
    let maybe = [(0, 1), (0, 2), (1, 2)].map(|(a, b)| survey.glance(a, b).expect("it is a pair").maybe);
    assert_eq!(maybe, [2, 0, 0]);
}
