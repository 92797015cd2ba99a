//! The app: the open document, the bar of screens, undo, and what lies around the screens.

use std::cell::Cell;

use evencost_core::document::Document;
use evencost_core::edit::{Obstacle, Skipped, Visit};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::crash;
use crate::keeping::{self, ConflictsView, Keeper, KeepingStatus, TroubleView};
use crate::live::Live;
use crate::parts::{Notices, NoticesView};
use crate::ports::random;
use crate::ports::storage::Storage;
use crate::route::{Route, Screen};
use crate::screens::current::Current;
use crate::screens::import::{ImportDialog, ImportView};
use crate::screens::{CompareScreen, MainMenu, RequestsScreen, ValuesScreen};
use crate::shell;

/// Opens what was open last and puts the app where the shell stood; what was typed there goes into a value.
pub fn start() {
    let Some(root) = document().get_element_by_id("app").and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        leptos::logging::error!("the page has no element #app to put the program into");
        return;
    };
    let storage = Storage::probe();
    let reset = window().location().search().is_ok_and(|search| search.contains("reset"));
    let opened = keeping::open_last(storage, reset);
    let typed = shell::take(&root);
    root.set_text_content(None);
    leptos::mount::mount_to(root, move || {
        let live = Live::new(opened.document(), random::replica());
        crash::guard(live);
        let notices = Notices::default();
        provide_context(live);
        provide_context(notices);
        provide_context(Keeper::start(live, notices, storage, opened));
        provide_context(StoredValue::new(Some(typed)));
        view! { <App /> }
    })
    .forget();
}

/// Everything on the page.
#[component]
fn App() -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let route = RwSignal::new(read_route());
    provide_context(route);
    provide_context(Current::new(live));
    let import = ImportDialog::default();
    provide_context(import);
    let changed = window_event_listener(leptos::ev::hashchange, move |_| route.set(read_route()));
    let keys = window_event_listener(leptos::ev::keydown, move |event| undo_by_key(&event, live, notices));
    on_cleanup(move || {
        changed.remove();
        keys.remove();
    });
    let screen = Memo::new(move |_| route.get().screen());
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        document().set_title(&title(now, &live.read(|document| document.name().to_owned())));
        if before.is_some_and(|before| before != now) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        now
    });
    view! {
        <a class="skip" href="#main" on:click=|event| { event.prevent_default(); focus("main"); }>"Skip to the content"</a>
        <header class="bar">
            <a class="mark" href="#values" aria-label="Evencost">"even"<i>"cost"</i></a>
            <nav aria-label="Screens">
                {Screen::ALL.map(|item| view! {
                    <a
                        href=item.route().to_string()
                        aria-current=move || (screen.get() == item).then_some("page")
                    >
                        {item.label()}
                    </a>
                })}
            </nav>
            <div class="tools">
                <button
                    type="button"
                    class="quiet"
                    disabled=move || !live.can_undo()
                    on:click=move |_| undo(live, notices)
                >"Undo"</button>
                <button
                    type="button"
                    class="quiet redo"
                    disabled=move || !live.can_redo()
                    on:click=move |_| redo(live, notices)
                >"Redo"</button>
                <MainMenu />
            </div>
        </header>
        <TroubleView />
        <main id="main" tabindex="-1">
            <ConflictsView />
            {move || {
                // Another document: nothing of the screens before may stay.
                live.opened();
                match screen.get() {
                    Screen::Values => view! { <ValuesScreen /> }.into_any(),
                    Screen::Requests => view! { <RequestsScreen /> }.into_any(),
                    Screen::Compare => view! { <CompareScreen /> }.into_any(),
                }
            }}
        </main>
        <KeepingStatus />
        <ImportView />
        <NoticesView />
    }
}

fn read_route() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Leads to another screen, as a link would.
pub fn go(route: Route) {
    // A browser that refuses to change the fragment leaves the person on the screen where they are.
    drop(window().location().set_hash(&route.to_string()));
}

/// Moves the focus to the element with that id: at once where it is there, so that no key press is lost, else
/// when what was just changed has been rendered.
pub fn focus(id: &str) {
    if !focus_now(id) {
        let id = id.to_owned();
        request_animation_frame(move || {
            // What is not there then has been removed again.
            focus_now(&id);
        });
    }
}

fn focus_now(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

fn title(screen: Screen, workspace: &str) -> String {
    match workspace.trim() {
        "" => format!("{} · Evencost", screen.label()),
        name => format!("{} · {name} · Evencost", screen.label()),
    }
}

/// Undo and redo by keyboard; also within a text field, whose own undo knows nothing of the document.
fn undo_by_key(event: &KeyboardEvent, live: Live, notices: Notices) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => {
            event.prevent_default();
            undo(live, notices);
        }
        ("z", true) | ("y", false) => {
            event.prevent_default();
            redo(live, notices);
        }
        _ => {}
    }
}

fn undo(live: Live, notices: Notices) {
    match live.undo() {
        None => notices.announce("There is nothing to undo."),
        Some(skipped) => report(notices, "Undone.", &skipped),
    }
}

fn redo(live: Live, notices: Notices) {
    match live.redo() {
        None => notices.announce("There is nothing to redo."),
        Some(skipped) => report(notices, "Done again.", &skipped),
    }
}

fn report(notices: Notices, done: &str, skipped: &[Skipped]) {
    match skipped.first() {
        None => notices.announce(done),
        Some(Skipped { obstacle: Obstacle::Changed, .. }) => {
            notices.show("Part of this could not be undone: it has been changed since, here or in another tab.");
        }
        Some(Skipped { obstacle, .. }) => notices.show(format!("Part of this could not be undone: {obstacle}.")),
    }
}

thread_local! {
    static VISITS: Cell<u64> = const { Cell::new(0) };
}

/// A visit to a field that nobody has made before.
pub fn next_visit() -> Visit {
    VISITS.set(VISITS.get() + 1);
    Visit(VISITS.get())
}

/// Whether the open document is still blank; for what is only offered then.
pub fn is_blank(live: Live) -> bool {
    live.read(Document::is_blank)
}
