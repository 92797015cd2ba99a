//! One value in the hands of one person: does the request touch it, and what does it do to its two sides?

use evencost_core::document::{Effect, FieldName, Key, Place, Stance, StanceKey};
use evencost_core::edit::{Spot as Listened, Visit};
use evencost_core::id::ValueId;
use evencost_core::weigh::{View, answer, choices, finish, set_too_dear, tick, untick};
use leptos::prelude::*;

use super::seems;
use super::sheet::{Answers, tick_id};
use super::words::tone_of_view;
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, either, memo, piece, when};
use crate::parts::{Notices, Segments, SentenceOf, Tag, Tick};

/// The name of a question's buttons.
pub(super) fn question_id(value: ValueId, place: Place) -> String {
    [place.name(), "-", &value.to_string()].concat()
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
    let Answers { request, rater, finished, touches, .. } = answers;
    let key = StanceKey { request, value, rater };
    let seems = memo(move || touches.with(|touches| live.read(|document| seems::words(document, touches, value))));
    let stance = memo(move || {
        for field in [FieldName::StancePursued, FieldName::StanceCost, FieldName::StanceTooDear] {
            live.listen(Listened::Field(Key::Stance(key), field));
        }
        live.row(Key::Stance(key), |document| document.stance(key).copied())
    });
    // Somebody who just ticked it and answers "neither" twice goes on looking at the questions.
    let held = RwSignal::new(false);
    let ticked = memo(move || stance.get().is_some_and(|row| held.get() || row != Stance::untouched(key)));
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
    view! {
        <li class="value-card" class:card=move || ticked.get() hidden=move || away.get()>
            <Tick class="touch" id=tick_id(value) ticked=ticked on_tick=toggle>
                <span class="off-screen">"It touches "</span>
                <SentenceOf value=value />
            </Tick>
            {when(
                move || !ticked.get() && seems.with(Option::is_some),
                move || view! { <p class="soft seems">{move || seems.get().unwrap_or_default()}</p> }.into_any(),
            )}
            {when(
                move || ticked.get(),
                move || view! { <Questions answers=answers key=key stance=stance /> }.into_any(),
            )}
        </li>
    }
}

/// What is asked once the request touches the value, and what the answers say.
#[component]
fn Questions(answers: Answers, key: StanceKey, stance: Memo<Option<Stance>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let StanceKey { value, .. } = key;
    // On request, the price is asked before the aim.
    let wanted = RwSignal::new(false);
    let asks_cost = move || wanted.get() || stance.get().is_some_and(|row| row.pursued.is_some() || row.cost.is_some());
    let want_cost = move |_| {
        wanted.set(true);
        app::focus(&[&question_id(value, Place::Cost), "-0"].concat());
    };
    let is_dear = memo(move || stance.get().is_some_and(|row| row.too_dear));
    let spends = move || is_dear.get() || stance.get().is_some_and(|row| row.cost == Some(Effect::Minus));
    let says = move || {
        let (tone, words, explain) = match stance.get().as_ref().and_then(View::of) {
            Some(view) => (tone_of_view(view), view.label(), view.standing().explain()),
            None if answers.wanted.get() => ("tag plain missing", "not answered yet".to_owned(), ""),
            None => return ().into_any(),
        };
        view! { <p class="says"><Tag tone=tone words=words /> <span>{explain}</span></p> }.into_any()
    };
    view! {
        <Asked answers=answers key=key place=Place::Pursued stance=stance />
        {either(
            asks_cost,
            move || view! { <Asked answers=answers key=key place=Place::Cost stance=stance /> }.into_any(),
            move || view! {
                <button type="button" class="quiet small" on:click=click(want_cost)>"Ask about its price first"</button>
            }.into_any(),
        )}
        {when(spends, move || view! {
            <Tick ticked=is_dear on_tick=move |dear: bool| live.change(|document| set_too_dear(document, key, dear))>
                "Too dear: more than we meant to pay"
            </Tick>
        }.into_any())}
        {piece(says)}
    }
}

/// One of the two questions, or what was answered to it elsewhere.
#[component]
fn Asked(answers: Answers, key: StanceKey, place: Place, stance: Memo<Option<Stance>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let StanceKey { value, .. } = key;
    let good = memo(move || live.side(value, place).trim().to_owned());
    let words = choices(place);
    let chosen = memo(move || {
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
            notices.announce(&view.label());
        }
    };
    let carried = move || {
        let good = good.get();
        match chosen.get().and_then(|at| words.get(at)) {
            None => ["“", &good, "” is asked with another value: once is enough."].concat(),
            Some((Effect::Zero, _)) => {
                let [first, _, last] = words;
                ["It neither ", first.1, " nor ", last.1, " “", &good, "”: carried over from your other answer."]
                    .concat()
            }
            Some((_, does)) => ["It ", does, " “", &good, "”: carried over from your other answer."].concat(),
        }
    };
    let question = move || {
        let tones = if place == Place::Pursued { ["", "none", "clash"] } else { ["price", "none", ""] };
        view! {
            <Segments
                name=question_id(value, place)
                label=Signal::derive(move || ["To “", &good.get(), "”, it…"].concat())
                segments=words.iter().zip(tones).map(|((_, does), tone)| (*does, tone)).collect()
                chosen=chosen
                on_choose=give
                on_enter=move || visit.set(app::next_visit())
            />
        }
        .into_any()
    };
    either(
        move || answers.asked_at((value, place)) == (value, place),
        question,
        move || view! { <p class="carried">{move || carried()}</p> }.into_any(),
    )
}
