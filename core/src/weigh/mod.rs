//! Weighing requests against values.
//!
//! A person answers two questions a value ([`answer`]); the two answers say a [`Standing`]; the
//! standings of several people give a value's [`Verdict`]; the verdicts of a division's values give the
//! [`result`] of the request, with what settles it. Nothing is ever summed into one score.
//!
//! What is still blind is kept from the room by [`shown`], and everything that a room reads (the [`overview`],
//! the [`replay`], the [`readings`] and the letter of [`answer_text`]) goes through it.

mod answers;
mod decide;
mod goods;
mod letter;
mod overview;
mod readings;
mod replay;
mod result;
mod shown;
mod standing;
mod tally;
mod words;

pub use answers::{Question, answer, finish, has_weighed, questions, set_too_dear, still_open, tick, untick};
pub use decide::{decide, set_decision};
pub use letter::{answer_text, settling_value};
pub use overview::{Filter, Kind, Overview, OverviewRow, SortBy, overview};
pub use readings::{
    CommonGround, Count, Mastery, Moved, Partner, READINGS_NOTE, Readings, StandingBehind, Suggestion, readings,
    standing_behind,
};
pub(crate) use readings::{asked_lately, is_asked_of};
pub use replay::{Agreement, Replayed, replay};
pub use result::{Because, ResultKind, Says, Settled, ValueRow, Weighed, must_words, own_result, result};
pub use shown::{Progress, Shown, Voice, hide, is_visible_to_the_room, progress, shown, shown_to, voices};
pub use standing::{Class, Standing, TOO_DEAR, View};
pub use tally::{Tally, Verdict};
pub use words::choices;
