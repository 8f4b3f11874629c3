use protokol::crypto::hash::{TreeHash, sha256};
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::tree::merkle::*;
use protokol::ledger::tree::node::*;
use protokol::ledger::tree::proof::*;

use super::{entry, tree};

/// RFC 6962 section 2.1 as it is written, recursive and slow.
mod rfc6962 {
    use super::*;

    pub fn mth(leaves: &[TreeHash]) -> TreeHash {
        match leaves {
            [] => TreeHash(sha256(&[])),
            [leaf] => *leaf,
            _ => {
                let (left, right) = leaves.split_at(split(leaves.len()));
                TreeHash(sha256(&[&[1], &mth(left).0, &mth(right).0]))
            }
        }
    }

    pub fn path(m: usize, leaves: &[TreeHash]) -> Vec<TreeHash> {
        if leaves.len() == 1 {
            return vec![];
        }
        let k = split(leaves.len());
        let (left, right) = leaves.split_at(k);
        let (mut proof, last) = if m < k { (path(m, left), mth(right)) } else { (path(m - k, right), mth(left)) };
        proof.push(last);
        proof
    }

    pub fn subproof(m: usize, leaves: &[TreeHash], whole: bool) -> Vec<TreeHash> {
        if m == leaves.len() {
            return if whole { vec![] } else { vec![mth(leaves)] };
        }
        let k = split(leaves.len());
        let (left, right) = leaves.split_at(k);
        let (mut proof, last) = match m <= k {
            true => (subproof(m, left, whole), mth(right)),
            false => (subproof(m - k, right, false), mth(left)),
        };
        proof.push(last);
        proof
    }

    fn split(n: usize) -> usize {
        (0..).map(|bit| 1 << bit).take_while(|k| *k < n).last().expect("at least two leaves")
    }
}

fn leaves(size: u64) -> Vec<TreeHash> {
    (0..size).map(|number| leaf_hash(&entry(number))).collect()
}

fn sizes() -> impl Iterator<Item = u64> {
    (0..=70).chain([127, 128, 129, 255, 256, 257, 511, 512, 513])
}

#[test]
fn the_reference_tree_of_certificate_transparency() {
    let entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let (mut tree, mut range) = (Tree::default(), CompactRange::default());
    assert_eq!(empty_root().to_string(), roots[0]);
    for (number, root) in roots.iter().enumerate() {
        assert_eq!((tree.root().to_string().as_str(), range.root().to_string().as_str()), (*root, *root));
        if let Some(entry) = entries.get(number) {
            let leaf = leaf_hash(&hex::decode(entry).expect("hex"));
            tree.push(leaf);
            range.push(leaf);
        }
    }
}

#[test]
fn roots_are_those_of_the_rfc_at_every_boundary() {
    let (all, whole) = (leaves(600), tree(600));
    let mut range = CompactRange::default();
    for (leaf, size) in all.iter().zip(0..) {
        assert_eq!(range.size(), Size(size));
        assert_eq!(whole.root_at(Size(size)), Ok(range.root()), "{size}");
        range.push(*leaf);
    }
    for size in sizes() {
        let root = rfc6962::mth(&all[..size as usize]);
        assert_eq!((whole.root_at(Size(size)), tree(size).root(), tree(size).size()), (Ok(root), root, Size(size)));
    }
}

#[test]
fn inclusion_proofs_are_those_of_the_rfc_at_every_boundary() {
    let (all, tree) = (leaves(513), tree(513));
    for size in sizes() {
        let root = tree.root_at(Size(size)).expect("within");
        for index in 0..size {
            let proof = tree.prove_inclusion(Sequence(index), Size(size)).expect("within");
            assert_eq!(proof, rfc6962::path(index as usize, &all[..size as usize]), "{index} in {size}");
            assert_eq!(verify_inclusion(&all[index as usize], Sequence(index), Size(size), &proof, &root), Ok(()));
        }
    }
}

#[test]
fn consistency_proofs_are_those_of_the_rfc_for_every_pair() {
    let (all, tree) = (leaves(513), tree(513));
    let check = |old: u64, new: u64| {
        let [old_root, new_root] = [old, new].map(|size| tree.root_at(Size(size)).expect("within"));
        let proof = tree.prove_consistency(Size(old), Size(new)).expect("within");
        let expected = if old == 0 { vec![] } else { rfc6962::subproof(old as usize, &all[..new as usize], true) };
        assert_eq!(proof, expected, "{old} to {new}");
        assert_eq!(verify_consistency(Size(old), &old_root, Size(new), &new_root, &proof), Ok(()), "{old} to {new}");
    };
    for new in 0..=70 {
        (0..=new).for_each(|old| check(old, new));
    }
    for new in [127, 128, 129, 255, 256, 257, 511, 512, 513] {
        sizes().filter(|old| *old <= new).for_each(|old| check(old, new));
    }
}

#[test]
fn wrong_inclusion_proofs_are_refused() {
    let tree = tree(41);
    for size in 1..=40 {
        let root = tree.root_at(Size(size)).expect("within");
        for index in 0..size {
            let proof = tree.prove_inclusion(Sequence(index), Size(size)).expect("within");
            let leaf = leaf_hash(&entry(index));
            let verify = |index, size, proof: &[_]| verify_inclusion(&leaf, Sequence(index), Size(size), proof, &root);
            let expected = proof.len();
            let length = |found| Err(ProofRefusal::Length { expected, found });

            let longer = [&proof[..], &[root]].concat();
            assert_eq!(verify(index, size, &longer), length(expected + 1));
            if let Some((_, shorter)) = proof.split_first() {
                assert_eq!(verify(index, size, shorter), length(expected - 1));
            }
            for place in 0..expected {
                let mut flipped = proof.clone();
                flipped[place].0[31] ^= 1;
                assert_eq!(verify(index, size, &flipped), Err(ProofRefusal::Root), "{index} in {size}");
            }
            assert!(verify(index ^ 1, size, &proof).is_err() || size == 1);
            assert_eq!(verify_inclusion(&root, Sequence(index), Size(size), &proof, &root).is_ok(), size == 1);
            assert_eq!(verify_inclusion(&leaf, Sequence(index), Size(size), &proof, &leaf).is_ok(), size == 1);
        }
    }
}

#[test]
fn wrong_consistency_proofs_are_refused() {
    let tree = tree(40);
    for (old, new) in (1..=40).flat_map(|new| (0..=new).map(move |old| (old, new))) {
        let [old_root, new_root] = [old, new].map(|size| tree.root_at(Size(size)).expect("within"));
        let proof = tree.prove_consistency(Size(old), Size(new)).expect("within");
        let verify = |proof: &[_]| verify_consistency(Size(old), &old_root, Size(new), &new_root, proof);
        let expected = proof.len();
        let length = |found| Err(ProofRefusal::Length { expected, found });

        assert_eq!(verify(&[&proof[..], &[old_root]].concat()), length(expected + 1), "{old} to {new}");
        assert_eq!(verify(&[&[old_root], &proof[..]].concat()), length(expected + 1), "the old root repeated");
        if let Some((_, shorter)) = proof.split_first() {
            assert_eq!(verify(shorter), length(expected - 1), "{old} to {new}");
        }
        for place in 0..expected {
            let mut flipped = proof.clone();
            flipped[place].0[0] ^= 0x80;
            assert!(matches!(verify(&flipped), Err(ProofRefusal::OldRoot | ProofRefusal::Root)), "{old} to {new}");
        }
        let other = leaf_hash(b"other");
        let check = |old_root, new_root| verify_consistency(Size(old), old_root, Size(new), new_root, &proof);
        assert!(check(&other, &new_root).is_err(), "{old} to {new}");
        assert_eq!(check(&old_root, &other).is_ok(), old == 0, "anything grows from nothing");
        assert!(old == new || verify_consistency(Size(new), &new_root, Size(old), &old_root, &proof).is_err());
    }
}

#[test]
fn impossible_claims_are_refused_whatever_the_proof() {
    let (tree, root) = (tree(8), empty_root());
    let outside = |index, size| ProofError::OutsideTree { index: Sequence(index), size: Size(size) };
    let beyond = |asked| ProofError::BeyondTree { asked: Size(asked), size: Size(8) };
    let backwards = ProofError::Backwards { old: Size(5), new: Size(4) };
    assert_eq!(tree.root_at(Size(9)), Err(beyond(9)));
    assert_eq!(tree.prove_inclusion(Sequence(0), Size(u64::MAX)), Err(beyond(u64::MAX)));
    assert_eq!(tree.prove_inclusion(Sequence(8), Size(8)), Err(outside(8, 8)));
    assert_eq!(tree.prove_inclusion(Sequence(0), Size(0)), Err(outside(0, 0)));
    assert_eq!(tree.prove_consistency(Size(5), Size(4)), Err(backwards));
    assert_eq!(tree.prove_consistency(Size(5), Size(9)), Err(beyond(9)));
    let inclusion = |index, size| verify_inclusion(&root, Sequence(index), Size(size), &[], &root);
    assert_eq!(inclusion(0, 0), Err(outside(0, 0).into()));
    assert_eq!(inclusion(u64::MAX, u64::MAX), Err(outside(u64::MAX, u64::MAX).into()));
    assert_eq!(verify_consistency(Size(5), &root, Size(4), &root, &[]), Err(backwards.into()));
    assert_eq!(verify_consistency(Size(0), &leaf_hash(b""), Size(4), &root, &[]), Err(ProofRefusal::OldRoot));
}

#[test]
fn the_largest_sizes_are_answered_without_overflow() {
    let root = empty_root();
    let hashes = [root; PROOF_HASHES_MAX + 1];
    for exponent in 1..64 {
        for size in [(1 << exponent) - 1, 1 << exponent, (1 << exponent) + 1, u64::MAX] {
            for index in [0, 1, size / 2, size - 1, size.wrapping_sub(2)] {
                for length in [0, 1, exponent, PROOF_HASHES_MAX] {
                    let proof = &hashes[..length];
                    assert!(verify_inclusion(&root, Sequence(index), Size(size), proof, &root).is_err() || size == 1);
                    let grown = verify_consistency(Size(index), &root, Size(size), &root, proof);
                    assert!(grown.is_err() || (index == 0 && length == 0) || index == size);
                }
                let long = verify_consistency(Size(index), &root, Size(size), &root, &hashes);
                assert!(index > size || long == Err(ProofRefusal::TooLong(64)));
            }
        }
    }
}
