//! Reordering: by drag on the number of a row, by keyboard with Alt and the arrows, by the row's menu.

use evencost_core::document::List;
use evencost_core::edit;
use evencost_core::id::{DivisionId, ValueId};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use crate::live::Live;
use crate::parts::Notices;

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
        notices.announce(format!("Moved to place {} of {}.", at + 1, order.len()));
    }
}

/// A drag in progress: the row goes with the pointer, and takes its place when it is let go.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    live: Live,
    notices: Notices,
    division: DivisionId,
    value: ValueId,
    /// Where the pointer was when it went down; `None` while nothing is dragged.
    from: RwSignal<Option<f64>>,
    /// How far it has gone, in pixels.
    pub(super) moved: RwSignal<f64>,
}

impl Drag {
    pub(super) fn new(live: Live, notices: Notices, division: DivisionId, value: ValueId) -> Self {
        Self { live, notices, division, value, from: RwSignal::new(None), moved: RwSignal::new(0.0) }
    }

    /// Whether the row is being dragged.
    pub(super) fn is_on(self) -> bool {
        self.from.with(Option::is_some)
    }

    pub(super) fn start(self, event: &PointerEvent) {
        let handle = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        if event.button() == 0
            && let Some(handle) = handle
        {
            event.prevent_default();
            // Without capture the drag ends where the pointer leaves the handle: nothing is moved then.
            drop(handle.set_pointer_capture(event.pointer_id()));
            self.from.set(Some(f64::from(event.client_y())));
            self.moved.set(0.0);
        }
    }

    pub(super) fn go(self, event: &PointerEvent) {
        if let Some(from) = self.from.get_untracked() {
            self.moved.set(f64::from(event.client_y()) - from);
        }
    }

    pub(super) fn end(self, event: &PointerEvent) {
        if self.from.get_untracked().is_none() {
            return;
        }
        self.from.set(None);
        self.moved.set(0.0);
        let row = event
            .current_target()
            .and_then(|it| it.dyn_into::<Element>().ok())
            .and_then(|it| it.closest("li").ok().flatten());
        let list = row.as_ref().and_then(|row| row.parent_element());
        let (Some(row), Some(list)) = (row, list) else { return };
        let y = f64::from(event.client_y());
        // As many rows stand before it as have their middle above the pointer, itself not counted.
        let rows = list.children();
        let before = (0..rows.length())
            .filter_map(|index| rows.item(index)?.dyn_into::<HtmlElement>().ok())
            .filter(|other| **other != row)
            .filter(|other| {
                let place = other.get_bounding_client_rect();
                place.top() + place.height() / 2.0 < y
            })
            .count();
        move_to(self.live, self.notices, self.division, self.value, before);
    }

    /// Lets go without moving anything.
    pub(super) fn cancel(self) {
        self.from.set(None);
        self.moved.set(0.0);
    }
}
