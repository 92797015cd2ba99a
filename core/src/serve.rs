//! How requests are served: by a quick order or in partnership.

use crate::document::{Customer, DecisionKey, Document, Lane, Origin, Service};
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
