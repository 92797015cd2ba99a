//! Which relations moved, in words and with their sentences.

use evencost_core::document::SeenValue;
use evencost_core::talk::Move;
use leptos::prelude::*;

use crate::parts::{Sentence, Tag};

/// The values of either division, with whose they are.
type Sides = [(String, Vec<[String; 2]>); 2];

/// The moves of a pair with those names.
pub(in crate::screens) fn all(names: &[String; 2], moves: &[Move]) -> AnyView {
    let told = moves.iter().map(|moved| {
        let sentence = |value: &SeenValue| [value.pursued.clone(), value.cost.clone()];
        let [a, b] = moved.sides().each_ref().map(|values| values.iter().map(sentence).collect());
        one(&moved.words(), tone(moved), &[(names[0].clone(), a), (names[1].clone(), b)])
    });
    view! { <ul class="moves">{told.collect_view()}</ul> }.into_any()
}

/// One move: how, and the sentences.
pub(in crate::screens) fn one(words: &str, tone: &'static str, sides: &Sides) -> AnyView {
    let sides = sides.iter().filter(|(_, values)| !values.is_empty()).map(|(name, values)| {
        let sentences = values.iter().map(|[pursued, cost]| {
            view! { <Sentence pursued=pursued.clone() cost=cost.clone() /> }
        });
        view! { <div><p class="who">{name.clone()}</p>{sentences.collect_view()}</div> }
    });
    view! {
        <li>
            <p class="says-kind"><Tag tone=tone words=words.to_owned() /></p>
            <div class="beside">{sides.collect_view()}</div>
        </li>
    }
    .into_any()
}

/// The colours of what it has come to.
pub(in crate::screens) fn tone(moved: &Move) -> &'static str {
    match moved.to {
        Some(kind) if moved.is_reworded() || kind == evencost_core::compare::Kind::Alone => "tag none",
        Some(kind) if kind.is_apart() => "tag clash",
        Some(kind) if kind.is_together() => "tag",
        _ => "tag none",
    }
}
