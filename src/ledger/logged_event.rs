//! An event as it stands in the log: its bytes, and as much of what they say as can be read.

use super::envelope::Envelope;
use super::submission::SignedStatement;
use crate::crypto::key::PublicKey;
use crate::domain::number::Sequence;
use crate::domain::statement::{Body, Kind, Statement};

/// An event as it stands in the log. Nothing of it is checked.
#[derive(Clone, Debug)]
pub struct LoggedEvent {
    /// The envelope's bytes.
    pub bytes: Vec<u8>,
    /// Its place in the log, from 0.
    pub sequence: Sequence,
    /// The envelope; none where the bytes are none.
    pub envelope: Option<Envelope>,
    /// The submission in it.
    pub signed: Option<SignedStatement>,
    /// What it says; none where a newer program said it.
    pub statement: Option<Statement>,
}

impl LoggedEvent {
    /// Reads the bytes of an event.
    pub fn read(sequence: Sequence, bytes: Vec<u8>) -> Self {
        let envelope = Envelope::decode(&bytes).ok();
        let signed = envelope.as_ref().and_then(|envelope| SignedStatement::decode(&envelope.submission).ok());
        let statement = signed.as_ref().and_then(|signed| signed.statement().ok());
        Self { bytes, sequence, envelope, signed, statement }
    }

    /// What it says.
    pub fn body(&self) -> Option<&Body> {
        self.statement.as_ref().map(|statement| &statement.body)
    }

    /// The kind of its statement; none where a newer program made it.
    pub fn kind(&self) -> Option<Kind> {
        self.body().map(Body::kind)
    }

    /// The keys that signed it, ascending.
    pub fn signers(&self) -> impl Iterator<Item = &PublicKey> {
        self.signed.iter().flat_map(SignedStatement::signers)
    }
}
