//! Goods to start from, offered while a blank is empty: in pairs for an empty sentence, one by one for a side.

use std::collections::BTreeSet;

use evencost_core::coach;
use evencost_core::document::{Document, Place, Side};
use evencost_core::good::{self, Good};
use evencost_core::id::DivisionId;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Caret, focus_side};
use crate::app;
use crate::live::Live;
use crate::parts::erased::{memo, when};

/// So many are offered before people ask for more.
const FEW: usize = 6;

/// The words on the shelf for a side, and what is written when they are chosen.
#[derive(Clone, PartialEq)]
struct Offer {
    face: String,
    sides: Vec<(Place, String)>,
}

/// Writes what was chosen for each side.
pub(super) type Choose = Callback<Vec<(Place, String)>>;

/// The shelf for one sentence.
#[component]
pub(super) fn Shelf(
    /// Whose value it is.
    division: DivisionId,
    /// The side that goods are offered for, if any.
    #[prop(into)]
    place: Signal<Option<Place>>,
    /// The texts of the two sides.
    texts: [Memo<String>; 2],
    /// Writes what was chosen and says which side comes next.
    #[prop(into)]
    on_choose: Choose,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let more = RwSignal::new(false);
    let offers = memo(move || {
        let Some(place) = place.get() else { return Vec::new() };
        let [pursued, cost] = texts;
        let (own, other) = if place == Place::Pursued { (pursued, cost) } else { (cost, pursued) };
        if !own.with(|text| text.trim().is_empty()) {
            return Vec::new();
        }
        if other.with(|text| text.trim().is_empty()) {
            return live.peek(|document| pairs(document, division));
        }
        let side = Side::new(other.get());
        live.peek(|document| coach::shelf_for(document, division, &side))
            .into_iter()
            .map(|offer| Offer { face: offer.words.to_owned(), sides: vec![(place, offer.words.to_owned())] })
            .collect()
    });
    let shown = memo(move || {
        let few = if more.get() { usize::MAX } else { FEW };
        offers.with(|offers| offers.iter().take(few).cloned().collect::<Vec<_>>())
    });
    // The caret stays in the blank while the pointer is on the shelf.
    let hold = |event: PointerEvent| event.prevent_default();
    let caret = expect_context::<Caret>();
    let keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape"
            && let Some((value, place)) = caret.last.get_untracked()
        {
            focus_side(value, place);
        } else {
            step(&event);
        }
    };
    let goods = NodeRef::<html::Div>::new();
    let show_more = move |_| {
        more.set(true);
        spawn_local(async move {
            tick().await;
            // By keyboard, the focus was on the button that is gone: it goes to the first of the new offers.
            let offers = goods.try_get_untracked().flatten().filter(|_| app::is_focus_lost());
            let next = offers.and_then(|offers| offers.children().item(FEW as u32));
            if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
                drop(next.focus());
            }
        });
    };
    view! {
        {when(move || !offers.with(Vec::is_empty), move || view! {
            <div
                class="shelf"
                role="group"
                aria-label="Goods to start from"
                node_ref=goods
                on:pointerdown=hold
                on:keydown=keydown
            >
                {move || shown.get().into_iter().map(|offer| {
                    let sides = offer.sides;
                    view! {
                        <button type="button" on:click=move |_| on_choose.run(sides.clone())>{offer.face}</button>
                    }
                }).collect_view()}
                {when(move || !more.get() && offers.with(|offers| offers.len() > FEW), move || view! {
                    <button type="button" class="quiet" on:click=show_more>"More…"</button>
                }.into_any())}
            </div>
        }.into_any())}
    }
}

/// The pairs, the first of each heading before the second of any: what few people see is of many kinds. Those
/// that a value of the division names already come last.
fn pairs(document: &Document, division: DivisionId) -> Vec<Offer> {
    let said: BTreeSet<Good> = document
        .values_of(division)
        .flat_map(|value| good::goods(&value.pursued).into_iter().chain(good::goods(&value.cost)))
        .collect();
    let longest = coach::shelf().iter().map(|shelf| shelf.pairs.len()).max().unwrap_or(0);
    let mut pairs: Vec<&[&str; 2]> =
        (0..longest).flat_map(|index| coach::shelf().iter().filter_map(move |shelf| shelf.pairs.get(index))).collect();
    pairs.sort_by_key(|pair| pair.iter().any(|good| Good::fold(good).is_some_and(|good| said.contains(&good))));
    pairs
        .into_iter()
        .map(|[first, second]| {
            let mut start = first.chars();
            let pursued = start.next().map(|letter| letter.to_uppercase().chain(start).collect()).unwrap_or_default();
            let sides = vec![(Place::Pursued, pursued), (Place::Cost, (*second).to_owned())];
            Offer { face: format!("{first} / {second}"), sides }
        })
        .collect()
}

/// The arrows go from one offer to the next.
fn step(event: &KeyboardEvent) {
    let here = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let next = match (event.key().as_str(), here) {
        ("ArrowRight" | "ArrowDown", Some(here)) => here.next_element_sibling(),
        ("ArrowLeft" | "ArrowUp", Some(here)) => here.previous_element_sibling(),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        // At either end the focus stays.
        drop(next.focus());
    }
}
