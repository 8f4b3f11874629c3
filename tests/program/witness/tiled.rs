//! Proofs from published tiles: the same as the tree's own, from few tiles, and never from a wrong one.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use protokol::crypto::hash::TreeHash;
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::proof::{verify_consistency, verify_inclusion};
use protokol::ledger::tree::tile::{Tile, hash_tiles};
use protokol::ledger::tree::tile_reader::{TileReader, TileReaderError};
use protokol::ledger::tree::{node, prove};
use protokol::verify::published::{Published, read_hashes};

use super::{history, tree};

type Files = BTreeMap<String, Vec<u8>>;

/// Files that somebody serves.
struct Served<'a>(&'a Files);

impl Published for Served<'_> {
    type Error = String;

    fn read(&self, file: &str, _: usize) -> Result<Option<Vec<u8>>, String> {
        Ok(self.0.get(file).cloned())
    }
}

type Read = Result<Vec<TreeHash>, TileReaderError<String>>;

/// The tiles that a log of `size` has published, partial ones of this size alone.
fn published(tree: &Tree, size: u64) -> Files {
    let bytes = |tile: Tile| tree.tile(tile).expect("the tree is as large");
    hash_tiles(Size(0), Size(size)).map(|tile| (tile.to_string(), bytes(tile))).collect()
}

fn tiles(files: &Files, size: u64) -> TileReader<impl Fn(Tile) -> Read> {
    TileReader::new(Size(size), |tile| read_hashes(&Served(files), tile))
}

const SIZES: [u64; 14] = [1, 2, 3, 7, 8, 255, 256, 257, 511, 513, 1000, 65_536, 65_537, 70_000];

#[test]
fn proofs_from_tiles_are_the_trees_own() {
    let tree = tree(70_000);
    for new in SIZES {
        let files = published(&tree, new);
        let root = tree.root_at(Size(new)).expect("it was as large");
        assert_eq!(prove::root(&tiles(&files, new), Size(new)), Ok(root), "{new}");
        for old in SIZES.into_iter().filter(|old| *old <= new) {
            let proof = prove::consistency(&tiles(&files, new), Size(old), Size(new)).expect("all tiles are there");
            assert_eq!(Ok(&proof), tree.prove_consistency(Size(old), Size(new)).as_ref(), "{old} {new}");
            let index = Sequence(old - 1);
            let proof = prove::inclusion(&tiles(&files, new), index, Size(new)).expect("all tiles are there");
            assert_eq!(Ok(&proof), tree.prove_inclusion(index, Size(new)).as_ref(), "{index} {new}");
        }
    }
}

#[test]
fn a_proof_needs_few_tiles_and_each_once() {
    let tree = tree(70_000);
    let files = published(&tree, 70_000);
    let asked = RefCell::new(Vec::new());
    let tiled = TileReader::new(Size(70_000), |tile: Tile| {
        asked.borrow_mut().push(tile);
        read_hashes(&Served(&files), tile)
    });
    prove::consistency(&tiled, Size(12_345), Size(70_000)).expect("all tiles are there");
    let asked = asked.borrow();
    assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), asked.len(), "{asked:?}");
    assert!(asked.len() <= 6, "{asked:?}");
}

/// A reader has the checkpoint of an earlier moment; meanwhile the log has grown, and its partial tiles are gone.
#[test]
fn a_partial_tile_that_is_gone_is_read_from_the_full_one() {
    let tree = tree(70_000);
    let files: Files = published(&tree, 70_000).into_iter().filter(|(path, _)| !path.contains(".p/")).collect();
    for new in [300, 1000, 60_000] {
        let proof = prove::consistency(&tiles(&files, new), Size(200), Size(new)).expect("full ones stand in");
        assert_eq!(Ok(proof), tree.prove_consistency(Size(200), Size(new)), "{new}");
    }
    let last = prove::consistency(&tiles(&files, 70_000), Size(200), Size(70_000)).expect_err("it never was full");
    assert_eq!(last.to_string(), "tile/1/001.p/17 is missing");
}

#[test]
fn a_missing_tile_is_named() {
    let tree = tree(1000);
    let mut files = published(&tree, 1000);
    files.remove("tile/0/003.p/232").expect("the last one");
    let missing = prove::consistency(&tiles(&files, 1000), Size(10), Size(1000)).expect_err("a tile is missing");
    assert_eq!(missing.to_string(), "tile/0/003.p/232 is missing");
    assert!(matches!(missing, TileReaderError::Missing(_)));
}

#[test]
fn a_tile_of_another_length_is_named() {
    let tree = tree(1000);
    for (path, change) in
        [("tile/0/003.p/232", -1_i64), ("tile/0/003.p/232", 1), ("tile/0/000", -32), ("tile/0/000", 32)]
    {
        let mut files = published(&tree, 1000);
        let tile = files.get_mut(path).expect("it is published");
        tile.resize((tile.len() as i64 + change) as usize, 0);
        let refused = prove::consistency(&tiles(&files, 1000), Size(10), Size(1000)).expect_err("no such tile");
        assert!(matches!(refused, TileReaderError::Malformed(..)), "{refused}");
        assert!(refused.to_string().starts_with(path), "{refused}");
    }
    // A full one that is longer or shorter stands in for no partial.
    let mut files = published(&tree, 1000);
    let partial = files.remove("tile/0/003.p/232").expect("it is published");
    files.insert("tile/0/003".to_owned(), partial);
    let refused = prove::consistency(&tiles(&files, 1000), Size(10), Size(1000)).expect_err("no full tile");
    assert!(refused.to_string().starts_with("tile/0/003.p/232: "), "{refused}");
}

/// Each tile of the other history in the place of the true one, alone: no proof that it takes part in is believed.
#[test]
fn a_forged_tile_proves_nothing() {
    let (ours, theirs) = (tree(70_000), history("somebody else", 0, 70_000));
    let (old, new) = (Size(300), Size(70_000));
    let roots = |size| ours.root_at(size).expect("it was as large");
    let honest = prove::consistency(&tiles(&published(&ours, new.0), new.0), old, new).expect("all tiles are there");
    let mut forged_ones = 0;
    for (path, bytes) in published(&theirs, new.0) {
        let mut files = published(&ours, new.0);
        files.insert(path.clone(), bytes);
        let proof = prove::consistency(&tiles(&files, new.0), old, new).expect("of the right length");
        let believed = verify_consistency(old, &roots(old), new, &roots(new), &proof).is_ok();
        assert_eq!(believed, proof == honest, "{path}");
        forged_ones += usize::from(!believed);
        let proof = prove::inclusion(&tiles(&files, new.0), Sequence(299), new).expect("of the right length");
        let leaf = node::leaf_hash(b"everybody 299");
        let believed = verify_inclusion(&leaf, Sequence(299), new, &proof, &roots(new)).is_ok();
        assert_eq!(believed, Ok(proof) == ours.prove_inclusion(Sequence(299), new), "{path}");
        if forged_ones > 5 {
            break;
        }
    }
    assert!(forged_ones >= 3, "{forged_ones}");
}

#[test]
fn a_place_that_fails_and_proofs_that_cannot_be() {
    let failing = TileReader::new(Size(10), |_| Read::Err(TileReaderError::Place("the disk is gone".to_owned())));
    let failed = prove::consistency(&failing, Size(3), Size(10));
    assert_eq!(failed, Err(TileReaderError::Place("the disk is gone".to_owned())));
    let files = published(&tree(10), 10);
    let backwards = prove::consistency(&tiles(&files, 10), Size(10), Size(3)).expect_err("it does not shrink");
    assert!(matches!(backwards, TileReaderError::Impossible(_)));
    let outside = prove::inclusion(&tiles(&files, 10), Sequence(10), Size(10)).expect_err("it is not there");
    assert!(matches!(outside, TileReaderError::Impossible(_)));
    assert_eq!(prove::consistency(&tiles(&Files::new(), 10), Size(0), Size(10)), Ok(Vec::new()), "nothing to ask for");
    let beyond = prove::root(&tiles(&files, 10), Size(11)).expect_err("it is not so large");
    assert!(matches!(beyond, TileReaderError::Impossible(_)));
}
