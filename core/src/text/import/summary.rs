//! A plan in numbers and in words.

use super::{Plan, ValuePlan};
use crate::document::Row;
use crate::edit::Change;
use crate::text::entry::Statement;
use crate::text::joined;

/// How much a plan adds, and how much of what it read it does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Divisions that are not there yet.
    pub divisions: usize,
    /// Values that their division does not have.
    pub values: usize,
    /// Requests that are not there yet.
    pub requests: usize,
    /// Decisions on requests, new or not.
    pub decisions: usize,
    /// People.
    pub people: usize,
    /// People's answers.
    pub answers: usize,
    /// Decisions about wordings.
    pub same_goods: usize,
    /// Outputs.
    pub outputs: usize,
    /// Customers.
    pub customers: usize,
    /// Routine tasks.
    pub routines: usize,
    /// Talks.
    pub talks: usize,
    /// Values, requests and decisions that are there already.
    pub there: usize,
    /// Lines that could not be read.
    pub unread: usize,
}

impl Plan {
    /// The plan in numbers.
    pub fn counts(&self) -> Counts {
        let values = || self.divisions.iter().flat_map(|division| &division.values);
        let decisions = || self.requests.iter().flat_map(|request| &request.decisions);
        let rows = |wanted: fn(&Row) -> bool| {
            self.rows.iter().filter(|change| matches!(change, Change::Insert { row, .. } if wanted(row))).count()
        };
        let new_values = values().filter(|value| !value.there).count();
        let new_requests = self.requests.iter().filter(|request| request.existing.is_none()).count();
        let new_decisions = decisions().filter(|decision| !decision.there).count();
        Counts {
            divisions: self.divisions.iter().filter(|division| division.existing.is_none()).count(),
            values: new_values,
            requests: new_requests,
            decisions: new_decisions,
            people: rows(|row| matches!(row, Row::Rater(_))),
            answers: rows(|row| matches!(row, Row::Stance(_))),
            same_goods: rows(|row| matches!(row, Row::SameGood(_))),
            outputs: rows(|row| matches!(row, Row::Output(_))),
            customers: rows(|row| matches!(row, Row::Customer(_))),
            routines: rows(|row| matches!(row, Row::Routine(_))),
            talks: rows(|row| matches!(row, Row::Talk(_))),
            there: values().count() - new_values
                + (self.requests.len() - new_requests)
                + (decisions().count() - new_decisions),
            unread: self.unread.len(),
        }
    }

    /// Whether its edit is empty.
    pub fn adds_nothing(&self) -> bool {
        let Counts { divisions, values, requests, decisions, .. } = self.counts();
        self.rows.is_empty() && divisions + values + requests + decisions == 0
    }

    /// The plan in words: "Adds 4 values to People team, 1 new division; 2 lines could not be read".
    pub fn summary(&self) -> String {
        let counts = self.counts();
        let is_new = |value: &&ValuePlan| !value.there;
        let new = |of: fn(&Statement) -> bool| {
            let values = self.divisions.iter().flat_map(|division| &division.values).filter(is_new);
            values.filter(|value| of(&value.statement)).count()
        };
        // The screens count neither among the values: this says why.
        let apart = [
            count(new(|it| it.must.is_none() && it.sentence.is_unfinished()), "unfinished", "unfinished"),
            count(new(|it| it.must.is_some()), "must", "musts"),
        ];
        let apart = apart.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let values = count(counts.values, "value", "values");
        let values = values.map(|values| if apart.is_empty() { values } else { format!("{values} ({apart})") });
        let mut receiving = self.divisions.iter().filter(|division| division.values.iter().any(|value| !value.there));
        let values = values.map(|values| match (receiving.next(), receiving.count()) {
            (Some(only), 0) if !only.name.trim().is_empty() => format!("{values} to {}", only.name.trim()),
            (Some(_), others) if others > 0 => format!("{values} to {} divisions", others + 1),
            _ => values,
        });
        let added: Vec<String> = [
            values,
            count(counts.divisions, "new division", "new divisions"),
            count(counts.requests, "request", "requests"),
            count(counts.decisions, "decision", "decisions"),
            count(counts.people, "person", "people"),
            count(counts.answers, "answer", "answers"),
            count(counts.same_goods, "decision about wordings", "decisions about wordings"),
            count(counts.outputs, "output", "outputs"),
            count(counts.customers, "customer", "customers"),
            count(counts.routines, "routine task", "routine tasks"),
            count(counts.talks, "talk", "talks"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let mut parts = vec![match (added.is_empty(), self.adds_nothing()) {
            (false, _) => format!("Adds {}", joined(&mut added.iter().map(String::as_str), ", ")),
            (true, true) => "Adds nothing".to_owned(),
            (true, false) => "Adds a few details".to_owned(),
        }];
        parts.extend(count(counts.there, "is there already", "are there already"));
        parts.extend(count(self.differing, "differs and stays as it is", "differ and stay as they are"));
        parts.extend(count(counts.unread, "line could not be read", "lines could not be read"));
        joined(&mut parts.iter().map(String::as_str), "; ")
    }
}

/// "1 value", "4 values"; none of nothing.
fn count(number: usize, one: &str, many: &str) -> Option<String> {
    (number > 0).then(|| format!("{number} {}", if number == 1 { one } else { many }))
}
