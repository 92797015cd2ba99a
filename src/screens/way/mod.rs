//! The way out in four steps: what is done and what is next, for a team that has an hour or an afternoon.

mod plans;

use evencost_core::id::DivisionId;
use evencost_core::way::{State, Step, way};
use leptos::prelude::*;

use crate::app;
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::erased::{click, memo, piece, when};
use crate::parts::{Notices, Tag};
use crate::ports::clock;
use crate::route::Route;
use crate::screens::current::Current;
use crate::screens::division_switch::{DivisionSwitch, no_division};
use crate::screens::main_menu::open_example;

/// The screen.
#[component]
pub fn WayScreen() -> impl IntoView {
    let current = expect_context::<Current>();
    view! {
        <DivisionSwitch />
        <h1>"The way out"</h1>
        <p class="way-lead">
            "A team that serves others can drown in requests that it does not believe in, until it says no to all of them. Four \
             steps lead out, to work that you can stand behind. Each is useful alone."
        </p>
        <ExampleOffer />
        {piece(move || match current.get() {
            Some(division) => steps(division),
            None => no_division(),
        })}
    }
}

/// The way to the example, as long as there is nothing here.
#[component]
fn ExampleOffer() -> impl IntoView {
    let live = expect_context::<Live>();
    let keeper = expect_context::<Keeper>();
    let notices = expect_context::<Notices>();
    let open = move |_| {
        open_example(keeper, notices);
        app::keep_focus();
    };
    when(
        move || app::is_blank(live) && keeper.is_own(),
        move || view! { <p><button type="button" on:click=click(open)>"See an example"</button></p> }.into_any(),
    )
}

fn steps(division: DivisionId) -> AnyView {
    let live = expect_context::<Live>();
    let way = memo(move || live.read(|document| way(document, division, clock::today())));
    view! {
        <ol class="way">
            {piece(move || way.get().steps.into_iter().enumerate().map(step).collect_view().into_any())}
        </ol>
        <section class="plans" aria-labelledby="plans">
            <h2 id="plans">"Where to begin"</h2>
            <div class="plans-row">{piece(move || plans::view(way.get().plans))}</div>
        </section>
        <p class="soft">
            "What your decisions, your time and your common ground add up to, the "
            <a href=Route::Readings.to_string()>"readings"</a> " say. Take the way again every six months."
        </p>
    }
    .into_any()
}

fn step((place, step): (usize, Step)) -> AnyView {
    let tone = match step.state {
        State::NotBegun => "tag none",
        State::Begun => "tag plain",
        State::InPlace => "tag",
    };
    let done = step.done.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    view! {
        <li class="way-step">
            <span class="way-number" aria-hidden="true">{place + 1}</span>
            <div class="way-body">
                <div class="way-title">
                    <h2>{step.name.title()}</h2>
                    <Tag tone=tone words=step.state.label() />
                </div>
                <p>{step.name.about()}</p>
                {(step.state != State::NotBegun).then(|| view! { <ul class="way-done soft">{done}</ul> })}
                <p class="way-next">
                    <strong>"Next: "</strong> {step.next} " "
                    <a href=Route::to(step.leads_to).to_string()>{step.leads_to.label()}</a>
                </p>
            </div>
        </li>
    }
    .into_any()
}
