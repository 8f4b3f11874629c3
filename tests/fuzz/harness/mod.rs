//! What holds of every parser, whatever bytes come: one function for each, which panics where it does not hold. The
//! fuzz targets and the replay of their corpus call the same functions.
#![allow(dead_code, reason = "each fuzz target calls one of them")]

mod ledger;
mod notes;
mod papers;
mod signatures;
mod tiles;
mod witness;

pub use ledger::{envelope, frame, kit, seal, statement, submission};
pub use notes::{checkpoint, note, policy, receipt};
pub use papers::{draft, manifest};
pub use signatures::signatures;
pub use tiles::{bundle, proof, tile_path, tiled};
pub use witness::witness as witness_request;

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;

/// What a parser made of the bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Made {
    /// It took them.
    Read,
    /// It did not.
    Refused,
}

/// The name of a fuzz target, and what it does with bytes.
type Target = (&'static str, fn(&[u8]) -> Made);

/// Every parser by the name of its target.
pub const TARGETS: &[Target] = &[
    ("note", note),
    ("checkpoint", checkpoint),
    ("receipt", receipt),
    ("proof", proof),
    ("tile_path", tile_path),
    ("bundle", bundle),
    ("tiled", tiled),
    ("witness_request", witness_request),
    ("policy", policy),
    ("draft", draft),
    ("manifest", manifest),
    ("statement", statement),
    ("submission", submission),
    ("envelope", envelope),
    ("frame", frame),
    ("seal", seal),
    ("kit", kit),
    ("signatures", signatures),
];

/// The log of the worked example in `docs/format.md`.
pub const ORIGIN: &str = "tiny.example/2026/rehearsal";

/// Signs for that log, as anybody can.
pub fn log() -> NoteSigner {
    signer(ORIGIN, "log:", ORIGIN)
}

/// A witness that cosigned some of the corpus.
pub fn witness() -> NoteSigner {
    signer("witness.example/w1", "witness:", "1")
}

/// Signs, and is in nobody's trust file.
pub fn stranger() -> NoteSigner {
    signer("stranger.example", "stranger:", "1")
}

fn signer(name: &str, unit: &str, seat: &str) -> NoteSigner {
    NoteSigner::new(name.parse().expect("a key name"), SecretKey::demonstration(unit, seat))
}
