//! The browser's storage, or a stand-in where it is denied.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo_storage::{LocalStorage, Storage as _};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ports::place::{Whose, whose};

thread_local! {
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Where things are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// In the browser, until the site's data is cleared.
    Browser,
    /// In this page alone: the browser denies storage (a sandboxed frame, or cookies are blocked), or what is shown is
    /// not the person's own.
    Memory,
}

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The browser's room for this site is used up.
    Full,
    /// The browser refused for another reason.
    Refused,
}

/// The browser's storage; `None` where it is denied, which may begin while the page is open. `gloo_storage` panics then,
/// so it is asked only afterwards.
fn browser() -> Option<web_sys::Storage> {
    let is_there = window().local_storage().ok().flatten().is_some_and(|storage| storage.length().is_ok());
    is_there.then(LocalStorage::raw)
}

impl Storage {
    /// Finds out what there is.
    pub fn probe() -> Self {
        if whose() == Whose::Own && browser().is_some() { Self::Browser } else { Self::Memory }
    }

    /// The text kept under a key.
    pub fn read(self, key: &str) -> Option<String> {
        match self {
            Self::Browser => browser().and_then(|storage| storage.get_item(key).ok().flatten()),
            Self::Memory => MEMORY.with_borrow(|memory| memory.get(key).cloned()),
        }
    }

    /// Keeps a text under a key.
    ///
    /// # Errors
    /// When the browser has no room left or refuses; what was kept before is still there.
    pub fn write(self, key: &str, text: &str) -> Result<(), WriteError> {
        match self {
            Self::Browser => browser().ok_or(WriteError::Refused)?.set_item(key, text).map_err(|error| {
                let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
                match name.as_deref() {
                    Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => WriteError::Full,
                    _ => WriteError::Refused,
                }
            }),
            Self::Memory => {
                MEMORY.with_borrow_mut(|memory| memory.insert(key.to_owned(), text.to_owned()));
                Ok(())
            }
        }
    }

    /// Forgets a key; a browser that refuses keeps it, which is harmless.
    pub fn remove(self, key: &str) {
        match self {
            Self::Browser => drop(browser().map(|storage| storage.remove_item(key))),
            Self::Memory => drop(MEMORY.with_borrow_mut(|memory| memory.remove(key))),
        }
    }

    /// All keys that start so, sorted.
    pub fn keys(self, prefix: &str) -> Vec<String> {
        let mut keys: Vec<String> = match self {
            Self::Browser => browser().map_or_else(Vec::new, |storage| {
                (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten()).collect()
            }),
            Self::Memory => MEMORY.with_borrow(|memory| memory.keys().cloned().collect()),
        };
        keys.retain(|key| key.starts_with(prefix));
        keys.sort_unstable();
        keys
    }
}
