//! Whom a division works for and with what: its outputs, its customers and how they want to be served, and the routine
//! that takes its time.

use super::rows::DecisionKey;
use crate::date::Date;
use crate::id::{CustomerId, DivisionId, LaneId, OutputId, RoutineId};

/// Something that a division routinely produces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its key.
    pub id: OutputId,
    /// Whose output it is.
    pub division: DivisionId,
    /// What it is called; may be empty.
    pub name: String,
    /// It stands on the menu: whoever needs it can order it without a talk.
    pub orderable: bool,
    /// What whoever orders it has to bring; may be empty.
    pub asks: String,
    /// How long it takes, in people's words; may be empty.
    pub takes: String,
}

impl Output {
    /// An output of that name, not on the menu.
    pub fn new(id: OutputId, division: DivisionId, name: impl Into<String>) -> Self {
        Self { id, division, name: name.into(), orderable: false, asks: String::new(), takes: String::new() }
    }

    /// Whether the menu shows it: it can be ordered, and has a name to be ordered by.
    pub fn is_on_menu(&self) -> bool {
        self.orderable && !self.name.trim().is_empty()
    }

    /// Whether nothing has been written into it.
    pub fn is_untouched(&self) -> bool {
        [&self.name, &self.asks, &self.takes].iter().all(|text| text.trim().is_empty())
    }
}

/// Somebody who needs or consumes what a division produces, described as a persona.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Its key.
    pub id: CustomerId,
    /// Whose customer it is.
    pub division: DivisionId,
    /// What they are called; may be empty.
    pub name: String,
    /// What they need, in their words; may be empty.
    pub needs: String,
    /// What they fear, in their words; may be empty.
    pub fears: String,
    /// When the description is to be looked at again; none while nobody has described them.
    pub review: Option<Date>,
    /// The division of this workspace that they are, where they are one: its values can be compared.
    pub partner: Option<DivisionId>,
}

impl Customer {
    /// A customer of whom no more than the name is known.
    pub fn new(id: CustomerId, division: DivisionId, name: impl Into<String>) -> Self {
        Self {
            id,
            division,
            name: name.into(),
            needs: String::new(),
            fears: String::new(),
            review: None,
            partner: None,
        }
    }

    /// The name as screens and messages say it.
    pub fn display_name(&self) -> &str {
        match self.name.trim() {
            "" => "Unnamed customer",
            name => name,
        }
    }

    /// Whether anybody has said what they need or fear.
    pub fn is_described(&self) -> bool {
        !self.needs.trim().is_empty() || !self.fears.trim().is_empty()
    }
}

/// The key of who consumes what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UseKey {
    /// What is consumed.
    pub output: OutputId,
    /// By whom.
    pub customer: CustomerId,
}

/// A customer needs or consumes an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Its key, and all that it says.
    pub key: UseKey,
}

/// How somebody wants to be served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// Order, get served, leave: a drive-thru.
    #[default]
    QuickOrder,
    /// Work it out together.
    Partnership,
}

impl Service {
    /// Both, in the order of the board.
    pub const BOTH: [Self; 2] = [Self::QuickOrder, Self::Partnership];

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::QuickOrder => "quick order",
            Self::Partnership => "partnership",
        }
    }
}

/// How a customer wants to be served in one circumstance. The same customer may want both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its key.
    pub id: LaneId,
    /// Who wants it.
    pub customer: CustomerId,
    /// When they want it so, as it reads after "when"; empty where it is always so.
    pub circumstance: String,
    /// What they want.
    pub service: Service,
    /// Hours a month that are set aside for it; for partnerships.
    pub hours: u32,
}

impl Lane {
    /// A lane for every circumstance, with no time set aside.
    pub fn new(id: LaneId, customer: CustomerId, service: Service) -> Self {
        Self { id, customer, circumstance: String::new(), service, hours: 0 }
    }
}

/// How a division serves a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Which request, and which division serves it.
    pub key: DecisionKey,
    /// Who asks, in which circumstance.
    pub lane: Option<LaneId>,
    /// How it is served this time, where that differs from the lane or there is none.
    pub service: Option<Service>,
    /// Why it differs; may be empty.
    pub reason: String,
}

impl Placement {
    /// Placed nowhere yet.
    pub fn open(key: DecisionKey) -> Self {
        Self { key, lane: None, service: None, reason: String::new() }
    }
}

/// How far a routine task has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Done by hand as it always was.
    #[default]
    Manual,
    /// Done by hand, with less to do.
    Simplified,
    /// Whoever needs it does it.
    SelfServe,
    /// It runs by itself.
    Automated,
}

impl Stage {
    /// All, in the order in which a task moves on.
    pub const ALL: [Self; 4] = [Self::Manual, Self::Simplified, Self::SelfServe, Self::Automated];

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Manual => "by hand",
            Self::Simplified => "simplified",
            Self::SelfServe => "self-serve",
            Self::Automated => "automated",
        }
    }
}

/// How often something is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A week, of which a month has 52 / 12.
    Week,
    /// A month.
    #[default]
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
}

impl Period {
    /// All, the shortest first.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// What screens call it, after "times a".
    pub const fn label(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// How many of them a year has.
    pub const fn a_year(self) -> u32 {
        match self {
            Self::Week => 52,
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Year => 1,
        }
    }
}

/// A task that comes again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routine {
    /// Its key.
    pub id: RoutineId,
    /// Whose task it is.
    pub division: DivisionId,
    /// What it is called; may be empty.
    pub name: String,
    /// Minutes that it takes by hand, each time.
    pub minutes: u32,
    /// How many times a period.
    pub times: u32,
    /// The period that `times` counts in.
    pub per: Period,
    /// How far it has come.
    pub stage: Stage,
    /// Minutes each time that are left, or will be left, once it is no longer by hand; none where nobody has estimated it.
    pub after: Option<u32>,
    /// Hours that it takes, once, to get there; none where nobody has estimated it.
    pub effort: Option<u32>,
    /// What stands in the way; may be empty.
    pub obstacle: String,
    /// The customer whose partnership the freed time goes to.
    pub goes_to: Option<CustomerId>,
}

impl Routine {
    /// A task by hand of which nothing is counted yet.
    pub fn new(id: RoutineId, division: DivisionId, name: impl Into<String>) -> Self {
        Self {
            id,
            division,
            name: name.into(),
            minutes: 0,
            times: 0,
            per: Period::default(),
            stage: Stage::default(),
            after: None,
            effort: None,
            obstacle: String::new(),
            goes_to: None,
        }
    }

    /// The name as screens and messages say it.
    pub fn display_name(&self) -> &str {
        match self.name.trim() {
            "" => "Unnamed task",
            name => name,
        }
    }
}
