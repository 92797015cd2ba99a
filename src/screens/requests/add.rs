//! A form for one more request: nothing is added before it is sent.

use evencost_core::document::{Origin, Request};
use evencost_core::edit;
use evencost_core::id::{DivisionId, RequestId};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use crate::app;
use crate::live::Live;
use crate::parts::Segments;
use crate::ports::clock;
use crate::route::Route;

/// The form; it closes itself, and leads to the new request.
#[component]
pub(super) fn AddRequest(division: DivisionId, open: RwSignal<bool>) -> impl IntoView {
    let live = expect_context::<Live>();
    let (title, from) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let own = RwSignal::new(false);
    let first = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(first) = first.get() {
            drop(first.focus());
        }
    });
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        if title.with_untracked(|title| title.trim().is_empty()) {
            if let Some(first) = first.get_untracked() {
                drop(first.focus());
            }
            return;
        }
        let id = live.fresh::<RequestId>();
        let origin = if own.get_untracked() { Origin::Own(division) } else { Origin::Incoming(from.get_untracked()) };
        let request = Request { origin, ..Request::new(id, title.get_untracked().trim(), clock::today()) };
        live.change(|document| edit::append(document, request));
        open.set(false);
        app::go(Route::Request(id));
    };
    view! {
        <form class="card add" aria-label="A new request" on:submit=add on:keydown=move |event| if event.key() == "Escape" { open.set(false) }>
            <label class="field">
                <span>"What is asked, in one line"</span>
                <input type="text" required autocomplete="off" node_ref=first prop:value=title on:input:target=move |event| title.set(event.target().value()) />
            </label>
            <Segments
                name="new-kind"
                label="It is"
                segments=vec![("asked of us", ""), ("our own action", "")]
                chosen=Signal::derive(move || Some(usize::from(own.get())))
                on_choose=move |place: usize| own.set(place == 1)
            />
            <Show when=move || !own.get()>
                <label class="field">
                    <span>"Who asks"</span>
                    <input type="text" autocomplete="off" prop:value=from on:input:target=move |event| from.set(event.target().value()) />
                </label>
            </Show>
            <p class="choices">
                <button type="submit" class="main">"Add and weigh it"</button>
                <button type="button" class="quiet" on:click=move |_| open.set(false)>"Cancel"</button>
            </p>
        </form>
    }
}
