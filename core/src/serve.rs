//! How requests are served: by a quick order or in partnership.

mod compose;

pub use compose::*;

use crate::date::{self, Date};
use crate::document::{Customer, DecisionKey, Document, Lane, Origin, Output, Service};
use crate::good::Good;
use crate::id::DivisionId;

/// How the division serves the request: as people said for this one, else as its lane says; none where nobody has placed
/// it.
pub fn service_of(document: &Document, key: DecisionKey) -> Option<Service> {
    let placement = document.placement(key)?;
    placement.service.or_else(|| document.lane(placement.lane?).map(|lane| lane.service))
}

/// The lanes that a request may belong to, of the customer whom it says it comes from; all of the division's where it
/// names none of its customers.
pub fn lanes_for(document: &Document, key: DecisionKey) -> Vec<&Lane> {
    let asking = customer_asking(document, key).map(|customer| customer.id);
    let lanes = document.lanes_of(key.division);
    lanes.filter(|lane| asking.is_none_or(|asking| lane.customer == asking)).collect()
}

/// The customer of the division whom the request comes from, by name or as a division of this workspace.
pub fn customer_asking(document: &Document, key: DecisionKey) -> Option<&Customer> {
    match &document.request(key.request)?.origin {
        Origin::Incoming(from) => named(document, key.division, from),
        Origin::Own(division) => {
            document.customers_of(key.division).find(|customer| customer.partner == Some(*division))
        }
    }
}

/// The division's customer of that name, however it is capitalised, accented or punctuated.
pub fn named<'d>(document: &'d Document, division: DivisionId, name: &str) -> Option<&'d Customer> {
    let name = Good::fold(name)?;
    document.customers_of(division).find(|customer| Good::fold(&customer.name).as_ref() == Some(&name))
}

/// A lane as the screens say it: who, and in which circumstance.
pub fn lane_words(document: &Document, lane: &Lane) -> String {
    let name = document.customer(lane.customer).map_or("", |customer| customer.display_name());
    match lane.circumstance.trim() {
        "" => name.to_owned(),
        circumstance => format!("{name}, when {circumstance}"),
    }
}

/// What can be ordered from the division: the outputs on its menu that have a name.
pub fn orderable(document: &Document, division: DivisionId) -> impl Iterator<Item = &Output> + Clone {
    document.outputs_of(division).filter(|output| output.is_on_menu())
}

/// The cards of one lane of the board, from top to bottom.
pub fn column(document: &Document, division: DivisionId, service: Service) -> impl Iterator<Item = &Lane> + Clone {
    document.lanes_of(division).filter(move |lane| lane.service == service)
}

/// The customers of whom nobody has said yet how they want to be served.
pub fn unplaced(document: &Document, division: DivisionId) -> impl Iterator<Item = &Customer> {
    let is_placed = move |customer: &Customer| document.lanes_of(division).any(|lane| lane.customer == customer.id);
    document.customers_of(division).filter(move |customer| !is_placed(customer))
}

/// After so many months the description of a customer is looked at again.
const REVIEWED_AFTER: u8 = 6;

/// When a description that was looked at on that day is to be looked at again.
pub fn next_review(day: Date) -> Date {
    date::months_on(day, REVIEWED_AFTER)
}

/// Whether the description is to be looked at again.
pub fn is_due(customer: &Customer, today: Date) -> bool {
    customer.review.is_some_and(|day| day <= today)
}
