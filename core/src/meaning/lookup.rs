//! Finding a word in the table. `meaning/lookup.py` finds it by the same rules; `meaning/README.md` says them.

use crate::good;

/// British letters and American ones, for words that have no row as they are.
const RESPELLINGS: [(&str, &str); 9] = [
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("ae", "e"),
    ("oe", "e"),
];

const PREFIXES: [&str; 9] = ["un", "de", "non", "re", "over", "under", "pre", "well", "self"];
/// What is left without the prefix must be a word.
const SHORTEST_REST: usize = 4;

/// The words of a text: runs of letters from a to z, in lower case, without accents and without "'s".
pub(super) fn words(text: &str) -> Vec<String> {
    let text = good::without_accents(text).replace('’', "'");
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    let mut rest = text.as_str();
    while let Some(letter) = rest.chars().next() {
        let possessive = before.is_ascii_lowercase()
            && rest.strip_prefix("'s").is_some_and(|after| !after.starts_with(|next: char| next.is_ascii_lowercase()));
        rest = &rest[if possessive { 2 } else { letter.len_utf8() }..];
        if letter.is_ascii_lowercase() {
            match words.last_mut() {
                Some(word) if before.is_ascii_lowercase() => word.push(letter),
                _ => words.push(letter.into()),
            }
        }
        before = letter;
    }
    words
}

/// What to look for, in order: each spelling of the word, then each spelling of what is left of it without a prefix.
pub(super) fn attempts(word: &str) -> impl Iterator<Item = String> {
    let rests = PREFIXES.iter().filter_map(move |prefix| word.strip_prefix(prefix));
    spellings(word).chain(rests.filter(|rest| rest.len() >= SHORTEST_REST).flat_map(spellings))
}

/// The word, then what it may be in American spelling: one pair of letters exchanged, where they stand last.
fn spellings(word: &str) -> impl Iterator<Item = String> {
    let respelt = RESPELLINGS.iter().filter_map(move |(british, american)| {
        let (before, after) = word.rsplit_once(british)?;
        Some([before, american, after].concat())
    });
    std::iter::once(word.to_owned()).chain(respelt)
}
