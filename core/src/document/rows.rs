//! What the document is made of: plain rows, each with a key.

use super::service::*;
use super::talk::*;
use crate::date::Date;
use crate::id::{
    CustomerId, Digest, DivisionId, Id, LaneId, OutputId, PointId, RaterId, RequestId, RoutineId, SnapshotId, TalkId,
    ValueId,
};

/// The workspace's own fields. There is one such row, always.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    /// What people call the workspace; may be empty.
    pub name: String,
}

/// A team, department or shared service with its own values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Its key.
    pub id: DivisionId,
    /// Its name as people write it; may be empty.
    pub name: String,
}

impl Division {
    /// A division of that name.
    pub fn new(id: DivisionId, name: impl Into<String>) -> Self {
        Self { id, name: name.into() }
    }

    /// The name as screens and messages say it.
    pub fn display_name(&self) -> &str {
        match self.name.trim() {
            "" => "Unnamed division",
            name => name,
        }
    }
}

/// One of a value's two sides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The words, as typed.
    pub text: String,
    /// People said that the words name one good, even though they hold an "and" or a comma.
    pub whole: bool,
}

impl Side {
    /// Words whose "and"s and commas separate goods.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), whole: false }
    }

    /// Nothing but space has been written.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Which side of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// What the value pursues.
    Pursued,
    /// What it gives up for that.
    Cost,
}

impl Place {
    /// Both, in the order of the sentence.
    pub const BOTH: [Self; 2] = [Self::Pursued, Self::Cost];

    /// The side across.
    pub const fn other(self) -> Self {
        match self {
            Self::Pursued => Self::Cost,
            Self::Cost => Self::Pursued,
        }
    }

    /// Its name in code: in ids, in classes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pursued => "pursued",
            Self::Cost => "cost",
        }
    }
}

/// The answer to the reversal test: could a sensible team choose the sentence turned round?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reversal {
    /// Yes: so the value is a real choice.
    RealChoice,
    /// No: so the value may be a must, or lacks a price.
    NobodyWould,
}

/// A statement "{pursued} even at the cost of {cost}".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its key.
    pub id: ValueId,
    /// Whose value it is.
    pub division: DivisionId,
    /// What is pursued.
    pub pursued: Side,
    /// The good given up for it.
    pub cost: Side,
    /// When the division adopted it; a draft has no date.
    pub adopted: Option<Date>,
    /// What this looked like once; may be empty.
    pub example: String,
    /// The answer to the reversal test for the present wording.
    pub reversal: Option<Reversal>,
    /// Set when people say that this is a must (law, contract, safety) rather than a value; holds its
    /// source, which may be empty. A must is neither weighed nor compared.
    pub must: Option<String>,
    /// Where it comes from, if two divisions adopted it in a talk; may be empty.
    pub origin: String,
}

impl Value {
    /// A draft with those two sides.
    pub fn new(id: ValueId, division: DivisionId, pursued: impl Into<String>, cost: impl Into<String>) -> Self {
        Self {
            id,
            division,
            pursued: Side::new(pursued),
            cost: Side::new(cost),
            adopted: None,
            example: String::new(),
            reversal: None,
            must: None,
            origin: String::new(),
        }
    }

    /// The side at that place.
    pub fn side(&self, place: Place) -> &Side {
        match place {
            Place::Pursued => &self.pursued,
            Place::Cost => &self.cost,
        }
    }

    /// Whether it is weighed and compared: both sides are written, and it is not a must.
    pub fn is_in_play(&self) -> bool {
        self.must.is_none() && !self.pursued.is_blank() && !self.cost.is_blank()
    }

    /// Whether nothing has been written into it yet.
    pub fn is_untouched(&self) -> bool {
        self.pursued.is_blank() && self.cost.is_blank() && self.example.trim().is_empty() && self.must.is_none()
    }
}

/// Where a request comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Asked of us by somebody, in their own words; may be empty.
    Incoming(String),
    /// An action of a division's own.
    Own(DivisionId),
}

/// What a must demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Demand {
    /// It has to be done.
    Required,
    /// It must not be done.
    Forbidden,
}

/// Law, contract or safety: comes before every value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Must {
    /// Required or forbidden.
    pub demand: Demand,
    /// The law, contract or rule that says so; may be empty.
    pub source: String,
}

/// Something asked, or an action of one's own, to be weighed against values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its key.
    pub id: RequestId,
    /// One line.
    pub title: String,
    /// As much more as is needed; may be empty.
    pub detail: String,
    /// The day that it was asked or done.
    pub date: Date,
    /// Who asks, or whose own action it is.
    pub origin: Origin,
    /// Law, contract or safety settles it.
    pub must: Option<Must>,
}

impl Request {
    /// An incoming request from nobody named.
    pub fn new(id: RequestId, title: impl Into<String>, date: Date) -> Self {
        Self {
            id,
            title: title.into(),
            detail: String::new(),
            date,
            origin: Origin::Incoming(String::new()),
            must: None,
        }
    }

    /// The title as screens and messages say it.
    pub fn display_title(&self) -> &str {
        match self.title.trim() {
            "" => "Untitled request",
            title => title,
        }
    }
}

/// Somebody who weighs: a name or initials and a division, never an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rater {
    /// Their key; a participant's page remembers it, so that answers given again replace the first.
    pub id: RaterId,
    /// Name or initials; may be empty.
    pub name: String,
    /// The division that they answer for.
    pub division: DivisionId,
    /// They chose that their name may stand beside their answers.
    pub named: bool,
}

/// What a request does to one side of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// -1: harms what is pursued, spends what is given up.
    Minus,
    /// 0: neither.
    Zero,
    /// +1: serves what is pursued, protects what would be given up.
    Plus,
}

/// The key of a stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StanceKey {
    /// What is weighed.
    pub request: RequestId,
    /// Against which value.
    pub value: ValueId,
    /// By whom.
    pub rater: RaterId,
}

/// One rater's answer on one request and one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stance {
    /// Its key.
    pub key: StanceKey,
    /// The effect on the pursued side; `None` while unanswered.
    pub pursued: Option<Effect>,
    /// The effect on the cost; `None` while unanswered.
    pub cost: Option<Effect>,
    /// The price is above what was meant.
    pub too_dear: bool,
}

impl Stance {
    /// A stance of which nothing is answered yet.
    pub fn open(key: StanceKey) -> Self {
        Self { key, pursued: None, cost: None, too_dear: false }
    }

    /// "Does not touch it": neither, neither.
    pub fn untouched(key: StanceKey) -> Self {
        Self { key, pursued: Some(Effect::Zero), cost: Some(Effect::Zero), too_dear: false }
    }

    /// The effect at that place.
    pub fn effect(&self, place: Place) -> Option<Effect> {
        match place {
            Place::Pursued => self.pursued,
            Place::Cost => self.cost,
        }
    }
}

/// The key of what one division says of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecisionKey {
    /// The request.
    pub request: RequestId,
    /// The division that decides for itself.
    pub division: DivisionId,
}

/// How a division answered a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Not decided yet.
    #[default]
    Open,
    /// A plain yes.
    Yes,
    /// Yes, on terms.
    YesIf,
    /// Passed to another team: ask them.
    PassOn,
    /// No.
    No,
}

/// One division's decision on one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its key.
    pub key: DecisionKey,
    /// The answer.
    pub outcome: Outcome,
    /// The value of that division which decided.
    pub value: Option<ValueId>,
    /// Why; may be empty.
    pub reason: String,
    /// With "yes, if": on which terms. With "pass on": to which team. May be empty.
    pub terms: String,
}

impl Decision {
    /// Nothing decided yet.
    pub fn open(key: DecisionKey) -> Self {
        Self { key, outcome: Outcome::Open, value: None, reason: String::new(), terms: String::new() }
    }
}

/// A division has shown its people's answers on a request to the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// Its key, and all that it says.
    pub key: DecisionKey,
}

/// A wording of a good, as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wording {
    /// The words, never folded or stemmed.
    pub text: String,
    /// Only as it stands in this value. Set where identical words are declared different.
    pub of: Option<ValueId>,
}

impl Wording {
    /// The words wherever they stand.
    pub fn anywhere(text: impl Into<String>) -> Self {
        Self { text: text.into(), of: None }
    }
}

/// An unordered pair of wordings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordingPair(Wording, Wording);

impl WordingPair {
    /// The pair; the order of the arguments does not matter.
    pub fn new(a: Wording, b: Wording) -> Self {
        if a <= b { Self(a, b) } else { Self(b, a) }
    }

    /// The two, in the order in which they are kept.
    pub fn wordings(&self) -> [&Wording; 2] {
        [&self.0, &self.1]
    }
}

/// People's decision about two wordings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameGood {
    /// Its key.
    pub pair: WordingPair,
    /// "Means the same", or "not the same".
    pub same: bool,
}

/// A reply that has been taken in: pasted again, it changes nothing, and a later one of the same person replaces what
/// it brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The digest of its link.
    pub digest: Digest,
    /// Its link's fragment.
    pub link: String,
}

/// The key of any row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The workspace's own fields.
    Workspace,
    /// A division.
    Division(DivisionId),
    /// A value.
    Value(ValueId),
    /// A request.
    Request(RequestId),
    /// A rater.
    Rater(RaterId),
    /// An output.
    Output(OutputId),
    /// A customer.
    Customer(CustomerId),
    /// A lane.
    Lane(LaneId),
    /// A routine task.
    Routine(RoutineId),
    /// A snapshot.
    Snapshot(SnapshotId),
    /// A talk.
    Talk(TalkId),
    /// A point of a talk.
    Point(PointId),
    /// A stance.
    Stance(StanceKey),
    /// A decision.
    Decision(DecisionKey),
    /// A reveal.
    Reveal(DecisionKey),
    /// Who consumes what.
    Use(UseKey),
    /// How a request is served.
    Placement(DecisionKey),
    /// A reply that has been taken in.
    Taken(Digest),
    /// A decision about two wordings.
    SameGood(WordingPair),
}

impl Key {
    /// The id that the row has in its list; none for rows that no list orders, which come after all others.
    pub fn list_id(&self) -> Option<Id> {
        match *self {
            Self::Division(DivisionId(id))
            | Self::Value(ValueId(id))
            | Self::Request(RequestId(id))
            | Self::Rater(RaterId(id))
            | Self::Output(OutputId(id))
            | Self::Customer(CustomerId(id))
            | Self::Lane(LaneId(id))
            | Self::Routine(RoutineId(id))
            | Self::Snapshot(SnapshotId(id))
            | Self::Talk(TalkId(id))
            | Self::Point(PointId(id)) => Some(id),
            Self::Workspace
            | Self::Stance(_)
            | Self::Decision(_)
            | Self::Reveal(_)
            | Self::Use(_)
            | Self::Placement(_)
            | Self::Taken(_)
            | Self::SameGood(_) => None,
        }
    }
}

/// Any row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The workspace's own fields.
    Workspace(Workspace),
    /// A division.
    Division(Division),
    /// A value.
    Value(Value),
    /// A request.
    Request(Request),
    /// A rater.
    Rater(Rater),
    /// An output.
    Output(Output),
    /// A customer.
    Customer(Customer),
    /// A lane.
    Lane(Lane),
    /// A routine task.
    Routine(Routine),
    /// A snapshot.
    Snapshot(Snapshot),
    /// A talk.
    Talk(Talk),
    /// A point of a talk.
    Point(Point),
    /// A stance.
    Stance(Stance),
    /// A decision.
    Decision(Decision),
    /// A reveal.
    Reveal(Reveal),
    /// Who consumes what.
    Use(Use),
    /// How a request is served.
    Placement(Placement),
    /// A reply that has been taken in.
    Taken(Taken),
    /// A decision about two wordings.
    SameGood(SameGood),
}

impl Row {
    /// The row's key.
    pub fn key(&self) -> Key {
        match self {
            Self::Workspace(_) => Key::Workspace,
            Self::Division(row) => Key::Division(row.id),
            Self::Value(row) => Key::Value(row.id),
            Self::Request(row) => Key::Request(row.id),
            Self::Rater(row) => Key::Rater(row.id),
            Self::Output(row) => Key::Output(row.id),
            Self::Customer(row) => Key::Customer(row.id),
            Self::Lane(row) => Key::Lane(row.id),
            Self::Routine(row) => Key::Routine(row.id),
            Self::Snapshot(row) => Key::Snapshot(row.id),
            Self::Talk(row) => Key::Talk(row.id),
            Self::Point(row) => Key::Point(row.id),
            Self::Stance(row) => Key::Stance(row.key),
            Self::Decision(row) => Key::Decision(row.key),
            Self::Reveal(row) => Key::Reveal(row.key),
            Self::Use(row) => Key::Use(row.key),
            Self::Placement(row) => Key::Placement(row.key),
            Self::Taken(row) => Key::Taken(row.digest),
            Self::SameGood(row) => Key::SameGood(row.pair.clone()),
        }
    }

    /// The rows that have to exist for this one to make sense.
    pub fn needs(&self) -> impl Iterator<Item = Key> + use<> {
        const NONE: Option<Key> = None;
        let division = |id| Some(Key::Division(id));
        let needs = match self {
            Self::Workspace(_) | Self::Division(_) | Self::Taken(_) => [NONE; 4],
            Self::Value(row) => [division(row.division), NONE, NONE, NONE],
            Self::Request(row) => match row.origin {
                Origin::Incoming(_) => [NONE; 4],
                Origin::Own(id) => [division(id), NONE, NONE, NONE],
            },
            Self::Rater(row) => [division(row.division), NONE, NONE, NONE],
            Self::Output(row) => [division(row.division), NONE, NONE, NONE],
            Self::Customer(row) => [division(row.division), row.partner.map(Key::Division), NONE, NONE],
            Self::Lane(row) => [Some(Key::Customer(row.customer)), NONE, NONE, NONE],
            Self::Routine(row) => [division(row.division), row.goes_to.map(Key::Customer), NONE, NONE],
            Self::Snapshot(row) => [division(row.a), division(row.b), NONE, NONE],
            Self::Talk(row) => {
                let [before, after] = [row.before, row.after].map(|snapshot| snapshot.map(Key::Snapshot));
                [division(row.a), division(row.b), before, after]
            }
            Self::Point(row) => [Some(Key::Talk(row.talk)), NONE, NONE, NONE],
            Self::Stance(row) => {
                let StanceKey { request, value, rater } = row.key;
                [Some(Key::Request(request)), Some(Key::Value(value)), Some(Key::Rater(rater)), NONE]
            }
            Self::Decision(row) => {
                [Some(Key::Request(row.key.request)), division(row.key.division), row.value.map(Key::Value), NONE]
            }
            Self::Reveal(row) => [Some(Key::Request(row.key.request)), division(row.key.division), NONE, NONE],
            Self::Use(row) => [Some(Key::Output(row.key.output)), Some(Key::Customer(row.key.customer)), NONE, NONE],
            Self::Placement(row) => {
                [Some(Key::Request(row.key.request)), division(row.key.division), row.lane.map(Key::Lane), NONE]
            }
            Self::SameGood(row) => {
                let [a, b] = row.pair.wordings().map(|wording| wording.of.map(Key::Value));
                [a, b, NONE, NONE]
            }
        };
        needs.into_iter().flatten()
    }
}

macro_rules! row_from {
    ($($kind:ident),*) => {$(
        impl From<$kind> for Row {
            fn from(row: $kind) -> Self {
                Self::$kind(row)
            }
        }
    )*};
}

row_from!(
    Workspace, Division, Value, Request, Rater, Output, Customer, Lane, Routine, Snapshot, Talk, Point, Stance,
    Decision, Reveal, Use, Placement, Taken, SameGood
);
