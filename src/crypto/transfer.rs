//! Texts that a mail, FTP or office program changed on their way: other line ends, other first bytes, another dash before
//! a signature. A reader takes no such text, and accuses nobody either: it asks for the file as it was.

use super::base64;

/// What a program did to a text on its way; of several things the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TransferChange {
    /// It was written anew in UTF-16, as some editors and shells save.
    #[error("it was written anew in UTF-16")]
    Utf16,
    /// Three bytes were put before it, as some editors do.
    #[error("a byte order mark was put before it")]
    ByteOrderMark,
    /// Its lines end as on another system, as FTP in its mode for text and mail programs do.
    #[error("its line ends were changed")]
    LineEnds,
    /// The end of its last line was lost, or empty lines came after it.
    #[error("the end of its last line was changed")]
    LastLineEnd,
    /// The em dash before a signature was lost, or another sign stands there.
    #[error("the em dash before a signature was changed")]
    Dash,
}

/// The most bytes that are looked at: the longest of the short files, also in another encoding.
const TRANSFER_BYTES_MAX: usize = 2 * 1024 * 1024;
/// The same of files that may be long: all but the proofs and evidence of whole countries.
const LONG_TRANSFER_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What was changed on the way of a text that cannot be read, where it can be once that is undone: `reads` says so.
pub fn found(bytes: &[u8], reads: impl FnOnce(&str) -> bool) -> Option<TransferChange> {
    found_within(bytes, TRANSFER_BYTES_MAX, reads)
}

/// The same of a file that may be long.
pub fn found_in_long(bytes: &[u8], reads: impl FnOnce(&str) -> bool) -> Option<TransferChange> {
    found_within(bytes, LONG_TRANSFER_BYTES_MAX, reads)
}

/// The same of a short file that holds no signed note: there is no dash in it that could be lost.
pub fn found_in_lines(bytes: &[u8], reads: impl FnOnce(&str) -> bool) -> Option<TransferChange> {
    let (text, change) = undone(bytes, str::to_owned);
    change.filter(|_| bytes.len() <= TRANSFER_BYTES_MAX && reads(&text))
}

fn found_within(bytes: &[u8], bytes_max: usize, reads: impl FnOnce(&str) -> bool) -> Option<TransferChange> {
    if bytes.len() > bytes_max {
        return None;
    }
    let (text, change) = undone(bytes, with_dash);
    change.filter(|_| reads(&text))
}

/// Whether a text begins like this, also one that was changed on its way.
pub fn begins(bytes: &[u8], with: &str) -> bool {
    decoded(bytes).0.starts_with(with)
}

/// The text as it may have been, and what was changed first.
fn undone(bytes: &[u8], line: fn(&str) -> String) -> (String, Option<TransferChange>) {
    let (decoded, encoding) = decoded(bytes);
    let lines = decoded.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n");
    let mut ended = lines.trim_end_matches(['\n', ' ']).to_owned();
    ended.push('\n');
    let dashed: String = ended.split_inclusive('\n').map(line).collect();
    let changes = [
        encoding,
        (lines != decoded).then_some(TransferChange::LineEnds),
        (dashed != ended).then_some(TransferChange::Dash),
        (ended != lines).then_some(TransferChange::LastLineEnd),
    ];
    (dashed, changes.into_iter().flatten().next())
}

/// The text in the encoding that its first bytes tell. What is no UTF-8 becomes signs, of which one stands for a dash.
fn decoded(bytes: &[u8]) -> (String, Option<TransferChange>) {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
        (String::from_utf16_lossy(&units), Some(TransferChange::Utf16))
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => {
            (String::from_utf8_lossy(rest).into_owned(), Some(TransferChange::ByteOrderMark))
        }
        bytes => (String::from_utf8_lossy(bytes).into_owned(), None),
    }
}

/// The words before which no dash was lost: lines of receipts, proofs and evidence that have two words.
const NO_NAMES: [&str; 19] = [
    "=",
    "all",
    "checkpoint",
    "event",
    "extra",
    "grown",
    "hash",
    "index",
    "log",
    "new",
    "node",
    "none",
    "old",
    "one",
    "other",
    "proof",
    "root",
    "row",
    "snapshot",
];
/// How a line of a row's value begins in a proof: no signature line does.
const VALUE: &str = "  ";

/// A signature line with its em dash, where something else stands before the name, or nothing.
fn with_dash(line: &str) -> String {
    if line.starts_with(VALUE) {
        return line.to_owned();
    }
    let words: Vec<&str> = line.split_ascii_whitespace().collect();
    let (name, signature) = match words[..] {
        [name, signature] if !NO_NAMES.contains(&name) => (name, signature),
        [dash, name, signature] if dash != "—" && is_dash_once(dash) => (name, signature),
        _ => return line.to_owned(),
    };
    // Behind the name are the four bytes of the key's id and a signature.
    match base64::decode(signature) {
        Ok(bytes) if bytes.len() > 4 => format!("— {name} {signature}\n"),
        _ => line.to_owned(),
    }
}

/// Whether a word can be what became of an em dash: another sign, or one spelled for mail or for the web.
fn is_dash_once(word: &str) -> bool {
    word.chars().all(|sign| !sign.is_ascii_alphanumeric()) || ["=E2=80=94", "&mdash;", "&#8212;"].contains(&word)
}
