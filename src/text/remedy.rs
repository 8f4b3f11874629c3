//! What to do: words, and among them the actions that a front end renders in its own way.

use std::fmt;

use super::action::Action;
use super::fluent::{Arguments, pieces};

/// What to do, in one to three sentences.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remedy(Vec<Part>);

/// A piece of a remedy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Words of the language.
    Words(String),
    /// Something to do, which a program renders as a command and a page as a link or a button.
    Action(Action),
}

impl Remedy {
    /// The pieces, in the order in which they are read.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// What is said, with a name in the place of each action.
    pub(super) fn read(said: &str, given: &Arguments<'_>) -> Self {
        let part = |(at, text): (usize, &str)| match at % 2 {
            0 if text.is_empty() => None,
            0 => Some(Part::Words(text.to_owned())),
            _ => given.action(text).map(Part::Action),
        };
        Self(pieces(said).enumerate().filter_map(part).collect())
    }
}

/// As a reader of the terminal has it: an action is a command of the program, between backticks.
impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Words(words) => f.write_str(words),
            Part::Action(action) => write!(f, "`{action}`"),
        })
    }
}

/// A remedy of words alone, which names no action.
impl From<String> for Remedy {
    fn from(words: String) -> Self {
        Self(vec![Part::Words(words)])
    }
}

impl From<Remedy> for String {
    /// As a reader of the terminal has it.
    fn from(remedy: Remedy) -> Self {
        remedy.to_string()
    }
}
