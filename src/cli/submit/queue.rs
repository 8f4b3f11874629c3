//! What is handed in: each file of a queue has its own answer, and one that cannot be read keeps no other out.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::drafts::kind_of;
use super::super::failure::Failure;
use super::super::files::{
    self, DRAFT_EXTENSION, RECEIPT_EXTENSION, SUBMISSION_EXTENSION, ending_with, is_draft, read_submission, renamed,
};
use super::super::output::Output;
use super::super::words::papers;
use crate::ledger::submission::{FILE_MAGIC, SignedStatement};
use crate::service::files::begins;
use crate::service::receipts::shelf;

/// A submission that could be read, and where its receipt goes.
pub struct Paper {
    pub file: PathBuf,
    pub receipt: PathBuf,
}

/// What is to be handed in.
#[derive(Default)]
pub struct Queue {
    pub papers: Vec<(Paper, SignedStatement)>,
    /// Why each of the other submissions cannot be handed in.
    pub unread: Vec<Failure>,
    /// Submissions under other names: `sign --out` lets people name them as they like.
    pub skipped: Vec<String>,
    /// Drafts of which there is no submission.
    pub drafts: Vec<String>,
}

impl Queue {
    /// One submission, and where its receipt goes if not beside it.
    pub fn of_one(file: &Path, receipt: Option<&Path>, output: &Output) -> Result<Self, Failure> {
        let paper = paper(file, receipt, output)?;
        Ok(Self { papers: vec![paper], ..Self::default() })
    }

    /// Every submission of a folder, in the order of their names.
    pub fn of_folder(folder: &Path, output: &Output) -> Result<Self, Failure> {
        let mut queue = Self::default();
        for file in files::in_folder(output.lang, folder)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if ending_with(&file, SUBMISSION_EXTENSION) {
                match paper(&file, None, output) {
                    Ok(paper) => queue.papers.push(paper),
                    Err(failure) => queue.unread.push(failure),
                }
            } else if begins(&file, FILE_MAGIC) {
                queue.skipped.push(name);
            } else if is_unsigned_draft(&file) {
                queue.drafts.push(name);
            }
        }
        if queue.papers.is_empty() && queue.unread.is_empty() {
            queue.tell_what_is_left(output);
            let (extension, place) = (SUBMISSION_EXTENSION, folder.display().to_string());
            let said = advise!(output.lang, papers::paper_no_submissions { extension, folder: place });
            return Err(Failure::format(folder, said));
        }
        Ok(queue)
    }

    /// Tells what of the folder is not handed in.
    pub fn tell_what_is_left(&self, output: &Output) {
        for name in &self.skipped {
            let (file, extension) = (name.as_str(), SUBMISSION_EXTENSION);
            output.say(&say!(output.lang, papers::paper_passed_over { file, extension }));
        }
        if let Some(first) = self.drafts.first() {
            output.say(&say!(
                output.lang,
                papers::paper_drafts_unsigned { drafts: self.drafts.len(), first: first.as_str() }
            ));
        }
    }
}

/// A submission, where it can be read and its receipt has a place.
fn paper(file: &Path, receipt: Option<&Path>, output: &Output) -> Result<(Paper, SignedStatement), Failure> {
    files::refuse_folder(output.lang, file)?;
    let submission = read_submission(file, output)?;
    let beside = || renamed(file, SUBMISSION_EXTENSION, RECEIPT_EXTENSION);
    let receipt = receipt.map_or_else(beside, Path::to_owned);
    shelf::check_place(&receipt, &submission).map_err(|error| Failure::service(output.lang, error).in_file(file))?;
    Ok((Paper { file: file.to_owned(), receipt }, submission))
}

/// Whether a file is a draft that nobody has signed: its submission would lie beside it.
fn is_unsigned_draft(file: &Path) -> bool {
    let says_so = || fs::read_to_string(file).is_ok_and(|text| kind_of(&text).is_some());
    let signed = || renamed(file, DRAFT_EXTENSION, SUBMISSION_EXTENSION);
    is_draft(file) && says_so() && !signed().exists()
}
