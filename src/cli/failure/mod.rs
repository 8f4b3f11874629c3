//! Why a verb did not do what was asked: always a pair, what is wrong and what to do, with a stable code and exit code.

mod exit;
mod service;

use std::path::Path;

pub use self::exit::Exit;
use super::words::{files, usage};
use crate::domain::code::Code;
use crate::intake::error::InputError;
use crate::store::error::Doing;
use crate::text::{self, Lang, Remedy, Said};
use crate::view::failure as view;

/// A failure, as people and programs are told.
#[derive(Debug, Clone)]
pub struct Failure {
    pub exit: Exit,
    pub code: Code,
    pub says: String,
    pub remedy: Remedy,
    pub file: Option<String>,
    pub line: Option<u64>,
    pub column: Option<String>,
    pub unit: Option<String>,
    pub item: Option<String>,
    /// Further mistakes of the same file, told before the first.
    pub others: Vec<Failure>,
}

impl Failure {
    pub fn new(exit: Exit, code: Code, says: impl Into<String>, remedy: impl Into<Remedy>) -> Self {
        Self {
            exit,
            code,
            says: says.into(),
            remedy: remedy.into(),
            file: None,
            line: None,
            column: None,
            unit: None,
            item: None,
            others: Vec::new(),
        }
    }

    /// As it is said in the reader's language.
    pub fn said(exit: Exit, code: Code, said: Said) -> Self {
        Self::new(exit, code, said.says, said.remedy)
    }

    /// The failure for a program.
    pub fn view(&self) -> view::Failure {
        view::Failure {
            code: self.code.to_string(),
            says: self.says.clone(),
            remedy: self.remedy.to_string(),
            file: self.file.clone(),
            column: self.column.clone(),
            unit: self.unit.clone(),
            item: self.item.clone(),
            line: self.line,
            others: self.others.iter().map(Self::view).collect(),
        }
    }

    pub fn usage(said: Said) -> Self {
        Self::said(Exit::Usage, Code::U1, said)
    }

    /// A name that is not there: mistyped, as wrong usage is, and no answer about the ledger.
    pub fn not_found(said: Said) -> Self {
        Self::said(Exit::Usage, Code::U9, said)
    }

    pub fn format(file: &Path, said: Said) -> Self {
        Self::said(Exit::Input, Code::U3, said).in_file(file)
    }

    pub fn in_file(self, file: &Path) -> Self {
        Self { file: Some(file.display().to_string()), ..self }
    }

    /// Something is at the place already.
    pub fn exists(lang: Lang, file: &Path) -> Self {
        Self::said(Exit::Input, Code::U5, files::exists(lang, file)).in_file(file)
    }

    /// The system would not read or write a file.
    pub fn io(lang: Lang, doing: Doing, file: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let exit = match error.kind() {
            ErrorKind::NotFound | ErrorKind::IsADirectory | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                Exit::Input
            }
            _ => Exit::Disk,
        };
        Self::said(exit, Code::U2, files::io(lang, doing, file, error)).in_file(file)
    }

    /// A paper that somebody wrote is wrong.
    pub fn input(lang: Lang, error: InputError) -> Self {
        Self {
            file: Some(error.file),
            line: error.line,
            column: error.column,
            unit: error.unit,
            item: error.item,
            ..Self::said(Exit::Input, error.code, text::mistake(lang, &error.mistake))
        }
    }

    /// The mistakes of papers, in the order in which they were found.
    pub fn inputs(lang: Lang, errors: Vec<InputError>) -> Self {
        let mut failures = errors.into_iter().map(|error| Self::input(lang, error));
        let unknown = || Self::said(Exit::Input, Code::U3, advise!(lang, usage::usage_folder_not_read));
        let first = failures.next().unwrap_or_else(unknown);
        Self { others: failures.collect(), ..first }
    }
}
