//! Whom a division serves, and how: its outputs, its customers, the board of lanes, the menu.

mod board;
mod consumers;
mod drag;
mod fields;
mod lane;
mod menu;
mod output;
mod outputs;
mod persona;
mod personas;

use evencost_core::id::DivisionId;
use leptos::prelude::*;

use crate::app;
use crate::parts::erased::piece;
use crate::route::{Route, Screen};
use crate::screens::current::Current;
use crate::screens::division_switch::{DivisionSwitch, no_division};
use board::Board;
use menu::OrderMenu;
pub use menu::menu_of;
use outputs::Outputs;
use personas::Personas;

/// The screen.
#[component]
pub fn CustomersScreen() -> impl IntoView {
    let route = expect_context::<RwSignal<Route>>();
    let current = expect_context::<Current>();
    // While another screen takes over, this one stays what it was.
    let place = Memo::new(move |before: Option<&Route>| match (route.get(), before) {
        (now, Some(before)) if now.screen() != Screen::Customers => *before,
        (now, _) => now,
    });
    Effect::new(move |before: Option<Route>| {
        let now = place.get();
        if before.is_some_and(|before| before != now) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            app::focus("main");
        }
        now
    });
    let links = [(Route::Customers, "Whom we serve"), (Route::Menu, "Menu")];
    view! {
        <div class="requests-head">
            <nav class="subnav" aria-label="Customers">
                {links.map(|(to, label)| view! {
                    <a href=to.to_string() aria-current=move || (place.get() == to).then_some("page")>{label}</a>
                })}
            </nav>
            <DivisionSwitch />
        </div>
        {piece(move || match (place.get(), current.get()) {
            (_, None) => no_division(),
            (Route::Menu, Some(division)) => view! { <OrderMenu division=division /> }.into_any(),
            (_, Some(division)) => whom_we_serve(division),
        })}
    }
}

/// What is produced, who needs it, and how they want to be served: each follows from the one before.
fn whom_we_serve(division: DivisionId) -> AnyView {
    view! {
        <h1>"Whom we serve"</h1>
        <p class="soft serve-lead">
            "Start from what you produce: whoever needs it is a customer. Then say in their words what they need, and how they \
             want to be served, when."
        </p>
        <Outputs division=division />
        <Personas division=division />
        <Board division=division />
    }
    .into_any()
}
