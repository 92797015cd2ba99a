//! The points that were chosen, in the order in which they will be talked about.

use std::sync::Arc;

use evencost_core::document::{Field, FieldName, Key, List};
use evencost_core::edit::{self, Edit, Visit};
use evencost_core::id::{Id, PointId, TalkId};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{Open, of_point, says, write};
use crate::app;
use crate::parts::erased::{either, list, memo};
use crate::parts::reorder::{Drag, Ordered};
use crate::parts::{Blank, Menu, MenuItem, Notices, Paragraph};

/// Nobody talks about one point for longer.
const MOST_MINUTES: u32 = 480;

pub(super) fn view(open: Open) -> AnyView {
    let points = memo(move || open.points());
    let ordered = Ordered {
        of: open.id.0,
        rows: |document, talk| document.points_of(TalkId(talk)).map(|point| point.id.0).collect(),
        put: |document, point, position| {
            let talk = document.point(PointId(point)).map(|point| point.talk);
            let own: Vec<Id> = talk.iter().flat_map(|talk| document.points_of(*talk)).map(|point| point.id.0).collect();
            edit::move_among(document, List::Points, &own, point, position)
        },
        element: |point| row_id(PointId(point)),
    };
    let drag = Drag::new(open.live, expect_context::<Notices>(), ordered);
    let total = move || {
        let minutes = points.with(|points| {
            let live = open.live;
            let of = |&id: &PointId| {
                live.field(Key::Point(id), FieldName::PointMinutes, |document| {
                    document.point(id).map(|point| point.minutes).unwrap_or_default()
                })
            };
            points.iter().map(of).fold(0_u32, u32::saturating_add)
        });
        match (points.with(Vec::len), minutes) {
            (1, minutes) => format!("1 point, {minutes} minutes."),
            (count, minutes) => format!("{count} points, {minutes} minutes."),
        }
    };
    either(
        move || points.with(Vec::is_empty),
        || {
            view! { <p class="empty">"Nothing is on it yet. Add what is proposed below, or a point of your own."</p> }
                .into_any()
        },
        move || {
            view! {
                <p class="soft">{move || total()}</p>
                <ol class="values talk-points" class:dragging=move || drag.is_on()>
                    {list(move || points.get(), move |id| row(open, drag, points, id))}
                </ol>
            }
            .into_any()
        },
    )
}

fn row_id(point: PointId) -> String {
    format!("row-{point}")
}

fn menu_id(point: PointId) -> String {
    format!("more-{point}")
}

fn row(open: Open, drag: Drag, points: Memo<Vec<PointId>>, id: PointId) -> AnyView {
    let live = open.live;
    let place = memo(move || points.with(|points| points.iter().position(|other| *other == id)).unwrap_or_default());
    let subject = of_point(live, id, FieldName::PointSubject, |point| point.subject.clone());
    let question = of_point(live, id, FieldName::PointQuestion, |point| point.question.clone());
    let minutes = of_point(live, id, FieldName::PointMinutes, |point| point.minutes);
    let visit = RwSignal::new(Visit(0));
    let enter = move || visit.set(app::next_visit());
    let by_key = move |event: KeyboardEvent| {
        if event.alt_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            event.prevent_default();
            drag.shift(id.0, if event.key() == "ArrowUp" { -1 } else { 1 });
            app::focus_rendered(&subject_id(id));
        }
    };
    let set_minutes = move |text: String| {
        // What is no number leaves it as it was.
        if let Ok(minutes) = text.trim().parse::<u32>() {
            write(live, visit, id, Field::PointMinutes(minutes.min(MOST_MINUTES)));
        }
        live.peek(|document| document.point(id).map(|point| point.minutes.to_string()).unwrap_or_default())
    };
    let offset = memo(move || drag.offset(id.0, place.get()));
    view! {
        <li
            id=row_id(id)
            class="value"
            class:dragged=move || drag.holds(id.0)
            style:translate=move || {
                let offset = offset.get();
                if offset == 0.0 { "none".to_owned() } else { format!("0 {offset}px") }
            }
        >
            <span
                class="number handle"
                aria-hidden="true"
                title="Drag to reorder"
                on:pointerdown=move |event| drag.start(id.0, &event)
                on:pointermove=move |event| drag.go(&event)
                on:pointerup=move |_| drag.end()
                on:pointercancel=move |_| drag.cancel()
            >{move || place.get() + 1}</span>
            <div class="value-body">
                <p class="subject">
                    <Blank
                        id=subject_id(id)
                        text=subject
                        label=Signal::derive(move || format!("Point {}: what it is about", place.get() + 1))
                        placeholder="what it is about"
                        on_text=move |text| write(live, visit, id, Field::PointSubject(text))
                        on_enter=enter
                        on_key=by_key
                    />
                </p>
                {says::of(open, id)}
                <p class="asked">
                    <Paragraph
                        id=format!("question-{id}")
                        text=question
                        label="The question for both"
                        placeholder="the question for both"
                        on_text=move |text| write(live, visit, id, Field::PointQuestion(text))
                        on_enter=enter
                    />
                </p>
                <label class="count">
                    <input
                        type="number"
                        min="0"
                        max=MOST_MINUTES.to_string()
                        inputmode="numeric"
                        aria-label=move || format!("Minutes for point {}", place.get() + 1)
                        prop:value=move || minutes.get().to_string()
                        on:focus=move |_| enter()
                        on:change:target=move |event| event.target().set_value(&set_minutes(event.target().value()))
                    />
                    <span>{move || if minutes.get() == 0 { "minutes: no limit" } else { "minutes" }}</span>
                </label>
            </div>
            {menu(open, drag, points, place, id)}
        </li>
    }
    .into_any()
}

fn subject_id(point: PointId) -> String {
    format!("subject-{point}")
}

fn menu(open: Open, drag: Drag, points: Memo<Vec<PointId>>, place: Memo<usize>, id: PointId) -> AnyView {
    let notices = expect_context::<Notices>();
    let move_by = move |by: isize| {
        drag.shift(id.0, by);
        app::focus_rendered(&menu_id(id));
    };
    let remove = move || {
        let next = points.with_untracked(|points| {
            let at = points.iter().position(|other| *other == id)?;
            points.get(at + 1).or_else(|| points.get(at.checked_sub(1)?)).copied()
        });
        let removal: Edit = open.live.peek(|document| edit::remove(document, &Key::Point(id)));
        let back = move || app::focus_rendered(&menu_id(id));
        notices.edit_then(open.live, removal, "The point is removed.", Arc::new(back));
        app::focus_rendered(&next.map_or("agenda-heading".to_owned(), menu_id));
    };
    view! {
        <Menu id=menu_id(id) label=Signal::derive(move || format!("More about point {}", place.get() + 1))>
            <MenuItem disabled=Signal::derive(move || place.get() == 0) on_choose=move || move_by(-1)>
                "Move up" <kbd aria-hidden="true">"Alt ↑"</kbd>
            </MenuItem>
            <MenuItem
                disabled=Signal::derive(move || place.get() + 1 >= points.with(Vec::len))
                on_choose=move || move_by(1)
            >
                "Move down" <kbd aria-hidden="true">"Alt ↓"</kbd>
            </MenuItem>
            <MenuItem on_choose=remove>"Remove"</MenuItem>
        </Menu>
    }
    .into_any()
}
