//! The program that runs, told from every other build of it: its version is the same in many.

use std::env;
use std::fs::File;
use std::io::Read;
use std::sync::OnceLock;

use crate::crypto::hash::{FileDigest, blake3_of};

/// The digest of the file that this process runs; none where the system does not let it be read. It is read once.
pub fn digest() -> Option<FileDigest> {
    static DIGEST: OnceLock<Option<FileDigest>> = OnceLock::new();
    *DIGEST.get_or_init(|| {
        // The file itself, whatever is installed in its place meanwhile; a system without this has its name only.
        let file = File::open("/proc/self/exe").or_else(|_| File::open(env::current_exe()?));
        let mut file = file.ok()?;
        blake3_of(|piece| file.read(piece)).ok()
    })
}
