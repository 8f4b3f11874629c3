//! How two states of a log stand to each other.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::{Change, TotalsChange};
use super::checkpoint::Checkpoint;
use super::event::Event;
use super::evidence::Fork;
use super::misconduct::Snapshot;
use super::proof_text::ProofText;
use super::spelling::Root;
use super::word::Word;
use crate::crypto::hash::TreeHash;
use crate::domain::number::Sequence;
use crate::ledger::note::checkpoint as ledger;
use crate::verify::compare::Relation;

/// How a newer state of a log stands to an older one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Comparison<'a> {
    /// Whether the newer grew from the older (`continuation`), is the same, is an earlier state of it (`rollback`),
    /// contradicts it (`fork`), has numbers of its size that the log signed otherwise or that its events do not come to
    /// (`contradiction`), or is of another log (`unrelated`).
    pub relation: Word<Relation>,
    /// The older state, as it was named.
    pub old: Checkpoint,
    /// The newer state.
    pub new: Checkpoint,
    /// The events that one has and the other has not, in the log's order; empty where no whole log was at hand.
    pub changes: Vec<Change>,
    /// That the larger grew from the smaller (RFC 6962, 2.1.2); empty where there is nothing to prove.
    pub proof: Vec<Root>,
    /// What every contest came to before and after; null where figures may not be told yet; left out where nothing grew
    /// or no whole log was at hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totals: Option<Totals>,
    /// The text of a proof file that shows the totals of the older state, for `verify`; left out where none was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub proof_before: Option<String>,
    /// The same of the newer state.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub proof_after: Option<String>,
    /// Of a fork, and left out else: the two states that contradict each other.
    #[serde(flatten)]
    pub fork: Option<ForkFound<'a>>,
    /// Of two snapshots, and left out else: what the log signed about its numbers at this size.
    #[serde(flatten)]
    pub numbers: Option<NumbersFound>,
}

/// What is told of two snapshots of one size alone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct NumbersFound {
    /// What the log signed about its numbers at this size.
    pub numbers: SnapshotsFound,
}

/// What is told of two snapshots of one size, or of one that is false.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct SnapshotsFound {
    /// The log's keys that signed them, as C2SP verifier keys.
    pub keys: Vec<String>,
    /// The two, by root and then by the root of the rows; or the one that the log's events do not come to.
    pub snapshots: Vec<Snapshot>,
    /// The file that the evidence was written to; null where they say the same.
    pub evidence: Option<String>,
}

/// What every contest came to, or nothing where figures may not be told yet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Totals(pub Option<Vec<TotalsChange>>);

/// What is told of a fork alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ForkFound<'a> {
    /// The two states that contradict each other.
    pub fork: Fork,
    /// The file that the evidence was written to.
    pub evidence: String,
    /// Where two whole logs part; null where one of them was not at hand.
    pub first_difference: Option<Difference<'a>>,
}

/// Where two logs part, and what each has there; null where a log is a checkpoint alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Difference<'a> {
    /// The place in both logs, from 0.
    pub sequence: u64,
    /// The older log's event.
    pub old: Option<Event<'a>>,
    /// The newer log's event.
    pub new: Option<Event<'a>>,
}

impl<'a> Comparison<'a> {
    /// What every comparison says.
    pub fn of(relation: Relation, old: &ledger::Checkpoint, new: &ledger::Checkpoint) -> Self {
        Self {
            relation: Word(relation),
            old: Checkpoint::of(old),
            new: Checkpoint::of(new),
            changes: Vec::new(),
            proof: Vec::new(),
            totals: None,
            proof_before: None,
            proof_after: None,
            fork: None,
            numbers: None,
        }
    }

    /// With the proof that the larger grew from the smaller.
    #[must_use]
    pub fn proved(self, proof: &[TreeHash]) -> Self {
        Self { proof: proof.iter().map(|hash| (*hash).into()).collect(), ..self }
    }

    /// With the proofs of what every contest came to before and after, where they were asked for.
    #[must_use]
    pub fn with_proofs(self, before: Option<ProofText>, after: Option<ProofText>) -> Self {
        let text = |proof: ProofText| proof.proof;
        Self { proof_before: before.map(text), proof_after: after.map(text), ..self }
    }

    /// With what one has and the other has not. Totals that may not be told yet are none.
    #[must_use]
    pub fn with_changes(self, changes: Vec<Change>, totals: Option<Vec<TotalsChange>>) -> Self {
        Self { changes, totals: Some(Totals(totals)), ..self }
    }

    /// With what two snapshots say.
    #[must_use]
    pub fn of_snapshots(self, numbers: SnapshotsFound) -> Self {
        Self { numbers: Some(NumbersFound { numbers }), ..self }
    }

    /// With what a fork is.
    #[must_use]
    pub fn forked(self, fork: ForkFound<'a>) -> Self {
        Self { fork: Some(fork), ..self }
    }
}

impl<'a> Difference<'a> {
    /// Where two logs part, and what each has there.
    pub fn of(sequence: Sequence, [old, new]: [Option<Event<'a>>; 2]) -> Self {
        Self { sequence: sequence.0, old, new }
    }
}
