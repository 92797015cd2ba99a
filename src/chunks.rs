//! The parts of the program that need not be there for a first look. `scripts/build` puts them into files of their own,
//! which arrive when they are first needed, or before that when the browser has nothing else to do.
//!
//! The tool that takes them out follows what the program refers to: whatever only a chunk refers to goes with it.

use std::pin::Pin;
use std::sync::OnceLock;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos::wasm_split::SplitLoaderError as NotArrived;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::app;
use crate::keeping::{Conflicts, Workspaces};
use crate::parts::erased::{click, piece};
use crate::screens::{CompareScreen, ImportForm, RequestsScreen};

/// Makes the view that a chunk is for.
type Make = fn() -> AnyView;
type Arrival = Pin<Box<dyn Future<Output = Result<Make, NotArrived>>>>;

/// A part of the program that is not in its first file.
pub struct Chunk {
    fetch: fn() -> Arrival,
    here: OnceLock<Make>,
}

/// A chunk for each line: its name, its file, which several may share, and the view that it is for. Built as a whole,
/// the program has all of them.
macro_rules! chunks {
    ($($(#[$doc:meta])* $name:ident, $fetch:ident from $file:ident: $view:expr;)*) => {
        $(
            #[cfg(split)]
            #[leptos::wasm_split::wasm_split($file, fallible, wasm_split_path = leptos::wasm_split)]
            fn $fetch() -> Result<Make, NotArrived> {
                Ok($view)
            }

            #[cfg(not(split))]
            async fn $fetch() -> Result<Make, NotArrived> {
                Ok($view)
            }

            $(#[$doc])*
            pub static $name: Chunk = Chunk { fetch: || Box::pin($fetch()), here: OnceLock::new() };
        )*

        const ALL: &[&Chunk] = &[$(&$name),*];
    };
}

chunks! {
    /// The screen of requests.
    REQUESTS, requests from requests: || view! { <RequestsScreen /> }.into_any();
    /// The screen that compares.
    COMPARE, compare from compare: || view! { <CompareScreen /> }.into_any();
    /// What the dialog of importing holds.
    IMPORT, import from dialogs: || view! { <ImportForm /> }.into_any();
    /// What the dialog of workspaces holds.
    WORKSPACES, workspaces from dialogs: || view! { <Workspaces /> }.into_any();
    /// What two tabs changed differently.
    CONFLICTS, conflicts from dialogs: || view! { <Conflicts /> }.into_any();
}

impl Chunk {
    /// Fetches it, unless it is here already; answers whether it is.
    async fn fetch(&'static self) -> bool {
        if self.here.get().is_none()
            && let Ok(make) = (self.fetch)().await
        {
            // Two that waited for it have the same.
            let _ = self.here.set(make);
        }
        self.here.get().is_some()
    }

    /// Its view: at once where it is here.
    pub fn view(&'static self) -> AnyView {
        if let Some(make) = self.here.get() {
            return make();
        }
        let state = RwSignal::new(State::Coming);
        let fetch = move || {
            state.set(State::Coming);
            spawn_local(async move {
                let came = self.fetch().await;
                // Nobody may wait for it any more.
                if state.try_set(if came { State::Here } else { State::Failed }).is_none() {
                    tick().await;
                    app::focus_arrived();
                }
            });
        };
        fetch();
        let again = move |_| {
            fetch();
            app::keep_focus();
        };
        let made = move || match (state.get(), self.here.get()) {
            (State::Here, Some(make)) => make(),
            (State::Failed, _) => absent(again),
            _ => view! { <p class="coming" role="status">"Loading…"</p> }.into_any(),
        };
        piece(made).into_any()
    }
}

/// In place of a chunk that did not arrive.
fn absent(again: impl FnMut(MouseEvent) + 'static) -> AnyView {
    view! {
        <div role="alert">
            <p>
                "This part of Evencost could not be loaded. Try again when you are online; if that does not help, load the \
                 page again. What you wrote stays here."
            </p>
            <p><button type="button" on:click=click(again)>"Try again"</button></p>
        </div>
    }
    .into_any()
}

/// How far a chunk is that is waited for.
#[derive(Clone, Copy)]
enum State {
    Coming,
    Here,
    Failed,
}

/// Fetches what has not been needed yet, so that it is there without the network too; web/boot.js asks for it when
/// nothing else is to be done.
#[wasm_bindgen]
pub fn fetch_all() {
    spawn_local(async {
        for chunk in ALL {
            // One that does not come is fetched again when it is needed.
            chunk.fetch().await;
        }
    });
}
