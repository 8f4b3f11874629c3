//! Who stands behind a statement, and whether they may say it.

use crate::crypto::key::PublicKey;
use crate::domain::event::Author;
use crate::domain::id::UnitId;
use crate::domain::number::Seat;
use crate::domain::rejection::Rejection;
use crate::domain::state::{Election, KeyOf};
use crate::domain::statement::Kind;

/// Who says what, in which election: the argument of every rule.
pub(super) struct By<'a> {
    pub(super) election: &'a Election,
    pub(super) kind: Kind,
    pub(super) author: &'a Author,
}

/// The one body behind all signatures, every key in force.
pub(super) fn author(election: &Election, signers: &[PublicKey]) -> Result<Author, Rejection> {
    let mut author: Option<Author> = None;
    for key in signers {
        let colleagues = match &author {
            Some(Author::Commission { unit, .. }) => Some(unit),
            Some(Author::Observer(_)) | None => None,
        };
        let holder = election.holder_beside(colleagues, key).ok_or(Rejection::KeyNotEnrolled(*key))?;
        if !holder.in_force {
            return Err(Rejection::KeyNotInForce(*key));
        }
        author = Some(match (author, holder.of) {
            (None, KeyOf::Seat(unit, seat)) => Author::commission(unit, [seat]),
            (None, KeyOf::Observer(observer)) => Author::Observer(observer),
            (Some(Author::Commission { unit, mut seats }), KeyOf::Seat(of, seat)) if unit == of => {
                seats.push(seat);
                Author::Commission { unit, seats }
            }
            _ => return Err(Rejection::MixedSigners),
        });
    }
    match author.ok_or(Rejection::Unsigned)? {
        Author::Commission { unit, seats } => Ok(Author::commission(unit, seats)),
        observer @ Author::Observer(_) => Ok(observer),
    }
}

impl By<'_> {
    pub(super) fn not_entitled(&self, about: &UnitId) -> Rejection {
        Rejection::NotEntitled(self.kind, about.clone())
    }

    /// The commission that signed, without asking for its quorum.
    pub(super) fn commission(&self, about: &UnitId) -> Result<(&UnitId, &[Seat]), Rejection> {
        match self.author {
            Author::Commission { unit, seats } => Ok((unit, seats)),
            Author::Observer(_) => Err(self.not_entitled(about)),
        }
    }

    /// The commission that signed with its quorum, if it is one that `may` say this about a unit.
    pub(super) fn quorum(&self, about: &UnitId, may: impl FnOnce(&UnitId) -> bool) -> Result<&UnitId, Rejection> {
        let (unit, seats) = self.commission(about)?;
        if !may(unit) {
            return Err(self.not_entitled(about));
        }
        let needed = self.election.unit(unit)?.quorum;
        if seats.len() < usize::from(needed) {
            return Err(Rejection::QuorumNotMet { unit: unit.clone(), signed: seats.len(), needed });
        }
        Ok(unit)
    }

    /// The central commission's quorum.
    pub(super) fn top(&self) -> Result<(), Rejection> {
        let top = self.election.top();
        self.quorum(top, |unit| unit == top).map(|_| ())
    }

    /// The quorum of the commission directly above a unit; of the top itself for the top.
    pub(super) fn parent_of(&self, unit: &UnitId) -> Result<(), Rejection> {
        let parent = self.election.unit(unit)?.parent.as_ref().unwrap_or(unit);
        self.quorum(unit, |signed| signed == parent).map(|_| ())
    }

    /// The quorum of some commission above a unit.
    pub(super) fn above(&self, unit: &UnitId) -> Result<(), Rejection> {
        self.quorum(unit, |signed| signed != unit && self.election.is_within(unit, signed)).map(|_| ())
    }
}
