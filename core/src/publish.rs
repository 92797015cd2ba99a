//! A set that a team stands by, to be shown in a page of its own: nothing of what was asked, decided or answered.

use crate::date::Date;
use crate::document::{Document, Key, List, Value};
use crate::edit::{self, apply};
use crate::id::DivisionId;
use crate::link::Part;

/// What is shown, and to whom its readers can turn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published {
    /// The divisions with their values and musts.
    pub document: Document,
    /// Whom to ask about them, in the team's words; may be empty.
    pub ask: String,
    /// When it was published; of a file that was not, nothing is known.
    pub day: Option<Date>,
}

/// What of a workspace is published: of one division or of all, what is adopted and, where they are wanted, drafts
/// that are finished. Musts go with them; a division without either stays away.
pub fn published(document: &Document, division: Option<DivisionId>, drafts: bool) -> Document {
    // First what is left out: so that nothing said about it goes along.
    let mut rest = document.clone();
    let stays = |value: &&Value| match value.must {
        Some(_) => !value.pursued.is_blank(),
        None => value.is_in_play() && (drafts || value.adopted.is_some()),
    };
    for division in document.divisions() {
        for value in document.values_of(division.id).filter(|value| !stays(value)) {
            let removal = edit::remove(&rest, &Key::Value(value.id));
            apply(&mut rest, removal);
        }
        if rest.order(List::Values(division.id)).is_empty() {
            let removal = edit::remove(&rest, &Key::Division(division.id));
            apply(&mut rest, removal);
        }
    }
    Part { division, values: true, ..Part::default() }.of(&rest)
}
