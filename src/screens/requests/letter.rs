//! "Copy an answer": the text to whoever asked, to be read before it is copied.

use evencost_core::id::{DivisionId, RequestId};
use evencost_core::weigh::answer_text;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::live::Live;
use crate::parts::{Dialog, Notices};
use crate::ports::clipboard;

/// The dialog.
#[component]
pub(super) fn Letter(request: RequestId, division: DivisionId, open: RwSignal<bool>) -> impl IntoView {
    let live = expect_context::<Live>();
    let notices = expect_context::<Notices>();
    view! {
        <Dialog open=open title="An answer to send">
            {move || {
                let text = live.peek(|document| answer_text(document, request, division)).unwrap_or_default();
                let area = NodeRef::<Textarea>::new();
                let failed = RwSignal::new(false);
                let copied = text.clone();
                let copy = move |_| {
                    let text = copied.clone();
                    spawn_local(async move {
                        if clipboard::copy(&text).await {
                            // The dialog may have been closed meanwhile.
                            let _ = open.try_set(false);
                            notices.show("The answer is copied.");
                        } else {
                            let _ = failed.try_set(true);
                            if let Some(area) = area.try_get_untracked().flatten() {
                                drop(area.focus());
                                area.select();
                            }
                        }
                    });
                };
                view! {
                    <label class="field">
                        <span>"This is the text. Change it where you paste it."</span>
                        <textarea class="box letter" readonly rows="12" node_ref=area prop:value=text></textarea>
                    </label>
                    <p role="alert">{move || failed.get().then_some(
                        "The browser refused to copy. The text is selected: copy it with Ctrl+C, or hold it with a finger."
                    )}</p>
                    <footer>
                        <button type="button" class="main" on:click=copy>"Copy"</button>
                        <button type="button" class="quiet" on:click=move |_| open.set(false)>"Close"</button>
                    </footer>
                }
            }}
        </Dialog>
    }
}
