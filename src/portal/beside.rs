//! What stands beside the pages, from the root of the site.

use crate::store::files;

/// The published log.
pub const LOG: &str = "log/";
/// The checkpoint under which it stands.
pub const CHECKPOINT: &str = "log/checkpoint";
/// The key that this is signed with.
pub const LOG_VKEY: &str = "log/log.vkey";
/// What stands there beside the tiles, but for what is signed.
pub const BESIDE: [&str; 4] = [files::MANIFEST, files::LOG_VKEY, files::POLICY, files::README];
/// The newest of the totals, in a mirror.
pub const TOTALS: &str = "totals/newest.json";
/// Where the newest exports are, in a mirror.
pub const EXPORTS: &str = "exports/newest.json";
/// The most bytes of that.
pub const EXPORTS_BYTES_MAX: usize = 64 * 1024;
