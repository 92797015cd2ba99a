//! Which task to simplify first: what pays back soonest. What nobody has estimated is asked for and never guessed.

use std::cmp::Ordering;

use crate::document::{Document, Routine, Stage};
use crate::id::{DivisionId, RoutineId};

use super::monthly::Monthly;
use super::task::Task;

/// A task by hand that is worth simplifying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct First {
    /// Which.
    pub id: RoutineId,
    /// What it would free.
    pub frees: Monthly,
    /// Hours that it takes, once, to get there.
    pub effort: u32,
}

impl First {
    /// In how many months it pays back, begun ones counted; 0 where it takes no effort.
    pub fn months(self) -> u64 {
        self.frees.months_to(self.effort).unwrap_or(u64::MAX)
    }

    /// When it pays back, in words.
    pub fn pays_back(self) -> String {
        match self.months() {
            0 => "pays back at once".to_owned(),
            1 => "pays back within a month".to_owned(),
            months => format!("pays back within {months} months"),
        }
    }

    /// The one that pays back sooner comes first; of two alike, the one that frees more.
    fn order(&self, other: &Self) -> Ordering {
        let cost = |one: &Self, per: &Self| u128::from(one.effort) * u128::from(per.frees.minutes_a_year());
        cost(self, other).cmp(&cost(other, self)).then(other.frees.cmp(&self.frees))
    }
}

/// The division's tasks by hand that would free something, the one that pays back soonest first.
pub fn first(document: &Document, division: DivisionId) -> Vec<First> {
    let estimated = |routine: &Routine| {
        let frees = Task::of(routine).would_free().filter(|frees| !frees.is_none())?;
        Some(First { id: routine.id, frees, effort: routine.effort? })
    };
    let mut first: Vec<First> = document.routines_of(division).filter_map(estimated).collect();
    first.sort_by(First::order);
    first
}

/// The division's tasks by hand of which all is known and nothing would be freed.
pub fn no_gain(document: &Document, division: DivisionId) -> Vec<RoutineId> {
    let frees_nothing = |routine: &&Routine| {
        let counted = routine.minutes > 0 && routine.times > 0 && routine.effort.is_some();
        counted && Task::of(routine).would_free().is_some_and(Monthly::is_none)
    };
    document.routines_of(division).filter(frees_nothing).map(|routine| routine.id).collect()
}

/// A number that nobody has written down yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// Minutes by hand.
    Minutes,
    /// How often.
    Times,
    /// Minutes afterwards.
    After,
    /// Hours to get there.
    Effort,
}

impl Missing {
    /// As it reads after "still to be estimated:".
    pub const fn label(self) -> &'static str {
        match self {
            Self::Minutes => "minutes each time",
            Self::Times => "how often it comes",
            Self::After => "minutes that are left afterwards",
            Self::Effort => "hours of work to get there",
        }
    }
}

/// A task of which something has still to be estimated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Which.
    pub id: RoutineId,
    /// What it takes, as far as that is known.
    pub now: Monthly,
    /// What is missing; never empty.
    pub missing: Vec<Missing>,
}

/// The division's tasks of which something has still to be estimated, the one that takes most first. Of what is no
/// longer by hand, the effort is spent and not asked for.
pub fn unestimated(document: &Document, division: DivisionId) -> Vec<Gap> {
    let gap = |routine: &Routine| {
        let is_manual = routine.stage == Stage::Manual;
        let missing = [
            (Missing::Minutes, routine.minutes == 0),
            (Missing::Times, routine.times == 0),
            (Missing::After, routine.after.is_none()),
            (Missing::Effort, routine.effort.is_none() && is_manual),
        ];
        let missing: Vec<Missing> = missing.into_iter().filter(|(_, is)| *is).map(|(what, _)| what).collect();
        (!missing.is_empty()).then(|| Gap { id: routine.id, now: Task::of(routine).now(), missing })
    };
    let mut gaps: Vec<Gap> = document.routines_of(division).filter_map(gap).collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.now));
    gaps
}
