//! So many divisions that no table holds them: a map of all pairs, a search, one against all, and what is furthest apart.

use std::sync::Arc;

use evencost_core::compare::{FURTHEST, Glance, Lean, MOST, Survey};
use evencost_core::document::Document;
use evencost_core::id::DivisionId;
use leptos::prelude::*;

use super::all::{LISTED, tone};
use super::map::Map;
use super::survey::{Progress, Surveyed, name_at};
use super::{button, name, report, toned, wordings};
use crate::live::Live;
use crate::meaning::Nearness;
use crate::parts::erased::{click, memo, piece, when};
use crate::route::Route;

/// So many divisions are offered whose names hold what was searched for.
const OFFERED: usize = 8;

/// More divisions than this are no report that anybody reads, or that a browser writes in a while.
const REPORTED: usize = 60;

pub(super) fn view(live: Live, lost: bool) -> AnyView {
    let surveyed = Surveyed::start(live, expect_context::<Nearness>());
    let chosen = RwSignal::new(None::<DivisionId>);
    let map = Map::new(live, surveyed.survey, chosen);
    let few = memo(move || live.read(|document| document.divisions().count() <= REPORTED));
    view! {
        <div class="pair-head">
            <h1>"All divisions"</h1>
            <div class="head-tools">{when(move || few.get(), move || report::menu(live, memo(|| None)))}</div>
        </div>
        {lost.then(|| view! { <p class="soft" role="status">"A division of that link is not here any more. These are."</p> })}
        {wordings::troubles(live)}
        {search(live, chosen, map)}
        {progress(surveyed)}
        {when(move || surveyed.survey.with(Option::is_some), move || map.view())}
        {when(move || surveyed.survey.with(Option::is_some), move || list(live, surveyed, chosen))}
        {piece(move || waiting(live))}
    }
    .into_any()
}

/// Who is not among them.
fn waiting(live: Live) -> AnyView {
    let (first, count) = live.read(|document| {
        let mut waiting = document.divisions().filter(|division| !document.is_ready(division.id));
        let first: Vec<&str> = waiting.by_ref().take(OFFERED).map(|division| division.display_name()).collect();
        (first.join(", "), waiting.count())
    });
    let more = (count > 0).then(|| [" and ", &count.to_string(), " more"].concat());
    if first.is_empty() {
        return ().into_any();
    }
    view! { <p class="soft">"Not here, since they have no values yet: " {first} {more} "."</p> }.into_any()
}

/// How far it is, and what can be done about it.
fn progress(surveyed: Surveyed) -> AnyView {
    let is_going = memo(move || matches!(surveyed.progress.get(), Progress::Going(_)));
    let is_stopped = memo(move || surveyed.progress.get() == Progress::Stopped);
    let share = move || match surveyed.progress.get() {
        Progress::Going(share) => share,
        _ => 1.0,
    };
    let is_here = memo(move || surveyed.survey.with(Option::is_some));
    let says = move || {
        if surveyed.progress.get() == Progress::TooMany {
            return format!(
                "These are more than {MOST} divisions, too many to be compared at once. Search for one to compare it with \
                 another."
            );
        }
        match (is_going.get(), is_stopped.get(), is_here.get()) {
            (true, _, false) => "Comparing all pairs…",
            (true, _, true) => "Looking anew; what is shown is from before…",
            (_, true, false) => "Stopped: nothing is compared yet.",
            (_, true, true) => "Stopped: what is shown is from before.",
            _ if surveyed.is_near.get() => "",
            _ => "By words only: what is near in meaning is not here yet.",
        }
        .to_owned()
    };
    view! {
        <div class="survey-progress">
            <p class="soft" role="status">{move || says()}</p>
            {when(move || is_going.get(), move || view! {
                <progress max="1" prop:value=share aria-label="How many pairs are compared"></progress>
                {button("Stop", "small", move || {
                    surveyed.stop();
                    crate::app::focus_rendered("look-again");
                })}
            }.into_any())}
            {when(move || is_stopped.get(), move || view! {
                <button type="button" class="small" id="look-again" on:click=click(move |_| {
                    surveyed.again();
                    crate::app::keep_focus();
                })>"Compare again"</button>
            }.into_any())}
        </div>
    }
    .into_any()
}

/// Finds a division by its name; that one is shown against all.
fn search(live: Live, chosen: RwSignal<Option<DivisionId>>, map: Map) -> AnyView {
    let sought = RwSignal::new(String::new());
    let found = memo(move || {
        let sought = sought.get().trim().to_lowercase();
        live.read(|document| {
            let matches = |name: &str| name.to_lowercase().contains(&sought);
            let in_play = document
                .divisions()
                .filter(|division| matches(division.display_name()) && document.is_ready(division.id));
            let all: Vec<(DivisionId, String)> = if sought.is_empty() {
                Vec::new()
            } else {
                in_play.map(|division| (division.id, division.display_name().to_owned())).collect()
            };
            (all.len(), all.into_iter().take(OFFERED).collect::<Vec<_>>())
        })
    });
    let choose = move |id: DivisionId| {
        chosen.set(Some(id));
        sought.set(String::new());
        map.show_chosen();
        crate::app::focus_rendered("against-all");
    };
    let offered = move || {
        found.with(|(count, offered)| {
            let buttons = offered.iter().map(|(id, name)| {
                let id = *id;
                view! { <li>{button(name.clone(), "small", move || choose(id))}</li> }
            });
            let buttons = buttons.collect_view();
            view! {
                <ul class="found">{buttons}</ul>
                {(*count > OFFERED).then(|| view! { <p class="soft">{["And ", &(count - OFFERED).to_string(), " more: type more of the name."].concat()}</p> })}
            }
            .into_any()
        })
    };
    let says = move || match found.with(|(count, _)| *count) {
        _ if sought.with(|sought| sought.trim().is_empty()) => String::new(),
        0 => "No division has that in its name.".to_owned(),
        1 => "1 division found.".to_owned(),
        count => [&count.to_string(), " divisions found."].concat(),
    };
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter"
            && let Some((id, _)) = found.with_untracked(|(_, offered)| offered.first().cloned())
        {
            event.prevent_default();
            choose(id);
        }
    };
    view! {
        <div class="find-division" role="search">
            <label class="choice">
                <span>"Find a division"</span>
                <input
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || sought.get()
                    on:input:target=move |event| sought.set(event.target().value())
                    on:keydown=enter
                />
            </label>
            <p class="soft" role="status">{says}</p>
            {piece(offered)}
        </div>
    }
    .into_any()
}

/// The pairs that are furthest apart, or those of one division.
fn list(live: Live, surveyed: Surveyed, chosen: RwSignal<Option<DivisionId>>) -> AnyView {
    let shown = RwSignal::new(LISTED);
    // Another choice begins at its start.
    Effect::new(move |_| {
        chosen.track();
        shown.set(LISTED);
    });
    let place =
        move |survey: &Survey| chosen.get().and_then(|id| survey.divisions().iter().position(|&other| other == id));
    let pairs = Signal::derive(move || {
        let survey = surveyed.survey.get()?;
        let pairs: Vec<[usize; 2]> = match place(&survey) {
            Some(one) => survey.furthest_from(one).into_iter().map(|other| [one, other]).collect(),
            None => survey.furthest().collect(),
        };
        Some((survey, Arc::new(pairs)))
    });
    let items = move || {
        let Some((survey, pairs)) = pairs.get() else { return ().into_any() };
        let items = pairs.iter().take(shown.get()).map(|&[a, b]| {
            let glance = survey.glance(a, b).unwrap_or_default();
            live.peek(|document| item(document, &survey, [a, b], &glance))
        });
        items.collect_view().into_any()
    };
    let left =
        move || pairs.with(|pairs| pairs.as_ref().map_or(0, |(_, pairs)| pairs.len())).saturating_sub(shown.get());
    let heading = move || match chosen.get() {
        Some(id) => [&live.peek(|document| name(document, id)), " against all, furthest apart first"].concat(),
        None => "Furthest apart first".to_owned(),
    };
    let only = move || {
        let pairs = surveyed.survey.with(|survey| survey.as_ref().map_or(0, |survey| survey.pairs()));
        let cut = chosen.get().is_none() && pairs > FURTHEST;
        cut.then(|| view! {
            <p class="soft">{["The ", &FURTHEST.to_string(), " pairs that are furthest apart, of ", &pairs.to_string(), ". Find a division to see all of its pairs."].concat()}</p>
        })
        .into_any()
    };
    view! {
        <section class="furthest">
            <h2 id="against-all" tabindex="-1">{heading}</h2>
            {when(move || chosen.get().is_some(), move || button("Show all divisions again", "small", move || {
                chosen.set(None);
                crate::app::focus("against-all");
            }))}
            {piece(only)}
            <ol class="plain-list">{piece(items)}</ol>
            {piece(move || match left() {
                0 => ().into_any(),
                left => {
                    let more = move || shown.update(|shown| *shown += LISTED);
                    button(["Show more: ", &left.to_string(), " are left"].concat(), "", more)
                }
            })}
        </section>
    }
    .into_any()
}

fn item(document: &Document, survey: &Survey, [a, b]: [usize; 2], glance: &Glance) -> AnyView {
    let divisions = survey.divisions();
    let route = divisions.get(a).zip(divisions.get(b)).map(|(&a, &b)| Route::Pair(a, b).to_string());
    let lean = glance.lean();
    view! {
        <li>
            <a href=route>{name_at(document, divisions, a)} " and " {name_at(document, divisions, b)}</a>
            {toned(tone(lean), lean.label())}
            <span class="soft">{glance.counts.to_string()} {maybe(glance)}</span>
        </li>
    }
    .into_any()
}

/// What is suggested of a pair, in words that follow on what is certain.
pub(super) fn maybe(glance: &Glance) -> Option<String> {
    let maybe = match glance.maybe {
        0 => return None,
        1 => "; 1 value may have a counterpart".to_owned(),
        maybe => ["; ", &maybe.to_string(), " values may have a counterpart"].concat(),
    };
    Some(match glance.maybe_lean() {
        Lean::Apart => maybe + ", rather apart",
        Lean::Together => maybe + ", rather together",
        _ => maybe,
    })
}
