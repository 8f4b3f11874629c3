//! A log and two witnesses: one ours, the other a stranger's where there is one, and else ours too.

use std::sync::Arc;
use std::time::{Duration, Instant};

use protokol::crypto::vkey::VerifierKey;
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::note::policy::{Policy, Quorum};
use protokol::ledger::tree::merkle::Tree;
use protokol::remote::asking::AskingOutcome;
use protokol::remote::http::Http;
use protokol::remote::witness::{Prove, Round};
use protokol::store::witness::witnessed::Witnessed;

use super::conversation::{Ours, Theirs};
use super::{history, log, signed_of, tree, witness};
use crate::kit::exchange::exchange;

/// Two of two, or one of two.
fn policy(urls: [(&VerifierKey, String); 2], threshold: &str) -> Policy {
    let [(a, at), (b, bt)] = urls;
    let log = log().verifier().clone();
    let text = format!("log {log}\nwitness a {a} {at}\nwitness b {b} {bt}\ngroup both {threshold} a b\nquorum both\n");
    Policy::parse(&text).expect("a trust file")
}

/// One turn of a log: asks everybody, takes what comes, and remembers it.
fn turn(
    policy: &Policy,
    tree: &Tree,
    size: u64,
    witnessed: &mut Witnessed,
    patience: Duration,
) -> (Quorum, Vec<AskingOutcome>) {
    let mut signed = signed_of(tree, size);
    let grown = tree.clone();
    let prove: Prove = Arc::new(move |old| grown.prove_consistency(old, Size(size)).ok());
    let deadline = Instant::now() + patience;
    let known = witnessed.known(policy);
    let mut round = Round::begin(&Http::new(), policy.witnesses(), &known, &signed, &prove, deadline);
    let mut outcomes = Vec::new();
    for answer in round.wait(deadline, |_| false) {
        let key = &policy.witnesses().iter().find(|one| one.name == answer.witness).expect("it was asked").key;
        if let AskingOutcome::Cosigned { line, .. } = &answer.outcome {
            signed.add_cosignature(line.clone(), key).expect("checked when it came");
            witnessed.cosigned(key, Size(size));
        }
        outcomes.push(answer.outcome.clone());
    }
    (policy.judge(&signed).expect("signed by the log").quorum, outcomes)
}

fn long() -> Duration {
    Duration::from_secs(10)
}

/// Ours and theirs are two of two for a log that grows ten times; theirs is stopped, and comes back; a fork convinces
/// neither.
#[test]
fn two_of_two_with_a_stranger() {
    let Some(mut theirs) = Theirs::start() else { return };
    let ours = Ours::start(1);
    let key = witness(1).verifier().clone();
    let two = policy([(&key, ours.url()), (&theirs.key, theirs.url())], "all");
    let one = policy([(&key, ours.url()), (&theirs.key, theirs.url())], "any");
    let (tree, mut witnessed) = (tree(100), Witnessed::default());
    for size in 1..=10 {
        assert_eq!(turn(&two, &tree, size * 7, &mut witnessed, long()).0, Quorum::Met, "{size}");
    }
    theirs.stop();
    let short = Duration::from_millis(800);
    assert_eq!(turn(&two, &tree, 80, &mut witnessed, short).0, Quorum::NotMet, "one is stopped");
    assert_eq!(turn(&one, &tree, 81, &mut witnessed, short).0, Quorum::Met, "one of two is enough for this policy");
    theirs.go_on();
    assert_eq!(turn(&two, &tree, 90, &mut witnessed, long()).0, Quorum::Met, "it is back");

    let fork = history("somebody else", 2, 100);
    let (quorum, outcomes) = turn(&two, &fork, 90, &mut witnessed, long());
    assert_eq!((quorum, outcomes), (Quorum::NotMet, vec![AskingOutcome::OtherHistory { from: Size(90) }; 2]));
    let (quorum, outcomes) = turn(&two, &fork, 95, &mut witnessed, long());
    assert_eq!((quorum, outcomes), (Quorum::NotMet, vec![AskingOutcome::OtherHistory { from: Size(90) }; 2]));
    assert!(ours.folder.path().join("state/evidence").is_dir());
    assert!(theirs.evidence().contains("different root"), "{}", theirs.evidence());
}

/// A witness of two is stopped: two of two waits for it, one of two goes on, and a second one takes both back.
#[test]
fn a_stopped_witness_is_waited_for_or_not_as_the_policy_says() {
    let (first, second) = (Ours::start(1), Ours::start(2));
    let (key, other) = (witness(1).verifier().clone(), witness(2).verifier().clone());
    let urls = [(&key, first.url()), (&other, second.url())];
    let (two, one) = (policy(urls.clone(), "all"), policy(urls, "any"));
    let (tree, mut witnessed) = (tree(60), Witnessed::default());
    for size in 1..=10 {
        assert_eq!(turn(&two, &tree, size * 3, &mut witnessed, long()).0, Quorum::Met, "{size}");
    }
    let (folder, address) = second.stop();
    // It is asked three times, the last after 750 ms: a fourth would come too late, so that it is told long before the end.
    let patience = Duration::from_millis(1_700);
    let (quorum, outcomes) = turn(&two, &tree, 31, &mut witnessed, patience);
    assert_eq!(quorum, Quorum::NotMet);
    assert!(outcomes.iter().any(|one| matches!(one, AskingOutcome::Unreachable(_))), "{outcomes:?}");
    assert_eq!(turn(&one, &tree, 32, &mut witnessed, patience).0, Quorum::Met);
    let back = Ours::again(2, folder, address);
    assert_eq!(turn(&two, &tree, 33, &mut witnessed, long()).0, Quorum::Met, "it is back, three sizes behind");
    drop(back);
}

/// The witness's machine was set up anew with the same key: it would cosign any history.
#[test]
fn a_witness_that_forgot_is_found_and_gets_nothing_to_sign() {
    let (first, second) = (Ours::start(1), Ours::start(2));
    let (key, other) = (witness(1).verifier().clone(), witness(2).verifier().clone());
    let (tree, mut witnessed) = (tree(60), Witnessed::default());
    let before = policy([(&key, first.url()), (&other, second.url())], "all");
    assert_eq!(turn(&before, &tree, 20, &mut witnessed, long()).0, Quorum::Met);
    let anew = Ours::start(2);
    let after = policy([(&key, first.url()), (&other, anew.url())], "all");
    let (quorum, outcomes) = turn(&after, &tree, 30, &mut witnessed, long());
    assert_eq!(quorum, Quorum::NotMet);
    let forgot = AskingOutcome::RolledBack { holds: Size(0), cosigned: Size(20) };
    assert!(outcomes.contains(&forgot), "{outcomes:?}");
}

/// The log's folder was restored from a backup, and its witnesses have seen more.
#[test]
fn a_log_behind_its_witnesses_is_told() {
    let ours = Ours::start(1);
    let (key, other) = (witness(1).verifier().clone(), witness(2).verifier().clone());
    let only = policy([(&key, ours.url()), (&other, "http://127.0.0.1:1/".to_owned())], "any");
    let tree = tree(60);
    let mut witnessed = Witnessed::default();
    assert_eq!(turn(&only, &tree, 20, &mut witnessed, Duration::from_millis(300)).0, Quorum::Met);
    for (mut memory, whose) in [(Witnessed::default(), "restored with the folder"), (witnessed, "kept elsewhere")] {
        let (_, outcomes) = turn(&only, &tree, 12, &mut memory, Duration::from_millis(300));
        assert!(outcomes.contains(&AskingOutcome::Ahead { holds: Size(20), ours: Size(12) }), "{whose}: {outcomes:?}");
    }
    let stored = SignedCheckpoint::parse(&exchange_last(&ours)).expect("a checkpoint");
    assert_eq!(stored.checkpoint().size, Size(20), "nothing was rolled back by asking");
}

fn exchange_last(ours: &Ours) -> Vec<u8> {
    let place = protokol::store::witness::origin_hash(&super::ORIGIN.parse().expect("an origin"));
    let got = exchange(ours.running.address(), "GET", &format!("/{place}/checkpoint"), &[], b"");
    got.expect("an answer").body.into_bytes()
}
