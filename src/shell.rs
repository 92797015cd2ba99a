//! The page's shell accepts typing before the program arrives; this takes over what was typed.

use evencost_core::document::{Division, List, Place, Value};
use evencost_core::edit::{self, Edit};
use evencost_core::id::{DivisionId, ValueId};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

use crate::live::Live;

/// What people typed into the shell, and where the caret was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// What is pursued.
    pursued: String,
    /// What it costs.
    cost: String,
    /// The side with the focus, and the selection in it in UTF-16 units.
    caret: Option<(Place, u32, u32)>,
}

/// Reads the two fields of the shell.
pub fn take(root: &Element) -> Typed {
    let field = |place: Place| find(root, &format!(".{} textarea", place.name()));
    let active = leptos::prelude::document().active_element();
    let caret = Place::BOTH.into_iter().find_map(|place| {
        let field = field(place).filter(|field| active.as_ref() == Some(field.as_ref()))?;
        let start = field.selection_start().ok().flatten()?;
        Some((place, start, field.selection_end().ok().flatten().unwrap_or(start)))
    });
    let text = |place| field(place).map(|field| field.value().replace('\n', " ")).unwrap_or_default();
    Typed { pursued: text(Place::Pursued), cost: text(Place::Cost), caret }
}

impl Typed {
    fn is_empty(&self) -> bool {
        self.pursued.is_empty() && self.cost.is_empty()
    }

    /// Makes a value of it, the last of the first division.
    pub fn adopt(self, live: Live) {
        if self.is_empty() {
            return;
        }
        let first = live.peek(|document| document.order(List::Divisions).first().copied().map(DivisionId));
        let (division, made) = match first {
            Some(division) => (division, Edit::default()),
            None => {
                let id = live.fresh();
                (id, live.peek(|document| edit::append(document, Division::new(id, ""))))
            }
        };
        let value = Value::new(live.fresh::<ValueId>(), division, self.pursued, self.cost);
        live.change(|document| made.then(edit::append(document, value)));
    }

    /// Puts the caret where it was in the shell: into the value that was made of it, or into the empty sentence
    /// after all values.
    pub fn place_caret(&self, root: &Element) {
        let Some((place, start, end)) = self.caret else { return };
        let from_last = if self.is_empty() { 1 } else { 2 };
        let blank = format!(".values > :nth-last-child({from_last}) .{} textarea", place.name());
        if let Some(field) = find(root, &blank) {
            // Where the caret cannot be set, typing goes on at the end.
            drop(field.focus());
            drop(field.set_selection_range(start, end));
        }
    }
}

fn find(root: &Element, selector: &str) -> Option<HtmlTextAreaElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
