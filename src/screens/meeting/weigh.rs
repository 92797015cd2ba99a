//! A few requests, each weighed alone and then looked at together.

use evencost_core::document::{DecisionKey, Document, Outcome, Request, Reveal};
use evencost_core::edit;
use evencost_core::id::{DivisionId, RequestId};
use evencost_core::link::{Part, Purpose};
use evencost_core::weigh::{Progress, progress};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::Meeting;
use super::hands::HandsForm;
use crate::app;
use crate::live::Live;
use crate::parts::Tick;
use crate::parts::erased::{click, list, memo, when};
use crate::ports::clock;
use crate::route::Route;
use crate::screens::links::{Answered, Scan};

/// So many requests are suggested.
const FEW: usize = 3;

#[component]
pub(super) fn Weigh(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let meeting = expect_context::<Meeting>();
    let all = memo(move || live.read(|document| document.requests().map(|row| row.id).collect::<Vec<_>>()));
    let chosen = memo(move || {
        let kept: Vec<RequestId> =
            meeting.state.with(|state| state.requests.iter().filter_map(|id| id.parse().ok()).collect());
        all.with(|all| kept.into_iter().filter(|id| all.contains(id)).collect::<Vec<_>>())
    });
    // Suggested once: what is decided meanwhile does not change what the room is at.
    if untrack(move || chosen.with(Vec::is_empty)) {
        let few = live.peek(|document| suggested(document, division));
        meeting.change(|state| state.requests = few.iter().map(ToString::to_string).collect());
    }
    let tick = move |request: RequestId, ticked: bool| {
        let mut requests = chosen.get_untracked();
        requests.retain(|other| *other != request);
        if ticked {
            requests.push(request);
        }
        meeting.change(|state| state.requests = requests.iter().map(ToString::to_string).collect());
    };
    let added = move |request: RequestId| tick(request, true);
    let part = Signal::derive(move || Part {
        division: Some(division),
        values: true,
        requests: true,
        only: chosen.get(),
        ..Part::default()
    });
    view! {
        {when(move || all.with(Vec::is_empty), move || view! {
            <p class="soft">"There is no request yet. What were you asked to do lately, and were not sure about?"</p>
            <AddOne added=added />
        }.into_any())}
        {when(move || !all.with(Vec::is_empty), move || view! {
            <details>
                <summary>{move || format!("Which requests: {} of {}", chosen.with(Vec::len), all.with(Vec::len))}</summary>
                <ul class="plain-list">
                    {list(move || all.get(), move |request| view! {
                        <li>
                            <Tick
                                ticked=Signal::derive(move || chosen.with(|chosen| chosen.contains(&request)))
                                on_tick=move |ticked| tick(request, ticked)
                            >
                                {move || title(live, request)}
                            </Tick>
                        </li>
                    }.into_any())}
                </ul>
                <AddOne added=added />
            </details>
            {when(move || chosen.with(Vec::is_empty), || view! {
                <p class="refusal">"Choose at least one request."</p>
            }.into_any())}
            {when(move || !chosen.with(Vec::is_empty), move || view! {
                <div class="meeting-columns">
                    <Scan
                        purpose=Purpose::Weigh
                        part=part
                        task="Open this on your phone, weigh, and send your reply to me alone."
                    />
                    <div>
                        <Answered purpose=Purpose::Weigh />
                        <h2>"Look at them together"</h2>
                        <ul class="plain-list">
                            {list(move || chosen.get(), move |request| view! {
                                <Weighed request=request division=division />
                            }.into_any())}
                        </ul>
                    </div>
                </div>
            }.into_any())}
        }.into_any())}
    }
}

/// One more request, in one line.
#[component]
fn AddOne(added: impl Fn(RequestId) + Copy + 'static) -> impl IntoView {
    let live = expect_context::<Live>();
    let title = NodeRef::<Input>::new();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = title.get_untracked() else { return };
        let words = field.value().trim().to_owned();
        drop(field.focus());
        if words.is_empty() {
            return;
        }
        field.set_value("");
        let request = Request::new(live.fresh(), words, clock::today());
        let id = request.id;
        live.change(|document| edit::append(document, request));
        added(id);
    };
    view! {
        <form class="choices add-one" on:submit=add>
            <label class="field">
                <span>"One more request, in one line"</span>
                <input type="text" autocomplete="off" node_ref=title />
            </label>
            <button type="submit">"Add it"</button>
        </form>
    }
}

fn title(live: Live, request: RequestId) -> String {
    live.read(|document| document.request(request).map(|row| row.display_title().to_owned()).unwrap_or_default())
}

/// The first requests on which the division has not decided, else the first of all.
fn suggested(document: &Document, division: DivisionId) -> Vec<RequestId> {
    let is_open = |request: RequestId| {
        let decision = document.decision(DecisionKey { request, division });
        decision.is_none_or(|decision| decision.outcome == Outcome::Open)
    };
    let open: Vec<RequestId> = document.requests().map(|row| row.id).filter(|id| is_open(*id)).take(FEW).collect();
    if open.is_empty() { document.requests().map(|row| row.id).take(FEW).collect() } else { open }
}

/// One request: how many have weighed it, and the ways to answer without a phone.
#[component]
fn Weighed(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let key = DecisionKey { request, division };
    let state = memo(move || live.read(|document| (progress(document, request, division), document.is_revealed(key))));
    let route = expect_context::<RwSignal<Route>>();
    let counting = RwSignal::new(false);
    let reveal = move |_| {
        if !live.peek(|document| document.is_revealed(key)) {
            live.change(|document| edit::append(document, Reveal { key }));
        }
        app::go_at_once(route, Route::Request(request));
        app::focus("result");
        // Large and at the top: the room looks at nothing else now.
        request_animation_frame(|| {
            if let Some(result) = document().get_element_by_id("result") {
                result.scroll_into_view();
            }
        });
    };
    view! {
        <li class="weighed">
            <h3>{move || title(live, request)}</h3>
            <p class="soft">
                {move || {
                    let (Progress { weighed, .. }, revealed) = state.get();
                    let shown = if revealed { "Revealed." } else { "Hidden until you reveal it." };
                    match weighed {
                        0 => "Nobody has weighed it yet.".to_owned(),
                        1 => format!("1 has weighed it. {shown}"),
                        _ => format!("{weighed} have weighed it. {shown}"),
                    }
                }}
            </p>
            <p class="choices">
                <button type="button" disabled=move || state.with(|(progress, _)| progress.weighed == 0) on:click=click(reveal)>
                    {move || if state.with(|(_, revealed)| *revealed) { "Show the spread" } else { "Reveal" }}
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-expanded=move || counting.get().to_string()
                    on:click=click(move |_| counting.update(|counting| *counting = !*counting))
                >
                    "Show of hands"
                </button>
                <a href=Route::Request(request).to_string()>"Pass one laptop round"</a>
            </p>
            {when(move || counting.get(), move || view! {
                <HandsForm request=request division=division done=counting />
            }.into_any())}
        </li>
    }
}
