//! Whatever people paste or open: what it is, what it adds, what it cannot use; once, and as one step.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{documents, ids, today};
use evencost_core::date;
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::{DivisionId, Ids, Replica};
use evencost_core::text::import::{self, Import, Plan};
use evencost_core::text::{csv, json};
use proptest::prelude::*;

const PUBLISHED: &[u8] = include_bytes!("../../tests/fixtures/illustrative-statements.tsv");

fn read(text: impl AsRef<[u8]>) -> Import {
    import::read(text.as_ref()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// Imports into the document; the plan says afterwards that all of it is there.
fn add(document: &mut Document, import: &Import, at_hand: Option<DivisionId>) -> Plan {
    let plan = import.plan(document, at_hand);
    let edit = plan.edit(document, &mut Ids::new(Replica::new(1000 + document.keys().count() as u64)), today());
    let applied = apply(document, edit);
    assert_eq!(applied.skipped, []);
    assert_eq!(document.broken_invariant(), None);
    let again = import.plan(document, at_hand);
    assert!(again.adds_nothing(), "{}", again.summary());
    assert!(again.edit(document, &mut ids(), today()).is_empty());
    plan
}

fn imported(text: impl AsRef<[u8]>) -> (Document, Plan) {
    let mut document = Document::default();
    let plan = add(&mut document, &read(text), None);
    (document, plan)
}

/// "Division: pursued / cost" of every value.
fn values(document: &Document) -> Vec<String> {
    let of = |division: &Division| {
        let name = division.name.clone();
        let line = move |value: &Value| format!("{name}: {} / {}", value.pursued.text, value.cost.text);
        document.values_of(division.id).map(line).collect::<Vec<_>>()
    };
    document.divisions().flat_map(of).collect()
}

/// "line: trouble" of every line that is not read or not whole.
fn remarks(plan: &Plan) -> Vec<String> {
    plan.unread.iter().chain(&plan.partly).map(|remark| format!("{}: {}", remark.line, remark.trouble)).collect()
}

#[test]
fn the_published_statements_are_imported_whole() {
    let (document, plan) = imported(PUBLISHED);
    assert_eq!(plan.summary(), "Adds 25 values to 6 divisions, 6 new divisions");
    assert_eq!(remarks(&plan), [""; 0]);
    let names: Vec<_> =
        document.divisions().map(|row| (row.name.as_str(), document.values_of(row.id).count())).collect();
    assert_eq!(
        names,
        [
            ("NOBL (example)", 6),
            ("The Ready (example)", 7),
            ("Husney/Parabol (example, 'aren't Parabol's actual strategies')", 4),
            ("Brico (example)", 3),
            ("B. Hinchley (example)", 2),
            ("WSJ designer (example)", 3),
        ]
    );
    let first = document.divisions().next().and_then(|row| document.values_of(row.id).next()).unwrap();
    assert_eq!((&*first.pursued.text, &*first.cost.text), ("Profit margin", "revenue growth"));
    assert_eq!(first.example, "Source: futureofwork.nobl.io");
}

#[test]
fn one_division_gets_what_names_none() {
    let (mut document, _) = imported("People team:\n- Speed over polish\n\nFinance:\n- Focus over breadth");
    let finance = document.divisions().nth(1).map(|row| row.id);
    let plan = add(&mut document, &read("Candour over calm\nThe speed over polish"), finance);
    assert_eq!(plan.summary(), "Adds 2 values to Finance");
    let plan = add(&mut document, &read("team,pursued,cost\nPEOPLE team,Depth,reach\n,FOCUS,Breadth"), finance);
    assert_eq!(plan.summary(), "Adds 1 value to People team; 1 is there already");
    assert_eq!(
        values(&document),
        [
            "People team: Speed / polish",
            "People team: Depth / reach",
            "Finance: Focus / breadth",
            "Finance: Candour / calm",
            "Finance: The speed / polish"
        ]
    );
    // Without a division at hand, they are nobody's in particular.
    let plan = add(&mut document, &read("Candour over calm"), None);
    assert_eq!(plan.summary(), "Adds 1 value, 1 new division");
}

#[test]
fn what_the_screens_do_not_count_as_values_is_counted_apart() {
    let mut document = Document::default();
    let table =
        "division,pursued,cost,must\nLegal,Speed,polish,\nLegal,Candour,,\nLegal,Paying on time,,The tax code\n";
    let plan = add(&mut document, &read(table), None);
    assert_eq!(plan.summary(), "Adds 3 values (1 unfinished, 1 must) to Legal, 1 new division");
    // What is there already does not count.
    let plan = add(&mut document, &read([table, "Legal,Ease,,\n"].concat()), None);
    assert_eq!(plan.summary(), "Adds 1 value (1 unfinished) to Legal; 3 are there already");
}

#[test]
fn a_name_to_the_letter_comes_before_one_that_folds_to_the_same() {
    let (mut document, _) = imported("Sales:\n- a over b");
    let sale = Division::new(DivisionId(common::stranger()), "Sale");
    let edit = edit::append(&document, sale);
    apply(&mut document, edit);
    add(&mut document, &read("Sale:\n- c over d\nSALES:\n- e over f"), None);
    assert_eq!(values(&document), ["Sales: a / b", "Sales: e / f", "Sale: c / d"]);
}

#[test]
fn an_import_is_one_step_and_leaves_the_waiting_line_last() {
    let (mut document, _) = imported("People:\n- Speed over polish");
    let people = document.divisions().next().map(|row| row.id).unwrap();
    let edit = edit::append(&document, Value::new(evencost_core::id::ValueId(common::stranger()), people, "", ""));
    apply(&mut document, edit);
    let before = document.clone();
    let plan = read("Focus over breadth\nDepth over reach").plan(&document, Some(people));
    let applied = {
        let edit = plan.edit(&document, &mut ids(), today());
        apply(&mut document, edit)
    };
    assert_eq!(
        values(&document),
        ["People: Speed / polish", "People: Focus / breadth", "People: Depth / reach", "People:  / "]
    );
    apply(&mut document, applied.inverse);
    assert_eq!(document, before);
}

#[test]
fn lists_are_read_with_their_headings_and_the_rest_is_told() {
    let (document, plan) = imported(
        "# What we stand for\n\
         \n\
         ## People team\n\
         1. Speed *even over* polish\n\
         \x20  - Example: The gala.\n\
         \x20  - Adopted on 12 November 2026\n\
         2. Handing over early over polish\n\
         We talked about this for long.\n\
         ---\n\
         **Finance:**\n\
         Our values\n\
         • Predictability / speed\n\
         ### Musts\n\
         - Paying on time (source: labour law)\n\
         ## Legal\n\
         | We pursue | Even over | Owner |\n\
         |---|---|---|\n\
         | Clear \\| short words | **completeness** | Ann |\n\
         \n\
         | This | That |\n\
         |---|---|\n\
         | Early advice | late defence |\n\
         Nobody:\n\
         Marketing:\n",
    );
    assert_eq!(
        values(&document),
        [
            "People team: Speed / polish",
            "Finance: Predictability / speed",
            "Finance: Paying on time / ",
            "Legal: Clear | short words / completeness",
            "Legal: Early advice / late defence",
        ]
    );
    let people = document.divisions().next().unwrap();
    let value = document.values_of(people.id).next().unwrap();
    assert_eq!((&*value.example, value.adopted), ("The gala.", date::parse("2026-11-12")));
    let must = document.divisions().nth(1).and_then(|row| document.values_of(row.id).nth(1)).unwrap();
    assert_eq!(must.must.as_deref(), Some("labour law"));
    assert_eq!(
        remarks(&plan),
        [
            "7: “over” leaves open where the price begins: write “even at the cost of” there",
            "8: it names no price: write “… even at the cost of …”",
            "23: no value follows this heading",
            "24: no value follows this heading",
            "16: the column “Owner” is not read",
            "20: taken as the table’s head; its rows are read as pursued, then cost",
        ]
    );
}

#[test]
fn tables_are_read_by_the_names_of_their_columns() {
    let expected = ["People: Speed / polish, shine", "Finance: Calm / \"pace\""];
    for table in [
        "division,pursued,cost,example\nPeople,Speed,\"polish, shine\",\nFinance,Calm,\"\"\"pace\"\"\",\n",
        "\u{feff}cost;pursued;division\r\npolish, shine;Speed;People\r\n\"\"\"pace\"\"\";Calm;Finance",
        "Team\tWe pursue\tEven over …\nPeople\tSpeed\tpolish, shine\nFinance\tCalm\t\"\"\"pace\"\"\"\n",
        "\n\nDEPARTMENT,Prioritised,Sacrificed\nPeople,Speed,\"polish, shine\"\n,,\nFinance,Calm,\"\"\"pace\"\"\"",
        "author;value;price\nPeople;Speed;polish, shine\nFinance;Calm;\"\"\"pace\"\"\"",
        "Team;Value\nPeople;Speed even over polish, shine\nFinance;\"Calm over \"\"pace\"\"\"",
        "| Cost | Division | Pursued |\n|:--|:-:|--:|\n| polish, shine | People | **Speed** |\n| \\\"pace\\\" | Finance | Calm |",
    ] {
        // The last form of a side in quotation marks is the list's, which takes them off.
        let expected =
            expected.map(|line| if table.starts_with("Team;") { line.replace('"', "") } else { line.into() });
        let (document, plan) = imported(table);
        assert_eq!(values(&document), expected, "{table}");
        assert_eq!(remarks(&plan), [""; 0], "{table}");
    }
}

#[test]
fn tables_without_names_are_read_by_their_order() {
    for (table, expected) in [
        ("Speed\tpolish\nFocus\tbreadth", [": Speed / polish", ": Focus / breadth"]),
        ("Speed,polish\nFocus,breadth\n", [": Speed / polish", ": Focus / breadth"]),
        ("People;Speed;polish\nFinance;Focus;breadth", ["People: Speed / polish", "Finance: Focus / breadth"]),
        ("People,Speed,polish,once\nPeople,Focus,breadth,", ["People: Speed / polish", "People: Focus / breadth"]),
        (
            "People\tSpeed even over polish\nPeople\tFocus over breadth",
            ["People: Speed even over polish / Focus over breadth", ""],
        ),
        (
            "People\tSpeed even over polish\nPeople\tFocus even over breadth",
            ["People: Speed / polish", "People: Focus / breadth"],
        ),
        ("1.\tSpeed over polish\n2.\tFocus, calm over breadth", [": Speed / polish", ": Focus, calm / breadth"]),
        ("Speed, care over polish\nFocus, calm over breadth", [": Speed, care / polish", ": Focus, calm / breadth"]),
    ] {
        if expected[1].is_empty() {
            // "over" may be part of a side, so this is pursued and cost.
            assert_eq!(
                values(&imported(table).0),
                [": People / Speed even over polish", ": People / Focus over breadth"]
            );
        } else {
            assert_eq!(values(&imported(table).0), expected, "{table}");
        }
    }
}

#[test]
fn words_that_could_name_columns_may_be_values() {
    for (table, expected) in [
        ("Action,reflection\nFocus,breadth", [": Action / reflection", ": Focus / breadth"]),
        ("Quality,price\nFocus,breadth", [": Quality / price", ": Focus / breadth"]),
    ] {
        assert_eq!(values(&imported(table).0), expected, "{table}");
    }
    // One line with a comma is no table.
    let (_, plan) = imported("Speed, polish");
    assert_eq!(remarks(&plan), ["1: it names no price: write “… even at the cost of …”"]);
}

#[test]
fn sources_and_second_columns_are_not_lost() {
    let (document, plan) = imported("pursued,cost,example,source,price\nSpeed,polish,The gala,page 3,shine");
    let division = document.divisions().next().unwrap().id;
    assert_eq!(document.values_of(division).next().unwrap().example, "The gala\nSource: page 3");
    assert_eq!(remarks(&plan), ["1: the column “price” is not read"]);
}

#[test]
fn rows_that_cannot_be_read_are_told_with_their_line() {
    let (document, plan) = imported(
        "division,pursued,cost,owner,must\n\
         People,Speed,polish,,\n\
         People,Speed, care,polish,Ann,no\n\
         \n\
         People,\"two\nlines\",one,,\n\
         People,Calm,,,\n\
         People,Paying,,,labour law\n\
         Legal,,,,\n\
         People,\"open,polish,,\nPeople,Depth,reach,,\n",
    );
    assert_eq!(
        values(&document),
        ["People: Speed / polish", "People: two\nlines / one", "People: Calm / ", "People: Paying / "]
    );
    assert_eq!(document.divisions().count(), 1);
    assert_eq!(
        remarks(&plan),
        [
            "3: it has 6 fields where 5 are expected: put quotation marks around a field that holds a separator",
            "9: no value is named: write what is pursued and what it costs",
            "10: a quotation mark opens here and is never closed, so nothing from here on is read: close it or take it out",
            "1: the column “owner” is not read",
            "7: the price is missing: write what you would give up",
        ]
    );
    // Only in a table that the program wrote is that a division without values.
    for table in [
        "division,pursued,cost,example\nPeople,Speed,polish,\nSource: the survey\n",
        "Team\tWe pursue\tEven over\nPeople\tSpeed\tpolish\nSource: the survey\t\t\n",
        "People,Speed,polish,once\nPeople,Focus,breadth,\nSource: the survey,,,\n",
    ] {
        let (document, plan) = imported(table);
        assert_eq!(document.divisions().count(), 1, "{table}");
        let line = table.lines().count();
        assert_eq!(remarks(&plan), [format!("{line}: no value is named: write what is pursued and what it costs")]);
    }
    let (document, plan) = imported("division,pursued,cost,example\nFinance,,,\n");
    assert_eq!((document.divisions().count(), plan.unread.len()), (1, 0));
    let (_, plan) = imported("team,pursued,gave\nPeople,Speed,polish");
    assert_eq!(remarks(&plan), ["1: no column is called “cost”: add it to this line"]);
    assert_eq!(plan.summary(), "Adds nothing; 1 line could not be read");
}

#[test]
fn requests_are_read_with_their_decisions() {
    let (mut document, _) = imported("People:\n- Speed over polish\nFinance:\n- Calm over pace");
    let import = read(
        "date;request;decision;division;reason;kind;from;must;value;detail;colour\n\
         2026-03-01;Run the survey;yes, if we may skip June;People;It helps;incoming;Sales;;SPEED over polish;All staff;\n\
         2026-03-01;Run the survey;no;Finance;;;;;;;\n\
         ;Stop the print run;ask Legal;people;;own action;;forbidden: contract 3;;;\n\
         3 April 2026;Buy chairs;;;;;;required;;;\n\
         2026-04-04;Move the date;Declined.;Legal;;own action of Finance;;;Nothing over all;;\n\
         2026-04-05;Rename it;maybe;People;;;;;;;\n\
         12/04/2026;Rename it;yes;People;;;;;;;\n\
         2026-04-06;;yes;People;;;;;;;\n\
         2026-04-07;Paint it;open;People;;hardware;;;;;\n\
         2026-03-01;Run the survey;no;People;;;;;;;\n",
    );
    let plan = add(&mut document, &import, None);
    assert_eq!(plan.summary(), "Adds 1 new division, 5 requests, 4 decisions; 4 lines could not be read");
    assert_eq!(
        remarks(&plan),
        [
            "7: “maybe” is no decision: write yes, yes, if …, ask …, no or open",
            "8: “12/04/2026” is no date: write it like 2026-11-12",
            "9: no request is named",
            "11: an earlier line says what this division decided on this request",
            "1: the column “colour” is not read",
            "10: “hardware” is no kind of request: it is taken as incoming; write incoming or own action",
            "6: the value that decided is none of Legal’s: the decision is added without it",
        ]
    );
    let divisions: Vec<_> = document.divisions().map(|row| row.id).collect();
    let requests: Vec<_> = document.requests().collect();
    assert_eq!(
        requests.iter().map(|row| (row.title.as_str(), date::iso(row.date), row.origin.clone())).collect::<Vec<_>>(),
        [
            ("Run the survey", "2026-03-01".to_owned(), Origin::Incoming("Sales".into())),
            ("Stop the print run", date::iso(today()), Origin::Own(divisions[0])),
            ("Buy chairs", "2026-04-03".to_owned(), Origin::Incoming(String::new())),
            ("Move the date", "2026-04-04".to_owned(), Origin::Own(divisions[1])),
            ("Paint it", "2026-04-07".to_owned(), Origin::Incoming(String::new())),
        ]
    );
    assert_eq!(requests[1].must, Some(Must { demand: Demand::Forbidden, source: "contract 3".into() }));
    assert_eq!(requests[2].must, Some(Must { demand: Demand::Required, source: String::new() }));
    let decision = |request: usize, division: usize| {
        document.decision(DecisionKey { request: requests[request].id, division: divisions[division] }).unwrap()
    };
    let speed = document.values_of(divisions[0]).next().map(|row| row.id);
    let first = decision(0, 0);
    assert_eq!((first.outcome, &*first.terms, &*first.reason), (Outcome::YesIf, "we may skip June", "It helps"));
    assert_eq!(first.value, speed);
    assert_eq!(decision(0, 1).outcome, Outcome::No);
    assert_eq!((decision(1, 0).outcome, &*decision(1, 0).terms), (Outcome::PassOn, "Legal"));
    assert_eq!((decision(3, 2).outcome, decision(3, 2).value), (Outcome::No, None));
}

#[test]
fn rows_are_one_request_as_far_as_they_do_not_differ() {
    let (document, plan) = imported(
        "request,detail,date,division,decision,must,from\n\
         Run it,at once,,People,yes,,\n\
         run it,,2026-03-01,Finance,no,required: law,Sales\n\
         Run it,at leisure,2026-03-01,,,,\n\
         Run it,at once,2026-03-02,Legal,,,\n",
    );
    assert_eq!(plan.summary(), "Adds 3 new divisions, 3 requests, 2 decisions");
    let said: Vec<_> = document
        .requests()
        .map(|row| (row.detail.as_str(), date::iso(row.date), row.origin.clone(), row.must.is_some()))
        .collect();
    let from = |name: &str| Origin::Incoming(name.to_owned());
    assert_eq!(
        said,
        [
            ("at once", "2026-03-01".to_owned(), from("Sales"), true),
            ("at leisure", "2026-03-01".to_owned(), from(""), false),
            ("at once", "2026-03-02".to_owned(), from(""), false),
        ]
    );
    let (document, plan) =
        imported("# Finance\n| Request | Decision |\n|---|---|\n| Run it | yes |\n\n**Legal**\n- Calm over pace\n");
    assert_eq!(plan.summary(), "Adds 1 value to Legal, 2 new divisions, 1 request, 1 decision");
    assert_eq!(values(&document), ["Legal: Calm / pace"]);
    let finance = document.divisions().find(|row| row.name == "Finance").unwrap().id;
    let request = document.requests().next().unwrap().id;
    assert!(document.decision(DecisionKey { request, division: finance }).is_some());
}

#[test]
fn another_workspace_is_added_where_it_stands_and_the_document_stays() {
    let (theirs, _) = imported("People:\n- Speed over polish\n- Focus over breadth\nFinance:\n- Calm over pace");
    let mut ours = theirs.clone();
    let [people, finance] = [0, 1].map(|index| theirs.divisions().nth(index).unwrap().id);
    let first = theirs.values_of(people).next().unwrap().id;
    for key in [Key::Value(first), Key::Division(finance)] {
        let edit = edit::remove(&ours, &key);
        apply(&mut ours, edit);
    }
    for edit in [
        edit::set(&ours, Key::Workspace, Field::WorkspaceName("Ours".into())),
        edit::set(&ours, Key::Division(people), Field::DivisionName("The people".into())),
    ] {
        apply(&mut ours, edit);
    }
    let plan = add(&mut ours, &read(json::write(&theirs)), None);
    assert_eq!(
        plan.summary(),
        "Adds 2 values to 2 divisions, 1 new division; 1 is there already; 1 differs and stays as it is"
    );
    assert_eq!(ours.name(), "Ours");
    assert_eq!(values(&ours), ["The people: Speed / polish", "The people: Focus / breadth", "Finance: Calm / pace"]);
    let mut named = theirs;
    let edit = edit::set(&named, Key::Workspace, Field::WorkspaceName("Theirs".into()));
    apply(&mut named, edit);
    let mut unnamed = named.clone();
    let edit = edit::set(&unnamed, Key::Workspace, Field::WorkspaceName(String::new()));
    apply(&mut unnamed, edit);
    let plan = add(&mut unnamed, &read(json::write(&named)), None);
    assert_eq!(plan.summary(), "Adds a few details; 3 are there already");
    assert_eq!(unnamed, named);
}

#[test]
fn a_decision_that_says_nothing_yet_makes_room_and_another_stays() {
    let import = read("request,decision,division,date\nRun it,yes,People,2026-03-01");
    let (mut document, _) = imported("request,decision,division,date,reason\nRun it,open,People,2026-03-01,unsure");
    let plan = add(&mut document, &import, None);
    assert_eq!(plan.summary(), "Adds nothing; 2 are there already");
    let key = document.keys().find_map(|key| if let Key::Decision(key) = key { Some(key) } else { None }).unwrap();
    let edit = edit::set(&document, Key::Decision(key), Field::DecisionReason(String::new()));
    apply(&mut document, edit);
    add(&mut document, &import, None);
    assert_eq!(document.decision(key).map(|row| row.outcome), Some(Outcome::Yes));
}

#[test]
fn what_is_not_text_or_not_ours_says_what_to_do() {
    for (bytes, words) in [
        (&b""[..], "nothing in it"),
        (b" \n\t", "nothing in it"),
        (b"PK\x03\x04", "CSV UTF-8"),
        (b"{\"format\": \"evencost-report\", \"version\": 1, \"pairs\": []}", "comparison report"),
        (b"{\"format\": \"evencost\", \"version\": 3}", "newer version"),
        (b"[{\"pursued\": \"Speed\"}]", "no Evencost workspace"),
        (b"{}", "no Evencost workspace"),
        (b"{\"format\": \"evencost\", \"ver", "cut short"),
    ] {
        let message = import::read(bytes).err().map(|refusal| refusal.to_string()).unwrap_or_default();
        assert!(message.contains(words), "{message}");
    }
    assert_eq!(values(&imported("[x] Speed over polish").0), [": Speed / polish"]);
    assert!(read(b"Na\xEFvety over caf\xE9").encoding_is_guessed());
}

/// Documents of somebody else: the same rows cannot have the same ids by chance.
fn workspaces() -> impl Strategy<Value = Document> {
    documents()
}

proptest! {
    #[test]
    fn a_workspace_merges_into_another_once(ours in workspaces(), theirs in workspaces()) {
        // The two share ids, as two copies of one workspace do.
        let (mut document, before) = (ours.clone(), ours);
        let import = read(json::write(&theirs));
        prop_assert_eq!(import.workspace(), Some(&theirs));
        let plan = import.plan(&document, None);
        let edit = plan.edit(&document, &mut ids(), today());
        let applied = apply(&mut document, edit);
        prop_assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
        prop_assert_eq!(document.broken_invariant(), None);
        for key in before.keys().skip(1) {
            prop_assert_eq!(document.row(&key), before.row(&key));
        }
        for key in theirs.keys().skip(1).filter(|key| !before.contains(key)) {
            prop_assert_eq!(document.row(&key), theirs.row(&key));
        }
        prop_assert!(import.plan(&document, None).adds_nothing());
        apply(&mut document, applied.inverse);
        prop_assert_eq!(document, before);
    }

    #[test]
    fn a_workspace_opens_whole_in_an_empty_one(theirs in workspaces()) {
        let mut document = Document::default();
        let edit = read(json::write(&theirs)).plan(&document, None).edit(&document, &mut ids(), today());
        apply(&mut document, edit);
        prop_assert_eq!(document, theirs);
    }

    #[test]
    fn importing_twice_adds_nothing_the_second_time(ours in documents(), theirs in documents(), kind in 0..2) {
        let text = if kind == 0 { csv::values(&theirs) } else { csv::requests(&theirs) };
        let mut document = ours;
        let at_hand = document.divisions().next().map(|row| row.id);
        add(&mut document, &read(text), at_hand);
    }

    #[test]
    fn any_text_is_planned_or_refused(
        document in documents(),
        lines in prop::collection::vec(
            "(\\PC{0,12}|request,detail|division,pursued,cost|People team:|## a|a over b|\\| a \\| b \\||\\|--\\|--\\||\"|[,;\t]{1,3}|yes){0,4}",
            0..12,
        ),
    ) {
        if let Ok(import) = import::read(lines.join("\n").as_bytes()) {
            let (mut document, before) = (document.clone(), document);
            let plan = add(&mut document, &import, None);
            prop_assert_eq!(plan.adds_nothing(), document == before);
            for remark in plan.unread.iter().chain(&plan.partly) {
                prop_assert!((1..=lines.len().max(1)).contains(&remark.line), "{}", remark);
            }
        }
    }

    #[test]
    fn any_bytes_are_planned_or_refused(bytes: Vec<u8>) {
        if let Ok(import) = import::read(&bytes) {
            add(&mut Document::default(), &import, None);
        }
    }
}

#[test]
fn a_table_with_known_columns_is_one_whatever_its_cells_name() {
    let link = "https://example.org/#AQABCDEFGHIJKLMNOP";
    let table = format!("division,pursued,cost,note\nPeople,Speed,polish,see {link}\n");
    assert!(import::read(table.as_bytes()).expect("it is text").is_table());
    let chat = format!("Ann: here is my reply\nAnn: {link}\n");
    assert!(!import::read(chat.as_bytes()).expect("it is text").is_table());
}
