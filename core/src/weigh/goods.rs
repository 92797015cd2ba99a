//! Which goods the sides of values name, as far as weighing needs it.

use std::collections::BTreeSet;

use crate::document::{Document, Place, Value};
use crate::good::{Good, goods};

/// The goods of a document's values. Made once for many requests.
pub(super) struct Goods<'d> {
    document: &'d Document,
}

impl<'d> Goods<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self { document }
    }

    pub(super) fn document(&self) -> &'d Document {
        self.document
    }

    /// The goods that the value's side at that place names.
    fn named(&self, value: &Value, place: Place) -> BTreeSet<Good> {
        goods(value.side(place)).into_iter().collect()
    }

    /// Whether the two sides name exactly the same goods, and any.
    pub(super) fn are_same(&self, a: (&Value, Place), b: (&Value, Place)) -> bool {
        let goods = self.named(a.0, a.1);
        !goods.is_empty() && goods == self.named(b.0, b.1)
    }

    /// Whether the two sides have any good in common.
    pub(super) fn share(&self, a: (&Value, Place), b: (&Value, Place)) -> bool {
        !self.named(a.0, a.1).is_disjoint(&self.named(b.0, b.1))
    }
}
