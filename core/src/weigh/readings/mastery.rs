//! "Time for mastery": how requests are served, and what routine leaves of the time.

use time::Duration;

use crate::date::Date;
use crate::document::{DecisionKey, Document, Outcome, Request, Service, Stage};
use crate::id::{DivisionId, RequestId};
use crate::routine::{Monthly, by_stage, set_aside};
use crate::serve::service_of;
use crate::weigh::overview::Kind;

use super::Count;

/// Requests of so many days are counted.
pub(super) const DAYS: i64 = 90;

/// What time there is to do something well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mastery {
    /// Quick orders, of the requests that are placed.
    pub quick: Count,
    /// Requests in partnership, of those that are placed.
    pub partnership: Count,
    /// Placed nowhere yet: in neither count.
    pub unplaced: Vec<RequestId>,
    /// What routine takes that is still by hand.
    pub by_hand: Monthly,
    /// What is set aside for partnership.
    pub set_aside: Monthly,
}

impl Mastery {
    /// The counts with what screens call them.
    pub fn counts(&self) -> [(&'static str, &Count); 2] {
        [("Quick orders", &self.quick), ("In partnership", &self.partnership)]
    }
}

pub(super) fn mastery(document: &Document, division: DivisionId, today: Date) -> Mastery {
    let mut read = Mastery { set_aside: set_aside(document, division), ..Mastery::default() };
    let manual = by_stage(document, division).into_iter().filter(|sum| sum.stage == Stage::Manual);
    read.by_hand = manual.map(|sum| sum.now).sum();
    for request in asked_lately(document, division, today) {
        let key = DecisionKey { request: request.id, division };
        match service_of(document, key) {
            Some(service) => {
                read.quick.of.push(request.id);
                read.partnership.of.push(request.id);
                let count = if service == Service::QuickOrder { &mut read.quick } else { &mut read.partnership };
                count.requests.push(request.id);
            }
            None => read.unplaced.push(request.id),
        }
    }
    read
}

/// The requests of the last ninety days that the division was asked to serve. Musts are left out.
pub(crate) fn asked_lately(
    document: &Document,
    division: DivisionId,
    today: Date,
) -> impl Iterator<Item = &Request> + Clone {
    let days = today.saturating_sub(Duration::days(DAYS))..=today;
    document.requests().filter(move |request| {
        request.must.is_none() && days.contains(&request.date) && is_asked_of(document, request, division)
    })
}

/// Whether the request was asked of the division, as far as the workspace knows: its people placed, decided or weighed
/// it; or nobody has, and then it is everybody's who is asked.
pub(crate) fn is_asked_of(document: &Document, request: &Request, division: DivisionId) -> bool {
    let kind = Kind::of(request, division);
    let takes_up = |division: DivisionId| {
        let key = DecisionKey { request: request.id, division };
        let people_of = |rater| document.rater(rater).is_some_and(|rater| rater.division == division);
        service_of(document, key).is_some()
            || document.decision(key).is_some_and(|decision| decision.outcome != Outcome::Open)
            || document.stances_on(request.id).any(|stance| people_of(stance.key.rater))
    };
    match kind {
        Kind::Own => false,
        _ if takes_up(division) => true,
        Kind::Theirs => false,
        Kind::Incoming => !document.divisions().any(|other| takes_up(other.id)),
    }
}
