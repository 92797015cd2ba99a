//! What could be talked about: proposed from the comparison, from requests and from how the two work together.

use evencost_core::document::List;
use evencost_core::edit::{self, Spot};
use evencost_core::talk::{self, Ground, Proposed};
use leptos::prelude::*;

use super::{Open, says};
use crate::app;
use crate::meaning::Nearness;
use crate::parts::Notices;
use crate::parts::erased::{Row, click, memo, piece, rows};

pub(super) fn view(open: Open) -> AnyView {
    let nearness = expect_context::<Nearness>();
    nearness.want();
    // Not on every key that is pressed in the agenda: what is proposed comes from elsewhere, and changes seldom meanwhile.
    let all = memo(move || {
        nearness.suggesting(|source| {
            open.peek(|document, talk| {
                let all = talk::agenda(document, talk.a, talk.b, source);
                all.into_iter().map(Told).collect::<Vec<_>>()
            })
        })
    });
    let left = memo(move || {
        open.live.listen(Spot::List(List::Points));
        all.with(|all| {
            open.live.peek(|document| {
                let is_chosen = |told: &&Told| document.points_of(open.id).any(|point| told.0.is(point));
                all.iter().filter(|told| !is_chosen(told)).cloned().collect::<Vec<_>>()
            })
        })
    });
    let of = move |ground: Ground| {
        let count = memo(move || left.with(|left| left.iter().filter(|told| told.0.ground == ground).count()));
        let rows_of = move || {
            left.with(|left| {
                let places = left.iter().enumerate().filter(|(_, told)| told.0.ground == ground);
                let row = |(place, told): (usize, &Told)| {
                    let told = told.clone();
                    let key = (place, told.0.subject.clone(), told.0.ours.clone(), told.0.theirs.clone());
                    Row::new(&key, move || proposal(open, place, told))
                };
                places.map(row).collect()
            })
        };
        crate::parts::erased::when(
            move || count.get() > 0,
            move || {
                view! {
                    <h3>{ground.label()}</h3>
                    <ul class="proposals">{rows(rows_of)}</ul>
                }
                .into_any()
            },
        )
    };
    let nothing = move || {
        let words = match (all.with(Vec::is_empty), left.with(Vec::is_empty)) {
            (true, _) => {
                "Nothing is proposed: one of you has no values to compare yet, and no request or lane speaks of both."
            }
            (false, true) => "All that is proposed is on the agenda.",
            (false, false) => "From what comparing shows, from requests, and from how you work together. Choose a few.",
        };
        view! { <p class="soft">{words}</p> }.into_any()
    };
    view! {
        <section class="talk-proposed" aria-labelledby="proposed">
            <h2 id="proposed" tabindex="-1">"Proposed"</h2>
            {piece(nothing)}
            {Ground::ALL.map(of)}
        </section>
    }
    .into_any()
}

/// A proposal, compared by all that it says.
#[derive(Clone, PartialEq)]
struct Told(Proposed);

fn proposal(open: Open, place: usize, told: Told) -> AnyView {
    let notices = expect_context::<Notices>();
    let Proposed { subject, ours, theirs, question, .. } = told.0.clone();
    let label = ["Add “", &subject, "”"].concat();
    let add = move |_| {
        let point = told.0.clone().point(open.live.fresh(), open.id);
        open.live.change(|document| edit::append(document, point));
        notices.announce("It is on the agenda.");
        focus_next(place);
    };
    let sides = move || says::beside(&open.names(), [&ours, &theirs]);
    view! {
        <li>
            <div>
                <h4>{subject}</h4>
                {piece(sides)}
                <p class="soft asked">{question}</p>
            </div>
            <button type="button" id=button_id(place) aria-label=label on:click=click(add)>"Add"</button>
        </li>
    }
    .into_any()
}

fn button_id(place: usize) -> String {
    format!("propose-{place}")
}

/// The next proposal has taken the place of the one that went; where it was the last, the one before it.
fn focus_next(place: usize) {
    request_animation_frame(move || {
        let ids = [Some(place), place.checked_sub(1)].map(|place| place.map(button_id));
        let there = ids.into_iter().flatten().find(|id| document().get_element_by_id(id).is_some());
        app::focus(&there.unwrap_or_else(|| "proposed".to_owned()));
    });
}
