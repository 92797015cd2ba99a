//! A show of hands: the facilitator types what was counted.

use evencost_core::document::{Place, Value};
use evencost_core::id::{DivisionId, RequestId, ValueId};
use evencost_core::meeting::{self, Hands};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::app;
use crate::live::Live;
use crate::parts::erased::when;
use crate::parts::{Notices, SentenceOf};

#[component]
pub(super) fn HandsForm(
    request: RequestId,
    division: DivisionId,
    /// Unset when the hands are counted.
    done: RwSignal<bool>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let values: Vec<Value> = live.peek(|document| document.values_in_play(division).cloned().collect());
    let before = live.peek(|document| meeting::counted(document, division, request));
    let hands_on =
        |value: ValueId| before.iter().find(|(of, _)| *of == value).map(|(_, hands)| *hands).unwrap_or_default();
    let people = RwSignal::new(before.iter().map(|(_, hands)| hands.people).max().unwrap_or(0));
    let counts: Vec<(ValueId, RwSignal<Hands>)> =
        values.iter().map(|value| (value.id, RwSignal::new(hands_on(value.id)))).collect();
    let problem = RwSignal::new(String::new());
    let write = {
        let counts = counts.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let people = people.get_untracked();
            let counted: Vec<(ValueId, Hands)> =
                counts.iter().map(|(value, hands)| (*value, Hands { people, ..hands.get_untracked() })).collect();
            if people == 0 {
                problem.set("How many people are there? Their number comes first.".to_owned());
                return;
            }
            let raised =
                live.with_ids(|document, ids| Some(meeting::raise(document, division, request, &counted, ids)));
            match raised {
                Some(Ok(edit)) => {
                    done.set(false);
                    app::keep_focus();
                    notices.edit(live, edit, "The hands are counted.");
                }
                Some(Err(error)) => problem.set(error.to_string()),
                None => {}
            }
        }
    };
    let field = |says: &'static str,
                 words: &str,
                 read: fn(&Hands) -> u32,
                 write: fn(&mut Hands, u32),
                 hands: RwSignal<Hands>| {
        let label = format!("{says} {words}");
        view! {
            <label class="count">
                <span>{says}</span>
                <input
                    type="number"
                    min="0"
                    max="200"
                    inputmode="numeric"
                    aria-label=label
                    prop:value=read(&hands.get_untracked()).to_string()
                    on:input:target=move |event| {
                        let count = event.target().value().parse().unwrap_or(0);
                        hands.update(|hands| write(hands, count));
                    }
                />
            </label>
        }
        .into_any()
    };
    let rows = counts.iter().map(|(value, hands)| {
        let words = |place| {
            live.peek(|document| {
                document.value(*value).map(|row| row.side(place).text.trim().to_owned()).unwrap_or_default()
            })
        };
        let (pursued, cost) = (words(Place::Pursued), words(Place::Cost));
        view! {
            <fieldset>
                <legend><SentenceOf value=*value /></legend>
                <p>
                    <span class="side">{pursued.clone()}</span>
                    {field("serves", &pursued, |hands| hands.serves, |hands, count| hands.serves = count, *hands)}
                    {field("harms", &pursued, |hands| hands.harms, |hands, count| hands.harms = count, *hands)}
                </p>
                <p>
                    <span class="side">{cost.clone()}</span>
                    {field("spends", &cost, |hands| hands.spends, |hands, count| hands.spends = count, *hands)}
                    {field("protects", &cost, |hands| hands.protects, |hands, count| hands.protects = count, *hands)}
                </p>
            </fieldset>
        }
    });
    let rows = rows.collect_view();
    view! {
        <form class="hands" novalidate on:submit=write>
            <label class="count">
                <span>"People in the room"</span>
                <input
                    type="number"
                    min="1"
                    max="200"
                    inputmode="numeric"
                    prop:value=people.get_untracked().to_string()
                    on:input:target=move |event| people.set(event.target().value().parse().unwrap_or(0))
                />
            </label>
            <p class="soft">"Ask for hands on each side of each value: what the request does to it. Who raises no hand says “neither”."</p>
            {rows}
            {when(move || problem.with(|problem| !problem.is_empty()), move || view! {
                <p class="refusal" role="alert">{move || problem.get()}</p>
            }.into_any())}
            <p class="choices"><button type="submit" class="main">"Count them"</button></p>
        </form>
    }
}
