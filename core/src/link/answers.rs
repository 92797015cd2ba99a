//! People's answers as digits: they are many, and most of them are "neither, neither".

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::LinkError;
use super::content::{EFFECTS, number_of};
use super::packed::{Digits, Number};
use crate::document::{Document, Effect, List, Stance, StanceKey};
use crate::id::{Id, RaterId, RequestId, ValueId};

/// What most answers of a person on a request are: not there, or "neither, neither". A digit says which.
const COMMON: [Answer; 2] = [None, Some((Some(Effect::Zero), Some(Effect::Zero), false))];

/// Both effects, and whether the price is too dear.
type Answer = Option<(Option<Effect>, Option<Effect>, bool)>;

/// The answers that most of the others are: complete, and not too dear. One digit says which, or that it is none of
/// them.
const OTHERS: [[Effect; 2]; 8] = [
    [Effect::Minus, Effect::Minus],
    [Effect::Minus, Effect::Zero],
    [Effect::Minus, Effect::Plus],
    [Effect::Zero, Effect::Minus],
    [Effect::Zero, Effect::Plus],
    [Effect::Plus, Effect::Minus],
    [Effect::Plus, Effect::Zero],
    [Effect::Plus, Effect::Plus],
];
const RARE: u32 = OTHERS.len() as u32;

/// How many answers there are: each has a number.
const ANSWERS: u32 = 2 * 4 * 4 + 1;

fn number(answer: Answer) -> u32 {
    answer.map_or(ANSWERS - 1, |(pursued, cost, too_dear)| {
        number_of(EFFECTS, &pursued) + 4 * number_of(EFFECTS, &cost) + 16 * u32::from(too_dear)
    })
}

fn answer(number: u32) -> Answer {
    let effect = |number: u32| EFFECTS[(number % 4) as usize];
    (number < ANSWERS - 1).then(|| (effect(number), effect(number / 4), number >= 16))
}

/// The most places for an answer that are looked at: an absent one takes next to nothing of a link.
const MAX_PLACES: usize = 1_000_000;

/// Counts the places of a row; its reader and its writer do.
fn pass(places: &mut usize, values: usize) -> Result<(), LinkError> {
    *places += values + 1;
    if *places > MAX_PLACES { Err(LinkError::TooMuch) } else { Ok(()) }
}

/// Writes the answers as a table a division: its values, the requests and the people, as far as any answer is about them.
pub(super) fn write<'s>(
    digits: &mut Digits,
    document: &Document,
    stances: impl Iterator<Item = &'s Stance>,
) -> Result<(), LinkError> {
    let answer = |stance: &Stance| Some((stance.pursued, stance.cost, stance.too_dear));
    let answers: BTreeMap<StanceKey, Answer> = stances.map(|stance| (stance.key, answer(stance))).collect();
    let (requests, raters) = (document.order(List::Requests), document.order(List::Raters));
    let mut places = 0;
    for division in document.divisions() {
        let values = document.order(List::Values(division.id));
        let own: BTreeSet<Id> = values.iter().copied().collect();
        let keys: Vec<&StanceKey> = answers.keys().filter(|key| own.contains(&key.value.0)).collect();
        digits.push(u32::from(!keys.is_empty()), 2);
        if keys.is_empty() {
            continue;
        }
        let values = write_used(digits, &values, &keys.iter().map(|key| key.value.0).collect());
        let requests = write_used(digits, &requests, &keys.iter().map(|key| key.request.0).collect());
        let raters = write_used(digits, &raters, &keys.iter().map(|key| key.rater.0).collect());
        for (rater, request) in pairs(&raters, &requests) {
            pass(&mut places, values.len())?;
            let keys = values.iter().map(|&value| key(request, value, rater));
            let row: Vec<Answer> = keys.map(|key| answers.get(&key).copied().flatten()).collect();
            write_row(digits, &row);
        }
    }
    Ok(())
}

/// Reads the tables. The document has all that they are about.
pub(super) fn read(number: &mut Number, document: &Document) -> Result<Vec<Stance>, LinkError> {
    let (requests, raters) = (document.order(List::Requests), document.order(List::Raters));
    let (mut stances, mut places) = (Vec::new(), 0);
    for division in document.divisions() {
        if number.digit(2)? == 0 {
            continue;
        }
        let values = document.order(List::Values(division.id));
        let values = read_used(number, &values)?;
        let requests = read_used(number, &requests)?;
        let raters = read_used(number, &raters)?;
        for (rater, request) in pairs(&raters, &requests) {
            pass(&mut places, values.len())?;
            for (&value, answer) in values.iter().zip(read_row(number, values.len())?) {
                let stance =
                    |(pursued, cost, too_dear)| Stance { key: key(request, value, rater), pursued, cost, too_dear };
                stances.extend(answer.map(stance));
            }
        }
    }
    Ok(stances)
}

fn pairs<'a>(raters: &'a [Id], requests: &'a [Id]) -> impl Iterator<Item = (Id, Id)> + 'a {
    raters.iter().flat_map(|&rater| requests.iter().map(move |&request| (rater, request)))
}

fn key(request: Id, value: Id, rater: Id) -> StanceKey {
    StanceKey { request: RequestId(request), value: ValueId(value), rater: RaterId(rater) }
}

/// Writes which ids of a list are used, mostly all, and hands them out.
fn write_used<'l>(digits: &mut Digits, list: &'l [Id], used: &BTreeSet<Id>) -> Cow<'l, [Id]> {
    let some = list.len() > used.len();
    digits.push(u32::from(some), 2);
    if !some {
        return Cow::Borrowed(list);
    }
    list.iter().for_each(|id| digits.push(u32::from(used.contains(id)), 2));
    Cow::Owned(list.iter().copied().filter(|id| used.contains(id)).collect())
}

fn read_used<'l>(number: &mut Number, list: &'l [Id]) -> Result<Cow<'l, [Id]>, LinkError> {
    if number.digit(2)? == 0 {
        return Ok(Cow::Borrowed(list));
    }
    let mut used = Vec::new();
    for &id in list {
        if number.digit(2)? == 1 {
            used.push(id);
        }
    }
    Ok(Cow::Owned(used))
}

/// Writes a person's answers on a request: which is the common one, and of each whether it is, and what it is if not.
fn write_row(digits: &mut Digits, row: &[Answer]) {
    let others = |common: Answer| row.iter().filter(|answer| **answer != common).count();
    let which = usize::from(others(COMMON[1]) < others(COMMON[0]));
    digits.push(which as u32, 2);
    for &answer in row {
        digits.push(u32::from(answer != COMMON[which]), 2);
        if answer != COMMON[which] {
            let place = OTHERS.iter().position(|[pursued, cost]| answer == Some((Some(*pursued), Some(*cost), false)));
            digits.push(place.map_or(RARE, |place| place as u32), RARE + 1);
            if place.is_none() {
                digits.push(number(answer), ANSWERS);
            }
        }
    }
}

fn read_row(answers: &mut Number, length: usize) -> Result<Vec<Answer>, LinkError> {
    let common = COMMON[answers.digit(2)? as usize % 2];
    let mut row = Vec::with_capacity(length);
    for _ in 0..length {
        row.push(if answers.digit(2)? == 0 {
            common
        } else {
            match OTHERS.get(answers.digit(RARE + 1)? as usize) {
                Some([pursued, cost]) => Some((Some(*pursued), Some(*cost), false)),
                None => answer(answers.digit(ANSWERS)?),
            }
        });
    }
    Ok(row)
}
