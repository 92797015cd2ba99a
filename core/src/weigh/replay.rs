//! Past decisions, replayed through the values as they are now.

use std::cmp::Reverse;

use crate::date::Date;
use crate::document::{DecisionKey, Document, Outcome};
use crate::id::{DivisionId, RequestId};

use super::goods::Goods;
use super::result::{Because, ResultKind, Says, Settled, quoted};
use super::shown::shown_with;

/// Whether a decision is what the values say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// It is.
    Agrees,
    /// It is not.
    Differs,
    /// The values do not say, or the decision does not: nothing is served or strained, a must settled it, it
    /// was passed to another team, or the values say no and the answer was "yes, if", whose terms may have met
    /// them.
    NothingToSay,
}

impl Agreement {
    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Agrees => "as you decided",
            Self::Differs => "you decided otherwise",
            Self::NothingToSay => "nothing to say",
        }
    }
}

/// One past decision, replayed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed {
    /// The request.
    pub request: RequestId,
    /// Its date.
    pub date: Date,
    /// What the division decided; never open.
    pub outcome: Outcome,
    /// The result of weighing it.
    pub result: ResultKind,
    /// What would have decided it.
    pub settled: Option<Settled>,
    /// Whether the division decided so.
    pub agreement: Agreement,
    /// Whether the division named the same value; `None` where it named none or none would have decided.
    pub same_value: Option<bool>,
}

impl Replayed {
    /// The replay in one sentence: "“One shared culture” would have said no; you said yes."
    pub fn sentence(&self, document: &Document) -> String {
        let decided = match self.outcome {
            Outcome::Open => "have not decided",
            Outcome::Yes => "said yes",
            Outcome::YesIf => "said yes, on terms",
            Outcome::PassOn => "passed it on",
            Outcome::No => "said no",
        };
        let Some(settled) = &self.settled else {
            return match self.result {
                ResultKind::NotWeighed => format!("It has not been weighed; you {decided}."),
                _ => format!("No value would have decided it; you {decided}."),
            };
        };
        match settled.value().and_then(|value| document.value(value)) {
            Some(value) => {
                let says = if settled.says == Says::Yes { "yes" } else { "no" };
                let and = if self.agreement == Agreement::Agrees { ", and" } else { ";" };
                format!("{} would have said {says}{and} you {decided}.", quoted(&value.pursued.text))
            }
            None => format!("A must settled it; you {decided}."),
        }
    }
}

/// The division's decided requests, the latest first, each with the value that would have decided it. What
/// the room may not see yet is left out.
pub fn replay(document: &Document, division: DivisionId) -> Vec<Replayed> {
    let goods = Goods::of(document);
    let past = document.requests().filter_map(|request| {
        let decision = document.decision(DecisionKey { request: request.id, division })?;
        if decision.outcome == Outcome::Open {
            return None;
        }
        let shown = shown_with(&goods, request.id, division);
        let weighed = shown.open()?;
        let would_decide = weighed.settled.as_ref().and_then(Settled::value);
        Some(Replayed {
            request: request.id,
            date: request.date,
            outcome: decision.outcome,
            result: weighed.kind,
            settled: weighed.settled.clone(),
            agreement: agreement(weighed.settled.as_ref(), decision.outcome),
            same_value: decision.value.zip(would_decide).map(|(named, would_decide)| named == would_decide),
        })
    });
    let mut past: Vec<Replayed> = past.collect();
    past.sort_by_key(|replayed| Reverse(replayed.date));
    past
}

fn agreement(settled: Option<&Settled>, outcome: Outcome) -> Agreement {
    let Some(settled) = settled else { return Agreement::NothingToSay };
    match (settled.says, outcome) {
        _ if matches!(settled.because, Because::Must(_)) => Agreement::NothingToSay,
        (_, Outcome::Open | Outcome::PassOn) | (Says::No, Outcome::YesIf) => Agreement::NothingToSay,
        (Says::Yes, Outcome::Yes | Outcome::YesIf) | (Says::No, Outcome::No) => Agreement::Agrees,
        (Says::Yes, Outcome::No) | (Says::No, Outcome::Yes) => Agreement::Differs,
    }
}
