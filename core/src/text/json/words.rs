//! The words that the file uses for the document's choices, once for reading and writing.

use crate::document::{Demand, Outcome, Reversal};

pub(super) const REVERSALS: [(&str, Reversal); 2] =
    [("real-choice", Reversal::RealChoice), ("nobody-would", Reversal::NobodyWould)];

pub(super) const OUTCOMES: [(&str, Outcome); 5] = [
    ("open", Outcome::Open),
    ("yes", Outcome::Yes),
    ("yes-if", Outcome::YesIf),
    ("pass-on", Outcome::PassOn),
    ("no", Outcome::No),
];

/// The fields that hold the source of what demands a request.
pub(super) const DEMANDS: [(&str, Demand); 2] = [("required", Demand::Required), ("forbidden", Demand::Forbidden)];

/// The word for a choice; the tables above have all of them.
pub(super) fn word<T: PartialEq>(words: &[(&'static str, T)], choice: &T) -> &'static str {
    words.iter().find(|(_, meaning)| meaning == choice).map_or("", |(word, _)| *word)
}
