//! A dialog on the browser's own element, which keeps the focus inside and gives it back.

use leptos::html;
use leptos::prelude::*;

/// A modal dialog, shown while `open` is set. Its content is made anew at each opening.
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
            // A dialog that is open already stays so.
            drop(dialog.show_modal());
        } else {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=dialog aria-label=title on:close=move |_| open.set(false)>
            <Show when=move || open.get()>
                <header>
                    <h2>{title}</h2>
                    <button type="button" class="quiet" aria-label="Close" on:click=move |_| open.set(false)>
                        "✕"
                    </button>
                </header>
                {children()}
            </Show>
        </dialog>
    }
}
