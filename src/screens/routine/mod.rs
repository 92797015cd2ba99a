//! Routine tasks: what they take, which to simplify first, and whom the freed time goes to.

mod add;
mod first;
mod goes_to;
mod number;
mod sums;
mod task;

use evencost_core::document::List;
use evencost_core::id::{DivisionId, RoutineId};
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::erased::{list, memo, piece, when};
use crate::screens::current::Current;
use crate::screens::division_switch::{DivisionSwitch, no_division};
use add::AddTask;
use task::TaskRow;

/// The screen.
#[component]
pub fn RoutineScreen() -> impl IntoView {
    let current = expect_context::<Current>();
    view! {
        <DivisionSwitch />
        {piece(move || match current.get() {
            Some(division) => routine(division),
            None => no_division(),
        })}
    }
}

fn routine(division: DivisionId) -> AnyView {
    let live = expect_context::<Live>();
    let tasks = memo(move || shown(live, division));
    let any = memo(move || !tasks.with(Vec::is_empty));
    view! {
        <h1>"Routine"</h1>
        <p class="soft routine-lead">
            "What comes again and again, and how long it takes: a guess is enough to begin with. What can be less work frees \
             time for partnership."
        </p>
        <ol class="tasks" aria-label="Routine tasks">
            {list(move || tasks.get(), move |task| view! { <TaskRow division=division task=task tasks=tasks /> }.into_any())}
        </ol>
        <AddTask division=division />
        {when(move || any.get(), move || view! {
            <div class="routine-sums">
                {sums::view(live, division)}
                <div class="routine-rest">
                    {first::view(live, division)}
                    {goes_to::view(live, division)}
                </div>
            </div>
        }.into_any())}
    }
    .into_any()
}

/// The division's tasks, in their order; listens to that.
fn shown(live: Live, division: DivisionId) -> Vec<RoutineId> {
    live.order(List::Routines);
    live.peek(|document| document.routines_of(division).map(|task| task.id).collect())
}
