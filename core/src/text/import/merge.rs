//! Lays another workspace beside the document, row by row. Rows keep their ids, so that what came from the same
//! workspace is known again; where both have a row, the document's stays.

use super::plan::{DecisionPlan, DivisionPlan, OriginPlan, Plan, RequestPlan, ValuePlan};
use crate::document::*;
use crate::edit::{self, Change, place_of};
use crate::id::Id;
use crate::text::entry::{Ruling, Statement};
use crate::text::sentence::Sentence;

pub(super) fn plan(workspace: &Document, document: &Document) -> Plan {
    let mut plan = Plan::default();
    if document.name().is_empty() {
        let name = Field::WorkspaceName(workspace.name().to_owned());
        plan.rows.extend(edit::set(document, Key::Workspace, name).changes);
    }
    let mut previous: Option<(List, Id)> = None;
    for key in workspace.keys().skip(1) {
        let Some(row) = workspace.row(&key) else { continue };
        let listed = place_of(row);
        let predecessor = listed.and_then(|(list, _)| previous.filter(|(of, _)| *of == list)).map(|(_, id)| id);
        previous = listed;
        match document.row(&key) {
            None => plan.rows.push(Change::Insert { row: row.clone(), predecessor }),
            Some(ours) if ours != row => plan.differing += 1,
            Some(_) => {}
        }
    }
    plan.divisions = workspace.divisions().map(|row| division(workspace, document, row)).collect();
    plan.requests = workspace.requests().map(|row| request(workspace, document, row)).collect();
    plan
}

fn division(workspace: &Document, document: &Document, row: &Division) -> DivisionPlan {
    let value = |value: &Value| ValuePlan {
        statement: Statement {
            line: 0,
            division: Some(row.name.clone()),
            sentence: Sentence::from(value),
            example: value.example.clone(),
            adopted: value.adopted,
            origin: value.origin.clone(),
            must: value.must.clone(),
        },
        there: document.value(value.id).is_some(),
    };
    DivisionPlan {
        name: row.name.clone(),
        existing: document.division(row.id).map(|row| row.id),
        values: workspace.values_of(row.id).map(value).collect(),
    }
}

fn request(workspace: &Document, document: &Document, row: &Request) -> RequestPlan {
    let place = |id| workspace.divisions().position(|row| row.id == id).unwrap_or(0);
    let decision = |decision: &Decision| DecisionPlan {
        division: place(decision.key.division),
        ruling: Ruling {
            outcome: decision.outcome,
            terms: decision.terms.clone(),
            reason: decision.reason.clone(),
            value: decision.value.and_then(|id| workspace.value(id)).map(Sentence::from),
        },
        value: decision.value,
        there: document.decision(decision.key).is_some(),
    };
    RequestPlan {
        title: row.title.clone(),
        detail: row.detail.clone(),
        date: Some(row.date),
        origin: match &row.origin {
            Origin::Incoming(from) => OriginPlan::Incoming(from.clone()),
            Origin::Own(division) => OriginPlan::Own(place(*division)),
        },
        must: row.must.clone(),
        existing: document.request(row.id).map(|row| row.id),
        decisions: workspace.decisions_on(row.id).map(decision).collect(),
    }
}
