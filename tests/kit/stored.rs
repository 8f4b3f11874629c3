//! The layout of the embedded store, for whoever edits it: rows of one's own under a root that somebody signed.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use protokol::crypto::wire;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::node::{RowHash, RowNode};
use protokol::ledger::rows::tree::RowTree;
use serde::{Deserialize, Serialize};

/// A node, as the store keeps it.
#[derive(Serialize, Deserialize)]
enum Kept {
    Row { key: String, value: String },
    Fork { bit: u32, left: [u8; 32], right: [u8; 32] },
}

/// What a store says that it holds.
#[derive(Serialize)]
struct Applied {
    layout: u16,
    size: u64,
}

/// Rows by their keys.
pub type Rows = BTreeMap<RowKey, String>;

/// A row's key.
pub fn key(text: &str) -> RowKey {
    text.parse().expect("a key")
}

/// Where the store keeps an event.
pub fn event_key(sequence: u64) -> Vec<u8> {
    [b"e", &sequence.to_be_bytes()[..]].concat()
}

/// Where the store keeps a node.
pub fn node_key(hash: RowHash) -> Vec<u8> {
    [b"n", &hash.0[..]].concat()
}

/// What stands under `m` in a store of a layout, of a size.
pub fn applied(layout: u16, size: u64) -> Vec<u8> {
    wire::encode_row(&Applied { layout, size }).expect("it is short")
}

/// How long a store that was closed may keep its file.
const RELEASE_MAX: Duration = Duration::from_secs(10);

/// Opens a store. It lets go of its file a little after it was closed, and on a busy machine not at once.
pub fn open(sled: &Path) -> ::sled::Result<::sled::Db> {
    let (config, since) = (::sled::Config::new().path(sled), Instant::now());
    loop {
        match config.open() {
            Err(error) if error.to_string().contains("lock") && since.elapsed() < RELEASE_MAX => {
                std::thread::sleep(Duration::from_millis(5));
            }
            opened => return opened,
        }
    }
}

/// Edits a store that is whole, and closes it.
pub fn edit<T>(sled: &Path, change: impl FnOnce(&::sled::Db) -> T) -> T {
    let db = open(sled).expect("the store is whole");
    let changed = change(&db);
    db.flush().expect("it writes");
    changed
}

fn put(db: &::sled::Db, hash: RowHash, node: &RowNode) {
    let kept = match node {
        RowNode::Row { key, value } => Kept::Row { key: key.to_string(), value: value.clone() },
        RowNode::Fork { bit, left, right } => Kept::Fork { bit: *bit, left: left.0, right: right.0 },
    };
    db.insert(node_key(hash), wire::encode_row(&kept).expect("it is short")).expect("it writes");
}

/// Writes other rows into a store: a whole tree of their own, whose root stands in the place of another.
pub fn lay_rows(sled: &Path, rows: &Rows, in_the_place_of: RowHash) -> RowHash {
    edit(sled, |db| {
        for entry in db.scan_prefix(b"n") {
            db.remove(entry.expect("it reads").0).expect("it goes");
        }
        let mut tree = RowTree::default();
        rows.iter().for_each(|(key, value)| {
            tree.put(key, value);
        });
        let settled = tree.settle();
        for (key, value) in rows {
            let row = RowNode::Row { key: key.clone(), value: value.clone() };
            put(db, row.hash(), &row);
        }
        for fork in &settled.forks {
            put(db, fork.hash(), fork);
            if fork.hash() == settled.root {
                put(db, in_the_place_of, fork);
            }
        }
        settled.root
    })
}

/// The rows that somebody would read who went down from a root, and held nothing against a hash.
pub fn believed(db: &::sled::Db, root: RowHash) -> Rows {
    let (mut rows, mut open) = (Rows::new(), vec![root]);
    while let Some(hash) = open.pop() {
        let Some(node) = db.get(node_key(hash)).expect("it reads") else { continue };
        match wire::decode_row(&node) {
            Ok(Kept::Row { key, value }) => rows.extend(key.parse().map(|key| (key, value))),
            Ok(Kept::Fork { left, right, .. }) => open.extend([RowHash(left), RowHash(right)]),
            Err(_) => {}
        }
    }
    rows
}
