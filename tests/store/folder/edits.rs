//! Somebody who knows the layout edits the embedded store, or has the log's key and signs other numbers. No reader says
//! what they wrote.

use std::fs;
use std::path::Path;

use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::domain::code::Code;
use protokol::domain::manifest::ElectionCalled;
use protokol::domain::number::Sequence;
use protokol::domain::statement::Body;
use protokol::ledger::files::seal::encode_slot;
use protokol::ledger::files::snapshots::SnapshotRecord;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::note::policy::Policy;
use protokol::ledger::note::snapshot::Snapshot;
use protokol::ledger::rows::node::RowHash;
use protokol::store::error::StoreError;
use protokol::store::files;
use protokol::store::journal::disk::Folder;
use protokol::store::journal::inspect::inspect;
use protokol::store::read::{self, ReadFrom, ReadNotice};
use protokol::tally::moment::Moment;
use protokol::tally::rows;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::{Fault, Verdict};
use protokol::verify::report::{Report, Snapshots};

use super::same::assert_same;
use super::{aside, close, commit, copy, evening, read_any, read_journal, report, write};
use crate::kit::small::log_signer;
use crate::kit::stored::{Rows, edit, event, event_key, key, lay_rows, lay_rows_under, put_event};
use crate::kit::tiny::{Ledger, ORIGIN, candidate, commission, founding, log_key, protocol, text, tiny_manifest};

/// The rows that the ledger's events come to.
fn true_rows(ledger: &Path) -> (Rows, RowHash) {
    let reading = read_journal(ledger);
    let now = reading.now().expect("it reads");
    (rows::all(&reading.model, now), rows::root(&reading.model, now))
}

/// Edits a copy's store, and asks every way of reading: the answers are the true ones, and the edit is told. So it is in a
/// copy that keeps nothing in its quarantine, where no other store can be built.
fn assert_found(name: &str, ledger: &Path, change: impl Fn(&Path)) {
    let truth = read_journal(ledger);
    for can_rebuild in [true, false] {
        let scratch = tempfile::tempdir().expect("a temporary folder");
        let place = scratch.path().join("ledger");
        copy(ledger, &place);
        change(&place.join(files::SLED));
        if !can_rebuild {
            fs::write(place.join(files::QUARANTINE), "no folder").expect("it writes");
        }
        let reading = read_any(&place);
        assert!(reading.model == truth.model, "{name}: another model");
        assert_same(name, &reading, &truth);
        let expected = if can_rebuild { ReadNotice::Rebuilt } else { ReadNotice::Unproved };
        assert_eq!(reading.told, Some(expected), "{name}");
        assert_eq!(reading.source, if can_rebuild { ReadFrom::Sled } else { ReadFrom::Journal }, "{name}");
        drop(reading);
        if can_rebuild {
            assert_eq!(aside(&place), ["sled-1"], "{name}");
            assert_eq!(read_any(&place).told, None, "{name}: built again, it proves itself");
        }
    }
}

#[test]
fn every_edit_of_the_store_is_found_by_its_reader() {
    let (_folder, ledger) = evening();
    let (rows, _) = true_rows(&ledger);
    let with = |change: &dyn Fn(&mut Rows)| {
        let (truth, mut rows) = (rows.clone(), rows.clone());
        change(&mut rows);
        move |sled: &Path| {
            lay_rows_under(sled, &rows, &truth);
        }
    };
    let (total, paper) = (key("total/round-1/01"), key("paper/round-1/01.001"));
    assert!(rows.contains_key(&total) && rows.contains_key(&paper));
    assert_found("a total changed", &ledger, with(&|rows| drop(rows.insert(total.clone(), "expected 9\n".into()))));
    assert_found("a paper gone", &ledger, with(&|rows| drop(rows.remove(&paper))));
    let added = |rows: &mut Rows| {
        let value = rows[&paper].clone();
        rows.insert(key("paper/round-1/99"), value);
    };
    assert_found("a paper added", &ledger, with(&added));
    let swapped = |rows: &mut Rows| {
        let other = key("paper/round-1/01.002");
        let (one, two) = (rows[&paper].clone(), rows[&other].clone());
        rows.insert(paper.clone(), two);
        rows.insert(other, one);
    };
    assert_found("two papers swapped", &ledger, with(&swapped));
    assert_found("everything gone", &ledger, with(&Rows::clear));
    assert_found("two events swapped", &ledger, |sled| {
        edit(sled, |db| {
            let last = read_journal(&ledger).events.size().0 - 1;
            let (one, two) = (event(db, last - 1), event(db, last));
            put_event(db, last - 1, &two);
            put_event(db, last, &one);
        });
    });
    assert_found("an event gone", &ledger, |sled| edit(sled, |db| drop(db.remove(event_key(3)).expect("it goes"))));
    assert_found("emptied", &ledger, |sled| edit(sled, |db| db.clear().expect("it goes")));
}

/// What it has the log signed, at an older size: nothing in it is false, and the rest is added.
#[test]
fn an_older_store_put_back_is_brought_up() {
    let (_folder, ledger) = evening();
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let older = scratch.path().join("older");
    copy(&ledger, &older);
    let mut held = write(&ledger).expect("nobody else writes");
    commit(&mut held, vec![report(1), report(2)]);
    close(held);
    fs::remove_dir_all(ledger.join(files::SLED)).expect("it goes");
    copy(&older.join(files::SLED), &ledger.join(files::SLED));
    for again in [false, true] {
        let reading = read_any(&ledger);
        assert_eq!((reading.source, reading.told), (ReadFrom::Sled, None), "{again}");
        assert_same("an older store", &reading, &read_journal(&ledger));
    }
    assert_eq!(aside(&ledger), [""; 0]);
}

fn codes(faults: &[Fault]) -> Vec<Code> {
    faults.iter().map(Fault::code).collect()
}

fn verified(ledger: &Path) -> Report {
    inspect(&Folder::new(ledger), Serial, &TrustAnchors::default(), &mut |_| {}).expect("it reads")
}

/// Every way of reading says no, with this code, and so does the writer.
fn assert_refused(ledger: &Path, code: Code) {
    let report = verified(ledger);
    assert_eq!((report.verdict(), codes(&report.faults)), (Verdict::Failed, vec![code]));
    for answer in [
        read::open(ledger, &TrustAnchors::default(), Serial, &mut |_| {}).map(drop),
        read::fold(ledger, &TrustAnchors::default(), Serial, &mut |_| {}).map(drop),
        read::state(ledger, &TrustAnchors::default(), Serial).map(drop),
        read::receipts(ledger, &TrustAnchors::default(), Serial, &[Sequence(0)]).map(drop),
        write(ledger).map(drop),
    ] {
        let Err(StoreError::ReadOnly(faults)) = answer else { panic!("{answer:?}") };
        assert_eq!(codes(&faults), [code]);
    }
}

/// Lays a snapshot of the sealed size, of other rows, where the ledger keeps its own.
fn lay_snapshot(ledger: &Path, rows: RowHash, signer: &NoteSigner) {
    let checkpoint = read_journal(ledger).checkpoint.checkpoint().clone();
    let signed = Snapshot { checkpoint, rows }.sign(signer).expect("under the log's name");
    let mut record = SnapshotRecord::of(&signed, signer.verifier()).expect("it signed").encode().to_vec();
    let kept = fs::read(ledger.join(files::SNAPSHOTS)).expect("it reads");
    let before = kept.len() - record.len();
    record.splice(0..0, kept[..before].to_vec());
    fs::write(ledger.join(files::SNAPSHOTS), record).expect("it writes");
}

#[test]
fn a_log_that_signs_other_numbers_is_told_by_whoever_reads_it() {
    let (_folder, ledger) = evening();
    assert_eq!(verified(&ledger).snapshot, Snapshots::Agrees(read_any(&ledger).events.size()));
    let (mut rows, _) = true_rows(&ledger);
    rows.insert(key("total/round-1/01"), rows[&key("total/round-1/01")].replace("in-force ", "in-force 1"));
    // The store is made to agree with what the log signed.
    let false_root = lay_rows(&ledger.join(files::SLED), &rows);
    lay_snapshot(&ledger, false_root, &log_signer());
    assert_refused(&ledger, Code::V30);
}

#[test]
fn a_snapshot_that_the_log_did_not_sign_is_refused() {
    let (_folder, ledger) = evening();
    let (_, root) = true_rows(&ledger);
    let kept = fs::read(ledger.join(files::SNAPSHOTS)).expect("it reads");
    let mut forged = kept.clone();
    *forged.last_mut().expect("it is not empty") ^= 1;
    fs::write(ledger.join(files::SNAPSHOTS), forged).expect("it writes");
    assert_refused(&ledger, Code::V8);
    // A root of another size, under the signature of that size.
    let mut moved = kept.clone();
    let at = moved.len() - 104;
    let (before, last) = moved.split_at_mut(at);
    last[8..].copy_from_slice(&before[at - 96..]);
    fs::write(ledger.join(files::SNAPSHOTS), moved).expect("it writes");
    assert_refused(&ledger, Code::V8);
    fs::write(ledger.join(files::SNAPSHOTS), kept).expect("it writes");
    assert_eq!(true_rows(&ledger).1, root);
    assert_eq!(read_any(&ledger).told, None);
}

#[test]
fn a_ledger_without_snapshots_is_read_and_says_what_it_lacks() {
    let (_folder, ledger) = evening();
    let truth = read_journal(&ledger);
    fs::remove_file(ledger.join(files::SNAPSHOTS)).expect("it goes");
    assert_eq!(read_any(&ledger).told, None, "it is published too");
    fs::remove_file(ledger.join("published/snapshot")).expect("it goes");
    let reading = read_any(&ledger);
    assert_eq!((reading.told, reading.source), (Some(ReadNotice::NoSnapshot), ReadFrom::Journal));
    assert_same("without snapshots", &reading, &truth);
    drop(reading);
    let found = verified(&ledger);
    assert_eq!((found.verdict(), found.snapshot), (Verdict::Verified, Snapshots::Nothing));
    assert!(read::rows(&ledger, &TrustAnchors::default()).expect("it reads").is_none());
    // The next writer keeps them again.
    close(write(&ledger).expect("nobody else writes"));
    assert_eq!(read_any(&ledger).told, None);
    // A record that a crash cut off is passed over, and cut.
    let mut kept = fs::read(ledger.join(files::SNAPSHOTS)).expect("it reads");
    kept.extend([7; 50]);
    fs::write(ledger.join(files::SNAPSHOTS), &kept).expect("it writes");
    assert_eq!(read_any(&ledger).told, None);
    let mut held = write(&ledger).expect("nobody else writes");
    commit(&mut held, vec![report(1)]);
    close(held);
    assert_eq!(fs::read(ledger.join(files::SNAPSHOTS)).expect("it reads").len(), 2 * 104);
    assert_eq!(verified(&ledger).verdict(), Verdict::Verified);
}

#[test]
fn a_record_that_a_power_cut_left_half_written_is_signed_again() {
    let (_folder, ledger) = evening();
    let mut held = write(&ledger).expect("it writes on");
    (0..12).for_each(|number| commit(&mut held, vec![report(number)]));
    close(held);
    let truth = read_journal(&ledger);
    let file = ledger.join(files::SNAPSHOTS);
    let whole = fs::read(&file).expect("it reads");
    // From each sector that a record begins before and ends behind, the disk has zeros, or nothing.
    let sectors = (0..whole.len()).step_by(512).skip(1);
    assert!(sectors.len() > 1, "the file has several sectors");
    for lost in sectors {
        let length = (lost + 1).next_multiple_of(104).min(whole.len());
        for tail in [vec![0; length - lost], Vec::new()] {
            fs::write(&file, [&whole[..lost], &tail].concat()).expect("it writes");
            assert_same("a half-written record", &read_any(&ledger), &truth);
            assert_ne!(verified(&ledger).verdict(), Verdict::Failed, "nobody altered anything");
        }
    }
    // A later sector may reach the disk before an earlier one: what stands behind the hole is as it was signed.
    for lost in (0..whole.len()).step_by(512) {
        let (mut holed, end) = (whole.clone(), (lost + 512).min(whole.len()));
        holed[lost..end].fill(0);
        fs::write(&file, &holed).expect("it writes");
        assert_same("a hole", &read_any(&ledger), &truth);
        assert_ne!(verified(&ledger).verdict(), Verdict::Failed, "nobody altered anything: a hole at {lost}");
        let all: Vec<_> = SnapshotRecord::all(&whole).collect();
        let kept: Vec<_> = SnapshotRecord::all(&holed).collect();
        let is_kept = |nth: usize| 104 * (nth + 1) <= lost || 104 * nth >= end;
        let expected: Vec<_> = (0..all.len()).filter(|nth| is_kept(*nth)).map(|nth| all[nth]).collect();
        assert_eq!(kept, expected, "a hole at {lost}");
        close(write(&ledger).expect("it writes on"));
        assert_same("a hole that was written behind", &read_any(&ledger), &truth);
        assert_eq!(verified(&ledger).verdict(), Verdict::Verified, "a hole at {lost}");
    }
    let lost = (whole.len() - 104) / 512 * 512;
    fs::write(&file, [&whole[..lost], &vec![0; whole.len() - lost]].concat()).expect("it writes");
    close(write(&ledger).expect("it writes on"));
    let mended = fs::read(&file).expect("it reads");
    assert_eq!(mended[mended.len() - 104..], whole[whole.len() - 104..], "the same signature again");
    assert!(SnapshotRecord::all(&mended).all(|record| record.size.0 > 0), "and no zeros before it");
}

#[test]
fn a_seal_that_is_behind_its_snapshots_is_no_loss_of_events() {
    let (_folder, ledger) = evening();
    let before = fs::read(ledger.join(files::SEAL)).expect("it reads");
    let size = read_any(&ledger).checkpoint.checkpoint().size;
    let mut held = write(&ledger).expect("it writes on");
    (0..4).for_each(|number| commit(&mut held, vec![report(number)]));
    close(held);
    fs::write(ledger.join(files::SEAL), before).expect("it writes");
    assert_eq!(verified(&ledger).verdict(), Verdict::Insufficient, "events are not under the seal");
    assert_eq!(read_any(&ledger).checkpoint.checkpoint().size, size, "what the seal covers is told");
}

/// A folder with another election under the same origin: a founding act that names a stranger's key, other figures, and a
/// store and a snapshot to match. Its seal is the genuine log's, with the stranger's signature beside it.
fn forged_beside(folder: &Path) {
    let (genuine, stranger, mut forged) = (Ledger::tiny(), log_key("a stranger"), Ledger::default());
    forged.log = log_key("a stranger");
    let act = ElectionCalled { log_key: text(&stranger.verifier().to_string()), ..founding(tiny_manifest(), "TOP") };
    let precinct = commission(&tiny_manifest(), "P1", "precinct", Some("TOP"));
    let say = [
        (Body::ElectionCalled(act), "TOP"),
        (Body::CommissionFormed(precinct), "TOP"),
        (candidate(1, "Ada Example"), "TOP"),
        (Body::ProtocolSubmitted(protocol("P1", &[99], &[(1, 99)])), "P1"),
    ];
    for (body, by) in say {
        forged.say(body, &[(by, "1")]).expect("admissible");
    }
    forged.write(folder);
    let now = Moment { size: forged.size(), clock: forged.head.arrival };
    let sign = |checkpoint: &SignedCheckpoint| {
        let snapshot = Snapshot { checkpoint: checkpoint.checkpoint().clone(), rows: rows::root(&forged.model, now) };
        let record = SnapshotRecord::of(&snapshot.sign(&stranger).expect("its name"), stranger.verifier());
        fs::write(folder.join(files::SNAPSHOTS), record.expect("it signed").encode()).expect("it writes");
    };
    sign(&forged.checkpoint(4));
    assert_eq!(read_any(folder).source, ReadFrom::Sled, "the store is built");
    let sealed = genuine.checkpoint(4);
    let beside = sealed.checkpoint().sign(&stranger).expect("its name").to_string();
    let both = format!("{sealed}{}\n", beside.lines().last().expect("a signature"));
    let slot = encode_slot(&both.parse().expect("two signatures of one checkpoint")).expect("a short note");
    fs::write(folder.join(files::SEAL), [&slot[..], &slot].concat()).expect("it writes");
    sign(&sealed);
}

#[test]
fn a_key_that_a_folder_names_for_itself_proves_nothing_under_a_policy() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    forged_beside(folder.path());
    let policy = Policy::parse(&format!("log {}\nquorum none\n", log_key(ORIGIN).verifier())).expect("a policy");
    let anchors = TrustAnchors::under(Some(&policy));
    let proven = |anchors| read::rows(folder.path(), &anchors).expect("the seal is the log's").is_some();
    assert!(proven(TrustAnchors::default()), "on its own word it holds together");
    assert!(!proven(anchors), "the log of the policy did not sign these numbers");
    let opened = read::open(folder.path(), &anchors, Serial, &mut |_| {});
    assert!(matches!(opened, Err(StoreError::ReadOnly(_))), "and the journal is not the log's");
}

#[test]
fn rows_are_proved_one_by_one() {
    let (_folder, ledger) = evening();
    let (all, root) = true_rows(&ledger);
    let proven = read::rows(&ledger, &TrustAnchors::default()).expect("it reads").expect("the store proves itself");
    assert_eq!(proven.snapshot.snapshot().rows, root);
    for (key, value) in &all {
        assert_eq!(proven.get(key).expect("it proves").as_ref(), Some(value));
    }
    assert_eq!(proven.get(&key("paper/round-1/99")).expect("it proves"), None);
    let below: Vec<_> = all.iter().filter(|(key, _)| key.as_str().starts_with("below/01/")).collect();
    let proved = proven.all("below/01/").expect("it proves");
    assert_eq!(proved.iter().map(|(key, value)| (key, value)).collect::<Vec<_>>(), below);
    assert!(!below.is_empty() && proven.all("paper/round-9/").expect("it proves").is_empty());
    let line = &rows::event_line::parse(&all[&key("paper/round-1/01.001")]).expect("lines")[0];
    assert!(proven.event(line.sequence, line.event).is_ok());
    assert!(proven.event(Sequence(0), line.event).is_err(), "another event's hash");
    drop(proven);
    // A row changed where nobody looks does not matter; where it is looked at, it is no row.
    let mut changed = all.clone();
    changed.insert(key("total/round-1/01"), "expected 9\n".into());
    lay_rows_under(&ledger.join(files::SLED), &changed, &all);
    let proven = read::rows(&ledger, &TrustAnchors::default()).expect("it reads");
    assert!(proven.is_none_or(|proven| proven.get(&key("total/round-1/01")).is_err()));
}
