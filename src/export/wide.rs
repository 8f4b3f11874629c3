//! `csv`: one row for each paper that is due, in the spelling of `protocols.csv`: every item of the form, then every
//! candidate. A paper that is not in force has a row too, with its status and without a figure. Names stand beside the
//! ids and numbers that they belong to.

use super::cells::{Cell, line};
use super::format::{Content, Format};
use super::snapshot::{Due, Snapshot};
use super::table::{Holds, TableColumn, header};
use crate::domain::finding::candidate_key;
use crate::domain::number::BallotNumber;
use crate::text::Column;
use crate::view::word::Words;

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "csv",
    about: "a row a paper",
    content: |snapshot| Content::Papers(Box::new(lines(snapshot))),
    columns: Some(columns),
};

/// The header and the rows.
fn lines<'a>(snapshot: Snapshot<'a>) -> impl Iterator<Item = String> + 'a {
    let numbers: Vec<_> = snapshot.numbers().into_iter().collect();
    let header = header(&columns(&snapshot), &snapshot);
    std::iter::once(header)
        .chain(snapshot.due().map(move |due| line(paper(&snapshot, &due, &numbers), snapshot.reader)))
}

fn columns(snapshot: &Snapshot<'_>) -> Vec<TableColumn> {
    let lang = snapshot.lang.code();
    let mut columns = vec![
        TableColumn::new("contest", Column::Contest, Holds::Text),
        TableColumn::ours("contest_title", Column::ContestTitle, Holds::Text),
        TableColumn::new("unit", Column::Unit, Holds::Text),
        TableColumn::ours("unit_name", Column::UnitName, Holds::Text),
    ];
    columns.extend(snapshot.form().items.iter().map(|item| {
        let column = TableColumn::new(item.key.to_string(), Column::Item, Holds::Number);
        column.called(item.label.in_language(lang))
    }));
    for number in snapshot.numbers() {
        let key = candidate_key(number);
        columns.push(TableColumn::new(&key, Column::Votes, Holds::Number));
        columns.push(TableColumn::ours(&key, Column::Candidate, Holds::Text));
    }
    columns.extend([
        TableColumn::ours("status", Column::Status, Holds::Text),
        TableColumn::ours("voting", Column::Voting, Holds::Number),
        TableColumn::ours("version", Column::Version, Holds::Number),
        TableColumn::ours("sequence", Column::Sequence, Holds::Number),
        TableColumn::ours("event", Column::Event, Holds::Text),
        TableColumn::ours("arrival", Column::Arrival, Holds::Time),
        TableColumn::ours("form_serial", Column::FormSerial, Holds::Text),
        TableColumn::ours("completed_at", Column::CompletedAt, Holds::Time),
    ]);
    columns
}

fn paper(snapshot: &Snapshot<'_>, due: &Due<'_>, numbers: &[BallotNumber]) -> Vec<Cell> {
    let lang = snapshot.lang.code();
    let protocol = due.paper.in_force.map(|(_, protocol)| protocol);
    let provenance = due.paper.in_force.map(|(provenance, _)| provenance);
    let contest = &due.contest.contest;
    let mut cells = vec![
        Cell::text(&contest.id),
        Cell::text(contest.title.in_language(lang)),
        Cell::text(due.unit),
        Cell::text(&due.record.formed.name),
    ];
    let items = 0..snapshot.form().items.len();
    cells.extend(items.map(|at| Cell::bare(protocol.and_then(|protocol| protocol.figures.item(at)))));
    for number in numbers {
        let candidate = snapshot.ballot(due.contest).find(|candidate| candidate.registered.number == *number);
        cells.push(Cell::bare(protocol.and_then(|protocol| protocol.figures.votes_of(*number))));
        cells.push(Cell::text_or_nothing(candidate.map(|candidate| candidate.registered.names.in_language(lang))));
    }
    cells.extend([
        Cell::text(due.paper.status.word()),
        Cell::bare(Some(due.paper.voting)),
        Cell::bare(provenance.map(|_| due.paper.versions)),
        Cell::bare(provenance.map(|provenance| provenance.sequence)),
        Cell::text_or_nothing(provenance.map(|provenance| provenance.event)),
        Cell::bare(provenance.map(|provenance| provenance.arrival)),
        Cell::text_or_nothing(protocol.map(|protocol| &protocol.form_serial)),
        Cell::bare(protocol.and_then(|protocol| protocol.completed_at)),
    ]);
    cells
}
