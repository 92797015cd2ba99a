//! The menu: what can be ordered, what it needs and how long it takes; a page to print, copy and embed.

use evencost_core::document::{Document, Output};
use evencost_core::id::DivisionId;
use evencost_core::serve::orderable;
use evencost_core::text::menu::{BRING, TAKES, heading, markdown, plain};
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::erased::{click, either, memo, piece};
use crate::parts::{Menu, MenuItem, Notices, copy};
use crate::route::Route;

/// The menu of a division, with what can be done with it.
#[component]
pub(super) fn OrderMenu(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let has_any = memo(move || live.read(|document| orderable(document, division).next().is_some()));
    let copied = move |write: fn(&Document, DivisionId) -> String| {
        copy(notices, live.peek(|document| write(document, division)), "Copied.");
    };
    let print = move |_| {
        if window().print().is_err() {
            notices.show("This browser does not print from here. Open Evencost in a page of its own.");
        }
    };
    view! {
        <div class="head-line">
            <h1>{move || live.read(|document| heading(document, division))}</h1>
            {move || has_any.get().then(|| view! {
                <div class="head-tools">
                    <button type="button" on:click=click(print)>"Print"</button>
                    <Menu label="More about the menu">
                        <MenuItem on_choose=move || copied(plain)>"Copy as text"</MenuItem>
                        <MenuItem on_choose=move || copied(markdown)>"Copy as Markdown"</MenuItem>
                    </Menu>
                </div>
            })}
        </div>
        {either(
            move || has_any.get(),
            move || view! {
                {piece(move || live.read(|document| menu_of(document, division)))}
                <p class="soft no-print">
                    "To show it in a page of yours: " <strong>"More (⋯) → Publish…"</strong> ", with the menu."
                </p>
            }.into_any(),
            || view! {
                <p class="empty">
                    "Nothing can be ordered yet. Tick “Can be ordered without a talk” at what you produce, under "
                    <a href=Route::Customers.to_string()>"Whom we serve"</a> ": say what you need for it and how long it takes."
                </p>
            }.into_any(),
        )}
    }
}

/// What can be ordered from a division.
pub fn menu_of(document: &Document, division: DivisionId) -> AnyView {
    let items = orderable(document, division).map(item).collect_view();
    view! { <ul class="order-menu">{items}</ul> }.into_any()
}

fn item(output: &Output) -> AnyView {
    let notes = [(BRING, &output.asks), (TAKES, &output.takes)].map(|(label, words)| {
        let words = words.trim().to_owned();
        (!words.is_empty()).then(|| view! { <div><dt>{label}</dt><dd>{words}</dd></div> })
    });
    view! { <li><strong>{output.name.trim().to_owned()}</strong> <dl>{notes}</dl></li> }.into_any()
}
