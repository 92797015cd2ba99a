//! The few components that several screens share.

mod blank;
mod dialog;
pub mod erased;
mod menu;
mod notices;
mod sentence;

pub use blank::Blank;
pub use dialog::Dialog;
pub use menu::{Menu, MenuItem};
pub use notices::{Notices, NoticesView};
pub use sentence::{Sentence, SentenceOf};
