//! When the program panics, wasm is dead: the person is told so and gets their data.

use std::cell::Cell;
use std::panic::{self, PanicHookInfo};

use evencost_core::text::json;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::live::Live;
use crate::ports::files;

thread_local! {
    static LIVE: Cell<Option<Live>> = const { Cell::new(None) };
}

/// Shows panics from now on.
pub fn watch() {
    panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        // Nothing more can be done where even the panel cannot be shown; the console has the message.
        let _ = show(info);
    }));
}

/// The document to be rescued.
pub fn guard(live: Live) {
    LIVE.set(Some(live));
}

fn show(info: &PanicHookInfo<'_>) -> Option<()> {
    let document = document();
    let panel = document.create_element("div").ok()?;
    panel.set_attribute("role", "alertdialog").ok()?;
    panel.set_attribute("aria-labelledby", "crash-title").ok()?;
    panel.set_class_name("crash");
    let add = |tag: &str, text: &str| -> Option<Element> {
        let element = document.create_element(tag).ok()?;
        element.set_text_content(Some(text));
        panel.append_child(&element).ok()?;
        Some(element)
    };
    add("h1", "Evencost has stopped")?.set_id("crash-title");
    let saved = "This is a mistake in the program, not yours. What you wrote is still here: \
                 download it, then load the page again.";
    add("p", saved)?;
    if let Some(text) = LIVE.get().and_then(Live::rescue).map(|document| json::write(&document)) {
        let link = add("a", "Download my data")?;
        link.set_attribute("href", &files::address(&text, "application/json")?).ok()?;
        link.set_attribute("download", "evencost.json").ok()?;
        link.set_class_name("button main");
        link.dyn_ref::<web_sys::HtmlElement>()?.focus().ok()?;
    }
    let again = add("a", "Load the page again")?;
    again.set_attribute("href", "").ok()?;
    again.set_class_name("button");
    let details = add("details", "")?;
    let summary = document.create_element("summary").ok()?;
    summary.set_text_content(Some("For whoever mends it"));
    let place = document.create_element("pre").ok()?;
    place.set_text_content(Some(&info.to_string()));
    details.append_with_node_2(&summary, &place).ok()?;
    document.body()?.append_child(&panel).ok()?;
    Some(())
}
