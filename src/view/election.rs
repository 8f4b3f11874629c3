//! The election: what its founding act declares.

use schemars::JsonSchema;
use serde::Serialize;

use super::named::Named;
use super::provenance::Provenance;
use super::spelling::{Hash, Instant};
use super::word::Word;
use crate::domain::form::{Check, Form, Item, Role, Severity, Stage};
use crate::domain::manifest::{ROLES, Tier};
use crate::domain::text::Localised;
use crate::tally::read_model::ReadModel;
use crate::tally::record::ElectionRecord;

/// An election, as its founding act declares it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Election {
    /// The election's name in files.
    pub id: String,
    /// What kind of election: `presidential`.
    pub kind: String,
    /// What people call it, by language.
    pub title: Named<String>,
    /// The polling day of the first contest, as in `2024-02-07`.
    pub polling_day: String,
    /// The country's difference to UTC, as in `+04:00`.
    pub utc_offset: String,
    /// Who holds the election.
    pub authority: String,
    /// The ledger's id: the hash of its founding act.
    pub ledger: Hash,
    /// The key that signs the log now, as a C2SP verifier key.
    pub log_key: String,
    /// The tiers of its commissions, top first. Protocols come from the last.
    pub tiers: Vec<ElectionTier>,
    /// The form of every protocol.
    pub form: ElectionForm,
    /// Before this instant no figures are told; null where they are told as they come in.
    pub publish_not_before: Option<Instant>,
    /// Within how many hours after an event a complaint against it may be filed; null where no term is set.
    pub complaint_hours: Option<u16>,
    /// The founding act.
    pub founded: Provenance,
    /// The event that closed the ledger; null while it is open.
    pub closed: Option<Provenance>,
}

/// A tier of commissions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ElectionTier {
    /// The tier's name: `precinct`.
    pub name: String,
    /// How many members each of its commissions has.
    pub members: u16,
    /// How many of them must sign.
    pub quorum: u16,
    /// How many of its units are formed.
    pub units: u64,
}

/// The form of a protocol.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ElectionForm {
    /// The items, in the order of the paper.
    pub items: Vec<FormItem>,
    /// The checks, in the order in which findings are told.
    pub checks: Vec<FormCheck>,
}

/// An item of the form.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct FormItem {
    /// The item's name in files, and among figures.
    pub key: String,
    /// What the paper calls it, by language.
    pub label: Named<String>,
    /// What it counts: `electorate`, `turnout`, `valid` or `invalid`; null of any other.
    pub role: Option<String>,
    /// Whether it is written down before the boxes are opened.
    pub at_opening: bool,
    /// Whether a paper may leave it out, which is not zero.
    pub optional: bool,
}

/// A check of the form.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct FormCheck {
    /// The code of its findings.
    pub code: String,
    /// How grave it is when it does not hold.
    pub severity: Word<Severity>,
    /// What is said then, by language.
    pub says: Named<String>,
}

impl Election {
    /// The view of an election.
    pub fn of(model: &ReadModel, record: &ElectionRecord) -> Self {
        let manifest = &record.founding.manifest;
        Self {
            id: manifest.id.to_string(),
            kind: manifest.kind.to_string(),
            title: translations(&manifest.title),
            polling_day: manifest.polling_day.to_string(),
            utc_offset: manifest.utc_offset.to_string(),
            authority: manifest.authority.to_string(),
            ledger: Hash::from(record.founded.event),
            log_key: record.log_key.clone(),
            tiers: manifest.tiers.iter().map(|tier| ElectionTier::of(model, tier)).collect(),
            form: ElectionForm::of(&manifest.form),
            publish_not_before: manifest.publish_not_before.map(Instant::from),
            complaint_hours: manifest.complaint_hours,
            founded: Provenance::of(&record.founded),
            closed: record.closed.as_ref().map(Provenance::of),
        }
    }
}

impl ElectionTier {
    fn of(model: &ReadModel, tier: &Tier) -> Self {
        let units = model.units().values().filter(|record| record.tier == tier.name).count();
        Self { name: tier.name.to_string(), members: tier.members, quorum: tier.quorum, units: units as u64 }
    }
}

impl ElectionForm {
    fn of(form: &Form) -> Self {
        Self {
            items: form.items.iter().map(FormItem::of).collect(),
            checks: form.checks.iter().map(FormCheck::of).collect(),
        }
    }
}

impl FormItem {
    fn of(item: &Item) -> Self {
        let word = |role: Role| ROLES.iter().find(|(known, _)| *known == role).map(|(_, word)| (*word).to_owned());
        Self {
            key: item.key.to_string(),
            label: translations(&item.label),
            role: item.role.and_then(word),
            at_opening: item.stage == Stage::Opening,
            optional: item.optional,
        }
    }
}

impl FormCheck {
    fn of(check: &Check) -> Self {
        Self { code: check.code.to_string(), severity: Word(check.severity), says: translations(&check.says) }
    }
}

/// A text in its languages.
pub fn translations(text: &Localised) -> Named<String> {
    text.iter().map(|(language, text)| (language.as_str().to_owned(), text.to_string())).collect()
}
