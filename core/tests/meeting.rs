//! A meeting: every proposal stands once, what is counted is what is tallied, and minutes tell no more than the room knows.
#![allow(clippy::expect_used, reason = "a test may panic")]

mod common;

use common::room::Room;
use common::{documents, stranger, today};
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::{DivisionId, Ids, Replica, RequestId, ValueId};
use evencost_core::meeting::*;
use evencost_core::weigh::{Class, Verdict, answer, hide, result};
use proptest::prelude::*;
use proptest::sample::Index;

/// Each group: its good, then its values as "+0" where the first of the room pursues it and "-0" where it gives it up.
fn told(room: &Room) -> Vec<(String, String)> {
    let number = |value| room.values.iter().position(|other| *other == value).expect("it is the room's");
    let told = |proposal: &Proposal| {
        let sign = if proposal.place == Place::Pursued { '+' } else { '-' };
        let twin = proposal.same_as.map_or_else(String::new, |twin| format!("={}", number(twin)));
        format!("{sign}{}{twin}", number(proposal.value))
    };
    let words = |group: Group| (group.good, group.proposals.iter().map(told).collect::<Vec<_>>().join(" "));
    groups(&room.document, room.division).into_iter().map(words).collect()
}

fn told_as(groups: &[(&str, &str)]) -> Vec<(String, String)> {
    groups.iter().map(|(good, values)| ((*good).to_owned(), (*values).to_owned())).collect()
}

#[test]
fn opposite_directions_come_first_then_what_several_pursue_then_what_stands_alone() {
    let room = Room::new(
        &[
            ("Calm", "reach"),
            ("Trust", "control"),
            ("Candour", "comfort"),
            ("Polish", "the speed"),
            ("candour", "harmony"),
            ("Speed", "polish"),
            ("speed", "thrift"),
            ("", "sleep"),
        ],
        0,
    );
    let expected = [("Speed", "+5 +6 -3"), ("Candour", "+2 +4"), ("Calm", "+0"), ("Trust", "+1"), ("sleep", "-7")];
    assert_eq!(told(&room), told_as(&expected[..]));
}

#[test]
fn a_shared_price_alone_makes_no_group_and_musts_and_empty_rows_are_no_proposals() {
    let mut room = Room::new(&[("Calm", "speed"), ("Trust", "speed"), ("Paying on time", ""), ("", "")], 0);
    room.set(Key::Value(room.values[2]), Field::ValueMust(Some(String::new())));
    assert_eq!(told(&room), told_as(&[("Calm", "+0"), ("Trust", "+1")]));
}

#[test]
fn what_says_the_same_is_told_with_the_first_that_says_it() {
    let values = [("Speed and trust", "polish"), ("Trust, the speed", "Polish"), ("Speed", "polish")];
    assert_eq!(told(&Room::new(&values, 0)), told_as(&[("Speed", "+0 +1=0 +2")]));
}

#[test]
fn people_decide_what_is_the_same_good() {
    let mut room = Room::new(&[("Speed", "polish"), ("Trust", "pace"), ("Calm", "pace")], 0);
    let pair = WordingPair::new(Wording::anywhere("speed"), Wording::anywhere("pace"));
    room.append(SameGood { pair, same: true });
    assert_eq!(told(&room), told_as(&[("pace", "+0 -1 -2")]));
}

#[test]
fn adopting_takes_drafts_in_play_and_leaves_what_was_adopted_before() {
    let mut room = Room::new(&[("Speed", "polish"), ("Trust", "control"), ("Calm", "")], 0);
    let before = today().previous_day();
    room.set(Key::Value(room.values[0]), Field::ValueAdopted(before));
    room.apply(adopt(&room.document, room.division, today()));
    let adopted: Vec<_> = room.document.values_of(room.division).map(|value| value.adopted).collect();
    assert_eq!(adopted, [before, Some(today()), None]);
    assert!(adopt(&room.document, room.division, today()).is_empty());
}

fn hands(people: u32, [serves, harms, spends, protects]: [u32; 4]) -> Hands {
    Hands { people, serves, harms, spends, protects }
}

fn raised(room: &mut Room, request: RequestId, counts: &[(ValueId, Hands)]) {
    let edit = raise(&room.document, room.division, request, counts, &mut room.ids).expect("they can be counted");
    room.apply(edit);
}

#[test]
fn hands_are_tallied_as_they_were_counted() {
    let mut room = Room::new(&[("Speed", "polish"), ("Trust", "control"), ("Calm", "reach")], 0);
    let request = room.request();
    let counts = [(room.values[0], hands(10, [6, 3, 4, 2])), (room.values[1], hands(10, [5, 5, 0, 0]))];
    raised(&mut room, request, &counts);
    let result = result(&room.document, request, room.division);
    let rows: Vec<_> = result.rows.iter().map(|row| (row.verdict, row.tally.words(), row.label())).collect();
    let row = |verdict, words: &str, label: &str| (verdict, words.to_owned(), label.to_owned());
    assert_eq!(
        rows,
        [
            row(Verdict::Served, "6 served, 3 strained, 1 neither", "agreed trade"),
            row(Verdict::Split, "5 served, 5 strained", "split"),
            row(Verdict::NotWeighed, "nobody has answered", "not weighed"),
        ]
    );
    let raters: Vec<_> = room.document.raters_of(room.division).map(|rater| (&*rater.name, rater.named)).collect();
    assert_eq!(raters[..2], [("Hand 1", false), ("Hand 2", false)]);
    assert_eq!(raters.len(), 10);
}

#[test]
fn hands_answer_many_requests_and_stay_as_long_as_they_have_anything_to_say() {
    let mut room = Room::new(&[("Speed", "polish")], 1);
    let value = room.values[0];
    let (first, second) = (room.request(), room.request());
    raised(&mut room, first, &[(value, hands(5, [5, 0, 0, 0]))]);
    raised(&mut room, second, &[(value, hands(3, [0, 3, 0, 0]))]);
    assert_eq!(room.document.raters().count(), 1 + 5, "they are used again");
    raised(&mut room, first, &[(value, hands(2, [1, 0, 0, 0]))]);
    assert_eq!(room.document.raters().count(), 1 + 3, "two have nothing to say any more");
    assert_eq!(counted(&room.document, room.division, second), [(value, hands(3, [0, 3, 0, 0]))]);
    raised(&mut room, first, &[]);
    raised(&mut room, second, &[]);
    assert_eq!(room.document.raters().count(), 1);
}

#[test]
fn hands_that_two_pages_counted_at_once_become_as_many_as_were_counted_last() {
    let mut room = Room::new(&[("Speed", "polish")], 0);
    let (request, value) = (room.request(), room.values[0]);
    for page in [20, 21] {
        let (division, mut ids) = (room.division, Ids::new(Replica::new(page)));
        let rater = Rater { id: ids.fresh(), name: "Hand 1".to_owned(), division, named: false };
        let key = StanceKey { request, value, rater: rater.id };
        room.append(rater);
        room.append(Stance::untouched(key));
    }
    raised(&mut room, request, &[(value, hands(1, [1, 0, 1, 0]))]);
    assert_eq!(result(&room.document, request, room.division).rows[0].tally.words(), "one view");
    assert_eq!(room.document.raters().count(), 1);
}

#[test]
fn answers_that_people_gave_themselves_stay_beside_the_hands() {
    let mut room = Room::new(&[("Speed", "polish")], 1);
    let (request, value) = (room.weighed(&[&["+-"]]), room.values[0]);
    raised(&mut room, request, &[(value, hands(3, [0, 3, 0, 0]))]);
    assert_eq!(result(&room.document, request, room.division).rows[0].tally.words(), "1 served, 3 strained");
    assert_eq!(counted(&room.document, room.division, request), [(value, hands(3, [0, 3, 0, 0]))]);
    raised(&mut room, request, &[]);
    assert_eq!(result(&room.document, request, room.division).rows[0].tally.words(), "one view");
}

#[test]
fn what_cannot_be_counted_is_refused_with_what_to_do() {
    let mut room = Room::new(&[("Speed", "polish"), ("Trust", "")], 0);
    let (request, division) = (room.request(), room.division);
    let [speed, trust] = [room.values[0], room.values[1]];
    let mut refused = |division, request, value, hands| {
        raise(&room.document, division, request, &[(value, hands)], &mut room.ids).expect_err("it cannot be")
    };
    let one = hands(1, [1, 0, 0, 0]);
    assert_eq!(refused(DivisionId(stranger()), request, speed, one), HandsError::Gone);
    assert_eq!(refused(division, RequestId(stranger()), speed, one), HandsError::Gone);
    assert_eq!(refused(division, request, ValueId(stranger()), one), HandsError::Gone);
    assert_eq!(refused(division, request, trust, one), HandsError::Gone, "it is not in play");
    let crowd = refused(division, request, speed, hands(201, [1, 0, 0, 0]));
    assert_eq!(crowd.to_string(), "201 people are too many: up to 200 hands can be counted. Count a part of them.");
    let twice = refused(division, request, speed, hands(10, [0, 0, 7, 5]));
    let words = "“polish”: 12 hands of 10 people. Count again, or correct how many people there are.";
    assert_eq!(twice.to_string(), words);
    let beyond = refused(division, request, speed, hands(10, [u32::MAX, u32::MAX, 0, 0]));
    assert!(matches!(beyond, HandsError::TooManyHands { .. }));
}

/// What is held, refused by nobody: some people, some of them for each answer.
fn any_hands() -> impl Strategy<Value = Hands> {
    (0..12u32, any::<[Index; 4]>()).prop_map(|(people, picks)| {
        let of = |pick: &Index, most: u32| pick.index(most as usize + 1) as u32;
        let (serves, spends) = (of(&picks[0], people), of(&picks[1], people));
        hands(people, [serves, of(&picks[2], people - serves), spends, of(&picks[3], people - spends)])
    })
}

/// A document, a division and a request of it, and two counts on some of the division's values.
type Counting = (Document, DivisionId, RequestId, [Vec<(ValueId, Hands)>; 2]);

fn countings() -> impl Strategy<Value = Counting> {
    let counts = || prop::collection::vec(prop::option::of(any_hands()), 8);
    (documents(), any::<[Index; 2]>(), [counts(), counts()]).prop_map(|(mut document, picks, counts)| {
        let mut ids = Ids::new(Replica::new(8));
        let (division, request) = (ids.fresh(), ids.fresh());
        let mut append = |row: Row| {
            let edit = edit::append(&document, row);
            apply(&mut document, edit);
        };
        append(Division::new(division, "Room").into());
        append(Value::new(ids.fresh(), division, "Speed", "polish").into());
        append(Request::new(request, "Hurry", today()).into());
        let pick = |pick: &Index, all: &[evencost_core::id::Id]| all[pick.index(all.len())];
        let division = DivisionId(pick(&picks[0], &document.order(List::Divisions)));
        let request = RequestId(pick(&picks[1], &document.order(List::Requests)));
        let values: Vec<ValueId> = document.values_in_play(division).map(|value| value.id).collect();
        let counts = counts.map(|counts| {
            let counts = values.iter().zip(counts).filter_map(|(value, hands)| Some((*value, hands?)));
            counts.collect()
        });
        (document, division, request, counts)
    })
}

proptest! {
    #[test]
    fn each_proposal_stands_in_one_group_and_opposites_come_first(document in documents()) {
        for division in document.divisions() {
            let groups = groups(&document, division.id);
            let mut grouped: Vec<ValueId> =
                groups.iter().flat_map(|group| group.proposals.iter().map(|proposal| proposal.value)).collect();
            let proposed = document.values_of(division.id).filter(|v| v.must.is_none() && !v.is_untouched());
            let mut proposed: Vec<ValueId> = proposed.map(|value| value.id).collect();
            grouped.sort();
            proposed.sort();
            prop_assert_eq!(grouped, proposed);
            prop_assert!(groups.is_sorted_by_key(|g| (!g.is_opposite(), std::cmp::Reverse(g.proposals.len()))));
            for group in &groups {
                let is_one_here = |twin| group.proposals.iter().any(|p| p.value == twin && p.same_as.is_none());
                prop_assert!(group.proposals.iter().filter_map(|p| p.same_as).all(is_one_here));
                prop_assert!(group.is_opposite() || group.proposals.len() == 1 || group.at(Place::Cost).next().is_none());
            }
        }
    }

    #[test]
    fn what_was_counted_is_tallied_and_can_be_taken_back((before, division, request, [counts, _]) in countings()) {
        let mut document = before.clone();
        let mut ids = Ids::new(Replica::new(9));
        let edit = raise(&document, division, request, &counts, &mut ids).expect("it can be counted");
        let applied = apply(&mut document, edit);
        prop_assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
        prop_assert_eq!(document.broken_invariant(), None);
        let (was, is) = (result(&before, request, division), result(&document, request, division));
        for (was, is) in was.rows.iter().zip(&is.rows) {
            let hands = counts.iter().find(|count| count.0 == is.value).map(|count| count.1).unwrap_or_default();
            let more = |class| (is.tally.count(class) - was.tally.count(class)) as u32;
            prop_assert_eq!(more(Class::Served), hands.serves);
            prop_assert_eq!(more(Class::Strained), hands.harms);
            prop_assert_eq!(more(Class::Other), hands.count(Place::Pursued, Effect::Zero));
            let sum = |rows: &evencost_core::weigh::Tally, effect| -> usize {
                rows.held().filter(|(view, _)| view.cost == effect).map(|(_, people)| people).sum()
            };
            for effect in [Effect::Plus, Effect::Zero, Effect::Minus] {
                let more = (sum(&is.tally, effect) - sum(&was.tally, effect)) as u32;
                prop_assert_eq!(more, hands.count(Place::Cost, effect));
            }
        }
        let some: Vec<_> = counts.iter().copied().filter(|(_, hands)| hands.people > 0).collect();
        prop_assert_eq!(counted(&document, division, request), some);
        apply(&mut document, applied.inverse);
        prop_assert_eq!(document, before);
    }

    #[test]
    fn raising_again_is_raising_once_with_the_last_counts((before, division, request, [first, last]) in countings()) {
        let after = |all: &[&Vec<(ValueId, Hands)>]| {
            let (mut document, mut ids) = (before.clone(), Ids::new(Replica::new(9)));
            for counts in all {
                let edit = raise(&document, division, request, counts, &mut ids).expect("it can be counted");
                let applied = apply(&mut document, edit);
                assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
            }
            document
        };
        prop_assert_eq!(after(&[&first, &last]), after(&[&last]));
        let again = after(&[&last]);
        let edit = raise(&again, division, request, &last, &mut Ids::new(Replica::new(10))).expect("it can be counted");
        prop_assert!(edit.is_empty(), "{edit:?}");
    }

    #[test]
    fn minutes_of_anything_can_be_written(document in documents()) {
        for division in document.divisions() {
            prop_assert!(minutes::write(&document, division.id, today()).starts_with("# "));
        }
    }
}

#[test]
fn minutes_tell_what_was_adopted_weighed_and_decided() {
    let mut room = Room::new(&[("Speed", "pol*ish"), ("Trust", "control"), ("Calm", "reach")], 0);
    room.set(Key::Value(room.values[0]), Field::ValueAdopted(today().previous_day()));
    room.set(Key::Value(room.values[1]), Field::ValueAdopted(Some(today())));
    let request = room.request();
    room.set(Key::Request(request), Field::RequestTitle("Ship # early".to_owned()));
    let counts = [hands(5, [5, 0, 5, 0]), hands(5, [2, 2, 0, 0]), hands(5, [0, 0, 0, 0])];
    let counts: Vec<_> = room.values.iter().copied().zip(counts).collect();
    raised(&mut room, request, &counts);
    room.reveal(request);
    let value = Some(room.values[0]);
    let decision = Decision::open(room.decision(request));
    let (reason, terms) = ("It pays.\nTwice.".to_owned(), "somebody checks".to_owned());
    room.append(Decision { outcome: Outcome::YesIf, value, reason, terms, ..decision });
    let expected = "\
# People team, 24 November 2026

## Values

1. **Speed** even at the cost of **pol\\*ish**
2. **Trust** even at the cost of **control** (adopted today)

## Requests

### Ship \\# early

Serves 1, strains none where you agree. Split on 1.

It serves “Speed”, and strains nothing that you agree on. You are split on “Trust”: no view has more than half of you.

To talk about:

- **Trust** even at the cost of **control**: 2 served, 2 strained, 1 neither

**Decision:** yes, if somebody checks

The value that decided: **Speed** even at the cost of **pol\\*ish**

Reason: It pays. Twice.
";
    assert_eq!(minutes::write(&room.document, room.division, today()), expected);
    assert_eq!(minutes::write(&room.document, DivisionId(stranger()), today()), "");
}

#[test]
fn minutes_keep_blind_what_is_blind_and_name_nobody() {
    let mut room = Room::new(&[("Speed", "polish")], 3);
    let decided = room.weighed(&[&["--"], &["++"], &["+-"]]);
    room.decide(decided, Outcome::No, "We cannot.");
    room.must(decided, Demand::Forbidden, "Labour law");
    let open = room.weighed(&[&["--"]]);
    let text = minutes::write(&room.document, room.division, today());
    assert!(text.ends_with(
        "### Request AT\n\nIt must not be done: Labour law. A must comes before every value.\n\n**Decision:** no\n\nReason: We cannot.\n"
            .replace("AT", &decided.to_string())
            .as_str()
    ));
    assert!(!text.contains(&open.to_string()), "neither decided nor revealed");
    room.reveal(decided);
    let text = minutes::write(&room.document, room.division, today());
    assert!(text.contains("Serves 1, strains none"), "{text}");
    assert!(!text.contains("Person"), "{text}");
    room.apply(hide(&room.document, room.decision(decided)));
    room.apply(answer(&room.document, room.key(decided, 0, 0), Place::Pursued, Effect::Plus));
    assert!(!minutes::write(&room.document, room.division, today()).contains("erves"));
}
