//! How two states stand to each other, from whatever each side can give.

use protokol::crypto::parallel::Serial;
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::note::policy::Policy;
use protokol::ledger::tree::proof::verify_consistency;
use protokol::verify::compare::{Apart, Comparison, NotCompared, Relation, Side, Which, compare};
use protokol::verify::fault::FaultKind;

use super::{EVENING, Files, MORNING, bare, night, signed_by, whole};
use crate::kit::tiny::*;

fn relation(old: &Side, new: &Side) -> Result<Relation, NotCompared> {
    compare(old, new, None).map(|found| found.relation)
}

fn policy(key: &protokol::crypto::note::NoteSigner) -> Policy {
    Policy::parse(&format!("log {}\nquorum none\n", key.verifier())).expect("a trust file")
}

#[test]
fn a_state_is_equal_to_itself_a_continuation_of_earlier_ones_and_never_of_later_ones() {
    let ledger = night(7);
    for old in 1..=MORNING {
        for new in 1..=MORNING {
            let expected = match old.cmp(&new) {
                std::cmp::Ordering::Less => Relation::Continuation,
                std::cmp::Ordering::Equal => Relation::Equal,
                std::cmp::Ordering::Greater => Relation::Rollback,
            };
            let found = compare(&whole(&ledger, old), &whole(&ledger, new), None).expect("both are signed");
            assert_eq!((found.relation, found.evidence.is_none()), (expected, true), "{old} {new}");
            let [small, large] = [old.min(new), old.max(new)].map(|size| ledger.checkpoint(size).checkpoint().clone());
            let proved = verify_consistency(small.size, &small.root, large.size, &large.root, &found.proof);
            assert_eq!(proved, Ok(()), "{old} {new}");
        }
    }
}

#[test]
fn a_checkpoint_alone_is_enough_where_it_is_the_smaller_one() {
    let ledger = night(7);
    let (evening, morning) = (bare(&ledger, EVENING), whole(&ledger, MORNING));
    assert_eq!(relation(&evening, &morning), Ok(Relation::Continuation));
    assert_eq!(relation(&morning, &evening), Ok(Relation::Rollback));
    let (evening, morning) = (whole(&ledger, EVENING), bare(&ledger, MORNING));
    assert_eq!(relation(&evening, &morning), Err(NotCompared::NoEntries(Which::New)));
    assert_eq!(relation(&morning, &evening), Err(NotCompared::NoEntries(Which::Old)));
}

#[test]
fn two_checkpoints_alone_need_a_policy_and_one_size() {
    let (ledger, other) = (night(7), night(9));
    let of = |old: &Side, new: &Side| compare(old, new, Some(&policy(&ledger.log))).map(|found| found.relation);
    let [one, two] = [bare(&ledger, EVENING), bare(&other, EVENING)];
    assert_eq!(relation(&one, &bare(&ledger, EVENING)), Err(NotCompared::NoKey));
    assert_eq!(of(&one, &bare(&ledger, EVENING)), Ok(Relation::Equal));
    assert_eq!(of(&one, &two), Ok(Relation::Fork));
    assert_eq!(of(&one, &bare(&ledger, MORNING)), Err(NotCompared::NoEntries(Which::New)));
}

/// Whatever each side can give, and in whichever order they are named.
#[test]
fn two_histories_are_a_fork() {
    let (ledger, other) = (night(7), night(9));
    let forks = |old: &Side, new: &Side| {
        let Comparison { relation, evidence, .. } = compare(old, new, None).expect("both are signed");
        assert_eq!(relation, Relation::Fork);
        let evidence = evidence.expect("a fork has evidence");
        assert_eq!(evidence.verify(), Ok(()));
        assert_eq!(evidence.to_string().parse().as_ref(), Ok(&evidence));
        assert_eq!(evidence.keys(), [ledger.log.verifier().clone()]);
        (evidence.older().checkpoint().size.0, evidence.newer().checkpoint().size.0, evidence.proof().len())
    };
    let both = |old: &Side, new: &Side| {
        let found = forks(old, new);
        assert_eq!(found, forks(new, old));
        found
    };
    // One size.
    assert_eq!(both(&whole(&ledger, EVENING), &whole(&other, EVENING)), (4, 4, 0));
    assert_eq!(both(&whole(&ledger, EVENING), &bare(&other, EVENING)), (4, 4, 0));
    // Different sizes; of the smaller a checkpoint is enough.
    assert_eq!(both(&whole(&ledger, EVENING), &whole(&other, MORNING)), (4, 8, 1));
    assert_eq!(both(&bare(&ledger, EVENING), &whole(&other, MORNING)), (4, 8, 1));
    assert_eq!(both(&bare(&ledger, 7), &whole(&other, MORNING)), (7, 8, 4));
}

/// Before the first event that differs there is one history only.
#[test]
fn a_fork_begins_with_the_event_that_differs() {
    let (ledger, other) = (night(7), night(9));
    assert_eq!(relation(&whole(&ledger, 3), &whole(&other, MORNING)), Ok(Relation::Continuation));
    let first = |old: usize, new: usize| {
        let (old, new) = (whole(&ledger, old), whole(&other, new));
        old.whole.as_ref().expect("whole").first_difference(new.whole.as_ref().expect("whole"))
    };
    assert_eq!(first(EVENING, MORNING), Some(Sequence(3)));
    assert_eq!(first(3, MORNING), None);
}

#[test]
fn logs_of_two_names_are_unrelated() {
    let (ledger, mut other) = (night(7), night(7));
    other.log = protokol::crypto::note::NoteSigner::new(id("other.example/2026"), key((LOG, ORIGIN)));
    let found = relation(&whole(&ledger, EVENING), &bare(&other, EVENING));
    assert_eq!(found, Ok(Relation::Unrelated(Apart::Origin)));
}

/// Anybody can found a log under another's name. Without a policy that is no fork of it, and no evidence is made.
#[test]
fn a_log_founded_under_anothers_name_is_no_fork_of_it() {
    let ledger = night(7);
    let mut other = signed_by(Ledger::default(), log_key("another"));
    let mut act = founding(tiny_manifest(), "TOP");
    act.log_key = text(&other.log.verifier().to_string());
    other.say(protokol::domain::statement::Body::ElectionCalled(act), &[("TOP", "1")]).expect("admissible");
    let sides = [whole(&ledger, EVENING), whole(&other, 1)];
    let found = compare(&sides[0], &sides[1], None).expect("both are signed");
    assert!(matches!(found, Comparison { relation: Relation::Unrelated(Apart::Key), evidence: None, .. }), "{found:?}");
    // With a policy only one of them is the log.
    let of = |log| compare(&sides[0], &sides[1], Some(&policy(log))).map(|found| found.relation);
    assert_eq!(of(&ledger.log), Err(NotCompared::NotTrusted(Which::New)));
    assert_eq!(of(&other.log), Err(NotCompared::NotTrusted(Which::Old)));
}

#[test]
fn a_side_that_the_log_did_not_sign_is_never_compared() {
    let (ledger, mut other) = (night(7), night(7));
    other.log = log_key("another");
    let (genuine, forged) = (whole(&ledger, EVENING), bare(&other, EVENING));
    assert_eq!(relation(&genuine, &forged), Err(NotCompared::NotTheLogs(Which::New)));
    assert_eq!(relation(&forged, &genuine), Err(NotCompared::NotTheLogs(Which::Old)));
    let by_policy = compare(&genuine, &forged, Some(&policy(&ledger.log))).map(|found| found.relation);
    assert_eq!(by_policy, Err(NotCompared::NotTrusted(Which::New)));
    // A whole log is signed by the key that its own founding act names.
    assert_eq!(relation(&whole(&other, EVENING), &genuine), Err(NotCompared::NotTheLogs(Which::Old)));
}

/// No tile is asked, and no entry believed: what does not give the checkpoint's root is no side at all.
#[test]
fn entries_that_do_not_give_their_checkpoint_are_refused() {
    let (ledger, other) = (night(7), night(9));
    let signed = ledger.checkpoint(MORNING);
    let read = |files: &Files| {
        Side::read(files, Serial, signed.clone(), Size(0), &mut |_| {}).expect("memory").err().map(|fault| fault.what)
    };
    let forged = Files::of(&other, &signed);
    assert!(matches!(read(&forged), Some(FaultKind::Root { .. })));
    let mut cut = Files::of(&ledger, &signed);
    assert_eq!(read(&cut), None);
    cut.0.remove("tile/entries/000.p/8");
    assert_eq!(read(&cut), Some(FaultKind::FileMissing));
}
