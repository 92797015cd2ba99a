//! The coach: what it says while a value is being written.
