//! A packed map is a map: the same as a `BTreeMap`, however its entries come in.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use protokol::crypto::wire;
use protokol::domain::packed::Packed;

/// In which order so many keys come: each may come again.
fn keys() -> impl Strategy<Value = Vec<u16>> {
    let at_random = vec(0..4000_u16, 0..3000);
    let ascending = (0..3000_u16).prop_map(|keys| (0..keys).collect());
    let descending = (0..3000_u16).prop_map(|keys| (0..keys).rev().collect());
    let nearly =
        (vec(0..4000_u16, 0..30), 0..3000_u16).prop_map(|(some, rest)| (0..rest).step_by(2).chain(some).collect());
    prop_oneof![at_random, ascending, descending, nearly]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn is_a_map(keys in keys(), more in 0..4000_u16) {
        let (mut packed, mut map) = (Packed::default(), BTreeMap::new());
        for (value, key) in keys.iter().enumerate() {
            if value % 3 == 0 {
                prop_assert_eq!(*packed.get_or_insert(*key, value), *map.entry(*key).or_insert(value));
            } else {
                prop_assert_eq!(packed.insert(*key, value), map.insert(*key, value));
            }
        }
        if let Some(value) = packed.get_mut(&more) {
            *value += 1;
            map.entry(more).and_modify(|value| *value += 1);
        }
        prop_assert!(packed.iter().eq(map.iter()));
        prop_assert_eq!((packed.len(), packed.is_empty()), (map.len(), map.is_empty()));
        for key in 0..4001_u16 {
            prop_assert_eq!(packed.get_key_value(&key), map.get_key_value(&key));
        }
        let bytes = wire::encode(&packed).expect("a map of numbers is written");
        prop_assert_eq!(&bytes, &wire::encode(&map).expect("a map of numbers is written"));
        let again: Packed<u16, usize> = wire::decode(&bytes).expect("what was written is read");
        prop_assert_eq!(again, packed);
    }
}
