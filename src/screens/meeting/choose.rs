//! All that was proposed, by what it is about: kept, changed or dropped until few enough are left.

use std::sync::Arc;

use evencost_core::coach::MANY_VALUES;
use evencost_core::document::{Field, FieldName, Key, List, Place};
use evencost_core::edit::{self, Visit};
use evencost_core::id::{DivisionId, ValueId};
use evencost_core::meeting::{self, Group};
use leptos::prelude::*;

use crate::app;
use crate::live::Live;
use crate::parts::erased::{click, memo, when};
use crate::parts::{Blank, Notices};
use crate::ports::clock;

#[component]
pub(super) fn Choose(division: DivisionId) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    // What is about the same stays together while it is worded anew: the groups are made when rows come and go.
    let groups = Memo::new(move |_: Option<&Vec<Group>>| {
        live.order(List::Values(division));
        live.peek(|document| meeting::groups(document, division))
    });
    let counts = memo(move || {
        live.read(|document| {
            let all = document.values_in_play(division).count();
            (all, document.values_in_play(division).filter(|value| value.adopted.is_some()).count())
        })
    });
    let drop_others = move |_| {
        let edit = live.peek(|document| meeting::drop_others(document, division));
        notices.edit(live, edit, "What was not kept is dropped.");
        app::keep_focus();
    };
    let keep_all = move |_| {
        let edit = live.peek(|document| meeting::adopt(document, division, clock::today()));
        notices.edit(live, edit, "All are kept and adopted today.");
    };
    view! {
        <p class="tally" role="status">
            {move || {
                let (all, kept) = counts.get();
                let most = if all > MANY_VALUES { format!(", at most {MANY_VALUES} should stay") } else { String::new() };
                format!("{all} proposed, {kept} kept{most}.")
            }}
        </p>
        {when(move || groups.with(Vec::is_empty), || view! {
            <p class="empty">"Nothing is proposed yet: take in replies in the first step, or write under Values."</p>
        }.into_any())}
        {move || groups.get().into_iter().map(group).collect_view()}
        {when(move || counts.with(|(all, kept)| *kept > 0 && kept < all), || view! {
            <p class="soft">"What is neither kept nor dropped goes along: it is weighed and compared like the rest."</p>
        }.into_any())}
        {when(move || counts.get().0 > 0, move || view! {
            <p class="choices">
                <button type="button" on:click=click(drop_others) disabled=move || counts.with(|(all, kept)| *kept == 0 || all == kept)>
                    "Drop what is not kept"
                </button>
                <button
                    type="button"
                    on:click=click(keep_all)
                    disabled=move || counts.with(|(all, kept)| *all > MANY_VALUES || all == kept)
                >
                    "Keep all that are left"
                </button>
            </p>
        }.into_any())}
    }
}

fn group(group: Group) -> AnyView {
    let opposite = group.is_opposite();
    let alone = group.proposals.len() == 1;
    let same: Vec<ValueId> =
        group.proposals.iter().filter(|proposal| proposal.same_as.is_some()).map(|proposal| proposal.value).collect();
    let (label, name) = (group.good.clone(), group.good.clone());
    let live = expect_context::<Live>();
    let sides = Place::BOTH.map(|place| group.at(place).collect::<Vec<_>>());
    let both_kept = move || opposite && sides.iter().all(|side| side.iter().any(|value| is_kept(live, *value)));
    view! {
        <section class="group" aria-label=name>
            {(!alone).then(|| view! {
                <h2>
                    {label} " "
                    {opposite.then(|| view! { <span class="tag clash">"opposite directions"</span> })}
                </h2>
            })}
            <ul>
                {group.proposals.into_iter().map(|proposal| {
                    let twin = same.contains(&proposal.value);
                    view! { <Proposed value=proposal.value twin=twin /> }
                }).collect_view()}
            </ul>
            {when(both_kept, || view! {
                <p class="refusal">
                    "Both directions are kept. Which one holds when they meet? Drop one, or say in its words where it holds."
                </p>
            }.into_any())}
        </section>
    }
    .into_any()
}

/// Whether the value is adopted; listens to that.
fn is_kept(live: Live, value: ValueId) -> bool {
    live.field(Key::Value(value), FieldName::ValueAdopted, |document| {
        document.value(value).is_some_and(|value| value.adopted.is_some())
    })
}

/// One proposal: worded anew where it stands, kept or dropped.
#[component]
fn Proposed(
    value: ValueId,
    /// Another says the same.
    twin: bool,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let kept = memo(move || is_kept(live, value));
    let keep = move |_| {
        let day = (!kept.get_untracked()).then(clock::today);
        live.change(|document| edit::set(document, Key::Value(value), Field::ValueAdopted(day)));
    };
    let remove = move |_| {
        let removal = live.peek(|document| edit::remove(document, &Key::Value(value)));
        notices.edit_then(live, removal, "Dropped.", Arc::new(move || app::focus_rendered(&format!("keep-{value}"))));
        app::keep_focus();
    };
    let visit = RwSignal::new(Visit(0));
    let side = move |place: Place| {
        let text = memo(move || live.side(value, place));
        let (label, placeholder) = match place {
            Place::Pursued => ("What is pursued", "what we pursue"),
            Place::Cost => ("What is given up", "what we give up"),
        };
        let write = move |text: String| {
            let edit = live.peek(|document| edit::set_side(document, value, place, text));
            live.edit_during(Some(visit.get_untracked()), edit);
        };
        view! {
            <Blank
                id=format!("choose-{}-{value}", place.name())
                text=text
                label=label
                placeholder=placeholder
                class=place.name()
                on_text=write
                on_enter=move || visit.set(app::next_visit())
            />
        }
    };
    view! {
        <li class="proposed" class:kept=move || kept.get()>
            <p class="sentence">{side(Place::Pursued)} <span class="joint">" even at the cost of "</span> {side(Place::Cost)}</p>
            <p class="choices">
                <button type="button" id=format!("keep-{value}") aria-pressed=move || kept.get().to_string() on:click=click(keep)>
                    {move || if kept.get() { "Kept" } else { "Keep" }}
                </button>
                <button type="button" class="quiet" on:click=click(remove)>"Drop"</button>
                {twin.then(|| view! { <span class="tag none">"says the same as another"</span> })}
            </p>
        </li>
    }
}
