//! Preparing a talk: its day, the points that people choose, and what is proposed.

use evencost_core::date;
use evencost_core::document::{Field, FieldName, Key, Point};
use evencost_core::edit;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::{Open, Part, agenda, proposals};
use crate::app;
use crate::parts::erased::{click, memo, when};

pub(super) fn view(open: Open) -> AnyView {
    let title = move || open.names().join(" and ");
    let live = open.live;
    let has_begun = memo(move || {
        live.field(Key::Talk(open.id), FieldName::TalkBefore, |document| {
            document.talk(open.id).is_some_and(|talk| talk.before.is_some())
        })
    });
    let has_points = memo(move || !open.points().is_empty());
    let day = memo(move || {
        live.field(Key::Talk(open.id), FieldName::TalkDate, |document| {
            document.talk(open.id).map(|talk| date::iso(talk.date)).unwrap_or_default()
        })
    });
    let set_day = move |text: String| {
        if let Some(day) = date::parse(&text) {
            live.change(|document| edit::set(document, Key::Talk(open.id), Field::TalkDate(day)));
        }
    };
    view! {
        <h1 tabindex="-1" id="part">{move || title()}</h1>
        <p class="lead">"Choose what to talk about, put it in order, and say how long each point may take."</p>
        <label class="count talk-day">
            <span>"Day of the talk"</span>
            <input type="date" prop:value=move || day.get() on:change:target=move |event| set_day(event.target().value()) />
        </label>
        <section aria-labelledby="agenda-heading">
            <h2 id="agenda-heading" tabindex="-1">"The agenda"</h2>
            {agenda::view(open)}
            {own_point(open)}
            {when(move || has_points.get(), move || view! {
                <p class="choices next-step">
                    <button type="button" class="main" on:click=click(move |_| open.show(Part::Hold))>
                        {move || if has_begun.get() { "Go on with the talk" } else { "Begin the talk" }}
                    </button>
                </p>
            }.into_any())}
            {when(move || !has_begun.get(), || view! {
                <p class="soft">"How you stand to each other is kept when it begins and when it ends: then you can see what moved."</p>
            }.into_any())}
        </section>
        {proposals::view(open)}
    }
    .into_any()
}

/// A point that nobody proposed.
fn own_point(open: Open) -> AnyView {
    let field = NodeRef::<Input>::new();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let words = field.value().trim().to_owned();
        if !words.is_empty() {
            let id = open.live.fresh();
            open.live.change(|document| edit::append(document, Point::new(id, open.id, words)));
            field.set_value("");
        }
        app::focus("own-point");
    };
    view! {
        <form class="choices add-one" on:submit=add>
            <label class="field">
                <span>"A point of your own, in one line"</span>
                <input type="text" id="own-point" autocomplete="off" node_ref=field />
            </label>
            <p><button type="submit">"Add it"</button></p>
        </form>
    }
    .into_any()
}
