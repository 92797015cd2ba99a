//! The table of all requests against all values of a division.

use std::cmp::Ordering;

use crate::date::Date;
use crate::document::{DecisionKey, Document, Origin, Outcome, Request, Service};
use crate::id::{DivisionId, RequestId, ValueId};
use crate::serve::service_of;

use super::goods::Goods;
use super::result::ResultKind;
use super::shown::{Shown, shown_with};
use super::tally::Verdict;

/// What kind of request it is to a division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Asked of it.
    Incoming,
    /// An action of its own.
    Own,
    /// Another division's own action, which it weighs too.
    Theirs,
}

impl Kind {
    /// What the request is to the division.
    pub fn of(request: &Request, division: DivisionId) -> Self {
        match request.origin {
            Origin::Incoming(_) => Self::Incoming,
            Origin::Own(own) if own == division => Self::Own,
            Origin::Own(_) => Self::Theirs,
        }
    }

    /// What screens call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Incoming => "request",
            Self::Own => "our own action",
            Self::Theirs => "another division's action",
        }
    }
}

/// The table: a row a request, a column a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The columns: the division's values in play, in their order.
    pub values: Vec<ValueId>,
    /// The rows, in the order of the requests.
    pub rows: Vec<OverviewRow>,
}

/// One request in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewRow {
    /// The request.
    pub request: RequestId,
    /// Its title, never empty.
    pub title: String,
    /// Its date.
    pub date: Date,
    /// What it is to the division.
    pub kind: Kind,
    /// Whether a must settles it.
    pub must: bool,
    /// The verdict on each column's value, and the result; or that it is still blind.
    pub shown: Shown,
    /// What the division decided.
    pub outcome: Outcome,
    /// How the division serves it, where anybody has said so.
    pub service: Option<Service>,
}

impl OverviewRow {
    /// The result; `None` while blind.
    pub fn result(&self) -> Option<ResultKind> {
        self.shown.open().map(|weighed| weighed.kind)
    }

    /// The verdict on one value; `None` while blind or when the value is not in play.
    pub fn verdict(&self, value: ValueId) -> Option<Verdict> {
        self.shown.open()?.row(value).map(|row| row.verdict)
    }

    /// Whether people are split on any value, as far as the room may see.
    pub fn is_split(&self) -> bool {
        self.shown.open().is_some_and(|weighed| weighed.with(Verdict::Split).next().is_some())
    }
}

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The order of the requests.
    #[default]
    Listed,
    /// The date, the earliest first.
    Date,
    /// The title, whatever its case.
    Title,
    /// The result, what asks for a talk first; blind ones last.
    Result,
    /// The decision, open ones first.
    Decision,
    /// The verdict on one value: strained, split, served, touched, not touched, not weighed; blind ones last.
    Value(ValueId),
}

/// Which rows of the table are shown. Everything that is set has to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that the title, the detail, who asks or the reason holds, whatever their case.
    pub text: String,
    /// The result.
    pub result: Option<ResultKind>,
    /// The decision.
    pub outcome: Option<Outcome>,
    /// Whether anything is decided.
    pub decided: Option<bool>,
    /// The kind of request.
    pub kind: Option<Kind>,
    /// Whether a must settles it.
    pub must: Option<bool>,
    /// How it is served.
    pub service: Option<Service>,
    /// Only those on which people are split.
    pub split: bool,
    /// Only those that are still blind.
    pub blind: bool,
    /// Only those whose verdict on that value is this.
    pub verdict: Option<(ValueId, Verdict)>,
}

/// The table of all requests of the workspace against the division's values, as the room may see it.
pub fn overview(document: &Document, division: DivisionId) -> Overview {
    let goods = Goods::of(document);
    let row = |request: &Request| {
        let key = DecisionKey { request: request.id, division };
        let decision = document.decision(key);
        OverviewRow {
            request: request.id,
            title: request.display_title().to_owned(),
            date: request.date,
            kind: Kind::of(request, division),
            must: request.must.is_some(),
            shown: shown_with(&goods, request.id, division),
            outcome: decision.map_or(Outcome::Open, |decision| decision.outcome),
            service: service_of(document, key),
        }
    };
    Overview {
        values: document.values_in_play(division).map(|value| value.id).collect(),
        rows: document.requests().map(row).collect(),
    }
}

impl Overview {
    /// Sorts the rows; equal ones keep their order.
    pub fn sort(&mut self, by: SortBy, descending: bool) {
        if by == SortBy::Listed {
            if descending {
                self.rows.reverse();
            }
            return;
        }
        self.rows.sort_by(|a, b| {
            let order = compare(a, b, by);
            if descending { order.reverse() } else { order }
        });
    }

    /// Keeps the rows that the filter admits.
    pub fn keep(&mut self, document: &Document, division: DivisionId, filter: &Filter) {
        self.rows.retain(|row| filter.admits(document, division, row));
    }
}

impl Filter {
    /// Whether everything that is set holds of the row.
    pub fn admits(&self, document: &Document, division: DivisionId, row: &OverviewRow) -> bool {
        self.result.is_none_or(|result| row.result() == Some(result))
            && self.outcome.is_none_or(|outcome| row.outcome == outcome)
            && self.decided.is_none_or(|decided| decided == (row.outcome != Outcome::Open))
            && self.kind.is_none_or(|kind| row.kind == kind)
            && self.must.is_none_or(|must| row.must == must)
            && self.service.is_none_or(|service| row.service == Some(service))
            && (!self.split || row.is_split())
            && (!self.blind || row.shown.open().is_none())
            && self.verdict.is_none_or(|(value, verdict)| row.verdict(value) == Some(verdict))
            && self.admits_text(document, division, row)
    }

    fn admits_text(&self, document: &Document, division: DivisionId, row: &OverviewRow) -> bool {
        let wanted = self.text.trim().to_lowercase();
        if wanted.is_empty() {
            return true;
        }
        let holds = |text: &str| text.to_lowercase().contains(&wanted);
        let asked = |request: &Request| {
            let from = match &request.origin {
                Origin::Incoming(from) => from,
                Origin::Own(own) => document.division(*own).map_or("", |row| row.display_name()),
            };
            holds(&request.detail) || holds(from)
        };
        holds(&row.title)
            || document.request(row.request).is_some_and(asked)
            || document
                .decision(DecisionKey { request: row.request, division })
                .is_some_and(|decision| holds(&decision.reason))
    }
}

fn compare(a: &OverviewRow, b: &OverviewRow, by: SortBy) -> Ordering {
    match by {
        SortBy::Listed => Ordering::Equal,
        SortBy::Date => a.date.cmp(&b.date),
        SortBy::Title => a.title.to_lowercase().cmp(&b.title.to_lowercase()),
        SortBy::Decision => a.outcome.cmp(&b.outcome),
        SortBy::Result => {
            let rank = |row: &OverviewRow| ResultKind::ALL.iter().position(|&kind| Some(kind) == row.result());
            blind_last(rank(a), rank(b))
        }
        SortBy::Value(value) => {
            let rank = |row: &OverviewRow| row.verdict(value).map(talk_first);
            blind_last(rank(a), rank(b))
        }
    }
}

fn talk_first(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Strained => 0,
        Verdict::Split => 1,
        Verdict::Served => 2,
        Verdict::Touched => 3,
        Verdict::Silent => 4,
        Verdict::NotWeighed => 5,
    }
}

fn blind_last(a: Option<usize>, b: Option<usize>) -> Ordering {
    a.unwrap_or(usize::MAX).cmp(&b.unwrap_or(usize::MAX))
}
