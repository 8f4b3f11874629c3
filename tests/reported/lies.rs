//! Lies that nothing told.
