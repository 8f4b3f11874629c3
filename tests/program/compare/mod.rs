//! Two states of a log held against each other: how they stand, what changed between them, and evidence where the log
//! signed two histories.

mod evidence;
mod relations;
mod telling;

use std::collections::BTreeMap;
use std::convert::Infallible;

use protokol::crypto::parallel::Serial;
use protokol::domain::number::{Count, Size};
use protokol::domain::protocol::{ProtocolAnnulled, ProtocolCorrected};
use protokol::domain::statement::Body;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::tree::tile::{bundle, bundles};
use protokol::verify::compare::Side;
use protokol::verify::published::{CHECKPOINT, Published};

use crate::kit::tiny::*;

/// The size of a night before anything is corrected.
const EVENING: usize = 4;
/// The size of a whole night.
const MORNING: usize = 8;

/// A night: a protocol with this many votes, then its correction, another precinct and its protocol, an annulment.
fn night(votes: u32) -> Ledger {
    let mut ledger = Ledger::default();
    let (manifest, top, mut last) = (tiny_manifest(), &[("TOP", "1")], None);
    let precinct = |unit| Body::CommissionFormed(commission(&tiny_manifest(), unit, "precinct", Some("TOP")));
    let first = protocol("P1", &[votes], &[(1, votes)]);
    let evening: [(Body, &[By<'_>]); EVENING] = [
        (Body::ElectionCalled(founding(manifest, "TOP")), top),
        (precinct("P1"), top),
        (candidate(1, "Ada Example"), top),
        (Body::ProtocolSubmitted(first.clone()), &[("P1", "1")]),
    ];
    for (body, by) in evening {
        last = Some(ledger.say(body, by).expect("admissible"));
    }
    let mut corrected = first;
    corrected.figures.votes[0].1 = Count(votes + 1);
    let replaces = last.expect("a protocol");
    let correction = ProtocolCorrected { replaces, reason: text("a slip"), decision: decision(), protocol: corrected };
    ledger.say(Body::ProtocolCorrected(correction), &[("P1", "1")]).expect("admissible");
    ledger.say(precinct("P2"), top).expect("admissible");
    let other = Body::ProtocolSubmitted(protocol("P2", &[3], &[(1, 3)]));
    let protocol = ledger.say(other, &[("P2", "1")]).expect("admissible");
    let annulled = ProtocolAnnulled { paper: paper("P2"), protocol, reason: text("seals"), decision: decision() };
    ledger.say(Body::ProtocolAnnulled(annulled), top).expect("admissible");
    assert_eq!(ledger.entries.len(), MORNING);
    ledger
}

/// A published log in memory, as large as the checkpoint says.
struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    fn of(ledger: &Ledger, signed: &SignedCheckpoint) -> Self {
        let mut files = BTreeMap::from([(CHECKPOINT.to_owned(), signed.to_string().into_bytes())]);
        for tile in bundles(Size(0), signed.checkpoint().size) {
            let places = tile.places().filter_map(|at| ledger.entries.get(at as usize));
            files.insert(tile.to_string(), bundle(places.map(Vec::as_slice)));
        }
        Self(files)
    }
}

impl Published for Files {
    type Error = Infallible;

    fn read(&self, file: &str, _: usize) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.0.get(file).cloned())
    }
}

/// A whole side: the first `size` events of a ledger.
fn whole(ledger: &Ledger, size: usize) -> Side {
    let signed = ledger.checkpoint(size);
    let read = Side::read(&Files::of(ledger, &signed), Serial, signed, Size(0), &mut |_| {});
    read.expect("memory can be read").expect("the entries give the root")
}

/// The same, of which only the checkpoint is known.
fn bare(ledger: &Ledger, size: usize) -> Side {
    Side::checkpoint(ledger.checkpoint(size))
}

/// A ledger whose checkpoints another key signs.
fn signed_by(ledger: Ledger, log: protokol::crypto::note::NoteSigner) -> Ledger {
    let mut ledger = ledger;
    ledger.log = log;
    ledger
}
