//! Short messages: shown for a while, and said by screen readers.

use std::sync::Arc;
use std::time::Duration;

use evencost_core::edit::{Applied, Edit, Obstacle};
use leptos::prelude::*;

use crate::app;
use crate::live::Live;

/// How long a message is shown.
const SHOWN: Duration = Duration::from_secs(7);
/// How long one is shown that offers to do something.
const OFFERED: Duration = Duration::from_secs(12);
/// How long it stays after the pointer or the focus has left it.
const LEFT: Duration = Duration::from_secs(3);

/// What is said is put here, each message as an addition of its own: what is replaced at once is never read out.
const SAID: &str = "said";
/// How long one stays there when another comes: long enough to be taken up. The last one stays, to be read again.
const TAKEN_UP: Duration = Duration::from_secs(1);

/// Where anything can leave a message for the person.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Option<Notice>>,
    count: StoredValue<u32>,
    /// The pointer or the focus is on the message: it stays.
    held: RwSignal<bool>,
}

#[derive(Clone)]
struct Notice {
    number: u32,
    text: String,
    offer: Option<(&'static str, Offer)>,
    /// What it offers belongs to what can be undone in the document.
    of_document: bool,
}

/// Owned by the message: what it takes back may have ended the view that it comes from, and its callbacks with it.
pub type Offer = Arc<dyn Fn() + Send + Sync>;

impl Default for Notices {
    fn default() -> Self {
        Self { shown: RwSignal::new(None), count: StoredValue::new(0), held: RwSignal::new(false) }
    }
}

impl Notices {
    /// Says it to those who cannot see that it happened, after what is being said; shows nothing.
    pub fn announce(self, text: &str) {
        let line = document().create_element("p").ok();
        // Before the app is on the page nobody listens yet.
        if let Some((said, line)) = document().get_element_by_id(SAID).zip(line) {
            line.set_text_content(Some(text));
            drop(said.append_child(&line));
            let clear = move || {
                while let Some(before) = line.previous_element_sibling() {
                    before.remove();
                }
            };
            set_timeout(clear, TAKEN_UP);
        }
    }

    /// Shows a message for some seconds and says it.
    pub fn show(self, text: impl Into<String>) {
        self.add(text.into(), None, false);
    }

    /// Shows a message with a button that does what its label says.
    pub fn show_with(self, text: impl Into<String>, label: &'static str, run: impl Fn() + Send + Sync + 'static) {
        self.add(text.into(), Some((label, Arc::new(run))), false);
    }

    /// The same for what belongs to the document: the offer goes when something else is undone.
    pub fn show_with_step(self, text: impl Into<String>, label: &'static str, run: Offer) {
        self.add(text.into(), Some((label, run)), true);
    }

    /// Makes an edit and shows a message that offers to take it back: just that edit, whatever has been done since.
    pub fn edit(self, live: Live, edit: Edit, told: &str) {
        self.edit_then(live, edit, told, Arc::new(|| ()));
    }

    /// The same, and what to do when it has been taken back.
    pub fn edit_then(self, live: Live, edit: Edit, told: &str, then: Offer) {
        let back = live.apply(edit).inverse;
        let undo = move || {
            if !self.tell_skipped(&live.apply(back.clone())) {
                self.announce("Undone.");
            }
            then();
        };
        self.show_with_step(told, "Undo", Arc::new(undo));
    }

    /// Says what of an undo was in the way; whether anything was.
    pub fn tell_skipped(self, applied: &Applied) -> bool {
        let Some(skipped) = applied.skipped.first() else { return false };
        if skipped.obstacle == Obstacle::Changed {
            self.show("Part of this could not be undone: it has been changed since, here or in another tab.");
        } else {
            self.show(format!("Part of this could not be undone: {}.", skipped.obstacle));
        }
        true
    }

    fn add(self, text: String, offer: Option<(&'static str, Offer)>, of_document: bool) {
        let number = self
            .count
            .try_update_value(|count| {
                *count += 1;
                *count
            })
            .unwrap_or(0);
        self.announce(&text);
        self.held.set(false);
        // One at a time: a second message says that the first is old.
        let time = if offer.is_some() { OFFERED } else { SHOWN };
        self.shown.set(Some(Notice { number, text, offer, of_document }));
        // It lies over what is at the end of the window.
        app::keep_in_sight();
        self.dismiss_after(number, time);
    }

    fn dismiss_after(self, number: u32, time: Duration) {
        set_timeout(
            move || {
                if self.held.get_untracked() {
                    self.dismiss_after(number, LEFT);
                } else {
                    self.dismiss(number);
                }
            },
            time,
        );
    }

    /// Whether the message that is shown offers something.
    pub fn is_offering(self) -> bool {
        self.shown.with_untracked(|shown| shown.as_ref().is_some_and(|notice| notice.offer.is_some()))
    }

    /// Takes back what is offered of the document: something of it has been undone already, most likely just that.
    pub fn withdraw_step(self) {
        if self.shown.with_untracked(|shown| shown.as_ref().is_some_and(|notice| notice.of_document)) {
            self.shown.set(None);
        }
    }

    fn dismiss(self, number: u32) {
        if self.shown.with_untracked(|shown| shown.as_ref().is_some_and(|notice| notice.number == number)) {
            self.shown.set(None);
        }
    }
}

/// Shows the messages; there is one, in the app.
#[component]
pub fn NoticesView() -> impl IntoView {
    let notices = expect_context::<Notices>();
    let hold = move |held: bool| notices.held.set(held);
    view! {
        <section
            class="notices"
            aria-label="Messages"
            on:pointerenter=move |_| hold(true)
            on:pointerleave=move |_| hold(false)
            on:focusin=move |_| hold(true)
            on:focusout=move |_| hold(false)
        >
            {move || notices.shown.get().map(|notice| view! {
                <p class="notice">
                    {notice.text}
                    {notice.offer.map(|(label, run)| view! {
                        <button
                            type="button"
                            on:click=move |_| {
                                // Gone first: what is taken back may say something itself.
                                notices.dismiss(notice.number);
                                app::keep_focus();
                                run();
                            }
                        >
                            {label}
                        </button>
                    })}
                </p>
            })}
        </section>
        <div class="off-screen" id=SAID role="log" aria-label="What happened"></div>
    }
}
