//! All divisions: the matrix, and the pairs that are furthest apart first.

use std::collections::BTreeMap;

use evencost_core::compare::{Counts, Index, Kind, Lean, Summary, close_together, furthest_first};
use evencost_core::id::DivisionId;
use leptos::prelude::*;

use super::{button, choice, in_play, name, report, toned, wordings};
use crate::live::Live;
use crate::parts::erased::{click, memo, piece};
use crate::route::Route;

/// More divisions than this are no table that anybody reads: there is a map for them.
pub(super) const MATRIX: usize = 24;

/// Up to so many divisions each cell also says in a word what its pair is.
const ROOMY: usize = 10;

/// So many pairs are listed at a time.
pub(super) const LISTED: usize = 50;

/// All that the screen shows.
#[derive(Clone, Default, PartialEq)]
struct All {
    /// Close ones stand together.
    divisions: Vec<(DivisionId, String)>,
    /// Furthest apart first.
    pairs: Vec<Summary>,
}

pub(super) fn view(live: Live, lost: bool) -> AnyView {
    let chosen = RwSignal::new(None::<DivisionId>);
    let all = memo(move || {
        live.read(|document| {
            let ready = in_play(document);
            let mut pairs: Vec<Summary> = Index::new(document).summaries().collect();
            pairs.retain(|pair| ready.contains(&pair.a) && ready.contains(&pair.b));
            let ordered = close_together(&ready, &pairs);
            furthest_first(&mut pairs);
            All { divisions: ordered.into_iter().map(|id| (id, name(document, id))).collect(), pairs }
        })
    });
    // A division that is gone is nobody's choice.
    let chosen_now = Signal::derive(move || {
        chosen.get().filter(|id| all.with(|all| all.divisions.iter().any(|(other, _)| other == id)))
    });
    let waiting = move || {
        let waiting = live.read(|document| {
            let ready = in_play(document);
            let rest = document.divisions().filter(|division| !ready.contains(&division.id));
            rest.map(|division| division.display_name().to_owned()).collect::<Vec<_>>().join(", ")
        });
        (!waiting.is_empty())
            .then(|| view! { <p class="soft">"Not here, since they have no values yet: " {waiting} "."</p> })
    };
    let matrix = move || all.with(|all| matrix(all, chosen_now, chosen));
    view! {
        <div class="pair-head">
            <h1>"All divisions"</h1>
            <div class="head-tools">
                {choice(live, "Whose pairs to show", true, chosen_now, Callback::new(move |id| chosen.set(id)))}
                {report::menu(live, memo(|| None))}
            </div>
        </div>
        {lost.then(|| view! { <p class="soft" role="status">"A division of that link is not here any more. These are."</p> })}
        {wordings::troubles(live)}
        {piece(matrix)}
        {list(all, chosen_now)}
        {piece(move || waiting().into_any())}
    }
    .into_any()
}

/// The three counts of a cell: what sets apart outright, what may, and what holds together.
pub(super) fn three(counts: &Counts) -> [u32; 3] {
    let of = |kind: Kind| counts.of(kind);
    [of(Kind::Reversed) + of(Kind::ReversedThroughOthers), of(Kind::Exposed), of(Kind::Shared) + of(Kind::SameAim)]
}

/// The class of a pair's colours.
pub(super) fn tone(lean: Lean) -> &'static str {
    match lean {
        Lean::Apart => "clash",
        Lean::Between => "price",
        Lean::Together => "together",
        Lean::Unrelated => "none",
    }
}

fn matrix(all: &All, chosen: Signal<Option<DivisionId>>, choose: RwSignal<Option<DivisionId>>) -> AnyView {
    let pairs: BTreeMap<[DivisionId; 2], &Summary> =
        all.pairs.iter().flat_map(|pair| [([pair.a, pair.b], pair), ([pair.b, pair.a], pair)]).collect();
    let heads = all.divisions.iter().map(|(_, name)| view! { <th scope="col"><span>{name.clone()}</span></th> });
    let rows = all.divisions.iter().map(|(a, row_name)| {
        let id = *a;
        let cells = all.divisions.iter().map(|(b, name)| match pairs.get(&[id, *b]) {
            Some(summary) => cell(summary, [id, *b], [row_name, name]),
            None => view! { <td class="self"></td> }.into_any(),
        });
        let class = move || match chosen.get() {
            Some(chosen) if chosen == id => "chosen".to_owned(),
            _ => String::new(),
        };
        let toggle = move |_| choose.update(|chosen| *chosen = if *chosen == Some(id) { None } else { Some(id) });
        view! {
            <tr class=move || class()>
                <th scope="row">
                    <button type="button" class="small" aria-pressed=move || (chosen.get() == Some(id)).to_string() on:click=click(toggle)>
                        {row_name.clone()}
                    </button>
                </th>
                {cells.collect_view()}
            </tr>
        }
    });
    let dense = all.divisions.len() > ROOMY;
    view! {
        <div class="matrix">
            {numbers()}
            <div class="matrix-scroll" tabindex="0" role="region" aria-label="All pairs">
                <table class:dense=dense>
                    <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

/// What the numbers of a cell count.
pub(super) fn numbers() -> AnyView {
    view! {
        <p class="legend-words">
            "In each cell: " <b class="clash">"head-on"</b> " · " <b class="price">"may clash"</b> " · " <b class="together">"shared or same aim"</b>
        </p>
    }
    .into_any()
}

fn cell(summary: &Summary, ids: [DivisionId; 2], names: [&str; 2]) -> AnyView {
    let lean = summary.lean();
    let counts = match lean {
        Lean::Unrelated => "–".to_owned(),
        _ => three(&summary.counts).map(|count| count.to_string()).join(" · "),
    };
    let [who, what] = [[names[0], " and ", names[1], ": "].concat(), [" (", &summary.counts.to_string(), ")"].concat()];
    view! {
        <td>
            <a class=["cell ", tone(lean)].concat() href=Route::Pair(ids[0], ids[1]).to_string()>
                <span class="off-screen">{who}</span>
                <b aria-hidden="true">{counts}</b>
                <small>{lean.label()}</small>
                <span class="off-screen">{what}</span>
            </a>
        </td>
    }
    .into_any()
}

/// The pairs, furthest apart first; of one division where it was chosen.
fn list(all: Memo<All>, chosen: Signal<Option<DivisionId>>) -> AnyView {
    let shown = RwSignal::new(LISTED);
    let of = move |pair: &&Summary| chosen.get().is_none_or(|id| pair.a == id || pair.b == id);
    let pairs = move || {
        all.with(|all| {
            let name = |id: DivisionId| {
                all.divisions.iter().find(|(other, _)| *other == id).map(|(_, name)| name.clone()).unwrap_or_default()
            };
            let pairs = all.pairs.iter().filter(of).take(shown.get()).map(|pair| {
                // The chosen one is named first.
                let [a, b] = if chosen.get() == Some(pair.b) { [pair.b, pair.a] } else { [pair.a, pair.b] };
                let lean = pair.lean();
                view! {
                    <li>
                        <a href=Route::Pair(a, b).to_string()>{name(a)} " and " {name(b)}</a>
                        {toned(tone(lean), lean.label())}
                        <span class="soft">{pair.counts.to_string()}</span>
                    </li>
                }
            });
            pairs.collect_view().into_any()
        })
    };
    let left = memo(move || all.with(|all| all.pairs.iter().filter(of).count()).saturating_sub(shown.get()));
    view! {
        <section class="furthest">
            <h2>"Furthest apart first"</h2>
            <ol class="plain-list">{piece(pairs)}</ol>
            {piece(move || match left.get() {
                0 => ().into_any(),
                left => {
                    let more = move || shown.update(|shown| *shown += LISTED);
                    button(["Show more: ", &left.to_string(), " are left"].concat(), "", more)
                }
            })}
        </section>
    }
    .into_any()
}
