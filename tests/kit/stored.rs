//! What somebody writes into an embedded store who knows its layout.

use std::collections::BTreeMap;
use std::path::Path;

use protokol::crypto::wire;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::node::{RowHash, RowNode};
use protokol::ledger::rows::tree::RowTree;
use serde::{Deserialize, Serialize};

/// The layout of a node in the store.
#[derive(Serialize, Deserialize)]
pub enum Kept {
    Row { key: String, value: String },
    Fork { bit: u32, left: [u8; 32], right: [u8; 32] },
}

pub fn put(db: &::sled::Db, hash: RowHash, node: &RowNode) {
    let kept = match node {
        RowNode::Row { key, value } => Kept::Row { key: key.to_string(), value: value.clone() },
        RowNode::Fork { bit, left, right } => Kept::Fork { bit: *bit, left: left.0, right: right.0 },
    };
    db.insert([b"n", &hash.0[..]].concat(), wire::encode_row(&kept).expect("it is short")).expect("it writes");
}

/// Writes other rows into the store: a whole tree of their own, whose root stands in the place of another.
pub fn lay_rows(sled: &Path, rows: &BTreeMap<RowKey, String>, in_the_place_of: RowHash) -> RowHash {
    let db = ::sled::Config::new().path(sled).open().expect("the store is whole");
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
        put(&db, row.hash(), &row);
    }
    for fork in &settled.forks {
        put(&db, fork.hash(), fork);
        if fork.hash() == settled.root {
            put(&db, in_the_place_of, fork);
        }
    }
    db.flush().expect("it writes");
    settled.root
}
