//! The workspace, or an answer to it, as the fragment of a link: nothing but the link carries it.
//!
//! A fragment is base64url, without padding, of a version, what kind of link it is, its length, a CRC-32 of all other
//! bytes, and the content compressed with raw deflate (RFC 1951) that starts from a dictionary of its version. The
//! content is what makes the document of an empty one, or a reply of the document that was sent.
//!
//! Reading takes at most [`MAX_CHARACTERS`] and stops inflating at [`MAX_BYTES`]; whatever comes out of it keeps the
//! document's invariants, since it is made by edits.
//!
//! ```
//! use evencost_core::document::{Division, Document};
//! use evencost_core::edit::{append, apply};
//! use evencost_core::id::{DivisionId, Id, Replica};
//! use evencost_core::link::{self, Link, Purpose};
//!
//! let mut document = Document::default();
//! let id = DivisionId(Id { replica: Replica::new(7), counter: 0 });
//! let edit = append(&document, Division::new(id, "People"));
//! apply(&mut document, edit);
//!
//! let fragment = link::write(Purpose::Look, &document).unwrap();
//! match link::read(&fragment) {
//!     Ok(Link::Sent(sent)) => assert_eq!(sent.document, document),
//!     other => panic!("{other:?}"),
//! }
//! ```

mod answers;
mod beside;
mod content;
mod find;
mod frame;
mod packed;
mod part;
mod rows;
mod taking;
mod wire;

use std::fmt;

pub use beside::lay_beside;
pub use find::find;
pub use frame::{MAX_BYTES, MAX_CHARACTERS};
pub use part::Part;
pub use taking::*;

use crate::document::{Document, Key, List};
use crate::edit::{Change, apply};
use crate::id::{Digest, Id, RaterId};
use crate::merge::difference;
use wire::{Arrived, Wire};

/// What somebody is to do with the document that a link brings them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Look at it.
    Look,
    /// Write values of their own, and reply.
    Draft,
    /// Weigh its requests, and reply.
    Weigh,
}

const PURPOSES: [Purpose; 3] = [Purpose::Look, Purpose::Draft, Purpose::Weigh];

/// The kind of a link that holds a reply; those of documents are the places of [`PURPOSES`]. Others would
/// not be found in what people paste.
const REPLY: u8 = 3;

/// What a link holds.
#[derive(Debug)]
pub enum Link {
    /// A document.
    Sent(Sent),
    /// What somebody answers to one.
    Reply(Reply),
}

/// A document that somebody has sent.
#[derive(Debug)]
pub struct Sent {
    /// What it is sent for.
    pub purpose: Purpose,
    /// The document.
    pub document: Document,
    /// The link that it came by: replies name it.
    pub digest: Digest,
    /// The link holds more, which a newer version wrote and this one does not know.
    pub has_more: bool,
}

/// What one person answers to a document that was sent to them.
pub struct Reply {
    /// The link that they were sent.
    pub base: Digest,
    /// Who they are.
    pub rater: RaterId,
    /// Which of their replies it is: one with a larger number replaces those before.
    pub number: u32,
    /// This link.
    pub digest: Digest,
    content: Arrived,
}

/// Spells a document as the fragment of a link.
///
/// # Errors
/// [`LinkError::TooMuch`] where nobody could read it: save it as a file.
pub fn write(purpose: Purpose, document: &Document) -> Result<String, LinkError> {
    let kind = PURPOSES.iter().position(|other| *other == purpose).map_or(0, |place| place as u8);
    let empty = Document::default();
    let mut content = Wire::new(&empty);
    rows::write(&mut content, &empty, document)?;
    spell(kind, &content)
}

/// Spells what makes `document` of the one that was sent.
///
/// # Errors
/// As [`write`].
pub fn write_reply(base: &Sent, rater: RaterId, number: u32, document: &Document) -> Result<String, LinkError> {
    let mut content = Wire::reply(base, rater);
    content.write(rows::tag::HEAD, |writer| {
        writer.number(rater.0.counter);
        writer.number(number);
        Ok(())
    })?;
    rows::write(&mut content, &base.document, document)?;
    spell(REPLY, &content)
}

fn spell(kind: u8, content: &Wire) -> Result<String, LinkError> {
    content.bytes().and_then(|bytes| frame::write(kind, &bytes)).ok_or(LinkError::TooMuch)
}

/// Reads the fragment of a link.
///
/// # Errors
/// Each [`LinkError`].
pub fn read(fragment: &str) -> Result<Link, LinkError> {
    let frame = frame::read(fragment)?;
    let digest = Digest(frame.checksum);
    match frame.kind {
        REPLY => {
            let (mut content, base, replica) = Arrived::reply(frame.content)?;
            let (tag, mut reader) = content.next().ok_or(LinkError::Malformed)?;
            if tag != rows::tag::HEAD {
                return Err(LinkError::Malformed);
            }
            let rater = RaterId(Id { replica, counter: reader.number()? });
            let number = reader.number()?;
            Ok(Link::Reply(Reply { base, rater, number, digest, content }))
        }
        kind => {
            let purpose = *PURPOSES.get(usize::from(kind)).ok_or(LinkError::Newer)?;
            let (document, all_known) = rows::read(Arrived::new(frame.content)?, &Document::default())?;
            Ok(Link::Sent(Sent { purpose, document, digest, has_more: !all_known }))
        }
    }
}

/// The name of a link; `None` where it cannot be read.
pub fn digest(fragment: &str) -> Option<Digest> {
    frame::read(fragment).ok().map(|frame| Digest(frame.checksum))
}

impl Sent {
    /// What of `document`, which somebody made of what they were sent, is theirs to reply: their own answers and what
    /// they wrote. What is decided and revealed is the room's.
    pub fn answer_of(&self, document: &Document, rater: RaterId) -> Document {
        let is_theirs = |key: &Key| match key {
            Key::Rater(id) => *id == rater,
            Key::Stance(key) => key.rater == rater,
            Key::Decision(_) | Key::Reveal(_) | Key::Taken(_) => false,
            Key::Workspace
            | Key::Division(_)
            | Key::Value(_)
            | Key::Request(_)
            | Key::Output(_)
            | Key::Customer(_)
            | Key::Lane(_)
            | Key::Routine(_)
            | Key::Snapshot(_)
            | Key::Talk(_)
            | Key::Point(_)
            | Key::Use(_)
            | Key::Placement(_)
            | Key::SameGood(_) => true,
        };
        let changes = difference(&self.document, document).changes.into_iter().filter(|change| match change {
            Change::Set { key, .. } => is_theirs(key),
            Change::Insert { row, .. } | Change::Remove { row } => is_theirs(&row.key()),
            Change::Order { list, .. } => *list != List::Raters,
        });
        let mut answer = self.document.clone();
        apply(&mut answer, changes.collect());
        answer
    }
}

impl Reply {
    /// Their document: what they made of the one that was sent to them.
    ///
    /// # Errors
    /// [`LinkError::OtherBase`] where it answers another link, [`LinkError::Newer`] where it says more than this version
    /// understands, [`LinkError::TooMuch`] or [`LinkError::Malformed`] where somebody made it by other means.
    pub fn document(mut self, base: &Sent) -> Result<Document, LinkError> {
        if base.digest != self.base {
            return Err(LinkError::OtherBase);
        }
        self.content.against(&base.document);
        let (document, all_known) = rows::read(self.content, &base.document)?;
        if all_known { Ok(document) } else { Err(LinkError::Newer) }
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("base", &self.base)
            .field("rater", &self.rater)
            .field("number", &self.number)
            .finish()
    }
}

/// Why a link cannot be read, or not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is no link of ours.
    Foreign,
    /// Its end is missing.
    Cut {
        /// How many characters of the fragment there are.
        arrived: usize,
        /// How many there were.
        expected: usize,
    },
    /// It is longer than any link that is written.
    TooLong {
        /// How many characters it has.
        characters: usize,
    },
    /// Some of its characters are not those that were sent.
    Damaged,
    /// A newer version wrote it.
    Newer,
    /// It holds more than a link may.
    TooMuch,
    /// It is a reply, and not to the link that it was to be read with.
    OtherBase,
    /// It is whole, and yet holds no document: somebody made it by other means.
    Malformed,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("This is not a link to a workspace. Check that all of it was copied."),
            Self::Cut { arrived, expected } => write!(
                f,
                "This link was cut: {arrived} of {expected} characters arrived. Ask for it again, or for the file: some programs shorten long links."
            ),
            Self::TooLong { characters } => write!(
                f,
                "This link has {characters} characters, more than any that Evencost makes. Ask for the file instead."
            ),
            Self::Damaged => f.write_str(
                "This link was changed on its way: some of its characters are wrong. Ask for it again, or for the file.",
            ),
            Self::Newer => f.write_str(
                "This link was made by a newer version of Evencost. Reload the page to get the newest version, then open it again.",
            ),
            Self::TooMuch => f.write_str("This is more than a link can hold. Send the file instead."),
            Self::OtherBase => f.write_str(
                "This reply answers another link than the one given. Paste the link that it answers, as it was sent to whoever replied.",
            ),
            Self::Malformed => f.write_str(
                "This link is whole, but what it holds makes no sense. Ask whoever sent it for the file instead.",
            ),
        }
    }
}

impl std::error::Error for LinkError {}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Content that somebody made by other means than this program, in a link that is whole.
    fn forged(kind: u8, content: Vec<u8>, raw: Vec<u8>) -> String {
        frame::write(kind, &[content, raw]).unwrap()
    }

    #[test]
    fn a_link_that_inflates_beyond_all_measure_is_stopped() {
        let bomb = frame::spell(0, &frame::compress(&vec![0; 5_000_000]).unwrap()).unwrap();
        assert!(bomb.len() <= MAX_CHARACTERS, "{}", bomb.len());
        assert_eq!(read(&bomb).unwrap_err(), LinkError::TooMuch);
    }

    proptest! {
        // PROPTEST_CASES sets another number, for a longer run by hand.
        #![proptest_config(if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default() } else { ProptestConfig::with_cases(2_500) })]

        #[test]
        fn any_content_is_read_or_refused(
            kind in 0..5_u8,
            content in prop::collection::vec(prop_oneof![3 => 0..4_u8, 1 => any::<u8>()], 0..400),
            raw in prop::collection::vec(any::<u8>(), 0..60),
        ) {
            match read(&forged(kind, content, raw)) {
                Ok(Link::Sent(sent)) => prop_assert_eq!(sent.document.broken_invariant(), None),
                Ok(Link::Reply(reply)) => {
                    let document = Document::default();
                    let base = Sent { purpose: Purpose::Look, document, digest: reply.base, has_more: false };
                    if let Ok(document) = reply.document(&base) {
                        prop_assert_eq!(document.broken_invariant(), None);
                    }
                }
                Err(_) => {}
            }
        }
    }
}
