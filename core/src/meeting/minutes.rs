//! What a meeting made: to be read aloud at its end, and sent round as Markdown.
//!
//! It tells what the room knows: what is still blind stays so, and nobody's answer is told by name.

use crate::date::{self, Date};
use crate::document::{Decision, DecisionKey, Document, Outcome, Request, Value};
use crate::id::DivisionId;
use crate::text::markdown::{escaped, sentence};
use crate::weigh::{ResultKind, Shown, Verdict, Weighed, must_words, shown};

/// A piece of the minutes, in their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Block<'d> {
    /// Whose minutes, and of which day; the first.
    Title(String),
    /// What follows is the adopted values, or the requests.
    Section(&'static str),
    /// The adopted values in their order, each with whether it was adopted today; never empty.
    Values(Vec<(&'d Value, bool)>),
    /// What follows is about the request with that title.
    Request(&'d str),
    /// A sentence or two about the request.
    Words(String),
    /// Where people are split: the values, and who sees them how; never empty.
    Split(Vec<(&'d Value, String)>),
    /// What was decided, with its terms.
    Decision(String),
    /// The value that decided.
    Decider(&'d Value),
    /// Why.
    Reason(&'d str),
}

/// The division's adopted values, then each request that it revealed or decided: its result, where people are
/// split, the decision and its reason. The document does not know when things were decided, so earlier meetings'
/// requests are among them. Empty for an unknown division.
pub fn blocks(document: &Document, division: DivisionId, today: Date) -> Vec<Block<'_>> {
    let Some(row) = document.division(division) else { return Vec::new() };
    let mut blocks = vec![Block::Title(format!("{}, {}", row.display_name(), date::spoken(today)))];
    let adopted = document.values_in_play(division).filter_map(|value| Some((value, value.adopted? == today)));
    let adopted: Vec<_> = adopted.collect();
    if !adopted.is_empty() {
        blocks.extend([Block::Section("Values"), Block::Values(adopted)]);
    }
    let mut requests = document.requests().filter_map(|request| of_request(document, division, request)).peekable();
    if requests.peek().is_some() {
        blocks.push(Block::Section("Requests"));
    }
    blocks.extend(requests.flatten());
    blocks
}

/// What there is to say of a request; `None` while it is neither revealed nor decided.
fn of_request<'d>(document: &'d Document, division: DivisionId, request: &'d Request) -> Option<Vec<Block<'d>>> {
    let key = DecisionKey { request: request.id, division };
    let decision = document.decision(key).filter(|decision| decision.outcome != Outcome::Open);
    if decision.is_none() && !document.is_revealed(key) {
        return None;
    }
    let mut blocks = vec![Block::Request(request.display_title())];
    match (shown(document, key.request, key.division), &request.must) {
        (Shown::Open(weighed), _) => push_result(&mut blocks, document, &weighed),
        (Shown::Blind(_), Some(must)) => blocks.push(Block::Words(must_words(must))),
        (Shown::Blind(_), None) => {}
    }
    if let Some(decision) = decision {
        blocks.push(Block::Decision(answer(decision)));
        blocks.extend(decision.value.and_then(|value| document.value(value)).map(Block::Decider));
        blocks.extend(Some(decision.reason.trim()).filter(|reason| !reason.is_empty()).map(Block::Reason));
    }
    Some(blocks)
}

fn push_result<'d>(blocks: &mut Vec<Block<'d>>, document: &'d Document, weighed: &Weighed) {
    blocks.push(Block::Words(weighed.headline()));
    if weighed.kind != ResultKind::NotWeighed {
        blocks.push(Block::Words(weighed.explain(document)));
    }
    blocks.extend(weighed.why(document).map(Block::Words));
    let split = weighed.rows.iter().filter(|row| row.verdict == Verdict::Split);
    let split: Vec<_> = split.filter_map(|row| Some((document.value(row.value)?, row.tally.words()))).collect();
    if !split.is_empty() {
        blocks.push(Block::Split(split));
    }
}

/// The decision in the screen's words, with its terms.
fn answer(decision: &Decision) -> String {
    let label = decision.outcome.label();
    match (decision.outcome, decision.terms.trim()) {
        (Outcome::YesIf, terms) if !terms.is_empty() => format!("yes, if {terms}"),
        (Outcome::PassOn, team) if !team.is_empty() => format!("{label}: {team}"),
        _ => label.to_owned(),
    }
}

/// The [`blocks`] as Markdown, to send to those who were there, and to those who were not.
pub fn write(document: &Document, division: DivisionId, today: Date) -> String {
    let blocks = blocks(document, division, today);
    blocks.iter().map(markdown).collect::<Vec<_>>().join("\n")
}

/// One block, with the end of its last line.
fn markdown(block: &Block<'_>) -> String {
    match block {
        Block::Title(title) => format!("# {}\n", escaped(title)),
        Block::Section(name) => format!("## {name}\n"),
        Block::Values(values) => (1..)
            .zip(values)
            .map(|(number, (value, is_new))| {
                format!("{number}. {}{}\n", sentence(value), if *is_new { " (adopted today)" } else { "" })
            })
            .collect(),
        Block::Request(title) => format!("### {}\n", escaped(title)),
        Block::Words(words) => format!("{}\n", escaped(words)),
        Block::Split(values) => {
            let lines = values.iter().map(|(value, counts)| format!("- {}: {counts}\n", sentence(value)));
            ["To talk about:\n\n".to_owned()].into_iter().chain(lines).collect()
        }
        Block::Decision(answer) => format!("**Decision:** {}\n", escaped(answer)),
        Block::Decider(value) => format!("The value that decided: {}\n", sentence(value)),
        Block::Reason(reason) => format!("Reason: {}\n", escaped(reason)),
    }
}
