//! The fold of a log's first events: a replay goes on from there, and checks what came since. It is the word of whoever brings it,
//! and no auditor takes it.

use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::domain::state::State;
use crate::ledger::envelope::Head;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::KeptRows;

/// What the first events of a log come to.
#[derive(Debug)]
pub struct Fold {
    /// The end of their chain.
    pub head: Head,
    /// Every key that the log had, each with the size from which on it signs.
    pub log_keys: Vec<(Size, VerifierKey)>,
    /// The state.
    pub state: State,
    /// The read model.
    pub model: ReadModel,
    /// The rows, where they are followed and not computed from nothing.
    pub rows: Option<KeptRows>,
    /// Keys that were admitted, and are still parsed.
    pub known: AdmittedKeys,
}

impl Fold {
    /// Of no events.
    pub fn nothing() -> Self {
        let (state, model, known) = (State::default(), ReadModel::default(), AdmittedKeys::default());
        Self { head: Head::START, log_keys: Vec::new(), state, model, rows: None, known }
    }
}
