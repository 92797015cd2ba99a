//! Holding a talk: one point on the screen at a time, for a room that looks at it together.

use evencost_core::document::{Agreed, Field, FieldName};
use evencost_core::edit::Visit;
use evencost_core::id::PointId;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Open, Part, of_point, outcome, says, write};
use crate::app;
use crate::parts::erased::{click, memo, piece, when};
use crate::parts::{Clock, Notices, Paragraph};

/// The points, and which is on the screen.
#[derive(Clone, Copy)]
struct Going {
    open: Open,
    points: Memo<Vec<PointId>>,
    /// None where there is no point.
    now: Memo<Option<PointId>>,
}

impl Going {
    fn place(self) -> usize {
        let now = self.now.get();
        self.points.with(|points| points.iter().position(|id| Some(*id) == now)).unwrap_or_default()
    }

    fn at(self, place: Option<usize>) -> Option<PointId> {
        self.points.with(|points| points.get(place?).copied())
    }

    fn next(self) -> Option<PointId> {
        self.at(Some(self.place() + 1))
    }

    fn previous(self) -> Option<PointId> {
        self.at(self.place().checked_sub(1))
    }

    fn show(self, point: PointId) {
        let minutes = self.open.live.peek(|document| document.point(point).map(|point| point.minutes));
        self.open.time.go(point, minutes.unwrap_or_default());
    }

    fn go(self, point: PointId) {
        self.show(point);
        super::to_the_top();
    }
}

pub(super) fn view(open: Open) -> AnyView {
    let points = memo(move || open.points());
    let first_open = move || {
        let is_open = |id: &&PointId| {
            open.live.peek(|document| document.point(**id).is_some_and(|point| point.agreed == Agreed::Open))
        };
        points.with(|points| points.iter().find(is_open).or_else(|| points.first()).copied())
    };
    let now = memo(move || {
        let shown = open.time.point().filter(|id| points.with(|points| points.contains(id)));
        shown.or_else(first_open)
    });
    let going = Going { open, points, now };
    // What the screen shows stays, also when that point is settled.
    Effect::new(move |_| {
        if let Some(now) = now.get()
            && open.time.point() != Some(now)
        {
            going.show(now);
        }
    });
    let keys = window_event_listener(ev::keydown, move |event| by_key(going, &event));
    on_cleanup(move || keys.remove());
    piece(move || match now.get() {
        Some(id) => point(going, id),
        None => view! {
            <h1 tabindex="-1" id="part">"Nothing is on the agenda"</h1>
            <p class="choices">
                <button type="button" class="main" on:click=click(move |_| open.show(Part::Prepare))>"Choose what to talk about"</button>
            </p>
        }
        .into_any(),
    })
    .into_any()
}

/// The arrows to the sides go from point to point, and so do the keys of a presenter's remote control, wherever they do
/// nothing else: first to the end of a point that is longer than the screen.
fn by_key(going: Going, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_taken = target.is_some_and(|target| {
        target.closest("input, textarea, select, dialog, [role=radiogroup]").is_ok_and(|field| field.is_some())
    });
    if is_taken || event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let to = match event.key().as_str() {
        "ArrowRight" => untrack(move || going.next()),
        "ArrowLeft" => untrack(move || going.previous()),
        "PageDown" if is_at_end() => untrack(move || going.next()),
        "PageUp" if window().scroll_y().is_ok_and(|scrolled| scrolled < 1.0) => untrack(move || going.previous()),
        _ => return,
    };
    if let Some(to) = to {
        event.prevent_default();
        going.go(to);
    }
}

fn is_at_end() -> bool {
    let height = document().document_element().map_or(0, |page| page.scroll_height() - page.client_height());
    window().scroll_y().is_ok_and(|scrolled| scrolled + 1.0 >= f64::from(height))
}

fn point(going: Going, id: PointId) -> AnyView {
    let Going { open, points, .. } = going;
    let live = open.live;
    let subject = of_point(live, id, FieldName::PointSubject, |point| point.subject.trim().to_owned());
    let question = of_point(live, id, FieldName::PointQuestion, |point| point.question.trim().to_owned());
    let minutes = of_point(live, id, FieldName::PointMinutes, |point| point.minutes);
    let notes = of_point(live, id, FieldName::PointNotes, |point| point.notes.clone());
    let visit = RwSignal::new(Visit(0));
    let count = move || format!("Point {} of {}", going.place() + 1, points.with(Vec::len));
    let clock = move || {
        view! {
            <Clock
                label="Time for this point"
                over="The time for this point is over. Go on as long as it is worth it."
                countdown=Signal::derive(move || open.time.countdown(id, minutes.get()))
                minutes=minutes
                on_change=move |countdown| open.time.set(id, minutes.get_untracked(), countdown)
            />
        }
        .into_any()
    };
    let has_limit = memo(move || minutes.get() > 0);
    view! {
        <article class="talk-point" aria-labelledby="part">
            <div class="talk-line">
                <span class="soft">{move || count()}</span>
                {when(move || has_limit.get(), clock)}
            </div>
            <h1 tabindex="-1" id="part">
                {move || subject.with(|words| if words.is_empty() { "Untitled point".to_owned() } else { words.clone() })}
            </h1>
            {says::of(open, id)}
            {when(move || question.with(|words| !words.is_empty()), move || view! { <p class="ask">{move || question.get()}</p> }.into_any())}
            {outcome::view(open, id)}
            <div class="talk-notes">
                <h2>"Notes"</h2>
                <Paragraph
                    id=format!("notes-{id}")
                    text=notes
                    label="Notes"
                    placeholder="what was said"
                    on_text=move |text| write(live, visit, id, Field::PointNotes(text))
                    on_enter=move || visit.set(app::next_visit())
                />
            </div>
        </article>
        {ways(going)}
    }
    .into_any()
}

/// Back and on.
fn ways(going: Going) -> AnyView {
    let notices = expect_context::<Notices>();
    let previous = memo(move || going.previous());
    let next = memo(move || going.next());
    let back = move |_| match previous.get_untracked() {
        Some(id) => going.go(id),
        None => notices.announce("This is the first point."),
    };
    let on = move |_| match next.get_untracked() {
        Some(id) => going.go(id),
        None => going.open.show(Part::Minutes),
    };
    view! {
        <nav class="choices talk-ways" aria-label="Points">
            <button type="button" aria-disabled=move || previous.get().is_none().to_string() on:click=click(back)>
                "Previous"
            </button>
            <button type="button" class="main" on:click=click(on)>
                {move || if next.get().is_some() { "Next point" } else { "To the minutes" }}
            </button>
            <span class="soft">"← and → too"</span>
        </nav>
    }
    .into_any()
}
