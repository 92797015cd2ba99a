//! Whom a division serves, and how: its outputs, its customers, the board of lanes, the menu.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn CustomersScreen() -> impl IntoView {
    view! { <h1>"customers"</h1> }
}
