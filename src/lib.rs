//! Protokol: an event-sourced audit ledger for election result protocols.
//!
//! A commission signs a [submission](ledger::submission); the pure function [`decide`](domain::rules::decide()) turns
//! it into exactly one event; the event is sealed in an [envelope](ledger::envelope) that names the one before it; the
//! envelope's bytes are a leaf of a [Merkle tree](ledger::tree::merkle) whose root a signed
//! [checkpoint](ledger::note::checkpoint) names. The writer, the [read model](tally::read_model) and the
//! [verifier](verify::replay) are callers of the same two pure functions, `decide` and
//! [`apply`](domain::state::State::apply).
//!
//! ```text
//! cli                      arguments, terminal, words: one file a verb       feature: cli
//! server                   the door to the network, inwards                  feature: server
//! portal                   the pages of the media centre                     feature: portal
//! service                  every operation, without the program              feature: service
//! export browser objects   data for others; what a browser asks; object      features: export, sqlite, parquet, browser,
//!                          stores as replicas                                replica
//! store    remote  view    the only door to the disk; answers as values      features: store, remote, view
//! text     clerk           words for people; a paper before it is handed in  (clerk: intake)
//! verify   rehearsal       replay and faults; a folder as submissions        (rehearsal: intake)
//! tally    intake          folds over events; people's papers as values      (intake: intake)
//! ledger                   how facts are bound together
//! domain                   the election: pure values
//! crypto                   bytes in, bytes out
//! ```
//! Each room looks down, never up. Without features the crate is the verifier: no disk, no clock, no threads.
//!
//! # One statement on its way
//!
//! ```
//! use protokol::crypto::admitted::AdmittedKeys;
//! use protokol::crypto::key::SecretKey;
//! use protokol::domain::closing::LedgerClosed;
//! use protokol::domain::code::Code;
//! use protokol::domain::decision::Decision;
//! use protokol::domain::id::LedgerId;
//! use protokol::domain::rules::decide;
//! use protokol::domain::state::State;
//! use protokol::domain::statement::{Body, Statement};
//! use protokol::domain::time::Millis;
//! use protokol::ledger::submission::SignedStatement;
//!
//! let decision = Decision { reference: "17/2".parse()?, date: Some("2018-12-16".parse()?) };
//! let said_at: Millis = "2018-12-16T12:00:00+04:00".parse()?;
//! let body = Body::LedgerClosed(LedgerClosed { decision });
//! let mut paper = SignedStatement::unsigned(&Statement { ledger: LedgerId::UNFOUNDED, said_at, body })?;
//! paper.sign(&SecretKey::demonstration("GE", "1"));
//!
//! // Bytes go from hand to hand; whoever takes them checks every signature.
//! let opened = SignedStatement::decode(&paper.encode())?.open(&AdmittedKeys::default())?;
//!
//! // A ledger that was never founded has nothing to close.
//! let refused = decide(&State::default(), &opened.submission, said_at).expect_err("there is no election");
//! assert_eq!(refused.code(), Code::R29);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

// First, since the front ends below ask for sentences by its macros.
#[macro_use]
pub mod text;

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "intake")]
pub mod clerk;
#[cfg(feature = "cli")]
pub mod cli;
pub mod crypto;
pub mod domain;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "intake")]
pub mod intake;
pub mod ledger;
#[cfg(feature = "replica")]
pub mod objects;
#[cfg(feature = "portal")]
pub mod portal;
#[cfg(feature = "intake")]
pub mod rehearsal;
#[cfg(feature = "remote")]
pub mod remote;
#[cfg(feature = "server")]
pub mod server;
#[cfg(feature = "service")]
pub mod service;
#[cfg(feature = "store")]
pub mod store;
pub mod tally;
pub mod verify;
#[cfg(feature = "view")]
pub mod view;
