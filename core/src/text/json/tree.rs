//! JSON as it is written, before it means anything: one type that keeps the order of fields.

use std::borrow::Cow;

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
