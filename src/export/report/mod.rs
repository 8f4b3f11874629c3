//! `nist`: the results as an election report of NIST SP 1500-100, version 2. Each contest is an election of its own
//! there, for each has a ballot paper of its own and often its own day; counts are told for every unit of the tree.

mod contests;
mod parts;
mod units;

use std::collections::BTreeMap;
use std::iter::once_with;

use serde::Serialize;

use super::format::{Format, Makes};
use super::snapshot::{Snapshot, nominator};
use crate::domain::paper_status::PaperStatus;
use contests::Election;
use parts::{ExternalIdentifier, Text, party};
use units::ReportingUnit;

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "nist",
    about: "SP 1500-100 results",
    media: "application/json",
    extension: "json",
    makes: Makes::Texts(|snapshot| Box::new(once_with(move || text(&report(&snapshot))))),
};

/// The results as NIST SP 1500-100 has them.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.ElectionReport", rename_all = "PascalCase")]
pub struct Report<'a> {
    format: &'static str,
    generated_date: String,
    issuer: &'a str,
    issuer_abbreviation: &'a str,
    sequence_start: u32,
    sequence_end: u32,
    status: Status,
    is_test: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    test_type: Option<&'static str>,
    vendor_application_id: &'static str,
    external_identifier: Vec<ExternalIdentifier<'a>>,
    gp_unit: Vec<ReportingUnit<'a>>,
    party: Vec<Party<'a>>,
    election: Vec<Election<'a>>,
}

/// How final the results are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Status {
    PreElection,
    UnofficialPartial,
    UnofficialComplete,
    Certified,
}

/// Whoever nominated a candidate.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.Party", rename_all = "PascalCase")]
struct Party<'a> {
    #[serde(rename = "@id")]
    id: String,
    name: Text<'a>,
}

/// The report on one line.
fn text(report: &Report<'_>) -> String {
    serde_json::to_string(report).expect("a report is texts, numbers and lists of them") + "\n"
}

/// The report of a source.
pub fn report<'a>(snapshot: &Snapshot<'a>) -> Report<'a> {
    let manifest = snapshot.manifest();
    let nominators = nominators(snapshot);
    let names = snapshot.names().into_iter().map(|(name, value)| ExternalIdentifier::new(name, None, value));
    let ledger = ExternalIdentifier::new("ledger", None, snapshot.election.ledger.to_string());
    Report {
        format: "precinct-level",
        generated_date: parts::seconds(snapshot.time),
        issuer: manifest.authority.as_str(),
        issuer_abbreviation: snapshot.election.founding.commission.unit.as_str(),
        sequence_start: 1,
        sequence_end: 1,
        status: status(snapshot),
        is_test: manifest.rehearsal,
        test_type: manifest.rehearsal.then_some("rehearsal under demonstration keys"),
        vendor_application_id: concat!("protokol ", env!("CARGO_PKG_VERSION")),
        external_identifier: std::iter::once(ledger).chain(names).collect(),
        gp_unit: units::units(snapshot),
        party: nominators.iter().map(|(name, at)| Party { id: party(*at), name: Text::plain(name) }).collect(),
        election: snapshot.contests().map(|contest| contests::election(snapshot, contest, &nominators)).collect(),
    }
}

/// Who nominated anybody, ascending, each with a number.
fn nominators<'a>(snapshot: &Snapshot<'a>) -> BTreeMap<&'a str, usize> {
    let mut names: Vec<_> = snapshot.contests().flat_map(|contest| &contest.candidates).filter_map(nominator).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().zip(1..).collect()
}

/// Certified when every contest is; complete when no paper is awaited any more.
fn status(snapshot: &Snapshot<'_>) -> Status {
    let certified = |provenance: &crate::tally::record::Provenance| provenance.is_in(snapshot.as_of);
    let mut contests = snapshot.contests().peekable();
    if contests.peek().is_some()
        && contests.all(|c| c.certified.as_ref().is_some_and(|(provenance, _)| certified(provenance)))
    {
        return Status::Certified;
    }
    let tops = snapshot.contests().map(|contest| contests::whole(snapshot, contest));
    let (mut due, mut awaited) = (0, 0);
    for tally in tops.flatten() {
        due += tally.units_expected;
        awaited += tally.awaited;
    }
    let is_fresh = || snapshot.due().all(|due| due.paper.status == PaperStatus::Awaited);
    match awaited {
        0 if due > 0 => Status::UnofficialComplete,
        _ if awaited == due && is_fresh() => Status::PreElection,
        _ => Status::UnofficialPartial,
    }
}
