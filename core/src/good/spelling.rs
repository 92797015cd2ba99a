//! Spelling: one form for what British and American English write differently.
//!
//! Each rule names the stems or endings that it is for, so that "our", "hour", "four", "filling" and "prize"
//! are left alone. A rule may turn a word into a form that nobody writes; it must not make two words one.

use std::borrow::Cow;

/// Letters that stand for others after one of these stems.
struct Rule {
    letters: &'static str,
    becomes: &'static str,
    after: &'static [&'static str],
}

/// Rules for the middle of a word.
const INSIDE: [Rule; 2] = [
    Rule {
        letters: "our",
        becomes: "or",
        after: &[
            "arb", "ard", "arm", "behavi", "cand", "clam", "col", "demean", "enam", "endeav", "fav", "ferv", "flav",
            "glam", "harb", "hon", "hum", "lab", "neighb", "od", "parl", "ranc", "rig", "rum", "sav", "savi", "splend",
            "succ", "tum", "val", "vap", "vig",
        ],
    },
    Rule {
        letters: "ll",
        becomes: "l",
        after: &[
            "cance",
            "channe",
            "counci",
            "counse",
            "credentia",
            "dia",
            "due",
            "fue",
            "initia",
            "jewe",
            "labe",
            "leve",
            "marve",
            "mode",
            "pane",
            "riva",
            "signa",
            "tota",
            "trave",
            "tunne",
        ],
    },
];

/// Rules for the end of a word.
const AT_END: [Rule; 3] = [
    Rule {
        letters: "re",
        becomes: "er",
        after: &["calib", "cent", "fib", "lit", "lust", "meag", "met", "sab", "somb", "spect", "theat"],
    },
    Rule { letters: "red", becomes: "ered", after: &["cent"] },
    Rule { letters: "gue", becomes: "g", after: &["analo", "catalo", "dialo"] },
];

/// Endings that are written with z or s; z becomes s. None of the words that only have z ("prize", "size")
/// becomes another word by it.
const Z_ENDINGS: [&str; 7] = ["e", "ed", "er", "es", "ers", "ing", "able"];

/// What no rule gets right.
const WORDS: [(&str, &str); 40] = [
    ("acknowledgement", "acknowledgment"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("artefact", "artifact"),
    ("benefitted", "benefited"),
    ("benefitting", "benefiting"),
    ("cosy", "cozy"),
    ("defense", "defence"),
    ("enquiry", "inquiry"),
    ("enrol", "enroll"),
    ("enrolment", "enrollment"),
    ("focussed", "focused"),
    ("focussing", "focusing"),
    ("fulfil", "fulfill"),
    ("fulfilment", "fulfillment"),
    ("grey", "gray"),
    ("instalment", "installment"),
    ("instil", "instill"),
    ("judgement", "judgment"),
    ("learnt", "learned"),
    ("license", "licence"),
    ("licensed", "licenced"),
    ("licensing", "licencing"),
    ("manoeuvre", "maneuver"),
    ("math", "maths"),
    ("mould", "mold"),
    ("offense", "offence"),
    ("paediatric", "pediatric"),
    ("practise", "practice"),
    ("practised", "practiced"),
    ("practising", "practicing"),
    ("pretense", "pretence"),
    ("programme", "program"),
    ("sceptic", "skeptic"),
    ("sceptical", "skeptical"),
    ("scepticism", "skepticism"),
    ("skilful", "skillful"),
    ("towards", "toward"),
    ("whilst", "while"),
    ("wilful", "willful"),
];

/// The one form of a word in lower case.
pub fn british(word: &str) -> Cow<'_, str> {
    if let Ok(found) = WORDS.binary_search_by_key(&word, |&(from, _)| from) {
        return Cow::Borrowed(WORDS[found].1);
    }
    for rule in &INSIDE {
        for (at, _) in word.match_indices(rule.letters) {
            let (before, rest) = word.split_at(at);
            if rule.after.iter().any(|stem| before.ends_with(stem)) {
                return Cow::Owned([before, rule.becomes, &rest[rule.letters.len()..]].concat());
            }
        }
    }
    for rule in &AT_END {
        if let Some(before) = word.strip_suffix(rule.letters)
            && rule.after.iter().any(|stem| before.ends_with(stem))
        {
            return Cow::Owned([before, rule.becomes].concat());
        }
    }
    // "Organization", "organizational", "organizing", "analyzed".
    for (at, _) in word.match_indices('z') {
        let (before, rest) = (&word[..at], &word[at + 1..]);
        if before.ends_with(['i', 'y']) && (Z_ENDINGS.contains(&rest) || rest.starts_with("ation")) {
            return Cow::Owned([before, "s", rest].concat());
        }
    }
    Cow::Borrowed(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_halving() {
        assert!(WORDS.is_sorted());
    }
}
