//! What leaves the program as text, and the example: a chunk of the program, needed on a click.

use evencost_core::date::Date;
use evencost_core::document::Document;
use evencost_core::example;
use evencost_core::id::{DivisionId, Ids};
use evencost_core::text::{csv, markdown, plain};

/// Writes the values of one division.
pub type WriteSet = fn(&Document, DivisionId) -> String;

/// The functions of the chunk.
#[derive(Clone, Copy)]
pub struct Export {
    /// The values of all divisions as CSV.
    pub values: fn(&Document) -> String,
    /// The requests as CSV.
    pub requests: fn(&Document) -> String,
    /// A division's values as plain text.
    pub plain: WriteSet,
    /// A division's values as Markdown.
    pub markdown: WriteSet,
    /// The example, of a day.
    pub example: fn(&mut Ids, Date) -> Document,
}

/// The chunk's content.
pub fn export_here() -> Export {
    Export {
        values: csv::values,
        requests: csv::requests,
        plain: plain::write,
        markdown: markdown::write,
        example: example::document,
    }
}
