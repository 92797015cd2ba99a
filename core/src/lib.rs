//! Evencost's reasoning.
