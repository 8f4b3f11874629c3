//! The names of a ledger's files.

use crate::verify::published;

use crate::domain::number::Sequence;

/// The founding act, rendered for people.
pub const MANIFEST: &str = published::MANIFEST;
/// The folder of journal segments.
pub const JOURNAL: &str = "journal";
/// The last signed checkpoint, in two slots.
pub const SEAL: &str = "seal";
/// What the log signed of its numbers.
pub const SNAPSHOTS: &str = "snapshots";
/// The newest of that, with what witnesses cosigned of it; there once one did.
pub const SNAPSHOT: &str = "snapshot";
/// The log's verifier key, one line.
pub const LOG_VKEY: &str = published::LOG_VKEY;
/// The log's secret key: in a rehearsal only.
pub const LOG_KEY: &str = "log.key";
/// The folder of the fold that a writer keeps for the next one.
pub const KEPT: &str = "kept";
/// What is kept there, signed by the log's key.
pub const KEPT_NOTE: &str = "kept/note";
/// Who holds the ledger for writing.
pub const LOCK: &str = "lock";
/// Where the ledger was written last, so that a copy is told.
pub const PLACE: &str = "place";
/// The folder of the embedded store.
pub const SLED: &str = "sled";
/// Scans, each under its BLAKE3.
pub const ATTACHMENTS: &str = "attachments";
/// Scans on their way in, while a service answers.
pub const INCOMING: &str = "incoming";
/// The log as static files.
pub const PUBLISHED: &str = "published";
/// Whom the log's officer asks to witness it, or, among the published files, whom the log proposes to believe.
pub const POLICY: &str = "policy";
/// For whoever finds a published folder.
pub const README: &str = "README.md";
/// That the ledger was restored and its log signs nothing more here.
pub const RESTORED: &str = "restored";
/// Which replica the ledger is written with.
pub const REPLICA: &str = "replica";
/// That this machine is to take over: there until whoever stands by has answered.
pub const TAKEOVER: &str = "takeover";
/// What is known of the witnesses.
pub const WITNESSED: &str = "witnessed";
/// The quarantine: what the writer judged bad and kept.
pub const QUARANTINE: &str = "aside";

/// The name of the journal segment that begins with an event, sorted as the events are.
pub fn segment(first: Sequence) -> String {
    format!("{JOURNAL}/{:020}.frames", first.0)
}

/// The first event of a journal segment, by its name; none where it is no name of a segment, spelt as [`segment`] spells it.
pub fn first_of(name: &str) -> Option<Sequence> {
    let digits = name.strip_prefix(JOURNAL)?.strip_prefix('/')?.strip_suffix(".frames")?;
    digits.parse().ok().map(Sequence).filter(|first| segment(*first) == name)
}
