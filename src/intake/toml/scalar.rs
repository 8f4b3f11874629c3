//! How each sort of value is written and read on the one line of a draft or manifest that it has.

use toml::de::DeValue;

use super::fields::{Scalar, TomlValue};
use super::writer::{key, quoted};
use crate::crypto::hash::{FileDigest, TreeHash};
use crate::crypto::key::PublicKey;
use crate::domain::commission::Office;
use crate::domain::complaint::Outcome;
use crate::domain::form::{Operator, Role, Severity, Stage, Term};
use crate::domain::id::{CheckCode, ContestId, ElectionId, EventHash, ItemKey, LedgerId, ObserverId, TierName, UnitId};
use crate::domain::manifest::{Ratio, TurnoutSigners};
use crate::domain::number::{BallotNumber, Count, RulesNumber, Seat, Size, Total, Voting};
use crate::domain::observer::ObserverRole;
use crate::domain::protocol::Media;
use crate::domain::text::{Language, Localised, Text};
use crate::domain::time::{Day, HourOfDay, Millis, Offset};
use crate::intake::error::InputError;
use crate::intake::mistake::ValueMistake;
use crate::intake::spelling::{self, WholeNumber};

/// Reads a text through one of the spellings, and tells what is wrong with it in its place.
fn through<T>(value: &TomlValue, spelling: impl FnOnce(&str) -> Result<T, ValueMistake>) -> Result<T, InputError> {
    if value.is_blank() {
        return Err(value.error(ValueMistake::TextBlank));
    }
    spelling(value.text()?).map_err(|mistake| value.error(mistake))
}

macro_rules! in_quotes {
    ($($name:ident)*) => { $(
        impl Scalar for $name {
            fn write(&self) -> String {
                quoted(&self.to_string())
            }

            fn read(value: &TomlValue) -> Result<Self, InputError> {
                through(value, spelling::parsed)
            }
        }
    )* };
}

macro_rules! in_digits {
    ($($name:ident)*) => { $(
        impl Scalar for $name {
            fn write(&self) -> String {
                self.to_string()
            }

            fn read(value: &TomlValue) -> Result<Self, InputError> {
                digits(value)
            }
        }
    )* };
}

/// Reads a whole number; whoever typed it between the quotes that stood there meant the same.
pub(in crate::intake) fn digits<N: WholeNumber>(value: &TomlValue) -> Result<N, InputError> {
    let typed = match value.value() {
        DeValue::Integer(_) | DeValue::Float(_) => value.typed(),
        DeValue::String(text) => text,
        _ => return Err(value.not(ValueMistake::NotANumber)),
    };
    spelling::number(typed).map_err(|mistake| value.error(mistake))
}

macro_rules! in_words {
    ($($name:ident)*) => { $(
        impl Scalar for $name {
            fn write(&self) -> String {
                toml::Value::try_from(self).map_or_else(|_| Self::BLANK.to_owned(), |word| word.to_string())
            }

            fn read(value: &TomlValue) -> Result<Self, InputError> {
                through(value, spelling::word)
            }
        }
    )* };
}

macro_rules! in_lists {
    ($($of:ident)*) => { $(
        impl Scalar for Vec<$of> {
            const BLANK: &str = "[]";

            fn write(&self) -> String {
                format!("[{}]", self.iter().map(Scalar::write).collect::<Vec<_>>().join(", "))
            }

            fn read(value: &TomlValue) -> Result<Self, InputError> {
                value.list()?.iter().map(Scalar::read).collect()
            }
        }
    )* };
}

in_quotes! { CheckCode ContestId ElectionId EventHash ItemKey LedgerId ObserverId TierName UnitId }
in_quotes! { FileDigest TreeHash PublicKey HourOfDay Offset }
in_digits! { BallotNumber Count RulesNumber Seat Size Total Voting u16 u32 u64 }
in_words! { Media ObserverRole Office Outcome Role Severity Stage TurnoutSigners }
in_lists! { BallotNumber HourOfDay Term TierName UnitId }

impl Scalar for Text {
    fn write(&self) -> String {
        quoted(self.as_str())
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        spelling::text(value.text()?).map_err(|mistake| value.error(mistake))
    }
}

impl Scalar for bool {
    const BLANK: &str = "false";

    fn write(&self) -> String {
        self.to_string()
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        value.value().as_bool().ok_or_else(|| value.not(ValueMistake::NotTrueOrFalse))
    }
}

/// A share: `"2/5"`.
impl Scalar for Ratio {
    fn write(&self) -> String {
        quoted(&format!("{}/{}", self.of, self.all))
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        through(value, |text| {
            let (of, all) = text.split_once('/').ok_or(ValueMistake::Share)?;
            Ok(Self { of: spelling::number(of)?, all: spelling::number(all)? })
        })
    }
}

/// A day is written as TOML writes it, and may stand in quotes.
impl Scalar for Day {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        match value.value() {
            DeValue::Datetime(day) => spelling::parsed(&day.to_string()).map_err(|mistake| value.error(mistake)),
            _ => through(value, spelling::parsed),
        }
    }
}

/// An instant, RFC 3339 in quotes, or a TOML time with its difference to UTC.
impl Scalar for Millis {
    fn write(&self) -> String {
        quoted(&self.to_string())
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        match value.value() {
            DeValue::Datetime(instant) => {
                spelling::parsed(&instant.to_string()).map_err(|mistake| value.error(mistake))
            }
            _ => through(value, spelling::parsed),
        }
    }
}

/// `{ en = "…", ka = "…" }`
impl Scalar for Localised {
    const BLANK: &str = "{ en = \"\" }";

    fn write(&self) -> String {
        let pairs = self.iter().map(|(language, text)| format!("{} = {}", key(language.as_str()), text.write()));
        format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        let mut translations = Vec::new();
        for text in value.table()?.take_all() {
            let language = Language::try_from(text.key.to_owned()).map_err(|_| value.error(ValueMistake::Language))?;
            if text.is_blank() {
                return Err(value.error(ValueMistake::TranslationBlank(text.key.to_owned())));
            }
            translations.push((language, Text::read(&text)?));
        }
        Localised::new(translations).map_err(|_| value.error(ValueMistake::TranslationsTooMany))
    }
}

/// `=`, `<=` …
impl Scalar for Operator {
    fn write(&self) -> String {
        quoted(self.sign())
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        through(value, |sign| {
            let wrong = || ValueMistake::Comparison(spelling::shown(sign));
            Operator::ALL.iter().copied().find(|operator| operator.sign() == sign).ok_or_else(wrong)
        })
    }
}

/// `votes`, `key`, `-key`, `97 key`, `-3 key`
impl Scalar for Term {
    fn write(&self) -> String {
        quoted(&self.to_string())
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        through(value, |written| {
            let (coefficient, name) = match (written.split_once(' '), written.strip_prefix('-')) {
                (Some((times, name)), _) => (coefficient(times)?, name),
                (None, Some(name)) => (-1, name),
                (None, None) => (1, written),
            };
            Ok(Self { coefficient, of: spelling::parsed(name)? })
        })
    }
}

fn coefficient(times: &str) -> Result<i32, ValueMistake> {
    let wrong = || ValueMistake::Multiple(spelling::shown(times));
    times.parse::<i32>().ok().filter(|n| n.to_string() == times).ok_or_else(wrong)
}
