//! `csv`: one row for each paper that is due, in the spelling of `protocols.csv`: every item of the form, then every
//! candidate. A paper that is not in force has a row too, with its status and without a figure.

use super::cells::{cell, line, ours};
use super::format::{Content, Format};
use super::snapshot::{Due, Snapshot};
use crate::domain::finding::candidate_key;
use crate::domain::number::BallotNumber;
use crate::view::word::Words;

/// The columns after the paper's own.
const OURS: [&str; 11] = ours![
    "status",
    "voting",
    "version",
    "sequence",
    "event",
    "arrival",
    "form_serial",
    "completed_at",
    "as_of",
    "size",
    "fingerprint"
];

/// The format, as `export --format` offers it.
pub const FORMAT: Format =
    Format { name: "csv", about: "a row a paper", content: |snapshot| Content::Papers(Box::new(lines(snapshot))) };

/// The header and the rows.
fn lines<'a>(snapshot: Snapshot<'a>) -> impl Iterator<Item = String> + 'a {
    let numbers: Vec<_> = snapshot.numbers().into_iter().collect();
    let header = header(&snapshot, &numbers);
    let checkpoint = [snapshot.as_of.to_string(), snapshot.checkpoint.size.to_string(), fingerprint(&snapshot)];
    let row = move |due: Due<'a>| line(paper(&snapshot, &due, &numbers).into_iter().chain(checkpoint.clone()));
    std::iter::once(header).chain(snapshot.due().map(row))
}

fn header(snapshot: &Snapshot<'_>, numbers: &[BallotNumber]) -> String {
    let items = snapshot.form().items.iter().map(|item| item.key.to_string());
    let columns = ["contest", "unit"].map(str::to_owned).into_iter().chain(items);
    let candidates = numbers.iter().map(|number| candidate_key(*number));
    line(columns.chain(candidates).chain(OURS.map(str::to_owned)))
}

pub(super) fn fingerprint(snapshot: &Snapshot<'_>) -> String {
    snapshot.checkpoint.fingerprint().to_string()
}

fn paper(snapshot: &Snapshot<'_>, due: &Due<'_>, numbers: &[BallotNumber]) -> Vec<String> {
    let protocol = due.paper.in_force.map(|(_, protocol)| protocol);
    let provenance = due.paper.in_force.map(|(provenance, _)| provenance);
    let mut cells = vec![due.contest.contest.id.to_string(), due.unit.to_string()];
    let items = 0..snapshot.form().items.len();
    cells.extend(items.map(|at| cell(protocol.and_then(|protocol| protocol.figures.item(at)))));
    cells.extend(numbers.iter().map(|number| cell(protocol.and_then(|p| p.figures.votes_of(*number)))));
    cells.push(due.paper.status.word().to_owned());
    cells.push(due.paper.voting.to_string());
    cells.push(cell(provenance.map(|_| due.paper.versions)));
    cells.push(cell(provenance.map(|provenance| provenance.sequence)));
    cells.push(cell(provenance.map(|provenance| provenance.event)));
    cells.push(cell(provenance.map(|provenance| provenance.arrival)));
    cells.push(cell(protocol.map(|protocol| &protocol.form_serial)));
    cells.push(cell(protocol.and_then(|protocol| protocol.completed_at)));
    cells
}
