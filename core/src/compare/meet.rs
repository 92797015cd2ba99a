//! How the values of two divisions meet: every pair's relation, every value's main one, and the counts.

use crate::document::Place;
use crate::id::DivisionId;

use super::index::{Indexed, Stand};
use super::kind::{Counts, Kind};
use super::suggest::{Guess, Suggested};
use super::through::{Opposition, oppositions};

/// A value of each division, by their places in [`Indexed::values`], that name a common good.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) sides: Sides,
    /// Whether people have to tell which side belongs to which. Never where words are the same.
    pub(super) unsure: bool,
}

impl Met {
    /// The first row of the table that holds of the two.
    pub(super) fn kind(self) -> Kind {
        self.sides.kind()
    }
}

/// Which sides of a value of A and of one of B share a good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sides(u8);

impl Sides {
    const AIMS: Self = Self::of(Place::Pursued, Place::Pursued);
    const PRICES: Self = Self::of(Place::Cost, Place::Cost);
    const A_GIVES_UP: Self = Self::of(Place::Cost, Place::Pursued);
    const B_GIVES_UP: Self = Self::of(Place::Pursued, Place::Cost);

    pub(super) const ALL: Self = Self(15);

    /// One of A's and one of B's.
    pub(super) const fn of(a: Place, b: Place) -> Self {
        Self(1 << (a as u8 * 2 + b as u8))
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a side of A's and one of B's are among them.
    pub(super) const fn has(self, a: Place, b: Place) -> bool {
        self.0 & Self::of(a, b).0 != 0
    }

    /// The same, with A and B swapped.
    pub(super) fn mirrored(self) -> Self {
        let turned = pairs_of_places().filter(|&(a, b)| self.has(b, a));
        turned.fold(Self::default(), |all, (a, b)| all.and(Self::of(a, b)))
    }

    /// Those of aim and aim, price and price.
    pub(super) const fn straight(self) -> Self {
        Self(self.0 & Self::AIMS.and(Self::PRICES).0)
    }

    /// Those of aim and price.
    pub(super) const fn crossed(self) -> Self {
        Self(self.0 & Self::A_GIVES_UP.and(Self::B_GIVES_UP).0)
    }

    /// The first row of the table that holds of two values that share these: looked up, since it is asked of all pairs and
    /// a processor cannot foresee what it is.
    pub(super) fn kind(self) -> Kind {
        const KINDS: [Kind; Sides::ALL.0 as usize + 1] = {
            let mut kinds = [Kind::Alone; Sides::ALL.0 as usize + 1];
            let mut sides = 1;
            while sides < kinds.len() {
                kinds[sides] = Sides(sides as u8).first_row();
                sides += 1;
            }
            kinds
        };
        KINDS[self.0 as usize]
    }

    const fn first_row(self) -> Kind {
        const fn all(sides: Sides, of: Sides) -> bool {
            of.and(sides).0 == of.0
        }
        if all(Self::A_GIVES_UP.and(Self::B_GIVES_UP), self) {
            Kind::Reversed
        } else if all(Self::AIMS.and(Self::PRICES), self) {
            Kind::Shared
        } else if !self.crossed().is_empty() {
            Kind::Exposed
        } else if all(Self::AIMS, self) {
            Kind::SameAim
        } else {
            Kind::SamePrice
        }
    }
}

/// A side of A's and a side of B's: all four, in the order of A's, then of B's.
pub(super) fn pairs_of_places() -> impl Iterator<Item = (Place, Place)> {
    Place::BOTH.into_iter().flat_map(|a| Place::BOTH.map(|b| (a, b)))
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
    /// How many values of both have which main relation.
    mains: Counts,
    /// The goods that both name: their numbers in A's and in B's preferences.
    common: Vec<(u32, u32)>,
    /// Where B's goods were found among A's: their numbers there, and the places of what is B's.
    found: Vec<(u32, u32)>,
    /// The division that was taken up.
    taken_up: Option<DivisionId>,
    /// Of each good the number in A's preferences, [`NOT_NAMED`] where it is none of A's.
    numbers: Vec<u32>,
}

const NOT_NAMED: u32 = u32::MAX;

impl Meeting {
    /// Lets two divisions meet.
    pub(super) fn of(&mut self, a: &Indexed<'_>, b: &Indexed<'_>) {
        self.take_up(a);
        self.with(a, b);
    }

    /// Takes up a division, to meet others one after the other.
    pub(super) fn take_up(&mut self, a: &Indexed<'_>) {
        let goods = &a.preferences.goods;
        self.taken_up = Some(a.id);
        self.numbers.clear();
        self.numbers.resize(goods.last().map_or(0, |last| last.0 as usize + 1), NOT_NAMED);
        for (number, good) in (0..).zip(goods) {
            self.numbers[good.0 as usize] = number;
        }
    }

    /// Lets the division that was taken up meet another.
    #[inline(never)]
    pub(super) fn with(&mut self, a: &Indexed<'_>, b: &Indexed<'_>) {
        self.find_common(a, b);
        self.follow(a, b);
    }

    /// Lets them meet as they would if what is suggested were confirmed. Of several values that one may stand to, it takes
    /// the nearest. Steps are followed through goods that are written alike, and not through such as are only near in
    /// meaning: two guesses on one way are one too many.
    pub(super) fn if_confirmed(&mut self, a: &Indexed<'_>, b: &Indexed<'_>, suggested: &Suggested) {
        self.take_up(a);
        self.find_common(a, b);
        let number = |division: &Indexed<'_>, good| division.preferences.goods.binary_search(&good).ok();
        let alike =
            suggested.alike().filter_map(|[one, other]| Some((number(a, one)? as u32, number(b, other)? as u32)));
        self.common.extend(alike);
        let mut guesses: Vec<(Met, f32)> = Vec::new();
        let mut nearest = [a, b].map(|division| vec![0.0_f32; division.values.len()]);
        for (at_a, value_a) in (0..).zip(&a.values) {
            for (at_b, value_b) in (0..).zip(&b.values) {
                let certain = self.met_at(at_a, at_b).map(|at| self.met[at].sides).unwrap_or_default();
                if let Some(Guess { sides, unsure, nearness }) = suggested.guess(value_a, value_b, certain) {
                    guesses.push((Met { a: at_a, b: at_b, sides, unsure }, nearness));
                    for (nearest, at) in nearest.iter_mut().zip([at_a, at_b]) {
                        nearest[at as usize] = nearest[at as usize].max(nearness);
                    }
                }
            }
        }
        guesses.retain(|(met, nearness)| *nearness >= nearest[0][met.a as usize].min(nearest[1][met.b as usize]));
        // What is certain of two values is part of what is guessed of them.
        let guessed =
            |met: &Met| guesses.binary_search_by_key(&(met.a, met.b), |(guess, _)| (guess.a, guess.b)).is_ok();
        self.met.retain(|met| !guessed(met));
        self.met.extend(guesses.into_iter().map(|(guess, _)| guess));
        self.met.sort_unstable_by_key(|met| (met.a, met.b));
        self.follow(a, b);
    }

    /// Where two values stand in `met`, which is sorted.
    fn met_at(&self, a: u32, b: u32) -> Option<usize> {
        self.met.binary_search_by_key(&(a, b), |met| (met.a, met.b)).ok()
    }

    /// Follows the chains, and finds each value's main relation.
    fn follow(&mut self, a: &Indexed<'_>, b: &Indexed<'_>) {
        self.through.clear();
        if self.common.len() > 1 && (a.preferences.leads_further || b.preferences.leads_further) {
            let met = &self.met;
            let reversed = |a: u32, b: u32| {
                let found = met.binary_search_by_key(&(a, b), |met| (met.a, met.b));
                found.is_ok_and(|at| met[at].kind() == Kind::Reversed)
            };
            oppositions(a, b, &self.common, reversed, &mut self.through);
        }
        self.mains = Counts::default();
        for (main, division) in self.main.iter_mut().zip([a, b]) {
            main.clear();
            main.resize(division.values.len(), Kind::Alone);
            self.mains.add(Kind::Alone, division.values.len() as u32);
        }
        let [main_a, main_b] = &mut self.main;
        let mut better = |main: &mut Kind, kind: Kind| {
            self.mains.take(*main);
            *main = kind.min(*main);
            self.mains.add(*main, 1);
        };
        for met in &self.met {
            better(&mut main_a[met.a as usize], met.kind());
            better(&mut main_b[met.b as usize], met.kind());
        }
        for opposition in &self.through {
            opposition.a.iter().for_each(|step| better(&mut main_a[step.value as usize], Kind::ReversedThroughOthers));
            opposition.b.iter().for_each(|step| better(&mut main_b[step.value as usize], Kind::ReversedThroughOthers));
        }
    }

    /// Where B names goods that A names too, with their numbers in A's preferences.
    pub(super) fn found<'i>(&self, b: &'i Indexed<'_>) -> impl Iterator<Item = (u32, &'i Stand)> {
        self.found.iter().map(|&(number, at)| (number, &b.stands.all()[at as usize]))
    }

    /// Looks up B's goods, ascending, among those of A, which was taken up.
    fn find_common(&mut self, a: &Indexed<'_>, b: &Indexed<'_>) {
        debug_assert_eq!(self.taken_up, Some(a.id));
        self.common.clear();
        self.met.clear();
        // Few of them are found, and a processor cannot foresee which: so all are noted, and one that is not is written over.
        let stands = b.stands.all();
        self.found.resize(stands.len(), (0, 0));
        let mut found = 0;
        for (at, of_b) in (0..).zip(stands) {
            let number = self.numbers.get(of_b.good.0 as usize).copied().unwrap_or(NOT_NAMED);
            self.found[found] = (number, at);
            found += usize::from(number != NOT_NAMED);
        }
        self.found.truncate(found);
        for &(number, at) in &self.found {
            let of_b = stands[at as usize];
            let common = (number, of_b.number);
            if self.common.last() != Some(&common) {
                self.common.push(common);
            }
            let met = |of_a: &Stand| Met {
                a: of_a.value,
                b: of_b.value,
                sides: Sides::of(of_a.place, of_b.place),
                unsure: false,
            };
            self.met.extend(a.stands[number as usize].iter().map(met));
        }
        self.met.sort_unstable_by_key(|met| (met.a, met.b));
        self.met.dedup_by(|next, met| {
            let same = (next.a, next.b) == (met.a, met.b);
            if same {
                met.sides = met.sides.and(next.sides);
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
        counts.add(Kind::Alone, self.mains.of(Kind::Alone));
        counts
    }

    pub(super) fn summary(&self, a: DivisionId, b: DivisionId) -> Summary {
        Summary {
            a,
            b,
            counts: self.counts(),
            values_apart: self.mains.of_all(Kind::is_apart),
            values_together: self.mains.of_all(Kind::is_together),
            values_with_counterpart: self.mains.of_all(|kind| kind != Kind::Alone),
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
