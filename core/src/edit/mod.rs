//! Every change to a document is one [`Edit`], and [`apply`] is the one place where it happens. Reading a file, which nobody
//! takes back, adds row by row, with the same obstacles.
//!
//! A change says what it expects to find. It applies where the document is so, and is otherwise skipped and
//! reported: that is what lets undo, redo, import and merging all be edits, even after somebody else's
//! changes have come in between. The inverse of what did apply is handed back.

mod compose;
mod history;

use std::fmt;

use crate::document::{Document, Field, FieldName, Key, List, Row};
use crate::id::Id;

pub use compose::*;
pub use history::{History, Visit};

/// One step of an edit.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Sets one field of one row.
    Set {
        /// The row.
        key: Key,
        /// What the field holds now.
        before: Field,
        /// What it shall hold: content of the same field.
        after: Field,
    },
    /// Adds a row.
    Insert {
        /// The row with its content.
        row: Row,
        /// The id that it follows in its list; first without one, last when that is gone. Rows that no list
        /// orders ignore it.
        predecessor: Option<Id>,
    },
    /// Removes a row that nothing needs any more.
    Remove {
        /// The row with the content that it has now.
        row: Row,
    },
    /// Reorders a list.
    Order {
        /// The list.
        list: List,
        /// Its ids now.
        before: Vec<Id>,
        /// The same ids as they shall stand.
        after: Vec<Id>,
    },
}

/// Changes that belong together and are undone together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edit {
    /// In the order in which they are made.
    pub changes: Vec<Change>,
}

impl Edit {
    /// An edit of one change.
    pub fn of(change: Change) -> Self {
        Self { changes: vec![change] }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// This edit, then that one, as one.
    #[must_use]
    pub fn then(mut self, next: Self) -> Self {
        self.changes.extend(next.changes);
        self
    }

    /// The places of the document that it touches, with repetitions: what a screen has to look at again.
    pub fn touches(&self) -> impl Iterator<Item = Spot> + '_ {
        self.changes.iter().flat_map(|change| match change {
            Change::Set { key, after, .. } => vec![Spot::Field(key.clone(), after.name())],
            Change::Insert { row, .. } | Change::Remove { row } => {
                let mut spots = vec![Spot::Row(row.key())];
                spots.extend(place_of(row).map(|(list, _)| Spot::List(list)));
                spots
            }
            Change::Order { list, .. } => vec![Spot::List(*list)],
        })
    }
}

impl FromIterator<Change> for Edit {
    fn from_iter<T: IntoIterator<Item = Change>>(changes: T) -> Self {
        Self { changes: changes.into_iter().collect() }
    }
}

/// A place of the document that can be listened to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// One field of one row.
    Field(Key, FieldName),
    /// Whether the row is there.
    Row(Key),
    /// Which rows a list holds, and their order.
    List(List),
}

/// The list that orders rows of this kind, and the row's id in it.
pub(crate) fn place_of(row: &Row) -> Option<(List, Id)> {
    let list = match row {
        Row::Division(_) => List::Divisions,
        Row::Value(row) => List::Values(row.division),
        Row::Request(_) => List::Requests,
        Row::Rater(_) => List::Raters,
        Row::Output(_) => List::Outputs,
        Row::Customer(_) => List::Customers,
        Row::Lane(_) => List::Lanes,
        Row::Routine(_) => List::Routines,
        Row::Snapshot(_) => List::Snapshots,
        Row::Talk(_) => List::Talks,
        Row::Point(_) => List::Points,
        Row::Workspace(_)
        | Row::Stance(_)
        | Row::Decision(_)
        | Row::Reveal(_)
        | Row::Use(_)
        | Row::Placement(_)
        | Row::Taken(_)
        | Row::SameGood(_) => return None,
    };
    row.key().list_id().map(|id| (list, id))
}

/// Why a change was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Obstacle {
    /// The row is not there (any more).
    Missing,
    /// A row with that key is there already.
    Present,
    /// The content is not what the change expects: it has been changed since.
    Changed,
    /// Other rows still need the row.
    Needed,
    /// A row that it needs is not there.
    Hanging,
    /// The change contradicts itself: two fields in one set, or other ids in the new order than in the old.
    Malformed,
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "it is no longer there",
            Self::Present => "it is there already",
            Self::Changed => "it has been changed since",
            Self::Needed => "something else still needs it",
            Self::Hanging => "something that it needs is no longer there",
            Self::Malformed => "the change contradicts itself",
        })
    }
}

/// A change that was not made, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    /// The change.
    pub change: Change,
    /// What stood in its way.
    pub obstacle: Obstacle,
}

/// What applying an edit did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Applied {
    /// Takes back what was done.
    pub inverse: Edit,
    /// What was not done.
    pub skipped: Vec<Skipped>,
}

/// Makes the changes in turn, each where the document is as it expects.
pub fn apply(document: &mut Document, edit: Edit) -> Applied {
    let mut applied = Applied::default();
    for change in edit.changes {
        match apply_change(document, change) {
            Ok(inverse) => applied.inverse.changes.push(inverse),
            Err(skipped) => applied.skipped.push(*skipped),
        }
    }
    applied.inverse.changes.reverse();
    applied
}

/// Adds a row behind another of its list, as first of it without one and as last where that one is gone: where a document is
/// read, which nobody takes back.
///
/// # Errors
/// Gives the row back with what stands in its way.
pub(crate) fn add(document: &mut Document, row: Row, predecessor: Option<Id>) -> Result<(), Box<(Row, Obstacle)>> {
    match obstacle_to_insert(document, &row) {
        Some(obstacle) => Err(Box::new((row, obstacle))),
        None => {
            document.insert(row, predecessor);
            Ok(())
        }
    }
}

fn obstacle_to_insert(document: &Document, row: &Row) -> Option<Obstacle> {
    let hanging = || row.needs().any(|need| !document.contains(&need)).then_some(Obstacle::Hanging);
    if document.contains(&row.key()) { Some(Obstacle::Present) } else { hanging() }
}

/// Makes one change and returns its inverse.
fn apply_change(document: &mut Document, change: Change) -> Result<Change, Box<Skipped>> {
    match obstacle(document, &change) {
        Some(obstacle) => Err(Box::new(Skipped { change, obstacle })),
        None => make(document, change),
    }
}

/// What stands in the way of a change.
fn obstacle(document: &Document, change: &Change) -> Option<Obstacle> {
    match change {
        Change::Set { key, before, after } => {
            let Some(row) = document.row(key) else { return Some(Obstacle::Missing) };
            if before.name() != after.name() {
                return Some(Obstacle::Malformed);
            }
            match row.field(before.name()) {
                None => Some(Obstacle::Malformed),
                Some(now) if now != *before => Some(Obstacle::Changed),
                Some(_) => after.needs().is_some_and(|need| !document.contains(&need)).then_some(Obstacle::Hanging),
            }
        }
        Change::Insert { row, .. } => obstacle_to_insert(document, row),
        Change::Remove { row: Row::Workspace(_) } => Some(Obstacle::Needed),
        Change::Remove { row } => match document.row(&row.key()) {
            None => Some(Obstacle::Missing),
            Some(now) if now != row => Some(Obstacle::Changed),
            Some(_) => (!document.needed_by(&row.key()).is_empty()).then_some(Obstacle::Needed),
        },
        Change::Order { list, before, after } => {
            let sorted = |ids: &[Id]| {
                let mut ids = ids.to_vec();
                ids.sort_unstable();
                ids
            };
            if sorted(before) != sorted(after) {
                Some(Obstacle::Malformed)
            } else {
                (document.order(*list) != *before).then_some(Obstacle::Changed)
            }
        }
    }
}

/// Makes a change that nothing stands in the way of.
fn make(document: &mut Document, change: Change) -> Result<Change, Box<Skipped>> {
    match change {
        Change::Set { key, before, after } => match document.replace(&key, after.clone()) {
            Ok(before) => Ok(Change::Set { key, before: after, after: before }),
            Err(after) => {
                Err(Box::new(Skipped { change: Change::Set { key, before, after }, obstacle: Obstacle::Malformed }))
            }
        },
        Change::Insert { row, predecessor } => {
            document.insert(row.clone(), predecessor);
            Ok(Change::Remove { row })
        }
        Change::Remove { row } => match document.remove(&row.key()) {
            Some((row, predecessor)) => Ok(Change::Insert { row, predecessor }),
            None => Err(Box::new(Skipped { change: Change::Remove { row }, obstacle: Obstacle::Missing })),
        },
        Change::Order { list, before, after } => {
            document.set_order(list, after.clone());
            Ok(Change::Order { list, before: after, after: before })
        }
    }
}
