//! The names of a ledger's files.

/// The founding act, rendered for people.
pub const MANIFEST: &str = "manifest.toml";
/// The folder of journal segments.
pub const JOURNAL: &str = "journal";
/// The seal.
pub const SEAL: &str = "seal";
/// The log's verifier key, one line.
pub const LOG_VKEY: &str = "log.vkey";
/// The log's secret key: in a rehearsal only.
pub const LOG_KEY: &str = "log.key";
/// Who writes.
pub const LOCK: &str = "lock";
/// The embedded store.
pub const SLED: &str = "sled";
/// Scans, each under its BLAKE3.
pub const ATTACHMENTS: &str = "attachments";
/// What recovery set aside.
pub const ASIDE: &str = "aside";

/// The name of the journal segment that begins with an event, sorted as the events are.
pub fn segment(first: crate::domain::number::Sequence) -> String {
    format!("{JOURNAL}/{:020}.frames", first.0)
}
