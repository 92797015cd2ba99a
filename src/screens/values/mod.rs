//! Drafting values: a division's sentences, with the coach beside them.

mod coach;
mod division;
mod example;
mod row;
mod shelf;

use std::time::Duration;

use evencost_core::document::{List, Place};
use evencost_core::edit::{self, Edit};
use evencost_core::id::{DivisionId, ValueId};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::app;
use crate::chunks;
use crate::live::Live;
use crate::parts::Notices;
use crate::parts::erased::{list, when};
use crate::parts::reorder::{Drag, Ordered};
use crate::screens::current::Current;
use crate::screens::division_switch::DivisionSwitch;
pub use coach::{Coaching, coaching_here};
pub use division::add_division;
use division::{DivisionHead, NoDivision};
use example::{ExampleNote, Welcome};
use row::{ValueRow, row_id};

/// How long typing rests before the coach speaks.
const PAUSE: Duration = Duration::from_millis(700);

/// Counts the pauses in typing: the coach looks when it changes.
#[derive(Clone, Copy)]
struct Pauses(RwSignal<u32>);

impl Pauses {
    fn next(self) {
        app::keep_in_sight();
        // The screen may have been left while the pause was waited for.
        let _ = self.0.try_update(|count| *count += 1);
    }
}

/// The blank that has the caret.
#[derive(Clone, Copy)]
struct Caret {
    now: RwSignal<Option<(ValueId, Place)>>,
    /// The one that had it last: the shelf stays with it while people look elsewhere, so that nothing moves
    /// away under their pointer.
    last: RwSignal<Option<(ValueId, Place)>>,
}

impl Caret {
    fn enter(self, value: ValueId, place: Place) {
        self.now.set(Some((value, place)));
        self.last.set(Some((value, place)));
    }

    fn leave(self, value: ValueId) {
        let here = self.now.try_get_untracked().flatten().is_some_and(|(now, _)| now == value);
        if here {
            self.now.set(None);
        }
    }

    /// Gives the caret back to its blank when that was moved, which takes the focus from it.
    fn restore(self) {
        if let Some((value, place)) = self.now.try_get_untracked().flatten()
            && app::is_focus_lost()
        {
            focus_side(value, place);
        }
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
    let coaching = chunks::COACHING.want();
    provide_context(coaching);
    view! {
        <ExampleNote />
        // Beside what is made anew for each division: it keeps the focus of whoever chooses by keyboard.
        <DivisionSwitch />
        {move || match current.get() {
            Some(division) => view! {
                <DivisionHead division=division />
                <ValueList division=division />
                {move || coaching.get().map(|here| (here.set)(division))}
                {when(move || coaching.has_failed(), move || coaching.absent())}
            }
            .into_any(),
            None => view! { <NoDivision /> }.into_any(),
        }}
        // Not before the shelf, which would move it.
        {when(move || coaching.get().is_some() || coaching.has_failed(), || view! { <Welcome /> }.into_any())}
    }
}

/// The sentences, and one more that is empty and becomes a value as soon as something is typed into it.
#[component]
fn ValueList(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let caret = Caret { now: RwSignal::new(None), last: RwSignal::new(None) };
    provide_context(caret);
    let rows = Memo::new(move |before: Option<&Vec<ValueId>>| {
        let mut ids: Vec<ValueId> = live.order(List::Values(division)).into_iter().map(ValueId).collect();
        // A sentence that goes while the caret is in it, by undo say, becomes the empty one.
        let under_caret = caret.now.get_untracked().map(|(value, _)| value);
        let shown = |id: &ValueId| before.is_some_and(|before| before.contains(id));
        let next = [under_caret.filter(shown), before.and_then(|before| before.last().copied())];
        // The empty sentence that has been typed into keeps its row, and another comes after it.
        let next = next.into_iter().flatten().find(|id| !ids.contains(id));
        ids.push(next.unwrap_or_else(|| live.fresh()));
        ids
    });
    Effect::new(move |_| {
        rows.track();
        spawn_local(async move {
            tick().await;
            caret.restore();
        });
    });
    let ordered = Ordered {
        of: division.0,
        rows: |document, division| document.order(List::Values(DivisionId(division))),
        put: |document, row, position| match document.value(ValueId(row)) {
            Some(value) => edit::move_to(document, List::Values(value.division), row, position),
            None => Edit::default(),
        },
        element: |row| row_id(ValueId(row)),
    };
    let drag = Drag::new(live, notices, ordered);
    provide_context(drag);
    view! {
        <ol class="values" class:dragging=move || drag.is_on()>
            {list(move || rows.get(), move |id| view! { <ValueRow division=division value=id rows=rows /> }.into_any())}
        </ol>
    }
}

/// Moves the caret to one side of a value.
fn focus_side(value: ValueId, place: Place) {
    app::focus(&row::blank_id(value, place));
}
