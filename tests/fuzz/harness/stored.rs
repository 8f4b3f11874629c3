//! What holds of an embedded store, whoever edited it: who reads the ledger says what its events give, or nothing. The
//! bytes spell the edits, by somebody who knows the layout.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use protokol::crypto::parallel::Serial;
use protokol::domain::number::Sequence;
use protokol::domain::statement::Body;
use protokol::ledger::files::snapshots::SnapshotRecord;
use protokol::ledger::note::snapshot::Snapshot;
use protokol::ledger::rows::key::RowKey;
use protokol::store::read::{self, ReadFrom, Reading};
use protokol::tally::rows;
use protokol::verify::conclude::TrustAnchors;

use crate::kit::tiny::{Ledger, commission, protocol, tiny_manifest};

/// How many bytes one edit takes: what is done, to which entry, and with what.
const EDIT: usize = 4;

/// A ledger whose copies are edited, and what its events come to.
pub struct Template {
    ledger: PathBuf,
    rows: BTreeMap<RowKey, String>,
}

impl Template {
    /// Writes the ledger into a folder, its embedded store and its snapshot beside it.
    pub fn new(folder: &Path) -> Self {
        let (place, mut ledger) = (folder.join("ledger"), Ledger::tiny());
        let second = commission(&tiny_manifest(), "P2", "precinct", Some("TOP"));
        ledger.say(Body::CommissionFormed(second), &[("TOP", "1")]).expect("admissible");
        ledger.say(Body::ProtocolSubmitted(protocol("P2", &[9], &[(1, 8)])), &[("P2", "1")]).expect("admissible");
        fs::create_dir_all(&place).expect("a folder can be made");
        ledger.write(&place);
        let truth = read::from_journal(&place, &TrustAnchors::default(), Serial, &mut |_| {}).expect("a sound ledger");
        let now = truth.now().expect("it reads");
        let rows = rows::all(&truth.model, now);
        let checkpoint = truth.checkpoint.checkpoint().clone();
        let snapshot = Snapshot { checkpoint, rows: rows::root(&truth.model, now) };
        let signed = snapshot.sign(&ledger.log).expect("the log's own name");
        let record = SnapshotRecord::of(&signed, ledger.log.verifier()).expect("the log signed it");
        fs::write(place.join("snapshots"), record.encode()).expect("it writes");
        let template = Self { ledger: place, rows };
        assert_eq!(template.read(&template.ledger).source, ReadFrom::Sled, "its store is built");
        template
    }

    /// Edits the store of a copy in an empty folder, and reads it. Gives where the answer came from.
    pub fn edited(&self, copy: &Path, edits: &[u8]) -> ReadFrom {
        copy_folder(&self.ledger, copy);
        edit(&copy.join("sled"), edits);
        self.ask_one_by_one(copy);
        let reading = self.read(copy);
        let now = reading.now().expect("a proven event");
        assert_eq!(rows::all(&reading.model, now), self.rows, "it says what was written there");
        for (sequence, entry) in (0..).zip(self.entries()) {
            let read = reading.events.envelope(Sequence(sequence));
            assert!(read.is_err() || read.is_ok_and(|read| read.as_ref() == Some(&entry)), "another event {sequence}");
        }
        reading.source
    }

    /// Asks for each row and event alone: the answer is the true one, that there is none, or none at all.
    fn ask_one_by_one(&self, copy: &Path) {
        let Ok(Some(proven)) = read::rows(copy, &TrustAnchors::default()) else { return };
        for (key, value) in &self.rows {
            let found = proven.get(key);
            assert!(found.is_err() || found.is_ok_and(|found| found.as_ref() == Some(value)), "another {key}");
            let absent: RowKey = format!("{key}.x").parse().expect("a key");
            assert!(proven.get(&absent).map_or(true, |found| found.is_none()), "an invented {absent}");
        }
        for kind in ["", "below/", "candidate/", "contest/", "finding/", "paper/", "total/", "unit/P"] {
            let truth = self.rows.iter().filter(|(key, _)| key.as_str().starts_with(kind));
            let truth = truth.map(|(key, value)| (key.to_string(), value.clone())).collect::<BTreeMap<_, _>>();
            let Ok(found) = proven.all(kind) else { continue };
            let found: BTreeMap<_, _> = found.into_iter().map(|(key, value)| (key.to_string(), value)).collect();
            assert!(found == truth, "other rows under {kind}");
        }
        for (at, entry) in (0..).map(Sequence).zip(self.entries()) {
            assert!(proven.event_at(at).map_or(true, |event| event.bytes == entry), "another event {at}");
        }
    }

    fn read(&self, ledger: &Path) -> Reading {
        // The journal is whole, so there is always an answer.
        read::open(ledger, &TrustAnchors::default(), Serial, &mut |_| {}).expect("the journal answers")
    }

    fn entries(&self) -> Vec<Vec<u8>> {
        let truth = read::from_journal(&self.ledger, &TrustAnchors::default(), Serial, &mut |_| {}).expect("sound");
        let entry = |sequence| truth.events.envelope(Sequence(sequence)).expect("it reads");
        (0..truth.events.size().0).map(|sequence| entry(sequence).expect("it is there")).collect()
    }
}

fn edit(sled: &Path, edits: &[u8]) {
    let db = sled::Config::new().path(sled).open().expect("the store is whole");
    for edit in edits.chunks_exact(EDIT) {
        let entries: Vec<_> = db.iter().map(|entry| entry.expect("it reads")).collect();
        let Some(last) = entries.len().checked_sub(1) else { break };
        let at = |byte: u8| &entries[usize::from(byte) % (last + 1)];
        let ((key, value), (other_key, other)) = (at(edit[1]), at(edit[2]));
        let mut changed = value.to_vec();
        let place = usize::from(edit[3]) % changed.len().max(1);
        match edit[0] % 6 {
            0 => changed.iter_mut().skip(place).take(1).for_each(|byte| *byte ^= edit[2] | 1),
            1 => changed.truncate(place),
            2 => changed.clone_from(&other.to_vec()),
            3 => changed.push(edit[3]),
            4 => {
                db.remove(key).expect("it goes");
                continue;
            }
            _ => {
                db.insert(other_key, value).expect("it writes");
                changed.clone_from(&other.to_vec());
            }
        }
        db.insert(key, changed).expect("it writes");
    }
    db.flush().expect("it writes");
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder lists") {
        let entry = entry.expect("the folder lists");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("it has a type").is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file copies");
        }
    }
}
