//! The list of requests and own actions, the newest first.

use evencost_core::date;
use evencost_core::document::{DecisionKey, Document, Request, Service};
use evencost_core::id::{DivisionId, RequestId};
use evencost_core::serve::service_of;
use evencost_core::weigh::{Filter, OverviewRow, SortBy, overview};
use leptos::prelude::*;

use super::add::AddRequest;
use super::filters::{Filters, NoneLikeThat, SearchField};
use super::words::{Words, count_of, origin_words, outcome_words, result_words};
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::erased::{click, either, list, memo, when};
use crate::parts::{Choice, Notices, Segments, Tag};
use crate::route::Route;
use crate::screens::import::ImportDialog;
use crate::screens::main_menu::open_example;

/// One request as the list says it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Item {
    request: RequestId,
    title: String,
    facts: String,
    tags: Vec<Words>,
}

/// The list.
#[component]
pub(super) fn RequestList(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let import = expect_context::<ImportDialog>();
    let adding = RwSignal::new(false);
    let counts = memo(move || {
        live.read(|document| {
            let open = Filter { decided: Some(false), ..Filter::default() };
            let mut table = overview(document, division);
            let all = table.rows.len();
            table.keep(document, division, &open);
            (all, table.rows.len())
        })
    });
    let counted = move || match counts.get() {
        (0, _) => String::new(),
        (all, open) => [&*count_of(all, "request", "requests"), ", ", &open.to_string(), " open"].concat(),
    };
    view! {
        <div class="head-line">
            <h1>"Requests"</h1>
            <span class="soft">{move || counted()}</span>
            <div class="head-tools">
                <button type="button" on:click=click(move |_| import.open())>"Paste or import"</button>
                <button
                    type="button"
                    class:main=move || !adding.get()
                    aria-expanded=move || adding.get().to_string()
                    on:click=click(move |_| adding.set(true))
                >
                    "Add a request"
                </button>
            </div>
        </div>
        {when(move || adding.get(), move || view! { <AddRequest division=division open=adding /> }.into_any())}
        {either(
            move || counts.get().0 > 0,
            move || view! { <Filtered division=division /> }.into_any(),
            || view! { <NothingYet /> }.into_any(),
        )}
    }
}

/// The requests that the filter admits.
#[component]
fn Filtered(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let filter = expect_context::<Filters>().list;
    let items = memo(move || filter.with(|filter| live.read(|document| items(document, division, filter))));
    let decided = move || match filter.with(|filter| filter.decided) {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    };
    let choose = move |place: usize| {
        filter.update(|filter| filter.decided = [None, Some(false), Some(true)].get(place).copied().flatten());
    };
    let places = [None, Some(Service::QuickOrder), Some(Service::Partnership)];
    let any_served = memo(move || {
        live.read(|document| {
            let key = |request: &Request| DecisionKey { request: request.id, division };
            document.requests().any(|request| service_of(document, key(request)).is_some())
        })
    });
    let served = move || {
        let service = filter.with(|filter| filter.service);
        places.iter().position(|place| *place == service).unwrap_or(0)
    };
    let served_choice = move || {
        let words = places.map(|service| service.map_or("any lane", Service::label).to_owned()).to_vec();
        view! {
            <Choice
                label="Served by"
                bare=true
                options=words
                chosen=Signal::derive(served)
                on_choose=move |place: usize| filter.update(|filter| filter.service = places.get(place).copied().flatten())
            />
        }
        .into_any()
    };
    view! {
        <div class="filters" role="search" aria-label="Requests">
            <SearchField filter=filter />
            {when(move || any_served.get() || served() > 0, served_choice)}
            <Segments
                name="decided"
                label="Show"
                segments=vec![("all", ""), ("open", ""), ("decided", "")]
                chosen=Signal::derive(move || Some(decided()))
                on_choose=choose
            />
        </div>
        <p class="off-screen" role="status">
            {move || count_of(items.with(Vec::len), "request is listed", "requests are listed")}
        </p>
        <ul class="requests">
            {list(move || items.get(), row)}
        </ul>
        {when(move || items.with(Vec::is_empty), move || view! { <NoneLikeThat filter=filter /> }.into_any())}
    }
}

fn row(item: Item) -> AnyView {
    view! {
        <li>
            <h2><a href=Route::Request(item.request).to_string()>{item.title}</a></h2>
            <p class="soft">{item.facts}</p>
            <p class="tags">{item.tags.into_iter().map(|(words, tone)| view! { <Tag tone=tone words=words /> }).collect_view()}</p>
        </li>
    }
    .into_any()
}

#[component]
fn NothingYet() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let notices = expect_context::<Notices>();
    view! {
        <div class="empty">
            <p>
                "Add something that you were asked to do, or that you plan to do yourselves: then you can weigh it \
                 against your values."
            </p>
            {keeper.is_own().then(|| view! {
                <p><button type="button" on:click=click(move |_| open_example(keeper, notices))>"See an example"</button></p>
            })}
        </div>
    }
}

fn items(document: &Document, division: DivisionId, filter: &Filter) -> Vec<Item> {
    let mut table = overview(document, division);
    table.keep(document, division, filter);
    table.sort(SortBy::Date, true);
    let item = |row: &OverviewRow| {
        let origin = document.request(row.request).map(|asked| origin_words(document, asked, division));
        let must = row.must.then(|| ("a must".to_owned(), "tag clash"));
        let mut facts = [&*origin.unwrap_or_default(), " · ", &date::spoken(row.date)].concat();
        if let Some(service) = row.service {
            facts.push_str(" · ");
            facts.push_str(service.label());
        }
        Item {
            request: row.request,
            title: row.title.clone(),
            facts,
            tags: must.into_iter().chain([result_words(&row.shown), outcome_words(row.outcome)]).collect(),
        }
    };
    table.rows.iter().map(item).collect()
}
