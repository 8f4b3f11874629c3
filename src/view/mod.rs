//! Floor 6: what is answered, as values. One file a noun, each a value that serializes to what programs read: the
//! single contract of `--json`, and of whatever else answers a program. The order of fields is the order of the keys.
//!
//! A key is there in every answer of its kind, and null where there is nothing to say; where a key may be left out, its
//! field says so. Instants are RFC 3339 in UTC, hashes and keys 64 lower-case hex digits, roots base64. Each root value
//! has a JSON Schema, made from these very types: [`schema`].

pub mod as_of;
pub mod attachment;
pub mod author;
pub mod ballot;
pub mod change;
pub mod check;
pub mod checkpoint;
pub mod code;
pub mod comparison;
pub mod complaint;
pub mod consistency;
pub mod contest;
pub mod copies;
pub mod copy;
pub mod cosignature;
pub mod cosigned;
pub mod difference;
pub mod draft;
pub mod election;
pub mod enrolment;
pub mod event;
pub mod evidence;
pub mod export_form;
pub mod exported;
pub mod failure;
pub mod fault;
pub mod finding;
pub mod founding;
pub mod index;
pub mod key;
pub mod load;
pub mod manual;
pub mod mirror;
pub mod misconduct;
pub mod named;
pub mod observer;
pub mod page;
pub mod paper;
pub mod problem;
pub mod proof;
pub mod proof_text;
pub mod provenance;
pub mod publication;
#[cfg(feature = "qr")]
pub mod qr;
pub mod receipt;
pub mod refusal;
pub mod rehearsal;
pub mod report;
pub mod restoration;
pub mod schema;
pub mod sheet;
pub mod signature;
pub mod since;
pub mod slips;
pub mod spelling;
pub mod standing;
pub mod submission;
pub mod takeover;
pub mod tally;
pub mod turnout;
pub mod unit;
pub mod version;
pub mod witness;
pub mod word;
pub mod written;
