//! What the papers say: how each that is due stands, and the figures and votes of those in force.

use crate::export::cells::Cell;
use crate::export::snapshot::{Due, Snapshot};
use crate::export::table::{ForeignKey, Holds, Table, TableColumn};
use crate::text::{Column, TableTopic};
use crate::view::word::Words;

/// The paper that a row of figures is from.
const OF_PAPER: ForeignKey = ForeignKey { columns: PAPER, table: "papers", named: PAPER };
const PAPER: &[&str] = &["contest", "unit"];

fn of_paper() -> [TableColumn; 2] {
    [TableColumn::new("contest", Column::Contest, Holds::Text), TableColumn::new("unit", Column::Unit, Holds::Text)]
}

fn paper_of(due: &Due<'_>) -> [Cell; 2] {
    [Cell::text(&due.contest.contest.id), Cell::text(due.unit)]
}

/// A row for each paper that is due.
pub fn papers(snapshot: Snapshot<'_>) -> Table<'_> {
    let columns = [
        TableColumn::new("status", Column::Status, Holds::Text),
        TableColumn::new("voting", Column::Voting, Holds::Number),
        TableColumn::new("version", Column::Version, Holds::Number),
        TableColumn::new("sequence", Column::Sequence, Holds::Number),
        TableColumn::new("event", Column::Event, Holds::Text),
        TableColumn::new("arrival", Column::Arrival, Holds::Time),
        TableColumn::new("form_serial", Column::FormSerial, Holds::Text),
        TableColumn::new("completed_at", Column::CompletedAt, Holds::Time),
    ];
    Table {
        name: "papers",
        about: TableTopic::Papers,
        columns: of_paper().into_iter().chain(columns).collect(),
        primary_key: PAPER,
        foreign_keys: &[
            ForeignKey { columns: &["contest"], table: "contests", named: &["contest"] },
            ForeignKey { columns: &["unit"], table: "units", named: &["unit"] },
        ],
        rows: Box::new(snapshot.due().map(|due| paper_of(&due).into_iter().chain(standing(&due)).collect())),
    }
}

/// How a paper stands, and the event and form that its version in force came from.
pub fn standing(due: &Due<'_>) -> [Cell; 8] {
    let (provenance, protocol) = due.paper.in_force.unzip();
    [
        Cell::text(due.paper.status.word()),
        Cell::number(Some(due.paper.voting.0)),
        Cell::number(provenance.map(|_| due.paper.versions as u64)),
        Cell::number(provenance.map(|provenance| provenance.sequence.0)),
        Cell::text_or_nothing(provenance.map(|provenance| provenance.event)),
        Cell::time(provenance.map(|provenance| provenance.arrival)),
        Cell::text_or_nothing(protocol.map(|protocol| &protocol.form_serial)),
        Cell::time(protocol.and_then(|protocol| protocol.completed_at)),
    ]
}

/// A row for each item that a paper in force has.
pub fn figures(snapshot: Snapshot<'_>) -> Table<'_> {
    let columns = [
        TableColumn::new("item", Column::ItemKey, Holds::Text),
        TableColumn::new("figure", Column::Item, Holds::Number),
    ];
    let rows = snapshot.due().flat_map(move |due| {
        let items = snapshot.form().items.iter().enumerate();
        items.filter_map(move |(at, item)| {
            let figure = due.paper.in_force?.1.figures.item(at)?;
            Some(paper_of(&due).into_iter().chain([Cell::text(&item.key), Cell::Number(figure.0.into())]).collect())
        })
    });
    Table {
        name: "figures",
        about: TableTopic::Figures,
        columns: of_paper().into_iter().chain(columns).collect(),
        primary_key: &["contest", "unit", "item"],
        foreign_keys: &[OF_PAPER, ForeignKey { columns: &["item"], table: "items", named: &["item"] }],
        rows: Box::new(rows),
    }
}

/// A row for each candidate of a paper in force.
pub fn votes(snapshot: Snapshot<'_>) -> Table<'_> {
    let columns = [
        TableColumn::new("number", Column::CandidateNumber, Holds::Number),
        TableColumn::new("votes", Column::Votes, Holds::Number).counted_in("votes"),
    ];
    let rows = snapshot.due().flat_map(move |due| {
        snapshot.ballot(due.contest).filter_map(move |candidate| {
            let number = candidate.registered.number;
            let votes = due.paper.in_force?.1.figures.votes_of(number)?;
            let said = [Cell::Number(number.0.into()), Cell::Number(votes.0.into())];
            Some(paper_of(&due).into_iter().chain(said).collect())
        })
    });
    Table {
        name: "votes",
        about: TableTopic::Votes,
        columns: of_paper().into_iter().chain(columns).collect(),
        primary_key: &["contest", "unit", "number"],
        foreign_keys: &[
            OF_PAPER,
            ForeignKey { columns: &["contest", "number"], table: "candidates", named: &["contest", "number"] },
        ],
        rows: Box::new(rows),
    }
}
