//! Verifying a log wherever it is, with everything that stands beside its events: the files that repeat what the
//! founding act says, and, where they are asked for, the scans.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::error::{Error, ReceiptError, SourceError, VerifyError};
use super::files;
use super::observer::{Observer, Stretch, Work};
use super::parallel::{Checking, Cores};
use super::source::LogSourceKind;
use super::writing::log_vkey;
use crate::crypto::parallel::{ParallelMap, Signatures};
use crate::domain::attachment::AttachmentFile;
use crate::domain::number::Size;
use crate::domain::origin::Origin;
use crate::domain::protocol::Attachment;
use crate::ledger::files::fork::ForkEvidence;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::note::policy::Policy;
use crate::store::attachments as store;
use crate::store::error::StoreError;
use crate::store::journal::disk::Folder;
use crate::store::journal::inspect;
use crate::store::publish::published::PublishedFolder;
use crate::store::{files as names, read};
use crate::tally;
use crate::verify::beside::{self, names_a_log};
use crate::verify::conclude::TrustAnchors;
use crate::verify::fault::FaultKind;
use crate::verify::handed::{self, Handed};
use crate::verify::inspection::Inspected;
use crate::verify::misconduct::Misconduct;
use crate::verify::published;
use crate::verify::published::Published;
use crate::verify::receipt::{self, ReceiptReport};
use crate::verify::report::{Report, Trust};
use crate::verify::rows_proof::{self, RowsProofReport};

/// What a name points at, for whoever verifies it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A ledger's folder.
    Ledger,
    /// A published log, in a folder, a tar or behind a URL.
    Log,
    /// A receipt, in a file of its own.
    Receipt,
    /// Evidence of a fork.
    Evidence,
    /// Evidence of what a log signed about its numbers.
    Misconduct,
    /// A proof of rows.
    Proof,
}

impl Subject {
    /// Looks at what is there; of a file, at how it begins.
    ///
    /// # Errors
    /// Those of [`LogSourceKind::of`].
    pub fn of(what: &Path) -> Result<Self, Error> {
        Ok(match LogSourceKind::of(what)? {
            LogSourceKind::Ledger => Self::Ledger,
            LogSourceKind::File => match Handed::of(&files::head(what)?) {
                Some(Handed::Receipt) => Self::Receipt,
                Some(Handed::Fork) => Self::Evidence,
                Some(Handed::Misconduct) => Self::Misconduct,
                Some(Handed::Proof) => Self::Proof,
                None => Self::Log,
            },
            LogSourceKind::Folder | LogSourceKind::Replica | LogSourceKind::Url => Self::Log,
        })
    }
}

/// Reads a receipt.
///
/// # Errors
/// [`VerifyError::NotAReceipt`]; [`Error::Store`] of the system.
pub fn read_receipt(file: &Path) -> Result<Receipt, Error> {
    let failed = |error| VerifyError::NotAReceipt { file: file.to_owned(), error };
    Ok(Receipt::parse(&files::read(file)?).map_err(failed)?)
}

/// Reads evidence of a fork, which is then [checked](crate::verify::evidence::check) without any log.
///
/// # Errors
/// [`VerifyError::NotEvidence`]; [`Error::Store`] of the system.
pub fn read_evidence(file: &Path) -> Result<ForkEvidence, Error> {
    let failed = |error| VerifyError::NotEvidence { file: file.to_owned(), error };
    Ok(ForkEvidence::parse(&files::read(file)?).map_err(failed)?)
}

/// Reads evidence of what a log signed about its numbers, which is then [checked](crate::verify::misconduct::check)
/// without any log.
///
/// # Errors
/// As [`read_evidence`].
pub fn read_misconduct(file: &Path) -> Result<Misconduct, Error> {
    let failed = |error| VerifyError::NotEvidence { file: file.to_owned(), error };
    Ok(handed::misconduct(&files::read(file)?).map_err(failed)?)
}

/// Reads a proof of rows.
///
/// # Errors
/// [`VerifyError::NotAProof`]; [`Error::Store`] of the system.
pub fn read_proof(file: &Path) -> Result<RowsProof, Error> {
    let failed = |error| VerifyError::NotAProof { file: file.to_owned(), error };
    Ok(RowsProof::parse(&files::read(file)?).map_err(failed)?)
}

/// Whether the scans beside a ledger are asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attachments {
    /// Every file is held against the digests that the events name.
    Asked,
    /// They are left alone.
    Unasked,
}

/// Verifies a ledger's folder: journal, seal, the files beside them, and its scans where they are asked for.
///
/// # Errors
/// [`SourceError::Unreadable`]; whatever is wrong with the ledger itself is a fault in the report.
pub fn ledger(
    folder: &Path,
    anchors: &TrustAnchors<'_>,
    signatures: Signatures,
    attachments: Attachments,
    observer: &dyn Observer,
) -> Result<Report, Error> {
    let unreadable =
        || |error: StoreError| SourceError::Unreadable { place: folder.to_owned(), error: Box::new(error) };
    let total = read::sealed(folder).map_or(Size(0), |signed| signed.checkpoint().size);
    let mut stretch = Stretch::new(observer, Work::Verifying, total);
    let inspected =
        inspect::inspect(&Folder::new(folder), Checking(signatures), anchors, &mut |done| stretch.reaches(done));
    let mut report = inspected.map_err(unreadable())?;
    drop(stretch);
    let beside = beside::faults(&PublishedFolder::new(folder), &report, &FaultKind::FileDiffers);
    report.faults.extend(beside.map_err(unreadable())?);
    if attachments == Attachments::Asked {
        attach(folder, &mut report)?;
    }
    Ok(report)
}

/// Verifies a published log, and hands on its entries as they come.
///
/// # Errors
/// [`SourceError`]; whatever is wrong with the log itself is a fault in the report.
pub fn log<P: Published<Error = Error> + ToString>(
    source: &P,
    anchors: &TrustAnchors<'_>,
    signatures: Signatures,
    observer: &dyn Observer,
    on_entries: &mut dyn FnMut(&[Vec<u8>]),
) -> Result<Inspected, Error> {
    let claimed = published::checkpoint(source)?;
    if claimed.is_err() && !names_a_log(source)? {
        return Err(SourceError::NoLog(source.to_string()).into());
    }
    let claimed = claimed.map_or(Size(0), |signed| signed.checkpoint().size);
    let (mut stretch, mut done) = (Stretch::new(observer, Work::Verifying, claimed), 0);
    let mut inspected = published::inspect(source, Checking(signatures), anchors, &mut |entries| {
        on_entries(entries);
        done += entries.len() as u64;
        stretch.reaches(done);
    })?;
    drop(stretch);
    inspected.report.faults.extend(beside::faults(source, &inspected.report, &FaultKind::FileMissing)?);
    Ok(inspected)
}

/// Checks a receipt under a policy. It names no key of its own: without a policy, that of the ledger beside it is
/// taken.
///
/// # Errors
/// [`ReceiptError::NoKey`]; [`ReceiptError::OtherLedger`]; those of [`log_vkey`].
pub fn receipt(receipt: &Receipt, policy: Option<&Policy>, ledger: &Path) -> Result<(ReceiptReport, Trust), Error> {
    let (policy, trust) = believed(&receipt.checkpoint().checkpoint().origin, policy, ledger)?;
    Ok((receipt::check(receipt, &policy), trust))
}

/// Checks a proof of rows, as a [receipt](receipt()) is checked.
///
/// # Errors
/// Those of [`receipt()`].
pub fn proof(proof: RowsProof, policy: Option<&Policy>, ledger: &Path) -> Result<(RowsProofReport, Trust), Error> {
    let (policy, trust) = believed(&proof.checkpoint().checkpoint().origin, policy, ledger)?;
    Ok((rows_proof::check(proof, &policy), trust))
}

/// The policy under which a file of a log is checked that names no key: the reader's, or else the key of the ledger
/// beside it.
fn believed<'a>(origin: &Origin, policy: Option<&'a Policy>, ledger: &Path) -> Result<(Cow<'a, Policy>, Trust), Error> {
    if let Some(policy) = policy {
        return Ok((Cow::Borrowed(policy), Trust::Policy));
    }
    if !files::is_there(&ledger.join(names::LOG_VKEY))? {
        return Err(ReceiptError::NoKey.into());
    }
    let key = log_vkey(ledger)?;
    let log = key.name();
    if log.as_str() != origin.as_str() {
        let (theirs, ours) = (origin.clone(), log.clone());
        return Err(ReceiptError::OtherLedger { ledger: ledger.to_owned(), theirs, ours }.into());
    }
    let policy = Policy::parse(&format!("log {key}\nquorum none\n")).map_err(|_| ReceiptError::NoKey)?;
    Ok((Cow::Owned(policy), Trust::SelfSigned))
}

/// Holds the files beside a ledger against what its events name.
fn attach(ledger: &Path, report: &mut Report) -> Result<(), Error> {
    let failed = || Error::store(ledger);
    let files: BTreeMap<_, _> = tally::attachments::attachments(&report.model)
        .into_iter()
        .map(|named| (named.attachment.content(), named.attachment.clone()))
        .collect();
    let digests: BTreeSet<_> = files.values().map(|attachment| attachment.blake3).collect();
    let kept = Cores.map(files.into_iter().collect(), |(content, attachment): (_, Attachment)| {
        store::look(ledger, &attachment).map(|kept| (content, kept))
    });
    let kept = kept.into_iter().collect::<Result<BTreeMap<_, _>, _>>().map_err(failed())?;
    let unnamed = store::unnamed(ledger, &digests).map_err(failed())?;
    report.attach(
        |attachment| kept.get(&attachment.content()).copied().unwrap_or(AttachmentFile::Missing),
        unnamed.len(),
    );
    Ok(())
}
