//! The founding act: everything that is settled before the first vote, as one value. The TOML file is a rendering.

use serde::{Deserialize, Serialize};

use super::commission::CommissionFormed;
use super::contest::Contest;
use super::form::{Form, Role};
use super::id::{CheckCode, ElectionId, ItemKey, TierName};
use super::number::{RulesNumber, Size};
use super::text::{Localised, Text};
use super::time::{Day, HourOfDay, Millis, Offset};
use crate::crypto::hash::TreeHash;

/// The most tiers: deeper than any commission system there is.
pub const TIERS_MAX: usize = 16;
/// The most items of a form.
pub const ITEMS_MAX: usize = 256;
/// The most checks of a form.
pub const CHECKS_MAX: usize = 256;
/// The most members of a commission: each needs about 200 bytes of one entry.
pub const MEMBERS_MAX: u16 = 128;
/// Names of columns, which no item may take besides those of candidates (`cand_01`).
pub const RESERVED_ITEMS: [&str; 9] =
    ["votes", "contest", "unit", "observer", "as_of", "voters", "decision", "reason", "reference"];

/// Families of codes that are built in, which a manifest may not define.
pub const BUILT_IN_FAMILIES: [&str; 9] = ["T", "S", "O", "C", "D", "L", "R", "V", "U"];

/// What the act that called the election declares.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// The election's name in files.
    pub id: ElectionId,
    /// What kind of election: `presidential`.
    pub kind: Text,
    /// What people call it, by language.
    pub title: Localised,
    /// The polling day of the first contest.
    pub polling_day: Day,
    /// The country's difference to UTC.
    pub utc_offset: Offset,
    /// Who holds the election.
    pub authority: Text,
    /// The act that called it, where known.
    pub legal_basis: Option<LegalBasis>,
    /// Whether this is a rehearsal, under demonstration keys.
    pub rehearsal: bool,
    /// The tiers, top first. Protocols come from the last.
    pub tiers: Vec<Tier>,
    /// The contests; more may be called later.
    pub contests: Vec<Contest>,
    /// The form of every protocol of the election.
    pub form: Form,
    /// Who signs turnout reports, and for which hours they are due.
    pub turnout: TurnoutRule,
    /// How long each tier may take.
    pub deadlines: Vec<Deadline>,
    /// Before this instant no figure leaves the ledger for outsiders.
    pub publish_not_before: Option<Millis>,
    /// From which extent of papers without a result on the law holds a contest to be invalid, where it says so.
    pub invalidity: Option<Invalidity>,
    /// Within how many hours after an event a complaint against it may be filed, where the law sets a term.
    pub complaint_hours: Option<u16>,
}

/// A contest is invalid where more than this share of its lowest units, holding more than this share of the voters on
/// their lists, are without a valid result. Azerbaijan: more than 2/5 of the precincts with more than 1/4 of the
/// voters.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invalidity {
    /// The share of the units of the lowest tier.
    pub units: Ratio,
    /// The share of the voters on their lists.
    pub voters: Ratio,
}

/// A share, exactly: 0 < `of` ≤ `all`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// So many parts …
    pub of: u16,
    /// … of so many.
    pub all: u16,
}

impl Ratio {
    /// Whether `part` is more than this share of `whole`.
    pub fn is_exceeded_by(self, part: u64, whole: u64) -> bool {
        u128::from(part) * u128::from(self.all) > u128::from(whole) * u128::from(self.of)
    }
}

/// The act that called the election.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// The act's number, as it is quoted.
    pub reference: Text,
    /// The day on which it was signed.
    pub date: Option<Day>,
    /// Who signed the act.
    pub signatory: Text,
}

/// A tier of commissions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tier {
    /// The tier's name: `precinct`.
    pub name: TierName,
    /// How many members each of its commissions has.
    pub members: u16,
    /// How many of them must sign. Azerbaijan: at least two thirds, 4 of 6 in a precinct.
    pub quorum: u16,
    /// How many units there are, where not all of them are listed.
    pub declared: Option<u32>,
}

/// Who signs turnout reports; by default any member, and no hour has one due.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct TurnoutRule {
    /// Whose signature makes a report.
    pub signers: TurnoutSigners,
    /// For which hours reports are due; may be empty.
    pub hours: Vec<HourOfDay>,
}

/// Whose signature makes a turnout report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TurnoutSigners {
    /// One member, whoever it is.
    #[default]
    AnyMember,
    /// The chair or a secretary alone.
    ChairOrSecretary,
    /// The commission's quorum, as under a protocol.
    Quorum,
}

/// How long a tier may take: so many hours after the end of the polling day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The tier whose papers are due.
    pub tier: TierName,
    /// Hours after midnight at the end of the polling day.
    pub hours: u16,
}

/// A ledger that this one continues, after a loss: its last known checkpoint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Predecessor {
    /// The origin of the log that was lost.
    pub origin: Text,
    /// Its last known size.
    pub size: Size,
    /// Its root at that size.
    pub root: TreeHash,
}

/// The genesis event. Signed by the founding members of the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ElectionCalled {
    /// Which frozen set of rules the ledger is kept under.
    pub rules: RulesNumber,
    /// The log's name: a URL without scheme, and the name of its key.
    pub origin: Text,
    /// The log's key, as a C2SP verifier key.
    pub log_key: Text,
    /// The ledger that this one continues, if any.
    pub predecessor: Option<Predecessor>,
    /// What the act declares.
    pub manifest: Manifest,
    /// The central commission, with the founding members' keys.
    pub commission: CommissionFormed,
}

/// What is inconsistent in a manifest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ManifestFlaw {
    /// No tier, or too many.
    #[error("there must be 1 to {TIERS_MAX} tiers")]
    Tiers,
    /// A tier named twice.
    #[error("tier {0} is named twice")]
    TierTwice(TierName),
    /// A quorum of none, or above the number of members.
    #[error("tier {0}: at least 1 and at most all of its 1 to {MEMBERS_MAX} members must sign")]
    Quorum(TierName),
    /// A contest named twice.
    #[error("contest {0} is named twice")]
    ContestTwice(String),
    /// No item, or too many.
    #[error("a form has 1 to {ITEMS_MAX} items")]
    Items,
    /// Too many checks.
    #[error("a form has at most {CHECKS_MAX} checks")]
    Checks,
    /// An item defined twice.
    #[error("item {0} is defined twice")]
    ItemTwice(ItemKey),
    /// An item under a [name that is taken](RESERVED_ITEMS), or under a candidate's.
    #[error("item {0} has a name that is taken: {names} and cand_01", names = RESERVED_ITEMS.join(", "))]
    ItemReserved(ItemKey),
    /// A check of an item that the form does not have.
    #[error("check {0} names the item {1}, which the form does not have")]
    CheckItem(CheckCode, ItemKey),
    /// A check defined twice.
    #[error("check {0} is defined twice")]
    CheckTwice(CheckCode),
    /// A check with a code of a built-in family.
    #[error("check {0} has a code that is built in ({families} are)", families = BUILT_IN_FAMILIES.join(", "))]
    CheckBuiltIn(CheckCode),
    /// A check with an empty sum.
    #[error("check {0} compares an empty sum, or one of more than {ITEMS_MAX} terms")]
    CheckEmpty(CheckCode),
    /// A deadline for a tier that there is not.
    #[error("there is a deadline for {0}, which is no tier")]
    Deadline(TierName),
    /// A share of nothing, or of more than all.
    #[error("invalidity: a share is written as 2/5, with 0 < 2 <= 5")]
    Invalidity,
    /// More contests, deadlines or turnout hours than a form has items.
    #[error("at most {ITEMS_MAX} contests, deadlines and turnout hours each")]
    TooMany,
    /// Turnout hours that do not ascend.
    #[error("the turnout hours do not ascend")]
    Hours,
}

impl Manifest {
    /// The tier that protocols come from.
    pub fn lowest_tier(&self) -> Option<&Tier> {
        self.tiers.last()
    }

    /// The rank of a tier, 0 for the top, and the tier.
    pub fn tier(&self, name: &TierName) -> Option<(usize, &Tier)> {
        self.tiers.iter().enumerate().find(|(_, tier)| tier.name == *name)
    }
}

/// The roles, in the order in which results name them.
pub const ROLES: [(Role, &str); 4] =
    [(Role::Electorate, "electorate"), (Role::Turnout, "turnout"), (Role::Valid, "valid"), (Role::Invalid, "invalid")];
