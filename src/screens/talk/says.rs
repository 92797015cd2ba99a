//! What the two say of a point, side by side.

use evencost_core::document::FieldName;
use evencost_core::id::PointId;
use evencost_core::talk::sides;
use leptos::prelude::*;

use super::{Open, of_point};
use crate::parts::Sentence;
use crate::parts::erased::piece;

/// The sentences of a point of the talk, A's and B's, as far as there are any.
pub(super) fn of(open: Open, point: PointId) -> AnyView {
    let ours = of_point(open.live, point, FieldName::PointOurs, |point| point.ours.clone());
    let theirs = of_point(open.live, point, FieldName::PointTheirs, |point| point.theirs.clone());
    piece(move || beside(&open.names(), [&ours.get(), &theirs.get()])).into_any()
}

/// The two beside each other; whoever says nothing is left out.
pub(super) fn beside(names: &[String; 2], says: [&str; 2]) -> AnyView {
    let said = names.iter().zip(says).filter(|(_, says)| !says.trim().is_empty());
    let said = said.map(|(name, says)| {
        let lines = says.lines().filter(|line| !line.trim().is_empty()).map(line).collect_view();
        view! { <div><p class="who">{name.clone()}</p>{lines}</div> }
    });
    let said = said.collect_view();
    if said.is_empty() { ().into_any() } else { view! { <div class="beside">{said}</div> }.into_any() }
}

/// A line: a value as the sentence that it is, anything else as it is written.
pub(super) fn line(line: &str) -> AnyView {
    match sides(line) {
        Some([pursued, cost]) => view! { <Sentence pursued=pursued.to_owned() cost=cost.to_owned() /> }.into_any(),
        None => view! { <p class="said">{line.trim().to_owned()}</p> }.into_any(),
    }
}
