//! Three-way merging, by row and field, against a common base. No clock decides: where both sides changed the
//! same field to different content, ours stays and the other is handed out for people to choose from.

use std::collections::BTreeSet;

use crate::document::{Document, Field, Key, List, Reveal, Row};
use crate::edit::{self, Change, Edit, Obstacle, Skipped, apply};
use crate::id::Id;

/// What merging brings: the edit that has been worked out against ours, and what did not fit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// Applies to our document without a skip.
    pub edit: Edit,
    /// What they did and what contradicts ours, each as the edit that takes theirs after all. It starts from what
    /// ours holds now, and its last change says what it is about; those before bring back what that needs.
    pub conflicts: Vec<Edit>,
}

/// Works out how to bring their changes since `base` into ours.
pub fn merge(base: &Document, ours: &Document, theirs: &Document) -> Merge {
    let mut merged = ours.clone();
    let mut merge = Merge::default();
    for change in difference(base, theirs).changes {
        take(&mut merge, &mut merged, theirs, change);
    }
    merge.edit.changes.retain(|change| !matches!(change, Change::Set { before, after, .. } if before == after));
    merge
}

/// Works out how to bring another version of the workspace into ours where nobody knows what both came from, as with
/// two saved files: all rows are kept, nothing counts as removed, and what differs is for people to choose.
pub fn merge_files(ours: &Document, theirs: &Document) -> Merge {
    let mut merged = ours.clone();
    let mut merge = Merge::default();
    for change in difference(ours, theirs).changes {
        match change {
            // What is hidden here stays so until it is revealed here.
            Change::Insert { row: Row::Reveal(Reveal { key }), .. } if ours.request(key.request).is_some() => {}
            Change::Insert { .. } => take(&mut merge, &mut merged, theirs, change),
            Change::Set { key, after, .. } => dispute_field(&mut merge, &merged, theirs, key, after),
            Change::Remove { .. } => {}
            Change::Order { list, after, .. } => {
                let before = merged.order(list);
                let after = reordered(&before, &after);
                if after != before {
                    merge.conflicts.push(Edit::of(Change::Order { list, before, after }));
                }
            }
        }
    }
    merge
}

/// Whether two documents are versions of one workspace: they share a row that has an id of its own.
pub fn are_related(a: &Document, b: &Document) -> bool {
    a.keys().any(|key| key.list_id().is_some() && b.contains(&key))
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
    for list in List::ALWAYS.into_iter().chain(divisions) {
        let (before, after) = (reached.order(list), to.order(list));
        if before != after {
            changes.push(Change::Order { list, before, after });
        }
    }
    Edit { changes }
}

/// Brings one change of theirs in, or notes that it contradicts ours.
fn take(merge: &mut Merge, merged: &mut Document, theirs: &Document, change: Change) {
    let applied = apply(merged, Edit::of(change.clone()));
    let Some(Skipped { change, obstacle }) = applied.skipped.into_iter().next() else {
        merge.edit.changes.push(change);
        return;
    };
    match (change, obstacle) {
        // Both added it: under the same key only where the key says it all, or nearly.
        (Change::Insert { row, .. }, Obstacle::Present) => {
            for field in row.fields() {
                dispute_field(merge, merged, theirs, row.key(), field);
            }
        }
        // They changed or added to what we removed: for people to decide whether it comes back.
        (Change::Insert { row, .. }, _) => dispute_row(merge, merged, theirs, &row.key()),
        (Change::Set { key, .. }, Obstacle::Missing) => dispute_row(merge, merged, theirs, &key),
        (Change::Set { key, after, .. }, _) => dispute_field(merge, merged, theirs, key, after),
        // They removed what we changed or added to.
        (Change::Remove { row }, Obstacle::Changed | Obstacle::Needed) => {
            if merged.contains(&row.key()) {
                merge.conflicts.push(edit::remove(merged, &row.key()));
            }
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
                merge.conflicts.push(Edit::of(change));
            }
        }
    }
}

/// Notes that their field holds something else than ours, if it does.
fn dispute_field(merge: &mut Merge, merged: &Document, theirs: &Document, key: Key, after: Field) {
    let ours = merged.row(&key).and_then(|row| row.field(after.name()));
    if let Some(before) = ours.filter(|ours| *ours != after) {
        let mut changes = Vec::new();
        if let Some(need) = after.needs() {
            bring_back(merged, theirs, &need, &mut changes);
        }
        changes.push(Change::Set { key, before, after });
        merge.conflicts.push(Edit { changes });
    }
}

/// Notes that they go on with a row that we removed.
fn dispute_row(merge: &mut Merge, merged: &Document, theirs: &Document, key: &Key) {
    let mut changes = Vec::new();
    bring_back(merged, theirs, key, &mut changes);
    let edit = Edit { changes };
    // Each of the row's fields that they changed says so.
    if !edit.is_empty() && !merge.conflicts.contains(&edit) {
        merge.conflicts.push(edit);
    }
}

/// Inserts their row where ours is gone, after all that it needs and that is gone too.
fn bring_back(merged: &Document, theirs: &Document, key: &Key, changes: &mut Vec<Change>) {
    let there = |change: &Change| matches!(change, Change::Insert { row, .. } if row.key() == *key);
    let Some(row) = theirs.row(key).filter(|_| !merged.contains(key) && !changes.iter().any(there)) else { return };
    for need in row.needs() {
        bring_back(merged, theirs, &need, changes);
    }
    changes.push(Change::Insert { predecessor: predecessor(theirs, row), row: row.clone() });
}

/// Our ids in their order; those that they do not have stay behind their predecessors.
pub(crate) fn reordered(ours: &[Id], theirs: &[Id]) -> Vec<Id> {
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
