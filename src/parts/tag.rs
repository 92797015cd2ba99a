//! A word or two with a colour that says the same.

use leptos::prelude::*;

/// A tag.
#[component]
pub fn Tag(
    /// Its class: `tag`, and `price`, `clash`, `split`, `plain` or `none` with it.
    tone: &'static str,
    /// The words.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! { <span class=tone>{words}</span> }
}
