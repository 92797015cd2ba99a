//! What the coach says, beside the sentence and under the set.

use evencost_core::id::{DivisionId, ValueId};
use leptos::prelude::*;

/// The coach's line on one value.
#[component]
pub(super) fn CoachLine(division: DivisionId, value: ValueId) -> impl IntoView {
    let _ = (division, value);
}

/// What the coach says of the set as a whole.
#[component]
pub(super) fn SetAdvice(division: DivisionId) -> impl IntoView {
    let _ = division;
}
