//! Copying from a menu.

use leptos::task::spawn_local;

use super::Notices;
use crate::ports::clipboard;

/// Puts text on the clipboard and says that it is there, or that the browser refused.
pub fn copy(notices: Notices, text: String, done: &'static str) {
    spawn_local(async move {
        let copied = clipboard::copy(&text).await;
        notices.show(if copied { done } else { "The browser refused to copy. Save a file instead." });
    });
}
