//! Reordering: by drag on the number of a row, by keyboard with Alt and the arrows, by the row's menu.

use evencost_core::document::Document;
use evencost_core::edit::Edit;
use evencost_core::id::Id;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use crate::live::Live;
use crate::parts::Notices;

/// So near to the screen's edge, in pixels, a drag scrolls the page.
const EDGE: f64 = 72.0;

/// What is put in order: the rows of something that has an id itself.
#[derive(Clone, Copy)]
pub struct Ordered {
    /// Whose rows they are.
    pub of: Id,
    /// The rows, in their order.
    pub rows: fn(&Document, Id) -> Vec<Id>,
    /// Moves one of them to a position, counted without it.
    pub put: fn(&Document, Id, usize) -> Edit,
    /// The id of a row's element.
    pub element: fn(Id) -> String,
}

/// A row on its way: it goes with the pointer, and the others make way for it.
#[derive(Clone, Debug, PartialEq)]
struct Moving {
    row: Id,
    /// Its place among the rows, and the one that it would take now.
    from: usize,
    to: usize,
    /// Where the pointer took hold of it, and how far it is from there, in pixels of the page.
    start: f64,
    moved: f64,
    /// The top and height of each row when it was taken up.
    rows: Vec<(f64, f64)>,
}

/// The drag of a list.
#[derive(Clone, Copy)]
pub struct Drag {
    live: Live,
    notices: Notices,
    ordered: Ordered,
    now: RwSignal<Option<Moving>>,
}

impl Drag {
    /// No row is dragged yet. Escape puts back what is.
    pub fn new(live: Live, notices: Notices, ordered: Ordered) -> Self {
        let drag = Self { live, notices, ordered, now: RwSignal::new(None) };
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                drag.cancel();
            }
        });
        on_cleanup(move || escape.remove());
        drag
    }

    /// Moves a row by so many places and says where it went.
    pub fn shift(self, row: Id, by: isize) {
        if let Some(at) = self.order().iter().position(|id| *id == row) {
            self.put(row, at.saturating_add_signed(by));
        }
    }

    fn order(self) -> Vec<Id> {
        self.live.peek(|document| (self.ordered.rows)(document, self.ordered.of))
    }

    /// Moves a row to a position and says where it went.
    fn put(self, row: Id, position: usize) {
        self.live.change(|document| (self.ordered.put)(document, row, position));
        let order = self.order();
        if let Some(at) = order.iter().position(|id| *id == row) {
            self.notices.announce(&format!("Moved to place {} of {}.", at + 1, order.len()));
        }
    }

    /// Whether a row is being dragged.
    pub fn is_on(self) -> bool {
        self.now.with(Option::is_some)
    }

    /// Whether that row is.
    pub fn holds(self, row: Id) -> bool {
        self.now.with(|now| now.as_ref().is_some_and(|moving| moving.row == row))
    }

    /// How far the row at that place is from where it belongs, in pixels.
    pub fn offset(self, row: Id, place: usize) -> f64 {
        self.now.with(|now| {
            let Some(moving) = now else { return 0.0 };
            let room = moving.rows.get(moving.from).map_or(0.0, |(_, height)| *height);
            if moving.row == row {
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
    pub fn start(self, row: Id, event: &PointerEvent) {
        let handle = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let (0, Some(handle)) = (event.button(), handle) else { return };
        let order = self.order();
        let scrolled = scrolled();
        let rows: Option<Vec<(f64, f64)>> = order
            .iter()
            .map(|id| {
                let place = document().get_element_by_id(&(self.ordered.element)(*id))?.get_bounding_client_rect();
                Some((place.top() + scrolled, place.height()))
            })
            .collect();
        let from = order.iter().position(|id| *id == row);
        let (Some(from), Some(rows)) = (from, rows) else { return };
        event.prevent_default();
        // Without capture the drag ends where the pointer leaves the handle: nothing is moved then.
        drop(handle.set_pointer_capture(event.pointer_id()));
        let start = f64::from(event.client_y()) + scrolled;
        self.now.set(Some(Moving { row, from, to: from, start, moved: 0.0, rows }));
    }

    /// Follows the pointer.
    pub fn go(self, event: &PointerEvent) {
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
    pub fn end(self) {
        if let Some(Moving { row, from, to, .. }) = self.now.get_untracked() {
            self.now.set(None);
            if from != to {
                self.put(row, to);
            }
        }
    }

    /// Lets go without moving anything.
    pub fn cancel(self) {
        if self.now.with_untracked(Option::is_some) {
            self.now.set(None);
        }
    }
}

/// How far the page is scrolled down, in pixels.
fn scrolled() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}
