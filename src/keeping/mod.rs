//! Keeping workspaces in the browser: autosave, several workspaces, two tabs, and what can go wrong.

mod envelope;
pub mod looked_at;
mod view;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::time::Duration;

use evencost_core::document::{Division, Document};
use evencost_core::edit::{self, Edit, apply};
use evencost_core::id::{Id, Ids};
use evencost_core::merge::{merge, merge_files};
use evencost_core::text::json;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::live::Live;
use crate::parts::Notices;
use crate::ports::place::{self, Whose};
use crate::ports::storage::{Storage, WriteError};
use crate::ports::{clock, random};
use envelope::{Content, Envelope, Stamp};

pub use view::{
    Conflicts, ConflictsView, KeepingStatus, TroubleView, Workspaces, WorkspacesDialog, describe, in_words,
};

/// The workspace that was open last.
const CURRENT: &str = "evencost:current";
/// Before the id of each workspace.
const WORKSPACE: &str = "evencost:workspace:";
/// Before the id of a workspace that could not be read.
const BACKUP: &str = "evencost:backup:";
/// The workspace that holds the example.
const EXAMPLE: &str = "evencost:example";
/// The least pause after the last change before saving, in milliseconds.
const PAUSE: f64 = 300.0;
/// Saving may take this part of the time: a save of 50 ms waits for a second of rest.
const REST: f64 = 20.0;

/// What is kept beside a workspace, under a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The day on which it was last saved to a file.
    Filed,
    /// The links that were sent from it.
    Sent,
    /// The link that it was made of.
    Received,
    /// How far its meeting is.
    Meeting,
    /// How far the talk is that is being held.
    Talk,
}

impl Beside {
    const ALL: [Self; 5] = [Self::Filed, Self::Sent, Self::Received, Self::Meeting, Self::Talk];

    /// Before the id of the workspace.
    fn prefix(self) -> &'static str {
        match self {
            Self::Filed => "evencost:filed:",
            Self::Sent => "evencost:sent:",
            Self::Received => "evencost:received:",
            Self::Meeting => "evencost:meeting:",
            Self::Talk => "evencost:talk:",
        }
    }

    fn key(self, workspace: &str) -> String {
        [self.prefix(), workspace].concat()
    }
}

/// A document that is looked at and not kept: it came by a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Guest {
    /// The fragment of the link.
    pub link: String,
    /// It holds what only a newer version of the program knows, so it is not kept.
    pub is_newer: bool,
    /// The person's own workspace where it lies beside that, to be compared with it.
    pub own: Option<Document>,
    /// The workspace that was open before.
    before: String,
}

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
    /// Not: a newer program has written this workspace since it was opened, which is not to be overwritten.
    Newer,
    /// Not: it came by a link and is only looked at.
    Guest,
    /// Not until the next change: another tab has removed the workspace.
    Removed,
    /// Not yet: the page that this one is embedded in has not taken it.
    Waiting,
    /// That page has it, and has not said that it keeps it.
    Given,
    /// That page keeps it.
    Taken,
}

/// A workspace in the list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its name; may be empty.
    pub name: String,
    /// The names of its divisions, to tell it by where it has no name itself.
    pub divisions: String,
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
    whose: Whose,
    /// Gives a document, as JSON, to the page that keeps it.
    give: StoredValue<Option<fn(&str)>>,
    /// The id of the open workspace.
    workspace: RwSignal<String>,
    kept: RwSignal<Kept>,
    trouble: RwSignal<Option<Trouble>>,
    conflicts: RwSignal<Vec<Edit>>,
    /// Counts what was put beside the workspaces.
    beside: RwSignal<u32>,
    /// What there was no room for beside a workspace, by its key, until the page is left.
    held: StoredValue<BTreeMap<String, String>>,
    /// What is looked at and not kept.
    guest: RwSignal<Option<Guest>>,
    /// The workspace that was open before the example.
    before_example: RwSignal<Option<String>>,
    state: StoredValue<State>,
}

/// How many documents before the last one are remembered, for saves that cross those of another tab.
const EARLIER: usize = 8;

/// What this tab last read or wrote.
struct State {
    base: Document,
    /// Of the save that `base` was read from or written with.
    stamp: Stamp,
    /// The highest revision of any save that this tab knows.
    revision: u64,
    /// The bases before this one with their revisions, the oldest first.
    earlier: Vec<(u64, Document)>,
    /// The base and its stamp before another tab removed the workspace, which may bring it back.
    removed: Option<(Document, Stamp)>,
    /// This page's random name.
    writer: u64,
    /// How long the last save took, in milliseconds.
    took: f64,
    timer: Option<TimeoutHandle>,
}

impl State {
    fn new(document: Document, stamp: Stamp) -> Self {
        let revision = stamp.revision;
        let writer = random::replica().bits();
        Self { base: document, stamp, revision, earlier: Vec::new(), removed: None, writer, took: 0.0, timer: None }
    }

    /// Another document has been read or written with that stamp.
    fn renew(&mut self, document: Document, stamp: Stamp) {
        let before = std::mem::replace(&mut self.base, document);
        self.earlier.push((self.stamp.revision, before));
        if self.earlier.len() > EARLIER {
            self.earlier.remove(0);
        }
        self.stamp = stamp;
        self.removed = None;
        self.revision = self.revision.max(stamp.revision);
    }

    /// The document that a save of that revision was made from: mostly the base, and where the save crossed one of
    /// this tab's, what was there before it.
    fn base_of(&self, revision: u64) -> &Document {
        let crossed = revision <= self.stamp.revision;
        let before = self.earlier.iter().rev().find(|(earlier, _)| crossed && *earlier < revision);
        before.map_or(&self.base, |(_, document)| document)
    }
}

/// What there was to open.
pub struct Opened {
    document: Document,
    workspace: String,
    stamp: Stamp,
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
    Opened { document, workspace: ids.fresh::<Id>().to_string(), stamp: Stamp::default(), trouble }
}

/// Opens a stored workspace. What cannot be read is moved to a backup key; what a newer program wrote stays.
fn open(storage: Storage, workspace: String) -> Opened {
    let key = format!("{WORKSPACE}{workspace}");
    let Some(text) = storage.read(&key) else { return blank(None) };
    match Envelope::read(&text) {
        Ok(Envelope { content: Content::Document(document), stamp }) => {
            Opened { document: *document, workspace, stamp, trouble: None }
        }
        Ok(Envelope { content: Content::Newer(message), .. }) => {
            let message = format!("{message} It stays as it is; you are looking at a new, empty workspace.");
            blank(Some(Trouble { message, text }))
        }
        Err(problem) => {
            if back_up(storage, &workspace, &text) {
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

/// Puts a text that cannot be read under a key of its own and says whether there was room for it.
fn back_up(storage: Storage, workspace: &str, text: &str) -> bool {
    let keys = std::iter::once(format!("{BACKUP}{workspace}"))
        .chain((2..).map(|number| format!("{BACKUP}{workspace}:{number}")));
    for key in keys {
        match storage.read(&key) {
            Some(kept) if kept == text => return true,
            // An earlier text stays.
            Some(_) => {}
            None => return storage.write(&key, text).is_ok(),
        }
    }
    false
}

thread_local! {
    /// The workspace that is open here, for [`last_kept`]: signals may be out of reach then.
    static OPEN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The open document as it was last kept, as a JSON file; for when the document itself is out of reach. Before there
/// is one, that which was to be opened.
pub fn last_kept() -> Option<String> {
    let storage = Storage::probe();
    let workspace = OPEN.with_borrow(Clone::clone).or_else(|| storage.read(CURRENT))?;
    Envelope::document(&storage.read(&format!("{WORKSPACE}{workspace}"))?)
}

thread_local! {
    /// Keeps the open document, for [`save_all`].
    static KEEPER: Cell<Option<Keeper>> = const { Cell::new(None) };
}

/// Saves, and says whether loading the page again loses nothing; tells the person if it would.
#[wasm_bindgen]
pub fn save_all() -> bool {
    KEEPER.get().is_none_or(Keeper::may_reload)
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
        let whose = place::whose();
        let kept = if storage == Storage::Memory { Kept::NotHere } else { Kept::Here };
        let state = State::new(opened.document, opened.stamp);
        OPEN.set(Some(opened.workspace.clone()));
        let keeper = Self {
            live,
            notices,
            storage,
            whose,
            give: StoredValue::new(None),
            beside: RwSignal::new(0),
            held: StoredValue::new(BTreeMap::new()),
            guest: RwSignal::new(None),
            workspace: RwSignal::new(opened.workspace),
            kept: RwSignal::new(kept),
            trouble: RwSignal::new(opened.trouble),
            conflicts: RwSignal::new(Vec::new()),
            before_example: RwSignal::new(None),
            state: StoredValue::new(state),
        };
        Effect::new(move |_| {
            live.read(|_| ());
            keeper.save_soon();
        });
        keeper.listen();
        KEEPER.set(Some(keeper));
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
            // Without a key, all was cleared.
            let key = event.key();
            let is_beside = |key: &String| Beside::ALL.iter().any(|what| key.starts_with(what.prefix()));
            if key.as_ref().is_none_or(is_beside) {
                self.beside.update(|count| *count += 1);
            }
            if key.is_none_or(|key| key == self.key()) {
                self.hear();
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

    /// Another tab has written or removed the open workspace.
    fn hear(self) {
        let known = self.state.with_value(|state| state.stamp != Stamp::default());
        if known && self.storage.read(&self.key()).is_none() {
            // Only what people change from now on keeps it anew.
            let document = self.live.peek(Clone::clone);
            self.state.update_value(|state| {
                let before = std::mem::replace(&mut state.base, document);
                state.removed = Some((before, std::mem::take(&mut state.stamp)));
                state.earlier.clear();
            });
            self.kept.set(Kept::Removed);
            self.trouble.set(Some(Trouble {
                message: "This workspace has been removed in another tab. Close this one, or go on: what you change \
                          here keeps it after all."
                    .into(),
                text: self.file_text(),
            }));
            return;
        }
        let mut returned = false;
        self.state.update_value(|state| {
            if let Some((base, stamp)) = state.removed.take() {
                (state.base, state.stamp, returned) = (base, stamp, true);
            }
        });
        if returned {
            self.kept.set(Kept::Here);
            self.trouble.set(None);
        }
        match self.meet() {
            Ok(()) if self.is_unchanged() => {}
            Ok(()) => self.save_soon(),
            Err(kept) => self.kept.set(kept),
        }
    }

    fn save_soon(self) {
        if self.is_unchanged() || self.guest.with_untracked(Option::is_some) {
            return;
        }
        if self.storage == Storage::Browser && self.kept.get_untracked() == Kept::Here {
            self.kept.set(Kept::Soon);
        }
        if self.give.get_value().is_some() {
            self.kept.set(Kept::Waiting);
        }
        self.state.update_value(|state| {
            if let Some(timer) = state.timer.take() {
                timer.clear();
            }
            let pause = Duration::from_secs_f64(PAUSE.max(REST * state.took) / 1000.0);
            state.timer = set_timeout_with_handle(move || self.save_now(), pause).ok();
        });
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
        if self.whose != Whose::Own {
            // What is only shown is given to nobody.
            if let Some(give) = self.give.get_value().filter(|_| !self.is_unchanged()) {
                give(&self.hand_over());
            }
            return;
        }
        if self.guest.with_untracked(Option::is_some) {
            return;
        }
        let removed = self.kept.get_untracked() == Kept::Removed;
        let unchanged = self.is_unchanged();
        let kept = match self.meet() {
            Ok(()) if unchanged && removed => return,
            Ok(()) if self.is_unchanged() => Ok(()),
            Ok(()) => self.write(),
            Err(kept) => Err(kept),
        };
        self.kept.set(match kept {
            Ok(()) if self.storage == Storage::Memory => Kept::NotHere,
            Ok(()) => Kept::Here,
            Err(kept) => kept,
        });
        if removed {
            self.trouble.set(None);
        }
    }

    /// Writes the document as the next revision; what other tabs have written has been met before.
    fn write(self) -> Result<(), Kept> {
        let started = clock::milliseconds();
        let document = self.live.peek(Clone::clone);
        let stamp = self.state.with_value(|state| Stamp { revision: state.revision + 1, writer: state.writer });
        let text = Envelope::write(&document, stamp);
        self.storage.write(&self.key(), &text).map_err(|error| match error {
            WriteError::Full => Kept::Full,
            WriteError::Refused => Kept::Refused,
        })?;
        self.note_current();
        self.state.update_value(|state| {
            state.renew(document, stamp);
            state.took = clock::milliseconds() - started;
        });
        Ok(())
    }

    /// Notes which workspace was open last. Failing to costs a choice from a list at the next visit.
    fn note_current(self) {
        let workspace = self.workspace.get_untracked();
        if self.storage.read(CURRENT).as_ref() != Some(&workspace) {
            let _ = self.storage.write(CURRENT, &workspace);
        }
    }

    /// Merges what another tab has written since this one last read or wrote; what cannot be read is put aside, and
    /// the document written in its place.
    ///
    /// # Errors
    /// When what is there must not be overwritten, or could not be replaced.
    fn meet(self) -> Result<(), Kept> {
        let Some(text) = self.storage.read(&self.key()) else { return Ok(()) };
        if Envelope::stamp(&text) == Some(self.state.with_value(|state| state.stamp)) {
            return Ok(());
        }
        let (theirs, stamp) = match Envelope::read(&text) {
            Ok(Envelope { content: Content::Document(theirs), stamp }) => (theirs, stamp),
            Ok(Envelope { content: Content::Newer(_), .. }) => return Err(Kept::Newer),
            Err(problem) => {
                if !back_up(self.storage, &self.workspace.get_untracked(), &text) {
                    return Err(Kept::Full);
                }
                let message = format!(
                    "Another tab or program wrote something here that could not be read ({problem}). It is put \
                     aside and can be downloaded; your workspace goes on as you see it."
                );
                self.trouble.set(Some(Trouble { message, text }));
                // It was written over what is kept here, which may all be saved already.
                return self.write();
            }
        };
        let merged =
            self.state.with_value(|state| self.live.peek(|ours| merge(state.base_of(stamp.revision), ours, &theirs)));
        self.state.update_value(|state| state.renew(*theirs, stamp));
        let changed = !merged.edit.is_empty();
        self.live.absorb(merged.edit);
        if !merged.conflicts.is_empty() {
            self.conflicts.update(|conflicts| conflicts.extend(merged.conflicts));
            self.notices.show("Another tab has changed the same thing differently: choose at the top of the page.");
        } else if changed {
            self.notices.announce("Updated with changes from another tab.");
        }
        Ok(())
    }

    /// The stored workspaces, by name.
    pub fn list(self) -> Vec<Listed> {
        let mut listed: Vec<Listed> = self
            .storage
            .keys(WORKSPACE)
            .into_iter()
            .filter_map(|key| {
                let text = self.storage.read(&key)?;
                let name = Envelope::name(&text).unwrap_or_default();
                let divisions = if name.trim().is_empty() { Envelope::divisions(&text) } else { String::new() };
                Some(Listed { id: key[WORKSPACE.len()..].to_owned(), name, divisions })
            })
            .collect();
        listed.sort_by_key(|listed| (listed.name.to_lowercase(), listed.divisions.to_lowercase()));
        listed
    }

    /// The texts that could not be read and were put aside.
    pub fn unreadable(self) -> Vec<String> {
        self.storage.keys(BACKUP).into_iter().filter_map(|key| self.storage.read(&key)).collect()
    }

    /// The id of the open workspace; listens to it.
    pub fn workspace(self) -> String {
        self.workspace.get()
    }

    /// Saves the open workspace and opens another stored one.
    pub fn switch(self, workspace: &str) {
        if self.may_leave() {
            self.show(open(self.storage, workspace.to_owned()));
        }
    }

    /// Saves the open workspace and starts a new one, with this document or blank.
    ///
    /// Answers whether it could be left.
    pub fn start_new(self, document: Option<Document>) -> bool {
        let may_leave = self.may_leave();
        if may_leave {
            let opened = blank(None);
            match document {
                None => self.show(opened),
                Some(document) => self.show_unkept(Opened { document, ..opened }),
            }
        }
        may_leave
    }

    /// Saves the open workspace and shows a document that came by a link, which is not kept. Answers whether the open
    /// one could be left.
    pub fn show_guest(self, document: Document, link: String, is_newer: bool) -> bool {
        let guest = self.guest.get_untracked();
        let may_leave = self.may_leave();
        if may_leave {
            let before = guest.map_or_else(|| self.workspace.get_untracked(), |guest| guest.before);
            self.show(Opened { document, ..blank(None) });
            self.receive(Guest { link, is_newer, own: None, before });
        }
        may_leave
    }

    /// Shows a document that is not the person's: what changes is given to the page that keeps it by `give`, if there is
    /// one.
    /// Without a document, it is a blank one.
    pub fn show_embedded(self, document: Option<Document>, give: Option<fn(&str)>) {
        let opened = blank(None);
        let kept = match (&document, give) {
            (_, None) => Kept::Guest,
            // What the page has sent, it has.
            (Some(_), _) => Kept::Taken,
            (None, _) => Kept::Given,
        };
        self.show(match document {
            Some(document) => Opened { document, ..opened },
            None => opened,
        });
        self.give.set_value(give);
        self.kept.set(kept);
    }

    /// From now on gives what changes to that page, or to nobody. What was changed while nobody got it is given up when
    /// somebody does.
    pub fn give_to(self, give: Option<fn(&str)>) {
        self.save_now();
        if give.is_some() && self.give.get_value().is_none() && !self.is_unchanged() {
            self.show_embedded(Some(self.state.with_value(|state| state.base.clone())), give);
        }
        self.give.set_value(give);
    }

    /// The document for the page that keeps it, which has yet to say that it has it.
    pub fn hand_over(self) -> String {
        self.state.update_value(|state| state.base = self.live.peek(Clone::clone));
        self.kept.set(Kept::Waiting);
        self.file_text()
    }

    /// That page has said what it does with what was handed over last.
    pub fn handed(self, kept: Kept) {
        if self.is_unchanged() {
            self.kept.set(kept);
        }
    }

    /// How the last change is kept; listens.
    pub fn kept(self) -> Kept {
        self.kept.get()
    }

    /// Whether workspaces of the person's own are kept here.
    pub fn is_own(self) -> bool {
        self.whose == Whose::Own
    }

    /// Lays the guest beside the person's own workspace; neither is changed.
    pub fn lay_beside(self, compose: impl FnOnce(&Document, &Document) -> Document) {
        let Some(guest) = self.guest.get_untracked() else { return };
        let own = self.own().unwrap_or_default();
        let document = self.live.peek(|theirs| compose(&own, theirs));
        self.show(Opened { document, ..blank(None) });
        self.receive(Guest { own: Some(own), ..guest });
    }

    fn receive(self, guest: Guest) {
        looked_at::note(&guest.link);
        self.guest.set(Some(guest));
        self.kept.set(Kept::Guest);
    }

    /// What is looked at and not kept; listens.
    pub fn guest(self) -> Option<Guest> {
        self.guest.get()
    }

    /// Whether the guest has been changed since it came; listens.
    pub fn is_guest_changed(self) -> bool {
        self.live.read(|_| ());
        self.guest.with(Option::is_some) && !self.is_unchanged()
    }

    /// The person's own document while a guest is shown.
    pub fn own(self) -> Option<Document> {
        let before = self.guest.with_untracked(|guest| guest.as_ref().map(|guest| guest.before.clone()))?;
        // Only looked at: what cannot be read stays where it is.
        match Envelope::read(&self.storage.read(&[WORKSPACE, &before].concat())?).ok()?.content {
            Content::Document(own) => Some(*own),
            Content::Newer(_) => None,
        }
    }

    /// Keeps the guest: as a workspace of its own, or what lies beside the person's own in that one.
    pub fn keep_guest(self) {
        let Some(guest) = self.guest.get_untracked() else { return };
        let document = self.live.peek(Clone::clone);
        if let Some(base) = guest.own {
            self.show(open(self.storage, guest.before));
            // Another tab may have gone on with it.
            let merged = self.live.peek(|own| merge(&base, own, &document));
            self.notices.edit(self.live, merged.edit, "Kept in your own workspace.");
            self.conflicts.set(merged.conflicts);
            // A workspace that was blank until now is kept under this name.
            self.save_now();
        } else {
            self.show_unkept(Opened { document, ..blank(None) });
        }
    }

    /// Goes back from the guest to what was open before.
    pub fn leave_guest(self) {
        if let Some(guest) = self.guest.get_untracked() {
            self.show(open(self.storage, guest.before));
        }
    }

    /// Merges another version of the open workspace into it, as from a file that was saved elsewhere; what differs is to
    /// be chosen at the top of the page.
    pub fn merge_file(self, theirs: &Document) {
        let merged = self.live.peek(|ours| merge_files(ours, theirs));
        let told = match (merged.edit.is_empty(), merged.conflicts.is_empty()) {
            (true, true) => "There is nothing in the file that is not here already.",
            (_, true) => "The file is merged into this workspace.",
            (_, false) => "The file is merged. Where it differs, choose at the top of the page.",
        };
        if merged.edit.is_empty() {
            self.notices.show(told);
        } else {
            self.notices.edit(self.live, merged.edit, told);
        }
        self.conflicts.update(|conflicts| {
            for conflict in merged.conflicts {
                if !conflicts.contains(&conflict) {
                    conflicts.push(conflict);
                }
            }
        });
    }

    /// What is kept beside the open workspace; listens.
    pub fn beside(self, what: Beside) -> Option<String> {
        self.beside.track();
        let key = what.key(&self.workspace.get());
        self.held.with_value(|held| held.get(&key).cloned()).or_else(|| self.storage.read(&key))
    }

    /// Keeps something beside the open workspace, and that with it, blank as it may be. Beside a guest nothing is kept;
    /// where there is no room, it is held until the page is left.
    pub fn put_beside(self, what: Beside, text: &str) {
        if !self.is_own() || self.guest.with_untracked(Option::is_some) {
            return;
        }
        let is_new = self.state.with_value(|state| state.stamp == Stamp::default() && state.removed.is_none());
        if is_new {
            // Should that fail, the next save says so.
            let _ = self.write();
        }
        let key = what.key(&self.workspace.get_untracked());
        // Nothing is kept beside what is not there.
        let is_kept = self.storage.read(&self.key()).is_some() && self.storage.write(&key, text).is_ok();
        self.held.update_value(|held| {
            if is_kept {
                held.remove(&key);
            } else {
                held.insert(key, text.to_owned());
            }
        });
        self.beside.update(|count| *count += 1);
    }

    /// Forgets what is kept beside the open workspace.
    pub fn drop_beside(self, what: Beside) {
        let key = what.key(&self.workspace.get_untracked());
        self.storage.remove(&key);
        self.held.update_value(|held| drop(held.remove(&key)));
        self.beside.update(|count| *count += 1);
    }

    /// What is kept beside each workspace, with the workspace's id.
    pub fn each_beside(self, what: Beside) -> Vec<(String, String)> {
        let keys = self.storage.keys(what.prefix()).into_iter();
        let all = keys.filter_map(|key| Some((key[what.prefix().len()..].to_owned(), self.storage.read(&key)?)));
        all.filter(|(workspace, _)| self.storage.read(&[WORKSPACE, workspace].concat()).is_some()).collect()
    }

    /// Saves the open workspace and opens the example in one of its own: the one that it has already, else a
    /// new one with this document.
    pub fn show_example(self, example: impl FnOnce() -> Document) {
        let here = self.workspace.get_untracked();
        let kept = self.storage.read(EXAMPLE).filter(|id| self.storage.read(&format!("{WORKSPACE}{id}")).is_some());
        if kept.as_ref() == Some(&here) || !self.may_leave() {
            return;
        }
        self.before_example.set(Some(here));
        match kept {
            Some(id) => self.show(open(self.storage, id)),
            None => {
                let opened = Opened { document: example(), ..blank(None) };
                // Without the note, it is shown like any other workspace.
                let _ = self.storage.write(EXAMPLE, &opened.workspace);
                self.show_unkept(opened);
            }
        }
    }

    /// Whether the example is open; listens to which workspace is.
    pub fn is_example(self) -> bool {
        Some(self.workspace.get()) == self.storage.read(EXAMPLE)
    }

    /// Leads from the example to the person's own: what was open before it, else any other workspace, else a
    /// blank one.
    pub fn leave_example(self) {
        let example = self.workspace.get_untracked();
        let stored = self.storage.keys(WORKSPACE);
        let mut own = stored.iter().map(|key| key[WORKSPACE.len()..].to_owned()).filter(|id| *id != example);
        let before = self.before_example.get_untracked().filter(|before| own.clone().any(|id| id == *before));
        match before.or_else(|| own.next()) {
            Some(id) => self.switch(&id),
            None => drop(self.start_new(None)),
        }
    }

    /// Takes the open workspace out of the browser and starts a blank one; offers the way back.
    pub fn remove_current(self) {
        if self.guest.with_untracked(Option::is_some) {
            return self.leave_guest();
        }
        self.save_now();
        if self.kept.get_untracked() == Kept::Newer {
            self.notices.show(
                "It is not removed: a newer version of Evencost has written it, and only that one can show what \
                 would be lost.",
            );
            return;
        }
        let (key, workspace) = (self.key(), self.workspace.get_untracked());
        let nothing = self.storage.read(&key).is_none() && self.live.peek(Document::is_blank);
        // Not what is kept: that may be older where there is no room.
        let stamp = self.state.with_value(|state| state.stamp);
        let text = self.live.peek(|document| Envelope::write(document, stamp));
        if nothing {
            self.notices.show("There is nothing kept of this workspace yet.");
            return;
        }
        let beside = Beside::ALL.map(|what| what.key(&workspace));
        let beside: Vec<_> = beside.into_iter().filter_map(|key| Some((self.storage.read(&key)?, key))).collect();
        self.storage.remove(&key);
        for (_, key) in &beside {
            self.storage.remove(key);
        }
        // Another tab may have opened another one since.
        if self.storage.read(CURRENT).as_ref() == Some(&workspace) {
            self.storage.remove(CURRENT);
        }
        self.show(blank(None));
        self.notices.show_with("The workspace is removed from this device.", "Undo", move || {
            // Another tab may have kept it all the same, and newer.
            if self.storage.read(&key).is_some() || self.storage.write(&key, &text).is_ok() {
                for (text, key) in &beside {
                    // The workspace itself is back.
                    let _ = self.storage.write(key, text);
                }
                self.switch(&workspace);
            } else {
                self.trouble.set(Some(Trouble {
                    message: "There is no room to bring the workspace back. Download it as a file.".into(),
                    text: text.clone(),
                }));
            }
        });
    }

    /// Saves, and says whether the open workspace can be left without losing anything; tells the person if not.
    fn may_leave(self) -> bool {
        self.save_now();
        if !self.is_own() {
            self.notices.show("Here there is only this one: open Evencost in a page of its own for others.");
            return false;
        }
        let is_guest = self.guest.with_untracked(Option::is_some);
        let safe = is_guest || self.is_unchanged() || self.live.peek(Document::is_blank);
        if !safe {
            self.notices.show("This workspace is not saved, so it stays open. Save it as a file first.");
        }
        safe
    }

    /// Saves, and says whether the page can be loaded again without losing anything; tells the person if not.
    fn may_reload(self) -> bool {
        self.save_now();
        let is_blank = self.live.peek(Document::is_blank);
        let safe = is_blank || self.is_unchanged() && self.storage == Storage::Browser;
        if !safe {
            self.notices.show("What you see is not saved on this device. Save it as a file first, then reload.");
        }
        safe
    }

    /// Shows a document that nothing has kept yet, and keeps it.
    fn show_unkept(self, opened: Opened) {
        self.show(opened);
        self.state.update_value(|state| state.base = Document::default());
        self.save_now();
    }

    fn show(self, opened: Opened) {
        // What could be undone belonged to the workspace before.
        self.notices.withdraw_step();
        if self.guest.with_untracked(Option::is_some) {
            looked_at::forget();
        }
        self.guest.set(None);
        self.trouble.set(opened.trouble);
        self.conflicts.set(Vec::new());
        OPEN.set(Some(opened.workspace.clone()));
        self.workspace.set(opened.workspace);
        self.kept.set(if self.storage == Storage::Browser { Kept::Here } else { Kept::NotHere });
        if self.storage == Storage::Browser && opened.stamp != Stamp::default() {
            self.note_current();
        }
        self.state.update_value(|state| {
            let writer = state.writer;
            let timer = state.timer.take();
            *state = State { writer, timer, ..State::new(opened.document.clone(), opened.stamp) };
        });
        self.live.open(opened.document);
    }

    /// Notes that the workspace has been saved to a file today.
    pub fn filed_today(self) {
        let today = evencost_core::date::iso(clock::today());
        self.put_beside(Beside::Filed, &today);
    }

    /// The workspace as a file.
    pub fn file_text(self) -> String {
        self.live.peek(json::write)
    }
}
