//! Trust files whose witnesses cannot be asked.

use crate::text::{Lang, Said};

messages! {
    policy_witness_address { address } + remedy;
}

/// A trust file names a witness under what is no address.
pub fn witness_address(lang: Lang, address: &str) -> Said {
    advise!(lang, policy_witness_address { address: format!("{address:?}") })
}
