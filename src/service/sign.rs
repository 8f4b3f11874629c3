//! What is asked before a signature is added: who may sign, and whether two typings of one paper say the same.

use super::check::{entitled, figures};
use super::kit::Background;
use crate::crypto::key::PublicKey;
use crate::domain::finding::candidate_key;
use crate::domain::form::Form;
use crate::domain::number::{Count, Seat};
use crate::domain::protocol::Figures;
use crate::domain::rejection::Rejection;
use crate::domain::state::{Election, KeyOf};
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
    election.holder(key).map(|holder| match &holder.of {
        KeyOf::Seat(unit, _) => KeyOf::Seat(unit.clone(), Seat(0)),
        other => other.clone(),
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

/// The first figure that differs, by the name of its item or candidate.
pub fn first_difference(first: &Body, second: &Body, form: &Form) -> Option<FigureDifference> {
    let ((_, first), (_, second)) = (figures(first)?, figures(second)?);
    let named = |figures: &Figures| -> Vec<(String, Option<Count>)> {
        let items = form.items.iter().zip(&figures.items).map(|(item, figure)| (item.key.to_string(), *figure));
        items.chain(figures.votes.iter().map(|(number, votes)| (candidate_key(*number), Some(*votes)))).collect()
    };
    let (first, second) = (named(first), named(second));
    let of = |figures: &[(String, Option<Count>)], name: &str| {
        figures.iter().find(|(known, _)| known == name).and_then(|(_, figure)| *figure)
    };
    let differs = |(name, _): &&(String, Option<Count>)| of(&first, name) != of(&second, name);
    let (name, _) = first.iter().chain(&second).find(differs)?;
    Some(FigureDifference { figure: name.clone(), first: of(&first, name), second: of(&second, name) })
}
