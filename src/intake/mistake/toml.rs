//! Why a text is not TOML.

/// Why a text is not TOML, as far as its reader's words tell one of the usual things.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TomlFlaw {
    /// A key stands there a second time.
    KeyTwice,
    /// A key without quotes has a character that needs them, or is none.
    KeyUnfit,
    /// There is no `=` behind a key.
    AssignmentMissing,
    /// Behind the `=` is no value: nothing, a text without quotes, or a number with something that is no digit.
    ValueUnfit,
    /// A text has one of its two quotes.
    TextOpen,
    /// Behind a backslash stands what may not stand there.
    Escape,
    /// A character stands there that nobody can see.
    CharacterUnfit,
    /// A number begins with a zero.
    LeadingZero,
    /// A number cannot be read.
    NumberUnfit,
    /// A day or a time is written otherwise, or there is none such.
    TimeUnfit,
    /// What is true or false is written otherwise.
    BooleanUnfit,
    /// A bracket is not closed.
    BracketOpen,
    /// A comma is missing.
    CommaMissing,
    /// Behind a value stands something else.
    Beyond,
    /// Something rarer, in the words of the library that reads it.
    Library(String),
}

impl TomlFlaw {
    /// What a message of the reader is about: what is wrong, and then what it expected.
    pub fn of(message: &str) -> Self {
        let (wrong, expected) = message.split_once(", expected ").unwrap_or((message, ""));
        let begins = |known: &[&str]| known.iter().any(|known| wrong.starts_with(known));
        match wrong {
            "duplicate key" => Self::KeyTwice,
            "key with no value" | "missing assignment between key-value pairs" => Self::AssignmentMissing,
            "string values must be quoted" | "missing value" | "missing value for key" => Self::ValueUnfit,
            "missing opening quote" => Self::TextOpen,
            "missing escaped value" | "too few unicode value digits" => Self::Escape,
            "unexpected leading zero" => Self::LeadingZero,
            "invalid boolean" => Self::BooleanUnfit,
            "invalid comment character" => Self::CharacterUnfit,
            _ if wrong.ends_with("string") && ["\"", "'"].iter().any(|quote| expected.contains(quote)) => {
                Self::TextOpen
            }
            _ if wrong.ends_with("string") => Self::CharacterUnfit,
            _ if begins(&["invalid date", "invalid time"]) => Self::TimeUnfit,
            _ if begins(&["invalid unquoted key", "unquoted keys"]) => Self::KeyUnfit,
            _ if begins(&["unclosed "]) => Self::BracketOpen,
            _ if begins(&["missing comma"]) => Self::CommaMissing,
            _ if begins(&["unexpected key or value", "unexpected content", "extra "]) => Self::Beyond,
            _ if begins(&["`_` may only", "redundant ", "unexpected sign", "radix ", "integers with"]) => {
                Self::NumberUnfit
            }
            _ if wrong.ends_with("number") || begins(&["invalid float", "invalid fraction", "invalid exponent"]) => {
                Self::NumberUnfit
            }
            _ => Self::Library(message.to_owned()),
        }
    }
}
