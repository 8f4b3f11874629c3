//! Receipts: what the log's keeper answered, held against the log's key and against what was handed in.

use serde::Serialize;

use super::asked::Receipt as Asked;
use super::known::{Known, Signer};
use super::refused::Refused;
use crate::domain::id::EventHash;
use crate::domain::statement::Body;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::submission::SignedStatement;
use crate::text::{self, Lang};
use crate::verify::fault::Verdict;
use crate::verify::receipt::{ReceiptReport, check, is_of};
use crate::view::receipt::Receipt as View;
use crate::view::sheet::Sheet;

/// What a receipt proves.
#[derive(Debug, Serialize)]
pub struct ReceiptOf {
    #[serde(flatten)]
    view: View,
    /// Whether it proves that the paper is in: nothing is wrong, but that witnesses may not have cosigned yet.
    holds: bool,
    /// Whether it is of the paper that was handed in; null where none was given.
    ours: Option<bool>,
    /// What the event says; null where it cannot be read.
    sheet: Option<Sheet>,
    kind: Option<&'static str>,
    contest: Option<String>,
    unit: Option<String>,
    signers: Vec<Signer>,
    witnesses: Vec<String>,
    /// In the unit's own time.
    arrived: Option<String>,
}

/// Checks a receipt.
///
/// # Errors
/// [`Refused`]: it is none.
pub fn receipt(known: &Known, asked: &Asked) -> Result<ReceiptOf, Refused> {
    let (lang, receipt) = (asked.lang, parse(asked.lang, &asked.receipt)?);
    let report = check(&receipt, &known.policy);
    let handed_in = asked.paper.as_deref().map(SignedStatement::from_file);
    let ours = handed_in.map(|paper| paper.is_ok_and(|paper| is_of(&receipt, &paper)));
    let body = report.statement.as_ref().map(|statement| &statement.body);
    let unit = body.and_then(Body::unit).map(ToString::to_string);
    let clock = known.clock(unit.as_deref().unwrap_or_default());
    let signed = signed(&receipt);
    let signers = known.signers(lang, signed.iter().flat_map(SignedStatement::signers));
    Ok(ReceiptOf {
        view: View::of(&report, known.trust, lang),
        holds: holds(&report),
        ours,
        sheet: body.map(|body| Sheet::of(lang, body, Some(&known.background.model))),
        kind: body.map(|body| body.kind().word()),
        contest: body.and_then(Body::contest).map(ToString::to_string),
        unit,
        signers,
        witnesses: report.witnesses.clone(),
        arrived: report.arrival.map(|arrival| arrival.on_clock(clock)),
    })
}

/// The event of a receipt that is to be believed, and what it says.
///
/// # Errors
/// [`Refused`]: it is no receipt, or something is wrong with it.
pub fn believed(known: &Known, lang: Lang, text: &str) -> Result<(EventHash, Body), Refused> {
    let receipt = parse(lang, text)?;
    let report = check(&receipt, &known.policy);
    if let Some(fault) = report.faults.iter().find(|fault| fault.verdict() != Verdict::Insufficient) {
        return Err(Refused::not_verified(lang, fault.code(), text::fault(lang, fault)));
    }
    let body = report.statement.map(|statement| statement.body);
    report.event.zip(body).ok_or_else(|| Refused::not_a_receipt(lang))
}

fn parse(lang: Lang, text: &str) -> Result<Receipt, Refused> {
    Receipt::parse(text.as_bytes()).map_err(|_| Refused::not_a_receipt(lang))
}

/// Whether nothing is wrong; that witnesses have not cosigned yet is not.
fn holds(report: &ReceiptReport) -> bool {
    report.faults.iter().all(|fault| fault.verdict() == Verdict::Insufficient)
}

fn signed(receipt: &Receipt) -> Option<SignedStatement> {
    let envelope = Envelope::decode(receipt.entry()?).ok()?;
    SignedStatement::decode(&envelope.submission).ok()
}
