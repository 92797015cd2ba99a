//! The link that this tab looks at, so that loading the page again shows it again. It lies in the tab's own storage, which
//! ends with the tab; where that is denied, the link has to be opened again.

use leptos::prelude::*;
use web_sys::Storage;

use crate::ports::place::is_framed;

const KEY: &str = "evencost:looked-at";

/// Frames share it with the page around them, and so with each other: they do without.
fn storage() -> Option<Storage> {
    if is_framed() { None } else { window().session_storage().ok().flatten() }
}

/// Notes the fragment of the link.
pub(super) fn note(link: &str) {
    if let Some(storage) = storage() {
        drop(storage.set_item(KEY, link));
    }
}

/// It is kept or closed.
pub(super) fn forget() {
    if let Some(storage) = storage() {
        drop(storage.remove_item(KEY));
    }
}

/// The fragment of the link, if one was looked at when the page was left.
pub fn link() -> Option<String> {
    storage()?.get_item(KEY).ok()?
}
