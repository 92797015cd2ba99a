//! Whom the freed time goes to, beside the hours that are set aside for partnership with them.

use crate::document::{Document, Service};
use crate::id::{CustomerId, DivisionId};

use super::monthly::Monthly;
use super::task::{Task, tasks};

/// Time for partnership with one customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// With whom; none for what nobody has said yet.
    pub customer: Option<CustomerId>,
    /// What has been freed for it.
    pub freed: Monthly,
    /// What would be freed for it.
    pub would_free: Monthly,
    /// Hours a month that are set aside for it in the customer's lanes.
    pub set_aside: Monthly,
}

/// Whom the division's time for partnership goes to, customers in their order and what nobody has said last. Only
/// those for whom there is any.
pub fn goes_to(document: &Document, division: DivisionId) -> Vec<Share> {
    // Somebody else's customer is nobody that this division can name.
    let own =
        |id: Option<CustomerId>| id.filter(|id| document.customer(*id).is_some_and(|row| row.division == division));
    let share = |customer: Option<CustomerId>| {
        let of_it = || tasks(document, division).filter(move |task| own(task.goes_to) == customer);
        Share {
            customer,
            freed: of_it().map(Task::freed).sum(),
            would_free: of_it().filter_map(Task::would_free).sum(),
            set_aside: hours(document, division, |of| Some(of) == customer),
        }
    };
    let customers = document.customers_of(division).map(|customer| Some(customer.id));
    let is_any = |share: &Share| [share.freed, share.would_free, share.set_aside].iter().any(|time| !time.is_none());
    customers.chain([None]).map(share).filter(is_any).collect()
}

/// Hours a month that the division has set aside for partnership.
pub fn set_aside(document: &Document, division: DivisionId) -> Monthly {
    hours(document, division, |_| true)
}

fn hours(document: &Document, division: DivisionId, with: impl Fn(CustomerId) -> bool) -> Monthly {
    let lanes = document.lanes_of(division).filter(|lane| lane.service == Service::Partnership && with(lane.customer));
    lanes.map(|lane| Monthly::hours(lane.hours)).sum()
}
