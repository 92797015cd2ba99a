//! The way to the comparison with another team, which somebody may have sent as a link.

use evencost_core::document::Division;
use evencost_core::id::DivisionId;
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::erased::{click, memo};
use crate::route::Route;
use crate::screens::import::ImportDialog;

#[component]
pub(super) fn Comparing(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let import = expect_context::<ImportDialog>();
    let others = memo(move || {
        live.read(|document| {
            let ready = |row: &&Division| row.id != division && document.is_ready(row.id);
            let others = document.divisions().filter(ready);
            others.map(|row| (row.id, row.display_name().to_owned())).collect::<Vec<_>>()
        })
    });
    view! {
        <ul class="plain-list">
            {move || others.get().into_iter().map(|(other, name)| view! {
                <li><a class="button" href=Route::Pair(division, other).to_string()>"Compare with " {name}</a></li>
            }).collect_view()}
        </ul>
        <p>
            {move || if others.with(Vec::is_empty) {
                "No other team’s values are here yet. Paste what they sent you: a link, a list or a file."
            } else {
                "Another team? Paste what they sent you: a link, a list or a file."
            }}
        </p>
        <p class="choices"><button type="button" on:click=click(move |_| import.open())>"Paste or import"</button></p>
    }
}
