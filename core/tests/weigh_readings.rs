//! What a division reads of its requests: the table, the replay, the counts, and the letters it sends.
mod common;

use common::room::Room;
use common::today;
use evencost_core::date;
use evencost_core::document::*;
use evencost_core::id::RequestId;
use evencost_core::weigh::*;

const CULTURE: (&str, &str) = ("One shared culture", "local cohesion and individuality");
const IMPROVEMENT: (&str, &str) = ("Continuous improvement", "comfort and confidence");

const FITS: [&str; 2] = ["+-", "00"];
const STRAINS: [&str; 2] = ["-+", "00"];
const MIXED: [&str; 2] = ["-+", "+-"];
const SILENT: [&str; 2] = ["00", "00"];
const OPEN: [&str; 2] = ["+-", "??"];

fn room() -> Room {
    Room::new(&[CULTURE, IMPROVEMENT], 1)
}

/// Weighed by one person, and shown.
fn weighed(room: &mut Room, answers: [&str; 2]) -> RequestId {
    let request = room.weighed(&[&answers]);
    room.reveal(request);
    request
}

fn decided(room: &mut Room, answers: [&str; 2], outcome: Outcome, reason: &str) -> RequestId {
    let request = weighed(room, answers);
    room.decide(request, outcome, reason);
    request
}

fn own(room: &mut Room, answers: [&str; 2], outcome: Outcome) -> RequestId {
    let request = room.own();
    room.weigh(request, &[&answers]);
    room.reveal(request);
    room.decide(request, outcome, "");
    request
}

#[test]
fn acting_on_what_we_stand_for_counted_by_hand() {
    let mut room = room();
    let yes_against = decided(&mut room, STRAINS, Outcome::Yes, "");
    let yes_mixed = decided(&mut room, MIXED, Outcome::Yes, "");
    let yes_fits = decided(&mut room, FITS, Outcome::Yes, "");
    decided(&mut room, OPEN, Outcome::Yes, "");
    let if_strains = decided(&mut room, STRAINS, Outcome::YesIf, "");
    let if_mixed = decided(&mut room, MIXED, Outcome::YesIf, "");
    let if_fits = decided(&mut room, FITS, Outcome::YesIf, "");
    let no_reason = decided(&mut room, FITS, Outcome::No, " ");
    let no_because = decided(&mut room, FITS, Outcome::No, "No hands.");
    let unheard = decided(&mut room, OPEN, Outcome::No, "");
    let no_strains = decided(&mut room, STRAINS, Outcome::No, "");
    decided(&mut room, STRAINS, Outcome::PassOn, "");
    decided(&mut room, STRAINS, Outcome::Open, "");
    let own_strains = own(&mut room, STRAINS, Outcome::Yes);
    let own_undecided = own(&mut room, STRAINS, Outcome::Open);
    let own_fits = own(&mut room, FITS, Outcome::Yes);
    own(&mut room, STRAINS, Outcome::No);
    own(&mut room, OPEN, Outcome::Yes);
    for outcome in [Outcome::Yes, Outcome::No] {
        for answers in [STRAINS, FITS, OPEN] {
            let must = decided(&mut room, answers, outcome, "");
            room.must(must, Demand::Required, "law");
        }
    }

    let read = readings(&room.document, room.division, today()).standing_behind;
    let yeses = vec![yes_against, yes_mixed, yes_fits];
    let ifs = vec![if_strains, if_mixed, if_fits];
    let noes = vec![no_reason, no_because, unheard, no_strains];
    let count = |requests: &[RequestId], of: &[RequestId]| Count { requests: requests.into(), of: of.into() };
    assert_eq!(read.yes_against, count(&[yes_against], &yeses));
    assert_eq!(read.yes_mixed, count(&[yes_mixed], &yeses));
    assert_eq!(read.yes_if, count(&[if_strains, if_mixed], &ifs));
    assert_eq!(read.own_strains, count(&[own_strains, own_undecided], &[own_strains, own_undecided, own_fits]));
    assert_eq!(read.no_to_fit_with_reason, count(&[no_because], &noes));
    assert_eq!(read.no_to_fit_without_reason, count(&[no_reason], &noes));
    assert_eq!(read.declined_unheard, count(&[unheard], &noes));
    assert!(read.blind.is_empty());
    assert_eq!(
        read.fortress_check().as_deref(),
        Some(
            "You declined 4; 2 of them fit the values you named (1 without a reason); 1 of them was never weighed. \
             Independence is being free to say no; autonomy is being able to stand behind it."
        )
    );
}

#[test]
fn what_fits_only_where_people_agree_is_not_counted_as_declined_though_it_fits() {
    let mut room = Room::new(&[CULTURE, IMPROVEMENT], 2);
    let request = room.weighed(&[&["+-", "+-"], &["+-", "-+"]]);
    room.reveal(request);
    room.decide(request, Outcome::No, "");
    assert_eq!(result(&room.document, request, room.division).label(), "fits where you agree");
    let read = readings(&room.document, room.division, today()).standing_behind;
    assert_eq!(read.no_to_fit_without_reason.words(), "0 of 1");
    assert_eq!(
        read.fortress_check().as_deref(),
        Some("You declined 1; it was weighed, and does not clearly fit the values you named.")
    );
}

#[test]
fn the_fortress_check_in_its_other_forms() {
    let check = |noes: &[([&str; 2], &str)]| {
        let mut room = room();
        for (answers, reason) in noes {
            decided(&mut room, *answers, Outcome::No, reason);
        }
        let line = readings(&room.document, room.division, today()).standing_behind.fortress_check();
        line.map(|line| line.split(". Independence").next().unwrap_or_default().to_owned())
    };
    assert_eq!(check(&[]), None);
    assert_eq!(
        check(&[(STRAINS, ""), (SILENT, "")]).as_deref(),
        Some("You declined 2; all were weighed, and none of them clearly fits the values you named.")
    );
    assert_eq!(
        check(&[(FITS, "")]).as_deref(),
        Some("You declined 1; it fits the values you named, and no reason is given")
    );
    assert_eq!(check(&[(OPEN, "")]).as_deref(), Some("You declined 1; it was never weighed"));
    assert_eq!(
        check(&[(FITS, "x"), (OPEN, ""), (OPEN, "")]).as_deref(),
        Some("You declined 3; 1 of them fits the values you named; 2 of them were never weighed")
    );
}

#[test]
fn a_share_only_from_ten_on() {
    let mut room = room();
    for _ in 0..8 {
        decided(&mut room, FITS, Outcome::Yes, "");
    }
    decided(&mut room, STRAINS, Outcome::Yes, "");
    let count = |room: &Room| readings(&room.document, room.division, today()).standing_behind.yes_against;
    assert_eq!((count(&room).words().as_str(), count(&room).share()), ("1 of 9", None));
    decided(&mut room, STRAINS, Outcome::Yes, "");
    assert_eq!((count(&room).words().as_str(), count(&room).share()), ("2 of 10", Some(20)));
    for _ in 0..2 {
        decided(&mut room, FITS, Outcome::Yes, "");
    }
    assert_eq!(count(&room).share(), Some(17), "2 of 12, to the nearest");
}

#[test]
fn what_is_blind_is_in_no_count_but_that_an_answer_is_missing_is_no_secret() {
    let mut room = Room::new(&[CULTURE, IMPROVEMENT], 2);
    let blind = room.weighed(&[&FITS, &FITS]);
    room.decide(blind, Outcome::No, "");
    let unheard = room.weighed(&[&OPEN, &OPEN]);
    room.decide(unheard, Outcome::No, "");
    let read = |room: &Room| readings(&room.document, room.division, today()).standing_behind;
    assert_eq!(read(&room).blind, [blind]);
    assert_eq!(read(&room).declined_unheard, Count { requests: vec![unheard], of: vec![unheard] });
    assert!(replay(&room.document, room.division).is_empty());
    room.reveal(blind);
    assert!(read(&room).blind.is_empty());
    assert_eq!(read(&room).no_to_fit_without_reason.words(), "1 of 2");
    assert_eq!(replay(&room.document, room.division).len(), 1);
}

#[test]
fn a_value_is_idle_once_weighed_and_never_touched() {
    let mut room = room();
    let idle = |room: &Room| readings(&room.document, room.division, today()).idle;
    assert!(idle(&room).is_empty(), "nothing has been weighed");
    weighed(&mut room, ["0-", "00"]);
    assert_eq!(idle(&room), [room.values[1]]);
    let unanswered = room.value("Calm", "speed");
    weighed(&mut room, FITS);
    assert!(!idle(&room).contains(&unanswered), "a value that nobody answered is not weighed, never untouched");
    let must = weighed(&mut room, ["00", "0+"]);
    room.must(must, Demand::Required, "");
    assert!(idle(&room).is_empty(), "a must touches it too");
}

#[test]
fn what_is_blind_makes_no_value_idle() {
    let mut room = Room::new(&[CULTURE], 2);
    room.weighed(&[&["00"], &["00"]]);
    assert!(readings(&room.document, room.division, today()).idle.is_empty());
}

#[test]
fn past_decisions_are_replayed() {
    use Agreement::{Agrees, Differs, NothingToSay};
    let table = [
        (FITS, Outcome::Yes, Agrees, "“One shared culture” would have said yes, and you said yes."),
        (FITS, Outcome::YesIf, Agrees, "“One shared culture” would have said yes, and you said yes, on terms."),
        (FITS, Outcome::No, Differs, "“One shared culture” would have said yes; you said no."),
        (MIXED, Outcome::Yes, Differs, "“One shared culture” would have said no; you said yes."),
        (MIXED, Outcome::No, Agrees, "“One shared culture” would have said no, and you said no."),
        (STRAINS, Outcome::YesIf, NothingToSay, "“One shared culture” would have said no; you said yes, on terms."),
        (FITS, Outcome::PassOn, NothingToSay, "“One shared culture” would have said yes; you passed it on."),
        (SILENT, Outcome::No, NothingToSay, "It serves and strains nothing that you named; you said no."),
        (OPEN, Outcome::Yes, NothingToSay, "It has not been weighed; you said yes."),
    ];
    for (answers, outcome, agreement, sentence) in table {
        let mut room = room();
        decided(&mut room, answers, outcome, "");
        let past = replay(&room.document, room.division);
        let [replayed] = &past[..] else { panic!("one decision, replayed once: {past:?}") };
        assert_eq!((replayed.agreement, replayed.sentence(&room.document).as_str()), (agreement, sentence));
    }
    let mut room = room();
    let must = decided(&mut room, FITS, Outcome::No, "");
    room.must(must, Demand::Forbidden, "law");
    decided(&mut room, FITS, Outcome::Open, "");
    let past = replay(&room.document, room.division);
    assert_eq!(past.len(), 1, "what is open is not past");
    assert_eq!(past[0].agreement, NothingToSay);
    assert_eq!(past[0].sentence(&room.document), "A must settled it; you said no.");
}

#[test]
fn the_replay_starts_with_the_latest_and_compares_the_named_value() {
    let mut room = room();
    let early = decided(&mut room, MIXED, Outcome::No, "");
    let late = decided(&mut room, MIXED, Outcome::No, "");
    let day = date::parse("2026-01-02").expect("it exists");
    room.set(Key::Request(early), Field::RequestDate(day));
    for (request, value) in [(early, room.values[0]), (late, room.values[1])] {
        room.set(Key::Decision(room.decision(request)), Field::DecisionValue(Some(value)));
    }
    let past = replay(&room.document, room.division);
    let said: Vec<_> = past.iter().map(|past| (past.request, past.sentence(&room.document))).collect();
    let as_named = "“One shared culture” would have said no, and you said no";
    assert_eq!(
        said,
        [(late, format!("{as_named}, because of “Continuous improvement”.")), (early, format!("{as_named}."))]
    );
}

#[test]
fn the_replay_says_where_people_are_split_and_which_value_was_named_all_the_same() {
    let mut room = Room::new(&[CULTURE, IMPROVEMENT], 2);
    let said = |room: &mut Room, answers: [[&str; 2]; 2]| {
        let request = room.weighed(&[&answers[0], &answers[1]]);
        room.reveal(request);
        room.decide(request, Outcome::No, "");
        room.set(Key::Decision(room.decision(request)), Field::DecisionValue(Some(room.values[1])));
        let past = replay(&room.document, room.division);
        let last = past.iter().find(|past| past.request == request).expect("it is decided");
        (last.label(), last.sentence(&room.document))
    };
    assert_eq!(
        said(&mut room, [SILENT, SILENT]).1,
        "It serves and strains nothing that you named; you said no, because of “Continuous improvement”."
    );
    assert_eq!(
        said(&mut room, [FITS, STRAINS]),
        (
            "split",
            "Where you agree, it serves and strains nothing; you said no, because of “Continuous improvement”. \
             You are split on “One shared culture”: no view has more than half of you."
                .to_owned()
        )
    );
    assert_eq!(
        said(&mut room, [MIXED, ["+-", "+-"]]),
        (
            "split",
            "“Continuous improvement” would have said yes; you said no. You are split on “One shared culture”: no view \
             has more than half of you."
                .to_owned()
        )
    );
}

#[test]
fn the_table_is_sorted_and_filtered() {
    let mut room = Room::new(&[CULTURE, IMPROVEMENT], 2);
    let fits = room.weighed(&[&FITS, &FITS]);
    let strains = room.weighed(&[&STRAINS, &STRAINS]);
    let split = room.weighed(&[&FITS, &STRAINS]);
    let blind = room.weighed(&[&FITS, &FITS]);
    let unweighed = room.own();
    for request in [fits, strains, split] {
        room.reveal(request);
    }
    room.decide(fits, Outcome::No, "No hands this month");
    for (request, title) in [(fits, "b"), (strains, "A"), (split, "c"), (blind, ""), (unweighed, "d")] {
        room.set(Key::Request(request), Field::RequestTitle(title.to_owned()));
    }
    room.set(Key::Request(strains), Field::RequestOrigin(Origin::Incoming("Finance".to_owned())));
    room.must(strains, Demand::Required, "");

    let table = overview(&room.document, room.division);
    assert_eq!(table.values, room.values);
    let sorted = |by, descending| {
        let mut table = table.clone();
        table.sort(by, descending);
        table.rows.iter().map(|row| row.request).collect::<Vec<_>>()
    };
    assert_eq!(sorted(SortBy::Listed, false), [fits, strains, split, blind, unweighed]);
    assert_eq!(sorted(SortBy::Listed, true), [unweighed, blind, split, strains, fits]);
    assert_eq!(
        sorted(SortBy::Title, false),
        [strains, fits, split, unweighed, blind],
        "“Untitled request” goes by its name"
    );
    assert_eq!(sorted(SortBy::Result, false), [strains, fits, split, unweighed, blind]);
    assert_eq!(sorted(SortBy::Value(room.values[0]), false), [strains, split, fits, unweighed, blind]);
    assert_eq!(sorted(SortBy::Decision, true)[0], fits);
    assert_eq!(sorted(SortBy::Date, false), sorted(SortBy::Listed, false), "equal ones keep their order");

    let kept = |filter: Filter| {
        let mut table = table.clone();
        table.keep(&room.document, room.division, &filter);
        table.rows.iter().map(|row| row.request).collect::<Vec<_>>()
    };
    let any = Filter::default;
    assert_eq!(kept(any()).len(), 5);
    assert_eq!(kept(Filter { text: " HANDS".to_owned(), ..any() }), [fits]);
    assert_eq!(kept(Filter { text: "finance".to_owned(), ..any() }), [strains]);
    assert_eq!(kept(Filter { text: "people team".to_owned(), ..any() }), [unweighed], "whose own action it is");
    assert_eq!(kept(Filter { result: Some(ResultKind::Fits), ..any() }), [fits]);
    assert_eq!(kept(Filter { outcome: Some(Outcome::No), ..any() }), [fits]);
    assert_eq!(kept(Filter { kind: Some(Kind::Own), ..any() }), [unweighed]);
    assert_eq!(kept(Filter { must: Some(true), ..any() }), [strains]);
    assert_eq!(kept(Filter { split: true, ..any() }), [split]);
    assert_eq!(kept(Filter { blind: true, ..any() }), [blind]);
    assert_eq!(kept(Filter { verdict: Some((room.values[0], Verdict::Served)), ..any() }), [fits]);
    assert_eq!(kept(Filter { split: true, must: Some(true), ..any() }), []);
}

fn letter(answers: [&str; 2], change: impl Fn(&mut Decision), must: Option<(Demand, &str)>) -> Option<String> {
    let mut room = room();
    let request = weighed(&mut room, answers);
    room.set(Key::Request(request), Field::RequestTitle("An office dog".to_owned()));
    if let Some((demand, source)) = must {
        room.must(request, demand, source);
    }
    let mut decision = Decision::open(room.decision(request));
    change(&mut decision);
    room.append(decision);
    answer_text(&room.document, request, room.division)
}

#[test]
fn a_letter_that_says_yes() {
    let text = letter(FITS, |decision| decision.outcome = Outcome::Yes, None);
    assert_eq!(
        text.as_deref(),
        Some(
            "Thank you for bringing us “An office dog”. Our answer is yes.\n\n\
             It serves a value that we hold to: “One shared culture even at the cost of local cohesion and \
             individuality”. The price is “local cohesion and individuality”, and we have chosen to pay it.\n\n\
             Tell us how it goes, and early if it turns out not to be what you need.\n\n\
             People team"
        )
    );
}

#[test]
fn a_letter_that_says_no_with_a_reason() {
    let no = |decision: &mut Decision| {
        decision.outcome = Outcome::No;
        decision.reason = "two of us are allergic".to_owned();
    };
    assert_eq!(
        letter(STRAINS, no, None).as_deref(),
        Some(
            "Thank you for bringing us “An office dog”. Our answer is no.\n\n\
             We work by a value that we chose: “One shared culture even at the cost of local cohesion and \
             individuality”, and this would take us the other way. The price of that choice is “local cohesion and \
             individuality”. It is a real one, and this time a part of it falls on you.\n\n\
             Our reason: two of us are allergic.\n\n\
             If there is another way to what you need, or something that we have missed, come and talk to us.\n\n\
             People team"
        )
    );
}

#[test]
fn letters_with_terms_and_to_another_team() {
    let on_terms = letter(
        MIXED,
        |decision| {
            decision.outcome = Outcome::YesIf;
            decision.terms = "it is a small one".to_owned();
        },
        None,
    );
    let on_terms = on_terms.unwrap_or_default();
    assert!(on_terms.contains("yes, on these terms: it is a small one.\n"), "{on_terms}");
    assert!(on_terms.contains("your request works against it; on these terms"), "{on_terms}");
    let ask_them = letter(
        SILENT,
        |decision| {
            decision.outcome = Outcome::PassOn;
            decision.terms = "Facilities.".to_owned();
        },
        None,
    );
    let ask_them = ask_them.unwrap_or_default();
    assert!(ask_them.contains("Please take it to Facilities: they can do more"), "{ask_them}");
    assert!(!ask_them.contains("even at the cost of"), "no value decided: {ask_them}");
}

#[test]
fn a_letter_names_the_must_before_any_value() {
    let no = |decision: &mut Decision| decision.outcome = Outcome::No;
    let forbidden = letter(FITS, no, Some((Demand::Forbidden, "Animal Welfare Act."))).unwrap_or_default();
    assert!(
        forbidden.contains("This must not be done (Animal Welfare Act), and that comes before any choice of ours."),
        "{forbidden}"
    );
    assert!(!forbidden.contains("One shared culture"), "{forbidden}");
    let against = letter(FITS, no, Some((Demand::Required, ""))).unwrap_or_default();
    assert!(against.contains("Please note that this has to be done, whatever we would choose"), "{against}");
}

#[test]
fn a_letter_claims_to_have_weighed_only_what_was_weighed() {
    let no = |decision: &mut Decision| decision.outcome = Outcome::No;
    let unheard = letter(OPEN, no, None).unwrap_or_default();
    assert!(unheard.contains("We have not weighed it closely."), "{unheard}");
    assert!(!letter(SILENT, no, None).unwrap_or_default().contains("weighed"));
}

#[test]
fn a_letter_without_a_reason_invites_the_question() {
    let no = |decision: &mut Decision| decision.outcome = Outcome::No;
    let unexplained = letter(FITS, no, None).unwrap_or_default();
    assert!(unexplained.contains("You should not have to guess why: please ask us."), "{unexplained}");
}

#[test]
fn a_letter_never_tells_what_is_blind() {
    let mut room = Room::new(&[CULTURE], 2);
    let request = room.weighed(&[&["-+"], &["-+"]]);
    room.decide(request, Outcome::No, "");
    let text = answer_text(&room.document, request, room.division).unwrap_or_default();
    assert!(!text.contains("One shared culture"), "{text}");
    room.reveal(request);
    let text = answer_text(&room.document, request, room.division).unwrap_or_default();
    assert!(text.contains("One shared culture"), "{text}");
}

#[test]
fn there_is_no_letter_before_a_decision_or_to_oneself() {
    assert_eq!(letter(FITS, |_| {}, None), None);
    let mut room = room();
    let request = own(&mut room, FITS, Outcome::Yes);
    assert_eq!(answer_text(&room.document, request, room.division), None);
}
