//! Sharing: a link by its purpose, as text and as a QR code; or a file, or plain text.

use evencost_core::document::{Document, List};
use evencost_core::link::{Part, Purpose};
use evencost_core::text::{json, plain};
use leptos::prelude::*;

use super::LinkDialogs;
use super::copied::CopiedLink;
use super::scan::{code, made, shared};
use super::which::Which;
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::erased::{click, memo, when};
use crate::parts::{Notices, Segment, Segments, Tick, copy};
use crate::ports::files;
use crate::screens::current::Current;

const PURPOSES: [(Purpose, &str); 3] =
    [(Purpose::Look, "To look at"), (Purpose::Draft, "To write values"), (Purpose::Weigh, "To weigh requests")];

/// What the dialog of sharing holds.
#[component]
pub fn ShareForm() -> impl IntoView {
    let live = expect_context::<Live>();
    let keeper = expect_context::<Keeper>();
    let notices = expect_context::<Notices>();
    let current = expect_context::<Current>();
    let purpose = RwSignal::new(0);
    let [requests, answers, service, talks] = [(); 4].map(|()| RwSignal::new(false));
    let has = |of: fn(&Document) -> bool| live.peek(of);
    let has_service = has(|document| {
        [List::Outputs, List::Customers, List::Routines].iter().any(|list| !document.order(*list).is_empty())
    });
    let has_talks = has(|document| document.talks().next().is_some() || document.snapshots().next().is_some());
    let which = Which::of(live);
    let what = memo(move || PURPOSES.get(purpose.get()).map_or(Purpose::Look, |(purpose, _)| *purpose));
    let part = move || {
        let purpose = what.get();
        let is_look = purpose == Purpose::Look;
        // Those who are asked are not led by what others said and decided.
        let requests = purpose == Purpose::Weigh || is_look && requests.get();
        let answers = is_look && requests && answers.get();
        let (service, talks) = (is_look && service.get(), is_look && talks.get());
        Part {
            division: which.get(),
            values: true,
            requests,
            decisions: is_look,
            answers,
            service,
            talks,
            ..Part::default()
        }
    };
    let document = shared(Signal::derive(part));
    let link = made(what.into(), document);
    let text = memo(move || link.get().unwrap_or_default());
    let nothing = memo(move || {
        document.with(|document| match what.get() {
            Purpose::Draft | Purpose::Weigh if keeper.guest().is_some() => {
                "This came by a link and is not kept: keep it first, so that replies find their way back."
            }
            Purpose::Weigh if document.requests().next().is_none() => {
                "There is no request to weigh yet: add one first."
            }
            Purpose::Weigh if !document.divisions().any(|row| document.is_ready(row.id)) => {
                "There is no finished value to weigh against yet: write one first."
            }
            Purpose::Look if document.is_blank() => "There is nothing to look at yet: write a value first.",
            _ => "",
        })
    });
    let choose = move |place: usize| {
        purpose.set(place);
        // Whoever is asked to write or weigh is asked for one division.
        which.choose(if place == 0 { None } else { untrack(move || current.get()) });
    };
    let save = move |_| {
        let text = document.with_untracked(json::write);
        let name = document.with_untracked(|document| document.name().to_owned());
        let name = files::name_of(&name, "evencost.json");
        if !files::save(&files::Download { name, kind: "application/json", text }) {
            notices.show("This browser did not take the file.");
        }
    };
    let copy_text = move |_| {
        let text = document.with_untracked(|document| {
            let sets = document.divisions().map(|row| plain::write(document, row.id));
            sets.collect::<Vec<_>>().join("\n\n")
        });
        copy(notices, text, "Copied as plain text.");
    };
    let segments: Vec<Segment> = PURPOSES.iter().map(|(_, words)| (*words, "")).collect();
    view! {
        <Segments
            name="purpose"
            label="What for?"
            segments=segments
            chosen=Signal::derive(move || Some(purpose.get()))
            on_choose=choose
        />
        <p class="soft">
            {move || match what.get() {
                Purpose::Look => "It opens as a preview. Whoever opens it can keep it, or compare it with their own.",
                Purpose::Draft => "It opens on one button, Start. Each writes values alone and sends you a reply, which you take in \
                    under More (⋯), “Take in replies”.",
                Purpose::Weigh => "It opens on one button, Start. Each weighs the requests alone, without what others answered or you \
                    decided, and sends you a reply, which you take in under More (⋯), “Take in replies”.",
            }}
        </p>
        {which.view("With the values of")}
        {when(move || what.get() == Purpose::Look, move || view! {
            <p class="ticks">
                <Tick ticked=requests on_tick=move |ticked| requests.set(ticked)>"With the requests and decisions"</Tick>
                {when(move || requests.get(), move || view! {
                    <Tick ticked=answers on_tick=move |ticked| answers.set(ticked)>"With people’s answers"</Tick>
                }.into_any())}
                {has_service.then(|| view! {
                    <Tick ticked=service on_tick=move |ticked| service.set(ticked)>"With customers and routine"</Tick>
                })}
                {has_talks.then(|| view! {
                    <Tick ticked=talks on_tick=move |ticked| talks.set(ticked)>"With talks"</Tick>
                })}
            </p>
        }.into_any())}
        {when(move || !nothing.get().is_empty(), move || view! { <p class="refusal">{nothing.get()}</p> }.into_any())}
        {when(move || nothing.get().is_empty() && link.with(Result::is_ok), move || view! {
            <CopiedLink link=text label="Copy the link" />
            <details class="scan">
                <summary>"QR code"</summary>
                {move || link.get().ok().map(|link| code(&link))}
            </details>
        }.into_any())}
        {move || link.get().err().map(|error| view! { <p class="refusal">{error.to_string()}</p> })}
        <p class="soft">
            "The link holds the content itself and no server sees it. Whoever has it can open it, and it cannot be taken back."
        </p>
        <Replies />
        <footer class="loose">
            <button type="button" on:click=click(save)>"Save it as a file"</button>
            <button type="button" on:click=click(copy_text)>"Copy the values as text"</button>
        </footer>
    }
}

/// The way to the other dialog.
#[component]
fn Replies() -> impl IntoView {
    let dialogs = expect_context::<LinkDialogs>();
    let go = move |_| {
        dialogs.share.set(false);
        dialogs.take(String::new());
    };
    view! { <p><button type="button" class="quiet" on:click=click(go)>"Take in replies…"</button></p> }
}
