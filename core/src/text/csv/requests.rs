//! A table of requests, a row for each division that has decided.

use super::cell::push_row;
use super::columns::{Column, Columns};
use crate::date;
use crate::document::*;
use crate::text::day;
use crate::text::entry::{Ask, Found, Remark, Ruling, Source, Trouble, demand};
use crate::text::sentence::{self, Sentence};
use crate::text::table::Row as Written;

const INCOMING: &str = "incoming";
const OWN: &str = "own action";
const OWN_OF: &str = "own action of";
const YES_IF: &str = "yes, if";
const ASK: &str = "ask";

/// The columns after those that are always there, each written when there is something in it.
const EXTRA: [&str; 3] = ["from", "must", "value"];

/// Writes the requests: `request,detail,kind,division,decision,reason,date`, then who asked, what is a must and
/// which value decided where there is such a thing. The kind is "incoming" or "own action", the latter
/// with the division whose action it is if that is not the row's.
pub fn write(document: &Document) -> String {
    let rows: Vec<[String; 10]> = document.requests().flat_map(|request| rows_of(document, request)).collect();
    let used = [7, 8, 9].map(|column: usize| rows.iter().any(|row| !row[column].is_empty()));
    let extra = |index: &usize| used[*index];
    let mut table = String::new();
    let mut head = vec!["request", "detail", "kind", "division", "decision", "reason", "date"];
    head.extend((0..3).filter(extra).map(|index| EXTRA[index]));
    push_row(&mut table, &head);
    for row in &rows {
        let mut cells: Vec<&str> = row[..7].iter().map(String::as_str).collect();
        cells.extend((0..3).filter(extra).map(|index| row[7 + index].as_str()));
        push_row(&mut table, &cells);
    }
    table
}

fn rows_of(document: &Document, request: &Request) -> Vec<[String; 10]> {
    let name = |id| document.division(id).map_or("", |division| division.name.trim());
    let (owner, from) = match &request.origin {
        Origin::Incoming(from) => (None, from.clone()),
        Origin::Own(owner) => (Some(*owner), String::new()),
    };
    let must = request.must.as_ref().map_or(String::new(), |must| {
        let word = match must.demand {
            Demand::Required => "required",
            Demand::Forbidden => "forbidden",
        };
        if must.source.trim().is_empty() { word.to_owned() } else { format!("{word}: {}", must.source) }
    });
    let row = |division: Option<crate::id::DivisionId>, decision: Option<&Decision>| {
        let kind = match owner {
            None => INCOMING.to_owned(),
            Some(owner) if division == Some(owner) => OWN.to_owned(),
            Some(owner) => format!("{OWN_OF} {}", name(owner)),
        };
        let value = decision.and_then(|row| row.value).and_then(|id| document.value(id)).map(Sentence::from);
        [
            request.title.clone(),
            request.detail.clone(),
            kind,
            division.map_or(String::new(), |id| name(id).to_owned()),
            decision.map_or(String::new(), ruling),
            decision.map_or(String::new(), |row| row.reason.clone()),
            date::iso(request.date),
            from.clone(),
            must.clone(),
            value.map_or(String::new(), |value| value.to_string()),
        ]
    };
    let mut rows: Vec<_> =
        document.decisions_on(request.id).map(|decision| row(Some(decision.key.division), Some(decision))).collect();
    if rows.is_empty() {
        rows.push(row(owner, None));
    }
    rows
}

fn ruling(decision: &Decision) -> String {
    let (word, terms) = match decision.outcome {
        Outcome::Open => ("open", ""),
        Outcome::Yes => ("yes", ""),
        Outcome::No => ("no", ""),
        Outcome::YesIf => (YES_IF, decision.terms.trim()),
        Outcome::PassOn => (ASK, decision.terms.trim()),
    };
    if terms.is_empty() { word.to_owned() } else { format!("{word} {terms}") }
}

/// Reads one row.
pub(super) fn read(row: &Written, columns: &Columns, found: &mut Found) {
    match ask(row, columns, &mut found.partly) {
        Ok(ask) => found.requests.push(ask),
        Err(trouble) => found.unread.push(Remark::new(row.line, &row.shown(), trouble)),
    }
}

fn ask(row: &Written, columns: &Columns, partly: &mut Vec<Remark>) -> Result<Ask, Trouble> {
    let cell = |column| columns.cell(row, column).to_owned();
    let (title, detail) = (cell(Column::Title), cell(Column::Detail));
    if title.is_empty() && detail.is_empty() {
        return Err(Trouble::NoRequest);
    }
    let date = match cell(Column::Date) {
        text if text.is_empty() => None,
        text => Some(day::read(&text).ok_or(Trouble::Date(text))?),
    };
    let must = match cell(Column::Must) {
        text if text.is_empty() || text.eq_ignore_ascii_case("no") => None,
        text => Some(demand(&text).ok_or(Trouble::Demand(text))?),
    };
    let (outcome, terms) = match cell(Column::Decision) {
        text if text.is_empty() => (Outcome::Open, String::new()),
        text => outcome(&text).ok_or(Trouble::Decision(text))?,
    };
    let value = match cell(Column::Sentence) {
        text if text.is_empty() => None,
        text => Some(sentence::read(&text).unwrap_or(Sentence { pursued: text, cost: String::new() })),
    };
    let ruling = Ruling { outcome, terms, reason: cell(Column::Reason), value };
    let undecided = ruling.outcome == Outcome::Open && ruling.reason.is_empty() && ruling.value.is_none();
    let from = cell(Column::From);
    let (kind, source) = (cell(Column::Kind), kind(columns.cell(row, Column::Kind)));
    let mut remark = |trouble| partly.push(Remark::new(row.line, &title, trouble));
    let source = match source {
        Kind::Own(owner) => {
            if !from.is_empty() {
                remark(Trouble::Column("from".to_owned()));
            }
            Some(Source::Own(owner))
        }
        Kind::Incoming => Some(Source::Incoming(from)),
        Kind::Unknown if kind.is_empty() && from.is_empty() => None,
        Kind::Unknown => {
            if !kind.is_empty() {
                remark(Trouble::Kind(kind));
            }
            Some(Source::Incoming(from))
        }
    };
    Ok(Ask {
        line: row.line,
        title,
        detail,
        date,
        source,
        must,
        division: Some(cell(Column::Division)).filter(|name| !name.is_empty()),
        decision: (!undecided).then_some(ruling),
    })
}

enum Kind {
    Incoming,
    Own(Option<String>),
    Unknown,
}

fn kind(text: &str) -> Kind {
    if let Some(owner) = after(text, OWN_OF) {
        return Kind::Own(Some(owner.to_owned()));
    }
    match &*text.to_ascii_lowercase() {
        INCOMING | "request" | "asked" => Kind::Incoming,
        OWN | "own" | "our own action" | "our own" | "action" => Kind::Own(None),
        _ => Kind::Unknown,
    }
}

/// Reads a decision and its terms.
fn outcome(text: &str) -> Option<(Outcome, String)> {
    const WITH_TERMS: [(Outcome, &[&str]); 2] = [
        (Outcome::YesIf, &[YES_IF, "yes if", "yes-if", "yes but", "yes, but", "yes, provided"]),
        (Outcome::PassOn, &[ASK, "pass to", "passed to", "pass on to", "passed on to", "pass on", "passed on", "pass"]),
    ];
    const PLAIN: [(Outcome, &[&str]); 3] = [
        (Outcome::Open, &["open", "undecided", "pending", "tbd", "?"]),
        (Outcome::Yes, &["yes", "y", "ok", "agreed", "accepted", "approved"]),
        (Outcome::No, &["no", "n", "declined", "rejected", "refused"]),
    ];
    let plain = text.trim_end_matches(['.', '!']).to_ascii_lowercase();
    if let Some((outcome, _)) = PLAIN.iter().find(|(_, words)| words.contains(&&*plain)) {
        return Some((*outcome, String::new()));
    }
    WITH_TERMS.iter().find_map(|(outcome, words)| {
        let terms = words.iter().find_map(|word| after(text, word))?;
        let nobody = *outcome == Outcome::PassOn && matches!(&*terms.to_ascii_lowercase(), "them" | "another team");
        Some((*outcome, if nobody { String::new() } else { terms.to_owned() }))
    })
}

/// What follows those words at the beginning, in any case.
fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(words.len())?;
    let apart = rest.is_empty() || rest.starts_with([' ', ':', ',']);
    (apart && start.eq_ignore_ascii_case(words)).then(|| rest.trim_start_matches([':', ',']).trim())
}
