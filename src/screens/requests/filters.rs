//! What the list and the table show, remembered while people go from one request to the next.

use evencost_core::weigh::{Filter, SortBy};
use leptos::prelude::*;

use crate::parts::erased::click;

/// The filters of the list and of the table, and how the table is sorted.
#[derive(Clone, Copy)]
pub(super) struct Filters {
    pub(super) list: RwSignal<Filter>,
    pub(super) table: RwSignal<Filter>,
    /// What the table is sorted by, and whether the other way round.
    pub(super) sort: RwSignal<(SortBy, bool)>,
}

impl Default for Filters {
    fn default() -> Self {
        Self {
            list: RwSignal::new(Filter::default()),
            table: RwSignal::new(Filter::default()),
            // The newest first.
            sort: RwSignal::new((SortBy::Date, true)),
        }
    }
}

/// A field for the words that a request has to hold.
#[component]
pub(super) fn SearchField(
    /// The filter that it is part of.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    view! {
        <label class="choice search">
            <span class="off-screen">"Search the requests"</span>
            <input
                type="search"
                placeholder="Search"
                autocomplete="off"
                prop:value=move || filter.with(|filter| filter.text.clone())
                on:input:target=move |event| filter.update(|filter| filter.text = event.target().value())
            />
        </label>
    }
}

/// No request passes the filter.
#[component]
pub(super) fn NoneLikeThat(
    /// The filter.
    filter: RwSignal<Filter>,
) -> impl IntoView {
    view! {
        <p class="empty">
            "No request is like that. "
            <button type="button" on:click=click(move |_| filter.set(Filter::default()))>"Show all"</button>
        </p>
    }
}
