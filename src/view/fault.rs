//! One thing that is wrong with a ledger, a published log, a receipt or evidence.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::code::Code;
use crate::text::{self, Lang};
use crate::verify;

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Fault {
    /// Under which code.
    pub code: String,
    /// Which event, by sequence; null where it is about none.
    pub sequence: Option<u64>,
    /// Which unit; null where the event names none.
    pub unit: Option<String>,
    /// In which file; null where it is not about bytes.
    pub file: Option<String>,
    /// At which byte of it, from 0; null likewise.
    pub offset: Option<u64>,
    /// What is wrong, in the language asked for.
    pub says: String,
}

impl Fault {
    /// The view of a fault.
    pub fn of(fault: &verify::fault::Fault, lang: Lang) -> Self {
        Self {
            code: fault.code().to_string(),
            sequence: fault.sequence.map(|sequence| sequence.0),
            unit: fault.unit.as_ref().map(ToString::to_string),
            file: fault.place.as_ref().map(|place| place.file.clone()),
            offset: fault.place.as_ref().map(|place| place.offset),
            says: text::fault(lang, fault),
        }
    }

    /// What is wrong with the whole, in these words.
    pub fn of_the_whole(code: Code, says: String) -> Self {
        Self { code: code.to_string(), sequence: None, unit: None, file: None, offset: None, says }
    }
}
