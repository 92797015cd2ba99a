//! Links: what comes back is what was sent, whatever else arrives is refused, and both are short.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod common;

use common::sample::{sample, sample_2};
use common::{documents, steps, usually};
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::{CustomerId, DivisionId, Ids, LaneId, OutputId, RaterId, Replica, RequestId, ValueId};
use evencost_core::link::{self, Link, LinkError, Purpose};
use evencost_core::text::json;
use proptest::prelude::*;

/// One division with so many values and requests, and three people who answered on all of them.
fn prose(count: usize) -> Document {
    let file = match count {
        8 => include_str!("fixtures/prose-8.json"),
        _ => include_str!("fixtures/prose-20.json"),
    };
    json::read(file.as_bytes()).unwrap()
}

/// The same after the first so many people.
fn answered_by(count: usize, people: usize) -> Document {
    let mut document = prose(count);
    let others: Vec<RaterId> = document.raters().skip(people).map(|rater| rater.id).collect();
    for rater in others {
        remove(&mut document, &Key::Rater(rater));
    }
    document
}

fn remove(document: &mut Document, key: &Key) {
    let edit = edit::remove(document, key);
    apply(document, edit);
}

fn sent(fragment: &str) -> link::Sent {
    match link::read(fragment) {
        Ok(Link::Sent(sent)) => sent,
        other => panic!("{other:?}"),
    }
}

/// What a reply says of the document that it answers.
fn replied(fragment: &str, base: &link::Sent) -> Document {
    match link::read(fragment) {
        Ok(Link::Reply(reply)) => reply.document(base).unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn links_are_short() {
    for (count, most, most_a_person) in [(8, 760, 45), (20, 1_520, 240)] {
        let lengths = [0, 1, 2, 3].map(|people| {
            let document = answered_by(count, people);
            let fragment = link::write(Purpose::Weigh, &document).unwrap();
            assert_eq!(sent(&fragment).document, document);
            fragment.len()
        });
        assert!(lengths[0] <= most, "{count} values and requests: {lengths:?}");
        assert!(lengths.windows(2).all(|pair| pair[1] - pair[0] <= most_a_person), "{lengths:?}");
    }
}

#[test]
fn a_reply_is_short() {
    let (mut base, mut theirs) = (answered_by(8, 0), answered_by(8, 1));
    let division = base.divisions().next().unwrap().id;
    let values: Vec<ValueId> = base.values_of(division).skip(5).map(|value| value.id).collect();
    for value in values {
        remove(&mut base, &Key::Value(value));
        remove(&mut theirs, &Key::Value(value));
    }
    let base = sent(&link::write(Purpose::Weigh, &base).unwrap());
    let rater = theirs.raters().next().unwrap().id;
    let reply = link::write_reply(&base, rater, 1, &theirs).unwrap();
    assert_eq!(replied(&reply, &base), theirs);
    assert!(reply.len() <= 120, "{}", reply.len());
}

#[test]
fn a_reply_is_read_with_the_link_that_it_answers_alone() {
    let (one, other) = (answered_by(8, 0), answered_by(8, 1));
    let [one, again, other] = [(Purpose::Weigh, &one), (Purpose::Look, &one), (Purpose::Weigh, &other)]
        .map(|(purpose, document)| sent(&link::write(purpose, document).unwrap()));
    let rater = Ids::new(Replica::new(5)).fresh();
    let fragment = link::write_reply(&one, rater, 1, &other.document).unwrap();
    assert_eq!(replied(&fragment, &one), other.document);
    for base in [again, other] {
        let Ok(Link::Reply(reply)) = link::read(&fragment) else { panic!("no reply") };
        assert_eq!(reply.document(&base), Err(LinkError::OtherBase));
    }
}

/// A division with so many values, and as many requests and people, all without words.
fn crowd(values: usize, requests: usize, raters: usize) -> Document {
    let (mut document, mut ids) = (Document::default(), Ids::new(Replica::new(3)));
    let division = ids.fresh();
    add(&mut document, Division::new(division, ""));
    (0..values).for_each(|_| add(&mut document, Value::new(ids.fresh(), division, "", "")));
    (0..requests).for_each(|_| add(&mut document, Request::new(ids.fresh(), "", common::today())));
    for _ in 0..raters {
        add(&mut document, Rater { id: ids.fresh(), name: String::new(), division, named: false });
    }
    document
}

/// The same with answers of everybody to everything, "neither" all of them.
fn answering_crowd(values: usize, requests: usize, raters: usize) -> Document {
    let mut document = crowd(values, requests, raters);
    let division = document.divisions().next().unwrap().id;
    let values: Vec<ValueId> = document.values_of(division).map(|value| value.id).collect();
    let requests: Vec<RequestId> = document.requests().map(|request| request.id).collect();
    for rater in document.raters().map(|rater| rater.id).collect::<Vec<_>>() {
        for &request in &requests {
            for &value in &values {
                add(&mut document, Stance::untouched(StanceKey { request, value, rater }));
            }
        }
    }
    document
}

fn add(document: &mut Document, row: impl Into<Row>) {
    let edit = edit::append(document, row);
    assert!(apply(document, edit).skipped.is_empty());
}

/// It can be sent, and cannot with one row more.
fn is_the_most(mut document: Document, more: impl Into<Row>) {
    assert_eq!(sent(&link::write(Purpose::Look, &document).unwrap()).document, document);
    add(&mut document, more);
    assert_eq!(link::write(Purpose::Look, &document), Err(LinkError::TooMuch));
}

#[test]
fn what_is_written_is_read_and_what_is_too_much_is_not_written() {
    // 20,000 rows in all; 2,000 that lists hold.
    let mut document = answering_crowd(100, 197, 1);
    let same_good = |number: usize| {
        let wording = |text| Wording { text, of: None };
        SameGood { pair: WordingPair::new(wording(number.to_string()), wording(String::new())), same: true }
    };
    // The workspace is there from the start.
    let rows = document.keys().count() - 1;
    (rows..20_000).for_each(|number| add(&mut document, same_good(number)));
    is_the_most(document, same_good(20_000));
    is_the_most(crowd(1_000, 500, 499), Division::new(DivisionId(common::stranger()), ""));
}

#[test]
fn a_reply_that_removes_too_much_is_not_written() {
    let document = answering_crowd(21, 100, 1);
    let base = sent(&link::write(Purpose::Weigh, &document).unwrap());
    let rater = document.raters().next().unwrap().id;
    let mut theirs = document.clone();
    let stances: Vec<Key> = document.keys().filter(|key| matches!(key, Key::Stance(_))).collect();
    stances[..2_000].iter().for_each(|key| remove(&mut theirs, key));
    assert_eq!(replied(&link::write_reply(&base, rater, 1, &theirs).unwrap(), &base), theirs);
    remove(&mut theirs, &stances[2_000]);
    assert_eq!(link::write_reply(&base, rater, 1, &theirs), Err(LinkError::TooMuch));
}

#[test]
fn a_huge_workspace_is_too_much_for_a_link() {
    // Everybody answers on something of their own: a table of 216 million places.
    let mut document = crowd(600, 600, 600);
    let division = document.divisions().next().unwrap().id;
    let ids: Vec<_> =
        document.raters().map(|rater| rater.id).zip(document.requests().map(|request| request.id)).collect();
    let values: Vec<ValueId> = document.values_of(division).map(|value| value.id).collect();
    for ((rater, request), value) in ids.into_iter().zip(values) {
        add(&mut document, Stance::untouched(StanceKey { request, value, rater }));
    }
    assert_eq!(link::write(Purpose::Look, &document), Err(LinkError::TooMuch));
    assert_eq!(link::write(Purpose::Look, &answering_crowd(100, 190, 10)), Err(LinkError::TooMuch));
}

/// The links of version 1, one a line: look, draft, weigh, and a reply to the first.
const VERSION_1: &str = include_str!("fixtures/links-1.txt");

/// What the frozen reply makes of the sample.
fn sample_replied() -> (Document, RaterId) {
    let mut ids = Ids::new(Replica::new(0x33_4455_6677));
    let (mut document, rater) = (sample(), ids.fresh());
    let division = document.divisions().next().unwrap().id;
    let values: Vec<ValueId> = document.values_of(division).map(|value| value.id).collect();
    let request = document.requests().next().unwrap().id;
    let mut make = |edit: &dyn Fn(&Document) -> edit::Edit| {
        let edit = edit(&document);
        assert!(apply(&mut document, edit).skipped.is_empty());
    };
    make(&|document| edit::append(document, Rater { id: rater, name: "E.".into(), division, named: true }));
    make(&|document| edit::append(document, Stance::untouched(StanceKey { request, value: values[0], rater })));
    make(&|document| edit::set_side(document, values[1], Place::Cost, "comfort".into()));
    make(&|document| edit::remove(document, &Key::Value(values[2])));
    make(&|document| edit::move_to(document, List::Values(division), values[1].0, 0));
    (document, rater)
}

#[test]
fn links_of_version_1_are_read_for_ever() {
    let lines: Vec<&str> = VERSION_1.lines().collect();
    for (line, purpose) in lines.iter().zip([Purpose::Look, Purpose::Draft, Purpose::Weigh]) {
        let sent = sent(line);
        assert_eq!((sent.purpose, sent.has_more), (purpose, false));
        assert_eq!(sent.document, sample());
    }
    assert_eq!(replied(lines[3], &sent(lines[0])), sample_replied().0);
    assert_eq!(lines.len(), 4);
}

#[test]
fn links_of_version_1_are_written_as_they_were() {
    let (theirs, rater) = sample_replied();
    let mut written = [Purpose::Look, Purpose::Draft, Purpose::Weigh]
        .map(|purpose| link::write(purpose, &sample()).unwrap())
        .to_vec();
    written.push(link::write_reply(&sent(&written[0]), rater, 2, &theirs).unwrap());
    assert_eq!(written.join("\n"), VERSION_1.trim_end());
}

/// Rows that came later, in sections that earlier programs do not know: a link to look at, and a reply to it.
const LATER: &str = include_str!("fixtures/links-1-later.txt");

/// What the reply makes of the sample of version 2.
fn sample_2_replied() -> (Document, RaterId) {
    let (mut document, rater) = (sample_2(), Ids::new(Replica::new(0x33_4455_6677)).fresh());
    let id = |document: &Document, list, place: usize| document.order(list)[place];
    let customer = CustomerId(id(&document, List::Customers, 1));
    let point = id(&document, List::Points, 0);
    let output = OutputId(id(&document, List::Outputs, 1));
    let mut make = |edit: &dyn Fn(&Document) -> edit::Edit| {
        let edit = edit(&document);
        assert!(apply(&mut document, edit).skipped.is_empty());
    };
    make(&|document| edit::set(document, Key::Customer(customer), Field::CustomerNeeds("Time.".into())));
    make(&|document| edit::append(document, Use { key: UseKey { output, customer } }));
    make(&|document| edit::move_to(document, List::Points, point, 2));
    make(&|document| edit::remove(document, &Key::Lane(LaneId(id(document, List::Lanes, 1)))));
    (document, rater)
}

#[test]
fn links_to_rows_that_came_later_are_read_for_ever() {
    let lines: Vec<&str> = LATER.lines().collect();
    let base = sent(lines[0]);
    assert_eq!(base.document, sample_2());
    let (theirs, rater) = sample_2_replied();
    assert_eq!(replied(lines[1], &base), theirs);
    let written = [link::write(Purpose::Look, &sample_2()), link::write_reply(&base, rater, 1, &theirs)];
    assert_eq!(written.map(Result::unwrap).join("\n"), LATER.trim_end());
}

#[test]
fn a_link_that_was_cut_says_how_much_of_it_arrived() {
    let whole = link::write(Purpose::Look, &prose(8)).unwrap();
    for arrived in 0..whole.len() {
        match link::read(&whole[..arrived]) {
            Err(LinkError::Cut { arrived: said, expected }) => assert_eq!((said, expected), (arrived, whole.len())),
            Err(LinkError::Foreign) => assert!(arrived < 6),
            other => panic!("{arrived}: {other:?}"),
        }
    }
    let said = link::read(&whole[..400]).unwrap_err().to_string();
    assert!(said.contains(&format!("400 of {} characters arrived", whole.len())), "{said}");
}

#[test]
fn no_changed_character_passes_for_another_document() {
    const SPELT: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let document = prose(8);
    let whole = link::write(Purpose::Look, &document).unwrap();
    for place in 0..whole.len() {
        let was = SPELT.iter().position(|c| *c == whole.as_bytes()[place]).unwrap();
        for bit in 0..6 {
            let mut changed = whole.clone().into_bytes();
            changed[place] = SPELT[was ^ 1 << bit];
            // The last bits belong to no byte.
            if let Ok(Link::Sent(sent)) = link::read(std::str::from_utf8(&changed).unwrap()) {
                assert_eq!((place, sent.document), (whole.len() - 1, document.clone()));
            }
        }
    }
}

#[test]
fn links_are_found_in_whatever_people_paste() {
    let whole = link::write(Purpose::Draft, &prose(8)).unwrap();
    let wrapped = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fevencost%2F%23";
    for text in [
        whole.clone(),
        format!("  {whole}\n"),
        format!("https://example.org/evencost/#{whole}"),
        format!("Mine is here (https://example.org/#{whole}). Yours?"),
        format!("<https://example.org/#{whole}>"),
        format!("<https://example.org/#{whole}|my reply>"),
        format!("*https://example.org/#{whole}*"),
        format!("_https://example.org/#{whole}_"),
        format!("{wrapped}{whole}&data=05%7C02%7C&reserved=0"),
        format!("https://example.org/%23{whole}"),
        format!("https://example.org/%2523{}", whole.replace('-', "%252D").replace('_', "%255F")),
        format!("https://example.org/#{}", whole.replace('-', "%2D").replace('_', "%5f")),
        format!("50 % of us #agree: https://example.org/#values is mine, and this https://example.org/#{whole}"),
    ] {
        let found = link::find(&text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(sent(&found[0]).document, prose(8), "{text}");
    }
    let two = format!("https://example.org/#{whole}\n\nBo: https://example.org/#{whole}");
    assert_eq!(link::find(&two).len(), 2);
    assert!(link::find("All of it, at #compare, 100 % of #A, and ## too").is_empty());
    for word in ["Autonomy", "#Announcements", "#Analytics", "#AgendaItems", "#Awareness", "#AQUARIUM", "#AGENDA"] {
        assert!(link::find(word).is_empty(), "{word}");
    }
}

proptest! {
    #![proptest_config(usually(1_000))]

    #[test]
    fn what_arrives_is_what_was_sent(document in documents()) {
        let fragment = link::write(Purpose::Look, &document).unwrap();
        prop_assert_eq!(sent(&fragment).document, document);
    }

    #[test]
    fn a_reply_brings_what_was_made_of_what_was_sent(document in documents(), changes in steps(0..30)) {
        let base = sent(&link::write(Purpose::Draft, &document).unwrap());
        let mut theirs = document;
        let mut fresh = Ids::new(Replica::new(0xabc_def0));
        let rater = fresh.fresh();
        for step in changes {
            if let Some(edit) = step.edit(&theirs, &mut fresh) {
                apply(&mut theirs, edit);
            }
        }
        let fragment = link::write_reply(&base, rater, 3, &theirs).unwrap();
        match link::read(&fragment) {
            Ok(Link::Reply(reply)) => {
                prop_assert_eq!((reply.base, reply.rater, reply.number), (base.digest, rater, 3));
                prop_assert_eq!(reply.document(&base).unwrap(), theirs);
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }
}

proptest! {
    #![proptest_config(usually(10_000))]

    #[test]
    fn any_text_is_read_or_refused(text in prop_oneof!["[A-Za-z0-9_-]{0,300}", "AQ[A-M][A-Za-z0-9_-]{0,100}", "\\PC{0,60}"]) {
        let _ = link::read(&text);
        for fragment in link::find(&text) {
            let _ = link::read(&fragment);
        }
    }
}
