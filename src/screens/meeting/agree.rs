//! What the meeting made, to be said aloud and taken along.

use evencost_core::document::Value;
use evencost_core::id::DivisionId;
use evencost_core::meeting::minutes::{self, Block};
use leptos::prelude::*;

use super::Meeting;
use crate::app;
use crate::keeping::{Beside, Keeper};
use crate::live::Live;
use crate::parts::erased::click;
use crate::parts::{Notices, Sentence, copy};
use crate::ports::{clock, files};
use crate::route::Route;

#[component]
pub(super) fn Agree(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let keeper = expect_context::<Keeper>();
    let notices = expect_context::<Notices>();
    let meeting = expect_context::<Meeting>();
    let route = expect_context::<RwSignal<Route>>();
    let text = move || live.peek(|document| minutes::write(document, division, clock::today()));
    let save = move |_| {
        let download = files::Download { name: "minutes.md".to_owned(), kind: "text/markdown", text: text() };
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
        <section class="minutes" aria-label="The minutes">
            {move || live.read(|document| minutes::blocks(document, division, clock::today()).iter().map(block).collect_view())}
        </section>
        <p class="choices">
            <button type="button" class="main" on:click=click(move |_| copy(notices, text(), "The minutes are copied."))>
                "Copy the minutes"
            </button>
            <button type="button" on:click=click(save)>"Save them as a file"</button>
            <button type="button" on:click=click(move |_| keeper.save_file())>"Save the workspace as a file"</button>
            <button type="button" class="quiet" on:click=click(end)>"End the meeting"</button>
        </p>
    }
}

fn block(block: &Block<'_>) -> AnyView {
    match block {
        Block::Title(title) => view! { <h2>{title.clone()}</h2> }.into_any(),
        Block::Section(name) => view! { <h3>{*name}</h3> }.into_any(),
        Block::Values(values) => {
            let items = values.iter().map(|(value, is_new)| {
                view! { <li>{sentence(value)} {is_new.then_some(" (adopted today)")}</li> }
            });
            view! { <ol>{items.collect_view()}</ol> }.into_any()
        }
        Block::Request(title) => view! { <h4>{(*title).to_owned()}</h4> }.into_any(),
        Block::Words(words) => view! { <p>{words.clone()}</p> }.into_any(),
        Block::Split(values) => {
            let items = values.iter().map(|(value, counts)| view! { <li>{sentence(value)} ": " {counts.clone()}</li> });
            view! {
                <p>"To talk about:"</p>
                <ul>{items.collect_view()}</ul>
            }
            .into_any()
        }
        Block::Decision(answer) => view! { <p><b>"Decision: "</b> {answer.clone()}</p> }.into_any(),
        Block::Decider(value) => view! { <p>"The value that decided: " {sentence(value)}</p> }.into_any(),
        Block::Reason(reason) => view! { <p>"Reason: " {(*reason).to_owned()}</p> }.into_any(),
    }
}

fn sentence(value: &Value) -> AnyView {
    let [pursued, cost] = [&value.pursued, &value.cost].map(|side| side.text.trim().to_owned());
    view! { <Sentence pursued=pursued cost=cost /> }.into_any()
}
