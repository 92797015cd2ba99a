//! A table of values, one a row.

use super::cell::push_row;
use super::columns::{Column, Columns};
use crate::document::{Document, Place, Value};
use crate::text::entry::{Found, Remark, Statement, Trouble};
use crate::text::sentence::{self, Sentence, Unclear};
use crate::text::table::Row;

/// What the column for musts says where no source is known.
const YES: &str = "yes";

/// The columns that are written; the last one only where there is a must.
const HEAD: [&str; 5] = ["division", "pursued", "cost", "example", "must"];

/// Whether a table of values with that head may have been written here.
pub(super) fn is_head(cells: &[String]) -> bool {
    cells == HEAD || cells == &HEAD[..HEAD.len() - 1]
}

/// Writes the values of all divisions: `division,pursued,cost,example`, and `must` with its source where there
/// is one. A division without values has a row of its own.
pub fn write(document: &Document) -> String {
    let written = |value: &&Value| !value.is_untouched();
    let musts = document.divisions().any(|row| document.values_of(row.id).any(|value| value.must.is_some()));
    let columns = if musts { HEAD.len() } else { HEAD.len() - 1 };
    let mut table = String::new();
    push_row(&mut table, &HEAD[..columns]);
    for division in document.divisions() {
        let mut values = document.values_of(division.id).filter(written).peekable();
        if values.peek().is_none() && !division.name.trim().is_empty() {
            push_row(&mut table, &[&division.name, "", "", "", ""][..columns]);
        }
        for value in values {
            let must = value.must.as_deref().map_or("", |source| if source.trim().is_empty() { YES } else { source });
            let cells = [&division.name, &value.pursued.text, &value.cost.text, &value.example, must];
            push_row(&mut table, &cells[..columns]);
        }
    }
    table
}

/// Reads one row.
pub(super) fn read(row: &Row, columns: &Columns, found: &mut Found) {
    let cell = |column| columns.cell(row, column).to_owned();
    let remark = |trouble| Remark::new(row.line, &row.shown(), trouble);
    let mut statement = Statement::new(row.line, Sentence { pursued: cell(Column::Pursued), cost: cell(Column::Cost) });
    statement.division = Some(cell(Column::Division)).filter(|name| !name.is_empty());
    statement.example = match (cell(Column::Example), cell(Column::Source)) {
        (example, source) if source.is_empty() => example,
        (example, source) if example.is_empty() => format!("Source: {source}"),
        (example, source) => format!("{example}\nSource: {source}"),
    };
    statement.must = match &*cell(Column::Must) {
        "" => None,
        word if word.eq_ignore_ascii_case("no") => None,
        word if word.eq_ignore_ascii_case(YES) => Some(String::new()),
        source => Some(source.to_owned()),
    };
    let sentence = columns.cell(row, Column::Sentence);
    if !sentence.is_empty() {
        match sentence::read(sentence) {
            Ok(sentence) => statement.sentence = sentence,
            Err(unclear) => return found.unread.push(remark(Trouble::Unclear(unclear))),
        }
    }
    if statement.is_bare() {
        match statement.division {
            None => return,
            // A division without values, as written here. Elsewhere it may be a note or a total.
            Some(_) if columns.may_have_written(row) => {}
            Some(_) => return found.unread.push(remark(Trouble::NoValue)),
        }
    }
    let Sentence { pursued, cost } = &statement.sentence;
    if !statement.is_bare() && statement.must.is_none() {
        // An unfinished value is kept, and said so.
        for (side, place) in [(pursued, Place::Pursued), (cost, Place::Cost)] {
            if side.is_empty() {
                found.partly.push(remark(Trouble::Unclear(Unclear::Blank(place))));
            }
        }
    }
    found.values.push(statement);
}
