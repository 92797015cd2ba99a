//! What can be ordered from a division, as plain text and as Markdown, for a message or a page.

use super::markdown::escaped;
use super::{one_line, push_line};
use crate::document::{Document, Output};
use crate::id::DivisionId;
use crate::serve::orderable;

/// What stands before the words on what whoever orders has to bring.
pub const BRING: &str = "What we need from you";
/// What stands before the words on how long it takes.
pub const TAKES: &str = "How long it takes";

/// The head of a division's menu.
pub fn heading(document: &Document, division: DivisionId) -> String {
    match document.division(division).map_or("", |row| row.name.trim()) {
        "" => "What you can order".to_owned(),
        name => format!("{name}: what you can order"),
    }
}

/// Writes the menu as plain text; empty where nothing can be ordered.
pub fn plain(document: &Document, division: DivisionId) -> String {
    let mut text = String::new();
    for output in orderable(document, division) {
        if text.is_empty() {
            push_line(&mut text, format_args!("{}", heading(document, division)));
        }
        push_line(&mut text, format_args!("\n{}", one_line(&output.name)));
        for (label, words) in notes(output) {
            push_line(&mut text, format_args!("  {label}: {}", one_line(words)));
        }
    }
    text
}

/// Writes the menu as Markdown; empty where nothing can be ordered.
pub fn markdown(document: &Document, division: DivisionId) -> String {
    let mut text = String::new();
    for output in orderable(document, division) {
        if text.is_empty() {
            push_line(&mut text, format_args!("## {}\n", escaped(&heading(document, division))));
        }
        push_line(&mut text, format_args!("- **{}**", escaped(&output.name)));
        for (label, words) in notes(output) {
            push_line(&mut text, format_args!("  - {label}: {}", escaped(words)));
        }
    }
    text
}

/// What is known of it besides its name.
fn notes(output: &Output) -> impl Iterator<Item = (&'static str, &str)> {
    let notes = [(BRING, output.asks.as_str()), (TAKES, output.takes.as_str())];
    notes.into_iter().filter(|(_, words)| !words.trim().is_empty())
}
