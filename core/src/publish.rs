//! A set that a team stands by, to be shown in a page of its own: nothing of what was asked, decided or answered.

use crate::date::Date;
use crate::document::{Document, Field, Key, Value};
use crate::edit::{self, apply};
use crate::id::DivisionId;
use crate::link::Part;
use crate::serve::orderable;

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

/// What people want to publish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of that division alone; of all where none is named.
    pub division: Option<DivisionId>,
    /// With drafts that are finished.
    pub drafts: bool,
    /// With the menu: the outputs that can be ordered, and nothing of who uses them.
    pub menu: bool,
}

/// What of a workspace is published: what is adopted and, where they are wanted, drafts that are finished and the menu.
/// Musts go with them; a division without any of it stays away.
pub fn published(document: &Document, wanted: Wanted) -> Document {
    let Wanted { division, drafts, menu } = wanted;
    // First what is left out: so that nothing said about it goes along.
    let mut rest = document.clone();
    let stays = |value: &&Value| match value.must {
        Some(_) => !value.pursued.is_blank(),
        None => value.is_in_play() && (drafts || value.adopted.is_some()),
    };
    for division in document.divisions() {
        for value in document.values_of(division.id) {
            // With whom a value was talked about is nobody's business either.
            let change = if stays(&value) {
                edit::set(&rest, Key::Value(value.id), Field::ValueOrigin(String::new()))
            } else {
                edit::remove(&rest, &Key::Value(value.id))
            };
            apply(&mut rest, change);
        }
        let has_menu = menu && orderable(document, division.id).next().is_some();
        if rest.values_of(division.id).next().is_none() && !has_menu {
            let removal = edit::remove(&rest, &Key::Division(division.id));
            apply(&mut rest, removal);
        }
    }
    Part { division, values: true, menu, ..Part::default() }.of(&rest)
}
