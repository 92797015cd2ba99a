//! How two divisions stand to each other at a moment, to be kept.

use crate::compare::{Index, Nothing};
use crate::document::{Document, Seen, SeenRelation, SeenValue, Snapshot, Value};
use crate::id::{DivisionId, ValueId};

/// The values in play of either division, and what is certain of them as it is listed. What is only suggested is left
/// out: it may go with the next table of words. Nothing where a division is not there.
pub fn snapshot(document: &Document, a: DivisionId, b: DivisionId) -> Seen {
    snapshot_by(document, &Index::new(document), a, b)
}

/// The same, by an index of the document that is there already.
pub(crate) fn snapshot_by(document: &Document, index: &Index<'_>, a: DivisionId, b: DivisionId) -> Seen {
    let Some(comparison) = index.compare(a, b, &Nothing) else { return Seen::default() };
    let seen = |value: &Value| SeenValue {
        id: value.id,
        pursued: value.pursued.text.trim().to_owned(),
        cost: value.cost.text.trim().to_owned(),
    };
    let values =
        [a, b].map(|division| document.values_in_play(division).take(Seen::MOST).map(seen).collect::<Vec<_>>());
    let places = |which: usize, ids: &[ValueId]| {
        let place = |id: &ValueId| (0..).zip(&values[which]).find(|(_, value)| value.id == *id).map(|(place, _)| place);
        ids.iter().filter_map(place).collect()
    };
    let relations = comparison.relations.iter().take(Seen::MOST).map(|relation| SeenRelation {
        kind: relation.kind,
        a: places(0, &relation.a),
        b: places(1, &relation.b),
    });
    let relations = relations.collect();
    Seen { values, relations }
}

/// The same, seen from the other division.
pub fn mirrored(seen: &Seen) -> Seen {
    let [a, b] = seen.values.clone();
    let swapped =
        |relation: &SeenRelation| SeenRelation { kind: relation.kind, a: relation.b.clone(), b: relation.a.clone() };
    Seen { values: [b, a], relations: seen.relations.iter().map(swapped).collect() }
}

/// The snapshots of a pair, whichever of the two was A, seen from `a`: the earliest first.
pub fn of_pair(document: &Document, a: DivisionId, b: DivisionId) -> Vec<Snapshot> {
    let seen_from_a = |snapshot: &Snapshot| match [snapshot.a, snapshot.b] {
        pair if pair == [a, b] => Some(snapshot.clone()),
        pair if pair == [b, a] => Some(Snapshot { a, b, seen: mirrored(&snapshot.seen), ..*snapshot }),
        _ => None,
    };
    let mut all: Vec<Snapshot> = document.snapshots().filter_map(seen_from_a).collect();
    all.sort_by_key(|snapshot| snapshot.date);
    all
}
