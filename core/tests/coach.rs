//! What the coach says, and when it keeps still.
mod common;

use common::{documents, ids, words};
use evencost_core::coach::*;
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::{DivisionId, ValueId};
use proptest::prelude::*;

/// A division with these values.
fn set<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Document, DivisionId, Vec<ValueId>) {
    let (mut document, mut ids) = (Document::default(), ids());
    let division = Division::new(ids.fresh(), "People");
    let id = division.id;
    apply(&mut document, edit::insert_after(division, None));
    let mut order = Vec::new();
    for (pursued, cost) in values {
        let value = Value::new(ids.fresh(), id, pursued, cost);
        order.push(value.id);
        let edit = edit::append(&document, value);
        apply(&mut document, edit);
    }
    (document, id, order)
}

fn with(document: &mut Document, value: ValueId, field: Field) {
    let edit = edit::set(document, Key::Value(value), field);
    apply(document, edit);
}

fn kinds(advice: &[Advice]) -> Vec<Kind> {
    advice.iter().map(|advice| advice.kind).collect()
}

/// What is said of a value that stands alone.
fn alone(pursued: &str, cost: &str) -> Vec<Advice> {
    let (document, _, values) = set([(pursued, cost)]);
    advice(&document, values[0])
}

/// Statements that their authors published as examples of good ones, by source.
const PUBLISHED: [(&str, &[(&str, &str)]); 7] = [
    (
        "futureofwork.nobl.io",
        &[
            ("Profit margin", "revenue growth"),
            ("Sustainability", "profitability"),
            ("Innovation", "predictability"),
            ("Best in class customer service", "best in class product features"),
            ("Star teams", "star players"),
            ("Taking a real lunch break", "catching up on emails while you eat at your desk"),
        ],
    ),
    (
        "NOBL, values that name their price",
        &[
            ("One shared culture", "local cohesion and individuality"),
            ("Continuous improvement", "comfort and confidence"),
        ],
    ),
    (
        "medium.com/the-ready e4f28f2949ac",
        &[
            ("Exclusive product line", "mass market adoption"),
            ("Amazing customer service", "new product features"),
            ("Mobile experience", "desktop experience"),
            ("Revenue growth", "user growth"),
            ("Collaboration", "focus"),
            ("Progress", "perfection"),
            ("Honest feedback", "harmony"),
        ],
    ),
    (
        "husney.com",
        &[
            ("Small organizations", "global enterprises"),
            ("User growth", "revenue"),
            ("Initial signup retention", "existing user retention"),
            ("Desktop experience", "mobile experience"),
        ],
    ),
    (
        "brico.works/brico-blog/even-over",
        &[
            ("Collaboration", "individual speed"),
            ("Long-term sustainability", "short-term wins"),
            ("Depth of impact", "breadth of reach"),
        ],
    ),
    ("benjamin.hinchley.id.au/notes/even-over", &[("Momentum", "Optimization"), ("Speed", "Stability")]),
    (
        "'What makes a good design principle?' 2017",
        &[
            ("Accessibility", "aesthetics"),
            ("Platform conventions", "cross-platform consistency"),
            ("User preference", "business preference"),
        ],
    ),
];

#[test]
fn good_statements_are_left_in_peace() {
    let shelf = shelf().iter().flat_map(|shelf| shelf.pairs).flat_map(|&[a, b]| [(a, b), (b, a)]);
    let published = PUBLISHED.iter().flat_map(|(_, statements)| statements.iter().copied());
    for (pursued, cost) in published.chain(shelf) {
        let said = alone(pursued, cost);
        assert_eq!(kinds(&said), [Kind::Reversal], "{pursued} / {cost}: {said:?}");
    }
}

#[test]
fn published_sets_have_nothing_against_them() {
    for (source, statements) in PUBLISHED {
        let (document, division, values) = set(statements.iter().copied());
        assert_eq!(set_advice(&document, division), [], "{source}");
        for value in values {
            let said = kinds(&advice(&document, value));
            assert!(said.iter().all(|kind| matches!(kind, Kind::Reversal | Kind::Chain)), "{source}: {said:?}");
        }
    }
}

#[test]
fn the_example_has_nothing_against_it() {
    let document = evencost_core::example::document(&mut ids(), common::today());
    for division in document.divisions() {
        assert_eq!(set_advice(&document, division.id), []);
        for value in document.values_of(division.id) {
            let said = advice(&document, value.id);
            let peaceful = |advice: &Advice| matches!(advice.kind, Kind::Reversal | Kind::Chain);
            assert!(said.iter().all(peaceful), "{said:?}");
        }
    }
}

#[test]
fn the_shelf_holds_about_fifty_goods_each_once() {
    let goods: Vec<&str> = shelf().iter().flat_map(|shelf| shelf.pairs.iter().flatten().copied()).collect();
    let distinct: std::collections::BTreeSet<_> = goods.iter().map(|good| good.to_lowercase()).collect();
    assert_eq!(goods.len(), distinct.len());
    assert!((45..=55).contains(&goods.len()), "{}", goods.len());
}

#[test]
fn each_flaw_of_the_words_is_told_with_its_side_and_its_words() {
    use Place::{Cost, Pursued};
    for (pursued, cost, kind, place, text) in [
        ("", "", Kind::Unfinished, Pursued, "Start with something good that you would pay a price for."),
        ("", "Polish", Kind::Unfinished, Pursued, "What would you give up polish for?"),
        ("Speed", " ", Kind::Unfinished, Cost, "And the price? Name one good thing that you would give up for speed."),
        (
            "Quality",
            "mistakes",
            Kind::BadCost,
            Cost,
            "Nobody wants mistakes. What good thing do you give up for quality: speed, cost, simplicity?",
        ),
        (
            "Speed",
            "polish and bugs",
            Kind::BadCost,
            Cost,
            "Nobody wants bugs. What good thing do you give up for speed: cost, simplicity, comfort?",
        ),
        (
            "Speed",
            "the speed",
            Kind::SameOnBothSides,
            Cost,
            "Both sides name the speed, so nothing is given up. What else would you pay: polish, cost, simplicity?",
        ),
        (
            "Quality",
            "lack of quality",
            Kind::Negation,
            Cost,
            "“Lack of quality” only says “quality” again, the other way round. What good thing do you give up for it: \
             speed, cost, simplicity?",
        ),
        (
            "Waste",
            "speed",
            Kind::BadAim,
            Pursued,
            "Nobody sets out for waste. What is the good thing that you are after?",
        ),
        (
            "HR data in one place",
            "some data storage or time inefficiency",
            Kind::AcceptedHarm,
            Cost,
            "Honest: you would put up with some data storage or time inefficiency. Now say what good you give up by \
             that, something that you would miss.",
        ),
        (
            "Speed",
            "Loss of control",
            Kind::AcceptedHarm,
            Cost,
            "You name the loss. “Control” alone says what good you give up.",
        ),
        (
            "Integrity",
            "speed",
            Kind::Platitude,
            Pursued,
            "Hardly anyone would speak against integrity. What does it ask of you that another good team would not do?",
        ),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "speed",
            Kind::LongSide,
            Pursued,
            "13 words are a lot for one side. What is the good in them, in three or four? The story can go into the \
             example.",
        ),
    ] {
        let said = alone(pursued, cost);
        let first = said.first().expect("something is said");
        assert_eq!((first.kind, first.place, &*first.text), (kind, Some(place), text));
    }
    let twelve = "one two three four five six seven eight nine ten eleven twelve";
    assert_eq!(kinds(&alone(twelve, "speed")), [Kind::Reversal]);
}

#[test]
fn what_is_named_as_a_loss_can_be_put_right_with_one_press() {
    let said = alone("Speed", "the loss of HR's control");
    assert_eq!(said[0].actions[0], Action::Write(Place::Cost, "HR's control".into()));
    assert_eq!(alone("Speed", "HR's control").first().map(|advice| advice.kind), Some(Kind::Reversal));
}

#[test]
fn the_sentence_turns_round_with_the_capitals_that_it_needs() {
    for (pursued, cost, expected) in [
        ("Speed", "polish", ("Polish", "speed")),
        (" HR service.", "local\n freedom. ", ("Local freedom", "HR service")),
        ("Cost control", "IT choice", ("IT choice", "cost control")),
        ("", "polish", ("Polish", "")),
    ] {
        let (document, _, values) = set([(pursued, cost)]);
        let value = document.value(values[0]).expect("it was put there");
        assert_eq!(turned(value), (expected.0.to_owned(), expected.1.to_owned()));
    }
}

#[test]
fn the_reversal_test_is_asked_once_and_its_answer_has_consequences() {
    let (mut document, _, values) = set([("Speed", "polish"), ("Speed", ""), ("Quality", "mistakes")]);
    let [sound, unfinished, flawed] = values[..] else { panic!("three were put there") };
    assert_eq!(kinds(&advice(&document, sound)), [Kind::Reversal]);
    assert_eq!(
        alone("Speed", "polish")[0].text,
        "Turned round: “Polish even at the cost of speed.” Could a sensible team choose that?"
    );
    assert_eq!(kinds(&advice(&document, unfinished)), [Kind::Unfinished]);
    assert_eq!(kinds(&advice(&document, flawed)), [Kind::BadCost], "the harder problem first");

    with(&mut document, sound, Field::ValueReversal(Some(Reversal::RealChoice)));
    assert_eq!(advice(&document, sound), []);

    with(&mut document, sound, Field::ValueReversal(Some(Reversal::NobodyWould)));
    let said = advice(&document, sound);
    assert_eq!(kinds(&said), [Kind::NobodyWould]);
    assert_eq!(
        said[0].actions,
        [Action::MarkAsMust, Action::AnswerReversal(Reversal::RealChoice), Action::AskReversalAgain]
    );
}

#[test]
fn people_who_see_a_real_choice_have_the_last_word_on_words() {
    for (pursued, cost) in
        [("Quality", "mistakes"), ("Mistakes", "calm"), ("Respect", "candour"), ("Speed", "some risk")]
    {
        let (mut document, _, values) = set([(pursued, cost)]);
        let said = advice(&document, values[0]);
        let insist = Action::AnswerReversal(Reversal::RealChoice);
        assert!(said[0].actions.contains(&insist), "{pursued} / {cost}: there is a way to say so");
        with(&mut document, values[0], Field::ValueReversal(Some(Reversal::RealChoice)));
        assert_eq!(advice(&document, values[0]), [], "{pursued} / {cost}");
    }
}

#[test]
fn a_must_is_asked_for_its_source_and_nothing_else() {
    let (mut document, division, values) = set([("Safe lifts", ""), ("Speed", "polish"), ("Polish", "speed")]);
    with(&mut document, values[0], Field::ValueMust(Some(" ".into())));
    let said = advice(&document, values[0]);
    assert_eq!(kinds(&said), [Kind::NoSource]);
    assert_eq!(said[0].actions, [Action::NameSource]);
    with(&mut document, values[0], Field::ValueMust(Some("Lift Regulations".into())));
    assert_eq!(advice(&document, values[0]), []);
    with(&mut document, values[1], Field::ValueReversal(Some(Reversal::NobodyWould)));
    with(&mut document, values[1], Field::ValueMust(Some("Contract".into())));
    assert_eq!(advice(&document, values[1]), []);
    assert_eq!(set_advice(&document, division), [], "a must contradicts nothing");
}

#[test]
fn a_contradiction_comes_first_and_names_the_values_on_it() {
    let (document, division, values) =
        set([("Speed", "polish"), ("Calm", "reach"), ("Polish", "the speed"), ("Quality", "mistakes")]);
    let text = "Values 1 and 3 contradict each other: speed before polish, and polish before the speed. Which holds when both \
         are at stake?";
    let said = advice(&document, values[0]);
    assert_eq!((said[0].kind, &*said[0].text), (Kind::Contradiction, text));
    assert_eq!(said[0].values, [values[2]]);
    assert_eq!(said[0].actions, [Action::ShowValue(values[2])]);
    let said = set_advice(&document, division);
    assert_eq!(kinds(&said), [Kind::Contradiction]);
    assert_eq!((&*said[0].text, &said[0].values[..]), (text, &[values[0], values[2]][..]));
}

#[test]
fn a_longer_circle_is_told_as_the_steps_that_make_it() {
    let (document, division, values) =
        set([("Speed", "polish, calm"), ("Polish and reach", "low prices"), ("Low prices", "speed")]);
    assert_eq!(
        set_advice(&document, division)[0].text,
        "Values 1, 2 and 3 run in a circle: speed before polish, polish before low prices, low prices before speed. \
         Which gives way?"
    );
    let said = advice(&document, values[1]);
    assert_eq!(said[0].values, [values[2], values[0]]);
    assert_eq!(
        said[0].text,
        "Values 2, 3 and 1 run in a circle: polish before low prices, low prices before speed, speed before polish. \
         Which gives way?"
    );
}

#[test]
fn a_chain_is_said_to_be_consistent() {
    let (document, division, values) = set([("Polish", "low prices"), ("Speed", "polish"), ("Low prices", "choice")]);
    let said = advice(&document, values[0]);
    let chain = said.last().expect("something is said");
    assert_eq!(
        (chain.kind, &*chain.text),
        (Kind::Chain, "Values 1, 2 and 3 fit together in one order: speed, then polish, then low prices, then choice.")
    );
    assert_eq!(chain.values, [values[1], values[2]]);
    let said = advice(&document, values[1]);
    assert_eq!(
        said.last().map(|advice| &*advice.text),
        Some("Values 1 and 2 fit together in one order: speed, then polish, then low prices.")
    );
    assert_eq!(set_advice(&document, division), []);
}

#[test]
fn a_value_said_twice_is_told_once_for_the_set() {
    let (document, division, values) = set([("Speed", "polish and calm"), ("a speed", "Calm, polish")]);
    let said = set_advice(&document, division);
    assert_eq!(kinds(&said), [Kind::Twice]);
    assert_eq!(
        said[0].text,
        "Values 1 and 2 say the same: speed before polish and calm. Keep the one that says it better."
    );
    for (value, other) in [(values[0], values[1]), (values[1], values[0])] {
        let said = advice(&document, value);
        assert_eq!((said[0].kind, &said[0].values[..]), (Kind::Twice, &[other][..]));
    }
}

#[test]
fn a_repeated_value_does_not_double_its_contradictions() {
    let (document, division, values) =
        set([("Speed", "polish"), ("Speed", "polish"), ("Polish", "speed"), ("Speed", "polish")]);
    let said = set_advice(&document, division);
    assert_eq!(kinds(&said), [Kind::Contradiction, Kind::Twice, Kind::Twice]);
    let twice: Vec<&[ValueId]> = said[1..].iter().map(|advice| &advice.values[..]).collect();
    assert_eq!(twice, [[values[0], values[1]], [values[0], values[3]]]);
}

#[test]
fn what_people_say_means_the_same_counts() {
    let (mut document, division, _) = set([("Speed", "polish"), ("Finish", "pace"), ("Fine finish", "tempo")]);
    assert_eq!(set_advice(&document, division), []);
    for (one, other) in [("speed", "Pace"), ("pace", "tempo"), ("polish", "finish"), ("finish", "Fine finish")] {
        let pair = WordingPair::new(Wording::anywhere(one), Wording::anywhere(other));
        let edit = edit::append(&document, SameGood { pair, same: true });
        apply(&mut document, edit);
    }
    assert_eq!(kinds(&set_advice(&document, division)), [Kind::Contradiction, Kind::Twice]);
}

#[test]
fn identical_words_that_people_tell_apart_contradict_nothing() {
    let (mut document, division, values) = set([("Speed", "polish"), ("Polish", "speed")]);
    let [one, other] = [values[0], values[1]].map(|value| Wording { text: "speed".into(), of: Some(value) });
    let edit = edit::append(&document, SameGood { pair: WordingPair::new(one, other), same: false });
    apply(&mut document, edit);
    assert_eq!(set_advice(&document, division), []);
    assert_eq!(kinds(&advice(&document, values[0])), [Kind::Reversal, Kind::Chain]);
}

#[test]
fn more_than_seven_values_are_many() {
    let mut statements =
        vec![("a", "b"), ("c", "d"), ("e", "f"), ("g", "h"), ("i", "j"), ("k", "l"), ("m", "n"), ("o", "")];
    let (document, division, _) = set(statements.clone());
    assert_eq!(set_advice(&document, division), [], "seven, and one that is not finished");
    statements.push(("p", "q"));
    let (document, division, _) = set(statements);
    let said = set_advice(&document, division);
    assert_eq!(said[0].text, "8 values are a lot to keep in mind. Which 7 would you hold on to?");
}

#[test]
fn the_shelf_offers_the_partner_first_and_what_is_used_last() {
    let (document, division, _) = set([("Candour", "harmony"), ("Delivery speed", "")]);
    let offered = shelf_for(&document, division, &Side::new("Delivery speed"));
    assert_eq!((offered[0].words, offered[0].partner), ("polish", true));
    let last: Vec<&str> = offered[offered.len() - 2..].iter().map(|good| good.words).collect();
    assert_eq!(last, ["candour", "harmony"]);
    assert_eq!(shelf_for(&document, division, &Side::new("Firm plans"))[0].words, "room to change course");
    let plain = shelf_for(&document, division, &Side::default());
    assert_eq!(plain.len(), shelf().iter().map(|shelf| shelf.pairs.len() * 2).sum::<usize>());
    assert!(plain.iter().all(|good| !good.partner));
}

#[test]
fn the_shelf_does_not_offer_to_repeat_or_contradict_a_value() {
    let (document, division, _) = set([("Speed", "polish")]);
    for (other, left_out) in [("speeds", "polish"), ("the polish", "speed")] {
        let offered = shelf_for(&document, division, &Side::new(other));
        assert!(offered.iter().all(|good| good.words != left_out && !other.contains(good.words)), "{other}");
    }
}

/// Values that close one circle of that many steps, told apart by numbers, in any order.
fn circles() -> impl Strategy<Value = Vec<(String, String)>> {
    (2..=6usize).prop_flat_map(|length| {
        let good = |number: usize| format!("good {}", number % length);
        Just((0..length).map(|at| (good(at), good(at + 1))).collect::<Vec<_>>()).prop_shuffle()
    })
}

/// The same words in other letters, with an article and with other spaces.
fn restyled(text: &str, style: u8) -> String {
    let text = if style & 1 == 0 { text.to_owned() } else { text.to_uppercase() };
    let text = if style & 2 == 0 { text } else { text.replace(' ', "  ") };
    if style & 4 == 0 || !text.starts_with(char::is_alphanumeric) { text } else { format!("the {text}") }
}

fn facts(document: &Document, division: DivisionId) -> Vec<(Kind, Vec<ValueId>)> {
    let about_set =
        |kind: Kind| matches!(kind, Kind::Contradiction | Kind::Twice | Kind::SameOnBothSides | Kind::Chain);
    let each = document.values_of(division).flat_map(|value| advice(document, value.id));
    let all = set_advice(document, division).into_iter().chain(each);
    all.filter(|advice| about_set(advice.kind)).map(|advice| (advice.kind, advice.values)).collect()
}

proptest! {
    #[test]
    fn any_document_gets_advice_in_its_order_and_in_one_line(document in documents()) {
        for division in document.divisions() {
            for value in document.values_of(division.id) {
                let said = advice(&document, value.id);
                prop_assert!(said.is_sorted_by_key(|advice| advice.kind));
                prop_assert!(said.iter().all(|advice| !advice.text.contains('\n') && !advice.text.is_empty()));
                prop_assert!(said.iter().flat_map(|advice| &advice.values).all(|&other| other != value.id));
                let finished = value.is_in_play() || value.must.is_some() && !value.pursued.is_blank();
                let unfinished = kinds(&said) == [Kind::Unfinished];
                prop_assert_eq!(unfinished, !finished);
            }
            prop_assert!(set_advice(&document, division.id).is_sorted_by_key(|advice| advice.kind));
        }
    }

    #[test]
    fn any_text_gets_advice(pursued in words(), cost in "\\PC{0,40}", other in "\\PC{0,12}( or | and | of |, )\\PC{0,12}") {
        for (pursued, cost) in [(&pursued, &cost), (&cost, &other), (&other, &pursued)] {
            alone(pursued, cost);
            let (document, division, _) = set([(&**pursued, &**cost)]);
            shelf_for(&document, division, &Side::new(cost.as_str()));
        }
    }

    #[test]
    fn a_circle_of_any_length_is_found_with_all_its_values(
        circle in circles(),
        others in prop::collection::vec(("[a-d]{3}", "[e-h]{3}"), 0..5),
    ) {
        let length = circle.len();
        let statements = circle.iter().chain(&others);
        let (document, division, values) = set(statements.map(|(pursued, cost)| (&**pursued, &**cost)));
        let told: Vec<Advice> =
            set_advice(&document, division).into_iter().filter(|advice| advice.kind == Kind::Contradiction).collect();
        prop_assert_eq!(told.len(), 1);
        let mut on_it = told[0].values.clone();
        on_it.sort_unstable();
        prop_assert_eq!(&on_it[..], &values[..length]);
        for (index, &value) in values.iter().enumerate() {
            let contradicted = advice(&document, value).first().map(|advice| advice.kind) == Some(Kind::Contradiction);
            prop_assert_eq!(contradicted, index < length);
        }
    }

    #[test]
    fn values_that_follow_one_order_contradict_nothing(
        pairs in prop::collection::vec((0..12u8, 1..12u8, 0..12u8), 0..24),
    ) {
        // Every good costs only goods that come after it in the alphabet.
        let name = |number: u8| char::from(b'a' + number.min(25)).to_string();
        let statements: Vec<(String, String)> = pairs
            .iter()
            .map(|&(from, step, more)| (name(from), format!("{}, {}", name(from + step), name(from + step + more))))
            .collect();
        let (document, division, values) = set(statements.iter().map(|(pursued, cost)| (&**pursued, &**cost)));
        let all = values.iter().flat_map(|&value| advice(&document, value)).chain(set_advice(&document, division));
        prop_assert!(all.into_iter().all(|advice| advice.kind != Kind::Contradiction));
    }

    #[test]
    fn case_articles_and_spaces_change_nothing_between_values(
        statements in prop::collection::vec((words(), words(), 0..8u8, 0..8u8), 0..8),
    ) {
        let (plain, division, _) = set(statements.iter().map(|(pursued, cost, ..)| (&**pursued, &**cost)));
        let styled: Vec<(String, String)> = statements
            .iter()
            .map(|(pursued, cost, a, b)| (restyled(pursued, *a), restyled(cost, *b)))
            .collect();
        let (styled, other, _) = set(styled.iter().map(|(pursued, cost)| (&**pursued, &**cost)));
        prop_assert_eq!(facts(&plain, division), facts(&styled, other));
    }
}
