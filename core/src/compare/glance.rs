//! What a survey of many divisions keeps of each pair: thirteen small numbers.

use std::cmp::Reverse;

use super::arrange::{FAR, Lean};
use super::kind::{Counts, Kind};
use super::meet::Summary;

const KINDS: usize = Kind::ALL.len();
/// The numbers of a pair: those of each kind, then the six others in the order of their fields.
pub(super) const NUMBERS: usize = KINDS + 6;

/// Two divisions at a glance: what is certain, as in a [`Summary`], and what may come of suggestions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// The relations of each kind that are certain.
    pub counts: Counts,
    /// The values of both whose main relation sets the divisions apart.
    pub values_apart: u32,
    /// The values of both whose main relation holds them together.
    pub values_together: u32,
    /// The values of both with any relation.
    pub values_with_counterpart: u32,
    /// The values of both without counterpart that would have one if what is suggested were confirmed.
    pub maybe: u32,
    /// Those of them that what is nearest would set apart. Where people have to tell which side of a value belongs to
    /// which, it counts as neither.
    pub maybe_apart: u32,
    /// Those of them that what is nearest would hold together.
    pub maybe_together: u32,
}

/// Where a pair stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank((Reverse<u64>, Reverse<u32>, u32), Reverse<u32>, u32);

impl Glance {
    /// What the pair is, in a word: by what is certain.
    pub fn lean(&self) -> Lean {
        Lean::of(self.values_with_counterpart, self.values_apart, self.values_together)
    }

    /// What the pair would be by what is suggested alone.
    pub fn maybe_lean(&self) -> Lean {
        Lean::of(self.maybe, self.maybe_apart, self.maybe_together)
    }

    /// How much sets the divisions apart: the share, `0..=1`, of the values with a counterpart. None without any.
    pub fn apart(&self) -> Option<f64> {
        let all = self.values_with_counterpart;
        (all > 0).then(|| f64::from(self.values_apart) / f64::from(all))
    }

    /// How far the two are from each other, `0..=FAR`. What is only suggested counts half.
    pub(super) fn distance(&self) -> f32 {
        let half = |values: u32| values as f32 / 2.0;
        let all = self.values_with_counterpart as f32 + half(self.maybe);
        let together = self.values_together as f32 + half(self.maybe_together);
        let apart = self.values_apart as f32 + half(self.maybe_apart);
        if all > 0.0 { FAR / 2.0 - (together - apart) / all } else { FAR / 2.0 }
    }

    /// Ascending, the pairs that are furthest apart come first, as in [`furthest_first`](super::furthest_first); of those
    /// with nothing in common, the ones that may be.
    pub fn rank(&self) -> Rank {
        // The bits of numbers from 0 on are ordered as these are.
        let share = self.apart().map_or(0, |share| share.to_bits() + 1);
        let certain = (Reverse(share), Reverse(self.values_apart), self.values_together);
        Rank(certain, Reverse(self.maybe_apart), self.maybe_together)
    }

    pub(super) fn of(summary: &Summary) -> Self {
        Self {
            counts: summary.counts,
            values_apart: summary.values_apart,
            values_together: summary.values_together,
            values_with_counterpart: summary.values_with_counterpart,
            ..Self::default()
        }
    }

    /// The numbers that stand for it. More than 65,535 of anything is said to be so many.
    pub(super) fn numbers(&self) -> [u16; NUMBERS] {
        let mut numbers = [0; NUMBERS];
        let others = [
            self.values_apart,
            self.values_together,
            self.values_with_counterpart,
            self.maybe,
            self.maybe_apart,
            self.maybe_together,
        ];
        for (number, of) in numbers.iter_mut().zip(self.counts.all().into_iter().chain(others)) {
            *number = u16::try_from(of).unwrap_or(u16::MAX);
        }
        numbers
    }

    pub(super) fn from_numbers(numbers: &[u16; NUMBERS]) -> Self {
        let [counts @ .., values_apart, values_together, values_with_counterpart, maybe, maybe_apart, maybe_together] =
            numbers.map(u32::from);
        Self {
            counts: Counts::from_all(counts),
            values_apart,
            values_together,
            values_with_counterpart,
            maybe,
            maybe_apart,
            maybe_together,
        }
    }
}
