//! What the program says of itself: its arguments, the files that it is given, the operations that it asks for. One file a
//! subject; the sentences are in `i18n/LANGUAGE/program`: what was typed or named (`input`), what could not be done
//! (`failures`), what happens on the way (`talk`). The election's own words are those of [`text`](crate::text).

pub mod comparison;
pub mod cosigning;
pub mod defects;
pub mod files;
pub mod keys;
pub mod mirrors;
pub mod papers;
pub mod parser;
pub mod places;
pub mod policies;
pub mod proofs;
pub mod receipts;
pub mod results;
pub mod service;
pub mod slips;
pub mod sources;
pub mod store;
pub mod talk;
pub mod tiles;
pub mod usage;
pub mod witnesses;

use crate::text::Message;

/// Every message that the program says besides those of [`text`](crate::text), and what it is given.
pub fn messages() -> impl Iterator<Item = Message> {
    let lists = [
        comparison::MESSAGES,
        cosigning::MESSAGES,
        defects::MESSAGES,
        files::MESSAGES,
        keys::MESSAGES,
        mirrors::MESSAGES,
        papers::MESSAGES,
        parser::MESSAGES,
        places::MESSAGES,
        policies::MESSAGES,
        proofs::MESSAGES,
        receipts::MESSAGES,
        results::MESSAGES,
        service::MESSAGES,
        slips::MESSAGES,
        sources::MESSAGES,
        store::MESSAGES,
        talk::MESSAGES,
        tiles::MESSAGES,
        usage::MESSAGES,
        witnesses::MESSAGES,
    ];
    lists.into_iter().flatten().copied()
}
