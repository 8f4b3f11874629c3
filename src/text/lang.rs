//! Languages. A language is a variant of [`Lang`], and every function of this floor matches on it without a wildcard:
//! a language with one sentence missing does not compile.

use std::str::FromStr;

/// A language in which every sentence exists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
}

/// A language that the program is meant to speak, and does not yet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Planned {
    /// `az`
    Azerbaijani,
    /// `ru`
    Russian,
}

/// Why a text names no language of the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotALang {
    /// Its sentences are not written yet.
    #[error("{} is not there yet", .0.name())]
    NotYet(Planned),
    /// No such language is known; the text is cut at 16 characters.
    #[error("{0:?} is not a language of this program, which speaks en")]
    Unknown(String),
}

impl Lang {
    /// Every language.
    pub const ALL: &[Self] = &[Self::En];

    /// Its letters, as `--lang` and the manifest's translations have them: `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
        }
    }
}

impl Planned {
    fn name(self) -> &'static str {
        match self {
            Self::Azerbaijani => "Azerbaijani",
            Self::Russian => "Russian",
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
    /// Reads `en`; knows `az` and `ru` by name.
    fn from_str(s: &str) -> Result<Self, NotALang> {
        match s {
            "az" => Err(NotALang::NotYet(Planned::Azerbaijani)),
            "ru" => Err(NotALang::NotYet(Planned::Russian)),
            _ => {
                let found = Self::ALL.iter().copied().find(|lang| lang.code() == s);
                found.ok_or_else(|| NotALang::Unknown(s.chars().take(16).collect()))
            }
        }
    }
}
