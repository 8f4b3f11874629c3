//! What is told of the attachments in a ledger.

use std::path::Path;

use super::failure::Failure;
use super::output::Output;
use crate::domain::attachment::AttachmentFile;
use crate::domain::protocol::Attachment;
use crate::service::scans;
use crate::store::attachments as store;
use crate::tally::attachments::Named;
use crate::text;
use crate::view::attachment::Attachment as View;

/// How the file of an attachment stands beside a ledger; none where no ledger is read.
fn look(ledger: Option<&Path>, attachment: &Attachment, output: &Output) -> Result<Option<AttachmentFile>, Failure> {
    let kept = ledger.map(|ledger| scans::look(ledger, attachment)).transpose();
    kept.map_err(|error| Failure::service(output.lang, error))
}

/// The attachments of a paper or an event, each with whether its file is there.
pub fn tell(ledger: Option<&Path>, named: &[Named<'_>], output: &Output) -> Result<(), Failure> {
    for Named { provenance, attachment, .. } in named {
        let kept = text::kept(output.lang, look(ledger, attachment, output)?);
        output.line(&format!("  {:>7}  {}  {kept}", provenance.sequence, text::attachment(output.lang, attachment)));
    }
    Ok(())
}

/// Attachments for a program, each with whether its file is there.
pub fn views(ledger: Option<&Path>, attachments: &[&Attachment], output: &Output) -> Result<Vec<View>, Failure> {
    let one =
        |attachment: &&Attachment| Ok(View::of(attachment, store::name(attachment), look(ledger, attachment, output)?));
    attachments.iter().map(one).collect()
}
