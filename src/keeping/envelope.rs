//! What is kept of a workspace: its document, with a revision and its name in front.

use evencost_core::document::{Division, Document};
use evencost_core::text::json::{self, Shallow};

/// The version of the envelope, apart from the document's own.
const VERSION: u64 = 1;

/// Tells one save from another. Two tabs may save at the same moment, neither having heard of the other: their
/// revisions are then the same, and who wrote them is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Counts the saves of all tabs, from 1; 0 before there is one.
    pub(super) revision: u64,
    /// The random name of the page that saved.
    pub(super) writer: u64,
}

/// A kept workspace.
pub(super) struct Envelope {
    pub(super) stamp: Stamp,
    pub(super) content: Content,
}

pub(super) enum Content {
    Document(Box<Document>),
    /// A newer program wrote it; the message says so.
    Newer(String),
}

impl Envelope {
    /// Reads what [`Envelope::write`] wrote.
    ///
    /// # Errors
    /// Says in words why the text is no envelope or holds no document.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let wire = Shallow::read(text).map_err(|error| error.to_string())?;
        let version = wire.number("evencost");
        let (Some(version), Some(stamp), Some(document)) = (version, stamp_of(&wire), wire.raw("document")) else {
            return Err("What is kept here is no workspace.".to_owned());
        };
        if version > VERSION {
            let message = "This workspace was kept by a newer version of Evencost.".to_owned();
            return Ok(Self { stamp, content: Content::Newer(message) });
        }
        match json::read(document.as_bytes()) {
            Ok(document) => Ok(Self { stamp, content: Content::Document(Box::new(document)) }),
            Err(error) if error.is_newer() => Ok(Self { stamp, content: Content::Newer(error.to_string()) }),
            Err(error) => Err(error.to_string()),
        }
    }

    /// The text to keep.
    pub(super) fn write(document: &Document, stamp: Stamp) -> String {
        let Stamp { revision, writer } = stamp;
        let (name, file) = (json::quoted(document.name()), json::write(document));
        format!(r#"{{"evencost":{VERSION},"revision":{revision},"writer":{writer},"name":{name},"document":{file}}}"#)
    }

    /// Only the stamp.
    pub(super) fn stamp(text: &str) -> Option<Stamp> {
        stamp_of(&Shallow::read(text).ok()?)
    }

    /// Only the name.
    pub(super) fn name(text: &str) -> Option<String> {
        let wire = Shallow::read(text).ok()?;
        stamp_of(&wire)?;
        Some(wire.text("name").unwrap_or_default())
    }

    /// The names of the document's divisions, to tell it by; empty where it cannot be read.
    pub(super) fn divisions(text: &str) -> String {
        let Ok(Self { content: Content::Document(document), .. }) = Self::read(text) else { return String::new() };
        document.divisions().map(Division::display_name).collect::<Vec<_>>().join(", ")
    }

    /// The document as the JSON file that it could be saved as.
    pub(super) fn document(text: &str) -> Option<String> {
        Shallow::read(text).ok()?.raw("document").map(str::to_owned)
    }
}

fn stamp_of(wire: &Shallow<'_>) -> Option<Stamp> {
    Some(Stamp { revision: wire.number("revision")?, writer: wire.number("writer").unwrap_or(0) })
}
