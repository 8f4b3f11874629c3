//! The tree over the rows, beside its definition read aloud: kept, proved and asked, over keys that come and go.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::ops::Bound;

use proptest::collection::vec;
use proptest::prelude::*;
use protokol::crypto::hash::sha256;
use protokol::ledger::rows::held::HeldRows;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::node::RowHash;
use protokol::ledger::rows::page::PAGE_ROWS_MAX;
use protokol::ledger::rows::paged::PagedRows;
use protokol::ledger::rows::prove::{Asked, NotProved};
use protokol::ledger::rows::rising::RisingRows;
use protokol::ledger::rows::shown::{Answer, Shown};
use protokol::ledger::rows::tree::RowTree;

/// Rows and their pages, as a store keeps them.
struct Kept {
    rows: BTreeMap<RowKey, String>,
    pages: PagedRows,
}

impl Kept {
    fn of(rows: &BTreeMap<RowKey, String>, tree: &mut RowTree) -> Self {
        Self { rows: rows.clone(), pages: PagedRows::of(tree.pages()) }
    }

    fn shown(&self, asked: &[Asked]) -> Result<Shown, NotProved<Infallible>> {
        self.pages.shown(asked, &mut |from, until| {
            let until = until.map_or(Bound::Unbounded, Bound::Excluded);
            let rows = self.rows.range::<RowKey, _>((Bound::Included(from), until));
            Ok(rows.map(|(key, value)| (key.clone(), value.clone())).collect())
        })
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

fn tree_of<'a>(rows: impl IntoIterator<Item = (&'a RowKey, &'a String)>) -> RowTree {
    let mut tree = RowTree::default();
    for (key, value) in rows {
        tree.put(key, value);
    }
    tree
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
        let (mut tree, mut rows) = (RowTree::default(), BTreeMap::new());
        for turn in changes.chunks(3) {
            for (key, value) in turn {
                match value {
                    Some(value) => { tree.put(key, value); rows.insert(key.clone(), value.clone()); }
                    None => { tree.take(key); rows.remove(key); }
                }
            }
            prop_assert_eq!(tree.root(), root_of(&rows));
            let all = Kept::of(&rows, &mut tree).shown(&[Asked::All(String::new())]).expect("all is kept");
            let shown: Vec<_> = all.rows().expect("nothing is hidden").into_iter().map(|(k, v)| (k.clone(), v.to_owned())).collect();
            prop_assert_eq!(shown, rows.clone().into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn rows_that_rise_are_the_subtree_that_they_are_put_in_as(
        rows in proptest::collection::btree_map(key(), "[a-z]{1,4}\n", 0..40),
    ) {
        let mut tree = RowTree::default();
        for kind in ["p/", "paper/", "total/"] {
            let mut rising = RisingRows::default();
            let alike = rows.iter().filter(|(key, _)| key.as_str().starts_with(kind));
            alike.for_each(|(key, value)| rising.push(key.clone(), value));
            tree.put_rising(rising);
        }
        prop_assert_eq!(tree.root(), root_of(&rows));
    }

    #[test]
    fn what_is_asked_is_shown_and_nothing_else_is_said(
        rows in proptest::collection::btree_map(key(), "[a-z]{1,4}\n", 0..40),
        asked in vec(key(), 1..4),
        prefix in "(paper|total|p|x)?(/[ab])?(/[0-3]{1,2})?",
        other in key(),
    ) {
        let mut held: HeldRows = rows.clone().into_iter().collect();
        let mut wanted: Vec<_> = asked.iter().cloned().map(Asked::Row).collect();
        wanted.push(Asked::All(prefix.clone()));
        let shown = held.shown(&wanted);
        prop_assert_eq!(shown.root(), held.root());
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

}

/// Rows of several pages: so many that a page would not hold them.
fn many() -> impl Strategy<Value = BTreeMap<RowKey, String>> {
    let key = "(paper|total)/[ab]/[0-9]{1,4}(\\.[0-9])?".prop_map(|text| text.parse().expect("a key"));
    proptest::collection::btree_map(key, "[a-z]{1,4}\n", 300..1500)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn pages_show_what_the_whole_tree_shows(rows in many(), asked in vec(key(), 1..4), at in any::<prop::sample::Index>()) {
        let mut tree = tree_of(&rows);
        let (kept, mut held) = (Kept::of(&rows, &mut tree), rows.clone().into_iter().collect::<HeldRows>());
        prop_assert_eq!(kept.pages.root(), held.root());
        prop_assert!(kept.pages.pages().len() > 1);
        let one = rows.keys().nth(at.index(rows.len())).expect("an index within").clone();
        let prefix = one.as_str()[..one.as_str().len() - 1].to_owned();
        let mut asked: Vec<_> = asked.into_iter().chain([one]).map(Asked::Row).collect();
        asked.extend([prefix, "total/".to_owned(), "none/".to_owned()].map(Asked::All));
        for asked in asked.iter().map(std::slice::from_ref).chain([&asked[..]]) {
            prop_assert_eq!(kept.shown(asked), Ok(held.shown(asked)));
        }
    }

    #[test]
    fn a_page_holds_what_fits_and_follows_from_the_rows_alone(rows in many()) {
        let mut tree = tree_of(&rows);
        let pages = tree.pages();
        let firsts: Vec<_> = pages.iter().map(|page| page.first.clone()).collect();
        prop_assert!(firsts.is_sorted());
        let starts = firsts.iter().map(|first| rows.range::<RowKey, _>(..first).count()).chain([rows.len()]);
        let starts: Vec<_> = starts.collect();
        let most = starts.windows(2).map(|pair| pair[1] - pair[0]).max().expect("pages");
        prop_assert!(most <= PAGE_ROWS_MAX as usize);
        // Pages follow from the rows, in whatever order they came.
        prop_assert_eq!(tree_of(rows.iter().rev()).pages(), pages);
    }

    #[test]
    fn a_store_that_was_edited_gives_no_proof(rows in many(), at in any::<prop::sample::Index>()) {
        let mut tree = tree_of(&rows);
        let mut kept = Kept::of(&rows, &mut tree);
        let key = rows.keys().nth(at.index(rows.len())).expect("an index within").clone();
        kept.rows.get_mut(&key).expect("a row").push_str("more 1\n");
        prop_assert_eq!(kept.shown(&[Asked::Row(key.clone())]), Err(NotProved::NotTheRows));
        kept.rows.remove(&key);
        prop_assert_eq!(kept.shown(&[Asked::Row(key)]), Err(NotProved::NotTheRows));
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
