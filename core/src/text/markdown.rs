//! A division's values as Markdown, for a page or a message: numbered, with examples, adoption dates and origins, the
//! musts apart. [`import`](super::import) reads it back.

use super::sentence::unwrapped;
use super::{one_line, push_line, set};
use crate::date;
use crate::document::{Document, Value};
use crate::id::DivisionId;

/// Writes the values of one division that are finished, and its musts, under its name if it has one.
pub fn write(document: &Document, division: DivisionId) -> String {
    let set = set(document, division);
    let mut text = String::new();
    if !set.name.is_empty() {
        push_line(&mut text, format_args!("## {}\n", escaped(set.name)));
    }
    for (index, value) in set.values.iter().enumerate() {
        push_line(&mut text, format_args!("{}. {}", index + 1, sentence(value)));
        notes(&mut text, "   ", value);
    }
    if !set.musts.is_empty() {
        let gap = if set.values.is_empty() { "" } else { "\n" };
        push_line(&mut text, format_args!("{gap}### Musts\n"));
    }
    for value in set.musts {
        let source = escaped(value.must.as_deref().unwrap_or_default());
        let source = if source.is_empty() { source } else { format!(" (source: {source})") };
        push_line(&mut text, format_args!("- {}{source}", sentence(value)));
        notes(&mut text, "  ", value);
    }
    text
}

/// The value as a sentence, its two sides in bold; a blank cost is left out.
pub fn sentence(value: &Value) -> String {
    let (pursued, cost) = (escaped(&value.pursued.text), escaped(&value.cost.text));
    if cost.is_empty() { format!("**{pursued}**") } else { format!("**{pursued}** even at the cost of **{cost}**") }
}

fn notes(text: &mut String, indent: &str, value: &Value) {
    if let Some(day) = value.adopted {
        push_line(text, format_args!("{indent}- Adopted on {}", date::spoken(day)));
    }
    if !value.origin.trim().is_empty() {
        push_line(text, format_args!("{indent}- Origin: {}", escaped(&value.origin)));
    }
    if !value.example.trim().is_empty() {
        push_line(text, format_args!("{indent}- Example: {}", escaped(&value.example)));
    }
}

/// The words on one line, so that Markdown shows them as they are. For a place within a line: what only means
/// something at the beginning of one is left alone.
pub fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in one_line(words).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$') {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

/// What a piece of Markdown says: without emphasis around it, and without the backslashes of [`escaped`].
pub(super) fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut letters = unwrapped(markdown).chars().peekable();
    while let Some(c) = letters.next() {
        match letters.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => text.extend(letters.next()),
            _ => text.push(c),
        }
    }
    text
}
