//! From the text of a file to a tree, in one pass over it.
//!
//! Written by hand: serde_json brings tables for fractions, of which a workspace has none, and would be a tenth of what
//! a browser loads first. `core/tests/text_json.rs` holds this against it.

use std::borrow::Cow;

use super::error::ReadError;
use super::tree::Tree;

/// A file that nests deeper is refused: reading takes a stack.
const DEEPEST: usize = 100;

/// More fields than any entry has: each name is looked for among those before.
const MOST_FIELDS: usize = 100;

type Read<T> = Result<T, ReadError>;

/// Reads a text that is one piece of JSON.
pub(super) fn parse(json: &[u8]) -> Read<Tree<'_>> {
    let Ok(text) = std::str::from_utf8(json) else {
        return Err(ReadError::syntax("it is not text in UTF-8"));
    };
    let mut parser = Parser::new(text);
    let tree = parser.content(0)?;
    parser.end()?;
    Ok(tree)
}

pub(super) struct Parser<'a> {
    text: &'a str,
    /// Where it is; always between two characters.
    at: usize,
}

impl<'a> Parser<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<u8> {
        self.rest().bytes().next()
    }

    /// Why it cannot be read, with the line.
    fn refuse<T>(&self, problem: &str) -> Read<T> {
        let before = self.text.as_bytes().iter().take(self.at);
        let line = 1 + before.filter(|byte| **byte == b'\n').count();
        Err(ReadError::syntax(&[problem, " (line ", &line.to_string(), ")"].concat()))
    }

    /// What stands here is nothing that may.
    fn stray<T>(&self) -> Read<T> {
        match self.rest().chars().next() {
            None => self.refuse("it ends too early"),
            Some(c) => self.refuse(&["“", c.encode_utf8(&mut [0; 4]), "” cannot stand here"].concat()),
        }
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\n', '\r', '\t']).len();
    }

    /// Passes what has to stand here.
    fn pass(&mut self, expected: &str) -> Read<()> {
        if !self.rest().starts_with(expected) {
            return self.stray();
        }
        self.at += expected.len();
        Ok(())
    }

    /// Passes it where it stands here.
    fn passes(&mut self, expected: u8) -> bool {
        let is_here = self.next() == Some(expected);
        self.at += usize::from(is_here);
        is_here
    }

    /// Nothing may follow.
    pub fn end(&mut self) -> Read<()> {
        self.skip_space();
        if self.rest().is_empty() { Ok(()) } else { self.stray() }
    }

    fn content(&mut self, depth: usize) -> Read<Tree<'a>> {
        if depth > DEEPEST {
            return self.refuse("it nests too deep");
        }
        self.skip_space();
        match self.next() {
            Some(b'n') => self.pass("null").map(|()| Tree::Null),
            Some(b't') => self.pass("true").map(|()| Tree::Flag(true)),
            Some(b'f') => self.pass("false").map(|()| Tree::Flag(false)),
            Some(b'"') => self.quoted().map(Tree::Text),
            Some(b'[') => {
                let mut items = Vec::new();
                self.each(b']', &mut |parser| {
                    items.push(parser.content(depth + 1)?);
                    Ok(())
                })?;
                Ok(Tree::List(items))
            }
            Some(b'{') => {
                let mut fields = Vec::new();
                self.fields(&mut |parser, name| {
                    fields.push((name, parser.content(depth + 1)?));
                    Ok(())
                })?;
                Ok(Tree::Entry(fields))
            }
            _ => self.number().map(Tree::Number),
        }
    }

    /// Reads an entry, having each field's content read or skipped; a name stands for one field alone.
    pub fn fields(&mut self, content: &mut dyn FnMut(&mut Self, Cow<'a, str>) -> Read<()>) -> Read<()> {
        let mut names: Vec<Cow<'a, str>> = Vec::new();
        self.skip_space();
        if self.next() != Some(b'{') {
            return self.stray();
        }
        self.each(b'}', &mut |parser| {
            parser.skip_space();
            let name = parser.quoted()?;
            if names.len() == MOST_FIELDS {
                return parser.refuse("more fields in an entry than any has");
            }
            if names.contains(&name) {
                return parser.refuse("two fields of one name in an entry");
            }
            names.push(name.clone());
            parser.skip_space();
            parser.pass(":")?;
            content(parser, name)
        })
    }

    /// Reads what stands between this bracket and the one that closes it, with commas between.
    fn each(&mut self, close: u8, read: &mut dyn FnMut(&mut Self) -> Read<()>) -> Read<()> {
        self.at += 1;
        self.skip_space();
        if self.passes(close) {
            return Ok(());
        }
        loop {
            read(self)?;
            self.skip_space();
            if self.passes(close) {
                return Ok(());
            }
            self.pass(",")?;
        }
    }

    /// A text in quotation marks: a part of the file where nothing in it is spelt by an escape.
    fn quoted(&mut self) -> Read<Cow<'a, str>> {
        self.pass("\"")?;
        let mut read = Cow::Borrowed("");
        loop {
            let rest = self.rest();
            let end = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\').unwrap_or(rest.len());
            let plain = rest.get(..end).unwrap_or_default();
            self.at += end;
            if read.is_empty() {
                read = Cow::Borrowed(plain);
            } else {
                read.to_mut().push_str(plain);
            }
            if self.passes(b'"') {
                return Ok(read);
            }
            if !self.passes(b'\\') {
                return self.stray();
            }
            let escaped = self.escaped()?;
            read.to_mut().push(escaped);
        }
    }

    /// What the letters after a backslash stand for.
    fn escaped(&mut self) -> Read<char> {
        const ESCAPES: [(u8, char); 8] = [
            (b'"', '"'),
            (b'\\', '\\'),
            (b'/', '/'),
            (b'b', '\u{8}'),
            (b'f', '\u{c}'),
            (b'n', '\n'),
            (b'r', '\r'),
            (b't', '\t'),
        ];
        for (letter, stands_for) in ESCAPES {
            if self.passes(letter) {
                return Ok(stands_for);
            }
        }
        self.pass("u")?;
        let mut unit = self.four_digits()?;
        // Letters beyond the first 65,536 are spelt by two.
        if (0xd800..0xdc00).contains(&unit) && self.rest().starts_with("\\u") {
            self.at += 2;
            let low = self.four_digits()?;
            if (0xdc00..0xe000).contains(&low) {
                unit = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
            }
        }
        match char::from_u32(unit) {
            Some(letter) => Ok(letter),
            None => self.refuse("half of a letter"),
        }
    }

    fn four_digits(&mut self) -> Read<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = self.next().and_then(|byte| char::from(byte).to_digit(16)) else {
                return self.stray();
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Read<i64> {
        let rest = self.rest();
        let digits = rest.strip_prefix('-').unwrap_or(rest);
        let count = digits.bytes().take_while(u8::is_ascii_digit).count();
        if count == 0 {
            return self.stray();
        }
        let number = rest.get(..rest.len() - digits.len() + count).unwrap_or_default();
        let after = digits.as_bytes().get(count);
        if after.is_some_and(|byte| b".eE".contains(byte)) || (count > 1 && digits.starts_with('0')) {
            return self.refuse("a number that is not whole");
        }
        let Ok(read) = number.parse() else { return self.refuse("too large a number") };
        self.at += number.len();
        Ok(read)
    }

    /// Passes content without looking into it, and answers it as it stands there.
    pub fn skipped(&mut self) -> Read<&'a str> {
        self.skip_space();
        let rest = self.rest();
        let mut open = 0_usize;
        while let Some(byte) = self.next() {
            match byte {
                b'"' => {
                    self.quoted()?;
                    continue;
                }
                b'[' | b'{' => open += 1,
                b']' | b'}' if open > 0 => open -= 1,
                b',' | b']' | b'}' if open == 0 => break,
                _ if !byte.is_ascii() => return self.stray(),
                _ => {}
            }
            self.at += 1;
        }
        if open > 0 {
            return self.stray();
        }
        Ok(rest.get(..rest.len() - self.rest().len()).unwrap_or_default().trim_end())
    }
}
