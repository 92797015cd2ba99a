//! All talks, the latest first, and how one begins.

use evencost_core::date;
use evencost_core::document::{Agreed, Division, Document, Key};
use evencost_core::edit;
use evencost_core::id::{DivisionId, TalkId};
use evencost_core::talk::{Course, course};
use leptos::prelude::*;

use super::prepare_talk;
use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, either, list, memo, when};
use crate::parts::{Choice, Notices, Tag};
use crate::route::Route;
use crate::screens::current::Current;

/// One talk as the list says it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Item {
    id: TalkId,
    title: String,
    facts: String,
    course: Course,
}

pub(super) fn view(live: Live) -> AnyView {
    let items = memo(move || live.read(items));
    let can_begin = memo(move || live.read(|document| document.divisions().nth(1).is_some()));
    view! {
        <h1 id="talks" tabindex="-1">"Talks"</h1>
        <p class="lead">"Having the conversation is the hardest part. Prepare one with a division that you work with."</p>
        {either(
            move || can_begin.get(),
            move || beginning(live),
            || view! {
                <p class="empty">"A talk takes two divisions. Compare with another one first: paste what they sent you, or write down theirs."</p>
                <p class="choices"><a class="button" href=Route::Compare.to_string()>"Compare"</a></p>
            }
            .into_any(),
        )}
        {when(move || !items.with(Vec::is_empty), move || view! {
            <ul class="requests talks">{list(move || items.get(), move |item| row(live, item))}</ul>
        }.into_any())}
    }
    .into_any()
}

fn row(live: Live, item: Item) -> AnyView {
    let notices = expect_context::<Notices>();
    let Item { id, title, facts, course } = item;
    let (words, tone) = match course {
        Course::Prepared => ("being prepared", "tag none"),
        Course::Begun => ("being held", "tag plain"),
        Course::Ended => ("held", "tag"),
    };
    let label = ["Remove the talk of ", &title].concat();
    let remove = move |_| {
        let removal = live.peek(|document| edit::remove(document, &Key::Talk(id)));
        notices.edit(live, removal, "The talk is removed.");
        app::focus_rendered("talks");
    };
    view! {
        <li>
            <h2><a href=Route::Talk(id).to_string()>{title}</a></h2>
            <p class="soft">{facts}</p>
            <p class="tags">
                <Tag tone=tone words=words />
                <button type="button" class="small quiet" aria-label=label on:click=click(remove)>"Remove"</button>
            </p>
        </li>
    }
    .into_any()
}

/// The choice of two, and the way on.
fn beginning(live: Live) -> AnyView {
    let current = expect_context::<Current>();
    let divisions = memo(move || {
        live.read(|document| {
            document
                .divisions()
                .map(|row| (row.id, row.display_name().to_owned()))
                .collect::<Vec<(DivisionId, String)>>()
        })
    });
    let chosen = [RwSignal::new(None::<DivisionId>), RwSignal::new(None)];
    let place =
        move |id: Option<DivisionId>| divisions.with(|all| all.iter().position(|(other, _)| Some(*other) == id));
    // At first the current one, and the first of the others.
    let first = memo(move || place(chosen[0].get()).or_else(|| place(current.get())).unwrap_or_default());
    let second = memo(move || {
        let first = first.get();
        place(chosen[1].get()).filter(|place| *place != first).unwrap_or(usize::from(first == 0))
    });
    let names = memo(move || divisions.get().into_iter().map(|(_, name)| name).collect::<Vec<_>>());
    let id = move |place: usize| divisions.with_untracked(|all| all.get(place).map(|(id, _)| *id));
    let choose = move |which: usize| {
        move |place: usize| {
            // The other of the two chosen again: they change places.
            let (one, other) = (id(first.get_untracked()), id(second.get_untracked()));
            let both = [one, other];
            if both[1 - which] == id(place) {
                chosen[0].set(other);
                chosen[1].set(one);
            } else {
                chosen[0].set(one);
                chosen[1].set(other);
                chosen[which].set(id(place));
            }
        }
    };
    let begin = move |_| {
        if let (Some(a), Some(b)) = (id(first.get_untracked()), id(second.get_untracked())) {
            prepare_talk(live, [a, b]);
        }
    };
    view! {
        <div class="choices begin-talk" role="group" aria-label="A new talk">
            <Choice bare=true label="First division" options=names chosen=first on_choose=choose(0) />
            <span class="joint">"and"</span>
            <Choice bare=true label="Second division" options=names chosen=second on_choose=choose(1) />
            <button type="button" class="main" on:click=click(begin)>"Prepare a talk"</button>
        </div>
    }
    .into_any()
}

/// The latest first; of one day, what was prepared last.
fn items(document: &Document) -> Vec<Item> {
    let name = |id| document.division(id).map(Division::display_name).unwrap_or_default();
    let mut talks: Vec<_> = document.talks().collect();
    talks.reverse();
    talks.sort_by_key(|talk| std::cmp::Reverse(talk.date));
    let item = |talk: &&evencost_core::document::Talk| {
        let points = document.points_of(talk.id).count();
        let settled = document.points_of(talk.id).filter(|point| point.agreed != Agreed::Open).count();
        let points = match points {
            0 => "no points yet".to_owned(),
            1 => "1 point".to_owned(),
            points => format!("{points} points"),
        };
        let settled = if settled > 0 { format!(", {settled} settled") } else { String::new() };
        Item {
            id: talk.id,
            title: [name(talk.a), " and ", name(talk.b)].concat(),
            facts: [&*date::spoken(talk.date), " · ", &points, &settled].concat(),
            course: course(talk),
        }
    };
    talks.iter().map(item).collect()
}
