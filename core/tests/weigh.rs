//! Weighing: from answers to standings, verdicts and the result, and what the room may see of them.
#![allow(clippy::expect_used, reason = "a test may panic")]

mod common;

use common::room::{Room, stance};
use common::today;
use evencost_core::document::*;
use evencost_core::edit;
use evencost_core::weigh::*;
use proptest::prelude::*;

const CULTURE: (&str, &str) = ("One shared culture", "local cohesion and individuality");
const IMPROVEMENT: (&str, &str) = ("Continuous improvement", "comfort and confidence");

fn view(signs: &str) -> View {
    let mut room = Room::new(&[CULTURE], 1);
    let request = room.request();
    View::of(&stance(room.key(request, 0, 0), signs)).expect("both questions are answered")
}

fn tally(signs: &[&str]) -> Tally {
    signs.iter().copied().map(view).collect()
}

#[test]
fn the_table_of_standings() {
    let table = [
        ("+-", "agreed trade", Class::Served),
        ("+0", "free win", Class::Served),
        ("++", "free win", Class::Served),
        ("-+", "reverses it", Class::Strained),
        ("-0", "harms it", Class::Strained),
        ("--", "harms it", Class::Strained),
        ("0-", "costs, and serves nothing", Class::Other),
        ("0+", "protects what we would give up", Class::Other),
        ("00", "does not touch it", Class::Other),
    ];
    for (signs, label, class) in table {
        assert_eq!((view(signs).label().as_str(), view(signs).class()), (label, class), "{signs}");
        let dear = view(&format!("{signs}!"));
        assert_eq!((dear.label(), dear.class()), (format!("{label}, too dear"), Class::Strained), "{signs}");
    }
}

#[test]
fn the_mirror_of_a_standing_is_its_opposite() {
    let turned = |effect| match effect {
        Effect::Plus => Effect::Minus,
        Effect::Minus => Effect::Plus,
        Effect::Zero => Effect::Zero,
    };
    for pursued in [Effect::Minus, Effect::Zero, Effect::Plus] {
        for cost in [Effect::Minus, Effect::Zero, Effect::Plus] {
            let mirrored = match Standing::of(pursued, cost) {
                Standing::Pays => Standing::Reverses,
                Standing::FreeWin => Standing::Harms,
                Standing::Reverses => Standing::Pays,
                Standing::Harms => Standing::FreeWin,
                Standing::Spends => Standing::Protects,
                Standing::Protects => Standing::Spends,
                Standing::Silent => Standing::Silent,
            };
            assert_eq!(Standing::of(turned(pursued), turned(cost)), mirrored, "{pursued:?} {cost:?}");
        }
    }
}

#[test]
fn an_answer_counts_once_both_of_its_questions_are_answered() {
    let mut room = Room::new(&[CULTURE], 1);
    let request = room.request();
    for open in ["??", "+?", "?-"] {
        assert_eq!(View::of(&stance(room.key(request, 0, 0), open)), None, "{open}");
    }
    room.answer(request, 0, 0, "+?");
    assert_eq!(result(&room.document, request, room.division).kind, ResultKind::NotWeighed);
    room.set(Key::Stance(room.key(request, 0, 0)), Field::StanceCost(Some(Effect::Minus)));
    assert_eq!(result(&room.document, request, room.division).kind, ResultKind::Fits);
}

#[test]
fn several_people_need_more_than_half() {
    let table: [(&[&str], Verdict, &str); 14] = [
        (&[], Verdict::NotWeighed, "nobody has answered"),
        (&["+-"], Verdict::Served, "one view"),
        (&["+-", "-+"], Verdict::Split, "two views"),
        (&["+-", "+0"], Verdict::Served, "two views"),
        (&["+-", "+0", "-+"], Verdict::Served, "2 served, 1 strained"),
        (&["+-", "00", "-+"], Verdict::Split, "1 served, 1 strained, 1 neither"),
        (&["+-", "+-", "+-", "-+", "-0", "00"], Verdict::Split, "3 served, 2 strained, 1 neither"),
        (&["+-", "+-", "+-", "-+", "-0"], Verdict::Served, "3 served, 2 strained"),
        (&["+-!", "+-!", "+-"], Verdict::Strained, "1 served, 2 strained"),
        (&["0-", "0+", "-0"], Verdict::Touched, "1 strained, 2 neither"),
        (&["0-", "00"], Verdict::Touched, "two views"),
        (&["00", "00", "0+"], Verdict::Silent, "3 neither"),
        (&["00", "00", "0+", "+-"], Verdict::Touched, "1 served, 3 neither"),
        (&["00", "00", "+-", "+-"], Verdict::Split, "2 served, 2 neither"),
    ];
    for (signs, verdict, words) in table {
        assert_eq!((tally(signs).verdict(), tally(signs).words().as_str()), (verdict, words), "{signs:?}");
    }
}

#[test]
fn the_leading_view_is_the_one_that_most_of_the_majority_hold() {
    let lead = |signs: &[&str]| tally(signs).lead().map(View::label);
    assert_eq!(lead(&["+0", "+-", "+0", "-+"]).as_deref(), Some("free win"));
    assert_eq!(lead(&["+0", "+-"]).as_deref(), Some("agreed trade"), "of equals the first in the table");
    assert_eq!(lead(&["00", "00", "0+", "+-"]).as_deref(), Some("protects what we would give up"));
    assert_eq!(lead(&["+-!", "+-", "-0", "+-!"]).as_deref(), Some("agreed trade, too dear"));
    assert_eq!(lead(&["+-", "-+"]), None);
}

/// Weighs one request with the answers of each person (rows) on each value (columns).
fn weighed(values: &[(&str, &str)], answers: &[&[&str]]) -> (Room, Weighed) {
    let mut room = Room::new(values, answers.len());
    let request = room.weighed(answers);
    let weighed = result(&room.document, request, room.division);
    (room, weighed)
}

#[test]
fn the_six_results() {
    let table = [
        (["+-", "00"], ResultKind::Fits, "Serves 1, strains none: fits the values you named."),
        (["+0", "0-"], ResultKind::Fits, "Serves 1, strains none: fits the values you named."),
        (["-+", "0-"], ResultKind::Strains, "Strains 1, serves none."),
        (["+-!", "00"], ResultKind::Strains, "Strains 1, serves none."),
        (["-+", "+-"], ResultKind::Mixed, "Strains 1, serves 1: mixed."),
        (["0+", "00"], ResultKind::Touched, "Touches 1; serves none, strains none."),
        (["00", "00"], ResultKind::Silent, "Does not touch the values you named."),
        (["+-", "??"], ResultKind::NotWeighed, "Not weighed: 1 of 2 values without an answer."),
    ];
    for (answers, kind, headline) in table {
        let (_, weighed) = weighed(&[CULTURE, IMPROVEMENT], &[&answers]);
        assert_eq!((weighed.kind, weighed.headline().as_str()), (kind, headline), "{answers:?}");
    }
}

#[test]
fn a_value_that_was_added_since_is_named() {
    const CALM: (&str, &str) = ("Calm", "pace");
    const GROWTH: (&str, &str) = ("Growth", "profit");
    let said = |values: &[_], answers: &[&str]| {
        let (room, weighed) = weighed(values, &[answers]);
        weighed.left_open(&room.document)
    };
    let table: [(&[_], &[&str], Option<&str>); 6] = [
        (
            &[CALM, CULTURE, IMPROVEMENT],
            &["??", "+-", "00"],
            Some("A value was added since: “Calm even at the cost of pace” is not answered yet."),
        ),
        (
            &[CALM, GROWTH, CULTURE],
            &["??", "??", "00"],
            Some(
                "Values were added since: “Calm even at the cost of pace”, “Growth even at the cost of profit” are not answered yet.",
            ),
        ),
        (&[CALM, CULTURE], &["??", "+-"], Some("“Calm even at the cost of pace” is not answered yet.")),
        // Somebody is about to answer.
        (&[CALM, GROWTH, CULTURE], &["??", "??", "+-"], None),
        (&[CALM], &["??"], None),
        (&[CALM, CULTURE], &["00", "+-"], None),
    ];
    for (values, answers, expected) in table {
        assert_eq!(said(values, answers).as_deref(), expected, "{answers:?}");
    }
}

#[test]
fn where_no_value_is_in_play_nothing_is_weighed() {
    let (_, weighed) = weighed(&[("Speed", "")], &[&["+-"]]);
    assert_eq!(weighed.kind, ResultKind::NotWeighed);
    assert_eq!(weighed.headline(), "Not weighed: there is no finished value to weigh it against.");
}

#[test]
fn a_value_that_is_a_must_is_not_weighed() {
    let mut room = Room::new(&[CULTURE, IMPROVEMENT], 1);
    room.set(Key::Value(room.values[0]), Field::ValueMust(Some("law".to_owned())));
    let request = room.weighed(&[&["-+", "+-"]]);
    assert_eq!(result(&room.document, request, room.division).kind, ResultKind::Fits);
}

#[test]
fn a_split_value_is_neither_served_nor_strained_but_no_silence() {
    let values = [CULTURE, IMPROVEMENT];
    let (_, fits) = weighed(&values, &[&["+-", "+-"], &["-+", "+-"]]);
    assert_eq!(
        (fits.kind, fits.headline().as_str()),
        (ResultKind::Fits, "Serves 1, strains none where you agree. Split on 1.")
    );
    let (_, all_split) = weighed(&values, &[&["+-", "+-"], &["-+", "-0"]]);
    assert_eq!((all_split.kind, all_split.headline().as_str()), (ResultKind::Touched, "Split on 2."));
    assert_eq!((all_split.label(), &all_split.settled), ("split", &None));
    let (room, counted) = weighed(&values, &[&["+-", "00"], &["-+", "00"], &["00", "00"]]);
    assert_eq!(counted.rows[0].tally.words(), "1 served, 1 strained, 1 neither");
    assert_eq!(
        counted.rows[0].reason(&room.document),
        "People see this differently: one says that it serves “One shared culture” and spends “local cohesion and \
         individuality”; one says that it harms “One shared culture” and protects “local cohesion and individuality”; \
         one says that it touches neither side."
    );
}

#[test]
fn a_split_says_each_view_and_how_many_hold_it() {
    let reason = |answers: &[&[&str]]| {
        let (room, weighed) = weighed(&[("Speed", "polish")], answers);
        weighed.rows[0].reason(&room.document)
    };
    assert_eq!(
        reason(&[&["-0"], &["+-"]]),
        "People see this differently: one says that it serves “Speed” and spends “polish”; one says that it harms “Speed”."
    );
    assert_eq!(
        reason(&[&["-0"], &["+0"], &["-0"], &["+0!"], &["+0"], &["00"]]),
        "People see this differently: 2 say that it serves “Speed”; one says that it serves “Speed”, at a price above \
         what was meant; 2 say that it harms “Speed”; one says that it touches neither side."
    );
}

#[test]
fn only_the_divisions_own_people_count() {
    let (mut room, _) = weighed(&[CULTURE], &[&["+-"]]);
    let (request, unanswered) = (room.weighed(&[&["+-"]]), room.request());
    let (sales, stranger) = (room.ids.fresh(), room.ids.fresh());
    room.append(Division::new(sales, "Sales"));
    room.append(Rater { id: stranger, name: "S.".to_owned(), division: sales, named: true });
    for request in [request, unanswered] {
        let key = StanceKey { rater: stranger, ..room.key(request, 0, 0) };
        room.append(stance(key, "-+"));
    }
    assert_eq!(result(&room.document, request, room.division).kind, ResultKind::Fits);
    assert!(
        is_visible_to_the_room(&room.document, room.decision(unanswered)),
        "a stranger's answer makes nobody blind"
    );
}

#[test]
fn reasons_are_in_the_words_of_the_value() {
    let reason = |signs: &str| {
        let (room, weighed) = weighed(&[CULTURE], &[&[signs]]);
        weighed.rows[0].reason(&room.document)
    };
    assert_eq!(reason("-+"), "It harms “One shared culture” and protects “local cohesion and individuality”.");
    assert_eq!(reason("+0"), "It serves “One shared culture”.");
    assert_eq!(reason("0-!"), "It spends “local cohesion and individuality”, at a price above what was meant.");
    assert_eq!(reason("00"), "It touches neither side.");
    assert_eq!(reason("?0"), "Nobody has answered both questions yet.");
}

fn why(values: &[(&str, &str)], answers: &[&str]) -> (Option<Says>, String) {
    let (room, weighed) = weighed(values, &[answers]);
    (weighed.settled.as_ref().map(|settled| settled.says), weighed.why(&room.document).unwrap_or_default())
}

#[test]
fn a_mixed_request_is_settled_by_the_order() {
    assert_eq!(
        why(&[CULTURE, IMPROVEMENT], &["-+", "+-"]),
        (Some(Says::No), "“One shared culture” comes first in your order, and this harms it.".to_owned())
    );
    assert_eq!(
        why(&[IMPROVEMENT, CULTURE], &["+-", "-+"]),
        (Some(Says::Yes), "“Continuous improvement” comes first in your order, and this serves it.".to_owned())
    );
    assert_eq!(
        why(&[CULTURE, IMPROVEMENT], &["+-!", "+-"]),
        (
            Some(Says::No),
            "“One shared culture” comes first in your order, and the price is higher here than you meant.".to_owned()
        )
    );
}

#[test]
fn a_value_that_names_the_very_trade_comes_before_the_order() {
    // The request serves speed and harms quality; "quality before speed" says no, although speed comes first.
    let values = [("Speed", "polish"), ("Quality", "speed")];
    assert_eq!(
        why(&values, &["+-", "-+"]),
        (
            Some(Says::No),
            "“Quality even at the cost of speed” names this very trade, and this turns it round.".to_owned()
        )
    );
    // The same trade the other way: "speed before quality" accepts it, although quality comes first.
    let values = [("Quality", "thoroughness"), ("Speed", "quality")];
    assert_eq!(
        why(&values, &["-0", "+-"]),
        (Some(Says::Yes), "“Speed even at the cost of quality” names this very trade, and accepts it.".to_owned())
    );
    // Where the values contradict each other, the harm comes first, whatever their order.
    assert_eq!(why(&[("Speed", "quality"), ("Quality", "speed")], &["+-", "-+"]).0, Some(Says::No));
    // A price that is too dear accepts nothing.
    assert_eq!(why(&values, &["-0", "+-!"]).0, Some(Says::No));
}

#[test]
fn people_decide_whether_a_value_names_the_trade() {
    let mut room = Room::new(&[("Speed", "polish"), ("Quality", "pace")], 1);
    let request = room.weighed(&[&["+-", "-+"]]);
    let says = |room: &Room| {
        let weighed = result(&room.document, request, room.division);
        weighed.settled.map(|settled| (settled.says, matches!(settled.because, Because::Trade(_))))
    };
    assert_eq!(says(&room), Some((Says::Yes, false)));
    let pair = WordingPair::new(Wording::anywhere("pace"), Wording::anywhere("Speed"));
    room.append(SameGood { pair, same: true });
    assert_eq!(says(&room), Some((Says::No, true)));
}

#[test]
fn what_fits_or_strains_is_settled_by_the_first_that_says_so() {
    let settled = |answers: &[&str]| {
        let (room, weighed) = weighed(&[CULTURE, IMPROVEMENT], &[answers]);
        assert_eq!(weighed.why(&room.document), None, "the result says it all");
        let settled = weighed.settled?;
        Some((settled.says, settled.value() == Some(room.values[0])))
    };
    assert_eq!(settled(&["00", "+-"]), Some((Says::Yes, false)));
    assert_eq!(settled(&["-0", "-0"]), Some((Says::No, true)));
    assert_eq!(settled(&["00", "0-"]), None);
}

#[test]
fn a_result_names_every_value_that_it_rests_on() {
    let explain = |answers: &[&[&str]]| {
        let (room, weighed) = weighed(&[("Speed", "a"), ("Calm", "b"), ("Trust", "c")], answers);
        weighed.explain(&room.document)
    };
    let table: [(&[&[&str]], &str); 9] = [
        (&[&["+-", "00", "00"]], "It serves “Speed”, and strains nothing that you named."),
        (&[&["-+", "00", "+-!"]], "It strains “Speed” and “Trust”, and serves nothing that you named."),
        (&[&["-+", "-0", "--"]], "It strains “Speed”, “Calm” and “Trust”, and serves nothing that you named."),
        (&[&["+-", "-0", "-0"]], "It serves “Speed”, and strains “Calm” and “Trust”."),
        (&[&["0-", "0+", "00"]], "It touches “Speed” and “Calm”, and serves and strains nothing that you named."),
        (&[&["00", "00", "00"]], "It does not touch the values that you named."),
        (&[&["??", "??", "00"]], "It is weighed once each value has an answer."),
        (
            &[&["+-", "+-", "00"], &["+-", "-0", "00"]],
            "It serves “Speed”, and strains nothing that you agree on. You are split on “Calm”: no view has more than \
             half of you.",
        ),
        (
            &[&["+-", "+-", "00"], &["-0", "-0", "00"]],
            "You are split on “Speed” and “Calm”: no view has more than half of you.",
        ),
    ];
    for (answers, expected) in table {
        assert_eq!(explain(answers), expected, "{answers:?}");
    }
}

#[test]
fn a_must_comes_first_weighed_or_not() {
    let mut room = Room::new(&[CULTURE], 1);
    for (demand, source, says, sentence) in [
        (
            Demand::Required,
            "Health and Safety Act. ",
            Says::Yes,
            "It has to be done: Health and Safety Act. A must comes before every value.",
        ),
        (Demand::Forbidden, "", Says::No, "It must not be done: a must comes before every value."),
    ] {
        for answers in ["+-", "-+", "??"] {
            let request = room.weighed(&[&[answers]]);
            room.must(request, demand, source);
            let weighed = result(&room.document, request, room.division);
            assert_eq!(weighed.settled.as_ref().map(|settled| settled.says), Some(says));
            assert_eq!(weighed.why(&room.document).as_deref(), Some(sentence));
        }
    }
}

#[test]
fn people_weigh_blind_until_the_room_reveals() {
    let mut room = Room::new(&[CULTURE], 2);
    let request = room.request();
    assert!(shown(&room.document, request, room.division).open().is_some(), "nothing to hide yet");
    room.answer(request, 0, 0, "+-");
    let blind = Shown::Blind(Progress { weighed: 1, people: 2 });
    assert_eq!(shown(&room.document, request, room.division), blind);
    room.answer(request, 1, 0, "-+");
    assert_eq!(shown(&room.document, request, room.division), Shown::Blind(Progress { weighed: 2, people: 2 }));
    let own = own_result(&room.document, request, room.people[1]).map(|weighed| weighed.kind);
    assert_eq!(own, Some(ResultKind::Strains), "a person always sees their own");

    room.set(Key::Rater(room.people[1]), Field::RaterNamed(true));
    assert_eq!(voices(&room.document, request, room.values[0]), []);
    room.reveal(request);
    assert!(shown(&room.document, request, room.division).open().is_some());
    let voices = voices(&room.document, request, room.values[0]);
    let named: Vec<_> = voices.iter().map(|voice| (voice.name.as_str(), voice.view.standing())).collect();
    assert_eq!(named, [("Person 1", Standing::Reverses)], "a name only if that person chose so");
}

#[test]
fn one_person_alone_is_blind_too_since_nobody_knows_who_comes_next() {
    let mut room = Room::new(&[CULTURE], 1);
    let request = room.weighed(&[&["+-"]]);
    let key = room.decision(request);
    let visible = |room: &Room| is_visible_to_the_room(&room.document, key);
    assert_eq!(shown(&room.document, request, room.division), Shown::Blind(Progress { weighed: 1, people: 1 }));
    room.decide(request, Outcome::Yes, "");
    assert!(!visible(&room), "a decision tells nobody's answers");
    room.reveal(request);
    assert!(visible(&room));
    room.apply(hide(&room.document, key));
    assert!(!visible(&room), "somebody else takes up weighing");
    room.apply(hide(&room.document, key));
}

#[test]
fn what_was_shown_is_hidden_from_whoever_weighs_later_until_it_is_decided() {
    let mut room = Room::new(&[CULTURE, IMPROVEMENT], 2);
    let request = room.weighed(&[&["+-", "??"]]);
    room.reveal(request);
    let key = room.decision(request);
    let [first, second] = [0, 1].map(|person| room.people[person]);
    let sees = |room: &Room, rater| shown_to(&room.document, key, rater).open().is_some();
    assert!(sees(&room, None));
    assert!(sees(&room, Some(first)), "nobody has answered the other value");
    assert!(!sees(&room, Some(second)));
    room.answer(request, 1, 0, "+?");
    assert!(!sees(&room, Some(second)), "half an answer is none");
    room.answer(request, 1, 1, "00");
    room.set(Key::Stance(room.key(request, 1, 0)), Field::StanceCost(Some(Effect::Zero)));
    assert!(sees(&room, Some(second)));
    assert!(!sees(&room, Some(first)));
    room.decide(request, Outcome::Yes, "");
    assert!(sees(&room, Some(first)));
}

/// Sides that meet each other often, so that trades are named.
const GOODS: [&str; 5] = ["speed", "quality", "trust", "speed and quality", "calm"];
const SIGNS: [&str; 12] = ["+-", "+0", "++", "-+", "-0", "--", "0-", "0+", "00", "+-!", "00", "??"];

#[derive(Clone, Debug)]
struct Case {
    values: Vec<(&'static str, &'static str)>,
    /// One line a person, one answer a value.
    answers: Vec<Vec<&'static str>>,
}

impl Case {
    fn weigh(&self) -> (Room, Weighed) {
        let answers: Vec<&[&str]> = self.answers.iter().map(Vec::as_slice).collect();
        weighed(&self.values, &answers)
    }
}

fn cases(people: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Case> {
    let people = people.into();
    (1..5usize).prop_flat_map(move |values| {
        let side = || prop::sample::select(&GOODS[..]);
        let line = prop::collection::vec(prop::sample::select(&SIGNS[..]), values);
        (prop::collection::vec((side(), side()), values), prop::collection::vec(line, people.clone()))
            .prop_map(|(values, answers)| Case { values, answers })
    })
}

/// The verdict by the words of the definition: classes by the signs, more than half of those who answered.
fn defined_verdict(answers: &[&str]) -> Option<&'static str> {
    let whole: Vec<&&str> = answers.iter().filter(|signs| !signs.contains('?')).collect();
    let most = |class: &dyn Fn(&str) -> bool| whole.iter().filter(|signs| class(signs)).count() * 2 > whole.len();
    let strained = |signs: &str| signs.starts_with('-') || signs.ends_with('!');
    if whole.is_empty() {
        None
    } else if most(&|signs| !strained(signs) && signs.starts_with('+')) {
        Some("served")
    } else if most(&strained) {
        Some("strained")
    } else if most(&|signs| signs == "00") {
        Some("silent")
    } else {
        Some("neither")
    }
}

proptest! {
    #[test]
    fn exactly_one_result_holds_and_it_is_the_defined_one(case in cases(0..6)) {
        let (_, weighed) = case.weigh();
        let verdicts: Vec<_> = (0..case.values.len())
            .map(|value| defined_verdict(&case.answers.iter().map(|line| line[value]).collect::<Vec<_>>()))
            .collect();
        let any = |wanted: &str| verdicts.contains(&Some(wanted));
        let missing = verdicts.contains(&None);
        let all = [
            (ResultKind::NotWeighed, missing),
            (ResultKind::Fits, !missing && any("served") && !any("strained")),
            (ResultKind::Strains, !missing && any("strained") && !any("served")),
            (ResultKind::Mixed, !missing && any("served") && any("strained")),
            (ResultKind::Touched, !missing && !any("served") && !any("strained") && any("neither")),
            (ResultKind::Silent, !missing && verdicts.iter().all(|verdict| *verdict == Some("silent"))),
        ];
        let holding: Vec<ResultKind> = all.iter().filter(|(_, holds)| *holds).map(|(kind, _)| *kind).collect();
        prop_assert_eq!(holding, [weighed.kind]);
        let speaks = matches!(weighed.kind, ResultKind::Fits | ResultKind::Strains | ResultKind::Mixed);
        prop_assert_eq!(weighed.settled.is_some(), speaks);
    }

    #[test]
    fn the_order_of_people_does_not_matter(case in cases(1..6), turn: prop::sample::Index) {
        let mut turned = case.clone();
        let by = turn.index(case.answers.len());
        turned.answers.rotate_left(by);
        turned.answers.reverse();
        prop_assert_eq!(case.weigh().1, turned.weigh().1);
    }

    #[test]
    fn the_order_of_values_only_matters_where_it_settles(case in cases(1..4), from: prop::sample::Index, to: usize) {
        let (mut room, before) = case.weigh();
        let value = room.values[from.index(room.values.len())];
        room.apply(edit::move_to(&room.document, List::Values(room.division), value.0, to % room.values.len()));
        let after = result(&room.document, before.request, room.division);
        prop_assert_eq!(before.kind, after.kind);
        for row in &before.rows {
            prop_assert_eq!(Some(row), after.row(row.value));
        }
        match (&before.settled, &after.settled) {
            (Some(before), Some(after)) => match (&before.because, &after.because) {
                (Because::Order(_), Because::Order(_)) => {}
                (because, other) => {
                    prop_assert_eq!(std::mem::discriminant(because), std::mem::discriminant(other));
                    prop_assert_eq!(before.says, after.says);
                }
            },
            (before, after) => prop_assert_eq!(before, after),
        }
    }

    #[test]
    fn people_of_one_mind_weigh_as_one_person(case in cases(1..2), copies in 2..6usize) {
        let mut copied = case.clone();
        copied.answers = vec![case.answers[0].clone(); copies];
        let ((one, alone), (_, together)) = (case.weigh(), copied.weigh());
        prop_assert_eq!(alone.kind, together.kind);
        let settled = |weighed: &Weighed, room: &Room| weighed.settled.as_ref().map(|settled| {
            (settled.says, std::mem::discriminant(&settled.because), settled.value().map(|id| {
                room.values.iter().position(|value| *value == id)
            }))
        });
        prop_assert_eq!(settled(&alone, &one), settled(&together, &one));
        for (row, other) in alone.rows.iter().zip(&together.rows) {
            prop_assert_eq!((row.verdict, row.tally.lead()), (other.verdict, other.tally.lead()));
        }
        let own = own_result(&one.document, alone.request, one.people[0]);
        prop_assert_eq!(own, Some(alone));
    }

    #[test]
    fn weighing_holds_for_any_document(document in common::documents()) {
        for division in document.divisions() {
            for request in document.requests() {
                let weighed = result(&document, request.id, division.id);
                prop_assert!(weighed.rows.iter().map(|row| row.value).eq(
                    document.values_in_play(division.id).map(|value| value.id)
                ));
                let speaks = |settled: &Settled| !matches!(settled.because, Because::Agreed(_));
                prop_assert_eq!(weighed.settled.as_ref().is_some_and(speaks), weighed.why(&document).is_some());
                answer_text(&document, request.id, division.id);
            }
            let read = readings(&document, division.id, today());
            for (_, count) in read.standing_behind.counts() {
                prop_assert!(count.requests.iter().all(|request| count.of.contains(request)));
            }
            replay(&document, division.id);
            overview(&document, division.id);
        }
    }
}
