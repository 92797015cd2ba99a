//! What is written as CSV, Markdown and plain text reads back as it was.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{documents, ids, today};
use evencost_core::date;
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::text::{csv, import, markdown, plain};
use proptest::prelude::*;

/// Reads it into an empty workspace.
fn imported(text: &str) -> Document {
    let mut document = Document::default();
    let plan =
        import::read(text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal}: {text}")).plan(&document, None);
    assert_eq!(plan.unread, [], "{text}");
    let edit = plan.edit(&document, &mut ids(), today());
    assert_eq!(apply(&mut document, edit).skipped, []);
    document
}

/// A document of divisions with their values.
fn document(sets: Vec<(String, Vec<Value>)>) -> Document {
    let (mut document, mut ids) = (Document::default(), ids());
    for (name, values) in sets {
        let division = Division::new(ids.fresh(), name);
        let id = division.id;
        let edit = edit::append(&document, division);
        apply(&mut document, edit);
        for value in values {
            let edit = edit::append(&document, Value { id: ids.fresh(), division: id, ..value });
            apply(&mut document, edit);
        }
    }
    document
}

fn value(pursued: String, cost: String, example: String, must: Option<String>) -> Value {
    let nobody = evencost_core::id::DivisionId(common::stranger());
    Value { example, must, ..Value::new(evencost_core::id::ValueId(common::stranger()), nobody, pursued, cost) }
}

/// All that a table of values holds of a document, as it can be read back.
fn table(document: &Document) -> Vec<(String, Vec<[String; 4]>)> {
    let cells = |value: &Value| {
        let must = value.must.as_deref().map_or("-", str::trim);
        [&*value.pursued.text, &*value.cost.text, &*value.example, must].map(|cell| cell.trim().to_owned())
    };
    let of = |row: &Division| (row.name.trim().to_owned(), document.values_of(row.id).map(cells).collect());
    document.divisions().map(of).collect()
}

/// Anything that can stand in a cell, a unique beginning so that no two values fold to the same.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ a-z,;\"\n\t|'=+@-]{0,12}",
        "\\PC{0,12}",
        prop::sample::select(&["=1+1", "'=1", "' =x", "-", "@a", "\u{feff}x", "division", "even at the cost of"][..])
            .prop_map(str::to_owned),
    ]
}

fn sets() -> impl Strategy<Value = Vec<(String, Vec<Value>)>> {
    let values = prop::collection::vec((cell(), cell(), cell(), prop::option::of(cell())), 0..4);
    prop::collection::vec((cell(), values), 1..4).prop_map(|sets| {
        let number =
            |set: usize, (index, (pursued, cost, example, must)): (usize, (String, String, String, Option<String>))| {
                let must = must.filter(|source| !["yes", "no"].contains(&source.trim()));
                value(format!("{pursued} {set} {index}"), cost, example, must)
            };
        let sets = sets.into_iter().enumerate();
        sets.map(|(set, (name, values))| {
            (format!("{name} {set}"), values.into_iter().enumerate().map(|value| number(set, value)).collect())
        })
        .collect()
    })
}

/// Words that a sentence can hold, with all that Markdown takes for itself.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(
        &[
            "over",
            "before",
            "/",
            "and,",
            "“as is”",
            "*",
            "_x_",
            "**b**",
            "`c`",
            "<i>",
            "a|b",
            "\\",
            "\\*",
            "&amp;",
            "#1",
            "$2$",
            "[l](m)",
            "(source",
            "(even)",
            "~~s~~",
        ][..],
    );
    let end = prop::sample::select(&["Speed", "polish", "größe", "*starred*", "overtime"][..]);
    (end.clone(), prop::collection::vec(word, 0..4), end)
        .prop_map(|(first, between, last)| [&[first][..], &between, &[last]].concat().join(" "))
}

fn plain_words() -> impl Strategy<Value = String> {
    words().prop_map(|words| words.replace("*starred*", "starred"))
}

proptest! {
    #[test]
    fn a_table_of_values_reads_back_exactly(sets in sets()) {
        let written = document(sets);
        let csv = csv::values(&written);
        prop_assert_eq!(table(&imported(&csv)), table(&written));
        // As the app saves it, with the mark of UTF-8.
        prop_assert_eq!(table(&imported(&["\u{feff}", &csv].concat())), table(&written));
    }

    #[test]
    fn a_table_of_requests_reads_back_exactly(
        requests in prop::collection::vec((cell(), cell(), cell(), 0..4usize, 0..3usize), 1..5),
        decisions in prop::collection::vec((any::<prop::sample::Index>(), 0..2usize, 0..5usize, cell(), cell(), any::<bool>()), 0..6),
    ) {
        let division = |index: usize| {
            let values = vec![value(format!("Speed {index}"), "polish".into(), String::new(), None)];
            (format!("Division {index}"), values)
        };
        let mut written = document(vec![division(0), division(1)]);
        let divisions: Vec<_> = written.divisions().map(|row| row.id).collect();
        let mut ids = evencost_core::id::Ids::new(evencost_core::id::Replica::new(8));
        let keys: Vec<_> = requests.into_iter().enumerate().map(|(index, (title, detail, from, origin, must))| {
            let row = Request {
                detail,
                origin: if origin < 2 { Origin::Own(divisions[origin]) } else { Origin::Incoming(from) },
                must: [None, Some(Demand::Required), Some(Demand::Forbidden)][must]
                    .map(|demand| Must { demand, source: title.clone() }),
                ..Request::new(ids.fresh(), format!("{title} {index}"), today())
            };
            let id = row.id;
            let edit = edit::append(&written, row);
            apply(&mut written, edit);
            id
        }).collect();
        for (request, division, outcome, reason, terms, valued) in decisions {
            let key = DecisionKey { request: keys[request.index(keys.len())], division: divisions[division] };
            let outcome = [Outcome::Open, Outcome::Yes, Outcome::No, Outcome::YesIf, Outcome::PassOn][outcome];
            let value = written.values_of(key.division).next().map(|row| row.id).filter(|_| valued);
            let edit = edit::append(&written, Decision { key, outcome, value, reason, terms: format!("t{terms}") });
            apply(&mut written, edit);
        }
        let mut read = imported(&csv::values(&written));
        let plan = import::read(csv::requests(&written).as_bytes()).unwrap().plan(&read, None);
        prop_assert_eq!(&plan.unread, &[]);
        prop_assert_eq!(&plan.partly, &[]);
        let edit = plan.edit(&read, &mut evencost_core::id::Ids::new(evencost_core::id::Replica::new(9)), today());
        apply(&mut read, edit);
        prop_assert_eq!(said(&read), said(&written));
    }

    #[test]
    fn a_set_in_markdown_reads_back(
        name in words(),
        values in prop::collection::vec((words(), words(), prop::option::of(words()), any::<bool>(), any::<bool>()), 1..5),
    ) {
        let values = numbered(values.into_iter().map(|(pursued, cost, example, adopted, must)| Value {
            adopted: adopted.then(today),
            ..value(pursued, cost, example.unwrap_or_default(), must.then(|| "labour *law* (1)".to_owned()))
        }));
        let written = document(vec![(name, values)]);
        let division = written.divisions().next().unwrap().id;
        let read = imported(&markdown::write(&written, division));
        prop_assert_eq!(table(&read), musts_last(table(&written)));
        let adopted = |document: &Document| document.divisions().flat_map(|row| document.values_of(row.id)).filter(|row| row.adopted.is_some()).count();
        prop_assert_eq!(adopted(&read), adopted(&written));
    }

    #[test]
    fn a_set_in_plain_text_reads_back(
        name in "[A-Z][a-z]{1,5} over [a-z]{4}",
        values in prop::collection::vec((plain_words(), plain_words(), any::<bool>()), 1..5),
    ) {
        let values = numbered(values.into_iter().map(|(pursued, cost, must)| {
            value(pursued, cost, String::new(), must.then(|| "labour law".to_owned()))
        }));
        let written = document(vec![(name, values)]);
        let division = written.divisions().next().unwrap().id;
        prop_assert_eq!(table(&imported(&plain::write(&written, division))), musts_last(table(&written)));
    }

    #[test]
    fn every_document_can_be_written(document in documents()) {
        for row in document.divisions() {
            let finished = document.values_in_play(row.id).count();
            let numbered = |text: &str| text.lines().filter(|line| line.starts_with(&format!("{finished}. "))).count();
            prop_assert_eq!(numbered(&plain::write(&document, row.id)), usize::from(finished > 0));
            prop_assert_eq!(numbered(&markdown::write(&document, row.id)), usize::from(finished > 0));
        }
        prop_assert!(csv::values(&document).starts_with("division,pursued,cost,example"));
        prop_assert!(csv::requests(&document).starts_with("request,detail,kind,division,decision,reason,date"));
    }
}

/// Numbers the pursued sides, so that no two values are the same.
fn numbered(values: impl Iterator<Item = Value>) -> Vec<Value> {
    let number = |(index, mut value): (usize, Value)| {
        value.pursued.text = format!("{} x{index}", value.pursued.text);
        value
    };
    values.enumerate().map(number).collect()
}

fn musts_last(mut sets: Vec<(String, Vec<[String; 4]>)>) -> Vec<(String, Vec<[String; 4]>)> {
    for (_, values) in &mut sets {
        values.sort_by_key(|[.., must]| must != "-");
    }
    sets
}

/// All that a table of requests holds of a document, as it can be read back.
fn said(document: &Document) -> Vec<String> {
    let name = |id| document.division(id).map(|row| row.name.trim());
    let mut said = Vec::new();
    for request in document.requests() {
        let origin = match &request.origin {
            Origin::Incoming(from) => format!("from {}", from.trim()),
            Origin::Own(owner) => format!("own {:?}", name(*owner)),
        };
        let must = request.must.as_ref().map(|must| (must.demand, must.source.trim()));
        let (title, detail) = (request.title.trim(), request.detail.trim());
        said.push(format!("{title:?} {detail:?} {origin:?} {must:?} {}", request.date));
        let mut decisions: Vec<_> = document
            .decisions_on(request.id)
            .filter_map(|row| {
                let terms = if matches!(row.outcome, Outcome::YesIf | Outcome::PassOn) { row.terms.trim() } else { "" };
                let value = row.value.and_then(|id| document.value(id)).map(|value| &value.pursued.text);
                let reason = row.reason.trim();
                let blank = row.outcome == Outcome::Open && reason.is_empty() && value.is_none();
                let division = name(row.key.division);
                (!blank).then(|| format!("  {division:?} {:?} {terms:?} {reason:?} {value:?}", row.outcome))
            })
            .collect();
        decisions.sort();
        said.extend(decisions);
    }
    said
}

#[test]
fn no_cell_is_a_formula() {
    let written =
        document(vec![("=A1".into(), vec![value("@b".into(), "-c".into(), " +d".into(), Some("'=e".into()))])]);
    assert_eq!(csv::values(&written), "division,pursued,cost,example,must\n'=A1,'@b,'-c,\"' +d\",''=e\n");
}

#[test]
fn tables_have_the_columns_that_they_need() {
    let mut written = document(vec![
        ("People".into(), vec![value("Speed".into(), "polish".into(), "The gala".into(), None)]),
        ("Finance".into(), vec![]),
    ]);
    assert_eq!(csv::values(&written), "division,pursued,cost,example\nPeople,Speed,polish,The gala\nFinance,,,\n");
    let mut ids = evencost_core::id::Ids::new(evencost_core::id::Replica::new(8));
    let edit = edit::append(&written, Request::new(ids.fresh(), "Run it", today()));
    apply(&mut written, edit);
    let table = "request,detail,kind,division,decision,reason,date\nRun it,,incoming,,,,2026-11-24\n";
    assert_eq!(csv::requests(&written), table);
}

#[test]
fn an_own_action_names_whose_it_is_beside_another_division() {
    let mut written = document(vec![("People".into(), vec![]), ("Finance".into(), vec![])]);
    let [people, finance] = [0, 1].map(|index| written.divisions().nth(index).unwrap().id);
    let mut ids = evencost_core::id::Ids::new(evencost_core::id::Replica::new(8));
    for title in ["Run it", "Stop it"] {
        let row = Request { origin: Origin::Own(people), ..Request::new(ids.fresh(), title, today()) };
        let edit = edit::append(&written, row);
        apply(&mut written, edit);
    }
    let request = written.requests().next().unwrap().id;
    for (division, outcome) in [(people, Outcome::Yes), (finance, Outcome::PassOn)] {
        let decision = Decision { outcome, ..Decision::open(DecisionKey { request, division }) };
        let edit = edit::append(&written, decision);
        apply(&mut written, edit);
    }
    assert_eq!(
        csv::requests(&written),
        "request,detail,kind,division,decision,reason,date\n\
         Run it,,own action,People,yes,,2026-11-24\n\
         Run it,,own action of People,Finance,ask,,2026-11-24\n\
         Stop it,,own action,People,,,2026-11-24\n"
    );
}

#[test]
fn what_markdown_takes_for_itself_is_escaped() {
    assert_eq!(markdown::escaped("a\\b |c|\n *d* &amp; R&D, e.g. (#1)!"), r"a\\b \|c\| \*d\* \&amp; R\&D, e.g. (\#1)!");
}

#[test]
fn a_set_is_written_for_people() {
    let mut ship = value("Shipping *early*".into(), "polish".into(), "The gala,\nin May.".into(), None);
    ship.adopted = date::parse("2026-11-12");
    ship.origin = "A talk with Finance, 12 November 2026".into();
    let written = document(vec![(
        "R&D".into(),
        vec![
            value("Paying on time".into(), String::new(), String::new(), Some("labour law".into())),
            ship,
            value("Unfinished".into(), String::new(), String::new(), None),
            value(String::new(), String::new(), String::new(), Some("some law".into())),
            value("Calm".into(), "pace".into(), String::new(), None),
        ],
    )]);
    let division = written.divisions().next().unwrap().id;
    assert_eq!(
        plain::write(&written, division),
        "R&D:\n\
         1. Shipping *early* even at the cost of polish\n\
         2. Calm even at the cost of pace\n\
         \n\
         Musts:\n\
         - Paying on time (source: labour law)\n"
    );
    assert_eq!(
        markdown::write(&written, division),
        "## R\\&D\n\
         \n\
         1. **Shipping \\*early\\*** even at the cost of **polish**\n\
         \x20  - Adopted on 12 November 2026\n\
         \x20  - Origin: A talk with Finance, 12 November 2026\n\
         \x20  - Example: The gala, in May.\n\
         2. **Calm** even at the cost of **pace**\n\
         \n\
         ### Musts\n\
         \n\
         - **Paying on time** (source: labour law)\n"
    );
    let read = imported(&markdown::write(&written, division));
    let origins = read.divisions().flat_map(|row| read.values_of(row.id)).map(|value| value.origin.as_str());
    assert_eq!(origins.collect::<Vec<_>>(), ["A talk with Finance, 12 November 2026", "", ""]);
}
