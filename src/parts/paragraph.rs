//! A text of several lines, edited where it stands.

use leptos::prelude::*;

/// A text field that looks like the paragraph that it is, and grows with it.
#[component]
pub fn Paragraph(
    /// The element's id, by which it can be focused.
    #[prop(into)]
    id: String,
    /// What it holds.
    #[prop(into)]
    text: Signal<String>,
    /// What a screen reader calls it.
    label: &'static str,
    /// What stands in it while it is empty.
    placeholder: &'static str,
    /// New text.
    #[prop(into)]
    on_text: Callback<String>,
    /// The caret came in.
    #[prop(into)]
    on_enter: Callback<()>,
) -> impl IntoView {
    view! {
        <span
            class="blank aside paragraph"
            class:empty=move || text.with(String::is_empty)
            data-text=move || text.with(|text| if text.is_empty() { placeholder.to_owned() } else { text.clone() })
        >
            <textarea
                id=id
                rows="1"
                spellcheck="true"
                autocomplete="off"
                aria-label=label
                placeholder=placeholder
                prop:value=text
                on:input:target=move |event| on_text.run(event.target().value())
                on:focus=move |_| on_enter.run(())
            ></textarea>
        </span>
    }
}
