//! What can be saved when the program dies. A panic is the end of it: web/crash.js tells the person so and asks
//! here for their data.

use std::cell::Cell;

use evencost_core::text::json;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::keeping;
use crate::live::Live;

thread_local! {
    static LIVE: Cell<Option<Live>> = const { Cell::new(None) };
}

/// The document to be rescued.
pub fn guard(live: Live) {
    LIVE.set(Some(live));
}

/// Says in the console what a panic was about. A release build is without the texts and places of panics, for the
/// sake of its weight.
#[cfg(debug_assertions)]
pub fn watch() {
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
}

/// The open document as a JSON file; `None` where there is none or it was being changed.
#[wasm_bindgen]
pub fn rescue() -> Option<String> {
    LIVE.get()?.rescue().as_ref().map(json::write)
}

/// The open document as it was last kept, as a JSON file; for when it is out of reach itself.
#[wasm_bindgen]
pub fn last_kept() -> Option<String> {
    keeping::last_kept()
}
