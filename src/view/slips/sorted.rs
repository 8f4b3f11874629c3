//! The view of slips that were sorted.

use super::{MissingSeats, SlipMember, Slips};
use crate::domain::commission::{CommissionFormed, Member};
use crate::intake::slips::{Missing, SlipFault, Sorted};
use crate::text::{self, Lang};
use crate::view::failure::{Failed, Failure};

impl Slips {
    /// The view of what was sorted, and of the drafts that were made of it.
    pub fn of(lang: Lang, sorted: &Sorted, drafts: Vec<String>) -> Self {
        let members = |formed: &CommissionFormed| {
            let member = |member: &Member| SlipMember::of(&formed.unit, member);
            formed.members.iter().map(member).collect::<Vec<_>>()
        };
        Self {
            drafts,
            members: sorted.commissions.iter().flat_map(members).collect(),
            left_out: sorted.faults.iter().map(|fault| Failed { error: left_out(lang, fault) }).collect(),
            missing: sorted.missing.iter().map(MissingSeats::of).collect(),
        }
    }
}

impl MissingSeats {
    fn of(missing: &Missing) -> Self {
        Self {
            unit: missing.unit.to_string(),
            name: missing.name.to_string(),
            seats: missing.seats.iter().map(|seat| seat.0).collect(),
            of: missing.of,
        }
    }
}

fn left_out(lang: Lang, fault: &SlipFault) -> Failure {
    Failure {
        file: Some(fault.file.clone()),
        unit: fault.unit.as_ref().map(ToString::to_string),
        item: fault.name.as_ref().map(ToString::to_string),
        ..Failure::of(fault.mistake.code(), text::slip_mistake(lang, &fault.mistake))
    }
}
