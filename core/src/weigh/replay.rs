//! Past decisions, replayed through the values as they are now.

use std::cmp::Reverse;

use crate::date::Date;
use crate::document::{DecisionKey, Document, Outcome};
use crate::id::{DivisionId, RequestId, ValueId};

use super::goods::Goods;
use super::result::{Because, ResultKind, Says, Settled, quoted};
use super::shown::shown_with;
use super::tally::Verdict;

/// Whether a decision is what the values say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// It is.
    Agrees,
    /// It is not.
    Differs,
    /// The values do not say, or the decision does not: nothing is served or strained, a must settled it, it
    /// was passed to another team, people are split and decided otherwise, or the values say no and the answer was "yes, if", whose terms may have met
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
    /// The value that the division named as the one that decided.
    pub named: Option<ValueId>,
    /// On which values people are split, in one sentence.
    pub split: Option<String>,
}

impl Replayed {
    /// What screens call it: whether the division decided so, or that people are split.
    pub fn label(&self) -> &'static str {
        if self.agreement == Agreement::NothingToSay && self.split.is_some() {
            Verdict::Split.label()
        } else {
            self.agreement.label()
        }
    }

    /// The replay in words: "“One shared culture” would have said no; you said yes."
    pub fn sentence(&self, document: &Document) -> String {
        let decided = match self.outcome {
            Outcome::Open => "have not decided",
            Outcome::Yes => "said yes",
            Outcome::YesIf => "said yes, on terms",
            Outcome::PassOn => "passed it on",
            Outcome::No => "said no",
        };
        let pursued = |value| document.value(value).map(|value| quoted(&value.pursued.text));
        let settling = self.settled.as_ref().and_then(Settled::value);
        let because = match self.named.filter(|named| Some(*named) != settling).and_then(pursued) {
            Some(named) => format!(", because of {named}"),
            None => String::new(),
        };
        let before = match (&self.settled, settling.and_then(pursued)) {
            (Some(settled), Some(value)) => {
                let says = if settled.says == Says::Yes { "yes" } else { "no" };
                let and = if self.agreement == Agreement::Agrees { ", and" } else { ";" };
                format!("{value} would have said {says}{and}")
            }
            (Some(_), None) => "A must settled it;".to_owned(),
            (None, _) if self.result == ResultKind::NotWeighed => "It has not been weighed;".to_owned(),
            (None, _) if self.split.is_some() => "Where you agree, it serves and strains nothing;".to_owned(),
            (None, _) => "It serves and strains nothing that you named;".to_owned(),
        };
        let split = self.split.as_deref().map(|split| [" ", split].concat()).unwrap_or_default();
        format!("{before} you {decided}{because}.{split}")
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
        Some(Replayed {
            request: request.id,
            date: request.date,
            outcome: decision.outcome,
            result: weighed.kind,
            settled: weighed.settled.clone(),
            agreement: match agreement(weighed.settled.as_ref(), decision.outcome) {
                // Whoever is split may have decided by what half of them say.
                Agreement::Differs if weighed.is_split() => Agreement::NothingToSay,
                agreement => agreement,
            },
            named: decision.value,
            split: weighed.split(document),
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
