//! The proofs of what every contest came to in both states, before anything is told of them.

use std::path::PathBuf;

use clap::Args;

use super::super::args::Insider;
use super::super::failure::Failure;
use super::super::gate;
use super::super::ledger;
use super::super::output::Output;
use super::super::proof::ProofTo;
use super::super::talk::Talk;
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::note::policy::Policy;
use crate::service::compare::Compared as Sides;
use crate::verify::compare::{Relation, Which};
use crate::verify::conclude::TrustAnchors;
use crate::view::proof_text::ProofText;

/// Which totals are proved, and where each proof goes.
#[derive(Debug, Args)]
pub struct ProofsTo {
    /// Write a file that proves the totals of NEW, for `verify`; - puts it into the answer of --json
    #[arg(long, value_name = "FILE")]
    proof: Option<PathBuf>,
    /// The same of the totals of OLD
    #[arg(long, value_name = "FILE")]
    proof_before: Option<PathBuf>,
}

/// The proofs that are in the answer.
#[derive(Default)]
pub struct Proofs {
    /// Of the totals of the older state.
    pub before: Option<ProofText>,
    /// Of those of the newer one.
    pub after: Option<ProofText>,
}

impl ProofsTo {
    fn both(&self) -> [(Which, ProofTo); 2] {
        [(Which::Old, &self.proof_before), (Which::New, &self.proof)]
            .map(|(which, proof)| (which, ProofTo { proof: proof.clone() }))
    }

    /// That there is an answer for programs, where a proof is to be in it.
    pub fn check(&self, output: &Output) -> Result<(), Failure> {
        self.both().iter().try_for_each(|(_, to)| to.check(output))
    }

    /// Puts each proof where it was asked for. Where the states contradict each other, no totals are told and none is proved.
    pub fn put(
        &self,
        sides: &Sides<'_>,
        policy: Option<&Policy>,
        insider: &Insider,
        output: &Output,
    ) -> Result<Proofs, Failure> {
        let is_asked = self.both().iter().any(|(_, to)| to.is_asked());
        if !is_asked || !matches!(sides.found.relation, Relation::Equal | Relation::Continuation | Relation::Rollback) {
            return Ok(Proofs::default());
        }
        if let Some(whole) = &sides.larger().whole {
            gate::pass(whole.model(), insider, output)?;
        }
        let (talk, anchors) = (Talk::new(output), TrustAnchors::under(policy));
        // Where the log is, the side knows.
        let setting = ledger::setting("".as_ref(), &talk);
        let make = |(which, to): &(Which, ProofTo)| {
            let made = to.is_asked().then(|| sides.proof(*which, &setting, &anchors)).transpose();
            made.map_err(|error| Failure::service(output.lang, error))
        };
        let [before, after] = &self.both();
        // None is written where the other cannot be made.
        let (was, is) = (make(before)?, make(after)?);
        let put = |to: &ProofTo, made: Option<RowsProof>| to.put_made(made.as_ref(), output);
        Ok(Proofs { before: put(&before.1, was)?, after: put(&after.1, is)? })
    }
}
