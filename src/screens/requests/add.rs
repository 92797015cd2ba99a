//! A form for one more request: nothing is added before it is sent.

use std::time::Duration;

use evencost_core::document::{Origin, Request};
use evencost_core::edit;
use evencost_core::id::{DivisionId, RequestId};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::seems::Seems;
use super::weigher::Weigher;
use crate::app;
use crate::live::Live;
use crate::parts::Segments;
use crate::parts::erased::{click, when};
use crate::ports::clock;
use crate::route::Route;

/// What the words seem to touch is looked for when typing pauses.
const PAUSE: Duration = Duration::from_millis(250);

/// The form; it closes itself, and leads to the new request.
#[component]
pub(super) fn AddRequest(division: DivisionId, open: RwSignal<bool>) -> impl IntoView {
    let live = expect_context::<Live>();
    let weigher = expect_context::<Weigher>();
    let (title, from) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let own = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let mut pause = debounce(PAUSE, move |words| typed.set(words));
    Effect::new(move |_| {
        if let Some(title) = title.get() {
            drop(title.focus());
        }
    });
    let read = move |field: NodeRef<Input>| {
        field.get_untracked().map(|field| field.value().trim().to_owned()).unwrap_or_default()
    };
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let words = read(title);
        if words.is_empty() {
            // Spaces get past the browser's own check.
            app::focus("new-title");
            return;
        }
        let id = live.fresh::<RequestId>();
        let origin = if own.get_untracked() { Origin::Own(division) } else { Origin::Incoming(read(from)) };
        let request = Request { origin, ..Request::new(id, words, clock::today()) };
        live.change(|document| edit::append(document, request));
        open.set(false);
        weigher.begins.set(true);
        app::go(Route::Request(id));
    };
    let who = move || {
        view! {
            <label class="field">
                <span>"Who asks"</span>
                <input type="text" autocomplete="off" node_ref=from />
            </label>
        }
        .into_any()
    };
    view! {
        <form
            class="card add"
            aria-label="A new request"
            on:submit=add
            on:keydown=move |event| if event.key() == "Escape" { open.set(false) }
        >
            <label class="field">
                <span>"What is asked, in one line"</span>
                <input
                    type="text"
                    id="new-title"
                    required
                    autocomplete="off"
                    node_ref=title
                    on:input:target=move |event| pause(event.target().value())
                />
            </label>
            <Seems division=division typed=typed />
            <Segments
                name="new-kind"
                label="It is"
                segments=vec![("asked of us", ""), ("our own action", "")]
                chosen=Signal::derive(move || Some(usize::from(own.get())))
                on_choose=move |place: usize| own.set(place == 1)
            />
            {when(move || !own.get(), who)}
            <p class="choices">
                <button type="submit" class="main">"Add and weigh it"</button>
                <button type="button" class="quiet" on:click=click(move |_| open.set(false))>"Cancel"</button>
            </p>
        </form>
    }
}
