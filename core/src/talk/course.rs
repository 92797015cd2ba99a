//! The course of a talk: prepared, begun, ended.

use crate::date::Date;
use crate::document::{Agreed, Document, Field, Key, Snapshot, Talk};
use crate::edit::{self, Edit, apply};
use crate::id::{DivisionId, Ids, SnapshotId, TalkId};

use super::adopt::adopt;
use super::snapshot::snapshot;

/// How far a talk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// Its points are chosen.
    Prepared,
    /// It is held.
    Begun,
    /// It is over.
    Ended,
}

/// How far the talk is.
pub fn course(talk: &Talk) -> Course {
    match (talk.before, talk.after) {
        (_, Some(_)) => Course::Ended,
        (Some(_), None) => Course::Begun,
        (None, None) => Course::Prepared,
    }
}

/// The talk of two divisions that is not over, whichever of them prepared it: the latest.
pub fn prepared(document: &Document, a: DivisionId, b: DivisionId) -> Option<&Talk> {
    let of_pair = |talk: &&Talk| [talk.a, talk.b] == [a, b] || [talk.a, talk.b] == [b, a];
    document.talks().filter(of_pair).filter(|talk| course(talk) != Course::Ended).last()
}

/// Keeps how two divisions stand to each other on that day.
pub fn keep(document: &Document, a: DivisionId, b: DivisionId, id: SnapshotId, day: Date) -> Edit {
    edit::append(document, Snapshot { id, a, b, date: day, seen: snapshot(document, a, b) })
}

/// Begins the talk on that day: how the two stand is kept. Empty where it has begun already.
pub fn begin(document: &Document, talk: TalkId, ids: &mut Ids, day: Date) -> Edit {
    let Some(row) = document.talk(talk).filter(|row| course(row) == Course::Prepared) else { return Edit::default() };
    let id = ids.fresh();
    keep(document, row.a, row.b, id, day)
        .then(edit::set(document, Key::Talk(talk), Field::TalkDate(day)))
        .then(edit::set(document, Key::Talk(talk), Field::TalkBefore(Some(id))))
}

/// Ends the talk: what both adopted goes into both sets where it is not there yet, and how the two stand now is kept, in
/// the place of what was kept when it was ended before.
pub fn end(document: &Document, talk: TalkId, ids: &mut Ids, day: Date) -> Edit {
    let mut now = document.clone();
    let mut all = Edit::default();
    let mut make = |now: &mut Document, edit: Edit| {
        apply(now, edit.clone());
        all.changes.extend(edit.changes);
    };
    let adopted = document.points_of(talk).filter(|point| point.agreed == Agreed::Adopted);
    for point in adopted.map(|point| point.id) {
        let edit = adopt(&now, point, ids, day);
        make(&mut now, edit);
    }
    let Some(row) = now.talk(talk).cloned() else { return Edit::default() };
    if let Some(earlier) = row.after {
        let edit = edit::remove(&now, &Key::Snapshot(earlier));
        make(&mut now, edit);
    }
    let id = ids.fresh();
    let edit = keep(&now, row.a, row.b, id, day);
    make(&mut now, edit);
    let edit = edit::set(&now, Key::Talk(talk), Field::TalkAfter(Some(id)));
    make(&mut now, edit);
    all
}
