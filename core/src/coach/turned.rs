//! The reversal test: the sentence turned round, and whether to ask about it.

use super::phrase::{mid, one_line, start};
use super::{Kind, advice};
use crate::document::{Document, Reversal, Value};
use crate::id::ValueId;

/// Where a value stands with the question whether a sensible team could choose its reverse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReversalTest {
    /// There is nothing to ask: a side is empty, it is a must, or the words do not name two goods yet.
    NotYet,
    /// To be asked, with the sentence [`turned`] round.
    Ask,
    /// Answered.
    Answered(Reversal),
}

/// Where the value stands with the reversal test.
pub fn reversal_test(document: &Document, id: ValueId) -> ReversalTest {
    match document.value(id) {
        Some(value) if !value.is_in_play() => ReversalTest::NotYet,
        Some(Value { reversal: Some(answer), .. }) => ReversalTest::Answered(*answer),
        _ if advice(document, id).iter().any(|advice| advice.kind == Kind::Reversal) => ReversalTest::Ask,
        _ => ReversalTest::NotYet,
    }
}

/// The value turned round: what would be pursued, then what it would cost, each spelt for its place in the sentence.
pub fn turned(value: &Value) -> (String, String) {
    (start(&one_line(&value.cost.text)), mid(&one_line(&value.pursued.text)))
}
