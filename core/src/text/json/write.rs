//! From a document to the text of its file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::layout::Layout;
use super::wire::{self, Text};
use super::{FORMAT, VERSION};
use crate::date;
use crate::document::*;
use crate::id::{DivisionId, RequestId};

/// Writes the workspace's file, which [`read`](super::read()) turns into an equal document. One line a value,
/// person, decision and answer, so that files compare well.
pub fn write(document: &Document) -> String {
    let mut revealed: BTreeMap<RequestId, Vec<DivisionId>> = BTreeMap::new();
    for key in document.keys() {
        if let Key::Reveal(key) = key {
            revealed.entry(key.request).or_default().push(key.division);
        }
    }
    let file = wire::Workspace {
        format: FORMAT.into(),
        version: VERSION,
        name: document.name().into(),
        divisions: document.divisions().map(|row| division(document, row)).collect(),
        people: document.raters().map(person).collect(),
        requests: document
            .requests()
            .map(|row| request(document, row, revealed.get(&row.id).map_or(&[], Vec::as_slice)))
            .collect(),
        same_goods: document.same_goods().map(same_good).collect(),
    };
    let mut text = Vec::new();
    #[expect(clippy::expect_used, reason = "text, numbers and lists can be written, and memory takes them")]
    file.serialize(&mut serde_json::Serializer::with_formatter(&mut text, Layout::default()))
        .expect("the wire types can be written");
    text.push(b'\n');
    #[expect(clippy::expect_used, reason = "JSON is UTF-8")]
    String::from_utf8(text).expect("JSON is UTF-8")
}

fn division<'a>(document: &'a Document, row: &'a Division) -> wire::Division<'a> {
    wire::Division {
        id: shown(row.id),
        name: (&row.name).into(),
        values: document.values_of(row.id).map(value).collect(),
    }
}

fn value(row: &Value) -> wire::Value<'_> {
    wire::Value {
        id: shown(row.id),
        pursued: (&row.pursued.text).into(),
        cost: (&row.cost.text).into(),
        pursued_whole: row.pursued.whole,
        cost_whole: row.cost.whole,
        example: (&row.example).into(),
        adopted: row.adopted.map(|day| date::iso(day).into()),
        reversal: row.reversal.map(|reversal| match reversal {
            Reversal::RealChoice => "real-choice".into(),
            Reversal::NobodyWould => "nobody-would".into(),
        }),
        must: row.must.as_deref().map(Cow::Borrowed),
    }
}

fn person(row: &Rater) -> wire::Person<'_> {
    wire::Person { id: shown(row.id), name: (&row.name).into(), division: shown(row.division), named: row.named }
}

fn request<'a>(document: &'a Document, row: &'a Request, revealed: &[DivisionId]) -> wire::Request<'a> {
    let (from, own) = match &row.origin {
        Origin::Incoming(from) => (from.into(), None),
        Origin::Own(division) => (Text::default(), Some(shown(division))),
    };
    let must = |demand| row.must.as_ref().filter(|must| must.demand == demand).map(|must| Cow::from(&must.source));
    wire::Request {
        id: shown(row.id),
        title: (&row.title).into(),
        date: date::iso(row.date).into(),
        from,
        own,
        detail: (&row.detail).into(),
        required: must(Demand::Required),
        forbidden: must(Demand::Forbidden),
        decisions: document.decisions_on(row.id).map(decision).collect(),
        revealed: revealed.iter().map(shown).collect(),
        answers: document.stances_on(row.id).map(answer).collect(),
    }
}

fn decision(row: &Decision) -> wire::Decision<'_> {
    let outcome = match row.outcome {
        Outcome::Open => "open",
        Outcome::Yes => "yes",
        Outcome::YesIf => "yes-if",
        Outcome::PassOn => "pass-on",
        Outcome::No => "no",
    };
    wire::Decision {
        division: shown(row.key.division),
        outcome: outcome.into(),
        value: row.value.map(shown),
        reason: (&row.reason).into(),
        terms: (&row.terms).into(),
    }
}

fn answer(row: &Stance) -> wire::Answer<'static> {
    let number = |effect| match effect {
        Effect::Minus => -1,
        Effect::Zero => 0,
        Effect::Plus => 1,
    };
    wire::Answer {
        person: shown(row.key.rater),
        value: shown(row.key.value),
        pursued: row.pursued.map(number),
        cost: row.cost.map(number),
        too_dear: row.too_dear,
    }
}

fn same_good(row: &SameGood) -> wire::SameGood<'_> {
    let [a, b] = row.pair.wordings();
    wire::SameGood {
        a: (&a.text).into(),
        a_in: a.of.map(shown),
        b: (&b.text).into(),
        b_in: b.of.map(shown),
        same: row.same,
    }
}

fn shown(id: impl std::fmt::Display) -> Text<'static> {
    id.to_string().into()
}
