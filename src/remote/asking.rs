//! Asking one witness for a cosignature, until it has said something that does not change by asking again.

use std::time::{Duration, Instant};

use super::http::{Http, HttpAnswer, HttpError, is_passing};
use crate::crypto::hash::TreeHash;
use crate::crypto::note::{NOTE_BYTES_MAX, NoteSignature};
use crate::crypto::vkey::{KeyKind, PosixSeconds, VerifierKey};
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::cosignature::{CosignatureRefusal, parse_lines};
use crate::ledger::note::witness::AddCheckpoint;

/// How long the first pause is before a witness is asked again. Each is twice the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
/// How often a witness is asked in one conversation: from the size that is known, from the one that it names, and once
/// more, because an earlier request may have reached it in between.
const TRIES: usize = 3;
/// The longest pause between two tries.
const PAUSE_MAX: Duration = Duration::from_secs(15);

/// One witness, and what the writer asks of it.
pub(super) struct Asking<'a> {
    pub http: &'a Http,
    /// The URL where the witness takes requests.
    pub url: &'a str,
    pub key: &'a VerifierKey,
    /// The largest size that the writer knows it to have cosigned; 0 if it knows nothing.
    pub known: Size,
    pub checkpoint: &'a SignedCheckpoint,
    /// The proof that the checkpoint grew from a size, if there is one.
    pub prove: &'a dyn Fn(Size) -> Option<Vec<TreeHash>>,
}

/// What became of asking a witness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskingOutcome {
    /// The witness cosigned, and its line is checked.
    Cosigned {
        /// The signature line that the witness gave.
        line: NoteSignature,
        /// The time it states.
        time: PosixSeconds,
    },
    /// The witness has cosigned more of this log than there is here: the writer has a restored copy, or another writes
    /// too.
    Ahead {
        /// The size that the witness cosigned.
        holds: Size,
        /// The size that the writer asked it to cosign.
        ours: Size,
    },
    /// The witness has forgotten what it cosigned: its operator brought back an older copy of its state.
    RolledBack {
        /// The size that it says it cosigned last.
        holds: Size,
        /// The size that it did cosign, as the writer remembers.
        cosigned: Size,
    },
    /// The witness cosigned another history of this log.
    OtherHistory {
        /// The size from which it finds no growth.
        from: Size,
    },
    /// The witness does not watch this log, or does not know its key.
    NotRegistered,
    /// The witness answered something that tlog-witness does not allow, or a line that is not its own.
    Misbehaved(Misbehaviour),
    /// The witness could not be reached before the deadline, or was busy until then.
    Unreachable(HttpError),
}

/// How a witness does not keep to tlog-witness.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Misbehaviour {
    /// An answer of another status.
    #[error("{0}")]
    Status(HttpError),
    /// The body of a 409 is not a size and a newline.
    #[error("it answers 409 without telling the size that it holds")]
    NoSize,
    /// It says that it holds a size, and does not take a proof from there.
    #[error("it says that it holds size {0}, and does not begin from there")]
    Unsteady(Size),
    /// The body of a 200 is not signature lines.
    #[error("it answers 200 with something else than signature lines")]
    NotLines,
    /// None of the lines is of its key.
    #[error("it answers 200 without a cosignature of its own key")]
    NotItsKey,
    /// Its own line is false.
    #[error("its cosignature is false: {0}")]
    Cosignature(CosignatureRefusal),
    /// The writer has no proof from the size that the witness names.
    #[error("there is no proof from size {0}, which it says it holds")]
    NoProof(Size),
}

/// What one conversation came to: an answer for good, or a reason to ask again.
enum Once {
    /// After a pause; the witness may say how long it should be.
    Again(HttpError, Option<Duration>),
    Final(AskingOutcome),
}

impl Asking<'_> {
    /// Asks until `deadline`; `pause` sleeps, and says whether to go on.
    pub fn until(&self, deadline: Instant, pause: &dyn Fn(Duration) -> bool) -> AskingOutcome {
        let mut wait = FIRST_PAUSE;
        loop {
            let (error, wanted) = match self.once() {
                Once::Final(outcome) => return outcome,
                Once::Again(error, wanted) => (error, wanted),
            };
            let next = wait.max(wanted.unwrap_or_default());
            if Instant::now().checked_add(next).is_none_or(|then| then >= deadline) || !pause(next) {
                return AskingOutcome::Unreachable(error);
            }
            wait = (wait * 2).min(PAUSE_MAX);
        }
    }

    /// Holds one conversation, of at most [`TRIES`] requests. A 409 teaches the size to begin from.
    fn once(&self) -> Once {
        let (ours, mut from) = (self.checkpoint.checkpoint().size, self.known);
        if from > ours {
            return Once::Final(AskingOutcome::Ahead { holds: from, ours });
        }
        for _ in 0..TRIES {
            let answer = match self.ask_from(from) {
                Ok(answer) => answer,
                Err(once) => return once,
            };
            let Some(holds) = held(&answer) else { return self.read(&answer, from) };
            let outcome = match holds {
                None => AskingOutcome::Misbehaved(Misbehaviour::NoSize),
                Some(holds) if holds < self.known => AskingOutcome::RolledBack { holds, cosigned: self.known },
                Some(holds) if holds > ours => AskingOutcome::Ahead { holds, ours },
                // It holds this very size, from which it was asked to begin: it has another root there.
                Some(holds) if holds == from && from == ours => AskingOutcome::OtherHistory { from },
                Some(holds) if holds <= from => AskingOutcome::Misbehaved(Misbehaviour::Unsteady(holds)),
                Some(holds) => {
                    from = holds;
                    continue;
                }
            };
            return Once::Final(outcome);
        }
        Once::Final(AskingOutcome::Misbehaved(Misbehaviour::Unsteady(from)))
    }

    fn ask_from(&self, old: Size) -> Result<HttpAnswer, Once> {
        let proof = (self.prove)(old);
        let request = proof.and_then(|proof| AddCheckpoint::new(old, proof, self.checkpoint.clone()).ok());
        let none = Once::Final(AskingOutcome::Misbehaved(Misbehaviour::NoProof(old)));
        let body = request.ok_or(none)?.to_string();
        match self.http.post(&self.add_checkpoint(), body.as_bytes(), NOTE_BYTES_MAX) {
            Ok(answer) => Ok(answer),
            Err(error @ HttpError::Unreachable { .. }) => Err(Once::Again(error, None)),
            Err(error) => Err(Once::Final(AskingOutcome::Misbehaved(Misbehaviour::Status(error)))),
        }
    }

    /// Reads an answer that is no 409.
    fn read(&self, answer: &HttpAnswer, from: Size) -> Once {
        let status = || HttpError::Status { url: self.add_checkpoint(), status: answer.status };
        Once::Final(match answer.status {
            200 => self.cosignature(&answer.body),
            403 | 404 => AskingOutcome::NotRegistered,
            // From nothing everything grows: such an answer says nothing of a history.
            422 if from == Size(0) => AskingOutcome::Misbehaved(Misbehaviour::Status(status())),
            422 => AskingOutcome::OtherHistory { from },
            passing if is_passing(passing) => return Once::Again(status(), answer.retry_after),
            _ => AskingOutcome::Misbehaved(Misbehaviour::Status(status())),
        })
    }

    /// The line of this witness's own key. Those of others are not looked at.
    fn cosignature(&self, body: &[u8]) -> AskingOutcome {
        let lines = std::str::from_utf8(body).ok().and_then(|text| parse_lines(text).ok());
        let Some(lines) = lines else { return AskingOutcome::Misbehaved(Misbehaviour::NotLines) };
        let key = self.key.spelled(KeyKind::Cosigner);
        let Some(line) = lines.into_iter().find(|line| line.claims(&key)) else {
            return AskingOutcome::Misbehaved(Misbehaviour::NotItsKey);
        };
        match self.checkpoint.clone().add_cosignature(line.clone(), self.key) {
            Ok(time) => AskingOutcome::Cosigned { line, time },
            Err(refusal) => AskingOutcome::Misbehaved(Misbehaviour::Cosignature(refusal)),
        }
    }

    fn add_checkpoint(&self) -> String {
        format!("{}/add-checkpoint", self.url.trim_end_matches('/'))
    }
}

/// The size that a 409 tells, if it is one.
fn held(answer: &HttpAnswer) -> Option<Option<Size>> {
    let size = || std::str::from_utf8(&answer.body).ok()?.strip_suffix('\n')?.parse().ok();
    (answer.status == 409).then(size)
}
