//! Undo and redo, from the bar and by keyboard. They lead to what they changed where its screen is shown; on
//! another screen they say what it was and offer to lead there.

use std::sync::Arc;

use evencost_core::document::{Document, Key, List, Row};
use evencost_core::edit::{Applied, Change, Edit};
use evencost_core::id::{DivisionId, Id, ValueId};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::app;
use crate::chunks;
use crate::keeping::in_words;
use crate::live::Live;
use crate::parts::Notices;
use crate::route::Route;
use crate::screens::current::Current;

/// Said of the button that has nothing to undo, and to who presses it: what was done before is not kept.
pub const NOTHING: &str = "There is nothing to undo since this page was opened.";

/// Tells what was undone, or done again, given what takes that back.
pub type Tell = fn(Undo, &Edit, bool);

/// The chunk's content.
pub fn undone_here() -> Tell {
    |undo, inverse, again| undo.tell(inverse, again)
}

/// All that undoing needs.
#[derive(Clone, Copy)]
pub struct Undo {
    /// What is undone.
    pub live: Live,
    /// Where it is told.
    pub notices: Notices,
    /// Which division it is led to.
    pub current: Current,
    /// Which screen is shown.
    pub route: RwSignal<Route>,
}

impl Undo {
    /// Takes back the last edit.
    pub fn undo(self) {
        self.report(self.live.undo(), false);
    }

    /// Does again what was undone.
    pub fn redo(self) {
        self.report(self.live.redo(), true);
    }

    /// Undo and redo by keyboard; also within a text field, whose own undo knows nothing of the document.
    pub fn by_key(self, event: &KeyboardEvent) {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
            return;
        }
        // What is typed into a dialog is mostly not in the document yet.
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest("dialog").is_ok_and(|dialog| dialog.is_some())) {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => {
                event.prevent_default();
                self.undo();
            }
            ("z", true) | ("y", false) => {
                event.prevent_default();
                self.redo();
            }
            _ => {}
        }
    }

    fn report(self, applied: Option<Applied>, again: bool) {
        let Some(applied) = applied else {
            let nothing = if again { "There is nothing to redo." } else { NOTHING };
            // An offer to take back what is not in the document stays.
            if self.notices.is_offering() {
                self.notices.announce(nothing);
            } else {
                self.notices.show(nothing);
            }
            return;
        };
        app::keep_focus();
        self.notices.withdraw_step();
        if self.notices.tell_skipped(&applied) {
            return;
        }
        chunks::UNDONE.use_if_it_comes(move |tell| match tell {
            Some(tell) => tell(self, &applied.inverse, again),
            None => self.notices.announce(if again { "Done again." } else { "Undone." }),
        });
    }

    /// Tells what was undone, or done `again`, given what takes that back; and leads there where its screen is shown.
    fn tell(self, inverse: &Edit, again: bool) {
        let Some((words, place)) = self.live.peek(|document| about(document, inverse, again)) else { return };
        if self.is_at(place) {
            self.notices.announce(&words);
            self.lead_to(place);
        } else if place.route.is_none() {
            self.notices.show(words);
        } else {
            self.notices.show_with_step(words, "Show", Arc::new(move || self.lead_to(place)));
        }
    }

    fn is_at(self, place: Place) -> bool {
        let here = self.route.get_untracked();
        match place.route {
            Some(Route::Request(_)) => place.route == Some(here),
            route => route.is_some_and(|route| route.screen() == here.screen()),
        }
    }

    fn lead_to(self, place: Place) {
        if let Some(route) = place.route.filter(|_| !self.is_at(place)) {
            app::go_at_once(self.route, route);
        }
        if let Some(division) = place.division {
            self.current.choose(division);
        }
        if let Some(value) = place.value {
            app::show(format!("row-{value}"));
        }
    }
}

/// Where a change is seen.
#[derive(Clone, Copy)]
struct Place {
    /// Of several, the one with the lowest is told: the others belong to it.
    rank: u8,
    /// The screen; none shows the name of the workspace.
    route: Option<Route>,
    division: Option<DivisionId>,
    value: Option<ValueId>,
}

impl Place {
    fn of(document: &Document, row: &Row) -> Self {
        let (rank, route, division) = match row {
            Row::Division(row) => (0, Route::Values, Some(row.id)),
            Row::Request(row) if document.request(row.id).is_none() => (1, Route::Requests, None),
            Row::Request(row) => (1, Route::Request(row.id), None),
            Row::Value(row) => (2, Route::Values, Some(row.division)),
            Row::Rater(row) => (3, Route::Requests, Some(row.division)),
            Row::Decision(row) => (4, Route::Request(row.key.request), Some(row.key.division)),
            Row::Reveal(row) => (4, Route::Request(row.key.request), Some(row.key.division)),
            Row::Stance(row) => {
                let division = document.value(row.key.value).map(|value| value.division);
                (5, Route::Request(row.key.request), division)
            }
            Row::SameGood(_) => (6, Route::Compare, None),
            Row::Output(row) => (2, Route::Customers, Some(row.division)),
            Row::Customer(row) => (2, Route::Customers, Some(row.division)),
            Row::Lane(row) => (4, Route::Customers, document.customer(row.customer).map(|customer| customer.division)),
            Row::Use(row) => {
                let division = document.output(row.key.output).map(|output| output.division);
                (5, Route::Customers, division)
            }
            Row::Placement(row) => (5, Route::Request(row.key.request), Some(row.key.division)),
            Row::Routine(row) => (2, Route::Routine, Some(row.division)),
            Row::Talk(row) if document.talk(row.id).is_none() => (1, Route::Talks, None),
            Row::Talk(row) => (1, Route::Talk(row.id), None),
            Row::Point(row) if document.talk(row.talk).is_none() => (3, Route::Talks, None),
            Row::Point(row) => (3, Route::Talk(row.talk), None),
            Row::Snapshot(row) => (6, Route::Pair(row.a, row.b), None),
            Row::Taken(_) => return Self { rank: 8, route: None, division: None, value: None },
            Row::Workspace(_) => return Self { rank: 7, route: None, division: None, value: None },
        };
        let value = if let Row::Value(row) = row { Some(row.id) } else { None };
        Self { rank, route: Some(route), division, value }
    }
}

/// Which of a list's ids has moved.
fn moved(before: &[Id], after: &[Id]) -> Option<Id> {
    let (one, other) = before.iter().zip(after).find(|(before, after)| before != after)?;
    let without = |ids: &[Id]| ids.iter().copied().filter(|id| id != one).collect::<Vec<_>>();
    Some(if without(before) == without(after) { *one } else { *other })
}

/// What was undone, or done `again`, given what takes that back: in words, which never tell an answer, since people
/// weigh blind; and where it is seen.
fn about(document: &Document, inverse: &Edit, again: bool) -> Option<(String, Place)> {
    let touched = inverse.changes.iter().filter_map(|change| {
        let (key, is_gone, row) = match change {
            Change::Insert { row, .. } => (row.key(), Some(true), Some(row)),
            Change::Remove { row } => (row.key(), Some(false), Some(row)),
            Change::Set { key, .. } => (key.clone(), None, None),
            Change::Order { list: List::Values(division), .. } => (Key::Division(*division), None, None),
            Change::Order { list, before, after } => (list.key(moved(before, after)?), None, None),
        };
        // As it is now, where it is.
        let row = document.row(&key).or(row)?;
        Some((Place::of(document, row), is_gone, row, key))
    });
    let touched: Vec<_> = touched.collect();
    let (place, is_gone, row, key) =
        touched.iter().min_by_key(|(place, is_gone, ..)| place.rank * 2 + u8::from(is_gone.is_none()))?;
    let did = match is_gone {
        // The first answer or decision changes what there is to a request; it adds nothing.
        Some(is_gone) if place.rank < 4 => {
            if *is_gone != again {
                "adding "
            } else {
                "removing "
            }
        }
        _ => "changing ",
    };
    let others = touched.iter().any(|(other, _, _, of)| other.rank == place.rank && of != key);
    let done = if again { "Done again: " } else { "Undone: " };
    Some(([done, did, &in_words(row), if others { " and more." } else { "." }].concat(), *place))
}
