//! Keys and passphrases.
