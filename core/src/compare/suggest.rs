//! Suggestions: wordings that may name the same good, until people confirm or reject it.
//!
//! Where they come from is open: whatever implements [`Suggest`].

use std::collections::{BTreeMap, BTreeSet};

use frostem::{Algorithm, Stemmer};

use crate::document::{Place, Wording, WordingPair};
use crate::good::Good;
use crate::meaning::NEAR;

use super::index::{Entry, Indexed};
use super::meet::{Sides, pairs_of_places};
use super::same::{GoodId, Named, Sameness};

/// Finds wordings of two divisions that may name the same good.
pub trait Suggest {
    /// Looks at the goods of one division and of another, each in one of its wordings. Which wordings are near in meaning
    /// may be told from less than [`NEAR`] on: what is fainter than that is no suggestion, and helps to tell which sides
    /// of two values belong together.
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

impl Hint {
    /// How near they are, `0..=1`. What is written alike is as near as can be.
    fn nearness(&self) -> f32 {
        self.similarity.unwrap_or(1.0)
    }
}

/// Why two wordings may name the same good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Why {
    /// Their words have the same stems.
    Stem,
    /// They are near in meaning.
    Meaning,
}

impl Why {
    /// What screens say of it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Stem => "written alike",
            Self::Meaning => "near in meaning",
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
    /// Other wordings in the document that are the same as one of the two already: confirmed, all are one good.
    pub also: Vec<String>,
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
pub(super) fn stems(stemmer: &Stemmer, words: &str) -> Option<String> {
    let mut stems = String::new();
    for word in Good::fold(words)?.as_str().split(' ') {
        let stem = stemmer.stem(word);
        stems.push(' ');
        stems.push_str(if FALSE_FRIENDS.contains(&&*stem) { word } else { &stem });
    }
    Some(stems)
}

/// How many suggestions there are for one good at most: the nearest.
const MOST: usize = 3;
/// Two values that are less near than this, both sides taken together, are not suggested to be related: among the many
/// pairs of two sets, one side is often near by chance.
pub(super) const LIKELY: f32 = 0.4;
/// Two readings of a pair of values that are as close as this are told apart by people.
pub(super) const MARGIN: f32 = 0.15;

/// What is suggested for two divisions.
#[derive(Debug, Default)]
pub(super) struct Suggested {
    /// The nearest first.
    pub(super) list: Vec<Suggestion>,
    /// The two goods of each suggestion of the list.
    goods: Vec<Pair>,
    /// The same, to be looked up.
    joined: BTreeSet<Pair>,
    nearness: BTreeMap<Pair, f32>,
}

/// Two goods, the smaller first.
type Pair = [GoodId; 2];

fn pair(one: GoodId, other: GoodId) -> Pair {
    [one.min(other), one.max(other)]
}

impl Suggested {
    pub(super) fn new<'d>(sameness: &Sameness<'d>, a: &Indexed<'d>, b: &Indexed<'d>, source: &dyn Suggest) -> Self {
        let [goods_a, goods_b] = [a, b].map(|division| first_named(division).collect::<Vec<_>>());
        let words = |goods: &[Named<'d>]| goods.iter().map(|named| named.words).collect::<Vec<&'d str>>();
        // Nobody trades a good for itself.
        let traded: BTreeSet<Pair> =
            [a, b].into_iter().flat_map(|division| &division.values).flat_map(traded).collect();
        let hints = source.suggest(&words(&goods_a), &words(&goods_b)).into_iter().filter_map(|hint| {
            let (one, other) = (goods_a.get(hint.a)?, goods_b.get(hint.b)?);
            let goods = pair(one.good, other.good);
            let open = one.good != other.good
                && !sameness.are_declared_apart(one.good, other.good)
                && !traded.contains(&goods);
            open.then_some((one, other, hint))
        });
        let mut hints: Vec<(&Named<'d>, &Named<'d>, Hint)> = hints.collect();
        // What is nearest is taken first; the rest of the order must only not depend on which division is A.
        hints.sort_by(|(a1, b1, one), (a2, b2, other)| {
            let key =
                |a_good: GoodId, b_good: GoodId| (pair(a_good, b_good), if a.id <= b.id { a_good } else { b_good });
            let nearer = other.nearness().total_cmp(&one.nearness());
            nearer.then_with(|| key(a1.good, b1.good).cmp(&key(a2.good, b2.good)))
        });
        let mut suggested = Self::default();
        for (one, other, hint) in hints {
            let goods = pair(one.good, other.good);
            let nearness = suggested.nearness.entry(goods).or_insert(hint.nearness());
            if *nearness >= NEAR && suggested.has_room_for(sameness, goods) {
                suggested.goods.push(goods);
                suggested.joined.insert(goods);
                let (why, similarity) = (hint.why, hint.similarity);
                let also = Vec::new();
                suggested.list.push(Suggestion { a: one.wording(), b: other.wording(), why, similarity, also });
            }
        }
        suggested.find_what_comes_along(sameness);
        suggested
    }

    fn find_what_comes_along(&mut self, sameness: &Sameness<'_>) {
        for (suggestion, goods) in self.list.iter_mut().zip(&self.goods) {
            let mut known = [&suggestion.a, &suggestion.b].map(|wording| Good::fold(&wording.text)).to_vec();
            for words in goods.iter().flat_map(|&good| sameness.wordings(good)) {
                let folded = Good::fold(words);
                if !known.contains(&folded) {
                    known.push(folded);
                    suggestion.also.push((*words).to_owned());
                }
            }
        }
    }

    /// Whether the list may hold two more goods: neither stands in enough of it, and nobody declared apart two that would
    /// then both be suggested to be the same as a third.
    fn has_room_for(&self, sameness: &Sameness<'_>, goods: Pair) -> bool {
        let others = |good: GoodId| {
            self.goods.iter().filter_map(move |[one, other]| match good {
                good if good == *one => Some(*other),
                good if good == *other => Some(*one),
                _ => None,
            })
        };
        let may_take = |good: GoodId, new: GoodId| {
            others(good).count() < MOST && others(good).all(|old| !sameness.are_declared_apart(old, new))
        };
        let [one, other] = goods;
        !self.joined.contains(&goods) && may_take(one, other) && may_take(other, one)
    }

    /// Whether the two are suggested to be the same.
    pub(super) fn joins(&self, one: GoodId, other: GoodId) -> bool {
        self.joined.contains(&pair(one, other))
    }

    /// The goods of the suggestions that rest on how words are written, as A and B may have them.
    pub(super) fn alike(&self) -> impl Iterator<Item = [GoodId; 2]> + '_ {
        let alike = self.list.iter().zip(&self.goods).filter(|(suggestion, _)| suggestion.why == Why::Stem);
        alike.flat_map(|(_, &[one, other])| [[one, other], [other, one]])
    }

    /// What a value of A and one of B would be to each other if suggestions were confirmed, where `certain` is what they
    /// are as things stand; none where that changes nothing.
    ///
    /// The two sides of a value are often about one topic, so a pair is read in two ways: straight, aim with aim and price
    /// with price, or crossed. The way that is nearer decides which suggestions count.
    pub(super) fn guess(&self, a: &Entry<'_>, b: &Entry<'_>, certain: Sides) -> Option<Guess> {
        let joined = |place_a: Place, place_b: Place| {
            let [ones, others] = [&a.sides[place_a as usize], &b.sides[place_b as usize]];
            ones.iter().any(|&one| others.iter().any(|&other| self.joins(one, other)))
        };
        let near = pairs_of_places()
            .filter(|&(a, b)| joined(a, b))
            .fold(Sides::default(), |near, (a, b)| near.and(Sides::of(a, b)));
        if near.is_empty() {
            return None;
        }
        let nearest = |place_a: Place, place_b: Place| {
            let goods = a.sides[place_a as usize]
                .iter()
                .flat_map(|&one| b.sides[place_b as usize].iter().map(move |&other| (one, other)));
            let nearness = goods.map(|(one, other)| {
                if one == other { 1.0 } else { self.nearness.get(&pair(one, other)).copied().unwrap_or_default() }
            });
            nearness.fold(0.0, f32::max)
        };
        read(near, nearest, certain)
    }

    /// The suggestions between a value of A and one of B.
    pub(super) fn between(&self, a: &Entry<'_>, b: &Entry<'_>, sides: Sides) -> impl Iterator<Item = &Suggestion> {
        let pairs = pairs_of_places().filter(move |&(a, b)| sides.has(a, b)).flat_map(|(place_a, place_b)| {
            let others = &b.sides[place_b as usize];
            a.sides[place_a as usize].iter().flat_map(|&one| others.iter().map(move |&other| pair(one, other)))
        });
        let mut behind: Vec<usize> =
            pairs.filter_map(|pair| self.goods.iter().position(|goods| *goods == pair)).collect();
        behind.sort_unstable();
        behind.dedup();
        behind.into_iter().map(|at| &self.list[at])
    }
}

/// The goods that a value puts before each other.
fn traded(value: &Entry<'_>) -> impl Iterator<Item = Pair> {
    let [pursued, cost] = &value.sides;
    pursued.iter().flat_map(|&one| cost.iter().map(move |&other| pair(one, other)))
}

/// Reads two values in the one way or in the other: `near` are the sides between which something is suggested, `nearest` tells
/// how near any two sides are, `certain` is what the two are as things stand. None where that changes nothing.
fn read(near: Sides, nearest: impl Fn(Place, Place) -> f32, certain: Sides) -> Option<Guess> {
    let (aim, price) = (Place::Pursued, Place::Cost);
    let straight = nearest(aim, aim) + 0.5 * nearest(price, price);
    let crossed = 0.75 * (nearest(aim, price) + nearest(price, aim));
    // Words that are the same decide how a pair is read.
    let is_straight = match (certain.straight().is_empty(), certain.crossed().is_empty()) {
        (false, true) => true,
        (true, false) => false,
        _ => straight >= crossed,
    };
    let (winner, loser) =
        if is_straight { (near.straight(), near.crossed()) } else { (near.crossed(), near.straight()) };
    let sides = certain.and(if winner.is_empty() && certain.is_empty() { loser } else { winner });
    let close = winner.is_empty() || (straight - crossed).abs() < MARGIN;
    let unsure = certain.is_empty() && close;
    let nearness = straight.max(crossed);
    (sides != certain && nearness >= LIKELY).then_some(Guess { sides, unsure, nearness })
}

/// What two values may be to each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guess {
    pub(super) sides: Sides,
    /// Whether it is open which side belongs to which.
    pub(super) unsure: bool,
    /// How near they are, `0..=1.5`.
    pub(super) nearness: f32,
}

/// Each good of a division once, in the order of their numbers and the wording of the value that was written first.
pub(super) fn first_named<'i, 'd>(division: &'i Indexed<'d>) -> impl Iterator<Item = Named<'d>> + use<'i, 'd> {
    division.stands.iter().filter_map(|stands| {
        let first = stands.first()?;
        let side = &division.values[first.value as usize].named[first.place as usize];
        side.iter().find(|named| named.good == first.good).copied()
    })
}
