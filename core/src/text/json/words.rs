//! The words that the file uses for the document's choices, once for reading and writing.

use crate::compare::Kind;
use crate::document::{Agreed, Demand, Outcome, Period, Reversal, Service, Stage};

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

pub(super) const SERVICES: [(&str, Service); 2] =
    [("quick-order", Service::QuickOrder), ("partnership", Service::Partnership)];

pub(super) const PERIODS: [(&str, Period); 4] =
    [("week", Period::Week), ("month", Period::Month), ("quarter", Period::Quarter), ("year", Period::Year)];

pub(super) const STAGES: [(&str, Stage); 4] = [
    ("manual", Stage::Manual),
    ("simplified", Stage::Simplified),
    ("self-serve", Stage::SelfServe),
    ("automated", Stage::Automated),
];

pub(super) const AGREED: [(&str, Agreed); 5] = [
    ("open", Agreed::Open),
    ("adopted", Agreed::Adopted),
    ("exception", Agreed::Exception),
    ("differ", Agreed::Differ),
    ("parked", Agreed::Parked),
];

/// The kinds of relation, called as in reports.
pub(super) fn kinds() -> [(&'static str, Kind); 7] {
    Kind::ALL.map(|kind| (kind.key(), kind))
}

/// The word for a choice; the tables above have all of them.
pub(super) fn word<T: PartialEq>(words: &[(&'static str, T)], choice: &T) -> &'static str {
    words.iter().find(|(_, meaning)| meaning == choice).map_or("", |(word, _)| *word)
}
