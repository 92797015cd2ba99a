//! Deciding: the edits that write what a division answers.

use crate::document::{Decision, DecisionKey, Document, Field, Key, Outcome};
use crate::edit::{self, Change, Edit};

/// The division's answer on the request. The terms of another kind of answer go: a team that was named is no
/// condition.
pub fn decide(document: &Document, key: DecisionKey, outcome: Outcome) -> Edit {
    let forgotten = match document.decision(key) {
        Some(decision) if decision.outcome != outcome => {
            edit::set(document, Key::Decision(key), Field::DecisionTerms(String::new()))
        }
        _ => Edit::default(),
    };
    set_decision(document, key, Field::DecisionOutcome(outcome)).then(forgotten)
}

/// Sets one field of the division's decision on the request, which need not be there yet.
pub fn set_decision(document: &Document, key: DecisionKey, field: Field) -> Edit {
    if document.decision(key).is_some() {
        return edit::set(document, Key::Decision(key), field);
    }
    let mut decision = Decision::open(key);
    match field {
        Field::DecisionOutcome(outcome) => decision.outcome = outcome,
        Field::DecisionValue(value) => decision.value = value,
        Field::DecisionReason(reason) => decision.reason = reason,
        Field::DecisionTerms(terms) => decision.terms = terms,
        _ => return Edit::default(),
    }
    if decision == Decision::open(key) {
        return Edit::default();
    }
    Edit::of(Change::Insert { row: decision.into(), predecessor: None })
}
