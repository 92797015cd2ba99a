//! What the coach says, beside the sentence and under the set.

use evencost_core::coach::{self, Action, Advice, Kind};
use evencost_core::document::{Document, Field, FieldName, Key, List, Place, Reversal, Side};
use evencost_core::edit::{self, Edit};
use evencost_core::good;
use evencost_core::id::{DivisionId, ValueId};
use leptos::prelude::*;

use super::row::remove;
use super::shelf::{Choose, Shelf};
use super::{Pauses, focus_side};
use crate::app;
use crate::live::Live;
use crate::parts::erased::{either, memo, when};
use crate::parts::{Notices, Sentence};

/// The shelf of a division, for a side of a value with those two texts.
type ShelfOf = fn(DivisionId, Signal<Option<Place>>, [Memo<String>; 2], Choose) -> AnyView;

/// What the rows and the list ask of the coach and the shelf, which are a chunk of the program.
#[derive(Clone, Copy)]
pub struct Coaching {
    /// The coach's lines on a value, and whether people have just written it.
    pub(super) lines: fn(ValueId, RwSignal<bool>) -> AnyView,
    /// The first thing that the coach would say of a value.
    pub(super) first_words: fn(&Document, ValueId) -> Option<String>,
    /// What the coach says of a set as a whole.
    pub(super) set: fn(DivisionId) -> AnyView,
    /// The goods to start from.
    pub(super) shelf: ShelfOf,
    /// Changes the places of a value's sides.
    pub(super) turn: fn(&Document, ValueId) -> Edit,
    /// Whether a side names several goods, or would if people did not say that it is one.
    pub(super) is_joined: fn(&Side) -> bool,
}

/// The chunk's content.
pub fn coaching_here() -> Coaching {
    Coaching {
        lines: |value, written| view! { <CoachLine value=value written=written /> }.into_any(),
        first_words: |document, value| coach::advice(document, value).into_iter().next().map(|advice| advice.text),
        set: |division| view! { <SetAdvice division=division /> }.into_any(),
        shelf: |division, place, texts, on_choose| {
            view! { <Shelf division=division place=place texts=texts on_choose=on_choose /> }.into_any()
        },
        turn: edit::turn,
        is_joined: |side| good::wordings(&Side { whole: false, ..side.clone() }).len() > 1,
    }
}

/// The coach's line on one value, and the reversal test when its moment has come.
#[component]
fn CoachLine(
    /// The value.
    value: ValueId,
    /// People have just written this value: the reversal test is then asked at once.
    written: RwSignal<bool>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let pauses = expect_context::<Pauses>();
    let advice = memo(move || {
        pauses.0.track();
        let answers = [FieldName::ValueReversal, FieldName::ValueMust];
        for name in answers {
            live.field(Key::Value(value), name, |_| ());
        }
        live.peek(|document| coach::advice(document, value))
    });
    let more = RwSignal::new(false);
    let rest = memo(move || advice.with(|advice| advice.len().saturating_sub(1)));
    view! {
        {move || advice.with(|advice| advice.first().cloned()).map(|first| {
            if first.kind == Kind::Reversal {
                view! { <Turn value=value asked=written /> }.into_any()
            } else {
                line(first, Some(value))
            }
        })}
        {when(move || more.get(), move || view! {
            {move || advice.get().into_iter().skip(1).map(|advice| line(advice, Some(value))).collect_view()}
        }.into_any())}
        {when(move || rest.get() > 0, move || view! {
            <button
                type="button"
                class="quiet small"
                aria-expanded=move || more.get().to_string()
                on:click=move |_| more.update(|more| *more = !*more)
            >
                {move || if more.get() { "Less".to_owned() } else { format!("{} more to say", rest.get()) }}
            </button>
        }.into_any())}
    }
}

/// What the coach says of the set as a whole.
#[component]
fn SetAdvice(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let pauses = expect_context::<Pauses>();
    let advice = memo(move || {
        pauses.0.track();
        live.peek(|document| coach::set_advice(document, division))
    });
    view! {
        {when(move || !advice.with(Vec::is_empty), move || view! {
            <section class="set-advice" aria-label="The values together">
                {move || advice.get().into_iter().map(|advice| line(advice, None)).collect_view()}
            </section>
        }.into_any())}
    }
}

/// One advice with the buttons for what it suggests. `of` is the value whose advice it is.
fn line(advice: Advice, of: Option<ValueId>) -> AnyView {
    let mark = match advice.kind {
        Kind::Contradiction => "tag clash",
        Kind::BadCost | Kind::NobodyWould | Kind::Negation | Kind::AcceptedHarm => "tag price",
        _ => "tag none",
    };
    let word = match advice.kind {
        Kind::Unfinished => "unfinished",
        Kind::Contradiction => "contradiction",
        Kind::SameOnBothSides => "same on both sides",
        Kind::BadCost | Kind::Negation | Kind::NobodyWould => "no price yet",
        Kind::AcceptedHarm => "a harm, not yet a price",
        Kind::BadAim => "a bad aim",
        Kind::Twice => "twice",
        Kind::LongSide => "long",
        Kind::Platitude => "everybody agrees",
        Kind::NoSource => "which rule?",
        Kind::Chain => "a chain",
        Kind::ManyValues => "many",
        _ => "",
    };
    let buttons = advice.actions.into_iter().filter_map(|action| button(action, of)).collect_view();
    view! {
        <p class="coach">
            <span class=mark>{word}</span>
            <span>{advice.text}</span>
            {buttons}
        </p>
    }
    .into_any()
}

/// The button for an action; none where the sentence itself is at hand.
fn button(action: Action, of: Option<ValueId>) -> Option<AnyView> {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let (label, run): (String, Box<dyn Fn()>) = match (action, of) {
        // They are offered where the caret is.
        (Action::Suggest(place), Some(value)) => ("Show some goods".into(), Box::new(move || focus_side(value, place))),
        (Action::Write(place, text), Some(value)) => (
            format!("“{text}”"),
            Box::new(move || {
                let text = text.clone();
                live.change(|document| edit::set_side(document, value, place, text));
                focus_side(value, place);
            }),
        ),
        (Action::MarkAsMust, Some(value)) => (
            "It is a must".into(),
            Box::new(move || {
                live.change(|document| edit::set(document, Key::Value(value), Field::ValueMust(Some(String::new()))));
                app::focus(&format!("source-{value}"));
            }),
        ),
        (Action::AnswerReversal(Reversal::RealChoice), Some(value)) => (
            "It is a real choice".into(),
            Box::new(move || {
                answer(live, notices, value, Reversal::RealChoice);
                focus_side(value, Place::Cost);
            }),
        ),
        (Action::AskReversalAgain, Some(value)) => (
            "Ask me again".into(),
            Box::new(move || {
                live.change(|document| edit::set(document, Key::Value(value), Field::ValueReversal(None)));
                notices.announce("Your answer is taken back.");
                focus_side(value, Place::Cost);
            }),
        ),
        (Action::NameSource, Some(value)) => {
            ("Name it".into(), Box::new(move || app::focus(&format!("source-{value}"))))
        }
        (Action::ShowValue(other), _) => {
            let words = live.peek(|document| document.value(other).map(|value| value.pursued.text.clone()))?;
            (format!("Show “{words}”"), Box::new(move || focus_side(other, Place::Pursued)))
        }
        (Action::RemoveValue(other), _) => (
            "Remove it".into(),
            Box::new(move || {
                let division = live.peek(|document| document.value(other).map(|value| value.division));
                let rows = division.map(|division| live.peek(|document| document.order(List::Values(division))));
                let rows: Vec<ValueId> = rows.unwrap_or_default().into_iter().map(ValueId).collect();
                remove(live, notices, other, &rows);
            }),
        ),
        _ => return None,
    };
    let view = view! { <button type="button" class="small" on:click=move |_| run()>{label}</button> };
    Some(view.into_any())
}

/// Keeps the answer to the reversal test.
fn answer(live: Live, notices: Notices, value: ValueId, answer: Reversal) {
    live.change(|document| edit::set(document, Key::Value(value), Field::ValueReversal(Some(answer))));
    if answer == Reversal::RealChoice {
        notices.announce("Kept: a real choice.");
    }
}

/// The reversal test: the sentence turns round, and the question is whether a sensible team could choose that.
#[component]
fn Turn(
    /// The value.
    value: ValueId,
    /// Whether to ask at once; else one quiet line offers to.
    asked: RwSignal<bool>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let (yes, later) = (format!("yes-{value}"), format!("turn-{value}"));
    let settle = move |said: Reversal| {
        answer(live, notices, value, said);
        focus_side(value, Place::Cost);
    };
    let ask = {
        let yes = yes.clone();
        move |_| {
            asked.set(true);
            app::focus(&yes);
        }
    };
    let put_off = {
        let later = later.clone();
        move |_| {
            asked.set(false);
            app::focus(&later);
        }
    };
    view! {
        {either(move || asked.get(), move || view! {
            {live.peek(|document| document.value(value).map(coach::turned)).map(|(pursued, cost)| view! {
                <div class="card turn" role="group" aria-label="The sentence turned round">
                    <p class="soft">"Turned round, could a sensible team choose this?"</p>
                    <Sentence pursued=pursued cost=cost />
                    <p class="choices">
                        <button type="button" id=yes.clone() on:click=move |_| settle(Reversal::RealChoice)>
                            "Yes, it is a real choice"
                        </button>
                        <button type="button" on:click=move |_| settle(Reversal::NobodyWould)>"No, nobody would"</button>
                        <button type="button" class="quiet" on:click=put_off.clone()>"Later"</button>
                    </p>
                </div>
            })}
        }.into_any(), move || view! {
            <p class="coach">
                <button type="button" class="small" id=later.clone() on:click=ask.clone()>"Turn it round"</button>
                <span>"Could a sensible team choose the reverse?"</span>
            </p>
        }.into_any())}
    }
}
