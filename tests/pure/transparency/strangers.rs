//! Other people's libraries, unchanged: what they make is what we make, and each believes the other's.

use ct_merkle::{ConsistencyProof, InclusionProof, RootHash, mem_backed_tree::MemoryBackedTree};
use protokol::crypto::{hash::TreeHash, note::Note};
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::tree::node::leaf_hash;
use protokol::ledger::tree::proof::{verify_consistency, verify_inclusion};
use sha2::Sha256;
use signed_note::{Signer, StandardSigner, StandardVerifier, VerifierList};

use super::{entry, log, signer, tree};

fn hashes(bytes: &[u8]) -> Vec<TreeHash> {
    bytes.chunks(32).map(|hash| TreeHash(hash.try_into().expect("32 bytes"))).collect()
}

fn bytes(hashes: &[TreeHash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}

#[test]
fn ct_merkle_makes_the_same_tree_and_proofs() {
    let mut theirs = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    let ours = tree(130);
    let mut roots: Vec<RootHash<Sha256>> = Vec::new();
    for new in 1..=130 {
        theirs.push(entry(new - 1));
        let root = ours.root_at(Size(new)).expect("within");
        assert_eq!(theirs.root().as_bytes()[..], root.0);
        roots.push(theirs.root());
        for index in 0..new {
            let proof = theirs.prove_inclusion(index as usize);
            assert_eq!(
                ours.prove_inclusion(Sequence(index), Size(new)),
                Ok(hashes(proof.as_bytes())),
                "{index} in {new}"
            );
        }
        for old in 1..=new {
            let proof = theirs.prove_consistency((new - old) as usize);
            assert_eq!(ours.prove_consistency(Size(old), Size(new)), Ok(hashes(proof.as_bytes())), "{old} to {new}");
        }
    }
}

#[test]
fn ct_merkle_believes_and_refuses_what_we_do() {
    let ours = tree(20);
    for (small, new) in (1..=20).flat_map(|new| (1..=new).map(move |small| (small, new))) {
        let [old_root, root] = [small, new].map(|size| ours.root_at(Size(size)).expect("within"));
        let [their_old, their_new] =
            [(old_root, small), (root, new)].map(|(root, n)| RootHash::<Sha256>::new(root.0.into(), n));
        let index = small - 1;
        let inclusion = ours.prove_inclusion(Sequence(index), Size(new)).expect("within");
        let consistency = ours.prove_consistency(Size(small), Size(new)).expect("within");
        for spoiled in 0..=inclusion.len() {
            let mut proof = inclusion.clone();
            proof.iter_mut().skip(spoiled).take(1).for_each(|hash| hash.0[5] ^= 4);
            let their_proof = InclusionProof::<Sha256>::from_bytes(bytes(&proof));
            let verdict =
                verify_inclusion(&leaf_hash(&entry(index)), Sequence(index), Size(new), &proof, &root).is_ok();
            assert_eq!(their_new.verify_inclusion(&entry(index), index, &their_proof).is_ok(), verdict);
            assert_eq!(verdict, spoiled == inclusion.len());
        }
        for spoiled in 0..=consistency.len() {
            let mut proof = consistency.clone();
            proof.iter_mut().skip(spoiled).take(1).for_each(|hash| hash.0[5] ^= 4);
            let their_proof = ConsistencyProof::<Sha256>::try_from_bytes(bytes(&proof)).expect("whole hashes");
            let verdict = verify_consistency(Size(small), &old_root, Size(new), &root, &proof).is_ok();
            assert_eq!(their_new.verify_consistency(&their_old, &their_proof).is_ok(), verdict);
            assert_eq!(verdict, spoiled == consistency.len());
        }
    }
}

#[test]
fn signed_note_reads_what_we_sign() {
    for text in ["text\n", "two\n\nparts\n", "მრგვალი\n"] {
        let mut ours = log().sign_note(text).expect("a text");
        ours.add(signer("stranger.example", 1).sign_note(text).expect("a text").signatures()[0].clone()).expect("room");
        let theirs = signed_note::Note::from_bytes(ours.to_string().as_bytes()).expect("a note");
        let key = StandardVerifier::new(&log().verifier().to_string()).expect("a key");
        let (known, unknown) = theirs.verify(&VerifierList::new(vec![Box::new(key)])).expect("signed");
        assert_eq!((known.len(), unknown.len(), theirs.text()), (1, 1, text.as_bytes()));
    }
}

#[test]
fn we_read_what_signed_note_signs() {
    let seed = [&[1], &[7; 32][..]].concat();
    let id = log().verifier().key_id();
    let theirs = format!("PRIVATE+KEY+{}+{id}+{}", super::ORIGIN, protokol::crypto::base64::encode(&seed));
    let theirs = StandardSigner::new(&theirs).expect("a signing key");
    let mut note = signed_note::Note::new(b"text\n", &[]).expect("a text");
    note.add_sigs(&[&theirs as &dyn Signer]).expect("signed");
    let ours = Note::parse(&note.to_bytes()).expect("a note");
    assert_eq!(ours.verified_by(std::slice::from_ref(log().verifier())).map(|all| all.len()), Ok(1));
    assert_eq!(log().sign_note("text\n"), Ok(ours));
}

#[test]
fn signed_note_refuses_what_we_refuse() {
    let good = log().sign_note("text\n").expect("a text").to_string();
    for place in 0..good.len() {
        for bad in [b'\n', b' ', b'=', b'A', b'+', 0x00, 0xff] {
            let mut bytes = good.clone().into_bytes();
            bytes[place] = bad;
            let theirs = signed_note::Note::from_bytes(&bytes).map(|note| note.to_bytes()).ok();
            let ours = Note::parse(&bytes).map(|note| note.to_string().into_bytes()).ok();
            assert_eq!(ours, theirs, "byte {place} as {bad:#x}");
        }
    }
}
