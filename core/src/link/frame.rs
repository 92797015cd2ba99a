//! What is around a link's content: its version, kind, length and checksum, compressed and spelt in base64url.

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};
use miniz_oxide::deflate::CompressionLevel;
use miniz_oxide::deflate::core::CompressorOxide;
use miniz_oxide::deflate::stream::deflate;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

use super::LinkError;

/// The most characters that are looked at.
pub const MAX_CHARACTERS: usize = 8_000;

/// The most bytes that a link's content may inflate to.
pub const MAX_BYTES: usize = 256 * 1024;

/// The version that is written, and the newest that can be read.
const VERSION: u8 = 1;

/// What texts like ours are made of, so that a short one compresses too. Frozen: it belongs to the version.
const DICTIONARY: &[u8] = include_bytes!("dictionary-1.txt");

/// How many bytes stand before the compressed content.
const HEAD: usize = 8;

/// A last character may hold bits that no byte needs: a cut link ends like that.
const SPELLING: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));

/// What a link holds.
pub(super) struct Frame {
    /// What the content is.
    pub kind: u8,
    /// The checksum, which also names the link.
    pub checksum: u32,
    /// The inflated content, and what stands behind it as it is.
    pub content: [Vec<u8>; 2],
}

/// Spells content as the fragment of a link, the first part of it compressed; `None` where it would be longer than
/// what is read.
pub(super) fn write(kind: u8, [content, raw]: &[Vec<u8>; 2]) -> Option<String> {
    if content.len() > MAX_BYTES {
        return None;
    }
    let body = compress(content)?;
    spell(kind, &[&body[..], raw].concat()).filter(|text| text.len() <= MAX_CHARACTERS)
}

pub(super) fn spell(kind: u8, body: &[u8]) -> Option<String> {
    let [low, high] = u16::try_from(HEAD + body.len()).ok()?.to_le_bytes();
    let head = [VERSION, kind, low, high];
    let checksum = checksum(&head, body).to_le_bytes();
    Some(SPELLING.encode([&head[..], &checksum[..], body].concat()))
}

/// Reads the fragment of a link; what follows its end is left alone.
pub(super) fn read(text: &str) -> Result<Frame, LinkError> {
    if text.len() > MAX_CHARACTERS {
        return Err(LinkError::TooLong { characters: text.len() });
    }
    // One character alone, after groups of four, says nothing.
    let spelt = text.get(..text.len() - usize::from(text.len() % 4 == 1)).unwrap_or_default();
    let bytes = SPELLING.decode(spelt).map_err(|_| LinkError::Foreign)?;
    let &[version, kind, low, high, ..] = &bytes[..] else { return Err(LinkError::Foreign) };
    match version {
        VERSION => {}
        0 => return Err(LinkError::Foreign),
        _ => return Err(LinkError::Newer),
    }
    let length = usize::from(u16::from_le_bytes([low, high]));
    if length < HEAD {
        return Err(LinkError::Damaged);
    }
    let Some(whole) = bytes.get(..length) else {
        return Err(LinkError::Cut { arrived: text.len(), expected: (length * 4).div_ceil(3) });
    };
    let Some((head, [a, b, c, d, body @ ..])) = whole.split_at_checked(4) else { return Err(LinkError::Damaged) };
    let checksum = checksum(head, body);
    if checksum.to_le_bytes() != [*a, *b, *c, *d] {
        return Err(LinkError::Damaged);
    }
    Ok(Frame { kind, checksum, content: inflate(body)? })
}

fn checksum(head: &[u8], body: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(head);
    hasher.update(body);
    hasher.finalize()
}

/// Raw deflate after the dictionary: it is compressed first, flushed so that what follows starts on a byte of
/// its own, and its output dropped.
pub(super) fn compress(content: &[u8]) -> Option<Vec<u8>> {
    let mut compressor = CompressorOxide::with_format_and_level(DataFormat::Raw, CompressionLevel::UberCompression);
    let mut push = |input: &[u8], flush| {
        // What cannot be compressed grows by five bytes in 64 KiB, and a little for the end.
        let mut output = vec![0; input.len() + input.len() / 1_000 + 1_024];
        let result = deflate(&mut compressor, input, &mut output, flush);
        output.truncate(result.bytes_written);
        (result.status, output, result.bytes_consumed == input.len())
    };
    let (Ok(_), _, true) = push(DICTIONARY, MZFlush::Sync) else { return None };
    match push(content, MZFlush::Finish) {
        (Ok(MZStatus::StreamEnd), output, true) => Some(output),
        _ => None,
    }
}

/// Inflates into a buffer that starts with the dictionary and ends where content is no longer taken.
fn inflate(body: &[u8]) -> Result<[Vec<u8>; 2], LinkError> {
    let mut buffer = DICTIONARY.to_vec();
    buffer.resize(DICTIONARY.len() + MAX_BYTES, 0);
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, taken, written) =
        decompress(&mut DecompressorOxide::new(), body, &mut buffer, DICTIONARY.len(), flags);
    match status {
        TINFLStatus::Done => {
            buffer.drain(..DICTIONARY.len());
            buffer.truncate(written);
            Ok([buffer, body.get(taken..).unwrap_or_default().to_vec()])
        }
        TINFLStatus::HasMoreOutput => Err(LinkError::TooMuch),
        _ => Err(LinkError::Damaged),
    }
}
