//! What a division routinely produces.

use evencost_core::document::{Customer, Document, List};
use evencost_core::edit;
use evencost_core::id::{DivisionId, Id, OutputId};
use leptos::prelude::*;

use super::drag::Drag;
use super::output::{OutputRow, name_id};
use crate::live::Live;
use crate::parts::Notices;
use crate::parts::erased::{list, memo, piece};

/// The outputs, and one more that is empty and becomes one as soon as something is typed into it.
#[component]
pub(super) fn Outputs(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let rows = Memo::new(move |before: Option<&Vec<OutputId>>| {
        let mut ids = shown(live, division);
        // One that goes while the caret is in it, by undo say, becomes the empty one. The empty one that has been typed
        // into keeps its row, and another comes after it.
        let has_caret = |id: &OutputId| document().active_element().is_some_and(|active| active.id() == name_id(*id));
        let under_caret = before.and_then(|before| before.iter().copied().find(has_caret));
        let next = [under_caret, before.and_then(|before| before.last().copied())];
        let next = next.into_iter().flatten().find(|id| !ids.contains(id));
        ids.push(next.unwrap_or_else(|| live.fresh()));
        ids
    });
    let cards = move || vec![live.peek(|document| document.outputs_of(division).map(|row| row.id.0).collect())];
    let drag = Drag::new("output", cards, move |card, spot| move_to(live, notices, division, card, spot.at));
    let known = memo(move || {
        let names = |row: &Customer| row.name.trim().to_owned();
        live.read(|document| {
            document.customers_of(division).map(names).filter(|name| !name.is_empty()).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="serve-step" aria-labelledby="outputs">
            <h2 id="outputs">"What we produce"</h2>
            <p class="soft">"What leaves your team again and again: answers, reports, contracts, budgets, repairs."</p>
            <ol class="outputs" id=drag.column_id(0) class:dragging=move || drag.is_on()>
                {list(move || rows.get(), move |id| view! { <OutputRow division=division output=id rows=rows drag=drag /> }.into_any())}
            </ol>
            <datalist id=KNOWN>
                {piece(move || known.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view().into_any())}
            </datalist>
        </section>
    }
}

/// The list of customers to choose from where one is named.
pub(super) const KNOWN: &str = "known-customers";

/// The division's outputs, in their order; listens to that.
fn shown(live: Live, division: DivisionId) -> Vec<OutputId> {
    live.order(List::Outputs);
    live.peek(|document| document.outputs_of(division).map(|row| row.id).collect())
}

/// Moves an output to a position among the division's and says where it went.
pub(super) fn move_to(live: Live, notices: Notices, division: DivisionId, output: Id, position: usize) {
    let order = |document: &Document| -> Vec<Id> { document.outputs_of(division).map(|row| row.id.0).collect() };
    live.change(|document| edit::move_among(document, List::Outputs, &order(document), output, position));
    let order = live.peek(order);
    if let Some(at) = order.iter().position(|id| *id == output) {
        notices.announce(&format!("Moved to place {} of {}.", at + 1, order.len()));
    }
}
