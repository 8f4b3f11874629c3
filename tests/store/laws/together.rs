//! Whatever rows are put into the embedded store and taken out, it has them: whole, from one key to another, and no more of
//! them under one key of its own than it says.

use proptest::collection::vec;
use proptest::prelude::*;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::tree::RowTree;
use protokol::store::sled::SledStore;
use protokol::tally::rows::ChangedRows;

use crate::kit::stored::{self, Rows, edit, key};

/// How many rows stand under one key at the most.
const TOGETHER: usize = 8;

/// Numbers of rows, ascending or not, each put with a value or taken out.
fn changes() -> impl Strategy<Value = Vec<(u16, Option<u8>)>> {
    let few = vec((0..600_u16, any::<Option<u8>>()), 0..40);
    let many = (0..600_u16, any::<Option<u8>>()).prop_map(|(from, value)| (from..600).map(|at| (at, value)).collect());
    prop_oneof![3 => few, 1 => many]
}

fn row(number: u16) -> RowKey {
    // Of several lengths: one begins as another one is.
    key(&format!("unit/{:x}", u32::from(number) * u32::from(number)))
}

fn put(store: &mut SledStore, rows: &mut Rows, changes: &[(u16, Option<u8>)]) {
    let changed: ChangedRows =
        changes.iter().map(|(number, value)| (row(*number), value.map(|value| value.to_string()))).collect();
    for (key, value) in &changed {
        match value {
            Some(value) => rows.insert(key.clone(), value.clone()),
            None => rows.remove(key),
        };
    }
    let mut tree = RowTree::default();
    for (key, value) in rows.iter() {
        tree.put(key, value);
    }
    store.put_rows(&changed, tree.pages()).expect("they are written");
    assert_eq!(store.pages().root(), tree.root());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn the_store_has_the_rows_that_were_put_in(turns in vec(changes(), 1..8), from in 0..600_u16, until in 0..600_u16) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (mut store, mut rows) = (SledStore::open(folder.path()).expect("it opens"), Rows::new());
        for changes in &turns {
            put(&mut store, &mut rows, changes);
            let all = store.all_rows().expect("they are rows");
            prop_assert_eq!(all.values(), &rows);
            let (from, until) = (row(from), row(until));
            let between: Rows = rows.clone().into_iter().filter(|(key, _)| *key >= from && *key < until).collect();
            let held = store.rows(&from, Some(&until)).expect("they are rows");
            prop_assert_eq!(held.values(), &between);
            let behind: Rows = rows.clone().split_off(&from);
            let held = store.rows(&from, None).expect("they are rows");
            prop_assert_eq!(held.values(), &behind);
        }
        drop(store);
        let most = edit(folder.path(), |db| {
            db.scan_prefix(b"r").map(|entry| stored::rows(&entry.expect("it reads").1).len()).max()
        });
        prop_assert!(most.unwrap_or_default() <= TOGETHER);
    }
}
