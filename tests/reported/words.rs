//! Words that did not help.
