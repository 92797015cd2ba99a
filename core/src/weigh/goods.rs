//! Which goods the sides of values name, as far as weighing needs it: by folding, and by what people decided.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::compare::{GoodId, Sameness};
use crate::document::{Document, Place, Value};

/// The goods of a document's values. Made once for many requests, and looked up only when asked for.
pub(super) struct Goods<'d> {
    document: &'d Document,
    sameness: OnceCell<Sameness<'d>>,
}

impl<'d> Goods<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self { document, sameness: OnceCell::new() }
    }

    pub(super) fn document(&self) -> &'d Document {
        self.document
    }

    /// Whether the two sides name exactly the same goods, and any.
    pub(super) fn are_same(&self, a: (&Value, Place), b: (&Value, Place)) -> bool {
        let goods = self.named(a);
        !goods.is_empty() && goods == self.named(b)
    }

    /// Whether the two sides have any good in common.
    pub(super) fn share(&self, a: (&Value, Place), b: (&Value, Place)) -> bool {
        !self.named(a).is_disjoint(&self.named(b))
    }

    fn named(&self, (value, place): (&Value, Place)) -> BTreeSet<GoodId> {
        let sameness = self.sameness.get_or_init(|| Sameness::new(self.document));
        sameness.named(value, place).iter().map(|named| named.good).collect()
    }
}
