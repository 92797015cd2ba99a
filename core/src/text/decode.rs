//! From a file's bytes to text, or to what the file is instead.

use std::fmt;

/// Text, and whether its encoding had to be guessed.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text; every line ends in `\n`.
    pub text: String,
    /// The bytes are not UTF-8 and were read as an old Windows encoding: letters with accents may be wrong.
    pub guessed: bool,
}

/// Something that holds no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// A workbook or document of an office program.
    Office,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Anything else.
    Other,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Office => {
                "This is an office file. Save the sheet as “CSV UTF-8”, or copy the cells or lines and paste them here."
            }
            Self::Pdf => "This is a PDF. Open it, copy the lines and paste them here.",
            Self::Picture => "This is a picture. Values have to be text: a list, a table or a CSV file.",
            Self::Other => "This is not text. Save it as “CSV UTF-8” or as plain text, or paste the lines here.",
        })
    }
}

/// Reads UTF-8, UTF-16 with its mark, and else an old Windows encoding.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    const SIGNS: [(&[u8], NotText); 6] = [
        (b"PK\x03\x04", NotText::Office),
        (b"\xD0\xCF\x11\xE0", NotText::Office),
        (b"%PDF", NotText::Pdf),
        (b"\x89PNG", NotText::Picture),
        (b"\xFF\xD8\xFF", NotText::Picture),
        (b"GIF8", NotText::Picture),
    ];
    if let Some((_, kind)) = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)) {
        return Err(*kind);
    }
    let mut guessed = false;
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).map_err(|_| NotText::Other)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                guessed = true;
                bytes.iter().copied().map(windows_1252).collect()
            }
        },
    };
    let binary =
        |c: char| c == '\0' || guessed && c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}');
    if text.contains(binary) {
        return Err(NotText::Other);
    }
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    Ok(Decoded { text, guessed })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let (pairs, rest) = bytes.as_chunks();
    if !rest.is_empty() {
        return Err(NotText::Other);
    }
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().map_err(|_| NotText::Other)
}

/// The letter of a byte in the encoding that Excel for Windows still saves as plain CSV. Undefined bytes are
/// control characters.
fn windows_1252(byte: u8) -> char {
    const FROM_0X80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9F => FROM_0X80.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_read_from_every_encoding() {
        let text = "Naïve “speed” – café €\nSecond";
        let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        for (bytes, guessed) in [
            (text.as_bytes().to_vec(), false),
            (format!("\u{feff}{text}").into_bytes(), false),
            (text.replace('\n', "\r\n").into_bytes(), false),
            (utf16(u16::to_le_bytes), false),
            (utf16(u16::to_be_bytes), false),
            (b"Na\xEFve \x93speed\x94 \x96 caf\xE9 \x80\r\nSecond".to_vec(), true),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((&*decoded.text, decoded.guessed), (text, guessed));
        }
    }

    #[test]
    fn files_that_are_no_text_are_known() {
        for (bytes, kind) in [
            (&b"PK\x03\x04xlsx"[..], NotText::Office),
            (b"%PDF-1.7", NotText::Pdf),
            (b"\x89PNG\r\n", NotText::Picture),
            (b"a\0b", NotText::Other),
            (b"\xFF\xFEa", NotText::Other),
            (b"\xFF\xFE\x00\xD8", NotText::Other),
            (b"\x01\x02\xFF", NotText::Other),
        ] {
            assert_eq!(decode(bytes).map(|_| ()), Err(kind), "{bytes:?}");
        }
    }
}
