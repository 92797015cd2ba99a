//! A division's values as plain text, for a chat or a mail: "1. Speed even at the cost of polish".
//! [`import`](super::import) reads it back.

use super::sentence::Sentence;
use super::{one_line, push_line, set};
use crate::document::Document;
use crate::id::DivisionId;

/// Writes the values of one division that are finished, and its musts, under its name if it has one.
pub fn write(document: &Document, division: DivisionId) -> String {
    let set = set(document, division);
    let mut text = String::new();
    if !set.name.is_empty() {
        push_line(&mut text, format_args!("{}:", one_line(set.name)));
    }
    for (index, value) in set.values.iter().enumerate() {
        push_line(&mut text, format_args!("{}. {}", index + 1, Sentence::from(*value)));
    }
    if !set.musts.is_empty() {
        let gap = if text.is_empty() { "" } else { "\n" };
        push_line(&mut text, format_args!("{gap}Musts:"));
    }
    for value in set.musts {
        let source = one_line(value.must.as_deref().unwrap_or_default());
        let source = if source.is_empty() { source } else { format!(" (source: {source})") };
        push_line(&mut text, format_args!("- {}{source}", Sentence::from(value)));
    }
    text
}
