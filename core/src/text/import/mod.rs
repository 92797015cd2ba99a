//! Whatever people paste or open: what it is, what it would add, and one edit that adds it.
//!
//! [`read`] finds out what a text or file is and reads it; [`Import::plan`] lays that beside a document and
//! says what is new, what is there already and what could not be read; [`Plan::edit`] makes it one edit.
//! Nothing changes before, and importing the same again adds nothing.
//!
//! ```
//! use evencost_core::{date, document::Document, edit::apply, id::{Ids, Replica}, text::import};
//!
//! let import = import::read(b"People team:\n- Speed over polish\n- Candour, mostly").unwrap();
//! let mut document = Document::default();
//! let plan = import.plan(&document, None);
//! assert_eq!(plan.summary(), "Adds 1 value to People team, 1 new division; 1 line could not be read");
//! assert_eq!(plan.unread[0].line, 3);
//!
//! let today = date::parse("2026-11-12").unwrap();
//! let edit = plan.edit(&document, &mut Ids::new(Replica::new(1)), today);
//! apply(&mut document, edit);
//! assert_eq!(document.divisions().next().unwrap().name, "People team");
//! assert!(import.plan(&document, None).adds_nothing());
//! ```

mod lay;
mod merge;
mod plan;
mod summary;

use std::fmt;

use super::csv::{self, DELIMITERS};
use super::decode::{self, Decoded};
use super::entry::Found;
use super::json::{self, ReadError};
use super::sentence::without_marker;
use super::table::delimited;
use super::{list, sentence};
use crate::document::Document;
use crate::id::DivisionId;

pub use super::decode::NotText;
pub use plan::{DecisionPlan, DivisionPlan, OriginPlan, Plan, RequestPlan, ValuePlan};
pub use summary::Counts;

/// What was read, before it is laid beside a document.
#[derive(Debug)]
pub struct Import {
    content: Content,
    guessed: bool,
    is_table: bool,
}

#[derive(Debug)]
enum Content {
    Workspace(Box<Document>),
    Found(Found),
}

/// Why nothing can be read from a text or file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is not text.
    NotText(NotText),
    /// It is JSON, but not a workspace that can be read.
    Json(ReadError),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is nothing in it. Paste a list, a table or a file of values."),
            Self::NotText(kind) => kind.fmt(f),
            Self::Json(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Refusal {}

/// Finds out what a pasted text or a file is, and reads it.
///
/// # Errors
/// When nothing can be read from it at all. Single lines that cannot be read are no error: the plan has them.
pub fn read(bytes: &[u8]) -> Result<Import, Refusal> {
    let Decoded { text, guessed } = decode::decode(bytes).map_err(Refusal::NotText)?;
    let start = text.trim_start();
    if start.is_empty() {
        return Err(Refusal::Empty);
    }
    if is_json(start) {
        let document = json::read(text.as_bytes()).map_err(Refusal::Json)?;
        return Ok(Import { content: Content::Workspace(Box::new(document)), guessed, is_table: false });
    }
    let table = csv::read_named(&text);
    let is_table = table.is_some();
    Ok(Import { content: Content::Found(table.unwrap_or_else(|| unnamed(&text))), guessed, is_table })
}

impl Import {
    /// Whether the text was read as an old Windows encoding for want of a better one, so that letters with
    /// accents may be wrong.
    pub fn encoding_is_guessed(&self) -> bool {
        self.guessed
    }

    /// Whether it is a table whose first row names columns that are known here: what its cells hold is content then,
    /// links too.
    pub fn is_table(&self) -> bool {
        self.is_table
    }

    /// The workspace, if it is a whole one: it can then be opened instead of added.
    pub fn workspace(&self) -> Option<&Document> {
        match &self.content {
            Content::Workspace(document) => Some(document),
            Content::Found(_) => None,
        }
    }

    /// What it would add to the document. Values that name no division are meant for `at_hand`; without one,
    /// for a division without a name.
    pub fn plan(&self, document: &Document, at_hand: Option<DivisionId>) -> Plan {
        match &self.content {
            Content::Workspace(workspace) => merge::plan(workspace, document),
            Content::Found(found) => lay::plan(found, document, at_hand),
        }
    }
}

/// A list may begin with a bracket, so that alone is not enough.
fn is_json(text: &str) -> bool {
    let inner = text.strip_prefix('[').map(str::trim_start);
    text.starts_with('{') || inner.is_some_and(|inner| inner.starts_with(['{', '[', '"']))
}

/// Reads a table without known columns or a list, whichever it is: tabs decide, then whether most lines are sentences
/// or rows of as many cells each.
fn unnamed(text: &str) -> Found {
    let lines: Vec<&str> = text.split('\n').filter(|line| !line.trim().is_empty()).collect();
    let most = |count: usize| count * 2 >= lines.len();
    // A tab after a bullet or number is a word processor's list.
    if most(lines.iter().filter(|line| without_marker(line).contains('\t')).count()) {
        return csv::read_unnamed(text, b'\t');
    }
    if !most(lines.iter().filter(|line| sentence::read(line).is_ok()).count()) {
        for delimiter in DELIMITERS {
            let rows = delimited(text, delimiter).rows;
            let width = rows.first().map_or(0, |row| row.cells.len());
            if rows.len() > 1 && (2..=4).contains(&width) && rows.iter().all(|row| row.cells.len() == width) {
                return csv::read_unnamed(text, delimiter);
            }
        }
    }
    list::read(text)
}
