//! All pairs of many divisions, in small steps: so that a page can answer between two of them, a worker can say how far it
//! is, and whoever does not want to wait can go.
//!
//! A division is held against all that follow it. First its words are held against theirs, some at a step; then each
//! pair is counted. Only the similarities of one division are in memory at a time, never those of all.
//!
//! What is done for each pair are functions of their own, never inlined: browsers make functions fast one by one, and long ones
//! late.

mod guessing;
mod held;
mod sided;

use std::collections::{BTreeMap, BinaryHeap};

use frostem::{Algorithm, Stemmer};

use crate::id::DivisionId;
use crate::meaning::{Meaning, Phrase};

use self::guessing::Guessing;
use self::held::Held;
use self::sided::Sided;
use super::arrange::{join_closest, place_of_pair};
use super::glance::{Glance, NUMBERS, Rank};
use super::index::{Index, Indexed};
use super::kind::Kind;
use super::meet::Meeting;
use super::same::GoodId;
use super::suggest::{first_named, stems};

/// So many pairs are listed, furthest apart first.
pub const FURTHEST: usize = 1_000;

/// More divisions are not surveyed at once: their pairs would take hundreds of megabytes.
pub const MOST: usize = 2_000;

/// For one division at most so many similarities are held in memory; where it has so many values that it takes more, nothing
/// is suggested for it.
const MOST_HELD: usize = 20_000_000;

/// So many wordings are looked up in a step.
const LOOKED_UP: usize = 64;
/// So many similarities are made in a step.
const HELD: usize = 24_576;
/// So many pairs are counted in a step.
const COUNTED: usize = 128;

/// All pairs of the divisions that have values in play.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    /// In the document's order.
    divisions: Vec<DivisionId>,
    /// The places of the divisions: close ones stand together.
    order: Vec<u16>,
    /// The places of the pairs, by [`place_of_pair`], that are furthest apart.
    furthest: Vec<u32>,
    /// Of each pair, by [`place_of_pair`].
    glances: Vec<[u16; NUMBERS]>,
}

impl Survey {
    /// The divisions, in the document's order: elsewhere they are known by their places here.
    pub fn divisions(&self) -> &[DivisionId] {
        &self.divisions
    }

    /// The places of the divisions, in an order in which close ones stand together.
    pub fn order(&self) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.order.iter().map(|&place| usize::from(place))
    }

    /// Two divisions at a glance; none for one and itself, or where one is not there.
    pub fn glance(&self, one: usize, other: usize) -> Option<Glance> {
        let count = self.divisions.len();
        let there = one != other && one < count && other < count;
        there.then(|| Glance::from_numbers(&self.glances[place_of_pair(count, one, other)]))
    }

    /// The pairs that are furthest apart, furthest first: [`FURTHEST`] at most.
    pub fn furthest(&self) -> impl ExactSizeIterator<Item = [usize; 2]> + '_ {
        self.furthest.iter().map(|&place| pair_at(self.divisions.len(), place as usize))
    }

    /// All others, furthest from one division first.
    pub fn furthest_from(&self, one: usize) -> Vec<usize> {
        let mut others: Vec<usize> = (0..self.divisions.len()).filter(|&other| other != one).collect();
        others.sort_by_cached_key(|&other| self.glance(one, other).unwrap_or_default().rank());
        others
    }

    /// How many pairs there are.
    pub fn pairs(&self) -> usize {
        self.glances.len()
    }

    /// The survey as numbers, to be handed from a worker to a page that knows the divisions.
    pub fn into_numbers(self) -> Vec<u16> {
        // Those of the pairs are by far the most, and stay where they are.
        let mut numbers = self.glances.into_flattened();
        numbers.extend(self.furthest.iter().flat_map(|place| [(place >> 16) as u16, *place as u16]));
        numbers.extend(self.order);
        numbers
    }

    /// Reads what [`Self::into_numbers`] made of a survey of these divisions; none where it is of others.
    pub fn from_numbers(divisions: Vec<DivisionId>, numbers: &[u16]) -> Option<Self> {
        let count = divisions.len();
        let pairs = pairs_of(count);
        let (glances, rest) = numbers.split_at_checked(pairs * NUMBERS)?;
        let (furthest, order) = rest.split_at_checked(2 * pairs.min(FURTHEST))?;
        let glances = glances.as_chunks::<NUMBERS>().0.to_vec();
        let furthest = furthest.as_chunks::<2>().0.iter().map(|&[high, low]| u32::from(high) << 16 | u32::from(low));
        let survey = Self { divisions, order: order.to_vec(), furthest: furthest.collect(), glances };
        let is_whole = survey.order.len() == count
            && survey.order.iter().all(|&place| usize::from(place) < count)
            && survey.furthest.iter().all(|&place| (place as usize) < pairs);
        is_whole.then_some(survey)
    }
}

fn pairs_of(count: usize) -> usize {
    count * count.saturating_sub(1) / 2
}

/// The two that stand at a place, by [`place_of_pair`].
fn pair_at(count: usize, place: usize) -> [usize; 2] {
    let start = |one: usize| if one + 1 < count { place_of_pair(count, one, one + 1) } else { pairs_of(count) };
    let (mut low, mut high) = (0, count.saturating_sub(1));
    while low + 1 < high {
        let middle = low.midpoint(high);
        if start(middle) <= place { low = middle } else { high = middle }
    }
    [low, low + 1 + place - start(low)]
}

/// What is left to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// To look up the wordings from that one on.
    LookUp(usize),
    /// To hold a division against the wordings from that one on.
    Hold(usize, usize),
    /// To count the pairs of a division, from that other one on.
    Count(usize, usize),
    /// To put close divisions together.
    Order,
    Nothing,
}

/// A survey in the making: [`step`](Self::step) by step until there is nothing left to do.
///
/// ```
/// # use evencost_core::{compare::{Index, Surveying}, document::Document};
/// let document = Document::default();
/// let index = Index::new(&document);
/// let mut surveying = Surveying::new(&index, None);
/// while surveying.step() {
///     // Elsewhere something else may be done, or this left where it is.
/// }
/// assert_eq!(surveying.finish().pairs(), 0);
/// ```
pub struct Surveying<'i, 'd> {
    meaning: Option<&'i Meaning>,
    divisions: Vec<Sided<'i, 'd>>,
    wordings: Vec<Wording<'d>>,
    /// The wordings that are written alike.
    alike: BTreeMap<String, Vec<u32>>,
    stemmer: Stemmer,
    phrases: Vec<Phrase>,
    /// Goods that people declared not the same.
    apart: BTreeMap<GoodId, Vec<GoodId>>,
    next: Next,
    /// The division at hand.
    held: Held,
    /// Whether anything may be suggested for the division at hand.
    may_suggest: bool,
    meeting: Meeting,
    guessing: Guessing,
    /// On their way into the list of those that are furthest apart; the greatest is the first to go.
    furthest: BinaryHeap<(Rank, u32)>,
    glances: Vec<[u16; NUMBERS]>,
    order: Vec<u16>,
    done: u64,
    all: u64,
}

/// A wording of a good.
#[derive(Debug)]
struct Wording<'d> {
    words: &'d str,
    /// The last division that uses it.
    last: usize,
    stems: Option<String>,
}

impl<'i, 'd> Surveying<'i, 'd> {
    /// Begins. Without a table of words, what is suggested are wordings that are written alike.
    pub fn new(index: &'i Index<'d>, meaning: Option<&'i Meaning>) -> Self {
        let in_play: Vec<&'i Indexed<'d>> =
            index.divisions.iter().filter(|division| !division.values.is_empty()).collect();
        // Of each wording of the document the one that divisions use for a good, with the last that does.
        let mut used: Vec<Option<Wording<'d>>> = Vec::new();
        used.resize_with(index.sameness.count_wordings(), || None);
        for (last, division) in in_play.iter().enumerate() {
            for named in first_named(division) {
                used[named.wording as usize] = Some(Wording { words: named.words, last, stems: None });
            }
        }
        // Ordered by their last use: what a division needs of them is the end.
        let mut ordered: Vec<(usize, Wording<'d>)> =
            used.into_iter().enumerate().filter_map(|(wording, used)| Some((wording, used?))).collect();
        ordered.sort_by_key(|(_, used)| used.last);
        let mut places = vec![0; index.sameness.count_wordings()];
        for (place, (wording, _)) in (0..).zip(&ordered) {
            places[*wording] = place;
        }
        let sided = |division: &'i Indexed<'d>| {
            Sided::new(division, first_named(division).map(|named| places[named.wording as usize]).collect())
        };
        let divisions: Vec<Sided<'i, 'd>> = in_play.into_iter().map(sided).collect();
        let wordings = ordered.into_iter().map(|(_, wording)| wording).collect();
        let mut apart: BTreeMap<GoodId, Vec<GoodId>> = BTreeMap::new();
        for (one, other) in index.sameness.declared_apart() {
            apart.entry(one).or_default().push(other);
            apart.entry(other).or_default().push(one);
        }
        let count = divisions.len();
        let mut surveying = Self {
            meaning,
            alike: BTreeMap::new(),
            stemmer: Stemmer::new(Algorithm::English),
            phrases: Vec::new(),
            apart,
            next: Next::LookUp(0),
            held: Held::default(),
            may_suggest: false,
            meeting: Meeting::default(),
            guessing: Guessing::default(),
            furthest: BinaryHeap::new(),
            // With room for what is added at the end: to move it all then would take as long as all else that is done then.
            glances: Vec::with_capacity(pairs_of(count) + (2 * FURTHEST + count).div_ceil(NUMBERS)),
            order: Vec::new(),
            done: 0,
            all: 0,
            wordings,
            divisions,
        };
        surveying.all = surveying.cost();
        surveying
    }

    /// How far it is, `0..=1`.
    pub fn share_done(&self) -> f64 {
        if self.all == 0 { 1.0 } else { (self.done as f64 / self.all as f64).min(1.0) }
    }

    /// Does a little: at most a few milliseconds' worth but for the last of all, which puts the divisions in order. Whether
    /// there is more to do.
    pub fn step(&mut self) -> bool {
        self.next = match self.next {
            Next::LookUp(from) => self.look_up(from),
            Next::Hold(a, from) => self.hold(a, from),
            Next::Count(a, from) => self.count(a, from),
            Next::Order => self.put_in_order(),
            Next::Nothing => Next::Nothing,
        };
        self.next != Next::Nothing
    }

    /// What came of it; does what is left to do.
    pub fn finish(mut self) -> Survey {
        while self.step() {}
        let mut furthest = self.furthest.into_vec();
        furthest.sort_unstable();
        Survey {
            divisions: self.divisions.iter().map(|division| division.indexed.id).collect(),
            order: self.order,
            furthest: furthest.into_iter().map(|(_, place)| place).collect(),
            glances: self.glances,
        }
    }

    /// What all of it costs, in products of two phrases.
    fn cost(&self) -> u64 {
        let looked_up = self.wordings.len() * WORDING_COSTS;
        let held = (0..self.divisions.len()).map(|a| match self.meaning {
            Some(_) if a + 1 < self.divisions.len() => {
                self.held_at_once(a) * (self.wordings.len() - self.first_after(a))
            }
            _ => 0,
        });
        (looked_up + held.sum::<usize>() + pairs_of(self.divisions.len()) * PAIR_COSTS) as u64
    }

    fn held_at_once(&self, a: usize) -> usize {
        self.divisions[a].wordings.all().len()
    }

    /// The first wording that a division after that one uses.
    fn first_after(&self, a: usize) -> usize {
        self.wordings.partition_point(|wording| wording.last <= a)
    }

    fn look_up(&mut self, from: usize) -> Next {
        let to = self.wordings.len().min(from + LOOKED_UP);
        for (at, wording) in (from..).zip(&mut self.wordings[from..to]) {
            if let Some(stems) = stems(&self.stemmer, wording.words) {
                self.alike.entry(stems.clone()).or_default().push(at as u32);
                wording.stems = Some(stems);
            }
            if let Some(meaning) = self.meaning {
                self.phrases.push(meaning.phrase(wording.words).unwrap_or(Phrase::NOWHERE));
            }
        }
        self.done += ((to - from) * WORDING_COSTS) as u64;
        if to < self.wordings.len() {
            return Next::LookUp(to);
        }
        self.alike.retain(|_, wordings| wordings.len() > 1);
        self.begin(0)
    }

    /// Takes up a division, or ends.
    fn begin(&mut self, a: usize) -> Next {
        // The last one has been held against all others.
        if a + 1 >= self.divisions.len() {
            return Next::Order;
        }
        let first = self.first_after(a);
        let fits = self.held_at_once(a).saturating_mul(self.wordings.len() - first) <= MOST_HELD;
        self.may_suggest = fits && (self.meaning.is_some() || self.has_alike(a, first));
        if self.may_suggest {
            self.held.take(&self.divisions[a], &self.phrases, first, self.wordings.len());
        }
        Next::Hold(a, first)
    }

    /// Whether any from that wording on is written like one of the division.
    fn has_alike(&self, a: usize, first: usize) -> bool {
        let mut wordings = self.divisions[a].good_wordings.iter();
        wordings
            .any(|&wording| alike_of(&self.wordings, &self.alike, wording).iter().any(|&other| other as usize >= first))
    }

    fn hold(&mut self, a: usize, from: usize) -> Next {
        if self.may_suggest && self.meaning.is_some() && from < self.wordings.len() {
            let to = self.wordings.len().min(from + (HELD / self.held.wide()).max(1));
            self.held.hold(&self.phrases, from..to);
            self.done += (self.held_at_once(a) * (to - from)) as u64;
            return Next::Hold(a, to);
        }
        if self.may_suggest {
            let (wordings, alike) = (&self.wordings, &self.alike);
            self.held.hold_alike(|wording| alike_of(wordings, alike, wording));
        }
        self.meeting.take_up(self.divisions[a].indexed);
        Next::Count(a, a + 1)
    }

    fn count(&mut self, a: usize, from: usize) -> Next {
        let to = self.divisions.len().min(from + COUNTED);
        for b in from..to {
            let [one, other] = [&self.divisions[a], &self.divisions[b]];
            self.meeting.with(one.indexed, other.indexed);
            let mut glance = Glance::of(&self.meeting.summary(one.indexed.id, other.indexed.id));
            if self.may_suggest && glance.counts.of(Kind::Alone) > 0 {
                self.guessing.of([one, other], &mut self.held, &self.meeting, &self.apart, &mut glance);
            }
            let ranked = (glance.rank(), self.glances.len() as u32);
            if self.furthest.len() < FURTHEST {
                self.furthest.push(ranked);
            } else if let Some(mut last) = self.furthest.peek_mut()
                && ranked < *last
            {
                *last = ranked;
            }
            self.glances.push(glance.numbers());
        }
        self.done += ((to - from) * PAIR_COSTS) as u64;
        if to < self.divisions.len() { Next::Count(a, to) } else { self.begin(a + 1) }
    }

    fn put_in_order(&mut self) -> Next {
        let distances: Vec<f32> = self.glances.iter().map(|numbers| Glance::from_numbers(numbers).distance()).collect();
        let order = join_closest(self.divisions.len(), &distances);
        self.order = order.into_iter().map(|place| place as u16).collect();
        Next::Nothing
    }
}

/// What it takes to look up a wording, in products of two phrases: for saying how far it is.
const WORDING_COSTS: usize = 500;
/// What it takes to count a pair.
const PAIR_COSTS: usize = 50;

/// Those of `alike`, the wordings that are written alike, that are written like that one.
fn alike_of<'a>(wordings: &[Wording<'_>], alike: &'a BTreeMap<String, Vec<u32>>, wording: u32) -> &'a [u32] {
    let stems = wordings.get(wording as usize).and_then(|wording| wording.stems.as_ref());
    stems.and_then(|stems| alike.get(stems)).map_or(&[], Vec::as_slice)
}
