//! Weighing requests against values.
