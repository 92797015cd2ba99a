//! What a file of the present version holds, field by field. Fields without content are left out.
//!
//! An unknown field is refused: to read past it would lose it at the next save. A released version never
//! changes; what would change these types makes a new version and a step in `migrations`.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub(super) type Text<'a> = Cow<'a, str>;

fn is_default<T: Default + PartialEq>(content: &T) -> bool {
    *content == T::default()
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Workspace<'a> {
    pub format: Text<'a>,
    pub version: u64,
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub divisions: Vec<Division<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<Request<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_goods: Vec<SameGood<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Division<'a> {
    pub id: Text<'a>,
    #[serde(default)]
    pub name: Text<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Value<'a> {
    pub id: Text<'a>,
    #[serde(default)]
    pub pursued: Text<'a>,
    #[serde(default)]
    pub cost: Text<'a>,
    /// The words of that side name one good.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pursued_whole: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub cost_whole: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub example: Text<'a>,
    /// A date; a draft has none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub adopted: Option<Text<'a>>,
    /// `real-choice` or `nobody-would`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reversal: Option<Text<'a>>,
    /// The source of a must, which may be empty; a value has none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub must: Option<Text<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person<'a> {
    pub id: Text<'a>,
    #[serde(default)]
    pub name: Text<'a>,
    pub division: Text<'a>,
    /// The name may be shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub named: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request<'a> {
    pub id: Text<'a>,
    #[serde(default)]
    pub title: Text<'a>,
    pub date: Text<'a>,
    /// Who asks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Text<'a>,
    /// The division whose own action it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub own: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub detail: Text<'a>,
    /// The source of what requires it, which may be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub required: Option<Text<'a>>,
    /// The source of what forbids it, which may be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub forbidden: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision<'a>>,
    /// The divisions that have shown their answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revealed: Vec<Text<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decision<'a> {
    pub division: Text<'a>,
    /// `open`, `yes`, `yes-if`, `pass-on` or `no`.
    pub outcome: Text<'a>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub value: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: Text<'a>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub terms: Text<'a>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer<'a> {
    pub person: Text<'a>,
    pub value: Text<'a>,
    /// -1, 0 or 1; unanswered without.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pursued: Option<i8>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub cost: Option<i8>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub too_dear: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SameGood<'a> {
    pub a: Text<'a>,
    /// Only as it stands in that value.
    #[serde(default, skip_serializing_if = "is_default")]
    pub a_in: Option<Text<'a>>,
    pub b: Text<'a>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub b_in: Option<Text<'a>>,
    pub same: bool,
}
