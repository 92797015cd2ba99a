//! What screens call answers and decisions.

use crate::document::{Effect, Outcome, Place};

/// The three answers to the question what a request does to that side, in the order in which they are offered:
/// the one that the sentence expects comes first.
pub const fn choices(place: Place) -> [(Effect, &'static str); 3] {
    match place {
        Place::Pursued => [(Effect::Plus, "serves"), (Effect::Zero, "neither"), (Effect::Minus, "harms")],
        Place::Cost => [(Effect::Minus, "spends"), (Effect::Zero, "neither"), (Effect::Plus, "protects")],
    }
}

impl Outcome {
    /// All, in the order in which screens offer them.
    pub const ALL: [Self; 5] = [Self::Open, Self::Yes, Self::YesIf, Self::PassOn, Self::No];

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Yes => "yes",
            Self::YesIf => "yes, if…",
            Self::PassOn => "ask another team",
            Self::No => "no",
        }
    }
}
