//! A paper to be printed, and its receipt: the unit that it is of by the rows that are about it, the event by the published
//! tiles.

use std::path::Path;

use super::events;
use super::rows::{answer, has_unit};
use super::unit::{self, ProvenUnit};
use crate::domain::id::UnitId;
use crate::domain::number::Sequence;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::tree::prove::inclusion;
use crate::ledger::tree::tile_reader::TileReader;
use crate::service::error::Error;
use crate::service::parallel::Cores;
use crate::service::proofs::WithProof;
use crate::service::query::PaperVersion;
use crate::service::setting::Setting;
use crate::store::files;
use crate::store::journal::disk::Folder;
use crate::store::proven::named::Unproved;
use crate::store::proven::rows::ProvenRows;
use crate::store::publish::published::PublishedFolder;
use crate::store::read;
use crate::store::witness::witnessed::Witnessed;
use crate::verify::conclude::TrustAnchors;
use crate::verify::published::read_hashes;

/// The papers of a unit that was proved.
#[derive(Debug)]
pub struct ProvenPaper {
    /// The unit that they are of.
    pub unit: ProvenUnit,
    /// The version that is meant; none where it is the one in force.
    pub version: Option<PaperVersion>,
    rows: ProvenRows,
}

/// The papers of the unit, or the version, that somebody names, where the ledger proves them; none of anything else.
pub fn proven(setting: &Setting<'_>, anchors: &TrustAnchors<'_>, what: &str) -> Option<ProvenPaper> {
    let ask = |rows: &ProvenRows| Ok(named(rows, setting, what)?);
    let ((unit, version), rows) = answer(setting, anchors, ask, |(unit, _)| unit.model())?.ok()?;
    Some(ProvenPaper { unit, version, rows })
}

fn named(
    rows: &ProvenRows,
    setting: &Setting<'_>,
    what: &str,
) -> Result<Option<(ProvenUnit, Option<PaperVersion>)>, Unproved> {
    let (unit, version) = match what.parse::<UnitId>() {
        Ok(unit) if has_unit(rows, &unit)? => (unit, None),
        _ => {
            let version = events::named(rows, what, WithProof::No)?.and_then(|proven| PaperVersion::of(&proven.event));
            let Some(version) = version else { return Ok(None) };
            (version.unit.clone(), Some(version))
        }
    };
    Ok(unit::of_rows(rows, setting, &unit, WithProof::No)?.map(|proven| (proven, version)))
}

impl ProvenPaper {
    /// The receipts of some events, in this order: from the published tiles, or, where these do not prove them, from the
    /// journal.
    ///
    /// # Errors
    /// Those of [`Error::reading`].
    pub fn receipts(&self, ledger: &Path, of: &[Sequence]) -> Result<Vec<Receipt>, Error> {
        if let Some(receipts) = self.by_tiles(ledger, of) {
            return Ok(receipts);
        }
        // What the policy says of the seal was asked when the rows were.
        let receipts = read::receipts(ledger, &TrustAnchors::default(), Cores, of);
        Ok(receipts.map_err(Error::reading(ledger))?.0)
    }

    /// None where the tiles do not lead to the checkpoint, or where nobody has cosigned it and an older one was.
    fn by_tiles(&self, ledger: &Path, of: &[Sequence]) -> Option<Vec<Receipt>> {
        let signed = &self.rows.checkpoint;
        let is_alone = signed.note().signatures().len() == 1;
        if is_alone && Witnessed::read(&Folder::new(ledger)).ok()?.last().is_some() {
            return None;
        }
        let (size, published) = (signed.checkpoint().size, PublishedFolder::new(&ledger.join(files::PUBLISHED)));
        let tiles = TileReader::new(size, |tile| read_hashes(&published, tile));
        let receipt = |sequence: &Sequence| {
            let entry = self.rows.event_at(*sequence).ok()?.bytes;
            let proof = inclusion(&tiles, *sequence, size).ok()?;
            let receipt = Receipt::new(Some(entry.clone()), *sequence, proof, signed.clone()).ok()?;
            receipt.verify_inclusion(&entry).is_ok().then_some(receipt)
        };
        of.iter().map(receipt).collect()
    }
}
