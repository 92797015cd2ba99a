//! A workspace's file: whatever is written reads back, and whatever is read is a document or refused.
mod common;

use common::documents;
use common::sample::{sample, sample_2};
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::Digest;
use evencost_core::text::json;
use proptest::prelude::*;

const VERSION_1: &str = include_str!("fixtures/evencost-1.json");

#[test]
fn the_sample_of_version_1_is_read_for_ever() {
    let read = json::read(VERSION_1.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read, sample());
}

const VERSION_2: &str = include_str!("fixtures/evencost-2.json");

#[test]
fn the_sample_of_version_2_is_read_for_ever() {
    let read = json::read(VERSION_2.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read, sample_2());
}

/// Goes when version 3 comes.
#[test]
fn version_2_is_what_is_written() {
    assert_eq!(json::write(&sample_2()), VERSION_2);
}

/// The sample with one text replaced, which has to be in it.
fn altered(from: &str, to: &str) -> String {
    assert!(VERSION_1.contains(from), "the sample holds {from}");
    VERSION_1.replacen(from, to, 1)
}

fn refusal(file: &str) -> String {
    json::read(file.as_bytes()).err().map_or_else(String::new, |error| error.to_string())
}

#[test]
fn what_contradicts_itself_is_refused_with_its_place() {
    let id = |counter: u32| format!("00000007-{counter}");
    for (from, to, place, problem) in [
        (format!(r#""id": "{}""#, id(1)), format!(r#""id": "{}""#, id(0)), "divisions[1]", "is taken"),
        (format!(r#""id": "{}""#, id(3)), format!(r#""id": "{}""#, id(2)), "divisions[0].values[1]", "is taken"),
        (format!(r#""id": "{}""#, id(5)), format!(r#""id": "{}""#, id(2)), "divisions[1].values[0]", "is taken"),
        (format!(r#""id": "{}""#, id(7)), format!(r#""id": "{}""#, id(6)), "people[1]", "is taken"),
        (format!(r#""id": "{}""#, id(9)), format!(r#""id": "{}""#, id(8)), "requests[1]", "is taken"),
        (format!(r#""id": "{}""#, id(9)), r#""id": "nine""#.into(), "requests[1]", "“nine” is no id"),
        (
            format!(r#""own": "{}""#, id(0)),
            format!(r#""own": "{}""#, id(2)),
            "requests[1]",
            "the division 00000007-2 is nowhere",
        ),
        (
            format!(r#""person": "{}""#, id(7)),
            format!(r#""person": "{}""#, id(6)),
            "requests[0].answers[1]",
            "earlier entry",
        ),
        (
            format!(r#""person": "{}""#, id(7)),
            format!(r#""person": "{}""#, id(70)),
            "requests[0].answers[1]",
            "the person 00000007-70 is nowhere",
        ),
        (
            format!(r#""division": "{}", "outcome": "pass-on""#, id(1)),
            format!(r#""division": "{}", "outcome": "pass-on""#, id(0)),
            "requests[0].decisions[1]",
            "earlier entry",
        ),
        (
            format!(r#""value": "{}", "reason""#, id(2)),
            format!(r#""value": "{}", "reason""#, id(70)),
            "requests[0].decisions[0]",
            "the value 00000007-70 is nowhere",
        ),
        (
            format!(r#""a_in": "{}""#, id(3)),
            format!(r#""a_in": "{}""#, id(70)),
            "same_goods[1]",
            "the value 00000007-70 is nowhere",
        ),
        (r#""pursued": 1,"#.into(), r#""pursued": 2,"#.into(), "requests[0].answers[0]", "not 2"),
        ("2026-02-28".into(), "2026-02-30".into(), "divisions[0].values[0]", "“2026-02-30” is no date"),
        ("real-choice".into(), "maybe".into(), "divisions[0].values[0]", "“maybe”"),
        ("pass-on".into(), "maybe".into(), "requests[0].decisions[1]", "“maybe”"),
        (
            r#""from": "Sales","#.into(),
            format!(r#""from": "Sales", "own": "{}","#, id(0)),
            "requests[0]",
            "exclude each other",
        ),
        (r#""forbidden": """#.into(), r#""forbidden": "", "required": """#.into(), "requests[1]", "both"),
    ] {
        let message = refusal(&altered(&from, &to));
        assert!(message.contains(&format!("at {place}:")) && message.contains(problem), "{from}: {message}");
    }
}

#[test]
fn what_is_no_file_of_this_version_says_what_it_is() {
    let error = |file: &str| json::read(file.as_bytes()).expect_err(file);
    let newer = error(&altered(r#""version": 1"#, r#""version": 3, "dreams": [1]"#));
    assert!(newer.is_newer() && newer.to_string().contains("newer version"), "{newer}");
    let report = error(r#"{"format": "evencost-report", "version": 1, "pairs": []}"#);
    assert!(report.to_string().contains("comparison report"), "{report}");
    for foreign in ["{}", "[]", "12", r#"{"format": "figma", "version": 1}"#, r#"{"format": "evencost"}"#] {
        assert!(error(foreign).to_string().contains("no Evencost workspace"), "{foreign}");
    }
    // What is unknown, said twice or missing would be lost: it is refused with its place.
    for (file, place) in [
        (
            altered(r#""name": "Autumn","#, r#""name": "Autumn", "colour": "red","#),
            "at the top: the field “colour” is not known",
        ),
        (altered(r#""same": true"#, r#""same": true, "x": 1"#), "at same_goods[0]: the field “x” is not known"),
        (altered(r#""id": "00000007-1","#, ""), "at divisions[1]: “id” is missing"),
        (altered(r#""id": "00000007-1","#, r#""id": null,"#), "at divisions[1]: “id” is missing"),
        (altered(r#""id": "00000007-1","#, r#""id": 1,"#), "at divisions[1]: “id” should be text"),
        (altered(r#""name": "Autumn","#, r#""name": "Autumn", "name": "Winter","#), "two fields of one name"),
        (altered(r#""pursued": 1,"#, r#""pursued": 1.5,"#), "line 51"),
        (altered(r#""pursued": 1,"#, r#""pursued": 99999999999999999999,"#), "line 51"),
        (altered(r#""too_dear": true"#, r#""too_dear": 1"#), "“too_dear” should be true or false"),
        (altered(r#""people": ["#, r#""people": [7, "#), "at people[0]: here should be an entry"),
        (altered(r#""same_goods": ["#, r#""same_goods": {}, "x": ["#), "“same_goods” should be a list"),
        (VERSION_1[..200].to_owned(), "cut short"),
        (String::new(), "cut short"),
    ] {
        let message = refusal(&file);
        assert!(message.contains(place), "{message}");
    }
}

#[test]
fn a_file_may_begin_with_a_byte_order_mark() {
    assert_eq!(json::read(format!("\u{feff}{VERSION_1}").as_bytes()), Ok(sample()));
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!(r#"{{"format": "evencost", "version": 1, "divisions": {}"#, "[".repeat(100_000));
    assert!(json::read(deep.as_bytes()).is_err());
}

#[test]
fn letters_that_json_escapes_read_back() {
    let mut document = Document::default();
    let name: String = (0..=0x9f).filter_map(char::from_u32).chain(['"', '\\', '\u{2028}', '🦀']).collect();
    let edit = edit::set(&document, Key::Workspace, Field::WorkspaceName(name));
    apply(&mut document, edit);
    assert_eq!(json::read(json::write(&document).as_bytes()), Ok(document));
}

/// Whether serde_json finds what the file's own reader would: whole numbers alone, and each field once.
fn is_json(text: &[u8]) -> bool {
    fn is_plain(value: &serde_json::Value) -> bool {
        match value {
            serde_json::Value::Number(number) => number.is_i64(),
            serde_json::Value::Array(items) => items.iter().all(is_plain),
            serde_json::Value::Object(fields) => fields.values().all(is_plain),
            _ => true,
        }
    }
    serde_json::from_slice(text).is_ok_and(|value| is_plain(&value))
}

/// Whether the file's own reader takes a text for JSON, whatever stands in it.
fn passes_for_json(text: &[u8]) -> bool {
    !json::read(text).is_err_and(|error| error.to_string().contains("damaged or cut short"))
}

#[test]
fn what_is_json_and_what_is_not_is_agreed_upon() {
    for text in [
        "0",
        "-0",
        "-1",
        "10",
        "01",
        "-01",
        "-",
        "1.5",
        "1e3",
        "1.",
        "+1",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "nul",
        "null",
        "nulll",
        "true",
        "tru",
        "false",
        "[]",
        "[,]",
        "[1,]",
        "[1 2]",
        "[1,2]",
        "{}",
        "{,}",
        r#"{"a":1}"#,
        r#"{"a":1,}"#,
        r#"{"a" 1}"#,
        r#"{a:1}"#,
        r#"{"a":1 "b":2}"#,
        " \t\r\n[ ] ",
        "\u{c}1",
        "\u{a0}1",
        "1 2",
        r#""\ud83e\udd80""#,
        r#""\ud83e""#,
        r#""\ud83ex""#,
        r#""\ud83e\n""#,
        r#""\ud83e\u0041""#,
        r#""\udd80""#,
        r#""\u00e9\b\f\n\r\t\/\\\"""#,
        r#""\x""#,
        r#""\u12""#,
        r#""\u12g4""#,
        "\"a\nb\"",
        "\"",
        "\"\\",
        "[",
        "]",
        "{",
        "}",
        "",
        " ",
        "/**/1",
        "'a'",
        "NaN",
        "\u{feff}",
        "[[[[]]]]",
        "[[[[]]]",
        "{\"é\": \"🦀\"}",
        r#""a" "b""#,
        ":",
        ",",
    ] {
        // What serde_json takes for a fraction is zero too.
        assert_eq!(passes_for_json(text.as_bytes()), is_json(text.as_bytes()) || text == "-0", "{text}");
    }
    assert!(!passes_for_json(br#"{"a": 1, "\u0061": 2}"#), "two fields of one name");
    assert!(!passes_for_json(b"\"\xff\""));
}

proptest! {
    #[test]
    fn any_text_is_json_to_both_or_to_neither(text in r#"([\[\]{}:, \n]|"[a-c\\é]?"|-?[1-9][0-9]{0,2}|null|true){0,12}"#) {
        // serde_json keeps the last of two fields of one name.
        if passes_for_json(text.as_bytes()) || !text.contains('{') {
            prop_assert_eq!(passes_for_json(text.as_bytes()), is_json(text.as_bytes()));
        }
    }

    #[test]
    fn texts_are_spelt_as_json_spells_them(words: String) {
        let spelt = json::quoted(&words);
        prop_assert_eq!(serde_json::from_str::<String>(&spelt).ok(), Some(words.clone()));
        let around = format!(r#" {{ "a" : {spelt} ,"b":[{spelt},{{"c":{spelt}}}] }} "#);
        let read = json::Shallow::read(&around).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(read.text("a"), Some(words));
        prop_assert_eq!(read.raw("b"), Some(&*format!(r#"[{spelt},{{"c":{spelt}}}]"#)));
    }

    #[test]
    fn a_file_within_another_is_what_it_was(document in documents(), cut in any::<prop::sample::Index>()) {
        let file = json::write(&document);
        let around = format!(r#"{{"evencost":1,"document":{file}}}"#);
        let raw = json::Shallow::read(&around).ok().and_then(|read| read.raw("document")).map(str::to_owned);
        prop_assert_eq!(raw.as_deref(), Some(file.trim_end()));
        let cut = cut.index(around.len());
        prop_assert!(around.get(..cut).is_none_or(|part| json::Shallow::read(part).is_err()));
    }

    #[test]
    fn a_document_reads_back_as_it_was_written(document in documents()) {
        let file = json::write(&document);
        let read = json::read(file.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&read, &document);
        prop_assert_eq!(json::write(&read), file);
    }

    #[test]
    fn a_damaged_file_is_a_document_or_refused(
        document in documents(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut file = json::write(&document).into_bytes();
        for (at, from, byte) in cuts {
            let (at, from) = (at.index(file.len()), from.index(file.len()));
            match byte % 4 {
                // Copying a stretch elsewhere makes duplicate ids and references that hang.
                0 => { let copy = file[from..(from + 80).min(file.len())].to_vec(); file.splice(at..at, copy); }
                1 => { let end = (at + 1 + from % 60).min(file.len() - 1); if at < end { file.drain(at..end); } }
                2 => file[at] = byte,
                _ => file[at] = b"0123456789-\",{}[]"[usize::from(byte) % 17],
            }
        }
        if let Ok(read) = json::read(&file) {
            prop_assert_eq!(read.broken_invariant(), None);
            prop_assert_eq!(json::read(json::write(&read).as_bytes()), Ok(read));
        }
    }

    #[test]
    fn swapped_ids_are_a_document_or_refused(document in documents(), swaps in prop::collection::vec((0..40u32, 0..40u32), 1..6)) {
        let mut file = json::write(&document);
        for (from, to) in swaps {
            file = file.replacen(&format!("-{from}\""), &format!("-{to}\""), 1);
        }
        if let Ok(read) = json::read(file.as_bytes()) {
            prop_assert_eq!(read.broken_invariant(), None);
        }
    }

    #[test]
    fn any_bytes_are_a_document_or_refused(bytes: Vec<u8>) {
        if let Ok(read) = json::read(&bytes) {
            prop_assert_eq!(read.broken_invariant(), None);
        }
    }
}

#[test]
fn replies_that_were_taken_in_stay_with_the_file() {
    let mut document = sample();
    let row = Taken { digest: Digest(u32::MAX), link: "AQxyz".into() };
    let edit = edit::append(&document, row);
    apply(&mut document, edit);
    assert_eq!(json::read(json::write(&document).as_bytes()).unwrap(), document);
    let wrong = json::write(&document).replace(&u32::MAX.to_string(), "-1");
    let error = json::read(wrong.as_bytes()).unwrap_err().to_string();
    assert!(error.contains("“digest”"), "{error}");
}
