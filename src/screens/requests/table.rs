//! The table of all requests against all values of a division.

use evencost_core::date;
use evencost_core::document::{Document, Outcome};
use evencost_core::id::{DivisionId, RequestId, ValueId};
use evencost_core::weigh::{Filter, Kind, OverviewRow, ResultKind, SortBy, ValueRow, overview};
use leptos::prelude::*;

use super::filters::{Filters, SearchField};
use super::words::{count_of, result_words, tone_of_outcome, tone_of_verdict};
use crate::live::Live;
use crate::parts::{Choice, Tag};
use crate::route::Route;

const KINDS: [Kind; 3] = [Kind::Incoming, Kind::Own, Kind::Theirs];

/// A tag: its words and its tone.
type Words = (String, &'static str);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    request: RequestId,
    title: String,
    kind: &'static str,
    date: String,
    must: bool,
    result: Words,
    outcome: Outcome,
    verdicts: Vec<Words>,
}

/// The table.
#[component]
pub(super) fn Table(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let Filters { table: filter, sort, .. } = expect_context();
    let values = Memo::new(move |_| {
        live.read(|document| {
            let column = |value: &evencost_core::document::Value| {
                (value.id, value.pursued.text.trim().to_owned(), value.cost.text.trim().to_owned())
            };
            document.values_in_play(division).map(column).collect::<Vec<_>>()
        })
    });
    let rows = Memo::new(move |_| {
        let (by, descending) = sort.get();
        filter.with(|filter| live.read(|document| rows(document, division, filter, by, descending)))
    });
    let all = Memo::new(move |_| live.read(|document| document.requests().count()));
    let possible = Memo::new(move |_| values.with(|values| !values.is_empty()) && all.get() > 0);
    view! {
        <div class="head-line">
            <h1>"All requests against all values"</h1>
            <span class="soft" role="status">{move || {
                let (shown, all) = (rows.with(Vec::len), all.get());
                if shown == all { count_of(all, "request", "requests") } else { [&shown.to_string(), " of ", &count_of(all, "request", "requests")].concat() }
            }}</span>
        </div>
        <Show
            when=move || possible.get()
            fallback=move || view! {
                <p class="empty">
                    {move || if all.get() == 0 {
                        view! { "There is nothing to lay out yet: add a request in the " <a href=Route::Requests.to_string()>"list"</a> "." }.into_any()
                    } else {
                        view! { "There is no finished value to lay requests against: write one under " <a href=Route::Values.to_string()>"Values"</a> "." }.into_any()
                    }}
                </p>
            }
        >
            <FilterBar filter=filter />
            <div class="table-scroll" role="region" aria-label="Requests against values" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <Column by=SortBy::Title sort=sort label="Request".to_owned() />
                            <Column by=SortBy::Date sort=sort label="Date".to_owned() />
                            <Column by=SortBy::Result sort=sort label="Result".to_owned() />
                            <Column by=SortBy::Decision sort=sort label="Decision".to_owned() />
                            <For each=move || values.get() key=Clone::clone let:value>
                                <Column by=SortBy::Value(value.0) sort=sort label=value.1 note=value.2 />
                            </For>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=Clone::clone let:row>
                            <RowView row=row />
                        </For>
                    </tbody>
                </table>
            </div>
            <Show when=move || rows.with(Vec::is_empty)>
                <p class="empty">
                    "No request is like that. "
                    <button type="button" on:click=move |_| filter.set(Filter::default())>"Show all"</button>
                </p>
            </Show>
        </Show>
    }
}

/// The filters by what a request came to.
#[component]
fn FilterBar(filter: RwSignal<Filter>) -> impl IntoView {
    let results = || {
        let kinds = ResultKind::ALL.map(|kind| kind.label().to_owned());
        ["any result".to_owned()]
            .into_iter()
            .chain(kinds)
            .chain(["split".to_owned(), "still blind".to_owned()])
            .collect()
    };
    let split = ResultKind::ALL.len() + 1;
    let result = Signal::derive(move || {
        filter.with(|filter| {
            let kind = ResultKind::ALL.iter().position(|kind| Some(*kind) == filter.result).map(|at| at + 1);
            kind.or(filter.split.then_some(split)).or(filter.blind.then_some(split + 1)).unwrap_or(0)
        })
    });
    let choose_result = move |place: usize| {
        filter.update(|filter| {
            filter.result = place.checked_sub(1).and_then(|at| ResultKind::ALL.get(at).copied());
            filter.split = place == split;
            filter.blind = place == split + 1;
        });
    };
    let place_of = |at: Option<usize>| at.map_or(0, |at| at + 1);
    let outcome = Signal::derive(move || {
        filter.with(|filter| place_of(Outcome::ALL.iter().position(|it| Some(*it) == filter.outcome)))
    });
    let kind =
        Signal::derive(move || filter.with(|filter| place_of(KINDS.iter().position(|it| Some(*it) == filter.kind))));
    let options = |any: &str, words: &[&str]| {
        Signal::stored([any].iter().chain(words).map(|it| (*it).to_owned()).collect::<Vec<_>>())
    };
    view! {
        <div class="filters" role="search" aria-label="The table">
            <SearchField filter=filter />
            <Choice label="Result" bare=true options=Signal::stored(results()) chosen=result on_choose=choose_result />
            <Choice
                label="Decision"
                bare=true
                options=options("any decision", &Outcome::ALL.map(Outcome::label))
                chosen=outcome
                on_choose=move |place: usize| filter.update(|filter| {
                    filter.outcome = place.checked_sub(1).and_then(|at| Outcome::ALL.get(at).copied());
                })
            />
            <Choice
                label="Kind"
                bare=true
                options=options("any kind", &KINDS.map(Kind::label))
                chosen=kind
                on_choose=move |place: usize| filter.update(|filter| {
                    filter.kind = place.checked_sub(1).and_then(|at| KINDS.get(at).copied());
                })
            />
        </div>
    }
}

/// The head of a column, by which the table can be sorted.
#[component]
fn Column(
    by: SortBy,
    sort: RwSignal<(SortBy, bool)>,
    label: String,
    /// What stands under the label: a value's price.
    #[prop(optional, into)]
    note: Option<String>,
) -> impl IntoView {
    let direction = move || {
        let (now, descending) = sort.get();
        (now == by).then_some(if descending { "descending" } else { "ascending" })
    };
    let turn = move |_| {
        sort.update(|(now, descending)| {
            *descending = *now == by && !*descending;
            *now = by;
        });
    };
    view! {
        <th scope="col" aria-sort=direction>
            <button type="button" class="sort" on:click=turn>
                {label}
                <span aria-hidden="true">{move || match direction() {
                    None => "",
                    Some("ascending") => " ↑",
                    Some(_) => " ↓",
                }}</span>
            </button>
            {note.map(|note| view! { <small>"/ " {note}</small> })}
        </th>
    }
}

#[component]
fn RowView(row: Row) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">
                <a href=Route::Request(row.request).to_string()>{row.title}</a>
                <small>{row.kind}</small>
            </th>
            <td>{row.date}</td>
            <td>
                {row.must.then(|| view! { <Tag tone="tag clash" words="a must".to_owned() /> " " })}
                <Tag tone=row.result.1 words=row.result.0 />
            </td>
            <td><Tag tone=tone_of_outcome(row.outcome) words=row.outcome.label().to_owned() /></td>
            {row.verdicts.into_iter().map(|(words, tone)| view! {
                <td><Tag tone=tone words=words /></td>
            }).collect_view()}
        </tr>
    }
}

fn rows(document: &Document, division: DivisionId, filter: &Filter, by: SortBy, descending: bool) -> Vec<Row> {
    let mut table = overview(document, division);
    table.keep(document, division, filter);
    // The newest stand first among equals.
    table.sort(SortBy::Date, true);
    table.sort(by, descending);
    let values = table.values.clone();
    table.rows.iter().map(|row| row_words(&values, row)).collect()
}

fn row_words(values: &[ValueId], row: &OverviewRow) -> Row {
    let verdict = |value: &ValueId| match row.shown.open() {
        None => ("hidden".to_owned(), "tag none"),
        Some(weighed) => weighed
            .row(*value)
            .map_or_else(Words::default, |said: &ValueRow| (said.label(), tone_of_verdict(said.verdict))),
    };
    Row {
        request: row.request,
        title: row.title.clone(),
        kind: row.kind.label(),
        date: date::spoken(row.date),
        must: row.must,
        result: result_words(&row.shown),
        outcome: row.outcome,
        verdicts: values.iter().map(verdict).collect(),
    }
}
