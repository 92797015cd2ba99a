//! The fields of rows: what a change sets, what merging compares and what a screen listens to.

use super::rows::*;
use super::service::*;
use super::talk::*;
use crate::date::Date;
use crate::id::{CustomerId, DivisionId, LaneId, SnapshotId, TalkId, ValueId};

/// Hands the list of all fields to a macro: each with its type, its kind of row and where it stands in it.
macro_rules! for_all_fields {
    ($make:ident) => {
        $make! {
            /// The workspace's name.
            WorkspaceName(String) = Workspace.name;
            /// A division's name.
            DivisionName(String) = Division.name;
            /// What a value pursues.
            ValuePursued(String) = Value.pursued.text;
            /// Whether the pursued side is one good.
            ValuePursuedWhole(bool) = Value.pursued.whole;
            /// What a value gives up.
            ValueCost(String) = Value.cost.text;
            /// Whether the cost is one good.
            ValueCostWhole(bool) = Value.cost.whole;
            /// When a value was adopted.
            ValueAdopted(Option<Date>) = Value.adopted;
            /// What a value looked like once.
            ValueExample(String) = Value.example;
            /// The answer to the reversal test.
            ValueReversal(Option<Reversal>) = Value.reversal;
            /// Whether a value is a must, and its source.
            ValueMust(Option<String>) = Value.must;
            /// A request's title.
            RequestTitle(String) = Request.title;
            /// A request's detail.
            RequestDetail(String) = Request.detail;
            /// A request's date.
            RequestDate(Date) = Request.date;
            /// Where a request comes from.
            RequestOrigin(Origin) = Request.origin;
            /// Whether law, contract or safety settles a request.
            RequestMust(Option<Must>) = Request.must;
            /// A rater's name.
            RaterName(String) = Rater.name;
            /// The division that a rater answers for.
            RaterDivision(DivisionId) = Rater.division;
            /// Whether a rater's name may be shown.
            RaterNamed(bool) = Rater.named;
            /// A stance's effect on the pursued side.
            StancePursued(Option<Effect>) = Stance.pursued;
            /// A stance's effect on the cost.
            StanceCost(Option<Effect>) = Stance.cost;
            /// Whether a stance calls the price too dear.
            StanceTooDear(bool) = Stance.too_dear;
            /// A decision's outcome.
            DecisionOutcome(Outcome) = Decision.outcome;
            /// The value that decided.
            DecisionValue(Option<ValueId>) = Decision.value;
            /// A decision's reason.
            DecisionReason(String) = Decision.reason;
            /// The terms of a "yes, if", or the team that a request is passed to.
            DecisionTerms(String) = Decision.terms;
            /// Whether two wordings mean the same.
            SameGoodSame(bool) = SameGood.same;
            /// Where a value comes from, if from a talk.
            ValueOrigin(String) = Value.origin;
            /// Whose output it is.
            OutputDivision(DivisionId) = Output.division;
            /// An output's name.
            OutputName(String) = Output.name;
            /// Whether an output stands on the menu.
            OutputOrderable(bool) = Output.orderable;
            /// What whoever orders an output has to bring.
            OutputAsks(String) = Output.asks;
            /// How long an output takes.
            OutputTakes(String) = Output.takes;
            /// Whose customer it is.
            CustomerDivision(DivisionId) = Customer.division;
            /// A customer's name.
            CustomerName(String) = Customer.name;
            /// What a customer needs.
            CustomerNeeds(String) = Customer.needs;
            /// What a customer fears.
            CustomerFears(String) = Customer.fears;
            /// When a customer's description is to be looked at again.
            CustomerReview(Option<Date>) = Customer.review;
            /// The division that a customer is.
            CustomerPartner(Option<DivisionId>) = Customer.partner;
            /// Who wants a lane.
            LaneCustomer(CustomerId) = Lane.customer;
            /// When they want it so.
            LaneCircumstance(String) = Lane.circumstance;
            /// How they want to be served.
            LaneService(Service) = Lane.service;
            /// Hours a month that are set aside for a lane.
            LaneHours(u32) = Lane.hours;
            /// Who asks, in which circumstance.
            PlacementLane(Option<LaneId>) = Placement.lane;
            /// How a request is served where that differs from its lane.
            PlacementService(Option<Service>) = Placement.service;
            /// Why it differs.
            PlacementReason(String) = Placement.reason;
            /// Whose routine task it is.
            RoutineDivision(DivisionId) = Routine.division;
            /// A routine task's name.
            RoutineName(String) = Routine.name;
            /// Minutes that a routine task takes by hand.
            RoutineMinutes(u32) = Routine.minutes;
            /// How many times a period it comes.
            RoutineTimes(u32) = Routine.times;
            /// The period that its times count in.
            RoutinePer(Period) = Routine.per;
            /// How far it has come.
            RoutineStage(Stage) = Routine.stage;
            /// Minutes that are left of it once it is no longer by hand.
            RoutineAfter(Option<u32>) = Routine.after;
            /// Hours that it takes to get there.
            RoutineEffort(Option<u32>) = Routine.effort;
            /// What stands in the way.
            RoutineObstacle(String) = Routine.obstacle;
            /// Whose partnership the freed time goes to.
            RoutineGoesTo(Option<CustomerId>) = Routine.goes_to;
            /// The one division of a snapshot.
            SnapshotA(DivisionId) = Snapshot.a;
            /// The other.
            SnapshotB(DivisionId) = Snapshot.b;
            /// A snapshot's day.
            SnapshotDate(Date) = Snapshot.date;
            /// What a snapshot saw.
            SnapshotSeen(Seen) = Snapshot.seen;
            /// Who prepared a talk.
            TalkA(DivisionId) = Talk.a;
            /// Whom they meet.
            TalkB(DivisionId) = Talk.b;
            /// A talk's day.
            TalkDate(Date) = Talk.date;
            /// How the two stood before a talk.
            TalkBefore(Option<SnapshotId>) = Talk.before;
            /// How they stood after it.
            TalkAfter(Option<SnapshotId>) = Talk.after;
            /// The talk that a point belongs to.
            PointTalk(TalkId) = Point.talk;
            /// What a point is about.
            PointSubject(String) = Point.subject;
            /// A's sentences of a point.
            PointOurs(String) = Point.ours;
            /// B's sentences of a point.
            PointTheirs(String) = Point.theirs;
            /// A point's question.
            PointQuestion(String) = Point.question;
            /// Minutes set aside for a point.
            PointMinutes(u32) = Point.minutes;
            /// What was said on a point.
            PointNotes(String) = Point.notes;
            /// What came of a point.
            PointAgreed(Agreed) = Point.agreed;
            /// A point's exception, who decides, or until when it is put off.
            PointTerms(String) = Point.terms;
            /// What both pursue.
            PointPursued(String) = Point.pursued;
            /// What both give up for it.
            PointCost(String) = Point.cost;
        }
    };
}

pub(crate) use for_all_fields;

/// Declares every field that can be set; reading, writing and listing them follow.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident($type:ty) = $row:ident.$($path:ident).+;)*) => {
        /// A field's content, with the name of the field.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Field {
            $($(#[$doc])* $field($type),)*
        }

        /// The name of a field.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FieldName {
            $($(#[$doc])* $field,)*
        }

        impl Field {
            /// Which field it is the content of.
            pub fn name(&self) -> FieldName {
                match self {
                    $(Self::$field(_) => FieldName::$field,)*
                }
            }
        }

        impl Row {
            /// The content of the field; `None` when this kind of row has no such field.
            pub fn field(&self, name: FieldName) -> Option<Field> {
                match (self, name) {
                    $((Self::$row(row), FieldName::$field) => Some(Field::$field(row.$($path).+.clone())),)*
                    _ => None,
                }
            }

            /// All its fields with their content.
            pub fn fields(&self) -> Vec<Field> {
                [$(FieldName::$field),*].into_iter().filter_map(|name| self.field(name)).collect()
            }

            /// Swaps in the content and hands out what was there; gives it back when this kind of row has no such field.
            pub(crate) fn replace(&mut self, content: Field) -> Result<Field, Field> {
                match (self, content) {
                    $((Self::$row(row), Field::$field(content)) =>
                        Ok(Field::$field(std::mem::replace(&mut row.$($path).+, content))),)*
                    (_, content) => Err(content),
                }
            }
        }
    };
}

for_all_fields!(fields);

/// The field that holds the words of a side.
pub fn side_text(place: Place, text: String) -> Field {
    match place {
        Place::Pursued => Field::ValuePursued(text),
        Place::Cost => Field::ValueCost(text),
    }
}

/// The field that says whether a side is one good.
pub fn side_whole(place: Place, whole: bool) -> Field {
    match place {
        Place::Pursued => Field::ValuePursuedWhole(whole),
        Place::Cost => Field::ValueCostWhole(whole),
    }
}

/// The field that holds a stance's effect on a side.
pub fn stance_effect(place: Place, effect: Option<Effect>) -> Field {
    match place {
        Place::Pursued => Field::StancePursued(effect),
        Place::Cost => Field::StanceCost(effect),
    }
}

impl Field {
    /// The words, where that is all it holds.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::WorkspaceName(text)
            | Self::DivisionName(text)
            | Self::ValuePursued(text)
            | Self::ValueCost(text)
            | Self::ValueExample(text)
            | Self::ValueOrigin(text)
            | Self::RequestTitle(text)
            | Self::RequestDetail(text)
            | Self::RaterName(text)
            | Self::DecisionReason(text)
            | Self::DecisionTerms(text)
            | Self::OutputName(text)
            | Self::OutputAsks(text)
            | Self::OutputTakes(text)
            | Self::CustomerName(text)
            | Self::CustomerNeeds(text)
            | Self::CustomerFears(text)
            | Self::LaneCircumstance(text)
            | Self::PlacementReason(text)
            | Self::RoutineName(text)
            | Self::RoutineObstacle(text)
            | Self::PointSubject(text)
            | Self::PointOurs(text)
            | Self::PointTheirs(text)
            | Self::PointQuestion(text)
            | Self::PointNotes(text)
            | Self::PointTerms(text)
            | Self::PointPursued(text)
            | Self::PointCost(text) => Some(text),
            _ => None,
        }
    }

    /// The row that has to exist for this content to make sense.
    pub fn needs(&self) -> Option<Key> {
        match *self {
            Self::RequestOrigin(Origin::Own(division))
            | Self::RaterDivision(division)
            | Self::OutputDivision(division)
            | Self::CustomerDivision(division)
            | Self::CustomerPartner(Some(division))
            | Self::RoutineDivision(division)
            | Self::SnapshotA(division)
            | Self::SnapshotB(division)
            | Self::TalkA(division)
            | Self::TalkB(division) => Some(Key::Division(division)),
            Self::DecisionValue(Some(value)) => Some(Key::Value(value)),
            Self::LaneCustomer(customer) | Self::RoutineGoesTo(Some(customer)) => Some(Key::Customer(customer)),
            Self::PlacementLane(Some(lane)) => Some(Key::Lane(lane)),
            Self::TalkBefore(Some(snapshot)) | Self::TalkAfter(Some(snapshot)) => Some(Key::Snapshot(snapshot)),
            Self::PointTalk(talk) => Some(Key::Talk(talk)),
            _ => None,
        }
    }
}
