//! Lines of prose as values.

use evencost_core::document::Place;
use evencost_core::text::sentence::{Sentence, Unclear, read};
use proptest::prelude::*;

fn sides(line: &str) -> Result<(String, String), Unclear> {
    read(line).map(|Sentence { pursued, cost }| (pursued, cost))
}

#[test]
fn every_form_that_people_write_is_read() {
    for line in [
        "Speed even at the cost of polish",
        "Speed even over polish",
        "Speed over polish",
        "Speed even at the expense of polish",
        "Speed at the expense of polish",
        "Speed at the cost of polish",
        "Speed before polish",
        "Speed, not polish",
        "Speed / polish",
        "Speed EVEN OVER polish",
        "Speed, even over polish.",
        "Speed (even over) polish",
        "Speed – even over – polish",
        "  Speed \t even\u{a0}over  polish  ",
        "- Speed over polish",
        "* Speed over polish;",
        "• Speed over polish,",
        "•\tSpeed over polish",
        "1. Speed over polish.",
        "12) Speed over polish",
        "(3) Speed over polish",
        "- [ ] Speed over polish",
        "> Speed over polish",
        "“Speed over polish.”",
        "\"Speed over polish\".",
        "\"Speed\" over \"polish\"",
        "**Speed** even over **polish**",
        "**Speed even over polish**",
        "*Speed* even over polish",
        "Speed *even over* polish",
        "**Speed** _even over_ polish",
        "We value Speed over polish",
        "We prioritise Speed over polish",
        "we choose **Speed** over polish",
        "We put Speed before polish",
    ] {
        assert_eq!(sides(line), Ok(("Speed".into(), "polish".into())), "{line}");
    }
}

#[test]
fn words_that_only_look_like_a_price_stay_in_their_side() {
    for (line, pursued, cost) in [
        ("A calm handover over overtime", "A calm handover", "overtime"),
        ("Over-delivering over under-promising", "Over-delivering", "under-promising"),
        ("Handing over early even over polish", "Handing over early", "polish"),
        ("Asking before acting even at the cost of pace over time", "Asking before acting", "pace over time"),
        ("Customers, not users, over reach", "Customers, not users", "reach"),
        ("Quality / safety over speed / reach", "Quality / safety", "speed / reach"),
        ("Starting over / carrying on", "Starting over", "carrying on"),
        ("Before-and-after pictures over words", "Before-and-after pictures", "words"),
        ("CI/CD over and/or", "CI/CD", "and/or"),
        ("24/7 support / sleep", "24/7 support", "sleep"),
        ("2.5 days over 3", "2.5 days", "3"),
        ("A \"good enough\" plan over \"perfect\"", "A \"good enough\" plan", "perfect"),
        ("Value for money over brand", "Value for money", "brand"),
        ("We are kind over we are right", "We are kind", "we are right"),
        ("Naming names, dates, etc. over hints, nods, etc.", "Naming names, dates, etc.", "hints, nods, etc."),
        ("Europe over the U.S.", "Europe", "the U.S."),
        ("Über uns even over çedille", "Über uns", "çedille"),
        ("İstanbul even over ſpeed", "İstanbul", "ſpeed"),
    ] {
        assert_eq!(sides(line), Ok((pursued.into(), cost.into())), "{line}");
    }
}

#[test]
fn a_line_that_leaves_open_what_it_says_is_refused() {
    for (line, unclear) in [
        ("", Unclear::OneSide),
        ("Speed", Unclear::OneSide),
        ("Speed/polish", Unclear::OneSide),
        ("Before the launch", Unclear::OneSide),
        ("Overtime and handovers", Unclear::OneSide),
        ("Speed even over", Unclear::Blank(Place::Cost)),
        ("Speed over …", Unclear::Blank(Place::Cost)),
        ("even over polish", Unclear::Blank(Place::Pursued)),
        ("We value even over polish", Unclear::Blank(Place::Pursued)),
        ("Handing over early over polish", Unclear::Repeated("over")),
        ("Customers before profit over the years", Unclear::Repeated("before")),
        ("Speed / polish / reach", Unclear::Repeated("/")),
        ("Speed even over polish even over reach", Unclear::Repeated("even over")),
    ] {
        assert_eq!(sides(line), Err(unclear), "{line}");
        assert!(!unclear.to_string().is_empty());
    }
}

/// Sides that a sentence can hold: any words but those that join the two most explicitly, between two that no
/// list, quotation or emphasis begins or ends with.
fn side() -> impl Strategy<Value = String> {
    let word = prop::sample::select(
        &[
            "over",
            "before",
            "handover",
            "at the cost of",
            "(even)",
            "/",
            "and",
            "not",
            "“bold”",
            "C++",
            "it’s",
            "1.",
            "*",
            "a,",
            "Café",
        ][..],
    );
    let end = prop::sample::select(&["Speed", "polish", "größe", "2nd", "overtime", "profit"][..]);
    (end.clone(), prop::collection::vec(word, 0..4), end)
        .prop_map(|(first, between, last)| [&[first][..], &between, &[last]].concat().join(" "))
}

proptest! {
    #[test]
    fn what_is_written_reads_back(pursued in side(), cost in side(), number in 1..200) {
        let sentence = Sentence { pursued, cost };
        prop_assert_eq!(read(&sentence.to_string()), Ok(sentence.clone()));
        prop_assert_eq!(read(&format!("{number}. {sentence}.")), Ok(sentence));
    }

    #[test]
    fn any_line_is_a_sentence_with_two_sides_or_refused(line in "(\\PC|over|even over|/|, not| |\"|\\*){0,20}") {
        if let Ok(Sentence { pursued, cost }) = read(&line) {
            for side in [pursued, cost] {
                prop_assert!(!side.is_empty() && side == side.trim(), "{side:?}");
            }
        }
    }
}
