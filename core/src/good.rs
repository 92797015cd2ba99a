//! Goods: what a side of a value names, and when two wordings name the same.
//!
//! A side is split into goods as written ([`wordings`]); each is folded to a key ([`Good`]) that forgets how
//! it was written down (case, accents, punctuation, articles, plural, British or American spelling) and
//! nothing of what it says. Folding is rules and short lists, never a stemmer: "experience" and
//! "experiment", "no meetings" and "meetings" stay apart, and whatever folding misses people can declare.
//!
//! ```
//! use evencost_core::good::{Good, wordings};
//! use evencost_core::document::Side;
//!
//! let side = Side::new("The customers' favour, honest behavior and speed");
//! assert_eq!(wordings(&side), ["The customers' favour", "honest behavior", "speed"]);
//! assert_eq!(Good::fold("Honest behaviours"), Good::fold("honest behavior"));
//! assert_ne!(Good::fold("No meetings"), Good::fold("meetings"));
//! ```

mod letters;
mod plural;
mod spelling;
mod split;

use std::borrow::Cow;

use crate::document::Side;

pub(crate) use letters::without_accents;
pub use split::wordings;

/// A good, folded so that equal goods compare equal. Never shown: screens show the words as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Good(String);

impl Good {
    /// Folds the words of one good; `None` when there is no word in them.
    ///
    /// Folding a folded good changes nothing, and text that is not English folds to itself but for case,
    /// accents and punctuation.
    pub fn fold(words: &str) -> Option<Self> {
        let letters = letters::fold(words);
        let mut words: Vec<Cow<'_, str>> = letters.split_ascii_whitespace().map(fold_word).collect();
        drop_articles(&mut words);
        join_prefixes(&mut words);
        (!words.is_empty()).then(|| Self(words.join(" ")))
    }

    /// The key: folded words with one space between them.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The goods that a side names, in order; one named twice stands twice.
pub fn goods(side: &Side) -> Vec<Good> {
    wordings(side).into_iter().filter_map(Good::fold).collect()
}

/// Folds spelling and number of one word. Both know only English, so other letters pass.
fn fold_word(word: &str) -> Cow<'_, str> {
    let mut folded = Cow::Borrowed(word);
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return folded;
    }
    // What one rule leaves may concern another ("centres"); at the second turn there is seldom anything to do.
    for _ in 0..MOST_TURNS {
        let turned = spelling::british(&plural::singular(&spelling::british(&folded))).into_owned();
        if turned == *folded {
            break;
        }
        folded = Cow::Owned(turned);
    }
    folded
}

const MOST_TURNS: usize = 8;

/// Drops the articles but for a last word, which is none: "plan A".
fn drop_articles(words: &mut Vec<Cow<'_, str>>) {
    let last = words.pop();
    words.retain(|word| !matches!(&**word, "a" | "an" | "the"));
    words.extend(last);
}

/// Joins what is written with a hyphen, with a space or as one word: "co-operation", "non-profit", "e-mail".
fn join_prefixes(words: &mut Vec<Cow<'_, str>>) {
    for at in (1..words.len()).rev() {
        // What follows has a word's length; it is not another letter, as in "plan E is on".
        if matches!(&*words[at - 1], "co" | "e" | "multi" | "non") && (3..32).contains(&words[at].len()) {
            let word = words.remove(at);
            let joined = [&*words[at - 1], &*word].concat();
            words[at - 1] = Cow::Owned(fold_word(&joined).into_owned());
        }
    }
}
