//! In which order divisions and pairs are shown.

use std::cmp::Reverse;
use std::collections::BTreeMap;

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
        match self.values_apart.cmp(&self.values_together) {
            _ if self.values_with_counterpart == 0 => Lean::Unrelated,
            std::cmp::Ordering::Greater => Lean::Apart,
            std::cmp::Ordering::Equal => Lean::Between,
            std::cmp::Ordering::Less => Lean::Together,
        }
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

/// Orders divisions so that close ones stand together: the closest two first, then always the one that is closest to
/// either end, joined there. `summaries` holds each pair once; what it says nothing of counts as neither close nor far.
/// The time grows with the square of the divisions.
pub fn close_together(divisions: &[DivisionId], summaries: &[Summary]) -> Vec<DivisionId> {
    let closeness = |summary: &Summary| match summary.values_with_counterpart {
        0 => 0,
        all => (i64::from(summary.values_together) - i64::from(summary.values_apart)) * 1_000 / i64::from(all),
    };
    let close: BTreeMap<[DivisionId; 2], i64> =
        summaries.iter().map(|summary| (sorted(summary.a, summary.b), closeness(summary))).collect();
    let close = |a: DivisionId, b: DivisionId| close.get(&sorted(a, b)).copied().unwrap_or(0);

    let first = summaries
        .iter()
        .filter(|summary| [summary.a, summary.b].iter().all(|id| divisions.contains(id)))
        .max_by_key(|summary| closeness(summary));
    let mut left: Vec<DivisionId> = divisions.to_vec();
    let mut row = std::collections::VecDeque::new();
    if let Some(first) = first {
        row.extend([first.a, first.b]);
        left.retain(|id| ![first.a, first.b].contains(id));
    }
    while !left.is_empty() {
        let (Some(&front), Some(&back)) = (row.front(), row.back()) else { return left };
        let ends =
            left.iter().enumerate().flat_map(|(at, &id)| [(close(front, id), at, true), (close(back, id), at, false)]);
        // Of equals the one that people keep first.
        let Some((_, at, to_front)) = ends.max_by_key(|&(closeness, at, to_front)| (closeness, Reverse(at), !to_front))
        else {
            break;
        };
        let next = left.remove(at);
        if to_front { row.push_front(next) } else { row.push_back(next) }
    }
    row.into()
}

fn sorted(a: DivisionId, b: DivisionId) -> [DivisionId; 2] {
    [a.min(b), a.max(b)]
}
