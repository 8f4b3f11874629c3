//! Text that people wrote: bounded, on one line, and free of code points that hide or reorder what is shown.

use serde::{Deserialize, Serialize};

/// The longest text, in bytes of UTF-8: a dissenting opinion of a page; longer papers are attachments.
pub const TEXT_BYTES_MAX: usize = 2_000;

/// A text of a statement: at most [`TEXT_BYTES_MAX`] bytes, one line, none of the [refused](is_refused) code points,
/// no space at either end. May be empty. NFC is applied when a draft is signed and not demanded here.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text(Box<str>);

/// Why a text is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotText {
    /// Longer than [`TEXT_BYTES_MAX`].
    #[error("{0} bytes of text, and at most {TEXT_BYTES_MAX} are allowed")]
    TooLong(usize),
    /// Holds a code point that is refused.
    #[error("the code point U+{:04X} is not allowed in a text", u32::from(*.0))]
    CodePoint(char),
    /// Begins or ends with a space.
    #[error("a text may not begin or end with a space")]
    Padded,
}

/// Whether a code point shows nothing, or changes how others are shown: those [refused](is_refused) in texts, and the two
/// joiners, which some scripts need.
pub fn is_invisible(c: char) -> bool {
    is_refused(c) || matches!(c, '\u{200C}' | '\u{200D}')
}

/// Whether a code point is refused in texts: controls, line ends, bidirectional marks, invisible and tag characters,
/// every space but U+0020, interlinear marks and noncharacters. The list stands in `docs/format.md`.
pub fn is_refused(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_control()
        || matches!(u32::from(c),
            0x00A0 | 0x00AD | 0x034F | 0x061C | 0x115F | 0x1160 | 0x1680 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
            | 0x2000..=0x200B | 0x200E | 0x200F | 0x2028..=0x202F | 0x205F..=0x206F | 0x2800
            | 0x3000 | 0x3164 | 0xFDD0..=0xFDEF | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0
            | 0xFFF0..=0xFFFB | 0x13430..=0x1343F | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
        || (u32::from(c) & 0xFFFE) == 0xFFFE
}

impl Text {
    /// The text, as it was signed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::str::FromStr for Text {
    type Err = NotText;
    fn from_str(s: &str) -> Result<Self, NotText> {
        s.to_owned().try_into()
    }
}

impl TryFrom<String> for Text {
    type Error = NotText;
    fn try_from(s: String) -> Result<Self, NotText> {
        if s.len() > TEXT_BYTES_MAX {
            return Err(NotText::TooLong(s.len()));
        }
        if let Some(refused) = s.chars().find(|&c| is_refused(c)) {
            return Err(NotText::CodePoint(refused));
        }
        if s.starts_with(' ') || s.ends_with(' ') {
            return Err(NotText::Padded);
        }
        Ok(Self(s.into()))
    }
}

impl From<Text> for String {
    fn from(text: Text) -> String {
        text.0.into()
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

/// A language, as two or three lower-case letters: `az`, `en`, `ru`, `ka`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

/// A text that is not a language tag of two or three lower-case letters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a language: two or three lower-case letters, as in en")]
pub struct NotALanguage;

impl Language {
    /// The language's letters: `en`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Language {
    type Error = NotALanguage;
    fn try_from(s: String) -> Result<Self, NotALanguage> {
        if (2..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_lowercase()) {
            Ok(Self(s))
        } else {
            Err(NotALanguage)
        }
    }
}

impl From<Language> for String {
    fn from(language: Language) -> String {
        language.0
    }
}

/// One text in some languages, ascending by language, each once.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<(Language, Text)>", into = "Vec<(Language, Text)>")]
pub struct Localised(Vec<(Language, Text)>);

/// A list of translations that names a language twice, or is out of order, or too long.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("translations must be at most 32, each language once, in ascending order")]
pub struct NotLocalised;

impl Localised {
    /// The most translations of one text.
    pub const LANGUAGES_MAX: usize = 32;

    /// Sorts and takes the translations.
    ///
    /// # Errors
    /// When a language stands twice or there are too many.
    pub fn new(mut translations: Vec<(Language, Text)>) -> Result<Self, NotLocalised> {
        translations.sort();
        translations.try_into()
    }

    /// The text in `language`, else in English, else in the first language there is, else empty.
    pub fn in_language(&self, language: &str) -> &str {
        self.said_in(language).1
    }

    /// The same, with the language that it is in; none where there is no text.
    pub fn said_in(&self, language: &str) -> (Option<&str>, &str) {
        let find = |wanted: &str| self.0.iter().find(|(l, _)| l.as_str() == wanted);
        let found = find(language).or_else(|| find("en")).or_else(|| self.0.first());
        found.map_or((None, ""), |(language, text)| (Some(language.as_str()), text.as_str()))
    }

    /// Every translation, ascending by language.
    pub fn iter(&self) -> impl Iterator<Item = &(Language, Text)> {
        self.0.iter()
    }

    /// Whether there is no translation at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl TryFrom<Vec<(Language, Text)>> for Localised {
    type Error = NotLocalised;
    fn try_from(list: Vec<(Language, Text)>) -> Result<Self, NotLocalised> {
        let ascending = list.windows(2).all(|pair| pair[0].0 < pair[1].0);
        if ascending && list.len() <= Self::LANGUAGES_MAX { Ok(Self(list)) } else { Err(NotLocalised) }
    }
}

impl From<Localised> for Vec<(Language, Text)> {
    fn from(localised: Localised) -> Self {
        localised.0
    }
}
