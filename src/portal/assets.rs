//! What pages ask for besides themselves, embedded in the program. Its name holds its digest, so that it may be kept for
//! ever, and changes when it does.

use std::sync::OnceLock;

use crate::crypto::hash::sha256;

/// How many bytes of the digest stand in the name.
const NAMED_BYTES: usize = 8;

/// A file that pages ask for.
#[derive(Debug)]
pub struct Asset {
    stem: &'static str,
    extension: &'static str,
    /// What it is.
    pub media: &'static str,
    /// What is in it.
    pub bytes: &'static [u8],
    name: OnceLock<String>,
}

impl Asset {
    const fn new(stem: &'static str, extension: &'static str, media: &'static str, bytes: &'static [u8]) -> Self {
        Self { stem, extension, media, bytes, name: OnceLock::new() }
    }

    /// What it is called, below `assets/`.
    pub fn name(&self) -> &str {
        let digest = || hex::encode(&sha256(&[self.bytes])[..NAMED_BYTES]);
        self.name.get_or_init(|| format!("{}.{}.{}", self.stem, digest(), self.extension))
    }
}

/// The look of every page.
pub static STYLE: Asset = Asset::new("site", "css", "text/css; charset=utf-8", include_bytes!("assets/site.css"));
/// What makes pages follow the log while they are looked at.
pub static SCRIPT: Asset = Asset::new("site", "js", "text/javascript; charset=utf-8", include_bytes!("assets/site.js"));
/// What shows the parts of a screen one after the other.
pub static ROTATION: Asset =
    Asset::new("rotation", "js", "text/javascript; charset=utf-8", include_bytes!("assets/rotation.js"));
/// The sign of the site.
pub static ICON: Asset = Asset::new("icon", "svg", "image/svg+xml", include_bytes!("assets/icon.svg"));

/// Every file that pages ask for.
pub static ALL: &[&Asset] = &[&STYLE, &SCRIPT, &ROTATION, &ICON];
