//! The example workspace that a newcomer can open.
