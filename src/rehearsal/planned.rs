//! One statement that a rehearsal has planned.

use super::keys::Signer;
use crate::domain::statement::Statement;
use crate::domain::time::Millis;

/// A statement to come, when it is handed in, and who signs it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned {
    /// What its signers say.
    pub statement: Statement,
    /// When, by the virtual clock.
    pub clock: Millis,
    /// Exactly the signatures that the rule asks for.
    pub signers: Vec<Signer>,
}
