//! What is told of the attachments in a ledger.

use std::path::Path;

<<<<<<< HEAD
use super::failure::{Exit, Failure};
=======
use serde_json::{Value, json};

use super::failure::Failure;
>>>>>>> main
use super::output::Output;
use crate::domain::attachment::Kept;
use crate::domain::protocol::Attachment;
use crate::service::scans;
use crate::store::attachments as store;
use crate::tally::attachments::Named;
<<<<<<< HEAD
use crate::text::{self, Label, Said};
use crate::verify::Report;
use crate::view::attachment::Attachment as View;

/// The scans of a submission, found and proved.
#[derive(Debug, Default)]
pub struct Found(Vec<(Attachment, PathBuf)>);

impl Found {
    /// Looks in a folder for each of these scans that the ledger does not have.
    pub fn find(named: Vec<Attachment>, folder: &Path, ledger: &Path, output: &Output) -> Result<Self, Failure> {
        let mut found = Self::default();
        for attachment in named {
            if look(ledger, &attachment, output)? != Kept::There {
                let file = find(&attachment, folder, output)?;
                found.0.push((attachment, file));
            }
        }
        Ok(found)
    }

    /// Puts them beside the ledger.
    pub fn keep(&self, ledger: &Path, output: &Output) -> Result<(), Failure> {
        let failed = |error| Failure::store(output.lang, ledger, error);
        self.0.iter().try_for_each(|(attachment, file)| store::keep(ledger, attachment, file).map_err(failed))
    }

    /// Whether there is nothing to put anywhere.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The scans that a submission names. What cannot be read is the ledger's to refuse.
pub fn named(submission: &SignedStatement) -> Vec<Attachment> {
    submission.statement().map(|statement| statement.body.attachments().to_vec()).unwrap_or_default()
}

/// How many of these scans are not beside the ledger.
pub fn owed(named: &[Attachment], ledger: &Path, output: &Output) -> Result<usize, Failure> {
    let kept = named.iter().map(|attachment| look(ledger, attachment, output));
    let kept = kept.collect::<Result<Vec<_>, _>>()?;
    Ok(kept.into_iter().filter(|kept| *kept != Kept::There).count())
}
=======
use crate::text;
>>>>>>> main

fn look(ledger: &Path, attachment: &Attachment, output: &Output) -> Result<Kept, Failure> {
    scans::look(ledger, attachment).map_err(|error| Failure::service(output.lang, error))
}

/// The attachments of a paper or an event, each with whether its file is there.
pub fn tell(ledger: &Path, named: &[Named<'_>], output: &Output) -> Result<(), Failure> {
    for Named { provenance, attachment, .. } in named {
        let kept = text::kept(output.lang, look(ledger, attachment, output)?);
        output.line(&format!("  {:>7}  {}  {kept}", provenance.sequence, text::attachment(output.lang, attachment)));
    }
    Ok(())
}

/// Attachments for a program, each with whether its file is there.
pub fn views(ledger: &Path, attachments: &[&Attachment], output: &Output) -> Result<Vec<View>, Failure> {
    let one =
        |attachment: &&Attachment| Ok(View::of(attachment, store::name(attachment), look(ledger, attachment, output)?));
    attachments.iter().map(one).collect()
}
