//! Goods to start from, offered while a blank is empty: in pairs for an empty sentence, one by one for a side.

use evencost_core::coach;
use evencost_core::document::{Place, Side};
use evencost_core::id::DivisionId;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::live::Live;

/// So many are offered before people ask for more.
const FEW: usize = 6;

/// The words on the shelf for a side, and what is written when they are chosen.
#[derive(Clone, PartialEq)]
struct Offer {
    face: String,
    sides: Vec<(Place, String)>,
}

/// The shelf for one sentence.
#[component]
pub(super) fn Shelf(
    /// Whose value it is.
    division: DivisionId,
    /// The side that goods are offered for, if any.
    place: RwSignal<Option<Place>>,
    /// The texts of the two sides.
    texts: [Memo<String>; 2],
    /// Writes what was chosen and says which side comes next.
    #[prop(into)]
    on_choose: Callback<Vec<(Place, String)>>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let more = RwSignal::new(false);
    let offers = Memo::new(move |_| {
        let Some(place) = place.get() else { return Vec::new() };
        let [pursued, cost] = texts;
        let (own, other) = if place == Place::Pursued { (pursued, cost) } else { (cost, pursued) };
        if !own.with(|text| text.trim().is_empty()) {
            return Vec::new();
        }
        if other.with(|text| text.trim().is_empty()) {
            return pairs();
        }
        let side = Side::new(other.get());
        live.peek(|document| coach::shelf_for(document, division, &side))
            .into_iter()
            .map(|offer| Offer { face: offer.words.to_owned(), sides: vec![(place, offer.words.to_owned())] })
            .collect()
    });
    let shown = Memo::new(move |_| {
        let few = if more.get() { usize::MAX } else { FEW };
        offers.with(|offers| offers.iter().take(few).cloned().collect::<Vec<_>>())
    });
    // The caret stays in the blank while the pointer is on the shelf.
    let hold = |event: PointerEvent| event.prevent_default();
    view! {
        <Show when=move || !offers.with(Vec::is_empty)>
            <div class="shelf" role="group" aria-label="Goods to start from" on:pointerdown=hold on:keydown=move |event| step(&event)>
                {move || shown.get().into_iter().map(|offer| {
                    let sides = offer.sides;
                    view! {
                        <button type="button" on:click=move |_| on_choose.run(sides.clone())>{offer.face}</button>
                    }
                }).collect_view()}
                <Show when=move || !more.get() && offers.with(|offers| offers.len() > FEW)>
                    <button type="button" class="quiet" on:click=move |_| more.set(true)>"More…"</button>
                </Show>
            </div>
        </Show>
    }
}

/// The pairs, the first of each heading before the second of any: what few people see is of many kinds.
fn pairs() -> Vec<Offer> {
    let longest = coach::shelf().iter().map(|shelf| shelf.pairs.len()).max().unwrap_or(0);
    (0..longest)
        .flat_map(|index| coach::shelf().iter().filter_map(move |shelf| shelf.pairs.get(index)))
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
