//! Answering: a good is asked once a request, and what nobody ticked is answered at the end.
mod common;

use common::room::Room;
use evencost_core::document::*;
use evencost_core::edit::{Edit, apply};
use evencost_core::id::RequestId;
use evencost_core::weigh::*;
use proptest::prelude::*;

/// Speed stands in three values, on either side; "speed and trust" is another side than "speed".
const VALUES: [(&str, &str); 4] =
    [("Speed", "polish"), ("Trust", "speed"), ("Speed and trust", "calm"), ("Calm", "The speed")];

fn room() -> (Room, RequestId) {
    let mut room = Room::new(&VALUES, 1);
    let request = room.request();
    (room, request)
}

/// What the person holds on each value, "?" where open, "" where not ticked.
fn held(room: &Room, request: RequestId) -> Vec<String> {
    let sign = |effect| match effect {
        None => '?',
        Some(Effect::Minus) => '-',
        Some(Effect::Zero) => '0',
        Some(Effect::Plus) => '+',
    };
    let held = |value| match room.document.stance(room.key(request, 0, value)) {
        Some(stance) => [sign(stance.pursued), sign(stance.cost)].iter().collect(),
        None => String::new(),
    };
    (0..room.values.len()).map(held).collect()
}

fn answer_to(room: &mut Room, request: RequestId, value: usize, place: Place, effect: Effect) {
    room.apply(answer(&room.document, room.key(request, 0, value), place, effect));
}

#[test]
fn an_answer_is_carried_to_the_same_good_with_the_same_sign() {
    let (mut room, request) = room();
    answer_to(&mut room, request, 0, Place::Pursued, Effect::Plus);
    assert_eq!(held(&room, request), ["+?", "?+", "", "?+"]);
    answer_to(&mut room, request, 3, Place::Cost, Effect::Minus);
    assert_eq!(held(&room, request), ["-?", "?-", "", "?-"]);
}

#[test]
fn neither_is_carried_to_what_is_ticked_and_ticks_nothing() {
    let (mut room, request) = room();
    room.apply(tick(&room.document, room.key(request, 0, 3)));
    answer_to(&mut room, request, 0, Place::Pursued, Effect::Zero);
    assert_eq!(held(&room, request), ["0?", "", "", "?0"]);
    room.apply(tick(&room.document, room.key(request, 0, 1)));
    assert_eq!(held(&room, request), ["0?", "?0", "", "?0"], "it comes along when the value is ticked later");
}

#[test]
fn a_side_of_several_goods_is_asked_for_itself() {
    let (mut room, request) = room();
    answer_to(&mut room, request, 2, Place::Pursued, Effect::Plus);
    assert_eq!(held(&room, request), ["", "", "+?", ""]);
    answer_to(&mut room, request, 2, Place::Cost, Effect::Minus);
    assert_eq!(held(&room, request), ["", "", "+-", "-?"], "calm stands alone in both");
}

#[test]
fn people_decide_what_is_the_same_good() {
    let decide = |same, text: &str, other: &str, of| SameGood {
        pair: WordingPair::new(Wording { text: text.to_owned(), of }, Wording::anywhere(other)),
        same,
    };
    let (mut room, request) = room();
    room.append(decide(true, "polish", "speed", None));
    answer_to(&mut room, request, 0, Place::Pursued, Effect::Plus);
    assert_eq!(held(&room, request), ["++", "?+", "", "?+"], "declared the same");

    let (mut room, request) = self::room();
    room.append(decide(false, "speed", "speed", Some(room.values[1])));
    answer_to(&mut room, request, 0, Place::Pursued, Effect::Plus);
    assert_eq!(held(&room, request), ["+?", "", "", "?+"], "declared another in the second value");
}

#[test]
fn the_questions_say_which_were_asked_before() {
    let (mut room, request) = room();
    for value in [1, 3] {
        room.apply(tick(&room.document, room.key(request, 0, value)));
    }
    answer_to(&mut room, request, 1, Place::Cost, Effect::Minus);
    let asked: Vec<_> = questions(&room.document, request, room.people[0])
        .iter()
        // The value that becomes ticked with the answer is asked first, so that the other two need not be.
        .map(|question| {
            let position = |id| room.values.iter().position(|value| *value == id).expect("it is one of ours");
            (position(question.value), question.place, question.effect, question.same_as.map(|(v, p)| (position(v), p)))
        })
        .collect();
    assert_eq!(
        asked,
        [
            (0, Place::Pursued, Some(Effect::Minus), None),
            (0, Place::Cost, None, None),
            (1, Place::Pursued, None, None),
            (1, Place::Cost, Some(Effect::Minus), Some((0, Place::Pursued))),
            (3, Place::Pursued, None, None),
            (3, Place::Cost, Some(Effect::Minus), Some((0, Place::Pursued))),
        ]
    );
}

#[test]
fn what_is_ticked_and_not_answered_is_counted_and_named() {
    let (mut room, request) = room();
    let person = room.people[0];
    let open = |room: &Room| {
        let (first, words) = still_open(&room.document, request, person)?;
        Some(((first.value, first.place), words))
    };
    assert_eq!(open(&room), None);
    for value in [0, 1, 2] {
        room.apply(tick(&room.document, room.key(request, 0, value)));
    }
    let words = "3 values are not answered yet: “Speed”, “Trust” and “Speed and trust”.";
    assert_eq!(open(&room), Some(((room.values[0], Place::Pursued), words.to_owned())));
    answer_to(&mut room, request, 0, Place::Pursued, Effect::Zero);
    answer_to(&mut room, request, 0, Place::Cost, Effect::Zero);
    answer_to(&mut room, request, 1, Place::Pursued, Effect::Plus);
    let words = "1 value is not answered yet: “Speed and trust”.";
    assert_eq!(open(&room), Some(((room.values[2], Place::Pursued), words.to_owned())));
}

#[test]
fn finishing_answers_what_is_not_ticked_and_leaves_open_what_is() {
    let (mut room, request) = room();
    let person = room.people[0];
    room.apply(tick(&room.document, room.key(request, 0, 2)));
    room.apply(finish(&room.document, request, person));
    assert_eq!(held(&room, request), ["00", "00", "??", "00"]);
    assert!(!has_weighed(&room.document, request, person));
    answer_to(&mut room, request, 2, Place::Pursued, Effect::Plus);
    answer_to(&mut room, request, 2, Place::Cost, Effect::Zero);
    assert!(has_weighed(&room.document, request, person));
    assert_eq!(finish(&room.document, request, person), Edit::default(), "finishing again changes nothing");
}

#[test]
fn finishing_keeps_what_was_answered_on_the_same_good() {
    let (mut room, request) = room();
    answer_to(&mut room, request, 0, Place::Pursued, Effect::Plus);
    for value in [1, 3] {
        room.apply(untick(&room.document, room.key(request, 0, value)));
    }
    assert_eq!(held(&room, request), ["+?", "", "", ""]);
    room.apply(finish(&room.document, request, room.people[0]));
    assert_eq!(held(&room, request), ["+?", "0+", "00", "0+"]);
}

#[test]
fn too_dear_is_a_mark_on_a_ticked_value() {
    let (mut room, request) = room();
    let key = room.key(request, 0, 0);
    assert!(set_too_dear(&room.document, key, true).is_empty());
    answer_to(&mut room, request, 0, Place::Pursued, Effect::Plus);
    room.apply(set_too_dear(&room.document, key, true));
    assert_eq!(room.document.stance(key).map(|stance| stance.too_dear), Some(true));
}

#[test]
fn nobody_has_weighed_where_there_is_nothing_to_weigh() {
    let mut room = Room::new(&[("Speed", "")], 1);
    let request = room.request();
    assert!(!has_weighed(&room.document, request, room.people[0]));
    assert!(finish(&room.document, request, room.people[0]).is_empty());
}

#[derive(Clone, Debug)]
enum Act {
    Tick(usize),
    Untick(usize),
    Answer(usize, Place, Effect),
    Finish,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let value = || 0..VALUES.len();
    let place = || prop::sample::select(&Place::BOTH[..]);
    let effect = || prop::sample::select(&[Effect::Minus, Effect::Zero, Effect::Plus][..]);
    let act = prop_oneof![
        1 => value().prop_map(Act::Tick),
        1 => value().prop_map(Act::Untick),
        4 => (value(), place(), effect()).prop_map(|(value, place, effect)| Act::Answer(value, place, effect)),
        1 => Just(Act::Finish),
    ];
    prop::collection::vec(act, 0..24)
}

proptest! {
    #[test]
    fn the_same_good_never_holds_two_answers(acts in acts()) {
        let (mut room, request) = room();
        for act in acts {
            let document = &room.document;
            let edit = match act {
                Act::Tick(value) => tick(document, room.key(request, 0, value)),
                Act::Untick(value) => untick(document, room.key(request, 0, value)),
                Act::Answer(value, place, effect) => answer(document, room.key(request, 0, value), place, effect),
                Act::Finish => finish(document, request, room.people[0]),
            };
            room.apply(edit);
            let effect = |value: usize, place| {
                room.document.stance(room.key(request, 0, value)).and_then(|stance| stance.effect(place))
            };
            let speed = [effect(0, Place::Pursued), effect(1, Place::Cost), effect(3, Place::Cost)];
            let calm = [effect(2, Place::Cost), effect(3, Place::Pursued)];
            for good in [&speed[..], &calm[..]] {
                let mut said: Vec<Effect> = good.iter().flatten().copied().collect();
                said.sort_unstable();
                said.dedup();
                prop_assert!(said.len() <= 1, "{:?}", held(&room, request));
            }
            let asked = questions(&room.document, request, room.people[0]);
            let open = asked.iter().any(|question| question.effect.is_none());
            let all_ticked = asked.len() == 2 * VALUES.len();
            prop_assert_eq!(has_weighed(&room.document, request, room.people[0]), all_ticked && !open);
        }
        room.apply(finish(&room.document, request, room.people[0]));
        prop_assert_eq!(questions(&room.document, request, room.people[0]).len(), 2 * VALUES.len());
    }

    #[test]
    fn answering_holds_for_any_document(
        document in common::documents(), pick: [prop::sample::Index; 3], plus: bool, pursued: bool
    ) {
        let values: Vec<_> = document.divisions().flat_map(|row| document.values_of(row.id)).map(|v| v.id).collect();
        let requests: Vec<_> = document.requests().map(|row| row.id).collect();
        let raters: Vec<_> = document.raters().map(|row| row.id).collect();
        prop_assume!(!values.is_empty() && !requests.is_empty() && !raters.is_empty());
        let key = StanceKey { request: *pick[0].get(&requests), value: *pick[1].get(&values), rater: *pick[2].get(&raters) };
        let place = if pursued { Place::Pursued } else { Place::Cost };
        let effect = if plus { Effect::Plus } else { Effect::Zero };
        let mut document = document;
        let answered = answer(&document, key, place, effect);
        let applied = apply(&mut document, answered);
        prop_assert_eq!(applied.skipped, []);
        prop_assert_eq!(document.stance(key).and_then(|stance| stance.effect(place)), Some(effect));
        let finished = finish(&document, key.request, key.rater);
        prop_assert_eq!(apply(&mut document, finished).skipped, []);
        prop_assert_eq!(document.broken_invariant(), None);
    }
}
