//! What does not add up, from the rows of findings alone: all of them, or those of one unit.

use std::collections::BTreeSet;
use std::path::Path;

use super::missing::{Missing, NoAnswer};
use super::named::unit_named;
use super::rows::{answer, of_election, prove, unproved};
use super::unit::findings_of;
use crate::domain::finding::Finding;
use crate::domain::id::ContestId;
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::{Asked, NotProved};
use crate::service::error::Error;
use crate::service::proofs::{Sources, WithProof, of_finding, of_findings};
use crate::service::setting::Setting;
use crate::store::proven::named::Unproved;
use crate::store::proven::rows::ProvenRows;
use crate::tally::findings::in_order;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::finding;
use crate::verify::conclude::TrustAnchors;

/// Findings that were proved.
#[derive(Debug)]
pub struct ProvenFindings {
    /// The election, and of units no more than are told of.
    pub model: ReadModel,
    /// In the order in which they are told.
    pub found: Vec<Finding>,
    /// The proof of them all, and that there is no other, where it was asked for.
    pub proof: Option<RowsProof>,
    rows: ProvenRows,
}

impl ProvenFindings {
    /// The checkpoint that they are under.
    pub fn checkpoint(&self) -> &SignedCheckpoint {
        &self.rows.checkpoint
    }

    /// The proof of one finding.
    ///
    /// # Errors
    /// [`Error::Store`] where the store gives its row no more.
    pub fn proof_of(&self, finding: &Finding, ledger: &Path) -> Result<RowsProof, Error> {
        let proof = prove(&self.rows, &[of_finding(finding)], Sources::LeftOut);
        proof.map_err(|error| Error::store(ledger)(unproved(error)))
    }
}

/// What is asked of the rows, and what they gave.
struct Found {
    model: ReadModel,
    found: Vec<Finding>,
    proof: Option<RowsProof>,
}

/// The findings, of one unit where one is named, or that it is not there, where the ledger proves it.
pub fn proven(
    setting: &Setting<'_>,
    anchors: &TrustAnchors<'_>,
    unit: Option<&str>,
    with_proof: WithProof,
) -> Option<Result<ProvenFindings, Missing>> {
    let ask = |rows: &ProvenRows| of_rows(rows, unit, with_proof);
    let answer = answer(setting, anchors, ask, |found| &found.model)?;
    Some(answer.map(|(Found { model, found, proof }, rows)| ProvenFindings { model, found, proof, rows }))
}

fn of_rows(rows: &ProvenRows, unit: Option<&str>, with_proof: WithProof) -> Result<Option<Found>, NoAnswer> {
    let mut asked = of_election();
    let election = rows.model(&asked)?;
    let unit = unit.map(|unit| unit_named(rows, unit)).transpose()?;
    let found = match &unit {
        None => all(rows)?,
        Some(unit) => {
            let of_contest = |contest: &ContestId| findings_of(rows, contest, unit);
            election.contests().keys().map(of_contest).collect::<Result<Vec<_>, _>>()?
        }
    };
    let Some(found) = found.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
    let found: Vec<_> = found.into_iter().flatten().collect();
    let units: BTreeSet<_> = found.iter().map(|finding| &finding.unit).collect();
    asked.extend(units.into_iter().map(|unit| Asked::Row(RowKey::of(&[&"unit", unit]))));
    let model = rows.model(&asked)?;
    let found = in_order(&model, found).ok_or(NotProved::NotTheRows)?;
    let asked = of_findings(&model, unit.as_ref());
    let proof = (with_proof == WithProof::Yes).then(|| prove(rows, &asked, Sources::LeftOut)).transpose()?;
    Ok(Some(Found { model, found, proof }))
}

/// The findings of every row; none where a row is not what its key says.
fn all(rows: &ProvenRows) -> Result<Vec<Option<Vec<Finding>>>, Unproved> {
    let of_row = |(key, value): &(RowKey, String)| {
        let mut parts = key.as_str().split('/').skip(1);
        let (contest, unit) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        finding::parse(&contest, &unit, value).ok()
    };
    Ok(rows.all("finding/")?.iter().map(of_row).collect())
}
