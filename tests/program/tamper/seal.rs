//! Forgeries of the seal.

use protokol::crypto::note::NoteSigner;
use protokol::domain::number::Size;
use protokol::ledger::files::seal::{SEAL_BYTES, SLOT_BYTES};
use protokol::ledger::note::checkpoint::Checkpoint;
use protokol::store::journal::memory::Memory;

use super::forge::{self, checkpoint, disk, entries, journal, seal_of, signed, slot};
use super::story::*;
use super::telling::*;

/// The genuine ledger under another seal. The newer checkpoint is in the first slot.
fn sealed_by(seal: impl FnOnce(&[Vec<u8>]) -> Vec<u8>) -> Memory {
    let genuine = Story::whole(1).disk();
    disk(journal(&genuine), seal(&entries(&genuine)))
}

fn newer(entries: &[Vec<u8>], signer: &NoteSigner) -> Vec<u8> {
    slot(&signed(entries, signer))
}

fn older(entries: &[Vec<u8>], signer: &NoteSigner) -> Vec<u8> {
    slot(&signed(&entries[..SUMMARY], signer))
}

#[test]
fn both_slots_are_bad() {
    let forged = sealed_by(|all| {
        let mut seal = seal_of(newer(all, &log()), older(all, &log()));
        (seal[100], seal[SLOT_BYTES + 100]) = (0xFF, 0xFF);
        seal
    });
    assert_told(&report(&forged), Failed, &["V9 first slot", "V9 second slot", "V9"]);
}

#[test]
fn the_older_slot_alone_is_damaged() {
    let forged = sealed_by(|all| {
        let mut seal = seal_of(newer(all, &log()), older(all, &log()));
        seal[SLOT_BYTES + 100] ^= 1;
        seal
    });
    let report = report(&forged);
    assert_told(&report, Failed, &["V9 second slot"]);
    assert_eq!(report.checkpoint.map(|checkpoint| checkpoint.size), Some(Size(19)));
}

#[test]
fn the_newer_slot_alone_is_damaged() {
    let forged = sealed_by(|all| {
        let mut seal = seal_of(newer(all, &log()), older(all, &log()));
        seal[100] ^= 1;
        seal
    });
    let report = report(&forged);
    assert_told(&report, Failed, &["V9 first slot", "V10"]);
    assert_eq!(report.checkpoint.map(|checkpoint| checkpoint.size), Some(Size(18)));
}

/// The newer slot wiped and the journal cut behind the older one: without a trace, if zeros were always "never
/// written".
#[test]
fn a_slot_is_wiped() {
    let genuine = Story::whole(1).disk();
    let (all, journal) = (entries(&genuine), journal(&genuine));
    let seal = seal_of(vec![0; SLOT_BYTES], older(&all, &log()));
    let cut = *forge::frames(&genuine).last().expect("frames");
    assert_told(&report(&disk(journal[..cut].to_vec(), seal.clone())), Failed, &["V9 first slot"]);
    assert_told(&report(&disk(journal, seal)), Failed, &["V9 first slot", "V10"]);
    // Of a founding alone the second slot was never written.
    assert_told(&report(&Story::founded(1).disk()), Verified, &[]);
}

#[test]
fn the_seal_has_another_length() {
    let short = |length| sealed_by(|all| seal_of(newer(all, &log()), older(all, &log()))[..length].to_vec());
    assert_told(&report(&short(SEAL_BYTES - 1)), Failed, &["V9", "V9 second slot"]);
    assert_told(&report(&short(SLOT_BYTES)), Failed, &["V9", "V9 second slot"]);
    assert_told(&report(&short(SLOT_BYTES - 1)), Failed, &["V9", "V9 first slot", "V9 second slot", "V9"]);
    assert_told(&report(&short(0)), Failed, &["V9", "V9 first slot", "V9 second slot", "V9"]);
    let long = sealed_by(|all| [seal_of(newer(all, &log()), older(all, &log())), vec![0]].concat());
    assert_told(&report(&long), Failed, &["V9"]);
}

#[test]
fn the_seal_is_of_another_ledger() {
    let other = Story::founded(2);
    let forged = sealed_by(|_| forge::seal(&other.disk()));
    assert_told(&report(&forged), Failed, &["V7 at 1", "V10"]);
    let other = Story::whole(2);
    let forged = sealed_by(|_| forge::seal(&other.disk()));
    assert_told(&report(&forged), Failed, &["V7 at 18", "V7 at 19"]);
}

#[test]
fn the_seal_is_of_another_log() {
    let stranger = log_of("other.example/log", 8);
    let forged = sealed_by(|all| seal_of(newer(all, &stranger), older(all, &stranger)));
    assert_told(&report(&forged), Failed, &["V8 first slot", "V8 second slot"]);
}

#[test]
fn a_slot_is_signed_by_another_key() {
    let forger = log_of(ORIGIN, 8);
    let forged = sealed_by(|all| seal_of(newer(all, &forger), older(all, &log())));
    assert_told(&report(&forged), Failed, &["V8 first slot"]);
    let forged = sealed_by(|all| seal_of(newer(all, &log()), older(all, &forger)));
    assert_told(&report(&forged), Failed, &["V8 second slot"]);
}

#[test]
fn a_checkpoint_promises_more_than_there_is() {
    let forger = log_of(ORIGIN, 8);
    let forged = sealed_by(|all| {
        let much = Checkpoint { size: Size(u64::MAX), ..checkpoint(all) };
        seal_of(slot(&much.sign(&forger).expect("its own name")), older(all, &log()))
    });
    assert_told(&report(&forged), Failed, &["V8 first slot", "V2"]);
}

#[test]
fn the_log_signed_two_histories() {
    let forged = sealed_by(|all| {
        let mut other = all.to_vec();
        other[SUMMARY] = vec![7; 100];
        seal_of(newer(all, &log()), newer(&other, &log()))
    });
    assert_told(&report(&forged), Failed, &["V7 at 19"]);
}

#[test]
fn a_checkpoint_has_an_extension_line() {
    let forged = sealed_by(|all| {
        let text = format!("{}extension\n", checkpoint(all).text());
        let note = log().sign_note(&text).expect("a note").to_string();
        seal_of(raw_slot(note.as_bytes()), older(all, &log()))
    });
    assert_told(&report(&forged), Failed, &["V9 first slot", "V10"]);
}

/// A slot of any note, laid out as it should be and with the right checksum.
fn raw_slot(note: &[u8]) -> Vec<u8> {
    let mut slot = [b"PKS1".to_vec(), (note.len() as u32).to_le_bytes().to_vec(), vec![0; 4], note.to_vec()].concat();
    slot.resize(SLOT_BYTES, 0);
    let crc = crc32c::crc32c_append(crc32c::crc32c(&slot[..8]), &slot[12..]);
    slot[8..12].copy_from_slice(&crc.to_le_bytes());
    slot
}

#[test]
fn a_slot_made_by_hand_is_as_good_as_the_logs_own() {
    let forged = sealed_by(|all| {
        let note = signed(all, &log()).to_string();
        assert_eq!(raw_slot(note.as_bytes()), newer(all, &log()));
        seal_of(raw_slot(note.as_bytes()), older(all, &log()))
    });
    assert_told(&report(&forged), Verified, &[]);
}

#[test]
fn something_stands_behind_the_note_in_a_slot() {
    let forged = sealed_by(|all| {
        let mut slot = newer(all, &log());
        slot[SLOT_BYTES - 1] = 1;
        let crc = crc32c::crc32c_append(crc32c::crc32c(&slot[..8]), &slot[12..]);
        slot[8..12].copy_from_slice(&crc.to_le_bytes());
        seal_of(slot, older(all, &log()))
    });
    assert_told(&report(&forged), Failed, &["V9 first slot", "V10"]);
}
