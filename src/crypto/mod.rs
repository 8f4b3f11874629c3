//! Floor 0: bytes in, bytes out. Hashes, keys, signatures, the codec and signed notes.

pub mod context;
pub mod hash;
pub mod key;
pub mod wire;
