//! A unit, and everybody who ever signed for it.

use super::provenance::Provenance;
use crate::domain::commission::{CommissionFormed, KeyRevoked, Member, MemberReplaced};
use crate::domain::number::Sequence;

/// A unit and its commission.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitRecord {
    /// As it was formed.
    pub formed: CommissionFormed,
    /// The event that formed it.
    pub provenance: Provenance,
    /// Everybody who ever held a seat.
    pub members: Vec<MemberRecord>,
}

impl UnitRecord {
    /// Whose signatures counted when an event came in.
    pub fn seated(&self, at: Sequence) -> impl Iterator<Item = &MemberRecord> {
        let counted = move |member: &&MemberRecord| {
            member.since.sequence < at && member.until.as_ref().is_none_or(|until| until.sequence > at)
        };
        self.members.iter().filter(counted)
    }
}

/// A member, for as long as the key counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemberRecord {
    /// The member, as enrolled.
    pub member: Member,
    /// From which event on.
    pub since: Provenance,
    /// From which event on no more.
    pub until: Option<Provenance>,
}

impl UnitRecord {
    pub(in crate::tally) fn of(formed: &CommissionFormed, by: Provenance) -> Self {
        let members = formed.members.iter().map(|member| MemberRecord::of(member, by.clone())).collect();
        Self { formed: formed.clone(), provenance: by, members }
    }

    pub(in crate::tally) fn replace(&mut self, replaced: &MemberReplaced, by: Provenance) {
        self.end(|member| member.seat == replaced.member.seat, &by);
        self.members.push(MemberRecord::of(&replaced.member, by));
    }

    pub(in crate::tally) fn revoke(&mut self, revoked: &KeyRevoked, by: &Provenance) {
        self.end(|member| member.key == revoked.key, by);
    }

    fn end(&mut self, is_meant: impl Fn(&Member) -> bool, by: &Provenance) {
        for record in self.members.iter_mut().filter(|record| record.until.is_none() && is_meant(&record.member)) {
            record.until = Some(by.clone());
        }
    }
}

impl MemberRecord {
    fn of(member: &Member, since: Provenance) -> Self {
        Self { member: member.clone(), since, until: None }
    }
}
