//! A paper that was drawn up: the bytes that everybody signs, and the page that is read before.

use serde::Serialize;

use super::asked::{Paper, Typing};
use super::checked::{Found, found};
use super::fields::{draft_of, kind};
use super::known::{Known, Signer};
use super::refused::Refused;
use crate::clerk::check::check;
use crate::clerk::sign::{Signed, needed};
use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::base64;
use crate::domain::statement::{Statement, StatementError};
use crate::domain::time::Millis;
use crate::intake::draft::Draft;
use crate::ledger::submission::{SignedStatement, SubmissionError};
use crate::text::Lang;
use crate::view::sheet::Sheet;

/// A paper as a page shows it.
#[derive(Debug, Serialize)]
pub struct PaperOf {
    /// The submission's file, as it is handed on: base64.
    pub paper: String,
    /// The hash of what is said.
    statement: String,
    kind: &'static str,
    contest: Option<String>,
    unit: Option<String>,
    said_at: String,
    sheet: Sheet,
    findings: Vec<Found>,
    /// Why the ledger would refuse it; null where nothing is known against it.
    refused: Option<String>,
    signers: Vec<Signer>,
    /// How many of those who signed count; null where it cannot be told.
    signed: Option<usize>,
    /// How many must sign; null where it cannot be told.
    needed: Option<usize>,
    complete: bool,
}

/// A paper that is being signed.
pub struct Drawn {
    pub draft: Draft,
    pub signed: SignedStatement,
}

/// Draws a paper up from what was typed. From here on every member signs the same bytes.
///
/// # Errors
/// [`Refused`]: it cannot be read, or the ledger would refuse it whoever signed.
pub fn draw_up(known: &Known, asked: &Typing) -> Result<PaperOf, Refused> {
    let Typing { lang, typed, now, .. } = asked;
    let kind = kind(*lang, &asked.kind)?;
    let draft = draft_of(known, *lang, kind, typed)
        .map_err(|errors| Refused::typed(*lang, &errors.into_iter().map(|(_, error)| error).collect::<Vec<_>>()))?;
    if let Some(rejection) = check(&draft.body, Some(&known.background), *now).refusals.first() {
        return Err(Refused::rule(*lang, rejection));
    }
    let statement = Statement { ledger: draft.ledger, said_at: *now, body: draft.body.clone() };
    let signed = SignedStatement::unsigned(&statement)
        .map_err(|error| Refused::submission(*lang, &SubmissionError::Statement(StatementError::Body(error))))?;
    if SignedStatement::from_file(&signed.to_file()).is_err() {
        return Err(Refused::too_long(*lang));
    }
    Ok(shown(known, *lang, &Drawn { draft, signed }, *now))
}

/// Shows a paper that was drawn up here or elsewhere. Every signature on it is checked.
///
/// # Errors
/// [`Refused`]: it is damaged, or a signature is not its key's.
pub fn read(known: &Known, asked: &Paper) -> Result<PaperOf, Refused> {
    let drawn = opened(asked.lang, &asked.paper)?;
    Ok(shown(known, asked.lang, &drawn, asked.now))
}

/// A paper from its file, with every signature checked.
pub fn opened(lang: Lang, file: &[u8]) -> Result<Drawn, Refused> {
    let refused = |error| Refused::submission(lang, &error);
    let signed = SignedStatement::from_file(file).map_err(refused)?;
    let Statement { ledger, body, .. } = signed.open(&AdmittedKeys::default()).map_err(refused)?.submission.statement;
    Ok(Drawn { draft: Draft { kind: body.kind(), ledger, body }, signed })
}

/// A paper as a page shows it.
pub fn shown(known: &Known, lang: Lang, drawn: &Drawn, now: Millis) -> PaperOf {
    let Drawn { draft, signed } = drawn;
    let background = Some(&known.background);
    let checked = check(&draft.body, background, now);
    let so_far = match signed.signers().len() {
        0 => needed(draft, &known.background, now)
            .map_or(Signed::Unknown, |needed| Signed::Incomplete { signed: 0, needed }),
        _ => Signed::of(draft, signed, background, now),
    };
    let counted = match so_far {
        Signed::Complete { .. } => Some(signed.signers().len()),
        Signed::Incomplete { signed, .. } => Some(signed),
        Signed::Unknown => None,
    };
    let other_ledger = draft.ledger != known.election().ledger();
    let rejection = checked.refusals.first().cloned();
    let rejection = rejection.or(other_ledger.then_some(crate::domain::rejection::Rejection::OtherLedger));
    let said_at = signed.statement().map(|statement| statement.said_at).unwrap_or_default();
    PaperOf {
        paper: base64::encode(&signed.to_file()),
        statement: Statement::hash(signed.statement_bytes()).to_string(),
        kind: draft.kind.word(),
        contest: draft.body.contest().map(ToString::to_string),
        unit: draft.body.unit().map(ToString::to_string),
        said_at: said_at.to_string(),
        sheet: Sheet::of(lang, &draft.body, Some(&known.background.model)),
        findings: found(known, lang, &checked),
        refused: rejection.map(|rejection| crate::text::rejection(lang, &rejection).says),
        signers: known.signers(lang, signed.signers()),
        signed: counted,
        needed: so_far.needed(),
        complete: matches!(so_far, Signed::Complete { .. }),
    }
}
