//! Dragging cards to another place: within a column, or from one column to the other.

use evencost_core::id::Id;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::fields::element_id;

/// So near to the screen's edge, in pixels, a drag scrolls the page.
const EDGE: f64 = 72.0;

/// Where a card would land.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// The column, counted from the first.
    pub(super) column: usize,
    /// The place among the column's other cards.
    pub(super) at: usize,
}

/// A card on its way: it goes with the pointer, and a line shows where it would land.
#[derive(Clone, Debug, PartialEq)]
struct Moving {
    card: Id,
    /// Where the pointer took hold of it, and how far it is from there, in pixels of the page.
    start: (f64, f64),
    moved: (f64, f64),
    columns: Vec<Column>,
    from: Spot,
    to: Spot,
}

/// A column when the card was taken up, in pixels of the page.
#[derive(Clone, Debug, PartialEq)]
struct Column {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// The other cards with their middles, from top to bottom.
    others: Vec<(Id, f64)>,
}

impl Column {
    /// How far a point is from it, squared.
    fn distance(&self, (x, y): (f64, f64)) -> f64 {
        let beyond = |at: f64, from: f64, to: f64| (from - at).max(at - to).max(0.0);
        beyond(x, self.left, self.right).powi(2) + beyond(y, self.top, self.bottom).powi(2)
    }
}

/// Drags the cards of some columns.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    /// What the ids of columns and cards begin with.
    name: &'static str,
    /// The cards of each column, as they stand.
    cards: Callback<(), Vec<Vec<Id>>>,
    /// A card was let go somewhere else.
    landed: Callback<(Id, Spot)>,
    now: RwSignal<Option<Moving>>,
}

impl Drag {
    /// No card is dragged yet. Escape puts back what is.
    pub(super) fn new(
        name: &'static str,
        cards: impl Fn() -> Vec<Vec<Id>> + Send + Sync + 'static,
        landed: impl Fn(Id, Spot) + Send + Sync + 'static,
    ) -> Self {
        let landed = Callback::new(move |(card, spot)| landed(card, spot));
        let drag = Self { name, cards: Callback::new(move |()| cards()), landed, now: RwSignal::new(None) };
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                drag.cancel();
            }
        });
        on_cleanup(move || escape.remove());
        drag
    }

    /// The id of a card's element.
    pub(super) fn card_id(self, card: Id) -> String {
        element_id(self.name, card)
    }

    /// The id of a column's element.
    pub(super) fn column_id(self, column: usize) -> String {
        [self.name, "-column-", &column.to_string()].concat()
    }

    /// Whether a card is being dragged.
    pub(super) fn is_on(self) -> bool {
        self.now.with(Option::is_some)
    }

    /// Whether that card is.
    pub(super) fn holds(self, card: Id) -> bool {
        self.now.with(|now| now.as_ref().is_some_and(|moving| moving.card == card))
    }

    /// How far the card is from where it belongs, as a style says it.
    pub(super) fn offset(self, card: Id) -> String {
        self.now.with(|now| match now {
            Some(Moving { card: held, moved: (x, y), .. }) if *held == card => format!("{x}px {y}px"),
            _ => "none".to_owned(),
        })
    }

    /// Whether the dragged card would land before that one.
    pub(super) fn lands_before(self, card: Id) -> bool {
        self.lands_at(|moving, column| column.others.get(moving.to.at).is_some_and(|(other, _)| *other == card))
    }

    /// Whether the dragged card would land behind all others of that column.
    pub(super) fn lands_last(self, place: usize) -> bool {
        self.lands_at(|moving, column| moving.to.column == place && moving.to.at >= column.others.len())
    }

    fn lands_at(self, is: impl Fn(&Moving, &Column) -> bool) -> bool {
        self.now.with(|now| {
            let moving = now.as_ref().filter(|moving| moving.to != moving.from);
            moving.is_some_and(|moving| moving.columns.get(moving.to.column).is_some_and(|column| is(moving, column)))
        })
    }

    /// Takes up a card by its handle.
    pub(super) fn start(self, card: Id, event: &PointerEvent) {
        let handle = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let (0, Some(handle)) = (event.button(), handle) else { return };
        let scrolled = scrolled();
        let place = |id: &str| document().get_element_by_id(id).map(|element| element.get_bounding_client_rect());
        let cards = self.cards.run(());
        let mut from = None;
        let column = |(column, ids): (usize, Vec<Id>)| {
            let bounds = place(&self.column_id(column))?;
            let at = ids.iter().position(|id| *id == card);
            from = from.or(at.map(|at| Spot { column, at }));
            let middle = |id: Id| {
                let card = place(&self.card_id(id))?;
                Some((id, card.top() + card.height() / 2.0 + scrolled))
            };
            let others = ids.into_iter().filter(|id| *id != card).map(middle).collect::<Option<_>>()?;
            let (top, bottom) = (bounds.top() + scrolled, bounds.bottom() + scrolled);
            Some(Column { left: bounds.left(), right: bounds.right(), top, bottom, others })
        };
        let columns: Option<Vec<Column>> = cards.into_iter().enumerate().map(column).collect();
        let (Some(columns), Some(from)) = (columns, from) else { return };
        event.prevent_default();
        // Without capture the drag ends where the pointer leaves the handle: nothing is moved then.
        drop(handle.set_pointer_capture(event.pointer_id()));
        let start = (f64::from(event.client_x()), f64::from(event.client_y()) + scrolled);
        self.now.set(Some(Moving { card, start, moved: (0.0, 0.0), columns, from, to: from }));
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
        let here = (f64::from(event.client_x()), y + scrolled());
        self.now.update(|now| {
            let Some(moving) = now else { return };
            moving.moved = (here.0 - moving.start.0, here.1 - moving.start.1);
            let columns = moving.columns.iter().enumerate();
            let nearest = columns.min_by(|(_, a), (_, b)| a.distance(here).total_cmp(&b.distance(here)));
            if let Some((column, bounds)) = nearest {
                let above = bounds.others.iter().filter(|(_, middle)| *middle < here.1);
                moving.to = Spot { column, at: above.count() };
            }
        });
    }

    /// Lets go: the card takes its place.
    pub(super) fn end(self) {
        if let Some(Moving { card, from, to, .. }) = self.now.get_untracked() {
            self.now.set(None);
            if from != to {
                self.landed.run((card, to));
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

/// By what a card is taken up; keyboards have its menu.
#[component]
pub(super) fn Handle(drag: Drag, card: Id) -> impl IntoView {
    view! {
        <span
            class="handle"
            aria-hidden="true"
            title="Drag to another place"
            on:pointerdown=move |event| drag.start(card, &event)
            on:pointermove=move |event| drag.go(&event)
            on:pointerup=move |_| drag.end()
            on:pointercancel=move |_| drag.cancel()
        >"⠿"</span>
    }
}

/// How far the page is scrolled down, in pixels.
fn scrolled() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}
