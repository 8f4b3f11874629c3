//! Forgeries of who signed. The operator has let them in: each stands at the end of a whole, sealed ledger.

use protokol::crypto::key::PublicKey;
use protokol::domain::id::LedgerId;
use protokol::domain::statement::{Body, Statement};
use protokol::store::journal::memory::Memory;

use super::forge::{self, appended, ascending, entries, laid_out, resealed, submission};
use super::story::*;
use super::telling::*;

/// The whole ledger, and one more submission.
fn with_one_more(make: impl FnOnce(LedgerId, &[Vec<u8>]) -> Vec<u8>) -> Memory {
    let all = entries(&Story::whole(2).disk());
    resealed(&appended(&all, make(forge::ledger(&all), &all)))
}

/// A statement that B's quorum could make now.
fn honest(ledger: LedgerId) -> Vec<u8> {
    let body = Body::TurnoutReported(match turnout("B", 60) {
        Body::TurnoutReported(report) => {
            protokol::domain::protocol::TurnoutReported { paper: paper("x", "B", 2), ..report }
        }
        _ => unreachable!("a turnout report"),
    });
    Statement { ledger, said_at: clock(0), body }.encode().expect("a short statement")
}

#[test]
fn an_honest_one_more() {
    let forged = with_one_more(|ledger, _| submission(&honest(ledger), &ascending(Who::Members("B", 2).keys())));
    assert_told(&report(&forged), Verified, &[]);
}

#[test]
fn a_signature_is_bad() {
    let forged = with_one_more(|ledger, _| {
        let mut bytes = submission(&honest(ledger), &ascending(Who::Members("B", 2).keys()));
        *bytes.last_mut().expect("a signature") ^= 0x08;
        bytes
    });
    assert_told(&report(&forged), Failed, &["R33 #19"]);
}

#[test]
fn a_signature_is_over_another_statement() {
    let forged = with_one_more(|ledger, all| {
        let keys = ascending(Who::Members("B", 2).keys());
        let other = submission(&forge::statement_bytes(&all[PROTOCOL_B_AGAIN]), &keys);
        let pairs = &other[other.len() - 2 * 96..];
        laid_out(&honest(ledger), &[pairs[..96].to_vec(), pairs[96..].to_vec()])
    });
    assert_told(&report(&forged), Failed, &["R33 #19"]);
}

#[test]
fn one_key_signs_twice() {
    let forged = with_one_more(|ledger, _| {
        let [key] = [key_of("B", 1)];
        submission(&honest(ledger), &[key_of("B", 1), key])
    });
    assert_told(&report(&forged), Failed, &["R34 #19"]);
}

#[test]
fn signatures_are_out_of_order() {
    let forged = with_one_more(|ledger, _| {
        let mut keys = ascending(Who::Members("B", 2).keys());
        keys.reverse();
        submission(&honest(ledger), &keys)
    });
    assert_told(&report(&forged), Failed, &["R34 #19"]);
}

#[test]
fn too_few_signed() {
    let forged = with_one_more(|ledger, _| {
        let body = candidate(3);
        let statement = Statement { ledger, said_at: clock(0), body }.encode().expect("a short statement");
        submission(&statement, &Who::Seat("C", 1).keys())
    });
    assert_told(&report(&forged), Failed, &["R11 #19"]);
}

#[test]
fn nobody_signed() {
    let forged = with_one_more(|ledger, _| submission(&honest(ledger), &[]));
    assert_told(&report(&forged), Failed, &["R11 #19 B"]);
}

#[test]
fn a_stranger_signed() {
    let forged = with_one_more(|ledger, _| submission(&honest(ledger), &Who::Stranger.keys()));
    assert_told(&report(&forged), Failed, &["R8 #19 B"]);
    let forged = with_one_more(|ledger, _| {
        let keys = [Who::Members("B", 2).keys(), Who::Stranger.keys()].into_iter().flatten().collect();
        submission(&honest(ledger), &ascending(keys))
    });
    assert_told(&report(&forged), Failed, &["R8 #19 B"]);
}

#[test]
fn a_replaced_member_signed() {
    let forged = with_one_more(|ledger, _| {
        let statement = Statement { ledger, said_at: clock(0), body: turnout("A", 60) }.encode().expect("short");
        submission(&statement, &ascending(Who::Members("A", 2).keys()))
    });
    assert_told(&report(&forged), Failed, &["R9 #19 A"]);
}

#[test]
fn members_of_two_commissions_signed() {
    let forged =
        with_one_more(|ledger, _| submission(&honest(ledger), &ascending(vec![key_of("B", 1), key_of("C", 1)])));
    assert_told(&report(&forged), Failed, &["R10 #19 B"]);
}

#[test]
fn the_log_signed_as_if_it_were_a_member() {
    let forged = with_one_more(|ledger, _| {
        submission(&honest(ledger), &[protokol::crypto::key::SecretKey::from_seed(&[7; 32])])
    });
    assert_told(&report(&forged), Failed, &["R10 #19 B"]);
}

/// The point of order two: anybody could make signatures that it would seem to have made.
const WEAK: PublicKey = PublicKey([
    0xEC, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F,
]);

#[test]
fn a_weak_key_is_enrolled() {
    let forged = with_one_more(|ledger, _| {
        let body = replacement("B", 1, WEAK);
        let statement = Statement { ledger, said_at: clock(0), body }.encode().expect("a short statement");
        submission(&statement, &ascending(Who::Members("C", 2).keys()))
    });
    assert_told(&report(&forged), Failed, &["R30 #19"]);
}

#[test]
fn a_weak_key_signs() {
    let forged = with_one_more(|ledger, _| {
        let statement = honest(ledger);
        // R is the neutral point and S is zero: with the weak key such a "signature" verifies, unless one is strict.
        let neutral = [&[1][..], &[0; 63]].concat();
        laid_out(&statement, &[[&WEAK.0[..], &neutral].concat()])
    });
    assert_told(&report(&forged), Failed, &["R33 #19"]);
}

#[test]
fn a_demonstration_key_is_enrolled_outside_a_rehearsal() {
    let mut founding = founding(1);
    founding.manifest = manifest(1, Rehearsal::No);
    let key = |seed: u8| protokol::crypto::key::SecretKey::from_seed(&[seed; 32]);
    founding.commission.members = vec![member(1, key(21).public())];
    let act =
        Statement { ledger: LedgerId::UNFOUNDED, said_at: clock(0), body: Body::ElectionCalled(founding.clone()) };
    let genesis = forge::chained([(clock(0), submission(&act.encode().expect("short"), &[key(21)]))]);
    assert_told(&report(&resealed(&genesis)), Verified, &[]);
    let ledger = forge::ledger(&genesis);
    let formed = Body::CommissionFormed(commission("A", "low", Some("C"), 1, 1));
    let formed = Statement { ledger, said_at: clock(0), body: formed }.encode().expect("short");
    let forged = resealed(&appended(&genesis, submission(&formed, &[key(21)])));
    assert_told(&report(&forged), Failed, &["R27 #1 A"]);

    founding.commission.members[0] = member(1, key_of("C", 1).public());
    let act = Statement { ledger: LedgerId::UNFOUNDED, said_at: clock(0), body: Body::ElectionCalled(founding) };
    let genesis = forge::chained([(clock(0), submission(&act.encode().expect("short"), &[key_of("C", 1)]))]);
    assert_told(&report(&resealed(&genesis)), Failed, &["R27 #0 C", "V8 first slot"]);
}

#[test]
fn a_statement_is_admitted_twice_under_different_signatures() {
    let forged = with_one_more(|_, all| {
        submission(&forge::statement_bytes(&all[OPENING_A + 1]), &ascending(vec![key_of("B", 2), key_of("B", 3)]))
    });
    assert_told(&report(&forged), Failed, &["R1 #19 B"]);
}

/// Valid in every way but one: a byte more behind the last field, signed by the very members.
#[test]
fn a_statement_has_a_second_spelling() {
    let keys = || ascending(Who::Members("B", 2).keys());
    let trailing = with_one_more(|ledger, _| submission(&[honest(ledger), vec![0]].concat(), &keys()));
    assert_told(&report(&trailing), Failed, &["R35 #19"]);

    // An absent time spelt with the tag 2, where there are 0 and 1.
    let tag = with_one_more(|ledger, _| {
        let body = Body::ProtocolSubmitted(protocol(paper("y", "B", 1), 1, [1, 1]));
        let mut statement = Statement { ledger, said_at: clock(0), body }.encode().expect("a short statement");
        let at = statement.len() - 17;
        assert_eq!(statement[at], 0);
        statement[at] = 2;
        submission(&statement, &keys())
    });
    assert_told(&report(&tag), Failed, &["R35 #19"]);

    // A day without its leading zero.
    let day = with_one_more(|ledger, _| {
        let body = Body::RepeatVotingCalled(protokol::domain::protocol::RepeatVotingCalled {
            paper: paper("x", "B", 2),
            day: "2026-10-08".parse().expect("a day"),
            reason: text("as was found"),
            decision: decision(),
        });
        let statement = Statement { ledger, said_at: clock(0), body }.encode().expect("a short statement");
        let at = statement.windows(10).position(|bytes| bytes == b"2026-10-08").expect("the day");
        let spelt = [&statement[..at - 8], &9_u64.to_le_bytes(), b"2026-10-8", &statement[at + 10..]].concat();
        submission(&spelt, &ascending(Who::Members("C", 2).keys()))
    });
    assert_told(&report(&day), Failed, &["R35 #19"]);
}

#[test]
fn lengths_leave_bytes_over() {
    let bytes = |ledger| submission(&honest(ledger), &ascending(Who::Members("B", 2).keys()));
    let longer = with_one_more(|ledger, _| [bytes(ledger), vec![0]].concat());
    assert_told(&report(&longer), Failed, &["R35 #19"]);
    let more_signatures = with_one_more(|ledger, _| {
        let mut bytes = bytes(ledger);
        let at = bytes.len() - 2 * 96 - 2;
        bytes[at] = 3;
        bytes
    });
    assert_told(&report(&more_signatures), Failed, &["R35 #19"]);
    let endless = with_one_more(|ledger, _| [&u32::MAX.to_le_bytes()[..], &bytes(ledger)[4..]].concat());
    assert_told(&report(&endless), Failed, &["R35 #19"]);
    assert_told(&report(&with_one_more(|_, _| Vec::new())), Failed, &["R35 #19"]);
}
