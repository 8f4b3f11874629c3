//! Opening a ledger to read.

use super::error::Error;
use super::observer::{Stretch, Work};
use super::setting::Setting;
use crate::store::read::{self, Reading};

/// Opens the ledger to read: from its embedded store, or from its journal where that is in doubt or held.
///
/// # Errors
/// [`Error::Store`].
pub fn read(setting: &Setting<'_>) -> Result<Reading, Error> {
    let failed = || Error::store(setting.ledger);
    let total = read::sealed(setting.ledger).map_err(failed())?.checkpoint().size;
    let mut stretch = Stretch::new(setting.observer, Work::Reading, total);
    read::open(setting.ledger, &mut |done| stretch.reaches(done)).map_err(failed())
}
