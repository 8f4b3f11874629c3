//! Who cosigned a checkpoint, and whether that is enough.

use schemars::JsonSchema;
use serde::Serialize;

use super::checkpoint::SignedCheckpoint;
use crate::ledger::note::checkpoint;
use crate::ledger::note::policy::{Judgement, Policy, PolicyWitness, Quorum};

/// The checkpoint, and who cosigned it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Cosigned {
    /// The checkpoint that is cosigned, as other programs verify it.
    #[serde(flatten)]
    pub checkpoint: SignedCheckpoint,
    /// Whether enough witnesses cosigned; null where the ledger names none, so that a rollback could go unnoticed.
    pub quorum: Option<bool>,
    /// The witnesses that the ledger's policy names, in its order.
    pub witnesses: Vec<CosigningWitness>,
}

/// A witness of the policy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct CosigningWitness {
    /// What the policy calls it.
    pub name: String,
    /// Its key, as a C2SP verifier key.
    pub key: String,
    /// When it cosigned this checkpoint, in seconds since 1970; null where it did not, or not yet.
    pub cosigned_at: Option<u64>,
}

impl Cosigned {
    /// The view of a checkpoint under a policy, where there is one. A policy of another log judges nothing here.
    pub fn under(signed: &checkpoint::SignedCheckpoint, policy: Option<&Policy>) -> Self {
        let judged = policy.and_then(|policy| Some((policy, policy.judge(signed).ok()?)));
        Self::of(signed, judged.as_ref().map(|(policy, judgement)| (*policy, judgement)))
    }

    /// The view of a checkpoint under a policy, judged; without a policy, of the checkpoint alone.
    pub fn of(signed: &checkpoint::SignedCheckpoint, judged: Option<(&Policy, &Judgement)>) -> Self {
        let quorum = judged.and_then(|(_, judgement)| match judgement.quorum {
            Quorum::Met => Some(true),
            Quorum::NotMet => Some(false),
            Quorum::NoneRequired => None,
        });
        let witnesses = judged.map_or_else(Vec::new, |(policy, judgement)| {
            policy.witnesses().iter().map(|witness| CosigningWitness::of(witness, judgement)).collect()
        });
        Self { checkpoint: SignedCheckpoint::of(signed), quorum, witnesses }
    }
}

impl CosigningWitness {
    fn of(witness: &PolicyWitness, judgement: &Judgement) -> Self {
        let cosigned = judgement.witnesses.iter().find(|(name, _)| *name == witness.name);
        Self {
            name: witness.name.to_string(),
            key: witness.key.to_string(),
            cosigned_at: cosigned.map(|(_, at)| at.seconds()),
        }
    }
}
