//! A link for a room: its QR code large enough for a projector, one line of what to do, and the link to be copied.

use evencost_core::document::Document;
use evencost_core::link::{self, LinkError, Part, Purpose};
use leptos::prelude::*;

use super::copied::CopiedLink;
use super::qr::{SCANS, qr};
use super::{address, keep_sent};
use crate::keeping::Keeper;
use crate::live::Live;
use crate::parts::erased::{memo, when};

/// The part of the open workspace, made anew with each change.
pub(super) fn shared(part: Signal<Part>) -> Memo<Document> {
    let live = expect_context::<Live>();
    Memo::new(move |_: Option<&Document>| part.with(|part| live.read(|document| part.of(document))))
}

/// The whole link to a document. As soon as it can be scanned or copied,
/// replies to it may come: it is kept for them.
pub(super) fn made(purpose: Signal<Purpose>, document: Memo<Document>) -> Memo<Result<String, LinkError>> {
    let keeper = expect_context::<Keeper>();
    let fragment = memo(move || document.with(|document| link::write(purpose.get(), document)));
    Effect::new(move |_| {
        if let (Ok(fragment), Purpose::Draft | Purpose::Weigh) = (fragment.get(), purpose.get()) {
            keep_sent(keeper, &fragment);
        }
    });
    memo(move || fragment.get().map(|fragment| address(&fragment)))
}

/// The code of the link, or why there is none.
pub(super) fn code(link: &str) -> AnyView {
    let too_long = || {
        view! { <p class="refusal">"The link is too long for a QR code. Share less of the workspace, or send the link."</p> }
            .into_any()
    };
    let long = (link.len() > SCANS).then(|| {
        view! {
            <p class="refusal">
                "The link is long: some phones may not read its code. Share one division and the values only, or send the link."
            </p>
        }
    });
    match qr(link) {
        Some(code) => view! { {code} {long} }.into_any(),
        None => too_long(),
    }
}

/// The link of a step of a meeting.
#[component]
pub fn Scan(
    /// What it is for.
    purpose: Purpose,
    /// What of the workspace it brings.
    #[prop(into)]
    part: Signal<Part>,
    /// One line of what to do with it.
    task: &'static str,
) -> impl IntoView {
    let link = made(Signal::stored(purpose), shared(part));
    let text = memo(move || link.get().unwrap_or_default());
    view! {
        <div class="scan-card">
            <p class="lead">{task}</p>
            {move || match link.get() {
                Ok(link) => code(&link),
                Err(error) => view! { <p class="refusal">{error.to_string()}</p> }.into_any(),
            }}
            {when(move || link.with(Result::is_ok), move || view! {
                <CopiedLink link=text label="Copy the link" />
            }.into_any())}
        </div>
    }
}
