//! The coach: what a good colleague would say while a value is being written.
//!
//! It says why in one line and suggests; it never blocks. [`advice`] is about one value, [`set_advice`] about a
//! division's values together. Both start from the document alone, so they can run at every pause in typing.

mod phrase;
mod set;
mod shelf;
mod turned;
mod wording;
mod words;

pub use shelf::{Shelf, Suggestion, shelf, shelf_for};
pub use turned::turned;

use crate::document::{Document, Place, Reversal, Value};
use crate::id::{DivisionId, ValueId};
use phrase::{brief, mid, start};
use set::Set;
use wording::Price;

/// A side of more words than this is called long.
pub const LONG_SIDE: usize = 12;

/// More values than this are called many.
pub const MANY_VALUES: usize = 7;

/// What an advice is about, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A side is still empty. Nothing else is said of such a value.
    Unfinished,
    /// Values of the set put A over B and B over A, directly or round a longer circle.
    Contradiction,
    /// Both sides name the same good.
    SameOnBothSides,
    /// One side only negates the other, as in "quality" and "lack of quality".
    Negation,
    /// What is pursued is plainly bad.
    BadAim,
    /// What is given up is plainly bad, so that nothing is given up.
    BadCost,
    /// The set holds this value already.
    Twice,
    /// People found that nobody would choose the value turned round.
    NobodyWould,
    /// A side of more than [`LONG_SIDE`] words.
    LongSide,
    /// The cost is a harm that is put up with; the good that is given up has no name yet.
    AcceptedHarm,
    /// Everybody agrees with what is pursued.
    Platitude,
    /// A must whose source nobody has named.
    NoSource,
    /// The reversal test is to be asked.
    Reversal,
    /// A good that one value pursues is given up by another, consistently.
    Chain,
    /// The set holds more than [`MANY_VALUES`] values.
    ManyValues,
}

/// Something that a screen can offer to do about an advice.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Action {
    /// Offer the shelf's goods for that side.
    Suggest(Place),
    /// Put these words in that side.
    Write(Place, String),
    /// Answer the reversal test so.
    AnswerReversal(Reversal),
    /// Take the answer to the reversal test back, so that it is asked again.
    AskReversalAgain,
    /// Say that the value is a must.
    MarkAsMust,
    /// Take the caret to the source of the must.
    NameSource,
    /// Go to another value.
    ShowValue(ValueId),
    /// Remove a value.
    RemoveValue(ValueId),
}

/// One thing that the coach has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What it is about.
    pub kind: Kind,
    /// Why, and what to do: one line for a person.
    pub text: String,
    /// The side that it is about, if it is about one.
    pub place: Option<Place>,
    /// The values that it names. Advice on a value does not list that value itself.
    pub values: Vec<ValueId>,
    /// What could be done about it, the likeliest first.
    pub actions: Vec<Action>,
}

impl Advice {
    fn new(kind: Kind, text: String) -> Self {
        Self { kind, text, place: None, values: Vec::new(), actions: Vec::new() }
    }

    /// About one side.
    fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// Naming other values, each of which can be shown.
    fn naming(mut self, values: impl IntoIterator<Item = ValueId>) -> Self {
        self.values.extend(values);
        self.actions.extend(self.values.iter().copied().map(Action::ShowValue));
        self
    }

    fn offering(mut self, actions: impl IntoIterator<Item = Action>) -> Self {
        self.actions.extend(actions);
        self
    }
}

/// What to say about one value in its set, the most important first; nothing for an unknown value.
pub fn advice(document: &Document, id: ValueId) -> Vec<Advice> {
    let value = document.value(id);
    value.map(|value| advise(value, &Set::of(document, value.division))).unwrap_or_default()
}

fn advise(value: &Value, set: &Set) -> Vec<Advice> {
    if let Some(unfinished) = unfinished(value) {
        return vec![unfinished];
    }
    let mut advice: Vec<Advice> = Place::BOTH.into_iter().filter_map(|place| long_side(value, place)).collect();
    if value.must.is_some() {
        advice.extend(no_source(value));
        return advice;
    }
    let flaw = flaw(value, set.shared(value.id));
    let sound = flaw.as_ref().is_none_or(|flaw| flaw.kind > Kind::BadCost);
    advice.extend(flaw);
    advice.extend(match value.reversal {
        None => sound.then(|| ask_reversal(value)),
        Some(Reversal::NobodyWould) => Some(nobody_would(value)),
        Some(Reversal::RealChoice) => None,
    });
    advice.extend(set.against(value.id));
    advice.sort_by_key(|advice| advice.kind);
    advice
}

/// What to say about a division's values together, the most important first.
pub fn set_advice(document: &Document, division: DivisionId) -> Vec<Advice> {
    let set = Set::of(document, division);
    let mut advice = set.contradictions();
    advice.extend(set.repetitions());
    let count = document.values_in_play(division).count();
    if count > MANY_VALUES {
        let text = format!("{count} values are a lot to keep in mind. Which {MANY_VALUES} would you hold on to?");
        advice.push(Advice::new(Kind::ManyValues, text));
    }
    advice
}

fn unfinished(value: &Value) -> Option<Advice> {
    let (pursued, cost) = (&value.pursued, &value.cost);
    // A must is not a trade-off: it needs no price.
    let (place, text) = match (pursued.is_blank(), cost.is_blank() && value.must.is_none()) {
        (false, false) => return None,
        (true, _) if cost.is_blank() => {
            (Place::Pursued, "Start with something good that you would pay a price for.".to_owned())
        }
        (true, _) => (Place::Pursued, format!("What would you give up {} for?", mid(&brief(&cost.text)))),
        (false, _) => {
            let pursued = mid(&brief(&pursued.text));
            (Place::Cost, format!("And the price? Name one good thing that you would give up for {pursued}."))
        }
    };
    let advice = Advice { place: Some(place), ..Advice::new(Kind::Unfinished, text) };
    Some(advice.offering([Action::Suggest(place)]))
}

fn long_side(value: &Value, place: Place) -> Option<Advice> {
    let count = words::count(&value.side(place).text);
    let text = || {
        format!(
            "{count} words are a lot for one side. What is the good in them, in three or four? The story can go into the example."
        )
    };
    (count > LONG_SIDE).then(|| Advice::new(Kind::LongSide, text()).at(place))
}

fn no_source(value: &Value) -> Option<Advice> {
    let unnamed = value.must.as_deref().is_some_and(|source| source.trim().is_empty());
    unnamed.then(|| {
        let pursued = mid(&brief(&value.pursued.text));
        let text = format!("Which law, contract or safety rule asks for {pursued}? Naming it saves the argument.");
        Advice::new(Kind::NoSource, text).offering([Action::NameSource])
    })
}

/// What keeps a value from being a choice between two goods; the gravest alone. `shared` stands on both sides.
fn flaw(value: &Value, shared: Option<&str>) -> Option<Advice> {
    let (pursued, cost) = (mid(&brief(&value.pursued.text)), mid(&brief(&value.cost.text)));
    let goods = || shelf::examples(value);
    if let Some(shared) = shared {
        let text = format!(
            "Both sides name {}, so nothing is given up. What else would you pay: {}?",
            mid(&brief(shared)),
            goods()
        );
        return Some(Advice::new(Kind::SameOnBothSides, text).at(Place::Cost));
    }
    if wording::negates(value) {
        let text = format!(
            "“{}” only says “{pursued}” again, the other way round. What good thing do you give up for it: {}?",
            start(&cost),
            goods()
        );
        return Some(Advice::new(Kind::Negation, text).at(Place::Cost));
    }
    // People have turned these words round and found a real choice in them: that settles what words alone suggest.
    if value.reversal == Some(Reversal::RealChoice) {
        return None;
    }
    let insist = Action::AnswerReversal(Reversal::RealChoice);
    if let Some(bad) = wording::bad_aim(&value.pursued) {
        let text = format!("Nobody sets out for {}. What is the good thing that you are after?", mid(&brief(bad)));
        return Some(Advice::new(Kind::BadAim, text).at(Place::Pursued).offering([insist]));
    }
    match wording::price(&value.cost) {
        Some(Price::Bad(bad)) => {
            let text = format!(
                "Nobody wants {}. What good thing do you give up for {pursued}: {}?",
                mid(&brief(bad)),
                goods()
            );
            return Some(Advice::new(Kind::BadCost, text).at(Place::Cost).offering([insist]));
        }
        Some(Price::Lack(good)) => {
            let good = mid(&brief(good));
            let text = format!("You name the loss. “{}” alone says what good you give up.", start(&good));
            let write = Action::Write(Place::Cost, good);
            return Some(Advice { actions: vec![write], ..Advice::new(Kind::AcceptedHarm, text) }.at(Place::Cost));
        }
        Some(Price::Harm) => {
            let text = format!(
                "Honest: you would put up with {cost}. Now say what good you give up by that, something that you would miss."
            );
            return Some(Advice::new(Kind::AcceptedHarm, text).at(Place::Cost).offering([insist]));
        }
        None => {}
    }
    wording::is_platitude(&value.pursued).then(|| {
        let text = format!(
            "Hardly anyone would speak against {pursued}. What does it ask of you that another good team would not do?"
        );
        Advice::new(Kind::Platitude, text).at(Place::Pursued).offering([insist])
    })
}

fn ask_reversal(value: &Value) -> Advice {
    let (pursued, cost) = turned(value);
    let text = format!("Turned round: “{pursued} even at the cost of {cost}.” Could a sensible team choose that?");
    Advice::new(Kind::Reversal, text)
        .offering([Reversal::RealChoice, Reversal::NobodyWould].map(Action::AnswerReversal))
}

fn nobody_would(value: &Value) -> Advice {
    let (pursued, cost) = (mid(&brief(&value.pursued.text)), mid(&brief(&value.cost.text)));
    let text = format!(
        "If nobody would put {cost} before {pursued}, this may be a must: mark it so, or name a price that someone would defend."
    );
    Advice::new(Kind::NobodyWould, text).offering([
        Action::MarkAsMust,
        Action::AnswerReversal(Reversal::RealChoice),
        Action::AskReversalAgain,
    ])
}
