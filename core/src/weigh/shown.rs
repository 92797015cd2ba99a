//! What the room may see: people weigh blind, and the room reveals together.
//!
//! Blind protects people who still weigh from those who already did. So there is nothing to hide as long as
//! nobody answered, nor behind a single person where nobody else is to come: they are the division's only
//! one, or the division has already decided. How many have weighed is never hidden; a person always sees
//! their own answers ([`own_result`](super::own_result)).

use std::collections::BTreeSet;

use crate::document::{DecisionKey, Document, Outcome, StanceKey};
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

/// Whether the room may see what the division's people answered.
pub fn is_visible_to_the_room(document: &Document, key: DecisionKey) -> bool {
    if document.is_revealed(key) {
        return true;
    }
    let mut answered = BTreeSet::new();
    for stance in document.stances_on(key.request).filter(|stance| View::of(stance).is_some()) {
        let ours = document.rater(stance.key.rater).is_some_and(|rater| rater.division == key.division);
        let in_play = document.value(stance.key.value).is_some_and(|v| v.division == key.division && v.is_in_play());
        if ours && in_play {
            answered.insert(stance.key.rater);
        }
    }
    let decided = || document.decision(key).is_some_and(|decision| decision.outcome != Outcome::Open);
    match answered.len() {
        0 => true,
        1 => decided() || document.raters_of(key.division).count() == 1,
        _ => false,
    }
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
