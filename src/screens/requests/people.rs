//! Who weighs: people choose or add themselves, then answer.

use evencost_core::document::{Field, FieldName, Key, Rater};
use evencost_core::edit::{self, Visit};
use evencost_core::id::{DivisionId, RaterId, RequestId};
use evencost_core::weigh::has_weighed;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::sheet::Sheet;
use super::weigher::Weigher;
use super::words::person_name;
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, either, list, memo, piece, text, when};
use crate::parts::{Blank, Menu, MenuItem, Notices, Tick};
use crate::route::Route;

/// Where only one thing fits on the screen.
const SMALL: &str = "(max-width: 40rem)";

/// Weighing a request for a division.
#[component]
pub(super) fn Weighing(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let weigher = expect_context::<Weigher>();
    let person = memo(move || weigher.of(division));
    let weigh = move || match person.get() {
        None => view! { <People request=request division=division /> }.into_any(),
        Some(rater) => view! {
            <You division=division rater=rater />
            <Sheet request=request division=division rater=rater />
        }
        .into_any(),
    };
    view! {
        <section class="weighing" aria-labelledby="weighing">
            <h2 id="weighing" tabindex="-1">"Weigh it"</h2>
            {either(
                move || live.read(|document| document.values_in_play(division).next().is_some()),
                move || piece(weigh).into_any(),
                || view! {
                    <p class="empty">
                        "There is no finished value to weigh it against yet: write one under "
                        <a href=Route::Values.to_string()>"Values"</a> "."
                    </p>
                }.into_any(),
            )}
        </section>
    }
}

/// Leads to the values; on a phone they take the screen.
fn start() {
    app::focus("weighing");
    let small = window().match_media(SMALL).ok().flatten().is_some_and(|query| query.matches());
    if small && let Some(heading) = document().get_element_by_id("weighing") {
        heading.scroll_into_view();
    }
}

/// The division's people, and a way to add one.
#[component]
fn People(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let weigher = expect_context::<Weigher>();
    let people = memo(move || {
        live.read(|document| {
            let row =
                |rater: &Rater| (rater.id, person_name(document, rater.id), has_weighed(document, request, rater.id));
            document.raters_of(division).map(row).collect::<Vec<_>>()
        })
    });
    let nobody = memo(move || people.with(Vec::is_empty));
    let adding = RwSignal::new(false);
    let choose = move |rater: RaterId| {
        weigher.choose(division, rater);
        start();
    };
    let person = move |(rater, name, answered): (RaterId, String, bool)| {
        view! {
            <button type="button" on:click=click(move |_| choose(rater))>
                {name}
                {answered.then(|| view! { <small>" has answered"</small> })}
            </button>
        }
        .into_any()
    };
    let row = move || {
        view! {
            <span class="people-row" role="group" aria-labelledby="who-weighs">
                {list(move || people.get(), person)}
                <button
                    type="button"
                    class="quiet"
                    aria-expanded=text(move || adding.get().to_string())
                    on:click=click(move |_| adding.set(true))
                >
                    "Add a person"
                </button>
            </span>
        }
        .into_any()
    };
    view! {
        <div class="people">
            <span class="soft" id="who-weighs">"Who weighs?"</span>
            {when(move || !nobody.get(), row)}
        </div>
        {when(
            move || nobody.get() || adding.get(),
            move || view! { <AddPerson division=division adding=adding /> }.into_any(),
        )}
    }
}

#[component]
fn AddPerson(division: DivisionId, adding: RwSignal<bool>) -> impl IntoView {
    let live = expect_context::<Live>();
    let weigher = expect_context::<Weigher>();
    let name = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if adding.get()
            && let Some(name) = name.get()
        {
            drop(name.focus());
        }
    });
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = name.get_untracked() else { return };
        let id = live.fresh::<RaterId>();
        let rater = Rater { id, name: field.value().trim().to_owned(), division, named: false };
        live.change(|document| edit::append(document, rater));
        adding.set(false);
        weigher.choose(division, id);
        start();
    };
    view! {
        <form class="add-person" on:submit=add>
            <label>
                <span class="soft">"Name or initials"</span>
                <input type="text" autocomplete="off" node_ref=name />
            </label>
            <button type="submit">"Start"</button>
        </form>
    }
}

/// The person who weighs: how they are called, and whether their name may be shown.
#[component]
fn You(division: DivisionId, rater: RaterId) -> impl IntoView {
    let live = expect_context::<Live>();
    let weigher = expect_context::<Weigher>();
    let notices = expect_context::<Notices>();
    let key = Key::Rater(rater);
    let name = memo({
        let key = key.clone();
        move || {
            live.field(key.clone(), FieldName::RaterName, |document| {
                document.rater(rater).map(|row| row.name.clone()).unwrap_or_default()
            })
        }
    });
    let named = memo(move || {
        live.field(key.clone(), FieldName::RaterNamed, |document| document.rater(rater).is_some_and(|row| row.named))
    });
    let visit = RwSignal::new(Visit(0));
    let rename = move |text: String| {
        let edit = live.peek(|document| edit::set(document, Key::Rater(rater), Field::RaterName(text)));
        live.edit_during(Some(visit.get_untracked()), edit);
    };
    let show_name = move |named: bool| {
        live.change(|document| edit::set(document, Key::Rater(rater), Field::RaterNamed(named)));
    };
    let leave = move || {
        weigher.leave(division);
        app::focus("weighing");
    };
    let remove = move || {
        let name = live.peek(|document| person_name(document, rater));
        leave();
        let removal = live.peek(|document| edit::remove(document, &Key::Rater(rater)));
        notices.edit(live, removal, [&name, " is removed, with all of their answers."].concat());
    };
    view! {
        <div class="you">
            <span class="soft">"Weighing as "</span>
            <Blank
                id="person-name".to_owned()
                text=name
                label="Your name or initials"
                placeholder="name or initials"
                class="aside"
                on_text=rename
                on_enter=move || visit.set(app::next_visit())
            />
            <Menu label="More about this person">
                <MenuItem on_choose=leave>"Somebody else weighs"</MenuItem>
                <MenuItem on_choose=remove>"Remove this person"</MenuItem>
            </Menu>
            <Tick ticked=named on_tick=show_name>"Show my name beside my answers"</Tick>
        </div>
    }
}
