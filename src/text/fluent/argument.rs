//! What messages are given: figures, names, texts, and things to do.

use std::borrow::Cow;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentValue};

use super::super::action::Action;
use super::super::figures;
use super::mark::marked;
use crate::domain::code::Code;
use crate::domain::id::{CheckCode, ContestId, ItemKey, ObserverId, TierName, UnitId};
use crate::domain::number::{BallotNumber, Seat, Sequence, Size, Voting};

/// Fluent counts in floats, which hold every whole number below this one.
const EXACT_BELOW: u64 = 1 << 53;
/// No language asks for more of a number than what it leaves over this one, and whether it is below it.
const PLURAL_PERIOD: u64 = 1_000_000;

/// What one variable stands for.
pub struct Argument<'a>(Given<'a>);

enum Given<'a> {
    Value(FluentValue<'a>),
    Action(Action),
}

/// What the variables of one message stand for.
#[derive(Default)]
pub struct Arguments<'a> {
    values: FluentArgs<'a>,
    actions: Vec<(&'static str, Action)>,
}

impl<'a> Arguments<'a> {
    pub fn give(&mut self, name: &'static str, argument: Argument<'a>) {
        match argument.0 {
            Given::Value(value) => self.values.set(name, value),
            Given::Action(action) => {
                self.values.set(name, marked(name));
                self.actions.push((name, action));
            }
        }
    }

    /// Gives the actions that every remedy may name, but for those that were given under their names.
    pub fn give_actions(&mut self) {
        for (name, _) in Action::NAMED {
            if self.values.get(*name).is_none() {
                self.values.set(*name, marked(name));
            }
        }
    }

    /// The action that a name stands for.
    pub fn action(&self, name: &str) -> Option<Action> {
        let given = self.actions.iter().chain(Action::NAMED);
        given.into_iter().find(|(known, _)| *known == name).map(|(_, action)| action.clone())
    }

    pub fn values(&self) -> &FluentArgs<'a> {
        &self.values
    }
}

/// Writes a figure in groups of three, unless a message says `NUMBER($figure, useGrouping: "false")`.
pub fn written<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.options.currency.clone().unwrap_or_else(|| u64::from(number).to_string());
    Some(if number.options.use_grouping { figures::grouped(&digits) } else { digits })
}

/// A count: written exactly, and choosing its plural.
impl From<u64> for Argument<'_> {
    fn from(count: u64) -> Self {
        if count < EXACT_BELOW {
            return Self(Given::Value(count.into()));
        }
        // A smaller number of the same plural takes its place, and its own digits travel in an option that no message
        // of ours has a use for.
        let mut number = FluentNumber::from(count % PLURAL_PERIOD + PLURAL_PERIOD);
        number.options.currency = Some(count.to_string());
        Self(Given::Value(number.into()))
    }
}

/// A sum of figures: a count, unless it is none.
impl From<i128> for Argument<'_> {
    fn from(sum: i128) -> Self {
        u64::try_from(sum).map_or_else(|_| figures::number(sum).into(), Self::from)
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self(Given::Value(FluentValue::String(Cow::Borrowed(text))))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self(Given::Value(FluentValue::String(Cow::Owned(text))))
    }
}

impl From<Action> for Argument<'_> {
    fn from(action: Action) -> Self {
        Self(Given::Action(action))
    }
}

/// Whatever is `$from` by way of `$by`.
macro_rules! given_by {
    ($by:expr; $($from:ty),*) => {
        $(impl From<$from> for Argument<'_> {
            fn from(value: $from) -> Self {
                let by: fn($from) -> _ = $by;
                Self::from(by(value))
            }
        })*
    };
}

given_by! { u64::from; u16, u32 }
given_by! { |size| size.0; Size }
// A count of what lies in memory is far below the limit of 64 bits.
given_by! { |count| u64::try_from(count).unwrap_or(u64::MAX); usize }
// Names, and numbers that are names: as they are typed.
given_by! { |name| name.to_string(); Sequence, Seat, Voting, BallotNumber, Code }
given_by! { |name| name.to_string(); &UnitId, &ContestId, &TierName, &ItemKey, &ObserverId, &CheckCode }
