//! Tables of values and of requests: `division,pursued,cost,example` and
//! `request,detail,kind,division,decision,reason,date`.
//!
//! They hold what people keep in spreadsheets, not the whole workspace: people's answers, adoption dates and
//! the like are for the [JSON file](super::json). Columns beyond those above are written only when there is
//! something in them, so that a must is not read back as a value, nor a request without who asked.
//!
//! Reading takes columns in any order, by many names, separated by commas, semicolons or tabs.

mod cell;
mod columns;
mod requests;
mod values;

pub use requests::write as requests;
pub use values::write as values;

use columns::{Columns, Header};

use super::entry::{Found, Remark, Trouble};
use super::table::{Delimited, Row, delimited};

/// What separates cells, the least likely within a cell first.
pub(super) const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// Reads delimited text whose first row names its columns; `None` when it does not, with any delimiter.
pub(super) fn read_named(text: &str) -> Option<Found> {
    // The header decides, so it is enough to look at it first.
    let head = text.trim_start_matches('\n');
    let head = head.split('\n').next().unwrap_or(head);
    let named = |&delimiter: &u8| {
        let head = delimited(head, delimiter).rows;
        head.first().is_some_and(|row| !matches!(columns::header(&row.cells), Header::None))
    };
    let delimiter = DELIMITERS.into_iter().find(named)?;
    let Delimited { rows, open_quote } = delimited(text, delimiter);
    let mut found = Found::default();
    if let Some((head, rows)) = rows.split_first() {
        read_rows(head, rows, &mut found);
    }
    found.open_quote(open_quote);
    Some(found)
}

/// Reads delimited text without a header, its columns by their order.
pub(super) fn read_unnamed(text: &str, delimiter: u8) -> Found {
    let Delimited { rows, open_quote } = delimited(text, delimiter);
    let mut found = Found::default();
    read_by_order(&rows, &mut found);
    found.open_quote(open_quote);
    found
}

/// Reads rows of values without a head.
pub(super) fn read_by_order(rows: &[Row], found: &mut Found) {
    read_all(rows, &Columns::by_order(rows), values::read, found);
}

/// Reads rows under a head that names their columns; says whether it does.
pub(super) fn read_rows(head: &Row, rows: &[Row], found: &mut Found) -> bool {
    let (columns, read): (_, ReadRow) = match columns::header(&head.cells) {
        Header::Values(columns) => (columns, values::read),
        Header::Requests(columns) => (columns, requests::read),
        Header::Lacking(column) => {
            found.unread.push(Remark::new(head.line, &head.shown(), Trouble::NoColumn(column)));
            return true;
        }
        Header::None => return false,
    };
    for name in columns.unknown(&head.cells) {
        found.partly.push(Remark::new(head.line, "", Trouble::Column(name.to_owned())));
    }
    read_all(rows, &columns, read, found);
    true
}

type ReadRow = fn(&Row, &Columns, &mut Found);

fn read_all(rows: &[Row], columns: &Columns, read: ReadRow, found: &mut Found) {
    for row in rows {
        match columns.surplus(row) {
            Some(trouble) => found.unread.push(Remark::new(row.line, &row.shown(), trouble)),
            None => read(row, columns, found),
        }
    }
}

impl Found {
    fn open_quote(&mut self, line: Option<usize>) {
        self.unread.extend(line.map(|line| Remark::new(line, "", Trouble::OpenQuote)));
    }
}
