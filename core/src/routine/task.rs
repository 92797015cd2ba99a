//! What a routine task takes a month, and what is freed of it.

use crate::document::{Document, Routine, Stage};
use crate::id::{CustomerId, DivisionId, RoutineId};

use super::monthly::Monthly;

/// One task, reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Which.
    pub id: RoutineId,
    /// How far it has come.
    pub stage: Stage,
    /// What it takes by hand.
    pub by_hand: Monthly,
    /// What it takes, or will take, once it is no longer by hand; none where nobody has estimated it.
    pub after: Option<Monthly>,
    /// Whose partnership the freed time goes to.
    pub goes_to: Option<CustomerId>,
}

impl Task {
    /// Reckons a task.
    pub fn of(routine: &Routine) -> Self {
        let monthly = |minutes| Monthly::of(minutes, routine.times, routine.per.a_year());
        Self {
            id: routine.id,
            stage: routine.stage,
            by_hand: monthly(routine.minutes),
            after: routine.after.map(monthly),
            goes_to: routine.goes_to,
        }
    }

    /// What it takes now.
    pub fn now(self) -> Monthly {
        match (self.stage, self.after) {
            (Stage::Manual, _) | (_, None) => self.by_hand,
            (_, Some(after)) => after,
        }
    }

    /// Whether it is no longer by hand and still counts in full, since nobody has estimated what is left.
    pub fn counts_in_full(self) -> bool {
        self.stage != Stage::Manual && self.after.is_none() && !self.by_hand.is_none()
    }

    /// What has been freed of it already.
    pub fn freed(self) -> Monthly {
        self.by_hand.less(self.now())
    }

    /// What would be freed once it is no longer by hand; none where nobody has estimated it, or it is freed already.
    pub fn would_free(self) -> Option<Monthly> {
        let after = self.after.filter(|_| self.stage == Stage::Manual)?;
        Some(self.by_hand.less(after))
    }
}

/// The tasks of a division, in their order.
pub fn tasks(document: &Document, division: DivisionId) -> impl Iterator<Item = Task> + '_ {
    document.routines_of(division).map(Task::of)
}

/// What all of a division's routine takes now.
pub fn total(document: &Document, division: DivisionId) -> Monthly {
    tasks(document, division).map(Task::now).sum()
}

/// The tasks of one stage together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageSum {
    /// Which stage.
    pub stage: Stage,
    /// How many tasks.
    pub tasks: usize,
    /// What they take now.
    pub now: Monthly,
    /// What has been freed of them.
    pub freed: Monthly,
    /// How many of them count in full for want of an estimate.
    pub in_full: usize,
}

/// A division's routine by stage, each stage once.
pub fn by_stage(document: &Document, division: DivisionId) -> [StageSum; 4] {
    Stage::ALL.map(|stage| {
        let tasks: Vec<Task> = tasks(document, division).filter(|task| task.stage == stage).collect();
        StageSum {
            stage,
            tasks: tasks.len(),
            now: tasks.iter().map(|task| task.now()).sum(),
            freed: tasks.iter().map(|task| task.freed()).sum(),
            in_full: tasks.iter().filter(|task| task.counts_in_full()).count(),
        }
    })
}
