//! Taking in replies: what they make of the document depends on the set of them, never on the order of pasting.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod common;

use common::room::Room;
use common::{Step, documents, steps, usually};
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::{DivisionId, Ids, RaterId, Replica, ValueId};
use evencost_core::link::{self, Line, Link, Part, Purpose, Sent, State, Taking};
use proptest::prelude::*;

/// What somebody was sent, and its fragment.
fn send(purpose: Purpose, document: &Document) -> (Sent, String) {
    let fragment = link::write(purpose, document).unwrap();
    match link::read(&fragment) {
        Ok(Link::Sent(sent)) => (sent, fragment),
        other => panic!("{other:?}"),
    }
}

fn add(document: &mut Document, row: impl Into<Row>) {
    let edit = edit::append(document, row);
    apply(document, edit);
}

fn set(document: &mut Document, key: Key, field: Field) {
    let edit = edit::set(document, key, field);
    apply(document, edit);
}

/// One who replies.
struct Person {
    ids: Ids,
    rater: RaterId,
    document: Document,
}

impl Person {
    fn new(number: u64, name: &str, sent: &Sent) -> Self {
        let mut ids = Ids::new(Replica::new(1_000 + number));
        let rater = ids.fresh();
        let mut document = sent.document.clone();
        let division = document.divisions().next().map(|row| row.id);
        if let Some(division) = division {
            add(&mut document, Rater { id: rater, name: name.into(), division, named: false });
        }
        Self { ids, rater, document }
    }

    fn propose(&mut self, pursued: &str, cost: &str) -> ValueId {
        let (id, division) = (self.ids.fresh(), self.document.divisions().next().unwrap().id);
        add(&mut self.document, Value::new(id, division, pursued, cost));
        id
    }

    fn reply(&self, sent: &Sent, number: u32) -> String {
        let fragment = link::write_reply(sent, self.rater, number, &self.document).unwrap();
        format!("https://example.org/evencost/#{fragment}")
    }
}

/// Takes a text in without choosing anything.
fn paste(document: &mut Document, base: &str, text: &str) -> Taking {
    let taking = link::take(document, text, |_| Some(base.to_owned()));
    let applied = apply(document, taking.edit.clone());
    assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
    assert_eq!(document.broken_invariant(), None);
    taking
}

fn choose(document: &mut Document, taking: &Taking, chosen: &[Option<usize>]) {
    let edit = taking.with_choices(document, chosen);
    apply(document, edit);
}

fn room() -> Room {
    Room::new(&[("Speed", "polish"), ("Openness", "calm")], 0)
}

fn states(taking: &Taking) -> Vec<(&str, State)> {
    taking.lines.iter().map(|line| (line.name.as_str(), line.state)).collect()
}

proptest! {
    #![proptest_config(usually(500))]

    #[test]
    fn the_order_of_pasting_does_not_matter(
        base in documents(),
        work in prop::collection::vec(steps(0..12), 1..5),
        own in steps(0..4),
        shuffle in any::<[prop::sample::Index; 5]>(),
    ) {
        let (sent, fragment) = send(Purpose::Draft, &base);
        let replies: Vec<String> = work.iter().enumerate().map(|(place, steps)| {
            let mut person = Person::new(place as u64, "", &sent);
            run(&mut person.document, steps, &mut person.ids);
            person.reply(&sent, 1)
        }).collect();
        // The facilitator has gone on where nobody else does.
        let mut start = base;
        let mut ids = Ids::new(Replica::new(99));
        let division = ids.fresh();
        add(&mut start, Division::new(division, "Own"));
        own.iter().for_each(|_| add(&mut start, Value::new(ids.fresh(), division, "a", "b")));

        let mut at_once = start.clone();
        paste(&mut at_once, &fragment, &replies.join(" and "));
        let mut one_by_one = start.clone();
        let mut left = replies.clone();
        for pick in shuffle {
            if !left.is_empty() {
                let next = left.remove(pick.index(left.len()));
                paste(&mut one_by_one, &fragment, &next);
            }
        }
        prop_assert_eq!(&at_once, &one_by_one);
        let again = paste(&mut one_by_one, &fragment, &replies.join("\n"));
        prop_assert!(again.brings_nothing());
        prop_assert!(again.choices.is_empty());
        prop_assert_eq!(at_once, one_by_one);
    }

    #[test]
    fn taking_in_is_undone_as_one_edit(base in documents(), work in steps(0..12)) {
        let (sent, fragment) = send(Purpose::Weigh, &base);
        let mut person = Person::new(0, "", &sent);
        run(&mut person.document, &work, &mut person.ids);
        let taking = link::take(&base, &person.reply(&sent, 1), |_| Some(fragment.clone()));
        let mut document = base.clone();
        let all = vec![Some(0); taking.choices.len()];
        let applied = apply(&mut document, taking.with_choices(&base, &all));
        prop_assert_eq!(document.broken_invariant(), None);
        apply(&mut document, applied.inverse);
        prop_assert_eq!(document, base);
    }

    #[test]
    fn a_part_holds_what_it_says_and_keeps_the_order(document in documents()) {
        for (requests, answers) in [(false, false), (true, false), (true, true)] {
            let part = Part { division: None, values: true, requests, decisions: true, answers, service: answers, talks: answers, ..Part::default() }.of(&document);
            prop_assert_eq!(part.broken_invariant(), None);
            prop_assert_eq!(part.requests().count() > 0, requests && document.requests().count() > 0);
            prop_assert_eq!(part.raters().count() > 0, answers && document.raters().count() > 0);
            let values = |document: &Document| -> Vec<ValueId> {
                document.divisions().flat_map(|row| document.values_of(row.id)).map(|value| value.id).collect()
            };
            prop_assert_eq!(values(&part), values(&document));
            if answers {
                let all = |key: &Key| !matches!(key, Key::SameGood(_));
                let keys = |document: &Document| document.keys().filter(all).collect::<Vec<_>>();
                prop_assert_eq!(keys(&part), keys(&document));
            }
        }
        if let Some(only) = document.divisions().next().map(|row| row.id) {
            let part = Part { division: Some(only), values: true, requests: true, decisions: true, answers: true, service: true, talks: true, ..Part::default() }.of(&document);
            prop_assert_eq!(part.broken_invariant(), None);
            prop_assert_eq!(part.divisions().count(), 1);
            prop_assert_eq!(part.requests().count(), document.requests().count());
            prop_assert_eq!(part.outputs_of(only).count(), document.outputs_of(only).count());
            prop_assert_eq!(part.order(List::Lanes).len(), document.lanes_of(only).count());
        }
    }
}

/// Does what the steps say.
fn run(document: &mut Document, steps: &[Step], ids: &mut Ids) {
    for step in steps {
        if let Some(edit) = step.edit(document, ids) {
            apply(document, edit);
        }
    }
}

#[test]
fn proposals_of_several_people_stand_in_one_list() {
    let room = room();
    let (sent, fragment) = send(Purpose::Draft, &room.document);
    let (mut ann, mut bo) = (Person::new(1, "Ann", &sent), Person::new(2, "Bo", &sent));
    ann.propose("Candour", "comfort");
    bo.propose("Focus", "breadth");
    bo.propose("Rest", "reach");
    let mut document = room.document.clone();
    let chat =
        format!("Ann: here you are {} (sorry, late)\nBo: <{}>. See #requests", ann.reply(&sent, 1), bo.reply(&sent, 1));
    let taking = paste(&mut document, &fragment, &chat);
    assert_eq!(states(&taking), [("Ann", State::New), ("Bo", State::New)]);
    assert_eq!(taking.lines.iter().map(|line| line.added).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(document.values_of(room.division).count(), 5);
    assert_eq!(document.raters().count(), 2);
}

#[test]
fn a_second_reply_replaces_the_first_in_whatever_order_they_come() {
    let room = room();
    let (sent, fragment) = send(Purpose::Draft, &room.document);
    let mut ann = Person::new(1, "Ann", &sent);
    let candour = ann.propose("Candour", "comfort");
    let first = ann.reply(&sent, 1);
    let edit = edit::remove(&ann.document, &Key::Value(candour));
    apply(&mut ann.document, edit);
    ann.propose("Clarity", "comfort");
    let second = ann.reply(&sent, 2);

    let pursued = |document: &Document| -> Vec<String> {
        document.values_of(room.division).map(|value| value.pursued.text.clone()).collect()
    };
    for order in [[&first, &second], [&second, &first]] {
        let mut document = room.document.clone();
        for reply in order {
            paste(&mut document, &fragment, reply);
        }
        assert_eq!(pursued(&document), ["Speed", "Openness", "Clarity"]);
    }
    let taking = link::take(&room.document, &[&*first, &*second].join(" "), |_| Some(fragment.clone()));
    assert_eq!(states(&taking), [("Ann", State::New), ("Ann", State::Replaced)]);
}

#[test]
fn what_two_change_differently_is_chosen_and_asked_once() {
    let room = room();
    let (sent, fragment) = send(Purpose::Draft, &room.document);
    let key = Key::Value(room.values[0]);
    let replies = [(1, "Velocity"), (2, "Pace")].map(|(number, words)| {
        let mut person = Person::new(number, "", &sent);
        set(&mut person.document, key.clone(), Field::ValuePursued(words.into()));
        person.reply(&sent, 1)
    });
    let mut third = Person::new(77, "", &sent);
    set(&mut third.document, key.clone(), Field::ValuePursued("Pace".into()));

    let mut document = room.document.clone();
    let alone = paste(&mut document, &fragment, &replies[0]);
    assert_eq!(alone.choices, []);
    assert_eq!(document.value(room.values[0]).unwrap().pursued.text, "Velocity");
    let taking = link::take(&document, &[&*replies[1], &*third.reply(&sent, 1)].join(" "), |_| Some(fragment.clone()));
    assert_eq!(taking.choices.len(), 1);
    let counts: Vec<usize> = taking.choices[0].proposals.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [1, 2]);
    choose(&mut document, &taking, &[Some(1)]);
    assert_eq!(document.value(room.values[0]).unwrap().pursued.text, "Pace");
    let again = link::take(&document, &replies.join(" "), |_| Some(fragment.clone()));
    assert!(again.choices.is_empty() && again.brings_nothing());
}

#[test]
fn what_was_left_undecided_stays_as_it_was_sent() {
    let room = room();
    let (sent, fragment) = send(Purpose::Draft, &room.document);
    let key = Key::Value(room.values[0]);
    let mut document = room.document.clone();
    for (number, words) in [(1, "Velocity"), (2, "Pace")] {
        let mut person = Person::new(number, "", &sent);
        set(&mut person.document, key.clone(), Field::ValuePursued(words.into()));
        paste(&mut document, &fragment, &person.reply(&sent, 1));
    }
    assert_eq!(document.value(room.values[0]).unwrap().pursued.text, "Speed");
}

#[test]
fn what_people_drop_the_room_decides() {
    let room = room();
    let (sent, fragment) = send(Purpose::Draft, &room.document);
    let mut ann = Person::new(1, "Ann", &sent);
    let edit = edit::remove(&ann.document, &Key::Value(room.values[0]));
    apply(&mut ann.document, edit);
    let mut document = room.document.clone();
    let taking = link::take(&document, &ann.reply(&sent, 1), |_| Some(fragment.clone()));
    assert_eq!(taking.choices.len(), 1);
    choose(&mut document, &taking, &[None]);
    assert_eq!(document.values_of(room.division).count(), 2);
    let mut document = room.document.clone();
    choose(&mut document, &taking, &[Some(0)]);
    assert_eq!(document.values_of(room.division).count(), 1);
}

#[test]
fn a_reply_whose_link_is_not_kept_is_read_with_the_one_in_the_text() {
    let room = room();
    let (sent, fragment) = send(Purpose::Draft, &room.document);
    let mut ann = Person::new(1, "Ann", &sent);
    ann.propose("Candour", "comfort");
    let reply = ann.reply(&sent, 1);
    let missing = link::take(&room.document, &reply, |_| None);
    assert_eq!(states(&missing), [("", State::BaseMissing)]);
    assert!(missing.brings_nothing());
    let chat = format!("https://example.org/#{fragment}\n{reply}");
    let found = link::take(&room.document, &chat, |_| None);
    assert_eq!(states(&found), [("", State::Sent), ("Ann", State::New)]);
    let cut = link::take(&room.document, &chat[..chat.len() - 9], |_| None);
    assert!(
        matches!(cut.lines[..], [_, Line { state: State::Unreadable(link::LinkError::Cut { .. }), .. }]),
        "{cut:?}"
    );
}

#[test]
fn another_divisions_action_is_a_request_where_that_division_is_not_sent() {
    let mut room = room();
    let other: DivisionId = room.ids.fresh();
    room.append(Division::new(other, "Sales"));
    let request = room.request();
    room.set(Key::Request(request), Field::RequestOrigin(Origin::Own(other)));
    let part = Part { division: Some(room.division), requests: true, ..Part::default() }.of(&room.document);
    assert_eq!(part.request(request).unwrap().origin, Origin::Incoming("Sales".into()));
}

#[test]
fn without_the_values_only_the_division_is_sent() {
    let room = room();
    let part = Part { division: Some(room.division), ..Part::default() }.of(&room.document);
    assert_eq!(part.divisions().count(), 1);
    assert_eq!(part.values_of(room.division).count(), 0);
}

#[test]
fn a_reply_to_another_workspace_is_told_and_left_alone() {
    let room = room();
    let mut elsewhere = Document::default();
    add(&mut elsewhere, Division::new(Ids::new(Replica::new(55)).fresh(), "Sales"));
    let (sent, fragment) = send(Purpose::Draft, &room.document);
    let mut ann = Person::new(1, "Ann", &sent);
    ann.propose("Candour", "comfort");
    let taking = link::take(&elsewhere, &ann.reply(&sent, 1), |_| Some(fragment.clone()));
    assert_eq!(states(&taking), [("", State::Elsewhere)]);
    assert!(taking.brings_nothing() && taking.choices.is_empty());
}

#[test]
fn what_was_decided_of_another_divisions_words_is_not_sent() {
    let mut room = room();
    let other: DivisionId = room.ids.fresh();
    room.append(Division::new(other, "Sales"));
    let id = room.ids.fresh();
    room.append(Value::new(id, other, "Quiet layoffs", "trust"));
    let pair = |a: &str, b: &str| WordingPair::new(Wording::anywhere(a), Wording::anywhere(b));
    room.append(SameGood { pair: pair("Speed", "Quiet layoffs"), same: true });
    room.append(SameGood { pair: pair("Speed", "calm"), same: false });
    let part = Part { division: Some(room.division), values: true, ..Part::default() }.of(&room.document);
    assert_eq!(part.same_goods().count(), 1);
    let all = Part { values: true, ..Part::default() }.of(&room.document);
    assert_eq!(all.same_goods().count(), 2);
}

#[test]
fn a_reply_reveals_and_decides_nothing() {
    let mut room = Room::new(&[("Speed", "polish")], 1);
    let request = room.weighed(&[&["+-"]]);
    let (sent, fragment) = send(Purpose::Weigh, &room.document);
    let mut ann = Person::new(1, "Ann", &sent);
    let key = DecisionKey { request, division: room.division };
    add(&mut ann.document, Reveal { key });
    add(&mut ann.document, Decision { outcome: Outcome::No, ..Decision::open(key) });
    set(&mut ann.document, Key::Rater(room.people[0]), Field::RaterNamed(true));
    let mut document = room.document.clone();
    paste(&mut document, &fragment, &ann.reply(&sent, 1));
    assert!(!document.is_revealed(key) && document.decision(key).is_none());
    assert_eq!(document.rater(room.people[0]), room.document.rater(room.people[0]));
}
