//! The list of requests and own actions, the newest first.

use evencost_core::date;
use evencost_core::document::{Document, Outcome};
use evencost_core::id::{DivisionId, RequestId};
use evencost_core::weigh::{Filter, SortBy, overview};
use leptos::prelude::*;

use super::add::AddRequest;
use super::filters::{Filters, SearchField};
use super::words::{count_of, origin_words, result_words, tone_of_outcome};
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::{Segments, Tag};
use crate::route::Route;
use crate::screens::import::ImportDialog;
use crate::screens::main_menu::open_example;

/// One request as the list says it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Item {
    request: RequestId,
    title: String,
    facts: String,
    must: bool,
    result: (String, &'static str),
    outcome: Outcome,
}

/// The list.
#[component]
pub(super) fn RequestList(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let import = expect_context::<ImportDialog>();
    let filter = expect_context::<Filters>().list;
    let adding = RwSignal::new(false);
    let items = Memo::new(move |_| filter.with(|filter| live.read(|document| items(document, division, filter))));
    let counts = Memo::new(move |_| {
        live.read(|document| {
            let decided = Filter { decided: Some(false), ..Filter::default() };
            let mut table = overview(document, division);
            let all = table.rows.len();
            table.keep(document, division, &decided);
            (all, table.rows.len())
        })
    });
    let some = Memo::new(move |_| counts.get().0 > 0);
    view! {
        <div class="head-line">
            <h1>"Requests"</h1>
            <span class="soft">{move || match counts.get() {
                (0, _) => String::new(),
                (all, open) => [&count_of(all, "request", "requests"), ", ", &open.to_string(), " open"].concat(),
            }}</span>
            <div class="head-tools">
                <button type="button" on:click=move |_| import.open()>"Paste or import"</button>
                <button type="button" class="main" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.set(true)>
                    "Add a request"
                </button>
            </div>
        </div>
        <Show when=move || adding.get()>
            <AddRequest division=division open=adding />
        </Show>
        <Show when=move || some.get() fallback=move || view! { <NothingYet /> }>
            <div class="filters" role="search" aria-label="Requests">
                <SearchField filter=filter />
                <Segments
                    name="decided"
                    label="Show"
                    segments=vec![("all", ""), ("open", ""), ("decided", "")]
                    chosen=Signal::derive(move || Some(match filter.with(|filter| filter.decided) {
                        None => 0,
                        Some(false) => 1,
                        Some(true) => 2,
                    }))
                    on_choose=move |place: usize| filter.update(|filter| filter.decided = match place {
                        1 => Some(false),
                        2 => Some(true),
                        _ => None,
                    })
                />
            </div>
            <p class="off-screen" role="status">{move || count_of(items.with(Vec::len), "request is listed", "requests are listed")}</p>
            <ul class="requests">
                <For each=move || items.get() key=Clone::clone let:item>
                    <Row item=item />
                </For>
            </ul>
            <Show when=move || items.with(Vec::is_empty)>
                <p class="empty">
                    "No request is like that. "
                    <button type="button" on:click=move |_| filter.set(Filter::default())>"Show all"</button>
                </p>
            </Show>
        </Show>
    }
}

#[component]
fn Row(item: Item) -> impl IntoView {
    view! {
        <li>
            <h2><a href=Route::Request(item.request).to_string()>{item.title}</a></h2>
            <p class="soft">{item.facts}</p>
            <p class="tags">
                {item.must.then(|| view! { <Tag tone="tag clash" words="a must".to_owned() /> })}
                <Tag tone=item.result.1 words=item.result.0 />
                <Tag tone=tone_of_outcome(item.outcome) words=item.outcome.label().to_owned() />
            </p>
        </li>
    }
}

#[component]
fn NothingYet() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    view! {
        <div class="empty">
            <p>
                "Add something that you were asked to do, or that you plan to do yourselves: then you can weigh it against your values."
            </p>
            <p><button type="button" class="quiet" on:click=move |_| open_example(keeper)>"See an example"</button></p>
        </div>
    }
}

fn items(document: &Document, division: DivisionId, filter: &Filter) -> Vec<Item> {
    let mut table = overview(document, division);
    table.keep(document, division, filter);
    table.sort(SortBy::Date, true);
    let item = |row: &evencost_core::weigh::OverviewRow| {
        let origin = document.request(row.request).map(|asked| origin_words(document, asked, division));
        Item {
            request: row.request,
            title: row.title.clone(),
            facts: [&origin.unwrap_or_default(), " · ", &date::spoken(row.date)].concat(),
            must: row.must,
            result: result_words(&row.shown),
            outcome: row.outcome,
        }
    };
    table.rows.iter().map(item).collect()
}
