//! Keeping workspaces in the browser: autosave, several workspaces, two tabs, and what can go wrong.

mod envelope;
mod view;

use std::time::Duration;

use evencost_core::document::{Division, Document};
use evencost_core::edit::{self, Change, apply};
use evencost_core::id::{Id, Ids};
use evencost_core::merge::merge;
use evencost_core::text::json;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::live::Live;
use crate::parts::Notices;
use crate::ports::storage::{Storage, WriteError};
use crate::ports::{clock, random};
use envelope::{Content, Envelope};

pub use view::{ConflictsView, KeepingStatus, TroubleView, WorkspacesDialog};

/// The workspace that was open last.
const CURRENT: &str = "evencost:current";
/// Before the id of each workspace.
const WORKSPACE: &str = "evencost:workspace:";
/// Before the id of a workspace that could not be read.
const BACKUP: &str = "evencost:backup:";
/// Before the id of a workspace: the day on which it was last saved to a file.
const FILED: &str = "evencost:filed:";
/// The least pause after the last change before saving, in milliseconds.
const PAUSE: f64 = 300.0;
/// Saving may take this part of the time: a save of 50 ms waits for a second of rest.
const REST: f64 = 20.0;

/// How the last change is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// On this device.
    Here,
    /// Not yet: people are still typing.
    Soon,
    /// Only until the page is closed: the browser denies storage.
    NotHere,
    /// Not: the room for this site is used up.
    Full,
    /// Not: the browser refused.
    Refused,
}

/// A workspace in the list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its name; may be empty.
    pub name: String,
}

/// Something kept that could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What happened, for the person.
    pub message: String,
    /// The text as it was kept, to be downloaded.
    pub text: String,
}

/// Keeps the open document.
#[derive(Clone, Copy)]
pub struct Keeper {
    live: Live,
    notices: Notices,
    storage: Storage,
    /// The id of the open workspace.
    workspace: RwSignal<String>,
    kept: RwSignal<Kept>,
    trouble: RwSignal<Option<Trouble>>,
    conflicts: RwSignal<Vec<Change>>,
    /// The last day on which the open workspace was saved to a file.
    filed: RwSignal<Option<String>>,
    state: StoredValue<State>,
}

/// What this tab last read or wrote.
struct State {
    base: Document,
    /// Of the stored workspace; 0 before there is one.
    revision: u64,
    /// How long the last save took, in milliseconds.
    took: f64,
    timer: Option<TimeoutHandle>,
}

/// What there was to open.
pub struct Opened {
    document: Document,
    workspace: String,
    revision: u64,
    trouble: Option<Trouble>,
}

/// Opens the workspace that was open last, or a blank one. `reset` starts blank and deletes nothing.
pub fn open_last(storage: Storage, reset: bool) -> Opened {
    let current = storage.read(CURRENT).filter(|_| !reset);
    match current {
        Some(workspace) => open(storage, workspace),
        None => blank(None),
    }
}

/// A workspace of one division without a name, in which people can write at once.
fn blank(trouble: Option<Trouble>) -> Opened {
    let mut ids = Ids::new(random::replica());
    let mut document = Document::default();
    let division = edit::append(&document, Division::new(ids.fresh(), ""));
    apply(&mut document, division);
    Opened { document, workspace: ids.fresh::<Id>().to_string(), revision: 0, trouble }
}

/// Opens a stored workspace. What cannot be read is moved to a backup key; what a newer program wrote stays.
fn open(storage: Storage, workspace: String) -> Opened {
    let key = format!("{WORKSPACE}{workspace}");
    let Some(text) = storage.read(&key) else { return blank(None) };
    match Envelope::read(&text) {
        Ok(Envelope { content: Content::Document(document), revision, .. }) => {
            Opened { document: *document, workspace, revision, trouble: None }
        }
        Ok(Envelope { content: Content::Newer(message), .. }) => {
            let message = format!("{message} It stays as it is; you are looking at a new, empty workspace.");
            blank(Some(Trouble { message, text }))
        }
        Err(problem) => {
            let moved = storage.write(&format!("{BACKUP}{workspace}"), &text).is_ok();
            if moved {
                storage.remove(&key);
            }
            let message = format!(
                "What was kept here could not be read ({problem}). Nothing is deleted: download it, and open the \
                 file in a text editor or send it to somebody who can. You are looking at a new, empty workspace."
            );
            blank(Some(Trouble { message, text }))
        }
    }
}

impl Opened {
    /// The document, to be shown.
    pub fn document(&self) -> Document {
        self.document.clone()
    }
}

impl Keeper {
    /// Keeps `live` from now on: saves when people pause, when the page is left, and listens to other tabs.
    pub fn start(live: Live, notices: Notices, storage: Storage, opened: Opened) -> Self {
        let kept = if storage == Storage::Memory { Kept::NotHere } else { Kept::Here };
        let state = State { base: opened.document, revision: opened.revision, took: 0.0, timer: None };
        let keeper = Self {
            live,
            notices,
            storage,
            filed: RwSignal::new(storage.read(&format!("{FILED}{}", opened.workspace))),
            workspace: RwSignal::new(opened.workspace),
            kept: RwSignal::new(kept),
            trouble: RwSignal::new(opened.trouble),
            conflicts: RwSignal::new(Vec::new()),
            state: StoredValue::new(state),
        };
        Effect::new(move |before: Option<()>| {
            live.read(|_| ());
            if before.is_some() {
                keeper.save_soon();
            }
        });
        keeper.listen();
        keeper
    }

    fn listen(self) {
        let hidden = move || document().visibility_state() == web_sys::VisibilityState::Hidden;
        let saves = [
            window_event_listener_untyped("pagehide", move |_| self.save_now()),
            window_event_listener_untyped("visibilitychange", move |_| {
                if hidden() {
                    self.save_now();
                }
            }),
        ];
        let other = window_event_listener(leptos::ev::Custom::<web_sys::StorageEvent>::new("storage"), move |event| {
            if event.key().is_some_and(|key| key == self.key()) {
                self.meet();
                self.save_soon_if_ahead();
            }
        });
        on_cleanup(move || {
            for save in saves {
                save.remove();
            }
            other.remove();
        });
    }

    fn key(self) -> String {
        format!("{WORKSPACE}{}", self.workspace.get_untracked())
    }

    fn save_soon(self) {
        if self.is_unchanged() {
            return;
        }
        if self.storage == Storage::Browser && !matches!(self.kept.get_untracked(), Kept::Full | Kept::Refused) {
            self.kept.set(Kept::Soon);
        }
        self.state.update_value(|state| {
            if let Some(timer) = state.timer.take() {
                timer.clear();
            }
            let pause = Duration::from_secs_f64(PAUSE.max(REST * state.took) / 1000.0);
            state.timer = set_timeout_with_handle(move || self.save_now(), pause).ok();
        });
    }

    fn save_soon_if_ahead(self) {
        if !self.is_unchanged() {
            self.save_soon();
        }
    }

    fn is_unchanged(self) -> bool {
        self.state.with_value(|state| self.live.peek(|document| *document == state.base))
    }

    /// Saves what has changed since the last save; merges first with what another tab has written.
    pub fn save_now(self) {
        let timer = self.state.try_update_value(|state| state.timer.take()).flatten();
        if let Some(timer) = timer {
            timer.clear();
        }
        self.meet();
        if self.is_unchanged() {
            if self.kept.get_untracked() == Kept::Soon {
                self.kept.set(Kept::Here);
            }
            return;
        }
        let started = clock::milliseconds();
        let document = self.live.peek(Clone::clone);
        let revision = self.state.with_value(|state| state.revision) + 1;
        let written = Envelope::write(&document, revision)
            .ok_or(WriteError::Refused)
            .and_then(|text| self.storage.write(&self.key(), &text))
            .and_then(|()| self.storage.write(CURRENT, &self.workspace.get_untracked()));
        match written {
            Ok(()) => {
                let took = clock::milliseconds() - started;
                self.state.update_value(|state| {
                    state.base = document;
                    state.revision = revision;
                    state.took = took;
                });
                self.kept.set(if self.storage == Storage::Memory { Kept::NotHere } else { Kept::Here });
            }
            Err(WriteError::Full) => self.kept.set(Kept::Full),
            Err(WriteError::Refused) => self.kept.set(Kept::Refused),
        }
    }

    /// Merges what another tab has written since this one last read or wrote.
    fn meet(self) {
        let Some(text) = self.storage.read(&self.key()) else { return };
        let known = self.state.with_value(|state| state.revision);
        if Envelope::revision(&text).is_none_or(|revision| revision == known) {
            return;
        }
        // What cannot be read or is newer is met when the workspace is opened again; until then it is not
        // overwritten, because its revision differs.
        let Ok(Envelope { content: Content::Document(theirs), revision, .. }) = Envelope::read(&text) else {
            self.kept.set(Kept::Refused);
            return;
        };
        let merged = self.state.with_value(|state| self.live.peek(|ours| merge(&state.base, ours, &theirs)));
        self.state.update_value(|state| {
            state.base = *theirs;
            state.revision = revision;
        });
        let changed = !merged.edit.is_empty();
        self.live.absorb(merged.edit);
        if !merged.conflicts.is_empty() {
            self.conflicts.update(|conflicts| conflicts.extend(merged.conflicts));
        } else if changed {
            self.notices.announce("Updated with changes from another tab.");
        }
    }

    /// The stored workspaces, by name.
    pub fn list(self) -> Vec<Listed> {
        let mut listed: Vec<Listed> = self
            .storage
            .keys(WORKSPACE)
            .into_iter()
            .filter_map(|key| {
                let name = Envelope::name(&self.storage.read(&key)?).unwrap_or_default();
                Some(Listed { id: key[WORKSPACE.len()..].to_owned(), name })
            })
            .collect();
        listed.sort_by_key(|listed| listed.name.to_lowercase());
        listed
    }

    /// The id of the open workspace; listens to it.
    pub fn workspace(self) -> String {
        self.workspace.get()
    }

    /// Saves the open workspace and opens another stored one.
    pub fn switch(self, workspace: String) {
        self.save_now();
        let opened = open(self.storage, workspace);
        self.show(opened);
    }

    /// Saves the open workspace and starts a new one with this document.
    pub fn start_new(self, document: Option<Document>) {
        self.save_now();
        let mut opened = blank(None);
        // Only an edit is kept: a base that differs makes the next save write it.
        let document = document.unwrap_or_else(|| std::mem::take(&mut opened.document));
        let is_blank = document.is_blank();
        opened.document = document;
        self.show(opened);
        if !is_blank {
            self.state.update_value(|state| state.base = Document::default());
            self.save_now();
        }
    }

    /// Takes the open workspace out of the browser and starts a blank one; hands out the way back.
    pub fn remove_current(self) -> Option<impl Fn() + 'static> {
        self.save_now();
        let (key, workspace) = (self.key(), self.workspace.get_untracked());
        let text = self.storage.read(&key)?;
        self.storage.remove(&key);
        self.storage.remove(CURRENT);
        self.show(blank(None));
        Some(move || match self.storage.write(&key, &text) {
            Ok(()) => self.switch(workspace.clone()),
            Err(_) => self.trouble.set(Some(Trouble {
                message: "There is no room to bring the workspace back. Download it as a file.".into(),
                text: text.clone(),
            })),
        })
    }

    fn show(self, opened: Opened) {
        self.filed.set(self.storage.read(&format!("{FILED}{}", opened.workspace)));
        self.trouble.set(opened.trouble);
        self.conflicts.set(Vec::new());
        if self.storage == Storage::Browser {
            self.kept.set(Kept::Here);
            if opened.revision > 0 {
                // Failing to note which was open last costs a choice from a list at the next visit.
                let _ = self.storage.write(CURRENT, &opened.workspace);
            }
        }
        self.workspace.set(opened.workspace);
        self.state.update_value(|state| {
            state.base = opened.document.clone();
            state.revision = opened.revision;
        });
        self.live.open(opened.document);
    }

    /// Notes that the workspace has been saved to a file today.
    pub fn filed_today(self) {
        let today = evencost_core::date::iso(clock::today());
        // The reminder may come again where nothing can be kept; the file is there all the same.
        let _ = self.storage.write(&format!("{FILED}{}", self.workspace.get_untracked()), &today);
        self.filed.set(Some(today));
    }

    /// The workspace as a file.
    pub fn file_text(self) -> String {
        self.live.peek(json::write)
    }
}
