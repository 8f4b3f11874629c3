//! What the program says of itself: its arguments, the files it is given, the operations that it asks for. One file a
//! subject, each beside a Fluent file of its name; the election's own words are those of [`text`](crate::text).

pub mod files;
pub mod keys;
pub mod papers;
pub mod usage;

use crate::text::Message;

/// Every message that the program says besides those of [`text`](crate::text), and what it is given.
pub fn messages() -> impl Iterator<Item = Message> {
    [files::MESSAGES, keys::MESSAGES, papers::MESSAGES, usage::MESSAGES].into_iter().flatten().copied()
}
