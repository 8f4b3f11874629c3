//! Lies that nothing told.

mod policies;
