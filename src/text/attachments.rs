//! Scans and photographs: what they are, whether they are there, and why a submission waits for them.

use super::parts::short;
use super::{Lang, Said};
use crate::domain::attachment::AttachmentFile;
use crate::domain::protocol::Attachment;

messages! {
    attachment_line { name, media, bytes, digest };
    kept_there;
    kept_missing;
    kept_altered;
    kept_elsewhere;
    attachment_missing { name, folder } + remedy;
    attachment_differs { name, folder, media, bytes, digest } + remedy;
}

pub fn line(lang: Lang, attachment: &Attachment) -> String {
    let Attachment { name, media, bytes, blake3, .. } = attachment;
    let (name, media, digest) = (name.as_str(), media.name(), short(blake3));
    say!(lang, attachment_line { name, media, bytes: *bytes, digest })
}

pub fn kept(lang: Lang, kept: Option<AttachmentFile>) -> &'static str {
    match kept {
        Some(AttachmentFile::There) => say!(lang, kept_there),
        Some(AttachmentFile::Missing) => say!(lang, kept_missing),
        Some(AttachmentFile::Altered) => say!(lang, kept_altered),
        None => say!(lang, kept_elsewhere),
    }
}

pub fn missing(lang: Lang, attachment: &Attachment, folder: &str) -> Said {
    advise!(lang, attachment_missing { name: attachment.name.as_str(), folder })
}

pub fn differs(lang: Lang, attachment: &Attachment, folder: &str) -> Said {
    let Attachment { name, media, bytes, sha256, .. } = attachment;
    let (name, media, digest) = (name.as_str(), media.name(), short(sha256));
    advise!(lang, attachment_differs { name, folder, media, bytes: *bytes, digest })
}
