//! The goods of a whole document, looked up once and used for every pair of divisions.

use std::collections::BTreeMap;

use crate::document::{Document, Place};
use crate::id::{DivisionId, ValueId};

use super::chains::Preferences;
use super::kind::Kind;
use super::lists::Lists;
use super::same::{GoodId, Named, Sameness};

/// A value in play, with its goods.
#[derive(Clone, Debug)]
pub(super) struct Entry<'d> {
    pub(super) id: ValueId,
    /// Its place in the division's order.
    pub(super) position: usize,
    /// The goods of each side, ascending, each once.
    pub(super) sides: [Vec<GoodId>; 2],
    /// The goods of each side as written, in their order.
    pub(super) named: [Vec<Named<'d>>; 2],
}

/// A value that says what another of its division says too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The value, which counts no more.
    pub value: ValueId,
    /// The one that counts for both.
    pub kept: ValueId,
    /// The value's place in the division's order of values in play.
    pub(super) position: usize,
}

/// One division's values in play, each wording of a trade once.
#[derive(Clone, Debug)]
pub(super) struct Indexed<'d> {
    pub(super) id: DivisionId,
    /// By id, so that nothing depends on the order in which people keep them.
    pub(super) values: Vec<Entry<'d>>,
    pub(super) twice: Vec<Twin>,
    pub(super) preferences: Preferences,
    /// Where the goods of `preferences` stand, by their numbers.
    pub(super) stands: Lists<Stand>,
}

/// Where a good stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stand {
    pub(super) good: GoodId,
    /// The good's number in the division's preferences.
    pub(super) number: u32,
    /// The value's place among the division's entries.
    pub(super) value: u32,
    pub(super) place: Place,
}

impl<'d> Indexed<'d> {
    /// Takes a division's entries; values that name the same goods on both sides count once.
    pub(super) fn new(id: DivisionId, mut entries: Vec<Entry<'d>>) -> Self {
        entries.sort_unstable_by_key(|entry| entry.id);
        let mut first: BTreeMap<&[Vec<GoodId>; 2], ValueId> = BTreeMap::new();
        let mut twice: Vec<Twin> = Vec::new();
        for entry in entries.iter().filter(|entry| entry.sides.iter().all(|side| !side.is_empty())) {
            let kept = *first.entry(&entry.sides).or_insert(entry.id);
            if kept != entry.id {
                twice.push(Twin { value: entry.id, kept, position: entry.position });
            }
        }
        let mut values = entries;
        let mut twins = twice.iter().peekable();
        values.retain(|entry| twins.next_if(|twin| twin.value == entry.id).is_none());
        let preferences = Preferences::new(values.iter().map(|entry| entry.sides.each_ref().map(Vec::as_slice)));
        let mut stands: Vec<Stand> = Vec::new();
        for (value, entry) in (0..).zip(&values) {
            for place in Place::BOTH {
                stands.extend(entry.sides[place as usize].iter().map(|&good| Stand { good, number: 0, value, place }));
            }
        }
        stands.sort_unstable();
        let mut number = 0;
        let of_good = stands.chunk_by_mut(|one, other| one.good == other.good).map(|stands| {
            stands.iter_mut().for_each(|stand| stand.number = number);
            number += 1;
            stands.iter().copied()
        });
        let stands = of_good.collect();
        Self { id, values, twice, preferences, stands }
    }

    /// Each value in play with its main relation, in the division's order, given that of each entry.
    pub(super) fn main_in_order(&self, main: &[Kind]) -> Vec<(ValueId, Kind)> {
        let entries = self.values.iter().zip(main).map(|(entry, &kind)| (entry.position, entry.id, kind));
        let mut all: Vec<(usize, ValueId, Kind)> = entries.collect();
        for twin in &self.twice {
            let other = all.iter().find(|(_, id, _)| *id == twin.kept).map(|&(_, _, kind)| kind);
            all.extend(other.map(|kind| (twin.position, twin.value, kind)));
        }
        all.sort_unstable();
        all.into_iter().map(|(_, id, kind)| (id, kind)).collect()
    }

    /// The values that contradict each other, one list a knot, each in the division's order.
    pub(super) fn contradicting(&self) -> Vec<Vec<ValueId>> {
        let knot = |values: &Vec<u32>| {
            let mut entries: Vec<&Entry<'_>> = values.iter().map(|&value| &self.values[value as usize]).collect();
            entries.sort_unstable_by_key(|entry| entry.position);
            entries.into_iter().map(|entry| entry.id).collect()
        };
        self.preferences.cycles.iter().map(knot).collect()
    }
}

pub(super) fn distinct(goods: impl Iterator<Item = GoodId>) -> Vec<GoodId> {
    let mut goods: Vec<GoodId> = goods.collect();
    goods.sort_unstable();
    goods.dedup();
    goods
}

/// All that comparing needs to know of a document. Built once, used for all pairs.
#[derive(Debug)]
pub struct Index<'d> {
    pub(super) document: &'d Document,
    pub(super) sameness: Sameness<'d>,
    /// In the document's order.
    pub(super) divisions: Vec<Indexed<'d>>,
    places: BTreeMap<DivisionId, usize>,
}

impl<'d> Index<'d> {
    /// Looks up all goods of all values in play.
    pub fn new(document: &'d Document) -> Self {
        let sameness = Sameness::new(document);
        let divisions: Vec<Indexed<'d>> = document
            .divisions()
            .map(|division| {
                let entries = document.values_in_play(division.id).enumerate().map(|(position, value)| {
                    let named = sameness.sides(value).cloned().unwrap_or_default();
                    let sides = named.each_ref().map(|side| distinct(side.iter().map(|named| named.good)));
                    Entry { id: value.id, position, sides, named }
                });
                Indexed::new(division.id, entries.collect())
            })
            .collect();
        let places = divisions.iter().enumerate().map(|(place, division)| (division.id, place)).collect();
        Self { document, sameness, divisions, places }
    }

    /// Which wordings name the same good.
    pub fn sameness(&self) -> &Sameness<'d> {
        &self.sameness
    }

    pub(super) fn division(&self, id: DivisionId) -> Option<&Indexed<'d>> {
        self.divisions.get(*self.places.get(&id)?)
    }
}
