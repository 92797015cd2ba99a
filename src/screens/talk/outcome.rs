//! What came of a point: a value that both adopt, an exception, who decides, or until when it waits.

use evencost_core::document::{Agreed, Field, FieldName, Key, List, Place, Point};
use evencost_core::edit::{Spot, Visit};
use evencost_core::id::{PointId, ValueId};
use evencost_core::talk::{adopt, sets_with, sides};
use leptos::prelude::*;

use super::{Open, of_point, write};
use crate::app;
use crate::parts::erased::{click, memo, piece};
use crate::parts::{Blank, Notices, Segment, Segments};
use crate::ports::clock;

pub(super) fn view(open: Open, id: PointId) -> AnyView {
    let live = open.live;
    let agreed = of_point(live, id, FieldName::PointAgreed, |point| point.agreed);
    let visit = RwSignal::new(Visit(0));
    let choose = move |place: usize| {
        if let Some(agreed) = Agreed::ALL.get(place) {
            visit.set(app::next_visit());
            write(live, visit, id, Field::PointAgreed(*agreed));
        }
    };
    let segments: Vec<Segment> = Agreed::ALL.map(|agreed| (agreed.label(), tone(agreed))).to_vec();
    let detail = move || match agreed.get() {
        Agreed::Open => ().into_any(),
        Agreed::Adopted => value(open, id),
        agreed => terms(open, id, agreed),
    };
    view! {
        <div class="talk-outcome">
            <Segments
                name=format!("agreed-{id}")
                label="What came of it"
                segments=segments
                chosen=Signal::derive(move || Agreed::ALL.iter().position(|other| *other == agreed.get()))
                on_choose=choose
            />
            {piece(detail)}
        </div>
    }
    .into_any()
}

fn tone(agreed: Agreed) -> &'static str {
    match agreed {
        Agreed::Open => "none",
        Agreed::Differ => "price",
        _ => "",
    }
}

/// The exception, who decides, or until when.
fn terms(open: Open, id: PointId, agreed: Agreed) -> AnyView {
    let live = open.live;
    let text = of_point(live, id, FieldName::PointTerms, |point| point.terms.clone());
    let visit = RwSignal::new(Visit(0));
    let (label, placeholder) = match agreed {
        Agreed::Exception => ("The exception: ", "what is allowed, when, and until when"),
        Agreed::Differ => ("Who decides: ", "who decides when it comes up, and how they are asked"),
        _ => ("Until when: ", "until when, or what has to be known first"),
    };
    view! {
        <p class="talk-terms">
            <span class="soft">{label}</span>
            <Blank
                id=format!("terms-{id}")
                text=text
                label=label.trim_end_matches(": ").to_owned()
                placeholder=placeholder
                on_text=move |text| write(live, visit, id, Field::PointTerms(text))
                on_enter=move || visit.set(app::next_visit())
            />
        </p>
    }
    .into_any()
}

/// The value that both adopt: its two blanks, and whether it is in both sets.
fn value(open: Open, id: PointId) -> AnyView {
    let live = open.live;
    let pursued = of_point(live, id, FieldName::PointPursued, |point| point.pursued.clone());
    let cost = of_point(live, id, FieldName::PointCost, |point| point.cost.clone());
    let visit = RwSignal::new(Visit(0));
    let blank = move |place: Place| {
        let (text, label, placeholder) = match place {
            Place::Pursued => (pursued, "The value of both: what we pursue", "what we pursue"),
            Place::Cost => (cost, "The value of both: what we give up", "what we give up"),
        };
        let field = move |text| match place {
            Place::Pursued => Field::PointPursued(text),
            Place::Cost => Field::PointCost(text),
        };
        view! {
            <Blank
                id=blank_id(id, place)
                text=text
                label=label
                placeholder=placeholder
                class=place.name()
                on_text=move |text| write(live, visit, id, field(text))
                on_enter=move || visit.set(app::next_visit())
                on_return=move || app::focus(&blank_id(id, Place::Cost))
            />
        }
    };
    view! {
        <p class="sentence" role="group" aria-label="The value of both">
            {blank(Place::Pursued)}
            <span class="joint">" even at the cost of "</span>
            {blank(Place::Cost)}
        </p>
        {beginnings(open, id, [pursued, cost])}
        {sets(open, id, [pursued, cost])}
    }
    .into_any()
}

fn blank_id(point: PointId, place: Place) -> String {
    format!("both-{}-{point}", place.name())
}

/// The sentences of the two, to start from while nothing is written.
fn beginnings(open: Open, id: PointId, [pursued, cost]: [Memo<String>; 2]) -> AnyView {
    let offered = move || {
        let is_blank = pursued.with(String::is_empty) && cost.with(String::is_empty);
        if !is_blank {
            return ().into_any();
        }
        let first = |says: &str| says.lines().find_map(sides).map(|sides| sides.map(str::to_owned));
        let says = open.live.peek(|document| {
            document.point(id).map(|point| [first(&point.ours), first(&point.theirs)]).unwrap_or_default()
        });
        let offer = |(name, sides): (String, Option<[String; 2]>)| {
            let [pursued, cost] = sides?;
            let take = move |_| {
                let visit = RwSignal::new(app::next_visit());
                write(open.live, visit, id, Field::PointPursued(pursued.clone()));
                write(open.live, visit, id, Field::PointCost(cost.clone()));
                app::focus(&blank_id(id, Place::Pursued));
            };
            let words = ["Start from what ", &name, " wrote"].concat();
            Some(view! { <button type="button" class="small" on:click=click(take)>{words}</button> })
        };
        view! { <p class="choices">{open.names().into_iter().zip(says).filter_map(offer).collect_view()}</p> }
            .into_any()
    };
    piece(offered).into_any()
}

/// Whether both sets have it, and the button that puts it there.
fn sets(open: Open, id: PointId, [pursued, cost]: [Memo<String>; 2]) -> AnyView {
    let live = open.live;
    let notices = expect_context::<Notices>();
    let found = memo(move || {
        pursued.track();
        cost.track();
        let [a, b] = open.peek(|_, talk| Some([talk.a, talk.b]))?;
        [a, b].into_iter().for_each(|division| live.listen(Spot::List(List::Values(division))));
        let has = live.peek(|document| {
            let point: &Point = document.point(id)?;
            let is_written = !point.pursued.trim().is_empty() && !point.cost.trim().is_empty();
            is_written.then(|| sets_with(document, point))
        })?;
        // A set may have it as a draft.
        let is_adopted = |id: ValueId| {
            live.field(Key::Value(id), FieldName::ValueAdopted, |document| {
                document.value(id).is_some_and(|value| value.adopted.is_some() || value.must.is_some())
            })
        };
        Some(has.map(|value| value.is_some_and(is_adopted)))
    });
    let put = move |_| {
        let edit = live.with_ids(|document, ids| adopt(document, id, ids, clock::today()));
        notices.edit(live, edit, "It stands in the values of both, adopted today.");
        app::keep_focus();
    };
    let said = move || {
        match found.get() {
        None => view! { <p class="soft">"Word it so that both can stand behind it. Then it goes into the values of both."</p> }.into_any(),
        Some([true, true]) => view! { <p class="soft" role="status">"✓ It stands in the values of both."</p> }.into_any(),
        Some(_) => view! {
            <p class="choices"><button type="button" class="main" on:click=click(put)>"Put it into the values of both"</button></p>
        }
        .into_any(),
    }
    };
    piece(said).into_any()
}
