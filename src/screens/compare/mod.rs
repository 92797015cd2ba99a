//! Comparing divisions.

use leptos::prelude::*;

/// The screen that lays divisions beside each other.
#[component]
pub fn CompareScreen() -> impl IntoView {
    view! { <h1>"Compare"</h1> }
}
