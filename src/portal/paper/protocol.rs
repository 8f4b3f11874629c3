//! A precinct's paper. Where no protocol is in force there are no figures, and the sheet says so.

use super::happened::ShownPaper;
use super::sheet::{Desk, PrintedLine, Section, Sheet, Wanted};
use crate::domain::protocol::ProtocolSubmitted;
use crate::domain::rules::About;
use crate::portal::named::Named;
use crate::tally::paper::PaperAt;
use crate::tally::record::{PaperRecord, Provenance, UnitRecord};
use crate::text::{self, Fact, Heading};

/// The sheet of a paper; none where the version that was asked for is not one of it.
pub fn sheet(desk: &Desk<'_>, wanted: &Wanted<'_>) -> Option<Sheet> {
    let (contest, lang) = (wanted.contest, desk.lang);
    let paper = desk.known.paper(&contest.contest.id);
    let now = paper.map_or(PaperAt::FRESH, |paper| paper.at(desk.at));
    let shown = match wanted.version {
        Some(version) => Some(paper.and_then(|paper| find(paper, version))?),
        None => now.in_force,
    };
    let is_in_force =
        shown.map(|(provenance, _)| provenance.event) == now.in_force.map(|(provenance, _)| provenance.event);
    let standing = if is_in_force {
        format!("{}, {}", text::standing(lang, now.status), text::fact(lang, &Fact::Voting(now.voting)))
    } else {
        desk.heading(Heading::NotInForce)
    };
    let last = paper.and_then(|paper| paper.steps.iter().rev().map(|step| &step.provenance).find(|m| m.is_in(desk.at)));
    let provenance = shown.map(|(provenance, _)| provenance).or(last);
    let mut facts = desk.whose(wanted);
    facts.push((desk.heading(Heading::Standing), standing));
    let mut sheet = Sheet {
        kind: text::heading(lang, Heading::Protocol),
        contest: Named::contest(&contest.contest, lang),
        facts,
        notice: shown.is_none().then(|| text::upper(lang, text::standing(lang, now.status))),
        items: Vec::new(),
        votes: Vec::new(),
        people: provenance.map_or_else(Vec::new, |provenance| desk.people(provenance)),
        sections: Vec::new(),
        proof: desk.proof(provenance),
        event: provenance.map(|provenance| (provenance.sequence, provenance.event)),
        qr: None,
        receipt: String::new(),
    };
    if let Some((provenance, protocol)) = shown {
        state(&mut sheet, desk, wanted, provenance, protocol);
    }
    sheet.sections.push(findings(desk, wanted, shown.filter(|_| !is_in_force).map(|(_, protocol)| protocol)));
    sheet.sections.extend(paper.map(|paper| history(desk, wanted, paper)));
    sheet.sections.extend(shown.and_then(|(_, protocol)| attachments(desk, protocol)));
    Some(sheet)
}

fn find(paper: &PaperRecord, version: crate::domain::number::Sequence) -> Option<(&Provenance, &ProtocolSubmitted)> {
    let step = paper.steps.iter().find(|step| step.provenance.sequence == version)?;
    Some((&step.provenance, step.version()?))
}

/// What a version states.
fn state(
    sheet: &mut Sheet,
    desk: &Desk<'_>,
    wanted: &Wanted<'_>,
    provenance: &Provenance,
    protocol: &ProtocolSubmitted,
) {
    sheet.facts.extend(desk.dated(provenance, &protocol.form_serial, protocol.completed_at, wanted.record));
    sheet.items = desk.items(protocol.figures.items.iter().map(|figure| figure.map(|count| u64::from(count.0))));
    let votes = protocol.figures.votes.iter().map(|(number, votes)| (number.0, u64::from(votes.0)));
    sheet.votes = desk.votes(wanted.contest, votes);
    sheet.sections.extend(dissent(desk, wanted.record, provenance, protocol));
}

fn dissent(
    desk: &Desk<'_>,
    record: &UnitRecord,
    provenance: &Provenance,
    protocol: &ProtocolSubmitted,
) -> Option<Section> {
    let line = |dissent: &crate::domain::protocol::Dissent| {
        let member = record.seated(provenance.sequence).find(|member| member.member.seat == dissent.seat);
        let name = member.map(|member| member.member.name).unwrap_or_default();
        PrintedLine { says: format!("{}. {name}: {}", dissent.seat, dissent.opinion), ..PrintedLine::default() }
    };
    let lines: Vec<_> = protocol.dissent.iter().map(line).collect();
    (!lines.is_empty()).then(|| Section { heading: desk.heading(Heading::Dissent), lines })
}

/// What does not add up: of the version in force as the ledger has it, of an older one by the form's own checks.
fn findings(desk: &Desk<'_>, wanted: &Wanted<'_>, older: Option<&ProtocolSubmitted>) -> Section {
    match older {
        None => desk.adds_up(&desk.found(wanted)),
        Some(protocol) => {
            let about = About { form: &desk.manifest.form, contest: &wanted.contest.contest.id, unit: wanted.unit };
            let rules = desk.known.model().rules();
            let found = rules.map_or_else(Vec::new, |rules| rules.findings_of_figures(about, &protocol.figures));
            desk.adds_up(&found.iter().collect::<Vec<_>>())
        }
    }
}

fn history(desk: &Desk<'_>, wanted: &Wanted<'_>, record: &PaperRecord) -> Section {
    let (model, manifest) = (desk.known.model(), desk.manifest);
    let paper = ShownPaper { model, manifest, record, at: desk.at };
    let line = |(provenance, says, below): (Provenance, String, Vec<String>)| {
        let time = desk.time(provenance.arrival, wanted.record);
        PrintedLine { says: format!("{}  {time}  {says}", provenance.sequence), below }
    };
    Section {
        heading: desk.heading(Heading::History),
        lines: paper.happened(desk.lang).into_iter().map(line).collect(),
    }
}

fn attachments(desk: &Desk<'_>, protocol: &ProtocolSubmitted) -> Option<Section> {
    let line = |attachment| PrintedLine { says: text::attachment(desk.lang, attachment), ..PrintedLine::default() };
    let lines: Vec<_> = protocol.attachments.iter().map(line).collect();
    (!lines.is_empty()).then(|| Section { heading: desk.heading(Heading::Attachments), lines })
}
