//! The app: the open document, the bar of screens, undo, and what lies around the screens.

use std::cell::Cell;
use std::time::Duration;

use evencost_core::document::{Division, Document};
use evencost_core::edit::Visit;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::chunks;
use crate::crash;
use crate::keeping::{self, Beside, ConflictsView, Keeper, KeepingStatus, TroubleView};
use crate::live::Live;
use crate::meaning::Nearness;
use crate::parts::erased::{memo, piece, when};
use crate::parts::{Notices, NoticesView};
use crate::ports::place::{self, Whose};
use crate::ports::random;
use crate::ports::storage::Storage;
use crate::route::{Route, Screen};
use crate::screens::current::Current;
use crate::screens::import::{ImportDialog, ImportView};
use crate::screens::links::{LinkDialogs, LinkDialogsView};
use crate::screens::{MainMenu, ValuesScreen, compared};
use crate::shell;
use crate::undo::{NOTHING, Undo};

/// Opens what was open last and puts the app where the shell stood; what was typed there goes into values.
pub fn start() {
    let Some(root) = document().get_element_by_id("app").and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        leptos::logging::error!("the page has no element #app to put the program into");
        return;
    };
    let storage = Storage::probe();
    let opened = keeping::open_last(storage, take_reset());
    let typed = shell::take(&root);
    root.set_text_content(None);
    let adopted = typed.clone();
    leptos::mount::mount_to(root.clone(), move || {
        let live = Live::new(opened.document(), random::replica());
        let notices = Notices::default();
        provide_context(live);
        provide_context(notices);
        provide_context(Keeper::start(live, notices, storage, opened));
        adopted.adopt(live);
        // Not before: until then, what was typed is the shell's to keep.
        crash::guard(live);
        if place::whose() == Whose::Own { view! { <App /> }.into_any() } else { chunks::EMBEDDED.view() }
    })
    .forget();
    // At once: a key press must not fall between the shell and the app.
    typed.place_caret(&root);
}

/// What there is around the screens.
#[derive(Clone, Copy)]
pub struct Around {
    /// Where the person is.
    pub route: RwSignal<Route>,
    /// Undoing.
    pub undo: Undo,
    /// The dialogs of links.
    pub dialogs: LinkDialogs,
}

/// Provides what the screens expect, and listens to what concerns all of them.
pub fn around() -> Around {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let route = RwSignal::new(read_route());
    provide_context(route);
    let current = Current::new(live);
    provide_context(current);
    provide_context(ImportDialog::default());
    provide_context(Nearness::default());
    let changed = window_event_listener(leptos::ev::hashchange, move |_| route.set(read_route()));
    let undo = Undo { live, notices, current, route };
    let keys = window_event_listener(leptos::ev::keydown, move |event| undo.by_key(&event));
    let pointers = [
        window_event_listener_untyped("pointerdown", |_| POINTER_DOWN.set(true)),
        window_event_listener_untyped("pointerup", |_| POINTER_DOWN.set(false)),
        window_event_listener_untyped("pointercancel", |_| POINTER_DOWN.set(false)),
    ];
    on_cleanup(move || {
        changed.remove();
        keys.remove();
        pointers.into_iter().for_each(|pointer| pointer.remove());
    });
    let dialogs = LinkDialogs::default();
    provide_context(dialogs);
    Around { route, undo, dialogs }
}

/// Everything on the page.
#[component]
fn App() -> impl IntoView {
    if let Some(link) = keeping::looked_at::link().filter(|_| read_route() != Route::Link) {
        // A browser that refuses opens what is the person's own.
        drop(window().location().replace(&["#", &link].concat()));
    }
    let Around { route, undo, dialogs } = around();
    let live = expect_context::<Live>();
    let keeper = expect_context::<Keeper>();
    let is_task = memo(move || keeper.beside(Beside::Received).is_some());
    let is_meeting = memo(move || keeper.beside(Beside::Meeting).is_some());
    let screen = memo(move || route.get().screen());
    Effect::new(move |_| document().set_title(&live.read(|document| title(route.get(), document))));
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        now
    });
    view! {
        <a class="skip" href="#main" on:click=|event| { event.prevent_default(); focus("main"); }>"Skip to the content"</a>
        <header class="bar">
            <a class="mark" href="#way" aria-label="Evencost: the way out">"even"<i>"cost"</i></a>
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
                // Not disabled, which would take the focus away from whoever presses it to the end.
                <button
                    type="button"
                    class="quiet"
                    aria-disabled=move || (!live.can_undo()).to_string()
                    title=move || (!live.can_undo()).then_some(NOTHING)
                    on:click=move |_| undo.undo()
                >"Undo"</button>
                <button
                    type="button"
                    class="quiet"
                    aria-disabled=move || (!live.can_redo()).to_string()
                    on:click=move |_| undo.redo()
                >"Redo"</button>
                <button type="button" class="quiet" on:click=move |_| dialogs.share()>"Share"</button>
                <MainMenu />
            </div>
        </header>
        <TroubleView />
        <div role="region" aria-label="About this workspace">
            {when(move || keeper.guest().is_some(), || chunks::GUEST.view())}
            {when(move || is_meeting.get() && screen.get() != Screen::Meeting, || chunks::MEETING_BAR.view())}
            {when(move || is_task.get(), move || {
                // Another workspace, another task.
                piece(move || {
                    live.opened();
                    chunks::TASK.view()
                })
                .into_any()
            })}
        </div>
        <main id="main" tabindex="-1">
            <ConflictsView />
            {move || {
                // Another document: nothing of the screens before may stay.
                live.opened();
                match screen.get() {
                    Screen::Values => view! { <ValuesScreen /> }.into_any(),
                    Screen::Requests => chunks::REQUESTS.view(),
                    Screen::Compare => chunks::COMPARE.view(),
                    Screen::Customers => chunks::CUSTOMERS.view(),
                    Screen::Routine => chunks::ROUTINE.view(),
                    Screen::Talk => chunks::TALK.view(),
                    Screen::Way => chunks::WAY.view(),
                    Screen::Meeting => chunks::MEETING.view(),
                    Screen::Link => chunks::OPENING.view(),
                }
            }}
        </main>
        <KeepingStatus />
        <ImportView />
        <LinkDialogsView />
        <NoticesView />
    }
}

fn read_route() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// From now on, leading to another screen leaves the address alone.
pub fn stay(here: RwSignal<Route>) {
    HERE.set(Some(here));
}

/// Shows everything light or dark; empty leaves it to the browser. `web/boot.js` does so before the first paint.
pub fn show_scheme(scheme: &str) {
    if let Some(root) = document().document_element() {
        // Only a browser without attributes could refuse.
        let _ = root.set_attribute("data-scheme", scheme);
    }
}

/// Leads to another screen, as a link would.
pub fn go(route: Route) {
    if let Some(here) = HERE.get() {
        return here.set(route);
    }
    // A browser that refuses to change the fragment leaves the person on the screen where they are.
    drop(window().location().set_hash(&route.to_string()));
}

/// Leads to another screen at once, in the place of this one: going back does not lead here again.
pub fn replace(here: RwSignal<Route>, route: Route) {
    here.set(route);
    if HERE.get().is_some() {
        return;
    }
    // A browser that refuses leaves the address as it is.
    drop(window().location().replace(&route.to_string()));
}

/// Leads to another screen at once: the browser tells of the changed address too late for what is looked for there.
pub fn go_at_once(here: RwSignal<Route>, route: Route) {
    here.set(route);
    go(route);
}

/// Moves the focus to the element with that id: at once where it is there, so that no key press is lost, else
/// when what was just changed has been rendered.
pub fn focus(id: &str) {
    if !focus_now(id) {
        focus_rendered(id);
    }
}

/// Moves the focus to the element with that id when what was just changed has been rendered: for an element that
/// is moved meanwhile, which takes the focus from it.
pub fn focus_rendered(id: &str) {
    let id = id.to_owned();
    spawn_local(async move {
        tick().await;
        if !focus_now(&id) {
            request_animation_frame(move || {
                // What is not there then has been removed again.
                focus_now(&id);
            });
        }
    });
}

fn focus_now(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Scrolls to the element with that id, if it is there once rendered and out of sight.
pub fn show(id: String) {
    spawn_local(async move {
        tick().await;
        if let Some(element) = document().get_element_by_id(&id) {
            scroll_to(&element);
        }
    });
}

/// Keeps what has the focus in sight while something comes or goes above it; what was out of sight stays so, and so
/// does what is too large for the screen.
pub fn keep_in_sight() {
    let height = || document().document_element().map_or(0, |page| page.client_height()).into();
    let place = || document().active_element().filter(|_| !is_focus_lost()).map(|it| it.get_bounding_client_rect());
    // On its way from one field to the next, the focus is nowhere.
    if place().is_none_or(|place| place.bottom() > 0.0 && place.top() < height()) {
        spawn_local(async move {
            tick().await;
            if place().is_some_and(|place| place.height() < height())
                && let Some(active) = document().active_element()
            {
                scroll_to(&active);
            }
        });
    }
}

fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether nothing has the focus: what had it is gone.
pub fn is_focus_lost() -> bool {
    let active = document().active_element();
    active.is_none_or(|active| document().body().is_some_and(|body| **body == *active))
}

/// Runs it now, or when the pointer that is down is up again and has clicked. A press takes the caret out of its
/// field before it becomes a click: what moves the page then would move its target away.
pub fn when_released(run: impl FnOnce() + 'static) {
    if POINTER_DOWN.get() {
        set_timeout(move || when_released(run), Duration::from_millis(50));
    } else {
        run();
    }
}

/// Puts the focus on the content when what was just changed has taken the focused element away: the next press
/// of Tab then goes on nearby and not at the top of the page.
pub fn keep_focus() {
    // Later than all that gives the focus to something better.
    request_animation_frame(move || {
        let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
        if let Some(main) = main.filter(|_| is_focus_lost()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            drop(main.focus_with_options(&options));
        }
    });
}

/// Gives the focus to what asks for it in a dialog that was opened before its content arrived.
pub fn focus_arrived() {
    let on_dialog = |active: Element| active.matches("dialog").unwrap_or_default();
    if (is_focus_lost() || document().active_element().is_some_and(on_dialog))
        && let Ok(Some(first)) = document().query_selector("dialog[open] [autofocus]")
        && let Ok(first) = first.dyn_into::<HtmlElement>()
    {
        drop(first.focus());
    }
}

/// What the tab and the history call the page: what is open, the workspace, the app.
fn title(route: Route, document: &Document) -> String {
    let open = match route {
        Route::Request(id) => document.request(id).map(|request| request.display_title().to_owned()),
        Route::Overview => Some("Table of requests".to_owned()),
        Route::Readings => Some("Readings".to_owned()),
        Route::Menu => Some("Menu".to_owned()),
        _ => compared(document, route).map(|pair| {
            pair.map(|id| document.division(id).map(Division::display_name).unwrap_or_default()).join(" and ")
        }),
    };
    let open = open.unwrap_or_else(|| route.screen().label().to_owned());
    [&*open, document.name().trim(), "Evencost"]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Whether the address asks to start clean; it stops asking, so that loading the page again does not.
fn take_reset() -> bool {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let (asked, other): (Vec<&str>, Vec<&str>) = search
        .trim_start_matches('?')
        .split('&')
        .filter(|part| !part.is_empty())
        .partition(|part| part.split('=').next() == Some("reset"));
    if asked.is_empty() {
        return false;
    }
    let query = if other.is_empty() { String::new() } else { format!("?{}", other.join("&")) };
    let path = location.pathname().unwrap_or_default();
    let address = format!("{path}{query}{}", location.hash().unwrap_or_default());
    if let Ok(history) = window().history() {
        // Where the address cannot be changed, loading the page again starts clean again.
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    }
    true
}

thread_local! {
    /// Where the person is, where that is not in the address: in a frame, that would be in the way of going back from
    /// the page around it, and of the link that the frame shows.
    static HERE: Cell<Option<RwSignal<Route>>> = const { Cell::new(None) };
    static POINTER_DOWN: Cell<bool> = const { Cell::new(false) };
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
