//! An entry of the file while it is being read: its fields are taken out one by one, and none may be left.

use std::borrow::Cow;

use super::error::{Place, ReadError};
use super::tree::Tree;
use crate::date::{self, Date};
use crate::id::Id;

pub(super) struct Entry<'a> {
    place: Place<'a>,
    fields: Vec<(Cow<'a, str>, Tree<'a>)>,
}

impl<'a> Entry<'a> {
    pub fn open(tree: Tree<'a>, place: Place<'a>) -> Result<Self, ReadError> {
        match tree {
            Tree::Entry(fields) => Ok(Self { place, fields }),
            _ => Err(place.refuse("here should be an entry in braces")),
        }
    }

    pub fn place(&self) -> Place<'a> {
        self.place
    }

    /// The content of a field; `None` without one.
    fn take(&mut self, name: &str) -> Option<Tree<'a>> {
        let index = self.fields.iter().position(|(field, _)| field == name)?;
        match self.fields.remove(index).1 {
            Tree::Null => None,
            content => Some(content),
        }
    }

    fn wrong(&self, name: &str, wanted: &str) -> ReadError {
        self.place.refuse(format!("“{name}” should be {wanted}"))
    }

    fn missing(&self, name: &str) -> ReadError {
        self.place.refuse(format!("“{name}” is missing"))
    }

    pub fn optional_text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        match self.take(name) {
            None => Ok(None),
            Some(Tree::Text(text)) => Ok(Some(text.into_owned())),
            Some(_) => Err(self.wrong(name, "text")),
        }
    }

    /// Text that may be left out where it is empty.
    pub fn text(&mut self, name: &str) -> Result<String, ReadError> {
        Ok(self.optional_text(name)?.unwrap_or_default())
    }

    pub fn needed_text(&mut self, name: &str) -> Result<String, ReadError> {
        self.optional_text(name)?.ok_or_else(|| self.missing(name))
    }

    pub fn optional_id(&mut self, name: &str) -> Result<Option<Id>, ReadError> {
        self.optional_text(name)?.map(|text| self.parsed(&text)).transpose()
    }

    fn parsed(&self, text: &str) -> Result<Id, ReadError> {
        text.parse().map_err(|invalid| self.place.refuse(format!("“{text}” is no id: {invalid}")))
    }

    /// A list of ids that may be left out where it is empty.
    pub fn ids(&mut self, name: &str) -> Result<Vec<Id>, ReadError> {
        let mut ids = Vec::new();
        for item in self.list(name)? {
            match item {
                Tree::Text(text) => ids.push(self.parsed(&text)?),
                _ => return Err(self.wrong(name, "a list of ids")),
            }
        }
        Ok(ids)
    }

    pub fn id(&mut self, name: &str) -> Result<Id, ReadError> {
        self.optional_id(name)?.ok_or_else(|| self.missing(name))
    }

    pub fn optional_date(&mut self, name: &str) -> Result<Option<Date>, ReadError> {
        match self.optional_text(name)? {
            None => Ok(None),
            Some(text) => match date::parse(&text) {
                Some(day) => Ok(Some(day)),
                None => Err(self.place.refuse(format!("“{text}” is no date like 2026-11-12"))),
            },
        }
    }

    pub fn date(&mut self, name: &str) -> Result<Date, ReadError> {
        self.optional_date(name)?.ok_or_else(|| self.missing(name))
    }

    /// Yes or no; no where it is left out.
    pub fn flag(&mut self, name: &str) -> Result<bool, ReadError> {
        match self.take(name) {
            None => Ok(false),
            Some(Tree::Flag(flag)) => Ok(flag),
            Some(_) => Err(self.wrong(name, "true or false")),
        }
    }

    pub fn number(&mut self, name: &str) -> Result<Option<i64>, ReadError> {
        match self.take(name) {
            None => Ok(None),
            Some(Tree::Number(number)) => Ok(Some(number)),
            Some(_) => Err(self.wrong(name, "a number")),
        }
    }

    /// A whole number that is not negative.
    pub fn count(&mut self, name: &str) -> Result<Option<u32>, ReadError> {
        match self.number(name)?.map(u32::try_from) {
            None => Ok(None),
            Some(Ok(number)) => Ok(Some(number)),
            Some(Err(_)) => Err(self.wrong(name, "a whole number from 0 to 4294967295")),
        }
    }

    /// A list of such numbers that may be left out where it is empty.
    pub fn counts(&mut self, name: &str) -> Result<Vec<u32>, ReadError> {
        let number = |item| match item {
            Tree::Number(number) => u32::try_from(number).ok(),
            _ => None,
        };
        let numbers = self.list(name)?.into_iter().map(number).collect::<Option<Vec<u32>>>();
        numbers.ok_or_else(|| self.wrong(name, "a list of whole numbers"))
    }

    /// A list that may be left out where it is empty.
    pub fn list(&mut self, name: &str) -> Result<Vec<Tree<'a>>, ReadError> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Tree::List(items)) => Ok(items),
            Some(_) => Err(self.wrong(name, "a list")),
        }
    }

    /// An entry that has to be there; it is the file itself to what is said of its content.
    pub fn entry(&mut self, name: &str) -> Result<Self, ReadError> {
        match self.take(name) {
            Some(tree @ Tree::Entry(_)) => Self::open(tree, Place::FILE),
            _ => Err(self.missing(name)),
        }
    }

    /// The word in a field as what it stands for.
    pub fn word<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Result<Option<T>, ReadError> {
        match self.optional_text(name)? {
            None => Ok(None),
            Some(text) => match words.iter().find(|(word, _)| *word == text) {
                Some((_, meaning)) => Ok(Some(*meaning)),
                None => Err(self.place.refuse(format!("“{text}” cannot stand for “{name}”"))),
            },
        }
    }

    /// Refuses a field that nobody has taken: reading past it would lose it at the next save.
    pub fn close(self) -> Result<(), ReadError> {
        match self.fields.first() {
            None => Ok(()),
            Some((name, _)) => Err(self.place.refuse(format!("the field “{name}” is not known"))),
        }
    }
}
