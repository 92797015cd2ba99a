//! How the values of two divisions meet: every pair's relation, every value's main one, and the counts.

use crate::document::Place;
use crate::id::DivisionId;

use super::index::Indexed;
use super::kind::{Counts, Kind};
use super::through::{Opposition, oppositions};

/// A value of each division, by their places in [`Indexed::values`], that name a common good.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    pub(super) a: u32,
    pub(super) b: u32,
    /// The sides that share a good: a bit each of [`bit`].
    sides: u8,
}

/// The bit for a side of A's value and a side of B's.
const fn bit(a: Place, b: Place) -> u8 {
    1 << (a as u8 * 2 + b as u8)
}

const AIMS: u8 = bit(Place::Pursued, Place::Pursued);
const PRICES: u8 = bit(Place::Cost, Place::Cost);
const A_GIVES_UP: u8 = bit(Place::Cost, Place::Pursued);
const B_GIVES_UP: u8 = bit(Place::Pursued, Place::Cost);

impl Met {
    /// The first row of the table that holds of the two.
    pub(super) fn kind(self) -> Kind {
        let all = |sides: u8| self.sides & sides == sides;
        if all(A_GIVES_UP | B_GIVES_UP) {
            Kind::Reversed
        } else if all(AIMS | PRICES) {
            Kind::Shared
        } else if self.sides & (A_GIVES_UP | B_GIVES_UP) != 0 {
            Kind::Exposed
        } else if all(AIMS) {
            Kind::SameAim
        } else {
            Kind::SamePrice
        }
    }
}

/// How two divisions' values meet. One is used for many pairs, so that none of them allocates.
#[derive(Debug, Default)]
pub(super) struct Meeting {
    /// The values that name a common good, ascending.
    pub(super) met: Vec<Met>,
    /// The oppositions in steps that tell something, shortest first.
    pub(super) through: Vec<Opposition>,
    /// Each value's main relation, for either division.
    pub(super) main: [Vec<Kind>; 2],
    /// The goods that both name: their numbers in A's and in B's preferences.
    common: Vec<(u32, u32)>,
}

impl Meeting {
    /// Lets two divisions meet.
    pub(super) fn of(&mut self, a: &Indexed<'_>, b: &Indexed<'_>) {
        self.find_common(a, b);
        self.through.clear();
        if self.common.len() > 1 {
            let met = &self.met;
            let reversed = |a: u32, b: u32| {
                let found = met.binary_search_by_key(&(a, b), |met| (met.a, met.b));
                found.is_ok_and(|at| met[at].kind() == Kind::Reversed)
            };
            oppositions(a, b, &self.common, reversed, &mut self.through);
        }
        for (main, division) in self.main.iter_mut().zip([a, b]) {
            main.clear();
            main.resize(division.values.len(), Kind::Alone);
        }
        let [main_a, main_b] = &mut self.main;
        let better = |main: &mut Kind, kind: Kind| *main = kind.min(*main);
        for met in &self.met {
            better(&mut main_a[met.a as usize], met.kind());
            better(&mut main_b[met.b as usize], met.kind());
        }
        for opposition in &self.through {
            opposition.a.iter().for_each(|step| better(&mut main_a[step.value as usize], Kind::ReversedThroughOthers));
            opposition.b.iter().for_each(|step| better(&mut main_b[step.value as usize], Kind::ReversedThroughOthers));
        }
    }

    /// Walks both divisions' goods, which are sorted, side by side.
    fn find_common(&mut self, a: &Indexed<'_>, b: &Indexed<'_>) {
        self.common.clear();
        self.met.clear();
        let (goods_a, goods_b) = (&a.preferences.goods, &b.preferences.goods);
        let (mut at_a, mut at_b) = (0, 0);
        while let (Some(good_a), Some(good_b)) = (goods_a.get(at_a), goods_b.get(at_b)) {
            if good_a == good_b {
                self.common.push((at_a as u32, at_b as u32));
                for &(value_a, place_a) in a.stands_of(at_a) {
                    let met = |&(value_b, place_b)| Met { a: value_a, b: value_b, sides: bit(place_a, place_b) };
                    self.met.extend(b.stands_of(at_b).iter().map(met));
                }
            }
            let (next_a, next_b) = (good_a <= good_b, good_b <= good_a);
            at_a += usize::from(next_a);
            at_b += usize::from(next_b);
        }
        self.met.sort_unstable_by_key(|met| (met.a, met.b));
        self.met.dedup_by(|next, met| {
            let same = (next.a, next.b) == (met.a, met.b);
            if same {
                met.sides |= next.sides;
            }
            same
        });
    }

    /// Whether a pair of values is worth a line: its relation is the main one of either value.
    pub(super) fn is_listed(&self, met: Met) -> bool {
        let kind = met.kind();
        self.main[0][met.a as usize] == kind || self.main[1][met.b as usize] == kind
    }

    /// Counts the relations that are worth a line.
    pub(super) fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for &met in self.met.iter().filter(|&&met| self.is_listed(met)) {
            counts.add(met.kind(), 1);
        }
        counts.add(Kind::ReversedThroughOthers, self.through.len() as u32);
        counts.add(Kind::Alone, self.values(|kind| kind == Kind::Alone));
        counts
    }

    fn values(&self, main: impl Fn(Kind) -> bool) -> u32 {
        self.main.iter().flatten().filter(|&&kind| main(kind)).count() as u32
    }

    pub(super) fn summary(&self, a: DivisionId, b: DivisionId) -> Summary {
        Summary {
            a,
            b,
            counts: self.counts(),
            values_apart: self.values(Kind::is_apart),
            values_together: self.values(Kind::is_together),
            values_with_counterpart: self.values(|kind| kind != Kind::Alone),
        }
    }
}

/// Two divisions in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The one division.
    pub a: DivisionId,
    /// The other.
    pub b: DivisionId,
    /// The relations of each kind that are certain.
    pub counts: Counts,
    /// The values of both whose main relation sets the divisions apart.
    pub values_apart: u32,
    /// The values of both whose main relation holds them together.
    pub values_together: u32,
    /// The values of both with any relation.
    pub values_with_counterpart: u32,
}

impl Summary {
    /// How much sets the divisions apart: the share, `0..=1`, of the values with a counterpart whose main
    /// relation is head-on, head-on in steps or may clash. None without any. For ordering and colour only.
    pub fn apart(&self) -> Option<f64> {
        self.share(self.values_apart)
    }

    /// How much holds them together: the share, `0..=1`, of the values with a counterpart whose main relation
    /// is shared or same aim. None without any. For ordering and colour only.
    pub fn together(&self) -> Option<f64> {
        self.share(self.values_together)
    }

    fn share(&self, values: u32) -> Option<f64> {
        (self.values_with_counterpart > 0).then(|| f64::from(values) / f64::from(self.values_with_counterpart))
    }
}
