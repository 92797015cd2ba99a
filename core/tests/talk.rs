//! Talks: what moved between two snapshots, what is proposed, what both adopt, and the minutes.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use common::sets::Sets;
use common::{documents, today};
use evencost_core::compare::{Nothing, Stems};
use evencost_core::document::*;
use evencost_core::edit::{self, Edit, apply};
use evencost_core::id::{DivisionId, Ids, Replica, TalkId};
use evencost_core::talk::*;
use proptest::prelude::*;

/// What moved in words, with the sentences of both sides.
fn told(moves: &[Move]) -> Vec<String> {
    let sentence = |value: &SeenValue| format!("{} > {}", value.pursued, value.cost);
    let side = |values: &Vec<SeenValue>| values.iter().map(sentence).collect::<Vec<_>>().join(", ");
    moves.iter().map(|moved| [&*moved.words(), &moved.sides().each_ref().map(side).join(" | ")].join(": ")).collect()
}

fn mirror(moves: &[Move]) -> Vec<Move> {
    let swap = |moved: &Move| {
        let mut moved = moved.clone();
        moved.before.reverse();
        moved.after.reverse();
        moved
    };
    moves.iter().map(swap).collect()
}

/// The same moves, in whatever order.
fn sorted(moves: &[Move]) -> Vec<String> {
    let mut all: Vec<String> = moves.iter().map(|moved| format!("{moved:?}")).collect();
    all.sort();
    all
}

fn set(room: &mut Sets, value: usize, place: Place, text: &str) {
    let edit = edit::set_side(&room.document, room.values()[value], place, text.to_owned());
    apply(&mut room.document, edit);
}

fn remove(room: &mut Sets, value: usize) {
    let edit = edit::remove(&room.document, &Key::Value(room.values()[value]));
    apply(&mut room.document, edit);
}

fn seen(room: &Sets) -> Seen {
    snapshot(&room.document, room.divisions[0], room.divisions[1])
}

/// A room of two sets, and a talk of theirs.
fn talking(a: &[(&str, &str)], b: &[(&str, &str)]) -> (Sets, TalkId) {
    let mut room = Sets::of(&[a, b]);
    let talk = Talk::new(room.ids.fresh(), [room.divisions[0], room.divisions[1]], today());
    let id = talk.id;
    room.append(talk);
    (room, id)
}

fn point(room: &mut Sets, talk: TalkId, pursued: &str, cost: &str) -> Point {
    let point = Point { pursued: pursued.into(), cost: cost.into(), ..Point::new(room.ids.fresh(), talk, "A point") };
    room.append(point.clone());
    point
}

fn make(room: &mut Sets, edit: Edit) -> Edit {
    let applied = apply(&mut room.document, edit);
    assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
    assert_eq!(room.document.broken_invariant(), None);
    applied.inverse
}

#[test]
fn what_moves_is_told_in_words_worst_first() {
    let mut room = Sets::of(&[
        &[("Speed", "polish"), ("Candour", "comfort"), ("Plain words", "nuance")],
        &[("Polish", "speed"), ("Candour", "comfort"), ("Growth", "rest")],
    ]);
    let before = seen(&room);
    assert!(moved(&before, &seen(&room)).is_empty());
    // The first pair is no longer head-on but shared, the second may clash, the lonely ones meet.
    set(&mut room, 3, Place::Pursued, "speed");
    set(&mut room, 3, Place::Cost, "polish");
    set(&mut room, 4, Place::Pursued, "Comfort");
    set(&mut room, 4, Place::Cost, "pay");
    set(&mut room, 5, Place::Pursued, "Plain words");
    let moves = moved(&before, &seen(&room));
    assert_eq!(
        told(&moves),
        [
            "Now may clash, before shared: Candour > comfort | Comfort > pay",
            "New: same aim: Plain words > nuance | Plain words > rest",
            "Now shared, before head-on: Speed > polish | speed > polish",
        ]
    );
    assert_eq!(in_short(&moves), "1 new, 2 changed.");
    // Back in time, what is new has gone.
    assert_eq!(
        told(&moved(&seen(&room), &before)),
        [
            "Now head-on, before shared: Speed > polish | Polish > speed",
            "Now shared, before may clash: Candour > comfort | Candour > comfort",
            "No longer same aim: Plain words > nuance | Plain words > rest",
        ]
    );
}

#[test]
fn a_value_without_counterpart_moves_only_when_it_comes_or_goes() {
    let mut room = Sets::of(&[&[("Speed", "polish"), ("Candour", "comfort")], &[("Growth", "rest")]]);
    let before = seen(&room);
    remove(&mut room, 1);
    let division = room.divisions[1];
    let value = Value::new(room.ids.fresh(), division, "Play", "order");
    room.append(value);
    assert_eq!(
        told(&moved(&before, &seen(&room))),
        [
            "New, and without counterpart:  | Play > order",
            "No longer there; it had no counterpart: Candour > comfort | ",
        ]
    );
}

#[test]
fn other_words_for_the_same_are_told_last_and_pasting_anew_moves_nothing() {
    let mut room = Sets::of(&[&[("Speed", "polish")], &[("Polish", "speed and rest")]]);
    let before = seen(&room);
    set(&mut room, 1, Place::Cost, "speed and sleep");
    assert_eq!(
        told(&moved(&before, &seen(&room))),
        ["Still head-on, in other words: Speed > polish | Polish > speed and sleep"]
    );
    // The same values, pasted anew, are others by their ids alone.
    let pasted = Sets::of(&[&[], &[("polish", "Speed and sleep")]]);
    assert_ne!(pasted.values()[0], room.values()[1]);
    let [a, _] = seen(&room).values;
    let [_, b] = seen(&pasted).values;
    let anew = Seen { values: [a, b], ..seen(&room) };
    assert!(moved(&seen(&room), &anew).is_empty());
}

#[test]
fn the_agenda_begins_with_what_sets_the_two_apart() {
    let room = Sets::of(&[
        &[("Speed", "polish"), ("Candour", "comfort"), ("Plain words", "nuance"), ("Rest", "pay")],
        &[("Candour", "comfort"), ("Polish", "speed"), ("Fame", "rest"), ("Play", "order")],
    ]);
    let agenda = agenda(&room.document, room.divisions[0], room.divisions[1], &Nothing);
    let points: Vec<_> = agenda.iter().map(|point| (point.ground, point.subject.as_str())).collect();
    assert_eq!(
        points,
        [
            (Ground::Apart, "Head-on: Speed and polish"),
            (Ground::Apart, "May clash: Rest"),
            (Ground::Common, "Shared: Candour and comfort"),
            (Ground::Alone, "No counterpart: Plain words"),
            (Ground::Alone, "No counterpart: Play"),
        ]
    );
    assert_eq!(agenda[0].ours, "Speed even at the cost of polish");
    assert_eq!(agenda[0].theirs, "Polish even at the cost of speed");
    assert_eq!(sides(&agenda[0].ours), Some(["Speed", "polish"]));
    assert!(agenda.iter().all(|point| !point.question.is_empty()));
    assert_eq!(agenda[4].ours, "");
}

#[test]
fn lanes_and_strained_requests_are_proposed() {
    let (mut room, _) = talking(&[("Speed", "polish")], &[("Polish", "speed")]);
    let [a, b] = [room.divisions[0], room.divisions[1]];
    let customer =
        Customer { partner: Some(b), needs: "somebody\nwho asks".into(), ..Customer::new(room.ids.fresh(), a, "B") };
    let partnership = Lane {
        circumstance: "a product is new".into(),
        hours: 6,
        ..Lane::new(room.ids.fresh(), customer.id, Service::Partnership)
    };
    let quick = Lane::new(room.ids.fresh(), customer.id, Service::QuickOrder);
    let request = Request { origin: Origin::Own(b), ..Request::new(room.ids.fresh(), "Launch on Friday", today()) };
    let yes =
        Request { origin: Origin::Incoming("b".into()), ..Request::new(room.ids.fresh(), "Gold plates", today()) };
    let key = DecisionKey { request: request.id, division: a };
    let placement = Placement {
        lane: Some(quick.id),
        service: Some(Service::Partnership),
        reason: "it was the first".into(),
        ..Placement::open(key)
    };
    let raters = [a, b].map(|division| Rater { id: room.ids.fresh(), name: String::new(), division, named: false });
    for row in [
        Row::Customer(customer),
        Row::Lane(partnership),
        Row::Lane(quick),
        Row::Request(request.clone()),
        Row::Request(yes.clone()),
        Row::Placement(placement),
    ] {
        room.append(row);
    }
    // Speed is what the request serves: it fits A and strains B.
    let (plus, minus) = (Some(Effect::Plus), Some(Effect::Minus));
    let values = room.values();
    for (which, [pursued, cost]) in [[plus, minus], [minus, plus]].into_iter().enumerate() {
        room.append(raters[which].clone());
        let key = StanceKey { request: request.id, value: values[which], rater: raters[which].id };
        room.append(Stance { key, pursued, cost, too_dear: false });
        room.append(Reveal { key: DecisionKey { request: request.id, division: raters[which].division } });
    }
    // A said yes to what strains it.
    let key = StanceKey { request: yes.id, value: values[0], rater: raters[0].id };
    room.append(Stance { key, pursued: minus, cost: plus, too_dear: false });
    let key = DecisionKey { request: yes.id, division: a };
    room.append(Reveal { key });
    room.append(Decision { outcome: Outcome::Yes, ..Decision::open(key) });

    let of = |a: DivisionId, b: DivisionId| {
        let agenda = agenda(&room.document, a, b, &Nothing);
        let own = agenda.into_iter().filter(|point| matches!(point.ground, Ground::Requests | Ground::Service));
        own.map(|point| [point.subject, point.ours, point.theirs]).collect::<Vec<_>>()
    };
    let expected = [
        ["Seen differently: Launch on Friday", "Speed even at the cost of polish", "Polish even at the cost of speed"],
        ["A yes that strained: Gold plates", "Speed even at the cost of polish", ""],
        [
            "Partnership when a product is new",
            "In partnership, 6 hours a month when a product is new",
            "Needs: somebody who asks",
        ],
        ["Served otherwise: Launch on Friday", "Served as a partnership: it was the first", "Wants a quick order"],
    ];
    assert_eq!(of(a, b), expected);
    // From the other side, the same with sides swapped.
    let mut swapped = expected;
    swapped.iter_mut().for_each(|[_, ours, theirs]| std::mem::swap(ours, theirs));
    assert_eq!(of(b, a), swapped);
}

#[test]
fn both_adopt_a_value_with_its_origin() {
    let (mut room, talk) = talking(&[("Speed", "polish")], &[("speed", "the polish"), ("Rest", "pay")]);
    let [a, b] = [room.divisions[0], room.divisions[1]];
    // B says it already, as a draft in words of its own; A gets nothing new either.
    let draft = point(&mut room, talk, "Speed", "polish");
    let edit = adopt(&room.document, draft.id, &mut room.ids, today());
    make(&mut room, edit);
    assert_eq!(room.values().len(), 3);
    assert!(
        [0, 1].map(|at| room.values()[at]).iter().all(|&id| room
            .document
            .value(id)
            .expect("it is there")
            .adopted
            .is_some())
    );
    let new = point(&mut room, talk, "Candour ", " comfort");
    assert_eq!(sets_with(&room.document, &new), [None, None]);
    let edit = adopt(&room.document, new.id, &mut room.ids, today());
    let before = room.document.clone();
    let back = make(&mut room, edit);
    let last = |division| room.document.values_of(division).last().expect("it is there").clone();
    let (of_a, of_b) = (last(a), last(b));
    for (value, origin) in [(&of_a, "A talk with B, 24 November 2026"), (&of_b, "A talk with A, 24 November 2026")] {
        assert_eq!([&value.pursued.text, &value.cost.text, &value.origin], ["Candour", "comfort", origin]);
        assert_eq!(value.adopted, Some(today()));
    }
    assert_eq!(sets_with(&room.document, &new), [Some(of_a.id), Some(of_b.id)]);
    assert!(adopt(&room.document, new.id, &mut room.ids, today()).is_empty());
    make(&mut room, back);
    assert_eq!(room.document, before);
}

#[test]
fn a_talk_goes_from_its_agenda_to_its_minutes() {
    let (mut room, talk) = talking(&[("Speed", "polish")], &[("Polish", "speed")]);
    let [a, b] = [room.divisions[0], room.divisions[1]];
    let proposed = agenda(&room.document, a, b, &Stems).remove(0);
    let id = room.ids.fresh();
    let chosen = proposed.clone().point(id, talk);
    assert!(proposed.is(&chosen));
    assert!(proposed.is(&Point { subject: "In other words".into(), ..chosen.clone() }));
    let other = Proposed { subject: "Another".into(), question: "Another?".into(), ..proposed.clone() };
    assert!(!other.is(&chosen), "the same two sentences can be asked about twice");
    room.append(chosen);
    let row = |room: &Sets| room.document.talk(talk).expect("it is there").clone();
    assert_eq!(course(&row(&room)), Course::Prepared);
    assert_eq!(prepared(&room.document, b, a).map(|row| row.id), Some(talk));
    let edit = begin(&room.document, talk, &mut room.ids, today());
    make(&mut room, edit);
    assert_eq!(course(&row(&room)), Course::Begun);
    assert!(begin(&room.document, talk, &mut room.ids, today()).is_empty());
    for field in [
        Field::PointNotes("They met on\n\n*Tuesday*".into()),
        Field::PointAgreed(Agreed::Adopted),
        Field::PointPursued("Handing over early".into()),
        Field::PointCost("polish".into()),
    ] {
        let edit = edit::set(&room.document, Key::Point(id), field);
        make(&mut room, edit);
    }
    let other = point(&mut room, talk, "", "");
    for field in [Field::PointAgreed(Agreed::Differ), Field::PointTerms("The board, by May".into())] {
        let edit = edit::set(&room.document, Key::Point(other.id), field);
        make(&mut room, edit);
    }
    let edit = end(&room.document, talk, &mut room.ids, today());
    make(&mut room, edit);
    assert_eq!(course(&row(&room)), Course::Ended);
    assert_eq!(prepared(&room.document, a, b), None);
    assert_eq!(room.values().len(), 4);
    assert_eq!(
        minutes::write(&room.document, talk),
        "# A and B, 24 November 2026\n\n\
         ## 1. Head-on: Speed and polish\n\n\
         - A: **Speed** even at the cost of **polish**\n\
         - B: **Polish** even at the cost of **speed**\n\n\
         *What would A lose if B stopped standing up for “Polish”, and what would B lose if A stopped standing up for “Speed”?*\n\n\
         > They met on  \n> \\*Tuesday\\*\n\n\
         **Adopted by both:** **Handing over early** even at the cost of **polish**\n\n\
         ## 2. A point\n\n\
         **We differ, and here is who decides:** The board, by May\n\n\
         ## What moved\n\n1 new.\n\n\
         - New: shared\n  - A: **Handing over early** even at the cost of **polish**\n  \
         - B: **Handing over early** even at the cost of **polish**\n"
    );
    // Ended again, what was kept is kept anew, once.
    let count = room.document.snapshots().count();
    let edit = end(&room.document, talk, &mut room.ids, today());
    make(&mut room, edit);
    assert_eq!(room.document.snapshots().count(), count);
    assert_eq!(of_pair(&room.document, b, a).len(), 2);
    assert_eq!(minutes::write(&room.document, room.ids.fresh()), "");
}

#[test]
fn a_point_moves_among_those_of_its_own_talk() {
    let (mut room, talk) = talking(&[], &[]);
    let other = Talk::new(room.ids.fresh(), [room.divisions[0], room.divisions[1]], today());
    let elsewhere = other.id;
    room.append(other);
    let points: Vec<_> =
        [talk, elsewhere, talk, talk, elsewhere].iter().map(|&of| point(&mut room, of, "", "").id).collect();
    let order = |room: &Sets, talk| room.document.points_of(talk).map(|point| point.id).collect::<Vec<_>>();
    let own = order(&room, talk).into_iter().map(|point| point.0).collect::<Vec<_>>();
    let edit = edit::move_among(&room.document, List::Points, &own, points[0].0, 1);
    make(&mut room, edit);
    assert_eq!(order(&room, talk), [points[2], points[0], points[3]]);
    assert_eq!(order(&room, elsewhere), [points[1], points[4]]);
    let own = order(&room, talk).into_iter().map(|point| point.0).collect::<Vec<_>>();
    assert!(edit::move_among(&room.document, List::Points, &own, points[3].0, 9).is_empty());
}

/// Ids beside those of the documents.
fn strangers() -> Ids {
    Ids::new(Replica::new(8))
}

fn pairs(document: &Document) -> Vec<[DivisionId; 2]> {
    let ids: Vec<DivisionId> = document.divisions().map(|row| row.id).collect();
    ids.iter().flat_map(|&a| ids.iter().map(move |&b| [a, b])).collect()
}

proptest! {
    #[test]
    fn nothing_moves_between_a_snapshot_and_itself(document in documents()) {
        for [a, b] in pairs(&document) {
            let seen = snapshot(&document, a, b);
            prop_assert!(seen.is_sound());
            prop_assert_eq!(moved(&seen, &seen), vec![]);
        }
    }

    #[test]
    fn what_moved_is_mirrored_and_taken_back(one in documents(), other in documents()) {
        for ([a, b], [c, d]) in pairs(&one).into_iter().zip(pairs(&other)) {
            let (earlier, later) = (snapshot(&one, a, b), snapshot(&other, c, d));
            let moves = moved(&earlier, &later);
            prop_assert_eq!(sorted(&moved(&mirrored(&earlier), &mirrored(&later))), sorted(&mirror(&moves)));
            let back = moved(&later, &earlier);
            prop_assert_eq!(back.len(), moves.len());
            prop_assert!(moves.iter().all(|moved| moved.from.is_some() || moved.to.is_some()));
        }
    }

    #[test]
    fn adopting_twice_adds_once_and_is_undone(mut document in documents(), pick: prop::sample::Index, pursued in "[a-c]( and [a-c])?", cost in "[a-c ]{0,3}") {
        let talks: Vec<TalkId> = document.talks().map(|talk| talk.id).collect();
        if talks.is_empty() {
            return Ok(());
        }
        let mut ids = strangers();
        let talk = talks[pick.index(talks.len())];
        let point = Point { pursued, cost, ..Point::new(ids.fresh(), talk, "") };
        let edit = edit::append(&document, point.clone());
        apply(&mut document, edit);
        let before = document.clone();
        let edit = adopt(&document, point.id, &mut ids, today());
        let applied = apply(&mut document, edit);
        prop_assert!(applied.skipped.is_empty());
        prop_assert_eq!(document.broken_invariant(), None);
        prop_assert!(adopt(&document, point.id, &mut ids, today()).is_empty());
        let is_written = !point.pursued.trim().is_empty() && !point.cost.trim().is_empty();
        prop_assert!(sets_with(&document, &point).iter().all(|has| has.is_some() == is_written));
        apply(&mut document, applied.inverse);
        prop_assert_eq!(document, before);
    }

    #[test]
    fn a_division_has_no_clash_with_its_like(goods in prop::collection::vec("[a-h]", 2..8)) {
        // A chain is consistent where no good comes twice.
        let mut goods = goods;
        goods.sort();
        goods.dedup();
        let chain: Vec<(String, String)> = goods.windows(2).map(|two| (two[0].clone(), two[1].clone())).collect();
        let room = Sets::owned(&[chain.clone(), chain]);
        let [a, b] = [room.divisions[0], room.divisions[1]];
        let with_like = agenda(&room.document, a, b, &Stems);
        prop_assert!(with_like.iter().all(|point| point.ground == Ground::Common), "{:?}", with_like);
        prop_assert!(agenda(&room.document, a, a, &Stems).is_empty());
    }

    #[test]
    fn whatever_stands_in_a_document_can_be_talked_about(document in documents()) {
        for [a, b] in pairs(&document) {
            let proposed = agenda(&document, a, b, &Stems);
            let swapped = agenda(&document, b, a, &Stems);
            prop_assert_eq!(proposed.len(), swapped.len());
            prop_assert!(proposed.iter().all(|point| !point.subject.is_empty() && !point.question.is_empty()));
        }
        for talk in document.talks() {
            let words = minutes::write(&document, talk.id);
            prop_assert!(words.starts_with("# "));
            let mut ended = document.clone();
            let edit = end(&document, talk.id, &mut strangers(), today());
            let applied = apply(&mut ended, edit);
            prop_assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
            prop_assert_eq!(ended.broken_invariant(), None);
            apply(&mut ended, applied.inverse);
            prop_assert_eq!(&ended, &document);
        }
    }
}
