//! Files out and in.

use js_sys::{Array, JsString, RegExp, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// A file to be saved.
pub struct Download {
    /// The suggested name, with its ending.
    pub name: String,
    /// Like `application/json`.
    pub kind: &'static str,
    /// What is in it.
    pub text: String,
}

/// An address under which the browser holds the text until the page is left.
pub fn address(text: &str, kind: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Hands a file to the browser to save, and says whether it took it.
pub fn save(download: &Download) -> bool {
    let Some(address) = address(&download.text, download.kind) else { return false };
    if !save_from(&address, &download.name) {
        return false;
    }
    // Some browsers start reading only after the click has been handled.
    set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(60));
    true
}

/// Hands what is at an address to the browser to save, and says whether it took it.
fn save_from(address: &str, name: &str) -> bool {
    let anchor = document().create_element("a").ok().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok());
    let Some(anchor) = anchor else { return false };
    anchor.set_href(address);
    anchor.set_download(name);
    anchor.click();
    true
}

/// Whether the app as one file lies beside the page: not where the page is that file.
pub fn has_single() -> bool {
    document().query_selector("link[rel=manifest]").is_ok_and(|link| link.is_some())
}

/// Hands the app as one file, which the build puts beside the page, to the browser to save.
pub fn save_single() {
    // A browser without links shows no page.
    save_from("evencost.html", "evencost.html");
}

/// The file's content; `None` when the browser cannot read it.
pub async fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A file name of the words, without what file systems refuse.
pub fn name_of(words: &str, ending: &str) -> String {
    // The browser knows all letters; in the program they are tables.
    let other = RegExp::new("[^\\p{Alphabetic}\\p{N}]+", "gu");
    let kept = String::from(JsString::from(words).replace_by_pattern(&other, "-").to_lower_case());
    let kept = kept.trim_matches('-');
    [if kept.is_empty() { "evencost" } else { kept }, ".", ending].concat()
}
