//! A dialog on the browser's own element, which keeps the focus inside and gives it back.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement};

use crate::app;
use crate::parts::erased::when;

/// A modal dialog, shown while `open` is set. Its content is made anew at each opening; the element in it with
/// `autofocus` gets the focus, else the dialog itself, which reads out its heading.
#[component]
pub fn Dialog(
    /// Whether it is shown; Escape and the close button unset it.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() {
            spawn_local(async move {
                // Its content has to be there to be focused.
                leptos::task::tick().await;
                if open.try_get_untracked() == Some(true) {
                    present(&dialog);
                }
            });
        } else if dialog.open() {
            dialog.close();
        }
    });
    let close = move |_| {
        open.set(false);
        // What had the focus before may be gone.
        app::keep_focus();
        wake_caret();
    };
    view! {
        <dialog class="dialog" tabindex="-1" node_ref=dialog aria-label=title on:close=close>
            {when(move || open.get(), move || view! {
                // In a section, its header and its footer are not taken for the page's.
                <section>
                    <header>
                        <h2>{title}</h2>
                        <button type="button" class="quiet" aria-label="Close" on:click=move |_| open.set(false)>
                            "✕"
                        </button>
                    </header>
                    {children()}
                </section>
            }.into_any())}
        </dialog>
    }
}

/// Chromium gives the focus back to a text field while that is still inert, and so without a caret: nothing can be
/// typed until the caret is set.
fn wake_caret() {
    let Some(active) = document().active_element() else { return };
    // A field that has no caret to set needs none.
    if let Some(field) = active.dyn_ref::<HtmlTextAreaElement>()
        && let (Ok(Some(start)), Ok(Some(end))) = (field.selection_start(), field.selection_end())
    {
        drop(field.set_selection_range(start, end));
    } else if let Some(field) = active.dyn_ref::<HtmlInputElement>()
        && let (Ok(Some(start)), Ok(Some(end))) = (field.selection_start(), field.selection_end())
    {
        drop(field.set_selection_range(start, end));
    }
}

fn present(dialog: &HtmlDialogElement) {
    // A dialog that is open already stays so.
    drop(dialog.show_modal());
    // The browser itself would choose the button that closes it.
    if dialog.query_selector("[autofocus]").is_ok_and(|found| found.is_none()) {
        drop(dialog.focus());
    }
}
