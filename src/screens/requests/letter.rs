//! "Copy an answer": the text to whoever asked, to be read before it is copied.

use evencost_core::id::{DivisionId, RequestId};
use evencost_core::weigh::answer_text;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::live::Live;
use crate::parts::erased::click;
use crate::parts::{Dialog, Notices};
use crate::ports::clipboard;

const REFUSED: &str = "The browser refused to copy. The text is selected: copy it with Ctrl+C, or hold a finger on it.";

/// The dialog.
#[component]
pub(super) fn Letter(request: RequestId, division: DivisionId, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open=open title="An answer to send">
            <Preview request=request division=division open=open />
        </Dialog>
    }
}

#[component]
fn Preview(request: RequestId, division: DivisionId, open: RwSignal<bool>) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    let letter = live.peek(|document| answer_text(document, request, division)).unwrap_or_default();
    let area = NodeRef::<Textarea>::new();
    let refused = RwSignal::new(false);
    let shown = letter.clone();
    let copy = move |_| {
        let letter = letter.clone();
        spawn_local(async move {
            if clipboard::copy(&letter).await {
                // The dialog may have been left meanwhile; so below.
                let _ = open.try_set(false);
                notices.show("The answer is copied.");
            } else {
                let _ = refused.try_set(true);
                if let Some(area) = area.try_get_untracked().flatten() {
                    drop(area.focus());
                    area.select();
                }
            }
        });
    };
    view! {
        <label class="field">
            <span>"Read it before you send it; change it where you paste it."</span>
            <textarea class="box letter" readonly rows="12" node_ref=area prop:value=shown></textarea>
        </label>
        <p role="alert">{move || if refused.get() { REFUSED } else { "" }.to_owned()}</p>
        <footer>
            <button type="button" class="main" on:click=click(copy)>"Copy"</button>
            <button type="button" class="quiet" on:click=click(move |_| open.set(false))>"Close"</button>
        </footer>
    }
}
