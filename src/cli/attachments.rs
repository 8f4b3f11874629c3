//! What is told of the attachments in a ledger.

use std::path::Path;

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::Output;
use crate::domain::attachment::AttachmentFile;
use crate::domain::protocol::Attachment;
use crate::service::scans;
use crate::store::attachments as store;
use crate::tally::attachments::Named;
use crate::text;

fn look(ledger: &Path, attachment: &Attachment, output: &Output) -> Result<AttachmentFile, Failure> {
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
