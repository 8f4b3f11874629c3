//! Scans and photographs: what they are, whether they are there, and why a submission waits for them.

use crate::domain::attachment::AttachmentFile;
use crate::domain::protocol::Attachment;
use crate::text::Said;
use crate::text::figures::figure;
use crate::text::parts::{said, short};

pub fn line(attachment: &Attachment) -> String {
    let Attachment { name, media, bytes, blake3, .. } = attachment;
    format!("{name}, {}, {} bayt, BLAKE3 {}", media.name(), figure(*bytes), short(blake3))
}

pub fn kept(kept: AttachmentFile) -> &'static str {
    match kept {
        AttachmentFile::There => "yerindədir",
        AttachmentFile::Missing => "yoxdur",
        AttachmentFile::Altered => "imzalanmış fayl deyil",
    }
}

pub fn missing(attachment: &Attachment, folder: &str) -> Said {
    said(
        format!("“{}” skanı axtarılan qovluqda yoxdur: {folder}. Heç nə təqdim edilmədi.", attachment.name),
        "Onu ora qoyun və ya qovluğunu --attachments ilə göstərin. Hazırda əldə etmək mümkün deyilsə, rəqəmləri \
         --without-attachments ilə, skanı isə sonra təqdim edin.",
    )
}

pub fn differs(attachment: &Attachment, folder: &str) -> Said {
    let (media, bytes) = (attachment.media.name(), figure(attachment.bytes));
    said(
        format!("“{}” skanı imzalanmış fayl deyil, qovluq: {folder}. Heç nə təqdim edilmədi.", attachment.name),
        format!(
            "Növü {media}, həcmi {bytes} bayt olan və SHA-256 qiyməti {} ilə başlayan faylı tapın. İtibsə, mövcud faylla \
             yeni qaralama hazırlayın və imzaladın.",
            short(&attachment.sha256)
        ),
    )
}
