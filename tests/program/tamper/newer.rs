//! What a newer version of the program made: never verified, and never broken by that alone.

use protokol::domain::complaint::{ComplaintDecided, Outcome};
use protokol::domain::id::EventHash;
use protokol::domain::number::RulesNumber;
use protokol::domain::statement::{Body, Statement};
use protokol::store::journal::memory::Memory;

use super::forge::{self, appended, ascending, chained, checkpoint, entries, resealed, submission};
use super::story::*;
use super::telling::*;

/// The ledger with a statement whose header says something else, then one event of a known kind.
fn with_header(change: impl FnOnce(&mut [u8])) -> Memory {
    with(candidate(9), change)
}

/// The ledger with a statement that was changed before it was signed, then one event of a known kind.
fn with(body: Body, change: impl FnOnce(&mut [u8])) -> Memory {
    let all = entries(&Story::whole(1).disk());
    let ledger = forge::ledger(&all);
    let statement = |body| Statement { ledger, said_at: clock(0), body }.encode().expect("a short statement");
    let mut newer = statement(body);
    change(&mut newer);
    let all = appended(&all, submission(&newer, &Who::Seat("C", 1).keys()));
    let after = submission(&statement(turnout("A", 70)), &Who::Renewed(1).keys());
    resealed(&appended(&all, after))
}

#[test]
fn an_unknown_kind() {
    let ledger = with_header(|header| header[2] = 200);
    assert_told(&report(&ledger), Unreadable, &["R36 #19"]);
    let expected = checkpoint(&entries(&ledger)).fingerprint();
    assert_told(&expecting(&ledger, expected), Unreadable, &["R36 #19"]);
}

#[test]
fn an_unknown_statement_version() {
    assert_told(&report(&with_header(|header| header[0] = 2)), Unreadable, &["R36 #19"]);
    assert_told(&report(&with_header(|header| header[0] = 0)), Unreadable, &["R36 #19"]);
}

#[test]
fn an_unknown_choice() {
    let decided = ComplaintDecided {
        complaint: EventHash([7; 32]),
        outcome: Outcome::Rejected,
        reason: text("as was found"),
        decision: decision(),
    };
    // The outcome stands behind the header and the hash.
    let outcome = |number: u32| {
        let body = Body::ComplaintDecided(decided.clone());
        report(&with(body, |bytes| bytes[76..80].copy_from_slice(&number.to_le_bytes())))
    };
    assert_told(&outcome(4), Unreadable, &["R36 #19"]);
    assert_told(&outcome(255), Unreadable, &["R36 #19"]);
    // No program of any version writes such a number: what comes after it is judged.
    assert_told(&outcome(256), Failed, &["R35 #19"]);
}

/// What is wrong for other reasons stays wrong.
#[test]
fn an_unknown_kind_does_not_excuse_a_broken_chain() {
    let mut all = entries(&with_header(|header| header[2] = 200));
    all.swap(TURNOUT_A, TURNOUT_B);
    assert_eq!(report(&resealed(&all)).verdict(), Failed);
}

#[test]
fn a_founding_act_of_unknown_rules() {
    let mut act = founding(1);
    act.rules = RulesNumber(2);
    let act = Statement {
        ledger: protokol::domain::id::LedgerId::UNFOUNDED,
        said_at: clock(0),
        body: Body::ElectionCalled(act),
    };
    let genesis = submission(&act.encode().expect("a short statement"), &Who::Seat("C", 1).keys());
    let all = chained([(clock(0), genesis)]);
    let statement = Statement { ledger: forge::ledger(&all), said_at: clock(0), body: candidate(1) };
    let next = submission(&statement.encode().expect("a short statement"), &Who::Seat("C", 1).keys());
    let ledger = resealed(&appended(&all, next));
    assert_told(&report(&ledger), Unreadable, &["R36 #0 C"]);
    let expected = checkpoint(&entries(&ledger)).fingerprint();
    assert_told(&expecting(&ledger, expected), Unreadable, &["R36 #0 C"]);
    let policy = format!("log {}\nquorum none\n", log_of(ORIGIN, 8).verifier());
    assert_told(&trusting(&ledger, &policy), Failed, &["R36 #0 C", "V12"]);
}

#[test]
fn a_founding_act_of_an_unknown_version() {
    let genuine = entries(&Story::whole(2).disk());
    let mut statement = forge::statement_bytes(&genuine[0]);
    statement[0] = 2;
    let keys = || ascending(Who::Members("C", 2).keys());
    let all = chained([(clock(0), submission(&statement, &keys())), (clock(1), submission(&statement, &keys()))]);
    assert_told(&report(&resealed(&all)), Unreadable, &["R36 #0", "R36 #1"]);
}
