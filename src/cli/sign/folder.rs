//! `sign FOLDER`: one table of what stands in every paper, one question, one key, a signature each. What is signed
//! already is passed over, so a run that was interrupted goes on where it stopped.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::super::args::{BackgroundSource, Global, Secret};
use super::super::drafts::{is_founding, read_draft};
use super::super::failure::{Exit, Failure};
use super::super::files::{self, DRAFT_EXTENSION, SUBMISSION_EXTENSION, ending_with, is_draft, renamed};
use super::super::keys;
use super::super::kit;
use super::super::output::Output;
use super::super::typed;
use super::super::words::{papers, results};
use super::paper::{Given, Paper};
use super::{shown, told};
use crate::clerk::background::Background;
use crate::clerk::check::Checked;
use crate::clerk::sign::Signed;
use crate::crypto::key::SecretKey;
use crate::domain::code::Code;
use crate::text::Label;
use crate::view::failure::Failed;
use crate::view::signature as view;

/// What a folder comes to, for one key.
#[derive(Default)]
struct Pile {
    /// What is to be signed, with what does not add up in it.
    ready: Vec<(Paper, Checked)>,
    /// How many this key signed before.
    before: usize,
    /// What is not signed, and why.
    left_out: Vec<Failure>,
}

/// Signs every paper of a folder that can be signed with a key.
pub fn sign(
    global: &Global,
    source: &BackgroundSource,
    folder: &Path,
    key: (&Path, &Secret),
    output: &Output,
) -> Result<Exit, Failure> {
    let files = papers_of(folder, output)?;
    if files.is_empty() {
        let folder_shown = folder.display().to_string();
        return Err(Failure::format(
            folder,
            advise!(output.lang, papers::paper_nothing_to_sign { folder: folder_shown }),
        ));
    }
    let background = kit::load(global, source, output)?;
    let (key, secret) = key;
    let key = keys::open(output.lang, key, secret)?;
    let mut pile = Pile::default();
    for (submission, draft) in &files {
        pile.put(submission, draft.as_deref(), &key, &background, output);
    }
    let (ready, before) = (pile.ready.len(), pile.before);
    let table = output.before_question(secret);
    pile.ready.iter().for_each(|(paper, checked)| shown::row(paper, checked, &background, &table));
    if !output.json {
        // Before the question, so that whoever answers knows of what is left out.
        pile.left_out.iter().for_each(|failure| output.failure(failure));
    }
    table.say(&say!(output.lang, results::said_to_sign { ready, before, left_out: pile.left_out.len() }));
    if ready > 0 {
        keys::confirm(secret, Label::SignAll, output)?;
    }
    pile.sign(&key, &background, folder, output)
        .map(|complete| told_next(global, source, folder, (ready + before, complete), output))?;
    Ok(pile.left_out.iter().map(|failure| failure.exit).max_by_key(|exit| exit.gravity()).unwrap_or(Exit::Done))
}

/// The submissions of a folder, each with the draft that it was or will be made from.
fn papers_of(folder: &Path, output: &Output) -> Result<BTreeMap<PathBuf, Option<PathBuf>>, Failure> {
    let mut papers = BTreeMap::new();
    for file in files::in_folder(output.lang, folder)? {
        if ending_with(&file, SUBMISSION_EXTENSION) {
            papers.entry(file).or_insert(None);
        } else if is_draft(&file) {
            papers.insert(renamed(&file, DRAFT_EXTENSION, SUBMISSION_EXTENSION), Some(file));
        }
    }
    Ok(papers)
}

impl Pile {
    /// Puts a paper where it belongs.
    fn put(
        &mut self,
        submission: &Path,
        draft: Option<&Path>,
        key: &SecretKey,
        background: &Background,
        output: &Output,
    ) {
        let paper = open(submission, draft, background, output);
        let judged = paper.and_then(|paper| {
            if paper.signed.signers().any(|signer| *signer == key.public()) {
                return Ok(None);
            }
            let checked = paper.check(Some(background), output)?;
            paper.check_signer(key.public(), Some(background), output).map_err(|why| why.in_file(&paper.file))?;
            Ok(Some((paper, checked)))
        });
        match judged {
            Ok(Some(paper)) => self.ready.push(paper),
            Ok(None) => self.before += 1,
            Err(failure) => self.left_out.push(failure),
        }
    }

    /// Signs each, and tells it; gives how many are complete then. What is signed stays signed whatever comes after.
    fn sign(
        &mut self,
        key: &SecretKey,
        background: &Background,
        folder: &Path,
        output: &Output,
    ) -> Result<usize, Failure> {
        let (mut signed, mut complete, of) = (Vec::new(), 0, self.ready.len());
        for (paper, _) in &mut self.ready {
            match paper.sign(key, Some(background), output) {
                Ok(signature) => {
                    complete += usize::from(matches!(signature.so_far, Signed::Complete { .. }));
                    signed.push(told::of(paper, &signature));
                }
                Err(failure) => {
                    let done = signed.len();
                    output.say(&say!(output.lang, results::said_signed_until { done, of }));
                    return Err(failure);
                }
            }
        }
        if output.json {
            let left_out = self.left_out.iter().map(|failure| Failed { error: failure.view() }).collect();
            output.value(&view::Signatures { signed, before: self.before as u64, left_out });
        } else {
            let place = folder.display().to_string();
            output.line(&say!(output.lang, results::result_signed { papers: signed.len(), place }));
        }
        Ok(complete)
    }
}

/// A paper of the folder: the submission, where somebody has signed, and else the draft.
fn open(submission: &Path, draft: Option<&Path>, background: &Background, output: &Output) -> Result<Paper, Failure> {
    let file = draft.filter(|_| !submission.exists()).unwrap_or(submission);
    files::refuse_folder(output.lang, file)?;
    let given = Given::read(file, output)?;
    if given.is_founding() {
        return Err(Failure::format(file, advise!(output.lang, papers::paper_founding_alone)));
    }
    let said = given.draft(Some(background), output)?;
    if let Some(draft) = draft.filter(|draft| *draft != file)
        && !is_founding(&files::read_text(output.lang, draft)?)
        && read_draft(draft, Some(background), output).is_ok_and(|draft| draft != said)
    {
        let [one, other] = [draft, submission].map(|file| file.display().to_string());
        let says = advise!(output.lang, papers::paper_draft_changed { one, other });
        return Err(Failure { code: Code::U18, ..Failure::format(submission, says) });
    }
    Paper::of(given, said, None, output)
}

fn told_next(global: &Global, source: &BackgroundSource, folder: &Path, papers: (usize, usize), output: &Output) {
    let ((papers, complete), place) = (papers, typed::word(folder));
    if papers == 0 {
        return;
    }
    output.say(&if complete > 0 {
        let command = format!("protokol submit {place}{}", typed::desk(global, source));
        say!(output.lang, results::said_folder_complete { complete, command })
    } else {
        let command = format!("protokol sign {place} --key FILE{}", typed::flags(global, source));
        say!(output.lang, results::said_folder_incomplete { command })
    });
}
