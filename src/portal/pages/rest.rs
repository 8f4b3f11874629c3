//! Lists that stand beside others on a page show the first of many units, and where all of them are.

use crate::domain::id::UnitId;
use crate::portal::figures::number;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::{Place, UNITS_A_PAGE};
use crate::portal::words::charts;
use crate::tally::record::ContestRecord;

/// Of which units a list is not, and where they are.
#[derive(Debug)]
pub struct Rest {
    /// How many are shown, of how many.
    pub says: String,
    /// Where all of them are.
    pub href: String,
    /// What that page is called.
    pub of: Named,
}

/// As many units of a contest as stand on a page; and, where there are more, where these are.
pub fn first<'a, 'u>(
    frame: &Frame,
    contest: &ContestRecord,
    units: &'a [&'u UnitId],
) -> (&'a [&'u UnitId], Option<Rest>) {
    let shown = &units[..units.len().min(usize::try_from(UNITS_A_PAGE).unwrap_or(usize::MAX))];
    let rest = (shown.len() < units.len()).then(|| Rest {
        says: say!(
            frame.lang,
            charts::portal_first_of {
                shown: number(frame.lang, shown.len() as u64),
                of: number(frame.lang, units.len() as u64)
            }
        ),
        href: frame.to(&Place::Contest(contest.contest.id.clone())),
        of: Named::contest(&contest.contest, frame.lang),
    });
    (shown, rest)
}
