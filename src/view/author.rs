//! Who stands behind an event.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::event;

/// Who stands behind an event: members of one commission, or an observer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Author {
    /// Members of one commission.
    Commission {
        /// The commission's unit.
        unit: String,
        /// The seats that signed, ascending.
        seats: Vec<u16>,
    },
    /// An observer or agent.
    Observer {
        /// The observer's name in files.
        observer: String,
    },
}

impl Author {
    /// The view of an author.
    pub fn of(author: &event::Author) -> Self {
        match author {
            event::Author::Commission { unit, seats } => {
                Self::Commission { unit: unit.to_string(), seats: seats.iter().map(|seat| seat.0).collect() }
            }
            event::Author::Observer(observer) => Self::Observer { observer: observer.to_string() },
        }
    }
}
