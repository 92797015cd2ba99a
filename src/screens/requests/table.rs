//! The table of all requests against all values of a division.

use evencost_core::date;
use evencost_core::document::{Document, Outcome};
use evencost_core::id::{DivisionId, RequestId, ValueId};
use evencost_core::weigh::{Filter, Kind, OverviewRow, ResultKind, SortBy, overview};
use leptos::prelude::*;

use super::filters::{Filters, NoneLikeThat, SearchField};
use super::words::{Words, count_of, result_words, tone_of_verdict};
use crate::live::Live;
use crate::parts::erased::{click, either, list, memo, when};
use crate::parts::{Choice, Tag};
use crate::route::Route;

const KINDS: [Kind; 3] = [Kind::Incoming, Kind::Own, Kind::Theirs];

/// One request; what is said of it in each column after the date.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    request: RequestId,
    title: String,
    kind: &'static str,
    date: String,
    cells: Vec<Words>,
}

/// A value at the head of its column: what it pursues, and what that costs.
type Head = (ValueId, String, String);

/// The table.
#[component]
pub(super) fn Table(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let Filters { table: filter, sort, .. } = expect_context();
    let heads = memo(move || {
        live.read(|document| {
            let words = |text: &str| text.trim().to_owned();
            let values = document.values_in_play(division);
            values.map(|value| (value.id, words(&value.pursued.text), words(&value.cost.text))).collect::<Vec<Head>>()
        })
    });
    let rows = memo(move || {
        let (by, descending) = sort.get();
        filter.with(|filter| live.read(|document| rows(document, division, filter, by, descending)))
    });
    let all = memo(move || live.read(|document| document.requests().count()));
    let counted = move || {
        let (shown, all) = (rows.with(Vec::len), all.get());
        let requests = count_of(all, "request", "requests");
        if shown == all { requests } else { [&*shown.to_string(), " of ", &requests].concat() }
    };
    let table = move || {
        view! {
            <FilterBar filter=filter />
            <div class="table-scroll" role="region" aria-label="Requests against values" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            {column(SortBy::Title, sort, "Request".to_owned(), None)}
                            {column(SortBy::Date, sort, "Date".to_owned(), None)}
                            {column(SortBy::Result, sort, "Result".to_owned(), None)}
                            {column(SortBy::Decision, sort, "Decision".to_owned(), None)}
                            {list(
                                move || heads.get(),
                                move |head| column(SortBy::Value(head.0), sort, head.1, Some(head.2)),
                            )}
                        </tr>
                    </thead>
                    <tbody>
                        {list(move || rows.get(), row)}
                    </tbody>
                </table>
            </div>
            {when(move || rows.with(Vec::is_empty), move || view! { <NoneLikeThat filter=filter /> }.into_any())}
        }
        .into_any()
    };
    let nothing = move || {
        let (before, to, link) = if all.get() == 0 {
            ("There is nothing to lay out yet: add a request in the ", Route::Requests, "list")
        } else {
            ("There is no finished value to lay requests against: write one under ", Route::Values, "Values")
        };
        view! { <p class="empty">{before} <a href=to.to_string()>{link}</a> "."</p> }.into_any()
    };
    view! {
        <div class="head-line">
            <h1>"All requests against all values"</h1>
            <span class="soft" role="status">{move || counted()}</span>
        </div>
        {either(move || heads.with(|heads| !heads.is_empty()) && all.get() > 0, table, nothing)}
    }
}

/// The filters by what a request is and came to.
#[component]
fn FilterBar(filter: RwSignal<Filter>) -> impl IntoView {
    let split = ResultKind::ALL.len() + 1;
    let kinds = ResultKind::ALL.map(ResultKind::label);
    let results = options("any result", &[&kinds[..], &["split on a value", "still blind"]].concat());
    let result = move || {
        filter.with(|filter| match filter {
            Filter { split: true, .. } => split,
            Filter { blind: true, .. } => split + 1,
            filter => place_of(&ResultKind::ALL, filter.result),
        })
    };
    let choose_result = move |place: usize| {
        filter.update(|filter| {
            filter.result = at_place(&ResultKind::ALL, place);
            filter.split = place == split;
            filter.blind = place == split + 1;
        });
    };
    view! {
        <div class="filters" role="search" aria-label="The table">
            <SearchField filter=filter />
            <Choice label="Result" bare=true options=results chosen=Signal::derive(result) on_choose=choose_result />
            <Choice
                label="Decision"
                bare=true
                options=options("any decision", &Outcome::ALL.map(Outcome::label))
                chosen=Signal::derive(move || filter.with(|filter| place_of(&Outcome::ALL, filter.outcome)))
                on_choose=move |place: usize| filter.update(|filter| filter.outcome = at_place(&Outcome::ALL, place))
            />
            <Choice
                label="Kind"
                bare=true
                options=options("any kind", &KINDS.map(Kind::label))
                chosen=Signal::derive(move || filter.with(|filter| place_of(&KINDS, filter.kind)))
                on_choose=move |place: usize| filter.update(|filter| filter.kind = at_place(&KINDS, place))
            />
        </div>
    }
}

fn options(any: &str, words: &[&str]) -> Signal<Vec<String>> {
    Signal::stored([any].iter().chain(words).map(|it| (*it).to_owned()).collect())
}

/// The place of the option: the first one is "any".
fn place_of<T: PartialEq>(all: &[T], chosen: Option<T>) -> usize {
    chosen.and_then(|chosen| all.iter().position(|it| *it == chosen)).map_or(0, |at| at + 1)
}

fn at_place<T: Copy>(all: &[T], place: usize) -> Option<T> {
    all.get(place.checked_sub(1)?).copied()
}

/// The head of a column, by which the table can be sorted.
fn column(by: SortBy, sort: RwSignal<(SortBy, bool)>, label: String, price: Option<String>) -> AnyView {
    let direction = move || {
        let (now, descending) = sort.get();
        (now == by).then_some(if descending { "descending" } else { "ascending" })
    };
    let arrow = move || {
        match direction() {
            None => "",
            Some("ascending") => " ↑",
            Some(_) => " ↓",
        }
        .to_owned()
    };
    let turn = move |_| {
        sort.update(|(now, descending)| {
            *descending = *now == by && !*descending;
            *now = by;
        });
    };
    view! {
        <th scope="col" aria-sort=direction>
            <button type="button" class="sort" on:click=click(turn)>
                {label} <span aria-hidden="true">{move || arrow()}</span>
            </button>
            {price.map(|price| view! { <small>"/ " {price}</small> })}
        </th>
    }
    .into_any()
}

fn row(row: Row) -> AnyView {
    view! {
        <tr>
            <th scope="row">
                <a href=Route::Request(row.request).to_string()>{row.title}</a>
                <small>{row.kind}</small>
            </th>
            <td>{row.date}</td>
            {row.cells.into_iter().map(|(words, tone)| view! { <td><Tag tone=tone words=words /></td> }).collect_view()}
        </tr>
    }
    .into_any()
}

fn rows(document: &Document, division: DivisionId, filter: &Filter, by: SortBy, descending: bool) -> Vec<Row> {
    let mut table = overview(document, division);
    table.keep(document, division, filter);
    // The newest stand first among equals.
    table.sort(SortBy::Date, true);
    table.sort(by, descending);
    table.rows.iter().map(|row| row_words(&table.values, row)).collect()
}

fn row_words(values: &[ValueId], row: &OverviewRow) -> Row {
    let on = |value: &ValueId| match row.shown.open() {
        None => ("hidden".to_owned(), "tag none"),
        Some(weighed) => {
            weighed.row(*value).map_or_else(Words::default, |said| (said.label(), tone_of_verdict(said.verdict)))
        }
    };
    let (result, tone) = result_words(&row.shown);
    let result = if row.must { (["a must; ", &result].concat(), tone) } else { (result, tone) };
    let decision =
        (row.outcome.label().to_owned(), if row.outcome == Outcome::Open { "tag none" } else { "tag plain" });
    Row {
        request: row.request,
        title: row.title.clone(),
        kind: row.kind.label(),
        date: date::spoken(row.date),
        cells: [result, decision].into_iter().chain(values.iter().map(on)).collect(),
    }
}
