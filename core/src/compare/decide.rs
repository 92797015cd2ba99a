//! What people say about wordings, as edits, and the words that a relation gives them to say it about.

use crate::document::{Document, Field, Key, Place, SameGood, Wording, WordingPair};
use crate::edit::{self, Edit};
use crate::id::ValueId;

use super::pair::Relation;

/// The words with which a value names a good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// The value.
    pub value: ValueId,
    /// On which of its sides.
    pub place: Place,
    /// As written.
    pub text: &'a str,
}

impl Relation {
    /// What the relation hangs on: A's words and B's words for one good. In steps, where the two chains meet.
    pub fn links(&self) -> Vec<[Words<'_>; 2]> {
        let (Some(in_a), Some(in_b)) = (ends(&self.a), ends(&self.b)) else { return Vec::new() };
        let words = |value: &ValueId, place, text| Words { value: *value, place, text };
        let common = self.common.iter().map(|common| {
            [words(in_a[0], common.side_a, common.words_a.as_str()), words(in_b[0], common.side_b, &common.words_b)]
        });
        let meeting = self.path.iter().filter_map(|path| {
            let (goods_a, goods_b) = (ends(&path.a)?, ends(&path.b)?);
            let start = words(in_a[0], Place::Pursued, goods_a[0].as_str());
            let end = words(in_a[1], Place::Cost, goods_a[1].as_str());
            let [back, ahead] = [(1, Place::Cost), (0, Place::Pursued)]
                .map(|(which, place)| words(in_b[which], place, goods_b[which].as_str()));
            Some([[start, back], [end, ahead]])
        });
        common.chain(meeting.flatten()).collect()
    }
}

fn ends<T>(list: &[T]) -> Option<[&T; 2]> {
    list.first().zip(list.last()).map(|(first, last)| [first, last])
}

/// Declares that two wordings mean the same, or that they do not, in place of what was said of them before. Empty
/// for a wording and itself.
pub fn declare(document: &Document, pair: WordingPair, same: bool) -> Edit {
    let [one, other] = pair.wordings();
    if one == other {
        return Edit::default();
    }
    match document.same_good(&pair) {
        Some(_) => edit::set(document, Key::SameGood(pair), Field::SameGoodSame(same)),
        None => edit::append(document, SameGood { pair, same }),
    }
}

/// Declares that the words of two values do not mean the same. Words that differ are told apart wherever they
/// stand, identical ones only as these two values use them.
pub fn tell_apart(document: &Document, [a, b]: [Words<'_>; 2]) -> Edit {
    let written = |words: &str| words.split_whitespace().flat_map(str::chars).flat_map(char::to_lowercase).collect();
    let [as_a, as_b]: [String; 2] = [a.text, b.text].map(written);
    let wording = |words: Words<'_>| Wording { text: words.text.to_owned(), of: (as_a == as_b).then_some(words.value) };
    declare(document, WordingPair::new(wording(a), wording(b)), false)
}
