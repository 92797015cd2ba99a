//! Evencost's reasoning: the document, its edits, and what follows from them.
//!
//! No browser, clock or randomness in it: dates and ids come in as arguments, so all of it runs and is
//! tested natively. The words are those of the screens; `README.md` at the top of the repository has them.
#![forbid(unsafe_code)]

pub mod coach;
pub mod compare;
pub mod date;
pub mod document;
pub mod edit;
pub mod example;
pub mod good;
pub mod id;
pub mod link;
pub mod meaning;
pub mod meeting;
pub mod merge;
pub mod publish;
pub mod routine;
pub mod serve;
pub mod talk;
pub mod text;
pub mod way;
pub mod weigh;
