//! Which words are near in meaning: a table that is fetched when it is first of use. Nothing waits for it: until it is here,
//! and where it does not come, comparing goes by the words alone.

use std::cell::OnceCell;
use std::sync::OnceLock;

use evencost_core::compare::{Stems, Suggest};
use evencost_core::meaning::{Meaning, Near};
use js_sys::{Function, Promise, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static FETCH: OnceCell<Function> = const { OnceCell::new() };
}

static TABLE: OnceLock<Meaning> = OnceLock::new();

/// Says how the table is fetched: by a function that promises its bytes. web/boot.js knows where it lies.
#[wasm_bindgen]
pub fn fetch_words_by(fetch: Function) {
    // It is said once.
    let _ = FETCH.with(|known| known.set(fetch));
}

/// How far the table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// Nobody has asked for it.
    #[default]
    Unasked,
    /// It is on its way.
    Coming,
    /// It can be used.
    Here,
    /// It did not come, or could not be read. It is asked for again when it is wanted the next time.
    Failed,
}

/// The table, where screens find it.
#[derive(Clone, Copy, Default)]
pub struct Nearness {
    arrival: RwSignal<Arrival>,
}

impl Nearness {
    /// Asks for the table, unless it is here or on its way.
    pub fn want(self) {
        if matches!(self.arrival.get_untracked(), Arrival::Coming | Arrival::Here) {
            return;
        }
        self.arrival.set(Arrival::Coming);
        spawn_local(async move {
            let here = match fetch().await {
                Ok(bytes) => match Meaning::read(&bytes) {
                    Ok(table) => {
                        TABLE.get_or_init(|| table);
                        true
                    }
                    Err(unreadable) => {
                        leptos::logging::error!("{unreadable}");
                        false
                    }
                },
                Err(reason) => {
                    leptos::logging::error!("the table of words did not come: {reason:?}");
                    false
                }
            };
            self.arrival.set(if here { Arrival::Here } else { Arrival::Failed });
        });
    }

    /// How far it is; listens to that.
    pub fn arrival(self) -> Arrival {
        self.arrival.get()
    }

    /// The table once it is here; listens to its arrival.
    pub fn get(self) -> Option<&'static Meaning> {
        if self.arrival.get() == Arrival::Here { TABLE.get() } else { None }
    }

    /// Has something look for wordings that may mean the same: by the words alone until the table is here.
    pub fn suggesting<T>(self, look: impl FnOnce(&dyn Suggest) -> T) -> T {
        match self.get() {
            Some(table) => look(&Near::new(table)),
            None => look(&Stems),
        }
    }
}

async fn fetch() -> Result<Vec<u8>, JsValue> {
    let fetch = FETCH.with(|fetch| fetch.get().cloned()).ok_or(JsValue::UNDEFINED)?;
    let promise: Promise = fetch.call0(&JsValue::UNDEFINED)?.dyn_into()?;
    Ok(Uint8Array::new(&JsFuture::from(promise).await?).to_vec())
}
