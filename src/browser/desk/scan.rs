//! Scans: what stands of a file in a paper, and the digest of a complaint's text.

use serde::Serialize;

use super::super::parcel;
use super::refused::Refused;
use crate::crypto::hash::Digester;
use crate::domain::code::Code;
use crate::domain::protocol::Attachment;
use crate::intake::draft::scans;
use crate::text::{self, Lang};

/// What stands of a scan in a paper, as it would be typed.
#[derive(Debug, Serialize)]
pub struct Scan {
    name: String,
    media: String,
    bytes: String,
    blake3: String,
    sha256: String,
}

/// The scan of a file: a parcel of `lang` and the file under its name.
///
/// # Errors
/// [`Refused`]: it cannot be attached.
pub fn scan(given: &[u8]) -> Result<Scan, Refused> {
    let items = parcel::read(given).unwrap_or_default();
    let lang: Lang = items
        .iter()
        .find(|(name, _)| *name == "lang")
        .and_then(|(_, lang)| std::str::from_utf8((*lang)?).ok()?.parse().ok())
        .unwrap_or_default();
    let file = items.iter().find(|(name, _)| *name != "lang");
    let (name, bytes) = file.map_or(("", &[][..]), |(name, bytes)| (*name, bytes.unwrap_or_default()));
    let refused = |mistake| Refused::of(Code::U4, text::mistake(lang, &mistake));
    scans::attachment(name, Ok(bytes.to_vec())).map(Scan::of).map_err(refused)
}

impl Scan {
    fn of(attachment: Attachment) -> Self {
        let media = toml_word(&attachment);
        Self {
            name: attachment.name.to_string(),
            media,
            bytes: attachment.bytes.to_string(),
            blake3: attachment.blake3.to_string(),
            sha256: attachment.sha256.to_string(),
        }
    }
}

/// The word of a kind of file, as a draft has it.
fn toml_word(attachment: &Attachment) -> String {
    let word = serde_json::to_value(attachment.media).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}

/// SHA-256 of a file, which is all that a complaint says of its text.
pub fn digest(bytes: &[u8]) -> String {
    let mut digester = Digester::default();
    digester.update(bytes);
    digester.finish().sha256.to_string()
}
