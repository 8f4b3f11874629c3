//! Scans and photographs: what they are, whether they are there, and why a submission waits for them.

use super::{BYTES, Forms, of};
use crate::domain::attachment::AttachmentFile;
use crate::domain::protocol::Attachment;
use crate::text::Said;
use crate::text::parts::{said, short};

/// Of how many bytes.
const OF_BYTES: Forms = ["байта", "байтов", "байтов"];

pub fn line(attachment: &Attachment) -> String {
    let Attachment { name, media, bytes, blake3, .. } = attachment;
    format!("{name}, {}, {}, BLAKE3 {}", media.name(), of(*bytes, BYTES), short(blake3))
}

pub fn kept(kept: AttachmentFile) -> &'static str {
    match kept {
        AttachmentFile::There => "на месте",
        AttachmentFile::Missing => "отсутствует",
        AttachmentFile::Altered => "не тот файл, который подписан",
    }
}

pub fn missing(attachment: &Attachment, folder: &str) -> Said {
    said(
        format!("Скана «{}» нет в {folder}. Ничего не подано.", attachment.name),
        "Положите его туда или укажите его папку через --attachments. Если сейчас его не получить, подайте цифры с \
         --without-attachments, а скан позже.",
    )
}

pub fn differs(attachment: &Attachment, folder: &str) -> Said {
    let (media, bytes) = (attachment.media.name(), of(attachment.bytes, OF_BYTES));
    said(
        format!("Скан «{}» в {folder} не тот файл, который подписан. Ничего не подано.", attachment.name),
        format!(
            "Найдите {media} из {bytes}, SHA-256 которого начинается с {}. Если он утерян, составьте новый черновик с тем \
             файлом, который есть, и дайте его подписать.",
            short(&attachment.sha256)
        ),
    )
}
