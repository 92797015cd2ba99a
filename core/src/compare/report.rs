//! The comparison report as JSON, for other programs.
//!
//! ```json
//! {"format": "evencost-report", "version": 1, "pairs": [
//!   {"a": "The Ready", "b": "Husney", "counts": {"reversed": 1, …}, "apart": 1.0, "together": 0.0, "relations": [
//!     {"kind": "reversed",
//!      "a": [{"pursued": "Mobile experience", "cost": "desktop experience"}],
//!      "b": [{"pursued": "Desktop experience", "cost": "mobile experience"}],
//!      "path": null, "confirmed": true, "similarity": null}]}]}
//! ```
//! - `similarity` is how near in meaning the words are that a suggested relation rests on, null where meaning plays no part.
//!   A suggested relation whose two readings are close has `"check_direction": true`: same topic, and people tell the rest.
//! - `counts` names every kind and counts what is confirmed; suggested relations stand in the list alone.
//! - `apart` and `together` are shares, `0..=1`, of the values with a counterpart; null without any.
//! - `path` lists the goods on the way round, each once: down A's chain, up B's.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::document::{Division, Document};
use crate::id::{DivisionId, ValueId};
use crate::text::json::REPORT_FORMAT;

use super::index::Index;
use super::kind::{Counts, Kind};
use super::pair::Relation;
use super::suggest::Suggest;

const VERSION: u64 = 1;

/// How much is said of each pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Counts alone.
    Summary,
    /// All relations.
    Relations,
}

/// A report on pairs of divisions. Each pair is compared only when it is written, so that a report on all of many
/// divisions needs no more room than its largest pair.
pub struct Report<'r, 'd> {
    index: &'r Index<'d>,
    pairs: Vec<(DivisionId, DivisionId)>,
    source: &'r dyn Suggest,
    depth: Depth,
}

impl<'r, 'd> Report<'r, 'd> {
    /// Reports on all pairs, each once.
    pub fn on_all(index: &'r Index<'d>, source: &'r dyn Suggest, depth: Depth) -> Self {
        let ids: Vec<DivisionId> = index.document.divisions().map(|division| division.id).collect();
        let pairs = ids.iter().enumerate().flat_map(|(place, &a)| ids[place + 1..].iter().map(move |&b| (a, b)));
        Self { index, pairs: pairs.collect(), source, depth }
    }

    /// Reports on one pair.
    pub fn on(index: &'r Index<'d>, a: DivisionId, b: DivisionId, source: &'r dyn Suggest, depth: Depth) -> Self {
        Self { index, pairs: vec![(a, b)], source, depth }
    }

    /// The report's text.
    pub fn json(&self) -> String {
        #[expect(clippy::expect_used, reason = "text, numbers and lists can be written, and memory takes them")]
        let mut text = serde_json::to_string_pretty(self).expect("a report can be written");
        text.push('\n');
        text
    }
}

impl Serialize for Report<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 3)?;
        report.serialize_field("format", REPORT_FORMAT)?;
        report.serialize_field("version", &VERSION)?;
        report.serialize_field("pairs", &Pairs(self))?;
        report.end()
    }
}

/// Compares while it is written.
struct Pairs<'p, 'r, 'd>(&'p Report<'r, 'd>);

impl Serialize for Pairs<'_, '_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pairs = self.0.pairs.iter();
        serializer.collect_seq(pairs.filter_map(|&(a, b)| self.0.pair(a, b)))
    }
}

impl<'d> Report<'_, 'd> {
    fn pair(&self, a: DivisionId, b: DivisionId) -> Option<Pair<'d>> {
        let document = self.index.document;
        let (summary, relations) = match self.depth {
            Depth::Summary => (self.index.summary(a, b)?, None),
            Depth::Relations => {
                let comparison = self.index.compare(a, b, self.source)?;
                let lines = comparison.relations.into_iter().map(|relation| line(document, &relation));
                (comparison.summary, Some(lines.collect()))
            }
        };
        let name = |id| document.division(id).map_or("", Division::display_name);
        Some(Pair {
            a: name(a),
            b: name(b),
            counts: summary.counts,
            apart: summary.apart(),
            together: summary.together(),
            relations,
        })
    }
}

#[derive(Serialize)]
struct Pair<'d> {
    a: &'d str,
    b: &'d str,
    counts: Counts,
    apart: Option<f64>,
    together: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relations: Option<Vec<Line<'d>>>,
}

#[derive(Serialize)]
struct Line<'d> {
    kind: &'static str,
    a: Vec<Sentence<'d>>,
    b: Vec<Sentence<'d>>,
    path: Option<Vec<String>>,
    confirmed: bool,
    similarity: Option<f32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    check_direction: bool,
}

#[derive(Serialize)]
struct Sentence<'d> {
    pursued: &'d str,
    cost: &'d str,
}

fn line<'d>(document: &'d Document, relation: &Relation) -> Line<'d> {
    let sentence = |&id: &ValueId| {
        let value = document.value(id)?;
        Some(Sentence { pursued: value.pursued.text.trim(), cost: value.cost.text.trim() })
    };
    Line {
        kind: relation.kind.key(),
        a: relation.a.iter().filter_map(sentence).collect(),
        b: relation.b.iter().filter_map(sentence).collect(),
        path: relation.path.as_ref().map(|path| path.goods().map(str::to_owned).collect()),
        confirmed: relation.confirmed,
        similarity: relation.similarity(),
        check_direction: relation.unsure,
    }
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Kind::ALL.into_iter().map(|kind| (kind.key(), self.of(kind))))
    }
}
