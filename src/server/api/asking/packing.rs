//! How an answer is packed on its way: as gzip or Zstandard, where whoever asks takes that and it is worth it.

use std::io::Write;

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::wishes::weighted;

/// What is smaller than this goes out as it is.
const WORTH_IT: usize = 512;
/// How hard Zstandard tries: as fast as gzip, and smaller.
const ZSTD_LEVEL: i32 = 3;

/// How an answer is packed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in crate::server) enum Encoding {
    /// Not at all.
    Plain,
    /// As gzip (RFC 1952).
    Gzip,
    /// As Zstandard (RFC 8878).
    Zstd,
}

impl Encoding {
    /// The one that is wanted most; Zstandard of two that are wanted alike.
    pub fn wanted(headers: &HeaderMap) -> Self {
        let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let named = |name: &str| match name {
            "zstd" => Some(Self::Zstd),
            "gzip" | "x-gzip" => Some(Self::Gzip),
            "identity" => Some(Self::Plain),
            _ => None,
        };
        let wanted = weighted(accepted).filter_map(|(weight, name)| Some((weight, named(&name)?)));
        let rank = |encoding: &Self| [Self::Plain, Self::Gzip, Self::Zstd].iter().position(|known| known == encoding);
        let best = wanted.max_by_key(|(weight, encoding)| (*weight, rank(encoding)));
        best.map_or(Self::Plain, |(_, encoding)| encoding)
    }

    /// As `Content-Encoding` has it; none of what is not packed.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Zstd => Some("zstd"),
        }
    }

    /// Packs what goes out, where it is worth it, and says how it is packed then.
    pub fn pack(self, media: &str, body: Vec<u8>) -> (Self, Vec<u8>) {
        let is_text = media.starts_with("text/") || media.ends_with("json");
        if !is_text || body.len() < WORTH_IT {
            return (Self::Plain, body);
        }
        let packed = match self {
            Self::Plain => None,
            Self::Gzip => gzip(&body),
            Self::Zstd => zstd::bulk::compress(&body, ZSTD_LEVEL).ok(),
        };
        match packed {
            Some(packed) if packed.len() < body.len() => (self, packed),
            _ => (Self::Plain, body),
        }
    }
}

fn gzip(body: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::default());
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}
