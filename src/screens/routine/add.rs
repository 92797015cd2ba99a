//! Adding a task by its name.

use evencost_core::document::Routine;
use evencost_core::edit;
use evencost_core::id::{DivisionId, RoutineId};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::task::minutes_id;
use crate::app;
use crate::live::Live;

/// The id of the field.
pub(super) const ADD_ID: &str = "new-task";

/// One line: Enter adds the task and goes on with its minutes.
#[component]
pub(super) fn AddTask(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let field = NodeRef::<Input>::new();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let name = field.value().trim().to_owned();
        if name.is_empty() {
            return app::focus(ADD_ID);
        }
        let id = live.fresh::<RoutineId>();
        live.change(|document| edit::append(document, Routine::new(id, division, name)));
        field.set_value("");
        app::focus(&minutes_id(id));
    };
    view! {
        <form class="task-add" aria-label="Another task" on:submit=add>
            <label class="task-field">
                <span>"Something that comes again and again"</span>
                <input type="text" id=ADD_ID autocomplete="off" node_ref=field />
            </label>
            <button type="submit">"Add the task"</button>
        </form>
    }
}
