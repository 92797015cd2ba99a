//! Who weighs on this device: at most one person a division, remembered between visits.

use evencost_core::document::{Document, List};
use evencost_core::id::{DivisionId, RaterId};
use leptos::prelude::*;

use crate::live::Live;
use crate::ports::storage::Storage;

/// Under this key stand the ids of the people, of whatever workspace, the last chosen one at the end.
const KEY: &str = "evencost:weighers";
/// So many are remembered.
const MOST: usize = 50;

/// The people who weigh here.
#[derive(Clone, Copy)]
pub(super) struct Weigher {
    live: Live,
    storage: Storage,
    chosen: RwSignal<Vec<RaterId>>,
}

impl Weigher {
    pub(super) fn new() -> Self {
        let storage = Storage::probe();
        let kept = storage.read(KEY).unwrap_or_default();
        let chosen = kept.split(' ').filter_map(|id| id.parse().ok()).collect();
        Self { live: expect_context(), storage, chosen: RwSignal::new(chosen) }
    }

    /// The person who weighs for the division; listens.
    pub(super) fn of(self, division: DivisionId) -> Option<RaterId> {
        self.live.order(List::Raters);
        let chosen = self.chosen.get();
        self.live.peek(|document| chosen.into_iter().rev().find(|id| is_of(document, *id, division)))
    }

    /// This person weighs from now on, for their division.
    pub(super) fn choose(self, division: DivisionId, rater: RaterId) {
        self.replace(division, Some(rater));
    }

    /// Nobody weighs for the division until somebody is chosen.
    pub(super) fn leave(self, division: DivisionId) {
        self.replace(division, None);
    }

    fn replace(self, division: DivisionId, rater: Option<RaterId>) {
        self.chosen.update(|chosen| {
            self.live.peek(|document| chosen.retain(|id| !is_of(document, *id, division)));
            chosen.extend(rater);
            let old = chosen.len().saturating_sub(MOST);
            chosen.drain(..old);
        });
        let ids: Vec<String> = self.chosen.with_untracked(|chosen| chosen.iter().map(ToString::to_string).collect());
        // Where it cannot be kept, people choose their name again at the next visit.
        let _ = self.storage.write(KEY, &ids.join(" "));
    }
}

fn is_of(document: &Document, rater: RaterId, division: DivisionId) -> bool {
    document.rater(rater).is_some_and(|row| row.division == division)
}
