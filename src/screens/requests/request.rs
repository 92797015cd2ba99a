//! One request: what it is, how it is weighed, and what is decided.

use evencost_core::document::Key;
use evencost_core::id::RequestId;
use leptos::prelude::*;

use super::decision::DecisionPanel;
use super::facts::Facts;
use super::lane::Serving;
use super::people::Weighing;
use super::result::ResultPanel;
use crate::live::Live;
use crate::parts::erased::{either, piece};
use crate::route::Route;
use crate::screens::current::Current;

/// The page of one request.
#[component]
pub(super) fn RequestPage(request: RequestId) -> impl IntoView {
    let live = expect_context::<Live>();
    either(
        move || live.row(Key::Request(request), |document| document.request(request).is_some()),
        move || page(request),
        || {
            view! {
                <h1>"Nothing here"</h1>
                <p class="empty">
                    "This request is not in the workspace any more. "
                    <a href=Route::Requests.to_string()>"All requests"</a>
                </p>
            }
            .into_any()
        },
    )
}

fn page(request: RequestId) -> AnyView {
    let current = expect_context::<Current>();
    let for_division = move || match current.get() {
        None => ().into_any(),
        Some(division) => view! {
            <Serving request=request division=division />
            <div class="weigh-and-decide">
                <div class="weigh">
                    <Weighing request=request division=division />
                    <ResultPanel request=request division=division />
                </div>
                <DecisionPanel request=request division=division />
            </div>
        }
        .into_any(),
    };
    view! {
        <Facts request=request />
        {piece(for_division)}
    }
    .into_any()
}
