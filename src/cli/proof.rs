//! The proof of what is shown: written to a file, or put into the answer for a program.

use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::files;
use super::output::Output;
use super::words::usage;
use crate::ledger::files::rows_proof::RowsProof;
use crate::service::error::Error;
use crate::service::files::Readers;
use crate::service::proofs::WithProof;
use crate::view::proof_text::ProofText;

/// The name that means the answer itself.
const ANSWER: &str = "-";

/// Whether what is shown is proved, and where the proof goes.
#[derive(Debug, Args)]
pub struct ProofTo {
    /// Write a file that proves the numbers shown, for `verify`; - puts it into the answer of --json
    #[arg(long, value_name = "FILE")]
    pub proof: Option<PathBuf>,
}

impl ProofTo {
    /// Whether a proof is asked for.
    pub fn is_asked(&self) -> bool {
        self.proof.is_some()
    }

    /// Whether it is to be in the answer.
    pub fn is_in_answer(&self) -> bool {
        self.proof.as_deref() == Some(Path::new(ANSWER))
    }

    /// Whether a proof is to be made.
    pub fn with_proof(&self) -> WithProof {
        if self.is_asked() { WithProof::Yes } else { WithProof::No }
    }

    /// That there is an answer for programs, where the proof is to be in it.
    pub fn check(&self, output: &Output) -> Result<(), Failure> {
        if self.is_in_answer() && !output.json {
            return Err(Failure::usage(advise!(output.lang, usage::usage_proof_in_answer)));
        }
        Ok(())
    }

    /// Puts a proof that was made before where it was asked for; none where it is not in the answer.
    pub fn put_made(&self, made: Option<&RowsProof>, output: &Output) -> Result<Option<ProofText>, Failure> {
        let (Some(file), Some(proof)) = (&self.proof, made) else { return Ok(None) };
        self.check(output)?;
        self.keep(file, proof, output)
    }

    /// Puts the proof where it was asked for; none where it is not in the answer.
    pub fn put(
        &self,
        make: impl FnOnce() -> Result<RowsProof, Error>,
        output: &Output,
    ) -> Result<Option<ProofText>, Failure> {
        let Some(file) = &self.proof else { return Ok(None) };
        self.check(output)?;
        let proof = make().map_err(|error| Failure::service(output.lang, error))?;
        self.keep(file, &proof, output)
    }

    fn keep(&self, file: &Path, proof: &RowsProof, output: &Output) -> Result<Option<ProofText>, Failure> {
        if self.is_in_answer() {
            return Ok(Some(ProofText::of(proof)));
        }
        files::write_new(output.lang, file, proof.to_string().as_bytes(), Readers::All)?;
        Ok(None)
    }
}
