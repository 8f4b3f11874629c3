//! Forgeries of order: events dropped, doubled, swapped, back-dated, rewritten. The forger frames them again with right
//! checksums; in the second half he also has the log's key.

use protokol::domain::id::EventHash;
use protokol::domain::time::Millis;
use protokol::ledger::envelope::Envelope;

use super::forge::{self, disk, entries, envelope, framed, rechained, resealed};
use super::story::*;
use super::telling::*;

/// The genuine ledger's envelopes, changed, framed again, under the genuine seal.
fn under_the_old_seal(change: impl FnOnce(&mut Vec<Vec<u8>>)) -> protokol::store::journal::memory::Memory {
    let genuine = Story::whole(1).disk();
    let mut entries = entries(&genuine);
    change(&mut entries);
    disk(framed(&entries), forge::seal(&genuine))
}

#[test]
fn an_event_is_dropped() {
    let forged = under_the_old_seal(|entries| drop(entries.remove(TURNOUT_B)));
    // The summary was made at a size that this ledger did not have yet.
    assert_told(&report(&forged), Failed, &["V5 #10", "V4 #10", "R31 #18 C", "V7 at 18", "V2"]);
}

#[test]
fn the_founding_act_is_dropped() {
    let forged = under_the_old_seal(|entries| drop(entries.remove(0)));
    let told = ["V5 #1", "V4 #1", "R29 #1 A", "V8 first slot", "V7 at 18", "V8 second slot", "V2"];
    assert_told(&report(&forged), Failed, &told);
}

#[test]
fn an_event_is_doubled() {
    let forged = under_the_old_seal(|entries| entries.insert(TURNOUT_B, entries[TURNOUT_B].clone()));
    let told = ["V5 #9", "V4 #9", "R1 #9 B", "V7 at 18", "V7 at 19", "V10"];
    assert_told(&report(&forged), Failed, &told);
}

#[test]
fn two_events_are_swapped() {
    let forged = under_the_old_seal(|entries| entries.swap(TURNOUT_A, TURNOUT_B));
    let told = ["V5 #9", "V4 #9", "V5 #8", "V4 #8", "V6 #8", "V5 #10", "V4 #10", "V7 at 18", "V7 at 19"];
    assert_told(&report(&forged), Failed, &told);
}

#[test]
fn an_arrival_is_back_dated() {
    let earlier = Millis::try_from(clock(TURNOUT_B).value() - 3_600_000).expect("a time");
    let back_date = |entries: &mut Vec<Vec<u8>>| {
        entries[TURNOUT_B] = Envelope { arrival: earlier, ..envelope(&entries[TURNOUT_B]) }.encode();
    };
    assert_told(&report(&under_the_old_seal(back_date)), Failed, &["V6 #9", "V4 #10", "V7 at 18", "V7 at 19"]);
}

#[test]
fn an_arrival_is_back_dated_and_chained_and_sealed_again() {
    let genuine = entries(&Story::whole(1).disk());
    let earlier = Millis::try_from(clock(TURNOUT_B).value() - 3_600_000).expect("a time");
    let mut entries = genuine.clone();
    entries[SUMMARY] = Envelope { arrival: earlier, ..envelope(&entries[SUMMARY]) }.encode();
    assert_told(&report(&resealed(&entries)), Failed, &["V6 #18"]);
}

#[test]
fn a_previous_hash_is_another() {
    let genuine = entries(&Story::whole(1).disk());
    let mut entries = genuine.clone();
    entries[SUMMARY] = Envelope { previous: EventHash([9; 32]), ..envelope(&entries[SUMMARY]) }.encode();
    assert_told(&report(&resealed(&entries)), Failed, &["V4 #18"]);
}

#[test]
fn a_figure_is_changed_and_all_that_follows_is_chained_and_sealed_again() {
    let genuine = entries(&Story::whole(1).disk());
    let mut forged = genuine.clone();
    let honest = forge::statement_bytes(&forged[PROTOCOL_B_AGAIN]);
    forged[PROTOCOL_B_AGAIN] = forge::with_submission(&forged[PROTOCOL_B_AGAIN], |mut bytes| {
        let at = last_votes(&honest);
        assert_eq!(bytes[4 + at], 23);
        bytes[4 + at] = 24;
        bytes
    });
    let report = report(&resealed(&rechained(&forged)));
    assert_told(&report, Failed, &["R33 #17"]);
    let paper = report.model.paper(&"x".parse().expect("a contest"), &unit("B")).expect("B's paper");
    let in_force = paper.at(protokol::domain::number::Size(EVENTS as u64)).in_force;
    assert!(in_force.is_none(), "a forged figure counts for nothing");
}

/// Where the last candidate's votes stand in a protocol's statement: before an empty serial, an absent time and two
/// empty lists.
fn last_votes(statement: &[u8]) -> usize {
    statement.len() - (8 + 1 + 8 + 8) - 4
}

#[test]
fn a_figure_that_others_refer_to_is_changed_and_all_is_sealed_again() {
    let mut forged = entries(&Story::whole(1).disk());
    forged[PROTOCOL_B] = forge::with_submission(&forged[PROTOCOL_B], |mut bytes| {
        let at = 4 + last_votes(&forge::statement_bytes(&forged[PROTOCOL_B]));
        bytes[at] += 1;
        bytes
    });
    // Whatever built upon the protocol falls with it: its annulment, the repeat voting, the protocol of that.
    let told = ["R33 #11", "R23 #15 B", "R23 #16 B", "R21 #17 B"];
    let later = rechained(&forged);
    // The correction of A names the event that it replaces, which stands before the change.
    assert_told(&report(&resealed(&later)), Failed, &told);
}

/// The operator alone can put two things that nobody refers to into another order, for the order is his word. Whoever
/// kept a fingerprint, a receipt or a cosignature from before finds it out.
#[test]
fn the_operator_swaps_two_events_and_seals_again() {
    let genuine = Story::whole(1).disk();
    let before = forge::checkpoint(&entries(&genuine)).fingerprint();
    let mut swapped = entries(&genuine);
    swapped.swap(TURNOUT_A, TURNOUT_B);
    swapped.truncate(PROTOCOL_A);
    let forged = resealed(&rechained(&swapped));
    assert_told(&report(&forged), Verified, &[]);
    assert_told(&expecting(&forged, before), Failed, &["V11"]);
    let kept = forge::checkpoint(&entries(&genuine)[..PROTOCOL_A]).fingerprint();
    assert_told(&expecting(&forged, kept), Failed, &["V11"]);
    let older = forge::checkpoint(&entries(&genuine)[..TURNOUT_A]).fingerprint();
    assert_told(&expecting(&forged, older), Verified, &[]);
}
