//! What is kept of a workspace: its document, with a revision and its name in front.

use evencost_core::document::{Division, Document};
use evencost_core::text::json;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The version of the envelope, apart from the document's own.
const VERSION: u32 = 1;

/// Tells one save from another. Two tabs may save at the same moment, neither having heard of the other: their
/// revisions are then the same, and who wrote them is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Counts the saves of all tabs, from 1; 0 before there is one.
    pub(super) revision: u64,
    /// The random name of the page that saved.
    pub(super) writer: u64,
}

#[derive(Serialize, Deserialize)]
struct Wire<'a> {
    evencost: u32,
    revision: u64,
    #[serde(default)]
    writer: u64,
    #[serde(default)]
    name: String,
    #[serde(borrow)]
    document: &'a RawValue,
}

#[derive(Deserialize)]
struct Head {
    revision: u64,
    #[serde(default)]
    writer: u64,
    #[serde(default)]
    name: String,
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
        let wire: Wire = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let stamp = Stamp { revision: wire.revision, writer: wire.writer };
        if wire.evencost > VERSION {
            let message = "This workspace was kept by a newer version of Evencost.".to_owned();
            return Ok(Self { stamp, content: Content::Newer(message) });
        }
        match json::read(wire.document.get().as_bytes()) {
            Ok(document) => Ok(Self { stamp, content: Content::Document(Box::new(document)) }),
            Err(error) if error.is_newer() => Ok(Self { stamp, content: Content::Newer(error.to_string()) }),
            Err(error) => Err(error.to_string()),
        }
    }

    /// The text to keep.
    pub(super) fn write(document: &Document, stamp: Stamp) -> Option<String> {
        let raw = RawValue::from_string(json::write(document)).ok()?;
        let Stamp { revision, writer } = stamp;
        let wire = Wire { evencost: VERSION, revision, writer, name: document.name().to_owned(), document: &raw };
        serde_json::to_string(&wire).ok()
    }

    /// Only the stamp.
    pub(super) fn stamp(text: &str) -> Option<Stamp> {
        let head = serde_json::from_str::<Head>(text).ok()?;
        Some(Stamp { revision: head.revision, writer: head.writer })
    }

    /// Only the name.
    pub(super) fn name(text: &str) -> Option<String> {
        serde_json::from_str::<Head>(text).ok().map(|head| head.name)
    }

    /// The names of the document's divisions, to tell it by; empty where it cannot be read.
    pub(super) fn divisions(text: &str) -> String {
        let Ok(Self { content: Content::Document(document), .. }) = Self::read(text) else { return String::new() };
        document.divisions().map(Division::display_name).collect::<Vec<_>>().join(", ")
    }

    /// The document as the JSON file that it could be saved as.
    pub(super) fn document(text: &str) -> Option<String> {
        serde_json::from_str::<Wire>(text).ok().map(|wire| wire.document.get().to_owned())
    }
}
