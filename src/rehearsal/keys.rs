//! The demonstration keys of a rehearsal. Anybody can derive them from a unit and a seat.

use std::collections::BTreeMap;

use crate::crypto::key::{PublicKey, SecretKey};
use crate::crypto::parallel::ParallelMap;
use crate::domain::commission::{Member, Office};
use crate::domain::id::{ObserverId, UnitId};
use crate::domain::number::Seat;
use crate::domain::text::Text;

/// Who signs in a rehearsal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Signer {
    /// A member of a commission, by unit and seat.
    Member(UnitId, Seat),
    /// An observer, by id.
    Observer(ObserverId),
}

/// Keys that were derived before, up to [`KEYS_MAX`]. Another is derived each time it signs.
#[derive(Debug, Default)]
pub struct Keys(BTreeMap<Signer, SecretKey>);

/// How many derived keys are kept: about 100 MB at the most. Deriving one again takes as long as a signature.
const KEYS_MAX: usize = 262_144;

/// The name under which the log's demonstration key is derived; no unit can bear it.
const LOG: &str = "log:";
/// How a rehearsal's origin ends.
pub(super) const ORIGIN_SUFFIX: &str = "/rehearsal";

impl Signer {
    fn derive(&self) -> SecretKey {
        match self {
            Self::Member(unit, seat) => SecretKey::demonstration(unit.as_str(), &seat.to_string()),
            Self::Observer(observer) => SecretKey::demonstration("observer:", observer.as_str()),
        }
    }
}

impl Keys {
    /// Derives the keys of the first of these signers now, so that signing finds them.
    pub fn of<M: ParallelMap>(signers: impl Iterator<Item = Signer>, map: &M) -> Self {
        let derived = |signer: Signer| {
            let key = signer.derive();
            (signer, key)
        };
        Self(map.map(signers.take(KEYS_MAX).collect(), derived).into_iter().collect())
    }

    /// Hands a signer's key to a function, derived now where it is not kept.
    pub fn with<T>(&self, signer: &Signer, use_it: impl FnOnce(&SecretKey) -> T) -> T {
        match self.0.get(signer) {
            Some(key) => use_it(key),
            None => use_it(&signer.derive()),
        }
    }
}

/// A member of a rehearsal.
pub fn member(unit: &UnitId, seat: Seat, keys: &Keys) -> Member {
    let name = format!("Member {seat} of {unit}").parse().expect("a unit id is plain text");
    let office = match seat {
        Seat(1) => Office::Chair,
        Seat(2 | 3) => Office::Secretary,
        Seat(_) => Office::Member,
    };
    let key = keys.with(&Signer::Member(unit.clone(), seat), SecretKey::public);
    Member { seat, name, office, nominated_by: Text::default(), key }
}

/// Whether a key is the one under which a log of this name, or its rehearsal, was rehearsed.
pub fn is_demonstration_log_key(key: &PublicKey, origin: &str) -> bool {
    [origin.to_owned(), format!("{origin}{ORIGIN_SUFFIX}")].iter().any(|origin| log_key(origin).public() == *key)
}

/// The log's key in a rehearsal.
pub fn log_key(origin: &str) -> SecretKey {
    SecretKey::demonstration(LOG, origin)
}
