//! What a division decides on a request, and why.

use evencost_core::document::{Decision, DecisionKey, Document, Field, FieldName, Key, Outcome};
use evencost_core::edit::{Spot, Visit};
use evencost_core::id::{DivisionId, RequestId, ValueId};
use evencost_core::weigh::{answer_text, decide, set_decision};
use leptos::prelude::*;

use super::letter::Letter;
use crate::app;
use crate::live::Live;
use crate::parts::{Blank, Choice, Paragraph, Segments};
use crate::screens::current::Current;

/// The decision.
#[component]
pub(super) fn DecisionPanel(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let key = DecisionKey { request, division };
    let decision = Memo::new(move |_| {
        use FieldName::{DecisionOutcome, DecisionReason, DecisionTerms, DecisionValue};
        for field in [DecisionOutcome, DecisionReason, DecisionTerms, DecisionValue] {
            live.listen(Spot::Field(Key::Decision(key), field));
        }
        live.row(Key::Decision(key), |document| document.decision(key).cloned().unwrap_or_else(|| Decision::open(key)))
    });
    let outcome = Memo::new(move |_| decision.with(|decision| decision.outcome));
    let visit = RwSignal::new(Visit(0));
    let enter = move || visit.set(app::next_visit());
    let write = move |field: Field| {
        let edit = live.peek(|document| set_decision(document, key, field));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let choose = move |place: usize| {
        if let Some(outcome) = Outcome::ALL.get(place) {
            let edit = live.peek(|document| decide(document, key, *outcome));
            live.edit_during(Some(visit.get_untracked()), edit);
        }
    };
    let decided = Memo::new(move |_| outcome.get() != Outcome::Open);
    let terms = Memo::new(move |_| match outcome.get() {
        Outcome::YesIf => Some(("If…", "on which terms")),
        Outcome::PassOn => Some(("Which team", "which team can help")),
        _ => None,
    });
    let letter = RwSignal::new(false);
    let has_letter = Memo::new(move |_| live.read(|document| answer_text(document, request, division).is_some()));
    view! {
        <section class="decision" aria-labelledby="decision">
            <h2 id="decision">"The decision"</h2>
            <Segments
                name="outcome"
                label="Our answer"
                segments=Outcome::ALL.map(|outcome| (outcome.label(), "none")).to_vec()
                chosen=Signal::derive(move || Outcome::ALL.iter().position(|it| *it == outcome.get()))
                on_choose=choose
                on_enter=enter
            />
            <Show when=move || decided.get()>
                {move || terms.get().map(|(label, placeholder)| view! {
                    <p class="fact">
                        <span class="soft" aria-hidden="true">{label} " "</span>
                        <Blank
                            id="decision-terms".to_owned()
                            text=Signal::derive(move || decision.with(|decision| decision.terms.clone()))
                            label=label
                            placeholder=placeholder
                            class="aside"
                            on_text=move |text| write(Field::DecisionTerms(text))
                            on_enter=enter
                        />
                    </p>
                })}
                <DecidingValue division=division decision=decision on_choose=move |value| {
                    enter();
                    write(Field::DecisionValue(value));
                } />
                <Paragraph
                    id="decision-reason"
                    text=Signal::derive(move || decision.with(|decision| decision.reason.clone()))
                    label="Our reason"
                    placeholder="our reason"
                    on_text=move |text| write(Field::DecisionReason(text))
                    on_enter=enter
                />
            </Show>
            <Show when=move || has_letter.get()>
                <p><button type="button" on:click=move |_| letter.set(true)>"Copy an answer"</button></p>
            </Show>
            <Letter request=request division=division open=letter />
            <Others request=request division=division />
        </section>
    }
}

/// The value that decided: one of those in play, or the one that was named when it still was.
#[component]
fn DecidingValue(
    division: DivisionId,
    decision: Memo<Decision>,
    #[prop(into)] on_choose: Callback<Option<ValueId>>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let named = Memo::new(move |_| decision.with(|decision| decision.value));
    let values = Memo::new(move |_| {
        live.read(|document| {
            let mut ids: Vec<ValueId> = document.values_in_play(division).map(|value| value.id).collect();
            ids.extend(named.get().filter(|value| !ids.contains(value)));
            ids.into_iter().map(|id| (id, words(document, id))).collect::<Vec<_>>()
        })
    });
    let options = Signal::derive(move || {
        let values = values.get().into_iter().map(|(_, words)| words);
        std::iter::once("not named".to_owned()).chain(values).collect()
    });
    let chosen = Signal::derive(move || {
        let named = named.get();
        values.with(|values| values.iter().position(|(id, _)| Some(*id) == named)).map_or(0, |at| at + 1)
    });
    let choose = move |place: usize| {
        let value = place.checked_sub(1).and_then(|at| values.with_untracked(|it| it.get(at).map(|(id, _)| *id)));
        on_choose.run(value);
    };
    view! { <Choice label="The value that decided" options=options chosen=chosen on_choose=choose /> }
}

fn words(document: &Document, value: ValueId) -> String {
    document.value(value).map_or_else(String::new, |value| value.pursued.text.trim().to_owned())
}

/// What the other divisions decided on the same request.
#[component]
fn Others(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let current = expect_context::<Current>();
    let others = Memo::new(move |_| {
        live.read(|document| {
            let row = |decision: &Decision| {
                let key = decision.key.division;
                let name = document.division(key)?.display_name().to_owned();
                (key != division && decision.outcome != Outcome::Open)
                    .then(|| (key, name, decision.outcome.label(), decision.reason.clone()))
            };
            document.decisions_on(request).filter_map(row).collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <h3>"Other divisions"</h3>
            <ul class="plain-list">
                {move || others.get().into_iter().map(|(id, name, outcome, reason)| view! {
                    <li class="soft">
                        <button type="button" class="small" on:click=move |_| current.choose(id)>{name}</button>
                        " " {outcome} {(!reason.trim().is_empty()).then(|| [": ", reason.trim()].concat())}
                    </li>
                }).collect_view()}
            </ul>
        </Show>
    }
}
