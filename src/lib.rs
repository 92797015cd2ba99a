//! Evencost's interface: screens over the document that `evencost_core` owns.
//!
//! Data walks one way: storage or a file to the document, the document through [`live`] to the screens, and
//! back only as an edit.

pub mod app;
pub mod chunks;
pub mod crash;
pub mod embed;
pub mod keeping;
pub mod live;
pub mod meaning;
pub mod parts;
pub mod ports;
pub mod route;
pub mod screens;
pub mod shell;
pub mod undo;
