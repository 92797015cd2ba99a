//! The content of fields, and which fields a row of each kind has: frozen numbers for what the document names.

use super::LinkError;
use super::wire::{Reader, Writer};
use crate::compare::Kind;
use crate::date::Date;
use crate::document::*;
use crate::id::{CustomerId, DivisionId, LaneId, SnapshotId, TalkId, ValueId};

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
    FieldName::ValueOrigin,
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

pub(super) const OUTPUT: &[FieldName] = &[
    FieldName::OutputDivision,
    FieldName::OutputName,
    FieldName::OutputOrderable,
    FieldName::OutputAsks,
    FieldName::OutputTakes,
];
pub(super) const CUSTOMER: &[FieldName] = &[
    FieldName::CustomerDivision,
    FieldName::CustomerName,
    FieldName::CustomerNeeds,
    FieldName::CustomerFears,
    FieldName::CustomerReview,
    FieldName::CustomerPartner,
];
pub(super) const LANE: &[FieldName] =
    &[FieldName::LaneCustomer, FieldName::LaneCircumstance, FieldName::LaneService, FieldName::LaneHours];
pub(super) const PLACEMENT: &[FieldName] =
    &[FieldName::PlacementLane, FieldName::PlacementService, FieldName::PlacementReason];
pub(super) const ROUTINE: &[FieldName] = &[
    FieldName::RoutineDivision,
    FieldName::RoutineName,
    FieldName::RoutineMinutes,
    FieldName::RoutineTimes,
    FieldName::RoutinePer,
    FieldName::RoutineStage,
    FieldName::RoutineAfter,
    FieldName::RoutineEffort,
    FieldName::RoutineObstacle,
    FieldName::RoutineGoesTo,
];
pub(super) const SNAPSHOT: &[FieldName] =
    &[FieldName::SnapshotA, FieldName::SnapshotB, FieldName::SnapshotDate, FieldName::SnapshotSeen];
pub(super) const TALK: &[FieldName] =
    &[FieldName::TalkA, FieldName::TalkB, FieldName::TalkDate, FieldName::TalkBefore, FieldName::TalkAfter];
pub(super) const POINT: &[FieldName] = &[
    FieldName::PointTalk,
    FieldName::PointSubject,
    FieldName::PointOurs,
    FieldName::PointTheirs,
    FieldName::PointQuestion,
    FieldName::PointMinutes,
    FieldName::PointNotes,
    FieldName::PointAgreed,
    FieldName::PointTerms,
    FieldName::PointPursued,
    FieldName::PointCost,
];

pub(super) fn fields_of(key: &Key) -> &'static [FieldName] {
    match key {
        Key::Workspace => WORKSPACE,
        Key::Division(_) => DIVISION,
        Key::Value(_) => VALUE,
        Key::Request(_) => REQUEST,
        Key::Rater(_) => RATER,
        Key::Stance(_) => STANCE,
        Key::Decision(_) => DECISION,
        Key::Output(_) => OUTPUT,
        Key::Customer(_) => CUSTOMER,
        Key::Lane(_) => LANE,
        Key::Routine(_) => ROUTINE,
        Key::Snapshot(_) => SNAPSHOT,
        Key::Talk(_) => TALK,
        Key::Point(_) => POINT,
        Key::Placement(_) => PLACEMENT,
        Key::Reveal(_) | Key::Use(_) | Key::Taken(_) => &[],
        Key::SameGood(_) => SAME_GOOD,
    }
}

/// How content of one type is spelt. Two fields of one type are spelt alike.
trait Spelt: Sized {
    fn write(&self, writer: &mut Writer<'_>);
    fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError>;
}

/// The number of a choice; the tables below have all of them.
pub(super) fn number_of<T: PartialEq>(choices: &[T], choice: &T) -> u32 {
    choices.iter().position(|other| other == choice).map_or(0, |place| place as u32)
}

/// Takes a choice; one that the table does not have is a newer version's.
fn choice<T: Copy>(choices: &[T], reader: &mut Reader<'_>) -> Result<T, LinkError> {
    choices.get(reader.number()? as usize).copied().ok_or(LinkError::Newer)
}

/// Content that is one of a few: its place in the table is frozen.
macro_rules! choices {
    ($($table:ident: $type:ty = [$($choice:expr),*];)*) => {$(
        pub(super) const $table: &[$type] = &[$($choice),*];

        impl Spelt for $type {
            fn write(&self, writer: &mut Writer<'_>) {
                writer.number(number_of($table, self));
            }

            fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
                choice($table, reader)
            }
        }
    )*};
}

choices! {
    REVERSALS: Option<Reversal> = [None, Some(Reversal::RealChoice), Some(Reversal::NobodyWould)];
    EFFECTS: Option<Effect> = [None, Some(Effect::Minus), Some(Effect::Zero), Some(Effect::Plus)];
    OUTCOMES: Outcome = [Outcome::Open, Outcome::Yes, Outcome::YesIf, Outcome::PassOn, Outcome::No];
    SERVICES: Service = [Service::QuickOrder, Service::Partnership];
    OTHER_SERVICES: Option<Service> = [None, Some(Service::QuickOrder), Some(Service::Partnership)];
    PERIODS: Period = [Period::Week, Period::Month, Period::Quarter, Period::Year];
    STAGES: Stage = [Stage::Manual, Stage::Simplified, Stage::SelfServe, Stage::Automated];
    AGREED: Agreed = [Agreed::Open, Agreed::Adopted, Agreed::Exception, Agreed::Differ, Agreed::Parked];
    KINDS: Kind = [
        Kind::Reversed,
        Kind::ReversedThroughOthers,
        Kind::Shared,
        Kind::Exposed,
        Kind::SameAim,
        Kind::SamePrice,
        Kind::Alone
    ];
}

const DEMANDS: [Option<Demand>; 3] = [None, Some(Demand::Required), Some(Demand::Forbidden)];

impl Spelt for String {
    fn write(&self, writer: &mut Writer<'_>) {
        writer.text(self);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
        reader.text()
    }
}

impl Spelt for bool {
    fn write(&self, writer: &mut Writer<'_>) {
        writer.flag(*self);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
        reader.flag()
    }
}

impl Spelt for u32 {
    fn write(&self, writer: &mut Writer<'_>) {
        writer.number(*self);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
        reader.number()
    }
}

impl Spelt for Date {
    fn write(&self, writer: &mut Writer<'_>) {
        writer.date(*self);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
        reader.date()
    }
}

/// Content that may be missing.
macro_rules! optional {
    ($($type:ty),*) => {$(
        impl Spelt for Option<$type> {
            fn write(&self, writer: &mut Writer<'_>) {
                writer.optional(self.as_ref(), |writer, some| some.write(writer));
            }

            fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
                reader.optional(<$type>::read)
            }
        }
    )*};
}

/// The id of a row that stands elsewhere.
macro_rules! references {
    ($($type:ident),*) => {$(
        impl Spelt for $type {
            fn write(&self, writer: &mut Writer<'_>) {
                writer.reference(self.0);
            }

            fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
                reader.reference().map(Self)
            }
        }
    )*};
}

references!(DivisionId, ValueId, CustomerId, LaneId, SnapshotId, TalkId);
optional!(String, u32, Date, DivisionId, ValueId, CustomerId, LaneId, SnapshotId);

impl Spelt for Origin {
    fn write(&self, writer: &mut Writer<'_>) {
        match self {
            Self::Incoming(from) => {
                writer.number(0);
                writer.text(from);
            }
            Self::Own(division) => {
                writer.number(1);
                writer.reference(division.0);
            }
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
        match reader.number()? {
            0 => Ok(Self::Incoming(reader.text()?)),
            1 => Ok(Self::Own(DivisionId(reader.reference()?))),
            _ => Err(LinkError::Newer),
        }
    }
}

impl Spelt for Option<Must> {
    fn write(&self, writer: &mut Writer<'_>) {
        writer.number(number_of(&DEMANDS, &self.as_ref().map(|must| must.demand)));
        if let Some(must) = self {
            writer.text(&must.source);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
        match choice(&DEMANDS, reader)? {
            None => Ok(None),
            Some(demand) => Ok(Some(Must { demand, source: reader.text()? })),
        }
    }
}

impl Spelt for Seen {
    fn write(&self, writer: &mut Writer<'_>) {
        for values in &self.values {
            list(writer, values, |writer, value| {
                value.id.write(writer);
                value.pursued.write(writer);
                value.cost.write(writer);
            });
        }
        list(writer, &self.relations, |writer, relation| {
            relation.kind.write(writer);
            for places in [&relation.a, &relation.b] {
                list(writer, places, |writer, place| place.write(writer));
            }
        });
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, LinkError> {
        let mut values = || {
            read_list(reader, |reader| {
                Ok(SeenValue { id: ValueId::read(reader)?, pursued: reader.text()?, cost: reader.text()? })
            })
        };
        let values = [values()?, values()?];
        let relations = read_list(reader, |reader| {
            let kind = Kind::read(reader)?;
            let mut places = || read_list(reader, |reader| reader.number());
            Ok(SeenRelation { kind, a: places()?, b: places()? })
        })?;
        let seen = Self { values, relations };
        if seen.is_sound() { Ok(seen) } else { Err(LinkError::Malformed) }
    }
}

fn list<T>(writer: &mut Writer<'_>, items: &[T], write: impl Fn(&mut Writer<'_>, &T)) {
    writer.count(items.len());
    for item in items {
        write(writer, item);
    }
}

/// Reads as many as there are numbers for: a count alone reserves nothing.
fn read_list<T>(
    reader: &mut Reader<'_>,
    read: impl Fn(&mut Reader<'_>) -> Result<T, LinkError>,
) -> Result<Vec<T>, LinkError> {
    let count = reader.number()?;
    (0..count).map(|_| read(reader)).collect()
}

macro_rules! spelling {
    ($($(#[$doc:meta])* $field:ident($type:ty) = $row:ident.$($path:ident).+;)*) => {
        /// Writes a field's content; [`read`] takes it back.
        pub(super) fn write(writer: &mut Writer<'_>, field: &Field) {
            match field {
                $(Field::$field(content) => content.write(writer),)*
            }
        }

        /// Reads the content of a field.
        pub(super) fn read(reader: &mut Reader<'_>, name: FieldName) -> Result<Field, LinkError> {
            match name {
                $(FieldName::$field => <$type>::read(reader).map(Field::$field),)*
            }
        }
    };
}

for_all_fields!(spelling);
