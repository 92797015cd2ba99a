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
    /// What is pursued and what it costs, of each sentence that anything was typed into.
    sentences: Vec<[String; 2]>,
    caret: Option<Caret>,
}

/// Where the caret was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Caret {
    /// The sentence, by its place among those that anything was typed into; none for an empty one.
    sentence: Option<usize>,
    place: Place,
    /// The selection in that side, in UTF-16 units.
    start: u32,
    end: u32,
}

/// Reads the sentences of the shell.
pub fn take(root: &Element) -> Typed {
    let active = leptos::prelude::document().active_element();
    let mut typed = Typed::default();
    for nth in 1.. {
        let field = |place| find(root, &format!(".values > :nth-child({nth}) {}", field_of(place)));
        let [Some(pursued), Some(cost)] = Place::BOTH.map(field) else { break };
        let fields = [pursued, cost];
        let sides = fields.each_ref().map(|field| field.value().replace('\n', " "));
        let is_written = sides.iter().any(|side| !side.is_empty());
        for (place, field) in Place::BOTH.into_iter().zip(&fields) {
            if active.as_ref() == Some(field.as_ref())
                && let Some(start) = field.selection_start().ok().flatten()
            {
                let end = field.selection_end().ok().flatten().unwrap_or(start);
                let sentence = is_written.then_some(typed.sentences.len());
                typed.caret = Some(Caret { sentence, place, start, end });
            }
        }
        if is_written {
            typed.sentences.push(sides);
        }
    }
    typed
}

impl Typed {
    /// Makes values of them, the last of the first division.
    pub fn adopt(self, live: Live) {
        for [pursued, cost] in self.sentences {
            let first = live.peek(|document| document.order(List::Divisions).first().copied().map(DivisionId));
            let (division, made) = match first {
                Some(division) => (division, Edit::default()),
                None => {
                    let id = live.fresh();
                    (id, live.peek(|document| edit::append(document, Division::new(id, ""))))
                }
            };
            let value = Value::new(live.fresh::<ValueId>(), division, pursued, cost);
            live.change(|document| made.then(edit::append(document, value)));
        }
    }

    /// Puts the caret where it was in the shell: into the value that was made of the sentence, or into the empty one after
    /// all values.
    pub fn place_caret(&self, root: &Element) {
        let Some(Caret { sentence, place, start, end }) = self.caret else { return };
        // An empty one is the last of all.
        let from_last = sentence.map_or(1, |sentence| self.sentences.len() - sentence + 1);
        if let Some(field) = find(root, &format!(".values > :nth-last-child({from_last}) {}", field_of(place))) {
            // Where the caret cannot be set, typing goes on at the end.
            drop(field.focus());
            drop(field.set_selection_range(start, end));
        }
    }
}

fn field_of(place: Place) -> String {
    format!(".{} textarea", place.name())
}

fn find(root: &Element, selector: &str) -> Option<HtmlTextAreaElement> {
    root.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
