//! From a file to a document, one insertion after another, each refused with its place.

use super::error::{Place, ReadError};
use super::wire::{self, Text};
use crate::date::{self, Date};
use crate::document::*;
use crate::edit::{self, Change, Obstacle, apply};
use crate::id::{DivisionId, Id, RaterId, RequestId, ValueId};

/// Reads a workspace's file, of this version or an older one.
///
/// # Errors
/// With the place: text that is no JSON or no workspace, a newer version, an unknown field, an id that is
/// missing, misspelt or taken, an entry that names another which is not there, a date that does not exist.
pub fn read(json: &[u8]) -> Result<Document, ReadError> {
    let file = super::migrations::read(json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json))?;
    let mut document = Document::default();
    let name = Field::WorkspaceName(file.name.into_owned());
    let name = edit::set(&document, Key::Workspace, name);
    apply(&mut document, name);

    let mut previous = None;
    for (index, division) in file.divisions.into_iter().enumerate() {
        let place = Place::of("divisions", index);
        let id = DivisionId(id(&division.id, &place)?);
        insert(&mut document, Division::new(id, division.name), previous, &place)?;
        previous = Some(id.0);
        values(&mut document, id, division.values, &place)?;
    }
    let mut previous = None;
    for (index, person) in file.people.into_iter().enumerate() {
        let place = Place::of("people", index);
        let id = RaterId(id(&person.id, &place)?);
        insert(&mut document, rater(id, person, &place)?, previous, &place)?;
        previous = Some(id.0);
    }
    let mut previous = None;
    for (index, request) in file.requests.into_iter().enumerate() {
        let place = Place::of("requests", index);
        let id = RequestId(id(&request.id, &place)?);
        add_request(&mut document, id, request, previous, &place)?;
        previous = Some(id.0);
    }
    for (index, pair) in file.same_goods.into_iter().enumerate() {
        let place = Place::of("same_goods", index);
        let wording = |text: Text<'_>, of: Option<Text<'_>>| -> Result<Wording, ReadError> {
            let of = of.map(|of| id(&of, &place)).transpose()?.map(ValueId);
            Ok(Wording { text: text.into_owned(), of })
        };
        let row = SameGood {
            pair: WordingPair::new(wording(pair.a, pair.a_in)?, wording(pair.b, pair.b_in)?),
            same: pair.same,
        };
        insert(&mut document, row, None, &place)?;
    }
    Ok(document)
}

fn values(
    document: &mut Document,
    division: DivisionId,
    values: Vec<wire::Value<'_>>,
    within: &Place<'_>,
) -> Result<(), ReadError> {
    let mut previous = None;
    for (index, value) in values.into_iter().enumerate() {
        let place = within.of_its("values", index);
        let id = ValueId(id(&value.id, &place)?);
        let reversal = match value.reversal.as_deref() {
            None => None,
            Some("real-choice") => Some(Reversal::RealChoice),
            Some("nobody-would") => Some(Reversal::NobodyWould),
            Some(other) => return Err(unknown("answer to the reversal test", other, &place)),
        };
        let row = Value {
            id,
            division,
            pursued: Side { text: value.pursued.into_owned(), whole: value.pursued_whole },
            cost: Side { text: value.cost.into_owned(), whole: value.cost_whole },
            adopted: value.adopted.map(|adopted| day(&adopted, &place)).transpose()?,
            example: value.example.into_owned(),
            reversal,
            must: value.must.map(Text::into_owned),
        };
        insert(document, row, previous, &place)?;
        previous = Some(id.0);
    }
    Ok(())
}

fn rater(id: RaterId, person: wire::Person<'_>, place: &Place<'_>) -> Result<Rater, ReadError> {
    let division = DivisionId(self::id(&person.division, place)?);
    Ok(Rater { id, name: person.name.into_owned(), division, named: person.named })
}

fn add_request(
    document: &mut Document,
    request: RequestId,
    wire: wire::Request<'_>,
    previous: Option<Id>,
    place: &Place<'_>,
) -> Result<(), ReadError> {
    let origin = match wire.own {
        None => Origin::Incoming(wire.from.into_owned()),
        Some(own) if wire.from.is_empty() => Origin::Own(DivisionId(id(&own, place)?)),
        Some(_) => return Err(place.refuse("it is both asked by somebody (“from”) and somebody’s own action (“own”)")),
    };
    let must = match (wire.required, wire.forbidden) {
        (None, None) => None,
        (Some(source), None) => Some(Must { demand: Demand::Required, source: source.into_owned() }),
        (None, Some(source)) => Some(Must { demand: Demand::Forbidden, source: source.into_owned() }),
        (Some(_), Some(_)) => return Err(place.refuse("it is both required and forbidden")),
    };
    let date = day(&wire.date, place)?;
    let row =
        Request { id: request, title: wire.title.into_owned(), detail: wire.detail.into_owned(), date, origin, must };
    insert(document, row, previous, place)?;

    for (index, decision) in wire.decisions.into_iter().enumerate() {
        let place = place.of_its("decisions", index);
        let outcome = match &*decision.outcome {
            "open" => Outcome::Open,
            "yes" => Outcome::Yes,
            "yes-if" => Outcome::YesIf,
            "pass-on" => Outcome::PassOn,
            "no" => Outcome::No,
            other => return Err(unknown("outcome", other, &place)),
        };
        let row = Decision {
            key: DecisionKey { request, division: DivisionId(id(&decision.division, &place)?) },
            outcome,
            value: decision.value.map(|value| id(&value, &place)).transpose()?.map(ValueId),
            reason: decision.reason.into_owned(),
            terms: decision.terms.into_owned(),
        };
        insert(document, row, None, &place)?;
    }
    for (index, division) in wire.revealed.into_iter().enumerate() {
        let place = place.of_its("revealed", index);
        let row = Reveal { key: DecisionKey { request, division: DivisionId(id(&division, &place)?) } };
        insert(document, row, None, &place)?;
    }
    for (index, answer) in wire.answers.into_iter().enumerate() {
        let place = place.of_its("answers", index);
        let effect = |number: Option<i8>| match number {
            None => Ok(None),
            Some(-1) => Ok(Some(Effect::Minus)),
            Some(0) => Ok(Some(Effect::Zero)),
            Some(1) => Ok(Some(Effect::Plus)),
            Some(other) => Err(place.refuse(format!("an effect is -1, 0 or 1, not {other}"))),
        };
        let key = StanceKey {
            request,
            value: ValueId(id(&answer.value, &place)?),
            rater: RaterId(id(&answer.person, &place)?),
        };
        let row =
            Stance { key, pursued: effect(answer.pursued)?, cost: effect(answer.cost)?, too_dear: answer.too_dear };
        insert(document, row, None, &place)?;
    }
    Ok(())
}

fn insert(
    document: &mut Document,
    row: impl Into<Row>,
    predecessor: Option<Id>,
    place: &Place<'_>,
) -> Result<(), ReadError> {
    let Some(skipped) = apply(document, edit::insert_after(row, predecessor)).skipped.pop() else {
        return Ok(());
    };
    Err(place.refuse(match (skipped.obstacle, &skipped.change) {
        (Obstacle::Present, Change::Insert { row, .. }) => match row.key() {
            Key::Division(DivisionId(id))
            | Key::Value(ValueId(id))
            | Key::Request(RequestId(id))
            | Key::Rater(RaterId(id)) => format!("the id {id} is taken by an earlier entry"),
            _ => "an earlier entry is about the same".to_owned(),
        },
        (Obstacle::Hanging, Change::Insert { row, .. }) => {
            match row.needs().into_iter().find(|need| !document.contains(need)) {
                Some(Key::Division(id)) => format!("there is no division {id}"),
                Some(Key::Value(id)) => format!("there is no value {id}"),
                Some(Key::Rater(id)) => format!("there is no person {id}"),
                _ => Obstacle::Hanging.to_string(),
            }
        }
        (obstacle, _) => obstacle.to_string(),
    }))
}

fn id(text: &str, place: &Place<'_>) -> Result<Id, ReadError> {
    text.parse().map_err(|invalid| place.refuse(format!("“{text}” is no id: {invalid}")))
}

fn day(text: &str, place: &Place<'_>) -> Result<Date, ReadError> {
    date::parse(text).ok_or_else(|| place.refuse(format!("“{text}” is no date like 2026-11-12")))
}

fn unknown(what: &str, word: &str, place: &Place<'_>) -> ReadError {
    place.refuse(format!("“{word}” is no {what}"))
}
