//! The JSON Schema of every root value: what a program that reads an answer may rely on.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::check::{Check, Checks};
use super::checkpoint::SignedCheckpoint;
use super::code::{Code, Codes};
use super::comparison::Comparison;
use super::copies::Copies;
use super::cosignature::Cosignature;
use super::draft::Draft;
use super::enrolment::Enrolment;
use super::event::{ExportedEvent, ProvedEvent, ShownEvent};
use super::evidence::EvidenceView;
use super::exported::ExportedHead;
use super::failure::Failed;
use super::finding::ProvedFinding;
use super::founding::Founding;
use super::key::Key;
use super::load::Load;
use super::manual::Manual;
use super::mirror::Mirror;
use super::misconduct::MisconductView;
use super::named::Named;
use super::page::Page;
use super::proof::Proof;
use super::publication::Publication;
use super::receipt::Receipt;
use super::rehearsal::Rehearsal;
use super::report::Report;
use super::restoration::Restoration;
use super::signature::{Joined, Signature, Signatures};
use super::slips::Slips;
use super::submission::{Submission, Submissions};
use super::takeover::Takeover;
use super::tally::Tally;
use super::unit::Unit;
use super::witness::Witness;
use super::written::Written;

/// The root values: the name of each, and where it is answered.
macro_rules! views {
    ($($name:literal $view:ty,)+) => {
        /// The names of all root values, in alphabetical order.
        pub const NAMES: &[&str] = &[$($name),+];

        /// The schema of a root value, by its name.
        pub fn named(name: &str) -> Option<Schema> {
            match name { $($name => Some(schema::<$view>(name)),)+ _ => None }
        }
    };
}

views! {
    "check" Check,
    "checkpoint" SignedCheckpoint,
    "checks" Checks,
    "code" Code,
    "codes" Codes,
    "comparison" Comparison<'_>,
    "copies" Copies,
    "cosignature" Cosignature,
    "draft" Draft,
    "enrolment" Enrolment,
    "event" ProvedEvent<'_>,
    "evidence" EvidenceView,
    "exported-event" ExportedEvent<'_>,
    "exported-head" ExportedHead,
    "failure" Failed,
    "finding" ProvedFinding,
    "founding" Founding,
    "joined" Joined,
    "key" Key,
    "load" Load,
    "manual" Manual,
    "mirror" Mirror,
    "misconduct" MisconductView,
    "page" Page,
    "proof" Proof<'_>,
    "publication" Publication,
    "receipt" Receipt,
    "rehearsal" Rehearsal,
    "report" Report,
    "restoration" Restoration,
    "shown-event" ShownEvent<'_>,
    "signature" Signature,
    "signatures" Signatures,
    "slips" Slips,
    "submission" Submission,
    "submissions" Submissions,
    "takeover" Takeover,
    "tally" Tally,
    "unit" Unit,
    "witness" Witness,
    "written" Written,
}

/// Every schema, by name.
pub fn all() -> Named<Schema> {
    NAMES.iter().filter_map(|name| Some(((*name).to_owned(), named(name)?))).collect()
}

/// As the values are written, so that whatever is always there is required.
fn schema<T: JsonSchema>(name: &str) -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), format!("{BASE}{name}.schema.json").into());
    schema
}

/// What the schemas' names begin with; nothing is fetched from there.
const BASE: &str = "https://protokol.example/api/";
