//! What people do with outputs, customers and lanes, as edits.

use super::{column, named, next_review};
use crate::date::Date;
use crate::document::{Customer, DecisionKey, Document, Field, Key, Lane, List, Placement, Service, Use, UseKey};
use crate::edit::{self, Change, Edit};
use crate::id::{CustomerId, Id, Ids, LaneId, OutputId};

/// Says that somebody of that name consumes the output: a customer whom the division has, or else a new one.
pub fn name_consumer(document: &Document, ids: &mut Ids, output: OutputId, name: &str) -> Edit {
    let (Some(row), false) = (document.output(output), name.trim().is_empty()) else { return Edit::default() };
    let known = named(document, row.division, name).map(|customer| customer.id);
    let customer = known.unwrap_or_else(|| ids.fresh());
    let made = match known {
        Some(_) => Edit::default(),
        None => edit::append(document, Customer::new(customer, row.division, name.trim())),
    };
    let key = UseKey { output, customer };
    if document.uses(key) { made } else { made.then(edit::append(document, Use { key })) }
}

/// Sets what a customer needs or fears. From the moment when they are described, the day of the next look is known; with
/// the description it goes.
pub fn describe(document: &Document, customer: CustomerId, words: Field, today: Date) -> Edit {
    let Some(mut row) = document.customer(customer).cloned() else { return Edit::default() };
    let written = edit::set(document, Key::Customer(customer), words.clone());
    match words {
        Field::CustomerNeeds(text) => row.needs = text,
        Field::CustomerFears(text) => row.fears = text,
        _ => return Edit::default(),
    }
    let review = row.review.or_else(|| Some(next_review(today))).filter(|_| row.is_described());
    written.then(edit::set(document, Key::Customer(customer), Field::CustomerReview(review)))
}

/// Adds a card at the end of one lane of the board.
pub fn add_lane(document: &Document, lane: LaneId, customer: CustomerId, service: Service) -> Edit {
    edit::append(document, Lane::new(lane, customer, service))
}

/// Moves a card to a position of one lane of the board, counted without it.
pub fn move_lane(document: &Document, lane: LaneId, service: Service, position: usize) -> Edit {
    let division = document.lane(lane).and_then(|row| document.customer(row.customer)).map(|row| row.division);
    let Some(division) = division else { return Edit::default() };
    let cards: Vec<Id> = column(document, division, service).map(|row| row.id.0).collect();
    let moved = edit::move_among(document, List::Lanes, &cards, lane.0, position);
    edit::set(document, Key::Lane(lane), Field::LaneService(service)).then(moved)
}

/// Says who asks and in which circumstance. From then on the request is served as that lane says: what was said of another
/// one goes.
pub fn take_lane(document: &Document, key: DecisionKey, lane: Option<LaneId>) -> Edit {
    set_placement(document, key, Field::PlacementLane(lane)).then(follow_lane(document, key))
}

/// Says how the request is served this time. Where that is what its lane says, nothing differs.
pub fn serve_as(document: &Document, key: DecisionKey, service: Service) -> Edit {
    let lane = document.placement(key).and_then(|placement| document.lane(placement.lane?));
    if lane.is_some_and(|lane| lane.service == service) {
        follow_lane(document, key)
    } else {
        set_placement(document, key, Field::PlacementService(Some(service)))
    }
}

fn follow_lane(document: &Document, key: DecisionKey) -> Edit {
    let set = |field| edit::set(document, Key::Placement(key), field);
    set(Field::PlacementService(None)).then(set(Field::PlacementReason(String::new())))
}

/// Sets one field of how the division serves the request, which nobody need have said before.
pub fn set_placement(document: &Document, key: DecisionKey, field: Field) -> Edit {
    if document.placement(key).is_some() {
        return edit::set(document, Key::Placement(key), field);
    }
    let mut placement = Placement::open(key);
    match field {
        Field::PlacementLane(lane) => placement.lane = lane,
        Field::PlacementService(service) => placement.service = service,
        Field::PlacementReason(reason) => placement.reason = reason,
        _ => return Edit::default(),
    }
    if placement == Placement::open(key) {
        return Edit::default();
    }
    Edit::of(Change::Insert { row: placement.into(), predecessor: None })
}
