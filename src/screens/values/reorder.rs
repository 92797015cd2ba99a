//! Reordering: by drag on the number of a row, by keyboard with Alt and the arrows, by the row's menu.

use evencost_core::document::List;
use evencost_core::edit;
use evencost_core::id::{DivisionId, ValueId};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::row::row_id;
use crate::live::Live;
use crate::parts::Notices;

/// So near to the screen's edge, in pixels, a drag scrolls the page.
const EDGE: f64 = 72.0;

/// Moves a value by so many places and says where it went.
pub(super) fn shift(live: Live, notices: Notices, division: DivisionId, value: ValueId, by: isize) {
    let order = live.peek(|document| document.order(List::Values(division)));
    let Some(at) = order.iter().position(|id| *id == value.0) else { return };
    move_to(live, notices, division, value, at.saturating_add_signed(by));
}

/// Moves a value to a position and says where it went.
fn move_to(live: Live, notices: Notices, division: DivisionId, value: ValueId, position: usize) {
    let list = List::Values(division);
    live.change(|document| edit::move_to(document, list, value.0, position));
    let order = live.peek(|document| document.order(list));
    if let Some(at) = order.iter().position(|id| *id == value.0) {
        notices.announce(&format!("Moved to place {} of {}.", at + 1, order.len()));
    }
}

/// A row on its way: it goes with the pointer, and the others make way for it.
#[derive(Clone, Debug, PartialEq)]
struct Moving {
    value: ValueId,
    /// Its place among the values, and the one that it would take now.
    from: usize,
    to: usize,
    /// Where the pointer took hold of it, and how far it is from there, in pixels of the page.
    start: f64,
    moved: f64,
    /// The top and height of each value's row when it was taken up.
    rows: Vec<(f64, f64)>,
}

/// The drag of a list.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    live: Live,
    notices: Notices,
    division: DivisionId,
    now: RwSignal<Option<Moving>>,
}

impl Drag {
    /// No row is dragged yet. Escape puts back what is.
    pub(super) fn new(live: Live, notices: Notices, division: DivisionId) -> Self {
        let drag = Self { live, notices, division, now: RwSignal::new(None) };
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                drag.cancel();
            }
        });
        on_cleanup(move || escape.remove());
        drag
    }

    /// Whether a row is being dragged.
    pub(super) fn is_on(self) -> bool {
        self.now.with(Option::is_some)
    }

    /// Whether that row is.
    pub(super) fn holds(self, value: ValueId) -> bool {
        self.now.with(|now| now.as_ref().is_some_and(|moving| moving.value == value))
    }

    /// How far the row at that place is from where it belongs, in pixels.
    pub(super) fn offset(self, value: ValueId, place: usize) -> f64 {
        self.now.with(|now| {
            let Some(moving) = now else { return 0.0 };
            let room = moving.rows.get(moving.from).map_or(0.0, |(_, height)| *height);
            if moving.value == value {
                moving.moved
            } else if moving.from < place && place <= moving.to {
                -room
            } else if moving.to <= place && place < moving.from {
                room
            } else {
                0.0
            }
        })
    }

    /// Takes up a row by its handle.
    pub(super) fn start(self, value: ValueId, event: &PointerEvent) {
        let handle = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let (0, Some(handle)) = (event.button(), handle) else { return };
        let order = self.live.peek(|document| document.order(List::Values(self.division)));
        let scrolled = scrolled();
        let rows: Option<Vec<(f64, f64)>> = order
            .iter()
            .map(|id| {
                let place = document().get_element_by_id(&row_id(ValueId(*id)))?.get_bounding_client_rect();
                Some((place.top() + scrolled, place.height()))
            })
            .collect();
        let from = order.iter().position(|id| *id == value.0);
        let (Some(from), Some(rows)) = (from, rows) else { return };
        event.prevent_default();
        // Without capture the drag ends where the pointer leaves the handle: nothing is moved then.
        drop(handle.set_pointer_capture(event.pointer_id()));
        let start = f64::from(event.client_y()) + scrolled;
        self.now.set(Some(Moving { value, from, to: from, start, moved: 0.0, rows }));
    }

    /// Follows the pointer.
    pub(super) fn go(self, event: &PointerEvent) {
        if self.now.with_untracked(Option::is_none) {
            return;
        }
        let y = f64::from(event.client_y());
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
        if y < EDGE {
            window().scroll_by_with_x_and_y(0.0, y - EDGE);
        } else if y > height - EDGE {
            window().scroll_by_with_x_and_y(0.0, y - (height - EDGE));
        }
        let here = y + scrolled();
        self.now.update(|now| {
            let Some(moving) = now else { return };
            moving.moved = here - moving.start;
            let Some((top, height)) = moving.rows.get(moving.from) else { return };
            let middle = top + height / 2.0 + moving.moved;
            // As many stand before it as have their own middle above its middle.
            let others = moving.rows.iter().enumerate().filter(|(index, _)| *index != moving.from);
            moving.to = others.filter(|(_, (top, height))| top + height / 2.0 < middle).count();
        });
    }

    /// Lets go: the row takes its place.
    pub(super) fn end(self) {
        if let Some(Moving { value, from, to, .. }) = self.now.get_untracked() {
            self.now.set(None);
            if from != to {
                move_to(self.live, self.notices, self.division, value, to);
            }
        }
    }

    /// Lets go without moving anything.
    pub(super) fn cancel(self) {
        if self.now.with_untracked(Option::is_some) {
            self.now.set(None);
        }
    }
}

/// How far the page is scrolled down, in pixels.
fn scrolled() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}
