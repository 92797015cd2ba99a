//! Lays what a list or table says beside a document: which division is meant, and what is there already.

use std::collections::BTreeMap;

use super::plan::{DecisionPlan, DivisionPlan, OriginPlan, Plan, RequestPlan, ValuePlan};
use crate::date::Date;
use crate::document::*;
use crate::good::Good;
use crate::id::{DivisionId, RequestId, ValueId};
use crate::text::entry::{Ask, Found, Remark, Ruling, Source, Trouble};
use crate::text::sentence::Sentence;

/// Words as they compare: equal where goods are, but for case, accents, punctuation and the like. What has no
/// word in it compares as it is.
fn folded(words: &str) -> String {
    Good::fold(words).map_or_else(|| words.trim().to_owned(), |good| good.as_str().to_owned())
}

fn sides_folded(pursued: &str, cost: &str) -> [String; 2] {
    [folded(pursued), folded(cost)]
}

pub(super) fn plan(found: &Found, document: &Document, at_hand: Option<DivisionId>) -> Plan {
    let mut lay = Lay::new(document, at_hand);
    lay.plan.unread.clone_from(&found.unread);
    lay.plan.partly.clone_from(&found.partly);
    for statement in &found.values {
        let division = lay.division(statement.division.as_deref());
        if !statement.is_bare() {
            let there = !lay.take_wording(division, &statement.sentence.pursued, &statement.sentence.cost);
            lay.plan.divisions[division].values.push(ValuePlan { statement: statement.clone(), there });
        }
    }
    for ask in &found.requests {
        lay.ask(ask);
    }
    lay.plan
}

/// Where something is, by words. One kind of tree serves all, which keeps the program small.
type Index = BTreeMap<String, usize>;

struct Lay<'a> {
    document: &'a Document,
    plan: Plan,
    divisions: Vec<KnownDivision>,
    /// Divisions by name, folded.
    names: Index,
    /// Those of the document by name to the letter.
    exact_names: Index,
    /// Which of the divisions is at hand.
    at_hand: Option<usize>,
    /// The wordings that each planned division has by now.
    wordings: Index,
    requests: Vec<KnownRequest>,
    /// The first request of each title, folded.
    titles: Index,
}

struct KnownDivision {
    existing: Option<DivisionId>,
    /// Where the plan has it.
    place: Option<usize>,
}

struct KnownRequest {
    date: Option<Date>,
    detail: String,
    existing: Option<RequestId>,
    /// Where the plan has it.
    place: Option<usize>,
    /// The next request of the same title.
    next: Option<usize>,
}

impl<'a> Lay<'a> {
    fn new(document: &'a Document, at_hand: Option<DivisionId>) -> Self {
        let mut lay = Self {
            document,
            plan: Plan::default(),
            divisions: Vec::new(),
            names: Index::new(),
            exact_names: Index::new(),
            at_hand: None,
            wordings: Index::new(),
            requests: Vec::new(),
            titles: Index::new(),
        };
        for row in document.divisions() {
            let index = lay.divisions.len();
            lay.exact_names.entry(row.name.trim().to_owned()).or_insert(index);
            lay.names.entry(folded(&row.name)).or_insert(index);
            lay.divisions.push(KnownDivision { existing: Some(row.id), place: None });
            if at_hand == Some(row.id) {
                lay.at_hand = Some(index);
            }
        }
        for row in document.requests() {
            let detail = row.detail.trim().to_owned();
            let known = KnownRequest { date: Some(row.date), detail, existing: Some(row.id), place: None, next: None };
            lay.know_request(&row.title, known);
        }
        lay
    }

    /// The place in the plan of the division that is meant: rather one of that name to the letter than one whose
    /// name folds to the same.
    fn division(&mut self, name: Option<&str>) -> usize {
        let (index, name) = match (name, self.at_hand) {
            (None, Some(index)) => (Some(index), ""),
            (name, _) => {
                let name = name.unwrap_or_default().trim();
                let known = self.exact_names.get(name).or_else(|| self.names.get(&folded(name)));
                (known.copied(), name)
            }
        };
        let index = index.unwrap_or_else(|| {
            self.names.insert(folded(name), self.divisions.len());
            self.divisions.push(KnownDivision { existing: None, place: None });
            self.divisions.len() - 1
        });
        let KnownDivision { existing, place } = self.divisions[index];
        if let Some(place) = place {
            return place;
        }
        let place = self.plan.divisions.len();
        self.divisions[index].place = Some(place);
        let row = existing.and_then(|id| self.document.division(id));
        let name = row.map_or(name, |row| &row.name).to_owned();
        self.plan.divisions.push(DivisionPlan { name, existing, values: Vec::new() });
        for value in existing.map(|id| self.document.values_of(id)).into_iter().flatten() {
            self.take_wording(place, &value.pursued.text, &value.cost.text);
        }
        place
    }

    /// Whether the planned division has no value of those words yet; from now on it has.
    fn take_wording(&mut self, division: usize, pursued: &str, cost: &str) -> bool {
        let [pursued, cost] = sides_folded(pursued, cost);
        self.wordings.insert(format!("{division}\n{pursued}\n{cost}"), division).is_none()
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
        let known = self.known_request(ask);
        if let Some(known) = known.map(|index| &mut self.requests[index])
            && let Some(place) = known.place
        {
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
                known.date = plan.date;
            }
            return place;
        }
        let existing = match known {
            Some(index) => {
                self.requests[index].place = Some(next);
                self.requests[index].existing
            }
            None => {
                let detail = ask.detail.trim().to_owned();
                let known = KnownRequest { date: ask.date, detail, existing: None, place: Some(next), next: None };
                self.know_request(&ask.title, known);
                None
            }
        };
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

    /// The request of that title, and of that day and detail as far as the row says them.
    fn known_request(&self, ask: &Ask) -> Option<usize> {
        let mut index = *self.titles.get(&folded(&ask.title))?;
        loop {
            let known = &self.requests[index];
            let same_day = ask.date.is_none() || known.date.is_none() || known.date == ask.date;
            if same_day && (ask.detail.is_empty() || known.detail == ask.detail) {
                return Some(index);
            }
            index = known.next?;
        }
    }

    fn know_request(&mut self, title: &str, known: KnownRequest) {
        let index = self.requests.len();
        self.requests.push(known);
        let mut last = *self.titles.entry(folded(title)).or_insert(index);
        while let Some(next) = self.requests[last].next {
            last = next;
        }
        if last != index {
            self.requests[last].next = Some(index);
        }
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
    let wanted = sides_folded(&sentence.pursued, &sentence.cost);
    let says = |value: &&Value| sides_folded(&value.pursued.text, &value.cost.text) == wanted;
    document.values_of(division?).find(says).map(|value| value.id)
}
