//! Floor 0: bytes in, bytes out. Hashes, keys, signatures, the codec and signed notes.

pub mod admitted;
pub mod base64;
pub mod context;
pub mod hash;
pub mod key;
#[cfg(feature = "keys")]
pub mod keyfile;
pub mod note;
pub mod parallel;
pub mod together;
pub mod transfer;
pub mod vkey;
pub mod wire;
