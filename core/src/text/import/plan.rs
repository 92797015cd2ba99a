//! What an import would add, as a screen shows it before anything changes; then one edit.

use crate::date::Date;
use crate::document::*;
use crate::edit::{Change, Edit};
use crate::id::{DivisionId, Id, Ids, RequestId, ValueId};
use crate::text::entry::{Remark, Ruling, Statement};

/// What an import would add to the document that it was laid beside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The divisions that it names, in its order.
    pub divisions: Vec<DivisionPlan>,
    /// The requests that it names, in its order.
    pub requests: Vec<RequestPlan>,
    /// The lines that could not be read: nothing of them is added.
    pub unread: Vec<Remark>,
    /// The lines that are added but for a part of them.
    pub partly: Vec<Remark>,
    /// The rows of another workspace, which bring their own ids.
    pub(super) rows: Vec<Change>,
    /// How many rows of another workspace are there already, with other content: that of the document stays.
    pub differing: usize,
}

/// A division that the import names.
#[derive(Clone, Debug, PartialEq)]
pub struct DivisionPlan {
    /// Its name as the document has it, or as it was written.
    pub name: String,
    /// The division of that name which is there already.
    pub existing: Option<DivisionId>,
    /// Its values, in their order.
    pub values: Vec<ValuePlan>,
}

/// A value that the import names.
#[derive(Clone, Debug, PartialEq)]
pub struct ValuePlan {
    /// The value as written.
    pub statement: Statement,
    /// The division has it already, in words that mean the same: it is not added.
    pub there: bool,
}

/// A request that the import names.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestPlan {
    /// The title.
    pub title: String,
    /// The detail.
    pub detail: String,
    /// The day; without one it is the day of the import.
    pub date: Option<Date>,
    /// Where it comes from.
    pub origin: OriginPlan,
    /// Law, contract or safety settles it.
    pub must: Option<Must>,
    /// The request of that title and day which is there already.
    pub existing: Option<RequestId>,
    /// What divisions decided on it.
    pub decisions: Vec<DecisionPlan>,
}

/// Where a request comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OriginPlan {
    /// Asked by somebody, who may be left out.
    Incoming(String),
    /// An action of that division's own, by its place in [`Plan::divisions`].
    Own(usize),
}

/// A decision that the import names.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionPlan {
    /// Who decided, by its place in [`Plan::divisions`].
    pub division: usize,
    /// What was decided, as written.
    pub ruling: Ruling,
    /// The value that decided, if that division has it.
    pub value: Option<ValueId>,
    /// That division has decided on the request already: its decision stays.
    pub there: bool,
}

impl Plan {
    /// The edit that adds what the plan says, as one step. The document is the one that the plan was made for;
    /// what others have changed in it since is skipped when the edit is applied.
    pub fn edit(&self, document: &Document, ids: &mut Ids, today: Date) -> Edit {
        let mut changes = self.rows.clone();
        if !changes.is_empty() {
            return Edit { changes };
        }
        let mut last = document.divisions().last().map(|row| row.id.0);
        let mut divisions = Vec::with_capacity(self.divisions.len());
        for division in &self.divisions {
            divisions.push(division.existing.unwrap_or_else(|| {
                let row = Division::new(ids.fresh(), division.name.clone());
                let id = row.id;
                insert(&mut changes, row, last.replace(id.0));
                id
            }));
        }
        for (division, &id) in self.divisions.iter().zip(&divisions) {
            division.add_values(document, id, ids, &mut changes);
        }
        let mut last = document.requests().last().map(|row| row.id.0);
        for plan in &self.requests {
            let request = plan.existing.unwrap_or_else(|| {
                let row = plan.request(ids.fresh(), &divisions, today);
                let id = row.id;
                insert(&mut changes, row, last.replace(id.0));
                id
            });
            for decision in plan.decisions.iter().filter(|decision| !decision.there) {
                let Some(&division) = divisions.get(decision.division) else { continue };
                decision.add(document, DecisionKey { request, division }, &mut changes);
            }
        }
        Edit { changes }
    }
}

impl DivisionPlan {
    fn add_values(&self, document: &Document, division: DivisionId, ids: &mut Ids, changes: &mut Vec<Change>) {
        // An empty line that waits to be written stays the last.
        let written = document.values_of(division).filter(|value| !value.is_untouched());
        let mut last = written.last().map(|value| value.id.0);
        for ValuePlan { statement, .. } in self.values.iter().filter(|value| !value.there) {
            let id: ValueId = ids.fresh();
            let row = Value {
                adopted: statement.adopted,
                origin: statement.origin.clone(),
                example: statement.example.clone(),
                must: statement.must.clone(),
                ..Value::new(id, division, statement.sentence.pursued.clone(), statement.sentence.cost.clone())
            };
            insert(changes, row, last.replace(id.0));
        }
    }
}

impl RequestPlan {
    fn request(&self, id: RequestId, divisions: &[DivisionId], today: Date) -> Request {
        let origin = match &self.origin {
            OriginPlan::Incoming(from) => Origin::Incoming(from.clone()),
            OriginPlan::Own(index) => {
                divisions.get(*index).map_or(Origin::Incoming(String::new()), |division| Origin::Own(*division))
            }
        };
        Request {
            detail: self.detail.clone(),
            origin,
            must: self.must.clone(),
            ..Request::new(id, self.title.clone(), self.date.unwrap_or(today))
        }
    }
}

impl DecisionPlan {
    fn add(&self, document: &Document, key: DecisionKey, changes: &mut Vec<Change>) {
        // One that says nothing yet makes room.
        changes.extend(document.decision(key).map(|row| Change::Remove { row: row.clone().into() }));
        let Ruling { outcome, terms, reason, .. } = &self.ruling;
        let row = Decision { key, outcome: *outcome, value: self.value, reason: reason.clone(), terms: terms.clone() };
        insert(changes, row, None);
    }
}

fn insert(changes: &mut Vec<Change>, row: impl Into<Row>, predecessor: Option<Id>) {
    changes.push(Change::Insert { row: row.into(), predecessor });
}
