//! Decisions about wordings that nobody uses any more, and carrying them over to the new ones.

use std::collections::BTreeSet;

use crate::document::{Document, Key, Place, SameGood, Wording, WordingPair};
use crate::edit::{self, Edit};
use crate::good::{Good, wordings};
use crate::id::ValueId;

/// A decision that matches nothing, since one or both of its wordings are gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Its key.
    pub pair: WordingPair,
    /// What it says.
    pub same: bool,
    /// The wordings that are gone.
    pub gone: Vec<Gone>,
}

/// A wording that stands in no value any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The wording.
    pub wording: Wording,
    /// Wordings that may have taken its place: up to three that have a word in common with it, most first.
    pub candidates: Vec<String>,
}

/// How many wordings are offered in place of one that is gone.
const CANDIDATES: usize = 3;

/// The decisions that match nothing any more.
pub fn stale(document: &Document) -> Vec<Stale> {
    if document.same_goods().next().is_none() {
        return Vec::new();
    }
    let present = Present::of(document);
    let stale = |row: &SameGood| {
        let gone = row.pair.wordings().into_iter().filter(|wording| !present.has(wording));
        let gone = gone.map(|wording| Gone { wording: wording.clone(), candidates: present.near(wording, &row.pair) });
        Stale { pair: row.pair.clone(), same: row.same, gone: gone.collect() }
    };
    document.same_goods().map(stale).filter(|stale| !stale.gone.is_empty()).collect()
}

/// Carries a decision over from a wording that is gone to another. Where there is a decision about that one
/// already, it stays and the stale one goes. Empty when the decision does not hold the wording.
pub fn carry_over(document: &Document, pair: &WordingPair, gone: &Wording, to: &str) -> Edit {
    let kept = match pair.wordings() {
        [a, b] if a == gone => b,
        [a, b] if b == gone => a,
        _ => return Edit::default(),
    };
    let Some(decision) = document.same_good(pair) else { return Edit::default() };
    let renewed = WordingPair::new(kept.clone(), Wording { text: to.trim().to_owned(), of: gone.of });
    let removal = edit::remove(document, &Key::SameGood(pair.clone()));
    let [one, other] = renewed.wordings();
    if one == other || document.same_good(&renewed).is_some() {
        return removal;
    }
    removal.then(edit::append(document, SameGood { pair: renewed, same: decision.same }))
}

/// All wordings of a document.
struct Present<'d> {
    all: Vec<(ValueId, Good, &'d str)>,
}

impl<'d> Present<'d> {
    fn of(document: &'d Document) -> Self {
        let values = document.divisions().flat_map(|division| document.values_of(division.id));
        let sides = values.flat_map(|value| Place::BOTH.map(|place| (value.id, value.side(place))));
        let named = sides.flat_map(|(value, side)| wordings(side).into_iter().map(move |words| (value, words)));
        Self { all: named.filter_map(|(value, words)| Some((value, Good::fold(words)?, words))).collect() }
    }

    /// Those that a decision about the wording could be about.
    fn within(&self, wording: &Wording) -> impl Iterator<Item = &(ValueId, Good, &'d str)> {
        self.all.iter().filter(move |(value, ..)| wording.of.is_none_or(|of| of == *value))
    }

    fn has(&self, wording: &Wording) -> bool {
        let folded = Good::fold(&wording.text);
        self.within(wording).any(|(_, good, _)| Some(good) == folded.as_ref())
    }

    fn near(&self, wording: &Wording, pair: &WordingPair) -> Vec<String> {
        let Some(folded) = Good::fold(&wording.text) else { return Vec::new() };
        let words: BTreeSet<&str> = folded.as_str().split(' ').collect();
        let decided: Vec<Option<Good>> = pair.wordings().map(|wording| Good::fold(&wording.text)).into();
        let mut seen = BTreeSet::new();
        let mut near: Vec<(usize, &str)> = self
            .within(wording)
            .filter(|(_, good, _)| !decided.contains(&Some(good.clone())) && seen.insert(good))
            .map(|(_, good, text)| (good.as_str().split(' ').filter(|word| words.contains(word)).count(), *text))
            .filter(|(in_common, _)| *in_common > 0)
            .collect();
        near.sort_by_key(|(in_common, _)| usize::MAX - in_common);
        near.into_iter().take(CANDIDATES).map(|(_, text)| text.to_owned()).collect()
    }
}
