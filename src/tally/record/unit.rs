//! A unit, and everybody who ever signed for it.

use serde::{Deserialize, Serialize};

use super::provenance::Provenance;
use super::written::Written;
use crate::crypto::key::PublicKey;
use crate::domain::commission::{CommissionFormed, KeyRevoked, Member, MemberReplaced};
use crate::domain::id::{TierName, UnitId};
use crate::domain::number::Sequence;
use crate::domain::text::Text;
use crate::domain::time::Offset;

/// A unit and its commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct UnitRecord {
    /// Its tier, one of the manifest's.
    pub tier: TierName,
    /// The unit above; none for the top.
    pub parent: Option<UnitId>,
    /// What people call it; empty where it has no name of its own.
    pub name: Text,
    /// Its own difference to UTC; none where the election's holds.
    pub utc_offset: Option<Offset>,
    /// How many members must sign.
    pub quorum: u16,
    /// The members that it was formed with.
    formed_with: Written<Member>,
    /// The event that formed it.
    pub provenance: Provenance,
    /// What became of its seats, in order.
    changes: Vec<SeatChange>,
}

/// A change of who signs for a unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct SeatChange {
    by: Provenance,
    what: WhatChanged,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
enum WhatChanged {
    /// A seat passed on to this member.
    Replaced(Member),
    /// A key counts no more.
    Revoked(PublicKey),
}

/// A member, for as long as the key counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemberRecord<'a> {
    /// The member, as enrolled.
    pub member: Member,
    /// From which event on.
    pub since: &'a Provenance,
    /// From which event on no more.
    pub until: Option<&'a Provenance>,
}

impl UnitRecord {
    pub(in crate::tally) fn of(formed: &CommissionFormed, by: Provenance) -> Self {
        let CommissionFormed { unit: _, tier, parent, name, utc_offset, quorum, members } = formed.clone();
        let formed_with = members.iter().collect();
        Self { tier, parent, name, utc_offset, quorum, formed_with, provenance: by, changes: Vec::new() }
    }

    pub(in crate::tally) fn replace(&mut self, replaced: &MemberReplaced, by: Provenance) {
        self.changes.push(SeatChange { by, what: WhatChanged::Replaced(replaced.member.clone()) });
    }

    pub(in crate::tally) fn revoke(&mut self, revoked: &KeyRevoked, by: Provenance) {
        self.changes.push(SeatChange { by, what: WhatChanged::Revoked(revoked.key) });
    }

    /// How many seats there are.
    pub fn seats(&self) -> usize {
        self.formed_with.iter().count()
    }

    /// Everybody who ever held a seat: those of the forming act, then each who took a seat, in order.
    pub fn members(&self) -> impl Iterator<Item = MemberRecord<'_>> {
        let formed = self.formed_with.iter().map(|member| (member, &self.provenance, &self.changes[..]));
        let taken = self.changes.iter().enumerate().filter_map(|(at, change)| match &change.what {
            WhatChanged::Replaced(member) => Some((member.clone(), &change.by, &self.changes[at + 1..])),
            WhatChanged::Revoked(_) => None,
        });
        formed.chain(taken).map(|(member, since, later)| {
            let until = later.iter().find(|change| change.ends(&member)).map(|change| &change.by);
            MemberRecord { member, since, until }
        })
    }

    /// Who holds a seat with a key that counts.
    pub fn seated_now(&self) -> impl Iterator<Item = Member> {
        self.members().filter(|record| record.until.is_none()).map(|record| record.member)
    }

    /// Whose signatures counted when an event came in.
    pub fn seated(&self, at: Sequence) -> impl Iterator<Item = MemberRecord<'_>> {
        self.members()
            .filter(move |record| record.since.sequence < at && record.until.is_none_or(|until| until.sequence > at))
    }
}

impl SeatChange {
    /// Whether the key of a member counts no more after it.
    fn ends(&self, member: &Member) -> bool {
        match &self.what {
            WhatChanged::Replaced(by) => by.seat == member.seat,
            WhatChanged::Revoked(key) => *key == member.key,
        }
    }
}
