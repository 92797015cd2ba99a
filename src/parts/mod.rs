//! The few components that several screens share.

mod blank;
mod choice;
mod clock;
mod copy;
mod dialog;
pub mod erased;
mod menu;
mod notices;
mod paragraph;
pub mod reorder;
mod segments;
mod sentence;
mod tag;
mod tick;

pub use blank::Blank;
pub use choice::Choice;
pub use clock::{Clock, Countdown};
pub use copy::copy;
pub use dialog::Dialog;
pub use menu::{Menu, MenuItem};
pub use notices::{Notices, NoticesView};
pub use paragraph::Paragraph;
pub use segments::{Segment, Segments};
pub use sentence::{Sentence, SentenceOf};
pub use tag::Tag;
pub use tick::Tick;
