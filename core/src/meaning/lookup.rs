//! Finding a word in the table. `meaning/lookup.py` finds it by the same rules; `meaning/README.md` says them.

use crate::good;

/// British letters and American ones, for words that have no row as they are.
const RESPELLINGS: [(&str, &str); 11] = [
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("lful", "llful"),
    ("lment", "llment"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("ae", "e"),
    ("sce", "ske"),
];

const PREFIXES: [&str; 9] = ["un", "de", "non", "re", "over", "under", "pre", "well", "self"];
/// What is left without the prefix must be a word.
const SHORTEST_REST: usize = 4;

/// The words of a text: runs of letters from a to z, in lower case, without accents, apostrophes and "'s".
pub(super) fn words(text: &str) -> Vec<String> {
    let text = good::without_accents(text).replace('’', "'");
    let mut pieces = text.split("'s");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        if piece.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            plain.push('s');
        }
        plain.push_str(piece);
    }
    plain.retain(|letter| !matches!(letter, '\'' | '‘' | 'ʼ' | '\u{ad}'));
    let words = plain.split(|letter: char| !letter.is_ascii_lowercase());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
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
