//! The tree of units, how far each is, and the events of its papers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::parts::{CountStatus, ExternalIdentifier, GpUnit, Text};
use crate::domain::form::Role;
use crate::domain::id::UnitId;
use crate::domain::paper_status::PaperStatus;
use crate::export::snapshot::{Due, Snapshot};
use crate::tally::record::UnitRecord;
use crate::tally::totals::tallies;
use crate::view::word::Words;

/// A unit of the tree.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.ReportingUnit", rename_all = "PascalCase")]
pub(super) struct ReportingUnit<'a> {
    #[serde(rename = "@id")]
    id: GpUnit<'a>,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    other_type: Option<&'a str>,
    number: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    composing_gp_unit_ids: Vec<GpUnit<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub_units_reported: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total_sub_units: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    voters_registered: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    voters_participated: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    count_status: Vec<CountStatus>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    external_identifier: Vec<ExternalIdentifier<'a>>,
}

/// How far the units of the lowest tier below a unit are, and their papers.
#[derive(Clone, Copy, Debug, Default)]
struct Progress {
    units: u64,
    reported: u64,
    papers: u64,
    settled: u64,
}

/// The voters on the list and those who took a paper.
type Voters = (Option<u64>, Option<u64>);

/// Every unit, ascending.
pub(super) fn units<'a>(snapshot: &Snapshot<'a>) -> Vec<ReportingUnit<'a>> {
    let lowest = snapshot.manifest().lowest_tier().map(|tier| &tier.name);
    let (mut papers, mut children) = (papers(snapshot), children(snapshot));
    let (progress, mut voters) = (progress(snapshot, &papers), voters(snapshot));
    let formed = snapshot.model.units().iter().filter(|(_, record)| record.provenance.is_in(snapshot.as_of));
    let unit = |(unit, record): (&'a UnitId, &'a UnitRecord)| {
        let is_lowest = Some(&record.tier) == lowest;
        let (registered, participated) = voters.remove(unit).unwrap_or_default();
        let progress = progress.get(unit).copied().unwrap_or_default();
        ReportingUnit {
            id: GpUnit(unit),
            r#type: if is_lowest { "precinct" } else { "other" },
            other_type: (!is_lowest).then(|| record.tier.as_str()),
            number: unit.as_str(),
            name: (!record.name.is_empty()).then(|| Text::plain(record.name.as_str())),
            composing_gp_unit_ids: children.remove(unit).unwrap_or_default(),
            sub_units_reported: (!is_lowest).then_some(progress.reported),
            total_sub_units: (!is_lowest).then_some(progress.units),
            voters_registered: registered,
            voters_participated: participated,
            count_status: CountStatus::of(progress.papers, progress.settled),
            external_identifier: papers.remove(unit).unwrap_or_default().iter().map(identifier).collect(),
        }
    };
    formed.map(unit).collect()
}

/// The event of the version in force; the status where there is none.
fn identifier<'a>(due: &Due<'a>) -> ExternalIdentifier<'a> {
    let contest = Some(&due.contest.contest.id);
    match due.paper.in_force {
        Some((provenance, _)) => ExternalIdentifier::new("event", contest, provenance.event.to_string()),
        None => ExternalIdentifier::new("standing", contest, due.paper.status.word().to_owned()),
    }
}

fn papers<'a>(snapshot: &Snapshot<'a>) -> BTreeMap<&'a UnitId, Vec<Due<'a>>> {
    let mut papers: BTreeMap<_, Vec<_>> = BTreeMap::new();
    snapshot.due().for_each(|due| papers.entry(due.unit).or_default().push(due));
    papers
}

fn children<'a>(snapshot: &Snapshot<'a>) -> BTreeMap<&'a UnitId, Vec<GpUnit<'a>>> {
    let mut children: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (unit, record) in snapshot.model.units().iter().filter(|(_, record)| record.provenance.is_in(snapshot.as_of)) {
        if let Some(parent) = &record.parent {
            children.entry(parent).or_default().push(GpUnit(unit));
        }
    }
    children
}

/// A unit has reported when the papers of all contests that are held in it are in force. Where the founding act
/// declares how many units there are, those that nobody listed count too.
fn progress<'a>(
    snapshot: &Snapshot<'a>,
    papers: &BTreeMap<&'a UnitId, Vec<Due<'a>>>,
) -> BTreeMap<&'a UnitId, Progress> {
    let mut all: BTreeMap<_, Progress> = BTreeMap::new();
    for (unit, papers) in papers {
        let status = |wanted: fn(PaperStatus<()>) -> bool| papers.iter().filter(|due| wanted(due.paper.status)).count();
        let settled = status(|status| !matches!(status, PaperStatus::Awaited | PaperStatus::Opened)) as u64;
        let reported = status(|status| status == PaperStatus::Reported(())) == papers.len();
        for above in snapshot.model.lineage(unit) {
            let progress = all.entry(above).or_default();
            progress.units += 1;
            progress.reported += u64::from(reported);
            progress.papers += papers.len() as u64;
            progress.settled += settled;
        }
    }
    let declared = snapshot.manifest().lowest_tier().and_then(|tier| tier.declared).map_or(0, u64::from);
    let top = all.entry(&snapshot.election.founding.commission.unit).or_default();
    let unlisted = declared.saturating_sub(top.units);
    top.units += unlisted;
    top.papers += unlisted;
    all
}

/// The voters by unit, where there is one contest: with several, a unit has several numbers, and the schema one place.
fn voters<'a>(snapshot: &Snapshot<'a>) -> BTreeMap<UnitId, Voters> {
    let mut contests = snapshot.contests();
    let (Some(contest), None) = (contests.next(), contests.next()) else { return BTreeMap::new() };
    let role =
        |tally: &crate::tally::totals::ContestTally, role| tally.role(snapshot.form(), role).map(|total| total.0);
    let all = tallies(snapshot.model, &contest.contest.id, snapshot.as_of);
    all.into_iter().map(|(unit, t)| (unit, (role(&t, Role::Electorate), role(&t, Role::Turnout)))).collect()
}
