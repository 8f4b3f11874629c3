//! The tree over the rows, beside its definition read aloud: kept, proved and asked, over keys that come and go.

use std::collections::{BTreeMap, HashMap};

use proptest::collection::vec;
use proptest::prelude::*;
use protokol::crypto::hash::sha256;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::node::{RowHash, RowNode};
use protokol::ledger::rows::prove::{Asked, NotProved, RowNodes, prove};
use protokol::ledger::rows::shown::{Answer, Shown};
use protokol::ledger::rows::tree::RowTree;

/// Nodes by their hashes, as a store keeps them.
#[derive(Clone, Default)]
struct Kept(HashMap<RowHash, RowNode>);

impl RowNodes for Kept {
    type Error = std::convert::Infallible;

    fn node(&self, hash: &RowHash) -> Result<Option<RowNode>, Self::Error> {
        Ok(self.0.get(hash).cloned())
    }
}

impl Kept {
    fn follow(&mut self, tree: &mut RowTree, rows: &BTreeMap<RowKey, String>) -> RowHash {
        let settled = tree.settle();
        settled.gone.iter().for_each(|hash| drop(self.0.remove(hash)));
        let rows = rows.iter().map(|(key, value)| RowNode::Row { key: key.clone(), value: value.clone() });
        self.0.extend(settled.forks.into_iter().chain(rows).map(|node| (node.hash(), node)));
        settled.root
    }
}

/// The root as docs/format.md says it, section 14.2.
fn by_definition(rows: &[(Vec<u8>, &str)]) -> [u8; 32] {
    match rows {
        [] => sha256(&[b"protokol rows v1: none\n"]),
        [(key, value)] => sha256(&[b"protokol row v1\n", key, value.as_bytes()]),
        _ => {
            let bit = |key: &[u8], at: usize| key.get(at / 8).is_some_and(|byte| byte >> (7 - at % 8) & 1 == 1);
            let at = (0..)
                .find(|at| rows.iter().any(|(key, _)| bit(key, *at) != bit(&rows[0].0, *at)))
                .expect("no two keys are one");
            let (ones, zeros): (Vec<_>, Vec<_>) = rows.iter().cloned().partition(|(key, _)| bit(key, at));
            let number = u32::try_from(at).expect("a short key").to_le_bytes();
            sha256(&[b"protokol rows v1: node\n", &number, &by_definition(&zeros), &by_definition(&ones)])
        }
    }
}

fn root_of(rows: &BTreeMap<RowKey, String>) -> RowHash {
    let rows: Vec<_> = rows.iter().map(|(key, value)| (format!("{key}\n").into_bytes(), value.as_str())).collect();
    RowHash(by_definition(&rows))
}

fn key() -> impl Strategy<Value = RowKey> {
    "(paper|total|p)/[ab]/[0-3]{1,2}(\\.[0-9]{1,2})?(/[a-c])?".prop_map(|text| text.parse().expect("a key"))
}

/// A row that is put, or taken where there is no value.
fn change() -> impl Strategy<Value = (RowKey, Option<String>)> {
    (key(), prop_oneof![3 => "[a-z]{1,3} [0-9]{1,3}\n".prop_map(Some), 1 => Just(None)])
}

proptest! {
    #[test]
    fn a_tree_that_follows_its_rows_has_the_root_of_its_definition(changes in vec(change(), 0..60)) {
        let (mut tree, mut rows, mut kept) = (RowTree::default(), BTreeMap::new(), Kept::default());
        for turn in changes.chunks(3) {
            for (key, value) in turn {
                match value {
                    Some(value) => { tree.put(key, value); rows.insert(key.clone(), value.clone()); }
                    None => { tree.take(key); rows.remove(key); }
                }
            }
            let root = kept.follow(&mut tree, &rows);
            prop_assert_eq!(root, root_of(&rows));
            let all = prove(&kept, &root, &[Asked::All(String::new())]).expect("all is kept");
            let shown: Vec<_> = all.rows().expect("nothing is hidden").into_iter().map(|(k, v)| (k.clone(), v.to_owned())).collect();
            prop_assert_eq!(shown, rows.clone().into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_asked_is_shown_and_nothing_else_is_said(
        rows in proptest::collection::btree_map(key(), "[a-z]{1,4}\n", 0..40),
        asked in vec(key(), 1..4),
        prefix in "(paper|total|p|x)?(/[ab])?(/[0-3]{1,2})?",
        other in key(),
    ) {
        let (mut tree, mut kept) = (RowTree::default(), Kept::default());
        for (key, value) in &rows {
            tree.put(key, value);
        }
        let root = kept.follow(&mut tree, &rows);
        let mut wanted: Vec<_> = asked.iter().cloned().map(Asked::Row).collect();
        wanted.push(Asked::All(prefix.clone()));
        let shown = prove(&kept, &root, &wanted).expect("all is kept");
        prop_assert_eq!(shown.root(), root);
        prop_assert_eq!(shown.check(), Ok(()));
        let truly = |key: &RowKey| rows.get(key).map_or(Answer::None, |value| Answer::There(value.as_str()));
        for key in &asked {
            prop_assert_eq!(shown.get(key), truly(key));
        }
        let of_prefix: Vec<_> = rows.iter().filter(|(key, _)| key.as_str().starts_with(&prefix)).collect();
        let found = match shown.all(&prefix) { Answer::There(found) => found, other => panic!("{other:?}") };
        prop_assert_eq!(found, of_prefix.into_iter().map(|(k, v)| (k, v.as_str())).collect::<Vec<_>>());
        // What was not asked for is said truly, or not at all.
        prop_assert!([Answer::NotShown, truly(&other)].contains(&shown.get(&other)));
    }

    #[test]
    fn a_store_that_was_edited_gives_no_proof(
        rows in proptest::collection::btree_map(key(), "[a-z]{1,4}\n", 2..20),
        at in any::<prop::sample::Index>(),
    ) {
        let (mut tree, mut kept) = (RowTree::default(), Kept::default());
        for (key, value) in &rows {
            tree.put(key, value);
        }
        let root = kept.follow(&mut tree, &rows);
        let key = rows.keys().nth(at.index(rows.len())).expect("an index within").clone();
        for node in kept.0.values_mut() {
            match node {
                RowNode::Row { key: own, value } if *own == key => value.push_str("more 1\n"),
                RowNode::Row { .. } | RowNode::Fork { .. } => {}
            }
        }
        prop_assert_eq!(prove(&kept, &root, &[Asked::Row(key)]), Err(NotProved::NotTheRows));
    }
}

#[test]
fn a_row_that_stands_where_its_key_does_not_lead_is_no_part_of_a_tree() {
    let row = |key: &str| Shown::Row { key: key.parse().expect("a key"), value: "a 1\n".to_owned() };
    let fork = |bit, left, right| Shown::Fork { bit, sides: Box::new([left, right]) };
    // "a" is 61 and "b" is 62: they differ first in bit 6.
    assert!(fork(6, row("a"), row("b")).check().is_ok());
    assert!(fork(6, row("b"), row("a")).check().is_err());
    assert!(fork(6, row("a"), fork(6, row("b"), row("c"))).check().is_err());
    assert!(fork(6, row("a"), fork(7, row("b"), row("c"))).check().is_ok());
}
