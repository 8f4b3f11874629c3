//! Signatures: one that is made here, and those of a copy that others signed.

use serde::Serialize;
use zeroize::Zeroizing;

use super::asked::{Joining, Signing};
use super::known::Known;
use super::paper::{PaperOf, opened, shown};
use super::refused::Refused;
use crate::clerk::check::check;
use crate::clerk::sign::check_signer;
use crate::crypto::keyfile;

/// A paper with one more signature.
#[derive(Debug, Serialize)]
pub struct SignedPaper {
    #[serde(flatten)]
    paper: PaperOf,
    /// Whose signature was asked for, by the key's fingerprint.
    signer: String,
    /// Whether it was not there before.
    fresh: bool,
}

/// Opens a key file and signs. The key is in no answer, and is gone when this returns; whoever wants its memory gone too
/// ends the program.
///
/// # Errors
/// [`Refused`]: the paper is damaged, or would be refused; the key file does not open; the key does not count here.
pub fn sign(known: &Known, asked: &Signing) -> Result<SignedPaper, Refused> {
    let Signing { lang, now, file, .. } = asked;
    let mut drawn = opened(*lang, &asked.paper)?;
    let background = Some(&known.background);
    if let Some(rejection) = check(&drawn.draft.body, background, *now).refusals.first() {
        return Err(Refused::rule(*lang, rejection));
    }
    let passphrase = || Some(Zeroizing::new(asked.passphrase.clone())).filter(|typed| !typed.is_empty());
    let key = keyfile::open(&asked.key, passphrase).map_err(|error| Refused::key(*lang, &error, file))?;
    check_signer(key.public(), &drawn.draft, &drawn.signed, background, *now)
        .map_err(|rejection| Refused::rule(*lang, &rejection))?;
    let fresh = drawn.signed.sign(&key);
    let paper = shown(known, *lang, &drawn, *now);
    Ok(SignedPaper { paper, signer: key.public().fingerprint(), fresh })
}

/// Takes in the signatures of a copy. Each is checked, and whether it counts: one that does not would spoil the others.
///
/// # Errors
/// [`Refused`]: it is another paper, a signature is false, or a key does not count.
pub fn join(known: &Known, asked: &Joining) -> Result<PaperOf, Refused> {
    let Joining { lang, now, .. } = asked;
    let mut drawn = opened(*lang, &asked.paper)?;
    let copy = opened(*lang, &asked.copy)?;
    if copy.signed.statement_bytes() != drawn.signed.statement_bytes() {
        return Err(Refused::other_paper(*lang));
    }
    for key in copy.signed.signers() {
        check_signer(*key, &drawn.draft, &drawn.signed, Some(&known.background), *now)
            .map_err(|rejection| Refused::rule(*lang, &rejection))?;
    }
    drawn.signed.join(&copy.signed);
    Ok(shown(known, *lang, &drawn, *now))
}
