//! Goods to start from, offered while a blank is empty.

use evencost_core::document::Place;
use evencost_core::id::{DivisionId, ValueId};
use leptos::prelude::*;

/// The shelf for the blank with the focus.
#[component]
pub(super) fn Shelf(division: DivisionId, value: ValueId, focused: RwSignal<Option<Place>>) -> impl IntoView {
    let _ = (division, value, focused);
}
