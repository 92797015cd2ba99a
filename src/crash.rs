//! When the program panics, wasm is dead: the person is told so and gets their data.

use std::cell::Cell;
use std::panic::{self, PanicHookInfo};

use evencost_core::text::json;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::keeping;
use crate::live::Live;
use crate::ports::files;

thread_local! {
    static LIVE: Cell<Option<Live>> = const { Cell::new(None) };
    static SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// Shows panics from now on.
pub fn watch() {
    panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        // The first one says what happened; those that follow from it do not.
        if !SHOWN.replace(true) {
            // Nothing more can be done where even the panel cannot be shown; the console has the message.
            let _ = show(info);
        }
    }));
}

/// The document to be rescued.
pub fn guard(live: Live) {
    LIVE.set(Some(live));
}

/// What can be had of the person's data, and what to say of it.
fn rescued() -> (Option<String>, &'static str) {
    let Some(live) = LIVE.get() else { return (None, "What was kept on this device before is still there.") };
    if let Some(document) = live.rescue() {
        return (Some(json::write(&document)), "What you wrote is still here: download it, then load the page again.");
    }
    match keeping::last_kept() {
        Some(text) => {
            (Some(text), "What you wrote is kept up to some moments ago: download it, then load the page again.")
        }
        None => (None, "What you wrote since the page was loaded could not be saved."),
    }
}

fn show(info: &PanicHookInfo<'_>) -> Option<()> {
    let document = document();
    let panel = document.create_element("div").ok()?;
    panel.set_attribute("role", "alertdialog").ok()?;
    panel.set_attribute("aria-labelledby", "crash-title").ok()?;
    panel.set_attribute("aria-describedby", "crash-text").ok()?;
    panel.set_class_name("crash");
    let add = |tag: &str, text: &str| -> Option<Element> {
        let element = document.create_element(tag).ok()?;
        element.set_text_content(Some(text));
        panel.append_child(&element).ok()?;
        Some(element)
    };
    add("h1", "Evencost has stopped")?.set_id("crash-title");
    let (data, what_of_it) = rescued();
    add("p", &format!("This is a mistake in the program, not yours. {what_of_it}"))?.set_id("crash-text");
    let choices = add("p", "")?;
    let link = |text: &str, to: &str| -> Option<Element> {
        let link = document.create_element("a").ok()?;
        link.set_text_content(Some(text));
        link.set_attribute("href", to).ok()?;
        link.set_class_name("button");
        choices.append_child(&link).ok()?;
        Some(link)
    };
    if let Some(address) = data.and_then(|text| files::address(&text, "application/json")) {
        let download = link("Download my data", &address)?;
        download.set_attribute("download", "evencost.json").ok()?;
        download.set_class_name("button main");
    }
    link("Load the page again", "")?;
    let details = add("details", "")?;
    let summary = document.create_element("summary").ok()?;
    summary.set_text_content(Some("For whoever mends it"));
    let place = document.create_element("pre").ok()?;
    place.set_text_content(Some(&info.to_string()));
    details.append_with_node_2(&summary, &place).ok()?;
    // What the program drew is dead: nobody should get lost in it.
    if let Some(app) = document.get_element_by_id("app") {
        app.set_attribute("inert", "").ok()?;
    }
    document.body()?.append_child(&panel).ok()?;
    choices.first_element_child()?.dyn_into::<HtmlElement>().ok()?.focus().ok()
}
