//! The table of words as bytes: written by `meaning/pack.py`, whose format `meaning/README.md` describes.

use std::fmt;

use super::{DIMENSIONS, Meaning};

const MAGIC: &[u8; 4] = b"EVCM";
const VERSION: u8 = 1;
/// Magic, version, dimensions, number of words, three numbers for the scale, checksum.
const HEADER: usize = 24;

/// Why bytes are not a table of words that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// They are something else.
    Foreign,
    /// They are a table that a later version of Evencost reads.
    Newer,
    /// They are such a table, cut or damaged.
    Damaged,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "this is no table of words; meaning/words.evm is one",
            Self::Newer => "this table of words is for a newer version of Evencost",
            Self::Damaged => "this table of words is cut or damaged; fetch it again",
        })
    }
}

impl std::error::Error for Unreadable {}

pub(super) fn read(bytes: &[u8]) -> Result<Meaning, Unreadable> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(Unreadable::Foreign)?;
    let (&version, rest) = rest.split_first().ok_or(Unreadable::Damaged)?;
    if version != VERSION {
        return Err(Unreadable::Newer);
    }
    whole(bytes, rest).ok_or(Unreadable::Damaged)
}

/// All that follows the version; none where it is not whole.
fn whole(bytes: &[u8], rest: &[u8]) -> Option<Meaning> {
    let (&dimensions, rest) = rest.split_first()?;
    let (count, rest) = rest.split_first_chunk::<2>()?;
    let (step, rest) = rest.split_first_chunk::<4>()?;
    let (least, rest) = rest.split_first_chunk::<4>()?;
    let (most, rest) = rest.split_first_chunk::<4>()?;
    let (checksum, _) = rest.split_first_chunk::<4>()?;
    let body = bytes.get(HEADER..)?;
    if usize::from(dimensions) != DIMENSIONS || crc32fast::hash(body) != u32::from_le_bytes(*checksum) {
        return None;
    }
    let count = usize::from(u16::from_le_bytes(*count));
    let (shared, mut body) = body.split_at_checked(count)?;
    let (letters, spans) = words(shared, &mut body)?;
    let (scales, codes) = body.split_at_checked(count)?;
    if codes.len() != count * DIMENSIONS / 2 {
        return None;
    }
    let [step, least, most] = [step, least, most].map(|number| f32::from_le_bytes(*number));
    let scale = |&level: &u8| step * (least + f32::from(level) / 255.0 * (most - least)).exp();
    let scales: Vec<f32> = scales.iter().map(scale).collect();
    scales.iter().all(|scale| scale.is_finite()).then(|| Meaning { letters, spans, scales, codes: codes.to_vec() })
}

/// The words, each of which begins as the one before it does, and where each stands; takes them from the body.
fn words(shared: &[u8], body: &mut &[u8]) -> Option<(String, Vec<[u32; 2]>)> {
    let mut letters = String::new();
    let mut spans: Vec<[u32; 2]> = Vec::with_capacity(shared.len());
    let mut last = 0..0;
    for &shared in shared {
        let end = body.iter().position(|&byte| byte == b'\n')?;
        let start = letters.len();
        let beginning = letters.get(last.clone())?.get(..usize::from(shared))?.to_owned();
        letters.push_str(&beginning);
        letters.push_str(std::str::from_utf8(&body[..end]).ok()?);
        *body = &body[end + 1..];
        // They are looked up by halving.
        if !spans.is_empty() && letters[last] >= letters[start..] {
            return None;
        }
        last = start..letters.len();
        spans.push([start as u32, letters.len() as u32]);
    }
    Some((letters, spans))
}
