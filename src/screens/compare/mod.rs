//! Comparing divisions: where they are far apart, and what to talk about.

mod all;
mod enacted;
mod many;
mod map;
mod pair;
mod picture;
mod points;
mod report;
mod start;
mod survey;
mod trend;
mod wordings;
mod words;

use evencost_core::compare::Kind;
use evencost_core::document::{Division, Document};
use evencost_core::id::DivisionId;
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::erased::{click, memo, piece};
use crate::parts::{Choice, Tag};
use crate::route::Route;

/// What the screen shows.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// How to come by two divisions with values.
    Start,
    /// All divisions; whether the link was to a pair that is not there.
    All(bool),
    /// So many that no table holds them; likewise.
    Many(bool),
    /// One pair.
    Pair,
}

/// The screen that lays divisions beside each other.
#[component]
pub fn CompareScreen() -> impl IntoView {
    let live = expect_context::<Live>();
    let route = expect_context::<RwSignal<Route>>();
    let pair = memo(move || live.read(|document| compared(document, route.get())));
    let shown = memo(move || match (route.get(), live.read(in_play).len()) {
        _ if pair.get().is_some() => Shown::Pair,
        (_, ..2) => Shown::Start,
        (route, count) if count > all::MATRIX => Shown::Many(matches!(route, Route::Pair(..))),
        (route, _) => Shown::All(matches!(route, Route::Pair(..))),
    });
    piece(move || match shown.get() {
        Shown::Start => start::view(live),
        Shown::All(lost) => all::view(live, lost),
        Shown::Many(lost) => many::view(live, lost),
        Shown::Pair => pair::view(live, pair),
    })
}

/// The pair that is open under that route; none where all divisions are, or another screen.
pub fn compared(document: &Document, route: Route) -> Option<[DivisionId; 2]> {
    match route {
        Route::Pair(a, b) => (a != b && [a, b].iter().all(|id| document.division(*id).is_some())).then_some([a, b]),
        Route::Compare => in_play(document).try_into().ok(),
        _ => None,
    }
}

/// The divisions with values that can be compared, in their order.
fn in_play(document: &Document) -> Vec<DivisionId> {
    let divisions = document.divisions().map(|division| division.id);
    divisions.filter(|id| document.is_ready(*id)).collect()
}

fn name(document: &Document, division: DivisionId) -> String {
    document.division(division).map(Division::display_name).unwrap_or_default().to_owned()
}

/// The kind's words, with its colours.
fn tag(kind: Kind) -> AnyView {
    toned(tone(kind), kind.label())
}

/// What is said of a relation whose direction the words do not tell.
const UNSURE: &str = "same topic, check direction";

/// Words with the colours of a tone.
fn toned(tone: &'static str, words: &'static str) -> AnyView {
    let tone = match tone {
        "clash" => "tag clash",
        "price" => "tag price",
        "together" => "tag",
        _ => "tag none",
    };
    view! { <Tag tone=tone words=words /> }.into_any()
}

/// The class of a kind's colours.
fn tone(kind: Kind) -> &'static str {
    match kind {
        Kind::Reversed | Kind::ReversedThroughOthers => "clash",
        Kind::Exposed => "price",
        Kind::Shared | Kind::SameAim => "together",
        Kind::SamePrice | Kind::Alone => "none",
    }
}

/// The choice of a division from a list. With `or_all` each is against all, and so is nobody in particular.
fn choice(
    live: Live,
    label: &'static str,
    or_all: bool,
    chosen: Signal<Option<DivisionId>>,
    choose: Callback<Option<DivisionId>>,
) -> AnyView {
    let divisions = memo(move || {
        live.read(|document| {
            let words = |name: &str| if or_all { [name, " against all"].concat() } else { name.to_owned() };
            let names = document.divisions().map(|row| (Some(row.id), words(row.display_name())));
            or_all.then(|| (None, words("All"))).into_iter().chain(names).collect::<Vec<_>>()
        })
    });
    let names = memo(move || divisions.get().into_iter().map(|(_, name)| name).collect::<Vec<_>>());
    let place =
        memo(move || divisions.with(|all| all.iter().position(|(id, _)| *id == chosen.get())).unwrap_or_default());
    let choose = move |place: usize| choose.run(divisions.with_untracked(|all| all.get(place).and_then(|(id, _)| *id)));
    view! { <Choice bare=true label=label options=names chosen=place on_choose=choose /> }.into_any()
}

/// A button that says what it does. Its class is `main`, `quiet`, `small` or none.
fn button(label: impl Into<String>, class: &'static str, run: impl Fn() + 'static) -> AnyView {
    view! { <button type="button" class=class on:click=click(move |_| run())>{label.into()}</button> }.into_any()
}
