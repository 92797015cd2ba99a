//! What the room may see: people weigh blind, and the room reveals together.
//!
//! Blind protects people who are still to weigh from those who already did, and nobody knows who is still to
//! come: so what is answered is hidden until the result is shown, by a person alone as by a room. How many have
//! weighed is never hidden; a person always sees their own answers ([`own_result`](super::own_result)).

use crate::document::{DecisionKey, Document, Key, Outcome, Stance, StanceKey};
use crate::edit::{self, Edit};
use crate::id::{DivisionId, RaterId, RequestId, ValueId};

use super::answers::has_weighed;
use super::goods::Goods;
use super::result::{Weighed, result_with};
use super::standing::View;

/// How far the division's people are with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many have weighed it: answered all of their questions.
    pub weighed: usize,
    /// How many there are.
    pub people: usize,
}

/// What the room may see of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Everything.
    Open(Weighed),
    /// That people weigh, and how many have.
    Blind(Progress),
}

impl Shown {
    /// What is shown; `None` while blind.
    pub fn open(&self) -> Option<&Weighed> {
        match self {
            Self::Open(weighed) => Some(weighed),
            Self::Blind(_) => None,
        }
    }
}

/// What one person says who chose to be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who.
    pub rater: RaterId,
    /// Their name, never empty.
    pub name: String,
    /// What they say.
    pub view: View,
}

/// What the room may see of the request as the division weighs it.
pub fn shown(document: &Document, request: RequestId, division: DivisionId) -> Shown {
    shown_with(&Goods::of(document), request, division)
}

/// [`shown`], for many requests of one document.
pub(super) fn shown_with(goods: &Goods<'_>, request: RequestId, division: DivisionId) -> Shown {
    let document = goods.document();
    if is_visible_to_the_room(document, DecisionKey { request, division }) {
        Shown::Open(result_with(goods, request, division))
    } else {
        Shown::Blind(progress(document, request, division))
    }
}

/// What the person who weighs is to see of the request beside their questions. What was shown before they came stays
/// hidden there where others answered and they have not, as long as nothing is decided: else they would not weigh
/// blind. Lists and tables are the room's.
pub fn shown_to(document: &Document, key: DecisionKey, rater: Option<RaterId>) -> Shown {
    let DecisionKey { request, division } = key;
    let has_answered = |value, rater| document.stance(StanceKey { request, value, rater }).and_then(View::of).is_some();
    let is_open = document.decision(key).is_none_or(|decision| decision.outcome == Outcome::Open);
    match (shown(document, request, division), rater) {
        (Shown::Open(weighed), Some(rater)) if is_open => {
            let mut others = weighed.rows.iter().filter(|row| row.tally.people() > 0);
            if others.all(|row| has_answered(row.value, rater)) {
                Shown::Open(weighed)
            } else {
                Shown::Blind(progress(document, request, division))
            }
        }
        (shown, _) => shown,
    }
}

/// Whether the room may see what the division's people answered.
pub fn is_visible_to_the_room(document: &Document, key: DecisionKey) -> bool {
    let is_answer = |stance: &Stance| {
        View::of(stance).is_some()
            && document.rater(stance.key.rater).is_some_and(|rater| rater.division == key.division)
            && document.value(stance.key.value).is_some_and(|v| v.division == key.division && v.is_in_play())
    };
    document.is_revealed(key) || !document.stances_on(key.request).any(is_answer)
}

/// Somebody takes up weighing the request: what others answered goes out of their sight, if it was shown.
pub fn hide(document: &Document, key: DecisionKey) -> Edit {
    edit::remove(document, &Key::Reveal(key))
}

/// How far the division's people are with the request.
pub fn progress(document: &Document, request: RequestId, division: DivisionId) -> Progress {
    let weighed = document.raters_of(division).filter(|rater| has_weighed(document, request, rater.id)).count();
    Progress { weighed, people: document.raters_of(division).count() }
}

/// What people say of the value who chose that their name may stand beside their answer, in the raters'
/// order; nothing while the room may not see it.
pub fn voices(document: &Document, request: RequestId, value: ValueId) -> Vec<Voice> {
    let Some(division) = document.value(value).map(|value| value.division) else { return Vec::new() };
    if !is_visible_to_the_room(document, DecisionKey { request, division }) {
        return Vec::new();
    }
    document
        .raters_of(division)
        .filter(|rater| rater.named && !rater.name.trim().is_empty())
        .filter_map(|rater| {
            let key = StanceKey { request, value, rater: rater.id };
            let view = document.stance(key).and_then(View::of)?;
            Some(Voice { rater: rater.id, name: rater.name.trim().to_owned(), view })
        })
        .collect()
}
