//! The workspace as a JSON file: whole, versioned, and plain enough to be read without the program.
//!
//! The file nests what people think of as belonging together: a division's values stand inside it, a
//! request's decisions and answers inside that. Its shape is its own, so that the document can change
//! without the file. Reading makes edits, so whatever comes out of a file keeps the document's invariants.
//!
//! ```
//! use evencost_core::text::json;
//!
//! let file = br#"{"format": "evencost", "version": 1, "divisions": [{"id": "3f9k2m7q-0", "name": "People"}]}"#;
//! let document = json::read(file).unwrap();
//! assert_eq!(document.divisions().next().unwrap().name, "People");
//! assert_eq!(json::read(json::write(&document).as_bytes()).unwrap(), document);
//!
//! let newer = br#"{"format": "evencost", "version": 7, "dreams": []}"#;
//! assert!(json::read(newer).unwrap_err().is_newer());
//! ```

mod entry;
mod error;
mod layout;
mod migrations;
mod parse;
mod read;
mod shallow;
mod tree;
mod words;
mod write;

pub use error::ReadError;
pub use read::{read, read_published};
pub use shallow::{Shallow, quoted};
pub use write::{write, write_published};

/// What the file's `format` field says.
const FORMAT: &str = "evencost";

/// What it says in a published set, which holds a workspace and words of its own around it.
const PUBLISHED_FORMAT: &str = "evencost-published";

/// What it says in a comparison report, which is no workspace.
pub(crate) const REPORT_FORMAT: &str = "evencost-report";

/// The version that is written, and the newest that can be read.
const VERSION: i64 = 2;
