//! What a meeting made, as Markdown: to send to those who were there, and to those who were not.
//!
//! It tells what the room knows: what is still blind stays so, and nobody's answer is told by name.

use crate::date::{self, Date};
use crate::document::{Decision, DecisionKey, Document, Outcome, Request, Value};
use crate::id::DivisionId;
use crate::text::markdown::{escaped, sentence};
use crate::weigh::{ResultKind, Shown, Verdict, Weighed, must_words, shown};

/// Writes the division's adopted values, then each request that it revealed or decided: its result, where people are
/// split, the decision and its reason. The document does not know when things were decided, so earlier meetings'
/// requests are among them. Empty for an unknown division.
pub fn write(document: &Document, division: DivisionId, today: Date) -> String {
    let Some(row) = document.division(division) else { return String::new() };
    let mut text = format!("# {}, {}\n", escaped(row.display_name()), date::spoken(today));
    let adopted = document.values_in_play(division).filter_map(|value| Some((value, value.adopted?)));
    for (number, (value, day)) in (1..).zip(adopted) {
        if number == 1 {
            text.push_str("\n## Values\n\n");
        }
        text.push_str(&format!(
            "{number}. {}{}\n",
            sentence(value),
            if day == today { " (adopted today)" } else { "" }
        ));
    }
    let heading = text.len();
    for request in document.requests() {
        let key = DecisionKey { request: request.id, division };
        let decision = document.decision(key).filter(|decision| decision.outcome != Outcome::Open);
        if decision.is_some() || document.is_revealed(key) {
            push_request(&mut text, document, request, key, decision);
        }
    }
    if text.len() > heading {
        text.insert_str(heading, "\n## Requests\n");
    }
    text
}

fn push_request(
    text: &mut String,
    document: &Document,
    request: &Request,
    key: DecisionKey,
    decision: Option<&Decision>,
) {
    text.push_str(&format!("\n### {}\n", escaped(request.display_title())));
    match (shown(document, key.request, key.division), &request.must) {
        (Shown::Open(weighed), _) => push_result(text, document, &weighed),
        (Shown::Blind(_), Some(must)) => push_paragraph(text, &must_words(must)),
        (Shown::Blind(_), None) => {}
    }
    let Some(decision) = decision else { return };
    text.push_str(&format!("\n**Decision:** {}\n", answer(decision)));
    if let Some(value) = decision.value.and_then(|value| document.value(value)) {
        text.push_str(&format!("\nThe value that decided: {}\n", sentence(value)));
    }
    if !decision.reason.trim().is_empty() {
        text.push_str(&format!("\nReason: {}\n", escaped(&decision.reason)));
    }
}

fn push_result(text: &mut String, document: &Document, weighed: &Weighed) {
    push_paragraph(text, &weighed.headline());
    if weighed.kind != ResultKind::NotWeighed {
        push_paragraph(text, &weighed.explain(document));
    }
    if let Some(why) = weighed.why(document) {
        push_paragraph(text, &why);
    }
    let split = weighed.rows.iter().filter(|row| row.verdict == Verdict::Split);
    let split: Vec<(&Value, String)> =
        split.filter_map(|row| Some((document.value(row.value)?, row.tally.words()))).collect();
    if !split.is_empty() {
        text.push_str("\nTo talk about:\n\n");
    }
    for (value, counts) in split {
        text.push_str(&format!("- {}: {counts}\n", sentence(value)));
    }
}

/// The decision in the screen's words, with its terms.
fn answer(decision: &Decision) -> String {
    let label = decision.outcome.label();
    match (decision.outcome, escaped(&decision.terms)) {
        (Outcome::YesIf, terms) if !terms.is_empty() => format!("yes, if {terms}"),
        (Outcome::PassOn, team) if !team.is_empty() => format!("{label}: {team}"),
        _ => label.to_owned(),
    }
}

fn push_paragraph(text: &mut String, words: &str) {
    text.push_str(&format!("\n{}\n", escaped(words)));
}
