//! Which values a request seems to touch.

use std::cmp::Reverse;

use crate::document::{Place, Value};
use crate::good::wordings;
use crate::id::ValueId;

use super::Meaning;

/// How many values are offered.
const MOST: usize = 3;
/// What is fainter is not offered. Lower than [`NEAR`](super::NEAR): a request is longer than a side, and says other things too.
const LIKELY: f32 = 0.2;

/// A value that a request seems to touch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Touch {
    /// The value.
    pub value: ValueId,
    /// The side that is nearer.
    pub place: Place,
    /// How near, `0..=1`.
    pub similarity: f32,
}

/// The values that a text seems to touch, the nearest first: three at most. Those of which neither side is near are left out.
pub fn touched<'v>(meaning: &Meaning, text: &str, values: impl Iterator<Item = &'v Value>) -> Vec<Touch> {
    let Some(asked) = meaning.phrase(text) else { return Vec::new() };
    let nearest = |value: &Value, place: Place| {
        let phrases = wordings(value.side(place)).into_iter().filter_map(|words| meaning.phrase(words));
        phrases.map(|phrase| asked.similarity(&phrase)).max_by(f32::total_cmp)
    };
    let touch = |value: &'v Value| {
        let sides = Place::BOTH.into_iter().filter_map(|place| Some((nearest(value, place)?, Reverse(place))));
        let (similarity, Reverse(place)) =
            sides.max_by(|(one, first), (other, second)| one.total_cmp(other).then_with(|| first.cmp(second)))?;
        (similarity >= LIKELY).then_some(Touch { value: value.id, place, similarity: similarity.min(1.0) })
    };
    let mut all: Vec<Touch> = values.filter_map(touch).collect();
    all.sort_by(|one, other| other.similarity.total_cmp(&one.similarity));
    all.truncate(MOST);
    all
}
