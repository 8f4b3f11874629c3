//! Why a verb did not do what was asked: always a pair, what is wrong and what to do, with a stable code and exit code.

mod service;

use std::path::Path;
use std::process::ExitCode;

use self::service::contradicted;
pub use self::service::{WATCHES, kept};
use crate::domain::code::Code;
use crate::intake::error::InputError;
use crate::service::error::Kind;
use crate::store::error::{Refusal, StoreError};
use crate::text::{self, Lang};
use crate::verify::{Fault, Verdict};
use crate::view::failure as view;

/// The exit codes of the program, stable for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, or verified.
    Done = 0,
    /// The answer is no.
    No = 1,
    /// Wrong usage.
    Usage = 2,
    /// Cannot tell.
    CannotTell = 3,
    /// Genuine but not sufficient.
    Insufficient = 4,
    /// A draft has findings.
    Findings = 5,
    /// Refused by the ledger.
    Refused = 6,
    /// A bad input file.
    Input = 7,
    /// Disk or network failed.
    Disk = 8,
    /// No ledger here.
    NoLedger = 10,
    /// Another writer holds the ledger.
    Locked = 11,
    /// The passphrase is wrong.
    Passphrase = 12,
    /// Interrupted.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A failure, as people and programs are told.
#[derive(Debug, Clone)]
pub struct Failure {
    pub exit: Exit,
    pub code: Code,
    pub says: String,
    pub act: String,
    pub file: Option<String>,
    pub line: Option<u64>,
    pub column: Option<String>,
    pub unit: Option<String>,
    pub item: Option<String>,
    /// Further mistakes of the same file, told before the first.
    pub others: Vec<Failure>,
}

impl Failure {
    pub fn new(exit: Exit, code: Code, says: impl Into<String>, act: impl Into<String>) -> Self {
        Self {
            exit,
            code,
            says: says.into(),
            act: act.into(),
            file: None,
            line: None,
            column: None,
            unit: None,
            item: None,
            others: Vec::new(),
        }
    }

    /// The failure for a program.
    pub fn view(&self) -> view::Failure {
        view::Failure {
            code: self.code.to_string(),
            says: self.says.clone(),
            act: self.act.clone(),
            file: self.file.clone(),
            column: self.column.clone(),
            unit: self.unit.clone(),
            item: self.item.clone(),
            line: self.line,
            others: self.others.iter().map(Self::view).collect(),
        }
    }

    pub fn usage(says: impl Into<String>, act: impl Into<String>) -> Self {
        Self::new(Exit::Usage, Code::U1, says, act)
    }

    /// A name that is not there: mistyped, as wrong usage is, and no answer about the ledger.
    pub fn not_found(says: impl Into<String>, act: impl Into<String>) -> Self {
        Self::new(Exit::Usage, Code::U9, says, act)
    }

    pub fn format(file: &Path, says: impl Into<String>, act: impl Into<String>) -> Self {
        Self::new(Exit::Input, Code::U3, says, act).in_file(file)
    }

    pub fn in_file(self, file: &Path) -> Self {
        Self { file: Some(file.display().to_string()), ..self }
    }

    /// Something is at the place already.
    pub fn exists(file: &Path) -> Self {
        let act = "choose another name, or move it away first; nothing is ever written over";
        Self::new(Exit::Input, Code::U5, format!("{} exists already", file.display()), act).in_file(file)
    }

    /// The system would not read or write a file.
    pub fn io(what: &str, file: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let act = match error.kind() {
            ErrorKind::NotFound => "check the name; nothing was written",
            ErrorKind::IsADirectory => "name a file, not a folder; nothing was written",
            ErrorKind::NotADirectory => "name a folder, not a file; nothing was written",
            ErrorKind::AlreadyExists => "choose another name; nothing is ever written over",
            ErrorKind::PermissionDenied if what.starts_with("cannot read") => {
                "make it readable for you, and run it again; nothing was written"
            }
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                "make the place writable for you, or choose another one, and run it again"
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                "free some space and run it again; nothing that was acknowledged is lost"
            }
            _ => "see that the disk is sound, and run it again; nothing that was acknowledged is lost",
        };
        let exit = match error.kind() {
            ErrorKind::NotFound | ErrorKind::IsADirectory | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                Exit::Input
            }
            _ => Exit::Disk,
        };
        Self::new(exit, Code::U2, format!("{what} {}: {error}", file.display()), act).in_file(file)
    }

    /// A submission was refused.
    pub fn refusal(lang: Lang, refusal: &Refusal) -> Self {
        let said = match refusal {
            Refusal::Bytes(error) => text::submission_error(lang, error),
            Refusal::Rule(rejection) => text::rejection(lang, rejection),
        };
        let (unit, item) = match refusal {
            Refusal::Rule(rejection) => (rejection.unit().map(ToString::to_string), rejection.item()),
            Refusal::Bytes(_) => (None, None),
        };
        let (code, exit) = (refusal.code(), Exit::from(Kind::of_refusal(refusal.code())));
        Self { unit, item, ..Self::new(exit, code, said.says, said.act) }
    }

    /// A paper that somebody wrote is wrong.
    pub fn input(lang: Lang, error: InputError) -> Self {
        let said = text::mistake(lang, &error.mistake);
        Self {
            file: Some(error.file),
            line: error.line,
            column: error.column,
            unit: error.unit,
            item: error.item,
            ..Self::new(Exit::Input, error.code, said.says, said.act)
        }
    }

    /// The mistakes of papers, in the order in which they were found.
    pub fn inputs(lang: Lang, errors: Vec<InputError>) -> Self {
        let mut failures = errors.into_iter().map(|error| Self::input(lang, error));
        let unknown = || Self::new(Exit::Input, Code::U3, "the files cannot be read", "check the folder");
        let first = failures.next().unwrap_or_else(unknown);
        Self { others: failures.collect(), ..first }
    }

    /// What the store could not do.
    pub fn store(lang: Lang, ledger: &Path, error: StoreError) -> Self {
        let shown = ledger.display();
        match error {
            StoreError::Exists(path) => {
                let act = "choose another place with --ledger, or go on with a rehearsal there with --continue";
                Self { act: act.to_owned(), ..Self::exists(&path) }
            }
            StoreError::NoLedger(path) => {
                let act = "name a ledger with --ledger DIR, or make one: `protokol rehearse FOLDER`, `protokol init`";
                Self::new(Exit::NoLedger, Code::V18, format!("there is no ledger in {}", path.display()), act)
            }
            StoreError::Locked(holder) => {
                let says = format!("{shown} is held by {holder}");
                let act = "wait until it has ended, or end that process; readers are not kept out";
                Self::new(Exit::Locked, Code::U7, says, act)
            }
            StoreError::Io { what, path, source } => Self::io(what, &path, &source),
            StoreError::ReadOnly(faults) => {
                let first = faults.first().map_or_else(String::new, |fault| format!(": {}", text::fault(lang, fault)));
                let code = faults.first().map_or(Code::V1, Fault::code);
                let verdict = faults.iter().map(Fault::verdict).max().unwrap_or(Verdict::Failed);
                if verdict == Verdict::Unreadable {
                    let says = format!("{shown} cannot be told right from wrong{first}");
                    return Self::new(verdict.into(), code, says, text::explain(lang, code).act);
                }
                let says = format!("{shown} is damaged{first}");
                let act = "run `protokol verify` for every fault, and `protokol compare` with what was published; do not write to \
                           it: restore it from a copy";
                Self::new(verdict.into(), code, says, act)
            }
            StoreError::Contradicted(_) => contradicted(&error),
            StoreError::NotWitnessed => {
                let says = "too few witnesses have answered, and before they do the log signs nothing";
                let act =
                    "nothing was handed in: see what is told of each witness above, and run the same command again";
                Self::new(Exit::Insufficient, Code::V13, says, act)
            }
            StoreError::Restored => {
                let said = text::explain(lang, Code::U13);
                let says = format!("{shown}: {}", said.what);
                Self::new(Exit::Refused, Code::U13, says, said.act)
            }
            StoreError::NotTheLogKey => {
                let says = "this is not the key of the ledger's log";
                Self::new(Exit::Refused, Code::R38, says, "give the key whose public half stands in log.vkey")
            }
            StoreError::Founding(refusal) => Self::refusal(lang, &refusal),
            StoreError::NotFound(_)
            | StoreError::Poisoned
            | StoreError::Seal
            | StoreError::IndexHeld
            | StoreError::Index(_) => {
                let act =
                    "run the same command again: the ledger is read from its disk and nothing acknowledged is lost";
                Self::new(Exit::Disk, Code::U2, error.to_string(), act)
            }
        }
    }
}

impl From<Verdict> for Exit {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Verified => Self::Done,
            Verdict::Insufficient => Self::Insufficient,
            Verdict::Unreadable => Self::CannotTell,
            Verdict::Failed => Self::No,
        }
    }
}
