//! "Copy an answer": a short letter to whoever asked.
//!
//! The answer comes first, then what decided it: the must, or the value with its price; then the reason as
//! the division wrote it, and what the requester can do next. It blames nobody and never says that a
//! request was weighed when it was not.

use crate::document::{Decision, DecisionKey, Demand, Document, Effect, Must, Outcome, Request, Value};
use crate::id::{DivisionId, RequestId, ValueId};

use super::overview::Kind;
use super::result::{ResultKind, Says, ValueRow, Weighed, quoted, sentence};
use super::shown::shown;
use super::standing::View;
use super::tally::Verdict;

/// The letter with the division's answer on the request. `None` while nothing is decided, and for an action
/// of the division's own, which nobody asked for. What is still blind is not in it.
pub fn answer_text(document: &Document, request: RequestId, division: DivisionId) -> Option<String> {
    let asked = document.request(request)?;
    let decision = document.decision(DecisionKey { request, division })?;
    if Kind::of(asked, division) == Kind::Own {
        return None;
    }
    let shown = shown(document, request, division);
    let weighed = shown.open();
    let why = match &asked.must {
        Some(must) => Some(must_paragraph(must, decision.outcome)),
        None => deciding_value(document, decision, weighed)
            .map(|value| value_paragraph(value, weighed.and_then(|weighed| weighed.row(value.id)), decision.outcome)),
    };
    let unheard = weighed.is_some_and(|weighed| weighed.kind == ResultKind::NotWeighed);
    let reason = match decision.reason.trim() {
        "" => None,
        reason => Some(format!("Our reason: {}", closed(reason))),
    };
    let closing = match decision.outcome {
        Outcome::No if why.is_none() && unheard => NOT_WEIGHED,
        Outcome::No if why.is_none() && reason.is_none() => NO_REASON,
        outcome => closing(outcome),
    };
    let name = document.division(division)?.name.trim();
    let signature = (!name.is_empty()).then(|| name.to_owned());

    let paragraphs = [Some(opening(asked, decision)?), why, reason, Some(closing.to_owned()), signature];
    Some(paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n"))
}

/// The value that settles the request, if it says what the division decided; `None` while that is blind.
pub fn settling_value(document: &Document, key: DecisionKey) -> Option<ValueId> {
    settling(document.decision(key)?, shown(document, key.request, key.division).open())
}

fn settling(decision: &Decision, weighed: Option<&Weighed>) -> Option<ValueId> {
    let settled = weighed?.settled.as_ref()?;
    let agrees = matches!(
        (settled.says, decision.outcome),
        (Says::Yes, Outcome::Yes) | (Says::No, Outcome::YesIf | Outcome::PassOn | Outcome::No)
    );
    settled.value().filter(|_| agrees)
}

/// The value that the division named, else the one that settles the request, if it says what was decided.
fn deciding_value<'a>(document: &'a Document, decision: &Decision, weighed: Option<&Weighed>) -> Option<&'a Value> {
    decision.value.or_else(|| settling(decision, weighed)).and_then(|value| document.value(value))
}

fn opening(asked: &Request, decision: &Decision) -> Option<String> {
    let what = if asked.title.trim().is_empty() { "your request".to_owned() } else { quoted(&asked.title) };
    let terms = decision.terms.trim();
    let answer = match decision.outcome {
        Outcome::Open => return None,
        Outcome::Yes => "Our answer is yes.".to_owned(),
        Outcome::YesIf if terms.is_empty() => {
            "Our answer is yes, on terms that we would like to settle with you.".into()
        }
        Outcome::YesIf => format!("Our answer is yes, on these terms: {}", closed(terms)),
        Outcome::PassOn if terms.is_empty() => "Another team can do more for you here than we can.".into(),
        Outcome::PassOn => {
            let team = terms.trim_end_matches('.');
            format!("Please take it to {team}: they can do more for you here than we can.")
        }
        Outcome::No => "Our answer is no.".to_owned(),
    };
    Some(format!("Thank you for bringing us {what}. {answer}"))
}

fn value_paragraph(value: &Value, row: Option<&ValueRow>, outcome: Outcome) -> String {
    let said = sentence(value);
    let price = quoted(&value.cost.text);
    let lead = row.and_then(|row| row.tally.lead());
    let harmed = lead.is_some_and(|lead: View| lead.pursued == Effect::Minus);
    let spent = lead.is_some_and(|lead: View| lead.cost == Effect::Minus);
    match (outcome, row.map(|row| row.verdict)) {
        (Outcome::Yes, Some(Verdict::Served)) if spent => {
            format!("It serves a value that we hold to: {said}. The price is {price}, and we have chosen to pay it.")
        }
        (Outcome::Yes, Some(Verdict::Served)) => {
            format!(
                "It serves a value that we hold to: {said}. Usually its price is {price}; this time it asks for none."
            )
        }
        (Outcome::Yes, Some(Verdict::Strained)) => {
            format!(
                "It is not a light yes. One of our values is {said}; this asks us to bend it, and we do so with open eyes."
            )
        }
        (Outcome::YesIf, Some(Verdict::Strained)) if harmed => format!(
            "The terms come from a value of ours: {said}. As it stands, your request works against it; on these \
             terms we can stand behind it. We know the price, {price}, and that you carry some of it."
        ),
        (Outcome::YesIf, Some(Verdict::Served | Verdict::Strained)) => format!(
            "It serves a value of ours: {said}. The terms are there to keep the price, {price}, within what we \
             meant to pay."
        ),
        (Outcome::PassOn, _) => {
            format!("We work by {said}. That makes us the wrong people for this, and does not make it wrong.")
        }
        (Outcome::No, Some(Verdict::Served)) => {
            format!("It was not an easy no, since this would serve a value of ours: {said}.")
        }
        (Outcome::No, Some(Verdict::Strained)) if harmed => format!(
            "We work by a value that we chose: {said}, and this would take us the other way. The price of that \
             choice is {price}. It is a real one, and this time a part of it falls on you."
        ),
        (Outcome::No, Some(Verdict::Strained)) => format!(
            "This would serve a value of ours: {said}. But here the price, {price}, is higher than we ever meant \
             to pay."
        ),
        _ => format!("What decided it for us is a value that we chose: {said}. We know its price: {price}."),
    }
}

fn must_paragraph(must: &Must, outcome: Outcome) -> String {
    let source = match must.source.trim().trim_end_matches('.') {
        "" => String::new(),
        source => format!(" ({source})"),
    };
    let demand = match must.demand {
        Demand::Required => "has to be done",
        Demand::Forbidden => "must not be done",
    };
    match (must.demand, outcome) {
        (Demand::Required, Outcome::No) | (Demand::Forbidden, Outcome::Yes | Outcome::YesIf) => format!(
            "Please note that this {demand}{source}, whatever we would choose ourselves. Talk to us before you \
             act on this answer."
        ),
        (Demand::Forbidden, Outcome::No) => format!(
            "This {demand}{source}, and that comes before any choice of ours. It says nothing about the worth \
             of what you need."
        ),
        _ => format!("This {demand}{source}, and that comes before any choice of ours."),
    }
}

const NOT_WEIGHED: &str = "We have not weighed it closely. If it matters to you, tell us what it would make possible.";
const NO_REASON: &str = "You should not have to guess why: please ask us.";

fn closing(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Open => "",
        Outcome::Yes => "Tell us how it goes, and early if it turns out not to be what you need.",
        Outcome::YesIf => "If these terms do not work for you, talk to us: there may be others that do.",
        Outcome::PassOn => "If they cannot help, come back to us. You should not be left between two teams.",
        Outcome::No => {
            "If there is another way to what you need, or something that we have missed, come and talk to us."
        }
    }
}

/// The words with an end to them.
fn closed(words: &str) -> String {
    let words = words.trim();
    let ends = words.ends_with(['.', '!', '?', '…', '”', '"', ')']);
    if ends { words.to_owned() } else { format!("{words}.") }
}
