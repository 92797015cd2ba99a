//! The survey of all pairs of divisions, away from the page: `web/worker.js` hands on what the page sends.
//!
//! It is a program of its own, compiled for speed and with operations on four numbers at once, which `scripts/build` has no
//! use for elsewhere. Where a browser refuses it, the page does the same by itself, in slices.

#[cfg(feature = "bench")]
mod bench;

use evencost_core::compare::{Index, Surveying};
use evencost_core::meaning::Meaning;
use evencost_core::text::json;
use js_sys::Function;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

/// So much more of the work is done each time that it says how far it is.
const TOLD: f64 = 0.01;

/// Surveys a document, and answers the numbers of [`evencost_core::compare::Survey`]. `words` is the table of what is near in
/// meaning, if there is one; to be called once. `tell` is called with the share that is done, `0..=1`.
///
/// # Errors
/// Fails where the document or the table cannot be read.
#[wasm_bindgen]
pub fn survey(document: &[u8], words: Option<Vec<u8>>, tell: &Function) -> Result<Vec<u16>, JsError> {
    // A worker ends with its survey: to give the document and what was looked up of it back piece by piece before that would
    // keep the page waiting.
    let document = Box::leak(Box::new(json::read(document)?));
    let meaning = words.map(|words| Meaning::read(&words)).transpose()?;
    let index = Box::leak(Box::new(Index::new(document)));
    let mut surveying = Surveying::new(index, meaning.as_ref());
    let mut told = 0.0;
    while surveying.step() {
        let done = surveying.share_done();
        if done >= told + TOLD {
            told = done;
            // Nobody who does not want to hear it keeps the work from being done.
            let _ = tell.call1(&JsValue::UNDEFINED, &done.into());
        }
    }
    Ok(surveying.finish().into_numbers())
}
