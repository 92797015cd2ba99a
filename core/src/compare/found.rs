//! The relations of a pair that are worth a line, before anything is said about them.

use crate::document::Place;
use crate::id::ValueId;

use super::chains::Step;
use super::index::{Entry, Indexed};
use super::kind::Kind;
use super::meet::{Meeting, Sides, pairs_of_places};
use super::same::Named;
use super::suggest::{Suggested, Suggestion, Why};

/// A relation between entries of an index. Everything that there is of either division stands in an array: A's,
/// then B's.
#[derive(Clone, Debug)]
pub(super) struct Found<'i, 'd> {
    pub(super) kind: Kind,
    pub(super) values: [Vec<&'i Entry<'d>>; 2],
    /// Whether it is open which side of the one belongs to which of the other.
    pub(super) unsure: bool,
    /// The words that name a common good: on which side, and as written.
    pub(super) common: Vec<[(Place, &'d str); 2]>,
    /// The goods of the two chains.
    pub(super) path: Option<[Vec<&'d str>; 2]>,
    /// What it rests on beside what is certain.
    suggested: Option<&'i Suggested>,
    sides: Sides,
}

impl<'i, 'd> Found<'i, 'd> {
    /// All of a meeting, in which certain things were suggested.
    pub(super) fn all(
        a: &'i Indexed<'d>,
        b: &'i Indexed<'d>,
        meeting: &Meeting,
        suggested: Option<&'i Suggested>,
    ) -> Vec<Self> {
        let bare = |kind, values| {
            let (common, sides) = (Vec::new(), Sides::default());
            Self { kind, values, unsure: false, common, path: None, suggested, sides }
        };
        let pairs = meeting.met.iter().filter(|&&met| meeting.is_listed(met)).map(|&met| {
            let values = [vec![&a.values[met.a as usize]], vec![&b.values[met.b as usize]]];
            let mut found = Self { unsure: met.unsure, sides: met.sides, ..bare(met.kind(), values) };
            found.common = found.common();
            found
        });
        let through = meeting.through.iter().map(|opposition| Self {
            path: Some([goods(a, &opposition.a), goods(b, &opposition.b)]),
            ..bare(Kind::ReversedThroughOthers, [values(a, &opposition.a), values(b, &opposition.b)])
        });
        let alone = [a, b].into_iter().enumerate().flat_map(|(which, division)| {
            let entries = division.values.iter().zip(&meeting.main[which]);
            entries.filter(|&(_, &main)| main == Kind::Alone).map(move |(entry, _)| {
                let mut values = [Vec::new(), Vec::new()];
                values[which].push(entry);
                bare(Kind::Alone, values)
            })
        });
        pairs.chain(through).chain(alone).collect()
    }

    /// The same, with A and B swapped.
    pub(super) fn mirrored(mut self) -> Self {
        self.values.reverse();
        self.sides = self.sides.mirrored();
        self.common = self.common();
        self.path.iter_mut().for_each(|chains| chains.reverse());
        self
    }

    /// The values, A's and B's each ascending.
    pub(super) fn ids(&self) -> [Vec<ValueId>; 2] {
        self.values.each_ref().map(|entries| {
            let mut ids: Vec<ValueId> = entries.iter().map(|entry| entry.id).collect();
            ids.sort_unstable();
            ids
        })
    }

    /// The words of the two values that name a common good, in the order of A's, then of B's; none in steps.
    fn common(&self) -> Vec<[(Place, &'d str); 2]> {
        let [[a], [b]] = self.values.each_ref().map(Vec::as_slice) else { return Vec::new() };
        let joins = |one, other| self.suggested.is_some_and(|suggested| suggested.joins(one, other));
        let mut common = Vec::new();
        for (place_a, place_b) in pairs_of_places().filter(|&(a, b)| self.sides.has(a, b)) {
            for one in &a.named[place_a as usize] {
                let same = |other: &&Named<'d>| other.good == one.good || joins(one.good, other.good);
                let others = b.named[place_b as usize].iter().filter(same);
                common.extend(others.map(|other| [(place_a, one.words), (place_b, other.words)]));
            }
        }
        common
    }

    /// The suggestions that it rests on.
    pub(super) fn rests_on(&self) -> Vec<Suggestion> {
        let Some(suggested) = self.suggested else { return Vec::new() };
        let sides = if self.path.is_some() { Sides::ALL } else { self.sides };
        let [of_a, of_b] = &self.values;
        let between = of_a.iter().flat_map(|a| of_b.iter().flat_map(move |b| suggested.between(a, b, sides)));
        let mut behind: Vec<Suggestion> = Vec::new();
        for suggestion in between.filter(|suggestion| self.path.is_none() || suggestion.why == Why::Stem) {
            if !behind.contains(suggestion) {
                behind.push(suggestion.clone());
            }
        }
        behind
    }

    /// Where it stands among others of its kind: by the order of A's values, then of B's.
    pub(super) fn position(&self) -> [usize; 2] {
        let first = |entries: &Vec<&Entry<'_>>| entries.iter().map(|entry| entry.position).min();
        self.values.each_ref().map(|entries| first(entries).unwrap_or(usize::MAX))
    }
}

fn values<'i, 'd>(division: &'i Indexed<'d>, chain: &[Step]) -> Vec<&'i Entry<'d>> {
    chain.iter().map(|step| &division.values[step.value as usize]).collect()
}

/// The goods of a chain, each as the value writes it that pursues it, the last as it is given up.
fn goods<'d>(division: &Indexed<'d>, chain: &[Step]) -> Vec<&'d str> {
    let words = |step: &Step, place: Place, good: u32| {
        let good = division.preferences.goods[good as usize];
        let named = &division.values[step.value as usize].named[place as usize];
        named.iter().find(|named| named.good == good).map_or("", |named| named.words)
    };
    let pursued = chain.iter().map(|step| words(step, Place::Pursued, step.from));
    pursued.chain(chain.last().map(|step| words(step, Place::Cost, step.to))).collect()
}
