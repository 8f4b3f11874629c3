//! The tree's proofs and tiles.

use std::cell::Cell;
use std::sync::OnceLock;

use protokol::crypto::hash::{TreeHash, sha256};
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::tree::merkle::{CompactRange, Tree};
use protokol::ledger::tree::node::{leaf_hash, node_hash};
use protokol::ledger::tree::proof::{verify_consistency, verify_inclusion};
use protokol::ledger::tree::prove;
use protokol::ledger::tree::tile::{TILE_WIDTH, Tile, TileKind, bundle_of, bundles, hash_tiles};
use protokol::ledger::tree::tile_reader::{TileReader, TileReaderError};

use super::Made;

/// Leaves of the tree from which genuine proofs are taken: more than two tiles of them.
const LEAVES: u64 = 600;

fn tree() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(|| {
        let mut tree = Tree::default();
        (0..LEAVES).for_each(|number| tree.push(leaf_hash(&number.to_be_bytes())));
        tree
    })
}

/// What somebody claims of two places or sizes, with hashes.
struct Claim {
    first: u64,
    second: u64,
    /// The leaf, or the old root.
    from: TreeHash,
    root: TreeHash,
    proof: Vec<TreeHash>,
}

/// Our verdict on a proof is that of the algorithms of RFC 9162, step by step.
///
/// The bytes: whether it is a proof of inclusion or consistency and whether hashes are genuine, two numbers, and then
/// hashes, or three bytes for each change to what is genuine.
pub fn proof(bytes: &[u8]) -> Made {
    let Some((&[how], rest)) = bytes.split_first_chunk::<1>() else { return Made::Refused };
    let Some((first, rest)) = rest.split_first_chunk::<8>() else { return Made::Refused };
    let Some((second, rest)) = rest.split_first_chunk::<8>() else { return Made::Refused };
    let numbers = (u64::from_be_bytes(*first), u64::from_be_bytes(*second));
    let is_inclusion = how & 1 == 0;
    let claim = if how & 2 == 0 { genuine(is_inclusion, numbers, rest) } else { arbitrary(numbers, rest) };
    let (first, second) = (claim.first, claim.second);
    let (ours, theirs) = if is_inclusion {
        let ours = verify_inclusion(&claim.from, Sequence(first), Size(second), &claim.proof, &claim.root);
        (ours, rfc_inclusion(&claim))
    } else {
        let ours = verify_consistency(Size(first), &claim.from, Size(second), &claim.root, &claim.proof);
        (ours, rfc_consistency(&claim))
    };
    assert_eq!(ours.is_ok(), theirs, "{first} and {second}: {ours:?}");
    if how & 2 == 0 && rest.len() < 3 {
        assert_eq!(ours, Ok(()), "nothing was changed");
    }
    if ours.is_ok() { Made::Read } else { Made::Refused }
}

fn genuine(is_inclusion: bool, (first, second): (u64, u64), changes: &[u8]) -> Claim {
    let second = 1 + second % LEAVES;
    let first = first % (second + u64::from(!is_inclusion));
    let root = |size| tree().root_at(Size(size)).expect("within");
    let (from, proof) = if is_inclusion {
        (leaf_hash(&first.to_be_bytes()), tree().prove_inclusion(Sequence(first), Size(second)))
    } else {
        (root(first), tree().prove_consistency(Size(first), Size(second)))
    };
    let mut claim = Claim { first, second, from, root: root(second), proof: proof.expect("within") };
    changes.as_chunks::<3>().0.iter().for_each(|change| claim.change(*change));
    claim
}

fn arbitrary((first, second): (u64, u64), hashes: &[u8]) -> Claim {
    let mut hashes = hashes.as_chunks::<32>().0.iter().map(|hash| TreeHash(*hash));
    let mut next = || hashes.next().unwrap_or(TreeHash([0; 32]));
    let (from, root) = (next(), next());
    Claim { first, second, from, root, proof: hashes.collect() }
}

impl Claim {
    fn change(&mut self, [how, at, value]: [u8; 3]) {
        let at = usize::from(at);
        match how % 8 {
            0 => self.proof.iter_mut().skip(at).take(1).for_each(|hash| hash.0[0] ^= value),
            1 => self.proof.truncate(at),
            2 => self.proof.push(TreeHash([value; 32])),
            3 => self.root.0[at % 32] ^= value,
            4 => self.from.0[at % 32] ^= value,
            5 => self.first = self.first.wrapping_add_signed(i64::from(value.cast_signed())),
            6 => self.second = self.second.wrapping_add_signed(i64::from(value.cast_signed())),
            _ if at < self.proof.len() && usize::from(value) < self.proof.len() => self.proof.swap(at, value.into()),
            _ => self.proof.insert(0, self.from),
        }
    }
}

/// RFC 9162 section 2.1.3.2.
fn rfc_inclusion(claim: &Claim) -> bool {
    if claim.first >= claim.second {
        return false;
    }
    let (mut place, mut last, mut node) = (claim.first, claim.second - 1, claim.from);
    for hash in &claim.proof {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            node = node_hash(hash, &node);
            while place & 1 == 0 && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            node = node_hash(&node, hash);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    last == 0 && node == claim.root
}

/// RFC 9162 section 2.1.4.2, and what it leaves out: the empty tree, and a tree that did not grow.
fn rfc_consistency(claim: &Claim) -> bool {
    let (old, new) = (claim.first, claim.second);
    if old == 0 || old >= new {
        let fits = if old == 0 { claim.from == TreeHash(sha256(&[])) } else { claim.from == claim.root };
        return claim.proof.is_empty() && fits && old <= new && (new > 0 || claim.root == claim.from);
    }
    let known = old.is_power_of_two().then_some(claim.from);
    let mut hashes = known.iter().chain(&claim.proof);
    let Some(&seed) = hashes.next().filter(|_| !claim.proof.is_empty()) else { return false };
    let (mut place, mut last) = (old - 1, new - 1);
    while place & 1 == 1 {
        (place, last) = (place >> 1, last >> 1);
    }
    let (mut before, mut after) = (seed, seed);
    for hash in hashes {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            (before, after) = (node_hash(hash, &before), node_hash(hash, &after));
            while place & 1 == 0 && place != 0 {
                (place, last) = (place >> 1, last >> 1);
            }
        } else {
            after = node_hash(&after, hash);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    last == 0 && before == claim.from && after == claim.root
}

/// A tile's path prints as it was read, and names what a log of just that size has just there.
pub fn tile_path(bytes: &[u8]) -> Made {
    let Some(Ok(tile)) = std::str::from_utf8(bytes).ok().map(str::parse::<Tile>) else { return Made::Refused };
    assert_eq!(tile.to_string().as_bytes(), bytes, "one spelling");
    let width = u16::try_from(tile.width()).expect("at most 256");
    assert_eq!(Tile::new(tile.kind(), tile.index(), width), Ok(tile));
    assert_eq!(tile.filled().to_string().parse(), Ok(tile.filled()));
    assert_eq!(tile.is_full(), tile == tile.filled());
    assert!(!tile.is_full() || !tile.to_string().contains(".p"));
    let places = tile.places();
    if places.end == u64::MAX && tile.width() > 255 {
        return Made::Read; // no log can be so long
    }
    assert_eq!((places.end - places.start) as usize, tile.width());
    assert!(tile.bytes_max() <= tile.filled().bytes_max());
    let (before, size) = (Size(places.start), Size(places.end));
    let entries = tile.of_kind(TileKind::Entries);
    assert!(bundles(before, size).eq([entries]));
    assert_eq!(hash_tiles(before, size).next(), Some(tile.of_kind(TileKind::Hashes(0))));
    let last = Sequence(places.end - 1);
    assert_eq!(bundle_of(last, size), Some((entries, tile.width() - 1)));
    assert_eq!(bundle_of(Sequence(places.end), size), None);
    Made::Read
}

/// A bundle's entries make the same bundle again, and their hashes the tile above it.
///
/// The bytes: how many entries, in two bytes, and the file.
pub fn bundle(bytes: &[u8]) -> Made {
    let Some((width, file)) = bytes.split_first_chunk::<2>() else { return Made::Refused };
    let Ok(tile) = Tile::new(TileKind::Entries, 0, u16::from_be_bytes(*width)) else { return Made::Refused };
    hashes_are_as_many_as_they_should(tile, file);
    let Ok(entries) = tile.entries(file) else { return Made::Refused };
    assert_eq!(entries.len(), tile.width());
    assert_eq!(protokol::ledger::tree::tile::bundle(entries.iter().map(Vec::as_slice)), file);
    assert!(file.len() <= tile.bytes_max());
    let (mut tree, mut range) = (Tree::default(), CompactRange::default());
    for leaf in entries.iter().map(|entry| leaf_hash(entry)) {
        tree.push(leaf);
        range.push(leaf);
    }
    for above in hash_tiles(Size(0), tree.size()) {
        let file = tree.tile(above).expect("the tree has grown so far");
        let hashes = above.hashes(&file).expect("as its path says");
        let is_leaves = above.kind() == TileKind::Hashes(0);
        assert!(!is_leaves || hashes.iter().zip(&entries).all(|(hash, entry)| *hash == leaf_hash(entry)));
        assert!(is_leaves || hashes == [range.root()], "256 leaves have one hash above them");
    }
    Made::Read
}

fn hashes_are_as_many_as_they_should(tile: Tile, file: &[u8]) {
    let tile = tile.of_kind(TileKind::Hashes(0));
    match tile.hashes(file) {
        Ok(hashes) => assert_eq!(hashes.iter().flat_map(|hash| hash.0).collect::<Vec<_>>(), file),
        Err(_) => assert_ne!(file.len(), tile.width() * 32),
    }
    assert!(file.len() <= TILE_WIDTH as usize * 32 || tile.hashes(file).is_err());
}

/// Proofs from tiles are the tree's, or lead nowhere: of a changed tile comes no proof that is believed. Whatever size
/// is claimed, few tiles are asked for.
///
/// The bytes: two sizes, whether tiles are the tree's, and then three bytes for each change, or what tiles are made of.
pub fn tiled(bytes: &[u8]) -> Made {
    let Some((old, rest)) = bytes.split_first_chunk::<8>() else { return Made::Refused };
    let Some((new, rest)) = rest.split_first_chunk::<8>() else { return Made::Refused };
    let Some((&[how], rest)) = rest.split_first_chunk::<1>() else { return Made::Refused };
    let (old, new) = (u64::from_be_bytes(*old), u64::from_be_bytes(*new));
    let asked = Cell::new(0);
    let made = if how & 1 == 0 {
        let (old, new) = (Size(old % LEAVES), Size(new % LEAVES));
        from_the_tree(old, new, &TileReader::new(new, |tile| hashes(tile, changed(tile, rest, &asked))))
    } else {
        let tiles = TileReader::new(Size(new), |tile| hashes(tile, made_up(tile, rest, &asked)));
        let proofs =
            [prove::consistency(&tiles, Size(old), Size(new)), prove::inclusion(&tiles, Sequence(old), Size(new))];
        assert!(
            proofs.iter().flatten().all(|proof| proof.len() <= 65),
            "one hash a level, and where the old tree ends"
        );
        if proofs.iter().all(Result::is_ok) { Made::Read } else { Made::Refused }
    };
    assert!(asked.get() < 64, "{} tiles for one proof", asked.get());
    made
}

/// The hashes of a file as a prover is given them; none where there is none.
fn hashes(tile: Tile, file: Option<Vec<u8>>) -> Result<Vec<TreeHash>, TileReaderError<()>> {
    let file = file.ok_or(TileReaderError::Missing(tile))?;
    tile.hashes(&file).map_err(|error| TileReaderError::Malformed(tile, error))
}

fn from_the_tree<F: Fn(Tile) -> Result<Vec<TreeHash>, TileReaderError<()>>>(
    old: Size,
    new: Size,
    tiles: &TileReader<F>,
) -> Made {
    let made: Result<_, TileReaderError<()>> = prove::consistency(tiles, old, new);
    let [old_root, root] = [old, new].map(|size| tree().root_at(size).expect("within"));
    match made {
        Ok(proof) if verify_consistency(old, &old_root, new, &root, &proof).is_ok() => {
            assert_eq!(Ok(proof), tree().prove_consistency(old, new));
            Made::Read
        }
        _ => Made::Refused,
    }
}

/// The tree's own tile, unless the bytes change it: the how many-th is missing, cut, or differs in a byte.
fn changed(tile: Tile, changes: &[u8], asked: &Cell<u8>) -> Option<Vec<u8>> {
    let number = asked.replace(asked.get() + 1);
    let mut bytes = tree().tile(tile)?;
    for [of, at, value] in changes.as_chunks::<3>().0.iter().filter(|[of, ..]| of % 16 == number % 16) {
        match of / 16 {
            0 => return None,
            1 => bytes.truncate(usize::from(*at) * 32),
            2 => bytes.push(*value),
            _ => bytes.iter_mut().skip(usize::from(*at) * 32).take(1).for_each(|byte| *byte ^= value),
        }
    }
    Some(bytes)
}

fn made_up(tile: Tile, of: &[u8], asked: &Cell<u8>) -> Option<Vec<u8>> {
    asked.set(asked.get() + 1);
    (!of.is_empty()).then(|| of.iter().copied().cycle().take(tile.bytes_max()).collect())
}
