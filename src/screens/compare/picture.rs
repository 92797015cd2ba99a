//! The picture of a pair: the two lists side by side, joined by lines between the words that name one good.

use evencost_core::compare::{Kind, Relation};
use evencost_core::document::Place;
use evencost_core::id::ValueId;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::pair::{Finding, Found};
use super::points::point_id;
use super::{UNSURE, button};
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, memo, piece};

/// Where the words of every row stand, for either list: the middle of what is pursued and of what it costs, in
/// pixels from the top of the lines; and how far the lists are apart.
#[derive(Clone, Default, PartialEq)]
struct Spots {
    rows: [Vec<[i32; 2]>; 2],
    width: i32,
}

/// One relation as lines between rows.
#[derive(Clone, PartialEq)]
struct Join {
    kind: Kind,
    confirmed: bool,
    values: [Vec<ValueId>; 2],
    /// Each from a row and a side of A's list to a row and a side of B's.
    strands: Vec<[(usize, Place); 2]>,
}

/// What a row says of itself: with which element, if any, it says more.
type Says = Vec<(String, Option<String>)>;

pub(super) fn view(live: Live, finding: Finding) -> AnyView {
    let picture = NodeRef::<Div>::new();
    let spots = RwSignal::new(Spots::default());
    let lifted = RwSignal::new(None::<ValueId>);
    let joins = memo(move || finding.with(|found| found.as_ref().map(joins).unwrap_or_default()));
    let look = move || {
        // The screen may have been left since.
        if let Some(picture) = picture.try_get_untracked().flatten() {
            let _ = spots.try_update(|spots| *spots = measure(&picture));
        }
    };
    Effect::new(move |_| {
        finding.track();
        request_animation_frame(look);
    });
    watch(picture, look);
    let side = move |which: usize, class: &'static str| {
        move || {
            finding.with(|found| {
                let Some(found) = found.as_ref() else { return ().into_any() };
                let rows = found.comparison.main[which].iter();
                let rows = rows.map(|&(value, _)| row(live, value, says(live, found, which, value), joins, lifted));
                view! {
                    <section class=class>
                        <h2>{found.names[which].clone()}</h2>
                        <ol>{rows.collect_view()}</ol>
                    </section>
                }
                .into_any()
            })
        }
    };
    let lines = move || joins.get().into_iter().rev().map(|join| line(join, spots, lifted)).collect_view().into_any();
    let legend = move || {
        let all = joins.get();
        let any = |kind: Kind| all.iter().any(|join| join.kind == kind && join.confirmed);
        let sample = |key: &'static str, words: &'static str| {
            let path = if key == "reversed" { "M1 3C20 3 20 11 39 11M1 11C20 11 20 3 39 3" } else { "M1 7L39 7" };
            view! {
                <li>
                    <svg class="lines" width="40" height="14" aria-hidden="true">
                        <g data-kind=key><path d=path /></g>
                    </svg>
                    {words}
                </li>
            }
        };
        let kinds =
            Kind::WORST_FIRST.into_iter().filter(|kind| any(*kind)).map(|kind| sample(kind.key(), kind.label()));
        let maybe = all.iter().any(|join| !join.confirmed).then(|| sample("suggested", "suggested"));
        kinds.chain(maybe).collect_view().into_any()
    };
    let shown = memo(move || {
        finding.with(|found| found.as_ref().is_some_and(|it| it.comparison.main.iter().any(|main| !main.is_empty())))
    });
    view! {
        <div class="picture" node_ref=picture hidden=move || !shown.get()>
            {piece(side(0, "list a"))}
            <svg class="lines between" aria-hidden="true">{piece(lines)}</svg>
            {piece(side(1, "list b"))}
        </div>
        <ul class="legend" aria-label="The lines" hidden=move || joins.with(Vec::is_empty)>{piece(legend)}</ul>
    }
    .into_any()
}

/// Looks again whenever the picture's size changes.
fn watch(picture: NodeRef<Div>, look: impl Fn() + Copy + 'static) {
    let changed = Closure::<dyn FnMut()>::new(move || request_animation_frame(look));
    // A browser without it draws the lines once, which is right until the window changes.
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    let kept = StoredValue::new_local((observer.clone(), changed));
    Effect::new(move |_| {
        if let Some(picture) = picture.get() {
            kept.with_value(|(observer, _)| observer.observe(&picture));
        }
    });
    on_cleanup(move || {
        let _ = kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}

fn measure(picture: &Element) -> Spots {
    let Ok(Some(lines)) = picture.query_selector(".between") else { return Spots::default() };
    let area = lines.get_bounding_client_rect();
    let middles = |selector: &str| -> Vec<i32> {
        let Ok(found) = picture.query_selector_all(selector) else { return Vec::new() };
        let words = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
        let middle = |words: Element| {
            let place = words.get_bounding_client_rect();
            (place.top() + place.height() / 2.0 - area.top()) as i32
        };
        words.map(middle).collect()
    };
    let rows = ["a", "b"].map(|list| {
        let of = |words: &str| middles(&[".", list, " ", words].concat());
        of(".pursued").into_iter().zip(of(".cost")).map(|(pursued, cost)| [pursued, cost]).collect()
    });
    Spots { rows, width: area.width() as i32 }
}

fn joins(found: &Found) -> Vec<Join> {
    let row = |which: usize, value: Option<&ValueId>| {
        found.comparison.main[which].iter().position(|(id, _)| Some(id) == value)
    };
    let joins = found.comparison.relations.iter().filter(|relation| relation.kind != Kind::Alone);
    let joins = joins.map(|relation| {
        let mut strands: Vec<[(usize, Place); 2]> = Vec::new();
        for [a, b] in relation.links() {
            let ends = row(0, Some(&a.value)).zip(row(1, Some(&b.value)));
            let strand = ends.map(|(in_a, in_b)| [(in_a, a.place), (in_b, b.place)]);
            strands.extend(strand.filter(|strand| !strands.contains(strand)));
        }
        let values = [relation.a.clone(), relation.b.clone()];
        Join { kind: relation.kind, confirmed: relation.confirmed, values, strands }
    });
    joins.collect()
}

fn line(join: Join, spots: RwSignal<Spots>, lifted: RwSignal<Option<ValueId>>) -> AnyView {
    let Join { kind, confirmed, values, strands } = join;
    let path = move || {
        spots.with(|spots| {
            let mut path = String::new();
            for [(row_a, place_a), (row_b, place_b)] in &strands {
                let spot =
                    |which: usize, row: usize, place: Place| spots.rows[which].get(row).map(|row| row[place as usize]);
                if let Some((from, to)) = spot(0, *row_a, *place_a).zip(spot(1, *row_b, *place_b)) {
                    path.push_str(&strand(from, to, spots.width, kind == Kind::Shared));
                }
            }
            path
        })
    };
    let class = move || {
        match lifted.get() {
            None => "",
            Some(value) if values.iter().flatten().any(|&other| other == value) => "lit",
            Some(_) => "dim",
        }
        .to_owned()
    };
    let kind = if confirmed { kind.key() } else { "suggested" };
    view! { <g class=move || class() data-kind=kind><path d=move || path() /></g> }.into_any()
}

/// From one list to the other: shared goes straight, all else swings.
fn strand(from: i32, to: i32, width: i32, straight: bool) -> String {
    let number = |number: i32| number.to_string();
    let (start, end, half) = (number(from), number(to), number(width / 2));
    let (edge, far) = ("M4 ", number(width - 4));
    if straight {
        [edge, &start, "L", &far, " ", &end].concat()
    } else {
        [edge, &start, "C", &half, " ", &start, " ", &half, " ", &end, " ", &far, " ", &end].concat()
    }
}

/// What a row says in words: its relations, each with the element that tells more.
fn says(live: Live, found: &Found, which: usize, value: ValueId) -> Says {
    let words = |value: &ValueId| {
        live.peek(|document| document.value(*value).map(|value| value.pursued.text.trim().to_owned()))
            .unwrap_or_default()
    };
    let comparison = &found.comparison;
    if comparison.twice[which].iter().any(|twin| twin.value == value) {
        return vec![("said twice".to_owned(), None)];
    }
    let of = |relation: &Relation| {
        if which == 0 { [relation.a.clone(), relation.b.clone()] } else { [relation.b.clone(), relation.a.clone()] }
    };
    let told = comparison.relations.iter().filter(|relation| of(relation)[0].contains(&value)).map(|relation| {
        let others =
            of(relation)[1].iter().map(|other| ["“", &words(other), "”"].concat()).collect::<Vec<_>>().join(", ");
        let maybe = if relation.confirmed { "" } else { "suggested: " };
        let text = match relation.kind {
            Kind::Alone => relation.kind.label().to_owned(),
            _ if relation.unsure => [maybe, UNSURE, ": ", &others].concat(),
            kind => [maybe, kind.label(), " with ", &others].concat(),
        };
        (text, relation.confirmed.then(|| point_id(relation)))
    });
    told.collect()
}

fn row(live: Live, value: ValueId, says: Says, joins: Memo<Vec<Join>>, lifted: RwSignal<Option<ValueId>>) -> AnyView {
    let [pursued, cost] = live.peek(|document| {
        let words =
            |place: Place| document.value(value).map(|value| value.side(place).text.clone()).unwrap_or_default();
        Place::BOTH.map(words)
    });
    let id = ["says-", &value.to_string()].concat();
    let target = says.first().and_then(|(_, target)| target.clone());
    let says = says.into_iter().map(|(words, target)| match target {
        Some(target) => view! { <li>{button(words, "quiet small", move || show(&target))}</li> }.into_any(),
        None => view! { <li class="soft">{words}</li> }.into_any(),
    });
    let class = move || {
        match lifted.get() {
            None => "row",
            Some(other) if other == value => "row lit",
            Some(other) => {
                let joined =
                    |join: &Join| [other, value].iter().all(|id| join.values.iter().flatten().any(|it| it == id));
                if joins.with(|joins| joins.iter().any(joined)) { "row lit" } else { "row dim" }
            }
        }
        .to_owned()
    };
    let lift = move || lifted.set(Some(value));
    let lower = move || lifted.set(None);
    view! {
        <li class=move || class() on:mouseenter=click(move |_| lift()) on:mouseleave=click(move |_| lower())>
            <button
                type="button"
                aria-describedby=id.clone()
                on:focus=move |_| lift()
                on:blur=move |_| lower()
                on:click=click(move |_| if let Some(target) = &target { show(target) })
            >
                <span class="pursued">{pursued}</span>
                <span class="second"><span class="joint">" even at the cost of "</span><span class="cost">{cost}</span></span>
            </button>
            <ul class="row-says" id=id>{says.collect_view()}</ul>
        </li>
    }
    .into_any()
}

/// Leads to where a relation is told.
fn show(id: &str) {
    app::focus(id);
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
