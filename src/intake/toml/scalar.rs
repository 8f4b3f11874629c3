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
use crate::intake::error::{Flaw, InputError};
use crate::intake::spelling::{self, WholeNumber};

/// Reads a text through one of the spellings, and tells what is wrong with it in its place.
fn through<T>(value: &TomlValue, spelling: impl FnOnce(&str) -> Result<T, Flaw>) -> Result<T, InputError> {
    if value.is_blank() {
        return Err(value.error(Flaw::new("it is not filled in", "write it between the quotes")));
    }
    spelling(value.text()?).map_err(|flaw| value.error(flaw))
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
        _ => return Err(value.not("a whole number", "write the digits alone")),
    };
    spelling::number(typed).map_err(|flaw| value.error(flaw))
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
        spelling::text(value.text()?).map_err(|flaw| value.error(flaw))
    }
}

impl Scalar for bool {
    const BLANK: &str = "false";

    fn write(&self) -> String {
        self.to_string()
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        value.value().as_bool().ok_or_else(|| value.not("true or false", "write true or false, without quotes"))
    }
}

/// A share: `"2/5"`.
impl Scalar for Ratio {
    fn write(&self) -> String {
        quoted(&format!("{}/{}", self.of, self.all))
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        through(value, |text| {
            let (of, all) = text.split_once('/').ok_or_else(|| Flaw::new("it is no share", "write it as 2/5"))?;
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
            DeValue::Datetime(day) => spelling::parsed(&day.to_string()).map_err(|flaw| value.error(flaw)),
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
            DeValue::Datetime(instant) => spelling::parsed(&instant.to_string()).map_err(|flaw| value.error(flaw)),
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
            let wrong = |says: &str| value.error(Flaw::new(says, "write languages as in { en = \"…\", ka = \"…\" }"));
            let language = Language::try_from(text.key.to_owned()).map_err(|e| wrong(&e.to_string()))?;
            if text.is_blank() {
                return Err(wrong(&format!("the text in {} is not filled in", text.key)));
            }
            translations.push((language, Text::read(&text)?));
        }
        Localised::new(translations).map_err(|e| value.error(Flaw::new(e.to_string(), "remove some")))
    }
}

/// `=`, `<=` …
impl Scalar for Operator {
    fn write(&self) -> String {
        quoted(self.sign())
    }

    fn read(value: &TomlValue) -> Result<Self, InputError> {
        through(value, |sign| {
            let wrong = || Flaw::new(format!("{} is no comparison", spelling::shown(sign)), written_signs());
            Operator::ALL.iter().copied().find(|operator| operator.sign() == sign).ok_or_else(wrong)
        })
    }
}

fn written_signs() -> String {
    let signs: Vec<_> = Operator::ALL.iter().map(|operator| operator.sign()).collect();
    let (last, others) = signs.split_last().expect("there are operators");
    format!("write {} or {last}", others.join(" "))
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

fn coefficient(times: &str) -> Result<i32, Flaw> {
    let wrong = || Flaw::new(format!("{} is no multiple", spelling::shown(times)), "write it as in \"97 invalid\"");
    times.parse::<i32>().ok().filter(|n| n.to_string() == times).ok_or_else(wrong)
}
