//! One division that weighs: documents made by hand, in a line each.

use evencost_core::document::*;
use evencost_core::edit::{self, Edit, apply};
use evencost_core::id::{DivisionId, Ids, RaterId, RequestId, ValueId};

use super::{ids, today};

pub struct Room {
    pub document: Document,
    pub ids: Ids,
    pub division: DivisionId,
    pub values: Vec<ValueId>,
    pub people: Vec<RaterId>,
}

impl Room {
    pub fn new(values: &[(&str, &str)], people: usize) -> Self {
        let mut ids = ids();
        let division = ids.fresh();
        let mut room = Self { document: Document::default(), ids, division, values: vec![], people: vec![] };
        room.append(Division::new(division, "People team"));
        for (pursued, cost) in values {
            room.value(pursued, cost);
        }
        for person in 0..people {
            let id = room.ids.fresh();
            room.append(Rater { id, name: format!("Person {person}"), division, named: false });
            room.people.push(id);
        }
        room
    }

    pub fn apply(&mut self, edit: Edit) {
        let applied = apply(&mut self.document, edit);
        assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
        assert_eq!(self.document.broken_invariant(), None);
    }

    pub fn append(&mut self, row: impl Into<Row>) {
        self.apply(edit::append(&self.document, row));
    }

    pub fn set(&mut self, key: Key, field: Field) {
        self.apply(edit::set(&self.document, key, field));
    }

    pub fn value(&mut self, pursued: &str, cost: &str) -> ValueId {
        let id = self.ids.fresh();
        self.append(Value::new(id, self.division, pursued, cost));
        self.values.push(id);
        id
    }

    pub fn request(&mut self) -> RequestId {
        let id = self.ids.fresh();
        self.append(Request::new(id, format!("Request {id}"), today()));
        id
    }

    pub fn own(&mut self) -> RequestId {
        let id = self.request();
        self.set(Key::Request(id), Field::RequestOrigin(Origin::Own(self.division)));
        id
    }

    pub fn must(&mut self, request: RequestId, demand: Demand, source: &str) {
        let must = Must { demand, source: source.to_owned() };
        self.set(Key::Request(request), Field::RequestMust(Some(must)));
    }

    pub fn key(&self, request: RequestId, person: usize, value: usize) -> StanceKey {
        StanceKey { request, value: self.values[value], rater: self.people[person] }
    }

    /// "+-" and the like, "+-!" for too dear, "?" for a question that is open.
    pub fn answer(&mut self, request: RequestId, person: usize, value: usize, signs: &str) {
        let key = self.key(request, person, value);
        self.append(stance(key, signs));
    }

    /// A weighed request: one line a person, one answer a value.
    pub fn weighed(&mut self, answers: &[&[&str]]) -> RequestId {
        let request = self.request();
        self.weigh(request, answers);
        request
    }

    pub fn weigh(&mut self, request: RequestId, answers: &[&[&str]]) {
        for (person, answers) in answers.iter().enumerate() {
            for (value, signs) in answers.iter().enumerate() {
                self.answer(request, person, value, signs);
            }
        }
    }

    pub fn reveal(&mut self, request: RequestId) {
        self.append(Reveal { key: self.decision(request) });
    }

    pub fn decision(&self, request: RequestId) -> DecisionKey {
        DecisionKey { request, division: self.division }
    }

    pub fn decide(&mut self, request: RequestId, outcome: Outcome, reason: &str) {
        let decision = Decision { outcome, reason: reason.to_owned(), ..Decision::open(self.decision(request)) };
        self.append(decision);
    }
}

pub fn stance(key: StanceKey, signs: &str) -> Stance {
    let mut signs = signs.chars();
    let mut effect = || match signs.next() {
        Some('+') => Some(Effect::Plus),
        Some('-') => Some(Effect::Minus),
        Some('0') => Some(Effect::Zero),
        _ => None,
    };
    let (pursued, cost) = (effect(), effect());
    Stance { key, pursued, cost, too_dear: signs.next() == Some('!') }
}
