//! What an election is made of: units, contests, candidates, and the items of the form.

use crate::domain::id::UnitId;
use crate::domain::manifest::ROLES;
use crate::export::cells::Cell;
use crate::export::snapshot::{Snapshot, nominator};
use crate::export::table::{ForeignKey, Holds, Table, TableColumn};
use crate::tally::record::UnitRecord;
use crate::text::{Column, TableTopic};

/// A row for each unit of every tier.
pub fn units(snapshot: Snapshot<'_>) -> Table<'_> {
    let known = snapshot.model.units().iter().filter(move |(_, record)| record.provenance.is_in(snapshot.as_of));
    let row = |(unit, record): (&UnitId, &UnitRecord)| {
        vec![
            Cell::text(unit),
            Cell::text(&record.name),
            Cell::text(&record.tier),
            Cell::text_or_nothing(record.parent.as_ref()),
        ]
    };
    Table {
        name: "units",
        about: TableTopic::Units,
        columns: vec![
            TableColumn::new("unit", Column::AnyUnit, Holds::Text),
            TableColumn::new("name", Column::UnitName, Holds::Text),
            TableColumn::new("tier", Column::Tier, Holds::Text),
            TableColumn::new("parent", Column::Parent, Holds::Text),
        ],
        primary_key: &["unit"],
        foreign_keys: &[ForeignKey { columns: &["parent"], table: "units", named: &["unit"] }],
        rows: Box::new(known.map(row)),
    }
}

/// A row for each contest that had been called.
pub fn contests(snapshot: Snapshot<'_>) -> Table<'_> {
    let rows = snapshot.contests().map(move |record| {
        let contest = &record.contest;
        vec![
            Cell::text(&contest.id),
            Cell::text(contest.title.in_language(snapshot.lang.code())),
            Cell::text_or_nothing(contest.unit.as_ref()),
            Cell::text(contest.polling_day),
        ]
    });
    Table {
        name: "contests",
        about: TableTopic::Contests,
        columns: vec![
            TableColumn::new("contest", Column::Contest, Holds::Text),
            TableColumn::new("title", Column::ContestTitle, Holds::Text),
            TableColumn::new("unit", Column::District, Holds::Text),
            TableColumn::new("polling_day", Column::PollingDay, Holds::Day),
        ],
        primary_key: &["contest"],
        // A contest may be called before the unit that it is held in is formed.
        foreign_keys: &[],
        rows: Box::new(rows),
    }
}

/// A row for each candidate on a ballot.
pub fn candidates(snapshot: Snapshot<'_>) -> Table<'_> {
    let rows = snapshot.contests().flat_map(move |record| {
        snapshot.ballot(record).map(move |candidate| {
            vec![
                Cell::text(&record.contest.id),
                Cell::number(Some(candidate.registered.number.0)),
                Cell::text(candidate.registered.names.in_language(snapshot.lang.code())),
                Cell::text_or_nothing(nominator(candidate)),
            ]
        })
    });
    Table {
        name: "candidates",
        about: TableTopic::Candidates,
        columns: vec![
            TableColumn::new("contest", Column::Contest, Holds::Text),
            TableColumn::new("number", Column::CandidateNumber, Holds::Number),
            TableColumn::new("name", Column::Candidate, Holds::Text),
            TableColumn::new("nominated_by", Column::Nominator, Holds::Text),
        ],
        primary_key: &["contest", "number"],
        foreign_keys: &[ForeignKey { columns: &["contest"], table: "contests", named: &["contest"] }],
        rows: Box::new(rows),
    }
}

/// A row for each item of the form.
pub fn items(snapshot: Snapshot<'_>) -> Table<'_> {
    let rows = snapshot.form().items.iter().map(move |item| {
        let role = ROLES.iter().find(|(role, _)| Some(*role) == item.role);
        vec![
            Cell::text(&item.key),
            Cell::text(item.label.in_language(snapshot.lang.code())),
            Cell::text_or_nothing(role.map(|(_, word)| word)),
        ]
    });
    Table {
        name: "items",
        about: TableTopic::Items,
        columns: vec![
            TableColumn::new("item", Column::ItemKey, Holds::Text),
            TableColumn::new("label", Column::ItemLabel, Holds::Text),
            TableColumn::new("role", Column::ItemRole, Holds::Text),
        ],
        primary_key: &["item"],
        foreign_keys: &[],
        rows: Box::new(rows),
    }
}
