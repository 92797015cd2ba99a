//! The fields of rows: what a change sets, what merging compares and what a screen listens to.

use super::rows::*;
use crate::date::Date;
use crate::id::DivisionId;

/// Declares every field that can be set, once; reading, writing and listing them follow.
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

fields! {
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
    DecisionValue(Option<crate::id::ValueId>) = Decision.value;
    /// A decision's reason.
    DecisionReason(String) = Decision.reason;
    /// The terms of a "yes, if", or the team that a request is passed to.
    DecisionTerms(String) = Decision.terms;
    /// Whether two wordings mean the same.
    SameGoodSame(bool) = SameGood.same;
}

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
    /// The row that has to exist for this content to make sense.
    pub fn needs(&self) -> Option<Key> {
        match *self {
            Self::RequestOrigin(Origin::Own(division)) | Self::RaterDivision(division) => Some(Key::Division(division)),
            Self::DecisionValue(Some(value)) => Some(Key::Value(value)),
            _ => None,
        }
    }
}
