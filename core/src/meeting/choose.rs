//! Everybody's proposals by what they are about, for a room that keeps, changes or drops them.
//!
//! What pulls in opposite directions has to be talked over, so it comes first; what says the same is settled
//! soon. A value names several goods, and yet stands once: the good that gathers most of the proposals takes
//! them, then the next takes from what is left.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::compare::{GoodId, Sameness};
use crate::date::Date;
use crate::document::{Document, Field, Key, Place, Value};
use crate::edit::{self, Edit};
use crate::id::{DivisionId, ValueId};

/// A value in its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The value.
    pub value: ValueId,
    /// Whether it pursues the group's good or gives it up; one that names it on both sides pursues it.
    pub place: Place,
    /// The first value in the division's order that names the same goods on both sides: this one says nothing new
    /// and can be dropped. It stands in the same group.
    pub same_as: Option<ValueId>,
}

/// Proposals about the same good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The good, in the words of most of its proposals, else of the first. A value that stands alone is told by its
    /// whole side. Empty where nothing but an example is written.
    pub good: String,
    /// Those that pursue the good, then those that give it up, each in the division's order; never empty.
    pub proposals: Vec<Proposal>,
}

impl Group {
    /// Whether one value pursues what another gives up.
    pub fn is_opposite(&self) -> bool {
        Place::BOTH.into_iter().all(|place| self.at(place).next().is_some())
    }

    /// The values that pursue the good, or those that give it up.
    pub fn at(&self, place: Place) -> impl Iterator<Item = ValueId> + Clone {
        self.proposals.iter().filter(move |proposal| proposal.place == place).map(|proposal| proposal.value)
    }
}

/// Groups all values of the division, finished or not, but for musts and rows into which nothing is written. Each
/// value stands in exactly one group. First come goods that some pursue and others give up, then goods that
/// several pursue, the most values first, then each other value alone; ties are broken by the division's order.
pub fn groups(document: &Document, division: DivisionId) -> Vec<Group> {
    let proposed = || document.values_of(division).filter(|value| value.must.is_none() && !value.is_untouched());
    let sameness = Sameness::among(document, proposed());
    let twins = twins(&sameness, proposed());
    let group = |good: &str, mut stands: Vec<Stand<'_>>| {
        stands.sort_by_key(|stand| stand.place);
        let proposal = |stand: &Stand<'_>| Proposal {
            value: stand.value,
            place: stand.place,
            same_as: twins.iter().find(|twin| twin.0 == stand.value).map(|twin| twin.1),
        };
        Group { good: good.trim().to_owned(), proposals: stands.iter().map(proposal).collect() }
    };
    let mut left: Vec<&Value> = proposed().collect();
    let mut groups = Vec::new();
    while let Some(stands) = largest(&sameness, &left) {
        left.retain(|value| stands.iter().all(|stand| stand.value != value.id));
        groups.push(group(most_written(&stands), stands));
    }
    groups.extend(left.into_iter().map(|value| {
        let only_cost = value.pursued.is_blank() && !value.cost.is_blank();
        let place = if only_cost { Place::Cost } else { Place::Pursued };
        let words = &value.side(place).text;
        group(words, vec![Stand { value: value.id, place, words }])
    }));
    groups
}

/// Adopts all values of the division that are in play and drafts as yet; empty when there are none.
pub fn adopt(document: &Document, division: DivisionId, today: Date) -> Edit {
    let drafts = document.values_in_play(division).filter(|value| value.adopted.is_none());
    drafts
        .map(|value| edit::set(document, Key::Value(value.id), Field::ValueAdopted(Some(today))))
        .fold(Edit::default(), Edit::then)
}

/// Removes all proposals that were not adopted, finished or not; musts stay. Empty when there are none.
pub fn drop_others(document: &Document, division: DivisionId) -> Edit {
    let others = document.values_of(division).filter(|value| value.must.is_none() && value.adopted.is_none());
    let mut left = document.clone();
    others.map(|value| Key::Value(value.id)).fold(Edit::default(), |edit, value| {
        let removal = edit::remove(&left, &value);
        edit::apply(&mut left, removal.clone());
        edit.then(removal)
    })
}

/// A value that names a good: where, and in which words.
struct Stand<'d> {
    value: ValueId,
    place: Place,
    words: &'d str,
}

/// The values that say what an earlier one says, each with the first that does.
fn twins<'d>(sameness: &Sameness<'d>, values: impl Iterator<Item = &'d Value>) -> Vec<(ValueId, ValueId)> {
    let mut first: BTreeMap<[Vec<GoodId>; 2], ValueId> = BTreeMap::new();
    let mut twins = Vec::new();
    for value in values {
        let meaning = sameness.meaning(value);
        if meaning.iter().all(|goods| !goods.is_empty()) {
            let kept = *first.entry(meaning).or_insert(value.id);
            twins.extend((kept != value.id).then_some((value.id, kept)));
        }
    }
    twins
}

/// The good that ranks first among these values, with all of them that name it. Taking them away only lowers the
/// ranks of other goods, so the groups come out in their order.
fn largest<'d>(sameness: &Sameness<'d>, values: &[&Value]) -> Option<Vec<Stand<'d>>> {
    let mut numbers: BTreeMap<GoodId, usize> = BTreeMap::new();
    // In the order in which the division first names them.
    let mut goods: Vec<Vec<Stand<'d>>> = Vec::new();
    for value in values {
        for place in Place::BOTH {
            for named in sameness.named(value, place) {
                let number = *numbers.entry(named.good).or_insert(goods.len());
                if number == goods.len() {
                    goods.push(Vec::new());
                }
                if goods[number].last().is_none_or(|stand| stand.value != value.id) {
                    goods[number].push(Stand { value: value.id, place, words: named.words });
                }
            }
        }
    }
    // The first of the greatest: `max_by_key` would take the last.
    goods.into_iter().filter(|stands| rank(stands).is_some()).min_by_key(|stands| Reverse(rank(stands)))
}

/// Opposite directions before one, more values before fewer; `None` where nothing makes it a group.
fn rank(stands: &[Stand<'_>]) -> Option<(bool, usize)> {
    let pursuing = stands.iter().filter(|stand| stand.place == Place::Pursued).count();
    let is_opposite = pursuing > 0 && pursuing < stands.len();
    (is_opposite || pursuing > 1).then_some((is_opposite, stands.len()))
}

/// The words that most use, whatever the case; of equals the first.
fn most_written<'d>(stands: &[Stand<'d>]) -> &'d str {
    let words: Vec<String> = stands.iter().map(|stand| stand.words.to_lowercase()).collect();
    let times = |number: usize| words.iter().filter(|other| **other == words[number]).count();
    (0..words.len()).min_by_key(|&number| Reverse(times(number))).map_or("", |number| stands[number].words)
}
