//! What drafts of an enrolment are called.

use std::path::{Path, PathBuf};

use super::super::files::DRAFT_EXTENSION;
use crate::domain::statement::Body;

/// Where the draft of a statement goes.
pub fn place(folder: &Path, body: &Body) -> PathBuf {
    folder.join(format!("{}.{DRAFT_EXTENSION}", draft_name(body)))
}

/// The file of a draft, without its ending.
fn draft_name(body: &Body) -> String {
    match body {
        Body::CommissionFormed(formed) => format!("commission-{}", formed.unit),
        Body::CandidateRegistered(r) => format!("candidate-{}-{:02}", r.contest, r.number.0),
        Body::ObserverAccredited(accredited) => format!("observer-{}", accredited.observer),
        other => other.kind().word().to_owned(),
    }
}
