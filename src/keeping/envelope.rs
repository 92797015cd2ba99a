//! What is kept of a workspace: its document, with a revision and its name in front.

use evencost_core::document::{Division, Document};
use evencost_core::text::json;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The version of the envelope, apart from the document's own.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Wire<'a> {
    evencost: u32,
    revision: u64,
    #[serde(default)]
    name: String,
    #[serde(borrow)]
    document: &'a RawValue,
}

#[derive(Deserialize)]
struct Head {
    revision: u64,
    #[serde(default)]
    name: String,
}

/// A kept workspace.
pub(super) struct Envelope {
    /// Counts the saves of all tabs.
    pub(super) revision: u64,
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
        let revision = wire.revision;
        if wire.evencost > VERSION {
            let message = "This workspace was kept by a newer version of Evencost.".to_owned();
            return Ok(Self { revision, content: Content::Newer(message) });
        }
        match json::read(wire.document.get().as_bytes()) {
            Ok(document) => Ok(Self { revision, content: Content::Document(Box::new(document)) }),
            Err(error) if error.is_newer() => Ok(Self { revision, content: Content::Newer(error.to_string()) }),
            Err(error) => Err(error.to_string()),
        }
    }

    /// The text to keep.
    pub(super) fn write(document: &Document, revision: u64) -> Option<String> {
        let raw = RawValue::from_string(json::write(document)).ok()?;
        let wire = Wire { evencost: VERSION, revision, name: document.name().to_owned(), document: &raw };
        serde_json::to_string(&wire).ok()
    }

    /// Only the revision.
    pub(super) fn revision(text: &str) -> Option<u64> {
        serde_json::from_str::<Head>(text).ok().map(|head| head.revision)
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
