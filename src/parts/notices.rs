//! Short messages: shown for a while, and said by screen readers.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

/// Where anything can leave a message for the person.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Vec<Notice>>,
    said: RwSignal<String>,
    count: StoredValue<u32>,
}

#[derive(Clone)]
struct Notice {
    number: u32,
    text: String,
    undo: Option<Undo>,
}

/// Owned by the message: what it takes back may have ended the view that it comes from, and its callbacks with it.
type Undo = Arc<dyn Fn() + Send + Sync>;

impl Default for Notices {
    fn default() -> Self {
        Self { shown: RwSignal::new(Vec::new()), said: RwSignal::new(String::new()), count: StoredValue::new(0) }
    }
}

impl Notices {
    /// Says it to those who cannot see that it happened; shows nothing.
    pub fn announce(self, text: impl Into<String>) {
        self.said.set(text.into());
    }

    /// Shows a message for some seconds and says it.
    pub fn show(self, text: impl Into<String>) {
        self.add(text.into(), None);
    }

    /// Shows a message with a button that takes back what it tells of.
    pub fn show_with_undo(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.add(text.into(), Some(Arc::new(undo)));
    }

    fn add(self, text: String, undo: Option<Undo>) {
        let number = self
            .count
            .try_update_value(|count| {
                *count += 1;
                *count
            })
            .unwrap_or(0);
        self.said.set(text.clone());
        // One at a time: a second message says that the first is old.
        let seconds = if undo.is_some() { 12 } else { 7 };
        self.shown.set(vec![Notice { number, text, undo }]);
        set_timeout(move || self.dismiss(number), Duration::from_secs(seconds));
    }

    fn dismiss(self, number: u32) {
        self.shown.update(|shown| shown.retain(|notice| notice.number != number));
    }
}

/// Shows the messages; there is one, in the app.
#[component]
pub fn NoticesView() -> impl IntoView {
    let notices = expect_context::<Notices>();
    view! {
        <div class="notices" role="region" aria-label="Messages">
            <For each=move || notices.shown.get() key=|notice| notice.number let:notice>
                <p class="notice">
                    {notice.text.clone()}
                    {notice.undo.map(|undo| view! {
                        <button type="button" on:click=move |_| { undo(); notices.dismiss(notice.number); }>"Undo"</button>
                    })}
                </p>
            </For>
        </div>
        <p class="off-screen" role="status">{move || notices.said.get()}</p>
    }
}
