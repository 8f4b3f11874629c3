//! Where receipts are kept. Nothing is written over but an older receipt of the same paper, in the same history of the
//! log: two receipts of two histories are evidence, and stay both.

use std::path::{Path, PathBuf};

use super::super::error::{Error, ReceiptError};
use super::super::files::{self, Readers};
use super::{Growth, Past};
use crate::crypto::note::NoteSignature;
use crate::crypto::vkey::KeyName;
use crate::domain::number::Size;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::receipt::{RECEIPT_BYTES_MAX, Receipt};
use crate::ledger::submission::SignedStatement;

/// A receipt that was kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// Its file: the one that was asked for, or one beside it.
    pub file: PathBuf,
    /// A receipt of the same paper, signed by this log, from which the log as it is here did not grow.
    pub older: Option<Older>,
}

/// A receipt from which the log as it is here did not grow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Older {
    /// The file that it stands in.
    pub file: PathBuf,
    /// The receipt itself.
    pub receipt: Box<Receipt>,
    /// The size of the log as it is here.
    pub ours: Size,
}

/// What stands where a receipt is to be kept.
enum Standing {
    Nothing,
    /// A receipt of the same paper.
    Same(Box<Receipt>),
    /// Another paper's receipt, or no receipt.
    Other,
}

/// Whether a paper's receipt may be kept in a file: it may take the place of one of the same paper, and of nothing else.
///
/// # Errors
/// [`Error::Exists`]; [`Error::Store`] of the system.
pub fn check_place(file: &Path, paper: &SignedStatement) -> Result<(), Error> {
    match standing(file, paper.statement_bytes())? {
        Standing::Other => Err(Error::Exists(file.to_owned())),
        Standing::Nothing | Standing::Same(_) => Ok(()),
    }
}

/// Keeps a receipt in a file, in the place of an older one that it extends; beside whatever else stands there. An older
/// one that witnesses cosigned stays until the newer is cosigned too: it proves more.
///
/// # Errors
/// [`Error::Store`] of the system.
pub fn keep(file: &Path, receipt: &Receipt, history: &dyn Past) -> Result<Kept, Error> {
    let (mut place, mut older) = (file.to_owned(), None);
    for number in 2_u64.. {
        match standing(&place, &statement(receipt).unwrap_or_default())? {
            Standing::Nothing => break,
            // The same once more: nothing is asked. It is written again, and what a killed process left is cleared away.
            Standing::Same(standing) if *standing == *receipt => break,
            Standing::Same(standing) => match history.growth(standing.checkpoint().checkpoint()) {
                Growth::Grew => {
                    if signers(&standing).any(|signer| !signers(receipt).any(|other| other == signer)) {
                        return Ok(Kept { file: place, older });
                    }
                    break;
                }
                Growth::DidNotGrow if history.signed(&standing) => {
                    older = older.or(Some(Older { file: place, receipt: standing, ours: history.size() }));
                }
                Growth::DidNotGrow | Growth::CannotTell => {}
            },
            Standing::Other => {}
        }
        place = beside(file, number);
    }
    files::write(&place, receipt.to_string().as_bytes(), Readers::All)?;
    Ok(Kept { file: place, older })
}

impl Kept {
    /// What an older receipt says against the log: that it has two histories, or went back to an older one.
    pub fn contradiction(&self) -> Option<ReceiptError> {
        let Older { file, receipt, ours } = self.older.as_ref()?;
        let (file, size) = (file.clone(), receipt.checkpoint().checkpoint().size);
        Some(ReceiptError::NotGrown { file, size, ours: *ours, kept: self.file.clone() })
    }
}

fn standing(file: &Path, paper: &[u8]) -> Result<Standing, Error> {
    if !file.exists() {
        return Ok(Standing::Nothing);
    }
    if !file.is_file() || file.metadata().is_ok_and(|data| data.len() > RECEIPT_BYTES_MAX as u64) {
        return Ok(Standing::Other);
    }
    Ok(match Receipt::parse(&files::read(file)?) {
        Ok(receipt) if statement(&receipt).is_some_and(|standing| standing == paper) => {
            Standing::Same(Box::new(receipt))
        }
        _ => Standing::Other,
    })
}

/// Who signed the checkpoint of a receipt: the log, and witnesses.
fn signers(receipt: &Receipt) -> impl Iterator<Item = &KeyName> {
    receipt.checkpoint().note().signatures().iter().map(NoteSignature::name)
}

/// The bytes of the statement that a receipt is of.
fn statement(receipt: &Receipt) -> Option<Vec<u8>> {
    let envelope = Envelope::decode(receipt.entry()?).ok()?;
    Some(SignedStatement::decode(&envelope.submission).ok()?.statement_bytes().to_vec())
}

/// `01.001-2.tlog-proof` beside `01.001.tlog-proof`.
fn beside(file: &Path, number: u64) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
    let stem = part(file.file_stem()).unwrap_or_default();
    let ending = part(file.extension()).map_or_else(String::new, |ending| format!(".{ending}"));
    file.with_file_name(format!("{stem}-{number}{ending}"))
}
