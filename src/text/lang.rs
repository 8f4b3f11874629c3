//! Languages: each is a line of one list, and a folder of sentences in `i18n/`.

use std::str::FromStr;

/// The sentences of a language, one file a subject.
macro_rules! files_of {
    ($code:literal) => {
        &[
            include_str!(concat!("../../i18n/", $code, "/account.ftl")),
            include_str!(concat!("../../i18n/", $code, "/attachments.ftl")),
            include_str!(concat!("../../i18n/", $code, "/codes.ftl")),
            include_str!(concat!("../../i18n/", $code, "/compare.ftl")),
            #[cfg(feature = "browser")]
            include_str!(concat!("../../i18n/", $code, "/browser/desk.ftl")),
            include_str!(concat!("../../i18n/", $code, "/events.ftl")),
            include_str!(concat!("../../i18n/", $code, "/faults.ftl")),
            include_str!(concat!("../../i18n/", $code, "/findings.ftl")),
            #[cfg(feature = "intake")]
            include_str!(concat!("../../i18n/", $code, "/intake/alike.ftl")),
            #[cfg(feature = "intake")]
            include_str!(concat!("../../i18n/", $code, "/intake/hints.ftl")),
            #[cfg(feature = "intake")]
            include_str!(concat!("../../i18n/", $code, "/intake/mistakes.ftl")),
            #[cfg(feature = "intake")]
            include_str!(concat!("../../i18n/", $code, "/intake/slips.ftl")),
            #[cfg(feature = "keys")]
            include_str!(concat!("../../i18n/", $code, "/keys/keyfiles.ftl")),
            include_str!(concat!("../../i18n/", $code, "/labels.ftl")),
            include_str!(concat!("../../i18n/", $code, "/language.ftl")),
            include_str!(concat!("../../i18n/", $code, "/names.ftl")),
            include_str!(concat!("../../i18n/", $code, "/print.ftl")),
            include_str!(concat!("../../i18n/", $code, "/proofs.ftl")),
            include_str!(concat!("../../i18n/", $code, "/refusals.ftl")),
            include_str!(concat!("../../i18n/", $code, "/tables.ftl")),
            include_str!(concat!("../../i18n/", $code, "/unreadable.ftl")),
            #[cfg(feature = "browser")]
            include_str!(concat!("../../i18n/", $code, "/browser.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/check.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/charts.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/checking.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/data.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/embedding.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/pages.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/people.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/log.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/findings.ftl")),
            #[cfg(feature = "portal")]
            include_str!(concat!("../../i18n/", $code, "/portal/papers.ftl")),
            #[cfg(feature = "cli")]
            include_str!(concat!("../../i18n/", $code, "/program/failures.ftl")),
            #[cfg(feature = "cli")]
            include_str!(concat!("../../i18n/", $code, "/program/input.ftl")),
            #[cfg(feature = "cli")]
            include_str!(concat!("../../i18n/", $code, "/program/talk.ftl")),
        ]
    };
}

/// The files of an election folder to begin with, each with its name: what is said is a language's, the tables are no
/// language's.
#[cfg(feature = "cli")]
macro_rules! election_of {
    ($code:literal) => {
        &[
            ("README.txt", include_str!(concat!("../../i18n/", $code, "/election/README.txt"))),
            ("manifest.toml", include_str!(concat!("../../i18n/", $code, "/election/manifest.toml"))),
            ("units.csv", include_str!("../../i18n/election/units.csv")),
            ("candidates.csv", include_str!("../../i18n/election/candidates.csv")),
            ("members.csv", include_str!("../../i18n/election/members.csv")),
            ("observers.csv", include_str!("../../i18n/election/observers.csv")),
        ]
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
            /// Every language that the program speaks, the default one first.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its letters, as `--lang` and the manifest's translations have them: `en`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// An election folder to begin with: the names of its files, and what is in them.
            #[cfg(feature = "cli")]
            pub const fn election(self) -> &'static [(&'static str, &'static str)] {
                match self { $(Self::$name => election_of!($code),)* }
            }

            /// Its sentences, as the Fluent files have them.
            pub const fn files(self) -> &'static [&'static str] {
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
#[error("{found:?} is not a language of this program, which speaks {}", spoken())]
pub struct NotALang {
    /// The text as found, cut at 16 characters.
    pub found: String,
}

/// The letters of every language: `en, az and ru`.
fn spoken() -> String {
    let codes: Vec<_> = Lang::ALL.iter().map(|lang| lang.code()).collect();
    match codes.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => codes.concat(),
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
