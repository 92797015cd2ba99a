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

/// The fragment at the start of a text; empty where there is none.
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
    if is_begun(&fragment) && fragment.len() >= MIN_CHARACTERS { fragment } else { String::new() }
}

/// Whether it begins as the links of versions 1 to 3 do, of kinds 0 to 3: that is no screen's address, and no word
/// either, since the third character is a capital.
fn is_begun(fragment: &str) -> bool {
    matches!(fragment.as_bytes(), [b'A', b'Q' | b'g' | b'w', b'A'..=b'P', ..])
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

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    #[test]
    fn every_link_begins_as_one_that_is_found() {
        for (version, kind, length) in
            (1..=3).flat_map(|v| (0..=3).flat_map(move |k| (0..=255).map(move |l| (v, k, l))))
        {
            let spelt = URL_SAFE_NO_PAD.encode([version, kind, length, 0]);
            assert_eq!(find(&spelt), std::slice::from_ref(&spelt), "{version} {kind} {length}");
        }
    }
}
