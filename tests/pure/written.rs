//! A written list is a list: it gives what was added, in order, and is written and read as any list of the same.

use proptest::collection::vec;
use proptest::prelude::*;
use protokol::crypto::wire;
use protokol::tally::record::Written;

proptest! {
    #[test]
    fn is_a_list(entries in vec(("[a-z]{0,300}", any::<Option<u64>>(), vec(any::<u16>(), 0..9)), 0..60)) {
        let mut written = Written::default();
        for entry in &entries {
            written.push(entry);
        }
        prop_assert_eq!(&written.iter().collect::<Vec<_>>(), &entries);
        prop_assert_eq!(&written, &entries.iter().collect());
        let bytes = wire::encode_row(&written).expect("a short list is written");
        prop_assert_eq!(&bytes, &wire::encode_row(&entries).expect("a short list is written"));
        let again: Written<(String, Option<u64>, Vec<u16>)> = wire::decode_row(&bytes).expect("what was written is read");
        prop_assert_eq!(again, written);
    }
}
