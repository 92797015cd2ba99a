//! Two tabs, two files: what both did is in the merged document, and what contradicts is for people.
mod common;

use common::{documents, ids, steps};
use evencost_core::document::*;
use evencost_core::edit::{self, Change, apply};
use evencost_core::id::{Ids, Replica};
use evencost_core::merge::{are_related, difference, merge, merge_files};
use proptest::prelude::*;

/// The document after somebody's edits, whose new rows are of their replica.
fn edited(base: &Document, steps: &[common::Step], replica: u64) -> Document {
    let (mut document, mut ids) = (base.clone(), Ids::new(Replica::new(replica)));
    for step in steps {
        if let Some(edit) = step.edit(&document, &mut ids) {
            apply(&mut document, edit);
        }
    }
    document
}

proptest! {
    #[test]
    fn the_difference_leads_from_one_to_the_other(from in documents(), steps in steps(0..30)) {
        let to = edited(&from, &steps, 8);
        let mut reached = from.clone();
        let applied = apply(&mut reached, difference(&from, &to));
        prop_assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
        prop_assert_eq!(reached, to);
    }

    #[test]
    fn one_sided_changes_merge_without_conflict(base in documents(), steps in steps(0..30)) {
        let changed = edited(&base, &steps, 8);
        for (ours, theirs) in [(&base, &changed), (&changed, &base), (&changed, &changed)] {
            let merge = merge(&base, ours, theirs);
            prop_assert_eq!(&merge.conflicts, &[]);
            let mut merged = ours.clone();
            apply(&mut merged, merge.edit);
            prop_assert_eq!(&merged, &changed);
        }
    }

    #[test]
    fn merging_applies_whole_and_a_second_time_changes_nothing(base in documents(), a in steps(0..20), b in steps(0..20)) {
        let (ours, theirs) = (edited(&base, &a, 8), edited(&base, &b, 9));
        let first = merge(&base, &ours, &theirs);
        let mut merged = ours.clone();
        let applied = apply(&mut merged, first.edit);
        prop_assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
        prop_assert_eq!(merged.broken_invariant(), None);
        prop_assert!(merge(&theirs, &merged, &theirs).edit.is_empty());
        for conflict in first.conflicts {
            let mut chosen = merged.clone();
            let applied = apply(&mut chosen, conflict);
            prop_assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
        }
    }
}

fn two_values() -> (Document, [Value; 2]) {
    let (mut document, mut ids) = (Document::default(), ids());
    let division = Division::new(ids.fresh(), "People");
    let values = [("Speed", "polish"), ("Calm", "haste")].map(|(a, b)| Value::new(ids.fresh(), division.id, a, b));
    let edit = edit::append(&document, division);
    apply(&mut document, edit);
    for value in &values {
        let edit = edit::append(&document, value.clone());
        apply(&mut document, edit);
    }
    (document, values)
}

fn with(document: &Document, edit: edit::Edit) -> Document {
    let mut document = document.clone();
    assert!(apply(&mut document, edit).skipped.is_empty());
    document
}

#[test]
fn different_fields_of_one_value_merge_and_the_same_field_is_a_conflict() {
    let (base, [value, _]) = two_values();
    let say = |place, text: &str| with(&base, edit::set_side(&base, value.id, place, text.into()));
    let (ours, theirs) = (say(Place::Pursued, "Haste"), say(Place::Cost, "care"));
    let merged = with(&ours, merge(&base, &ours, &theirs).edit);
    let value_now = merged.value(value.id).expect("it stays");
    assert_eq!((value_now.pursued.text.as_str(), value_now.cost.text.as_str()), ("Haste", "care"));

    let theirs = say(Place::Pursued, "Calm");
    let merge = merge(&base, &ours, &theirs);
    assert!(merge.edit.is_empty());
    let [conflict] = &merge.conflicts[..] else { panic!("{:?}", merge.conflicts) };
    let [Change::Set { before, after, .. }] = &conflict.changes[..] else { panic!("{conflict:?}") };
    assert_eq!((before, after), (&Field::ValuePursued("Haste".into()), &Field::ValuePursued("Calm".into())));
    let chosen = with(&ours, conflict.clone());
    assert_eq!(chosen.value(value.id).map(|value| value.pursued.text.as_str()), Some("Calm"));
}

#[test]
fn a_new_order_there_and_a_new_value_here_go_together() {
    let (base, [first, second]) = two_values();
    let list = List::Values(first.division);
    let third = Value::new(Ids::new(Replica::new(8)).fresh(), first.division, "Candour", "harmony");
    let ours = with(&base, edit::append(&base, third.clone()));
    let theirs = with(&base, edit::move_to(&base, list, second.id.0, 0));
    let merge = merge(&base, &ours, &theirs);
    assert_eq!(merge.conflicts, []);
    assert_eq!(with(&ours, merge.edit).order(list), [second.id.0, third.id.0, first.id.0]);
}

#[test]
fn what_they_removed_and_we_reworded_is_asked_about() {
    let (base, [value, _]) = two_values();
    let ours = with(&base, edit::set_side(&base, value.id, Place::Cost, "care".into()));
    let theirs = with(&base, edit::remove(&base, &Key::Value(value.id)));
    let merge = merge(&base, &ours, &theirs);
    assert!(merge.edit.is_empty());
    let [conflict] = &merge.conflicts[..] else { panic!("{:?}", merge.conflicts) };
    assert!(matches!(&conflict.changes[..], [Change::Remove { row: Row::Value(row) }] if row.cost.text == "care"));
    assert!(with(&ours, conflict.clone()).value(value.id).is_none());
}

#[test]
fn what_we_removed_and_they_reworded_can_come_back_with_all_that_it_needs() {
    let (base, [value, other]) = two_values();
    let ours = with(&base, edit::remove(&base, &Key::Division(value.division)));
    let reworded = with(&base, edit::set_side(&base, value.id, Place::Cost, "care".into()));
    let theirs = with(&reworded, edit::set_side(&reworded, value.id, Place::Pursued, "Haste".into()));
    let merge = merge(&base, &ours, &theirs);
    assert!(merge.edit.is_empty());
    let [conflict] = &merge.conflicts[..] else { panic!("{:?}", merge.conflicts) };
    let chosen = with(&ours, conflict.clone());
    assert_eq!(chosen.value(value.id), theirs.value(value.id));
    assert!(chosen.value(other.id).is_none(), "nobody touched it");
}

proptest! {
    #[test]
    fn two_files_lose_nothing_and_every_difference_is_asked(base in documents(), a in steps(0..20), b in steps(0..20)) {
        let (ours, theirs) = (edited(&base, &a, 8), edited(&base, &b, 9));
        let merged = merge_files(&ours, &theirs);
        let mut document = ours.clone();
        let applied = apply(&mut document, merged.edit);
        prop_assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
        prop_assert_eq!(document.broken_invariant(), None);
        for key in ours.keys() {
            prop_assert_eq!(document.row(&key), ours.row(&key));
        }
        let hidden = |key: &Key| matches!(key, Key::Reveal(key) if ours.request(key.request).is_some());
        for key in theirs.keys().filter(|key| !hidden(key)) {
            prop_assert!(document.contains(&key));
        }
        for conflict in merged.conflicts {
            let edit = edit::refresh(&document, conflict);
            let applied = apply(&mut document, edit);
            prop_assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
        }
        // With all of theirs taken, what they have is as they have it.
        for key in theirs.keys().filter(|key| !hidden(key)) {
            prop_assert_eq!(document.row(&key), theirs.row(&key));
        }
        prop_assert!(merge_files(&document, &theirs).conflicts.is_empty());
        let has_own = base.divisions().next().is_some_and(|row| ours.division(row.id).is_some() && theirs.division(row.id).is_some());
        prop_assert!(!has_own || are_related(&ours, &theirs));
    }
}
