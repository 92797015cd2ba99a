//! The way out in four steps: where a division is on it, derived from what it wrote down; nothing of it is stored.
//!
//! Each step is useful alone, and has one next thing to do and one place where that is done. Two [`Plan`]s put the steps
//! into an order for a team that has an hour and for one that has an afternoon.

mod facts;
mod plan;
mod step;

pub use plan::{Part, Plan};
pub use step::{State, Step, StepName};

use crate::date::Date;
use crate::document::Document;
use crate::id::{DivisionId, RequestId};
use facts::Facts;

/// Where in the program something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// The division's values.
    Values,
    /// All requests.
    Requests,
    /// One request.
    Request(RequestId),
    /// The readings.
    Readings,
    /// Outputs, customers and lanes.
    Customers,
    /// What can be ordered.
    Menu,
    /// Routine tasks.
    Routine,
    /// Divisions beside each other.
    Compare,
    /// Two of them.
    Pair(DivisionId, DivisionId),
    /// Talks.
    Talks,
}

impl Where {
    /// What a link to it says.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Values => "Write values",
            Self::Requests => "Go to the requests",
            Self::Request(_) => "Open the request",
            Self::Readings => "Read the counts",
            Self::Customers => "Go to customers",
            Self::Menu => "Open the menu",
            Self::Routine => "Go to routine",
            Self::Compare => "Compare",
            Self::Pair(..) => "Compare the two",
            Self::Talks => "Prepare a talk",
        }
    }
}

/// Where a division is on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The four steps, in their order.
    pub steps: [Step; 4],
    /// For a team that has an hour, and for one that has an afternoon.
    pub plans: [Plan; 2],
}

/// Looks where a division is on the way.
pub fn way(document: &Document, division: DivisionId, today: Date) -> Way {
    let facts = Facts::of(document, division, today);
    let steps = StepName::ALL.map(|name| Step::of(name, &facts));
    Way { steps, plans: [Plan::hour(&facts), Plan::afternoon(&facts)] }
}
