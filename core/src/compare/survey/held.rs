//! The wordings of one division, held against many others.

use std::ops::Range;

use crate::compare::lists::Lists;
use crate::document::Place;
use crate::meaning::{FAINT, Lanes, Phrase};

use super::sided::Sided;

/// So many of a division's values are read at once.
pub(super) const LANES: usize = 4;
/// In a lane that only fills up, and in that of a side without any word.
pub(super) const NO_WORDING: u32 = u32::MAX;

/// The wordings of one division, and how near each of many others is to them.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// First what its values pursue, then what they cost, each filled up to a multiple of [`LANES`]; then what sides name
    /// beside their first good.
    wordings: Vec<u32>,
    /// What sides name beside their first good: the lane of the side, and that of the other good.
    others: Vec<[usize; 2]>,
    /// The lanes of each of its goods, by their numbers.
    lanes_of: Lists<usize>,
    lanes: Lanes,
    /// The first wording that it is held against.
    first: usize,
    /// Of each of these in turn, how near it is to each lane.
    near: Vec<f32>,
}

impl Held {
    /// Takes up a division, to be held against the wordings from `first` to the last.
    pub(super) fn take(&mut self, division: &Sided<'_, '_>, phrases: &[Phrase], first: usize, last: usize) {
        let half = division.firsts.len().next_multiple_of(LANES);
        self.wordings.clear();
        self.others.clear();
        for place in Place::BOTH {
            self.wordings.extend(division.firsts.iter().map(|sides| sides[place as usize]));
            self.wordings.resize(half * (1 + place as usize), NO_WORDING);
        }
        for lane in 0..division.firsts.len() {
            for place in Place::BOTH {
                for &other in division.wordings(lane)[place as usize].iter().skip(1) {
                    self.others.push([half * place as usize + lane, self.wordings.len()]);
                    self.wordings.push(other);
                }
            }
        }
        let mut lanes: Vec<(u32, usize)> = self.wordings.iter().copied().zip(0..).collect();
        lanes.sort_unstable();
        let lanes_of = |wording: &u32| {
            let first = lanes.partition_point(|(other, _)| other < wording);
            let all = lanes[first..].iter().take_while(move |(other, _)| other == wording);
            all.map(|&(_, lane)| lane).collect::<Vec<usize>>()
        };
        self.lanes_of = division.good_wordings.iter().map(lanes_of).collect();
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

    /// How many lanes there are, at least one.
    pub(super) fn wide(&self) -> usize {
        self.lanes.len().max(1)
    }

    /// Holds it against some of the wordings.
    #[inline(never)]
    pub(super) fn hold(&mut self, phrases: &[Phrase], wordings: Range<usize>) {
        let wide = self.lanes.len();
        let near = &mut self.near[(wordings.start - self.first) * wide..(wordings.end - self.first) * wide];
        self.lanes.similarities(&phrases[wordings], near, plain);
    }

    /// Holds it against what is written alike, which is as near as can be: `alike` tells of a wording which others are.
    pub(super) fn hold_alike<'a>(&mut self, alike: impl Fn(u32) -> &'a [u32]) {
        for lane in 0..self.wordings.len() {
            for &other in alike(self.wordings[lane]) {
                if other as usize >= self.first {
                    self.near_mut(other)[lane] = 1.0;
                }
            }
        }
    }

    /// Whether no side names more than one good.
    pub(super) fn is_plain(&self) -> bool {
        self.others.is_empty()
    }

    /// The lanes of the good with that number.
    pub(super) fn lanes_of(&self, good: u32) -> &[usize] {
        &self.lanes_of[good as usize]
    }

    /// How near a wording is to each lane.
    pub(super) fn near(&self, wording: u32) -> &[f32] {
        &self.near[(wording as usize - self.first) * self.lanes.len()..][..self.lanes.len()]
    }

    /// How near the nearest of these wordings is to each lane.
    pub(super) fn nearest_of(&self, wordings: &[u32], nearest: &mut Vec<f32>) {
        nearest.clear();
        nearest.resize(self.lanes.len(), 0.0);
        for &wording in wordings {
            nearest.iter_mut().zip(self.near(wording)).for_each(|(most, &near)| *most = greater(*most, near));
        }
        for &[lane, other] in &self.others {
            nearest[lane] = greater(nearest[lane], nearest[other]);
        }
    }

    /// Says how near a wording of another division is to a lane, and answers what it said before.
    pub(super) fn replace(&mut self, wording: u32, lane: usize, near: f32) -> f32 {
        let at = (wording as usize - self.first) * self.lanes.len() + lane;
        std::mem::replace(&mut self.near[at], near)
    }

    fn near_mut(&mut self, wording: u32) -> &mut [f32] {
        let wide = self.lanes.len();
        &mut self.near[(wording as usize - self.first) * wide..][..wide]
    }
}

/// The greater of two numbers that are numbers: quicker than the standard library's, which minds others.
#[inline]
pub(super) fn greater(one: f32, other: f32) -> f32 {
    if one > other { one } else { other }
}

/// A similarity as hints have it: what is faint is nothing.
fn plain(similarity: f32) -> f32 {
    let similarity = if similarity > 1.0 { 1.0 } else { similarity };
    if similarity < FAINT { 0.0 } else { similarity }
}
