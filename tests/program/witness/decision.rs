//! What a witness decides: the whole table over small sizes, and each refusal by its name.

use protokol::crypto::hash::TreeHash;
use protokol::crypto::vkey::{KeyKind, VerifierKey};
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::Checkpoint;
use protokol::ledger::note::witness::{AddCheckpoint, Inconsistency, Weight, WitnessRefusal, decide};

use super::{ORIGIN, checkpoint_of, history, log, request, signed_of, signer, tree, witness};

fn keys() -> Vec<VerifierKey> {
    vec![log().verifier().clone(), signer("other.example/log", 8).verifier().clone()]
}

fn status(last: Option<&Checkpoint>, request: &AddCheckpoint) -> u16 {
    decide(&keys(), last, request).map_or_else(|refusal| refusal.status(), |_| 200)
}

fn parsed(text: &str) -> AddCheckpoint {
    AddCheckpoint::parse(text.as_bytes()).expect("of the right form")
}

/// Every stored size, every old size and every new size, of the stored history and of another one.
#[test]
fn the_whole_table() {
    let (ours, theirs) = (tree(9), history("somebody else", 2, 9));
    for stored in 0..=8 {
        let last = (stored > 0).then(|| checkpoint_of(&ours, stored));
        for old in 0..=9 {
            for new in 0..=8 {
                let proved = |tree: &protokol::ledger::tree::merkle::Tree| {
                    let proof = tree.prove_consistency(Size(old), Size(new)).unwrap_or_default();
                    AddCheckpoint::new(Size(old), proof, signed_of(tree, new)).expect("a short proof")
                };
                let expected = match () {
                    () if old > new => 400,
                    () if old != stored => 409,
                    () => 200,
                };
                assert_eq!(status(last.as_ref(), &proved(&ours)), expected, "{stored} {old} {new}");
                // The other history parts after two leaves: what was cosigned below is common.
                let forked = match expected {
                    200 if stored > 2 => 422,
                    other => other,
                };
                assert_eq!(status(last.as_ref(), &proved(&theirs)), forked, "{stored} {old} {new}, forked");
            }
        }
    }
}

#[test]
fn what_is_accepted_carries_the_logs_signature_alone() {
    let mut note = signed_of(&tree(5), 5);
    let line = note.cosign(&witness(1), super::time(1));
    note.add_cosignature(line, witness(1).verifier()).expect("there is room");
    let crowded = format!("old 0\n\n{note}— stranger.example/x AAAAAAAA\n");
    let accepted = decide(&keys(), None, &parsed(&crowded)).expect("a first checkpoint");
    assert_eq!(accepted, signed_of(&tree(5), 5));
}

#[test]
fn two_roots_of_one_size_are_proof_whatever_the_request_begins_from() {
    let (ours, theirs) = (tree(9), history("somebody else", 2, 9));
    let last = checkpoint_of(&ours, 7);
    for (old, expected) in [(0, 409), (3, 409), (6, 409), (7, 422)] {
        let refusal = decide(&keys(), Some(&last), &request(&theirs, old, 7)).expect_err("a fork");
        assert_eq!((refusal.status(), refusal.stored()), (expected, (expected == 409).then_some(Size(7))), "{old}");
        let WitnessRefusal::Inconsistent(fork @ Inconsistency::Fork { .. }) = refusal else { panic!("{refusal}") };
        assert_eq!(fork.weight(), Weight::Proof);
    }
}

#[test]
fn a_false_proof_is_a_suspicion_and_no_more() {
    let ours = tree(9);
    let last = checkpoint_of(&ours, 3);
    let honest = ours.prove_consistency(Size(3), Size(8)).expect("it grew");
    let mut proofs = vec![Vec::new(), honest[1..].to_vec(), [&honest[..], &honest[..1]].concat()];
    for place in 0..honest.len() {
        let mut crooked = honest.clone();
        crooked[place] = TreeHash([0; 32]);
        proofs.push(crooked);
    }
    proofs.push(vec![honest[0]; 63]);
    for proof in proofs {
        let request = AddCheckpoint::new(Size(3), proof, signed_of(&ours, 8)).expect("short");
        let refusal = decide(&keys(), Some(&last), &request).expect_err("a false proof");
        assert_eq!((refusal.status(), refusal.stored()), (422, None));
        let WitnessRefusal::Inconsistent(unproved @ Inconsistency::Unproved { .. }) = refusal else {
            panic!("{refusal}")
        };
        assert_eq!(unproved.weight(), Weight::Suspicion);
    }
}

#[test]
fn hashes_where_there_is_nothing_to_prove_are_refused_and_are_no_evidence() {
    let ours = tree(9);
    let surplus =
        |old, new| AddCheckpoint::new(Size(old), vec![TreeHash([1; 32])], signed_of(&ours, new)).expect("short");
    assert_eq!(decide(&keys(), None, &surplus(0, 4)), Err(WitnessRefusal::Surplus(1)));
    let last = checkpoint_of(&ours, 4);
    let refusal = decide(&keys(), Some(&last), &surplus(4, 4)).expect_err("nothing to prove");
    assert_eq!((refusal.status(), refusal), (422, WitnessRefusal::Surplus(1)));
}

/// A log that signs an empty tree with a root that it cannot have.
#[test]
fn size_zero_with_another_root_is_evidence() {
    let forged = log().sign_note(&format!("{ORIGIN}\n0\n{}\n", "A".repeat(43) + "=")).expect("a note");
    let refusal = decide(&keys(), None, &parsed(&format!("old 0\n\n{forged}"))).expect_err("no such tree");
    assert_eq!((refusal.status(), &refusal), (422, &WitnessRefusal::Inconsistent(Inconsistency::EmptyRoot)));
    // A witness that has cosigned something is asked from there first, and an old size above 0 is malformed.
    let last = checkpoint_of(&tree(3), 3);
    let from = |old: u64| decide(&keys(), Some(&last), &parsed(&format!("old {old}\n\n{forged}")));
    assert_eq!(from(0), Err(WitnessRefusal::OtherSize { old: Size(0), stored: Size(3) }));
    assert_eq!(from(3), Err(WitnessRefusal::OldAboveNew { old: Size(3), new: Size(0) }));
}

#[test]
fn only_the_log_itself_signs_for_a_log() {
    let text = format!("old 0\n\n{}", signed_of(&tree(5), 5));
    let by = |keys: &[VerifierKey]| decide(keys, None, &parsed(&text)).map_err(|refusal| refusal.status());
    assert_eq!(by(&[]), Err(404));
    assert_eq!(by(&[signer("other.example/log", 8).verifier().clone()]), Err(404));
    assert_eq!(by(&[signer(ORIGIN, 9).verifier().clone()]), Err(403), "another key of that name");
    assert_eq!(by(&[log().verifier().spelled(KeyKind::Cosigner)]), Err(404), "a witness key watches no log");
    let two = [signer(ORIGIN, 9).verifier().clone(), log().verifier().clone()];
    assert!(by(&two).is_ok(), "the log's earlier key beside its present one");

    let forged = text.replace("\n5\n", "\n6\n");
    assert_eq!(decide(&keys(), None, &parsed(&forged)).expect_err("forged").status(), 403);
    let line = text.lines().last().expect("a signature line");
    let refusal = decide(&keys(), None, &parsed(&format!("{text}{line}\n"))).expect_err("twice");
    assert_eq!((refusal.status(), refusal), (403, WitnessRefusal::SignedTwice));
    let strangers = text.replace(line, "— stranger.example/x AAAAAAAA");
    assert_eq!(decide(&keys(), None, &parsed(&strangers)).expect_err("not signed").status(), 403);
}
