//! Languages: each is a line of one list, and a folder of sentences in `i18n/`.

use std::str::FromStr;

/// The sentences of a language, one file a subject.
macro_rules! files_of {
    ($code:literal) => {
        &[include_str!(concat!("../../i18n/", $code, "/codes.ftl"))]
    };
}

/// Lists every language once.
macro_rules! languages {
    ($($(#[$attribute:meta])* $name:ident $code:literal,)*) => {
        /// A language in which every sentence exists.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
        pub enum Lang {
            $($(#[$attribute])* $name,)*
        }

        impl Lang {
            /// Every language.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its letters, as `--lang` and the manifest's translations have them: `en`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Its sentences.
            pub(super) const fn files(self) -> &'static [&'static str] {
                match self { $(Self::$name => files_of!($code),)* }
            }
        }
    };
}

languages! {
    /// English.
    #[default]
    En "en",
    /// Azerbaijani, in Latin letters.
    Az "az",
    /// Russian.
    Ru "ru",
}

/// Why a text names no language of the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is not a language of this program, which speaks en, az and ru")]
pub struct NotALang {
    /// The text as found, cut at 16 characters.
    pub found: String,
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
