//! A small menu behind a button, on the browser's own disclosure element.

use crate::parts::erased::when;
use leptos::ev::KeyboardEvent;
use leptos::html::{self, Details};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition};

#[derive(Clone, Copy)]
struct Close(Callback<()>);

/// A button that opens a list of [`MenuItem`]s. It closes on a choice, on Escape and when the focus leaves.
#[component]
pub fn Menu(
    /// What a screen reader calls the button.
    #[prop(into)]
    label: Signal<String>,
    /// The button's id, by which it can be focused.
    #[prop(optional, into)]
    id: Option<String>,
    /// What stands on the button.
    #[prop(optional, into)]
    face: Option<AnyView>,
    /// The items.
    children: ChildrenFn,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    // What an item does may remove the menu itself, and its element tells of that when its signals are gone.
    let element = move || details.try_get_untracked().flatten();
    let close = move |refocus: bool| {
        let Some(details) = element() else { return };
        details.set_open(false);
        if refocus && let Some(summary) = details.first_element_child().and_then(|it| it.dyn_into::<HtmlElement>().ok())
        {
            drop(summary.focus());
        }
    };
    let left = move |event: web_sys::FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let inside = element().is_some_and(|details| details.contains(to.as_ref()));
        if !inside && to.is_some() {
            close(false);
        }
    };
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let is_open = open.try_get_untracked().unwrap_or(false);
        if is_open && element().is_some_and(|details| !details.contains(target.as_ref())) {
            close(false);
        }
    });
    on_cleanup(move || outside.remove());
    let keydown = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if open.get_untracked() => {
            event.prevent_default();
            event.stop_propagation();
            close(true);
        }
        key @ ("ArrowDown" | "ArrowUp" | "Home" | "End") if open.get_untracked() => {
            event.prevent_default();
            step(&details, key);
        }
        _ => {}
    };
    let toggled = move |_| {
        let _ = open.try_set(element().is_some_and(|details| details.open()));
    };
    let items = NodeRef::<html::Ul>::new();
    Effect::new(move |_| {
        // At the screen's edge, or under the bar of a phone, it would be half hidden.
        if let Some(items) = items.get() {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            items.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let items_here = move || {
        // Here and not above: other menus may have the same owner.
        provide_context(Close(Callback::from(move || close(true))));
        view! { <ul class="menu-items" node_ref=items>{children()}</ul> }.into_any()
    };
    view! {
        <details class="menu" node_ref=details on:toggle=toggled on:focusout=left on:keydown=keydown>
            <summary id=id class="quiet" aria-label=label title=label>
                {face.unwrap_or_else(|| "⋯".into_any())}
            </summary>
            {when(move || open.get(), items_here)}
        </details>
    }
}

/// Moves the focus to the next or previous item, round and round, or to the first or last.
fn step(details: &NodeRef<Details>, key: &str) {
    let Some(details) = details.get_untracked() else { return };
    let Ok(items) = details.query_selector_all("li button:not(:disabled), li select, li a") else { return };
    let items: Vec<HtmlElement> = (0..items.length()).filter_map(|i| items.get(i)?.dyn_into().ok()).collect();
    let active = document().active_element();
    let at = items.iter().position(|item| active.as_ref() == Some(item.as_ref()));
    let last = items.len().saturating_sub(1);
    let next = match (key, at) {
        ("ArrowDown", Some(at)) if at < last => at + 1,
        ("ArrowUp", Some(at)) if at > 0 => at - 1,
        ("ArrowDown" | "Home", _) => 0,
        _ => last,
    };
    if let Some(item) = items.get(next) {
        drop(item.focus());
    }
}

/// One thing that a menu can do.
#[component]
pub fn MenuItem(
    /// What it does.
    #[prop(into)]
    on_choose: Callback<()>,
    /// It cannot be chosen now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The words on it.
    children: Children,
) -> impl IntoView {
    let close = use_context::<Close>();
    view! {
        <li>
            <button
                type="button"
                disabled=disabled
                on:click=move |_| {
                    // Closed first: what is done may move the focus to where it belongs.
                    if let Some(Close(close)) = close {
                        close.run(());
                    }
                    on_choose.run(());
                }
            >
                {children()}
            </button>
        </li>
    }
}
