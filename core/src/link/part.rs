//! What of a workspace is sent.

use crate::document::{Document, Origin, Row};
use crate::id::{DivisionId, RequestId};

/// A part of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Of that division alone; of all where none is named.
    pub division: Option<DivisionId>,
    /// With the values.
    pub values: bool,
    /// With the requests.
    pub requests: bool,
    /// Of the requests only these; all where none is named.
    pub only: Vec<RequestId>,
    /// With what was decided on them.
    pub decisions: bool,
    /// With the people and their answers, and which of those are revealed.
    pub answers: bool,
    /// With outputs, customers and how they are served, and routine.
    pub service: bool,
    /// With the outputs that can be ordered, and nothing of who uses them.
    pub menu: bool,
    /// With talks, what they agreed, and snapshots.
    pub talks: bool,
}

/// Whether what was decided of two wordings is about words that are sent anyway; decisions hold the words themselves.
fn is_said(part: &Document, row: &Row) -> bool {
    let Row::SameGood(same_good) = row else { return true };
    let sides = || {
        let values = part.divisions().flat_map(|division| part.values_of(division.id));
        values.flat_map(|value| [&value.pursued.text, &value.cost.text])
    };
    same_good.pair.wordings().iter().all(|wording| sides().any(|text| text.contains(&wording.text)))
}

impl Part {
    /// The document of that part. The replies that were taken in stay where they are.
    pub fn of(&self, document: &Document) -> Document {
        let mut part = Document::default();
        for row in document.keys().filter_map(|key| document.row(&key)) {
            if let Some(row) = self.take(document, row)
                && row.needs().all(|need| part.contains(&need))
                && is_said(&part, &row)
            {
                part.push(row);
            }
        }
        part
    }

    fn take(&self, document: &Document, row: &Row) -> Option<Row> {
        let is_of = |division: DivisionId| self.division.is_none_or(|only| only == division);
        let is_in = match row {
            Row::Workspace(_) => true,
            Row::SameGood(_) => self.values,
            Row::Division(row) => is_of(row.id),
            Row::Value(row) => self.values && is_of(row.division),
            Row::Request(row) => self.requests && (self.only.is_empty() || self.only.contains(&row.id)),
            Row::Decision(_) => self.requests && self.decisions,
            Row::Rater(_) | Row::Stance(_) | Row::Reveal(_) => self.requests && self.answers,
            Row::Output(row) => (self.service || self.menu && row.is_on_menu()) && is_of(row.division),
            Row::Customer(row) => self.service && is_of(row.division),
            Row::Routine(row) => self.service && is_of(row.division),
            Row::Lane(_) | Row::Use(_) => self.service,
            Row::Placement(_) => self.service && self.requests && self.decisions,
            Row::Talk(_) | Row::Point(_) | Row::Snapshot(_) => self.talks,
            Row::Taken(_) => false,
        };
        let mut row = is_in.then(|| row.clone())?;
        // It may name a division that does not go along.
        if let Row::Value(value) = &mut row
            && self.division.is_some()
        {
            value.origin.clear();
        }
        // Which other division a customer is goes with that division alone.
        if let Row::Customer(customer) = &mut row {
            customer.partner = customer.partner.filter(|partner| is_of(*partner));
        }
        // Another division's own action is, to this one, a request from there.
        if let Row::Request(request) = &mut row
            && let Origin::Own(division) = request.origin
            && !is_of(division)
        {
            request.origin = Origin::Incoming(document.division(division)?.display_name().to_owned());
        }
        Some(row)
    }
}
