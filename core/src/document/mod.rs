//! The workspace: divisions, values, requests and people's answers.
//!
//! Everybody reads a [`Document`]; only [`Edit`](crate::edit::Edit)s change it. Its invariants hold after
//! every edit: keys are unique, whatever a row needs exists, and each list orders exactly the rows it is of.

mod field;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

pub use field::{Field, FieldName, side_text, side_whole, stance_effect};
pub use rows::*;

use crate::edit::place_of;
use crate::id::{DivisionId, Id, RaterId, RequestId, ValueId};
use field::RowMut;

/// An ordered list that the document keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// The divisions.
    Divisions,
    /// One division's values, in the order of their weight.
    Values(DivisionId),
    /// The requests.
    Requests,
    /// The raters.
    Raters,
}

/// The whole workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    workspace: Workspace,
    divisions: BTreeMap<DivisionId, Division>,
    values: BTreeMap<ValueId, Value>,
    requests: BTreeMap<RequestId, Request>,
    raters: BTreeMap<RaterId, Rater>,
    stances: BTreeMap<StanceKey, Stance>,
    decisions: BTreeMap<DecisionKey, Decision>,
    reveals: BTreeMap<DecisionKey, Reveal>,
    same_goods: BTreeMap<WordingPair, SameGood>,
    division_order: Vec<DivisionId>,
    value_order: BTreeMap<DivisionId, Vec<ValueId>>,
    request_order: Vec<RequestId>,
    rater_order: Vec<RaterId>,
}

/// The smallest and the largest id, to bound ranges of compound keys.
const FIRST: Id = Id { replica: crate::id::Replica::new(0), counter: 0 };
const LAST: Id = Id { replica: crate::id::Replica::new(u64::MAX), counter: u32::MAX };

impl Document {
    /// The workspace's name; may be empty.
    pub fn name(&self) -> &str {
        &self.workspace.name
    }

    /// Whether there is nothing in it but, at most, unnamed divisions and untouched values.
    pub fn is_blank(&self) -> bool {
        self.requests.is_empty()
            && self.raters.is_empty()
            && self.same_goods.is_empty()
            && self.divisions.values().all(|division| division.name.trim().is_empty())
            && self.values.values().all(Value::is_untouched)
    }

    /// The division with that id.
    pub fn division(&self, id: DivisionId) -> Option<&Division> {
        self.divisions.get(&id)
    }

    /// The value with that id.
    pub fn value(&self, id: ValueId) -> Option<&Value> {
        self.values.get(&id)
    }

    /// The request with that id.
    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.get(&id)
    }

    /// The rater with that id.
    pub fn rater(&self, id: RaterId) -> Option<&Rater> {
        self.raters.get(&id)
    }

    /// The stance with that key.
    pub fn stance(&self, key: StanceKey) -> Option<&Stance> {
        self.stances.get(&key)
    }

    /// The decision with that key; none means that it is open.
    pub fn decision(&self, key: DecisionKey) -> Option<&Decision> {
        self.decisions.get(&key)
    }

    /// Whether the division's people's answers on the request are shown to the room.
    pub fn is_revealed(&self, key: DecisionKey) -> bool {
        self.reveals.contains_key(&key)
    }

    /// The decision about two wordings.
    pub fn same_good(&self, pair: &WordingPair) -> Option<&SameGood> {
        self.same_goods.get(pair)
    }

    /// The divisions, in their order.
    pub fn divisions(&self) -> impl ExactSizeIterator<Item = &Division> + Clone {
        self.division_order.iter().map(|id| &self.divisions[id])
    }

    /// One division's values, in the order of their weight; none for an unknown division.
    pub fn values_of(&self, division: DivisionId) -> impl ExactSizeIterator<Item = &Value> + Clone {
        self.value_order.get(&division).map_or(&[][..], Vec::as_slice).iter().map(|id| &self.values[id])
    }

    /// One division's values that are weighed and compared, in their order.
    pub fn values_in_play(&self, division: DivisionId) -> impl Iterator<Item = &Value> + Clone {
        self.values_of(division).filter(|value| value.is_in_play())
    }

    /// The requests, in their order.
    pub fn requests(&self) -> impl ExactSizeIterator<Item = &Request> + Clone {
        self.request_order.iter().map(|id| &self.requests[id])
    }

    /// The raters, in their order.
    pub fn raters(&self) -> impl ExactSizeIterator<Item = &Rater> + Clone {
        self.rater_order.iter().map(|id| &self.raters[id])
    }

    /// One division's raters, in their order.
    pub fn raters_of(&self, division: DivisionId) -> impl Iterator<Item = &Rater> + Clone {
        self.raters().filter(move |rater| rater.division == division)
    }

    /// All answers on one request, by value and rater.
    pub fn stances_on(&self, request: RequestId) -> impl Iterator<Item = &Stance> + Clone {
        let first = StanceKey { request, value: ValueId(FIRST), rater: RaterId(FIRST) };
        let last = StanceKey { request, value: ValueId(LAST), rater: RaterId(LAST) };
        self.stances.range(first..=last).map(|(_, stance)| stance)
    }

    /// All answers on one request and one value, by rater.
    pub fn stances_on_value(&self, request: RequestId, value: ValueId) -> impl Iterator<Item = &Stance> + Clone {
        let first = StanceKey { request, value, rater: RaterId(FIRST) };
        let last = StanceKey { request, value, rater: RaterId(LAST) };
        self.stances.range(first..=last).map(|(_, stance)| stance)
    }

    /// All decisions on one request.
    pub fn decisions_on(&self, request: RequestId) -> impl Iterator<Item = &Decision> + Clone {
        let first = DecisionKey { request, division: DivisionId(FIRST) };
        let last = DecisionKey { request, division: DivisionId(LAST) };
        self.decisions.range(first..=last).map(|(_, decision)| decision)
    }

    /// All decisions about wordings.
    pub fn same_goods(&self) -> impl ExactSizeIterator<Item = &SameGood> + Clone {
        self.same_goods.values()
    }

    /// The row with that key.
    pub fn row(&self, key: &Key) -> Option<Row> {
        match key {
            Key::Workspace => Some(self.workspace.clone().into()),
            Key::Division(id) => self.divisions.get(id).cloned().map(Row::from),
            Key::Value(id) => self.values.get(id).cloned().map(Row::from),
            Key::Request(id) => self.requests.get(id).cloned().map(Row::from),
            Key::Rater(id) => self.raters.get(id).cloned().map(Row::from),
            Key::Stance(key) => self.stances.get(key).copied().map(Row::from),
            Key::Decision(key) => self.decisions.get(key).cloned().map(Row::from),
            Key::Reveal(key) => self.reveals.get(key).copied().map(Row::from),
            Key::SameGood(pair) => self.same_goods.get(pair).cloned().map(Row::from),
        }
    }

    /// Whether there is such a row.
    pub fn contains(&self, key: &Key) -> bool {
        match key {
            Key::Workspace => true,
            Key::Division(id) => self.divisions.contains_key(id),
            Key::Value(id) => self.values.contains_key(id),
            Key::Request(id) => self.requests.contains_key(id),
            Key::Rater(id) => self.raters.contains_key(id),
            Key::Stance(key) => self.stances.contains_key(key),
            Key::Decision(key) => self.decisions.contains_key(key),
            Key::Reveal(key) => self.reveals.contains_key(key),
            Key::SameGood(pair) => self.same_goods.contains_key(pair),
        }
    }

    /// The keys of all rows, each after the rows that it needs.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        std::iter::once(Key::Workspace)
            .chain(self.division_order.iter().copied().map(Key::Division))
            .chain(self.division_order.iter().flat_map(|id| &self.value_order[id]).copied().map(Key::Value))
            .chain(self.request_order.iter().copied().map(Key::Request))
            .chain(self.rater_order.iter().copied().map(Key::Rater))
            .chain(self.stances.keys().copied().map(Key::Stance))
            .chain(self.decisions.keys().copied().map(Key::Decision))
            .chain(self.reveals.keys().copied().map(Key::Reveal))
            .chain(self.same_goods.keys().cloned().map(Key::SameGood))
    }

    /// The keys of the rows that need this one and would be left hanging without it.
    pub fn needed_by(&self, key: &Key) -> Vec<Key> {
        let stances = |wanted: &dyn Fn(&StanceKey) -> bool| {
            self.stances.keys().filter(|key| wanted(key)).copied().map(Key::Stance).collect::<Vec<_>>()
        };
        let decided = |wanted: &dyn Fn(&Decision) -> bool| {
            self.decisions.values().filter(|row| wanted(row)).map(|row| Key::Decision(row.key)).collect::<Vec<_>>()
        };
        let revealed = |wanted: &dyn Fn(&DecisionKey) -> bool| {
            self.reveals.keys().filter(|key| wanted(key)).copied().map(Key::Reveal).collect::<Vec<_>>()
        };
        match *key {
            Key::Division(id) => {
                let mut keys: Vec<Key> = self.values_of(id).map(|value| Key::Value(value.id)).collect();
                let own = |request: &&Request| request.origin == Origin::Own(id);
                keys.extend(self.requests().filter(own).map(|request| Key::Request(request.id)));
                keys.extend(self.raters_of(id).map(|rater| Key::Rater(rater.id)));
                keys.extend(decided(&|row| row.key.division == id));
                keys.extend(revealed(&|key| key.division == id));
                keys
            }
            Key::Value(id) => {
                let mut keys = stances(&|key| key.value == id);
                keys.extend(decided(&|row| row.value == Some(id)));
                let scoped = |row: &&SameGood| row.pair.wordings().iter().any(|wording| wording.of == Some(id));
                keys.extend(self.same_goods().filter(scoped).map(|row| Key::SameGood(row.pair.clone())));
                keys
            }
            Key::Request(id) => {
                let mut keys: Vec<Key> = self.stances_on(id).map(|stance| Key::Stance(stance.key)).collect();
                keys.extend(self.decisions_on(id).map(|decision| Key::Decision(decision.key)));
                keys.extend(revealed(&|key| key.request == id));
                keys
            }
            Key::Rater(id) => stances(&|key| key.rater == id),
            Key::Workspace | Key::Stance(_) | Key::Decision(_) | Key::Reveal(_) | Key::SameGood(_) => Vec::new(),
        }
    }

    /// The ids of a list, in their order.
    pub fn order(&self, list: List) -> Vec<Id> {
        match list {
            List::Divisions => self.division_order.iter().map(|id| id.0).collect(),
            List::Values(division) => self.value_order.get(&division).into_iter().flatten().map(|id| id.0).collect(),
            List::Requests => self.request_order.iter().map(|id| id.0).collect(),
            List::Raters => self.rater_order.iter().map(|id| id.0).collect(),
        }
    }

    /// Finds what breaks an invariant, in words. Edits keep it `None`; tests and readers ask.
    pub fn broken_invariant(&self) -> Option<String> {
        let listed = |list, keys: BTreeSet<Id>| {
            let order = self.order(list);
            let distinct: BTreeSet<Id> = order.iter().copied().collect();
            (order.len() != distinct.len() || distinct != keys).then(|| format!("{list:?} does not order its rows"))
        };
        let values_of = |division| self.values.values().filter(|v| v.division == division).map(|v| v.id.0).collect();
        let hanging = || {
            let hangs = |key: &Key| self.row(key).is_none_or(|row| row.needs().iter().any(|need| !self.contains(need)));
            self.keys().find(hangs).map(|key| format!("{key:?} needs a row that is not there"))
        };
        listed(List::Divisions, self.divisions.keys().map(|id| id.0).collect())
            .or_else(|| listed(List::Requests, self.requests.keys().map(|id| id.0).collect()))
            .or_else(|| listed(List::Raters, self.raters.keys().map(|id| id.0).collect()))
            .or_else(|| self.divisions.keys().find_map(|&id| listed(List::Values(id), values_of(id))))
            .or_else(|| {
                (!self.value_order.keys().eq(self.divisions.keys()))
                    .then(|| "a list of values is of no division".into())
            })
            .or_else(hanging)
    }

    /// Swaps in a field's content and hands out what was there.
    pub(crate) fn replace(&mut self, key: &Key, content: Field) -> Result<Field, Field> {
        let row = match key {
            Key::Workspace => Some(RowMut::Workspace(&mut self.workspace)),
            Key::Division(id) => self.divisions.get_mut(id).map(RowMut::Division),
            Key::Value(id) => self.values.get_mut(id).map(RowMut::Value),
            Key::Request(id) => self.requests.get_mut(id).map(RowMut::Request),
            Key::Rater(id) => self.raters.get_mut(id).map(RowMut::Rater),
            Key::Stance(key) => self.stances.get_mut(key).map(RowMut::Stance),
            Key::Decision(key) => self.decisions.get_mut(key).map(RowMut::Decision),
            Key::SameGood(pair) => self.same_goods.get_mut(pair).map(RowMut::SameGood),
            Key::Reveal(_) => None,
        };
        match row {
            Some(row) => row.replace(content),
            None => Err(content),
        }
    }

    /// Adds a row that is not there and whose needs are, after `predecessor` in its list: first without one,
    /// last when the predecessor is gone.
    pub(crate) fn insert(&mut self, row: Row, predecessor: Option<Id>) {
        if let Some((list, id)) = place_of(&row) {
            self.place(list, id, predecessor);
        }
        match row {
            Row::Workspace(row) => self.workspace = row,
            Row::Division(row) => {
                self.value_order.insert(row.id, Vec::new());
                self.divisions.insert(row.id, row);
            }
            Row::Value(row) => drop(self.values.insert(row.id, row)),
            Row::Request(row) => drop(self.requests.insert(row.id, row)),
            Row::Rater(row) => drop(self.raters.insert(row.id, row)),
            Row::Stance(row) => drop(self.stances.insert(row.key, row)),
            Row::Decision(row) => drop(self.decisions.insert(row.key, row)),
            Row::Reveal(row) => drop(self.reveals.insert(row.key, row)),
            Row::SameGood(row) => drop(self.same_goods.insert(row.pair.clone(), row)),
        }
    }

    /// Takes out a row that nothing needs; its predecessor in its list comes with it.
    pub(crate) fn remove(&mut self, key: &Key) -> Option<(Row, Option<Id>)> {
        let row = self.row(key)?;
        let mut predecessor = None;
        if let Some((list, id)) = place_of(&row) {
            let order = self.order(list);
            let position = order.iter().position(|&other| other == id);
            predecessor = position.and_then(|position| position.checked_sub(1)).map(|before| order[before]);
            self.set_order(list, order.into_iter().filter(|&other| other != id));
        }
        match key {
            Key::Workspace => return None,
            Key::Division(id) => {
                self.value_order.remove(id);
                self.divisions.remove(id);
            }
            Key::Value(id) => drop(self.values.remove(id)),
            Key::Request(id) => drop(self.requests.remove(id)),
            Key::Rater(id) => drop(self.raters.remove(id)),
            Key::Stance(key) => drop(self.stances.remove(key)),
            Key::Decision(key) => drop(self.decisions.remove(key)),
            Key::Reveal(key) => drop(self.reveals.remove(key)),
            Key::SameGood(pair) => drop(self.same_goods.remove(pair)),
        }
        Some((row, predecessor))
    }

    /// Puts a list into the given order of the same ids.
    pub(crate) fn set_order(&mut self, list: List, order: impl IntoIterator<Item = Id>) {
        let order = order.into_iter();
        match list {
            List::Divisions => self.division_order = order.map(DivisionId).collect(),
            List::Values(division) => drop(self.value_order.insert(division, order.map(ValueId).collect())),
            List::Requests => self.request_order = order.map(RequestId).collect(),
            List::Raters => self.rater_order = order.map(RaterId).collect(),
        }
    }

    fn place(&mut self, list: List, id: Id, predecessor: Option<Id>) {
        fn place<T: From<Id> + PartialEq>(order: &mut Vec<T>, id: Id, predecessor: Option<Id>) {
            let position = predecessor.map_or(0, |before| {
                // Rows mostly come in at the end: look there first.
                order.iter().rposition(|other| *other == T::from(before)).map_or(order.len(), |position| position + 1)
            });
            order.insert(position, T::from(id));
        }
        match list {
            List::Divisions => place(&mut self.division_order, id, predecessor),
            List::Values(division) => place(self.value_order.entry(division).or_default(), id, predecessor),
            List::Requests => place(&mut self.request_order, id, predecessor),
            List::Raters => place(&mut self.rater_order, id, predecessor),
        }
    }
}
