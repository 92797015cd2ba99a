//! Finds links in whatever people paste: an address, a wrapped one, or a whole chat.

/// How long a fragment is at least: less of it does not even say how long it was.
const MIN_CHARACTERS: usize = 6;

/// The fragments of all links in a text, in their order, with repetitions.
///
/// Mail programs wrap addresses into others (`https://….safelinks.protection.outlook.com/?url=…%23…&data=…`), and
/// percent-encode what needs no encoding, sometimes twice; what follows the link is often a `)`, `.`, `>` or `*`. A
/// text that is a fragment and nothing else is one too.
pub fn find(text: &str) -> Vec<String> {
    let alone = fragment(text.trim());
    if !alone.is_empty() && alone.len() == text.trim().len() {
        return vec![alone];
    }
    let mut fragments = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['#', '%']) {
        rest = &rest[at..];
        let after = HASH.iter().find_map(|hash| rest.strip_prefix(hash));
        fragments.extend(after.map(fragment).filter(|fragment| !fragment.is_empty()));
        // Both are one byte.
        rest = &rest[1..];
    }
    fragments
}

/// How the sign before a fragment is written.
const HASH: [&str; 3] = ["#", "%23", "%2523"];

/// The fragment at the start of a text; empty where there is none. Each starts with an A, as long as its version is
/// below 4, and no screen's address does.
fn fragment(text: &str) -> String {
    let mut fragment = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let encoded = ENCODED.iter().find_map(|(code, c)| rest.strip_prefix(code).map(|after| (*c, after)));
        match (c, encoded) {
            (_, Some((c, after))) => {
                fragment.push(c);
                rest = after;
            }
            ('A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_', None) => {
                fragment.push(c);
                rest = &rest[1..];
            }
            _ => break,
        }
    }
    if fragment.starts_with('A') && fragment.len() >= MIN_CHARACTERS { fragment } else { String::new() }
}

/// How the two signs of base64url look when they are percent-encoded.
const ENCODED: [(&str, char); 8] = [
    ("%2D", '-'),
    ("%2d", '-'),
    ("%5F", '_'),
    ("%5f", '_'),
    ("%252D", '-'),
    ("%252d", '-'),
    ("%255F", '_'),
    ("%255f", '_'),
];
