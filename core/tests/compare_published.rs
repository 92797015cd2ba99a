//! The published statements compared: what a careful reader finds in them, and nothing else.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod common;

use std::collections::BTreeSet;

use common::today;
use evencost_core::compare::{Comparison, Depth, Index, Kind, Report, Stems, markdown};
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::{DivisionId, Ids, Replica};
use evencost_core::text::import;

const STATEMENTS: &[u8] = include_bytes!("../../tests/fixtures/illustrative-statements.tsv");

fn published() -> Document {
    let mut document = Document::default();
    let import = import::read(STATEMENTS).expect("a table");
    let edit = import.plan(&document, None).edit(&document, &mut Ids::new(Replica::new(1)), today());
    apply(&mut document, edit);
    document
}

fn named(document: &Document, name: &str) -> DivisionId {
    document.divisions().find(|division| division.name.contains(name)).expect(name).id
}

fn compare(document: &Document, a: &str, b: &str) -> Comparison {
    Index::new(document).compare(named(document, a), named(document, b), &Stems).expect("both are there")
}

/// All relations but those without counterpart: kind and sentences.
fn found(document: &Document) -> BTreeSet<String> {
    let index = Index::new(document);
    let sentence = |id| {
        let value = document.value(id).expect("it is there");
        format!("{} / {}", value.pursued.text, value.cost.text)
    };
    let mut found = BTreeSet::new();
    for summary in index.summaries() {
        let comparison = index.compare(summary.a, summary.b, &Stems).expect("both are there");
        assert_eq!(comparison.suggested.total(), 0);
        for line in comparison.relations.iter().filter(|line| line.kind != Kind::Alone) {
            found.insert(format!("{}: {} | {}", line.kind.label(), sentence(line.a[0]), sentence(line.b[0])));
        }
    }
    found
}

#[test]
fn nothing_is_related_that_a_reader_would_not_relate() {
    let expected = [
        "may clash: Profit margin / revenue growth | Revenue growth / user growth",
        "head-on: Mobile experience / desktop experience | Desktop experience / mobile experience",
        "may clash: Revenue growth / user growth | User growth / revenue",
        "same aim: Collaboration / focus | Collaboration / individual speed",
    ];
    assert_eq!(found(&published()), expected.map(str::to_owned).into());
}

#[test]
fn the_two_are_head_on_twice_once_revenue_growth_is_revenue() {
    let mut document = published();
    assert_eq!(
        compare(&document, "The Ready", "Husney").summary.counts.to_string(),
        "1 head-on, 1 may clash, 7 without counterpart"
    );
    let pair = WordingPair::new(Wording::anywhere("Revenue growth"), Wording::anywhere("revenue"));
    let edit = edit::append(&document, SameGood { pair, same: true });
    apply(&mut document, edit);
    let comparison = compare(&document, "The Ready", "Husney");
    assert_eq!(comparison.summary.counts.to_string(), "2 head-on, 7 without counterpart");
    assert_eq!(comparison.summary.apart(), Some(1.0));
    let words = &comparison.relations[1].common;
    assert_eq!((&*words[0].words_a, &*words[0].words_b), ("Revenue growth", "revenue"));
}

#[test]
fn momentum_and_speed_relate_to_nothing() {
    let document = published();
    for division in document.divisions().filter(|division| !division.name.contains("Hinchley")) {
        let comparison = compare(&document, "Hinchley", &division.name);
        assert!(comparison.main[0].iter().all(|&(_, kind)| kind == Kind::Alone), "{}", division.name);
        assert!(comparison.suggestions.is_empty());
    }
}

#[test]
fn the_report_has_the_shape_that_others_read() {
    let document = published();
    let index = Index::new(&document);
    let all = Report::on_all(&index, &Stems, Depth::Relations).json();
    let all: serde_json::Value = serde_json::from_str(&all).expect("JSON");
    assert_eq!((&all["format"], &all["version"]), (&"evencost-report".into(), &1.into()));
    assert_eq!(all["pairs"].as_array().expect("a list").len(), 15);
    let (a, b) = (named(&document, "The Ready"), named(&document, "Husney"));
    let one: serde_json::Value =
        serde_json::from_str(&Report::on(&index, a, b, &Stems, Depth::Relations).json()).expect("JSON");
    let pair = &one["pairs"][0];
    assert_eq!(
        pair,
        all["pairs"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|other| other["b"] == pair["b"] && other["a"] == pair["a"])
            .expect("it is there")
    );
    let relation = serde_json::json!({
        "kind": "reversed",
        "a": [{"pursued": "Mobile experience", "cost": "desktop experience"}],
        "b": [{"pursued": "Desktop experience", "cost": "mobile experience"}],
        "path": null,
        "confirmed": true,
        "similarity": null
    });
    assert_eq!(pair["relations"][0], relation);
    assert_eq!((&pair["apart"], &pair["together"]), (&1.0.into(), &0.0.into()));
    let counts = serde_json::json!({
        "reversed": 1, "reversed-through-others": 0, "shared": 0, "exposed": 1, "same-aim": 0, "same-price": 0, "alone": 7
    });
    assert_eq!(pair["counts"], counts);
    let alone = pair["relations"].as_array().expect("a list").iter().filter(|line| line["kind"] == "alone");
    assert!(
        alone.clone().count() == 7
            && alone.clone().all(|line| line["a"] == serde_json::json!([]) || line["b"] == serde_json::json!([]))
    );
    // Counts alone.
    let summary: serde_json::Value =
        serde_json::from_str(&Report::on(&index, a, b, &Stems, Depth::Summary).json()).expect("JSON");
    assert_eq!(summary["pairs"][0]["counts"], counts);
    assert!(summary["pairs"][0].get("relations").is_none());
}

#[test]
fn the_page_says_what_was_found() {
    let document = published();
    let index = Index::new(&document);
    let page = markdown::pair(&index, named(&document, "The Ready"), named(&document, "Husney"), &Stems);
    let start = "## The Ready (example) and Husney/Parabol (example, 'aren't Parabol's actual strategies')\n\n\
        1 head-on, 1 may clash, 7 without counterpart.\n\n\
        ### Head-on\n\n\
        Each team pursues what the other is ready to give up.\n\n\
        - The Ready (example): **Mobile experience** even at the cost of **desktop experience**  \n";
    assert!(page.starts_with(start), "{page}");
    let value = document.values_of(named(&document, "Brico")).next().expect("it has values");
    let mut contradicting = document.clone();
    let turned = Value::new(Ids::new(Replica::new(2)).fresh(), value.division, "individual speed", "collaboration");
    let edit = edit::append(&contradicting, turned);
    apply(&mut contradicting, edit);
    let warned = markdown::pair(&Index::new(&contradicting), value.division, named(&document, "Hinchley"), &Stems);
    assert!(
        warned.contains(
            "First, within Brico (example): these values contradict each other.\n\n\
             - **Collaboration** even at the cost of **individual speed**\n\
             - **individual speed** even at the cost of **collaboration**\n"
        ),
        "{warned}"
    );
    let all = markdown::all(&index, &Stems);
    assert!(all.contains(&page));
    assert!(!all.contains("## NOBL (example) and Brico"), "a pair without any relation has its line in the table only");
}
