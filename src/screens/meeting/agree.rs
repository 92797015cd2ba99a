//! What the meeting made, to be said aloud and taken along.

use evencost_core::id::DivisionId;
use evencost_core::meeting::minutes;
use leptos::prelude::*;

use super::Meeting;
use crate::app;
use crate::keeping::{Beside, Keeper};
use crate::live::Live;
use crate::parts::erased::{click, memo};
use crate::parts::{Notices, copy};
use crate::ports::{clock, files};
use crate::route::Route;

#[component]
pub(super) fn Agree(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let keeper = expect_context::<Keeper>();
    let notices = expect_context::<Notices>();
    let meeting = expect_context::<Meeting>();
    let route = expect_context::<RwSignal<Route>>();
    let text = memo(move || live.read(|document| minutes::write(document, division, clock::today())));
    let save = move |_| {
        let download =
            files::Download { name: "minutes.md".to_owned(), kind: "text/markdown", text: text.get_untracked() };
        if !files::save(&download) {
            notices.show("This browser did not take the file. Copy the minutes instead.");
        }
    };
    let end = move |_| {
        app::go_at_once(route, Route::Values);
        meeting.keeper.drop_beside(Beside::Meeting);
        app::keep_focus();
    };
    view! {
        <pre class="minutes" tabindex="0" aria-label="The minutes">{move || text.get()}</pre>
        <p class="choices">
            <button type="button" class="main" on:click=click(move |_| copy(notices, text.get_untracked(), "The minutes are copied."))>
                "Copy the minutes"
            </button>
            <button type="button" on:click=click(save)>"Save them as a file"</button>
            <button type="button" on:click=click(move |_| keeper.save_file())>"Save the workspace as a file"</button>
            <button type="button" class="quiet" on:click=click(end)>"End the meeting"</button>
        </p>
    }
}
