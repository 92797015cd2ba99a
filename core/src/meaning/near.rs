//! Suggesting wordings that are near in meaning.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::compare::{Hint, Stems, Suggest, Why};

use super::{Meaning, Phrase};

/// What is fainter says nothing, not even about which sides of two values belong together.
pub(crate) const FAINT: f32 = 0.1;

/// Suggests what [`Stems`] suggests, and wordings that are near in meaning.
///
/// Hints below [`NEAR`](super::NEAR) are among what it gives: they suggest nothing, and help to tell which sides of two
/// values belong together.
#[derive(Debug)]
pub struct Near<'m> {
    meaning: &'m Meaning,
    /// Where wordings point that have been looked up.
    known: RefCell<BTreeMap<String, Option<Phrase>>>,
}

impl<'m> Near<'m> {
    /// Suggests by these words.
    pub fn new(meaning: &'m Meaning) -> Self {
        Self { meaning, known: RefCell::default() }
    }

    fn phrases(&self, wordings: &[&str]) -> Vec<Option<Phrase>> {
        let mut known = self.known.borrow_mut();
        let mut phrase = |words: &&str| match known.get(*words) {
            Some(phrase) => phrase.clone(),
            None => known.entry((*words).to_owned()).or_insert(self.meaning.phrase(words)).clone(),
        };
        wordings.iter().map(&mut phrase).collect()
    }
}

impl Suggest for Near<'_> {
    fn suggest(&self, a: &[&str], b: &[&str]) -> Vec<Hint> {
        let mut hints = Stems.suggest(a, b);
        let alike: BTreeSet<(usize, usize)> = hints.iter().map(|hint| (hint.a, hint.b)).collect();
        let (phrases_a, phrases_b) = (self.phrases(a), self.phrases(b));
        for (a, one) in phrases_a.iter().enumerate() {
            for (b, other) in phrases_b.iter().enumerate() {
                let (Some(one), Some(other)) = (one, other) else { continue };
                let similarity = one.similarity(other);
                if similarity >= FAINT && !alike.contains(&(a, b)) {
                    hints.push(Hint { a, b, why: Why::Meaning, similarity: Some(similarity.min(1.0)) });
                }
            }
        }
        hints
    }
}
