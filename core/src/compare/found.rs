//! The relations of a pair that are worth a line, before anything is said about them.

use crate::document::Place;
use crate::id::ValueId;

use super::chains::Step;
use super::index::{Entry, Indexed};
use super::kind::Kind;
use super::meet::Meeting;

/// A relation between entries of an index. Everything that there is of either division stands in an array: A's,
/// then B's.
#[derive(Clone, Debug)]
pub(super) struct Found<'i, 'd> {
    pub(super) kind: Kind,
    pub(super) values: [Vec<&'i Entry<'d>>; 2],
    /// The words that name a common good: on which side, and as written.
    pub(super) common: Vec<[(Place, &'d str); 2]>,
    /// The goods of the two chains.
    pub(super) path: Option<[Vec<&'d str>; 2]>,
}

impl<'i, 'd> Found<'i, 'd> {
    /// All of a meeting.
    pub(super) fn all(a: &'i Indexed<'d>, b: &'i Indexed<'d>, meeting: &Meeting) -> Vec<Self> {
        let pairs = meeting.met.iter().filter(|&&met| meeting.is_listed(met)).map(|&met| {
            let [a, b] = [&a.values[met.a as usize], &b.values[met.b as usize]];
            Self { kind: met.kind(), values: [vec![a], vec![b]], common: common(a, b), path: None }
        });
        let through = meeting.through.iter().map(|opposition| Self {
            kind: Kind::ReversedThroughOthers,
            values: [values(a, &opposition.a), values(b, &opposition.b)],
            common: Vec::new(),
            path: Some([goods(a, &opposition.a), goods(b, &opposition.b)]),
        });
        let alone = [a, b].into_iter().enumerate().flat_map(|(which, division)| {
            let entries = division.values.iter().zip(&meeting.main[which]);
            entries.filter(|&(_, &main)| main == Kind::Alone).map(move |(entry, _)| {
                let mut values = [Vec::new(), Vec::new()];
                values[which].push(entry);
                Self { kind: Kind::Alone, values, common: Vec::new(), path: None }
            })
        });
        pairs.chain(through).chain(alone).collect()
    }

    /// The same, with A and B swapped.
    pub(super) fn mirrored(mut self) -> Self {
        self.values.reverse();
        if let [[a], [b]] = self.values.each_ref().map(Vec::as_slice) {
            self.common = common(a, b);
        }
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

    /// Where it stands among others of its kind: by the order of A's values, then of B's.
    pub(super) fn position(&self) -> [usize; 2] {
        let first = |entries: &Vec<&Entry<'_>>| entries.iter().map(|entry| entry.position).min();
        self.values.each_ref().map(|entries| first(entries).unwrap_or(usize::MAX))
    }
}

fn common<'d>(a: &Entry<'d>, b: &Entry<'d>) -> Vec<[(Place, &'d str); 2]> {
    let sides = |entry: &Entry<'d>| Place::BOTH.map(|place| (place, entry.named[place as usize].clone()));
    let mut common = Vec::new();
    for (place_a, named_a) in sides(a) {
        for (place_b, named_b) in sides(b) {
            for one in &named_a {
                let same = named_b.iter().filter(|other| other.good == one.good);
                common.extend(same.map(|other| [(place_a, one.words), (place_b, other.words)]));
            }
        }
    }
    common
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
