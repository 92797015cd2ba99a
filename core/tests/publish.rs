//! What is published of a workspace: the set that a team stands by, and nothing of what was asked, decided or answered.
mod common;

use common::documents;
use common::room::Room;
use common::sample::sample;
use common::today;
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::publish::{Published, Wanted, published};
use evencost_core::text::{import, json};
use proptest::prelude::*;

const VERSION_1: &str = include_str!("fixtures/published-1.json");

const DRAFTS: Wanted = Wanted { division: None, drafts: true, menu: false };

fn texts(document: &Document) -> Vec<&str> {
    let values = document.divisions().flat_map(|division| document.values_of(division.id));
    values.map(|value| value.pursued.text.as_str()).collect()
}

#[test]
fn what_is_adopted_and_musts_are_published_and_drafts_only_where_they_are_wanted() {
    let mut whole = sample();
    let people = whole.divisions().next().map(|division| division.id);
    let draft = Value::new(common::ids().fresh(), people.unwrap_or_else(|| panic!("a division")), "Candour", "calm");
    // An id that the sample has not.
    let draft = Value { id: "3f9k2m7q-9".parse().unwrap_or_else(|_| panic!("an id")), ..draft };
    let more = edit::append(&whole, draft);
    apply(&mut whole, more);
    assert_eq!(
        texts(&published(&whole, Wanted::default())),
        ["One shared culture", "Paying on time", "Predictability"]
    );
    let with_drafts = ["One shared culture", "Research and development", "Paying on time", "Candour"];
    assert_eq!(texts(&published(&whole, Wanted { division: people, drafts: true, menu: false })), with_drafts);
}

#[test]
fn a_division_with_nothing_to_show_stays_away() {
    let mut whole = sample();
    let musts: Vec<_> = whole.divisions().flat_map(|row| whole.values_of(row.id)).map(|row| row.id).collect();
    for id in musts.into_iter().skip(3) {
        let removal = edit::remove(&whole, &Key::Value(id));
        apply(&mut whole, removal);
    }
    assert_eq!(published(&whole, DRAFTS).divisions().count(), 1);
}

#[test]
fn the_menu_goes_along_where_it_is_wanted_and_is_enough_for_a_division_to_be_shown() {
    let mut room = Room::new(&[], 0);
    let (certificate, draft) = (room.ids.fresh(), room.ids.fresh());
    room.append(Output { orderable: true, ..Output::new(certificate, room.division, "Certificate") });
    room.append(Output::new(draft, room.division, "Secret project"));
    let customer = room.ids.fresh();
    room.append(Customer::new(customer, room.division, "Secret customer"));
    room.append(Use { key: UseKey { output: certificate, customer } });
    assert_eq!(published(&room.document, DRAFTS).divisions().count(), 0);
    let shown = published(&room.document, Wanted { menu: true, ..DRAFTS });
    assert_eq!(shown.outputs_of(room.division).map(|row| &*row.name).collect::<Vec<_>>(), ["Certificate"]);
    assert!(!json::write(&shown).contains("Secret"));
}

/// The set of the sample.
fn set() -> Published {
    let ask = "Ann, “People & culture”\nroom 3".into();
    Published { document: published(&sample(), Wanted::default()), ask, day: Some(today()) }
}

#[test]
fn the_sample_of_version_1_is_read_for_ever() {
    assert_eq!(json::read_published(VERSION_1.as_bytes()), Ok(set()));
}

const VERSION_2: &str = include_str!("fixtures/published-2.json");

#[test]
fn the_sample_of_version_2_is_read_for_ever() {
    assert_eq!(json::read_published(VERSION_2.as_bytes()), Ok(set()));
}

/// Goes when version 3 comes.
#[test]
fn version_2_is_what_is_written() {
    assert_eq!(json::write_published(&set()), VERSION_2);
}

#[test]
fn its_file_reads_back_and_opens_as_a_workspace_too() {
    let set = set();
    let file = json::write_published(&set);
    assert_eq!(json::read_published(file.as_bytes()), Ok(set.clone()));
    assert_eq!(json::read(file.as_bytes()).as_ref(), Ok(&set.document));
    let imported = import::read(file.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!(imported.workspace(), Some(&set.document));
}

#[test]
fn a_workspace_file_is_shown_as_one_of_which_no_more_is_known() {
    let read = json::read_published(json::write(&sample()).as_bytes());
    assert_eq!(read, Ok(Published { document: sample(), ask: String::new(), day: None }));
}

#[test]
fn what_is_around_a_set_is_looked_at_as_strictly_as_the_set() {
    let file =
        json::write_published(&Published { document: published(&sample(), Wanted::default()), ..Published::default() });
    for (from, to, told) in [
        ("evencost-published\",\n  \"version\": 2", "evencost-published\",\n  \"version\": 3", "newer version"),
        ("\"workspace\": {", "\"secret\": 1, \"workspace\": {", "“secret” is not known"),
        (
            "\"workspace\": {\n    \"format\": \"evencost\"",
            "\"workspace\": {\n    \"format\": \"evencost-published\"",
            "no Evencost workspace",
        ),
        ("\"workspace\": {", "\"place\": {", "“workspace” is missing"),
        ("\"version\": 2,\n  \"workspace\"", "\"version\": 2,\n  \"published\": \"soon\", \"workspace\"", "no date"),
    ] {
        assert!(file.contains(from), "the file holds {from}");
        let error = json::read_published(file.replacen(from, to, 1).as_bytes()).err();
        let error = error.map_or_else(String::new, |error| error.to_string());
        assert!(error.contains(told), "{to}: {error}");
    }
}

proptest! {
    #[test]
    fn nothing_that_was_asked_decided_or_answered_is_published(document in documents(), drafts: bool, menu: bool) {
        let part = published(&document, Wanted { division: None, drafts, menu });
        for key in part.keys() {
            let is_public = match key {
                Key::Workspace | Key::Division(_) | Key::Value(_) | Key::SameGood(_) => true,
                Key::Output(id) => menu && part.output(id).is_some_and(Output::is_on_menu),
                _ => false,
            };
            prop_assert!(is_public, "{key:?}");
        }
        let set = Published { document: part, ask: String::new(), day: None };
        prop_assert_eq!(json::read_published(json::write_published(&set).as_bytes()), Ok(set));
    }
}
