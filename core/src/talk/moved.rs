//! Which relations of two divisions moved between two snapshots.
//!
//! A value is the same value by its id, else by its words as far as they fold to the same: a set that was pasted anew is
//! still that set. A relation is the same by the values that it is between. "No counterpart" is what is left where no
//! relation is, so it moves only with a value that comes or goes: otherwise the relation that came or went tells it.

use crate::compare::Kind;
use crate::document::{Seen, SeenRelation, SeenValue};
use crate::good::Good;

/// A relation that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// What it was; none where there was none.
    pub from: Option<Kind>,
    /// What it is; none where it is no longer there. The same as before where only the words are others.
    pub to: Option<Kind>,
    /// A's values and B's as they were; empty where the relation is new.
    pub before: [Vec<SeenValue>; 2],
    /// As they are; empty where it has gone.
    pub after: [Vec<SeenValue>; 2],
}

impl Move {
    /// The kinds, in words.
    pub fn words(&self) -> String {
        match (self.from, self.to) {
            (None, Some(Kind::Alone)) => "New, and without counterpart".to_owned(),
            (None, Some(kind)) => ["New: ", kind.label()].concat(),
            (Some(Kind::Alone), None) => "No longer there; it had no counterpart".to_owned(),
            (Some(kind), None) => ["No longer ", kind.label()].concat(),
            (Some(from), Some(to)) if from == to => ["Still ", to.label(), ", in other words"].concat(),
            (Some(from), Some(to)) => ["Now ", to.label(), ", before ", from.label()].concat(),
            (None, None) => String::new(),
        }
    }

    /// The values that it is told by: as they are, or as they were where it has gone.
    pub fn sides(&self) -> &[Vec<SeenValue>; 2] {
        if self.to.is_some() { &self.after } else { &self.before }
    }

    /// Whether only the words of its values are others.
    pub fn is_reworded(&self) -> bool {
        self.from == self.to
    }
}

/// How many moved, in words.
pub fn in_short(moves: &[Move]) -> String {
    let count = |is: fn(&Move) -> bool| moves.iter().filter(|moved| is(moved)).count();
    let counts = [
        (count(|moved| moved.from.is_none()), "new"),
        (count(|moved| moved.from.is_some() && moved.to.is_some() && !moved.is_reworded()), "changed"),
        (count(|moved| moved.to.is_none()), "no longer there"),
        (count(Move::is_reworded), "in other words"),
    ];
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> = told.map(|(count, words)| [&count.to_string(), " ", words].concat()).collect();
    if told.is_empty() { "Nothing moved.".to_owned() } else { [&*told.join(", "), "."].concat() }
}

/// What moved from the one to the other: what is worst now first, then what has gone.
pub fn moved(earlier: &Seen, later: &Seen) -> Vec<Move> {
    let same = [0, 1].map(|which| Same::of(&earlier.values[which], &later.values[which]));
    let mut before: Vec<Told<'_>> = earlier.relations.iter().map(|relation| Told::earlier(relation, &same)).collect();
    let mut after: Vec<Told<'_>> = later.relations.iter().map(|relation| Told::later(relation, &same)).collect();
    let mut found: Vec<(Option<&SeenRelation>, Option<&SeenRelation>)> = Vec::new();
    for alike in [Told::is_same, Told::is_between_the_same] {
        after.retain(|told| {
            let Some(place) = before.iter().position(|other| alike(told, other)) else { return true };
            found.push((Some(before.remove(place).relation), Some(told.relation)));
            false
        });
    }
    found.extend(before.iter().filter(|told| told.moves_by_itself()).map(|told| (Some(told.relation), None)));
    found.extend(after.iter().filter(|told| told.moves_by_itself()).map(|told| (None, Some(told.relation))));
    let mut moves: Vec<_> = found
        .into_iter()
        .map(|(before, after)| {
            let places = after.or(before).map(|relation| [relation.a.clone(), relation.b.clone()]);
            let moved = Move {
                from: before.map(|relation| relation.kind),
                to: after.map(|relation| relation.kind),
                before: values(earlier, before),
                after: values(later, after),
            };
            (places, moved)
        })
        .filter(|(_, moved)| moved.from != moved.to || is_worded_anew(moved))
        .collect();
    moves.sort_by_cached_key(|(places, moved)| {
        (moved.is_reworded(), severity(moved.to), severity(moved.from), places.clone())
    });
    moves.into_iter().map(|(_, moved)| moved).collect()
}

/// The worst first, none last.
fn severity(kind: Option<Kind>) -> usize {
    let place = |kind| Kind::WORST_FIRST.iter().position(|&other| other == kind);
    kind.and_then(place).unwrap_or(Kind::WORST_FIRST.len())
}

fn values(seen: &Seen, relation: Option<&SeenRelation>) -> [Vec<SeenValue>; 2] {
    let of = |which: usize, places: &[u32]| {
        places.iter().filter_map(|&place| seen.values[which].get(place as usize).cloned()).collect()
    };
    relation.map_or_else(Default::default, |relation| [of(0, &relation.a), of(1, &relation.b)])
}

fn is_worded_anew(moved: &Move) -> bool {
    // A chain may stand in another order, or be between the same values by their ids: words decide.
    let words = |sides: &[Vec<SeenValue>; 2]| {
        sides.each_ref().map(|values| {
            let mut words: Vec<_> = values.iter().map(meaning).collect();
            words.sort();
            words
        })
    };
    words(&moved.before) != words(&moved.after)
}

/// The words, as far as they tell values apart.
fn meaning(value: &SeenValue) -> [Option<Good>; 2] {
    [&value.pursued, &value.cost].map(|words| Good::fold(words))
}

/// Which values of the one snapshot are values of the other, by their places.
struct Same {
    /// For each earlier value, whether it is still there.
    stays: Vec<bool>,
    /// For each later value, the earlier one that it was.
    was: Vec<Option<usize>>,
}

impl Same {
    fn of(earlier: &[SeenValue], later: &[SeenValue]) -> Self {
        let mut same = Self { stays: vec![false; earlier.len()], was: vec![None; later.len()] };
        same.join(earlier, later, |one, other| one.id == other.id);
        same.join(earlier, later, |one, other| meaning(one) == meaning(other));
        same
    }

    /// Joins what is alike and not joined yet.
    fn join(&mut self, earlier: &[SeenValue], later: &[SeenValue], alike: fn(&SeenValue, &SeenValue) -> bool) {
        for (was, value) in self.was.iter_mut().zip(later).filter(|(was, _)| was.is_none()) {
            let stays = self.stays.iter_mut();
            let mut left = stays.zip(earlier).enumerate().filter(|(_, (stays, _))| !**stays);
            if let Some((place, (stays, _))) = left.find(|(_, (_, other))| alike(other, value)) {
                *was = Some(place);
                *stays = true;
            }
        }
    }
}

/// A value, known in both snapshots: by its earlier place where it has one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Earlier(usize),
    OnlyLater(u32),
}

/// A relation with what tells whether it is another one.
struct Told<'s> {
    relation: &'s SeenRelation,
    between: [Vec<Who>; 2],
    /// Whether all of its values are in both snapshots.
    is_known: bool,
}

impl<'s> Told<'s> {
    fn earlier(relation: &'s SeenRelation, same: &[Same; 2]) -> Self {
        let sides = [&relation.a, &relation.b];
        let is_known = (sides.iter().zip(same)).all(|(places, same)| {
            places.iter().all(|&place| same.stays.get(place as usize).copied().unwrap_or_default())
        });
        let between = sides.map(|places| sorted(places.iter().map(|&place| Who::Earlier(place as usize))));
        Self { relation, between, is_known }
    }

    fn later(relation: &'s SeenRelation, same: &[Same; 2]) -> Self {
        let who = |which: usize, places: &[u32]| {
            sorted(places.iter().map(|&place| {
                let was = same[which].was.get(place as usize).copied().flatten();
                was.map_or(Who::OnlyLater(place), Who::Earlier)
            }))
        };
        let between = [who(0, &relation.a), who(1, &relation.b)];
        let is_known = between.iter().flatten().all(|who| matches!(who, Who::Earlier(_)));
        Self { relation, between, is_known }
    }

    fn is_between_the_same(&self, other: &Self) -> bool {
        self.between == other.between
    }

    fn is_same(&self, other: &Self) -> bool {
        self.relation.kind == other.relation.kind && self.is_between_the_same(other)
    }

    /// Whether nothing else tells that it came or went.
    fn moves_by_itself(&self) -> bool {
        self.relation.kind != Kind::Alone || !self.is_known
    }
}

fn sorted(who: impl Iterator<Item = Who>) -> Vec<Who> {
    let mut who: Vec<Who> = who.collect();
    who.sort_unstable();
    who
}
