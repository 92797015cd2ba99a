//! The menu of the whole app: workspaces, files, the look.

use evencost_core::document::Document;
use evencost_core::id::Ids;
use leptos::prelude::*;

use crate::app;
use crate::chunks;
use crate::keeping::{Keeper, WorkspacesDialog};
use crate::live::Live;
use crate::parts::{Menu, MenuItem, Notices};
use crate::ports::storage::Storage;
use crate::ports::{clock, files, random};
use crate::route::Route;
use crate::screens::Export;
use crate::screens::import::ImportDialog;
use crate::screens::links::LinkDialogs;

/// Under this key the choice of light or dark is kept; `web/boot.js` reads it before the first paint.
const SCHEME: &str = "evencost:scheme";

/// Opens the example in a workspace of its own: nobody's data is replaced.
pub fn open_example(keeper: Keeper, notices: Notices) {
    chunks::EXPORT.use_for(notices, move |export| {
        let mut ids = Ids::new(random::replica());
        keeper.show_example(|| (export.example)(&mut ids, clock::today()));
    });
}

/// Whether the dialog of workspaces is open.
#[derive(Clone, Copy)]
struct WorkspacesOpen(RwSignal<bool>);

/// The menu at the end of the bar.
#[component]
pub fn MainMenu() -> impl IntoView {
    let workspaces = RwSignal::new(false);
    // It stays when the menu has closed.
    provide_context(WorkspacesOpen(workspaces));
    view! {
        <Menu label="More">{chunks::MENU.view()}</Menu>
        <WorkspacesDialog open=workspaces />
    }
}

/// What can be chosen in it.
#[component]
pub fn MainMenuItems() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let import = expect_context::<ImportDialog>();
    let links = expect_context::<LinkDialogs>();
    let WorkspacesOpen(workspaces) = expect_context();
    let storage = Storage::probe();
    let scheme = RwSignal::new(storage.read(SCHEME).unwrap_or_default());
    let choose = move |chosen: &'static str| {
        scheme.set(chosen.to_owned());
        app::show_scheme(chosen);
        // Where it cannot be kept, the choice lasts until the page is closed.
        let _ = storage.write(SCHEME, chosen);
    };
    let export = move |what: &'static str, writer: fn(Export) -> fn(&Document) -> String| {
        chunks::EXPORT.use_for(notices, move |export| {
            let write = writer(export);
            // By its mark, spreadsheet programs know UTF-8.
            let (name, text) =
                live.peek(|document| (format!("{} {what}", document.name()), ["\u{feff}", &write(document)].concat()));
            let download = files::Download { name: files::name_of(&name, "csv"), kind: "text/csv", text };
            if !files::save(&download) {
                notices.show("This browser did not take the file.");
            }
        });
    };
    view! {
        <MenuItem on_choose=move || workspaces.set(true)>"Workspaces…"</MenuItem>
        <MenuItem on_choose=move || open_example(keeper, notices)>"See an example"</MenuItem>
        <MenuItem on_choose=move || app::go(Route::Way)>"The way out"</MenuItem>
        <MenuItem on_choose=move || app::go(Route::Meeting)>"Run a meeting"</MenuItem>
        <MenuItem on_choose=move || links.take(String::new())>"Take in replies"</MenuItem>
        <MenuItem on_choose=move || keeper.save_file()>"Save a file"</MenuItem>
        <MenuItem on_choose=move || import.open()>"Paste or import"</MenuItem>
        <MenuItem on_choose=move || links.publish()>"Publish…"</MenuItem>
        <MenuItem on_choose=move || export("values", |export| export.values)>"Export the values as CSV"</MenuItem>
        <MenuItem on_choose=move || export("requests", |export| export.requests)>"Export the requests as CSV"</MenuItem>
        {files::has_single().then(|| view! {
            <MenuItem on_choose=files::save_single>"Download Evencost as one file"</MenuItem>
        })}
        <li><div class="menu-choice" role="group" aria-label="Light or dark">
            {[("", "Auto"), ("light", "Light"), ("dark", "Dark")].map(|(name, label)| view! {
                <button
                    type="button"
                    aria-pressed=move || (scheme.get() == name).to_string()
                    on:click=move |_| choose(name)
                >
                    {label}
                </button>
            })}
        </div></li>
    }
}
