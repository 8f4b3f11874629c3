//! A paper that is to be signed: a draft, or a submission that others have signed.

use std::path::{Path, PathBuf};

use super::super::drafts::{is_founding, read_draft};
use super::super::failure::Failure;
use super::super::files::{self, DRAFT_EXTENSION, SUBMISSION_EXTENSION, read_submission, renamed};
use super::super::ledger::now;
use super::super::output::Output;
use super::super::words::papers;
use crate::clerk::background::Background;
use crate::clerk::check::{Checked, check};
use crate::clerk::sign::{Signed, check_signer};
use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::key::{PublicKey, SecretKey};
use crate::domain::code::Code;
use crate::domain::statement::{Body, Statement, StatementError};
use crate::intake::draft::Draft;
use crate::ledger::submission::{SignedStatement, SubmissionError};
use crate::service::files::Readers;
use crate::store::error::Refusal;
use crate::text::{self, Lang, Said};

/// A file that was given to be signed.
pub struct Given {
    pub file: PathBuf,
    /// What it says, and who signed it; none where it is a draft.
    submission: Option<(SignedStatement, Statement)>,
    text: String,
}

impl Given {
    /// Reads a draft or a submission. A damaged submission is told as one: it is no draft that somebody mistyped.
    pub fn read(file: &Path, output: &Output) -> Result<Self, Failure> {
        let bytes = files::read(output.lang, file)?;
        let submission = match SignedStatement::from_file(&bytes) {
            Err(SubmissionError::NotAFile) => None,
            _ => {
                let signed = read_submission(file, output)?;
                let statement = statement_of(file, &signed, output)?;
                Some((signed, statement))
            }
        };
        Ok(Self { file: file.to_owned(), submission, text: String::from_utf8_lossy(&bytes).into_owned() })
    }

    pub fn is_founding(&self) -> bool {
        match &self.submission {
            Some((_, statement)) => matches!(statement.body, Body::ElectionCalled(_)),
            None => is_founding(&self.text),
        }
    }

    pub fn is_submission(&self) -> bool {
        self.submission.is_some()
    }

    /// What it says.
    pub fn draft(&self, background: Option<&Background>, output: &Output) -> Result<Draft, Failure> {
        match &self.submission {
            Some((_, Statement { ledger, body, .. })) => {
                Ok(Draft { kind: body.kind(), ledger: *ledger, body: body.clone() })
            }
            None => read_draft(&self.file, background, output),
        }
    }

    /// The submission, checked: whoever signs after others signs what they signed, and a figure that was changed on the
    /// way is found here.
    pub fn signed(&self, output: &Output) -> Result<Option<SignedStatement>, Failure> {
        let Some((signed, _)) = &self.submission else { return Ok(None) };
        match signed.open(&AdmittedKeys::default()) {
            Ok(_) => Ok(Some(signed.clone())),
            Err(error) => Err(Failure::refusal(output.lang, Refusal::Bytes(error)).in_file(&self.file)),
        }
    }
}

/// A paper that is to be signed.
pub struct Paper {
    /// The file that was given.
    pub file: PathBuf,
    pub draft: Draft,
    pub signed: SignedStatement,
    /// The file of the submission.
    pub out: PathBuf,
}

/// A signature that was added.
pub struct Signature {
    pub key: PublicKey,
    /// Whether this key had not signed before.
    pub fresh: bool,
    /// How far the paper is signed now.
    pub so_far: Signed,
}

impl Paper {
    /// What was given, as a submission that goes to a file of its own, or to its own place.
    pub fn of(given: Given, draft: Draft, out: Option<&Path>, output: &Output) -> Result<Self, Failure> {
        let signed = given.signed(output)?;
        let in_place = given.is_submission();
        let signed = signed.map_or_else(|| unsigned(output.lang, &given.file, &draft), Ok)?;
        let beside =
            || if in_place { given.file.clone() } else { renamed(&given.file, DRAFT_EXTENSION, SUBMISSION_EXTENSION) };
        let out = out.map_or_else(beside, Path::to_owned);
        if out.exists() && !(in_place && out == given.file) {
            return Err(Failure::exists(output.lang, &out));
        }
        Ok(Self { file: given.file, draft, signed, out })
    }

    /// What does not add up is told to every member who signs, not only to the first; what the ledger would refuse is
    /// not signed.
    pub fn check(&self, background: Option<&Background>, output: &Output) -> Result<Checked, Failure> {
        let checked = check(&self.draft.body, background, now());
        let Some(rejection) = checked.refusals.first() else { return Ok(checked) };
        let failure = Failure::refusal(output.lang, Refusal::Rule(rejection.clone())).in_file(&self.file);
        let manifest = background.and_then(|background| background.model.manifest());
        match manifest.and_then(|manifest| text::figures_missing(output.lang, &checked.refusals, &manifest.form)) {
            Some(Said { says, remedy }) => Err(Failure { says, remedy, item: None, ..failure }),
            None => Err(failure),
        }
    }

    /// Whether a key counts for what it says.
    pub fn check_signer(
        &self,
        key: PublicKey,
        background: Option<&Background>,
        output: &Output,
    ) -> Result<(), Failure> {
        check_signer(key, &self.draft, &self.signed, background, now())
            .map_err(|rejection| Failure::refusal(output.lang, Refusal::Rule(rejection)))
    }

    /// Adds the signature and writes the submission. Between the question and the answer others may have signed the
    /// same file: theirs stay.
    pub fn sign(
        &mut self,
        key: &SecretKey,
        background: Option<&Background>,
        output: &Output,
    ) -> Result<Signature, Failure> {
        if self.is_in_place() && self.take_in(output)? {
            self.check_signer(key.public(), background, output).map_err(|why| why.in_file(&self.file))?;
        }
        let fresh = self.signed.sign(key);
        self.write(output)?;
        let so_far = Signed::of(&self.draft, &self.signed, background, now());
        Ok(Signature { key: key.public(), fresh, so_far })
    }

    /// Whether the submission goes where it came from.
    pub fn is_in_place(&self) -> bool {
        self.out == self.file
    }

    /// Takes in the signatures that the file has got since it was read; says whether there are any.
    fn take_in(&mut self, output: &Output) -> Result<bool, Failure> {
        let before = self.signed.signers().len();
        let there = Given::read(&self.file, output)?.signed(output)?;
        if !there.is_some_and(|there| self.signed.join(&there)) {
            let said = advise!(output.lang, papers::paper_changed_meanwhile { file: shown(&self.file) });
            return Err(Failure { code: Code::U18, ..Failure::format(&self.file, said) });
        }
        Ok(self.signed.signers().len() > before)
    }

    /// Writes the submission, in its own place or where nothing is; never one that nobody could read again.
    pub fn write(&self, output: &Output) -> Result<(), Failure> {
        let bytes = self.signed.to_file();
        SignedStatement::from_file(&bytes).map_err(|error| {
            let why = text::submission_error(output.lang, &error).says;
            let said = advise!(output.lang, papers::paper_too_long { file: shown(&self.file), error: why });
            Failure { code: error.code(), ..Failure::format(&self.file, said) }
        })?;
        match self.is_in_place() {
            true => files::write(output.lang, &self.out, &bytes, Readers::All),
            false => files::write_new(output.lang, &self.out, &bytes, Readers::All),
        }
    }
}

/// Where a submission goes that is signed by somebody of whom nothing is known: beside it, and not over it.
pub fn copy_of(file: &Path) -> PathBuf {
    renamed(file, SUBMISSION_EXTENSION, &format!("copy.{SUBMISSION_EXTENSION}"))
}

fn statement_of(path: &Path, signed: &SignedStatement, output: &Output) -> Result<Statement, Failure> {
    signed.statement().map_err(|error| {
        if error.is_newer() {
            return Failure::refusal(output.lang, Refusal::Bytes(error.into())).in_file(path);
        }
        let error = SubmissionError::Statement(error);
        let why = text::submission_error(output.lang, &error).says;
        let said = advise!(output.lang, papers::paper_not_a_statement { file: shown(path), error: why });
        Failure { code: error.code(), ..Failure::format(path, said) }
    })
}

/// A draft becomes a submission.
fn unsigned(lang: Lang, path: &Path, draft: &Draft) -> Result<SignedStatement, Failure> {
    let statement = Statement { ledger: draft.ledger, said_at: now(), body: draft.body.clone() };
    SignedStatement::unsigned(&statement).map_err(|error| {
        let error = SubmissionError::Statement(StatementError::Body(error));
        let why = text::submission_error(lang, &error).says;
        let said = advise!(lang, papers::paper_too_long { file: shown(path), error: why });
        Failure { code: Code::R37, ..Failure::format(path, said) }
    })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
