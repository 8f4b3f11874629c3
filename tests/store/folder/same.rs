//! The embedded store and the journal answer with the same bytes.

use std::fs;

use protokol::crypto::parallel::Serial;
use protokol::domain::id::{EventHash, StatementHash};
use protokol::domain::number::Sequence;
use protokol::domain::statement::Statement;
use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::frame::{self, FRAME_EVENTS_MAX};
use protokol::ledger::submission::SignedStatement;
use protokol::store::files;
use protokol::store::read::{self, ReadFrom, Reading};
use protokol::verify::conclude::TrustAnchors;

use super::{aside, close, commit, evening, fresh, read_any, read_journal, report, write};
use crate::kit::small::{SMALL, of};

/// Every question has the same answer from both.
pub fn assert_same(name: &str, one: &Reading, other: &Reading) {
    assert_eq!(one.checkpoint, other.checkpoint, "{name}");
    assert!(one.model == other.model, "{name}: the boards differ");
    let size = one.events.size();
    assert_eq!(size, one.checkpoint.checkpoint().size, "{name}");
    assert_eq!(size, other.events.size(), "{name}");
    for sequence in (0..size.0).map(Sequence) {
        let envelope = one.events.envelope(sequence).expect("it reads").expect("it is below the size");
        assert_eq!(other.events.envelope(sequence).expect("it reads").as_ref(), Some(&envelope), "{name}");
        let submission = Envelope::decode(&envelope).expect("an envelope").submission;
        let signed = SignedStatement::decode(&submission).expect("a submission");
        let (event, statement) = (Envelope::hash(&envelope), Statement::hash(signed.statement_bytes()));
        for reading in [one, other] {
            assert_eq!(reading.events.by_hash(event).expect("it reads"), Some(sequence), "{name}");
            assert_eq!(reading.events.by_statement(statement).expect("it reads"), Some(sequence), "{name}");
        }
    }
    for unit in SMALL.units().into_iter().chain([of("99"), of("0"), of("01.00")]) {
        let places = one.events.by_unit(&unit).expect("it reads");
        assert!(places.is_sorted(), "{name}");
        assert_eq!(places, other.events.by_unit(&unit).expect("it reads"), "{name}: {unit}");
    }
    for reading in [one, other] {
        assert_eq!(reading.events.envelope(size.next()).expect("it reads"), None, "{name}");
        assert_eq!(reading.events.by_hash(EventHash([1; 32])).expect("it reads"), None, "{name}");
        assert_eq!(reading.events.by_statement(StatementHash([1; 32])).expect("it reads"), None, "{name}");
    }
}

#[test]
fn the_store_and_the_journal_say_the_same() {
    let (_folder, ledger) = evening();
    let (sled, journal) = (read_any(&ledger), read_journal(&ledger));
    assert_eq!((sled.source, journal.source), (ReadFrom::Sled, ReadFrom::Journal));
    assert_same("an evening", &sled, &journal);
    drop(sled);
    for sequence in (0..journal.events.size().0).map(Sequence) {
        let receipt = read::receipt(&ledger, &TrustAnchors::default(), Serial, sequence)
            .expect("it reads")
            .expect("it is below the size");
        let envelope = journal.events.envelope(sequence).expect("it reads").expect("it is below the size");
        assert_eq!(receipt.verify_inclusion(&envelope), Ok(()));
        assert_eq!(receipt.checkpoint(), &journal.checkpoint);
    }
    assert!(
        read::receipt(&ledger, &TrustAnchors::default(), Serial, journal.events.size().next())
            .expect("it reads")
            .is_none()
    );
    assert_eq!(aside(&ledger), [""; 0], "nothing was in doubt");
}

#[test]
fn a_ledger_that_was_only_founded_can_be_read() {
    let (_folder, ledger) = fresh();
    let reading = read_any(&ledger);
    assert_eq!(reading.source, ReadFrom::Sled);
    assert_same("founded", &reading, &read_journal(&ledger));
    assert_eq!(aside(&ledger), [""; 0], "there was no store to set aside");
}

#[test]
fn while_somebody_writes_the_journal_is_read() {
    let (_folder, ledger) = evening();
    let mut held = write(&ledger).expect("nobody else writes");
    assert!(!held.recovery.rebuilt);
    commit(&mut held, vec![report(1)]);
    let reading = read_any(&ledger);
    assert_eq!(reading.source, ReadFrom::Journal);
    assert_eq!(reading.checkpoint, *held.writer.checkpoint());
    assert!(reading.model == *held.writer.model());
    close(held);
}

/// More than a turn holds, and then nothing: the store has each event once, and rows that prove themselves.
#[test]
fn a_store_follows_turns_that_are_answered_together() {
    let (_folder, ledger) = evening();
    let mut held = write(&ledger).expect("nobody else writes");
    let before = held.writer.checkpoint().checkpoint().size.0;
    commit(&mut held, (0..3 * FRAME_EVENTS_MAX as u32).map(report).collect());
    commit(&mut held, Vec::new());
    assert_eq!(held.writer.checkpoint().checkpoint().size.0, before + 3 * FRAME_EVENTS_MAX as u64);
    assert!(held.writer.unpublished().is_none());
    close(held);
    assert_same("many turns", &read_any(&ledger), &read_journal(&ledger));
    assert_eq!(read_any(&ledger).source, ReadFrom::Sled);
    assert_eq!(aside(&ledger), [""; 0], "nothing was in doubt");
}

/// sled lets go of its files a little late: that is no reason to rebuild a store that is whole.
#[test]
fn a_store_that_was_just_closed_opens() {
    let (_folder, ledger) = evening();
    for number in 0..30 {
        let mut held = write(&ledger).expect("nobody else writes");
        assert!(!held.recovery.rebuilt, "after {number} times");
        commit(&mut held, vec![report(number)]);
        close(held);
        assert_eq!(read_any(&ledger).source, ReadFrom::Sled);
    }
    assert_eq!(aside(&ledger), [""; 0]);
}

/// A writer died between the journal and the seal: readers see what is sealed, as often as they look.
#[test]
fn an_unsealed_tail_is_not_shown_and_costs_nothing() {
    let (_folder, ledger) = evening();
    let read = |file: &str| fs::read(ledger.join(file)).expect("it reads");
    let (seal, snapshots) = (read(files::SEAL), read(files::SNAPSHOTS));
    let before = read_journal(&ledger);
    let mut held = write(&ledger).expect("nobody else writes");
    commit(&mut held, vec![report(1), report(2)]);
    close(held);
    fs::write(ledger.join(files::SEAL), seal).expect("it writes");
    fs::write(ledger.join(files::SNAPSHOTS), snapshots).expect("it writes");
    for look in 0..4 {
        let reading = read_any(&ledger);
        assert_same(&format!("look {look}"), &reading, &before);
        assert!(aside(&ledger).len() <= 1, "each look sets another store aside: {:?}", aside(&ledger));
    }
    let held = write(&ledger).expect("nobody else writes");
    assert_eq!(held.recovery.sealed.0, 2);
    close(held);
    assert_same("sealed", &read_any(&ledger), &read_journal(&ledger));
}

/// Both are damaged: however often somebody looks, what is left of the store stays where it is.
#[test]
fn a_store_that_cannot_be_rebuilt_stays_where_it_is() {
    let (_folder, ledger) = evening();
    let store = super::files_below(&ledger.join(files::SLED));
    let path = super::files_below(&ledger.join(files::JOURNAL)).remove(0);
    let mut journal = fs::read(&path).expect("it reads");
    let middle = journal.len() / 2;
    journal[middle] ^= 1;
    fs::write(&path, &journal).expect("it writes");
    fs::write(ledger.join("sled/db"), "garbage").expect("it writes");
    for _ in 0..3 {
        assert!(read::open(&ledger, &TrustAnchors::default(), Serial, &mut |_| {}).is_err());
        assert!(write(&ledger).is_err());
    }
    assert!(store.iter().all(|file| file.exists()), "the store went away");
    assert_eq!(aside(&ledger), [""; 0]);
    assert_eq!(frame::decode(&journal).map(|frame| frame.first), Ok(Sequence(0)), "the first frame is whole");
}
