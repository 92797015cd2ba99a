//! The order of a talk's points, among those of all talks.

use crate::document::{Document, List};
use crate::edit::{Change, Edit};
use crate::id::{Id, PointId};

/// Moves a point to a position among those of its talk, counted without it and kept within them.
pub fn move_point(document: &Document, point: PointId, position: usize) -> Edit {
    let Some(talk) = document.point(point).map(|point| point.talk) else { return Edit::default() };
    let own: Vec<Id> = document.points_of(talk).map(|point| point.id.0).collect();
    let mut moved: Vec<Id> = own.iter().copied().filter(|id| *id != point.0).collect();
    moved.insert(position.min(moved.len()), point.0);
    if moved == own {
        return Edit::default();
    }
    // The points of other talks stay where they are.
    let before = document.order(List::Points);
    let mut next = moved.into_iter();
    let place = |id: &Id| if own.contains(id) { next.next().unwrap_or(*id) } else { *id };
    let after = before.iter().map(place).collect();
    Edit::of(Change::Order { list: List::Points, before, after })
}
