//! Comparing the values of divisions.
