//! The app in its frame: the screens without what belongs to a workspace of one's own.

use evencost_core::document::{Division, Document};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::bar::Bar;
use super::published::{PublishedMenu, PublishedView};
use super::status::Status;
use super::{Embedded, Mode, State, asked_for, host, route_of, shown};
use crate::app::{self, Around};
use crate::chunks;
use crate::keeping::ConflictsView;
use crate::live::Live;
use crate::parts::NoticesView;
use crate::parts::erased::{memo, piece};
use crate::ports::place::{Whose, whose};
use crate::route::{Route, Screen};
use crate::screens::ValuesScreen;
use crate::screens::import::ImportView;

/// Everything in the frame.
#[component]
pub fn EmbeddedApp() -> impl IntoView {
    let Around { route, undo, .. } = app::around();
    let live = expect_context::<Live>();
    let embedded = Embedded::new(route);
    provide_context(embedded);
    app::stay(route);
    route.set(asked_for("screen").and_then(|word| route_of(&word)).unwrap_or_default());
    stay_here(route);
    Effect::new(move |_| document().set_title(&live.read(title)));
    if whose() == Whose::Shown {
        spawn_local(async move {
            shown::open(embedded).await;
            host::connect(embedded);
        });
    } else {
        host::connect(embedded);
    }
    let screen = memo(move || route.get().screen());
    let content = move || {
        // Another document: nothing of the screens before may stay.
        live.opened();
        match (embedded.state.get(), embedded.mode.get(), screen.get()) {
            (State::Coming, ..) => view! { <p class="coming" role="status">"Loading…"</p> }.into_any(),
            (State::Refused(why), ..) => refused(why),
            (State::Asks(address), ..) => asks(address),
            (State::Here, _, Screen::Compare) => chunks::COMPARE.view(),
            (State::Here, Mode::Edit | Mode::Try, Screen::Requests) => chunks::REQUESTS.view(),
            (State::Here, Mode::Edit, Screen::Customers) => chunks::CUSTOMERS.view(),
            (State::Here, Mode::Edit, Screen::Routine) => chunks::ROUTINE.view(),
            (State::Here, Mode::Edit, Screen::Talk) => chunks::TALK.view(),
            (State::Here, Mode::Edit, Screen::Way) => chunks::WAY.view(),
            (State::Here, Mode::Edit, _) => view! { <ValuesScreen /> }.into_any(),
            (State::Here, _, Screen::Customers) if route.get() == Route::Menu => view! { <PublishedMenu /> }.into_any(),
            (State::Here, ..) => view! { <PublishedView /> }.into_any(),
        }
    };
    view! {
        <Bar undo=undo />
        <main id="main" tabindex="-1">
            <ConflictsView />
            {piece(content)}
        </main>
        <Status />
        <ImportView />
        <NoticesView />
    }
}

/// Follows links to other screens without the address, and starts anew where that is given another link from outside.
fn stay_here(route: RwSignal<Route>) {
    let clicks = window_event_listener(leptos::ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='#']").ok().flatten());
        if let Some(href) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            route.set(Route::parse(&href));
        }
    });
    let address = window_event_listener(leptos::ev::hashchange, |_| drop(window().location().reload()));
    on_cleanup(move || {
        clicks.remove();
        address.remove();
    });
}

fn title(document: &Document) -> String {
    let name = match document.name().trim() {
        "" => document.divisions().next().map(Division::display_name).unwrap_or("Values"),
        name => name,
    };
    [name, " · Evencost"].concat()
}

fn refused(why: String) -> AnyView {
    view! {
        <section class="opening">
            <h1>"This cannot be shown"</h1>
            <p role="alert">{why}</p>
        </section>
    }
    .into_any()
}

fn asks(address: String) -> AnyView {
    view! {
        <section class="opening">
            <h1>"You are asked for your view"</h1>
            <p>"What you write is kept on your device until you send it. That takes a page of its own."</p>
            <p><a class="button main" href=address target="_blank" rel="noopener">"Open it"</a></p>
        </section>
    }
    .into_any()
}
