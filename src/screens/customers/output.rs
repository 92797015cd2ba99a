//! One output: its name, who needs it, and whether it can be ordered without a talk.

use std::sync::Arc;

use evencost_core::document::{Document, Field, FieldName, Key, Output};
use evencost_core::edit::{self, Edit, Visit};
use evencost_core::id::{DivisionId, OutputId};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::consumers::Consumers;
use super::drag::{Drag, Handle};
use super::fields::{RowBlank, element_id, text_of};
use super::outputs::move_to;
use crate::app;
use crate::live::Live;
use crate::parts::erased::{either, memo, when};
use crate::parts::{Blank, Menu, MenuItem, Notices, Tick};

/// The id of the field with an output's name.
pub(super) fn name_id(output: OutputId) -> String {
    element_id("output-name", output.0)
}

/// The id of the button of an output's menu.
fn menu_id(output: OutputId) -> String {
    element_id("output-menu", output.0)
}

/// A row; the last one is not in the document until something is typed into it.
#[component]
pub(super) fn OutputRow(
    /// Whose output it is.
    division: DivisionId,
    /// The output, or the id that it will get.
    output: OutputId,
    /// All rows, the empty one included.
    rows: Memo<Vec<OutputId>>,
    /// What moves the rows.
    drag: Drag,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let exists = memo(move || live.row(Key::Output(output), |document| document.output(output).is_some()));
    let name = text_of(live, Key::Output(output), Field::OutputName);
    let place = memo(move || rows.with(|rows| rows.iter().position(|id| *id == output).unwrap_or(0)));
    let visit = RwSignal::new(Visit(0));
    let write = move |text: String| {
        let edit = live.peek(|document| match document.output(output) {
            Some(_) => edit::set(document, Key::Output(output), Field::OutputName(text)),
            None if text.is_empty() => Edit::default(),
            None => edit::append(document, Output::new(output, division, text)),
        });
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let tidy = move || {
        // One that was emptied again is none.
        if live.peek(|document| is_unsaid(document, output)) {
            let removal = live.peek(|document| edit::remove(document, &Key::Output(output)));
            live.edit_during(visit.try_get_untracked(), removal);
        }
    };
    let next = move || {
        let next = rows.with_untracked(|rows| rows.iter().skip_while(|id| **id != output).nth(1).copied());
        app::focus(&name_id(next.unwrap_or(output)));
    };
    let by_key = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            event.prevent_default();
            let up = event.key() == "ArrowUp";
            move_to(
                live,
                notices,
                division,
                output.0,
                place.get_untracked().saturating_add_signed(if up { -1 } else { 1 }),
            );
            app::focus_rendered(&name_id(output));
        }
    };
    view! {
        <li
            id=drag.card_id(output.0)
            class="output"
            class:dragged=move || drag.holds(output.0)
            class:lands-here=move || drag.lands_before(output.0)
            class:lands-behind=move || drag.lands_last(0) && place.get() + 2 == rows.with(Vec::len)
            style:translate=move || drag.offset(output.0)
        >
            {either(
                move || exists.get(),
                move || view! { <Handle drag=drag card=output.0 /> }.into_any(),
                || view! { <span></span> }.into_any(),
            )}
            <div class="output-body">
                <Blank
                    id=name_id(output)
                    text=name
                    label=Signal::derive(move || format!("Output {}", place.get() + 1))
                    placeholder="something we routinely produce"
                    class="output-name"
                    on_text=write
                    on_enter=move || visit.set(app::next_visit())
                    on_leave=move || app::when_released(tidy)
                    on_return=next
                    on_key=by_key
                />
                {when(move || exists.get(), move || view! {
                    <Consumers output=output name=name />
                    <Orderable output=output name=name />
                }.into_any())}
            </div>
            {when(move || exists.get(), move || view! {
                <OutputMenu division=division output=output rows=rows place=place name=name />
            }.into_any())}
        </li>
    }
}

/// Whether there is such an output of which nothing is known.
fn is_unsaid(document: &Document, output: OutputId) -> bool {
    let is_used = document.customers_for(output).next().is_some();
    document.output(output).is_some_and(|row| row.is_untouched() && !row.orderable && !is_used)
}

/// Whether it stands on the menu, and what the menu says of it.
#[component]
fn Orderable(output: OutputId, name: Memo<String>) -> impl IntoView {
    let live = expect_context::<Live>();
    let row = move || Key::Output(output);
    let orderable = memo(move || {
        live.field(row(), FieldName::OutputOrderable, |document| {
            document.output(output).is_some_and(|row| row.orderable)
        })
    });
    let set = move |ticked| live.change(|document| edit::set(document, row(), Field::OutputOrderable(ticked)));
    let of = move |what: &'static str| Signal::derive(move || format!("{what}: {}", name.get()));
    view! {
        <Tick ticked=orderable on_tick=set>
            "Can be ordered without a talk" <span class="off-screen">": " {move || name.get()}</span>
        </Tick>
        {when(move || orderable.get(), move || view! {
            <p class="output-terms">
                <span class="soft" aria-hidden="true">"Needs from whoever orders: "</span>
                <RowBlank
                    row=row()
                    of=Field::OutputAsks
                    id=element_id("output-asks", output.0)
                    label=of("What it needs from whoever orders")
                    placeholder="what they have to bring"
                />
            </p>
            <p class="output-terms">
                <span class="soft" aria-hidden="true">"Takes: "</span>
                <RowBlank
                    row=row()
                    of=Field::OutputTakes
                    id=element_id("output-takes", output.0)
                    label=of("How long it takes")
                    placeholder="how long"
                />
            </p>
        }.into_any())}
    }
}

/// All else that can be done with an output.
#[component]
fn OutputMenu(
    division: DivisionId,
    output: OutputId,
    rows: Memo<Vec<OutputId>>,
    place: Memo<usize>,
    name: Memo<String>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let move_by = move |by: isize| {
        move_to(live, notices, division, output.0, place.get_untracked().saturating_add_signed(by));
        app::focus_rendered(&menu_id(output));
    };
    let remove = move || {
        let told = ["“", name.get_untracked().trim(), "” is removed."].concat();
        let after = rows.with_untracked(|rows| rows.iter().skip_while(|id| **id != output).nth(1).copied());
        let removal = live.peek(|document| edit::remove(document, &Key::Output(output)));
        notices.edit_then(live, removal, &told, Arc::new(move || app::focus_rendered(&name_id(output))));
        if let Some(after) = after {
            app::focus_rendered(&name_id(after));
        }
    };
    view! {
        <Menu
            id=menu_id(output)
            label=Signal::derive(move || match name.get().trim() {
                "" => format!("More about output {}", place.get() + 1),
                name => format!("More about “{name}”"),
            })
        >
            <MenuItem disabled=Signal::derive(move || place.get() == 0) on_choose=move || move_by(-1)>
                "Move up" <kbd aria-hidden="true">"Alt ↑"</kbd>
            </MenuItem>
            <MenuItem
                // The empty one stays last.
                disabled=Signal::derive(move || place.get() + 2 >= rows.with(Vec::len))
                on_choose=move || move_by(1)
            >
                "Move down" <kbd aria-hidden="true">"Alt ↓"</kbd>
            </MenuItem>
            <MenuItem on_choose=remove>"Remove"</MenuItem>
        </Menu>
    }
}
