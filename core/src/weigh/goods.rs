//! Which goods the sides of values name, as far as weighing needs it.

use std::collections::BTreeSet;

use crate::document::{Document, Place, Value};
use crate::good::{Good, wordings};

/// The goods of a side.
pub(super) type Goods = BTreeSet<Good>;

/// The goods that the value's side at that place names.
pub(super) fn named(_document: &Document, value: &Value, place: Place) -> Goods {
    wordings(value.side(place)).into_iter().filter_map(Good::fold).collect()
}

/// Whether both sides name exactly the same goods, and any.
pub(super) fn are_same(a: &Goods, b: &Goods) -> bool {
    !a.is_empty() && a == b
}

/// Whether the sides have any good in common.
pub(super) fn share(a: &Goods, b: &Goods) -> bool {
    !a.is_disjoint(b)
}
