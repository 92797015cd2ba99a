//! Edits as people think of them, composed from single changes.

use std::collections::BTreeSet;

use super::{Change, Edit};
use crate::coach;
use crate::document::{Document, Field, Key, List, Origin, Place, Row, side_text, side_whole};
use crate::id::{Id, ValueId};
use crate::merge::reordered;

/// Sets a field to the content; empty when it holds that already or the row is not there.
pub fn set(document: &Document, key: Key, after: Field) -> Edit {
    match document.row(&key).and_then(|row| row.field(after.name())) {
        Some(before) if before != after => Edit::of(Change::Set { key, before, after }),
        _ => Edit::default(),
    }
}

/// Sets the words of one side of a value. The answer to the reversal test was about other words, so it goes.
pub fn set_side(document: &Document, value: ValueId, place: Place, text: String) -> Edit {
    let words = set(document, Key::Value(value), side_text(place, text));
    if words.is_empty() { words } else { words.then(set(document, Key::Value(value), Field::ValueReversal(None))) }
}

/// Swaps the two sides of a value, each spelt for its new place.
pub fn turn(document: &Document, value: ValueId) -> Edit {
    let Some(row) = document.value(value) else { return Edit::default() };
    let (pursued, cost) = coach::turned(row);
    let key = || Key::Value(value);
    set_side(document, value, Place::Pursued, pursued)
        .then(set(document, key(), side_text(Place::Cost, cost)))
        .then(set(document, key(), side_whole(Place::Pursued, row.cost.whole)))
        .then(set(document, key(), side_whole(Place::Cost, row.pursued.whole)))
}

/// The edit with what it expects to find as it is now: for one that was worked out before people went on.
pub fn refresh(document: &Document, mut edit: Edit) -> Edit {
    for change in &mut edit.changes {
        match change {
            Change::Set { key, before, .. } => {
                if let Some(now) = document.row(key).and_then(|row| row.field(before.name())) {
                    *before = now;
                }
            }
            Change::Remove { row } => {
                if let Some(now) = document.row(&row.key()) {
                    *row = now.clone();
                }
            }
            Change::Order { list, before, after } => {
                let now = document.order(*list);
                *after = reordered(&now, after);
                *before = now;
            }
            Change::Insert { .. } => {}
        }
    }
    edit
}

/// Adds a row at the end of its list.
pub fn append(document: &Document, row: impl Into<Row>) -> Edit {
    let row = row.into();
    let predecessor = super::place_of(&row).and_then(|(list, _)| document.order(list).last().copied());
    Edit::of(Change::Insert { row, predecessor })
}

/// Adds a row after another of its list, or first.
pub fn insert_after(row: impl Into<Row>, predecessor: Option<Id>) -> Edit {
    Edit::of(Change::Insert { row: row.into(), predecessor })
}

/// Moves one id of a list to a position, counted without it and kept within the list.
pub fn move_to(document: &Document, list: List, id: Id, position: usize) -> Edit {
    let before = document.order(list);
    let mut after: Vec<Id> = before.iter().copied().filter(|&other| other != id).collect();
    if after.len() == before.len() {
        return Edit::default();
    }
    after.insert(position.min(after.len()), id);
    if after == before { Edit::default() } else { Edit::of(Change::Order { list, before, after }) }
}

/// Moves one id of a list to a position among some of the list's ids: those that stand together on a screen, in their
/// order. All others stay as they are.
pub fn move_among(document: &Document, list: List, shown: &[Id], id: Id, position: usize) -> Edit {
    let stands = shown.iter().position(|&other| other == id);
    let shown: Vec<Id> = shown.iter().copied().filter(|&other| other != id).collect();
    if stands == Some(position.min(shown.len())) {
        return Edit::default();
    }
    let order: Vec<Id> = document.order(list).into_iter().filter(|&other| other != id).collect();
    let place = |of: &Id| order.iter().position(|other| other == of);
    let at = match (shown.get(position).and_then(place), shown.last().and_then(place)) {
        (Some(at), _) => at,
        (None, Some(last)) => last + 1,
        (None, None) => return Edit::default(),
    };
    move_to(document, list, id, at)
}

/// Removes a row with all that needs it. Some kinds of row are kept and only let go of it: a decision forgets the value
/// that decided it, a request where it was placed, a routine task whom its time goes to, a talk its snapshots, a customer
/// which division they are; and another division's view of an action survives as a request from a division that is gone.
pub fn remove(document: &Document, key: &Key) -> Edit {
    let mut removal = Removal { document, gone: BTreeSet::new(), changes: Vec::new() };
    removal.mark(key);
    removal.take(key);
    Edit { changes: removal.changes }
}

struct Removal<'a> {
    document: &'a Document,
    /// All that is to be removed.
    gone: BTreeSet<Key>,
    changes: Vec<Change>,
}

impl Removal<'_> {
    /// What the row that needs `key` is set to instead of being removed; nothing where it goes too.
    fn release(&self, key: &Key, needed_by: &Key) -> Vec<Field> {
        let row = self.document.row(needed_by);
        match (key, row) {
            (Key::Value(_), Some(Row::Decision(_))) => vec![Field::DecisionValue(None)],
            (Key::Lane(_), Some(Row::Placement(_))) => vec![Field::PlacementLane(None)],
            (Key::Customer(_), Some(Row::Routine(_))) => vec![Field::RoutineGoesTo(None)],
            (Key::Division(id), Some(Row::Customer(customer))) if customer.division != *id => {
                vec![Field::CustomerPartner(None)]
            }
            (Key::Snapshot(id), Some(Row::Talk(talk))) => {
                let before = (talk.before == Some(*id)).then_some(Field::TalkBefore(None));
                let after = (talk.after == Some(*id)).then_some(Field::TalkAfter(None));
                before.into_iter().chain(after).collect()
            }
            (Key::Division(id), Some(Row::Request(_))) => {
                let name = self.document.division(*id).map_or("", |division| division.display_name());
                vec![Field::RequestOrigin(Origin::Incoming(name.to_owned()))]
            }
            _ => Vec::new(),
        }
    }

    fn mark(&mut self, key: &Key) {
        if !self.gone.insert(key.clone()) {
            return;
        }
        for needed_by in self.document.needed_by(key) {
            if self.release(key, &needed_by).is_empty() {
                self.mark(&needed_by);
            }
        }
    }

    /// Emits the changes for a marked row: first for what needs it.
    fn take(&mut self, key: &Key) {
        for needed_by in self.document.needed_by(key) {
            if self.gone.contains(&needed_by) {
                // Reached from several sides, a row is taken once.
                let taken = |change: &Change| matches!(change, Change::Remove { row } if row.key() == needed_by);
                if !self.changes.iter().any(taken) {
                    self.take(&needed_by);
                }
            } else {
                for field in self.release(key, &needed_by) {
                    self.changes.extend(set(self.document, needed_by.clone(), field).changes);
                }
            }
        }
        self.changes.extend(self.document.row(key).map(|row| Change::Remove { row: row.clone() }));
    }
}
