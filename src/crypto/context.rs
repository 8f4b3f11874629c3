//! Every domain-separation string of the project, in one table. Each carries a version and is never reused for
//! another purpose; a new purpose gets a new line.

/// A member of a commission signs this context, then the statement's bytes.
pub const STATEMENT_SIGNATURE: &[u8] = b"protokol statement signature v1\n";
/// A member to be signs this context, then the lines of an enrolment slip above its proof.
pub const SLIP_SIGNATURE: &[u8] = b"protokol enrolment slip signature v1\n";
/// BLAKE3 `derive_key` context of an envelope's hash, which is the event's hash.
pub const ENVELOPE_HASH: &str = "protokol 2026 envelope hash v1";
/// BLAKE3 `derive_key` context of a statement's hash, under which it is admitted once.
pub const STATEMENT_HASH: &str = "protokol 2026 statement hash v1";
/// BLAKE3 `derive_key` context of what a paper says, by which a program tells in memory whether a new version says the same.
pub const PAPER_SAID: &str = "protokol 2026 what a paper says v1";
/// BLAKE3 `derive_key` context of a part of what a log's writer keeps of the fold of its events.
pub const KEPT_PART: &str = "protokol 2026 part of a kept fold v1";
/// The first line of what a log signs of that, for the next writer alone.
pub const KEPT_FOLD: &str = "protokol kept fold v3";
/// BLAKE3 `derive_key` context of the chance by which signatures are checked together.
pub const SIGNATURES_TOGETHER: &str = "protokol 2026 signatures together v1";
/// BLAKE3 `derive_key` context from which demonstration keys are derived. Public, hence worthless as a secret.
pub const DEMONSTRATION_KEY: &str = "protokol 2026 demonstration key v1: insecure, for rehearsals only";
/// BLAKE3 `derive_key` context of the seeds from which a synthetic rehearsal draws its figures.
pub const SYNTHETIC_CHANCE: &str = "protokol 2026 synthetic rehearsal v1: invented figures";
/// First line of what a witness signs, before the `time` line and the checkpoint's text (C2SP tlog-cosignature).
pub const COSIGNATURE: &str = "cosignature/v1\n";
/// Before an entry, in the SHA-256 of a leaf (RFC 6962 section 2.1).
pub const TREE_LEAF: &[u8] = &[0x00];
/// Before two hashes, in the SHA-256 of a node (RFC 6962 section 2.1).
pub const TREE_NODE: &[u8] = &[0x01];
/// Before a row's key and value, in the SHA-256 of a row.
pub const ROW: &[u8] = b"protokol row v1\n";
/// Before a bit and two hashes, in the SHA-256 of a node of the rows.
pub const ROWS_NODE: &[u8] = b"protokol rows v1: node\n";
/// All of what is hashed where there is no row.
pub const ROWS_NONE: &[u8] = b"protokol rows v1: none\n";
/// The first line of a snapshot, which no checkpoint has: there a size would follow.
pub const SNAPSHOT: &str = "protokol snapshot v1";
