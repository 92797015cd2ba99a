//! Which column of a table holds what, by the names that people give them.

use super::values;
use crate::text::entry::Trouble;
use crate::text::joined;
use crate::text::sentence;
use crate::text::table::Row;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Division,
    Pursued,
    Cost,
    /// Both sides in one sentence. Of a request: the value that decided.
    Sentence,
    Example,
    /// Where a statement comes from.
    Source,
    Must,
    Title,
    Detail,
    Kind,
    Decision,
    Reason,
    Date,
    From,
}

use Column::{
    Cost, Date, Decision, Detail, Division, Example, From, Kind, Must, Pursued, Reason, Sentence, Source, Title,
};

/// The names of the columns of values, folded as [`folded`] does.
const VALUE_NAMES: [(Column, &[&str]); 7] = [
    (
        Division,
        &[
            "division",
            "team",
            "department",
            "author",
            "unit",
            "business unit",
            "function",
            "service",
            "group",
            "organisation",
            "organization",
            "company",
            "who",
        ],
    ),
    (
        Pursued,
        &[
            "pursued",
            "pursue",
            "pursues",
            "we pursue",
            "prioritised",
            "prioritized",
            "prioritise",
            "prioritize",
            "we prioritise",
            "we prioritize",
            "priority",
            "preferred",
            "we prefer",
            "chosen",
            "we choose",
            "we value",
            "valued",
            "aim",
            "good",
        ],
    ),
    (
        Cost,
        &[
            "cost",
            "costs",
            "price",
            "sacrificed",
            "sacrifice",
            "we sacrifice",
            "given up",
            "give up",
            "gives up",
            "we give up",
            "at the cost of",
            "even at the cost of",
            "at the expense of",
            "even at the expense of",
            "even over",
            "over",
        ],
    ),
    (
        Sentence,
        &["value", "values", "statement", "sentence", "trade off", "tradeoff", "principle", "even over statement"],
    ),
    (
        Example,
        &["example", "examples", "note", "notes", "comment", "comments", "what this looked like once", "in practice"],
    ),
    (Source, &["source", "link", "url", "reference"]),
    (Must, &["must"]),
];

/// The names of the columns of requests.
const REQUEST_NAMES: [(Column, &[&str]); 10] = [
    (Title, &["request", "title", "request title", "ask", "what was asked", "action", "subject", "summary"]),
    (Detail, &["detail", "details", "description", "note", "notes"]),
    (Kind, &["kind", "type"]),
    (Division, VALUE_NAMES[0].1),
    (Decision, &["decision", "outcome", "answer", "decided"]),
    (Reason, &["reason", "why", "because", "rationale"]),
    (Date, &["date", "day", "when", "asked on", "received"]),
    (From, &["from", "requester", "requested by", "asked by", "customer"]),
    (Must, &["must"]),
    (Sentence, &["value", "deciding value", "decided by"]),
];

/// The columns of a table, from left to right.
#[derive(Debug)]
pub(super) struct Columns {
    /// What each holds; `None` for one that is not read.
    known: Vec<Option<Column>>,
    /// The head is the one that the program itself writes over values.
    own_head: bool,
}

/// What a first row turns out to be.
#[derive(Debug)]
pub(super) enum Header {
    /// The head of a table of values.
    Values(Columns),
    /// The head of a table of requests.
    Requests(Columns),
    /// A head without a column that no row can do without.
    Lacking(&'static str),
    /// No head.
    None,
}

/// Looks for column names in a first row.
pub(super) fn header(cells: &[String]) -> Header {
    let requests = Columns::named(cells, &REQUEST_NAMES);
    // "Action" alone may be something that people value.
    let titled = || requests.known.iter().flatten().count() > 1 || cells.iter().any(|cell| folded(cell) == "request");
    if requests.has(Title) && titled() {
        return Header::Requests(requests);
    }
    let mut values = Columns::named(cells, &VALUE_NAMES);
    // Beside a column for the cost, "value" is what is pursued.
    if values.has(Cost) && !values.has(Pursued) {
        values.known.iter_mut().filter(|column| **column == Some(Sentence)).for_each(|column| *column = Some(Pursued));
    }
    let beside = values.known.iter().flatten().count() > 1;
    match (values.has(Pursued), values.has(Cost)) {
        (true, true) => Header::Values(values),
        _ if cells.len() > 1 && values.has(Sentence) => Header::Values(values),
        (true, false) if beside => Header::Lacking("cost"),
        (false, true) if beside => Header::Lacking("pursued"),
        _ => Header::None,
    }
}

impl Columns {
    fn named(cells: &[String], names: &[(Column, &[&str])]) -> Self {
        let mut columns: Vec<Option<Column>> = Vec::with_capacity(cells.len());
        for cell in cells {
            let name = folded(cell);
            let known = names.iter().find(|(_, names)| names.contains(&&*name)).map(|(column, _)| *column);
            // Of two columns for the same, the first counts.
            columns.push(known.filter(|known| !columns.contains(&Some(*known))));
        }
        Self { known: columns, own_head: values::is_head(cells) }
    }

    /// The columns of a table without a head: pursued and cost, the division before them, the example after.
    /// One column holds whole sentences, and so does the second of two beside a division if all its cells do.
    pub(super) fn by_order(rows: &[Row]) -> Self {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let sentence = |row: &Row| row.cells.get(1).is_some_and(|cell| sentence::read_explicit(cell).is_ok());
        let columns: &[Column] = match width {
            1 => &[Sentence],
            2 if rows.iter().all(sentence) => &[Division, Sentence],
            0..=2 => &[Pursued, Cost],
            3 => &[Division, Pursued, Cost],
            _ => &[Division, Pursued, Cost, Example],
        };
        Self { known: columns.iter().copied().map(Some).collect(), own_head: false }
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.known.contains(&Some(column))
    }

    /// What the row says in that column; empty where it says nothing.
    pub(super) fn cell<'a>(&self, row: &'a Row, column: Column) -> &'a str {
        let index = self.known.iter().position(|&known| known == Some(column));
        index.and_then(|index| row.cells.get(index)).map_or("", |cell| super::cell::read(cell))
    }

    /// Whether the program itself may have written that row of values: all cells are there, under its own head.
    pub(super) fn may_have_written(&self, row: &Row) -> bool {
        self.own_head && row.cells.len() == self.known.len()
    }

    /// The names of the columns that are not read.
    pub(super) fn unknown<'a>(&self, head: &'a [String]) -> Vec<&'a str> {
        let names = head.iter().zip(&self.known).filter(|(name, column)| column.is_none() && !name.is_empty());
        names.map(|(name, _)| name.as_str()).collect()
    }

    /// What is the matter with a row that says more than there are columns.
    pub(super) fn surplus(&self, row: &Row) -> Option<Trouble> {
        let beyond = row.cells.iter().skip(self.known.len()).any(|cell| !cell.is_empty());
        beyond.then_some(Trouble::Fields { found: row.cells.len(), expected: self.known.len() })
    }
}

/// A column's name without case and punctuation.
fn folded(name: &str) -> String {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    joined(&mut words, " ").to_ascii_lowercase()
}
