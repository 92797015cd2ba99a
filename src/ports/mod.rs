//! The only way to the outside: clock, randomness, storage, clipboard and files.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod random;
pub mod storage;
