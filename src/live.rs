//! The document as the screens see it: plain data behind fine-grained signals.
//!
//! [`Live`] keeps one trigger for each place of the document ([`Spot`]) that something listens to. An edit
//! goes through the core's one `apply` and notifies just the places that it touched, so typing in one value
//! renders nothing else. Nothing is copied and no part of the document is a signal itself.

use std::cell::Cell;
use std::collections::HashMap;

use evencost_core::document::{Document, FieldName, Key, List, Place, side_text};
use evencost_core::edit::{Applied, Edit, History, Spot, Visit};
use evencost_core::id::{Id, Ids, Replica, ValueId};
use leptos::prelude::*;
use leptos::reactive::traits::{Notify, Track};

/// A handle on the one document that is open; copies mean the same document.
#[derive(Clone, Copy)]
pub struct Live {
    inner: StoredValue<Inner>,
    /// Any change at all.
    any: ArcTriggerHandle,
    /// How many documents have been opened: another number, another document.
    opened: RwSignal<u32>,
}

type ArcTriggerHandle = StoredValue<ArcTrigger>;

struct Inner {
    document: Document,
    history: History,
    ids: Ids,
    listened: HashMap<Spot, ArcTrigger>,
}

impl Live {
    /// Shows a document; rows made here get ids of this replica.
    pub fn new(document: Document, replica: Replica) -> Self {
        let inner = Inner { document, history: History::default(), ids: Ids::new(replica), listened: HashMap::new() };
        Self { inner: StoredValue::new(inner), any: StoredValue::new(ArcTrigger::new()), opened: RwSignal::new(0) }
    }

    /// Reads the document without listening to anything.
    pub fn peek<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.inner.with_value(|inner| read(&inner.document))
    }

    /// Reads the document and listens to every change.
    pub fn read<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.any.with_value(Track::track);
        self.peek(read)
    }

    /// Reads the document and listens to one field, and to whether its row is there.
    pub fn field<T>(self, key: Key, field: FieldName, read: impl FnOnce(&Document) -> T) -> T {
        self.listen(Spot::Field(key.clone(), field));
        self.row(key, read)
    }

    /// Reads the document and listens to whether a row is there.
    pub fn row<T>(self, key: Key, read: impl FnOnce(&Document) -> T) -> T {
        self.listen(Spot::Row(key));
        self.peek(read)
    }

    /// The words of a side of a value, none where there is no such value; listens to them.
    pub fn side(self, value: ValueId, place: Place) -> String {
        self.field(Key::Value(value), side_text(place, String::new()).name(), |document| {
            document.value(value).map(|value| value.side(place).text.clone()).unwrap_or_default()
        })
    }

    /// The ids of a list; listens to it.
    pub fn order(self, list: List) -> Vec<Id> {
        self.listen(Spot::List(list));
        self.peek(|document| document.order(list))
    }

    /// Listens to one place of the document.
    pub fn listen(self, spot: Spot) {
        // The document as a whole may be exchanged for another.
        self.opened.track();
        let trigger = self.inner.try_update_value(|inner| inner.listened.entry(spot).or_default().clone());
        if let Some(trigger) = trigger {
            trigger.track();
        }
    }

    /// Which document is open: changes when another one is opened.
    pub fn opened(self) -> u32 {
        self.opened.get()
    }

    /// An id that no row has.
    pub fn fresh<T: From<Id>>(self) -> T {
        self.inner
            .try_update_value(|inner| inner.ids.fresh())
            .unwrap_or_else(|| T::from(Ids::new(Replica::new(0)).fresh()))
    }

    /// Composes from the present document something that needs fresh ids; changes nothing.
    pub fn with_ids<T: Default>(self, compose: impl FnOnce(&Document, &mut Ids) -> T) -> T {
        self.inner.try_update_value(|inner| compose(&inner.document, &mut inner.ids)).unwrap_or_default()
    }

    /// Makes an edit, to be undone as one.
    pub fn edit(self, edit: Edit) {
        self.edit_during(None, edit);
    }

    /// Makes an edit composed from the present document, to be undone as one.
    pub fn change(self, compose: impl FnOnce(&Document) -> Edit) {
        let edit = self.peek(compose);
        self.edit(edit);
    }

    /// Makes an edit that is undone together with the others of its visit to a field.
    pub fn edit_during(self, visit: Option<Visit>, edit: Edit) {
        if !edit.is_empty() {
            self.update(|inner| Some(inner.history.apply(&mut inner.document, edit, visit)));
        }
    }

    /// Makes an edit, to be undone as one, and hands out what takes it back and what did not fit. An offer to undo
    /// it applies that inverse: it stays right when something else has been done in between.
    pub fn apply(self, edit: Edit) -> Applied {
        self.update(|inner| Some(inner.history.apply(&mut inner.document, edit, None))).unwrap_or_default()
    }

    /// Makes an edit that is nobody's to undo here: another tab made it.
    pub fn absorb(self, edit: Edit) {
        self.update(|inner| Some(evencost_core::edit::apply(&mut inner.document, edit)));
    }

    /// Takes back the last edit; `None` when there is none.
    pub fn undo(self) -> Option<Applied> {
        self.update(|inner| inner.history.undo(&mut inner.document))
    }

    /// Does again what was undone; `None` when there is nothing.
    pub fn redo(self) -> Option<Applied> {
        self.update(|inner| inner.history.redo(&mut inner.document))
    }

    /// Whether there is anything to undo; listens to every change.
    pub fn can_undo(self) -> bool {
        self.any.with_value(Track::track);
        self.inner.with_value(|inner| inner.history.can_undo())
    }

    /// Whether there is anything to redo; listens to every change.
    pub fn can_redo(self) -> bool {
        self.any.with_value(Track::track);
        self.inner.with_value(|inner| inner.history.can_redo())
    }

    /// Opens another document: what could be undone belonged to the one before.
    pub fn open(self, document: Document) {
        self.inner.update_value(|inner| {
            inner.document = document;
            inner.history = History::default();
            inner.listened.clear();
        });
        self.opened.update(|count| *count += 1);
        self.any.with_value(Notify::notify);
    }

    /// A copy of the document for when the program dies; `None` while it is in the middle of a change, when
    /// even asking for it would be the end.
    pub fn rescue(self) -> Option<Document> {
        if CHANGING.get() { None } else { self.inner.try_with_value(|inner| inner.document.clone()) }
    }

    /// Changes the document, then tells those who listen to what was touched.
    fn update(self, change: impl FnOnce(&mut Inner) -> Option<Applied>) -> Option<Applied> {
        CHANGING.set(true);
        let applied = self.inner.try_update_value(|inner| {
            let applied = change(inner)?;
            let spots = applied.inverse.touches();
            let triggers: Vec<ArcTrigger> = spots.filter_map(|spot| inner.listened.get(&spot).cloned()).collect();
            Some((triggers, applied))
        });
        CHANGING.set(false);
        let (triggers, applied) = applied.flatten()?;
        for trigger in triggers {
            trigger.notify();
        }
        self.any.with_value(Notify::notify);
        Some(applied)
    }
}

thread_local! {
    /// Whether a document is being changed at this moment; a panic meanwhile leaves it locked.
    static CHANGING: Cell<bool> = const { Cell::new(false) };
}
