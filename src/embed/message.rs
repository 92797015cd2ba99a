//! Messages over the port: `{v: 1, type, id, payload}`. A page is not to be trusted with more than its own document, so
//! everything is looked at before it is used, and what is not understood is answered and forgotten.

use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The version of the messages.
const VERSION: f64 = 1.0;
/// No name of a type, no id and no word is longer, in UTF-16 units.
const LONGEST_WORD: u32 = 64;

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
        let word = |name: &str| text_of(&field(data, name)?, LONGEST_WORD);
        Some(Self { kind: word("type")?, id: word("id")?, payload: field(data, "payload").unwrap_or_default() })
    }

    /// What it brings under that name.
    pub fn field(&self, name: &str) -> Option<JsValue> {
        field(&self.payload, name)
    }

    /// The word that it brings under that name.
    pub fn text(&self, name: &str) -> Option<String> {
        text_of(&self.field(name)?, LONGEST_WORD)
    }
}

/// A field that is there; messages are copies, so nothing runs when one is read.
pub(super) fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    if !of.is_object() {
        return None;
    }
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined())
}

/// A text of at most that many UTF-16 units: it is measured before it is copied.
pub(super) fn text_of(value: &JsValue, longest: u32) -> Option<String> {
    let text: &JsString = value.dyn_ref()?;
    (text.length() <= longest).then(|| String::from(text))
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
