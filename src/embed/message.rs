//! Messages over the port: `{v: 1, type, id, payload}`. A page is not to be trusted with more than its own document, so
//! everything is looked at before it is used, and what is not understood is answered and forgotten.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// The version of the messages.
const VERSION: f64 = 1.0;
/// No name of a type and no id is longer.
const LONGEST_WORD: usize = 64;

/// A message as it came.
pub(super) struct Message {
    /// What it is for.
    pub kind: String,
    /// By which an answer names what it answers.
    pub id: String,
    /// What it brings; anything.
    payload: JsValue,
}

impl Message {
    /// Reads one; `None` where it is none of this version.
    pub fn read(data: &JsValue) -> Option<Self> {
        if field(data, "v")?.as_f64() != Some(VERSION) {
            return None;
        }
        let word = |name: &str| field(data, name)?.as_string().filter(|word| word.len() <= LONGEST_WORD);
        Some(Self { kind: word("type")?, id: word("id")?, payload: field(data, "payload").unwrap_or_default() })
    }

    /// What it brings under that name.
    pub fn field(&self, name: &str) -> Option<JsValue> {
        field(&self.payload, name)
    }

    /// The text that it brings under that name.
    pub fn text(&self, name: &str) -> Option<String> {
        self.field(name)?.as_string()
    }
}

/// A field that is there; messages are copies, so nothing runs when one is read.
pub(super) fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    if !of.is_object() {
        return None;
    }
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined())
}

/// A message to be sent.
pub(super) fn message(kind: &str, id: &str, payload: &[(&str, JsValue)]) -> JsValue {
    object(&[("v", VERSION.into()), ("type", kind.into()), ("id", id.into()), ("payload", object(payload))])
}

/// An object of those fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A new object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
