//! Talks of two divisions: the agenda, one point at a time, and what was agreed.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn TalkScreen() -> impl IntoView {
    view! { <h1>"talk"</h1> }
}
