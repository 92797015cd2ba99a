//! Why a file cannot be read, and where.

use std::fmt;

/// A JSON file that is not read. Its message says what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Syntax { problem: String },
    Foreign,
    Report,
    Newer { version: i64 },
    Content { place: String, problem: String },
}

impl ReadError {
    /// It was made by a newer version of the program.
    pub fn is_newer(&self) -> bool {
        matches!(self.0, Kind::Newer { .. })
    }

    pub(super) fn foreign() -> Self {
        Self(Kind::Foreign)
    }

    pub(super) fn report() -> Self {
        Self(Kind::Report)
    }

    pub(super) fn newer(version: i64) -> Self {
        Self(Kind::Newer { version })
    }

    pub(super) fn syntax(problem: &str) -> Self {
        Self(Kind::Syntax { problem: problem.to_owned() })
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const REMEDY: &str = "Ask for it again, or open an older copy.";
        match &self.0 {
            Kind::Syntax { problem } => write!(f, "This file is damaged or cut short: {problem}. {REMEDY}"),
            Kind::Foreign => {
                f.write_str("This is JSON, but no Evencost workspace. Open a file that Evencost has saved.")
            }
            Kind::Report => f.write_str(
                "This is a comparison report, which cannot be opened as a workspace. Open the workspace’s own file.",
            ),
            Kind::Newer { version } => write!(
                f,
                "This file was made by a newer version of Evencost (its format is {version}, this one reads up to {}). Reload the page to get the newest version.",
                super::VERSION
            ),
            Kind::Content { place, problem } => write!(f, "This file cannot be read at {place}: {problem}. {REMEDY}"),
        }
    }
}

impl std::error::Error for ReadError {}

/// An entry of the file: `divisions[2].values[0]`, counted from 0; without one, the file itself.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    within: Option<&'a Place<'a>>,
    list: &'static str,
    index: usize,
}

impl<'a> Place<'a> {
    /// The file itself.
    pub const FILE: Place<'static> = Place { within: None, list: "", index: 0 };

    /// An item of one of the entry's lists.
    pub fn item(&'a self, list: &'static str, index: usize) -> Self {
        Self { within: Some(self), list, index }
    }

    pub fn refuse(&self, problem: impl Into<String>) -> ReadError {
        ReadError(Kind::Content { place: self.to_string(), problem: problem.into() })
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.within {
            None => f.write_str("the top"),
            Some(Place { within: None, .. }) => write!(f, "{}[{}]", self.list, self.index),
            Some(within) => write!(f, "{within}.{}[{}]", self.list, self.index),
        }
    }
}
