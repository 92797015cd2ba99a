//! A link to be sent: its text, copied or to be copied by hand, and where it will survive.

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::erased::click;
use crate::ports::clipboard;

/// A link with a button that copies it.
#[component]
pub(super) fn CopiedLink(
    /// The whole link.
    #[prop(into)]
    link: Signal<String>,
    /// What stands on the button.
    label: &'static str,
) -> impl IntoView {
    let area = NodeRef::<Textarea>::new();
    let told = RwSignal::new(None::<bool>);
    Effect::new(move |_| {
        // Another link is not copied yet.
        link.track();
        told.set(None);
    });
    let copy = move |_| {
        let text = link.get_untracked();
        spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            if told.try_set(Some(copied)).is_none()
                && !copied
                && let Some(area) = area.try_get_untracked().flatten()
            {
                // Selected, it takes one key press.
                drop(area.focus());
                area.select();
            }
        });
    };
    view! {
        <div class="link-box">
            <textarea
                class="box"
                rows="2"
                readonly
                aria-label="The link"
                node_ref=area
                prop:value=move || link.get()
            ></textarea>
            <p class="choices">
                <button type="button" class="main" on:click=click(copy)>{label}</button>
                <span role="status" class="soft">
                    {move || match told.get() {
                        None => "",
                        Some(true) => "Copied.",
                        Some(false) => "This browser refused to copy. The link is selected: press Ctrl or ⌘ and C, or press on it.",
                    }}
                </span>
            </p>
            <p class="soft">{move || survival(link.with(String::len))}</p>
        </div>
    }
}

/// Where a link of that length survives, from what chat and mail programs are known to cut.
fn survival(length: usize) -> String {
    let where_to = match length {
        0..=1_500 => "it survives in every chat and mail program",
        1_501..=1_900 => "it survives in most places; a few chat programs cut it",
        1_901..=4_000 => "some chat programs cut it: use mail, or send the file",
        _ => "most chat programs cut it: send the file",
    };
    format!("{length} characters: {where_to}.")
}
