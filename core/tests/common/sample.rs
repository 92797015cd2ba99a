//! The document that frozen samples of version 1 hold: every field of every row.

use evencost_core::date;
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::{DivisionId, RaterId, RequestId, ValueId};

use super::{ids, today};

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
    for row in rows {
        let edit = edit::append(&document, row);
        let applied = apply(&mut document, edit);
        assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
    }
    let name = edit::set(&document, Key::Workspace, Field::WorkspaceName("Autumn".into()));
    apply(&mut document, name);
    document
}
