//! What the log signed of its rows, true and false, beside ledgers that are whole, unsealed or damaged: both verifiers
//! say the same of it.

use std::collections::BTreeMap;
use std::path::Path;

use protokol::crypto::note::NoteSigner;
use protokol::domain::number::Size;
use protokol::ledger::files::snapshots::{SNAPSHOT_BYTES, SnapshotRecord};
use protokol::ledger::note::snapshot::{SignedSnapshot, Snapshot};
use protokol::ledger::rows::node::RowHash;
use protokol::tally::moment::Moment;
use protokol::tally::rows;

use super::{Story, agree_on_folders};
use crate::kit::chance::Chance;
use crate::kit::tiny::*;

/// The root of the rows at each size.
fn roots(ledger: &Ledger) -> Vec<RowHash> {
    let mut grown = Ledger::default();
    let root = |grown: &Ledger| rows::root(&grown.model, Moment { size: grown.size(), clock: grown.head.arrival });
    let mut roots = vec![root(&grown)];
    for entry in ledger.entries.clone() {
        let _refused = grown.put(entry);
        roots.push(root(&grown));
    }
    roots
}

/// The true snapshot of a ledger, signed with the key that it has.
pub fn of(ledger: &Ledger) -> SignedSnapshot {
    let now = Moment { size: ledger.size(), clock: ledger.head.arrival };
    let checkpoint = ledger.checkpoint(ledger.entries.len()).checkpoint().clone();
    let snapshot = Snapshot { checkpoint, rows: rows::root(&ledger.model, now) };
    snapshot.sign(&ledger.log).expect("the log's name")
}

/// A snapshot that is mostly true, of a size that is mostly the last.
fn snapshot(chance: &mut Chance, ledger: &Ledger, roots: &[RowHash]) -> (SignedSnapshot, NoteSigner) {
    let last = ledger.entries.len();
    let size = if chance.percent(60) { last } else { chance.below(last + 1) };
    let mut stated = Snapshot { checkpoint: ledger.checkpoint(size).checkpoint().clone(), rows: roots[size] };
    match chance.below(12) {
        0 => stated.rows.0[7] ^= 1,
        1 => stated.rows = chance.of(roots),
        2 => stated.checkpoint.root.0[7] ^= 1,
        3 => stated.checkpoint.size = Size(last as u64 + 2),
        _ => {}
    }
    let signer = log_key(if chance.percent(10) { "log 9" } else { ORIGIN });
    (stated.sign(&signer).expect("the log's name"), signer)
}

fn record((signed, signer): &(SignedSnapshot, NoteSigner)) -> [u8; SNAPSHOT_BYTES] {
    SnapshotRecord::of(signed, signer.verifier()).expect("signed with it").encode()
}

/// The files beside a ledger: records, the last of them now and then cut off, and a note.
fn files(chance: &mut Chance, ledger: &Ledger, roots: &[RowHash]) -> BTreeMap<&'static str, Vec<u8>> {
    let mut files = BTreeMap::new();
    if chance.percent(70) {
        let mut bytes: Vec<u8> = (0..=chance.below(2)).flat_map(|_| record(&snapshot(chance, ledger, roots))).collect();
        match chance.below(8) {
            0 => bytes.truncate(bytes.len().saturating_sub(1 + chance.below(150))),
            1 => {
                let at = bytes.len() - 1 - chance.below(SNAPSHOT_BYTES);
                bytes[at] ^= 1 << chance.below(8);
            }
            2 => bytes.extend([0; SNAPSHOT_BYTES]),
            _ => {}
        }
        files.insert("snapshots", bytes);
    }
    if chance.percent(60) {
        let note = snapshot(chance, ledger, roots).0.to_string();
        let note = match chance.below(12) {
            0 => note.replace('\n', "\r\n"),
            1 => note.replacen("snapshot", "snap", 1),
            2 => ledger.checkpoint(ledger.entries.len()).to_string(),
            _ => note,
        };
        files.insert("published/snapshot", note.into_bytes());
    }
    files
}

fn write(folder: &Path, chance: &mut Chance, ledger: &Ledger) {
    let (mut journal, mut seal) = (ledger.journal(), ledger.seal_file());
    match chance.below(8) {
        0 => seal[4096..].fill(0),
        1 => seal[100] ^= 1,
        2 => {
            let at = chance.below(journal.len());
            journal[at] ^= 1 << chance.below(8);
        }
        3 => journal.truncate(24 + 2 + ledger.entries[0].len()),
        _ => {}
    }
    write_ledger(folder, &journal, &seal, &log_key(ORIGIN));
    std::fs::create_dir_all(folder.join("published")).expect("a writable folder");
    for (name, bytes) in files(chance, ledger, &roots(ledger)) {
        std::fs::write(folder.join(name), bytes).expect("a writable folder");
    }
}

#[test]
fn they_agree_on_snapshots() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let seeds = std::env::var("PROTOKOL_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(120);
    let folders: Vec<_> = (0..seeds)
        .map(|seed| {
            let ledger = if seed % 2 == 0 { Ledger::tiny() } else { Story::tell(4000 + seed).ledger };
            let folder = home.path().join(format!("snapshots-{seed}"));
            write(&folder, &mut Chance(seed), &ledger);
            folder
        })
        .collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for answer in agree_on_folders(&folders) {
        let codes = answer["faults"].as_array().expect("a list").iter().map(|fault| fault[0].to_string());
        codes.for_each(|code| *seen.entry(code).or_default() += 1);
        *seen.entry(if answer["snapshot"].is_null() { "none" } else { "some" }.to_owned()).or_default() += 1;
    }
    eprintln!("{seen:?}");
}
