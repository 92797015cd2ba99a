//! From a document to the text of its file.

use std::borrow::Cow;
use std::fmt::Display;

use super::tree::Tree;
use super::words::{AGREED, DEMANDS, OUTCOMES, PERIODS, REVERSALS, SERVICES, STAGES, word};
use super::{FORMAT, PUBLISHED_FORMAT, VERSION, layout};
use crate::date;
use crate::document::*;
use crate::id::{CustomerId, LaneId, OutputId, PointId, RoutineId};
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
    // In the order of their requests' and their outputs' ids.
    let (mut revealed, mut uses) = (Vec::new(), Vec::new());
    for key in document.keys() {
        match key {
            Key::Reveal(key) => revealed.push(key),
            Key::Use(key) => uses.push(key),
            _ => {}
        }
    }
    let listed = |list: List| document.order(list).into_iter();
    Fields::default()
        .with("format", FORMAT)
        .with("version", Tree::Number(VERSION))
        .text("name", document.name())
        .list("divisions", document.divisions().map(|row| division(document, row)))
        .list("people", document.raters().map(person))
        .list("outputs", listed(List::Outputs).filter_map(|id| document.output(OutputId(id))).map(output))
        .list(
            "customers",
            listed(List::Customers).filter_map(|id| document.customer(CustomerId(id))).map(|row| customer(row, &uses)),
        )
        .list("lanes", listed(List::Lanes).filter_map(|id| document.lane(LaneId(id))).map(lane))
        .list("requests", document.requests().map(|row| request(document, row, &revealed)))
        .list("routines", listed(List::Routines).filter_map(|id| document.routine(RoutineId(id))).map(routine))
        .list("snapshots", document.snapshots().map(snapshot))
        .list("talks", document.talks().map(talk))
        .list("points", listed(List::Points).filter_map(|id| document.point(PointId(id))).map(point))
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

    /// A number, left out where it is the one that is taken without it.
    fn number(self, name: &'static str, number: u32, otherwise: u32) -> Self {
        self.some(name, (number != otherwise).then_some(Tree::Number(number.into())))
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
        .text("origin", &row.origin)
}

fn output(row: &Output) -> Fields<'_> {
    Fields::default()
        .id("id", row.id)
        .id("division", row.division)
        .with("name", &*row.name)
        .flag("orderable", row.orderable)
        .text("asks", &row.asks)
        .text("takes", &row.takes)
}

fn customer<'a>(row: &'a Customer, uses: &[UseKey]) -> Fields<'a> {
    let consumed: Vec<_> = uses.iter().filter(|key| key.customer == row.id).map(|key| id(key.output)).collect();
    Fields::default()
        .id("id", row.id)
        .id("division", row.division)
        .with("name", &*row.name)
        .text("needs", &row.needs)
        .text("fears", &row.fears)
        .some("review", row.review.map(date::iso))
        .some("partner", row.partner.map(id))
        .some("consumes", (!consumed.is_empty()).then_some(Tree::List(consumed)))
}

fn lane(row: &Lane) -> Fields<'_> {
    Fields::default()
        .id("id", row.id)
        .id("customer", row.customer)
        .with("service", word(&SERVICES, &row.service))
        .text("circumstance", &row.circumstance)
        .number("hours", row.hours, 0)
}

fn placement(row: &Placement) -> Fields<'_> {
    Fields::default()
        .id("division", row.key.division)
        .some("lane", row.lane.map(id))
        .some("service", row.service.map(|service| word(&SERVICES, &service)))
        .text("reason", &row.reason)
}

fn routine(row: &Routine) -> Fields<'_> {
    let number = |number: Option<u32>| number.map(|number| Tree::Number(number.into()));
    Fields::default()
        .id("id", row.id)
        .id("division", row.division)
        .with("name", &*row.name)
        .number("minutes", row.minutes, 0)
        .number("times", row.times, 0)
        .with("per", word(&PERIODS, &row.per))
        .with("stage", word(&STAGES, &row.stage))
        .some("after", number(row.after))
        .some("effort", number(row.effort))
        .text("obstacle", &row.obstacle)
        .some("goes_to", row.goes_to.map(id))
}

fn snapshot(row: &Snapshot) -> Fields<'_> {
    let [a, b] = &row.seen.values;
    let places = |places: &[u32]| Tree::List(places.iter().map(|place| Tree::Number((*place).into())).collect());
    let relation = |row: &SeenRelation| {
        Fields::default().with("kind", row.kind.key()).with("a", places(&row.a)).with("b", places(&row.b))
    };
    Fields::default()
        .id("id", row.id)
        .id("a", row.a)
        .id("b", row.b)
        .with("date", date::iso(row.date))
        .list("values_a", a.iter().map(seen_value))
        .list("values_b", b.iter().map(seen_value))
        .list("relations", row.seen.relations.iter().map(relation))
}

fn seen_value(row: &SeenValue) -> Fields<'_> {
    Fields::default().id("id", row.id).with("pursued", &*row.pursued).with("cost", &*row.cost)
}

fn talk(row: &Talk) -> Fields<'_> {
    Fields::default()
        .id("id", row.id)
        .id("a", row.a)
        .id("b", row.b)
        .with("date", date::iso(row.date))
        .some("before", row.before.map(id))
        .some("after", row.after.map(id))
}

fn point(row: &Point) -> Fields<'_> {
    Fields::default()
        .id("id", row.id)
        .id("talk", row.talk)
        .with("subject", &*row.subject)
        .text("ours", &row.ours)
        .text("theirs", &row.theirs)
        .text("question", &row.question)
        .number("minutes", row.minutes, Point::MINUTES)
        .text("notes", &row.notes)
        .with("agreed", word(&AGREED, &row.agreed))
        .text("terms", &row.terms)
        .text("pursued", &row.pursued)
        .text("cost", &row.cost)
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
        .list("placements", document.placements_on(row.id).map(placement))
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
