//! A value that two divisions adopt in a talk goes into both sets, with its origin.

use crate::compare::Sameness;
use crate::date::{self, Date};
use crate::document::{Document, Field, Key, Point, Talk, Value};
use crate::edit::{self, Edit};
use crate::id::{DivisionId, Ids, PointId, Replica, ValueId};

use super::name;

/// Where a value of the division comes from that was adopted in a talk: "A talk with Finance, 24 November 2026".
pub fn origin(document: &Document, talk: &Talk, division: DivisionId, day: Date) -> String {
    let partner = if division == talk.a { talk.b } else { talk.a };
    ["A talk with ", name(document, partner), ", ", &date::spoken(day)].concat()
}

/// Puts the value that both adopt into the set of either, adopted on that day. A set that says it already, in these words
/// or in others that mean the same, gets no second one: a draft of it is adopted, and a must stays one. Empty where a side
/// of the value is blank, or nothing is left to do.
pub fn adopt(document: &Document, point: PointId, ids: &mut Ids, day: Date) -> Edit {
    let Some((point, talk)) = point_and_talk(document, point) else { return Edit::default() };
    let has = sets_with(document, point);
    let mut all = Edit::default();
    // A talk with oneself has one set.
    let divisions = if talk.a == talk.b { vec![talk.a] } else { vec![talk.a, talk.b] };
    for (division, has) in divisions.into_iter().zip(has) {
        let origin = origin(document, talk, division, day);
        let edit = match has.and_then(|id| document.value(id)) {
            Some(value) if value.must.is_some() || value.adopted.is_some() => Edit::default(),
            Some(value) => {
                let key = || Key::Value(value.id);
                let tell = value.origin.trim().is_empty().then_some(Field::ValueOrigin(origin));
                let tell = tell.map(|field| edit::set(document, key(), field)).unwrap_or_default();
                edit::set(document, key(), Field::ValueAdopted(Some(day))).then(tell)
            }
            None => match proposed(point, division, ids.fresh()) {
                Some(value) => edit::append(document, Value { adopted: Some(day), origin, ..value }),
                None => Edit::default(),
            },
        };
        all = all.then(edit);
    }
    all
}

/// The values by which either set says what the point's value says, A's first: none where a set does not say it, or where
/// the value is not written out.
pub fn sets_with(document: &Document, point: &Point) -> [Option<ValueId>; 2] {
    let Some(talk) = document.talk(point.talk) else { return [None, None] };
    let id = unused(document);
    [talk.a, talk.b].map(|division| {
        let value = proposed(point, division, id)?;
        let sameness = Sameness::among(document, document.values_of(division).chain(std::iter::once(&value)));
        let meaning = sameness.meaning(&value);
        document.values_of(division).find(|own| sameness.meaning(own) == meaning).map(|own| own.id)
    })
}

/// The point's value as one of the division's; none while a side is blank.
fn proposed(point: &Point, division: DivisionId, id: ValueId) -> Option<Value> {
    let value = Value::new(id, division, point.pursued.trim(), point.cost.trim());
    value.is_in_play().then_some(value)
}

fn point_and_talk(document: &Document, point: PointId) -> Option<(&Point, &Talk)> {
    let point = document.point(point)?;
    Some((point, document.talk(point.talk)?))
}

/// An id that no value of the document has.
fn unused(document: &Document) -> ValueId {
    let mut ids = Ids::new(Replica::new(0));
    loop {
        let id: ValueId = ids.fresh();
        if document.value(id).is_none() {
            return id;
        }
    }
}
