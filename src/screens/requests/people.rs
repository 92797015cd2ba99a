//! Who weighs: people choose or add themselves, then answer.

use evencost_core::document::{DecisionKey, Field, FieldName, Key, Rater};
use evencost_core::edit;
use evencost_core::id::{DivisionId, RaterId, RequestId};
use evencost_core::meeting::is_hand;
use evencost_core::weigh::has_weighed;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::sheet::Sheet;
use super::weigher::Weigher;
use super::words::person_name;
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, either, list, memo, piece, when};
use crate::parts::{Menu, MenuItem, Notices, Tick};
use crate::route::Route;

/// Weighing a request for a division.
#[component]
pub(super) fn Weighing(request: RequestId, division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let weigher = expect_context::<Weigher>();
    let key = DecisionKey { request, division };
    let person = memo(move || weigher.of(division));
    let weigh = move || match person.get() {
        None => view! { <People decision=key /> }.into_any(),
        Some(rater) => view! {
            <You decision=key rater=rater />
            <Sheet decision=key rater=rater />
        }
        .into_any(),
    };
    view! {
        <section class="weighing" aria-labelledby="weighing">
            <h2 id="weighing" tabindex="-1">"Weigh it"</h2>
            {either(
                move || live.read(|document| document.is_ready(division)),
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

/// The division's people, and a way to add one.
#[component]
fn People(decision: DecisionKey) -> impl IntoView {
    let DecisionKey { request, division } = decision;
    let live = expect_context::<Live>();
    let weigher = expect_context::<Weigher>();
    let people = memo(move || {
        live.read(|document| {
            let row =
                |rater: &Rater| (rater.id, person_name(document, rater.id), has_weighed(document, request, rater.id));
            document.raters_of(division).filter(|rater| !is_hand(rater)).map(row).collect::<Vec<_>>()
        })
    });
    let add = move |name: String| {
        let id = live.fresh::<RaterId>();
        live.change(|document| edit::append(document, Rater { id, name, division, named: false }));
        weigher.choose(decision, id);
    };
    let person = move |(rater, name, answered): (RaterId, String, bool)| {
        view! {
            <button type="button" on:click=click(move |_| weigher.choose(decision, rater))>
                {name}
                {answered.then(|| view! { <small>" has answered"</small> })}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="people">
            <span class="soft" id="who-weighs">"Who weighs?"</span>
            <span class="people-row" role="group" aria-labelledby="who-weighs">{list(move || people.get(), person)}</span>
        </div>
        <NameForm name=String::new() button="Start" on_name=add />
    }
}

#[component]
fn NameForm(
    /// The name so far.
    name: String,
    /// What stands on the button.
    button: &'static str,
    /// The name is given.
    #[prop(into)]
    on_name: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            on_name.run(field.value().trim().to_owned());
        }
    };
    view! {
        <form class="add-person" on:submit=submit>
            <label>
                <span class="soft">"Name or initials"</span>
                <input type="text" id="person-name" autocomplete="off" value=name node_ref=field />
            </label>
            <button type="submit">{button}</button>
        </form>
    }
}

/// The person who weighs, whether their name may be shown, and who is next.
#[component]
fn You(decision: DecisionKey, rater: RaterId) -> impl IntoView {
    let live = expect_context::<Live>();
    let weigher = expect_context::<Weigher>();
    let notices = expect_context::<Notices>();
    let name = move || live.read(|document| person_name(document, rater));
    let named = memo(move || {
        live.field(Key::Rater(rater), FieldName::RaterNamed, |document| {
            document.rater(rater).is_some_and(|row| row.named)
        })
    });
    // A name that could be written over at any time would be, by the next person.
    let renaming = RwSignal::new(false);
    let ask = move || {
        renaming.set(true);
        app::focus("person-name");
    };
    let rename = move |name: String| {
        live.change(|document| edit::set(document, Key::Rater(rater), Field::RaterName(name)));
        renaming.set(false);
        app::focus("person-menu");
    };
    let rename_form = move || {
        let name = live.peek(|document| document.rater(rater).map(|row| row.name.clone()).unwrap_or_default());
        view! { <NameForm name=name button="Rename" on_name=rename /> }.into_any()
    };
    let show_name = move |named: bool| {
        live.change(|document| edit::set(document, Key::Rater(rater), Field::RaterNamed(named)));
    };
    let remove = move || {
        let name = untrack(name);
        weigher.leave(decision.division);
        app::focus("weighing");
        let removal = live.peek(|document| edit::remove(document, &Key::Rater(rater)));
        notices.edit(live, removal, &[&name, " is removed, with all of their answers."].concat());
    };
    view! {
        <div class="you">
            <span><span class="soft">"Weighing as "</span> <strong>{move || name()}</strong></span>
            <button type="button" on:click=click(move |_| weigher.next(decision))>"Next person"</button>
            <Menu label="More about this person" id="person-menu">
                <MenuItem on_choose=ask>"Change the name"</MenuItem>
                <MenuItem on_choose=remove>"Remove this person"</MenuItem>
            </Menu>
            <Tick ticked=named on_tick=show_name>"Show my name beside my answers"</Tick>
        </div>
        {when(move || renaming.get(), rename_form)}
    }
}
