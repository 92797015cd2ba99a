//! The page's shell accepts typing before the program arrives; this takes over what was typed.

use evencost_core::document::Place;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

/// What people typed into the shell, and where the caret was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The two texts.
    pub pursued: String,
    /// What it costs.
    pub cost: String,
    /// The side with the focus, and the selection in it in UTF-16 units.
    pub caret: Option<(Place, u32, u32)>,
}

/// Reads the two fields of the shell.
pub fn take(root: &Element) -> Typed {
    let field = |class: &str| -> Option<HtmlTextAreaElement> {
        root.query_selector(&format!(".blank.{class} textarea")).ok().flatten()?.dyn_into().ok()
    };
    let (pursued, cost) = (field("pursued"), field("cost"));
    let active = leptos::prelude::document().active_element();
    let caret = [(Place::Pursued, &pursued), (Place::Cost, &cost)].into_iter().find_map(|(place, field)| {
        let field = field.as_ref().filter(|field| active.as_ref() == Some(field.as_ref()))?;
        let start = field.selection_start().ok().flatten()?;
        Some((place, start, field.selection_end().ok().flatten().unwrap_or(start)))
    });
    let text =
        |field: Option<HtmlTextAreaElement>| field.map(|field| field.value().replace('\n', " ")).unwrap_or_default();
    Typed { pursued: text(pursued), cost: text(cost), caret }
}

/// Puts the caret where it was in the shell.
pub fn place_caret(id: &str, start: u32, end: u32) {
    let id = id.to_owned();
    leptos::prelude::request_animation_frame(move || {
        let field = leptos::prelude::document().get_element_by_id(&id);
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            // Where the caret cannot be set, typing goes on at the end.
            drop(field.focus());
            drop(field.set_selection_range(start, end));
        }
    });
}
