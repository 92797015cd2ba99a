//! Reading and writing what people have: sentences, tables, files.
//!
//! Reading takes two steps everywhere: what was written ([`entry`]), then what it means for a document
//! ([`import`]). What cannot be read is refused with its place, and nothing is lost in silence.

pub mod csv;
mod day;
mod decode;
pub mod entry;
pub mod import;
pub mod json;
mod list;
pub mod markdown;
pub mod menu;
pub mod plain;
pub mod sentence;
mod table;

use std::fmt::Write;

use crate::document::{Document, Value};
use crate::id::DivisionId;

/// The text on one line: every stretch of white space is one space.
fn one_line(text: &str) -> String {
    joined(&mut text.split_whitespace(), " ")
}

fn joined(parts: &mut dyn Iterator<Item = &str>, between: &str) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(part);
    }
    text
}

/// Adds a line. A text takes whatever is written into it, so there is no error to handle.
fn push_line(text: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(line);
    text.push('\n');
}

/// What is shown of a division: its finished values and its musts.
struct Set<'a> {
    /// Empty for a division without a name.
    name: &'a str,
    values: Vec<&'a Value>,
    musts: Vec<&'a Value>,
}

fn set(document: &Document, division: DivisionId) -> Set<'_> {
    Set {
        name: document.division(division).map_or("", |row| row.name.trim()),
        values: document.values_in_play(division).collect(),
        musts: document.values_of(division).filter(|row| row.must.is_some() && !row.pursued.is_blank()).collect(),
    }
}
