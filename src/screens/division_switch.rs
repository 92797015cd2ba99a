//! The choice of the division whose eyes the screens look through.

use evencost_core::document::{FieldName, Key, List};
use evencost_core::id::DivisionId;
use leptos::prelude::*;

use super::current::Current;
use crate::live::Live;
use crate::parts::erased::{either, list, memo, when};
use crate::route::Route;

/// More divisions than this are chosen from a list instead of a row of names.
const ROW: usize = 6;

/// The choice of a division, as a row of names or, for many, as a list.
#[component]
pub fn DivisionSwitch() -> impl IntoView {
    let live = expect_context::<Live>();
    let current = expect_context::<Current>();
    let ids = memo(move || live.order(List::Divisions).into_iter().map(DivisionId).collect::<Vec<_>>());
    let name = move |id: DivisionId| {
        live.field(Key::Division(id), FieldName::DivisionName, |document| {
            document.division(id).map(|division| division.display_name().to_owned()).unwrap_or_default()
        })
    };
    let many = memo(move || ids.with(Vec::len) > ROW);
    let choice = move || {
        view! {
            <label class="switch">
                <span class="off-screen">"Division"</span>
                <select
                    prop:value=move || current.get().map(|id| id.to_string()).unwrap_or_default()
                    on:change:target=move |event| if let Ok(id) = event.target().value().parse() { current.choose(id) }
                >
                    {move || ids.get().into_iter().map(|id| view! {
                        <option value=id.to_string() selected=move || current.get() == Some(id)>{move || name(id)}</option>
                    }).collect_view()}
                </select>
            </label>
        }
        .into_any()
    };
    let buttons = move || {
        view! {
            <div class="switch" role="group" aria-label="Division">
                {list(move || ids.get(), move |id| view! {
                    <button
                        type="button"
                        aria-pressed=move || (current.get() == Some(id)).to_string()
                        on:click=move |_| current.choose(id)
                    >
                        {move || name(id)}
                    </button>
                }.into_any())}
            </div>
        }
        .into_any()
    };
    when(move || ids.with(Vec::len) > 1, move || either(move || many.get(), choice, buttons))
}

/// What a screen says where there is no division to look at.
pub fn no_division() -> AnyView {
    view! {
        <p class="empty">
            "This workspace has no division yet: add one under " <a href=Route::Values.to_string()>"Values"</a> "."
        </p>
    }
    .into_any()
}
