//! A box to tick, with its words.

use leptos::prelude::*;

/// A native box to tick.
#[component]
pub fn Tick(
    /// The class of the label around it.
    #[prop(default = "tick")]
    class: &'static str,
    /// The element's id, by which it can be focused.
    #[prop(optional, into)]
    id: Option<String>,
    /// Whether it is ticked.
    #[prop(into)]
    ticked: Signal<bool>,
    /// It was ticked, or no longer is.
    #[prop(into)]
    on_tick: Callback<bool>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <label class=class>
            <input
                type="checkbox"
                id=id
                prop:checked=move || ticked.get()
                on:change:target=move |event| on_tick.run(event.target().checked())
            />
            {children()}
        </label>
    }
}
