//! The writer's recovery and the verifier look at the same bytes: what one calls broken, the other never writes on.

use protokol::crypto::key::SecretKey;
use protokol::crypto::parallel::Serial;
use protokol::domain::code::Code;
use protokol::domain::number::{Sequence, Size};
use protokol::domain::statement::{Body, LogKeyRotated, Statement};
use protokol::ledger::files::frame;
use protokol::ledger::files::seal::{SEAL_BYTES, SLOT_BYTES, SlotNumber};
use protokol::ledger::submission::{SUBMISSION_BYTES_MAX, SubmissionError};
use protokol::store::error::{Refusal, StoreError};
use protokol::store::files;
use protokol::store::journal::memory::Memory;
use protokol::store::journal::recover::{Recovered, recover};
use protokol::store::writer::Writer;
use protokol::verify::fault::{Fault, FaultKind};

use super::forge::{self, disk, entries, journal, seal, seal_of, signed, slot};
use super::story::*;
use super::telling::*;

fn recovered(disk: &Memory) -> Result<Recovered<Serial>, Vec<Fault>> {
    match recover(disk, Serial, None) {
        Ok(recovered) => Ok(recovered),
        Err(StoreError::ReadOnly(faults)) => Err(faults),
        Err(other) => panic!("memory does not fail: {other}"),
    }
}

/// The codes for which a ledger can only be read.
#[track_caller]
fn read_only(disk: &Memory) -> Vec<Code> {
    recovered(disk).expect_err("read-only").iter().map(Fault::code).collect()
}

/// The disk after a writer has started on it.
fn started(before: Memory) -> Memory {
    let recovered = recovered(&before).expect("it may be written on");
    Writer::start(before, recovered, log()).expect("the log's key").disk().clone()
}

/// Whoever can write on the disk while the writer is away puts more events into the last sealed frame. They are not
/// under the seal, so nobody has looked at their signatures yet.
#[test]
fn unsealed_events_inside_a_sealed_frame_are_looked_at() {
    let all = entries(&Story::whole(1).disk());
    let genuine = forge::resealed(&all);
    let Body::TurnoutReported(mut stuffed) = turnout("B", 99) else { panic!("a turnout report") };
    stuffed.paper = paper("x", "B", 2);
    let statement = Statement { ledger: forge::ledger(&all), said_at: clock(0), body: Body::TurnoutReported(stuffed) };
    let pair = [&key_of("B", 1).public().0[..], &[7; 64]].concat();
    let unsigned = forge::laid_out(&statement.encode().expect("a short statement"), &[pair]);
    let forged = forge::appended(&all, unsigned);
    let forged = disk(forge::framed(&forged), seal(&genuine));
    assert_told(&report(&forged), Failed, &["R33 #19", "V10"]);
    assert_eq!(read_only(&forged), [Code::R33]);

    // What its members did sign is kept and sealed.
    let honest = super::story::signed(forge::ledger(&all), turnout("A", 60), &[Who::Renewed(1)]).encode();
    let unsealed = disk(forge::framed(&forge::appended(&all, honest)), seal(&genuine));
    assert_told(&report(&unsealed), Insufficient, &["V10"]);
    assert_told(&report(&started(unsealed)), Verified, &[]);
}

/// The log's key has signed another history: that must not be written over.
#[test]
fn the_other_slot_holds_another_history() {
    let genuine = Story::whole(1).disk();
    let all = entries(&genuine);
    let mut other = all[..SUMMARY].to_vec();
    other[PROTOCOL_B_AGAIN] = vec![7; 100];
    let forged = disk(journal(&genuine), seal_of(slot(&signed(&all, &log())), slot(&signed(&other, &log()))));
    assert_told(&report(&forged), Failed, &["V7 at 18"]);
    assert_eq!(read_only(&forged), [Code::V7]);
    let foreign = seal_of(slot(&signed(&all, &log())), slot(&signed(&all[..SUMMARY], &log_of(ORIGIN, 8))));
    assert_eq!(read_only(&disk(journal(&genuine), foreign)), [Code::V8]);
}

/// A damaged slot and a torn frame: no crash leaves both, and the slot may have sealed the frame. To cut the frame and
/// seal another in its place would be a fork.
#[test]
fn a_sealed_frame_is_damaged_and_its_seal_too() {
    let genuine = Story::whole(1).disk();
    let all = entries(&genuine);
    let at = *forge::frames(&genuine).last().expect("frames");
    let mut bytes = journal(&genuine);
    bytes[at + 30] ^= 1;
    for newer in [vec![0; SLOT_BYTES], vec![0xA5; SLOT_BYTES]] {
        let forged = disk(bytes.clone(), seal_of(newer, slot(&signed(&all[..SUMMARY], &log()))));
        let place = format!("V10 +{at}");
        assert_told(&report(&forged), Failed, &[&place, "V9 first slot"]);
        let faults = recovered(&forged).expect_err("read-only");
        assert_eq!(faults[0].what, FaultKind::Slot(SlotNumber::First));
        assert_eq!(faults[0].place.as_ref().map(|place| place.offset), Some(at as u64));
    }
}

/// Nobody founds a ledger with a seal over nothing: behind one, no bytes are taken for a torn write and cut.
#[test]
fn behind_a_seal_over_nothing_there_is_no_torn_write() {
    let bytes = journal(&Story::whole(1).disk());
    let at = bytes.len();
    let empty = seal_of(slot(&signed(&[], &log())), vec![0; SLOT_BYTES]);
    let forged = disk([bytes, vec![0xA5; 50]].concat(), empty);
    assert!(told(&report(&forged)).contains(&format!("V1 +{at}")), "{:?}", told(&report(&forged)));
    assert_eq!(read_only(&forged), [Code::V1]);
}

#[test]
fn a_seal_that_is_too_long_or_too_short_is_made_whole() {
    let genuine = Story::whole(1).disk();
    let all = entries(&genuine);
    let whole = seal_of(slot(&signed(&all, &log())), slot(&signed(&all[..SUMMARY], &log())));
    for seal in [[&whole[..], b"more"].concat(), whole[..SEAL_BYTES - 1].to_vec(), whole[..SLOT_BYTES].to_vec()] {
        let damaged = disk(journal(&genuine), seal.clone());
        assert_eq!(report(&damaged).verdict(), Failed);
        let repaired = started(damaged);
        assert_told(&report(&repaired), Verified, &[]);
        assert_eq!(repaired.files()["aside/seal-0-damaged-slot-1"], seal);
    }
}

#[test]
fn a_damaged_slot_is_set_aside_and_written_again() {
    let genuine = Story::whole(1).disk();
    for at in [0, 100, SLOT_BYTES, SLOT_BYTES + 100] {
        let mut bytes = seal(&genuine);
        bytes[at] ^= 1;
        let damaged = disk(journal(&genuine), bytes.clone());
        assert_eq!(report(&damaged).verdict(), Failed);
        let repaired = started(damaged);
        assert_told(&report(&repaired), Verified, &[]);
        assert_eq!(repaired.files()["aside/seal-0-damaged-slot-1"], bytes);
    }
}

/// The last frame again, as a torn write of which each prefix reached the disk.
#[test]
fn a_torn_write_is_cut_and_kept_aside() {
    let genuine = Story::whole(1).disk();
    let all = entries(&genuine);
    let more = super::story::signed(forge::ledger(&all), turnout("A", 60), &[Who::Renewed(1)]).encode();
    let next = frame::encode(Sequence(EVENTS as u64), &forge::appended(&all, more)[EVENTS..]);
    for torn in (1..next.len()).step_by(13) {
        let damaged = disk([journal(&genuine), next[..torn].to_vec()].concat(), seal(&genuine));
        assert_eq!(report(&damaged).verdict(), Insufficient);
        let repaired = started(damaged);
        assert_told(&report(&repaired), Verified, &[]);
        assert_eq!(journal(&repaired), journal(&genuine));
        let aside = repaired.files().iter().find(|(name, _)| name.starts_with(files::QUARANTINE)).expect("kept aside");
        assert_eq!(aside.1[..], next[..torn]);
    }
}

/// Whatever the verifier calls failed before the seal, recovery does not write on; whatever it calls whole, it does.
#[test]
fn they_agree_on_a_bit_in_every_frame() {
    let genuine = Story::whole(1).disk();
    let bytes = journal(&genuine);
    assert!(recovered(&genuine).is_ok());
    for at in (0..bytes.len()).step_by(7) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << (at % 8);
        let damaged = disk(flipped, seal(&genuine));
        assert_eq!(report(&damaged).verdict(), Failed, "byte {at}");
        assert!(recovered(&damaged).is_err(), "byte {at}");
    }
}

/// An unreadable event may have changed anything: nobody writes after it.
#[test]
fn nothing_is_written_after_a_newer_event() {
    let all = entries(&Story::whole(1).disk());
    let mut newer = forge::statement_bytes(&all[TURNOUT_A]);
    newer[2] = 200;
    let ledger = forge::resealed(&forge::appended(&all, forge::submission(&newer, &[key_of("A", 1)])));
    assert_eq!(report(&ledger).verdict(), Unreadable);
    assert_eq!(read_only(&ledger), [Code::R36]);
}

/// The checkpoint over a change of the log's key is the new key's. A writer that does not have it refuses the change:
/// it would leave a seal that nobody believes, and a ledger that nobody could go on with.
#[test]
fn the_log_key_changes_hands() {
    let next = || log_of(ORIGIN, 8);
    let rotation = |story: &Story| {
        let rotated = LogKeyRotated {
            old: text(&log().verifier().to_string()),
            new: text(&next().verifier().to_string()),
            reason: text("worn"),
        };
        let mut rotation = super::story::signed(story.ledger(), Body::LogKeyRotated(rotated), &[Who::Seat("C", 1)]);
        assert!(rotation.sign(&SecretKey::from_seed(&[7; 32])) && rotation.sign(&SecretKey::from_seed(&[8; 32])));
        rotation
    };
    let mut story = Story::whole(1);
    let change = rotation(&story);
    let refused = &story.writer.commit(vec![change.clone()], clock(30), &Serial).expect("a disk that works")[0];
    assert_eq!(refused.as_ref().expect_err("no successor").code(), Code::R38);
    assert_told(&report(&story.disk()), Verified, &[]);

    story.writer.succeeded_by(log_of(ORIGIN, 9));
    let refused = &story.writer.commit(vec![change.clone()], clock(30), &Serial).expect("a disk that works")[0];
    assert_eq!(refused.as_ref().expect_err("another successor").code(), Code::R38);

    story.writer.succeeded_by(next());
    let after = super::story::signed(story.ledger(), turnout("A", 60), &[Who::Renewed(1)]);
    let answers = story.writer.commit(vec![change, after], clock(30), &Serial).expect("a disk that works");
    assert!(answers.iter().all(Result::is_ok));
    assert_told(&report(&story.disk()), Verified, &[]);
    let recovered = recovered(&story.disk()).expect("it may be written on");
    assert_eq!(recovered.latest.checkpoint().size, Size(21));
    assert!(matches!(Writer::start(story.disk(), recovered, log()), Err(StoreError::NotTheLogKey)));

    // The old key signs no more.
    let all = entries(&story.disk());
    let forged = disk(journal(&story.disk()), seal_of(slot(&signed(&all, &log())), slot(&signed(&all[..19], &log()))));
    assert_told(&report(&forged), Failed, &["V8 first slot"]);
}

/// Too large with its signatures, though the statement alone would fit.
#[test]
fn a_submission_that_fits_no_entry_is_refused() {
    let mut story = Story::whole(1);
    let mut accredited = observer(Who::Stranger.public());
    accredited.observer = "other".parse().expect("an observer");
    let mut members = commission("D", "low", Some("C"), 1, 3);
    members.members = vec![members.members[0].clone(); 31];
    members.members.iter_mut().for_each(|member| member.name = text(&"n".repeat(2000)));
    let statement = Body::CommissionFormed(members);
    let mut large = super::story::signed(story.ledger(), statement, &[Who::Seat("C", 1)]);
    for seed in 100..=135 {
        large.sign(&SecretKey::from_seed(&[seed; 32]));
    }
    assert!(large.statement_bytes().len() <= SUBMISSION_BYTES_MAX && large.encode().len() > SUBMISSION_BYTES_MAX);
    let answer = story.writer.commit(vec![large.clone()], clock(30), &Serial).expect("a disk that works").remove(0);
    assert!(matches!(answer, Err(Refusal::Bytes(SubmissionError::TooLong(_)))));
    assert_told(&report(&story.disk()), Verified, &[]);
    // The writer goes on.
    let next = super::story::signed(story.ledger(), Body::ObserverAccredited(accredited), &[Who::Seat("C", 1)]);
    assert!(story.writer.commit(vec![next], clock(30), &Serial).expect("a disk that works")[0].is_ok());
}
