//! From a file of any version to one of the present version.
//!
//! A released version is read for ever: a sample of each is kept in `core/tests/fixtures`. To release
//! version n + 1, write the step from version n as a function of this file, which changes the tree, and call
//! it and all later ones for files of version n; then freeze a sample.

use super::entry::Entry;
use super::error::{Place, ReadError};
use super::{FORMAT, REPORT_FORMAT, VERSION};

/// Reads the head of a file, and brings the rest of it to the present version.
pub(super) fn read(json: &[u8]) -> Result<Entry<'_>, ReadError> {
    let tree = serde_json::from_slice(json).map_err(|error| ReadError::syntax(&error))?;
    let mut file = Entry::open(tree, Place::FILE).map_err(|_| ReadError::foreign())?;
    match file.text("format").as_deref() {
        Ok(FORMAT) => {}
        Ok(REPORT_FORMAT) => return Err(ReadError::report()),
        _ => return Err(ReadError::foreign()),
    }
    match file.number("version")? {
        Some(VERSION) => Ok(file),
        Some(version) if version > VERSION => Err(ReadError::newer(version)),
        _ => Err(ReadError::foreign()),
    }
}
