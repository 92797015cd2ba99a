//! The only way to the outside: clock, randomness, storage, clipboard, files, workers, and where the page is.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod place;
pub mod random;
pub mod storage;
pub mod worker;
