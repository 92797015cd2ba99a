//! Lays what a list or table says beside a document: which division is meant, and what is there already.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{DecisionPlan, DivisionPlan, OriginPlan, Plan, RequestPlan, ValuePlan};
use crate::document::*;
use crate::good::Good;
use crate::id::{DivisionId, RequestId, ValueId};
use crate::text::entry::{Ask, Found, Remark, Ruling, Source, Trouble};
use crate::text::sentence::Sentence;

/// Words that compare as goods do: equal but for case, accents, punctuation and the like. What has no word in
/// it compares as it is.
type Folded = Result<Good, String>;

fn fold(words: &str) -> Folded {
    Good::fold(words).ok_or_else(|| words.trim().to_owned())
}

fn fold_sides(pursued: &str, cost: &str) -> [Folded; 2] {
    [fold(pursued), fold(cost)]
}

pub(super) fn plan(found: &Found, document: &Document, at_hand: Option<DivisionId>) -> Plan {
    let at_hand = at_hand.filter(|id| document.division(*id).is_some());
    let mut lay = Lay {
        document,
        at_hand,
        plan: Plan { unread: found.unread.clone(), partly: found.partly.clone(), ..Plan::default() },
        divisions: Divisions::of(document),
        wordings: Vec::new(),
        requests: Requests::of(document),
    };
    for statement in &found.values {
        let division = lay.division(statement.division.as_deref());
        if !statement.is_bare() {
            let Sentence { pursued, cost } = &statement.sentence;
            let there = !lay.wordings[division].insert(fold_sides(pursued, cost));
            lay.plan.divisions[division].values.push(ValuePlan { statement: statement.clone(), there });
        }
    }
    for ask in &found.requests {
        lay.ask(ask);
    }
    lay.plan
}

struct Lay<'a> {
    document: &'a Document,
    at_hand: Option<DivisionId>,
    plan: Plan,
    divisions: Divisions,
    /// The wordings that each planned division has by now.
    wordings: Vec<BTreeSet<[Folded; 2]>>,
    requests: Requests,
}

impl Lay<'_> {
    /// The place in the plan of the division that is meant.
    fn division(&mut self, name: Option<&str>) -> usize {
        let next = self.plan.divisions.len();
        let (existing, name) = match (name, self.at_hand) {
            (None, Some(id)) => (Some(id), ""),
            (name, _) => {
                let name = name.unwrap_or_default().trim();
                (self.divisions.existing(name), name)
            }
        };
        let place = match existing {
            Some(id) => self.divisions.planned.entry(id).or_insert(next),
            None => self.divisions.new.entry(fold(name)).or_insert(next),
        };
        if *place < next {
            return *place;
        }
        let row = existing.and_then(|id| self.document.division(id));
        let name = row.map_or(name, |row| &row.name).to_owned();
        let values = existing.map(|id| self.document.values_of(id)).into_iter().flatten();
        self.wordings.push(values.map(|value| fold_sides(&value.pursued.text, &value.cost.text)).collect());
        self.plan.divisions.push(DivisionPlan { name, existing, values: Vec::new() });
        next
    }

    fn ask(&mut self, ask: &Ask) {
        let named = ask.division.is_some();
        let own = matches!(ask.source, Some(Source::Own(None)));
        // A row that nobody has decided needs no division, but a division that it names is not dropped.
        let division = (named || own || ask.decision.is_some()).then(|| self.division(ask.division.as_deref()));
        let origin = match &ask.source {
            None => None,
            Some(Source::Incoming(from)) => Some(OriginPlan::Incoming(from.clone())),
            Some(Source::Own(None)) => division.map(OriginPlan::Own),
            Some(Source::Own(Some(owner))) => Some(OriginPlan::Own(self.division(Some(owner)))),
        };
        let place = self.request(ask, origin);
        if let (Some(division), Some(ruling)) = (division, &ask.decision) {
            self.decision(place, division, ruling, ask.line);
        }
    }

    /// The place in the plan of the request that the row is about.
    fn request(&mut self, ask: &Ask, origin: Option<OriginPlan>) -> usize {
        let next = self.plan.requests.len();
        let known = self.requests.matching(ask);
        if let Some(place) = known.as_ref().and_then(|known| known.place) {
            let plan = &mut self.plan.requests[place];
            if plan.existing.is_none() {
                // A later row may say what the first left out.
                if let (OriginPlan::Incoming(from), Some(origin)) = (&plan.origin, origin)
                    && from.is_empty()
                {
                    plan.origin = origin;
                }
                plan.must = plan.must.take().or_else(|| ask.must.clone());
                plan.date = plan.date.or(ask.date);
            }
            return place;
        }
        let mut existing = None;
        match known {
            Some(known) => {
                known.place = Some(next);
                existing = known.existing;
            }
            None => self.requests.add(&ask.title, Known::new(ask.date, &ask.detail, None, Some(next))),
        }
        self.plan.requests.push(RequestPlan {
            title: ask.title.clone(),
            detail: ask.detail.clone(),
            date: ask.date,
            origin: origin.unwrap_or(OriginPlan::Incoming(String::new())),
            must: ask.must.clone(),
            existing,
            decisions: Vec::new(),
        });
        next
    }

    fn decision(&mut self, request: usize, division: usize, ruling: &Ruling, line: usize) {
        let DivisionPlan { name, existing, .. } = &self.plan.divisions[division];
        let plan = &mut self.plan.requests[request];
        if let Some(earlier) = plan.decisions.iter().find(|decision| decision.division == division) {
            if earlier.ruling != *ruling {
                self.plan.unread.push(Remark::new(line, &plan.title, Trouble::DecidedBefore));
            }
            return;
        }
        let key = plan.existing.zip(*existing).map(|(request, division)| DecisionKey { request, division });
        let there =
            key.is_some_and(|key| self.document.decision(key).is_some_and(|decision| *decision != Decision::open(key)));
        let value = ruling.value.as_ref().and_then(|sentence| deciding(self.document, *existing, sentence));
        if ruling.value.is_some() && value.is_none() && !there {
            let name = if name.is_empty() { "the division" } else { name };
            self.plan.partly.push(Remark::new(line, &plan.title, Trouble::DecidingValue(name.to_owned())));
            if ruling.outcome == Outcome::Open && ruling.reason.is_empty() {
                return;
            }
        }
        plan.decisions.push(DecisionPlan { division, ruling: ruling.clone(), value, there });
    }
}

/// The division's value of those words.
fn deciding(document: &Document, division: Option<DivisionId>, sentence: &Sentence) -> Option<ValueId> {
    let wanted = fold_sides(&sentence.pursued, &sentence.cost);
    let says = |value: &&Value| fold_sides(&value.pursued.text, &value.cost.text) == wanted;
    document.values_of(division?).find(says).map(|value| value.id)
}

/// Divisions by name.
struct Divisions {
    exact: BTreeMap<String, DivisionId>,
    folded: BTreeMap<Folded, DivisionId>,
    /// Where the plan has those that are there already.
    planned: BTreeMap<DivisionId, usize>,
    /// Where the plan has those that are not.
    new: BTreeMap<Folded, usize>,
}

impl Divisions {
    fn of(document: &Document) -> Self {
        let (mut exact, mut folded) = (BTreeMap::new(), BTreeMap::new());
        for division in document.divisions() {
            exact.entry(division.name.trim().to_owned()).or_insert(division.id);
            folded.entry(fold(&division.name)).or_insert(division.id);
        }
        Self { exact, folded, planned: BTreeMap::new(), new: BTreeMap::new() }
    }

    /// The division of that name, rather to the letter than by its folded name.
    fn existing(&self, name: &str) -> Option<DivisionId> {
        self.exact.get(name).or_else(|| self.folded.get(&fold(name))).copied()
    }
}

/// Requests by title.
struct Requests(BTreeMap<Folded, Vec<Known>>);

struct Known {
    date: Option<crate::date::Date>,
    detail: String,
    existing: Option<RequestId>,
    /// Where the plan has it.
    place: Option<usize>,
}

impl Known {
    fn new(date: Option<crate::date::Date>, detail: &str, existing: Option<RequestId>, place: Option<usize>) -> Self {
        Self { date, detail: detail.trim().to_owned(), existing, place }
    }
}

impl Requests {
    fn of(document: &Document) -> Self {
        let mut requests = Self(BTreeMap::new());
        for row in document.requests() {
            requests.add(&row.title, Known::new(Some(row.date), &row.detail, Some(row.id), None));
        }
        requests
    }

    fn add(&mut self, title: &str, known: Known) {
        self.0.entry(fold(title)).or_default().push(known);
    }

    /// The request of that title, and of that day and detail as far as the row says them.
    fn matching(&mut self, ask: &Ask) -> Option<&mut Known> {
        self.0.get_mut(&fold(&ask.title))?.iter_mut().find(|known| {
            (ask.date.is_none() || known.date.is_none() || known.date == ask.date)
                && (ask.detail.is_empty() || known.detail == ask.detail)
        })
    }
}
