//! `csv-long`: one row a candidate and unit, in the columns of OpenElections, ours after them. Voters on the list and
//! papers cast are offices of their own there, without a candidate.

use super::cells::Cell;
use super::format::{Format, Makes};
use super::snapshot::{Due, Snapshot, ballots_cast, nominator};
use super::table::{ForeignKey, Holds, Table, TableColumn};
use crate::domain::form::Role;
use crate::domain::number::{BallotNumber, Total};
use crate::tally::record::CandidateRecord;
use crate::text::{Column, TableTopic};
use crate::view::word::Words;

/// What a row says besides where: the office, its district, the party, the candidate, the number and the votes.
struct LongRow<'a> {
    office: &'a str,
    district: &'a str,
    party: &'a str,
    candidate: &'a str,
    number: Option<BallotNumber>,
    votes: Option<u64>,
}

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "csv-long",
    about: "a row a candidate, as OpenElections has it",
    media: "text/csv; charset=utf-8",
    extension: "csv",
    makes: Makes::Table(table),
};

/// The table, as it stands among others.
pub(super) fn table(snapshot: Snapshot<'_>) -> Table<'_> {
    Table {
        name: "results",
        about: TableTopic::Results,
        columns: columns(),
        // Voters and papers cast are no candidate's: a row has no key of its own.
        primary_key: &[],
        foreign_keys: &[
            ForeignKey { columns: &["ledger:contest"], table: "contests", named: &["contest"] },
            ForeignKey { columns: &["ledger:contest", "precinct"], table: "papers", named: &["contest", "unit"] },
            ForeignKey { columns: &["ledger:county_unit"], table: "units", named: &["unit"] },
        ],
        rows: Box::new(cells(snapshot)),
    }
}

/// The columns of OpenElections in their order, ours after them.
fn columns() -> Vec<TableColumn> {
    vec![
        TableColumn::new("county", Column::ParentName, Holds::Text),
        TableColumn::new("precinct", Column::Unit, Holds::Text),
        TableColumn::new("office", Column::Office, Holds::Text),
        TableColumn::new("district", Column::District, Holds::Text),
        TableColumn::new("party", Column::Nominator, Holds::Text),
        TableColumn::new("candidate", Column::Candidate, Holds::Text),
        TableColumn::new("votes", Column::Votes, Holds::Number).counted_in("votes"),
        TableColumn::ours("contest", Column::Contest, Holds::Text),
        TableColumn::ours("county_unit", Column::Parent, Holds::Text),
        TableColumn::ours("precinct_name", Column::UnitName, Holds::Text),
        TableColumn::ours("number", Column::CandidateNumber, Holds::Number),
        TableColumn::ours("status", Column::Status, Holds::Text),
        TableColumn::ours("voting", Column::Voting, Holds::Number),
        TableColumn::ours("event", Column::Event, Holds::Text),
    ]
}

/// The rows of every paper that is due.
fn cells<'a>(snapshot: Snapshot<'a>) -> impl Iterator<Item = Vec<Cell>> + 'a {
    snapshot.due().flat_map(move |due: Due<'a>| {
        rows(&snapshot, &due).iter().map(|row| told(&snapshot, &due, row)).collect::<Vec<_>>()
    })
}

fn rows<'a>(snapshot: &Snapshot<'a>, due: &Due<'a>) -> Vec<LongRow<'a>> {
    let whole = |office, figure: Option<Total>| LongRow {
        office,
        district: "",
        party: "",
        candidate: "",
        number: None,
        votes: figure.map(|figure| figure.0),
    };
    let role = |role| role_of(snapshot, due, role);
    let registered = whole("Registered Voters", role(Role::Electorate));
    let cast = whole("Ballots Cast", ballots_cast(snapshot.form(), role));
    let candidates = snapshot.ballot(due.contest).map(|candidate| votes(snapshot, due, candidate));
    [registered, cast].into_iter().chain(candidates).collect()
}

fn votes<'a>(snapshot: &Snapshot<'a>, due: &Due<'a>, candidate: &'a CandidateRecord) -> LongRow<'a> {
    let lang = snapshot.lang.to_string();
    let contest = &due.contest.contest;
    let number = candidate.registered.number;
    LongRow {
        office: Some(contest.title.in_language(&lang)).filter(|title| !title.is_empty()).unwrap_or(contest.id.as_str()),
        district: contest.unit.as_ref().map_or("", |unit| unit.as_str()),
        party: nominator(candidate).unwrap_or(""),
        candidate: candidate.registered.names.in_language(&lang),
        number: Some(number),
        votes: due
            .paper
            .in_force
            .and_then(|(_, protocol)| protocol.figures.votes_of(number))
            .map(|votes| votes.0.into()),
    }
}

/// The sum of the items with a role on one paper.
fn role_of(snapshot: &Snapshot<'_>, due: &Due<'_>, role: Role) -> Option<Total> {
    let (_, protocol) = due.paper.in_force?;
    let figures = snapshot.form().with_role(role).filter_map(|at| protocol.figures.item(at));
    figures.map(Total::from).reduce(|a, b| Total(a.0 + b.0))
}

fn told(snapshot: &Snapshot<'_>, due: &Due<'_>, row: &LongRow<'_>) -> Vec<Cell> {
    let parent = due.record.parent.as_ref();
    let county_unit = parent.map_or("", |parent| parent.as_str());
    let name = parent.and_then(|parent| snapshot.model.units().get(parent)).map(|record| record.name.as_str());
    let county = name.filter(|name| !name.is_empty()).unwrap_or(county_unit);
    vec![
        Cell::text(county),
        Cell::text(due.unit),
        Cell::text(row.office),
        Cell::text(row.district),
        Cell::text(row.party),
        Cell::text(row.candidate),
        Cell::number(row.votes),
        Cell::text(&due.contest.contest.id),
        Cell::text_or_nothing(parent),
        Cell::text(&due.record.name),
        Cell::number(row.number.map(|number| number.0)),
        Cell::text(due.paper.status.word()),
        Cell::number(Some(due.paper.voting.0)),
        Cell::text_or_nothing(due.paper.in_force.map(|(provenance, _)| provenance.event)),
    ]
}
