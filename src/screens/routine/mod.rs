//! Routine tasks: what they take, which to simplify first, and whom the freed time goes to.

use leptos::prelude::*;

/// The screen.
#[component]
pub fn RoutineScreen() -> impl IntoView {
    view! { <h1>"routine"</h1> }
}
