//! JSON as it is written, before it means anything: one type that keeps the order of fields.
//!
//! One such type for all entries, rather than a derived one for each, because every derived type brings a
//! reader of its own into the program that a browser loads.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

pub(super) enum Tree<'a> {
    Null,
    Flag(bool),
    Number(i64),
    Text(Cow<'a, str>),
    List(Vec<Tree<'a>>),
    /// No two fields have the same name.
    Entry(Vec<(Cow<'a, str>, Tree<'a>)>),
}

impl<'a, T: Into<Cow<'a, str>>> From<T> for Tree<'a> {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

impl<'de> Deserialize<'de> for Tree<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a whole number, true, false, a list or an entry")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Tree::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        i64::try_from(number).map(Tree::Number).map_err(|_| E::custom("too large a number"))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Tree::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Tree::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entry: A) -> Result<Self::Value, A::Error> {
        let mut fields: Vec<(Cow<'de, str>, Tree<'de>)> = Vec::new();
        while let Some((name, content)) = entry.next_entry()? {
            let Tree::Text(name) = name else { return Err(A::Error::custom("a field without a name")) };
            if fields.iter().any(|(earlier, _)| *earlier == name) {
                return Err(A::Error::custom("two fields of one name in an entry"));
            }
            fields.push((name, content));
        }
        Ok(Tree::Entry(fields))
    }
}
