//! Drafting values: a division's sentences, with the coach beside them.

mod coach;
mod division;
mod example_link;
mod reorder;
mod row;
mod shelf;

use std::time::Duration;

use evencost_core::document::{List, Place, Value};
use evencost_core::edit;
use evencost_core::id::{DivisionId, ValueId};
use leptos::prelude::*;

use crate::app;
use crate::live::Live;
use crate::screens::current::Current;
use crate::shell::{self, Typed};
use division::DivisionHead;
use example_link::ExampleLink;
use row::ValueRow;

/// How long typing rests before the coach speaks.
const PAUSE: Duration = Duration::from_millis(700);

/// Counts the pauses in typing: the coach looks when it changes.
#[derive(Clone, Copy)]
struct Pauses(RwSignal<u32>);

impl Pauses {
    fn next(self) {
        // The screen may have been left while the pause was waited for.
        let _ = self.0.try_update(|count| *count += 1);
    }
}

/// The screen of values.
#[component]
pub fn ValuesScreen() -> impl IntoView {
    let live = expect_context::<Live>();
    let current = expect_context::<Current>();
    let pauses = Pauses(RwSignal::new(0));
    let mut pause = debounce(PAUSE, move |()| pauses.next());
    Effect::new(move |_| {
        live.read(|_| ());
        pause(());
    });
    provide_context(pauses);
    view! {
        {move || current.get().map(|division| view! {
            <DivisionHead division=division />
            <ValueList division=division />
            <coach::SetAdvice division=division />
        })}
        <ExampleLink />
    }
}

/// The sentences, and one more that is empty and becomes a value as soon as something is typed into it.
#[component]
fn ValueList(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let next = RwSignal::new(live.fresh::<ValueId>());
    let rows = Memo::new(move |_| {
        let mut ids: Vec<ValueId> = live.order(List::Values(division)).into_iter().map(ValueId).collect();
        // The empty sentence has been typed into: it keeps its row, and another comes after it.
        if ids.contains(&next.get()) {
            next.set(live.fresh());
        }
        ids.push(next.get());
        ids
    });
    take_over_typed(live, division, next);
    view! {
        <ol class="values">
            <For each=move || rows.get() key=|id| *id let:id>
                <ValueRow division=division value=id rows=rows />
            </For>
        </ol>
    }
}

/// What was typed before the program arrived becomes a value, with the caret where it was.
fn take_over_typed(live: Live, division: DivisionId, next: RwSignal<ValueId>) {
    let Some(typed) =
        use_context::<StoredValue<Option<Typed>>>().and_then(|typed| typed.try_update_value(Option::take)).flatten()
    else {
        return;
    };
    let value = next.get_untracked();
    if !(typed.pursued.is_empty() && typed.cost.is_empty()) {
        let value = Value::new(value, division, typed.pursued, typed.cost);
        live.change(|document| edit::append(document, value));
    }
    if let Some((place, start, end)) = typed.caret {
        shell::place_caret(&row::blank_id(value, place), start, end);
    }
}

/// Moves the caret to one side of a value.
fn focus_side(value: ValueId, place: Place) {
    app::focus(&row::blank_id(value, place));
}
