//! A blank in a line of prose: it grows with its text and wraps with it.

use leptos::ev::{ClipboardEvent, Event, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

/// The key code of every key press that belongs to an input method; Safari tells of none otherwise.
const COMPOSING: u32 = 229;

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
    let field = NodeRef::<html::Textarea>::new();
    // Not `prop:value`: what changes elsewhere, by undo or another tab, must leave the caret where it is.
    Effect::new(move |_| {
        let Some(field) = field.get() else { return };
        text.with(|text| show(&field, text));
    });
    let input = move |event: Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) else {
            return;
        };
        let typed = field.value();
        let line = typed.replace(['\n', '\r'], " ");
        if line != typed {
            show(&field, &line);
        }
        on_text.run(line);
    };
    let keydown = move |event: KeyboardEvent| {
        let composing = event.is_composing() || event.key_code() == COMPOSING;
        if event.key() == "Enter" && !composing {
            event.prevent_default();
            if let Some(on_return) = on_return {
                on_return.run(());
            }
        } else if let Some(on_key) = on_key
            && !composing
        {
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
            class:unwritten=move || text.with(String::is_empty)
            data-text=move || text.with(|text| if text.is_empty() { placeholder.to_owned() } else { text.clone() })
        >
            <textarea
                id=id
                node_ref=field
                rows="1"
                spellcheck="true"
                autocomplete="off"
                enterkeyhint="next"
                aria-label=label
                aria-describedby=described_by
                placeholder=placeholder
                on:input=input
                on:focus=move |_| if let Some(on_enter) = on_enter { on_enter.run(()) }
                on:blur=move |_| if let Some(on_leave) = on_leave {
                    // The caret may leave because the field, and all that listened to it, is gone.
                    on_leave.try_run(());
                }
                on:keydown=keydown
                on:paste=paste
            >
                // Not `prop:value`, which Leptos sets only after the caret may have been placed.
                {text.get_untracked()}
            </textarea>
        </span>
    }
}

/// Puts a text into the field where it is not there yet; the caret stays between the same words.
fn show(field: &HtmlTextAreaElement, text: &str) {
    let before = field.value();
    if before == text {
        return;
    }
    let selection = field.selection_start().ok().flatten().zip(field.selection_end().ok().flatten());
    field.set_value(text);
    let focused = document().active_element().is_some_and(|active| active == ***field);
    if let Some((start, end)) = selection.filter(|_| focused) {
        let (start, end) = (follow(&before, text, start), follow(&before, text, end));
        // Where the caret cannot be set, it stands at the end.
        drop(field.set_selection_range(start, end));
    }
}

/// Where a place in `before` is in `after`, both in UTF-16 units. What both start and end with stays where it
/// is; a place within the difference goes to its end.
fn follow(before: &str, after: &str, place: u32) -> u32 {
    let (before, after): (Vec<u16>, Vec<u16>) = (before.encode_utf16().collect(), after.encode_utf16().collect());
    let same = |pair: &(&u16, &u16)| pair.0 == pair.1;
    let head = before.iter().zip(&after).take_while(same).count();
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(same).count();
    let place = place as usize;
    let followed = if place <= head && head < before.len() - tail || place < head {
        place
    } else if place >= before.len() - tail {
        place + after.len() - before.len()
    } else {
        after.len() - tail
    };
    u32::try_from(followed).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::follow;

    #[test]
    fn the_caret_stays_between_the_same_words() {
        for (before, after) in [
            // Something was written, taken out or exchanged before, at and behind the caret.
            ("one |two", "zero one |two"),
            ("zero one |two", "one |two"),
            ("one |two", "one |two three"),
            ("one |two three", "one |two"),
            ("|one", "|one more"),
            ("one|", "one more|"),
            ("one t|wo three", "one four| three"),
            ("gone|", "|"),
            ("|", "came|"),
            ("😀 |x", "😀😀 |x"),
            ("same| text", "same| text"),
        ] {
            let caret = |text: &str| text[..text.find('|').unwrap_or(0)].encode_utf16().count() as u32;
            let plain = |text: &str| text.replace('|', "");
            assert_eq!(follow(&plain(before), &plain(after), caret(before)), caret(after), "{before} to {after}");
        }
    }
}
