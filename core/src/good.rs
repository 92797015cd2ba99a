//! Goods: what a side of a value names, and when two wordings name the same.

use crate::document::Side;

/// A good, folded so that equal goods compare equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Good(String);

impl Good {
    /// Folds the words of one good; `None` when nothing is left of them.
    pub fn fold(words: &str) -> Option<Self> {
        let words = words.trim().to_lowercase();
        (!words.is_empty()).then_some(Self(words))
    }
}

/// The wordings of the goods that a side names, as written, in order.
pub fn wordings(side: &Side) -> Vec<&str> {
    let text = side.text.trim();
    if text.is_empty() { Vec::new() } else { vec![text] }
}
