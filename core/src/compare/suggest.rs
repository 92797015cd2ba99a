//! Suggestions: wordings that may name the same good, until people confirm or reject it.
//!
//! Where they come from is open: whatever implements [`Suggest`].

use std::collections::{BTreeMap, BTreeSet};

use frostem::{Algorithm, Stemmer};

use crate::document::{Wording, WordingPair};
use crate::good::Good;
use crate::id::ValueId;

use super::index::Indexed;
use super::same::{Classes, GoodId, Named, Sameness};

/// Finds wordings of two divisions that may name the same good.
pub trait Suggest {
    /// Looks at the goods of one division and of another, each in one of its wordings.
    fn suggest(&self, a: &[&str], b: &[&str]) -> Vec<Hint>;
}

/// Two wordings that may name the same good, by their places in what was looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hint {
    /// The place among the one division's goods.
    pub a: usize,
    /// The place among the other's.
    pub b: usize,
    /// Why they may.
    pub why: Why,
    /// How near they are in meaning, `0..=1`, where that is why.
    pub similarity: Option<f32>,
}

/// Why two wordings may name the same good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Why {
    /// Their words have the same stems.
    Stem,
}

impl Why {
    /// What screens say of it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Stem => "written alike",
        }
    }
}

/// Two wordings that may name the same good.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// As the one division writes it.
    pub a: Wording,
    /// As the other writes it.
    pub b: Wording,
    /// Why they may.
    pub why: Why,
    /// How near they are in meaning, `0..=1`, where that is why.
    pub similarity: Option<f32>,
}

impl Suggestion {
    /// What a decision on it is keyed by.
    pub fn pair(&self) -> WordingPair {
        WordingPair::new(self.a.clone(), self.b.clone())
    }
}

/// Suggests nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nothing;

impl Suggest for Nothing {
    fn suggest(&self, _: &[&str], _: &[&str]) -> Vec<Hint> {
        Vec::new()
    }
}

/// Suggests wordings whose words have the same stems by Snowball's English algorithm: "collaboration" and
/// "collaborative".
#[derive(Clone, Copy, Debug, Default)]
pub struct Stems;

/// Stems under which Snowball puts words that no team would take for one another, such as experience and
/// experiment, integrity and integration, imports and importance.
const FALSE_FRIENDS: [&str; 7] = ["author", "experi", "import", "integr", "person", "product", "relat"];

impl Suggest for Stems {
    fn suggest(&self, a: &[&str], b: &[&str]) -> Vec<Hint> {
        let stemmer = Stemmer::new(Algorithm::English);
        let mut by_stem: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, words) in b.iter().enumerate() {
            if let Some(stems) = stems(&stemmer, words) {
                by_stem.entry(stems).or_default().push(place);
            }
        }
        let mut hints = Vec::new();
        for (place, words) in a.iter().enumerate() {
            let alike = stems(&stemmer, words).and_then(|stems| by_stem.get(&stems));
            let hint = |&b: &usize| Hint { a: place, b, why: Why::Stem, similarity: None };
            hints.extend(alike.into_iter().flatten().map(hint));
        }
        hints
    }
}

/// The stems of the words of a good.
fn stems(stemmer: &Stemmer, words: &str) -> Option<String> {
    let mut stems = String::new();
    for word in Good::fold(words)?.as_str().split(' ') {
        let stem = stemmer.stem(word);
        stems.push(' ');
        stems.push_str(if FALSE_FRIENDS.contains(&&*stem) { word } else { &stem });
    }
    Some(stems)
}

/// What is suggested for two divisions, and which goods would be one if all of it were confirmed.
#[derive(Debug)]
pub(super) struct Suggested {
    pub(super) list: Vec<Suggestion>,
    /// The two goods of each suggestion of the list, the smaller first.
    goods: Vec<[GoodId; 2]>,
    becomes: BTreeMap<GoodId, GoodId>,
}

impl Suggested {
    pub(super) fn new<'d>(sameness: &Sameness<'d>, a: &Indexed<'d>, b: &Indexed<'d>, source: &dyn Suggest) -> Self {
        let (goods_a, goods_b) = (first_named(a), first_named(b));
        let words = |goods: &[Named<'d>]| goods.iter().map(|named| named.words).collect::<Vec<&'d str>>();
        let hints = source.suggest(&words(&goods_a), &words(&goods_b)).into_iter().filter_map(|hint| {
            let (one, other) = (goods_a.get(hint.a)?, goods_b.get(hint.b)?);
            (one.good != other.good).then_some((one, other, hint))
        });
        let mut hints: Vec<(&Named<'d>, &Named<'d>, Hint)> = hints.collect();
        // What is nearest is taken first; the rest of the order must only not depend on which division is A.
        hints.sort_by(|(a1, b1, one), (a2, b2, other)| {
            let key = |a_good: GoodId, b_good: GoodId| {
                (a_good.min(b_good), a_good.max(b_good), if a.id <= b.id { a_good } else { b_good })
            };
            let nearer = other.similarity.unwrap_or(1.0).total_cmp(&one.similarity.unwrap_or(1.0));
            nearer.then_with(|| key(a1.good, b1.good).cmp(&key(a2.good, b2.good)))
        });
        let mut all: Vec<GoodId> = goods_a.iter().chain(&goods_b).map(|named| named.good).collect();
        all.sort_unstable();
        all.dedup();
        let place = |good: GoodId| all.binary_search(&good).unwrap_or_default();
        let mut classes = Classes::new(all.len());
        let mut suggested = Self { list: Vec::new(), goods: Vec::new(), becomes: BTreeMap::new() };
        for (one, other, hint) in hints {
            let goods = [one.good.min(other.good), one.good.max(other.good)];
            let [low, high] = goods.map(place);
            if suggested.goods.contains(&goods) || !may_be_one(sameness, &mut classes, &all, [low, high]) {
                continue;
            }
            classes.join(low, high);
            suggested.goods.push(goods);
            let (why, similarity) = (hint.why, hint.similarity);
            suggested.list.push(Suggestion { a: one.wording(), b: other.wording(), why, similarity });
        }
        suggested.becomes = all.iter().map(|&good| (good, all[classes.root(place(good))])).collect();
        suggested
    }

    /// What the good would be.
    pub(super) fn becomes(&self, good: GoodId) -> GoodId {
        self.becomes.get(&good).copied().unwrap_or(good)
    }

    /// The suggestions that a relation between these values rests on.
    pub(super) fn behind(&self, values: &[Vec<ValueId>; 2], a: &Indexed<'_>, b: &Indexed<'_>) -> Vec<Suggestion> {
        let goods = |division: &Indexed<'_>, values: &[ValueId]| -> BTreeSet<GoodId> {
            values
                .iter()
                .filter_map(|&id| division.entry(id))
                .flat_map(|entry| &entry.sides)
                .flatten()
                .copied()
                .collect()
        };
        let (goods_a, goods_b) = (goods(a, &values[0]), goods(b, &values[1]));
        let among = |is_behind: &dyn Fn([GoodId; 2]) -> bool| -> Vec<Suggestion> {
            self.list
                .iter()
                .zip(&self.goods)
                .filter(|(_, goods)| is_behind(**goods))
                .map(|(own, _)| own.clone())
                .collect()
        };
        let met = |one: GoodId, other: GoodId| goods_a.contains(&one) && goods_b.contains(&other);
        let direct = among(&|[one, other]| met(one, other) || met(other, one));
        // Else the two meet in a third wording.
        let near = |good: GoodId| goods_a.contains(&good) || goods_b.contains(&good);
        if direct.is_empty() { among(&|[one, other]| near(one) || near(other)) } else { direct }
    }
}

/// Whether nobody declared apart what would become one.
fn may_be_one(sameness: &Sameness<'_>, classes: &mut Classes, all: &[GoodId], joined: [usize; 2]) -> bool {
    let [a, b] = joined.map(|member| {
        let root = classes.root(member);
        (0..all.len()).filter(|&other| classes.root(other) == root).collect::<Vec<_>>()
    });
    !a.iter().any(|&a| b.iter().any(|&b| sameness.are_declared_apart(all[a], all[b])))
}

/// Each good of a division once, in the wording of the value that was written first.
fn first_named<'d>(division: &Indexed<'d>) -> Vec<Named<'d>> {
    let mut first: BTreeMap<GoodId, Named<'d>> = BTreeMap::new();
    for named in division.values.iter().flat_map(|entry| &entry.named).flatten() {
        first.entry(named.good).or_insert(*named);
    }
    first.into_values().collect()
}
