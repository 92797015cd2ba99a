//! What to simplify first, and what has to be estimated before that can be said.

use evencost_core::document::Document;
use evencost_core::id::{DivisionId, RoutineId};
use evencost_core::routine::{First, Gap, Missing, first, no_gain, unestimated};
use leptos::prelude::*;

use super::task::{after_id, effort_id, minutes_id, stage_id, times_id};
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, memo, piece};

/// A task with what is said of it, and the id of the field that its name leads to.
type Line = (String, String, String);

/// All that is said.
#[derive(Clone, PartialEq)]
struct Said {
    first: Vec<Line>,
    gaps: Vec<Line>,
    no_gain: Vec<Line>,
}

pub(super) fn view(live: Live, division: DivisionId) -> AnyView {
    let said = memo(move || live.read(|document| said(document, division)));
    view! {
        <section aria-labelledby="simplify-first">
            <h2 id="simplify-first">"Simplify first"</h2>
            {piece(move || lists(said.get()))}
        </section>
    }
    .into_any()
}

fn lists(said: Said) -> AnyView {
    let Said { first, gaps, no_gain } = said;
    let nothing = first.is_empty().then(|| {
        view! {
            <p class="soft">
                "Nothing to put in order yet: it takes a task by hand with the minutes that would be left of it, and the hours \
                 of work to get there."
            </p>
        }
    });
    view! {
        {nothing}
        {(!first.is_empty()).then(|| view! { <ol class="first">{first.into_iter().map(line).collect_view()}</ol> })}
        {(!gaps.is_empty()).then(|| view! {
            <h3>"Still to be estimated"</h3>
            <ul class="gaps">{gaps.into_iter().map(line).collect_view()}</ul>
        })}
        {(!no_gain.is_empty()).then(|| view! {
            <h3>"No shorter as estimated"</h3>
            <ul class="gaps">{no_gain.into_iter().map(line).collect_view()}</ul>
        })}
    }
    .into_any()
}

fn line((name, words, to): Line) -> AnyView {
    let go = move |_| app::focus(&to);
    view! {
        <li>
            <button type="button" class="as-link" on:click=click(go)>{name}</button>
            <span class="soft">{words}</span>
        </li>
    }
    .into_any()
}

fn said(document: &Document, division: DivisionId) -> Said {
    let name = |id: RoutineId| document.routine(id).map_or("", |task| task.display_name()).to_owned();
    let in_order = |first: First| {
        let work = if first.effort == 1 { " hour of work" } else { " hours of work" };
        let frees = ["frees ", &*first.frees.to_string(), " a month for ", &first.effort.to_string(), work].concat();
        let obstacle = document.routine(first.id).map_or("", |task| task.obstacle.trim());
        let obstacle = if obstacle.is_empty() { String::new() } else { ["; in the way: ", obstacle].concat() };
        (name(first.id), [&*frees, "; ", &first.pays_back(), &obstacle].concat(), stage_id(first.id))
    };
    let gap = |gap: Gap| {
        let to = match gap.missing.first() {
            Some(Missing::Minutes) => minutes_id(gap.id),
            Some(Missing::Times) => times_id(gap.id),
            Some(Missing::Effort) => effort_id(gap.id),
            Some(Missing::After) | None => after_id(gap.id),
        };
        let missing: Vec<&str> = gap.missing.iter().map(|missing| missing.label()).collect();
        (name(gap.id), missing.join(", "), to)
    };
    Said {
        first: first(document, division).into_iter().map(in_order).collect(),
        gaps: unestimated(document, division).into_iter().map(gap).collect(),
        no_gain: no_gain(document, division)
            .into_iter()
            .map(|id| (name(id), "does anybody need all of it?".to_owned(), after_id(id)))
            .collect(),
    }
}
