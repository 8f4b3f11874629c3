//! The ledger's data as tables that name each other: what the election is made of, and what the papers in force say. Each
//! fact stands once; whoever wants it in one table joins them.

mod election;
pub(super) mod papers;

use super::snapshot::Snapshot;
use super::table::Table;

/// Every table of the data set; none names one that comes after it.
pub(super) fn tables(snapshot: Snapshot<'_>) -> Vec<Table<'_>> {
    vec![
        election::units(snapshot),
        election::contests(snapshot),
        election::candidates(snapshot),
        election::items(snapshot),
        papers::papers(snapshot),
        papers::figures(snapshot),
        papers::votes(snapshot),
    ]
}
