//! From a file of any version to one of the present version.
//!
//! A released version is read for ever: a sample of each is kept in `core/tests/fixtures`. To release
//! version n + 1, write the step from version n as a function of this file, which changes the tree, and call
//! it and all later ones for files of version n; then freeze a sample.
//!
//! - 1 to 2: nothing to change. Version 2 added whom a division serves, routine, talks, snapshots, and where values come
//!   from; files without them say that there are none.

use super::entry::Entry;
use super::error::{Place, ReadError};
use super::{FORMAT, PUBLISHED_FORMAT, REPORT_FORMAT, VERSION};
use crate::date::Date;

/// What stands around a workspace that was published: whom to ask, and since when.
pub(super) type Around = (String, Option<Date>);

/// Reads the head of a file, and brings the rest of it to the present version. What was published is the workspace in
/// it.
pub(super) fn read(json: &[u8]) -> Result<(Entry<'_>, Around), ReadError> {
    let mut file = Entry::open(super::parse::parse(json)?, Place::FILE).map_err(|_| ReadError::foreign())?;
    let mut around = Around::default();
    if head(&mut file)? == PUBLISHED_FORMAT {
        around = (file.text("ask")?, file.optional_date("published")?);
        let workspace = file.entry("workspace")?;
        file.close()?;
        file = workspace;
        if head(&mut file)? != FORMAT {
            return Err(ReadError::foreign());
        }
    }
    Ok((file, around))
}

/// Takes the format and the version out of an entry that has them; the version is one that can be read.
fn head(file: &mut Entry<'_>) -> Result<&'static str, ReadError> {
    let format = match file.text("format").as_deref() {
        Ok(FORMAT) => FORMAT,
        Ok(PUBLISHED_FORMAT) => PUBLISHED_FORMAT,
        Ok(REPORT_FORMAT) => return Err(ReadError::report()),
        _ => return Err(ReadError::foreign()),
    };
    match file.number("version")? {
        Some(1..=VERSION) => Ok(format),
        Some(version) if version > VERSION => Err(ReadError::newer(version)),
        _ => Err(ReadError::foreign()),
    }
}
