//! The parts of the program that need not be there for a first look. `scripts/build` puts them into files of their own,
//! which arrive when they are first needed, or before that when the browser has nothing else to do.
//!
//! The tool that takes them out follows what the program refers to: whatever only a chunk refers to goes with it.

use std::pin::Pin;
use std::sync::OnceLock;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos::wasm_split::SplitLoaderError as NotArrived;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::app;
use crate::embed::EmbeddedApp;
use crate::keeping::{Conflicts, Workspaces};
use crate::parts::Notices;
use crate::parts::erased::{click, piece};
use crate::screens::{
    Coaching, CompareScreen, CustomersScreen, Export, GuestBanner, ImportForm, MainMenuItems, MeetingBar,
    MeetingScreen, Opening, PublishForm, RepliesForm, RequestsScreen, RoutineScreen, ShareForm, TalkScreen, TaskBar,
    WayScreen, coaching_here, export_here,
};
use crate::undo::{Tell, undone_here};

/// Makes the view that a chunk is for.
type Make = fn() -> AnyView;
type Arrival<T> = Pin<Box<dyn Future<Output = Result<T, NotArrived>>>>;

/// A part of the program that is not in its first file, and the functions by which it is used.
pub struct Chunk<T: 'static> {
    fetch: fn() -> Arrival<T>,
    here: OnceLock<T>,
}

/// A chunk for each line: its name, what it gives, and its file, which several may share. What several files refer to gets
/// a file of its own for each set of them, so few files are many fewer requests. Built as a whole, the program
/// has all of them.
macro_rules! chunks {
    ($($(#[$doc:meta])* $name:ident: $kind:ty, $fetch:ident from $file:ident: $give:expr;)*) => {
        $(
            #[cfg(split)]
            #[leptos::wasm_split::wasm_split($file, fallible, wasm_split_path = leptos::wasm_split)]
            fn $fetch() -> Result<$kind, NotArrived> {
                Ok($give)
            }

            #[cfg(not(split))]
            async fn $fetch() -> Result<$kind, NotArrived> {
                Ok($give)
            }

            $(#[$doc])*
            pub static $name: Chunk<$kind> = Chunk { fetch: || Box::pin($fetch()), here: OnceLock::new() };
        )*

        const ALL: &[fn() -> Pin<Box<dyn Future<Output = bool>>>] = &[$(|| Box::pin($name.fetch())),*];
    };
}

chunks! {
    /// What helps with writing a value: the coach and the shelf.
    COACHING: Coaching, coaching from coaching: coaching_here();
    /// The screen of requests.
    REQUESTS: Make, requests from requests: || view! { <RequestsScreen /> }.into_any();
    /// The screen that compares.
    COMPARE: Make, compare from compare: || view! { <CompareScreen /> }.into_any();
    /// The screen of customers.
    CUSTOMERS: Make, customers from requests: || view! { <CustomersScreen /> }.into_any();
    /// The screen of routine tasks.
    ROUTINE: Make, routine from requests: || view! { <RoutineScreen /> }.into_any();
    /// The way out in four steps.
    WAY: Make, way from requests: || view! { <WayScreen /> }.into_any();
    /// The screen of talks.
    TALK: Make, talk from compare: || view! { <TalkScreen /> }.into_any();
    /// What the dialog of importing holds.
    IMPORT: Make, import from dialogs: || view! { <ImportForm /> }.into_any();
    /// What can be chosen in the menu of the app.
    MENU: Make, menu from dialogs: || view! { <MainMenuItems /> }.into_any();
    /// What the dialog of workspaces holds.
    WORKSPACES: Make, workspaces from dialogs: || view! { <Workspaces /> }.into_any();
    /// What was opened by a link.
    OPENING: Make, opening from links: || view! { <Opening /> }.into_any();
    /// What is said of a document that came by a link and is not kept.
    GUEST: Make, guest from links: || view! { <GuestBanner /> }.into_any();
    /// What somebody was asked to do by a link.
    TASK: Make, task from links: || view! { <TaskBar /> }.into_any();
    /// What the dialog of sharing holds.
    SHARE: Make, share from links: || view! { <ShareForm /> }.into_any();
    /// What the dialog of publishing holds.
    PUBLISH: Make, publish from links: || view! { <PublishForm /> }.into_any();
    /// What the dialog of replies holds.
    REPLIES: Make, replies from links: || view! { <RepliesForm /> }.into_any();
    /// A meeting.
    MEETING: Make, meeting from links: || view! { <MeetingScreen /> }.into_any();
    /// What the other screens show of a meeting.
    MEETING_BAR: Make, meeting_bar from links: || view! { <MeetingBar /> }.into_any();
    /// What is said of what was undone.
    UNDONE: Tell, undone from dialogs: undone_here();
    /// Exports, and the example.
    EXPORT: Export, export from dialogs: export_here();
    /// The app in a page of somebody else's, or over what is only shown.
    EMBEDDED: Make, embedded from embed: || view! { <EmbeddedApp /> }.into_any();
    /// What two tabs changed differently.
    CONFLICTS: Make, conflicts from dialogs: || view! { <Conflicts /> }.into_any();
}

impl<T: Copy + Send + Sync> Chunk<T> {
    /// Fetches it, unless it is here already; answers whether it is.
    async fn fetch(&'static self) -> bool {
        if self.here.get().is_none()
            && let Ok(given) = (self.fetch)().await
        {
            // Two that waited for it have the same.
            let _ = self.here.set(given);
        }
        self.here.get().is_some()
    }

    /// Runs something with what it gives: at once where it is here; with nothing if it does not arrive.
    pub fn use_if_it_comes(&'static self, run: impl FnOnce(Option<T>) + 'static) {
        if let Some(given) = self.here.get() {
            return run(Some(*given));
        }
        spawn_local(async move {
            self.fetch().await;
            run(self.here.get().copied());
        });
    }

    /// The same, and says so if it does not arrive.
    pub fn use_for(&'static self, notices: Notices, run: impl FnOnce(T) + 'static) {
        self.use_if_it_comes(move |given| match given {
            Some(given) => run(given),
            None => notices.show("This part of Evencost could not be loaded. Try again when you are online."),
        });
    }

    /// Asks for it, unless it is here already.
    pub fn want(&'static self) -> Wanted<T> {
        let state = if self.here.get().is_some() { State::Here } else { State::Coming };
        let wanted = Wanted { chunk: self, state: RwSignal::new(state) };
        if self.here.get().is_none() {
            wanted.fetch();
        }
        wanted
    }
}

impl Chunk<Make> {
    /// Its view: at once where it is here.
    pub fn view(&'static self) -> AnyView {
        let wanted = self.want();
        let made = move || match (wanted.get(), wanted.has_failed()) {
            (Some(make), _) => make(),
            (None, true) => wanted.absent(),
            (None, false) => view! { <p class="coming" role="status">"Loading…"</p> }.into_any(),
        };
        piece(made).into_any()
    }
}

/// A chunk that something on the page waits for.
pub struct Wanted<T: 'static> {
    chunk: &'static Chunk<T>,
    state: RwSignal<State>,
}

impl<T> Clone for Wanted<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Wanted<T> {}

impl<T: Copy + Send + Sync> Wanted<T> {
    /// What it gives, once it is here; listens to its arrival.
    pub fn get(self) -> Option<T> {
        if self.state.get() == State::Here { self.chunk.here.get().copied() } else { None }
    }

    /// Whether it did not arrive; listens to that.
    pub fn has_failed(self) -> bool {
        self.state.get() == State::Failed
    }

    fn fetch(self) {
        self.state.set(State::Coming);
        spawn_local(async move {
            let came = self.chunk.fetch().await;
            // Nobody may wait for it any more.
            if self.state.try_set(if came { State::Here } else { State::Failed }).is_none() {
                tick().await;
                app::focus_arrived();
            }
        });
    }

    /// What stands in its place when it did not arrive.
    pub fn absent(self) -> AnyView {
        absent(move |_| {
            self.fetch();
            app::keep_focus();
        })
    }
}

/// In place of a chunk that did not arrive.
fn absent(again: impl FnMut(MouseEvent) + 'static) -> AnyView {
    view! {
        <div role="alert">
            <p>
                "This part of Evencost could not be loaded. Try again when you are online; if that does not help, load the \
                 page again. What you wrote stays here."
            </p>
            <p><button type="button" on:click=click(again)>"Try again"</button></p>
        </div>
    }
    .into_any()
}

/// How far a chunk is that is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Coming,
    Here,
    Failed,
}

/// Fetches what has not been needed yet, so that it is there without the network too; web/boot.js asks for it when
/// nothing else is to be done.
#[wasm_bindgen]
pub async fn fetch_all() {
    for fetch in ALL {
        // One that does not come is fetched again when it is needed.
        fetch().await;
    }
}
