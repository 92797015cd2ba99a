//! The kinds of relation, their words, and counts of them.

use std::fmt;

/// How one value of a division stands to another division's, in the order in which the main one is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Each pursues what the other gives up.
    Reversed,
    /// The chains of preferences of the two divisions order two goods the other way round.
    ReversedThroughOthers,
    /// The aims share a good, and so do the costs.
    Shared,
    /// One pursues what the other gives up.
    Exposed,
    /// The aims share a good, the costs do not.
    SameAim,
    /// The costs share a good, the aims do not.
    SamePrice,
    /// None of these with any value of the other division.
    Alone,
}

impl Kind {
    /// All, in the order in which a value's main relation is chosen.
    pub const ALL: [Self; 7] = [
        Self::Reversed,
        Self::ReversedThroughOthers,
        Self::Shared,
        Self::Exposed,
        Self::SameAim,
        Self::SamePrice,
        Self::Alone,
    ];

    /// All, worst first: what sets two teams apart, what leaves them beside each other, what holds them
    /// together, and what is one team's only.
    pub const WORST_FIRST: [Self; 7] = [
        Self::Reversed,
        Self::ReversedThroughOthers,
        Self::Exposed,
        Self::SamePrice,
        Self::SameAim,
        Self::Shared,
        Self::Alone,
    ];

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Reversed => "head-on",
            Self::ReversedThroughOthers => "head-on, in steps",
            Self::Shared => "shared",
            Self::Exposed => "may clash",
            Self::SameAim => "same aim",
            Self::SamePrice => "same price",
            Self::Alone => "no counterpart",
        }
    }

    /// What it means, in one sentence.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::Reversed => "Each team pursues what the other is ready to give up.",
            Self::ReversedThroughOthers => {
                "No two values say it outright, but followed step by step they put the same two goods in opposite order."
            }
            Self::Shared => "Both teams make the same trade.",
            Self::Exposed => "One team pursues what the other is ready to give up.",
            Self::SameAim => "Both teams pursue the same, and pay for it differently.",
            Self::SamePrice => "Both teams give up the same, for different aims.",
            Self::Alone => "Nothing that the other team wrote names the same goods.",
        }
    }

    /// Its name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reversed => "reversed",
            Self::ReversedThroughOthers => "reversed-through-others",
            Self::Shared => "shared",
            Self::Exposed => "exposed",
            Self::SameAim => "same-aim",
            Self::SamePrice => "same-price",
            Self::Alone => "alone",
        }
    }

    /// Whether it sets two teams apart.
    pub const fn is_apart(self) -> bool {
        matches!(self, Self::Reversed | Self::ReversedThroughOthers | Self::Exposed)
    }

    /// Whether it holds two teams together.
    pub const fn is_together(self) -> bool {
        matches!(self, Self::Shared | Self::SameAim)
    }

    /// As it stands behind a number in a headline.
    pub const fn counted(self) -> &'static str {
        match self {
            Self::ReversedThroughOthers => "head-on in steps",
            Self::SameAim => "with the same aim",
            Self::SamePrice => "at the same price",
            Self::Alone => "without counterpart",
            _ => self.label(),
        }
    }
}

/// How many relations there are of each kind. Their [`Display`](fmt::Display) is a pair's headline: "2 head-on,
/// 1 may clash, 3 shared, 4 without counterpart".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counts([u32; Kind::ALL.len()]);

impl Counts {
    /// How many of that kind.
    pub fn of(&self, kind: Kind) -> u32 {
        self.0[kind as usize]
    }

    /// How many of all kinds.
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// The kinds that there are, worst first, with how many of each.
    pub fn iter(&self) -> impl Iterator<Item = (Kind, u32)> + '_ {
        Kind::WORST_FIRST.into_iter().map(|kind| (kind, self.of(kind))).filter(|&(_, count)| count > 0)
    }

    /// Those of all kinds, in the order of [`Kind::ALL`].
    pub(super) fn all(self) -> [u32; Kind::ALL.len()] {
        self.0
    }

    /// As many of each kind, in the order of [`Kind::ALL`].
    pub(super) fn from_all(all: [u32; Kind::ALL.len()]) -> Self {
        Self(all)
    }

    /// How many of those kinds together.
    pub(super) fn of_all(&self, kinds: impl Fn(Kind) -> bool) -> u32 {
        Kind::ALL.into_iter().filter(|&kind| kinds(kind)).map(|kind| self.of(kind)).sum()
    }

    pub(super) fn add(&mut self, kind: Kind, count: u32) {
        self.0[kind as usize] += count;
    }

    /// Takes back one that was added.
    pub(super) fn take(&mut self, kind: Kind) {
        self.0[kind as usize] -= 1;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.total() == 0 {
            return f.write_str("nothing to compare yet");
        }
        for (place, (kind, count)) in self.iter().enumerate() {
            let comma = if place > 0 { ", " } else { "" };
            write!(f, "{comma}{count} {}", kind.counted())?;
        }
        Ok(())
    }
}
