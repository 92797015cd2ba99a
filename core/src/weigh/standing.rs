//! What one person's answer on one value says.

use crate::document::{Effect, Place, Stance};

/// What a request does to a value, from its effects on the value's two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Serves what is pursued and spends what was to be given up.
    Pays,
    /// Serves what is pursued and spends nothing.
    FreeWin,
    /// Harms what is pursued and protects what was to be given up.
    Reverses,
    /// Harms what is pursued and protects nothing.
    Harms,
    /// Spends what would be given up and serves nothing.
    Spends,
    /// Protects what would be given up and harms nothing.
    Protects,
    /// Neither side is touched.
    Silent,
}

/// What screens add to the standing of an answer that calls the price above what was meant.
pub const TOO_DEAR: &str = "too dear";

impl Standing {
    /// All, in the order in which screens list them.
    pub const ALL: [Self; 7] =
        [Self::Pays, Self::FreeWin, Self::Reverses, Self::Harms, Self::Spends, Self::Protects, Self::Silent];

    /// The standing that the effects on the pursued side and on the cost say together.
    pub const fn of(pursued: Effect, cost: Effect) -> Self {
        match (pursued, cost) {
            (Effect::Plus, Effect::Minus) => Self::Pays,
            (Effect::Plus, _) => Self::FreeWin,
            (Effect::Minus, Effect::Plus) => Self::Reverses,
            (Effect::Minus, _) => Self::Harms,
            (Effect::Zero, Effect::Minus) => Self::Spends,
            (Effect::Zero, Effect::Plus) => Self::Protects,
            (Effect::Zero, Effect::Zero) => Self::Silent,
        }
    }

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pays => "agreed trade",
            Self::FreeWin => "free win",
            Self::Reverses => "reverses it",
            Self::Harms => "harms it",
            Self::Spends => "costs, and serves nothing",
            Self::Protects => "protects what we would give up",
            Self::Silent => "does not touch it",
        }
    }

    /// What that means, in one short line.
    pub const fn explain(self) -> &'static str {
        match self {
            Self::Pays => "It serves what you pursue, at the price that you named.",
            Self::FreeWin => "It serves what you pursue, and the price is not asked.",
            Self::Reverses => "It harms what you pursue, to protect what you chose to give up.",
            Self::Harms => "It harms what you pursue, and protects nothing in return.",
            Self::Spends => "It takes the price, and what you pursue gains nothing.",
            Self::Protects => "It spares what you would give up, and what you pursue loses nothing.",
            Self::Silent => "Neither side gains or loses.",
        }
    }
}

/// What a standing means for the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The value gains: an agreed trade or a free win.
    Served,
    /// The value loses: reversed, harmed, or its price is too dear.
    Strained,
    /// Neither.
    Other,
}

/// One person's whole answer on one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct View {
    /// The effect on what is pursued.
    pub pursued: Effect,
    /// The effect on the cost.
    pub cost: Effect,
    /// The price is above what was meant.
    pub too_dear: bool,
}

impl View {
    /// The view that a stance holds; `None` until both of its questions are answered.
    pub fn of(stance: &Stance) -> Option<Self> {
        let (pursued, cost) = stance.pursued.zip(stance.cost)?;
        Some(Self { pursued, cost, too_dear: stance.too_dear })
    }

    /// What its two effects say together.
    pub fn standing(self) -> Standing {
        Standing::of(self.pursued, self.cost)
    }

    /// What it means for the result. "Too dear" strains whatever the standing is.
    pub fn class(self) -> Class {
        match self.standing() {
            _ if self.too_dear => Class::Strained,
            Standing::Pays | Standing::FreeWin => Class::Served,
            Standing::Reverses | Standing::Harms => Class::Strained,
            Standing::Spends | Standing::Protects | Standing::Silent => Class::Other,
        }
    }

    /// The effect at that place.
    pub fn effect(self, place: Place) -> Effect {
        match place {
            Place::Pursued => self.pursued,
            Place::Cost => self.cost,
        }
    }

    /// What screens call it: "agreed trade", "agreed trade, too dear".
    pub fn label(self) -> String {
        let mut label = self.standing().label().to_owned();
        if self.too_dear {
            label.push_str(", ");
            label.push_str(TOO_DEAR);
        }
        label
    }
}
