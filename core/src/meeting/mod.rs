//! A meeting: people choose their values among everybody's proposals, weigh a request by a show of hands, and
//! leave with minutes of what they made.
//!
//! [`groups`] lays the proposals side by side until [`MANY_VALUES`] or fewer are left, and [`adopt`] makes those the
//! division's own; [`raise`] writes what was counted as answers, so that everything that weighs reads them;
//! [`minutes::write`] is the page to send round.

mod choose;
mod hands;
pub mod minutes;

pub use crate::coach::MANY_VALUES;
pub use choose::{Group, Proposal, adopt, drop_others, groups};
pub use hands::{Hands, HandsError, MOST_HANDS, counted, is_hand, raise};
