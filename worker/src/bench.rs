//! What `scripts/bench-compare` holds a survey against.

use evencost_core::document::{Document, Place};
use evencost_core::good::wordings;
use evencost_core::meaning::{Lanes, Meaning, Phrase};
use evencost_core::text::json;
use std::collections::BTreeSet;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// So many phrases are held against all others at once, as a division of 12 values has.
const LANES: usize = 24;

/// The phrases of a document's wordings, each once.
#[wasm_bindgen]
pub struct Phrases(Vec<Phrase>);

#[wasm_bindgen]
impl Phrases {
    /// Looks them up.
    ///
    /// # Errors
    /// Fails where the document or the table cannot be read.
    pub fn of(document: &[u8], words: &[u8]) -> Result<Phrases, JsError> {
        let (document, meaning) = (json::read(document)?, Meaning::read(words)?);
        Ok(Self(distinct(&document).iter().filter_map(|words| meaning.phrase(words)).collect()))
    }

    /// Each phrase's parts, one phrase behind the other.
    pub fn parts(&self) -> Vec<f32> {
        self.0.iter().flat_map(|phrase| phrase.parts()).copied().collect()
    }

    /// The bare products of each two of them, each pair once, by the operations that a survey uses; answers the sum of a few
    /// of them, so that none is left out.
    pub fn products(&self) -> f32 {
        let mut lanes = Lanes::default();
        let mut near = vec![0.0; LANES * self.0.len()];
        let mut sum = 0.0;
        for (at, taken) in self.0.chunks(LANES).enumerate() {
            lanes.take(taken.iter());
            let others = &self.0[at * LANES..];
            lanes.similarities(others, &mut near[..lanes.len() * others.len()], |similarity| similarity);
            sum += near[0];
        }
        sum
    }
}

fn distinct(document: &Document) -> BTreeSet<&str> {
    let values = document.divisions().flat_map(|division| document.values_of(division.id));
    values.flat_map(|value| Place::BOTH.map(|place| wordings(value.side(place)))).flatten().collect()
}
