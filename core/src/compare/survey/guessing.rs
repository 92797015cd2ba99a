//! What suggestions would make of a pair of divisions.

use std::collections::BTreeMap;

use crate::compare::glance::Glance;
use crate::compare::kind::Kind;
use crate::compare::meet::Meeting;
use crate::compare::same::GoodId;
use crate::compare::suggest::{LIKELY, MARGIN};
use crate::meaning::NEAR;

use super::held::{Held, LANES, greater};
use super::sided::Sided;

/// One number for each of some values that are read at once.
type Each = [f32; LANES];

/// What suggestions would make of a pair. One is used for many, so that none of them allocates.
#[derive(Debug, Default)]
pub(super) struct Guessing {
    /// For the values of A and for those of B, so many at once.
    of_a: Vec<Nearest>,
    of_b: Vec<Nearest>,
    /// For each of B's, over so many of A's at once: put together at the end, since a compiler that sees both in one mixes the
    /// lanes up.
    of_each: Vec<Nearest>,
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
    #[inline(never)]
    pub(super) fn of(
        &mut self,
        [a, b]: [&Sided<'_, '_>; 2],
        held: &mut Held,
        meeting: &Meeting,
        apart: &BTreeMap<GoodId, Vec<GoodId>>,
        glance: &mut Glance,
    ) {
        self.hide([a, b], held, meeting, apart);
        self.read([a, b], held);
        let [mains_a, mains_b] = &meeting.main;
        count(&self.of_a, mains_a, glance);
        count(&self.of_b, mains_b, glance);
        // The last first, since one may have been put out of the way twice.
        for (wording, lane, near) in self.hidden.drain(..).rev() {
            held.replace(wording, lane, near);
        }
    }

    /// Reads each of B's values with each of A's.
    #[inline(never)]
    fn read(&mut self, [a, b]: [&Sided<'_, '_>; 2], held: &Held) {
        self.of_a.clear();
        self.of_a.resize(a.firsts.len().div_ceil(LANES), Nearest::default());
        self.of_each.clear();
        let is_plain = b.is_plain && held.is_plain();
        for (value, firsts) in b.firsts.iter().enumerate() {
            let sides = if is_plain {
                firsts.map(|wording| held.near(wording))
            } else {
                for (side, wordings) in self.sides.iter_mut().zip(b.wordings(value)) {
                    held.nearest_of(wordings, side);
                }
                self.sides.each_ref().map(Vec::as_slice)
            };
            self.of_each.push(read(sides, &mut self.of_a));
        }
        self.of_each.resize(b.firsts.len().next_multiple_of(LANES), Nearest::default());
        self.of_b.clear();
        self.of_b.extend(self.of_each.as_chunks().0.iter().map(put_together));
    }

    /// Puts out of the way what may not be suggested: nobody trades a good for itself, and what people told apart is not
    /// asked again.
    #[inline(never)]
    fn hide(
        &mut self,
        [a, b]: [&Sided<'_, '_>; 2],
        held: &mut Held,
        meeting: &Meeting,
        apart: &BTreeMap<GoodId, Vec<GoodId>>,
    ) {
        let hidden = &mut self.hidden;
        let mut hide = |good_a: u32, wording: u32| {
            for at in 0..held.lanes_of(good_a).len() {
                let lane = held.lanes_of(good_a)[at];
                hidden.push((wording, lane, held.replace(wording, lane, 0.0)));
            }
        };
        let mut before = None;
        for (good, stand) in meeting.found(b.indexed) {
            // Once for each good, which may stand in many values.
            if before.replace(stand.number) != Some(stand.number) {
                let wording = b.good_wordings[stand.number as usize];
                a.traded[good as usize].iter().for_each(|&traded| hide(traded, wording));
            }
            b.across(stand).iter().for_each(|&wording| hide(good, wording));
        }
        if !apart.is_empty() {
            for (at_a, good) in (0..).zip(&a.indexed.preferences.goods) {
                for other in apart.get(good).into_iter().flatten() {
                    if let Ok(at_b) = b.indexed.preferences.goods.binary_search(other) {
                        hide(at_a, b.good_wordings[at_b]);
                    }
                }
            }
        }
    }
}

/// The nearest that each of some values is to one of the others: read straight, aim with aim and price with price; the same
/// with aims that are near, zero where none is; read crosswise, aim with price.
type Nearest = [Each; 3];

/// Reads a value of B, whose sides are that near to each lane, with each of A's, as a comparison does with two; what it
/// comes to for that value, and notes what for A's.
#[inline]
fn read([pursued, cost]: [&[f32]; 2], of_a: &mut [Nearest]) -> Nearest {
    let [pursued, cost] = [pursued, cost].map(|side| side.as_chunks::<LANES>().0);
    let (aims, aim_price) = pursued.split_at(of_a.len());
    let (price_aim, prices) = cost.split_at(of_a.len());
    let mut most = Nearest::default();
    let sides = aims.iter().zip(aim_price).zip(price_aim.iter().zip(prices));
    for (((aims, aim_price), (price_aim, prices)), of_a) in sides.zip(of_a) {
        let straight: Each = std::array::from_fn(|lane| aims[lane] + 0.5 * prices[lane]);
        let with_aims: Each = std::array::from_fn(|lane| if aims[lane] >= NEAR { straight[lane] } else { 0.0 });
        let crossed: Each = std::array::from_fn(|lane| 0.75 * (aim_price[lane] + price_aim[lane]));
        for (way, nearness) in [straight, with_aims, crossed].iter().enumerate() {
            most[way] = greater_each(most[way], nearness);
            of_a[way] = greater_each(of_a[way], nearness);
        }
    }
    most
}

#[inline]
fn greater_each(one: Each, other: &Each) -> Each {
    std::array::from_fn(|lane| greater(one[lane], other[lane]))
}

// A reading that is likely has sides that are near: only whether its aims are has to be looked at.
const _: () = assert!(LIKELY >= 1.5 * NEAR);

/// The nearest of some values, each of them over so many of the others.
#[inline]
fn put_together(values: &[Nearest; LANES]) -> Nearest {
    let greatest = |[one, two, three, four]: Each| greater(greater(one, two), greater(three, four));
    std::array::from_fn(|way| std::array::from_fn(|value| greatest(values[value][way])))
}

/// Counts the values whose nearest these are and whose main relations those, but for the ones that have a counterpart. It goes
/// the same way whatever the numbers are: a processor could not foresee which.
#[inline(never)]
fn count(nearest: &[Nearest], mains: &[Kind], glance: &mut Glance) {
    let [mut maybe, mut maybe_apart, mut maybe_together] = [0; 3];
    for ([straight, with_aims, crossed], mains) in nearest.iter().zip(mains.chunks(LANES)) {
        for (lane, &main) in mains.iter().enumerate() {
            let alone = u32::from(main == Kind::Alone);
            let [together, apart] = [with_aims, crossed].map(|lanes| u32::from(lanes[lane] >= LIKELY));
            let more = crossed[lane] - with_aims[lane];
            maybe += alone & (u32::from(straight[lane] >= LIKELY) | apart);
            maybe_apart += alone & apart & (together ^ 1 | u32::from(more >= MARGIN));
            maybe_together += alone & together & (apart ^ 1 | u32::from(more <= -MARGIN));
        }
    }
    glance.maybe += maybe;
    glance.maybe_apart += maybe_apart;
    glance.maybe_together += maybe_together;
}
