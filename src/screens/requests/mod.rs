//! Requests: asked, weighed, decided.

use leptos::prelude::*;

/// The screen of requests.
#[component]
pub fn RequestsScreen() -> impl IntoView {
    view! { <h1>"Requests"</h1> }
}
