//! Who weighs on this device: at most one person a division, remembered between visits; and how it passes from one
//! to the next, who must not see what the one before answered.

use evencost_core::document::{DecisionKey, Document, List};
use evencost_core::id::{DivisionId, RaterId};
use evencost_core::weigh::{Progress, has_weighed, hide, progress};
use leptos::prelude::*;

use super::sheet::tick_id;
use crate::app;
use crate::live::Live;
use crate::parts::Notices;
use crate::ports::storage::Storage;

/// Under this key stand the ids of the people, of whatever workspace, the last chosen one at the end.
const KEY: &str = "evencost:weighers";
/// So many are remembered.
const MOST: usize = 50;

/// The people who weigh here.
#[derive(Clone, Copy)]
pub(super) struct Weigher {
    live: Live,
    notices: Notices,
    storage: Storage,
    /// The request that is opened next was just added, to be weighed.
    pub(super) begins: RwSignal<bool>,
    /// The device goes from one person to the next.
    passed: RwSignal<bool>,
    chosen: RwSignal<Vec<RaterId>>,
}

impl Weigher {
    pub(super) fn new() -> Self {
        let storage = Storage::probe();
        let kept = storage.read(KEY).unwrap_or_default();
        let chosen = kept.split(' ').filter_map(|id| id.parse().ok()).collect();
        Self {
            live: expect_context(),
            notices: expect_context(),
            storage,
            begins: RwSignal::new(false),
            passed: RwSignal::new(false),
            chosen: RwSignal::new(chosen),
        }
    }

    /// The person who weighs for the division; listens.
    pub(super) fn of(self, division: DivisionId) -> Option<RaterId> {
        self.live.order(List::Raters);
        let chosen = self.chosen.get();
        self.live.peek(|document| chosen.into_iter().rev().find(|id| is_of(document, *id, division)))
    }

    /// This person weighs from now on. What others answered goes out of the sight of whoever has not weighed yet.
    pub(super) fn choose(self, key: DecisionKey, rater: RaterId) {
        self.replace(key.division, Some(rater));
        if !self.live.peek(|document| has_weighed(document, key.request, rater)) {
            self.live.change(|document| hide(document, key));
        }
        self.focus(key);
    }

    /// Another person is to weigh, who must not see what was answered so far.
    pub(super) fn next(self, key: DecisionKey) {
        self.passed.set(true);
        self.replace(key.division, None);
        self.live.change(|document| hide(document, key));
        // It also takes the place of what was said last, which may be an answer.
        self.notices.show("All answers are hidden until you show the result.");
        self.focus(key);
    }

    /// A request was just added, to be weighed. While the device is passed round, whoever holds it is asked who they are, and
    /// not taken for whoever weighed last.
    pub(super) fn begin(self, key: DecisionKey) {
        self.begins.set(false);
        if self.passed.get_untracked() {
            self.leave(key.division);
        }
        self.focus(key);
    }

    /// Puts the focus where weighing goes on: on the first value, or on who weighs.
    pub(super) fn focus(self, key: DecisionKey) {
        let DecisionKey { request, division } = key;
        let rater = untrack(move || self.of(division));
        let to = self.live.peek(|document| {
            let first = document.values_in_play(division).next()?;
            match rater {
                Some(rater) if has_weighed(document, request, rater) => Some("weighed".to_owned()),
                Some(rater) if document.stances_on(request).any(|stance| stance.key.rater == rater) => None,
                Some(_) => Some(tick_id(first.id)),
                // Where all have answered, it is somebody new.
                None => {
                    let Progress { weighed, people } = progress(document, request, division);
                    (weighed == people).then(|| "person-name".to_owned())
                }
            }
        });
        app::focus(to.as_deref().unwrap_or("weighing"));
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

/// Has this person weigh from the next visit to the screen on.
pub fn remember(rater: RaterId) {
    let storage = Storage::probe();
    let kept = storage.read(KEY).unwrap_or_default();
    // As in choosing by hand, where it cannot be kept.
    let _ = storage.write(KEY, [&kept, " ", &rater.to_string()].concat().trim());
}

fn is_of(document: &Document, rater: RaterId, division: DivisionId) -> bool {
    document.rater(rater).is_some_and(|row| row.division == division)
}
