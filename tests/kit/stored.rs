//! The layout of the embedded store, for whoever edits it: rows of one's own under a root that somebody signed.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use protokol::crypto::wire;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::node::RowHash;
use protokol::ledger::rows::page::RowPage;
use protokol::ledger::rows::tree::RowTree;
use serde::Serialize;

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

/// How many events stand under one key.
const TOGETHER: u64 = 16;

/// Where the store keeps an event, with those beside it.
pub fn event_key(sequence: u64) -> Vec<u8> {
    [b"e", &(sequence / TOGETHER).to_be_bytes()[..]].concat()
}

/// The event that a store has at a place.
pub fn event(db: &::sled::Db, sequence: u64) -> Vec<u8> {
    together(db, sequence).swap_remove((sequence % TOGETHER) as usize)
}

/// Puts an event in the place of another one.
pub fn put_event(db: &::sled::Db, sequence: u64, bytes: &[u8]) {
    let mut together = together(db, sequence);
    together[(sequence % TOGETHER) as usize] = bytes.to_vec();
    let bytes: Vec<u8> = together.iter().flat_map(|event| with_length(event)).collect();
    db.insert(event_key(sequence), bytes).expect("it writes");
}

fn with_length(bytes: &[u8]) -> Vec<u8> {
    [&(bytes.len() as u32).to_be_bytes()[..], bytes].concat()
}

fn together(db: &::sled::Db, sequence: u64) -> Vec<Vec<u8>> {
    divided(&db.get(event_key(sequence)).expect("it reads").expect("it is there"))
}

fn divided(bytes: &[u8]) -> Vec<Vec<u8>> {
    let (mut together, mut rest) = (Vec::new(), bytes);
    while let Some((length, behind)) = rest.split_first_chunk::<4>() {
        let (event, behind) = behind.split_at(u32::from_be_bytes(*length) as usize);
        together.push(event.to_vec());
        rest = behind;
    }
    together
}

/// The row that a store has under a key.
pub fn row(db: &::sled::Db, key: &RowKey) -> String {
    rows_beside(db, key).1[key].clone()
}

/// Puts a row in the place of the one that a store has, or takes it out.
pub fn put_row(db: &::sled::Db, key: &RowKey, value: Option<String>) {
    let (place, mut rows) = rows_beside(db, key);
    match value {
        Some(value) => rows.insert(key.clone(), value),
        None => rows.remove(key),
    };
    let bytes: Vec<u8> = rows.iter().flat_map(|(key, value)| row_together(key, value)).collect();
    db.insert(place, bytes).expect("it writes");
}

/// The rows that stand with a row, and under which key.
fn rows_beside(db: &::sled::Db, key: &RowKey) -> (::sled::IVec, Rows) {
    let last = db.range(b"r".to_vec()..=format!("r{key}").into_bytes()).next_back();
    let (place, bytes) = last.expect("some stand before it").expect("it reads");
    (place, rows(&bytes))
}

fn row_together(key: &RowKey, value: &str) -> Vec<u8> {
    [with_length(key.as_str().as_bytes()), with_length(value.as_bytes())].concat()
}

/// The rows among what stands together.
pub fn rows(together: &[u8]) -> Rows {
    let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).ok();
    let row = |row: &[Vec<u8>]| Some((text(&row[0])?.parse().ok()?, text(row.get(1)?)?));
    divided(together).chunks(2).filter_map(row).collect()
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

/// Writes other rows into a store, with the pages over them; gives the root.
pub fn lay_rows(sled: &Path, rows: &Rows) -> RowHash {
    lay_rows_under(sled, rows, rows)
}

/// Writes other rows into a store, and the pages over those in whose place they stand; gives the root of these.
pub fn lay_rows_under(sled: &Path, rows: &Rows, in_the_place_of: &Rows) -> RowHash {
    edit(sled, |db| {
        for entry in db.scan_prefix(b"r").chain(db.scan_prefix(b"p")) {
            db.remove(entry.expect("it reads").0).expect("it goes");
        }
        for (key, value) in rows {
            db.insert(format!("r{key}"), row_together(key, value)).expect("it writes");
        }
        let mut tree = RowTree::default();
        for (key, value) in in_the_place_of {
            tree.put(key, value);
        }
        for RowPage { first, hash } in tree.pages() {
            db.insert(format!("p{first}"), &hash.0[..]).expect("it writes");
        }
        tree.root()
    })
}

/// The rows that somebody would read who held nothing against a hash.
pub fn believed(db: &::sled::Db) -> Rows {
    db.scan_prefix(b"r").flat_map(|entry| rows(&entry.expect("it reads").1)).collect()
}
