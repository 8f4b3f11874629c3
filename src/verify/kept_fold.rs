//! The fold of a log's first events, as its writer keeps it: the next one goes on from there, and checks again what came since.

use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::domain::state::State;
use crate::ledger::envelope::Head;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::KeptRows;

/// What the first events of a log come to. It is the word of whoever kept it: no auditor takes it.
#[derive(Debug)]
pub struct KeptFold {
    /// The end of their chain.
    pub head: Head,
    /// Every key that the log had, each with the size from which on it signs.
    pub log_keys: Vec<(Size, VerifierKey)>,
    /// The state.
    pub state: State,
    /// The read model.
    pub model: ReadModel,
    /// The rows, settled.
    pub rows: KeptRows,
}
