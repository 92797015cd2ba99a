//! Answering: which questions a person is asked, and the edits that write their answers.
//!
//! A value is *ticked* while the person has a stance on it, however empty. A good that stands on several
//! sides is asked once a request: the answer is carried to each side that names exactly the same goods,
//! whichever side that is, since +1 is good for the good and -1 is bad for it on both. Sides that only share
//! some of their goods are asked each for itself: "trust and speed" may gain where "speed" loses.

use crate::document::{Document, Effect, Field, Key, Place, Stance, StanceKey, Value, stance_effect};
use crate::edit::{self, Edit};
use crate::id::{RaterId, RequestId, ValueId};

use super::goods::Goods;
use super::result::names;
use super::standing::View;

/// One question to one person: what does the request do to that side of that value?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The value.
    pub value: ValueId,
    /// Which of its sides.
    pub place: Place,
    /// What the person answered; `None` as long as they have not.
    pub effect: Option<Effect>,
    /// An earlier question about exactly the same goods: this one need not be asked, since the answer to that
    /// one is carried here.
    pub same_as: Option<(ValueId, Place)>,
}

/// The questions to that person on that request, two for each value that they ticked, in the values' order.
pub fn questions(document: &Document, request: RequestId, rater: RaterId) -> Vec<Question> {
    let Some(row) = document.rater(rater) else { return Vec::new() };
    let goods = Goods::of(document);
    let mut questions = Vec::new();
    let mut asked: Vec<(&Value, Place)> = Vec::new();
    for value in document.values_in_play(row.division) {
        let Some(stance) = document.stance(StanceKey { request, value: value.id, rater }) else { continue };
        for place in Place::BOTH {
            let earlier = asked.iter().find(|earlier| goods.are_same(**earlier, (value, place)));
            let same_as = earlier.map(|(value, place)| (value.id, *place));
            questions.push(Question { value: value.id, place, effect: stance.effect(place), same_as });
            asked.push((value, place));
        }
    }
    questions
}

/// What the person said that the request touches and has not answered yet: the first question that is open, and
/// all values with such a question, in one sentence.
pub fn still_open(document: &Document, request: RequestId, rater: RaterId) -> Option<(Question, String)> {
    let is_open = |question: &Question| question.effect.is_none() && question.same_as.is_none();
    let open: Vec<Question> = questions(document, request, rater).into_iter().filter(is_open).collect();
    let mut values: Vec<ValueId> = open.iter().map(|question| question.value).collect();
    values.dedup();
    let names = names(document, values.iter().copied());
    let words = match values.len() {
        1 => format!("1 value is not answered yet: {names}."),
        more => format!("{more} values are not answered yet: {names}."),
    };
    Some((*open.first()?, words))
}

/// Whether the person's answers on the request are complete: both questions of every value in play of their
/// division. Where no value is in play there is nothing that they could have weighed.
pub fn has_weighed(document: &Document, request: RequestId, rater: RaterId) -> bool {
    let Some(row) = document.rater(rater) else { return false };
    let mut values = document.values_in_play(row.division).peekable();
    let answered = |value: &Value| {
        document.stance(StanceKey { request, value: value.id, rater }).is_some_and(|stance| View::of(stance).is_some())
    };
    values.peek().is_some() && values.all(answered)
}

/// The person says that the request touches the value. What they answered on the same goods comes along.
pub fn tick(document: &Document, key: StanceKey) -> Edit {
    match document.value(key.value) {
        Some(value) if document.stance(key).is_none() => {
            edit::append(document, carried(&Goods::of(document), key, value))
        }
        _ => Edit::default(),
    }
}

/// The person no longer says that the request touches the value; their answers on it go.
pub fn untick(document: &Document, key: StanceKey) -> Edit {
    edit::remove(document, &Key::Stance(key))
}

/// Answers one question, and all others of that person about exactly the same goods. A value that is not
/// ticked becomes so, unless the answer carried to it is "neither".
pub fn answer(document: &Document, key: StanceKey, place: Place, effect: Effect) -> Edit {
    let Some(asked) = document.value(key.value) else { return Edit::default() };
    let goods = Goods::of(document);
    let others = document.values_in_play(asked.division).filter(|value| value.id != asked.id);
    std::iter::once(asked)
        .chain(others)
        .map(|value| {
            let key = StanceKey { value: value.id, ..key };
            let concerned =
                |&side: &Place| (value.id, side) == (asked.id, place) || goods.are_same((asked, place), (value, side));
            let places = Place::BOTH.into_iter().filter(concerned);
            if document.stance(key).is_some() {
                let set = |place| edit::set(document, Key::Stance(key), stance_effect(place, Some(effect)));
                places.map(set).fold(Edit::default(), Edit::then)
            } else {
                let mut places = places.peekable();
                if places.peek().is_none() || value.id != asked.id && effect == Effect::Zero {
                    return Edit::default();
                }
                let fresh = places.fold(carried(&goods, key, value), |stance, place| with(stance, place, effect));
                edit::append(document, fresh)
            }
        })
        .fold(Edit::default(), Edit::then)
}

/// Marks the price as above what was meant, or no longer; only on a value that is ticked.
pub fn set_too_dear(document: &Document, key: StanceKey, too_dear: bool) -> Edit {
    edit::set(document, Key::Stance(key), Field::StanceTooDear(too_dear))
}

/// The person has ticked all that the request touches: the other values are answered "neither, neither",
/// except that goods which they answered elsewhere keep that answer. What they ticked and left open stays
/// open, since only they know.
pub fn finish(document: &Document, request: RequestId, rater: RaterId) -> Edit {
    let Some(row) = document.rater(rater) else { return Edit::default() };
    let goods = Goods::of(document);
    document
        .values_in_play(row.division)
        .filter_map(|value| {
            let key = StanceKey { request, value: value.id, rater };
            document.stance(key).is_none().then(|| {
                let known = carried(&goods, key, value);
                let zero = Some(Effect::Zero);
                Stance { pursued: known.pursued.or(zero), cost: known.cost.or(zero), ..known }
            })
        })
        .map(|stance| edit::append(document, stance))
        .fold(Edit::default(), Edit::then)
}

/// A stance that holds what the person answered elsewhere on exactly the same goods.
fn carried(goods: &Goods<'_>, key: StanceKey, value: &Value) -> Stance {
    let document = goods.document();
    let known = |place| {
        document.values_in_play(value.division).find_map(|other| {
            let stance = document.stance(StanceKey { value: other.id, ..key })?;
            let answered = |side| stance.effect(side).filter(|_| goods.are_same((value, place), (other, side)));
            Place::BOTH.into_iter().find_map(answered)
        })
    };
    Stance { pursued: known(Place::Pursued), cost: known(Place::Cost), ..Stance::open(key) }
}

fn with(stance: Stance, place: Place, effect: Effect) -> Stance {
    match place {
        Place::Pursued => Stance { pursued: Some(effect), ..stance },
        Place::Cost => Stance { cost: Some(effect), ..stance },
    }
}
