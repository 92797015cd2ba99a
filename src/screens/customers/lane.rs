//! A card of the board: a customer, when they want to be served so, and the time that is set aside for it.

use std::sync::Arc;

use evencost_core::document::{Field, FieldName, Key, Service};
use evencost_core::edit::{self, Visit};
use evencost_core::id::LaneId;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::board::Moves;
use super::drag::{Drag, Handle};
use super::fields::{RowBlank, element_id, name_in};
use crate::app;
use crate::parts::erased::{memo, when};
use crate::parts::{Menu, MenuItem};

/// More hours than a month has are a slip of the finger.
const MOST_HOURS: u32 = 744;

/// The id of the field that says when a customer wants to be served so.
pub(super) fn circumstance_id(lane: LaneId) -> String {
    element_id("circumstance", lane.0)
}

fn menu_id(lane: LaneId) -> String {
    element_id("lane-menu", lane.0)
}

/// The card.
#[component]
pub(super) fn LaneCard(lane: LaneId, service: Service, drag: Drag) -> impl IntoView {
    let moves = expect_context::<Moves>();
    let live = moves.live;
    let customer = memo(move || {
        live.read(|document| document.lane(lane).map(|row| name_in(document, row.customer)).unwrap_or_default())
    });
    let place = memo(move || live.read(|document| moves.cards(document, service).iter().position(|id| *id == lane.0)));
    let place = move || place.get().unwrap_or(0);
    let last = move || live.read(|document| moves.cards(document, service).len()).saturating_sub(1);
    let shift = move |by: isize| moves.move_to(lane, service, untrack(place).saturating_add_signed(by));
    let by_key = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            event.prevent_default();
            shift(if event.key() == "ArrowUp" { -1 } else { 1 });
            app::focus_rendered(&circumstance_id(lane));
        }
    };
    let other = match service {
        Service::QuickOrder => Service::Partnership,
        Service::Partnership => Service::QuickOrder,
    };
    let move_by = move |by: isize| {
        shift(by);
        app::focus_rendered(&menu_id(lane));
    };
    let cross = move || {
        moves.move_to(lane, other, usize::MAX);
        app::focus_rendered(&menu_id(lane));
    };
    let remove = move || {
        let told = [&*customer.get_untracked(), " is taken out of ", service.label(), "."].concat();
        let removal = live.peek(|document| edit::remove(document, &Key::Lane(lane)));
        moves.notices.edit_then(live, removal, &told, Arc::new(move || app::focus_rendered(&circumstance_id(lane))));
        app::keep_focus();
    };
    view! {
        <li
            id=drag.card_id(lane.0)
            class="lane-card"
            class:dragged=move || drag.holds(lane.0)
            class:lands-here=move || drag.lands_before(lane.0)
            style:translate=move || drag.offset(lane.0)
        >
            <Handle drag=drag card=lane.0 />
            <div class="lane-body">
                <p>
                    <strong>{move || customer.get()}</strong>
                    <span class="joint" aria-hidden="true">" when "</span>
                    <RowBlank
                        row=Key::Lane(lane)
                        of=Field::LaneCircumstance
                        id=circumstance_id(lane)
                        label=Signal::derive(move || format!("When {} wants {}", customer.get(), service.label()))
                        placeholder="in every case"
                        on_key=by_key
                    />
                </p>
                {when(move || service == Service::Partnership, move || view! { <Hours lane=lane customer=customer /> }.into_any())}
            </div>
            <Menu id=menu_id(lane) label=Signal::derive(move || format!("More about {} in {}", customer.get(), service.label()))>
                <MenuItem on_choose=cross>"Move to " {other.label()}</MenuItem>
                <MenuItem disabled=Signal::derive(move || place() == 0) on_choose=move || move_by(-1)>
                    "Move up" <kbd aria-hidden="true">"Alt ↑"</kbd>
                </MenuItem>
                <MenuItem disabled=Signal::derive(move || place() >= last()) on_choose=move || move_by(1)>
                    "Move down" <kbd aria-hidden="true">"Alt ↓"</kbd>
                </MenuItem>
                <MenuItem on_choose=remove>"Remove from this lane"</MenuItem>
            </Menu>
        </li>
    }
}

/// Hours a month that are set aside.
#[component]
fn Hours(lane: LaneId, customer: Memo<String>) -> impl IntoView {
    let moves = expect_context::<Moves>();
    let live = moves.live;
    let hours = memo(move || {
        live.field(Key::Lane(lane), FieldName::LaneHours, |document| document.lane(lane).map_or(0, |row| row.hours))
    });
    let shown = move || match hours.get() {
        0 => String::new(),
        hours => hours.to_string(),
    };
    let visit = RwSignal::new(Visit(0));
    let write = move |typed: String| {
        let typed = typed.trim();
        let hours = if typed.is_empty() { Some(0) } else { typed.parse().ok() };
        if let Some(hours) = hours.filter(|hours| *hours <= MOST_HOURS) {
            let edit = live.peek(|document| edit::set(document, Key::Lane(lane), Field::LaneHours(hours)));
            live.edit_during(Some(visit.get_untracked()), edit);
        }
    };
    view! {
        <label class="hours">
            <span class="off-screen">{move || ["For ", &*customer.get(), ": "].concat()}</span>
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                placeholder="0"
                prop:value=shown
                on:focus=move |_| visit.set(app::next_visit())
                on:input:target=move |event| write(event.target().value())
                on:blur:target=move |event| {
                    // A card that goes away takes the focus out of its fields last.
                    if let Some(hours) = hours.try_get_untracked() {
                        event.target().set_value(&if hours == 0 { String::new() } else { hours.to_string() });
                    }
                }
            />
            " hours a month set aside"
        </label>
    }
}
