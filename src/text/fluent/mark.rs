//! How a name is told from words while a sentence is put together.

/// Stands around a name: no text of ours or of anybody's has it.
const MARK: char = '\u{1}';

/// What stands for a name.
pub fn marked(name: &str) -> String {
    format!("{MARK}{name}{MARK}")
}

/// What is said, in pieces: words that may be none, then a name and words by turns.
pub fn pieces(said: &str) -> impl Iterator<Item = &str> {
    said.split(MARK)
}
