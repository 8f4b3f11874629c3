//! Attachments on their way into a ledger, and what is told of those that are in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use serde_json::{Value, json};

use super::failure::{Exit, Failure};
use super::output::Output;
use super::parallel::Cores;
use crate::domain::attachment::AttachmentFile;
use crate::domain::code::Code;
use crate::domain::protocol::Attachment;
use crate::ledger::entry::ParallelMap;
use crate::ledger::submission::SignedStatement;
use crate::store::attachments::{self as store, Offered};
use crate::tally;
use crate::tally::attachments::Named;
use crate::text::{self, Label, Said};
use crate::verify::Report;

/// The scans of a submission, found and proved.
#[derive(Debug, Default)]
pub struct FoundScans(Vec<(Attachment, PathBuf)>);

impl FoundScans {
    /// Looks in a folder for each of these scans that the ledger does not have.
    pub fn find(named: Vec<Attachment>, folder: &Path, ledger: &Path, output: &Output) -> Result<Self, Failure> {
        let mut found = Self::default();
        for attachment in named {
            if look(ledger, &attachment, output)? != AttachmentFile::There {
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
    Ok(kept.into_iter().filter(|kept| *kept != AttachmentFile::There).count())
}

fn look(ledger: &Path, attachment: &Attachment, output: &Output) -> Result<AttachmentFile, Failure> {
    store::look(ledger, attachment).map_err(|error| Failure::store(output.lang, ledger, error))
}

/// A scan under its own name, or under one of its digests.
fn find(attachment: &Attachment, folder: &Path, output: &Output) -> Result<PathBuf, Failure> {
    let by_name = plain(attachment.name.as_str()).map(str::to_owned);
    let names = by_name.into_iter().chain([attachment.blake3.to_string(), attachment.sha256.to_string()]);
    let mut is_other = false;
    for file in names.map(|name| folder.join(name)) {
        match store::hold(attachment, &file).map_err(|error| Failure::store(output.lang, folder, error))? {
            Offered::Same => return Ok(file),
            Offered::Other => is_other = true,
            Offered::Missing => {}
        }
    }
    let shown = if folder.as_os_str().is_empty() {
        output.label(Label::ThisFolder).to_owned()
    } else {
        folder.display().to_string()
    };
    let (code, Said { says, act }) = if is_other {
        (Code::U11, text::attachment_differs(output.lang, attachment, &shown))
    } else {
        (Code::U10, text::attachment_missing(output.lang, attachment, &shown))
    };
    Err(Failure { item: Some(attachment.name.to_string()), ..Failure::new(Exit::Refused, code, says, act) })
}

/// A name that leads nowhere else: strangers chose it.
fn plain(name: &str) -> Option<&str> {
    let mut parts = Path::new(name).components();
    match (parts.next(), parts.next()) {
        (Some(Component::Normal(part)), None) if part == name => Some(name),
        _ => None,
    }
}

/// Holds the files beside a ledger against what its events name.
pub fn verify(ledger: &Path, report: &mut Report, output: &Output) -> Result<(), Failure> {
    let failed = |error| Failure::store(output.lang, ledger, error);
    let files: BTreeMap<_, _> = tally::attachments(&report.model)
        .into_iter()
        .map(|named| (named.attachment.content(), named.attachment.clone()))
        .collect();
    let digests: BTreeSet<_> = files.values().map(|attachment| attachment.blake3).collect();
    let kept = Cores.map(files.into_iter().collect(), |(content, attachment): (_, Attachment)| {
        store::look(ledger, &attachment).map(|kept| (content, kept))
    });
    let kept = kept.into_iter().collect::<Result<BTreeMap<_, _>, _>>().map_err(failed)?;
    let unnamed = store::unnamed(ledger, &digests).map_err(failed)?;
    report.attach(
        |attachment| kept.get(&attachment.content()).copied().unwrap_or(AttachmentFile::Missing),
        unnamed.len(),
    );
    Ok(())
}

/// The attachments of a paper or an event, each with whether its file is there.
pub fn tell(ledger: &Path, named: &[Named<'_>], output: &Output) -> Result<(), Failure> {
    for Named { provenance, attachment, .. } in named {
        let kept = text::kept(output.lang, look(ledger, attachment, output)?);
        output.line(&format!("  {:>7}  {}  {kept}", provenance.sequence, text::attachment(output.lang, attachment)));
    }
    Ok(())
}

/// Attachments for a program.
pub fn json(ledger: &Path, attachments: &[&Attachment], output: &Output) -> Result<Value, Failure> {
    let one = |attachment: &&Attachment| {
        let kept = match look(ledger, attachment, output)? {
            AttachmentFile::There => "there",
            AttachmentFile::Missing => "missing",
            AttachmentFile::Altered => "altered",
        };
        Ok(json!({
            "name": attachment.name.as_str(),
            "media": attachment.media,
            "bytes": attachment.bytes,
            "blake3": attachment.blake3.to_string(),
            "sha256": attachment.sha256.to_string(),
            "file": store::name(attachment),
            "kept": kept,
        }))
    };
    attachments.iter().map(one).collect::<Result<Vec<_>, _>>().map(Value::from)
}
