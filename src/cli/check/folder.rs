//! `check FOLDER`: every draft of a folder, each with what is wrong in it; the exit code is that of the gravest.

use std::path::{Path, PathBuf};

use super::super::args::{BackgroundSource, Global};
use super::super::drafts::{is_founding, read_draft};
use super::super::failure::{Exit, Failure};
use super::super::files::{self, is_draft};
use super::super::kit;
use super::super::ledger::now;
use super::super::output::Output;
use super::super::words::papers;
use super::told::{exit, tell_found, view, warn};
use crate::clerk::background::Background;
use crate::clerk::check::{Checked, check};
use crate::intake::draft::Draft;
use crate::text::{self, Label};
use crate::view::check::{CheckedDraft, Checks};
use crate::view::failure::Failed;

/// Checks every draft of a folder.
pub fn check_all(global: &Global, folder: &Path, source: &BackgroundSource, output: &Output) -> Result<Exit, Failure> {
    let lang = output.lang;
    let mut drafts = files::in_folder(lang, folder)?;
    drafts.retain(|file| is_draft(file));
    if drafts.is_empty() {
        let place = folder.display().to_string();
        return Err(Failure::format(folder, advise!(lang, papers::paper_nothing_to_check { folder: place })));
    }
    let background = kit::at_hand(global, source, output)?;
    let mut told = Told { answers: Vec::new(), exit: Exit::Done, output };
    for draft in drafts {
        told.check(draft, background.as_ref());
    }
    if output.json {
        output.value(&Checks { drafts: told.answers });
    }
    Ok(told.exit)
}

/// What is told so far.
struct Told<'a> {
    answers: Vec<CheckedDraft>,
    /// The gravest until now.
    exit: Exit,
    output: &'a Output,
}

impl Told<'_> {
    fn check(&mut self, file: PathBuf, background: Option<&Background>) {
        let name = file.display().to_string();
        let exit = match read(&file, background, self.output) {
            Ok((draft, checked)) => {
                self.tell(name, &draft, &checked, background);
                exit(&checked)
            }
            Err(failure) if self.output.json => {
                self.answers.push(CheckedDraft::Unread(Failed { error: failure.view() }));
                failure.exit
            }
            Err(failure) => {
                self.output.failure(&failure);
                failure.exit
            }
        };
        self.exit = [self.exit, exit].into_iter().max_by_key(|exit| exit.gravity()).unwrap_or(exit);
    }

    fn tell(&mut self, file: String, draft: &Draft, checked: &Checked, background: Option<&Background>) {
        let manifest = background.and_then(|background| background.model.manifest());
        if self.output.json {
            let findings = view(checked, manifest, self.output).findings;
            return self.answers.push(CheckedDraft::Checked { file, findings });
        }
        let form = manifest.map(|manifest| &manifest.form);
        self.output.line(&format!("{file}  {}", text::body_line(self.output.lang, &draft.body, form)));
        tell_found(checked, manifest, self.output);
        warn(&draft.body, background, self.output);
        if checked.refusals.is_empty() && checked.findings.is_empty() {
            self.output.line(self.output.label(Label::PaperIsComplete));
        }
    }
}

/// A draft, checked. A founding act needs nothing to be held against.
fn read(file: &Path, background: Option<&Background>, output: &Output) -> Result<(Draft, Checked), Failure> {
    files::refuse_folder(output.lang, file)?;
    let founding = is_founding(&files::read_text(output.lang, file)?);
    let background = background.filter(|_| !founding);
    let draft = read_draft(file, background, output)?;
    let checked = check(&draft.body, background, now());
    Ok((draft, checked))
}
