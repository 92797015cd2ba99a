//! In which order divisions and pairs are shown.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use kodama::Method;

use crate::id::DivisionId;

use super::meet::Summary;

/// What a pair is, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lean {
    /// More values set the two apart than hold them together.
    Apart,
    /// As many set them apart as hold them together.
    Between,
    /// More hold them together.
    Together,
    /// No value of either has a counterpart.
    Unrelated,
}

impl Lean {
    /// Of so many values with a counterpart, of which so many set apart and so many hold together.
    pub(super) fn of(with_counterpart: u32, apart: u32, together: u32) -> Self {
        match apart.cmp(&together) {
            _ if with_counterpart == 0 => Self::Unrelated,
            std::cmp::Ordering::Greater => Self::Apart,
            std::cmp::Ordering::Equal => Self::Between,
            std::cmp::Ordering::Less => Self::Together,
        }
    }

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Apart => "apart",
            Self::Between => "in between",
            Self::Together => "together",
            Self::Unrelated => "nothing in common",
        }
    }
}

impl Summary {
    /// What the pair is, in a word.
    pub fn lean(&self) -> Lean {
        Lean::of(self.values_with_counterpart, self.values_apart, self.values_together)
    }
}

/// Puts the pairs first that are furthest apart: by the share of their values that sets them apart, then by how many
/// do, then by how few hold them together. Pairs with nothing in common come last.
pub fn furthest_first(summaries: &mut [Summary]) {
    let share = |summary: &Summary| summary.apart().unwrap_or(-1.0);
    summaries.sort_by(|one, other| {
        let key = |summary: &Summary| (Reverse(summary.values_apart), summary.values_together);
        share(other).total_cmp(&share(one)).then_with(|| key(one).cmp(&key(other)))
    });
}

/// Orders divisions so that close ones stand together. `summaries` holds each pair once; what it says nothing of counts as
/// neither close nor far. The time grows with the square of the divisions.
pub fn close_together(divisions: &[DivisionId], summaries: &[Summary]) -> Vec<DivisionId> {
    let count = divisions.len();
    let places: BTreeMap<DivisionId, usize> = divisions.iter().enumerate().map(|(place, &id)| (id, place)).collect();
    let mut distances = vec![FAR / 2.0; count * count.saturating_sub(1) / 2];
    for summary in summaries {
        if let (Some(&a), Some(&b)) = (places.get(&summary.a), places.get(&summary.b))
            && a != b
        {
            distances[place_of_pair(count, a, b)] = distance(summary);
        }
    }
    join_closest(count, &distances).into_iter().map(|place| divisions[place]).collect()
}

/// Where two of so many stand, if all pairs stand in a row: those of the first, then what is left of the second.
pub(super) fn place_of_pair(count: usize, one: usize, other: usize) -> usize {
    let (low, high) = (one.min(other), one.max(other));
    count * low - low * (low + 1) / 2 + high - low - 1
}

/// The order in which close ones stand together: they are joined to ever larger groups, each time the two groups that are
/// closest on average, and each group lies beside the other with those ends that are closest. `distances` are those of all
/// pairs, by [`place_of_pair`].
pub(super) fn join_closest(count: usize, distances: &[f32]) -> Vec<usize> {
    let mut working = distances.to_vec();
    let joined = kodama::linkage(&mut working, count, Method::Average);
    let mut groups: Vec<Vec<usize>> = (0..count).map(|place| vec![place]).collect();
    for step in joined.steps() {
        let [mut one, mut other] = [step.cluster1, step.cluster2].map(|group| std::mem::take(&mut groups[group]));
        let ends = |group: &[usize]| group.first().copied().zip(group.last().copied()).unwrap_or_default();
        let ((one_first, one_last), (other_first, other_last)) = (ends(&one), ends(&other));
        let touching =
            [(one_last, other_first), (one_first, other_first), (one_last, other_last), (one_first, other_last)];
        let apart = |(a, b): (usize, usize)| distances[place_of_pair(count, a, b)];
        let nearest = (0..touching.len()).min_by(|&a, &b| apart(touching[a]).total_cmp(&apart(touching[b])));
        let (turn_one, turn_other) = nearest.map_or((false, false), |way| (way & 1 == 1, way & 2 == 2));
        if turn_one {
            one.reverse();
        }
        if turn_other {
            other.reverse();
        }
        one.append(&mut other);
        groups.push(one);
    }
    groups.pop().unwrap_or_default()
}

/// The distance of two divisions of which each value is set apart.
pub(super) const FAR: f32 = 2.0;

/// How far two divisions are from each other, `0..=FAR`: by the share of their values with a counterpart that hold them
/// together, less the share of those that set them apart.
fn distance(summary: &Summary) -> f32 {
    match summary.values_with_counterpart {
        0 => FAR / 2.0,
        all => FAR / 2.0 - (summary.values_together as f32 - summary.values_apart as f32) / all as f32,
    }
}
