//! What comes to a witness from anybody.

use protokol::crypto::hash::TreeHash;
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::Checkpoint;
use protokol::ledger::note::witness::{AddCheckpoint, WitnessRefusal, decide};
use protokol::ledger::tree::proof::PROOF_HASHES_MAX;

use super::{Made, ORIGIN, log};

/// The root of the worked example's first event, which the witness cosigned before.
const FIRST_ROOT: [u8; 32] = [
    0xf0, 0x88, 0xa3, 0x04, 0x66, 0xfa, 0xb6, 0x56, 0x00, 0x08, 0x1c, 0x6c, 0x6f, 0x4c, 0x48, 0x07, 0xd8, 0xaa, 0xd2,
    0xa8, 0x05, 0xa0, 0xba, 0x32, 0x95, 0xa2, 0x32, 0xb4, 0x30, 0x8b, 0x76, 0x33,
];

/// A request prints as it was read, and whoever sends what, a witness never goes back nor sideways.
pub fn witness(bytes: &[u8]) -> Made {
    let Ok(request) = AddCheckpoint::parse(bytes) else { return Made::Refused };
    assert_eq!(request.to_string().as_bytes(), bytes, "one spelling");
    assert!(request.proof().len() <= PROOF_HASHES_MAX);
    let keys = [log().verifier().clone()];
    let first = Checkpoint { origin: ORIGIN.parse().expect("an origin"), size: Size(1), root: TreeHash(FIRST_ROOT) };
    assert!(decide(&[], Some(&first), &request).is_err_and(|refusal| refusal.status() == 404), "watches no log");
    for last in [None, Some(&first)] {
        let cosigned = match decide(&keys, last, &request) {
            Ok(cosigned) => cosigned,
            Err(refusal) => {
                tells(&refusal, last);
                continue;
            }
        };
        let new = cosigned.checkpoint();
        assert_eq!(new, request.checkpoint().checkpoint());
        assert!(cosigned.verify(&keys[0]).is_ok());
        let grew = last.is_none_or(|last| last.size < new.size || last == new);
        assert!(grew && request.old() == last.map_or(Size(0), |last| last.size));
        // What was granted is behind the witness now, and it says where it is.
        match decide(&keys, Some(new), &request) {
            Ok(_) => assert_eq!(request.old(), new.size),
            Err(refusal) => assert_eq!(refusal.stored(), Some(new.size)),
        }
    }
    Made::Read
}

fn tells(refusal: &WitnessRefusal, last: Option<&Checkpoint>) {
    assert!([400, 403, 404, 409, 422].contains(&refusal.status()), "{refusal}");
    assert_eq!(refusal.stored().is_some(), refusal.status() == 409, "{refusal}");
    assert!(refusal.stored().is_none_or(|size| size == last.map_or(Size(0), |last| last.size)), "{refusal}");
}
