//! What the program asks of the Fluent files.

/// The attribute of a message that says what to do.
pub const REMEDY: &str = "remedy";

/// A message as the program asks for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Message {
    /// Its name in the Fluent files: `place-event`.
    pub id: &'static str,
    /// The variables that it is given, each of which every language uses: `sequence`.
    pub given: &'static [&'static str],
    /// Whether it also says what to do.
    pub has_remedy: bool,
}

/// A name of Rust as Fluent writes it, with hyphens.
pub const fn hyphened<const BYTES: usize>(name: &str) -> [u8; BYTES] {
    let (name, mut written, mut at) = (name.as_bytes(), [b'-'; BYTES], 0);
    while at < BYTES {
        if name[at] != b'_' {
            written[at] = name[at];
        }
        at += 1;
    }
    written
}

/// Whether something was listed.
pub const fn has(listed: &[&str]) -> bool {
    !listed.is_empty()
}
