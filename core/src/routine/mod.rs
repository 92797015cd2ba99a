//! Routine: what it takes, what it would take, which task to simplify first, and whom the freed time goes to.
//!
//! A task by hand takes its minutes. Once it is simplified, self-serve or automated it takes what is left of it, where
//! somebody has estimated that, and else still counts in full: nothing is ever freed by a guess. Time is kept as whole
//! minutes a year ([`Monthly`]), so sums are exact, and rounded only to be said.

mod first;
mod goes_to;
mod monthly;
mod task;

pub use first::{First, Gap, Missing, first, no_gain, unestimated};
pub use goes_to::{Share, goes_to, set_aside};
pub use monthly::Monthly;
pub use task::{StageSum, Task, by_stage, tasks, total};
