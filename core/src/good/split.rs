//! Splitting a side into the goods that it names, as written.

use crate::document::Side;

/// The wordings of the goods that a side names, as written, in order.
///
/// Goods are separated by commas, by "and" and by "&", each "and" a word of its own and each "&" with a space
/// beside it ("R&D" is one good). What stands between brackets, and the comma of "1,000", separate nothing. A side
/// that people said is [whole](Side::whole) names one good. A blank side names none, every other at least one.
pub fn wordings(side: &Side) -> Vec<&str> {
    let text = side.text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    let mut parts = Vec::new();
    if !side.whole {
        let mut start = 0;
        let mut at = 0;
        while let Some(letter) = text[at..].chars().next() {
            let after = separator(text, at);
            if after > at {
                push(&mut parts, &text[start..at]);
                start = after;
                at = after;
            } else if letter == '(' {
                at += text[at..].find(')').map_or(1, |closing| closing + 1);
            } else {
                at += letter.len_utf8();
            }
        }
        push(&mut parts, &text[start..]);
    }
    if parts.is_empty() { vec![text] } else { parts }
}

fn push<'a>(parts: &mut Vec<&'a str>, part: &'a str) {
    let part = part.trim();
    if !part.is_empty() {
        parts.push(part);
    }
}

/// Where the separator that starts at `at` ends; `at` when none starts there.
fn separator(text: &str, at: usize) -> usize {
    let (before, rest) = text.split_at(at);
    let space_or_nothing = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let last = before.chars().next_back();
    let length = match rest.chars().next() {
        Some(',') if !(digit(last) && digit(rest[1..].chars().next())) => 1,
        Some(comma @ ('，' | '、')) => comma.len_utf8(),
        Some('&') if space_or_nothing(last) || space_or_nothing(rest[1..].chars().next()) => 1,
        Some('a' | 'A')
            if rest.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("and"))
                && (space_or_nothing(last) || last == Some(','))
                && space_or_nothing(rest[3..].chars().next()) =>
        {
            3
        }
        _ => 0,
    };
    at + length
}
