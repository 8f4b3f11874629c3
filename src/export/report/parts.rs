//! The small parts of a report: texts, identifiers, and how what has an id is named.

use serde::Serialize;

use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::BallotNumber;
use crate::domain::text::Localised;
use crate::domain::time::Millis;

/// A text in one or more languages; never without any.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.InternationalizedText", rename_all = "PascalCase")]
pub(super) struct Text<'a> {
    text: Vec<LanguageString<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.LanguageString", rename_all = "PascalCase")]
struct LanguageString<'a> {
    content: &'a str,
    language: &'a str,
}

/// The language of what is in none that we know (BCP 47).
const UNDETERMINED: &str = "und";

impl<'a> Text<'a> {
    /// A text whose language is not known.
    pub(super) fn plain(content: &'a str) -> Self {
        Self { text: vec![LanguageString { content, language: UNDETERMINED }] }
    }

    /// A text in every language it has; an id where it has none.
    pub(super) fn of(localised: &'a Localised, id: &'a str) -> Self {
        let text = localised.iter().map(|(l, t)| LanguageString { content: t.as_str(), language: l.as_str() });
        if localised.is_empty() { Self::plain(id) } else { Self { text: text.collect() } }
    }
}

/// A name from outside the report: the ledger's own, under a type of ours.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.ExternalIdentifier", rename_all = "PascalCase")]
pub(super) struct ExternalIdentifier<'a> {
    r#type: &'static str,
    other_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    value: String,
}

impl<'a> ExternalIdentifier<'a> {
    /// An identifier of the type `protokol-WHAT`. The label says of which contest.
    pub(super) fn new(what: &str, contest: Option<&'a ContestId>, value: String) -> Self {
        Self { r#type: "other", other_type: format!("protokol-{what}"), label: contest.map(ContestId::as_str), value }
    }
}

/// How far the count of something is.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.CountStatus", rename_all = "PascalCase")]
pub(super) struct CountStatus {
    r#type: CountItemType,
    status: &'static str,
}

/// What is counted, in the schema's words.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum CountItemType {
    Total,
    Other,
}

impl CountStatus {
    /// Of so many papers due, so many are settled: in force, annulled or failed.
    pub(super) fn of(due: u64, settled: u64) -> Vec<Self> {
        let status = match settled {
            _ if due == settled => "completed",
            0 => "not-processed",
            _ => "in-process",
        };
        vec![Self { r#type: CountItemType::Total, status }]
    }
}

/// How a unit is named within the report.
#[derive(Clone, Copy, Debug)]
pub(super) struct GpUnit<'a>(pub(super) &'a UnitId);

impl Serialize for GpUnit<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("unit-{}", self.0))
    }
}

/// How a party is named within the report.
pub(super) fn party(number: usize) -> String {
    format!("party-{number}")
}

/// How a candidate, or the selection of one, is named within the report.
pub(super) fn of_candidate(what: &str, contest: &ContestId, number: BallotNumber) -> String {
    format!("{what}-{contest}-{:02}", number.0)
}

/// An instant to the second, which is all that the report's schema lets pass.
pub(super) fn seconds(instant: Millis) -> String {
    let text = instant.to_string();
    text.split_once('.').map_or_else(|| text.clone(), |(whole, _)| format!("{whole}Z"))
}
