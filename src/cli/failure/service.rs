//! What an operation of `service` could not do, as a failure of the program.

use std::path::Path;

use super::{Exit, Failure};
use crate::clerk::error::DraftError;
use crate::cli::words;
use crate::service::error::{CompareError, Error, QueryError, ReceiptError, SourceError, VerifyError, WitnessError};
use crate::store::error::{Refusal, StoreError};
use crate::store::witness::WitnessStateError;
use crate::text::Lang;
use crate::verify::compare::NotCompared;

impl Failure {
    /// What an operation could not do.
    pub fn service(lang: Lang, error: impl Into<Error>) -> Self {
        match error.into() {
            Error::Tables(errors) => Self::inputs(lang, errors),
            error => Self::of(lang, &error),
        }
    }

    /// What an operation could not do that reads no tables.
    pub fn of(lang: Lang, error: &Error) -> Self {
        let said = words::service::said(lang, error);
        Self::said(Exit::from(error.kind()), error.code(), said).at(error)
    }

    /// What the store of a ledger could not do.
    pub fn store(lang: Lang, ledger: &Path, error: StoreError) -> Self {
        Self::service(lang, Error::store(ledger)(error))
    }

    /// A submission was refused.
    pub fn refusal(lang: Lang, refusal: Refusal) -> Self {
        Self::service(lang, refusal)
    }

    /// Names the file, line, unit and item that an error is about.
    fn at(self, error: &Error) -> Self {
        match error {
            Error::Store { error, .. } => self.at_store(error),
            Error::Source(error) => self.at_source(error),
            Error::Refused(refusal) => self.at_refusal(refusal),
            Error::Policy { file, error } => Self { line: u64::try_from(error.line).ok(), ..self.in_file(file) },
            Error::NotText { file, line } => Self { line: Some(*line), ..self.in_file(file) },
            Error::Scan { attachment, .. } => Self { item: Some(attachment.name.to_string()), ..self },
            Error::WitnessAddress { file, .. }
            | Error::Witnessed { ledger: file, .. }
            | Error::Exists(file)
            | Error::TooLarge(file)
            | Error::LogVkey { file, .. }
            | Error::Cosignature { file, .. }
            | Error::OtherLog(file)
            | Error::NotASeal(file)
            | Error::Receipt(ReceiptError::TwoHistories { file, .. } | ReceiptError::NotGrown { file, .. })
            | Error::Draft(DraftError::NoCheckpoint(file))
            | Error::Verify(
                VerifyError::NotAReceipt { file, .. }
                | VerifyError::NotEvidence { file, .. }
                | VerifyError::NotAProof { file, .. },
            ) => self.in_file(file),
            Error::Compare(error) => self.at_state(error),
            Error::Query(QueryError::NoUnit { unit, .. }) | Error::Draft(DraftError::NoUnit { unit, .. }) => {
                Self { unit: Some(unit.clone()), ..self }
            }
            Error::Witness(error) => match &**error {
                WitnessError::State { error: WitnessStateError::Store(error), .. } => self.at_store(error),
                _ => self,
            },
            Error::Told(told) => Self { unit: told.unit.clone(), item: told.item.clone(), ..self },
            Error::NotKept { .. }
            | Error::Mirror(_)
            | Error::Clock(_)
            | Error::Found(_)
            | Error::Tables(_)
            | Error::Receipt(_)
            | Error::Proof(_)
            | Error::Rehearse(_)
            | Error::Kit(_)
            | Error::Draft(_)
            | Error::Query(_)
            | Error::Takeover(_)
            | Error::Defect => self,
        }
    }

    fn at_store(self, error: &StoreError) -> Self {
        match error {
            StoreError::Exists(file) | StoreError::Io { path: file, .. } => self.in_file(file),
            StoreError::Founding(refusal) => self.at_refusal(refusal),
            _ => self,
        }
    }

    fn at_source(self, error: &SourceError) -> Self {
        match error {
            SourceError::Unreadable { error, .. } => self.at_store(error),
            SourceError::NeitherLogNorReceipt(file) | SourceError::NotATar { path: file, .. } => self.in_file(file),
            SourceError::Ledger(_)
            | SourceError::NoLog(_)
            | SourceError::NotVerified { .. }
            | SourceError::Remote(_) => self,
        }
    }

    fn at_state(self, error: &CompareError) -> Self {
        match error {
            CompareError::NotCompared { refused: NotCompared::NoKey, .. } => self,
            CompareError::NotAState { what, .. }
            | CompareError::Broken { what, .. }
            | CompareError::NotCompared { what, .. } => self.in_file(what),
        }
    }

    fn at_refusal(self, refusal: &Refusal) -> Self {
        match refusal {
            Refusal::Rule(rejection) => {
                Self { unit: rejection.unit().map(ToString::to_string), item: rejection.item(), ..self }
            }
            Refusal::Bytes(_) => self,
        }
    }
}
