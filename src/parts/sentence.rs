//! A value as the sentence that it is, wherever it is only read.

use evencost_core::document::Place;
use evencost_core::id::ValueId;
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::erased::memo;

/// The sentence of two texts. What is pursued and what it costs differ by colour and by line.
#[component]
pub fn Sentence(
    /// What is pursued.
    #[prop(into)]
    pursued: Signal<String>,
    /// What it costs.
    #[prop(into)]
    cost: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="sentence">
            <span class="pursued">{move || shown(pursued.get(), "…")}</span>
            <span class="joint">" even at the cost of "</span>
            <span class="cost">{move || shown(cost.get(), "…")}</span>
        </span>
    }
}

/// The sentence of a value of the open document, as it stands now.
#[component]
pub fn SentenceOf(
    /// The value; a missing one reads as two blanks.
    value: ValueId,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let [pursued, cost] = Place::BOTH.map(|place| memo(move || live.side(value, place)));
    view! { <Sentence pursued=pursued cost=cost /> }
}

fn shown(text: String, otherwise: &str) -> String {
    if text.trim().is_empty() { otherwise.to_owned() } else { text }
}
