//! Three-way merging, by row and field, against a common base. No clock decides: where both sides changed the
//! same field to different content, ours stays and the other is handed out for people to choose from.

use std::collections::BTreeSet;

use crate::document::{Document, Key, List, Row};
use crate::edit::{self, Change, Edit, Obstacle, Skipped, apply};
use crate::id::Id;

/// What merging brings: the edit that has been worked out against ours, and what did not fit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// Applies to our document without a skip.
    pub edit: Edit,
    /// Changes of theirs that contradict ours. Each `before` of a set or an order is what ours holds now, so
    /// that choosing theirs is just applying the change.
    pub conflicts: Vec<Change>,
}

/// Works out how to bring their changes since `base` into ours.
pub fn merge(base: &Document, ours: &Document, theirs: &Document) -> Merge {
    let mut merged = ours.clone();
    let mut merge = Merge::default();
    for change in difference(base, theirs).changes {
        take(&mut merge, &mut merged, change);
    }
    merge.edit.changes.retain(|change| !matches!(change, Change::Set { before, after, .. } if before == after));
    merge
}

/// The edit that makes `to` of `from`: inserts first, each after the rows that it needs, and removals last.
pub fn difference(from: &Document, to: &Document) -> Edit {
    let mut changes = Vec::new();
    for key in to.keys() {
        let Some(after) = to.row(&key) else { continue };
        match from.row(&key) {
            None => changes.push(Change::Insert { predecessor: predecessor(to, after), row: after.clone() }),
            Some(before) => {
                let fields = before.fields().into_iter().zip(after.fields());
                let changed = fields.filter(|(before, after)| before != after);
                changes.extend(changed.map(|(before, after)| Change::Set { key: key.clone(), before, after }));
            }
        }
    }
    let mut reached = from.clone();
    apply(&mut reached, Edit { changes: changes.clone() });
    let gone: Vec<Key> = from.keys().filter(|key| !to.contains(key)).collect();
    // Backwards, what needs a row goes before the row.
    let removals: Vec<Change> =
        gone.iter().rev().filter_map(|key| reached.row(key)).map(|row| Change::Remove { row: row.clone() }).collect();
    apply(&mut reached, Edit { changes: removals.clone() });
    changes.extend(removals);
    let divisions = to.divisions().map(|division| List::Values(division.id));
    for list in [List::Divisions, List::Requests, List::Raters].into_iter().chain(divisions) {
        let (before, after) = (reached.order(list), to.order(list));
        if before != after {
            changes.push(Change::Order { list, before, after });
        }
    }
    Edit { changes }
}

/// Brings one change of theirs in, or notes that it contradicts ours.
fn take(merge: &mut Merge, merged: &mut Document, change: Change) {
    let applied = apply(merged, Edit::of(change.clone()));
    let Some(Skipped { change, obstacle }) = applied.skipped.into_iter().next() else {
        merge.edit.changes.push(change);
        return;
    };
    match (change, obstacle) {
        (Change::Set { key, after, .. }, Obstacle::Changed) => {
            let ours = merged.row(&key).and_then(|row| row.field(after.name()));
            if let Some(before) = ours.filter(|ours| *ours != after) {
                merge.conflicts.push(Change::Set { key, before, after });
            }
        }
        // Both added it: under the same key only where the key says it all, or nearly.
        (Change::Insert { row, .. }, Obstacle::Present) => {
            let ours = merged.row(&row.key());
            let fields = ours.into_iter().flat_map(Row::fields).zip(row.fields());
            let differing = fields.filter(|(ours, theirs)| ours != theirs);
            merge.conflicts.extend(differing.map(|(before, after)| Change::Set { key: row.key(), before, after }));
        }
        // They changed or added to what we removed: it comes back for people to decide.
        (change @ (Change::Insert { .. } | Change::Set { .. }), _) => merge.conflicts.push(change),
        // They removed what we changed or added to.
        (Change::Remove { row }, Obstacle::Changed | Obstacle::Needed) => {
            merge.conflicts.extend(merged.row(&row.key()).map(|row| Change::Remove { row: row.clone() }));
        }
        // We removed it too.
        (Change::Remove { .. }, _) => {}
        (Change::Order { list, before, after }, _) => {
            let ours = merged.order(list);
            let common = |ids: &[Id], of: &[Id]| ids.iter().copied().filter(|id| of.contains(id)).collect::<Vec<_>>();
            let theirs = reordered(&ours, &after);
            if theirs == ours {
                return;
            }
            let change = Change::Order { list, before: ours.clone(), after: theirs };
            // We left alone the order of what we share, so theirs holds.
            if common(&ours, &before) == common(&before, &ours) {
                apply(merged, Edit::of(change.clone()));
                merge.edit.changes.push(change);
            } else {
                merge.conflicts.push(change);
            }
        }
    }
}

/// Our ids in their order; those that they do not have stay behind their predecessors.
fn reordered(ours: &[Id], theirs: &[Id]) -> Vec<Id> {
    let mine: BTreeSet<Id> = ours.iter().copied().collect();
    let mut order: Vec<Id> = theirs.iter().copied().filter(|id| mine.contains(id)).collect();
    let shared: BTreeSet<Id> = order.iter().copied().collect();
    for (position, &id) in ours.iter().enumerate().filter(|(_, id)| !shared.contains(id)) {
        let before = position.checked_sub(1).and_then(|before| order.iter().position(|&other| other == ours[before]));
        order.insert(before.map_or(0, |before| before + 1), id);
    }
    order
}

/// The id before the row in its list.
fn predecessor(document: &Document, row: &Row) -> Option<Id> {
    let (list, id) = edit::place_of(row)?;
    let order = document.order(list);
    let position = order.iter().position(|&other| other == id)?;
    position.checked_sub(1).map(|before| order[before])
}
