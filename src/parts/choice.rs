//! A choice of one from a list.

use leptos::prelude::*;

use super::erased::piece;

/// A list to choose from, known by its places.
#[component]
pub fn Choice(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The words of each option.
    #[prop(into)]
    options: Signal<Vec<String>>,
    /// The place of the chosen one.
    #[prop(into)]
    chosen: Signal<usize>,
    /// The place of what was chosen.
    #[prop(into)]
    on_choose: Callback<usize>,
    /// The label is only for screen readers: the options say what they are about.
    #[prop(optional)]
    bare: bool,
    /// The element's id, by which it can be focused.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <span class:off-screen=bare>{label}</span>
            <select
                id=id
                prop:value=move || chosen.get().to_string()
                on:change:target=move |event| {
                    if let Ok(place) = event.target().value().parse() {
                        on_choose.run(place);
                    }
                }
            >
                {piece(move || options.get().into_iter().enumerate().map(|(place, words)| view! {
                    <option value=place.to_string() selected=chosen.get_untracked() == place>{words}</option>
                }).collect_view().into_any())}
            </select>
        </label>
    }
}
