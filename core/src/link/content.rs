//! The content of fields, and which fields a row of each kind has: frozen numbers for what the document names.

use super::LinkError;
use super::wire::{Reader, Writer};
use crate::document::*;
use crate::id::{DivisionId, ValueId};

/// The fields of each kind of row, in the order of their bits and numbers. New ones come at the end of a kind's.
pub(super) const WORKSPACE: &[FieldName] = &[FieldName::WorkspaceName];
pub(super) const DIVISION: &[FieldName] = &[FieldName::DivisionName];
pub(super) const VALUE: &[FieldName] = &[
    FieldName::ValuePursued,
    FieldName::ValueCost,
    FieldName::ValueExample,
    FieldName::ValueReversal,
    FieldName::ValueAdopted,
    FieldName::ValueMust,
    FieldName::ValuePursuedWhole,
    FieldName::ValueCostWhole,
];
pub(super) const REQUEST: &[FieldName] = &[
    FieldName::RequestTitle,
    FieldName::RequestDate,
    FieldName::RequestOrigin,
    FieldName::RequestDetail,
    FieldName::RequestMust,
];
pub(super) const RATER: &[FieldName] = &[FieldName::RaterDivision, FieldName::RaterName, FieldName::RaterNamed];
pub(super) const STANCE: &[FieldName] = &[FieldName::StancePursued, FieldName::StanceCost, FieldName::StanceTooDear];
pub(super) const DECISION: &[FieldName] =
    &[FieldName::DecisionOutcome, FieldName::DecisionValue, FieldName::DecisionReason, FieldName::DecisionTerms];
pub(super) const SAME_GOOD: &[FieldName] = &[FieldName::SameGoodSame];

pub(super) fn fields_of(key: &Key) -> &'static [FieldName] {
    match key {
        Key::Workspace => WORKSPACE,
        Key::Division(_) => DIVISION,
        Key::Value(_) => VALUE,
        Key::Request(_) => REQUEST,
        Key::Rater(_) => RATER,
        Key::Stance(_) => STANCE,
        Key::Decision(_) => DECISION,
        Key::Reveal(_) | Key::Taken(_) => &[],
        Key::SameGood(_) => SAME_GOOD,
    }
}

const REVERSALS: [Option<Reversal>; 3] = [None, Some(Reversal::RealChoice), Some(Reversal::NobodyWould)];
pub(super) const EFFECTS: [Option<Effect>; 4] = [None, Some(Effect::Minus), Some(Effect::Zero), Some(Effect::Plus)];
const OUTCOMES: [Outcome; 5] = [Outcome::Open, Outcome::Yes, Outcome::YesIf, Outcome::PassOn, Outcome::No];
const DEMANDS: [Option<Demand>; 3] = [None, Some(Demand::Required), Some(Demand::Forbidden)];

/// The number of a choice; the tables above have all of them.
pub(super) fn number_of<T: PartialEq>(choices: &[T], choice: &T) -> u32 {
    choices.iter().position(|other| other == choice).map_or(0, |place| place as u32)
}

/// Takes a choice; one that the table does not have is a newer version's.
fn choice<T: Copy>(choices: &[T], reader: &mut Reader<'_>) -> Result<T, LinkError> {
    choices.get(reader.number()? as usize).copied().ok_or(LinkError::Newer)
}

/// Writes a field's content; [`read`] takes it back.
pub(super) fn write(writer: &mut Writer<'_>, field: &Field) {
    match field {
        Field::WorkspaceName(text)
        | Field::DivisionName(text)
        | Field::ValuePursued(text)
        | Field::ValueCost(text)
        | Field::ValueExample(text)
        | Field::RequestTitle(text)
        | Field::RequestDetail(text)
        | Field::RaterName(text)
        | Field::DecisionReason(text)
        | Field::DecisionTerms(text) => writer.text(text),
        Field::ValuePursuedWhole(flag)
        | Field::ValueCostWhole(flag)
        | Field::RaterNamed(flag)
        | Field::StanceTooDear(flag)
        | Field::SameGoodSame(flag) => writer.flag(*flag),
        Field::ValueAdopted(date) => writer.optional(*date, Writer::date),
        Field::ValueReversal(reversal) => writer.number(number_of(&REVERSALS, reversal)),
        Field::ValueMust(source) => writer.optional(source.as_deref(), Writer::text),
        Field::RequestDate(date) => writer.date(*date),
        Field::RequestOrigin(Origin::Incoming(from)) => {
            writer.number(0);
            writer.text(from);
        }
        Field::RequestOrigin(Origin::Own(division)) => {
            writer.number(1);
            writer.reference(division.0);
        }
        Field::RequestMust(must) => {
            writer.number(number_of(&DEMANDS, &must.as_ref().map(|must| must.demand)));
            if let Some(must) = must {
                writer.text(&must.source);
            }
        }
        Field::RaterDivision(division) => writer.reference(division.0),
        Field::StancePursued(effect) | Field::StanceCost(effect) => writer.number(number_of(&EFFECTS, effect)),
        Field::DecisionOutcome(outcome) => writer.number(number_of(&OUTCOMES, outcome)),
        Field::DecisionValue(value) => writer.optional(value.map(|value| value.0), Writer::reference),
    }
}

/// Reads the content of a field.
pub(super) fn read(reader: &mut Reader<'_>, name: FieldName) -> Result<Field, LinkError> {
    Ok(match name {
        FieldName::WorkspaceName => Field::WorkspaceName(reader.text()?),
        FieldName::DivisionName => Field::DivisionName(reader.text()?),
        FieldName::ValuePursued => Field::ValuePursued(reader.text()?),
        FieldName::ValueCost => Field::ValueCost(reader.text()?),
        FieldName::ValueExample => Field::ValueExample(reader.text()?),
        FieldName::RequestTitle => Field::RequestTitle(reader.text()?),
        FieldName::RequestDetail => Field::RequestDetail(reader.text()?),
        FieldName::RaterName => Field::RaterName(reader.text()?),
        FieldName::DecisionReason => Field::DecisionReason(reader.text()?),
        FieldName::DecisionTerms => Field::DecisionTerms(reader.text()?),
        FieldName::ValuePursuedWhole => Field::ValuePursuedWhole(reader.flag()?),
        FieldName::ValueCostWhole => Field::ValueCostWhole(reader.flag()?),
        FieldName::RaterNamed => Field::RaterNamed(reader.flag()?),
        FieldName::StanceTooDear => Field::StanceTooDear(reader.flag()?),
        FieldName::SameGoodSame => Field::SameGoodSame(reader.flag()?),
        FieldName::ValueAdopted => Field::ValueAdopted(reader.optional(Reader::date)?),
        FieldName::ValueReversal => Field::ValueReversal(choice(&REVERSALS, reader)?),
        FieldName::ValueMust => Field::ValueMust(reader.optional(Reader::text)?),
        FieldName::RequestDate => Field::RequestDate(reader.date()?),
        FieldName::RequestOrigin => Field::RequestOrigin(match reader.number()? {
            0 => Origin::Incoming(reader.text()?),
            1 => Origin::Own(DivisionId(reader.reference()?)),
            _ => return Err(LinkError::Newer),
        }),
        FieldName::RequestMust => Field::RequestMust(match choice(&DEMANDS, reader)? {
            None => None,
            Some(demand) => Some(Must { demand, source: reader.text()? }),
        }),
        FieldName::RaterDivision => Field::RaterDivision(DivisionId(reader.reference()?)),
        FieldName::StancePursued => Field::StancePursued(choice(&EFFECTS, reader)?),
        FieldName::StanceCost => Field::StanceCost(choice(&EFFECTS, reader)?),
        FieldName::DecisionOutcome => Field::DecisionOutcome(choice(&OUTCOMES, reader)?),
        FieldName::DecisionValue => Field::DecisionValue(reader.optional(Reader::reference)?.map(ValueId)),
    })
}
