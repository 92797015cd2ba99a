//! What is published, to be read: the values in large words, what they looked like once, since when they hold, what can be
//! ordered, and whom to ask.

use evencost_core::date;
use evencost_core::document::{Division, Origin, Rater, Request, Value};
use evencost_core::edit;
use evencost_core::id::{DivisionId, RaterId, RequestId};
use evencost_core::serve::orderable;
use evencost_core::text::menu;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::{Embedded, Mode};
use crate::app;
use crate::live::Live;
use crate::parts::erased::when;
use crate::parts::{Choice, Sentence};
use crate::ports::clock;
use crate::route::Route;
use crate::screens::current::Current;
use crate::screens::{menu_of, remember_weigher};

/// All sets of the document, each with its menu.
#[component]
pub(super) fn PublishedView() -> impl IntoView {
    let live = expect_context::<Live>();
    let Embedded { mode, .. } = expect_context();
    let sets = live.peek(|document| {
        let sets = document.divisions().filter_map(|row| {
            let shown = |value: &&Value| value.is_in_play() || value.must.is_some() && !value.pursued.is_blank();
            let values: Vec<Value> = document.values_of(row.id).filter(shown).cloned().collect();
            let has_menu = orderable(document, row.id).next().is_some();
            (has_menu || !values.is_empty()).then(|| (row.clone(), values, has_menu))
        });
        sets.collect::<Vec<_>>()
    });
    if sets.is_empty() {
        return view! {
            <h1>"Values"</h1>
            <p class="empty">"There is no value here yet."</p>
        }
        .into_any();
    }
    let divisions: Vec<(DivisionId, String)> = sets
        .iter()
        .filter(|(_, values, _)| values.iter().any(Value::is_in_play))
        .map(|(row, ..)| (row.id, row.display_name().to_owned()))
        .collect();
    let is_one = sets.len() == 1;
    view! {
        <article class="published">
            {(!is_one).then(|| heading("Values"))}
            {sets.into_iter().map(|(row, values, has_menu)| set(&row, values, has_menu, is_one)).collect_view()}
            <Around />
            {when(
                move || mode.get() == Mode::Try,
                move || view! { <WeighOwn divisions=divisions.clone() /> }.into_any(),
            )}
        </article>
    }
    .into_any()
}

/// The menus of the document alone.
#[component]
pub(super) fn PublishedMenu() -> impl IntoView {
    let live = expect_context::<Live>();
    let divisions = live.peek(|document| {
        let with_menu = document.divisions().filter(|row| orderable(document, row.id).next().is_some());
        with_menu.map(|row| row.id).collect::<Vec<_>>()
    });
    let is_one = divisions.len() == 1;
    let menu = move |division: DivisionId| {
        let name = live.peek(|document| menu::heading(document, division));
        view! {
            <section>
                {if is_one { view! { <h1>{name}</h1> }.into_any() } else { view! { <h2>{name}</h2> }.into_any() }}
                {live.peek(|document| menu_of(document, division))}
            </section>
        }
    };
    view! {
        <article class="published">
            {(!is_one).then(|| heading("What you can order"))}
            {divisions.is_empty().then(|| view! { <p class="empty">"There is nothing to order here yet."</p> })}
            {divisions.into_iter().map(menu).collect_view()}
            <Around />
        </article>
    }
}

/// The name of the workspace, or what stands for it.
fn heading(otherwise: &'static str) -> AnyView {
    let name = expect_context::<Live>().peek(|document| document.name().trim().to_owned());
    view! { <h1>{if name.is_empty() { otherwise.to_owned() } else { name }}</h1> }.into_any()
}

/// Whom to ask, and since when it is published.
#[component]
fn Around() -> impl IntoView {
    let Embedded { ask, day, .. } = expect_context();
    view! {
        {when(move || !ask.with(String::is_empty), move || view! {
            <p class="whom"><strong>"Whom to ask: "</strong> {move || ask.get()}</p>
        }.into_any())}
        {move || day.get().map(|day| view! { <p class="soft">{["Published on ", &date::spoken(day), "."].concat()}</p> })}
    }
}

fn set(row: &Division, values: Vec<Value>, has_menu: bool, is_one: bool) -> AnyView {
    let live = expect_context::<Live>();
    let division = row.id;
    let name = row.display_name().to_owned();
    let (musts, values): (Vec<_>, Vec<_>) = values.into_iter().partition(|value| value.must.is_some());
    let musts: Vec<_> = musts.into_iter().map(must).collect();
    view! {
        <section>
            {if is_one { view! { <h1>{name}</h1> }.into_any() } else { view! { <h2>{name}</h2> }.into_any() }}
            {(!values.is_empty()).then(|| view! { <ol>{values.into_iter().map(value).collect_view()}</ol> })}
            {(!musts.is_empty()).then(|| view! {
                <p class="soft">"What comes before every value, by law, contract or for safety:"</p>
                <ul class="musts">{musts}</ul>
            })}
            {has_menu.then(|| {
                let items = live.peek(|document| menu_of(document, division));
                let title = "What you can order";
                if is_one { view! { <h2>{title}</h2> {items} }.into_any() } else { view! { <h3>{title}</h3> {items} }.into_any() }
            })}
        </section>
    }
    .into_any()
}

fn value(value: Value) -> AnyView {
    let adopted = match value.adopted {
        Some(day) => format!("Adopted since {}.", date::spoken(day)),
        None => "A draft, not adopted yet.".to_owned(),
    };
    let example = value.example.trim().to_owned();
    view! {
        <li>
            <Sentence pursued=value.pursued.text cost=value.cost.text />
            {(!example.is_empty()).then(|| view! {
                <p class="once"><span class="soft">"What this looked like once: "</span> {example}</p>
            })}
            <p class="soft">{adopted}</p>
        </li>
    }
    .into_any()
}

fn must(value: Value) -> AnyView {
    let source = value.must.filter(|source| !source.trim().is_empty());
    view! { <li>{value.pursued.text} {source.map(|source| view! { <span class="soft">" (" {source} ")"</span> })}</li> }
        .into_any()
}

/// A request of the reader's own, to be weighed against what is shown.
#[component]
fn WeighOwn(
    /// Those that have something to weigh against.
    divisions: Vec<(DivisionId, String)>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let current = expect_context::<Current>();
    let Embedded { weighers, .. } = expect_context();
    let title = NodeRef::<Input>::new();
    let chosen = RwSignal::new(0);
    let names: Vec<String> = divisions.iter().map(|(_, name)| name.clone()).collect();
    let several = names.len() > 1;
    if names.is_empty() {
        return ().into_any();
    }
    let weigh = move |event: SubmitEvent| {
        event.prevent_default();
        let words = title.get_untracked().map(|field| field.value().trim().to_owned()).unwrap_or_default();
        let Some((division, _)) = divisions.get(chosen.get_untracked()) else { return };
        if words.is_empty() {
            // Spaces get past the browser's own check.
            app::focus("own-request");
            return;
        }
        let id = live.fresh::<RequestId>();
        let request = Request { origin: Origin::Incoming(String::new()), ..Request::new(id, words, clock::today()) };
        let mut edit = live.peek(|document| edit::append(document, request));
        let known = weighers.with_value(|all| {
            all.iter().any(|(of, rater)| of == division && live.peek(|document| document.rater(*rater).is_some()))
        });
        if !known {
            let rater: RaterId = live.fresh();
            let person = Rater { id: rater, name: "You".into(), division: *division, named: false };
            edit = live.peek(|document| edit.then(edit::append(document, person)));
            weighers.update_value(|all| all.push((*division, rater)));
            remember_weigher(rater);
        }
        live.edit(edit);
        current.choose(*division);
        app::go(Route::Request(id));
        app::focus("main");
    };
    view! {
        <form class="card weigh-own" aria-labelledby="weigh-own" on:submit=weigh>
            <h2 id="weigh-own">"Weigh a request against these"</h2>
            <label class="field">
                <span>"What are you asked for, or about to ask for, in one line?"</span>
                <input type="text" id="own-request" required autocomplete="off" node_ref=title />
            </label>
            {several.then(|| view! {
                <p><Choice label="Against the values of" options=names chosen=chosen on_choose=move |place| chosen.set(place) /></p>
            })}
            <p class="choices"><button type="submit" class="main">"Weigh it"</button></p>
        </form>
    }
    .into_any()
}
