//! Which values a request seems to touch, by what is near in meaning: an offer, never an answer.

use evencost_core::document::Document;
use evencost_core::id::{DivisionId, ValueId};
use evencost_core::meaning::{Touch, touched};
use leptos::prelude::*;

use crate::live::Live;
use crate::meaning::Nearness;
use crate::parts::SentenceOf;
use crate::parts::erased::{list, memo, when};

/// The values of a division that a text seems to touch. None until the table of words is here, which it asks for.
pub(super) fn seems_to_touch(
    division: DivisionId,
    text: impl Fn(&Document) -> String + Send + Sync + 'static,
) -> Memo<Vec<Touch>> {
    let live = expect_context::<Live>();
    let nearness = expect_context::<Nearness>();
    nearness.want();
    memo(move || {
        let Some(meaning) = nearness.get() else { return Vec::new() };
        live.read(|document| touched(meaning, &text(document), document.values_in_play(division)))
    })
}

/// The side of a value that seems to be touched, in its words; none where the value does not.
pub(super) fn words(document: &Document, touches: &[Touch], value: ValueId) -> Option<String> {
    let touch = touches.iter().find(|touch| touch.value == value)?;
    let side = document.value(value)?.side(touch.place).text.trim().to_owned();
    Some(["Seems to touch “", &side, "”."].concat())
}

/// The values that what is being typed seems to touch, each with the side.
#[component]
pub(super) fn Seems(
    division: DivisionId,
    /// What has been typed so far.
    typed: RwSignal<String>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let touches = seems_to_touch(division, move |_| typed.get());
    let values = memo(move || touches.with(|touches| touches.iter().map(|touch| touch.value).collect::<Vec<_>>()));
    let line = move |value: ValueId| {
        let says =
            move || touches.with(|touches| live.read(|document| words(document, touches, value))).unwrap_or_default();
        view! {
            <li>
                <SentenceOf value=value />
                <span class="soft">{move || says()}</span>
            </li>
        }
        .into_any()
    };
    when(
        move || values.with(|values| !values.is_empty()),
        move || {
            view! { <ul class="seems" aria-label="Values that it seems to touch">{list(move || values.get(), line)}</ul> }.into_any()
        },
    )
}
