//! What is only shown: a link, or a file beside this page.

use evencost_core::link::{self, Link, Purpose, find};
use evencost_core::publish::Published;
use evencost_core::text::json;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, RequestRedirect, Response};

use super::{Embedded, State, asked_for};

/// No file that is shown is longer, in bytes.
const LONGEST: usize = 1 << 20;

/// Opens what the address names.
pub(super) async fn open(embedded: Embedded) {
    let opened = match asked_for("src") {
        Some(path) => {
            fetch(&path).await.and_then(|file| json::read_published(&file).map_err(|error| error.to_string()))
        }
        None => match read_link() {
            Ok(published) => Ok(published),
            Err(state) => return embedded.state.set(state),
        },
    };
    match opened {
        Ok(published) => show(embedded, published),
        Err(why) => embedded.state.set(State::Refused(why)),
    }
}

fn show(embedded: Embedded, published: Published) {
    embedded.ask.set(published.ask);
    embedded.day.set(published.day);
    embedded.keeper.show_embedded(Some(published.document), None);
    embedded.state.set(State::Here);
}

fn read_link() -> Result<Published, State> {
    let hash = window().location().hash().unwrap_or_default();
    let fragment = find(&hash).into_iter().next().unwrap_or_else(|| hash.trim_start_matches('#').to_owned());
    let of_its_own = || {
        let here = window().location().href().unwrap_or_default();
        [here.split(['#', '?']).next().unwrap_or_default(), "#", &fragment].concat()
    };
    match link::read(&fragment) {
        Ok(Link::Sent(sent)) if sent.purpose == Purpose::Look => {
            Ok(Published { document: sent.document, ..Published::default() })
        }
        Ok(_) => Err(State::Asks(of_its_own())),
        Err(error) => Err(State::Refused(error.to_string())),
    }
}

/// Whether it names a JSON file in the folder of this page or below: whoever puts a file there answers for it.
fn is_beside(path: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "-_. /".contains(c);
    path.len() <= 200
        && path.ends_with(".json")
        && path.chars().all(plain)
        && path.split('/').all(|part| !part.trim().is_empty() && !part.starts_with('.'))
}

async fn fetch(path: &str) -> Result<Vec<u8>, String> {
    if !is_beside(path) {
        return Err(
            "Only a file that lies beside Evencost is shown here, by its name: “?src=people.json”. Put the file there."
                .into(),
        );
    }
    let told = |what: &str| [what, " Whoever looks after this page can put “", path, "” beside Evencost."].concat();
    let options = RequestInit::new();
    // It would lead away from here.
    options.set_redirect(RequestRedirect::Error);
    let response = JsFuture::from(window().fetch_with_str_and_init(path, &options)).await.ok();
    let Some(response) = response.and_then(|response| response.dyn_into::<Response>().ok()) else {
        let from_file = window().location().protocol().is_ok_and(|protocol| protocol == "file:");
        return Err(if from_file {
            "A page that was opened from a file can read no other file. Open the file in Evencost, under “Paste or import”.".into()
        } else {
            "The file did not arrive. Load the page again when you are online.".into()
        });
    };
    if !response.ok() {
        return Err(told("The file is not there."));
    }
    let buffer = match response.array_buffer() {
        Ok(buffer) => JsFuture::from(buffer).await.ok(),
        Err(_) => None,
    };
    let bytes = buffer.map(|buffer| js_sys::Uint8Array::new(&buffer));
    match bytes {
        Some(bytes) if bytes.length() as usize <= LONGEST => Ok(bytes.to_vec()),
        Some(_) => Err("The file is too large to be shown: publish fewer values.".into()),
        None => Err("The file did not arrive. Load the page again when you are online.".into()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_files_beside_the_page_are_shown() {
        for path in ["people.json", "sets/People & culture.json", "équipe 1/v-2.json"] {
            assert_eq!(super::is_beside(path), !path.contains('&'), "{path}");
        }
        for path in [
            "",
            "people",
            "people.txt",
            "/people.json",
            "../people.json",
            "a/../people.json",
            "//else.where/p.json",
            "https://else.where/p.json",
            "\\\\else.where\\p.json",
            "a%2fp.json",
            "p.json?x",
            "#p.json",
            ".json",
            "a//p.json",
            "data:,x.json",
            "a/ /p.json",
        ] {
            assert!(!super::is_beside(path), "{path}");
        }
    }
}
