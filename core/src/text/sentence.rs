//! One line of prose as the value that it says: "Speed even at the cost of polish".
//!
//! People join the two sides in many ways. The most explicit one in the line counts, so that the weaker ones
//! may stand inside a side; where two of equal strength compete, the line is refused rather than guessed at.
//!
//! ```
//! use evencost_core::text::sentence::{self, Sentence};
//!
//! let read = sentence::read("2. We value *handing over early* even over polish.").unwrap();
//! assert_eq!(read, Sentence { pursued: "handing over early".into(), cost: "polish".into() });
//! assert_eq!(read.to_string(), "handing over early even at the cost of polish");
//! assert!(sentence::read("Handing over early over polish").is_err());
//! ```

use std::fmt;

use super::one_line;
use crate::document::{Place, Value};

/// A value as written, before it is anybody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What is pursued.
    pub pursued: String,
    /// What is given up for it. Blank only where a must or an unfinished value is written.
    pub cost: String,
}

impl Sentence {
    /// Whether a side is blank, which is no fault of a must.
    pub fn is_unfinished(&self) -> bool {
        self.pursued.trim().is_empty() || self.cost.trim().is_empty()
    }
}

impl From<&Value> for Sentence {
    fn from(value: &Value) -> Self {
        Self { pursued: value.pursued.text.clone(), cost: value.cost.text.clone() }
    }
}

/// The sentence on one line, in the most explicit form. A blank cost is left out.
impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&one_line(&self.pursued))?;
        match one_line(&self.cost) {
            cost if cost.is_empty() => Ok(()),
            cost => write!(f, " even at the cost of {cost}"),
        }
    }
}

/// Why a line does not say one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// Nothing in it separates two sides.
    OneSide,
    /// Nothing stands at that place, before or after what separates the sides.
    Blank(Place),
    /// These words, or words as strong, stand in it more than once.
    Repeated(&'static str),
}

impl fmt::Display for Unclear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneSide => f.write_str("it names no price: write “… even at the cost of …”"),
            Self::Blank(Place::Pursued) => f.write_str("what you pursue is missing: write it before the price"),
            Self::Blank(Place::Cost) => f.write_str("the price is missing: write what you would give up"),
            Self::Repeated(words) => {
                write!(f, "“{words}” leaves open where the price begins: write “even at the cost of” there")
            }
        }
    }
}

impl std::error::Error for Unclear {}

/// What separates the sides, the most explicit first; those of one row are equally strong.
const CONNECTIVES: [&[&str]; 5] = [
    &["even at the cost of", "even at the expense of", "even over"],
    &["at the cost of", "at the expense of"],
    &["over", "before"],
    &[", not"],
    &["/"],
];

/// Rows of [`CONNECTIVES`] that hardly mean anything else, even in a heading.
const EXPLICIT: usize = 2;

/// Reads a line as a value. A leading bullet or number, "We value" and its like, quotation marks and emphasis
/// around the line or a side, and the full stop at the end are not part of it.
///
/// # Errors
/// When it says none, or leaves open which.
pub fn read(line: &str) -> Result<Sentence, Unclear> {
    split(line, &CONNECTIVES)
}

/// Reads a line only when what separates its sides hardly means anything else.
///
/// # Errors
/// As [`read`].
pub fn read_explicit(line: &str) -> Result<Sentence, Unclear> {
    split(line, &CONNECTIVES[..EXPLICIT])
}

fn split(line: &str, connectives: &[&[&'static str]]) -> Result<Sentence, Unclear> {
    let line = one_line(line);
    let line = unwrapped(without_stop(unwrapped(without_marker(&line))));
    // Only ASCII changes, so places in one are places in the other.
    let lower = line.to_ascii_lowercase();
    let mut unclear = Unclear::OneSide;
    for (strength, row) in connectives.iter().enumerate() {
        let mut found = None;
        for &connective in *row {
            for (start, _) in lower.match_indices(connective) {
                let (before, after) = (&line[..start], &line[start + connective.len()..]);
                if !stands_apart(connective, before, after) {
                    continue;
                }
                match sides(before, after) {
                    Ok(_) if found.is_some() => return Err(Unclear::Repeated(connective)),
                    Ok(sentence) => found = Some(sentence),
                    // "Before the launch" is no sentence that lacks its beginning.
                    Err(Place::Pursued) if strength >= EXPLICIT => {}
                    Err(place) => unclear = Unclear::Blank(place),
                }
            }
        }
        if let Some(sentence) = found {
            return Ok(sentence);
        }
        // "Even over polish" is not "even" over "polish".
        if strength < EXPLICIT && unclear != Unclear::OneSide {
            return Err(unclear);
        }
    }
    Err(unclear)
}

/// Whether the connective is words of their own, not part of "handover", "over-delivery" or "and/or".
fn stands_apart(connective: &str, before: &str, after: &str) -> bool {
    let edge = |c: char| c.is_whitespace() || "*_`,;:()\"“”„«»–—".contains(c);
    match connective {
        "/" => before.ends_with(' ') && after.starts_with(' '),
        ", not" => after.starts_with(' '),
        _ => before.chars().next_back().is_none_or(edge) && after.chars().next().is_none_or(edge),
    }
}

/// Beyond ASCII, what is no word by itself.
const SIGNS: &str = "“”„‟«»‘’‚‹›‐‑‒–—―…·•‣¡¿§¶†‡°±×÷←↑→↓✓✗★☆";

/// The two sides around a connective, or the place where nothing stands.
fn sides(before: &str, after: &str) -> Result<Sentence, Place> {
    // The tables that tell letters of all scripts from signs would be loaded with the first look.
    let is_sign = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || c.is_control() || SIGNS.contains(c);
    let written = |text: &str| !text.chars().all(is_sign);
    // What emphasises or brackets the connective stays with it.
    let mut pursued = before.trim_end();
    let marks = pursued.trim_end_matches(['*', '_', '`']);
    if marks.is_empty() || marks.ends_with(' ') {
        pursued = marks;
    }
    let pursued = pursued.trim_end_matches([' ', ',', ';', ':', '–', '—', '(']);
    let mut cost = after.trim_start();
    let marks = cost.trim_start_matches(['*', '_', '`']);
    if marks.starts_with(' ') {
        cost = marks;
    }
    let cost = cost.trim_start_matches([' ', ',', ':', '–', '—', ')']);
    let pursued = unwrapped(without_opening(pursued));
    let cost = unwrapped(cost.trim_end_matches([' ', ',', ';']));
    // A side that ends or begins with a slash was cut in the middle of something else.
    if pursued.ends_with('/') || !written(pursued) {
        Err(Place::Pursued)
    } else if cost.starts_with('/') || !written(cost) {
        Err(Place::Cost)
    } else {
        Ok(Sentence { pursued: pursued.to_owned(), cost: cost.to_owned() })
    }
}

/// Drops the bullet, box or number that begins an item of a list.
pub(super) fn without_marker(line: &str) -> &str {
    let mut line = line.trim();
    while let Some(rest) = line.strip_prefix('>') {
        line = rest.trim_start();
    }
    let item = |rest: &'_ str| rest.starts_with(char::is_whitespace);
    if let Some(rest) = line.strip_prefix(['-', '*', '+', '•', '–', '—', '·', '‣', '▪', '●', '○', '◦'])
        && item(rest)
    {
        line = rest.trim_start();
    }
    for boxed in ["[ ]", "[x]", "[X]", "☐", "☑", "☒"] {
        if let Some(rest) = line.strip_prefix(boxed) {
            line = rest.trim_start();
        }
    }
    let number = line.strip_prefix('(').unwrap_or(line);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - rest.len();
    if (1..=3).contains(&digits)
        && let Some(rest) = rest.strip_prefix(['.', ')'])
        && item(rest)
    {
        line = rest.trim_start();
    }
    line
}

/// Takes off quotation marks and emphasis that hold the whole text.
pub(super) fn unwrapped(text: &str) -> &str {
    const PAIRS: [(&str, &str); 11] = [
        ("**", "**"),
        ("__", "__"),
        ("*", "*"),
        ("_", "_"),
        ("`", "`"),
        ("\"", "\""),
        ("“", "”"),
        ("„", "“"),
        ("«", "»"),
        ("‘", "’"),
        ("'", "'"),
    ];
    let text = text.trim();
    let inner = PAIRS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains(open) && !inner.contains(close)).then_some(inner)
    });
    inner.map_or(text, unwrapped)
}

/// Takes off the full stop of a sentence, but not that of an abbreviation.
fn without_stop(line: &str) -> &str {
    match line.strip_suffix('.') {
        Some(rest) => {
            let last = rest.rsplit(' ').next().unwrap_or(rest);
            if last.contains('.') || last == "etc" { line } else { rest }
        }
        None => line,
    }
}

/// Takes off "We value" and its like.
fn without_opening(pursued: &str) -> &str {
    const VERBS: [&str; 9] =
        ["value", "choose", "prioritise", "prioritize", "pursue", "prefer", "favour", "favor", "put"];
    let Some((we, rest)) = pursued.split_once(' ') else { return pursued };
    let (verb, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let opens = we.eq_ignore_ascii_case("we") && VERBS.iter().any(|known| verb.eq_ignore_ascii_case(known));
    if opens { rest } else { pursued }
}
