//! Talks of two divisions, what they agreed point by point, and what their values looked like at a time.

use crate::compare::Kind;
use crate::date::Date;
use crate::id::{DivisionId, PointId, SnapshotId, TalkId, ValueId};

/// A meeting of two divisions about their values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// Its key.
    pub id: TalkId,
    /// Who prepared it.
    pub a: DivisionId,
    /// Whom they meet.
    pub b: DivisionId,
    /// Its day.
    pub date: Date,
    /// How the two stood to each other before.
    pub before: Option<SnapshotId>,
    /// How they stood afterwards.
    pub after: Option<SnapshotId>,
}

impl Talk {
    /// A talk that nothing is prepared for.
    pub fn new(id: TalkId, [a, b]: [DivisionId; 2], date: Date) -> Self {
        Self { id, a, b, date, before: None, after: None }
    }
}

/// What came of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreed {
    /// Not talked about yet.
    #[default]
    Open,
    /// Both adopted a value.
    Adopted,
    /// An exception was agreed.
    Exception,
    /// The two differ, and know who decides.
    Differ,
    /// Put off.
    Parked,
}

impl Agreed {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Open, Self::Adopted, Self::Exception, Self::Differ, Self::Parked];

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Adopted => "adopted by both",
            Self::Exception => "an exception",
            Self::Differ => "we differ, and here is who decides",
            Self::Parked => "parked",
        }
    }
}

/// A point of a talk's agenda. It holds the words that it is about: those of the values may change later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its key.
    pub id: PointId,
    /// The talk that it belongs to.
    pub talk: TalkId,
    /// What it is about, in a line; may be empty.
    pub subject: String,
    /// A's sentence or sentences, one a line; may be empty.
    pub ours: String,
    /// B's, likewise.
    pub theirs: String,
    /// The question for the two teams; may be empty.
    pub question: String,
    /// Minutes set aside for it; 0 for no limit.
    pub minutes: u32,
    /// What was said; may be empty.
    pub notes: String,
    /// What came of it.
    pub agreed: Agreed,
    /// The exception, who decides, or until when it is put off; may be empty.
    pub terms: String,
    /// What both pursue, where they adopted a value; may be empty.
    pub pursued: String,
    /// What both give up for it, likewise.
    pub cost: String,
}

impl Point {
    /// How many minutes a point has unless people say otherwise.
    pub const MINUTES: u32 = 5;

    /// A point that nobody has talked about.
    pub fn new(id: PointId, talk: TalkId, subject: impl Into<String>) -> Self {
        Self {
            id,
            talk,
            subject: subject.into(),
            ours: String::new(),
            theirs: String::new(),
            question: String::new(),
            minutes: Self::MINUTES,
            notes: String::new(),
            agreed: Agreed::Open,
            terms: String::new(),
            pursued: String::new(),
            cost: String::new(),
        }
    }
}

/// How two divisions stood to each other on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its key.
    pub id: SnapshotId,
    /// The one division.
    pub a: DivisionId,
    /// The other.
    pub b: DivisionId,
    /// The day.
    pub date: Date,
    /// What was seen.
    pub seen: Seen,
}

/// The values of two divisions and how they related.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// A's values in play, then B's, in their order.
    pub values: [Vec<SeenValue>; 2],
    /// What was certain of them.
    pub relations: Vec<SeenRelation>,
}

/// A value as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenValue {
    /// The value; it may be gone by now.
    pub id: ValueId,
    /// What it pursued.
    pub pursued: String,
    /// What it gave up.
    pub cost: String,
}

/// A relation as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenRelation {
    /// Of which kind.
    pub kind: Kind,
    /// The places of A's values in the snapshot.
    pub a: Vec<u32>,
    /// The places of B's.
    pub b: Vec<u32>,
}

impl Seen {
    /// The most values of a division, and the most relations, that are kept: more than anybody reads, and few enough to be
    /// held against those of another snapshot.
    pub const MOST: usize = 2_000;

    /// Whether its relations speak of values that it has, and it has no more than are kept.
    pub fn is_sound(&self) -> bool {
        let [a, b] = self.values.each_ref().map(Vec::len);
        if a.max(b).max(self.relations.len()) > Self::MOST {
            return false;
        }
        let within = |places: &[u32], count: usize| places.iter().all(|place| (*place as usize) < count);
        self.relations.iter().all(|relation| within(&relation.a, a) && within(&relation.b, b))
    }
}
