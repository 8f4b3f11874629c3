//! What a rehearsal ends with: results, what does not add up, the verification, the time, and what to try next.

use std::path::Path;
use std::time::Duration;

use super::super::args::Global;
use super::super::output::{Output, column};
use super::super::rendering::contest_table;
use super::super::typed;
use super::super::verify::account;
use crate::domain::code::{Code, FindingCode};
use crate::domain::finding::Finding;
use crate::domain::form::Severity;
use crate::domain::manifest::Manifest;
use crate::domain::number::Size;
use crate::tally::counts::by_code;
use crate::tally::findings::findings;
use crate::tally::gate::Gate;
use crate::tally::moment::Moment;
use crate::tally::totals::tallies;
use crate::text::{self, Fact, Label};
use crate::verify::report::Report;
use crate::view::rehearsal::{Part, Rehearsal};

/// What a rehearsal ends with: results, what does not add up, the verification, the time, and what to try next.
pub fn tell(output: &Output, report: &Report, times: &[(Part, Duration)], global: &Global, gate: Gate) {
    let size = report.checkpoint.as_ref().map_or(Size(0), |checkpoint| checkpoint.size);
    if output.json {
        let times = times.iter().map(|(part, time)| (*part, u64::try_from(time.as_millis()).unwrap_or(u64::MAX)));
        output.value(&Rehearsal::of(report, gate, times));
        return;
    }
    let model = &report.model;
    if let Gate::Closed { until } = gate {
        let said = text::gate_closed(output.lang, until, output.clock(model.manifest()));
        output.line(&format!("{} {}", Code::U12, said.says));
        output.line(&format!("    {}", said.remedy));
    } else if let Some(election) = model.election() {
        let manifest = &election.founding.manifest;
        let rehearsal = manifest.rehearsal.then(|| format!("({})", output.label(Label::Rehearsal)));
        let title = manifest.title.in_language(output.lang.code());
        output.line(&format!("{title}  {}", rehearsal.unwrap_or_default()));
        let top = &election.founding.commission.unit;
        for (id, contest) in model.contests() {
            let unit = contest.contest.unit.as_ref().unwrap_or(top);
            if let Some(tally) = tallies(model, id, size).remove(unit) {
                contest_table(output, manifest, contest, &tally, size);
            }
        }
        add_up(output, &findings(model, Moment { size, clock: report.head.arrival }), manifest);
    }
    output.line("");
    account(report, output);
    output.line("");
    let tenths = |time: &Duration| u64::try_from((time.as_millis() + 50) / 100).unwrap_or(u64::MAX);
    let part =
        |(part, time): &(Part, Duration)| Fact::Seconds { name: output.label(label(*part)), tenths: tenths(time) };
    let parts: Vec<_> = times.iter().map(|time| output.fact(part(time))).collect();
    output.named(output.label(Label::Time), &parts.join(" · "));
    let at = typed::ledger(global);
    output.line(output.label(Label::TryNext));
    output.line(&format!("  protokol findings{at}"));
    let tiers = report.model.manifest().map_or(&[][..], |manifest| &manifest.tiers);
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
        let first = findings.iter().find(|finding| finding.code == code);
        let severity = first.map_or("", |f| if f.severity == Severity::Error { error } else { warning });
        let says = first.map_or_else(String::new, |first| code_sentence(output, first, manifest));
        output.line(&format!("  {code:<4}{:>6}  {severity:<width$}{says}", text::number(output.lang, count)));
    }
    for finding in findings.iter().filter(|finding| finding.code == FindingCode::BuiltIn(Code::S1)) {
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
