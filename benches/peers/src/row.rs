//! What stands in a table that only grows: an event, the hash of the row before, and the server's signature over the row's hash.

use protokol::crypto::key::{PublicKey, SecretKey, Signature};
use protokol::crypto::parallel::ParallelMap;
use protokol::service::parallel::Cores;
use sha2::{Digest, Sha256};

/// How many are read at once when they are verified.
pub const READ_AT_ONCE: usize = 4096;

type Hash = [u8; 32];

/// A row, the hash of which is over the first two.
pub struct Row {
    pub before: Hash,
    pub event: Vec<u8>,
    pub signature: Signature,
}

impl Row {
    pub fn of(before: &[u8], event: Vec<u8>, signature: &[u8]) -> Self {
        let signature = Signature::from_bytes(signature.try_into().expect("64 bytes"));
        Self { before: before.try_into().expect("32 bytes"), event, signature }
    }
}

fn hash(before: &Hash, event: &[u8]) -> Hash {
    Sha256::new().chain_update(before).chain_update(event).finalize().into()
}

/// Whoever makes rows.
pub struct Chain {
    last: Hash,
    key: SecretKey,
}

impl Default for Chain {
    fn default() -> Self {
        Self { last: [0; 32], key: SecretKey::demonstration("a benchmark", "server") }
    }
}

impl Chain {
    /// The hash of the row before, and the signature of this one.
    pub fn link(&mut self, event: &[u8]) -> (Hash, [u8; 64]) {
        let before = self.last;
        self.last = hash(&before, event);
        (before, self.key.sign(&self.last).to_bytes())
    }

    pub fn public(&self) -> PublicKey {
        self.key.public()
    }
}

/// Whoever reads them.
pub struct Reader {
    last: Hash,
    rows: usize,
    key: PublicKey,
}

impl Reader {
    pub fn new(key: PublicKey) -> Self {
        Self { last: [0; 32], rows: 0, key }
    }

    /// Checks rows that follow those before, on all cores: hashes, links and signatures.
    pub fn read(&mut self, rows: &[Row]) {
        let key = self.key.admit().expect("our own");
        let hashes = Cores.map(rows.iter().collect(), |row: &Row| {
            let hash = hash(&row.before, &row.event);
            key.verifies(&hash, &row.signature).then_some(hash)
        });
        for (row, hash) in rows.iter().zip(hashes) {
            assert_eq!(row.before, self.last, "row {} does not follow", self.rows);
            self.last = hash.expect("a signature of the server's");
            self.rows += 1;
        }
    }

    pub fn rows(&self) -> usize {
        self.rows
    }
}
