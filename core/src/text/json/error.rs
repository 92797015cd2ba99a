//! Why a file cannot be read, and where.

use std::fmt;

/// A JSON file that is not read. Its message says what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Syntax { line: usize, column: usize, problem: String },
    Foreign,
    Report,
    Newer { version: u64 },
    Content { place: String, problem: String },
}

impl ReadError {
    /// It was made by a newer version of the program.
    pub fn is_newer(&self) -> bool {
        matches!(self.0, Kind::Newer { .. })
    }

    /// It is a comparison report, not a workspace.
    pub fn is_report(&self) -> bool {
        self.0 == Kind::Report
    }

    /// It is JSON of somebody else's.
    pub fn is_foreign(&self) -> bool {
        self.0 == Kind::Foreign
    }

    pub(super) fn foreign() -> Self {
        Self(Kind::Foreign)
    }

    pub(super) fn report() -> Self {
        Self(Kind::Report)
    }

    pub(super) fn newer(version: u64) -> Self {
        Self(Kind::Newer { version })
    }

    pub(super) fn syntax(error: &serde_json::Error) -> Self {
        let text = error.to_string();
        // The place is said apart.
        let problem = text.rsplit_once(" at line ").map_or(&*text, |(problem, _)| problem).to_owned();
        Self(Kind::Syntax { line: error.line(), column: error.column(), problem })
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Syntax { line, column, problem } => write!(
                f,
                "This file is damaged or cut short, at line {line}, column {column}: {problem}. Ask for it again, or open an older copy."
            ),
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
            Kind::Content { place, problem } => {
                write!(
                    f,
                    "This file contradicts itself at {place}: {problem}. Ask for it again, or open an older copy."
                )
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// An entry of the file: `divisions[2].values[0]`, counted from 0.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    within: Option<&'a Place<'a>>,
    list: &'static str,
    index: usize,
}

impl<'a> Place<'a> {
    pub fn of(list: &'static str, index: usize) -> Self {
        Self { within: None, list, index }
    }

    pub fn of_its(&'a self, list: &'static str, index: usize) -> Self {
        Self { within: Some(self), list, index }
    }

    pub fn refuse(&self, problem: impl Into<String>) -> ReadError {
        ReadError(Kind::Content { place: self.to_string(), problem: problem.into() })
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(within) = self.within {
            write!(f, "{within}.")?;
        }
        write!(f, "{}[{}]", self.list, self.index)
    }
}
