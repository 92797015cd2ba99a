//! From the text of a file of any version to the present wire types.
//!
//! A released version is read for ever: a sample of each is kept in `core/tests/fixtures`. To release
//! version n + 1, keep the types of version n beside this file, add the step from them to the next version's
//! types, call it in the arm of n below, and freeze a sample.

use serde::Deserialize;

use super::error::ReadError;
use super::{FORMAT, REPORT_FORMAT, VERSION, wire};

/// What every version has.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u64>,
}

/// Reads a file of any version that this program knows.
pub(super) fn read(json: &[u8]) -> Result<wire::Workspace<'_>, ReadError> {
    let head: Head = serde_json::from_slice(json).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => ReadError::foreign(),
        _ => ReadError::syntax(&error),
    })?;
    match head.format.as_deref() {
        Some(FORMAT) => {}
        Some(REPORT_FORMAT) => return Err(ReadError::report()),
        _ => return Err(ReadError::foreign()),
    }
    match head.version {
        Some(1) => serde_json::from_slice(json).map_err(|error| ReadError::syntax(&error)),
        Some(version) if version > VERSION => Err(ReadError::newer(version)),
        _ => Err(ReadError::foreign()),
    }
}
