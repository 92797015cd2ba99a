//! A show of hands: what was counted in the room, written as answers.
//!
//! For one request and one value the room is asked who says that it serves what is pursued, who that it harms it, who
//! that it spends the cost and who that it protects it; whoever raises no hand says "neither". The answers are those of
//! nameless raters, "Hand 1", "Hand 2" and so on, so that tallies, results and readings take them as anybody's.
//!
//! Counts do not tell who raised a hand twice. Hands are paired as the sentence expects: those who say that it serves
//! are first those who say that it spends, those who say that it harms are first those who say that it protects. What
//! this decides is only which standing is named ("agreed trade" or "free win") and whether a value that most
//! neither serve nor strain is "touched" or "not touched": whether it is served, strained or split follows from
//! the hands on what is pursued alone.

use std::fmt;

use crate::document::{Document, Effect, Key, List, Place, Rater, Row, Stance, StanceKey, Value};
use crate::edit::{self, Change, Edit};
use crate::id::{DivisionId, Id, Ids, RaterId, RequestId, ValueId};
use crate::weigh::{View, choices};

/// The most people whose hands are counted.
pub const MOST_HANDS: u32 = 200;

/// What was counted on one request and one value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hands {
    /// How many people were asked, at most [`MOST_HANDS`]. With nobody asked the value stays not weighed.
    pub people: u32,
    /// Say that it serves what is pursued.
    pub serves: u32,
    /// Say that it harms what is pursued; with those who say that it serves at most all people.
    pub harms: u32,
    /// Say that it spends the cost.
    pub spends: u32,
    /// Say that it protects the cost; with those who say that it spends at most all people.
    pub protects: u32,
}

impl Hands {
    /// How many say so of that side. Whoever raised no hand says "neither".
    pub fn count(self, place: Place, effect: Effect) -> u32 {
        let [plus, minus] = match place {
            Place::Pursued => [self.serves, self.harms],
            Place::Cost => [self.protects, self.spends],
        };
        match effect {
            Effect::Plus => plus,
            Effect::Minus => minus,
            Effect::Zero => self.people.saturating_sub(plus.saturating_add(minus)),
        }
    }

    /// One answer a hand, as the sentence expects them to go together.
    fn paired(self) -> impl Iterator<Item = (Effect, Effect)> {
        let [pursued, cost] = Place::BOTH.map(|place| {
            let hands = move |(effect, _)| std::iter::repeat_n(effect, self.count(place, effect) as usize);
            choices(place).into_iter().flat_map(hands)
        });
        pursued.zip(cost)
    }

    fn add(&mut self, view: View) {
        self.people += 1;
        self.serves += u32::from(view.pursued == Effect::Plus);
        self.harms += u32::from(view.pursued == Effect::Minus);
        self.spends += u32::from(view.cost == Effect::Minus);
        self.protects += u32::from(view.cost == Effect::Plus);
    }
}

/// Why hands cannot be written down. The message says what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HandsError {
    /// The division, the request or a value is not there, or the value is not one that the division weighs.
    Gone,
    /// More people than [`MOST_HANDS`].
    TooManyPeople(u32),
    /// More hands on one side of a value than people.
    TooManyHands {
        /// The side, as written.
        words: String,
        /// How many hands were counted on it.
        hands: u32,
        /// How many people there are.
        people: u32,
    },
}

impl fmt::Display for HandsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str(
                "The request or one of the values is no longer there to be weighed. Look at them again, then count.",
            ),
            Self::TooManyPeople(people) => {
                write!(
                    f,
                    "{people} people are too many: up to {MOST_HANDS} hands can be counted. Count a part of them."
                )
            }
            Self::TooManyHands { words, hands, people } => write!(
                f,
                "“{}”: {hands} hands of {people} people. Count again, or correct how many people there are.",
                words.trim()
            ),
        }
    }
}

impl std::error::Error for HandsError {}

/// Writes what was counted on a request, in place of what was counted on it before: hands on values that are not
/// among `counts` go, and so do hands that have nothing left to say. Of two counts of one value the later one holds.
/// Answers that people gave for themselves stay, and count beside the hands. Nothing is revealed by it.
pub fn raise(
    document: &Document,
    division: DivisionId,
    request: RequestId,
    counts: &[(ValueId, Hands)],
    ids: &mut Ids,
) -> Result<Edit, HandsError> {
    if document.request(request).is_none() || document.division(division).is_none() {
        return Err(HandsError::Gone);
    }
    for (value, hands) in counts {
        let value = document.value(*value).filter(|value| value.division == division && value.is_in_play());
        check(value.ok_or(HandsError::Gone)?, *hands)?;
    }
    let hands_on = |value| counts.iter().rfind(|count| count.0 == value).map_or_else(Hands::default, |count| count.1);
    let needed = document.values_in_play(division).map(|value| hands_on(value.id).people).max().unwrap_or(0) as usize;

    let (mut hands, raters) = hands_of(document, division, needed, ids);
    let mut changes = Vec::new();
    for stance in document.stances_on(request) {
        let hand = hands.iter().position(|hand| *hand == stance.key.rater);
        if hand.is_some_and(|hand| hand >= hands_on(stance.key.value).people as usize) {
            changes.push(Change::Remove { row: (*stance).into() });
        }
    }
    for idle in hands.split_off(needed) {
        let only_here = |key: &Key| matches!(key, Key::Stance(key) if key.request == request);
        if document.needed_by(&Key::Rater(idle)).iter().all(only_here) {
            changes.extend(document.rater(idle).map(|rater| Change::Remove { row: rater.clone().into() }));
        }
    }
    let written = document.values_in_play(division).flat_map(|value| {
        let answers = hands.iter().zip(hands_on(value.id).paired());
        let stances = answers.map(|(&rater, (pursued, cost))| Stance {
            pursued: Some(pursued),
            cost: Some(cost),
            ..Stance::open(StanceKey { request, value: value.id, rater })
        });
        stances.map(|stance| put(document, stance)).collect::<Vec<_>>()
    });
    Ok(written.fold(changes.into_iter().collect::<Edit>().then(raters), Edit::then))
}

/// What was last counted on the request, for each of the division's values in play on which hands were, in its order.
pub fn counted(document: &Document, division: DivisionId, request: RequestId) -> Vec<(ValueId, Hands)> {
    let is_ours = |rater: &Rater| rater.division == division && is_hand(rater);
    let count = |value: &Value| {
        let stances = document.stances_on_value(request, value.id);
        let by_hand = stances.filter(|stance| document.rater(stance.key.rater).is_some_and(is_ours));
        let mut hands = Hands::default();
        by_hand.filter_map(View::of).for_each(|view| hands.add(view));
        (value.id, hands)
    };
    document.values_in_play(division).map(count).filter(|(_, hands)| hands.people > 0).collect()
}

/// Whether the rater is a hand that was counted, and nobody in particular.
pub fn is_hand(rater: &Rater) -> bool {
    !rater.named && number(rater).is_some()
}

fn number(rater: &Rater) -> Option<u32> {
    rater.name.strip_prefix("Hand ")?.parse().ok()
}

fn check(value: &Value, hands: Hands) -> Result<(), HandsError> {
    if hands.people > MOST_HANDS {
        return Err(HandsError::TooManyPeople(hands.people));
    }
    for place in Place::BOTH {
        let raised = hands.count(place, Effect::Plus).saturating_add(hands.count(place, Effect::Minus));
        if raised > hands.people {
            let words = value.side(place).text.clone();
            return Err(HandsError::TooManyHands { words, hands: raised, people: hands.people });
        }
    }
    Ok(())
}

/// The division's hands by their number, at least as many as are needed, and the edit that adds those that are missing.
fn hands_of(document: &Document, division: DivisionId, needed: usize, ids: &mut Ids) -> (Vec<RaterId>, Edit) {
    let known = document.raters_of(division).filter(|rater| is_hand(rater));
    let mut known: Vec<(Option<u32>, RaterId)> = known.map(|rater| (number(rater), rater.id)).collect();
    known.sort_by_key(|hand| hand.0);
    let mut last = known.last().and_then(|hand| hand.0).unwrap_or(0);
    let mut hands: Vec<RaterId> = known.into_iter().map(|hand| hand.1).collect();
    let mut predecessor: Option<Id> = document.order(List::Raters).last().copied();
    let mut edit = Edit::default();
    while hands.len() < needed {
        last = last.saturating_add(1);
        let rater = Rater { id: ids.fresh(), name: format!("Hand {last}"), division, named: false };
        hands.push(rater.id);
        let id = rater.id.0;
        edit = edit.then(edit::insert_after(rater, predecessor.replace(id)));
    }
    (hands, edit)
}

/// Adds the stance, or sets the one that is there to it.
fn put(document: &Document, stance: Stance) -> Edit {
    let key = || Key::Stance(stance.key);
    if document.contains(&key()) {
        let fields = Row::from(stance).fields().into_iter();
        fields.map(|field| edit::set(document, key(), field)).fold(Edit::default(), Edit::then)
    } else {
        edit::append(document, stance)
    }
}
