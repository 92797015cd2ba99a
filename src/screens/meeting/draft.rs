//! Everybody writes alone: on their phones, or on this device one after the other.

use evencost_core::id::DivisionId;
use evencost_core::link::{Part, Purpose};
use leptos::prelude::*;

use crate::route::Route;
use crate::screens::links::{Answered, Scan};

#[component]
pub(super) fn Draft(division: DivisionId) -> impl IntoView {
    let part = Signal::derive(move || Part { division: Some(division), ..Part::default() });
    view! {
        <div class="meeting-columns">
            <Scan purpose=Purpose::Draft part=part task="Open this on your phone, write, and send your reply to me alone." />
            <div>
                <Answered purpose=Purpose::Draft />
                <details>
                    <summary>"Without phones"</summary>
                    <p>
                        "Pass one laptop round: each writes under " <a href=Route::Values.to_string()>"Values"</a>
                        ". Nobody’s name stands beside a value, and all are looked at together in the next step."
                    </p>
                </details>
            </div>
        </div>
    }
}
