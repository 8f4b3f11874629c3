//! An officer's folder of enrolment slips: sorted, drawn up as papers, and signed by one key, all of them at once.

use serde::Serialize;
use zeroize::Zeroizing;

use super::super::parcel;
use super::asked::SigningAll;
use super::known::Known;
use super::paper::{Drawn, opened};
use super::refused::Refused;
use crate::clerk::check::check;
use crate::clerk::sign::{Signed, check_signer};
use crate::crypto::base64;
use crate::crypto::keyfile;
use crate::domain::commission::CommissionFormed;
use crate::domain::id::UnitId;
use crate::domain::statement::{Body, Statement, StatementError};
use crate::domain::time::Millis;
use crate::intake::csv::rows::UnitRow;
use crate::intake::slips::{Expected, SlipFile, sort};
use crate::ledger::submission::{SignedStatement, SubmissionError};
use crate::text::Lang;
use crate::view::failure::Failed;
use crate::view::slips::Slips;

/// What a parcel names the table of the units.
const UNITS: &str = "units.csv";
/// What the names of slips begin with in a parcel.
const SLIP: &str = "slip:";

/// What a folder of slips comes to: the table of fingerprints, what is left out, who is missing, and the papers to sign.
#[derive(Debug, Serialize)]
pub struct Sorted {
    #[serde(flatten)]
    slips: Slips,
    /// The submissions of the commissions that are whole, unsigned, in the order of `drafts`: base64.
    papers: Vec<String>,
}

/// Papers that one key signed.
#[derive(Debug, Serialize)]
pub struct SignedAll {
    /// Whose signature was asked for, by the key's fingerprint.
    signer: String,
    /// Each paper as it is now, in the order in which they were given: base64. One that is left out is as it was.
    papers: Vec<String>,
    /// How many this key signed now.
    signed: usize,
    /// How many it had signed before.
    before: usize,
    /// How many are complete.
    complete: usize,
    /// Which are not signed, by their place, and why.
    left_out: Vec<LeftOut>,
}

/// A paper that is not signed.
#[derive(Debug, Serialize)]
pub struct LeftOut {
    at: usize,
    #[serde(flatten)]
    why: Failed,
}

/// Sorts slips: a parcel of `lang`, `now`, `units.csv`, `under` where only one commission's are meant, and each slip under
/// `slip:` and its name.
///
/// # Errors
/// [`Refused`]: the table of the units cannot be read, or a commission is larger than a submission may be. What is wrong with a
/// slip is no error but told.
pub fn sorted(known: &Known, given: &[u8]) -> Result<Sorted, Refused> {
    let items = parcel::read(given).unwrap_or_default();
    let item = |name: &str| items.iter().find(|(known, _)| *known == name).and_then(|(_, bytes)| *bytes);
    let text = |name| item(name).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let lang: Lang = text("lang").and_then(|lang| lang.parse().ok()).unwrap_or_default();
    let now = text("now").and_then(|now| now.parse::<u64>().ok()).and_then(|now| Millis::try_from(now).ok());
    let under = text("under").and_then(|unit| unit.parse::<UnitId>().ok());
    let units = UnitRow::read_all(UNITS, item(UNITS).unwrap_or_default());
    let units = units.map_err(|errors| Refused::typed(lang, &errors))?;
    let slip =
        |(name, bytes): &(&str, Option<&[u8]>)| Some((name.strip_prefix(SLIP)?.to_owned(), bytes.as_deref()?.to_vec()));
    let slips: Vec<_> = items.iter().filter_map(slip).collect();
    let slips: Vec<_> = slips.iter().map(|(name, bytes)| SlipFile { name, bytes }).collect();
    let expected = Expected { units: &units, election: known.election(), under: under.as_ref() };
    let sorted = sort(&slips, &expected);
    let name = |formed: &CommissionFormed| format!("commission-{}", formed.unit);
    let paper = |formed: &CommissionFormed| drawn_up(known, lang, formed, now.unwrap_or_default());
    let papers = sorted.commissions.iter().map(paper).collect::<Result<_, _>>()?;
    let names = sorted.commissions.iter().map(name).collect();
    Ok(Sorted { slips: Slips::of(lang, &sorted, names), papers })
}

/// The paper that forms a commission.
fn drawn_up(known: &Known, lang: Lang, formed: &CommissionFormed, now: Millis) -> Result<String, Refused> {
    let body = Body::CommissionFormed(formed.clone());
    let statement = Statement { ledger: known.election().ledger(), said_at: now, body };
    let signed = SignedStatement::unsigned(&statement)
        .map_err(|error| Refused::submission(lang, &SubmissionError::Statement(StatementError::Body(error))))?;
    Ok(base64::encode(&signed.to_file()))
}

/// Opens a key file once and signs every paper that it may sign. What is signed already stays as it is, so that whoever was
/// interrupted asks again.
///
/// # Errors
/// [`Refused`]: the key file does not open.
pub fn sign_all(known: &Known, asked: &SigningAll) -> Result<SignedAll, Refused> {
    let SigningAll { lang, now, file, .. } = asked;
    let passphrase = || Some(Zeroizing::new(asked.passphrase.clone())).filter(|typed| !typed.is_empty());
    let key = keyfile::open(&asked.key, passphrase).map_err(|error| Refused::key(*lang, &error, file))?;
    let background = Some(&known.background);
    let (mut signed, mut before, mut complete) = (0, 0, 0);
    let (mut papers, mut left_out) = (Vec::new(), Vec::new());
    for (at, file) in asked.papers.iter().enumerate() {
        let add = |drawn: &mut Drawn| -> Result<bool, Refused> {
            if drawn.signed.signers().any(|signer| *signer == key.public()) {
                return Ok(false);
            }
            if let Some(rejection) = check(&drawn.draft.body, background, *now).refusals.first() {
                return Err(Refused::rule(*lang, rejection));
            }
            check_signer(key.public(), &drawn.draft, &drawn.signed, background, *now)
                .map_err(|rejection| Refused::rule(*lang, &rejection))?;
            Ok(drawn.signed.sign(&key))
        };
        let bytes = base64::decode(file).unwrap_or_default();
        match opened(*lang, &bytes).and_then(|mut drawn| Ok((add(&mut drawn)?, drawn))) {
            Ok((is_new, drawn)) => {
                (signed, before) = (signed + usize::from(is_new), before + usize::from(!is_new));
                let so_far = Signed::of(&drawn.draft, &drawn.signed, background, *now);
                complete += usize::from(matches!(so_far, Signed::Complete { .. }));
                papers.push(base64::encode(&drawn.signed.to_file()));
            }
            Err(refused) => {
                left_out.push(LeftOut { at, why: refused.failed() });
                papers.push(file.clone());
            }
        }
    }
    Ok(SignedAll { signer: key.public().fingerprint(), papers, signed, before, complete, left_out })
}
