//! Requests: asked, weighed, decided, and what the decisions add up to.

mod add;
mod card;
mod decision;
mod facts;
mod filters;
mod lane;
mod letter;
mod list;
mod people;
mod readings;
mod request;
mod result;
mod seems;
mod sheet;
mod table;
mod weigher;
mod words;

use evencost_core::document::DecisionKey;
use leptos::prelude::*;

use crate::app;
use crate::parts::erased::piece;
use crate::route::{Route, Screen};
use crate::screens::current::Current;
use crate::screens::division_switch::{DivisionSwitch, no_division};
use filters::Filters;
use list::RequestList;
use readings::ReadingsView;
use request::RequestPage;
use table::Table;
use weigher::Weigher;
pub use weigher::remember as remember_weigher;

/// The screen of requests.
#[component]
pub fn RequestsScreen() -> impl IntoView {
    let route = expect_context::<RwSignal<Route>>();
    let current = expect_context::<Current>();
    let weigher = Weigher::new();
    provide_context(weigher);
    provide_context(Filters::default());
    // While another screen takes over, this one stays what it was.
    let place = Memo::new(move |before: Option<&Route>| match (route.get(), before) {
        (now, Some(before)) if now.screen() != Screen::Requests => *before,
        (now, _) => now,
    });
    Effect::new(move |before: Option<Route>| {
        let now = place.get();
        if before.is_some_and(|before| before != now) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            match (now, untrack(move || current.get())) {
                (Route::Request(request), Some(division)) if weigher.begins.get_untracked() => {
                    weigher.begin(DecisionKey { request, division });
                }
                _ => app::focus("main"),
            }
        }
        now
    });
    let links = [(Route::Requests, "List"), (Route::Overview, "Table"), (Route::Readings, "Readings")];
    view! {
        <div class="requests-head">
            <nav class="subnav" aria-label="Requests">
                {links.map(|(to, label)| view! {
                    <a href=to.to_string() aria-current=move || (place.get() == to).then_some("page")>{label}</a>
                })}
            </nav>
            <DivisionSwitch />
        </div>
        {piece(move || match (place.get(), current.get()) {
            (Route::Request(request), _) => view! { <RequestPage request=request /> }.into_any(),
            (_, None) => no_division(),
            (Route::Overview, Some(division)) => view! { <Table division=division /> }.into_any(),
            (Route::Readings, Some(division)) => view! { <ReadingsView division=division /> }.into_any(),
            (_, Some(division)) => view! { <RequestList division=division /> }.into_any(),
        })}
    }
}
