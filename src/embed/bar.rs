//! The bar of screens, as far as there are several to go to.

use evencost_core::document::Document;
use leptos::prelude::*;

use super::{Embedded, Mode, State};
use crate::live::Live;
use crate::parts::erased::{click, memo, piece, when};
use crate::route::{Route, Screen};
use crate::undo::{NOTHING, Undo};

/// The bar; nothing where there is one screen alone.
#[component]
pub(super) fn Bar(undo: Undo) -> impl IntoView {
    let live = expect_context::<Live>();
    let Embedded { mode, state, .. } = expect_context();
    let route = expect_context::<RwSignal<Route>>();
    let places = memo(move || {
        if state.get() != State::Here {
            return Vec::new();
        }
        let (mode, here) = (mode.get(), route.get().screen());
        let (several, asked) = live.read(|document| (several(document), document.requests().next().is_some()));
        let is_place = |screen: &Screen| match screen {
            _ if mode == Mode::Edit => true,
            // What a team works on, and no page is shown.
            Screen::Customers | Screen::Routine | Screen::Talk => false,
            _ if *screen == here => true,
            Screen::Requests => mode == Mode::Try && asked,
            Screen::Compare => several,
            Screen::Values => true,
            _ => false,
        };
        Screen::ALL.into_iter().filter(is_place).collect()
    });
    let links = move || {
        let link = |screen: Screen| {
            view! {
                <a
                    href=screen.route().to_string()
                    aria-current=move || (route.get().screen() == screen).then_some("page")
                >
                    {screen.label()}
                </a>
            }
        };
        places.get().into_iter().map(link).collect_view().into_any()
    };
    when(
        move || places.with(Vec::len) > 1,
        move || {
            view! {
                <header class="bar">
                    <nav aria-label="Screens">{piece(links)}</nav>
                    <div class="tools">
                        {when(move || mode.get() == Mode::Edit || live.can_undo() || live.can_redo(), move || view! { <Tools undo=undo /> }.into_any())}
                    </div>
                </header>
            }
            .into_any()
        },
    )
}

fn several(document: &Document) -> bool {
    document.divisions().filter(|row| document.is_ready(row.id)).nth(1).is_some()
}

#[component]
fn Tools(undo: Undo) -> impl IntoView {
    let live = expect_context::<Live>();
    view! {
        <button
            type="button"
            class="quiet"
            aria-disabled=move || (!live.can_undo()).to_string()
            title=move || (!live.can_undo()).then_some(NOTHING)
            on:click=click(move |_| undo.undo())
        >"Undo"</button>
        <button
            type="button"
            class="quiet"
            aria-disabled=move || (!live.can_redo()).to_string()
            on:click=click(move |_| undo.redo())
        >"Redo"</button>
    }
}
