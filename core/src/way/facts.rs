//! What the steps and plans ask of the document.

use crate::date::Date;
use crate::document::{Customer, DecisionKey, Document, Output, Request, Service, Value};
use crate::id::{DivisionId, RequestId};
use crate::routine::{self, First, Gap, Monthly, Task};
use crate::serve::{orderable, service_of, unplaced};
use crate::talk::{Course, course};
use crate::weigh::{Kind, ResultKind, asked_lately, is_asked_of, result};

/// A division's customers, routine, values and talks, counted.
pub(super) struct Facts<'d> {
    pub document: &'d Document,
    pub outputs: usize,
    /// Outputs of which somebody said who needs them.
    pub consumed: usize,
    pub unconsumed: Option<&'d Output>,
    pub customers: usize,
    pub described: usize,
    pub undescribed: Option<&'d Customer>,
    /// The customer whose description was, or will be, due first.
    pub due: Option<(&'d Customer, Date)>,
    pub today: Date,
    pub with_lane: usize,
    pub without_lane: Option<&'d Customer>,
    pub has_quick_lane: bool,
    /// Requests of the last ninety days.
    pub asked: usize,
    pub unplaced: Vec<RequestId>,
    pub on_menu: usize,
    pub tasks: usize,
    /// Tasks whose minutes and times are known.
    pub counted: usize,
    pub routine: Monthly,
    pub freed: Monthly,
    /// A task that frees or would free time that goes to nobody yet.
    pub freed_for_nobody: Option<Task>,
    pub would_free_for_nobody: bool,
    pub gaps: Vec<Gap>,
    pub first: Option<First>,
    pub set_aside: Monthly,
    pub values: usize,
    pub adopted: usize,
    /// Asked of the division, or its own.
    pub requests: usize,
    pub weighed: usize,
    pub own_weighed: usize,
    pub talks: usize,
    /// Of these, those that have been held or begun.
    pub held: usize,
    /// Whether another division's values can be compared.
    pub has_partner: bool,
}

impl<'d> Facts<'d> {
    pub fn of(document: &'d Document, division: DivisionId, today: Date) -> Self {
        let outputs = || document.outputs_of(division);
        let is_consumed = |output: &&Output| document.customers_for(output.id).next().is_some();
        let customers = || document.customers_of(division);
        let is_described = |customer: &&Customer| customer.is_described();
        let asked: Vec<RequestId> = asked_lately(document, division, today).map(|request| request.id).collect();
        let is_placed = |request: RequestId| service_of(document, DecisionKey { request, division }).is_some();
        let tasks = || routine::tasks(document, division);
        let for_nobody = |task: &Task| task.goes_to.is_none();
        let gaps = routine::unestimated(document, division);
        let values: Vec<&Value> = document.values_in_play(division).collect();
        let is_ours = |row: &Request| Kind::of(row, division) == Kind::Own || is_asked_of(document, row, division);
        let talks = || document.talks().filter(|talk| [talk.a, talk.b].contains(&division));
        let requests = || document.requests().filter(move |row| row.must.is_none() && is_ours(row));
        let weighed = requests().filter(|row| result(document, row.id, division).kind != ResultKind::NotWeighed);
        let weighed: Vec<Kind> = weighed.map(|row| Kind::of(row, division)).collect();
        Self {
            document,
            outputs: outputs().count(),
            consumed: outputs().filter(is_consumed).count(),
            unconsumed: outputs().find(|output| !is_consumed(output)),
            customers: customers().count(),
            described: customers().filter(is_described).count(),
            undescribed: customers().find(|customer| !is_described(customer)),
            due: customers().filter_map(|row| Some((row, row.review?))).min_by_key(|(_, date)| *date),
            today,
            with_lane: customers().count() - unplaced(document, division).count(),
            without_lane: unplaced(document, division).next(),
            has_quick_lane: document.lanes_of(division).any(|lane| lane.service == Service::QuickOrder),
            unplaced: asked.iter().copied().filter(|request| !is_placed(*request)).collect(),
            asked: asked.len(),
            on_menu: orderable(document, division).count(),
            tasks: tasks().count(),
            counted: tasks().filter(|task| !task.by_hand.is_none()).count(),
            routine: routine::total(document, division),
            freed: tasks().map(Task::freed).sum(),
            freed_for_nobody: tasks().find(|task| for_nobody(task) && !task.freed().is_none()),
            would_free_for_nobody: tasks()
                .any(|task| for_nobody(&task) && task.would_free().is_some_and(|time| !time.is_none())),
            gaps,
            first: routine::first(document, division).first().copied(),
            set_aside: routine::set_aside(document, division),
            values: values.len(),
            adopted: values.iter().filter(|value| value.adopted.is_some()).count(),
            requests: requests().count(),
            weighed: weighed.len(),
            own_weighed: weighed.iter().filter(|kind| **kind == Kind::Own).count(),
            talks: talks().count(),
            held: talks().filter(|talk| course(talk) != Course::Prepared).count(),
            has_partner: document.divisions().any(|row| row.id != division && document.is_ready(row.id)),
        }
    }

    /// What is called so often: "1 output", "3 outputs".
    pub fn count(count: usize, one: &str, more: &str) -> String {
        format!("{count} {}", if count == 1 { one } else { more })
    }
}
