//! The reversal test: the sentence turned round.

use super::phrase::{mid, one_line, start};
use crate::document::Value;

/// The value turned round: what would be pursued, then what it would cost, each spelt for its place in the sentence.
pub fn turned(value: &Value) -> (String, String) {
    (start(&one_line(&value.cost.text)), mid(&one_line(&value.pursued.text)))
}
