//! The workspace: divisions, values, requests and people's answers.
//!
//! Everybody reads a [`Document`]; only [`Edit`](crate::edit::Edit)s change it. Its invariants hold after
//! every edit: keys are unique, whatever a row needs exists, and each list orders exactly the rows it is of.

mod field;
mod rows;
mod service;
mod talk;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

pub(crate) use field::for_all_fields;
pub use field::{Field, FieldName, side_text, side_whole, stance_effect};
pub use rows::*;
pub use service::*;
pub use talk::*;

use crate::edit::place_of;
use crate::id::{
    CustomerId, Digest, DivisionId, Id, LaneId, OutputId, PointId, RaterId, RequestId, RoutineId, SnapshotId, TalkId,
    ValueId,
};

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
    /// All divisions' outputs.
    Outputs,
    /// All divisions' customers.
    Customers,
    /// All customers' lanes.
    Lanes,
    /// All divisions' routine tasks.
    Routines,
    /// The snapshots.
    Snapshots,
    /// The talks.
    Talks,
    /// The points of all talks.
    Points,
}

impl List {
    /// Those that every document has, each after the lists of what its rows need.
    pub const ALWAYS: [Self; 10] = [
        Self::Divisions,
        Self::Requests,
        Self::Raters,
        Self::Outputs,
        Self::Customers,
        Self::Lanes,
        Self::Routines,
        Self::Snapshots,
        Self::Talks,
        Self::Points,
    ];

    /// The key of a row of this list.
    pub fn key(self, id: Id) -> Key {
        match self {
            Self::Divisions => Key::Division(DivisionId(id)),
            Self::Values(_) => Key::Value(ValueId(id)),
            Self::Requests => Key::Request(RequestId(id)),
            Self::Raters => Key::Rater(RaterId(id)),
            Self::Outputs => Key::Output(OutputId(id)),
            Self::Customers => Key::Customer(CustomerId(id)),
            Self::Lanes => Key::Lane(LaneId(id)),
            Self::Routines => Key::Routine(RoutineId(id)),
            Self::Snapshots => Key::Snapshot(SnapshotId(id)),
            Self::Talks => Key::Talk(TalkId(id)),
            Self::Points => Key::Point(PointId(id)),
        }
    }
}

/// The whole workspace.
///
/// All rows stand in one map: one kind of tree is less program than one for each kind of row, and a page has to load it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    rows: BTreeMap<Key, Row>,
    orders: BTreeMap<List, Vec<Id>>,
}

impl Default for Document {
    fn default() -> Self {
        let orders = List::ALWAYS.map(|list| (list, Vec::new()));
        Self { rows: [(Key::Workspace, Row::Workspace(Workspace::default()))].into(), orders: orders.into() }
    }
}

/// The smallest and the largest id, to bound ranges of compound keys.
const FIRST: Id = Id { replica: crate::id::Replica::new(0), counter: 0 };
const LAST: Id = Id { replica: crate::id::Replica::new(u64::MAX), counter: u32::MAX };

/// The row as the kind that its key says it is.
macro_rules! as_kind {
    ($row:expr, $kind:ident) => {
        match $row {
            Some(Row::$kind(row)) => Some(row),
            _ => None,
        }
    };
}

impl Document {
    /// The workspace's name; may be empty.
    pub fn name(&self) -> &str {
        as_kind!(self.rows.get(&Key::Workspace), Workspace).map_or("", |workspace| &workspace.name)
    }

    /// Whether there is nothing in it but, at most, unnamed divisions and untouched values.
    pub fn is_blank(&self) -> bool {
        self.rows.values().all(|row| match row {
            Row::Workspace(_) => true,
            Row::Division(division) => division.name.trim().is_empty(),
            Row::Value(value) => value.is_untouched(),
            _ => false,
        })
    }

    /// The division with that id.
    pub fn division(&self, id: DivisionId) -> Option<&Division> {
        as_kind!(self.rows.get(&Key::Division(id)), Division)
    }

    /// The value with that id.
    pub fn value(&self, id: ValueId) -> Option<&Value> {
        as_kind!(self.rows.get(&Key::Value(id)), Value)
    }

    /// The request with that id.
    pub fn request(&self, id: RequestId) -> Option<&Request> {
        as_kind!(self.rows.get(&Key::Request(id)), Request)
    }

    /// The rater with that id.
    pub fn rater(&self, id: RaterId) -> Option<&Rater> {
        as_kind!(self.rows.get(&Key::Rater(id)), Rater)
    }

    /// The stance with that key.
    pub fn stance(&self, key: StanceKey) -> Option<&Stance> {
        as_kind!(self.rows.get(&Key::Stance(key)), Stance)
    }

    /// The decision with that key; none means that it is open.
    pub fn decision(&self, key: DecisionKey) -> Option<&Decision> {
        as_kind!(self.rows.get(&Key::Decision(key)), Decision)
    }

    /// The output with that id.
    pub fn output(&self, id: OutputId) -> Option<&Output> {
        as_kind!(self.rows.get(&Key::Output(id)), Output)
    }

    /// The customer with that id.
    pub fn customer(&self, id: CustomerId) -> Option<&Customer> {
        as_kind!(self.rows.get(&Key::Customer(id)), Customer)
    }

    /// The lane with that id.
    pub fn lane(&self, id: LaneId) -> Option<&Lane> {
        as_kind!(self.rows.get(&Key::Lane(id)), Lane)
    }

    /// The routine task with that id.
    pub fn routine(&self, id: RoutineId) -> Option<&Routine> {
        as_kind!(self.rows.get(&Key::Routine(id)), Routine)
    }

    /// The snapshot with that id.
    pub fn snapshot(&self, id: SnapshotId) -> Option<&Snapshot> {
        as_kind!(self.rows.get(&Key::Snapshot(id)), Snapshot)
    }

    /// The talk with that id.
    pub fn talk(&self, id: TalkId) -> Option<&Talk> {
        as_kind!(self.rows.get(&Key::Talk(id)), Talk)
    }

    /// The point with that id.
    pub fn point(&self, id: PointId) -> Option<&Point> {
        as_kind!(self.rows.get(&Key::Point(id)), Point)
    }

    /// How a division serves a request; none where nobody has said.
    pub fn placement(&self, key: DecisionKey) -> Option<&Placement> {
        as_kind!(self.rows.get(&Key::Placement(key)), Placement)
    }

    /// Whether the customer needs or consumes the output.
    pub fn uses(&self, key: UseKey) -> bool {
        self.rows.contains_key(&Key::Use(key))
    }

    /// Whether the division's people's answers on the request are shown to the room.
    pub fn is_revealed(&self, key: DecisionKey) -> bool {
        self.rows.contains_key(&Key::Reveal(key))
    }

    /// The decision about two wordings.
    pub fn same_good(&self, pair: &WordingPair) -> Option<&SameGood> {
        as_kind!(self.rows.get(&Key::SameGood(pair.clone())), SameGood)
    }

    /// The divisions, in their order.
    pub fn divisions(&self) -> impl Iterator<Item = &Division> + Clone {
        self.ids(List::Divisions).iter().filter_map(|id| self.division(DivisionId(*id)))
    }

    /// One division's values, in the order of their weight; none for an unknown division.
    pub fn values_of(&self, division: DivisionId) -> impl Iterator<Item = &Value> + Clone {
        self.ids(List::Values(division)).iter().filter_map(|id| self.value(ValueId(*id)))
    }

    /// One division's values that are weighed and compared, in their order.
    pub fn values_in_play(&self, division: DivisionId) -> impl Iterator<Item = &Value> + Clone {
        self.values_of(division).filter(|value| value.is_in_play())
    }

    /// Whether a division has values that are weighed and compared.
    pub fn is_ready(&self, division: DivisionId) -> bool {
        self.values_in_play(division).next().is_some()
    }

    /// The requests, in their order.
    pub fn requests(&self) -> impl Iterator<Item = &Request> + Clone {
        self.ids(List::Requests).iter().filter_map(|id| self.request(RequestId(*id)))
    }

    /// The raters, in their order.
    pub fn raters(&self) -> impl Iterator<Item = &Rater> + Clone {
        self.ids(List::Raters).iter().filter_map(|id| self.rater(RaterId(*id)))
    }

    /// One division's raters, in their order.
    pub fn raters_of(&self, division: DivisionId) -> impl Iterator<Item = &Rater> + Clone {
        self.raters().filter(move |rater| rater.division == division)
    }

    /// One division's outputs, in their order.
    pub fn outputs_of(&self, division: DivisionId) -> impl Iterator<Item = &Output> + Clone {
        let all = self.ids(List::Outputs).iter().filter_map(|id| self.output(OutputId(*id)));
        all.filter(move |output| output.division == division)
    }

    /// One division's customers, in their order.
    pub fn customers_of(&self, division: DivisionId) -> impl Iterator<Item = &Customer> + Clone {
        let all = self.ids(List::Customers).iter().filter_map(|id| self.customer(CustomerId(*id)));
        all.filter(move |customer| customer.division == division)
    }

    /// The lanes of one division's customers, in the order of the board.
    pub fn lanes_of(&self, division: DivisionId) -> impl Iterator<Item = &Lane> + Clone {
        let all = self.ids(List::Lanes).iter().filter_map(|id| self.lane(LaneId(*id)));
        all.filter(move |lane| self.customer(lane.customer).is_some_and(|customer| customer.division == division))
    }

    /// One division's routine tasks, in their order.
    pub fn routines_of(&self, division: DivisionId) -> impl Iterator<Item = &Routine> + Clone {
        let all = self.ids(List::Routines).iter().filter_map(|id| self.routine(RoutineId(*id)));
        all.filter(move |routine| routine.division == division)
    }

    /// The snapshots, in their order.
    pub fn snapshots(&self) -> impl Iterator<Item = &Snapshot> + Clone {
        self.ids(List::Snapshots).iter().filter_map(|id| self.snapshot(SnapshotId(*id)))
    }

    /// The talks, in their order.
    pub fn talks(&self) -> impl Iterator<Item = &Talk> + Clone {
        self.ids(List::Talks).iter().filter_map(|id| self.talk(TalkId(*id)))
    }

    /// The points of one talk, in their order.
    pub fn points_of(&self, talk: TalkId) -> impl Iterator<Item = &Point> + Clone {
        let all = self.ids(List::Points).iter().filter_map(|id| self.point(PointId(*id)));
        all.filter(move |point| point.talk == talk)
    }

    /// The customers who need or consume an output, in their order.
    pub fn customers_for(&self, output: OutputId) -> impl Iterator<Item = &Customer> {
        let all = self.ids(List::Customers).iter().filter_map(|id| self.customer(CustomerId(*id)));
        all.filter(move |customer| self.uses(UseKey { output, customer: customer.id }))
    }

    /// How the request is served, by each division that has said so.
    pub fn placements_on(&self, request: RequestId) -> impl Iterator<Item = &Placement> + Clone {
        let key = |division| Key::Placement(DecisionKey { request, division });
        let range = self.rows.range(key(DivisionId(FIRST))..=key(DivisionId(LAST)));
        range.filter_map(|(_, row)| as_kind!(Some(row), Placement))
    }

    /// All answers on one request, by value and rater.
    pub fn stances_on(&self, request: RequestId) -> impl Iterator<Item = &Stance> + Clone {
        let first = StanceKey { request, value: ValueId(FIRST), rater: RaterId(FIRST) };
        let last = StanceKey { request, value: ValueId(LAST), rater: RaterId(LAST) };
        self.stances(first..=last)
    }

    /// All answers on one request and one value, by rater.
    pub fn stances_on_value(&self, request: RequestId, value: ValueId) -> impl Iterator<Item = &Stance> + Clone {
        let first = StanceKey { request, value, rater: RaterId(FIRST) };
        let last = StanceKey { request, value, rater: RaterId(LAST) };
        self.stances(first..=last)
    }

    fn stances(&self, keys: RangeInclusive<StanceKey>) -> impl Iterator<Item = &Stance> + Clone {
        let range = self.rows.range(Key::Stance(*keys.start())..=Key::Stance(*keys.end()));
        range.filter_map(|(_, row)| as_kind!(Some(row), Stance))
    }

    /// All decisions on one request.
    pub fn decisions_on(&self, request: RequestId) -> impl Iterator<Item = &Decision> + Clone {
        let key = |division| Key::Decision(DecisionKey { request, division });
        let range = self.rows.range(key(DivisionId(FIRST))..=key(DivisionId(LAST)));
        range.filter_map(|(_, row)| as_kind!(Some(row), Decision))
    }

    /// The replies that have been taken in.
    pub fn taken(&self) -> impl Iterator<Item = &Taken> + Clone {
        let range = self.rows.range(Key::Taken(Digest(0))..=Key::Taken(Digest(u32::MAX)));
        range.filter_map(|(_, row)| as_kind!(Some(row), Taken))
    }

    /// All decisions about wordings.
    pub fn same_goods(&self) -> impl Iterator<Item = &SameGood> + Clone {
        // They are the last kind of key.
        let least = || Wording { text: String::new(), of: None };
        let range = self.rows.range(Key::SameGood(WordingPair::new(least(), least()))..);
        range.filter_map(|(_, row)| as_kind!(Some(row), SameGood))
    }

    /// The row with that key.
    pub fn row(&self, key: &Key) -> Option<&Row> {
        self.rows.get(key)
    }

    /// Whether there is such a row.
    pub fn contains(&self, key: &Key) -> bool {
        self.rows.contains_key(key)
    }

    /// The keys of all rows, each after the rows that it needs, and listed ones in their order.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let keys = |list: List| self.ids(list).iter().map(move |id| list.key(*id));
        let values = self.ids(List::Divisions).iter().map(|id| List::Values(DivisionId(*id)));
        // Values come behind the divisions, which all else may need.
        let [divisions, others @ ..] = List::ALWAYS;
        let lists = std::iter::once(divisions).chain(values).chain(others);
        let unlisted = self.rows.keys().skip_while(|key| key.list_id().is_some() || **key == Key::Workspace);
        std::iter::once(Key::Workspace).chain(lists.flat_map(keys)).chain(unlisted.cloned())
    }

    /// The keys of the rows that need this one and would be left hanging without it.
    pub fn needed_by(&self, key: &Key) -> Vec<Key> {
        // Nothing needs a row that has no id.
        if key.list_id().is_none() {
            return Vec::new();
        }
        let hanging = self.rows.iter().filter(|(_, row)| row.needs().any(|need| need == *key));
        hanging.map(|(key, _)| key.clone()).collect()
    }

    /// The ids of a list, in their order; none where there is no such list.
    pub fn order(&self, list: List) -> Vec<Id> {
        self.ids(list).to_vec()
    }

    fn ids(&self, list: List) -> &[Id] {
        self.orders.get(&list).map_or(&[], Vec::as_slice)
    }

    /// Finds what breaks an invariant, in words. Edits keep it `None`; tests and readers ask.
    pub fn broken_invariant(&self) -> Option<String> {
        let mut listed: BTreeMap<List, BTreeSet<Id>> = BTreeMap::new();
        for (key, row) in &self.rows {
            if row.key() != *key {
                return Some(format!("{key:?} holds another row"));
            }
            if let Some(missing) = row.needs().find(|need| !self.contains(need)) {
                return Some(format!("{key:?} needs {missing:?}, which is not there"));
            }
            if let Some((list, id)) = place_of(row) {
                listed.entry(list).or_default().insert(id);
            }
        }
        let known = |list: &List| match list {
            List::Values(division) => self.division(*division).is_some(),
            _ => true,
        };
        self.orders
            .iter()
            .find_map(|(list, order)| {
                let ids: BTreeSet<Id> = order.iter().copied().collect();
                let holds = ids.len() == order.len() && ids == listed.remove(list).unwrap_or_default() && known(list);
                (!holds).then(|| format!("{list:?} does not order its rows"))
            })
            .or_else(|| listed.keys().next().map(|list| format!("{list:?} is missing")))
    }

    /// Swaps in a field's content and hands out what was there; gives it back where there is no such field.
    pub(crate) fn replace(&mut self, key: &Key, content: Field) -> Result<Field, Field> {
        match self.rows.get_mut(key) {
            Some(row) => row.replace(content),
            None => Err(content),
        }
    }

    /// Adds a row that is not there and whose needs are, after `predecessor` in its list: first without one,
    /// last when the predecessor is gone.
    pub(crate) fn insert(&mut self, row: Row, predecessor: Option<Id>) {
        if let Some((list, id)) = place_of(&row) {
            let order = self.orders.entry(list).or_default();
            let position = predecessor.map_or(0, |before| {
                // Rows mostly come in at the end: look there first.
                order.iter().rposition(|other| *other == before).map_or(order.len(), |position| position + 1)
            });
            order.insert(position, id);
        }
        if let Row::Division(division) = &row {
            self.orders.insert(List::Values(division.id), Vec::new());
        }
        self.rows.insert(row.key(), row);
    }

    /// Adds a row as the last of its list, or puts it in the place of the one with its key.
    pub(crate) fn push(&mut self, row: Row) {
        if self.contains(&row.key()) {
            self.rows.insert(row.key(), row);
        } else {
            let last = place_of(&row).and_then(|(list, _)| self.ids(list).last().copied());
            self.insert(row, last);
        }
    }

    /// Takes out a row that nothing needs; its predecessor in its list comes with it.
    pub(crate) fn remove(&mut self, key: &Key) -> Option<(Row, Option<Id>)> {
        let row = self.rows.remove(key)?;
        let mut predecessor = None;
        if let Some((list, id)) = place_of(&row)
            && let Some(order) = self.orders.get_mut(&list)
            && let Some(position) = order.iter().position(|other| *other == id)
        {
            predecessor = position.checked_sub(1).map(|before| order[before]);
            order.remove(position);
        }
        if let Row::Division(division) = &row {
            self.orders.remove(&List::Values(division.id));
        }
        Some((row, predecessor))
    }

    /// Puts a list into the given order of the same ids.
    pub(crate) fn set_order(&mut self, list: List, order: Vec<Id>) {
        if let Some(ids) = self.orders.get_mut(&list) {
            *ids = order;
        }
    }
}
