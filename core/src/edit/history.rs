//! Undo and redo: a stack of inverses.

use super::{Applied, Change, Edit, apply};
use crate::document::Document;

/// One stay of the caret in one field: edits of the same visit are undone as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit(pub u64);

/// How many edits can be taken back.
const DEPTH: usize = 200;

#[derive(Debug)]
struct Entry {
    inverse: Edit,
    visit: Option<Visit>,
}

/// What can be undone and redone.
#[derive(Debug, Default)]
pub struct History {
    undoable: Vec<Entry>,
    redoable: Vec<Edit>,
}

impl History {
    /// Applies an edit and remembers how to take it back. Edits of one `visit` become one.
    pub fn apply(&mut self, document: &mut Document, edit: Edit, visit: Option<Visit>) -> Applied {
        let applied = apply(document, edit);
        if applied.inverse.is_empty() {
            return applied;
        }
        self.redoable.clear();
        let inverse = applied.inverse.clone();
        match self.undoable.last_mut() {
            Some(last) if visit.is_some() && last.visit == visit => {
                last.inverse = compress(inverse.then(std::mem::take(&mut last.inverse)));
                // The visit has left everything as it was.
                if last.inverse.is_empty() {
                    self.undoable.pop();
                }
            }
            _ => self.undoable.push(Entry { inverse, visit }),
        }
        if self.undoable.len() > DEPTH {
            self.undoable.remove(0);
        }
        applied
    }

    /// Takes back the last edit; `None` when there is none.
    pub fn undo(&mut self, document: &mut Document) -> Option<Applied> {
        let entry = self.undoable.pop()?;
        let applied = apply(document, entry.inverse);
        if !applied.inverse.is_empty() {
            self.redoable.push(applied.inverse.clone());
        }
        Some(applied)
    }

    /// Does again what was last undone; `None` when there is nothing.
    pub fn redo(&mut self, document: &mut Document) -> Option<Applied> {
        let applied = apply(document, self.redoable.pop()?);
        if !applied.inverse.is_empty() {
            self.undoable.push(Entry { inverse: applied.inverse.clone(), visit: None });
        }
        Some(applied)
    }

    /// Whether there is anything to undo.
    pub fn can_undo(&self) -> bool {
        !self.undoable.is_empty()
    }

    /// Whether there is anything to redo.
    pub fn can_redo(&self) -> bool {
        !self.redoable.is_empty()
    }
}

/// Joins each set of a field with the next one of the same field, so that a long visit stays one step.
fn compress(edit: Edit) -> Edit {
    let mut changes: Vec<Change> = Vec::with_capacity(edit.changes.len());
    for change in edit.changes {
        if let Change::Set { key, before, after } = &change
            && let Some(Change::Set { after: end, .. }) = changes
                .iter_mut()
                .find(|earlier| matches!(earlier, Change::Set { key: k, after: a, .. } if k == key && a == before))
        {
            end.clone_from(after);
            continue;
        }
        changes.push(change);
    }
    // A field that came back to what it was is no change.
    changes.retain(|change| !matches!(change, Change::Set { before, after, .. } if before == after));
    drop_passing_rows(&mut changes);
    Edit { changes }
}

/// Leaves out rows that come only to go again, with all that is set in them meanwhile.
fn drop_passing_rows(changes: &mut Vec<Change>) {
    let passing = |changes: &[Change]| {
        changes.iter().enumerate().find_map(|(from, change)| {
            let Change::Insert { row, .. } = change else { return None };
            let key = row.key();
            let own = |change: &Change| matches!(change, Change::Set { key: of, .. } if *of == key);
            let to = from + 1 + changes[from + 1..].iter().position(|change| !own(change))?;
            matches!(&changes[to], Change::Remove { row } if row.key() == key).then_some(from..=to)
        })
    };
    while let Some(range) = passing(changes) {
        changes.drain(range);
    }
}
