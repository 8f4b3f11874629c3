//! Forgeries of the journal's bytes: cut, torn, extended, framed wrongly.

use protokol::domain::id::EventHash;
use protokol::domain::number::Sequence;
use protokol::domain::time::Millis;
use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::frame::{self, FRAME_HEADER_BYTES};
use protokol::store::files;
use protokol::store::journal::memory::Memory;
use protokol::verify::fault::FaultKind;

use super::forge::{self, checkpoint, disk, entries, frames, journal, resealed, seal};
use super::story::*;
use super::telling::*;

fn genuine() -> Memory {
    Story::whole(1).disk()
}

/// The genuine ledger with other journal bytes.
fn with_journal(change: impl FnOnce(&mut Vec<u8>)) -> Memory {
    let genuine = genuine();
    let mut bytes = journal(&genuine);
    change(&mut bytes);
    disk(bytes, seal(&genuine))
}

#[test]
fn the_ledger_as_it_is() {
    assert_told(&report(&genuine()), Verified, &[]);
    assert_told(&report(&Story::whole(2).disk()), Verified, &[]);
}

#[test]
fn the_journal_is_cut_in_the_middle_of_a_frame() {
    let at = *frames(&genuine()).last().expect("frames");
    let forged = with_journal(|bytes| bytes.truncate(at + 100));
    assert_told(&report(&forged), Failed, &[&format!("V1 +{at}"), "V2"]);
}

#[test]
fn the_journal_is_cut_between_frames() {
    let at = *frames(&genuine()).last().expect("frames");
    let forged = with_journal(|bytes| bytes.truncate(at));
    assert_told(&report(&forged), Failed, &["V2"]);
}

#[test]
fn a_frame_is_cut_out_of_the_middle() {
    let offsets = frames(&genuine());
    let forged = with_journal(|bytes| drop(bytes.drain(offsets[7]..offsets[8])));
    // The frame of the replacement: the newcomer's correction was never admissible then.
    let place = format!("V1 +{}", offsets[7]);
    let told = [place.as_str(), "V5 #14", "V4 #14", "R8 #14 A", "R31 #18 C", "V7 at 18", "V2"];
    assert_told(&report(&forged), Failed, &told);
}

#[test]
fn the_journal_is_empty() {
    assert_told(&report(&with_journal(Vec::clear)), Failed, &["V18", "V8 first slot", "V8 second slot", "V2"]);
}

#[test]
fn the_journal_is_gone() {
    let mut alone = Memory::default();
    alone.lay(files::SEAL, seal(&genuine()));
    assert_told(&report(&alone), Failed, &["V18", "V8 first slot", "V8 second slot", "V2"]);
    assert_told(&report(&Memory::default()), Failed, &["V18", "V9", "V9 first slot", "V9 second slot", "V9"]);
}

#[test]
fn the_journal_is_cut_and_sealed_again() {
    let genuine = entries(&genuine());
    let forged = resealed(&genuine[..PROTOCOL_B_AGAIN]);
    let expected = checkpoint(&genuine).fingerprint();
    let policy = |key: &protokol::crypto::note::NoteSigner| format!("log {}\nquorum none\n", key.verifier());
    // With the log's key nothing else can be noticed: that is what a fingerprint and witnesses are for.
    assert_told(&report(&forged), Verified, &[]);
    assert_told(&trusting(&forged, &policy(&log())), Verified, &[]);
    assert_told(&expecting(&forged, expected), Failed, &["V11"]);
    assert_told(&trusting(&forged, &policy(&log_of(ORIGIN, 8))), Failed, &["V12"]);
    let witnesses = format!("log {}\nwitness w {}\nquorum w\n", log().verifier(), log_of("w.example/w", 9).verifier());
    assert_told(&trusting(&forged, &witnesses), Insufficient, &["V13"]);
}

#[test]
fn the_tail_is_not_sealed() {
    let story = Story::whole(1);
    let all = entries(&story.disk());
    let sealed = resealed(&all[..SUMMARY]);
    let mut bytes = journal(&sealed);
    bytes.extend(frame::encode(Sequence(SUMMARY as u64), &all[SUMMARY..]));
    assert_told(&report(&disk(bytes, seal(&sealed))), Insufficient, &["V10"]);
}

#[test]
fn a_write_is_torn_after_the_seal() {
    let length = journal(&genuine()).len();
    let frame = frame::encode(Sequence(EVENTS as u64), &[vec![7; 500]]);
    for torn in [1, 3, 4, FRAME_HEADER_BYTES - 1, FRAME_HEADER_BYTES, 300, frame.len() - 1] {
        let forged = with_journal(|bytes| bytes.extend(&frame[..torn]));
        let report = report(&forged);
        assert_told(&report, Insufficient, &[&format!("V10 +{length}")]);
        assert_eq!(report.faults[0].what, FaultKind::Torn(torn as u64));
    }
}

#[test]
fn garbage_follows_the_seal() {
    let length = journal(&genuine()).len();
    let forged = with_journal(|bytes| bytes.extend([0xA5; 5000]));
    assert_told(&report(&forged), Insufficient, &[&format!("V10 +{length}")]);
}

/// Of a torn write nothing is kept, whatever its fragments look like: an attachment's digests are bytes of a member's
/// choice, and may well spell a frame.
#[test]
fn a_torn_write_holds_whole_frames() {
    let length = journal(&genuine()).len();
    let inner = frame::encode(Sequence(EVENTS as u64), &[vec![7; 48]]);
    let outer = frame::encode(Sequence(EVENTS as u64), &[[vec![1; 90], inner, vec![2; 90]].concat()]);
    let forged = with_journal(|bytes| bytes.extend(&outer[..outer.len() - 1]));
    let report = report(&forged);
    assert_told(&report, Insufficient, &[&format!("V10 +{length}")]);
    assert_eq!(report.faults[0].what, FaultKind::Torn(outer.len() as u64 - 1));
}

/// With another segment behind it, nothing is a torn write.
#[test]
fn a_torn_write_is_not_in_the_last_segment() {
    let length = journal(&genuine()).len();
    let mut forged = with_journal(|bytes| bytes.extend([0xA5; 50]));
    forged.lay(&files::segment(Sequence(EVENTS as u64)), Vec::new());
    assert_told(&report(&forged), Failed, &[&format!("V1 +{length}")]);
}

#[test]
fn a_checksum_is_wrong_and_the_content_intact() {
    let at = frames(&genuine())[4];
    let forged = with_journal(|bytes| bytes[at + 20] ^= 1);
    // All events are read all the same, and nothing else is wrong.
    assert_told(&report(&forged), Failed, &[&format!("V1 +{at}")]);
}

#[test]
fn a_checksum_is_right_and_the_content_changed() {
    let genuine = genuine();
    let mut changed = entries(&genuine);
    let last = changed[SUMMARY].len() - 1;
    changed[SUMMARY][last] ^= 1;
    let forged = disk(forge::framed(&changed), seal(&genuine));
    assert_told(&report(&forged), Failed, &["R33 #18", "V7 at 19"]);
}

#[test]
fn a_frame_claims_another_first_sequence() {
    let genuine = genuine();
    let all = entries(&genuine);
    let bytes = [frame::encode(Sequence(0), &all[..5]), frame::encode(Sequence(6), &all[5..])].concat();
    let at = frame::encode(Sequence(0), &all[..5]).len();
    assert_told(&report(&disk(bytes, seal(&genuine))), Failed, &[&format!("V1 +{at}")]);
}

#[test]
fn frames_are_divided_otherwise() {
    let genuine = genuine();
    let all = entries(&genuine);
    let one_each = all.iter().zip(0..).flat_map(|(entry, at)| frame::encode(Sequence(at), std::slice::from_ref(entry)));
    // How events were grouped is no part of what was signed: every number, order and membership is the same.
    assert_told(&report(&disk(one_each.collect(), seal(&genuine))), Verified, &[]);
}

#[test]
fn a_segment_is_missing_before_others() {
    let genuine = genuine();
    let (at, all) = (frames(&genuine)[5], journal(&genuine));
    let segments = |first: &[u8], second: &[u8]| {
        let mut disk = disk(first.to_vec(), seal(&genuine));
        disk.lay(&files::segment(Sequence(8)), second.to_vec());
        disk
    };
    assert_told(&report(&segments(&all[..at], &all[at..])), Verified, &[]);
    let mut second_alone = Memory::default();
    second_alone.lay(files::SEAL, seal(&genuine));
    second_alone.lay(&files::segment(Sequence(8)), all[at..].to_vec());
    let report = report(&second_alone);
    assert_eq!(report.verdict(), Failed);
    assert!(told(&report).contains(&"V2".to_owned()), "{:?}", told(&report));
}

#[test]
fn an_entry_is_not_an_envelope() {
    let genuine = entries(&genuine());
    let late = Envelope {
        sequence: Sequence(EVENTS as u64),
        previous: Envelope::hash(&genuine[SUMMARY]),
        arrival: Millis::EPOCH,
        submission: Vec::new(),
    };
    let mut after_9999 = late.encode();
    after_9999[40..48].copy_from_slice(&u64::MAX.to_le_bytes());
    for (entry, name) in [(vec![], "empty"), (vec![7; 47], "short"), (after_9999, "in the year 10000")] {
        let forged = resealed(&[&genuine[..], &[entry]].concat());
        assert_eq!((told(&report(&forged)), name), (vec!["V3 #19".to_owned()], name));
    }
    // Nothing is hidden behind it: the one after is linked to it, and judged.
    let next = Envelope { sequence: Sequence(20), previous: Envelope::hash(&[]), arrival: clock(30), ..late };
    let forged = resealed(&[&genuine[..], &[vec![], next.encode()]].concat());
    assert_told(&report(&forged), Failed, &["V3 #19", "R35 #20"]);
    assert_ne!(EventHash::NONE, Envelope::hash(&[]));
}
