//! "Common ground": how a division's values stand to those of its partners, and what has moved.

use crate::compare::{Counts, Index};
use crate::date::{self, Date};
use crate::document::Document;
use crate::id::DivisionId;
use crate::talk::{Move, in_short, moved, of_pair, snapshot_by};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// When it was taken.
    pub since: Date,
    /// The relations that moved.
    pub moves: Vec<Move>,
}

impl Moved {
    /// In a sentence: "Moved since 1 June 2026: 1 new, 2 changed."
    pub fn words(&self) -> String {
        let since = date::spoken(self.since);
        if self.moves.is_empty() {
            format!("Nothing has moved since {since}.")
        } else {
            format!("Moved since {since}: {}", in_short(&self.moves))
        }
    }
}

pub(super) fn common_ground(document: &Document, division: DivisionId) -> CommonGround {
    if !document.is_ready(division) {
        return CommonGround::default();
    }
    let index = Index::new(document);
    let partner = |other: DivisionId| {
        let counts = index.summary(division, other)?.counts;
        // Of several of a day, the last in order.
        let moved = of_pair(document, division, other).pop().map(|before| Moved {
            since: before.date,
            moves: moved(&before.seen, &snapshot_by(document, &index, division, other)),
        });
        Some(Partner { division: other, counts, moved })
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
