//! What a division decides on a request, and why.

use evencost_core::document::{Decision, DecisionKey, Document, Field, FieldName, Key, Outcome};
use evencost_core::edit::{Spot, Visit};
use evencost_core::id::{DivisionId, RequestId, ValueId};
use evencost_core::weigh::{Kind, answer_text, decide, set_decision, settling_value};
use leptos::prelude::*;

use super::letter::Letter;
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, memo, piece, when};
use crate::parts::{Blank, Choice, Paragraph, Segments};
use crate::screens::current::Current;

/// The decision of one division on one request, with the visit that edits of the same field share.
#[derive(Clone, Copy)]
struct Deciding {
    live: Live,
    key: DecisionKey,
    now: Memo<Decision>,
    visit: RwSignal<Visit>,
}

impl Deciding {
    fn enter(self) {
        self.visit.set(app::next_visit());
    }

    fn write(self, field: Field) {
        let edit = self.live.peek(|document| set_decision(document, self.key, field));
        self.live.edit_during(Some(self.visit.get_untracked()), edit);
    }
}

/// The decision.
#[component]
pub(super) fn DecisionPanel(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let key = DecisionKey { request, division };
    let now = memo(move || {
        use FieldName::{DecisionOutcome, DecisionReason, DecisionTerms, DecisionValue};
        for field in [DecisionOutcome, DecisionReason, DecisionTerms, DecisionValue] {
            live.listen(Spot::Field(Key::Decision(key), field));
        }
        live.row(Key::Decision(key), |document| document.decision(key).cloned().unwrap_or_else(|| Decision::open(key)))
    });
    let deciding = Deciding { live, key, now, visit: RwSignal::new(Visit(0)) };
    let outcome = memo(move || now.with(|decision| decision.outcome));
    let choose = move |place: usize| {
        if let Some(outcome) = Outcome::ALL.get(place) {
            let edit = live.peek(|document| decide(document, key, *outcome));
            live.edit_during(Some(deciding.visit.get_untracked()), edit);
        }
    };
    let own = memo(move || {
        live.field(Key::Request(request), FieldName::RequestOrigin, |document| {
            document.request(request).is_some_and(|asked| Kind::of(asked, division) == Kind::Own)
        })
    });
    let letter = RwSignal::new(false);
    let copy = move || {
        view! { <p><button type="button" on:click=click(move |_| letter.set(true))>"Copy an answer"</button></p> }
            .into_any()
    };
    view! {
        <section class="decision" aria-labelledby="decision">
            <h2 id="decision">"The decision"</h2>
            <Segments
                name="outcome"
                label=Signal::derive(move || if own.get() { "Do we do it?" } else { "Our answer" }.to_owned())
                segments=Outcome::ALL.map(|outcome| (outcome.label(), "none")).to_vec()
                chosen=Signal::derive(move || Outcome::ALL.iter().position(|it| *it == outcome.get()))
                on_choose=choose
                on_enter=move || deciding.enter()
            />
            {when(move || outcome.get() != Outcome::Open, move || view! { <Grounds deciding=deciding /> }.into_any())}
            {when(move || live.read(|document| answer_text(document, request, division).is_some()), copy)}
            <Letter request=request division=division open=letter />
            <Others request=request division=division />
        </section>
    }
}

/// On which terms, by which value, for which reason.
#[component]
fn Grounds(deciding: Deciding) -> impl IntoView {
    let Deciding { now, .. } = deciding;
    let terms = memo(move || match now.with(|decision| decision.outcome) {
        Outcome::YesIf => Some(("If…", "on which terms")),
        Outcome::PassOn => Some(("Which team", "which team can help")),
        _ => None,
    });
    let terms_field = move || match terms.get() {
        None => ().into_any(),
        Some((label, placeholder)) => view! {
            <p class="fact">
                <span class="soft" aria-hidden="true">{label}</span>
                " "
                <Blank
                    id="decision-terms".to_owned()
                    text=Signal::derive(move || now.with(|decision| decision.terms.clone()))
                    label=label
                    placeholder=placeholder
                    class="aside"
                    on_text=move |text| deciding.write(Field::DecisionTerms(text))
                    on_enter=move || deciding.enter()
                />
            </p>
        }
        .into_any(),
    };
    view! {
        {piece(terms_field)}
        <DecidingValue deciding=deciding />
        <Paragraph
            id="decision-reason"
            text=Signal::derive(move || now.with(|decision| decision.reason.clone()))
            label="Our reason"
            placeholder="our reason"
            on_text=move |text| deciding.write(Field::DecisionReason(text))
            on_enter=move || deciding.enter()
        />
    }
}

/// The value that decided: one of those in play, or the one that was named when it still was.
#[component]
fn DecidingValue(deciding: Deciding) -> impl IntoView {
    let Deciding { live, key, now, .. } = deciding;
    let named = memo(move || now.with(|decision| decision.value));
    let values = memo(move || {
        live.read(|document| {
            let mut ids: Vec<ValueId> = document.values_in_play(key.division).map(|value| value.id).collect();
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
    let name = move |value: Option<ValueId>| {
        deciding.enter();
        deciding.write(Field::DecisionValue(value));
    };
    let choose = move |place: usize| name(values.with_untracked(|values| Some(values.get(place.checked_sub(1)?)?.0)));
    // The letter says so too as long as no other value is named.
    let suggested = memo(move || {
        live.read(|document| settling_value(document, key).map(|value| (value, words(document, value))))
            .filter(|_| named.get().is_none())
    });
    let suggestion = move || match suggested.get() {
        None => ().into_any(),
        Some((value, words)) => {
            let take = move |_| {
                name(Some(value));
                app::focus("deciding-value");
            };
            view! {
                <button type="button" class="quiet small" on:click=click(take)>"“" {words} "” decided it"</button>
            }
            .into_any()
        }
    };
    view! {
        <div class="deciding-value">
            <Choice id="deciding-value" label="The value that decided" options=options chosen=chosen on_choose=choose />
            {piece(suggestion)}
        </div>
    }
}

fn words(document: &Document, value: ValueId) -> String {
    document.value(value).map_or_else(String::new, |value| value.pursued.text.trim().to_owned())
}

/// What the other divisions decided on the same request.
#[component]
fn Others(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let current = expect_context::<Current>();
    let others = memo(move || {
        live.read(|document| {
            let row = |decision: &Decision| {
                let other = decision.key.division;
                let name = document.division(other)?.display_name().to_owned();
                let mut said = decision.outcome.label().to_owned();
                if !decision.reason.trim().is_empty() {
                    said.push_str(": ");
                    said.push_str(decision.reason.trim());
                }
                (other != division && decision.outcome != Outcome::Open).then_some((other, name, said))
            };
            document.decisions_on(request).filter_map(row).collect::<Vec<_>>()
        })
    });
    let list = move || {
        let row = |(id, name, said): (DivisionId, String, String)| {
            view! {
                <li class="soft">
                    <button type="button" class="small" on:click=click(move |_| current.choose(id))>{name}</button>
                    " "
                    {said}
                </li>
            }
        };
        match others.get() {
            others if others.is_empty() => ().into_any(),
            others => view! {
                <h3>"Other divisions"</h3>
                <ul class="plain-list">{others.into_iter().map(row).collect_view()}</ul>
            }
            .into_any(),
        }
    };
    piece(list)
}
