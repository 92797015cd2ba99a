//! The way out in four steps: what is done and what is next.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn WayScreen() -> impl IntoView {
    view! { <h1>"way"</h1> }
}
