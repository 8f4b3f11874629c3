//! What stands together under one key of the embedded store: events that follow one another, or rows.

use std::collections::BTreeMap;

use crate::ledger::rows::key::RowKey;

/// How many envelopes stand under one key: sled keeps some 350 bytes in memory for every dozen of keys, however short their values.
pub(super) const ENVELOPES: u64 = 16;
/// How many rows stand under one key at the most: all are written again where one of them changes.
const ROWS_MAX: usize = 8;

/// Adds something behind the rest, after its length.
pub(super) fn add(together: &mut Vec<u8>, one: &[u8]) {
    // An envelope fits an entry, whose length takes 16 bits; a row takes more of them, and fewer than 32.
    together.extend((one.len() as u32).to_be_bytes());
    together.extend(one);
}

/// What stands together, to the first that is none.
pub(super) fn each(mut together: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (length, rest) = together.split_first_chunk::<4>()?;
        let (one, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        together = rest;
        Some(one)
    })
}

/// The rows that stand together; none where something else does, be it behind them.
pub(super) fn rows(together: &[u8]) -> Option<BTreeMap<RowKey, String>> {
    if each(together).map(|one| 4 + one.len()).sum::<usize>() != together.len() {
        return None;
    }
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    let row = |row: &[&[u8]]| match row {
        [key, value] => Some((text(key)?.parse().ok()?, text(value)?)),
        _ => None,
    };
    each(together).collect::<Vec<_>>().chunks(2).map(row).collect()
}

/// Rows as they stand together, in as few parts as may be, each by the key of its first row.
pub(super) fn in_parts(rows: &BTreeMap<RowKey, String>) -> BTreeMap<&RowKey, Vec<u8>> {
    let parts = rows.len().div_ceil(ROWS_MAX).max(1);
    let rows: Vec<_> = rows.iter().collect();
    let part = |part: &[(&RowKey, &String)]| {
        let mut together = Vec::new();
        for (key, value) in part {
            add(&mut together, key.as_str().as_bytes());
            add(&mut together, value.as_bytes());
        }
        together
    };
    rows.chunks(rows.len().div_ceil(parts).max(1)).map(|some| (some[0].0, part(some))).collect()
}
