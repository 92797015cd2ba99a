//! From a document to the text of its file.

use std::borrow::Cow;
use std::fmt::Display;

use super::tree::Tree;
use super::words::{DEMANDS, OUTCOMES, REVERSALS, word};
use super::{FORMAT, PUBLISHED_FORMAT, VERSION, layout};
use crate::date;
use crate::document::*;
use crate::publish::Published;

/// Writes the workspace's file, which [`read`](super::read()) turns into an equal document. Each value, decision
/// and answer takes one line, so that files compare well. Fields without content are left out.
pub fn write(document: &Document) -> String {
    laid_out(file(document))
}

/// Writes a published set, which [`read_published`](super::read_published()) turns into an equal one.
pub fn write_published(published: &Published) -> String {
    let around = Fields::default()
        .with("format", PUBLISHED_FORMAT)
        .with("version", Tree::Number(VERSION))
        .some("published", published.day.map(date::iso))
        .text("ask", &published.ask)
        .with("workspace", Tree::Entry(file(&published.document).0));
    laid_out(around)
}

fn laid_out(file: Fields<'_>) -> String {
    let mut text = String::new();
    layout::push(&mut text, &Tree::Entry(file.0), 0);
    text.push('\n');
    text
}

fn file(document: &Document) -> Fields<'_> {
    // In the order of their requests' ids.
    let revealed = document.keys().filter_map(|key| if let Key::Reveal(key) = key { Some(key) } else { None });
    let revealed: Vec<DecisionKey> = revealed.collect();
    Fields::default()
        .with("format", FORMAT)
        .with("version", Tree::Number(VERSION))
        .text("name", document.name())
        .list("divisions", document.divisions().map(|row| division(document, row)))
        .list("people", document.raters().map(person))
        .list("requests", document.requests().map(|row| request(document, row, &revealed)))
        .list("same_goods", document.same_goods().map(same_good))
        .list("replies", document.taken().map(taken))
}

/// The fields of an entry, in the order in which they are written.
#[derive(Default)]
struct Fields<'a>(Vec<(Cow<'a, str>, Tree<'a>)>);

impl<'a> Fields<'a> {
    fn with(mut self, name: &'static str, content: impl Into<Tree<'a>>) -> Self {
        self.0.push((name.into(), content.into()));
        self
    }

    fn some(self, name: &'static str, content: Option<impl Into<Tree<'a>>>) -> Self {
        match content {
            Some(content) => self.with(name, content),
            None => self,
        }
    }

    fn text(self, name: &'static str, text: &'a str) -> Self {
        self.some(name, (!text.is_empty()).then_some(text))
    }

    fn flag(self, name: &'static str, flag: bool) -> Self {
        self.some(name, flag.then_some(Tree::Flag(true)))
    }

    fn id(self, name: &'static str, id: impl Display) -> Self {
        self.with(name, self::id(id))
    }

    fn list(self, name: &'static str, entries: impl Iterator<Item = Fields<'a>>) -> Self {
        let entries: Vec<_> = entries.map(|entry| Tree::Entry(entry.0)).collect();
        self.some(name, (!entries.is_empty()).then_some(Tree::List(entries)))
    }
}

fn id(id: impl Display) -> Tree<'static> {
    id.to_string().into()
}

fn division<'a>(document: &'a Document, row: &'a Division) -> Fields<'a> {
    Fields::default().id("id", row.id).with("name", &*row.name).list("values", document.values_of(row.id).map(value))
}

fn value(row: &Value) -> Fields<'_> {
    Fields::default()
        .id("id", row.id)
        .with("pursued", &*row.pursued.text)
        .with("cost", &*row.cost.text)
        .flag("pursued_whole", row.pursued.whole)
        .flag("cost_whole", row.cost.whole)
        .text("example", &row.example)
        .some("adopted", row.adopted.map(date::iso))
        .some("reversal", row.reversal.map(|reversal| word(&REVERSALS, &reversal)))
        .some("must", row.must.as_deref())
}

fn person(row: &Rater) -> Fields<'_> {
    Fields::default().id("id", row.id).with("name", &*row.name).id("division", row.division).flag("named", row.named)
}

fn request<'a>(document: &'a Document, row: &'a Request, revealed: &[DecisionKey]) -> Fields<'a> {
    let first = revealed.partition_point(|key| key.request < row.id);
    let revealed = revealed.iter().skip(first).take_while(|key| key.request == row.id);
    let revealed: Vec<_> = revealed.map(|key| id(key.division)).collect();
    let (from, own) = match &row.origin {
        Origin::Incoming(from) => (&**from, None),
        Origin::Own(division) => ("", Some(id(division))),
    };
    let entry = Fields::default()
        .id("id", row.id)
        .with("title", &*row.title)
        .with("date", date::iso(row.date))
        .text("from", from)
        .some("own", own)
        .text("detail", &row.detail);
    let entry = match &row.must {
        Some(must) => entry.with(word(&DEMANDS, &must.demand), &*must.source),
        None => entry,
    };
    entry
        .list("decisions", document.decisions_on(row.id).map(decision))
        .some("revealed", (!revealed.is_empty()).then_some(Tree::List(revealed)))
        .list("answers", document.stances_on(row.id).map(answer))
}

fn decision(row: &Decision) -> Fields<'_> {
    Fields::default()
        .id("division", row.key.division)
        .with("outcome", word(&OUTCOMES, &row.outcome))
        .some("value", row.value.map(id))
        .text("reason", &row.reason)
        .text("terms", &row.terms)
}

fn answer(row: &Stance) -> Fields<'_> {
    let number = |effect| {
        Tree::Number(match effect {
            Effect::Minus => -1,
            Effect::Zero => 0,
            Effect::Plus => 1,
        })
    };
    Fields::default()
        .id("person", row.key.rater)
        .id("value", row.key.value)
        .some("pursued", row.pursued.map(number))
        .some("cost", row.cost.map(number))
        .flag("too_dear", row.too_dear)
}

fn taken(row: &Taken) -> Fields<'_> {
    Fields::default().with("digest", Tree::Number(row.digest.0.into())).with("link", &*row.link)
}

fn same_good(row: &SameGood) -> Fields<'_> {
    let [a, b] = row.pair.wordings();
    Fields::default()
        .with("a", &*a.text)
        .some("a_in", a.of.map(id))
        .with("b", &*b.text)
        .some("b_in", b.of.map(id))
        .with("same", Tree::Flag(row.same))
}
