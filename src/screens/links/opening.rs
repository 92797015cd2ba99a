//! A link that was opened: by its purpose, one button to start with, or straight to what there is to look at.

use evencost_core::document::{Division, Document, Rater};
use evencost_core::edit::{self, apply};
use evencost_core::id::{DivisionId, RaterId};
use evencost_core::link::{self, Link, LinkError, Purpose, Reply, Sent, find};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{LinkDialogs, Received, sender};
use crate::app;
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::erased::{click, memo, piece};
use crate::parts::{Choice, Tick};
use crate::route::Route;
use crate::screens::current::Current;
use crate::screens::remember_weigher;

/// The page of a link.
#[component]
pub fn Opening() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let route = expect_context::<RwSignal<Route>>();
    let fragment = memo(move || {
        route.track();
        let hash = window().location().hash().unwrap_or_default();
        find(&hash).into_iter().next().unwrap_or_else(|| hash.trim_start_matches('#').to_owned())
    });
    Effect::new(move |_| {
        let fragment = fragment.get();
        if let Ok(Link::Sent(sent)) = link::read(&fragment)
            && sent.purpose == Purpose::Look
        {
            // Where the open workspace cannot be left, the link stays in the address.
            if keeper.show_guest(sent.document, fragment, sent.has_more) {
                app::replace(route, Route::Values);
            }
        }
    });
    piece(move || {
        let fragment = fragment.get();
        match link::read(&fragment) {
            Ok(Link::Sent(sent)) if sent.purpose == Purpose::Look => {
                view! { <p class="coming" role="status">"Opening…"</p> }.into_any()
            }
            Ok(Link::Sent(sent)) if sent.has_more => refused(&LinkError::Newer),
            Ok(Link::Sent(sent)) => view! { <Start sent=sent fragment=fragment /> }.into_any(),
            Ok(Link::Reply(reply)) => replied(&reply, fragment),
            Err(error) => refused(&error),
        }
    })
}

/// What is wrong with the link, and the way out.
fn refused(error: &LinkError) -> AnyView {
    let route = expect_context::<RwSignal<Route>>();
    let message = error.to_string();
    view! {
        <section class="opening">
            <h1>"This link cannot be opened"</h1>
            <p role="alert">{message}</p>
            <p class="soft">"Nothing on this device has been changed."</p>
            <p class="choices">
                <button type="button" class="main" on:click=click(move |_| app::replace(route, Route::Values))>
                    "Go to my own values"
                </button>
            </p>
        </section>
    }
    .into_any()
}

/// A reply was opened: it belongs to whoever sent the link that it answers.
fn replied(reply: &Reply, fragment: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    let dialogs = expect_context::<LinkDialogs>();
    let route = expect_context::<RwSignal<Route>>();
    let home = sender(keeper, reply.base);
    let take = move |_| {
        if let Some(home) = home.clone()
            && home != keeper.workspace()
        {
            keeper.switch(&home);
        }
        app::replace(route, Route::Values);
        dialogs.take(["#", &fragment].concat());
    };
    view! {
        <section class="opening">
            <h1>"A reply"</h1>
            <p>
                "This link is somebody’s reply. It is for the one who asked for it: take it in there, where the link that it answers \
                 was sent from."
            </p>
            <p class="choices">
                <button type="button" class="main" on:click=click(take)>"Take it in"</button>
                <button type="button" on:click=click(move |_| app::replace(route, Route::Values))>"Go to my own values"</button>
            </p>
        </section>
    }
    .into_any()
}

/// What somebody is asked to do, and the button that begins it.
#[component]
fn Start(sent: Sent, fragment: String) -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let live = expect_context::<Live>();
    let current = expect_context::<Current>();
    let route = expect_context::<RwSignal<Route>>();
    let is_draft = sent.purpose == Purpose::Draft;
    let to = if is_draft { Route::Values } else { Route::Requests };
    let divisions: Vec<(DivisionId, String)> =
        sent.document.divisions().map(|row| (row.id, row.display_name().to_owned())).collect();
    let names: Vec<String> = divisions.iter().map(|(_, name)| name.clone()).collect();
    let (chosen, named) = (RwSignal::new(0), RwSignal::new(false));
    let name = NodeRef::<Input>::new();
    let begun = Received::find(keeper, &fragment);
    let content = what_is_in(&sent.document);
    let requests = sent.document.requests().count();
    let (title, task) = if is_draft {
        let task = "Write down what your team pursues, and the good thing that it gives up for it: alone, two or three are plenty. \
                    Then send your reply to whoever asked you.";
        ("Write values of your own".to_owned(), task)
    } else {
        let task = "Say of each request what it does to each value: alone, before you hear what others say. Then send your reply to \
                    whoever asked you.";
        (format!("Weigh {requests} request{}", if requests == 1 { "" } else { "s" }), task)
    };
    let start = move |_| {
        let rater: RaterId = live.fresh();
        let mut document = sent.document.clone();
        let division = divisions.get(chosen.get_untracked()).map(|(id, _)| *id);
        let division = division.unwrap_or_else(|| {
            let id = live.fresh();
            let row = edit::append(&document, Division::new(id, ""));
            apply(&mut document, row);
            id
        });
        let name = name.get_untracked().map(|field| field.value().trim().to_owned()).unwrap_or_default();
        let person = edit::append(&document, Rater { id: rater, name, division, named: named.get_untracked() });
        apply(&mut document, person);
        if keeper.start_new(Some(document)) {
            Received { link: fragment.clone(), rater: Some(rater.to_string()), replies: 0 }.keep(keeper);
            remember_weigher(rater);
            current.choose(division);
            app::replace(route, to);
            if is_draft {
                // Where they are to write.
                request_animation_frame(|| {
                    let blank =
                        leptos::prelude::document().query_selector(".values > :last-child textarea").ok().flatten();
                    if let Some(blank) = blank.and_then(|blank| blank.dyn_into::<HtmlElement>().ok()) {
                        drop(blank.focus());
                    }
                });
            }
        }
    };
    let go_on = begun.map(|workspace| {
        move |_| {
            keeper.switch(&workspace);
            app::replace(route, to);
        }
    });
    view! {
        <section class="opening">
            <h1>{title}</h1>
            <p class="lead">{task}</p>
            {match go_on {
                Some(go_on) => view! {
                    <p>"You have begun with this already."</p>
                    <p class="choices"><button type="button" class="main" on:click=click(go_on)>"Go on"</button></p>
                }.into_any(),
                None => view! {
                    <label class="field">
                        <span>"Your name or initials, so that it is clear who has answered; it may stay empty."</span>
                        <input type="text" autocomplete="off" node_ref=name />
                    </label>
                    {(names.len() > 1).then(|| view! {
                        <p><Choice label="You answer for" options=names chosen=chosen on_choose=move |place| chosen.set(place) /></p>
                    })}
                    {(!is_draft).then(|| view! {
                        <p><Tick ticked=named on_tick=move |ticked| named.set(ticked)>"Show my name beside my answers"</Tick></p>
                    })}
                    <p class="choices"><button type="button" class="main" on:click=click(start)>"Start"</button></p>
                    <p class="soft">
                        "What you write stays on this device until you send your reply. Other workspaces here are not touched."
                    </p>
                }.into_any(),
            }}
            {content}
        </section>
    }
}

/// What the link brings, in plain words.
fn what_is_in(document: &Document) -> AnyView {
    let sets = document.divisions().filter(|row| document.is_ready(row.id)).map(|division| {
        let values = document.values_in_play(division.id).map(|value| {
            let words = format!("{} even at the cost of {}", value.pursued.text.trim(), value.cost.text.trim());
            view! { <li>{words}</li> }
        });
        view! {
            <h2>{division.display_name().to_owned()}</h2>
            <ul class="preview">{values.collect_view()}</ul>
        }
    });
    let sets = sets.collect_view();
    let requests: Vec<_> = document.requests().map(|row| view! { <li>{row.display_title().to_owned()}</li> }).collect();
    if sets.is_empty() && requests.is_empty() {
        return ().into_any();
    }
    view! {
        <details>
            <summary>"What you were sent"</summary>
            {sets}
            {(!requests.is_empty()).then(|| view! {
                <h2>"Requests"</h2>
                <ul class="preview">{requests}</ul>
            })}
        </details>
    }
    .into_any()
}
