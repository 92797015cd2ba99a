//! Nearness in meaning: the table as it is built, and what follows from it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use std::sync::LazyLock;

use common::sets::Sets;
use evencost_core::compare::{Kind, Stems, Why};
use evencost_core::document::{Place, Wording};
use evencost_core::meaning::{Meaning, NEAR, Near, Unreadable, touched};
use proptest::prelude::*;

static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../meaning/words.evm")).expect("it is in the repository")
});
static MEANING: LazyLock<Meaning> = LazyLock::new(|| Meaning::read(&FILE).expect("it is whole"));

fn similarity(one: &str, other: &str) -> f32 {
    let phrases = MEANING.phrase(one).zip(MEANING.phrase(other));
    phrases.map_or(0.0, |(one, other)| one.similarity(&other))
}

fn table<'t>(text: &'t str, columns: [&str; 3]) -> Vec<[&'t str; 3]> {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(columns.join("\t").as_str()));
    let cells = |line: &'t str| -> [&'t str; 3] {
        line.split('\t').collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("three cells: {line:?}"))
    };
    lines.map(cells).collect()
}

#[test]
fn reads_what_the_builder_wrote_as_the_builder_reads_it() {
    let rows = table(include_str!("../../meaning/agreement.tsv"), ["a", "b", "similarity"]);
    assert!(rows.len() > 150);
    for [a, b, expected] in rows {
        let expected: f32 = expected.parse().expect("a number");
        let found = similarity(a, b);
        assert!((found - expected).abs() < 1e-4, "{a:?} and {b:?}: {found} instead of {expected}");
    }
}

#[test]
fn tells_what_means_the_same_from_what_has_nothing_in_common() {
    let rows = table(include_str!("fixtures/meaning-pairs.tsv"), ["label", "a", "b"]);
    let of = |labels: &[&str]| -> Vec<f32> {
        let rows = rows.iter().filter(|[label, ..]| labels.contains(label));
        rows.map(|[_, a, b]| similarity(a, b)).collect()
    };
    let near = |label: &str| of(&[label]).iter().filter(|&&found| found >= NEAR).count();
    let (alike, unrelated) = (of(&["same", "related"]), of(&["unrelated"]));
    let won: usize = alike.iter().map(|one| unrelated.iter().filter(|other| one > other).count()).sum();
    assert!(won as f64 / (alike.len() * unrelated.len()) as f64 >= 0.93);
    assert!(near("same") as f64 >= 0.75 * of(&["same"]).len() as f64);
    assert!(near("unrelated") <= 1);
}

#[test]
fn spelling_accents_and_word_forms_make_no_difference() {
    for (one, other) in [
        ("organisational behaviour", "Organizational behavior"),
        ("customer’s programme", "customer programmes"),
        ("candour", "candor"),
        ("résumé", "resume"),
        ("modelling", "modeling"),
    ] {
        let found = similarity(one, other);
        assert!(found > 0.999, "{one} / {other}: {found}");
    }
}

#[test]
fn what_no_word_is_known_of_is_near_nothing() {
    for words in ["", "  ", "42 %", "zzyzx", "日本語"] {
        assert_eq!(MEANING.phrase(words), None, "{words:?}");
    }
}

#[test]
fn what_cannot_be_read_says_so() {
    assert_eq!(Meaning::read(b""), Err(Unreadable::Foreign));
    assert_eq!(Meaning::read(b"\0asm\x01\0\0\0"), Err(Unreadable::Foreign));
    let mut newer = FILE.clone();
    newer[4] = 2;
    assert_eq!(Meaning::read(&newer), Err(Unreadable::Newer));
    for end in (4..FILE.len()).step_by(997) {
        assert_eq!(Meaning::read(&FILE[..end]), Err(Unreadable::Damaged), "cut at {end}");
    }
    for at in (24..FILE.len()).step_by(997).chain([5, 6, 20]) {
        let mut flipped = FILE.clone();
        flipped[at] ^= 1;
        assert_eq!(Meaning::read(&flipped), Err(Unreadable::Damaged), "flipped at {at}");
    }
}

#[test]
fn different_words_of_one_meaning_are_suggested() {
    let room = Sets::of(&[&[("Continuous improvement", "speed")], &[("always learning", "moving fast")]]);
    assert_eq!(room.compare(&Stems).suggestions.len(), 0);
    let comparison = room.compare(&Near::new(&MEANING));
    assert_eq!(comparison.summary.counts.to_string(), "2 without counterpart");
    assert_eq!(comparison.suggested.to_string(), "1 shared");
    let line = comparison.relations.iter().find(|line| !line.confirmed).expect("one");
    assert_eq!((line.kind, line.unsure, line.rests_on.len()), (Kind::Shared, false, 2));
    assert!(line.rests_on.iter().all(|suggestion| suggestion.why == Why::Meaning));
    assert!(line.similarity().is_some_and(|similarity| (NEAR..=1.0).contains(&similarity)));
    assert_eq!(line.common.len(), 2);
}

#[test]
fn the_sides_decide_the_direction() {
    let room = Sets::of(&[&[("moving fast", "careful testing")], &[("thorough verification", "speed")]]);
    let comparison = room.compare(&Near::new(&MEANING));
    assert_eq!(comparison.suggested.to_string(), "1 head-on");
    let line = comparison.relations.iter().find(|line| !line.confirmed).expect("one");
    assert!(!line.unsure);
}

#[test]
fn where_both_readings_are_close_people_are_asked() {
    let room = Sets::of(&[&[("customers", "clients")], &[("users", "consumers")]]);
    let comparison = room.compare(&Near::new(&MEANING));
    let line = comparison.relations.iter().find(|line| !line.confirmed).expect("one");
    assert!(line.unsure);
    assert!(line.question.contains("which side belongs to which"), "{}", line.question);
}

#[test]
fn what_people_said_wins_over_what_is_near() {
    let mut room = Sets::of(&[&[("speed", "polish")], &[("moving fast", "rest")]]);
    let words = |text: &str| Wording { text: text.into(), of: None };
    room.declare(words("speed"), words("moving fast"), false);
    let comparison = room.compare(&Near::new(&MEANING));
    assert_eq!(comparison.suggested.total(), 0);
    assert!(
        comparison
            .suggestions
            .iter()
            .all(|suggestion| suggestion.a.text != "speed" || suggestion.b.text != "moving fast")
    );
}

#[test]
fn no_value_is_suggested_to_give_up_what_it_pursues() {
    let mut room = Sets::of(&[&[("Continuous improvement", "speed")], &[("moving fast", "rest")]]);
    let words = |text: &str| Wording { text: text.into(), of: None };
    assert!(similarity("Continuous improvement", "moving fast") >= NEAR);
    room.declare(words("speed"), words("moving fast"), true);
    let comparison = room.compare(&Near::new(&MEANING));
    assert!(comparison.suggestions.iter().all(|suggestion| suggestion.b.text != "moving fast"));
}

#[test]
fn what_is_the_same_already_comes_along() {
    let mut room =
        Sets::of(&[&[("speed", "polish")], &[("moving fast", "rest")], &[("pace", "care"), ("Pace", "peace")]]);
    let words = |text: &str| Wording { text: text.into(), of: None };
    let comparison = room.compare(&Near::new(&MEANING));
    assert!(comparison.suggestions[0].also.is_empty());
    room.declare(words("pace"), words("moving fast"), true);
    let comparison = room.compare(&Near::new(&MEANING));
    let suggestion = comparison.suggestions.iter().find(|suggestion| suggestion.a.text == "speed").expect("one");
    // In one of its two spellings.
    assert_eq!(suggestion.also.iter().map(|words| words.to_lowercase()).collect::<Vec<_>>(), ["pace"]);
}

#[test]
fn a_good_is_offered_with_the_three_nearest_at_most() {
    let fast = ["moving fast", "quick work", "rapid delivery", "a fast pace", "swift answers"];
    let values = fast.map(|words| (words, "rest"));
    let one: &[(&str, &str)] = &[("speed", "polish")];
    let room = Sets::of(&[one, &values]);
    let comparison = room.compare(&Near::new(&MEANING));
    let offered = comparison.suggestions.iter().filter(|suggestion| suggestion.a.text == "speed").count();
    assert_eq!(offered, 3);
}

#[test]
fn a_request_seems_to_touch_the_values_that_are_near() {
    let room = Sets::of(&[&[
        ("Honest feedback", "harmony"),
        ("Customer service", "new features"),
        ("One shared culture", "individuality"),
    ]]);
    let values = || room.document.values_of(room.divisions[0]);
    let [first, ..] = touched(&MEANING, "Tell the supplier openly what went wrong", values())[..] else {
        panic!("some")
    };
    assert_eq!((first.value, first.place), (room.values()[0], Place::Pursued));
    let [first, ..] = touched(&MEANING, "A hotline for our clients", values())[..] else { panic!("some") };
    assert_eq!((first.value, first.place), (room.values()[1], Place::Pursued));
    assert_eq!(touched(&MEANING, "", values()), []);
    assert_eq!(touched(&MEANING, "zzyzx", values()), []);
}

proptest! {
    #[test]
    fn nothing_that_is_read_brings_it_down(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut table = b"EVCM\x01\x40".to_vec();
        table.extend(&bytes);
        if table.len() > 24 {
            let checksum = crc32fast::hash(&table[24..]).to_le_bytes();
            table[20..24].copy_from_slice(&checksum);
            table[6..8].copy_from_slice(&[bytes[0] % 9, 0]);
        }
        if let Ok(meaning) = Meaning::read(&table) {
            meaning.phrase("speed even at the cost of polish");
        }
    }

    #[test]
    fn any_text_has_a_direction_of_length_one_or_none(text in any::<String>()) {
        if let Some(phrase) = MEANING.phrase(&text) {
            prop_assert!((phrase.similarity(&phrase) - 1.0).abs() < 1e-4);
        }
    }

    #[test]
    fn swapping_two_divisions_swaps_what_is_near(
        goods in prop::collection::vec(prop::sample::select(vec![
            "speed", "moving fast", "quality", "polish", "careful testing", "trust", "honesty", "openness", "customers",
            "clients", "profit", "revenue growth", "learning", "improvement", "stability",
        ]), 12)
    ) {
        let values: Vec<(&str, &str)> = goods.chunks(2).map(|pair| (pair[0], pair[1])).collect();
        let room = Sets::of(&[&values[..3], &values[3..]]);
        let turned = Sets::of(&[&values[3..], &values[..3]]);
        let source = Near::new(&MEANING);
        let (straight, mirrored) = (room.compare(&source), turned.compare(&source));
        prop_assert_eq!(straight.suggested, mirrored.suggested);
        prop_assert_eq!(straight.suggestions.len(), mirrored.suggestions.len());
        let unsure = |comparison: &evencost_core::compare::Comparison| comparison.relations.iter().filter(|line| line.unsure).count();
        prop_assert_eq!(unsure(&straight), unsure(&mirrored));
    }
}
