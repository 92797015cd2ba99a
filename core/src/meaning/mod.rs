//! How near phrases are in meaning: "continuous improvement" and "always learning".
//!
//! A table of words, built by `meaning/build` and read by [`Meaning::read`], gives each word a direction in a space of
//! [`DIMENSIONS`] dimensions. A phrase points where its words point together; two phrases are as near as their
//! directions. Order and negation are lost ("no meetings" is near "meetings"), and opposites are near each other too:
//! nearness says *same topic*, never *same side*. So all that comes of it is suggested, and people decide.
//!
//! ```no_run
//! # use evencost_core::meaning::Meaning;
//! # let file = std::fs::read("meaning/words.evm").unwrap();
//! let meaning = Meaning::read(&file).unwrap();
//! let [one, other] = ["continuous improvement", "always learning"].map(|words| meaning.phrase(words).unwrap());
//! assert!(one.similarity(&other) > evencost_core::meaning::NEAR);
//! ```

mod lanes;
mod lookup;
mod near;
mod read;
mod touch;

use frostem::{Algorithm, Stemmer};

pub use lanes::Lanes;
pub(crate) use near::FAINT;
pub use near::Near;
pub use read::Unreadable;
pub use touch::{Touch, touched};

/// The dimensions of the space in which words have a direction.
pub const DIMENSIONS: usize = 64;

/// From this similarity on, wordings are suggested as the same. On pairs that were labelled before anything was measured it
/// lets through some 80 of 100 that mean the same, and 3 of 100 that have nothing to do with each other.
pub const NEAR: f32 = 0.25;

/// The words that are known, and where each points.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning {
    /// All stems, ascending, one behind the other.
    letters: String,
    /// Where each stem stands in `letters`.
    spans: Vec<[u32; 2]>,
    /// How long the row of each word is, per unit of its codes.
    scales: Vec<f32>,
    /// The rows, two codes of four bits a byte, the higher half first.
    codes: Vec<u8>,
}

impl Meaning {
    /// Reads the table.
    ///
    /// # Errors
    /// Fails where the bytes are not such a table, are of a later version, or are cut or damaged.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        read::read(bytes)
    }

    /// How many words it knows, by their stems.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether it knows no word.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Where a phrase points; `None` when it has no word that is known.
    pub fn phrase(&self, words: &str) -> Option<Phrase> {
        let mut sum = [0.0; DIMENSIONS];
        for place in lookup::words(words).iter().filter_map(|word| self.place(word)) {
            let codes = &self.codes[place * DIMENSIONS / 2..][..DIMENSIONS / 2];
            for (at, code) in codes.iter().flat_map(|byte| [byte >> 4, byte & 15]).enumerate() {
                sum[at] += (f32::from(code) - 7.5) * self.scales[place];
            }
        }
        let length = dot(&sum, &sum).sqrt();
        (length > 0.0).then(|| Phrase(sum.map(|part| part / length)))
    }

    /// The row of a word: of the first attempt that has one.
    fn place(&self, word: &str) -> Option<usize> {
        let stemmer = Stemmer::new(Algorithm::English);
        lookup::attempts(word).find_map(|attempt| {
            let stem = stemmer.stem(&attempt);
            let found =
                self.spans.binary_search_by(|&[start, end]| self.letters[start as usize..end as usize].cmp(&stem));
            found.ok()
        })
    }
}

/// The direction in which a phrase points: of length 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase([f32; DIMENSIONS]);

impl Phrase {
    /// Of words of which none is known: near to nothing.
    pub(crate) const NOWHERE: Self = Self([0.0; DIMENSIONS]);

    /// How far it points in each dimension.
    pub fn parts(&self) -> &[f32; DIMENSIONS] {
        &self.0
    }

    /// How near two phrases are, `-1..=1`: the cosine between their directions. 1 for the same words in any order.
    pub fn similarity(&self, other: &Self) -> f32 {
        dot(&self.0, &other.0)
    }
}

fn dot(one: &[f32; DIMENSIONS], other: &[f32; DIMENSIONS]) -> f32 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}
