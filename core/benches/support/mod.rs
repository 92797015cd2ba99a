//! Documents to measure with: always the same.
#![allow(dead_code, missing_docs, reason = "each benchmark uses its own part")]

use evencost_core::document::{Division, Document, Row, Value};
use evencost_core::edit::{Change, Edit, apply};
use evencost_core::id::{DivisionId, Id, Ids, Replica, ValueId};

/// How many goods the divisions of a document choose from.
const GOODS: u64 = 300;

/// Numbers that look random and are the same at every run (Knuth's constants for 64 bits).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A good as people write one: two or three words.
fn good(number: u64) -> String {
    let kinds = ["growth", "quality", "services", "focus", "experience", "trust"];
    let what = ["customer", "team", "product", "learning", "regional"];
    let (kind, what) = (kinds[number as usize % kinds.len()], what[number as usize / kinds.len() % what.len()]);
    format!("{what} {kind} no {}", number / 30)
}

/// A document of that many divisions with that many values each, over 300 goods; one side in six names two.
pub fn document(divisions: usize, values: usize) -> Document {
    let (mut numbers, mut ids) = (Numbers(7), Ids::new(Replica::new(1)));
    let mut changes = Vec::new();
    let mut last: Option<Id> = None;
    for place in 0..divisions {
        let division: DivisionId = ids.fresh();
        let row = Row::from(Division::new(division, format!("Division {place}")));
        changes.push(Change::Insert { row, predecessor: last.replace(division.0) });
        let mut last: Option<Id> = None;
        for _ in 0..values {
            let id: ValueId = ids.fresh();
            let mut side = || {
                let one = good(numbers.below(GOODS));
                if numbers.below(6) == 0 { format!("{one} and {}", good(numbers.below(GOODS))) } else { one }
            };
            let value = Value::new(id, division, side(), side());
            changes.push(Change::Insert { row: value.into(), predecessor: last.replace(id.0) });
        }
    }
    let mut document = Document::default();
    assert!(apply(&mut document, Edit { changes }).skipped.is_empty(), "the benchmark's document can be made");
    document
}
