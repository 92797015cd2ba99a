//! What a line or a row says, before it is laid beside a document.

use std::fmt;

use super::sentence::{Sentence, Unclear};
use crate::date::Date;
use crate::document::{Demand, Must, Outcome};

/// A value that somebody has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The line that it begins on, from 1.
    pub line: usize,
    /// The division that it is written for; without one it is meant for the division at hand.
    pub division: Option<String>,
    /// The two sides. Both are blank where a row names nothing but its division.
    pub sentence: Sentence,
    /// What it looked like once; may be empty.
    pub example: String,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// Where it comes from; may be empty.
    pub origin: String,
    /// It is a must; holds its source, which may be empty.
    pub must: Option<String>,
}

impl Statement {
    /// A draft of no named division.
    pub fn new(line: usize, sentence: Sentence) -> Self {
        Self {
            line,
            division: None,
            sentence,
            example: String::new(),
            adopted: None,
            origin: String::new(),
            must: None,
        }
    }

    /// Whether it says no more than that there is such a division.
    pub fn is_bare(&self) -> bool {
        self.sentence.pursued.is_empty()
            && self.sentence.cost.is_empty()
            && self.example.is_empty()
            && self.must.is_none()
    }
}

/// A request as one division sees it. A request that several divisions have decided takes several rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The line that it begins on, from 1.
    pub line: usize,
    /// The title.
    pub title: String,
    /// The detail; may be empty.
    pub detail: String,
    /// The day; without one it is today's.
    pub date: Option<Date>,
    /// Where it comes from, if the row says so.
    pub source: Option<Source>,
    /// Law, contract or safety settles it.
    pub must: Option<Must>,
    /// Whose row it is; without one it is meant for the division at hand.
    pub division: Option<String>,
    /// What that division decided, if anything.
    pub decision: Option<Ruling>,
}

/// Where a request comes from, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Asked by somebody, who may be left out.
    Incoming(String),
    /// The named division's own action; without a name, that of the row's division.
    Own(Option<String>),
}

/// A division's decision as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The answer.
    pub outcome: Outcome,
    /// The terms of a "yes, if", or whom to ask; may be empty.
    pub terms: String,
    /// Why; may be empty.
    pub reason: String,
    /// The value that decided.
    pub value: Option<Sentence>,
}

/// All that a text says, and what of it could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The values, in the order of the text.
    pub values: Vec<Statement>,
    /// The requests, in the order of the text.
    pub requests: Vec<Ask>,
    /// The lines that could not be read: nothing of them is used.
    pub unread: Vec<Remark>,
    /// The lines that are used but for a part of them.
    pub partly: Vec<Remark>,
}

/// A place in the text, and what is the matter with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1.
    pub line: usize,
    /// What stands there, shortened.
    pub text: String,
    /// Why it is not read, or not whole, and what to do.
    pub trouble: Trouble,
}

impl Remark {
    /// A remark on that text, which is cut to what a screen can show.
    pub(super) fn new(line: usize, text: &str, trouble: Trouble) -> Self {
        const SHOWN: usize = 80;
        let text = super::one_line(text);
        let text = match text.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", text[..end].trim_end()),
            None => text,
        };
        Self { line, text, trouble }
    }
}

/// "Line 4: … (what stands there)".
impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line {}: {}", self.line, self.trouble)?;
        if self.text.is_empty() { Ok(()) } else { write!(f, " ({})", self.text) }
    }
}

/// What is the matter with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trouble {
    /// It does not say one value.
    Unclear(Unclear),
    /// A heading that no value follows.
    NothingFollows,
    /// A row of a table of values that names none.
    NoValue,
    /// A row that names no request.
    NoRequest,
    /// More fields than the header names, or than a table without one can have.
    Fields {
        /// How many it has.
        found: usize,
        /// How many it can have.
        expected: usize,
    },
    /// A quotation mark that opens a field and is never closed; nothing after it is read.
    OpenQuote,
    /// The header lacks a column without which no row can be read.
    NoColumn(&'static str),
    /// No decision that the program knows.
    Decision(String),
    /// No date.
    Date(String),
    /// A must that says neither required nor forbidden.
    Demand(String),
    /// The head of a table whose columns are not known by name: the rows are read by their order.
    Head,
    /// An earlier line says what the same division decided on the same request.
    DecidedBefore,
    /// A column of the header that is not read. Part of a line.
    Column(String),
    /// A kind of request that is not known: it is taken as asked by somebody. Part of a line.
    Kind(String),
    /// The deciding value is none of the division's, and left out. Part of a line.
    DecidingValue(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclear(unclear) => unclear.fmt(f),
            Self::NothingFollows => f.write_str("no value follows this heading"),
            Self::NoValue => f.write_str("no value is named: write what is pursued and what it costs"),
            Self::NoRequest => f.write_str("no request is named"),
            Self::Fields { found, expected } => write!(
                f,
                "it has {found} fields where {expected} are expected: put quotation marks around a field that holds a separator"
            ),
            Self::OpenQuote => f.write_str(
                "a quotation mark opens here and is never closed, so nothing from here on is read: close it or take it out",
            ),
            Self::NoColumn(column) => write!(f, "no column is called “{column}”: add it to this line"),
            Self::Decision(word) => {
                write!(f, "“{word}” is no decision: write yes, yes, if …, ask …, no or open")
            }
            Self::Date(word) => write!(f, "“{word}” is no date: write it like 2026-11-12"),
            Self::Demand(word) => write!(f, "“{word}” is no must: write required or forbidden, then “:” and why"),
            Self::Head => f.write_str("taken as the table’s head; its rows are read as pursued, then cost"),
            Self::DecidedBefore => f.write_str("an earlier line says what this division decided on this request"),
            Self::Column(name) => write!(f, "the column “{name}” is not read"),
            Self::Kind(word) => {
                write!(f, "“{word}” is no kind of request: it is taken as incoming; write incoming or own action")
            }
            Self::DecidingValue(division) => {
                write!(f, "the value that decided is none of {division}’s: the decision is added without it")
            }
        }
    }
}

/// Reads what a must demands: "required" or "forbidden", then perhaps a colon and its source.
pub(super) fn demand(text: &str) -> Option<Must> {
    let (word, source) = text.split_once(':').unwrap_or((text, ""));
    let demand = match &*word.trim().to_ascii_lowercase() {
        "required" | "must" | "yes" => Demand::Required,
        "forbidden" | "must not" => Demand::Forbidden,
        _ => return None,
    };
    Some(Must { demand, source: source.trim().to_owned() })
}
