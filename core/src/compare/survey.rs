//! All pairs of many divisions, in small steps: so that a page can answer between two of them, a worker can say how far it
//! is, and whoever does not want to wait can go.
//!
//! A division is held against all that follow it. First its words are held against theirs, some at a step; then each
//! pair is counted. Only the similarities of one division are in memory at a time, never those of all.

use std::collections::{BTreeMap, BinaryHeap};
use std::ops::Range;

use frostem::{Algorithm, Stemmer};

use crate::document::Place;
use crate::id::DivisionId;
use crate::meaning::{FAINT, Lanes, Meaning, NEAR, Phrase};

use super::arrange::{join_closest, place_of_pair};
use super::glance::{Glance, NUMBERS, Rank};
use super::index::{Index, Indexed};
use super::kind::Kind;
use super::meet::Meeting;
use super::same::GoodId;
use super::suggest::{LIKELY, MARGIN, first_named, stems};

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
        let furthest = self.furthest.iter().flat_map(|place| [(place >> 16) as u16, *place as u16]);
        self.order.iter().copied().chain(furthest).chain(self.glances.into_flattened()).collect()
    }

    /// Reads what [`Self::into_numbers`] made of a survey of these divisions; none where it is of others.
    pub fn from_numbers(divisions: Vec<DivisionId>, numbers: &[u16]) -> Option<Self> {
        let count = divisions.len();
        let pairs = pairs_of(count);
        let (order, rest) = numbers.split_at_checked(count)?;
        let (furthest, rest) = rest.split_at_checked(2 * pairs.min(FURTHEST))?;
        let (glances, []) = rest.as_chunks::<NUMBERS>() else { return None };
        let furthest = furthest.as_chunks::<2>().0.iter().map(|&[high, low]| u32::from(high) << 16 | u32::from(low));
        let survey = Self { divisions, order: order.to_vec(), furthest: furthest.collect(), glances: glances.to_vec() };
        let is_whole = survey.glances.len() == pairs
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

/// A division, and the wordings of its goods.
#[derive(Debug)]
struct Sided<'i, 'd> {
    indexed: &'i Indexed<'d>,
    /// The wording of each of its goods, by their numbers.
    good_wordings: Vec<u32>,
    /// The wordings of the goods on each side of each value.
    wordings: Vec<[Vec<u32>; 2]>,
    /// The numbers of the goods on each side of each value.
    sides: Vec<[Vec<u32>; 2]>,
    /// For each good the others that a value trades for it.
    traded: Vec<Vec<u32>>,
}

impl<'i, 'd> Sided<'i, 'd> {
    fn new(indexed: &'i Indexed<'d>) -> Self {
        let goods = &indexed.preferences.goods;
        let number = |good: &GoodId| goods.binary_search(good).unwrap_or_default() as u32;
        let numbers = |side: &Vec<GoodId>| side.iter().map(number).collect::<Vec<u32>>();
        let sides: Vec<[Vec<u32>; 2]> =
            indexed.values.iter().map(|value| value.sides.each_ref().map(numbers)).collect();
        let mut traded = vec![Vec::new(); goods.len()];
        for [pursued, cost] in &sides {
            for (&one, &other) in pursued.iter().flat_map(|one| cost.iter().map(move |other| (one, other))) {
                traded[one as usize].push(other);
                traded[other as usize].push(one);
            }
        }
        Self { indexed, good_wordings: Vec::new(), wordings: Vec::new(), sides, traded }
    }
}

impl<'i, 'd> Surveying<'i, 'd> {
    /// Begins. Without a table of words, what is suggested are wordings that are written alike.
    pub fn new(index: &'i Index<'d>, meaning: Option<&'i Meaning>) -> Self {
        let in_play = index.divisions.iter().filter(|division| !division.values.is_empty());
        let mut divisions: Vec<Sided<'i, 'd>> = in_play.map(Sided::new).collect();
        let mut last: BTreeMap<&'d str, usize> = BTreeMap::new();
        let named = |division: &Sided<'i, 'd>| first_named(division.indexed);
        for (at, division) in divisions.iter().enumerate() {
            last.extend(named(division).into_iter().map(|named| (named.words, at)));
        }
        // Ordered by their last use: what a division needs of them is the end.
        let mut wordings: Vec<Wording<'d>> =
            last.into_iter().map(|(words, last)| Wording { words, last, stems: None }).collect();
        wordings.sort_by_key(|wording| wording.last);
        let number: BTreeMap<&str, u32> = (0..).zip(&wordings).map(|(at, wording)| (wording.words, at)).collect();
        for division in &mut divisions {
            let of_goods: Vec<u32> = named(division).into_iter().map(|named| number[named.words]).collect();
            let of_side = |side: &Vec<u32>| side.iter().map(|&good| of_goods[good as usize]).collect::<Vec<u32>>();
            division.wordings = division.sides.iter().map(|sides| sides.each_ref().map(of_side)).collect();
            division.good_wordings = of_goods;
        }
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
            glances: Vec::with_capacity(pairs_of(count)),
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
        2 * self.divisions[a].sides.len()
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

    /// The wordings that are written like that one.
    fn alike(&self, wording: u32) -> &[u32] {
        let stems = self.wordings[wording as usize].stems.as_ref();
        stems.and_then(|stems| self.alike.get(stems)).map_or(&[], Vec::as_slice)
    }

    /// Whether any from that wording on is written like one of the division.
    fn has_alike(&self, a: usize, first: usize) -> bool {
        let mut wordings = self.divisions[a].good_wordings.iter();
        wordings.any(|&wording| self.alike(wording).iter().any(|&other| other as usize >= first))
    }

    fn hold(&mut self, a: usize, from: usize) -> Next {
        if self.may_suggest && self.meaning.is_some() && from < self.wordings.len() {
            let to = self.wordings.len().min(from + (HELD / self.held.lanes.len().max(1)).max(1));
            self.held.hold(&self.phrases, from..to);
            self.done += (self.held_at_once(a) * (to - from)) as u64;
            return Next::Hold(a, to);
        }
        // What is written alike is as near as can be.
        for lane in (0..self.held.wordings.len()).take_while(|_| self.may_suggest) {
            let wording = self.wordings.get(self.held.wordings[lane] as usize);
            let stems = wording.and_then(|wording| wording.stems.as_ref());
            for &other in stems.and_then(|stems| self.alike.get(stems)).into_iter().flatten() {
                if other as usize >= self.held.first {
                    self.held.near_mut(other)[lane] = 1.0;
                }
            }
        }
        Next::Count(a, a + 1)
    }

    fn count(&mut self, a: usize, from: usize) -> Next {
        let to = self.divisions.len().min(from + COUNTED);
        for b in from..to {
            let [one, other] = [&self.divisions[a], &self.divisions[b]];
            self.meeting.of(one.indexed, other.indexed);
            let mut glance = Glance::of(&self.meeting.summary(one.indexed.id, other.indexed.id));
            if self.may_suggest && self.meeting.main.iter().flatten().any(|&main| main == Kind::Alone) {
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

/// The wordings of one division, and how near each of many others is to them.
#[derive(Debug, Default)]
struct Held {
    /// First what its values pursue, then what they cost, each filled up to a multiple of [`LANES`]; then what sides name
    /// beside their first good.
    wordings: Vec<u32>,
    /// What sides name beside their first good: the lane of the side, and that of the other good.
    others: Vec<[usize; 2]>,
    lanes: Lanes,
    /// The first wording that it is held against.
    first: usize,
    /// Of each of these in turn, how near it is to each lane.
    near: Vec<f32>,
}

impl Held {
    /// Takes up a division, to be held against the wordings from `first` to the last.
    fn take(&mut self, division: &Sided<'_, '_>, phrases: &[Phrase], first: usize, last: usize) {
        let half = division.wordings.len().next_multiple_of(LANES);
        self.wordings.clear();
        self.others.clear();
        for place in Place::BOTH {
            // A side in play names a good.
            let first = |side: &[Vec<u32>; 2]| side[place as usize].first().copied().unwrap_or(NO_WORDING);
            self.wordings.extend(division.wordings.iter().map(first));
            self.wordings.resize(half * (1 + place as usize), NO_WORDING);
        }
        for (lane, side) in division.wordings.iter().enumerate() {
            for place in Place::BOTH {
                for &other in side[place as usize].iter().skip(1) {
                    self.others.push([half * place as usize + lane, self.wordings.len()]);
                    self.wordings.push(other);
                }
            }
        }
        // Without a table of words no phrase is near to any.
        let phrase = |&wording: &u32| phrases.get(wording as usize).unwrap_or(&Phrase::NOWHERE);
        self.lanes.take(self.wordings.iter().map(phrase));
        self.first = first;
        // With a table of words all of it is written anew.
        if phrases.is_empty() {
            self.near.clear();
        }
        self.near.resize(self.lanes.len() * (last - first), 0.0);
    }

    /// Holds it against some of the wordings.
    fn hold(&mut self, phrases: &[Phrase], wordings: Range<usize>) {
        let wide = self.lanes.len();
        let near = &mut self.near[(wordings.start - self.first) * wide..(wordings.end - self.first) * wide];
        self.lanes.similarities(&phrases[wordings], near, plain);
    }

    /// How near a wording is to each lane.
    fn near(&self, wording: u32) -> &[f32] {
        &self.near[(wording as usize - self.first) * self.lanes.len()..][..self.lanes.len()]
    }

    /// How near the nearest of these wordings is to each lane.
    fn nearest_of(&self, wordings: &[u32], nearest: &mut Vec<f32>) {
        nearest.clear();
        nearest.resize(self.lanes.len(), 0.0);
        for &wording in wordings {
            nearest.iter_mut().zip(self.near(wording)).for_each(|(most, &near)| *most = greater(*most, near));
        }
        for &[lane, other] in &self.others {
            nearest[lane] = greater(nearest[lane], nearest[other]);
        }
    }

    fn near_mut(&mut self, wording: u32) -> &mut [f32] {
        let wide = self.lanes.len();
        &mut self.near[(wording as usize - self.first) * wide..][..wide]
    }
}

/// The greater of two numbers that are numbers: quicker than the standard library's, which minds others.
fn greater(one: f32, other: f32) -> f32 {
    if one > other { one } else { other }
}

/// A similarity as hints have it: what is faint is nothing.
fn plain(similarity: f32) -> f32 {
    let similarity = if similarity > 1.0 { 1.0 } else { similarity };
    if similarity < FAINT { 0.0 } else { similarity }
}

/// The nearest that a value is to one of the others, zero where nothing is suggested.
#[derive(Clone, Copy, Debug, Default)]
struct Nearest {
    /// Read in whichever way.
    any: f32,
    /// Read straight, with aims that are near.
    straight: f32,
    /// Read crosswise.
    crossed: f32,
}

/// What suggestions would make of a pair. One is used for many, so that none of them allocates.
#[derive(Debug, Default)]
struct Guessing {
    /// For each value of A: the nearest in whichever way, straight and crosswise, in three rows.
    nearest: [Vec<[f32; LANES]>; 3],
    /// How near the sides of B's value at hand are to each lane.
    sides: [Vec<f32>; 2],
    /// What was put out of the way for this pair: a wording, a lane, and how near the two are.
    hidden: Vec<(u32, usize, f32)>,
}

impl Guessing {
    /// Adds to a glance what the values of two divisions would be that have no counterpart so far.
    ///
    /// It suggests what a comparison in full does, which suggests less in two cases: of one good it suggests the three
    /// nearest, and it does not relate what people declared apart by way of a third. Steps it does not follow. Which way a value
    /// leans it takes from the nearest reading of all; a comparison lists several.
    fn of(
        &mut self,
        [a, b]: [&Sided<'_, '_>; 2],
        held: &mut Held,
        meeting: &Meeting,
        apart: &BTreeMap<GoodId, Vec<GoodId>>,
        glance: &mut Glance,
    ) {
        self.hide([a, b], held, meeting, apart);
        for nearest in &mut self.nearest {
            nearest.clear();
            nearest.resize(a.sides.len().div_ceil(LANES), [0.0; LANES]);
        }
        for (wordings, &main) in b.wordings.iter().zip(&meeting.main[1]) {
            let nearest = match wordings.each_ref().map(Vec::as_slice) {
                [&[pursued], &[cost]] if held.others.is_empty() => {
                    read([pursued, cost].map(|wording| held.near(wording)), &mut self.nearest)
                }
                wordings => {
                    for (side, wordings) in self.sides.iter_mut().zip(wordings) {
                        held.nearest_of(wordings, side);
                    }
                    read(self.sides.each_ref().map(Vec::as_slice), &mut self.nearest)
                }
            };
            if main == Kind::Alone {
                nearest.count(glance);
            }
        }
        for (value, _) in meeting.main[0].iter().enumerate().filter(|&(_, &main)| main == Kind::Alone) {
            let [any, straight, crossed] = self.nearest.each_ref().map(|nearest| nearest[value / LANES][value % LANES]);
            Nearest { any, straight, crossed }.count(glance);
        }
        for (wording, lane, near) in self.hidden.drain(..).rev() {
            held.near_mut(wording)[lane] = near;
        }
    }

    /// Puts out of the way what may not be suggested: nobody trades a good for itself, and what people told apart is not
    /// asked again.
    fn hide(
        &mut self,
        [a, b]: [&Sided<'_, '_>; 2],
        held: &mut Held,
        meeting: &Meeting,
        apart: &BTreeMap<GoodId, Vec<GoodId>>,
    ) {
        let hidden = &mut self.hidden;
        let mut hide = |good_a: u32, good_b: u32| {
            let [wording_a, wording_b] = [a.good_wordings[good_a as usize], b.good_wordings[good_b as usize]];
            for lane in (0..held.wordings.len()).filter(|&lane| held.wordings[lane] == wording_a) {
                hidden.push((wording_b, lane, held.near(wording_b)[lane]));
            }
        };
        for (at_a, at_b) in meeting.common() {
            a.traded[at_a as usize].iter().for_each(|&traded| hide(traded, at_b));
            b.traded[at_b as usize].iter().for_each(|&traded| hide(at_a, traded));
        }
        if !apart.is_empty() {
            for (at_a, good) in (0..).zip(&a.indexed.preferences.goods) {
                for other in apart.get(good).into_iter().flatten() {
                    if let Ok(at_b) = b.indexed.preferences.goods.binary_search(other) {
                        hide(at_a, at_b as u32);
                    }
                }
            }
        }
        for &(wording, lane, _) in &self.hidden {
            held.near_mut(wording)[lane] = 0.0;
        }
    }
}

/// Reads a value of B, whose sides are that near to each lane, with each of A's, as a comparison does with two; what it
/// comes to for that value, and notes what for A's.
fn read([pursued, cost]: [&[f32]; 2], [any, straight, crossed]: &mut [Vec<[f32; LANES]>; 3]) -> Nearest {
    let [pursued, cost] = [pursued, cost].map(|side| side.as_chunks::<LANES>().0);
    let (aims, aim_price) = pursued.split_at(any.len());
    let (price_aim, prices) = cost.split_at(any.len());
    let mut most = [[0.0; LANES]; 3];
    let sides = aims.iter().zip(aim_price).zip(price_aim.iter().zip(prices));
    let nearest = any.iter_mut().zip(straight).zip(crossed);
    for (((aims, aim_price), (price_aim, prices)), ((any, straight), crossed)) in sides.zip(nearest) {
        let read = read_lanes([aims, aim_price, price_aim, prices]);
        most = [0, 1, 2].map(|way: usize| greater_each(most[way], read[way]));
        *any = greater_each(*any, read[0]);
        *straight = greater_each(*straight, read[1]);
        *crossed = greater_each(*crossed, read[2]);
    }
    let [any, straight, crossed] = most.map(|lanes| lanes.into_iter().fold(0.0, greater));
    Nearest { any, straight, crossed }
}

#[inline]
fn greater_each(one: [f32; LANES], other: [f32; LANES]) -> [f32; LANES] {
    std::array::from_fn(|lane| greater(one[lane], other[lane]))
}

/// How near the values are whose sides are that near: in whichever way, straight, and crosswise.
#[inline]
fn read_lanes([aims, aim_price, price_aim, prices]: [&[f32; LANES]; 4]) -> [[f32; LANES]; 3] {
    let mut read = [[0.0_f32; LANES]; 3];
    for lane in 0..LANES {
        let straight = aims[lane] + 0.5 * prices[lane];
        let crossed = 0.75 * (aim_price[lane] + price_aim[lane]);
        let across = greater(aim_price[lane], price_aim[lane]);
        let along = greater(aims[lane], prices[lane]);
        let when = |near: f32, nearness: f32| if (near >= NEAR) & (nearness >= LIKELY) { nearness } else { 0.0 };
        read[0][lane] = when(greater(along, across), greater(straight, crossed));
        read[1][lane] = when(aims[lane], straight);
        read[2][lane] = when(across, crossed);
    }
    read
}

/// So many of A's values are read at once.
const LANES: usize = 4;
/// In a lane that only fills up.
const NO_WORDING: u32 = u32::MAX;

impl Nearest {
    /// Counts a value whose nearest these are.
    fn count(self, glance: &mut Glance) {
        let is_plain = (self.straight - self.crossed).abs() >= MARGIN;
        glance.maybe += u32::from(self.any > 0.0);
        glance.maybe_apart += u32::from(is_plain && self.crossed > self.straight);
        glance.maybe_together += u32::from(is_plain && self.straight > self.crossed);
    }
}
