//! Copying text, also where the clipboard is refused.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlTextAreaElement};

/// Puts text on the clipboard and says whether that worked.
pub async fn copy(text: &str) -> bool {
    // Plain http has no `navigator.clipboard` at all, which its type does not tell.
    let clipboard =
        Reflect::get(&window().navigator(), &"clipboard".into()).ok().and_then(|it| it.dyn_into::<Clipboard>().ok());
    if let Some(clipboard) = clipboard
        && JsFuture::from(clipboard.write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_by_selection(text).unwrap_or(false)
}

/// The older way, which mostly works in frames without permission and on plain http.
fn copy_by_selection(text: &str) -> Option<bool> {
    let document = document();
    let focused = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("off-screen");
    // Outside of an open dialog nothing can be selected.
    let parent = document.query_selector("dialog[open]").ok().flatten().or_else(|| document.body().map(Into::into))?;
    parent.append_child(&area).ok()?;
    area.select();
    let command =
        Reflect::get(&document, &"execCommand".into()).ok().and_then(|it| it.dyn_into::<js_sys::Function>().ok());
    let copied =
        command.and_then(|command| command.call1(&document, &"copy".into()).ok()).is_some_and(|it| it.is_truthy());
    area.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Whether the focus goes back decides nothing about the copy.
        drop(focused.focus());
    }
    Some(copied)
}
