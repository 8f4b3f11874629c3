//! Tallies and results as tables and as JSON.

use std::path::Path;
use std::time::Duration;

use comfy_table::{CellAlignment, Table, presets};

use super::args::Global;
use super::output::{Output, column};
use super::typed;
use super::verify;
use crate::domain::code::{Code, FindingCode};
use crate::domain::finding::Finding;
use crate::domain::form::{Role, Severity};
use crate::domain::manifest::Manifest;
use crate::domain::number::{Size, Total};
use crate::tally::counts::by_code;
use crate::tally::record::ContestRecord;
use crate::tally::{ContestTally, Gate, Moment, ReadModel, findings, tallies};
use crate::text::{self, Fact, Label};
use crate::verify::Report;
use crate::view::rehearsal::{Part, Rehearsal};

/// What a rehearsal ends with: results, what does not add up, the verification, the time, and what to try next.
pub fn result(output: &Output, report: &Report, times: &[(Part, Duration)], global: &Global, gate: Gate) {
    let size = report.checkpoint.as_ref().map_or(Size(0), |checkpoint| checkpoint.size);
    if output.json {
        let times = times.iter().map(|(part, time)| (*part, u64::try_from(time.as_millis()).unwrap_or(u64::MAX)));
        output.value(&Rehearsal::of(report, gate, times));
        return;
    }
    let model = &report.model;
    if let Gate::Closed { until } = gate {
        let said = text::gate_closed(output.lang, until);
        output.line(&format!("{} {}", Code::U12, said.says));
        output.line(&format!("    {}", said.act));
    } else if let Some(election) = model.election() {
        let manifest = &election.founding.manifest;
        let rehearsal = manifest.rehearsal.then(|| format!("({})", output.label(Label::Rehearsal)));
        let title = manifest.title.in_language(output.lang.code());
        output.line(&format!("{title}  {}", rehearsal.unwrap_or_default()));
        let top = &election.founding.commission.unit;
        for (id, contest) in model.contests() {
            let unit = contest.contest.unit.as_ref().unwrap_or(top);
            if let Some(tally) = tallies(model, id, size).remove(unit) {
                contest_table(output, manifest, contest, &tally);
            }
        }
        add_up(output, &findings(model, Moment { size, clock: report.head.arrival }), manifest);
    }
    output.line("");
    verify::account(report, output);
    output.line("");
    let tenths = |time: &Duration| u64::try_from((time.as_millis() + 50) / 100).unwrap_or(u64::MAX);
    let part =
        |(part, time): &(Part, Duration)| Fact::Seconds { name: output.label(label(*part)), tenths: tenths(time) };
    let parts: Vec<_> = times.iter().map(|time| output.fact(part(time))).collect();
    output.named(output.label(Label::Time), &parts.join(" · "));
    let at = typed::ledger(global);
    output.line(output.label(Label::TryNext));
    output.line(&format!("  protokol findings{at}"));
    let tiers = manifest(&report.model).map_or(&[][..], |manifest| &manifest.tiers);
    if let Some(tier) = tiers.get(1) {
        output.line(&format!("  protokol tally --tier {}{at}", typed::word(Path::new(tier.name.as_str()))));
    }
    output.line(&format!("  protokol verify {}", typed::word(&global.ledger)));
}

/// What a part of a rehearsal is called.
fn label(part: Part) -> Label {
    match part {
        Part::Reading => Label::ReadingFolder,
        Part::Inventing => Label::Inventing,
        Part::Deriving => Label::DerivingKeys,
        Part::Recording => Label::Recording,
        Part::Verifying => Label::Verifying,
    }
}

/// A contest in one unit: the candidates by votes, then the paper's items, then the state of the papers.
pub fn contest_table(output: &Output, manifest: &Manifest, contest: &ContestRecord, tally: &ContestTally) {
    let lang = output.lang;
    output.line("");
    output.line(&format!(
        "{} · {} · {}",
        contest.contest.title.in_language(lang.code()),
        contest.contest.id,
        tally.unit
    ));
    let mut table = Table::new();
    let header = [Label::Number, Label::Candidate, Label::Votes, Label::Share].map(|label| output.label(label));
    table.load_style(presets::NOTHING).set_header(header);
    let all = tally.votes_total().unwrap_or_default();
    let mut rows: Vec<_> = tally.votes.clone();
    rows.sort_by_key(|(number, votes)| (std::cmp::Reverse(votes.unwrap_or_default()), *number));
    for (number, votes) in rows {
        let candidate = contest.candidates.iter().find(|c| c.registered.number == number);
        let name = candidate.map_or("", |c| c.registered.names.in_language(lang.code()));
        let share = votes.map_or_else(|| "—".to_owned(), |votes| text::share(lang, votes.0, all.0));
        table.add_row([number.to_string(), name.to_owned(), figure(output, votes), share]);
    }
    right(&mut table, &[0, 2, 3]);
    output.block(&table.to_string());
    let mut items = Table::new();
    items.load_style(presets::NOTHING);
    for (item, sum) in manifest.form.items.iter().zip(&tally.items) {
        items.add_row([item.label.in_language(lang.code()).to_owned(), figure(output, *sum)]);
    }
    right(&mut items, &[1]);
    output.block(&items.to_string());
    let role = |role| tally.role(&manifest.form, role);
    if let (Some(electorate), Some(turnout)) = (role(Role::Electorate), role(Role::Turnout)) {
        output.line(&output.fact(Fact::Turnout { share: &text::share(lang, turnout.0, electorate.0) }));
    }
    output.line(&papers(output, tally));
}

/// How many papers are in force, and where the others are.
pub fn papers(output: &Output, tally: &ContestTally) -> String {
    let in_force = Fact::InForce { protocols: tally.in_force, of: tally.units_expected };
    let others = [
        (tally.awaited, Fact::Awaited(tally.awaited)),
        (tally.annulled, Fact::Annulled(tally.annulled)),
        (tally.failed, Fact::Failed(tally.failed)),
        (tally.corrected, Fact::Corrected(tally.corrected)),
    ];
    let others = others.into_iter().filter(|(count, _)| *count > 0).map(|(_, fact)| fact);
    [in_force].into_iter().chain(others).map(|fact| output.fact(fact)).collect::<Vec<_>>().join(", ")
}

/// Every unit of a tier, in one table.
pub fn tier_table(output: &Output, contest: &ContestRecord, tallies: &[ContestTally]) {
    output.line("");
    output.line(&format!("{} · {}", contest.contest.title.in_language(output.lang.code()), contest.contest.id));
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    let numbers = tallies.first().map(|tally| tally.votes.iter().map(|(number, _)| *number).collect::<Vec<_>>());
    let numbers = numbers.unwrap_or_default();
    let header = [Label::Unit, Label::InForce, Label::Of].map(|label| output.label(label).to_owned()).into_iter();
    table.set_header(header.chain(numbers.iter().map(|number| number.to_string())));
    for tally in tallies {
        let state = [tally.unit.to_string(), tally.in_force.to_string(), tally.units_expected.to_string()];
        table.add_row(state.into_iter().chain(tally.votes.iter().map(|(_, votes)| figure(output, *votes))));
    }
    right(&mut table, &(1..numbers.len() + 3).collect::<Vec<_>>());
    output.block(&table.to_string());
}

/// Sets columns to the right, as figures are.
pub fn right(table: &mut Table, columns: &[usize]) {
    for column in columns {
        if let Some(column) = table.column_mut(*column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}

/// A sum; a dash where there is none.
pub fn figure(output: &Output, total: Option<Total>) -> String {
    total.map_or_else(|| "—".to_owned(), |total| text::number(output.lang, total.0))
}

/// What does not add up, by code, and the summary cells.
fn add_up(output: &Output, findings: &[Finding], manifest: &Manifest) {
    output.line("");
    output.line(output.label(Label::NotAddingUp));
    if findings.is_empty() {
        output.line(&format!("  {}", output.label(Label::EveryCheckHolds)));
    }
    let [error, warning] = [Label::Error, Label::Warning].map(|word| output.label(word));
    let width = column(7, [error, warning]) + 1;
    for (code, count) in by_code(findings) {
        let first = findings.iter().find(|finding| finding.code.to_string() == code);
        let severity = first.map_or("", |f| if f.severity == Severity::Error { error } else { warning });
        let says = first.map_or_else(String::new, |first| code_sentence(output, first, manifest));
        output.line(&format!("  {code:<4}{:>6}  {severity:<width$}{says}", text::number(output.lang, count)));
    }
    for finding in findings.iter().filter(|finding| finding.code.to_string() == "S1") {
        for cell in &finding.cells {
            let shown = |figure: Option<i128>| figure.map_or_else(|| "—".to_owned(), |f| text::number(output.lang, f));
            let (unit, place) = (finding.unit.as_str(), format!("{} {}", finding.contest, cell.item));
            let (stated, recomputed) = (shown(cell.stated), shown(cell.expected));
            let fact = Fact::Cell { cell: &place, unit, stated: &stated, recomputed: &recomputed };
            output.line(&format!("        {}", output.fact(fact)));
        }
    }
}

fn code_sentence(output: &Output, finding: &Finding, manifest: &Manifest) -> String {
    match &finding.code {
        FindingCode::Form(code) => {
            let check = manifest.form.checks.iter().find(|check| check.code == *code);
            check.map_or("", |check| check.says.in_language(output.lang.code())).to_owned()
        }
        FindingCode::BuiltIn(code) => text::explain(output.lang, *code).what.to_owned(),
    }
}

/// Where to look for the units that there are.
pub fn see_units(model: &ReadModel) -> String {
    let lowest = manifest(model).and_then(Manifest::lowest_tier);
    lowest.map_or_else(|| "see `protokol log`".to_owned(), |tier| format!("see `protokol tally --tier {}`", tier.name))
}

/// The declared manifest of a read model, for verbs that cannot do without.
pub fn manifest(model: &ReadModel) -> Option<&Manifest> {
    model.election().map(|election| &election.founding.manifest)
}
