//! The documents that frozen samples hold: every field of every row that their version had.

use evencost_core::compare::Kind;
use evencost_core::date;
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::{
    CustomerId, DivisionId, Id, Ids, LaneId, OutputId, PointId, RaterId, Replica, RequestId, SnapshotId, TalkId,
    ValueId,
};

use super::{ids, today};

/// What version 1 had.
pub fn sample() -> Document {
    let (mut document, mut ids) = (Document::default(), ids());
    let (people, finance): (DivisionId, DivisionId) = (ids.fresh(), ids.fresh());
    let (values, raters): ([ValueId; 4], [RaterId; 2]) = ([(); 4].map(|()| ids.fresh()), [(); 2].map(|()| ids.fresh()));
    let requests: [RequestId; 3] = [(); 3].map(|()| ids.fresh());
    let request =
        |request, title: &str, origin, must| Request { origin, must, ..Request::new(request, title, today()) };
    let key = |request: usize, division| DecisionKey { request: requests[request], division };
    let anywhere = |text: &str, of| Wording { text: text.into(), of };
    let rows: Vec<Row> = vec![
        Division::new(people, "People team").into(),
        Division::new(finance, "Finance “& control”").into(),
        Value {
            adopted: date::parse("2026-02-28"),
            example: "We waited for the slower office.\nTwice.".into(),
            reversal: Some(Reversal::RealChoice),
            ..Value::new(values[0], people, "One shared culture", "local cohesion and individuality")
        }
        .into(),
        Value {
            pursued: Side { text: "Research and development".into(), whole: true },
            cost: Side { text: "comfort, confidence".into(), whole: true },
            reversal: Some(Reversal::NobodyWould),
            ..Value::new(values[1], people, "", "")
        }
        .into(),
        Value { must: Some("labour law".into()), ..Value::new(values[2], people, "Paying on time", "") }.into(),
        Value { must: Some(String::new()), ..Value::new(values[3], finance, "Predictability", "speed") }.into(),
        Rater { id: raters[0], name: "A. B.".into(), division: people, named: true }.into(),
        Rater { id: raters[1], name: String::new(), division: finance, named: false }.into(),
        Request {
            detail: "By Friday.".into(),
            ..request(requests[0], "Bring the payroll forward", Origin::Incoming("Sales".into()), None)
        }
        .into(),
        request(
            requests[1],
            "Stop the survey",
            Origin::Own(people),
            Some(Must { demand: Demand::Forbidden, source: String::new() }),
        )
        .into(),
        request(
            requests[2],
            "",
            Origin::Incoming(String::new()),
            Some(Must { demand: Demand::Required, source: "contract 12".into() }),
        )
        .into(),
        Decision {
            key: key(0, people),
            outcome: Outcome::YesIf,
            value: Some(values[0]),
            reason: "It is worth it.".into(),
            terms: "somebody checks twice".into(),
        }
        .into(),
        Decision { outcome: Outcome::PassOn, ..Decision::open(key(0, finance)) }.into(),
        Decision { outcome: Outcome::No, ..Decision::open(key(1, people)) }.into(),
        Decision { outcome: Outcome::Yes, ..Decision::open(key(2, people)) }.into(),
        Decision::open(key(2, finance)).into(),
        Reveal { key: key(0, people) }.into(),
        Stance {
            key: StanceKey { request: requests[0], value: values[0], rater: raters[0] },
            pursued: Some(Effect::Plus),
            cost: Some(Effect::Minus),
            too_dear: true,
        }
        .into(),
        Stance {
            pursued: Some(Effect::Zero),
            ..Stance::open(StanceKey { request: requests[0], value: values[0], rater: raters[1] })
        }
        .into(),
        SameGood {
            pair: WordingPair::new(anywhere("Revenue growth", None), anywhere("user growth", Some(values[0]))),
            same: true,
        }
        .into(),
        SameGood {
            pair: WordingPair::new(anywhere("speed", Some(values[3])), anywhere("speed", Some(values[1]))),
            same: false,
        }
        .into(),
    ];
    append(&mut document, rows);
    let name = edit::set(&document, Key::Workspace, Field::WorkspaceName("Autumn".into()));
    apply(&mut document, name);
    document
}

/// What version 2 added: whom a division serves and how, its routine, and talks.
pub fn sample_2() -> Document {
    let (mut document, mut ids) = (sample(), Ids::new(Replica::new(8)));
    let [people, finance] = [0, 1].map(|place| DivisionId(nth(&document, List::Divisions, place)));
    let request = RequestId(nth(&document, List::Requests, 0));
    let values = [people, finance].map(|division| ValueId(nth(&document, List::Values(division), 0)));
    let outputs: [OutputId; 2] = [(); 2].map(|()| ids.fresh());
    let customers: [CustomerId; 3] = [(); 3].map(|()| ids.fresh());
    let lanes: [LaneId; 3] = [(); 3].map(|()| ids.fresh());
    let snapshots: [SnapshotId; 2] = [(); 2].map(|()| ids.fresh());
    let talks: [TalkId; 2] = [(); 2].map(|()| ids.fresh());
    let points: [PointId; 3] = [(); 3].map(|()| ids.fresh());
    let key = |division| DecisionKey { request, division };
    let seen =
        |value: usize, pursued: &str| SeenValue {
            id: values[value], pursued: pursued.into(), cost: "“calm”".into()
        };
    let rows: Vec<Row> = vec![
        Output {
            orderable: true,
            asks: "name, start date".into(),
            takes: "two days".into(),
            ..Output::new(outputs[0], people, "Payroll entry")
        }
        .into(),
        Output::new(outputs[1], finance, "").into(),
        Customer {
            needs: "Tell me early.".into(),
            fears: "A surprise\nat the month’s end".into(),
            review: date::parse("2027-05-24"),
            partner: Some(finance),
            ..Customer::new(customers[0], people, "Division heads")
        }
        .into(),
        Customer::new(customers[1], people, "").into(),
        Customer { partner: Some(people), ..Customer::new(customers[2], finance, "Auditors") }.into(),
        Use { key: UseKey { output: outputs[0], customer: customers[0] } }.into(),
        Use { key: UseKey { output: outputs[0], customer: customers[1] } }.into(),
        Use { key: UseKey { output: outputs[1], customer: customers[0] } }.into(),
        Lane { circumstance: "the month ends".into(), ..Lane::new(lanes[0], customers[0], Service::QuickOrder) }.into(),
        Lane { hours: 12, ..Lane::new(lanes[1], customers[0], Service::Partnership) }.into(),
        Lane::new(lanes[2], customers[2], Service::QuickOrder).into(),
        Placement {
            key: key(people),
            lane: Some(lanes[0]),
            service: Some(Service::Partnership),
            reason: "It is the first time.".into(),
        }
        .into(),
        Placement { service: Some(Service::QuickOrder), ..Placement::open(key(finance)) }.into(),
        Routine {
            minutes: 90,
            times: 3,
            per: Period::Week,
            stage: Stage::Simplified,
            after: Some(15),
            effort: Some(20),
            obstacle: "two systems".into(),
            goes_to: Some(customers[0]),
            ..Routine::new(ids.fresh(), people, "Checking time sheets")
        }
        .into(),
        Routine { per: Period::Quarter, stage: Stage::SelfServe, ..Routine::new(ids.fresh(), finance, "") }.into(),
        Routine { per: Period::Year, stage: Stage::Automated, ..Routine::new(ids.fresh(), people, "Audit") }.into(),
        Routine::new(ids.fresh(), people, "Letters").into(),
        Snapshot {
            id: snapshots[0],
            a: people,
            b: finance,
            date: today(),
            seen: Seen {
                values: [vec![seen(0, "culture"), seen(0, "candour")], vec![seen(1, "predictability")]],
                relations: Kind::ALL
                    .map(|kind| SeenRelation {
                        kind,
                        a: vec![1, 0],
                        b: if kind == Kind::Alone { vec![] } else { vec![0] },
                    })
                    .to_vec(),
            },
        }
        .into(),
        Snapshot { id: snapshots[1], a: finance, b: people, date: today(), seen: Seen::default() }.into(),
        Talk {
            before: Some(snapshots[0]),
            after: Some(snapshots[1]),
            ..Talk::new(talks[0], [people, finance], today())
        }
        .into(),
        Talk::new(talks[1], [finance, people], today()).into(),
        Point {
            ours: "One shared culture even at the cost of local cohesion".into(),
            theirs: "Predictability even at the cost of speed".into(),
            question: "Which comes first?".into(),
            minutes: 0,
            notes: "Both saw it.\n- twice".into(),
            agreed: Agreed::Adopted,
            terms: "until spring".into(),
            pursued: "Candour".into(),
            cost: "calm".into(),
            ..Point::new(points[0], talks[0], "Culture")
        }
        .into(),
        Point { agreed: Agreed::Exception, ..Point::new(points[1], talks[1], "") }.into(),
        Point { agreed: Agreed::Differ, ..Point::new(points[2], talks[0], "Pace") }.into(),
        Point { agreed: Agreed::Parked, minutes: 12, ..Point::new(ids.fresh(), talks[0], "Tools") }.into(),
    ];
    append(&mut document, rows);
    let origin = Field::ValueOrigin("A talk with Finance, 24 November 2026".into());
    let edit = edit::set(&document, Key::Value(values[0]), origin);
    apply(&mut document, edit);
    document
}

fn append(document: &mut Document, rows: Vec<Row>) {
    for row in rows {
        let edit = edit::append(document, row);
        let applied = apply(document, edit);
        assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
    }
}

fn nth(document: &Document, list: List, place: usize) -> Id {
    document.order(list)[place]
}
