//! What stands between the cells of a table.

/// What stands between the cells of a table. A comma belongs there; spreadsheets write others, where a comma is the
/// decimal sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// U+0009
    Tab,
}

impl Separator {
    /// The separators that stand where a comma belongs.
    const OTHERS: [Self; 2] = [Self::Semicolon, Self::Tab];

    /// The separator of a table, by its header. Every table has several columns, and none has a separator in its name:
    /// a header without a comma and with another separator cannot be meant otherwise.
    pub fn of(text: &str) -> Self {
        let header = text.lines().next().unwrap_or_default();
        let others = Self::OTHERS.into_iter().filter(|_| !header.contains(','));
        others.into_iter().find(|other| header.contains(other.sign())).unwrap_or(Self::Comma)
    }

    /// Whether the name of a column holds a separator: it then is several, and the header has two kinds of them.
    pub(super) fn is_in(column: &str) -> bool {
        Self::OTHERS.into_iter().any(|other| column.contains(other.sign()))
    }

    /// The character.
    pub fn sign(self) -> char {
        char::from(self.byte())
    }

    /// The byte.
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}
