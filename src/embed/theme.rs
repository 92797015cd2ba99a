//! The look that the page around a frame asks for: a few colours, two typefaces and a radius, and nothing that loads.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, css};

use super::message::{field, text_of};
use crate::app;

/// What can be set: its name after `--even-cost-`, the property that takes such values, and what it is here.
const NAMES: [(&str, &str, &str); 13] = [
    ("paper", "color", "--paper"),
    ("sheet", "color", "--sheet"),
    ("ink", "color", "--ink"),
    ("soft", "color", "--soft"),
    ("line", "color", "--line"),
    ("edge", "color", "--edge"),
    ("accent", "color", "--accent"),
    ("price", "color", "--price"),
    ("clash", "color", "--clash"),
    ("focus", "color", "--focus"),
    ("font", "font-family", "--ui"),
    ("prose", "font-family", "--prose"),
    ("radius", "border-radius", "--radius"),
];
/// Colours that are washed with another, and the names of the washes.
const WASHES: [(&str, &str); 3] = [("accent", "--accent-wash"), ("price", "--price-wash"), ("clash", "--clash-wash")];
/// No value is longer, in UTF-16 units.
const LONGEST: u32 = 200;
/// What refers to something else, which may be fetched or not be there.
const REFERS: [&str; 6] = ["url", "image", "src", "var(", "env(", "attr("];

/// Sets what is named and can be taken, and takes back the rest.
pub(super) fn wear(style: &JsValue) {
    let Some(root) = root() else { return };
    let wanted = |name: &str| text_of(&field(style, name)?, LONGEST);
    let set = |variable: &str, value: Option<&str>| {
        // A browser that refuses a property shows its own look.
        let _ = match value {
            Some(value) => root.style().set_property(variable, value),
            None => root.style().remove_property(variable).map(drop),
        };
    };
    for (name, property, variable) in NAMES {
        let value = wanted(name).filter(|value| is_plain(property, value));
        set(variable, value.as_deref());
        if let Some((_, wash)) = WASHES.iter().find(|(of, _)| *of == name) {
            let mixed = value.map(|value| ["color-mix(in srgb, ", &value, " 14%, var(--paper))"].concat());
            set(wash, mixed.as_deref());
        }
    }
}

fn is_plain(property: &str, value: &str) -> bool {
    let lower = value.to_lowercase();
    !REFERS.iter().any(|refers| lower.contains(refers))
        && !value.contains(['\\', ';', '{', '}'])
        && css::supports_with_value(property, value).unwrap_or(false)
}

/// Light or dark; whatever else is said leaves it to the browser.
pub(super) fn light_or_dark(scheme: &str) {
    app::show_scheme(if ["light", "dark"].contains(&scheme) { scheme } else { "" });
}

fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}
