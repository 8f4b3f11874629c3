//! What a rule says about what was signed. Findings are recomputed from the board, never stored, and refuse nothing.

use std::collections::BTreeSet;

use super::board::Board;
use super::paper::PaperAt;
use super::row::{ContestRow, Mark, PaperRow, Step, SummaryRow, What};
use super::summaries::{self, Recomputed};
use crate::domain::code::{Code, FindingCode};
use crate::domain::form::{Form, Operand, Role, Severity, Stage, Term};
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::manifest::{Deadline, Manifest};
use crate::domain::number::{BallotNumber, Count, Size, Total};
use crate::domain::observer::CopyContent;
use crate::domain::protocol::{Figures, ProtocolSubmitted};
use crate::domain::rules;
use crate::domain::summary::SummarySubmitted;
use crate::domain::time::{Day, HourOfDay, Millis};

/// One finding. What does not add up is a finding about the election, not a fault of the ledger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Under which code.
    pub code: FindingCode,
    /// How grave.
    pub severity: Severity,
    /// In which contest.
    pub contest: ContestId,
    /// In which unit.
    pub unit: UnitId,
    /// Which event carries it; for a paper that is missing, none.
    pub event: Option<EventHash>,
    /// Which figures disagree.
    pub cells: Vec<Cell>,
}

/// A figure that disagrees: as stated, and as it should be by the rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The item, candidate (`cand_05`), hour or sum.
    pub item: String,
    /// As stated; none where nothing is stated.
    pub stated: Option<i128>,
    /// As the rule expects it; none where it expects nothing.
    pub expected: Option<i128>,
}

/// Every finding at a size: contest by contest, unit by unit, papers before summaries, in the order of codes.
pub fn findings(board: &Board, at: Size) -> Vec<Finding> {
    let Some(election) = board.election() else { return Vec::new() };
    let manifest = &election.founding.manifest;
    let mut found = Vec::new();
    for (id, contest) in board.contests() {
        for (unit, _) in board.lowest() {
            if let Some(paper) = board.paper(id, unit) {
                About { manifest, contest, unit }.paper(paper, at, &mut found);
            }
        }
        for (unit, summary) in board.summaries(id) {
            About { manifest, contest, unit }.summary(board, summary, at, &mut found);
        }
    }
    found
}

/// What the form's own checks say about figures that nobody signed yet: what `check` shows to the clerk.
pub fn of_draft(manifest: &Manifest, contest: &ContestId, unit: &UnitId, figures: &Figures) -> Vec<Finding> {
    let violations = rules::violations(&manifest.form, figures);
    let finding = |v: rules::Violation<'_>| Finding {
        code: FindingCode::Form(v.check.code.clone()),
        severity: v.check.severity,
        contest: contest.clone(),
        unit: unit.clone(),
        event: None,
        cells: vec![Cell { item: sum_text(&v.check.left), stated: Some(v.left), expected: Some(v.right) }],
    };
    violations.into_iter().map(finding).collect()
}

/// A candidate's column: `cand_05`.
pub fn candidate_key(number: BallotNumber) -> String {
    format!("cand_{:02}", number.0)
}

/// A sum as the manifest writes it: `valid_votes + invalid_ballots`.
pub fn sum_text(terms: &[Term]) -> String {
    let term = |(at, term): (usize, &Term)| {
        let of = match &term.of {
            Operand::Votes => "votes",
            Operand::Item(key) => key.as_str(),
        };
        let sign = match (at, term.coefficient < 0) {
            (0, false) => "",
            (0, true) => "-",
            (_, false) => " + ",
            (_, true) => " - ",
        };
        match term.coefficient.unsigned_abs() {
            1 => format!("{sign}{of}"),
            times => format!("{sign}{times} {of}"),
        }
    };
    terms.iter().enumerate().map(term).collect()
}

/// Where the rules look.
struct About<'a> {
    manifest: &'a Manifest,
    contest: &'a ContestRow,
    unit: &'a UnitId,
}

impl About<'_> {
    fn finding(&self, code: Code, severity: Severity, event: Option<EventHash>, cells: Vec<Cell>) -> Finding {
        let code = FindingCode::BuiltIn(code);
        Finding { code, severity, contest: self.contest.contest.id.clone(), unit: self.unit.clone(), event, cells }
    }

    fn paper(&self, row: &PaperRow, at: Size, found: &mut Vec<Finding>) {
        let paper = row.at(at);
        if let Some((mark, protocol)) = paper.in_force {
            let of_form = of_draft(self.manifest, &self.contest.contest.id, self.unit, &protocol.figures);
            found.extend(of_form.into_iter().map(|finding| Finding { event: Some(mark.event), ..finding }));
            self.late(row, &paper, mark, found);
        }
        self.turnout(row, &paper, at, found);
        self.openings(row, at, found);
        self.copies(row, &paper, at, found);
    }

    /// D1: the first protocol of the voting that is open arrived after the tier's deadline.
    fn late(&self, row: &PaperRow, paper: &PaperAt<'_>, mark: &Mark, found: &mut Vec<Finding>) {
        let Some(tier) = self.manifest.lowest_tier() else { return };
        let Some(deadline) = self.manifest.deadlines.iter().find(|deadline| deadline.tier == tier.name) else { return };
        let of_voting = |step: &&Step| step.version().is_some_and(|version| version.paper.voting == paper.voting);
        let first = row.steps.iter().find(of_voting).map_or(mark, |step| &step.mark);
        let called = row.steps.iter().rev().find_map(|step| match &step.what {
            What::RepeatCalled(repeat) if repeat.paper.voting.next() == paper.voting => Some(repeat.day),
            _ => None,
        });
        let day = called.unwrap_or(self.contest.contest.polling_day);
        if first.arrival > due(self.manifest, day, deadline) {
            found.push(self.finding(Code::D1, Severity::Warning, Some(first.event), Vec::new()));
        }
    }

    /// T1 and T2, over the reports of the voting that is open.
    fn turnout(&self, row: &PaperRow, paper: &PaperAt<'_>, at: Size, found: &mut Vec<Finding>) {
        let is_meant = |(mark, report): &&(Mark, _)| mark.is_in(at) && voting_of(report) == paper.voting;
        let mut reports: Vec<_> = row.turnout.iter().filter(is_meant).collect();
        reports.sort_by_key(|(mark, report)| (report.as_of, mark.sequence));
        let cell = |hour: HourOfDay, stated: Count, expected: i128| Cell {
            item: hour.to_string(),
            stated: Some(i128::from(stated.0)),
            expected: Some(expected),
        };
        let mut falls = Vec::new();
        for pair in reports.windows(2) {
            let ((_, earlier), (mark, later)) = (pair[0], pair[1]);
            let differs = cell(later.as_of, later.voters, i128::from(earlier.voters.0));
            if earlier.as_of == later.as_of && earlier.voters != later.voters {
                found.push(self.finding(Code::T2, Severity::Error, Some(mark.event), vec![differs]));
            } else if later.voters < earlier.voters {
                falls.push((mark, differs));
            }
        }
        let turnout_items = self.manifest.form.with_role(Role::Turnout);
        let last_and_final = reports.last().zip(paper.in_force);
        if let Some(((mark, last), (_, protocol))) = last_and_final {
            let parts: Vec<_> = turnout_items.filter_map(|at| protocol.figures.item(at)).collect();
            let voted: i128 = parts.iter().map(|count| i128::from(count.0)).sum();
            if !parts.is_empty() && i128::from(last.voters.0) > voted {
                falls.push((mark, cell(last.as_of, last.voters, voted)));
            }
        }
        if let Some((mark, _)) = falls.first() {
            let event = Some(mark.event);
            let cells = falls.into_iter().map(|(_, cell)| cell).collect();
            found.push(self.finding(Code::T1, Severity::Error, event, cells));
        }
    }

    /// O1 and O2, for every version there ever was: they stay for ever.
    fn openings(&self, row: &PaperRow, at: Size, found: &mut Vec<Finding>) {
        let form = &self.manifest.form;
        if form.items.iter().all(|item| item.stage != Stage::Opening) {
            return;
        }
        for (step, version) in
            row.steps.iter().filter(|step| step.mark.is_in(at)).filter_map(|s| Some((s, s.version()?)))
        {
            let event = Some(step.mark.event);
            match row.at(Size(step.mark.sequence.0)).opening {
                None => found.push(self.finding(Code::O2, Severity::Warning, event, Vec::new())),
                Some((_, sealed)) => {
                    let cells = opening_cells(form, &sealed.items, version);
                    if !cells.is_empty() {
                        found.push(self.finding(Code::O1, Severity::Error, event, cells));
                    }
                }
            }
        }
    }

    /// C1 and C2: each copy beside the version in force.
    fn copies(&self, row: &PaperRow, paper: &PaperAt<'_>, at: Size, found: &mut Vec<Finding>) {
        let Some((_, protocol)) = paper.in_force else { return };
        for (mark, copy) in row.copies.iter().filter(|(mark, copy)| mark.is_in(at) && copy.paper.voting == paper.voting)
        {
            let CopyContent::Handed { figures, .. } = &copy.content else { continue };
            let items = copy_items(&self.manifest.form, figures, &protocol.figures);
            let votes = copy_votes(figures, &protocol.figures);
            let code = if votes.is_empty() { Code::C2 } else { Code::C1 };
            if !(items.is_empty() && votes.is_empty()) {
                let cells = items.into_iter().chain(votes).collect();
                found.push(self.finding(code, Severity::Error, Some(mark.event), cells));
            }
        }
    }

    fn summary(&self, board: &Board, row: &SummaryRow, at: Size, found: &mut Vec<Finding>) {
        let Some((mark, summary)) = row.in_force(at) else { return };
        let (id, event) = (&self.contest.contest.id, Some(mark.event));
        let recomputed = summaries::recompute(board, id, self.unit, summary.made_at, &summary.left_out);
        let Some(recomputed) = recomputed else { return };
        if recomputed.awaited > 0 {
            let cell = Cell {
                item: "protocols".to_owned(),
                stated: Some(i128::from(recomputed.counters.taken_as_basis)),
                expected: Some(i128::from(recomputed.units_expected)),
            };
            found.push(self.finding(Code::S4, Severity::Warning, event, vec![cell]));
        } else {
            let cells = total_cells(&self.manifest.form, summary, &recomputed);
            if !cells.is_empty() {
                found.push(self.finding(Code::S1, Severity::Error, event, cells));
            }
        }
        let counters = counter_cells(summary, &recomputed);
        if !counters.is_empty() || recomputed.root != summary.root || recomputed.left_out_without_protocol {
            found.push(self.finding(Code::S2, Severity::Error, event, counters));
        }
        if summaries::changed_since(board, summary, at).is_some() {
            found.push(self.finding(Code::S3, Severity::Warning, event, Vec::new()));
        }
    }
}

fn voting_of(report: &crate::domain::protocol::TurnoutReported) -> crate::domain::number::Voting {
    report.paper.voting
}

/// When the papers of a tier are due: so many hours after the midnight that ends the day of the voting.
fn due(manifest: &Manifest, day: Day, deadline: &Deadline) -> Millis {
    let midnight = Millis::at(day.plus_days(1), HourOfDay::MIDNIGHT, manifest.utc_offset);
    midnight.plus(u64::from(deadline.hours) * 3_600_000)
}

fn count(figure: Option<Count>) -> Option<i128> {
    figure.map(|count| i128::from(count.0))
}

fn opening_cells(form: &Form, sealed: &[Option<Count>], version: &ProtocolSubmitted) -> Vec<Cell> {
    let items = form.items.iter().zip(sealed.iter().zip(&version.figures.items));
    let changed = items.filter(|(item, (sealed, stated))| item.stage == Stage::Opening && sealed != stated);
    let cell = |(item, (sealed, stated)): (&crate::domain::form::Item, (&Option<Count>, &Option<Count>))| Cell {
        item: item.key.to_string(),
        stated: count(*stated),
        expected: count(*sealed),
    };
    changed.map(cell).collect()
}

/// The items that a copy has and the protocol has otherwise.
fn copy_items(form: &Form, copy: &Figures, protocol: &Figures) -> Vec<Cell> {
    let items = form.items.iter().zip(copy.items.iter().zip(&protocol.items));
    let differs = items.filter(|(_, (copied, official))| copied.is_some() && copied != official);
    let cell = |(item, (copied, official)): (&crate::domain::form::Item, (&Option<Count>, &Option<Count>))| Cell {
        item: item.key.to_string(),
        stated: count(*copied),
        expected: count(*official),
    };
    differs.map(cell).collect()
}

fn copy_votes(copy: &Figures, protocol: &Figures) -> Vec<Cell> {
    let official = |number| protocol.votes_of(number);
    let differs = copy.votes.iter().filter(|(number, votes)| official(*number) != Some(*votes));
    let cell = |(number, votes): &(_, Count)| Cell {
        item: candidate_key(*number),
        stated: count(Some(*votes)),
        expected: count(official(*number)),
    };
    differs.map(cell).collect()
}

fn total_cells(form: &Form, summary: &SummarySubmitted, recomputed: &Recomputed) -> Vec<Cell> {
    let keys = form.items.iter().map(|item| item.key.to_string());
    let stated = summary.totals.items.iter().zip(&recomputed.totals.items);
    let items = keys.zip(stated).map(|(key, (stated, expected))| (key, *stated, *expected));
    let of = |votes: &[(BallotNumber, Total)], number| {
        votes.iter().find(|(n, _)| *n == number).map_or(Total(0), |(_, v)| *v)
    };
    let both = summary.totals.votes.iter().chain(&recomputed.totals.votes).map(|(number, _)| *number);
    let numbers: BTreeSet<_> = both.collect();
    let votes = numbers.into_iter().map(|number| {
        let (stated, expected) = (of(&summary.totals.votes, number), of(&recomputed.totals.votes, number));
        (candidate_key(number), Some(stated), Some(expected))
    });
    let total = |total: Option<Total>| total.map(|total| i128::from(total.0));
    let differs = items.chain(votes).filter(|(_, stated, expected)| stated != expected);
    differs.map(|(item, s, e)| Cell { item, stated: total(s), expected: total(e) }).collect()
}

fn counter_cells(summary: &SummarySubmitted, recomputed: &Recomputed) -> Vec<Cell> {
    let (stated, expected) = (summary.counters, recomputed.counters);
    let counters = [
        ("units", stated.units, expected.units),
        ("received", stated.received, expected.received),
        ("taken_as_basis", stated.taken_as_basis, expected.taken_as_basis),
        ("failed", stated.failed, expected.failed),
        ("annulled", stated.annulled, expected.annulled),
    ];
    let differs = counters.into_iter().filter(|(_, stated, expected)| stated != expected);
    let cell = |(name, stated, expected): (&str, u32, u32)| Cell {
        item: name.to_owned(),
        stated: Some(i128::from(stated)),
        expected: Some(i128::from(expected)),
    };
    differs.map(cell).collect()
}
