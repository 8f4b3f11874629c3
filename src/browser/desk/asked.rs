//! What a page of the desk asks, as it writes it. Papers cross the boundary in base64, times as milliseconds since 1970.

use serde::{Deserialize, Deserializer};

use crate::crypto::base64;
use crate::domain::time::Millis;
use crate::text::Lang;

/// What was typed: each value with its place, in the order of the form.
pub type Typed = Vec<(String, String)>;

/// A paper that is typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typing {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    /// The word of its kind, as in `protokol draft KIND`.
    pub kind: String,
    pub typed: Typed,
    #[serde(deserialize_with = "now")]
    pub now: Millis,
}

/// An empty form, or one of a version that is to be corrected.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    pub kind: String,
    pub unit: String,
    pub contest: Option<String>,
    /// The receipt of the event that it is about: what a correction replaces, what a complaint is against.
    pub receipt: Option<String>,
}

/// Two typings of one paper.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typings {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    pub kind: String,
    pub first: Typed,
    pub second: Typed,
}

/// A paper that was drawn up.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    #[serde(deserialize_with = "bytes")]
    pub paper: Vec<u8>,
    #[serde(deserialize_with = "now")]
    pub now: Millis,
}

/// A paper, and the key that is to sign it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signing {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    #[serde(deserialize_with = "bytes")]
    pub paper: Vec<u8>,
    #[serde(deserialize_with = "now")]
    pub now: Millis,
    /// The key file's name, for people.
    pub file: String,
    /// The key file itself.
    pub key: String,
    pub passphrase: String,
}

/// Papers that are looked over at once.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    /// Each in base64; one that is none is told as every damaged paper is.
    pub papers: Vec<String>,
    #[serde(deserialize_with = "now")]
    pub now: Millis,
}

/// Papers, and the key that is to sign them all.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SigningAll {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    /// Each in base64; one that is none is told as every damaged paper is.
    pub papers: Vec<String>,
    #[serde(deserialize_with = "now")]
    pub now: Millis,
    /// The key file's name, for people.
    pub file: String,
    /// The key file itself.
    pub key: String,
    pub passphrase: String,
}

/// A paper, and a copy of it that others signed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joining {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    #[serde(deserialize_with = "bytes")]
    pub paper: Vec<u8>,
    #[serde(deserialize_with = "bytes")]
    pub copy: Vec<u8>,
    #[serde(deserialize_with = "now")]
    pub now: Millis,
}

/// A receipt, and the paper that it ought to be of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    pub receipt: String,
    #[serde(default, deserialize_with = "maybe_bytes")]
    pub paper: Option<Vec<u8>>,
}

/// The language of a page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
}

/// Texts that a camera read, or that somebody pasted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pasted {
    #[serde(deserialize_with = "lang")]
    pub lang: Lang,
    pub pasted: String,
}

/// A text that is to be drawn.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Square {
    pub text: String,
}

fn lang<'de, D: Deserializer<'de>>(from: D) -> Result<Lang, D::Error> {
    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
}

fn now<'de, D: Deserializer<'de>>(from: D) -> Result<Millis, D::Error> {
    u64::deserialize(from)?.try_into().map_err(serde::de::Error::custom)
}

fn bytes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    base64::decode(&String::deserialize(from)?).map_err(serde::de::Error::custom)
}

fn maybe_bytes<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<u8>>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    text.map(|text| base64::decode(&text)).transpose().map_err(serde::de::Error::custom)
}
