//! What a survey knows of a division beforehand.

use crate::compare::index::{Indexed, Stand};
use crate::compare::lists::Lists;
use crate::compare::same::GoodId;

use super::held::NO_WORDING;

/// A division, and the wordings of its goods, by their places among all wordings.
#[derive(Debug)]
pub(super) struct Sided<'i, 'd> {
    pub(super) indexed: &'i Indexed<'d>,
    /// The wording of each of its goods, by their numbers.
    pub(super) good_wordings: Vec<u32>,
    /// The first wording on each side of each value, [`NO_WORDING`] on one that names no good.
    pub(super) firsts: Vec<[u32; 2]>,
    /// All wordings on the sides of the values: those of what each pursues, then of what it costs.
    pub(super) wordings: Lists<u32>,
    /// Whether each side names but one good.
    pub(super) is_plain: bool,
    /// For each good the others that a value trades for it.
    pub(super) traded: Lists<u32>,
}

impl<'i, 'd> Sided<'i, 'd> {
    /// `good_wordings` are those of its goods, by their numbers.
    pub(super) fn new(indexed: &'i Indexed<'d>, good_wordings: Vec<u32>) -> Self {
        let goods = &indexed.preferences.goods;
        let number = |good: &GoodId| goods.binary_search(good).unwrap_or_default();
        let wording = |good: &GoodId| good_wordings[number(good)];
        let wordings = indexed.values.iter().flat_map(|value| &value.sides).map(|side| side.iter().map(wording));
        // A side without any word names no good.
        let first = |side: &Vec<GoodId>| side.first().map_or(NO_WORDING, wording);
        let firsts = indexed.values.iter().map(|value| value.sides.each_ref().map(first)).collect();
        let traded = (0..goods.len()).map(|good| {
            let others = indexed.stands[good].iter().map(|stand| {
                let other = stand.place.other() as usize;
                &indexed.values[stand.value as usize].sides[other]
            });
            others.flatten().map(|other| number(other) as u32)
        });
        let is_plain = indexed.values.iter().flat_map(|value| &value.sides).all(|side| side.len() == 1);
        Self { indexed, firsts, wordings: wordings.collect(), is_plain, traded: traded.collect(), good_wordings }
    }

    /// The wordings of what a value trades for the good that stands there.
    pub(super) fn across(&self, stand: &Stand) -> &[u32] {
        let (value, place) = (stand.value as usize, stand.place.other() as usize);
        if self.is_plain { std::slice::from_ref(&self.firsts[value][place]) } else { self.wordings(value)[place] }
    }

    /// The wordings on each side of a value.
    pub(super) fn wordings(&self, value: usize) -> [&[u32]; 2] {
        [&self.wordings[2 * value], &self.wordings[2 * value + 1]]
    }
}
