//! What is asked before a signature is added: who may sign, and whether two typings of one paper say the same.

use super::background::Background;
use super::check::{entitled, figures, needs_papers, refused};
use crate::crypto::key::PublicKey;
use crate::domain::finding::candidate_key;
use crate::domain::form::Form;
use crate::domain::id::LedgerId;
use crate::domain::number::{Count, Seat};
use crate::domain::protocol::Figures;
use crate::domain::rejection::Rejection;
use crate::domain::state::{Election, KeyOf, State};
use crate::domain::statement::Body;
use crate::domain::time::Millis;
use crate::intake::draft::Draft;
use crate::ledger::submission::SignedStatement;

/// Whether a key counts for what a draft says: a wrong key is found here, not on the evening, and a signature that
/// would spoil the others' is never added. `signed` holds the signatures that are there already.
///
/// # Errors
/// The rejection that the ledger would give.
pub fn check_signer(
    key: PublicKey,
    draft: &Draft,
    signed: &SignedStatement,
    background: Option<&Background>,
    now: Millis,
) -> Result<(), Rejection> {
    let election = background.and_then(|background| Some((background, background.state.election()?)));
    match (&draft.body, election) {
        (Body::ElectionCalled(founding), _) => {
            let is_member = founding.commission.members.iter().any(|member| member.key == key);
            if is_member { Ok(()) } else { Err(Rejection::KeyNotEnrolled(key)) }
        }
        (Body::LogKeyRotated(_), _) => Ok(()),
        (_, None) => Err(Rejection::KeyNotEnrolled(key)),
        (body, Some((background, election))) => {
            check_in_force(key, election)?;
            if draft.ledger != election.ledger() {
                return Err(Rejection::OtherLedger);
            }
            let of_signer = commission_of(&key, election);
            if signed.signers().any(|other| commission_of(other, election) != of_signer) {
                return Err(Rejection::MixedSigners);
            }
            entitled(body, background, election, key, now)
        }
    }
}

fn check_in_force(key: PublicKey, election: &Election) -> Result<(), Rejection> {
    match election.holder(&key) {
        None => Err(Rejection::KeyNotEnrolled(key)),
        Some(holder) if !holder.in_force => Err(Rejection::KeyNotInForce(key)),
        Some(_) => Ok(()),
    }
}

/// The commission or observer that a key signs for, whichever seat it is of.
fn commission_of(key: &PublicKey, election: &Election) -> Option<KeyOf> {
    election.holder(key).map(|holder| match holder.of {
        KeyOf::Seat(unit, _) => KeyOf::Seat(unit, Seat(0)),
        other => other,
    })
}

/// A figure that two typings of one paper have differently; `None` where one of them has none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureDifference {
    /// The name of its item or candidate.
    pub figure: String,
    /// What the first typing has.
    pub first: Option<Count>,
    /// What the second has.
    pub second: Option<Count>,
}

/// Every figure that differs, by the name of its item or candidate; none where either is no paper with figures.
pub fn differences(first: &Body, second: &Body, form: &Form) -> Vec<FigureDifference> {
    let (Some((_, first)), Some((_, second))) = (figures(first), figures(second)) else { return Vec::new() };
    let named = |figures: &Figures| -> Vec<(String, Option<Count>)> {
        let items = form.items.iter().zip(&figures.items).map(|(item, figure)| (item.key.to_string(), *figure));
        items.chain(figures.votes.iter().map(|(number, votes)| (candidate_key(*number), Some(*votes)))).collect()
    };
    let (first, second) = (named(first), named(second));
    let of = |figures: &[(String, Option<Count>)], name: &str| {
        figures.iter().find(|(known, _)| known == name).and_then(|(_, figure)| *figure)
    };
    let only_second = second.iter().filter(|(name, _)| !first.iter().any(|(known, _)| known == name));
    let names = first.iter().chain(only_second).map(|(name, _)| name.clone());
    let both = names.map(|figure| {
        let (first, second) = (of(&first, &figure), of(&second, &figure));
        FigureDifference { figure, first, second }
    });
    both.filter(|differs| differs.first != differs.second).collect()
}

/// How far a paper is signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signed {
    /// As many have signed as must; the ledger takes it.
    Complete {
        /// How many must sign.
        needed: usize,
    },
    /// Fewer have signed.
    Incomplete {
        /// How many of those who count have signed.
        signed: usize,
        /// How many must sign.
        needed: usize,
    },
    /// Nothing is at hand by which it could be known.
    Unknown,
}

impl Signed {
    /// How far the signatures over a statement are. A founding act says itself how many must sign it.
    pub fn of(draft: &Draft, signed: &SignedStatement, background: Option<&Background>, now: Millis) -> Self {
        let signers: Vec<_> = signed.signers().copied().collect();
        let (state, ledger) = match (&draft.body, background) {
            (Body::ElectionCalled(_), _) => (&State::default(), LedgerId::UNFOUNDED),
            (_, Some(background)) => (&background.state, draft.ledger),
            (_, None) => return Self::Unknown,
        };
        match refused(state, &draft.body, ledger, signers.clone(), now) {
            Some(Rejection::QuorumNotMet { signed, needed, .. }) => {
                Self::Incomplete { signed, needed: usize::from(needed) }
            }
            // Whoever has no papers cannot say more than how many of the commission must sign.
            Some(rejection) if !needs_papers(&rejection) => Self::Unknown,
            refused => match quorum(&draft.body, &signers, background) {
                Some(needed) if refused.is_some() && signers.len() < needed => {
                    Self::Incomplete { signed: signers.len(), needed }
                }
                Some(needed) => Self::Complete { needed: needed.min(signers.len()) },
                None => Self::Complete { needed: signers.len() },
            },
        }
    }

    /// How many must sign, where it is known.
    pub fn needed(self) -> Option<usize> {
        match self {
            Self::Complete { needed } | Self::Incomplete { needed, .. } => Some(needed),
            Self::Unknown => None,
        }
    }
}

/// How many must sign what nobody signed yet: of the unit's own commission, or of the first above it that may say it.
/// `None` where nothing at hand tells.
pub fn needed(draft: &Draft, background: &Background, now: Millis) -> Option<usize> {
    if matches!(draft.body, Body::CopyFiled(_) | Body::ComplaintFiled(_)) {
        return Some(1);
    }
    let election = background.state.election()?;
    let about = draft.body.unit().unwrap_or_else(|| election.top());
    election.lineage(about).find_map(|unit| {
        let first = election.unit(unit).ok()?.seats.iter().map(|(_, occupant)| occupant.key).next()?;
        match refused(&background.state, &draft.body, draft.ledger, vec![first], now) {
            Some(Rejection::QuorumNotMet { needed, .. }) => Some(usize::from(needed)),
            Some(rejection) if needs_papers(&rejection) => quorum(&draft.body, &[first], Some(background)),
            Some(_) => None,
            None => Some(1),
        }
    })
}

/// The quorum of the commission that signs.
fn quorum(body: &Body, signers: &[PublicKey], background: Option<&Background>) -> Option<usize> {
    if let Body::ElectionCalled(founding) = body {
        return Some(usize::from(founding.commission.quorum));
    }
    let election = background?.state.election()?;
    let unit = signers.iter().find_map(|key| match election.holder(key)?.of {
        KeyOf::Seat(unit, _) => Some(unit),
        _ => None,
    })?;
    Some(usize::from(election.unit(&unit).ok()?.quorum))
}
