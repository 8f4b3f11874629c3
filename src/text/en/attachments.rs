//! Scans and photographs: what they are, whether they are there, and why a submission waits for them.

use crate::domain::attachment::AttachmentFile;
use crate::domain::protocol::Attachment;
use crate::text::Said;
use crate::text::figures::figure;
use crate::text::parts::{said, short};

pub fn line(attachment: &Attachment) -> String {
    let Attachment { name, media, bytes, blake3, .. } = attachment;
    format!("{name}, {}, {} bytes, BLAKE3 {}", media.name(), figure(*bytes), short(blake3))
}

pub fn kept(kept: AttachmentFile) -> &'static str {
    match kept {
        AttachmentFile::There => "there",
        AttachmentFile::Missing => "missing",
        AttachmentFile::Altered => "not the file that was signed",
    }
}

pub fn missing(attachment: &Attachment, folder: &str) -> Said {
    said(
        format!("The scan “{}” is not in {folder}. Nothing was handed in.", attachment.name),
        "Put it there, or name its folder with --attachments. If it cannot be had now, hand the figures in with \
         --without-attachments, and the scan later.",
    )
}

pub fn differs(attachment: &Attachment, folder: &str) -> Said {
    let (media, bytes) = (attachment.media.name(), figure(attachment.bytes));
    said(
        format!("The scan “{}” in {folder} is not the file that was signed. Nothing was handed in.", attachment.name),
        format!(
            "Find the {media} of {bytes} bytes whose SHA-256 begins with {}. If it is lost, make a new draft with the \
             file that there is, and have that signed.",
            short(&attachment.sha256)
        ),
    )
}
