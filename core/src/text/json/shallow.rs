//! An entry read no deeper than its fields: for what stands around a workspace's file, which then is read once.

use std::borrow::Cow;

use super::error::ReadError;
use super::parse::{self, Parser};
use super::tree::Tree;

/// The fields of an entry, each as it stands in the text; what is in them is looked at when it is asked for.
///
/// ```
/// use evencost_core::text::json::Shallow;
///
/// let around = Shallow::read(r#"{"revision": 7, "name": "Au\u0074umn", "document": {"format": []}}"#).unwrap();
/// assert_eq!(around.number("revision"), Some(7));
/// assert_eq!(around.text("name").as_deref(), Some("Autumn"));
/// assert_eq!(around.raw("document"), Some(r#"{"format": []}"#));
/// assert_eq!(around.number("writer"), None);
/// ```
pub struct Shallow<'a>(Vec<(Cow<'a, str>, &'a str)>);

impl<'a> Shallow<'a> {
    /// Reads a text that is one entry.
    ///
    /// # Errors
    /// Where it is none, with the line.
    pub fn read(text: &'a str) -> Result<Self, ReadError> {
        let mut fields = Vec::new();
        let mut parser = Parser::new(text);
        parser.fields(&mut |parser, name| {
            fields.push((name, parser.skipped()?));
            Ok(())
        })?;
        parser.end()?;
        Ok(Self(fields))
    }

    /// The content of a field as it stands in the text.
    pub fn raw(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, content)| *content)
    }

    fn tree(&self, name: &str) -> Option<Tree<'a>> {
        parse::parse(self.raw(name)?.as_bytes()).ok()
    }

    /// A whole number that is not negative.
    pub fn number(&self, name: &str) -> Option<u64> {
        match self.tree(name)? {
            Tree::Number(number) => u64::try_from(number).ok(),
            _ => None,
        }
    }

    /// A text.
    pub fn text(&self, name: &str) -> Option<String> {
        match self.tree(name)? {
            Tree::Text(text) => Some(text.into_owned()),
            _ => None,
        }
    }
}

/// A text as JSON spells it, in quotation marks.
pub fn quoted(words: &str) -> String {
    let mut text = String::new();
    super::layout::push_quoted(&mut text, words);
    text
}
