//! Divisions with values, from sentences.

use evencost_core::compare::{Comparison, Index, Suggest};
use evencost_core::document::*;
use evencost_core::edit::{self, apply};
use evencost_core::id::{DivisionId, Ids, ValueId};

/// A document of divisions called A, B and so on.
pub struct Sets {
    pub document: Document,
    pub divisions: Vec<DivisionId>,
    pub ids: Ids,
}

impl Sets {
    /// One division for each set of sentences.
    pub fn of(sets: &[&[(&str, &str)]]) -> Self {
        let mut room = Self { document: Document::default(), divisions: Vec::new(), ids: super::ids() };
        for (place, set) in (b'A'..).zip(sets) {
            room.add(&char::from(place).to_string(), set);
        }
        room
    }

    pub fn owned(sets: &[Vec<(String, String)>]) -> Self {
        let sets: Vec<Vec<(&str, &str)>> =
            sets.iter().map(|set| set.iter().map(|(pursued, cost)| (&**pursued, &**cost)).collect()).collect();
        Self::of(&sets.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    pub fn add(&mut self, name: &str, set: &[(&str, &str)]) -> DivisionId {
        let division = Division::new(self.ids.fresh(), name);
        let id = division.id;
        self.divisions.push(id);
        self.append(division);
        for (pursued, cost) in set {
            let value = Value::new(self.ids.fresh(), id, *pursued, *cost);
            self.append(value);
        }
        id
    }

    pub fn append(&mut self, row: impl Into<Row>) {
        let edit = edit::append(&self.document, row);
        let applied = apply(&mut self.document, edit);
        assert!(applied.skipped.is_empty(), "{:?}", applied.skipped);
    }

    /// Declares two wordings the same, or not.
    pub fn declare(&mut self, a: Wording, b: Wording, same: bool) {
        self.append(SameGood { pair: WordingPair::new(a, b), same });
    }

    /// All values, in order.
    pub fn values(&self) -> Vec<ValueId> {
        self.document.divisions().flat_map(|row| self.document.values_of(row.id)).map(|value| value.id).collect()
    }

    /// The first two divisions.
    pub fn compare(&self, source: &dyn Suggest) -> Comparison {
        let index = Index::new(&self.document);
        index.compare(self.divisions[0], self.divisions[1], source).expect("both are there")
    }

    pub fn sentences(&self, values: &[ValueId]) -> Vec<String> {
        let sentence = |id: &ValueId| {
            let value = self.document.value(*id).expect("it is there");
            format!("{} > {}", value.pursued.text, value.cost.text)
        };
        values.iter().map(sentence).collect()
    }
}
