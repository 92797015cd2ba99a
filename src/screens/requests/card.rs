//! One value in the hands of one person: does the request touch it, and what does it do to its two sides?

use evencost_core::document::{Effect, FieldName, Key, Place, Stance, StanceKey};
use evencost_core::edit::{Spot as Listened, Visit};
use evencost_core::id::ValueId;
use evencost_core::weigh::{View, answer, choices, finish, set_too_dear, tick, untick};
use leptos::prelude::*;

use super::sheet::{Answers, tick_id};
use super::words::tone_of_view;
use crate::app;
use crate::live::Live;
use crate::parts::{Notices, Segments, SentenceOf, Tag};

/// The name of a question's buttons.
pub(super) fn question_id(value: ValueId, place: Place) -> String {
    let side = match place {
        Place::Pursued => "pursued-",
        Place::Cost => "cost-",
    };
    [side, &value.to_string()].concat()
}

/// The card of a value.
#[component]
pub(super) fn ValueCard(
    answers: Answers,
    value: ValueId,
    /// Another value has its turn.
    away: Signal<bool>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let Answers { request, rater, finished, .. } = answers;
    let key = StanceKey { request, value, rater };
    let stance = Memo::new(move |_| {
        for field in [FieldName::StancePursued, FieldName::StanceCost, FieldName::StanceTooDear] {
            live.listen(Listened::Field(Key::Stance(key), field));
        }
        live.row(Key::Stance(key), |document| document.stance(key).copied())
    });
    // Somebody who just ticked it and answers "neither" twice goes on looking at the questions.
    let held = RwSignal::new(false);
    let ticked = Memo::new(move |_| stance.get().is_some_and(|row| held.get() || row != Stance::untouched(key)));
    let toggle = move |touches: bool| {
        held.set(touches);
        if touches {
            live.change(|document| tick(document, key));
            return;
        }
        let visit = Some(app::next_visit());
        let complete = finished.get_untracked();
        live.edit_during(visit, live.peek(|document| untick(document, key)));
        if complete {
            live.edit_during(visit, live.peek(|document| finish(document, request, rater)));
        }
    };
    let view = Memo::new(move |_| stance.get().as_ref().and_then(View::of));
    // On request, the price is asked before the aim.
    let wanted = RwSignal::new(false);
    let asks_cost =
        Memo::new(move |_| wanted.get() || stance.get().is_some_and(|row| row.pursued.is_some() || row.cost.is_some()));
    let spends = Memo::new(move |_| stance.get().is_some_and(|row| row.too_dear || row.cost == Some(Effect::Minus)));
    let want_cost = move |_| {
        wanted.set(true);
        app::focus(&[&question_id(value, Place::Cost), "-0"].concat());
    };
    view! {
        <li class:card=move || ticked.get() class="value-card" hidden=move || away.get()>
            <label class="touch">
                <input
                    type="checkbox"
                    id=tick_id(value)
                    prop:checked=move || ticked.get()
                    on:change:target=move |event| toggle(event.target().checked())
                />
                <span class="off-screen">"It touches "</span>
                <SentenceOf value=value />
            </label>
            <Show when=move || ticked.get()>
                <Asked answers=answers key=key place=Place::Pursued stance=stance />
                <Show
                    when=move || asks_cost.get()
                    fallback=move || view! {
                        <button type="button" class="quiet small" on:click=want_cost>"Ask about its price first"</button>
                    }
                >
                    <Asked answers=answers key=key place=Place::Cost stance=stance />
                </Show>
                <Show when=move || spends.get()>
                    <label class="tick">
                        <input
                            type="checkbox"
                            prop:checked=move || stance.get().is_some_and(|row| row.too_dear)
                            on:change:target=move |event| {
                                let dear = event.target().checked();
                                live.change(|document| set_too_dear(document, key, dear));
                            }
                        />
                        "Too dear: more than we meant to pay"
                    </label>
                </Show>
                {move || view.get().map(|view| view! {
                    <p class="says"><Tag tone=tone_of_view(view) words=view.label() /> {view.standing().explain()}</p>
                })}
            </Show>
        </li>
    }
}

/// One of the two questions, or what was answered to it elsewhere.
#[component]
fn Asked(answers: Answers, key: StanceKey, place: Place, stance: Memo<Option<Stance>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let StanceKey { value, .. } = key;
    let name = if place == Place::Pursued { FieldName::ValuePursued } else { FieldName::ValueCost };
    let good = Memo::new(move |_| {
        live.field(Key::Value(value), name, |document| {
            document.value(value).map(|row| row.side(place).text.trim().to_owned()).unwrap_or_default()
        })
    });
    let words = choices(place);
    let chosen = Memo::new(move |_| {
        let effect = stance.get().and_then(|row| row.effect(place))?;
        words.iter().position(|(choice, _)| *choice == effect)
    });
    let visit = RwSignal::new(Visit(0));
    let give = move |at: usize| {
        let Some((effect, _)) = words.get(at) else { return };
        answers.answered_here.update(|answered| {
            let spot = (value, place);
            answered.retain(|other| *other != spot);
            answered.push(spot);
        });
        let edit = live.peek(|document| answer(document, key, place, *effect));
        live.edit_during(Some(visit.get_untracked()), edit);
        if let Some(view) = stance.get_untracked().as_ref().and_then(View::of) {
            notices.announce(view.label());
        }
    };
    let asked_at = Memo::new(move |_| answers.asked_at((value, place)));
    let carried = move || {
        let good = good.get();
        match chosen.get().and_then(|at| words.get(at)) {
            None => ["“", &good, "” is asked above: once is enough."].concat(),
            Some((Effect::Zero, _)) => {
                let [first, _, last] = words;
                ["It neither ", first.1, " nor ", last.1, " “", &good, "”: carried over from your other answer."]
                    .concat()
            }
            Some((_, does)) => ["It ", does, " “", &good, "”: carried over from your other answer."].concat(),
        }
    };
    let tones = if place == Place::Pursued { ["", "none", "clash"] } else { ["price", "none", ""] };
    view! {
        <Show
            when=move || asked_at.get() == (value, place)
            fallback=move || view! { <p class="carried">{carried}</p> }
        >
            <Segments
                name=question_id(value, place)
                label=Signal::derive(move || ["To “", &good.get(), "”, it…"].concat())
                segments=words.iter().zip(tones).map(|((_, does), tone)| (*does, tone)).collect()
                chosen=chosen
                on_choose=give
                on_enter=move || visit.set(app::next_visit())
            />
        </Show>
    }
}
