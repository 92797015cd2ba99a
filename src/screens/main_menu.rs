//! The menu of the whole app: workspaces, files, the look.

use evencost_core::example;
use evencost_core::id::Ids;
use leptos::prelude::*;

use crate::keeping::{Keeper, WorkspacesDialog};
use crate::parts::{Menu, MenuItem};
use crate::ports::storage::Storage;
use crate::ports::{clock, random};

/// Under this key the choice of light or dark is kept; `web/boot.js` reads it before the first paint.
const SCHEME: &str = "evencost:scheme";

/// Opens the example in a workspace of its own: nobody's data is replaced.
pub fn open_example(keeper: Keeper) {
    let mut ids = Ids::new(random::replica());
    keeper.start_new(Some(example::document(&mut ids, clock::today())));
}

/// The menu at the end of the bar.
#[component]
pub fn MainMenu() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let workspaces = RwSignal::new(false);
    let storage = Storage::probe();
    let scheme = RwSignal::new(storage.read(SCHEME).unwrap_or_default());
    let choose = move |chosen: &'static str| {
        scheme.set(chosen.to_owned());
        show_scheme(chosen);
        // Where it cannot be kept, the choice lasts until the page is closed.
        let _ = storage.write(SCHEME, chosen);
    };
    view! {
        <Menu label="More">
            <MenuItem on_choose=move || workspaces.set(true)>"Workspaces…"</MenuItem>
            <MenuItem on_choose=move || open_example(keeper)>"See an example"</MenuItem>
            <MenuItem on_choose=move || keeper.save_file()>"Save a file"</MenuItem>
            <li class="menu-choice" role="group" aria-label="Light or dark">
                {[("", "Auto"), ("light", "Light"), ("dark", "Dark")].map(|(name, label)| view! {
                    <button
                        type="button"
                        aria-pressed=move || (scheme.get() == name).to_string()
                        on:click=move |_| choose(name)
                    >
                        {label}
                    </button>
                })}
            </li>
        </Menu>
        <WorkspacesDialog open=workspaces />
    }
}

fn show_scheme(scheme: &str) {
    if let Some(root) = document().document_element() {
        // Only a browser without attributes could refuse.
        let _ = if scheme.is_empty() {
            root.remove_attribute("data-scheme")
        } else {
            root.set_attribute("data-scheme", scheme)
        };
    }
}
