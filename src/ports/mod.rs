//! The only way to the outside: clock, randomness, storage, clipboard, files, and where the page is.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod place;
pub mod random;
pub mod storage;
