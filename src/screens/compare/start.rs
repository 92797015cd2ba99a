//! What to do while there are not yet two divisions with values.

use evencost_core::document::Division;
use evencost_core::id::DivisionId;
use leptos::prelude::*;

use super::{button, in_play};
use crate::app;
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::Notices;
use crate::parts::erased::{memo, piece};
use crate::route::Route;
use crate::screens::add_division;
use crate::screens::current::Current;
use crate::screens::import::ImportDialog;
use crate::screens::main_menu::open_example;

pub(super) fn view(live: Live) -> AnyView {
    let current = expect_context::<Current>();
    let route = expect_context::<RwSignal<Route>>();
    let import = expect_context::<ImportDialog>();
    let keeper = expect_context::<Keeper>();
    let notices = expect_context::<Notices>();
    let state = memo(move || {
        live.read(|document| {
            let ready = in_play(document);
            let waiting = document.divisions().find(|division| !ready.contains(&division.id));
            // Newcomers write values before they name who has them.
            let name = |division: &Division, otherwise: &str| match division.name.trim() {
                "" => otherwise.to_owned(),
                name => name.to_owned(),
            };
            let waiting = waiting.map(|division| (division.id, name(division, "the other division")));
            let ready = ready.first().and_then(|id| document.division(*id));
            (ready.map(|division| name(division, "Your division")), waiting)
        })
    });
    let write = move |division: DivisionId| {
        current.choose(division);
        app::go(Route::Values);
    };
    let add = move || {
        app::go_at_once(route, Route::Values);
        add_division(live, current);
    };
    view! {
        <section class="compare-start">
            <h1>"Compare"</h1>
            <p class="lead">"Lay your values beside those of a team you work with, and see what to talk about."</p>
            <p class="soft">
                {move || match state.get() {
                    (None, _) => "It takes two divisions with at least one value each. So far there is none.".to_owned(),
                    (Some(ready), None) => format!("{ready} has values. Now add those of another division."),
                    (Some(ready), Some((_, waiting))) => format!("{ready} has values, and {waiting} has none yet."),
                }}
            </p>
            <p class="choices">
                {piece(move || match state.get() {
                    (_, None) => button("Add a division", "main", add),
                    (ready, Some((id, waiting))) => {
                        let label = match ready {
                            None => "Write your values".to_owned(),
                            Some(_) => ["Write the values of ", &waiting].concat(),
                        };
                        let first = button(label, "main", move || write(id));
                        [first, button("Add a division", "", add)].collect_view().into_any()
                    }
                })}
                {button("Paste or import values", "", move || import.open())}
                {keeper.is_own().then(|| button("See an example", "quiet", move || open_example(keeper, notices)))}
            </p>
        </section>
    }
    .into_any()
}
