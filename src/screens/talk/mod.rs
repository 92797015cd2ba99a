//! Talks of two divisions: the agenda, one point at a time, and what was agreed.

mod agenda;
mod hold;
mod list;
mod minutes;
pub(in crate::screens) mod moves;
mod outcome;
mod prepare;
mod proposals;
mod says;
mod time;

use evencost_core::document::{Division, Document, Field, FieldName, Key, Point, Talk};
use evencost_core::edit::{self, Visit};
use evencost_core::id::{DivisionId, PointId, TalkId};
use evencost_core::talk::{Course, course, prepared};
use leptos::prelude::*;

use crate::app;
use crate::live::Live;
use crate::parts::Notices;
use crate::parts::erased::{click, memo, piece};
use crate::ports::clock;
use crate::route::Route;

/// The screen.
#[component]
pub fn TalkScreen() -> impl IntoView {
    let live = expect_context::<Live>();
    let route = expect_context::<RwSignal<Route>>();
    let open = memo(move || match route.get() {
        Route::Talk(id) => Some((id, live.row(Key::Talk(id), |document| document.talk(id).is_some()))),
        _ => None,
    });
    piece(move || match open.get() {
        None => list::view(live),
        Some((id, true)) => talk(live, id),
        Some((_, false)) => view! {
            <h1>"This talk is not here"</h1>
            <p class="lead">"It may have been removed, or belong to another workspace."</p>
            <p class="choices"><a class="button" href=Route::Talks.to_string()>"All talks"</a></p>
        }
        .into_any(),
    })
}

/// What of a talk is on the screen.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Prepare,
    Hold,
    Minutes,
}

const PARTS: [(Part, &str); 3] = [(Part::Prepare, "Prepare"), (Part::Hold, "Hold it"), (Part::Minutes, "Minutes")];

/// The talk that is open.
#[derive(Clone, Copy)]
struct Open {
    live: Live,
    notices: Notices,
    id: TalkId,
    part: RwSignal<Part>,
    time: time::Time,
}

impl Open {
    /// What of the talk is told, read once.
    fn peek<T: Default>(self, read: impl FnOnce(&Document, &Talk) -> T) -> T {
        self.live.peek(|document| document.talk(self.id).map(|talk| read(document, talk)).unwrap_or_default())
    }

    /// The names of the two, A's first; listens to them.
    fn names(self) -> [String; 2] {
        let Some(ids) = self.peek(|_, talk| Some([talk.a, talk.b])) else { return Default::default() };
        ids.map(|id| name(self.live, id))
    }

    /// The points, in their order; listens to which there are.
    fn points(self) -> Vec<PointId> {
        self.live.listen(edit::Spot::List(evencost_core::document::List::Points));
        self.live.peek(|document| document.points_of(self.id).map(|point| point.id).collect())
    }

    /// Shows another part, and gives its heading the focus.
    fn show(self, part: Part) {
        if part == Part::Hold {
            self.begin();
        }
        self.time.stand();
        self.part.set(part);
        to_the_top();
    }

    /// From now on it is held.
    fn begin(self) {
        let id = self.id;
        let edit = self.live.with_ids(|document, ids| evencost_core::talk::begin(document, id, ids, clock::today()));
        if !edit.is_empty() {
            self.notices.edit(self.live, edit, "The talk has begun today; how you stand to each other is kept.");
        }
    }
}

/// What is shown anew is read from its heading on.
fn to_the_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    app::focus_rendered("part");
}

fn talk(live: Live, id: TalkId) -> AnyView {
    let part = live.peek(|document| match document.talk(id).map(course) {
        None | Some(Course::Prepared) => Part::Prepare,
        Some(Course::Begun) => Part::Hold,
        Some(Course::Ended) => Part::Minutes,
    });
    let open = Open { live, notices: expect_context(), id, part: RwSignal::new(part), time: time::Time::of(id) };
    // Whatever led here may be gone.
    app::keep_focus();
    let part = move |(at, (part, words)): (usize, (Part, &'static str))| {
        view! {
            <li>
                <button
                    type="button"
                    aria-current=move || (open.part.get() == part).then_some("step")
                    on:click=click(move |_| open.show(part))
                >
                    {at + 1} ". " {words}
                </button>
            </li>
        }
    };
    view! {
        <div class="talk">
            <div class="meeting-head">
                <nav aria-label="Parts of the talk">
                    <ol>{PARTS.into_iter().enumerate().map(part).collect_view()}</ol>
                </nav>
                <a class="quiet button" href=Route::Talks.to_string()>"All talks"</a>
            </div>
            {piece(move || match open.part.get() {
                Part::Prepare => prepare::view(open),
                Part::Hold => hold::view(open),
                Part::Minutes => minutes::view(open),
            })}
        </div>
    }
    .into_any()
}

/// Leads to the talk of two divisions that is not over, and prepares one where there is none.
pub fn prepare_talk(live: Live, [a, b]: [DivisionId; 2]) {
    let id = live.peek(|document| prepared(document, a, b).map(|talk| talk.id)).unwrap_or_else(|| {
        let id = live.fresh();
        live.change(|document| edit::append(document, Talk::new(id, [a, b], clock::today())));
        id
    });
    app::go(Route::Talk(id));
}

/// The division's name; listens to it.
fn name(live: Live, division: DivisionId) -> String {
    live.field(Key::Division(division), FieldName::DivisionName, |document| {
        document.division(division).map(Division::display_name).unwrap_or_default().to_owned()
    })
}

/// A field of a point; listens to it.
fn of_point<T: Default + PartialEq + Send + Sync + 'static>(
    live: Live,
    point: PointId,
    field: FieldName,
    read: fn(&Point) -> T,
) -> Memo<T> {
    memo(move || live.field(Key::Point(point), field, |document| document.point(point).map(read).unwrap_or_default()))
}

/// Writes a field of a point, to be undone with the others of the visit.
fn write(live: Live, visit: RwSignal<Visit>, point: PointId, field: Field) {
    let edit = live.peek(|document| edit::set(document, Key::Point(point), field));
    // What is taken off the page tells of its change last.
    live.edit_during(visit.try_get_untracked(), edit);
}
