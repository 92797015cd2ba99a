//! Whom the freed time goes to.

use evencost_core::document::Document;
use evencost_core::id::DivisionId;
use evencost_core::routine::{Share, goes_to};
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::erased::{memo, piece};

pub(super) fn view(live: Live, division: DivisionId) -> AnyView {
    let said = memo(move || live.read(|document| said(document, division)));
    view! {
        <section aria-labelledby="goes-to">
            <h2 id="goes-to">"What the freed time goes to"</h2>
            {piece(move || list(said.get()))}
        </section>
    }
    .into_any()
}

fn list(said: Vec<(String, String)>) -> AnyView {
    if said.is_empty() {
        return view! {
            <p class="soft">"Nothing is freed or set aside yet. What will be is time for partnership: say with whom."</p>
        }
        .into_any();
    }
    let line = |(name, words)| view! { <li><strong>{name}</strong> <span class="soft">{words}</span></li> };
    view! { <ul class="shares">{said.into_iter().map(line).collect_view()}</ul> }.into_any()
}

/// Each share: with whom, and how much.
fn said(document: &Document, division: DivisionId) -> Vec<(String, String)> {
    let share = |share: Share| {
        let name = share.customer.and_then(|id| document.customer(id)).map(|row| row.display_name().to_owned());
        let parts = [
            (share.freed, "a month freed"),
            (share.would_free, "a month would be freed"),
            (share.set_aside, "a month set aside"),
        ];
        let said = parts.into_iter().filter(|(time, _)| !time.is_none());
        let said: Vec<String> = said.map(|(time, words)| [&*time.to_string(), " ", words].concat()).collect();
        (name.unwrap_or_else(|| "Nobody yet".to_owned()), said.join(", "))
    };
    goes_to(document, division).into_iter().map(share).collect()
}
