//! Reading and writing what people have: sentences, tables, files.
//!
//! Reading takes two steps everywhere: what was written, then what it means. What cannot be read is refused
//! with its place, and nothing is lost in silence.

pub mod json;
