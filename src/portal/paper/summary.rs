//! A commission's summary.

use super::sheet::{Desk, PrintedLine, Section, Sheet, Wanted};
use crate::domain::statement::Kind;
use crate::domain::summary::SummarySubmitted;
use crate::portal::named::Named;
use crate::tally::record::SummaryRecord;
use crate::text::{self, Heading};

/// The sheet of a summary; none where the commission made none, or the version that was asked for is not one of it.
pub fn sheet(desk: &Desk<'_>, wanted: &Wanted<'_>) -> Option<Sheet> {
    let (contest, lang) = (wanted.contest, desk.lang);
    let record = desk.known.summary(&contest.contest.id)?;
    let in_force = record.in_force(desk.at)?;
    let (provenance, summary) = match wanted.version {
        Some(version) => record.versions.iter().find(|(provenance, _)| provenance.sequence == version)?,
        None => in_force,
    };
    let is_in_force = provenance.event == in_force.0.event;
    let mut facts = desk.whose(wanted);
    if !is_in_force {
        facts.push((desk.heading(Heading::Standing), desk.heading(Heading::NotInForce)));
    }
    facts.extend(desk.dated(provenance, &summary.form_serial, summary.completed_at, wanted.record));
    facts.extend(counters(desk, summary));
    let mut sections = Vec::new();
    if !summary.left_out.is_empty() {
        let units: Vec<_> = summary.left_out.iter().map(ToString::to_string).collect();
        let lines = vec![PrintedLine { says: units.join(", "), ..PrintedLine::default() }];
        sections.push(Section { heading: desk.heading(Heading::LeftOut), lines });
    }
    if is_in_force {
        sections.push(desk.adds_up(&desk.found(wanted)));
    }
    sections.push(history(desk, wanted, record));
    Some(Sheet {
        kind: text::heading(lang, Heading::Summary),
        contest: Named::contest(&contest.contest, lang),
        facts,
        notice: None,
        items: desk.items(summary.totals.items.iter().map(|total| total.map(|total| total.0))),
        votes: desk.votes(contest, summary.totals.votes.iter().map(|(number, votes)| (number.0, votes.0))),
        people: desk.people(provenance),
        sections,
        proof: desk.proof(Some(provenance)),
        event: Some((provenance.sequence, provenance.event)),
        qr: None,
        receipt: String::new(),
    })
}

fn counters(desk: &Desk<'_>, summary: &SummarySubmitted) -> Vec<(String, String)> {
    let counters = &summary.counters;
    let counted = [
        (Heading::Units, u64::from(counters.units)),
        (Heading::Received, u64::from(counters.received)),
        (Heading::Basis, u64::from(counters.taken_as_basis)),
        (Heading::Failed, u64::from(counters.failed)),
        (Heading::Annulled, u64::from(counters.annulled)),
        (Heading::MadeAt, summary.made_at.0),
    ];
    counted.map(|(heading, count)| (desk.heading(heading), text::number(desk.lang, count))).into()
}

fn history(desk: &Desk<'_>, wanted: &Wanted<'_>, record: &SummaryRecord) -> Section {
    let versions = record.versions.iter().filter(|(provenance, _)| provenance.is_in(desk.at)).enumerate();
    let line = |(at, (provenance, _)): (usize, &(crate::tally::record::Provenance, SummarySubmitted))| {
        let kind = if at == 0 { Kind::SummarySubmitted } else { Kind::SummaryCorrected };
        let (time, says) = (desk.time(provenance.arrival, wanted.record), text::event_kind(desk.lang, kind));
        PrintedLine { says: format!("{}  {time}  {says}", provenance.sequence), ..PrintedLine::default() }
    };
    Section { heading: desk.heading(Heading::History), lines: versions.map(line).collect() }
}
