//! What is asked about: a file for the routes of one noun, and one list of them.

mod changes;
mod checkpoint;
mod codes;
mod election;
mod events;
mod exports;
mod findings;
pub(super) mod index;
mod kits;
pub(super) mod log;
mod observed;
mod papers;
mod proofs;
mod receipts;
mod submissions;
mod totals;
mod units;

use super::route::Route;

/// Every route that the description has.
pub(super) fn all() -> Vec<Route> {
    let nouns = [
        index::routes(),
        election::routes(),
        units::routes(),
        totals::routes(),
        papers::routes(),
        changes::routes(),
        findings::routes(),
        observed::routes(),
        events::routes(),
        receipts::routes(),
        checkpoint::routes(),
        proofs::routes(),
        exports::routes(),
        kits::routes(),
        codes::routes(),
        submissions::routes(),
    ];
    nouns.into_iter().flatten().collect()
}
