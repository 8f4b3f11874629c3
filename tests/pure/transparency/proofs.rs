//! Proofs, put to other people's verifiers and to ours: genuine ones, and what becomes of them under every edit that
//! came to mind. All say the same of each, but for what [`Verdicts`] names.

use std::sync::OnceLock;

use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use proptest::prelude::*;
use protokol::crypto::hash::TreeHash;
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::{empty_root, leaf_hash};
use protokol::ledger::tree::proof::{verify_consistency, verify_inclusion};
use sha2::{Digest, Sha256};
use sigstore_crypto::{CryptoProvider, HashContext, SigningScheme};
use sigstore_merkle::{Error, verify_consistency_proof, verify_inclusion_proof};
use sigstore_types::HashAlgorithm;

use super::{entry, tree};

/// A little above the largest tree that is asked about.
const LEAVES: u64 = 2_100;

fn whole() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(|| {
        let lent = sigstore_crypto::install_default_provider(&Lent);
        assert!(lent.is_ok(), "this tree is made once");
        tree(LEAVES)
    })
}

/// SHA-256 for `sigstore-merkle`, which brings none. What it does with the hashes is its own.
#[derive(Debug)]
struct Lent;

struct Hashed(Sha256);

impl HashContext for Hashed {
    fn update(&mut self, bytes: &[u8]) {
        Digest::update(&mut self.0, bytes);
    }

    fn finalize(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

impl CryptoProvider for Lent {
    fn hash(&self, algorithm: HashAlgorithm) -> sigstore_crypto::Result<Box<dyn HashContext>> {
        assert_eq!(algorithm, HashAlgorithm::Sha2256);
        Ok(Box::new(Hashed(Sha256::new())))
    }

    fn verify_raw(&self, _: SigningScheme, _: &[u8], _: &[u8], _: &[u8]) -> sigstore_crypto::Result<()> {
        Err(sigstore_crypto::Error::UnsupportedAlgorithm("signatures".into()))
    }

    fn verify_prehashed(&self, _: SigningScheme, _: &[u8], _: &[u8], _: &[u8]) -> sigstore_crypto::Result<()> {
        Err(sigstore_crypto::Error::UnsupportedAlgorithm("signatures".into()))
    }
}

/// That the entry is at `first` in a tree of `second`, or that a tree of `first` grew into one of `second`.
#[derive(Clone, Debug)]
struct Claim {
    first: u64,
    second: u64,
    entry: Vec<u8>,
    old_root: TreeHash,
    root: TreeHash,
    proof: Vec<TreeHash>,
}

/// What is done to a genuine claim. Places are taken modulo what there is.
#[derive(Clone, Debug)]
enum Edit {
    Flip(usize, u8),
    Cut(usize),
    Drop(usize),
    Push(u8),
    RepeatOldRoot,
    Swap(usize, usize),
    Entry(u8),
    OldRoot(usize),
    Root(usize),
    First(i64),
    Second(i64),
    SwapSizes,
}

/// Whether we, `sigstore-merkle` and `ct-merkle` believe it.
///
/// `sigstore-merkle` does not ask which root an empty tree has: what grows from nothing, it believes from any old root.
/// `ct-merkle` proves nothing about the empty tree, as RFC 6962 defines no proof from it; tlog-witness wants it empty.
struct Verdicts {
    ours: bool,
    sigstore: bool,
    ct: bool,
}

impl Claim {
    fn inclusion(index: u64, size: u64) -> Self {
        let proof = whole().prove_inclusion(Sequence(index), Size(size)).expect("within");
        Self { proof, entry: entry(index), ..Self::about(index, size) }
    }

    fn consistency(old: u64, new: u64) -> Self {
        let proof = whole().prove_consistency(Size(old), Size(new)).expect("within");
        Self { proof, ..Self::about(old, new) }
    }

    fn about(first: u64, second: u64) -> Self {
        let root = |size| whole().root_at(Size(size)).expect("within");
        let (old_root, root) = (root(first), root(second));
        Self { first, second, entry: Vec::new(), old_root, root, proof: Vec::new() }
    }

    fn edited(mut self, edit: &Edit) -> Self {
        let count = self.proof.len();
        match *edit {
            Edit::Flip(at, bit) if count > 0 => self.proof[at % count].0[usize::from(bit) / 8] ^= 1 << (bit % 8),
            Edit::Cut(at) => self.proof.truncate(at),
            Edit::Drop(at) if count > 0 => drop(self.proof.remove(at % count)),
            Edit::Push(byte) => self.proof.push(TreeHash([byte; 32])),
            Edit::RepeatOldRoot => self.proof.insert(0, self.old_root),
            Edit::Swap(one, other) if count > 0 => self.proof.swap(one % count, other % count),
            Edit::Entry(byte) => self.entry.push(byte),
            Edit::OldRoot(at) => self.old_root.0[at % 32] ^= 1,
            Edit::Root(at) => self.root.0[at % 32] ^= 1,
            Edit::First(by) => self.first = self.first.saturating_add_signed(by),
            Edit::Second(by) => self.second = self.second.saturating_add_signed(by),
            Edit::SwapSizes => std::mem::swap(&mut self.first, &mut self.second),
            Edit::Flip(..) | Edit::Drop(_) | Edit::Swap(..) => {}
        }
        self
    }

    fn is_included(&self) -> Verdicts {
        let (leaf, first, second) = (leaf_hash(&self.entry), self.first, self.second);
        let ours = verify_inclusion(&leaf, Sequence(first), Size(second), &self.proof, &self.root);
        let proof = InclusionProof::<Sha256>::from_bytes(self.proof.iter().flat_map(|hash| hash.0).collect());
        let root = RootHash::<Sha256>::new(self.root.0.into(), second);
        let ct = root.verify_inclusion(&self.entry, first, &proof);
        Verdicts { ours: ours.is_ok(), sigstore: self.sigstore_inclusion().is_ok(), ct: ct.is_ok() }
    }

    fn is_consistent(&self) -> Verdicts {
        let (old, new) = (self.first, self.second);
        let ours = verify_consistency(Size(old), &self.old_root, Size(new), &self.root, &self.proof);
        let bytes = self.proof.iter().flat_map(|hash| hash.0).collect();
        let proof = ConsistencyProof::<Sha256>::try_from_bytes(bytes).expect("whole hashes");
        let [old_root, root] =
            [(self.old_root, old), (self.root, new)].map(|(root, size)| RootHash::<Sha256>::new(root.0.into(), size));
        let ct = root.verify_consistency(&old_root, &proof);
        Verdicts { ours: ours.is_ok(), sigstore: self.sigstore_consistency().is_ok(), ct: ct.is_ok() }
    }

    fn sigstore_inclusion(&self) -> Result<(), Error> {
        let (leaf, hashes) = (leaf_hash(&self.entry).0, Vec::from_iter(self.proof.iter().map(|hash| hash.0.into())));
        verify_inclusion_proof(&leaf.into(), self.first, self.second, &hashes, &self.root.0.into())
    }

    fn sigstore_consistency(&self) -> Result<(), Error> {
        let hashes = Vec::from_iter(self.proof.iter().map(|hash| hash.0.into()));
        verify_consistency_proof(self.first, self.second, &hashes, &self.old_root.0.into(), &self.root.0.into())
    }

    /// The same with as many hashes as it must have and the roots to which they lead, as the stranger's refusals tell.
    fn led_to_its_roots(mut self, verdict: fn(&Self) -> Result<(), Error>) -> Self {
        loop {
            match verdict(&self) {
                Ok(()) => return self,
                Err(Error::WrongProofLength { expected, .. }) => self.proof.truncate(expected),
                Err(Error::RootMismatch { expected, actual }) => {
                    let is_old = <[u8; 32]>::from(expected) == self.old_root.0;
                    *if is_old { &mut self.old_root } else { &mut self.root } = TreeHash(actual.into());
                }
                Err(other) => panic!("{other}"),
            }
        }
    }

    fn assert_agreed(&self, of: &Verdicts, is_consistency: bool) {
        let from_nothing = is_consistency && self.first == 0;
        if from_nothing && self.old_root != empty_root() {
            assert!(!of.ours && !of.ct, "no tree without leaves has that root: {self:?}");
        } else {
            assert_eq!(of.ours, of.sigstore, "{self:?}");
            assert_eq!(of.ct, of.ours && !from_nothing, "{self:?}");
        }
    }
}

/// Sizes of every magnitude, and often those at which a tree gets another shape.
fn size() -> impl Strategy<Value = u64> {
    prop_oneof![
        1..=2_000u64,
        (0..=10u32, 0..=2u64).prop_map(|(power, more)| ((1 << power) + more).saturating_sub(1).max(1))
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (0..12usize, any::<u8>()).prop_map(|(at, bit)| Edit::Flip(at, bit)),
        (0..12usize).prop_map(Edit::Cut),
        (0..12usize).prop_map(Edit::Drop),
        any::<u8>().prop_map(Edit::Push),
        Just(Edit::RepeatOldRoot),
        (0..12usize, 0..12usize).prop_map(|(one, other)| Edit::Swap(one, other)),
        any::<u8>().prop_map(Edit::Entry),
        (0..32usize).prop_map(Edit::OldRoot),
        (0..32usize).prop_map(Edit::Root),
        (-300..300i64).prop_map(Edit::First),
        (-300..300i64).prop_map(Edit::Second),
        Just(Edit::SwapSizes),
    ]
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(edit(), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn all_agree_on_inclusion(second in size(), first in any::<prop::sample::Index>(), edits in edits()) {
        let genuine = Claim::inclusion(first.index(second as usize) as u64, second);
        let claim = edits.iter().fold(genuine, Claim::edited);
        let verdicts = claim.is_included();
        claim.assert_agreed(&verdicts, false);
        prop_assert!(verdicts.ours || !edits.is_empty());
    }

    #[test]
    fn all_agree_on_consistency(second in size(), first in any::<prop::sample::Index>(), edits in edits()) {
        let genuine = Claim::consistency(first.index(second as usize + 1) as u64, second);
        let claim = edits.iter().fold(genuine, Claim::edited);
        let verdicts = claim.is_consistent();
        claim.assert_agreed(&verdicts, true);
        prop_assert!(verdicts.ours || !edits.is_empty());
    }

    /// Trees that nobody could grow: of whatever hashes there are, a stranger says to which roots they lead. Then all
    /// believe it, and no longer when something is edited.
    #[test]
    fn all_agree_on_trees_beyond_every_memory(
        second in (whole().size().0..=1u64 << 62),
        first in any::<u64>(),
        hashes in prop::collection::vec(any::<[u8; 32]>(), 66),
        edits in edits(),
    ) {
        let mut hashes: Vec<_> = hashes.into_iter().map(TreeHash).collect();
        let [root, old_root] = [hashes.pop(), hashes.pop()].map(|hash| hash.expect("there are 66"));
        let claim = Claim { first: first % second, second, entry: b"entry".to_vec(), old_root, root, proof: hashes };
        let included = claim.clone().led_to_its_roots(Claim::sigstore_inclusion);
        prop_assert!(included.is_included().ours);
        let claim = Claim { first: 1 + first % (second - 1), ..claim };
        let consistent = claim.led_to_its_roots(Claim::sigstore_consistency);
        prop_assert!(consistent.is_consistent().ours);
        let (included, consistent) = edits.iter().fold((included, consistent), |(one, other), edit| {
            (one.edited(edit), other.edited(edit))
        });
        included.assert_agreed(&included.is_included(), false);
        consistent.assert_agreed(&consistent.is_consistent(), true);
    }
}
