//! What somebody was asked to do by a link: said above every screen, with the button that makes the reply.

use evencost_core::document::{Document, Row};
use evencost_core::edit::Change;
use evencost_core::id::RaterId;
use evencost_core::link::{self, Purpose, Sent};
use evencost_core::merge::difference;
use evencost_core::weigh::has_weighed;
use leptos::prelude::*;

use super::copied::CopiedLink;
use super::{Received, address};
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::Dialog;
use crate::parts::erased::{click, memo};

/// The bar of a task; nothing in other workspaces.
#[component]
pub fn TaskBar() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let task = memo(move || Received::of(keeper).filter(|received| received.rater().is_some()).map(|task| task.link));
    view! {
        {move || task.get().map(|_| view! { <Task /> })}
    }
}

#[component]
fn Task() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let live = expect_context::<Live>();
    let open = RwSignal::new(false);
    let made = RwSignal::new(Ok::<_, String>(String::new()));
    let received = untrack(move || Received::of(keeper));
    let Some((sent, rater)) = received.and_then(|task| Some((task.sent().ok()?, task.rater()?))) else {
        return ().into_any();
    };
    let purpose = sent.purpose;
    let sent = StoredValue::new(sent);
    let state = memo(move || sent.with_value(|sent| live.read(|document| state(sent, document, rater))));
    let reply = move |_| {
        made.set(make(keeper, live, rater).map(|fragment| address(&fragment)));
        open.set(true);
    };
    view! {
        <aside class="banner task" aria-label="What you were asked">
            <span>
                {if purpose == Purpose::Draft {
                    "You were asked to write values of your own. "
                } else {
                    "You were asked to weigh these requests, alone. "
                }}
                <span class="soft">{move || state.get()}</span>
            </span>
            <button type="button" class="main" on:click=click(reply)>"Copy my reply…"</button>
        </aside>
        <Dialog open=open title="Your reply">
            {move || match made.get() {
                Ok(link) => view! {
                    <p>
                        "Send it to the one who asked you, and to nobody else: whoever sees this link can open it and read what \
                         you answered. Changed your mind later? Copy it again and send it: it replaces the first."
                    </p>
                    <CopiedLink link=link label="Copy my reply" />
                }.into_any(),
                Err(message) => view! { <p class="refusal">{message}</p> }.into_any(),
            }}
        </Dialog>
    }
    .into_any()
}

/// Spells the reply as it is now, and counts it.
fn make(keeper: Keeper, live: Live, rater: RaterId) -> Result<String, String> {
    let lost = "What you were sent is not kept on this device any more: open the link again.";
    let received = untrack(move || Received::of(keeper)).ok_or(lost)?;
    let sent = received.sent().map_err(|error| error.to_string())?;
    let answer = live.peek(|document| sent.answer_of(document, rater));
    let is_rater = |change: &Change| matches!(change, Change::Insert { row: Row::Rater(_), .. });
    if difference(&sent.document, &answer).changes.iter().all(is_rater) {
        return Err("There is nothing to reply yet: write a value, or weigh a request, first.".to_owned());
    }
    let number = received.replies.saturating_add(1);
    let fragment = link::write_reply(&sent, rater, number, &answer).map_err(|error| error.to_string())?;
    Received { replies: number, ..received }.keep(keeper);
    Ok(fragment)
}

/// How far it is.
fn state(sent: &Sent, document: &Document, rater: RaterId) -> String {
    if sent.purpose == Purpose::Draft {
        let values = |document: &Document| {
            document.divisions().map(|row| document.values_in_play(row.id).count()).sum::<usize>()
        };
        return match values(document).saturating_sub(values(&sent.document)) {
            0 => "None written yet.".to_owned(),
            1 => "1 written.".to_owned(),
            written => format!("{written} written."),
        };
    }
    let weighed = document.requests().filter(|request| has_weighed(document, request.id, rater)).count();
    format!("{weighed} of {} weighed.", document.requests().count())
}
