//! A value against the others of its division: said twice, contradicted, continued.
//!
//! A value "A even at the cost of B" puts every good of A before every good of B. Followed from value to
//! value, such preferences make chains (x before y before z), which are consistent, or close a circle, which
//! is a contradiction.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::phrase::{brief, mid};
use super::{Action, Advice, Kind};
use crate::compare::{GoodId, Named, Sameness};
use crate::document::{Document, Place, Value};
use crate::id::{DivisionId, ValueId};

/// A value with its goods.
struct Entry<'a> {
    value: &'a Value,
    /// Its place in the list, from 1.
    number: usize,
    pursued: Vec<Named<'a>>,
    cost: Vec<Named<'a>>,
}

impl<'a> Entry<'a> {
    /// Its words for a good that it pursues.
    fn pursued(&self, good: GoodId) -> Option<&'a str> {
        self.pursued.iter().find(|named| named.good == good).map(|named| named.words)
    }

    /// The goods that it puts behind others; one that it also pursues is not behind itself.
    fn behind(&self) -> impl Iterator<Item = Named<'a>> + '_ {
        self.cost.iter().copied().filter(|named| self.pursued(named.good).is_none())
    }

    /// The goods of both sides, whatever their order and words: equal where two values say the same.
    fn meaning(&self) -> [Vec<GoodId>; 2] {
        [&self.pursued, &self.cost].map(|side| {
            let mut goods: Vec<GoodId> = side.iter().map(|named| named.good).collect();
            goods.sort_unstable();
            goods.dedup();
            goods
        })
    }
}

/// One value on a circle: the good by which the circle comes to it, before the good by which it goes on.
struct Step<'a> {
    entry: usize,
    before: &'a str,
    behind: &'a str,
}

/// A division's values that are in play, with their goods.
pub(super) struct Set<'a> {
    entries: Vec<Entry<'a>>,
    /// The entries that pursue a good.
    pursuing: BTreeMap<GoodId, Vec<usize>>,
    /// For each entry the first two that say the same, itself among them if it is one of them.
    alike: Vec<(usize, Option<usize>)>,
}

impl<'a> Set<'a> {
    pub(super) fn of(document: &'a Document, division: DivisionId) -> Self {
        let sameness = Sameness::among(document, document.values_of(division));
        let named = |value, place| sameness.named(value, place).to_vec();
        let values = document.values_of(division).zip(1..).filter(|(value, _)| value.is_in_play());
        let entries: Vec<Entry<'a>> = values
            .map(|(value, number)| Entry {
                value,
                number,
                pursued: named(value, Place::Pursued),
                cost: named(value, Place::Cost),
            })
            .filter(|entry| !entry.pursued.is_empty() && !entry.cost.is_empty())
            .collect();
        let mut pursuing: BTreeMap<GoodId, Vec<usize>> = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            for named in &entry.pursued {
                pursuing.entry(named.good).or_default().push(index);
            }
        }
        let mut meanings: BTreeMap<_, (usize, Option<usize>)> = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            meanings
                .entry(entry.meaning())
                .and_modify(|(_, second)| *second = second.or(Some(index)))
                .or_insert((index, None));
        }
        let alike = entries.iter().filter_map(|entry| meanings.get(&entry.meaning()).copied()).collect();
        Self { entries, pursuing, alike }
    }

    /// The good that both sides of a value name, in the words of its cost.
    pub(super) fn shared(&self, id: ValueId) -> Option<&'a str> {
        let entry = self.entries.get(self.index_of(id)?)?;
        entry.cost.iter().find(|named| entry.pursued(named.good).is_some()).map(|named| named.words)
    }

    /// What the other values of the set have to say about one.
    pub(super) fn against(&self, id: ValueId) -> Vec<Advice> {
        let Some(index) = self.index_of(id) else { return Vec::new() };
        let mut advice = Vec::new();
        match self.alike[index] {
            (first, _) if first < index => advice.push(self.repetition(first, index).naming([self.id(first)])),
            (_, Some(second)) => advice.push(self.repetition(index, second).naming([self.id(second)])),
            (_, None) => {}
        }
        match self.circle(index) {
            Some(circle) => {
                let others = circle.iter().skip(1).map(|step| self.id(step.entry));
                advice.push(self.contradiction(&circle).naming(others));
            }
            None if self.shared(id).is_none() => advice.extend(self.chain(index)),
            None => {}
        }
        advice
    }

    /// Contradictions that together hold every value which is in any; a repeated value counts once.
    pub(super) fn contradictions(&self) -> Vec<Advice> {
        let mut told = vec![false; self.entries.len()];
        let mut advice = Vec::new();
        for index in 0..self.entries.len() {
            if told[self.alike[index].0] {
                continue;
            }
            let Some(circle) = self.circle(index) else { continue };
            // Of values that say the same, a circle is led through the first.
            for step in &circle {
                told[step.entry] = true;
            }
            let values = circle.iter().map(|step| self.id(step.entry));
            advice.push(self.contradiction(&circle).naming(values));
        }
        advice
    }

    /// The values that say what an earlier one says.
    pub(super) fn repetitions(&self) -> impl Iterator<Item = Advice> {
        let repeated = self.alike.iter().enumerate().filter(|(later, (first, _))| first < later);
        repeated.map(|(later, &(first, _))| {
            self.repetition(first, later).naming([first, later].map(|index| self.id(index)))
        })
    }

    fn index_of(&self, id: ValueId) -> Option<usize> {
        self.entries.iter().position(|entry| entry.value.id == id)
    }

    fn pursuing(&self, good: GoodId) -> impl Iterator<Item = usize> + '_ {
        self.pursuing.get(&good).into_iter().flatten().copied()
    }

    fn id(&self, index: usize) -> ValueId {
        self.entries[index].value.id
    }

    /// A shortest circle of preferences through the value, which stands first in it.
    fn circle(&self, start: usize) -> Option<Vec<Step<'a>>> {
        // From which entry each was reached, by which of its goods.
        let mut reached: Vec<Option<(usize, Named<'a>)>> = vec![None; self.entries.len()];
        let mut followed = BTreeSet::new();
        let mut queue = VecDeque::from([start]);
        while let Some(index) = queue.pop_front() {
            for link in self.entries[index].behind() {
                if !followed.insert(link.good) {
                    continue;
                }
                for next in self.pursuing(link.good) {
                    if reached[next].is_none() {
                        reached[next] = Some((index, link));
                        queue.push_back(next);
                    }
                }
                if reached[start].is_some() {
                    return self.retrace(start, &reached);
                }
            }
        }
        None
    }

    fn retrace(&self, start: usize, reached: &[Option<(usize, Named<'a>)>]) -> Option<Vec<Step<'a>>> {
        let mut steps = Vec::new();
        let mut next = start;
        loop {
            let (entry, onward) = reached[next]?;
            let (_, inward) = reached[entry]?;
            steps.push(Step { entry, before: self.entries[entry].pursued(inward.good)?, behind: onward.words });
            if entry == start {
                break;
            }
            next = entry;
        }
        steps.reverse();
        Some(steps)
    }

    fn contradiction(&self, circle: &[Step]) -> Advice {
        let numbers = self.numbers(circle.iter().map(|step| step.entry));
        let steps =
            |steps: &[Step]| -> Vec<String> { steps.iter().map(|step| preference(step.before, step.behind)).collect() };
        let text = match circle {
            [one, other] => format!(
                "Values {numbers} contradict each other: {}, and {}. Which holds when both are at stake?",
                preference(one.before, one.behind),
                preference(other.before, other.behind)
            ),
            [.., last] if circle.len() > TOLD_STEPS => format!(
                "Values {numbers} run in a circle: {}, and so on until {}. Which gives way?",
                steps(&circle[..TOLD_STEPS - 1]).join(", "),
                preference(last.before, last.behind)
            ),
            _ => format!("Values {numbers} run in a circle: {}. Which gives way?", steps(circle).join(", ")),
        };
        Advice::new(Kind::Contradiction, text)
    }

    fn repetition(&self, first: usize, later: usize) -> Advice {
        let value = self.entries[first].value;
        let text = format!(
            "Values {} say the same: {}. Keep the one that says it better.",
            self.numbers([first, later]),
            preference(&value.pursued.text, &value.cost.text)
        );
        let remove = Action::RemoveValue(self.id(later));
        Advice::new(Kind::Twice, text).offering([remove])
    }

    /// The order that a value makes with one that gives up what it pursues and one that pursues what it gives up.
    fn chain(&self, index: usize) -> Option<Advice> {
        let entry = &self.entries[index];
        let above = self.entries.iter().zip(0..).find_map(|(other, above)| {
            let link = other.behind().find_map(|named| entry.pursued(named.good))?;
            Some((above, link))
        });
        let below = entry.behind().find_map(|named| Some((self.pursuing(named.good).next()?, named.words)));
        let linked = above.into_iter().chain(below).map(|(other, _)| other);
        let mut all: Vec<usize> = linked.clone().chain([index]).collect();
        if all.len() == 1 {
            return None;
        }
        all.sort_unstable();
        let text = |other: usize, place| self.entries[other].value.side(place).text.as_str();
        let mut order = match above {
            Some((above, link)) => vec![text(above, Place::Pursued), link],
            None => vec![text(index, Place::Pursued)],
        };
        match below {
            Some((below, link)) => order.extend([link, text(below, Place::Cost)]),
            None => order.push(text(index, Place::Cost)),
        }
        let order: Vec<String> = order.into_iter().map(inside).collect();
        let text = format!("Values {} fit together in one order: {}.", self.numbers(all), order.join(", then "));
        Some(Advice::new(Kind::Chain, text).naming(linked.map(|other| self.id(other))))
    }

    /// "1, 3 and 4".
    fn numbers(&self, entries: impl IntoIterator<Item = usize>) -> String {
        let mut numbers: Vec<String> =
            entries.into_iter().map(|index| self.entries[index].number.to_string()).collect();
        let last = numbers.pop().unwrap_or_default();
        if numbers.is_empty() { last } else { format!("{} and {last}", numbers.join(", ")) }
    }
}

/// A circle of more steps than this is not told in full.
const TOLD_STEPS: usize = 4;

fn preference(before: &str, behind: &str) -> String {
    format!("{} before {}", inside(before), inside(behind))
}

fn inside(words: &str) -> String {
    mid(&brief(words))
}
