//! Letters: case, accents and punctuation.
//!
//! The table of accents is our own: unicode-normalization's would add 112 kB of wasm (43 kB compressed with brotli), and
//! all of folding, with this table and every rule of spelling and number, adds 16 kB (7 kB).

/// Lower case, without accents, and a space for whatever separates words.
pub fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for letter in words.to_lowercase().chars() {
        if letter.is_ascii() {
            match letter {
                // "Team's" is "teams".
                '\'' => {}
                'a'..='z' | '0'..='9' | '+' | '#' | '%' | '$' => folded.push(letter),
                _ => folded.push(' '),
            }
        } else if separates(letter) {
            folded.push(' ');
        } else if !is_mark(letter) {
            match base(letter) {
                "" => folded.push(letter),
                base => folded.push_str(base),
            }
        }
    }
    folded
}

/// Lower case, without accents; all else stays.
pub fn without_accents(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for letter in words.to_lowercase().chars().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}')) {
        match base(letter) {
            "" => plain.push(letter),
            base => plain.push_str(base),
        }
    }
    plain
}

/// Space, or punctuation of any script that people are likely to paste.
fn separates(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '¡' | '¦' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{2010}'..='\u{2017}'
            | '\u{201a}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '、'..='〃' | '〈'..='】' | '〔'..='〟'
            | '・' | '！' | '（' | '）' | '，' | '．' | '：' | '；' | '？' | '،' | '؛' | '؟' | '।')
}

/// Accents that stand for themselves, apostrophes, and what is there but not seen.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '´' | '¨' | '¸' | 'ʼ' | '‘' | '’' | '\u{ad}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}')
}

/// What an accented letter of the Latin, Greek or Cyrillic script is without its accent, and what joined
/// letters are apart; empty for every other letter. From the compatibility decompositions of Unicode.
#[rustfmt::skip]
fn base(letter: char) -> &'static str {
    match letter {
        'ª' | 'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ǟ' | 'ǡ' | 'ǻ' | 'ȁ' | 'ȃ' | 'ȧ' | 'ḁ' | 'ạ' | 'ả' | 'ấ' | 'ầ'
            | 'ẩ' | 'ẫ' | 'ậ' | 'ắ' | 'ằ' | 'ẳ' | 'ẵ' | 'ặ' => "a",
        'æ' | 'ǣ' | 'ǽ' => "ae",
        'ḃ' | 'ḅ' | 'ḇ' => "b",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' | 'ḉ' => "c",
        'ð' | 'ď' | 'đ' | 'ḋ' | 'ḍ' | 'ḏ' | 'ḑ' | 'ḓ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ȅ' | 'ȇ' | 'ȩ' | 'ḕ' | 'ḗ' | 'ḙ' | 'ḛ' | 'ḝ' | 'ẹ' | 'ẻ' | 'ẽ'
            | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' => "e",
        'ḟ' => "f",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ǵ' | 'ḡ' => "g",
        'ĥ' | 'ħ' | 'ȟ' | 'ḣ' | 'ḥ' | 'ḧ' | 'ḩ' | 'ḫ' | 'ẖ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ȉ' | 'ȋ' | 'ḭ' | 'ḯ' | 'ỉ' | 'ị' => "i",
        'ĳ' => "ij",
        'ĵ' | 'ǰ' => "j",
        'ķ' | 'ǩ' | 'ḱ' | 'ḳ' | 'ḵ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' | 'ŀ' | 'ḷ' | 'ḹ' | 'ḻ' | 'ḽ' => "l",
        'ḿ' | 'ṁ' | 'ṃ' => "m",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŉ' | 'ǹ' | 'ṅ' | 'ṇ' | 'ṉ' | 'ṋ' => "n",
        'º' | 'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ǫ' | 'ǭ' | 'ǿ' | 'ȍ' | 'ȏ' | 'ȫ' | 'ȭ' | 'ȯ' | 'ȱ'
            | 'ṍ' | 'ṏ' | 'ṑ' | 'ṓ' | 'ọ' | 'ỏ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' => "o",
        'œ' => "oe",
        'ṕ' | 'ṗ' => "p",
        'ŕ' | 'ŗ' | 'ř' | 'ȑ' | 'ȓ' | 'ṙ' | 'ṛ' | 'ṝ' | 'ṟ' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ſ' | 'ș' | 'ṡ' | 'ṣ' | 'ṥ' | 'ṧ' | 'ṩ' | 'ẛ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṫ' | 'ṭ' | 'ṯ' | 'ṱ' | 'ẗ' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ȕ' | 'ȗ' | 'ṳ' | 'ṵ'
            | 'ṷ' | 'ṹ' | 'ṻ' | 'ụ' | 'ủ' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' => "u",
        'ṽ' | 'ṿ' => "v",
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' | 'ẇ' | 'ẉ' | 'ẘ' => "w",
        'ẋ' | 'ẍ' => "x",
        'ý' | 'ÿ' | 'ŷ' | 'ȳ' | 'ẏ' | 'ẙ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => "y",
        'ź' | 'ż' | 'ž' | 'ẑ' | 'ẓ' | 'ẕ' => "z",
        'ά' => "α",
        'έ' => "ε",
        'ή' => "η",
        'ί' | 'ΐ' | 'ϊ' => "ι",
        'ό' => "ο",
        'ς' => "σ",
        'ύ' | 'ΰ' | 'ϋ' => "υ",
        'ώ' => "ω",
        'ѓ' => "г",
        'ѐ' | 'ё' => "е",
        'й' | 'ѝ' => "и",
        'ї' => "і",
        'ќ' => "к",
        'ў' => "у",
        _ => "",
    }
}
