//! What a reader brings besides the file: a language, whom to believe, and what to expect.

use serde::Deserialize;

use super::refused::Refused;
use crate::browser::parcel::{self, Item};
use crate::ledger::note::checkpoint::Fingerprint;
use crate::ledger::note::policy::Policy;
use crate::text::Lang;
use crate::verify::conclude::TrustAnchors;
use crate::verify::report::Trust;

/// The name under which what is asked lies in a parcel, as JSON.
pub const ASKED: &str = "asked";

/// What a page says beside the files.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    /// The language of the answer: `en`.
    lang: String,
    /// What the reader calls the file, or the log.
    name: String,
    /// A trust file's text.
    policy: Option<String>,
    /// Whether the trust file lay beside the log itself, so that whoever publishes the log wrote it.
    policy_is_beside: bool,
    /// The key of the log that the page is served with, as `log.vkey` has it.
    key: Option<String>,
    /// A fingerprint from elsewhere.
    expected: Option<String>,
    /// What the reader's clock says, in seconds since 1970: no cosignature from the future counts.
    now: Option<u64>,
    /// Whether the files come from a server, which may give a page for people in a file's place.
    served: bool,
}

/// The same, read.
#[derive(Debug, Default)]
pub struct Asked {
    pub lang: Lang,
    pub name: String,
    pub policy: Option<Policy>,
    pub is_beside: bool,
    pub key: Option<String>,
    pub expected: Option<Fingerprint>,
    pub served: bool,
}

impl Asked {
    /// Reads a parcel: what is asked, and the files.
    ///
    /// # Errors
    /// [`Refused`]: the page made no parcel, or the reader brought no trust file or fingerprint that can be read.
    pub fn of(given: &[u8]) -> Result<(Self, Vec<Item<'_>>), (Lang, Refused)> {
        let items = parcel::read(given).map_err(|_| (Lang::default(), Refused::NoParcel))?;
        let asked = items.iter().find(|(name, _)| *name == ASKED).and_then(|(_, bytes)| *bytes).unwrap_or(b"{}");
        let written: Written = serde_json::from_slice(asked).map_err(|_| (Lang::default(), Refused::NoParcel))?;
        let lang = written.lang.parse().unwrap_or_default();
        let asked = Self::read(written, lang).map_err(|refused| (lang, refused))?;
        Ok((asked, items.into_iter().filter(|(name, _)| *name != ASKED).collect()))
    }

    fn read(written: Written, lang: Lang) -> Result<Self, Refused> {
        let policy = written.policy.filter(|text| !text.trim().is_empty());
        let expected = written.expected.filter(|text| !text.trim().is_empty());
        let mut policy = policy.map(|text| Policy::parse(&text)).transpose().map_err(Refused::Policy)?;
        if let Some(now) = written.now.and_then(|now| now.try_into().ok()) {
            policy = policy.map(|policy| policy.at(now));
        }
        let fingerprint = |text: String| text.trim().parse().map_err(|_| Refused::NoFingerprint(text.clone()));
        Ok(Self {
            lang,
            name: written.name,
            policy,
            is_beside: written.policy_is_beside,
            key: written.key,
            expected: expected.map(fingerprint).transpose()?,
            served: written.served,
        })
    }

    /// Whose word a verdict is taken on that the verifier gave on this one's: whoever publishes a trust file beside the log
    /// speaks for the log. A fingerprint from elsewhere proves whose a checkpoint is, whatever key it was held against.
    pub fn proved_by(&self, trust: Trust) -> Trust {
        match (trust, self.expected) {
            (_, Some(_)) => Trust::Expected,
            (Trust::Policy, None) if self.is_beside => Trust::SelfSigned,
            (trust, None) => trust,
        }
    }

    /// What the verifier is to go by.
    pub fn anchors(&self) -> TrustAnchors<'_> {
        TrustAnchors { policy: self.policy.as_ref(), expected: self.expected }
    }
}
