//! A blank in a line of prose: it grows with its text and wraps with it.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;

/// A text field as a piece of prose. A hidden copy of the text behind the field gives it its size, in every
/// browser; the text area takes a whole side on several lines where it has to.
#[component]
pub fn Blank(
    /// The element's id, by which it can be focused.
    id: String,
    /// What it holds.
    #[prop(into)]
    text: Signal<String>,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it while it is empty.
    placeholder: &'static str,
    /// `pursued`, `cost` or another class of its own.
    #[prop(optional)]
    class: &'static str,
    /// The id of what describes it.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// New text, without line breaks.
    #[prop(into)]
    on_text: Callback<String>,
    /// The caret came in.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// The caret went away.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// Enter was pressed.
    #[prop(optional, into)]
    on_return: Option<Callback<()>>,
    /// A key that the caller may want for itself.
    #[prop(optional, into)]
    on_key: Option<Callback<KeyboardEvent>>,
    /// Several lines were pasted: whoever takes them keeps them out of this field.
    #[prop(optional, into)]
    on_lines: Option<Callback<String>>,
) -> impl IntoView {
    let keydown = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            if let Some(on_return) = on_return {
                on_return.run(());
            }
        } else if let Some(on_key) = on_key {
            on_key.run(event);
        }
    };
    let paste = move |event: ClipboardEvent| {
        let pasted = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        if let (Some(on_lines), Some(pasted)) = (on_lines, pasted)
            && pasted.trim().lines().count() > 1
        {
            event.prevent_default();
            on_lines.run(pasted);
        }
    };
    view! {
        <span
            class=format!("blank {class}")
            class:empty=move || text.with(String::is_empty)
            data-text=move || text.with(|text| if text.is_empty() { placeholder.to_owned() } else { text.clone() })
        >
            <textarea
                id=id
                rows="1"
                spellcheck="true"
                autocomplete="off"
                aria-label=label
                aria-describedby=described_by
                placeholder=placeholder
                prop:value=text
                on:input:target=move |event| on_text.run(event.target().value().replace(['\n', '\r'], " "))
                on:focus=move |_| if let Some(on_enter) = on_enter { on_enter.run(()) }
                on:blur=move |_| if let Some(on_leave) = on_leave { on_leave.run(()) }
                on:keydown=keydown
                on:paste=paste
            ></textarea>
        </span>
    }
}
