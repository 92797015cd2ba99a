//! The words that a relation hangs on, and what people can say of them there.

use evencost_core::compare::{Relation, Words, tell_apart};
use evencost_core::document::{Document, Key, Place, Side, side_whole};
use evencost_core::edit::{self, Edit};
use evencost_core::good::wordings;
use evencost_core::id::ValueId;
use leptos::prelude::*;

use super::button;
use crate::app;
use crate::live::Live;
use crate::parts::Notices;
use crate::parts::erased::piece;

/// Behind a disclosure: which words count as one good, and how sides were split into goods.
pub(super) fn view(live: Live, relation: &Relation) -> AnyView {
    let links: Vec<[(ValueId, Place, String); 2]> = relation
        .links()
        .into_iter()
        .map(|link| link.map(|words| (words.value, words.place, words.text.to_owned())))
        .collect();
    let values: Vec<ValueId> = relation.a.iter().chain(&relation.b).copied().collect();
    let links = links.into_iter().map(|link| {
        let says = match (&link[0].2, &link[1].2) {
            (a, b) if a.to_lowercase() == b.to_lowercase() => ["“", a, "” stands in both."].concat(),
            (a, b) => ["“", a, "” and “", b, "” count as one good."].concat(),
        };
        let apart = move |document: &Document| {
            tell_apart(
                document,
                link.each_ref().map(|(value, place, text)| Words { value: *value, place: *place, text }),
            )
        };
        line(live, says, "Not the same here", "Kept: not the same here.", apart)
    });
    let links = links.collect_view();
    let sides = move || {
        let sides = live.read(|document| {
            let of = |&value: &ValueId| {
                let row = document.value(value)?;
                Some(Place::BOTH.map(|place| (value, place, row.side(place).clone())))
            };
            values.iter().filter_map(of).flatten().filter(|(.., side)| splits(side)).collect::<Vec<_>>()
        });
        sides.into_iter().map(|(value, place, side)| split(live, value, place, &side)).collect_view().into_any()
    };
    view! {
        <details class="behind">
            <summary>"The words behind this"</summary>
            <ul>{links}{piece(sides)}</ul>
        </details>
    }
    .into_any()
}

/// Whether the side names several goods, or would had nobody said that it is one.
fn splits(side: &Side) -> bool {
    side.whole || wordings(side).len() > 1
}

fn split(live: Live, value: ValueId, place: Place, side: &Side) -> AnyView {
    let text = side.text.trim();
    let whole = side.whole;
    let set = move |document: &Document| edit::set(document, Key::Value(value), side_whole(place, !whole));
    if whole {
        let says = ["“", text, "” counts as one good."].concat();
        return line(live, says, "It names several", "Kept: several goods.", set);
    }
    let goods = wordings(side).join("”, “");
    line(live, ["Read as several goods: “", &goods, "”."].concat(), "It is one good", "Kept: one good.", set)
}

fn line(
    live: Live,
    says: String,
    label: &'static str,
    done: &'static str,
    edit: impl Fn(&Document) -> Edit + 'static,
) -> AnyView {
    let notices = expect_context::<Notices>();
    let run = move || {
        notices.edit(live, live.peek(&edit), done);
        // What has the focus goes away where the relation does.
        app::focus("To-talk-about");
    };
    view! {
        <li>
            <span>{says}</span>
            {button(label, "small", run)}
        </li>
    }
    .into_any()
}
