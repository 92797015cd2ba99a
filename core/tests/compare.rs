//! Comparing two divisions: every row of the table with its mirror image, and what was worked out by hand.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::sets::Sets;
use evencost_core::compare::{Comparison, Index, Kind, Nothing, Relation, Stems};
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::good::{self, Good};
use evencost_core::id::{DivisionId, ValueId};
use proptest::prelude::*;

type Sentences<'a> = &'a [(&'a str, &'a str)];

/// Compares two sets, without suggestions.
fn compare(a: Sentences<'_>, b: Sentences<'_>) -> (Sets, Comparison) {
    let room = Sets::of(&[a, b]);
    let comparison = room.compare(&Nothing);
    (room, comparison)
}

/// The relations as kind, sentences of A, sentences of B.
fn lines(room: &Sets, comparison: &Comparison) -> BTreeSet<(Kind, Vec<String>, Vec<String>)> {
    let line = |relation: &Relation| (relation.kind, room.sentences(&relation.a), room.sentences(&relation.b));
    let lines: BTreeSet<_> = comparison.relations.iter().map(line).collect();
    assert_eq!(lines.len(), comparison.relations.len(), "every line once");
    lines
}

/// Expects exactly these relations, and their mirror image when A and B are swapped.
fn expect(a: Sentences<'_>, b: Sentences<'_>, expected: &[(Kind, &[&str], &[&str])]) {
    let owned = |sentences: &[&str]| sentences.iter().map(|&words| words.to_owned()).collect::<Vec<_>>();
    let (room, comparison) = compare(a, b);
    let straight = expected.iter().map(|(kind, a, b)| (*kind, owned(a), owned(b))).collect();
    assert_eq!(lines(&room, &comparison), straight);
    let (room, comparison) = compare(b, a);
    let mirrored = expected.iter().map(|(kind, a, b)| (*kind, owned(b), owned(a))).collect();
    assert_eq!(lines(&room, &comparison), mirrored);
}

#[test]
fn head_on() {
    expect(&[("x", "y")], &[("y", "x")], &[(Kind::Reversed, &["x > y"], &["y > x"])]);
    expect(
        &[("One shared culture", "local cohesion and individuality")],
        &[("Individuality", "one shared culture")],
        &[(
            Kind::Reversed,
            &["One shared culture > local cohesion and individuality"],
            &["Individuality > one shared culture"],
        )],
    );
    // That aims or prices also share a good does not soften it.
    expect(&[("x and z", "y")], &[("y and z", "x")], &[(Kind::Reversed, &["x and z > y"], &["y and z > x"])]);
    expect(
        &[("x and z", "y and w")],
        &[("y and z", "x and w")],
        &[(Kind::Reversed, &["x and z > y and w"], &["y and z > x and w"])],
    );
}

#[test]
fn shared() {
    expect(&[("x", "y")], &[("The X", "y and q")], &[(Kind::Shared, &["x > y"], &["The X > y and q"])]);
    // Rather than may clash.
    expect(&[("x, z", "y")], &[("x", "y, z")], &[(Kind::Shared, &["x, z > y"], &["x > y, z"])]);
}

#[test]
fn may_clash() {
    expect(&[("x", "y")], &[("z", "x")], &[(Kind::Exposed, &["x > y"], &["z > x"])]);
    // Rather than same aim or same price.
    expect(&[("x, z", "y")], &[("z", "x")], &[(Kind::Exposed, &["x, z > y"], &["z > x"])]);
    expect(&[("x", "y")], &[("z", "x, y")], &[(Kind::Exposed, &["x > y"], &["z > x, y"])]);
}

#[test]
fn same_aim() {
    expect(&[("x", "y")], &[("x", "z")], &[(Kind::SameAim, &["x > y"], &["x > z"])]);
}

#[test]
fn same_price() {
    expect(&[("x", "y")], &[("z", "y")], &[(Kind::SamePrice, &["x > y"], &["z > y"])]);
}

#[test]
fn no_counterpart() {
    expect(&[("x", "y")], &[("p", "q")], &[(Kind::Alone, &["x > y"], &[]), (Kind::Alone, &[], &["p > q"])]);
    expect(
        &[("no meetings", "y")],
        &[("meetings", "q")],
        &[(Kind::Alone, &["no meetings > y"], &[]), (Kind::Alone, &[], &["meetings > q"])],
    );
}

#[test]
fn head_on_in_steps() {
    expect(
        &[("x", "m"), ("m", "y")],
        &[("y", "n"), ("n", "x")],
        &[(Kind::ReversedThroughOthers, &["x > m", "m > y"], &["y > n", "n > x"])],
    );
    // One side may say it outright.
    expect(&[("x", "m"), ("m", "y")], &[("y", "x")], &[(Kind::ReversedThroughOthers, &["x > m", "m > y"], &["y > x"])]);
    let (_, comparison) = compare(&[("X", "m"), ("the M", "y")], &[("y", "N"), ("n", "the X")]);
    let path = comparison.relations[0].path.clone().expect("in steps");
    assert_eq!(path.a, ["X", "the M", "y"]);
    assert_eq!(path.b, ["y", "n", "the X"]);
    assert_eq!(path.goods().collect::<Vec<_>>(), ["X", "the M", "y", "n"]);
}

#[test]
fn head_on_says_already_what_its_steps_would() {
    expect(
        &[("x", "y"), ("y", "z")],
        &[("z", "y"), ("y", "x")],
        &[(Kind::Reversed, &["x > y"], &["y > x"]), (Kind::Reversed, &["y > z"], &["z > y"])],
    );
    // A shorter opposition says what a longer one through the same good would.
    expect(
        &[("x", "a"), ("a", "s"), ("s", "b"), ("b", "y")],
        &[("y", "s"), ("s", "x")],
        &[
            (Kind::ReversedThroughOthers, &["x > a", "a > s"], &["s > x"]),
            (Kind::ReversedThroughOthers, &["s > b", "b > y"], &["y > s"]),
        ],
    );
    // x against z is said by no pair, although x against y is.
    expect(
        &[("x", "y"), ("y", "z")],
        &[("z", "x"), ("y", "x")],
        &[(Kind::Reversed, &["x > y"], &["y > x"]), (Kind::ReversedThroughOthers, &["x > y", "y > z"], &["z > x"])],
    );
    // A way round the pair that is head-on is found, also where only one of the two has it.
    expect(
        &[("x", "r"), ("r", "y"), ("x", "m"), ("m", "n"), ("n", "y")],
        &[("y", "r"), ("r", "x")],
        &[
            (Kind::Reversed, &["x > r"], &["r > x"]),
            (Kind::Reversed, &["r > y"], &["y > r"]),
            (Kind::ReversedThroughOthers, &["x > m", "m > n", "n > y"], &["y > r", "r > x"]),
        ],
    );
    expect(
        &[("x", "r"), ("r", "y"), ("x", "m"), ("m", "y")],
        &[("y", "r"), ("r", "x"), ("y", "n"), ("n", "x")],
        &[
            (Kind::Reversed, &["x > r"], &["r > x"]),
            (Kind::Reversed, &["r > y"], &["y > r"]),
            (Kind::ReversedThroughOthers, &["x > m", "m > y"], &["y > n", "n > x"]),
        ],
    );
}

#[test]
fn several_oppositions_in_steps_are_told_while_they_tell_something() {
    let (room, comparison) =
        compare(&[("p", "m"), ("q", "m"), ("m", "s"), ("m", "t")], &[("s", "n"), ("t", "n"), ("n", "p"), ("n", "q")]);
    // Four pairs of goods are opposed; two lines hold every value.
    assert_eq!(comparison.summary.counts.of(Kind::ReversedThroughOthers), 2);
    let told: BTreeSet<ValueId> =
        comparison.relations.iter().flat_map(|line| line.a.iter().chain(&line.b)).copied().collect();
    assert_eq!(told.len(), room.values().len());
}

#[test]
fn a_division_agrees_with_itself_chains_included() {
    let set = [("x", "y"), ("y", "z"), ("z", "q and r"), ("x, p", "z"), ("x", "y, z")];
    let room = Sets::of(&[&set]);
    let division = room.divisions[0];
    let comparison = Index::new(&room.document).compare(division, division, &Stems).expect("it is there");
    assert!(comparison.relations.iter().all(|line| line.kind == Kind::Shared && line.confirmed));
    assert!(comparison.main.iter().flatten().all(|&(_, kind)| kind == Kind::Shared));
    assert_eq!(comparison.summary.apart(), Some(0.0));
    assert_eq!(comparison.summary.together(), Some(1.0));
}

#[test]
fn small_sets() {
    let (_, comparison) = compare(&[], &[]);
    assert!(comparison.relations.is_empty());
    assert_eq!(comparison.summary.counts.to_string(), "nothing to compare yet");
    assert_eq!((comparison.summary.apart(), comparison.summary.together()), (None, None));
    expect(&[("x", "y")], &[], &[(Kind::Alone, &["x > y"], &[])]);
    // A value that a division has twice counts once.
    let (_, comparison) = compare(&[("x", "pages"), ("the x", "Page")], &[("x", "page")]);
    assert_eq!(comparison.summary.counts.to_string(), "1 shared");
    assert_eq!(comparison.twice[0].len(), 1);
    assert_eq!(comparison.main[0].iter().map(|main| main.1).collect::<Vec<_>>(), [Kind::Shared; 2]);
    // Blank sides are not a good, nor is punctuation.
    let (_, comparison) = compare(&[("x", ""), ("p", " ")], &[("y", ""), ("", "x")]);
    assert!(comparison.relations.is_empty());
    expect(
        &[("x", "…"), ("z", "—")],
        &[("y", "…")],
        &[(Kind::Alone, &["x > …"], &[]), (Kind::Alone, &["z > —"], &[]), (Kind::Alone, &[], &["y > …"])],
    );
}

#[test]
fn what_cannot_be_read_is_not_said_twice() {
    let (_, comparison) = compare(&[("x", "…"), ("x", "—")], &[]);
    assert_eq!(comparison.summary.counts.to_string(), "2 without counterpart");
    assert!(comparison.twice[0].is_empty());
}

#[test]
fn everything_is_listed_in_the_order_of_the_divisions_values() {
    let mut room = Sets::of(&[&[("a", "b"), ("c", "d"), ("the a", "the b"), ("b", "a")], &[("b", "a"), ("d", "c")]]);
    let division = room.divisions[0];
    let last = room.document.order(List::Values(division))[3];
    let edit = edit::move_to(&room.document, List::Values(division), last, 0);
    apply(&mut room.document, edit);
    let second = room.document.order(List::Values(division))[2];
    let edit = edit::move_to(&room.document, List::Values(division), second, 1);
    apply(&mut room.document, edit);
    let comparison = room.compare(&Nothing);
    let of_a = |ids: Vec<ValueId>| room.sentences(&ids);
    assert_eq!(
        of_a(comparison.main[0].iter().map(|main| main.0).collect()),
        ["b > a", "c > d", "a > b", "the a > the b"]
    );
    assert_eq!(of_a(comparison.contradicting[0][0].clone()), ["b > a", "a > b"]);
    let head_on = comparison.relations.iter().filter(|line| line.kind == Kind::Reversed);
    assert_eq!(of_a(head_on.map(|line| line.a[0]).collect()), ["c > d", "a > b"]);
}

#[test]
fn each_line_of_a_kind_asks_something_else_and_names_the_goods() {
    let (_, comparison) = compare(&[("a", "b"), ("c", "d"), ("e", "f")], &[("b", "a"), ("d", "c"), ("f", "e")]);
    let openings: BTreeSet<&str> = comparison.relations.iter().map(|line| &line.question[..12]).collect();
    assert_eq!(openings.len(), 3);
    for (line, goods) in comparison.relations.iter().zip([["“a”", "“b”"], ["“c”", "“d”"], ["“e”", "“f”"]])
    {
        assert!(goods.iter().all(|good| line.question.contains(good)), "{}", line.question);
    }
}

#[test]
fn a_question_gives_either_team_its_part() {
    let question = |a: Sentences<'_>, b: Sentences<'_>| compare(a, b).1.relations[0].question.clone();
    let exposed = "is ready to give up “quality” for “speed”. What would";
    assert_eq!(
        question(&[("quality", "rest")], &[("speed", "quality")]),
        format!("B {exposed} A want to hear before that happens?")
    );
    assert_eq!(
        question(&[("speed", "quality")], &[("quality", "rest")]),
        format!("A {exposed} B want to hear before that happens?")
    );
    let alone = "has written nothing about “speed” or “rest”. Does it not come up there, or has nobody asked yet?";
    assert_eq!(question(&[("speed", "rest")], &[]), format!("B {alone}"));
    assert_eq!(question(&[], &[("speed", "rest")]), format!("A {alone}"));
}

#[test]
fn musts_are_not_compared() {
    let mut room = Sets::of(&[&[("x", "y")], &[("y", "x")]]);
    let value = room.values()[0];
    let edit = edit::set(&room.document, Key::Value(value), Field::ValueMust(Some("the law".into())));
    apply(&mut room.document, edit);
    assert_eq!(room.compare(&Nothing).summary.counts.to_string(), "1 without counterpart");
}

#[test]
fn a_line_is_listed_where_it_is_the_main_one_of_either_value() {
    // x > y is shared; that x > z has the same aim is the best there is for x > z, but x > y needs no second line with
    // p > x.
    expect(
        &[("x", "y"), ("x", "z")],
        &[("x", "y"), ("z", "x"), ("x", "q")],
        &[
            (Kind::Reversed, &["x > z"], &["z > x"]),
            (Kind::Shared, &["x > y"], &["x > y"]),
            (Kind::SameAim, &["x > y"], &["x > q"]),
            (Kind::SameAim, &["x > z"], &["x > q"]),
        ],
    );
}

#[test]
fn a_divisions_own_cycle_is_told_and_left_out_of_its_chains() {
    let (room, comparison) = compare(&[("x", "y"), ("y", "z"), ("z", "x"), ("z", "p")], &[("p", "q"), ("q", "x")]);
    let [knots, none] = &comparison.contradicting;
    assert_eq!(knots.iter().map(|knot| room.sentences(knot)).collect::<Vec<_>>(), [["x > y", "y > z", "z > x"]]);
    assert!(none.is_empty());
    // x > y > z > p would oppose p > q > x.
    assert_eq!(comparison.summary.counts.of(Kind::ReversedThroughOthers), 0);
    // Without the cycle it does.
    let (_, comparison) = compare(&[("x", "y"), ("y", "z"), ("z", "p")], &[("p", "q"), ("q", "x")]);
    assert_eq!(comparison.summary.counts.to_string(), "1 head-on in steps");
}

#[test]
fn a_sentence_that_gives_up_what_it_pursues_is_a_cycle_of_its_own() {
    let (room, comparison) = compare(&[("x", "the x"), ("p", "q")], &[("z", "w")]);
    assert_eq!(
        comparison.contradicting[0].iter().map(|knot| room.sentences(knot)).collect::<Vec<_>>(),
        [["x > the x"]]
    );
}

#[test]
fn the_headline_counts_worst_first() {
    let (_, comparison) = compare(
        &[("a", "b"), ("c", "d"), ("e", "f"), ("g", "h"), ("i", "j"), ("k", "l"), ("m", "n"), ("o", "p")],
        &[("b", "a"), ("c", "d"), ("x", "e"), ("g", "y"), ("z", "j"), ("w", "v"), ("n", "s"), ("s", "m")],
    );
    assert_eq!(
        comparison.summary.counts.to_string(),
        "1 head-on, 1 head-on in steps, 1 may clash, 1 at the same price, 1 with the same aim, 1 shared, \
         3 without counterpart"
    );
    let kinds: Vec<Kind> = comparison.relations.iter().map(|line| line.kind).collect();
    assert!(kinds.is_sorted_by_key(|kind| Kind::WORST_FIRST.iter().position(|other| other == kind)));
    // 2 of head-on, 3 in steps and 2 of may clash, of 13 values with a counterpart.
    assert_eq!(comparison.summary.apart(), Some(7.0 / 13.0));
    assert_eq!(comparison.summary.together(), Some(4.0 / 13.0));
}

#[test]
fn common_words_are_given_as_either_side_writes_them() {
    let (_, comparison) = compare(&[("Colour, speed", "the meetings")], &[("Meeting", "color")]);
    let common = &comparison.relations[0].common;
    let words: Vec<_> =
        common.iter().map(|words| (words.side_a, &*words.words_a, words.side_b, &*words.words_b)).collect();
    assert_eq!(
        words,
        [(Place::Pursued, "Colour", Place::Cost, "color"), (Place::Cost, "the meetings", Place::Pursued, "Meeting")]
    );
}

/// Kind, whether it is confirmed, A's values, B's, and the question.
type Fact = (Kind, bool, Vec<ValueId>, Vec<ValueId>, String);

/// What does not depend on which division is A: the relations by values, as they stand in a set.
fn facts(comparison: &Comparison, mirror: bool) -> BTreeSet<Fact> {
    let fact = |line: &Relation| {
        let (a, b) = if mirror { (&line.b, &line.a) } else { (&line.a, &line.b) };
        (line.kind, line.confirmed, a.clone(), b.clone(), line.question.clone())
    };
    comparison.relations.iter().map(fact).collect()
}

fn mains(comparison: &Comparison) -> BTreeMap<ValueId, Kind> {
    comparison.main.iter().flatten().copied().collect()
}

/// Sets of up to eight values over few goods, so that chains and cycles come about.
fn sets() -> impl Strategy<Value = Vec<Vec<(String, String)>>> {
    let side = prop_oneof![4 => "[a-h]", 1 => "[a-h], [a-h]", 1 => "(work|works|working)"];
    prop::collection::vec(prop::collection::vec((side.clone(), side), 0..8), 2)
}

/// The same, each good above the next: without cycles.
fn consistent_set() -> impl Strategy<Value = Vec<(String, String)>> {
    let letter = |place: u8| char::from(b'a' + place).to_string();
    let value = (0..7u8, 1..4u8, 0..3u8).prop_map(move |(from, step, more)| {
        let to = from + step;
        let cost = if more > 0 { format!("{} and {}", letter(to), letter(to + more)) } else { letter(to) };
        (letter(from), cost)
    });
    prop::collection::vec(value, 0..10)
}

proptest! {
    #[test]
    fn swapping_the_divisions_swaps_the_findings(sets in sets()) {
        let room = Sets::owned(&sets);
        let index = Index::new(&room.document);
        let [a, b] = [room.divisions[0], room.divisions[1]];
        let straight = index.compare(a, b, &Stems).expect("both are there");
        let mirrored = index.compare(b, a, &Stems).expect("both are there");
        prop_assert_eq!(facts(&straight, false), facts(&mirrored, true));
        prop_assert_eq!(straight.summary.counts, mirrored.summary.counts);
        prop_assert_eq!(straight.suggested, mirrored.suggested);
        prop_assert_eq!(straight.summary.apart(), mirrored.summary.apart());
        prop_assert_eq!(mains(&straight), mains(&mirrored));
    }

    #[test]
    fn the_order_of_values_does_not_matter(sets in sets(), keys: [u64; 8]) {
        let room = Sets::owned(&sets);
        let mut shuffled = room.document.clone();
        for &division in &room.divisions {
            let before = shuffled.order(List::Values(division));
            let mut after = before.clone();
            after.sort_by_key(|id| keys[id.counter as usize % 8].rotate_left(id.counter));
            apply(&mut shuffled, edit::Edit::of(edit::Change::Order { list: List::Values(division), before, after }));
        }
        prop_assert_eq!(shuffled.broken_invariant(), None);
        let [a, b] = [room.divisions[0], room.divisions[1]];
        let one = Index::new(&room.document).compare(a, b, &Stems).expect("both are there");
        let other = Index::new(&shuffled).compare(a, b, &Stems).expect("both are there");
        prop_assert_eq!(facts(&one, false), facts(&other, false));
        prop_assert_eq!(mains(&one), mains(&other));
    }

    #[test]
    fn a_consistent_division_compared_with_itself_is_all_shared(set in consistent_set()) {
        let room = Sets::owned(&[set.clone(), set]);
        let index = Index::new(&room.document);
        for other in &room.divisions {
            let comparison = index.compare(room.divisions[0], *other, &Nothing).expect("it is there");
            prop_assert!(comparison.relations.iter().all(|line| line.kind == Kind::Shared), "{:?}", comparison.relations);
            prop_assert!(comparison.main.iter().flatten().all(|&(_, kind)| kind == Kind::Shared));
        }
    }

    #[test]
    fn the_summary_counts_what_the_relations_list(sets in sets()) {
        let room = Sets::owned(&sets);
        let index = Index::new(&room.document);
        let [a, b] = [room.divisions[0], room.divisions[1]];
        let comparison = index.compare(a, b, &Stems).expect("both are there");
        prop_assert_eq!(index.summary(a, b), Some(comparison.summary));
        prop_assert_eq!(index.summaries().collect::<Vec<_>>(), [comparison.summary]);
        for kind in Kind::ALL {
            let listed = |confirmed: bool| {
                comparison.relations.iter().filter(|line| line.kind == kind && line.confirmed == confirmed).count() as u32
            };
            prop_assert_eq!(comparison.summary.counts.of(kind), listed(true));
            prop_assert_eq!(comparison.suggested.of(kind), listed(false));
        }
    }

    #[test]
    fn every_value_has_its_main_line_and_no_worse_one_alone(sets in sets()) {
        let room = Sets::owned(&sets);
        let comparison = room.compare(&Nothing);
        let twins: BTreeSet<ValueId> = comparison.twice.iter().flatten().map(|twin| twin.value).collect();
        for (value, main) in mains(&comparison) {
            let mut kinds = comparison.relations.iter().filter(|line| line.a.contains(&value) || line.b.contains(&value)).map(|line| line.kind);
            if twins.contains(&value) {
                prop_assert!(kinds.next().is_none());
            } else {
                prop_assert_eq!(kinds.min(), Some(main));
            }
        }
    }

    #[test]
    fn what_is_head_on_in_steps_is_so(sets in sets()) {
        let room = Sets::owned(&sets);
        let comparison = room.compare(&Nothing);
        let head_on: BTreeSet<(ValueId, ValueId)> = comparison.relations.iter()
            .filter(|line| line.kind == Kind::Reversed)
            .map(|line| (line.a[0], line.b[0]))
            .collect();
        for line in comparison.relations.iter().filter(|line| line.kind == Kind::ReversedThroughOthers) {
            let path = line.path.as_ref().expect("the path is shown");
            prop_assert_eq!(path.a.len(), line.a.len() + 1);
            prop_assert_eq!(path.b.len(), line.b.len() + 1);
            prop_assert!(line.a.len() + line.b.len() > 2);
            prop_assert_eq!(path.goods().count(), line.a.len() + line.b.len());
            for (chain, values) in [(&path.a, &line.a), (&path.b, &line.b)] {
                for (goods, value) in chain.windows(2).zip(values) {
                    let value = room.document.value(*value).expect("it is there");
                    let names = |side: &Side, good: &str| good::goods(side).contains(&Good::fold(good).expect("a word"));
                    prop_assert!(names(&value.pursued, &goods[0]));
                    prop_assert!(names(&value.cost, &goods[1]));
                }
            }
            prop_assert!(!line.a.iter().any(|&a| line.b.iter().any(|&b| head_on.contains(&(a, b)))));
        }
    }

    #[test]
    fn any_document_compares(document in common::documents()) {
        let index = Index::new(&document);
        let ids: Vec<DivisionId> = document.divisions().map(|division| division.id).collect();
        for &a in &ids {
            for &b in &ids {
                let comparison = index.compare(a, b, &Stems).expect("both are there");
                prop_assert_eq!(Some(comparison.summary), index.summary(a, b));
                let in_play = document.values_in_play(a).count();
                prop_assert_eq!(comparison.main[0].len(), in_play);
            }
        }
        prop_assert!(index.compare(DivisionId(common::stranger()), DivisionId(common::stranger()), &Stems).is_none());
    }
}
