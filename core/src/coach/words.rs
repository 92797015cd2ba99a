//! The words that the coach listens for, and how it reads a side: as words, never as letters inside of words.
//!
//! The lists are short on purpose. A false alarm costs more trust than a missed one.

/// Things that nobody wants; giving them up is no price. ("Poor" alone is not among what spoils a noun, since
/// people are poor too.)
pub(super) const BAD: &[&str] = &[
    "accident",
    "arrogance",
    "blame",
    "blunder",
    "breach",
    "bug",
    "bullying",
    "burnout",
    "carelessness",
    "chaos",
    "complaint",
    "confusion",
    "corruption",
    "damage",
    "defect",
    "delay",
    "discrimination",
    "dishonesty",
    "disrespect",
    "dissatisfaction",
    "error",
    "failure",
    "flaw",
    "fraud",
    "frustration",
    "greed",
    "harm",
    "ignorance",
    "incompetence",
    "inefficiency",
    "injury",
    "injustice",
    "laziness",
    "low morale",
    "low quality",
    "lower quality",
    "mediocrity",
    "mess",
    "misery",
    "mistake",
    "misunderstanding",
    "negligence",
    "outage",
    "pollution",
    "poor communication",
    "poor decision",
    "poor design",
    "poor performance",
    "poor planning",
    "poor quality",
    "poor result",
    "poor service",
    "rework",
    "sloppiness",
    "stress",
    "unfairness",
    "unhappiness",
    "waste",
];

/// Words before a noun that make it something nobody wants.
pub(super) const SPOILING: &[&str] = &[
    "angry",
    "bad",
    "buggy",
    "careless",
    "dishonest",
    "dissatisfied",
    "failed",
    "faulty",
    "inferior",
    "mediocre",
    "missed",
    "shoddy",
    "sloppy",
    "unhappy",
    "unreliable",
    "unsafe",
    "wasted",
];

/// Harms that a sensible team may put up with; behind each stands a good with a name of its own.
pub(super) const HARMS: &[&str] = &[
    "ambiguity",
    "bottleneck",
    "bureaucracy",
    "complexity",
    "conflict",
    "debt",
    "disagreement",
    "discomfort",
    "duplicate work",
    "duplicated work",
    "duplication",
    "extra cost",
    "extra effort",
    "extra work",
    "friction",
    "glitch",
    "higher cost",
    "imperfection",
    "inconsistency",
    "inconvenience",
    "inflexibility",
    "instability",
    "loss",
    "more work",
    "overhead",
    "rigidity",
    "risk",
    "silo",
    "slower delivery",
    "slower progress",
    "slower response",
    "slowness",
    "tension",
    "typo",
    "uncertainty",
    "unpredictability",
];

/// Words that make a harm one to be put up with.
pub(super) const HEDGES: &[&str] = &[
    "acceptable",
    "additional",
    "bit",
    "brief",
    "certain",
    "extra",
    "few",
    "initial",
    "limited",
    "little",
    "maybe",
    "minor",
    "modest",
    "momentary",
    "more",
    "occasional",
    "occasionally",
    "odd",
    "or",
    "perhaps",
    "possible",
    "potential",
    "rare",
    "short",
    "slight",
    "slightly",
    "small",
    "some",
    "sometimes",
    "temporarily",
    "temporary",
    "tolerable",
];

/// Words before a harm that make it a good thing: "no mistakes", "creative chaos".
pub(super) const REDEEMING: &[&str] = &[
    "calculated",
    "cheap",
    "constructive",
    "creative",
    "fast",
    "fewer",
    "good",
    "healthy",
    "honest",
    "less",
    "low",
    "lower",
    "managed",
    "minimal",
    "never",
    "no",
    "not",
    "productive",
    "reduced",
    "safe",
    "sensible",
    "smart",
    "useful",
    "without",
    "zero",
];

/// Doings that bring a harm about. Other doings ("fixing bugs", "learning from mistakes") are good things.
pub(super) const MAKING: &[&str] =
    &["accepting", "allowing", "causing", "creating", "having", "making", "risking", "shipping"];

/// Words after which a phrase only says more about what it named.
pub(super) const PREPOSITIONS: &[&str] = &[
    "about", "after", "against", "among", "as", "at", "before", "between", "by", "during", "for", "from", "in", "into",
    "of", "on", "over", "that", "to", "towards", "under", "until", "when", "which", "while", "who", "with", "within",
    "without",
];

/// Quantities: what they are of is what the phrase names.
pub(super) const QUANTITIES: &[&str] =
    &["amount", "bit", "bunch", "couple", "deal", "degree", "level", "lot", "number"];

/// Words before a phrase that do not change what it names.
pub(super) const DETERMINERS: &[&str] =
    &["a", "an", "any", "its", "my", "our", "the", "their", "these", "this", "your"];

/// Openings that say a good is missing, whatever good follows.
pub(super) const LACKS: &[&str] = &[
    "absence of",
    "giving up",
    "lack of",
    "lacking",
    "losing",
    "loss of",
    "neglecting",
    "not having",
    "sacrificing",
    "shortage of",
];

/// Openings that negate the good that the other side names.
pub(super) const ABSENT: &[&str] = &["insufficient", "no", "non", "not", "without", "zero"];

/// Openings that say less of the good that the other side names.
pub(super) const LESSENED: &[&str] =
    &["bad", "fewer", "less", "little", "low", "lower", "poor", "poorer", "reduced", "worse"];

/// Openings that say more of a good; nothing new beside less of it.
pub(super) const RAISED: &[&str] =
    &["best", "better", "excellent", "good", "great", "greater", "high", "higher", "many", "more"];

/// Syllables that make a word the opposite of what the other side names.
pub(super) const OPPOSITES: &[&str] = &["dis", "il", "im", "in", "ir", "mis", "non", "un"];

/// What hardly anyone would speak against, when it is all that is pursued.
pub(super) const PLATITUDES: &[&str] = &[
    "always doing our best",
    "being the best",
    "commitment",
    "decency",
    "dedication",
    "doing good",
    "doing the right thing",
    "ethical behavior",
    "ethical behaviour",
    "ethics",
    "excellence",
    "good values",
    "greatness",
    "hard work",
    "high standards",
    "integrity",
    "making a difference",
    "passion",
    "positive attitude",
    "professionalism",
    "respect",
    "respect for all",
    "respect for each other",
    "respect for everyone",
    "respect for others",
    "respect for people",
    "success",
    "world class",
];

/// Words that make a platitude louder and no clearer.
pub(super) const LOUDER: &[&str] = &[
    "absolute",
    "complete",
    "constant",
    "genuine",
    "highest",
    "mutual",
    "operational",
    "our",
    "real",
    "the",
    "total",
    "true",
    "uncompromising",
    "utmost",
];

/// Names of one good thing in which a listed word stands after an "and".
pub(super) const IDIOMS: &[&str] = &["trial and error"];

/// How many words there are.
pub(super) fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// What stands between words; "short-term" is two.
fn is_between(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '\'' | '’')
}

/// The words, without what stands between them.
pub(super) fn words(text: &str) -> Vec<&str> {
    text.split(is_between).filter(|word| !word.is_empty()).collect()
}

/// The text from the word after the first `count` on.
pub(super) fn skip(text: &str, count: usize) -> &str {
    let from = |text| str::trim_start_matches(text, is_between);
    (0..count).fold(from(text), |rest, _| from(rest.trim_start_matches(|c| !is_between(c))))
}

/// How many words the listed phrase is long that the words open with, determiners included.
pub(super) fn opens_with(words: &[&str], listed: &[&str]) -> Option<usize> {
    let rest = without_determiners(words);
    let length = listed.iter().find_map(|phrase| {
        let length = phrase.split(' ').count();
        let head = rest.get(..length)?;
        phrase.split(' ').zip(head).all(|(listed, word)| word.eq_ignore_ascii_case(listed)).then_some(length)
    })?;
    Some(words.len() - rest.len() + length)
}

/// How many words stand before the listed phrase with which the words end.
pub(super) fn ends_with(words: &[&str], list: &[&str]) -> Option<usize> {
    list.iter().find_map(|phrase| {
        let before = words.len().checked_sub(phrase.split(' ').count())?;
        let tail = words.get(before..)?;
        phrase.split(' ').zip(tail).all(|(wanted, word)| is_form_of(word, wanted)).then_some(before)
    })
}

/// The words from the first on that is no article or the like.
pub(super) fn without_determiners<'w, 'a>(words: &'w [&'a str]) -> &'w [&'a str] {
    let from = words.iter().position(|word| !listed(DETERMINERS, word)).unwrap_or(words.len());
    &words[from..]
}

/// Whether the word is one of the listed, in any case and number.
pub(super) fn listed(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| is_form_of(word, listed))
}

fn is_form_of(word: &str, listed: &str) -> bool {
    let ending = |stem: &str| {
        let (head, ending) = word.split_at_checked(stem.len())?;
        head.eq_ignore_ascii_case(stem).then_some(ending)
    };
    let has = |stem, endings: &[&str]| {
        ending(stem).is_some_and(|ending| endings.iter().any(|listed| listed.eq_ignore_ascii_case(ending)))
    };
    has(listed, &["", "s", "es"]) || listed.strip_suffix('y').is_some_and(|stem| has(stem, &["ies"]))
}
