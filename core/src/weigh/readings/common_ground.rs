//! "Common ground": how a division's values stand to those of its partners, and what has moved.

use std::collections::BTreeMap;

use crate::compare::{Comparison, Counts, Index, Kind, Nothing};
use crate::date::Date;
use crate::document::{Document, Seen, Snapshot};
use crate::id::{DivisionId, ValueId};

/// What a division has in common with others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommonGround {
    /// The divisions that are its customers, and those it has met; where there is none of either, all others. Only those
    /// whose values can be compared.
    pub partners: Vec<Partner>,
}

/// One division beside another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The other.
    pub division: DivisionId,
    /// The relations that are certain.
    pub counts: Counts,
    /// What has moved since the last snapshot of the two; none without one.
    pub moved: Option<Moved>,
}

/// What has moved since a snapshot was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// When it was taken.
    pub since: Date,
    /// Values of either division that have another main relation than they had.
    pub moved: usize,
    /// Values of either that were not there.
    pub new: usize,
}

impl Moved {
    /// In a sentence without its beginning: "2 values stand differently, and 1 is new".
    pub fn words(self) -> String {
        let values = |count: usize| if count == 1 { "value stands" } else { "values stand" };
        let are = |count: usize| if count == 1 { "is" } else { "are" };
        match (self.moved, self.new) {
            (0, 0) => "nothing has moved".to_owned(),
            (0, 1) => "1 value is new".to_owned(),
            (0, new) => format!("{new} values are new"),
            (moved, 0) => format!("{moved} {} differently", values(moved)),
            (moved, new) => format!("{moved} {} differently, and {new} {} new", values(moved), are(new)),
        }
    }
}

pub(super) fn common_ground(document: &Document, division: DivisionId) -> CommonGround {
    if !document.is_ready(division) {
        return CommonGround::default();
    }
    let index = Index::new(document);
    let partner = |other: DivisionId| {
        let comparison = index.compare(division, other, &Nothing)?;
        let moved = last_snapshot(document, [division, other]).map(|snapshot| moved(snapshot, &comparison));
        Some(Partner { division: other, counts: comparison.summary.counts, moved })
    };
    CommonGround { partners: partners(document, division).into_iter().filter_map(partner).collect() }
}

/// Those whom the division works with, as far as the workspace says.
fn partners(document: &Document, division: DivisionId) -> Vec<DivisionId> {
    let others = document.divisions().map(|row| row.id).filter(|&other| other != division && document.is_ready(other));
    let others: Vec<DivisionId> = others.collect();
    let meets = |pair: [DivisionId; 2], other| pair.contains(&division) && pair.contains(&other);
    let is_partner = |&other: &DivisionId| {
        document.customers_of(division).any(|customer| customer.partner == Some(other))
            || document.customers_of(other).any(|customer| customer.partner == Some(division))
            || document.talks().any(|talk| meets([talk.a, talk.b], other))
            || document.snapshots().any(|snapshot| meets([snapshot.a, snapshot.b], other))
    };
    let partners: Vec<DivisionId> = others.iter().copied().filter(is_partner).collect();
    if partners.is_empty() { others } else { partners }
}

/// The latest snapshot of the two, whichever of them is A; of several of a day, the last in order.
fn last_snapshot(document: &Document, pair: [DivisionId; 2]) -> Option<&Snapshot> {
    let of_both = |snapshot: &&Snapshot| {
        let seen = [snapshot.a, snapshot.b];
        pair == seen || pair == [seen[1], seen[0]]
    };
    document.snapshots().filter(of_both).max_by_key(|snapshot| snapshot.date)
}

fn moved(snapshot: &Snapshot, now: &Comparison) -> Moved {
    let before = main_kinds(&snapshot.seen);
    let now = || now.main.iter().flatten();
    let differs =
        |(value, kind): &&(ValueId, Kind)| before.get(value).is_some_and(|was| was.is_some_and(|was| was != *kind));
    Moved {
        since: snapshot.date,
        moved: now().filter(differs).count(),
        new: now().filter(|(value, _)| !before.contains_key(value)).count(),
    }
}

/// The main relation that each value had: the first of its kinds in the order in which one is chosen. None for a value
/// that stood in no relation, which is one that said what another said too.
fn main_kinds(seen: &Seen) -> BTreeMap<ValueId, Option<Kind>> {
    let mut main = BTreeMap::new();
    for (side, values) in seen.values.iter().enumerate() {
        for (place, value) in (0_u32..).zip(values) {
            let names = |places: [&Vec<u32>; 2]| places.get(side).is_some_and(|places| places.contains(&place));
            let kinds = seen.relations.iter().filter(|relation| names([&relation.a, &relation.b]));
            main.insert(value.id, kinds.map(|relation| relation.kind).min());
        }
    }
    main
}
