//! Values that are not written as their sort is.

use crate::domain::id::NotAnId;
use crate::domain::text::NotText;
use crate::domain::time::NotATime;

/// Why a value is not one. Whatever was found is repeated in quotes, and cut short.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ValueMistake {
    /// A key that must stand in a table does not.
    KeyMissing(&'static str),
    /// A table has no such key; these it has.
    KeyUnknown(Vec<&'static str>),
    /// The value is of another sort than a text.
    NotAText(Sort),
    /// The value is of another sort than a table.
    NotATable(Sort),
    /// The value is of another sort than a list.
    NotAList(Sort),
    /// The value is of another sort than a whole number.
    NotANumber(Sort),
    /// The value is of another sort than true or false.
    NotTrueOrFalse(Sort),
    /// A text is still empty.
    TextBlank,
    /// A number is still empty.
    NumberBlank,
    /// A number is below 0.
    Negative(String),
    /// A number has a plus sign.
    Signed(String),
    /// A number begins with zeros.
    LeadingZeros(String),
    /// A number is above the largest one, which is told besides.
    TooLarge(String, u64),
    /// A number has a point or a comma.
    NotWhole(String),
    /// A number has something other than digits.
    NotDigits(String),
    /// A text has something that no text may have.
    Text(NotText),
    /// A text is no name of a unit, a contest or the like.
    Id(NotAnId),
    /// A text is no time of the sort that belongs here.
    Time(String, NotATime),
    /// A text is no hash or key.
    Hash(String),
    /// A text is no colour.
    Colour(String),
    /// A text cannot name a key.
    KeyName(String),
    /// A word is none of those that belong here.
    Word(String, &'static [&'static str]),
    /// A text is no share.
    Share,
    /// A text is no comparison.
    Comparison(String),
    /// A text is no multiple of an item.
    Multiple(String),
    /// A key of a text in languages is no language.
    Language,
    /// A text in languages is still empty in one.
    TranslationBlank(String),
    /// A text is in more languages than fit.
    TranslationsTooMany,
}

/// The sorts of value that TOML has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// A text between quotes.
    Text,
    /// A number of digits alone.
    WholeNumber,
    /// With a point, or not finite.
    Fraction,
    /// `true` or `false`.
    TrueOrFalse,
    /// A day, a time of day, or both.
    Time,
    /// Between square brackets.
    List,
    /// Keys and values.
    Table,
}
