//! Languages. A language is a variant of [`Lang`], and every function of this floor matches on it without a wildcard:
//! a language with one sentence missing does not compile.

use std::str::FromStr;

/// A language in which every sentence exists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Azerbaijani, in Latin letters.
    Az,
    /// Russian.
    Ru,
}

/// Why a text names no language of the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is not a language of this program, which speaks en, az and ru")]
pub struct NotALang {
    /// The text as found, cut at 16 characters.
    pub found: String,
}

impl Lang {
    /// Every language.
    pub const ALL: &[Self] = &[Self::En, Self::Az, Self::Ru];

    /// Its letters, as `--lang` and the manifest's translations have them: `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Az => "az",
            Self::Ru => "ru",
        }
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Lang {
    type Err = NotALang;
    /// Reads `en`, `az` or `ru`, and no other spelling.
    fn from_str(s: &str) -> Result<Self, NotALang> {
        let found = Self::ALL.iter().copied().find(|lang| lang.code() == s);
        found.ok_or_else(|| NotALang { found: s.chars().take(16).collect() })
    }
}
