//! `csv`: one row for each paper that is due, in the spelling of `protocols.csv`: every item of the form, then every
//! candidate. A paper that is not in force has a row too, with its status and without a figure. Names stand beside the
//! ids and numbers that they belong to.

use super::cells::Cell;
use super::dataset::papers;
use super::format::{Format, Makes};
use super::snapshot::{Due, Snapshot};
use super::table::{ForeignKey, Holds, Table, TableColumn, counted_in};
use crate::domain::finding::candidate_key;
use crate::domain::number::BallotNumber;
use crate::text::{Column, TableTopic};

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "csv",
    about: "a row a paper",
    media: "text/csv; charset=utf-8",
    extension: "csv",
    makes: Makes::Table(table),
};

/// The table, as it stands among others.
pub(super) fn table(snapshot: Snapshot<'_>) -> Table<'_> {
    let numbers: Vec<_> = snapshot.numbers().into_iter().collect();
    Table {
        name: "protocols",
        about: TableTopic::Protocols,
        columns: columns(&snapshot),
        primary_key: &["contest", "unit"],
        foreign_keys: &[
            ForeignKey { columns: &["contest"], table: "contests", named: &["contest"] },
            ForeignKey { columns: &["contest", "unit"], table: "papers", named: &["contest", "unit"] },
        ],
        rows: Box::new(snapshot.due().map(move |due| paper(&snapshot, &due, &numbers))),
    }
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
        TableColumn { unit: item.role.map(counted_in), ..column.called(item.label.in_language(lang)) }
    }));
    for number in snapshot.numbers() {
        let key = candidate_key(number);
        columns.push(TableColumn::new(&key, Column::Votes, Holds::Number).counted_in("votes"));
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
    let contest = &due.contest.contest;
    let mut cells = vec![
        Cell::text(&contest.id),
        Cell::text(contest.title.in_language(lang)),
        Cell::text(due.unit),
        Cell::text(&due.record.name),
    ];
    let items = 0..snapshot.form().items.len();
    cells.extend(
        items.map(|at| Cell::number(protocol.and_then(|protocol| protocol.figures.item(at)).map(|figure| figure.0))),
    );
    for number in numbers {
        let candidate = snapshot.ballot(due.contest).find(|candidate| candidate.registered.number == *number);
        cells.push(Cell::number(protocol.and_then(|protocol| protocol.figures.votes_of(*number)).map(|votes| votes.0)));
        cells.push(Cell::text_or_nothing(candidate.map(|candidate| candidate.registered.names.in_language(lang))));
    }
    cells.extend(papers::standing(due));
    cells
}
