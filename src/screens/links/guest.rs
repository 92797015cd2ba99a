//! What came by a link to be looked at: said above every screen, until it is kept or closed.

use evencost_core::id::Ids;
use evencost_core::link::lay_beside;
use leptos::prelude::*;

use super::Received;
use crate::app;
use crate::keeping::{Guest, Keeper};
use crate::live::Live;
use crate::parts::erased::{click, memo};
use crate::ports::random;
use crate::route::Route;

/// The banner of a guest; nothing where there is none.
#[component]
pub fn GuestBanner() -> impl IntoView {
    let keeper = expect_context::<Keeper>();
    let live = expect_context::<Live>();
    let route = expect_context::<RwSignal<Route>>();
    let keep = move |guest: &Guest| {
        let is_beside = guest.own.is_some();
        keeper.keep_guest();
        if !is_beside {
            Received { link: guest.link.clone(), rater: None, replies: 0 }.keep(keeper);
        }
        app::keep_focus();
    };
    let compare = move |_| {
        let mut ids = Ids::new(random::replica());
        keeper.lay_beside(|own, theirs| lay_beside(own, theirs, &mut ids));
        let pair = live.peek(|document| {
            let mut ids = document.divisions().map(|row| row.id).filter(|id| document.is_ready(*id));
            ids.next().zip(ids.last())
        });
        app::go_at_once(route, pair.map_or(Route::Compare, |(a, b)| Route::Pair(a, b)));
        app::keep_focus();
    };
    let close = move |_| {
        keeper.leave_guest();
        app::go_at_once(route, Route::Values);
        app::keep_focus();
    };
    let changed = memo(move || keeper.is_guest_changed());
    // With the answers come the people.
    let lacks_answers =
        memo(move || live.read(|document| document.requests().next().is_some() && document.raters().next().is_none()));
    let has_own = move || keeper.own().is_some_and(|own| own.divisions().any(|row| own.is_ready(row.id)));
    view! {
        {move || keeper.guest().map(|guest| {
            let is_beside = guest.own.is_some();
            let kept = Received::find(keeper, &guest.link).filter(|_| !is_beside);
            let is_newer = guest.is_newer;
            let words = match (is_beside, is_newer) {
                _ if changed.get() && !is_newer => "From a link, not saved. You changed something in it: keep it, or that is gone when you close it.",
                (true, _) => "Your values beside those from a link. Nothing of this is saved.",
                (false, true) => "From a link, not saved. A newer version of Evencost made it, and this one does not show all of \
                    it: reload the page to get the newest version before you keep it.",
                (false, false) if lacks_answers.get() => "From a link, not saved. Look around: nothing of yours is touched. \
                    People’s answers are not in it, so its requests read as not weighed.",
                (false, false) => "From a link, not saved. Look around: nothing of yours is touched.",
            };
            view! {
                <aside class="banner guest" aria-label="From a link">
                    <span>{words}</span>
                    {match kept {
                        Some(workspace) => view! {
                            <button type="button" on:click=click(move |_| {
                                keeper.switch(&workspace);
                                app::keep_focus();
                            })>"Open what you kept of it before"</button>
                        }.into_any(),
                        None => view! {
                            <button type="button" class="main" disabled=is_newer on:click=click(move |_| keep(&guest))>
                                {if is_beside { "Keep both in my workspace" } else { "Keep" }}
                            </button>
                        }.into_any(),
                    }}
                    {(!is_beside && has_own()).then(|| view! {
                        <button type="button" on:click=click(compare)>"Compare with mine"</button>
                    })}
                    <button type="button" class="quiet" on:click=click(close)>"Close"</button>
                </aside>
            }
        })}
    }
}
