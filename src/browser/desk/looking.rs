//! An officer's papers, looked over at once: whom each would enrol, read from the very bytes that are signed, and how far it
//! is signed.

use serde::Serialize;

use super::asked::Papers;
use super::known::{Known, Signer};
use super::paper::{Drawn, opened};
use super::refused::Refused;
use crate::clerk::check::check;
use crate::clerk::sign::{Signed, needed};
use crate::crypto::base64;
use crate::domain::commission::{CommissionFormed, Member};
use crate::domain::statement::{Body, Statement};
use crate::domain::time::Millis;
use crate::text::{self, Lang};
use crate::view::failure::Failed;
use crate::view::slips::SlipMember;

/// Papers that were looked over, in the order in which they were given.
#[derive(Debug, Serialize)]
pub struct LookedOver {
    papers: Vec<Looked>,
}

/// One of them.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Looked {
    Forms(Box<Formed>),
    Damaged(Failed),
}

/// The commission that a paper would form.
#[derive(Debug, Serialize)]
struct Formed {
    /// The hash of what is said.
    statement: String,
    unit: String,
    name: String,
    members: Vec<Enrolled>,
    signers: Vec<Signer>,
    /// How many must sign; null where it cannot be told.
    needed: Option<usize>,
    complete: bool,
    /// Why the ledger would refuse it; null where nothing is known against it.
    refused: Option<Failed>,
}

/// A member, with the office as people say it.
#[derive(Debug, Serialize)]
struct Enrolled {
    #[serde(flatten)]
    member: SlipMember,
    office_says: &'static str,
}

/// Looks papers over. Every signature on them is checked; what is wrong with one is told in its place.
pub fn look_over(known: &Known, asked: &Papers) -> LookedOver {
    let look = |file: &String| {
        let bytes = base64::decode(file).unwrap_or_default();
        match opened(asked.lang, &bytes).and_then(|drawn| looked(known, asked.lang, &drawn, asked.now)) {
            Ok(formed) => Looked::Forms(Box::new(formed)),
            Err(refused) => Looked::Damaged(refused.failed()),
        }
    };
    LookedOver { papers: asked.papers.iter().map(look).collect() }
}

fn looked(known: &Known, lang: Lang, drawn: &Drawn, now: Millis) -> Result<Formed, Refused> {
    let Drawn { draft, signed } = drawn;
    let Body::CommissionFormed(formed) = &draft.body else { return Err(Refused::forms_nothing(lang)) };
    let background = Some(&known.background);
    let complete = matches!(Signed::of(draft, signed, background, now), Signed::Complete { .. });
    let rejection = check(&draft.body, background, now).refusals.into_iter().next();
    Ok(Formed {
        statement: Statement::hash(signed.statement_bytes()).to_string(),
        unit: formed.unit.to_string(),
        name: formed.name.to_string(),
        members: enrolled(lang, formed),
        signers: known.signers(lang, signed.signers()),
        needed: needed(draft, &known.background, now),
        complete,
        refused: rejection.map(|rejection| Refused::rule(lang, &rejection).failed()),
    })
}

fn enrolled(lang: Lang, formed: &CommissionFormed) -> Vec<Enrolled> {
    let enrolled = |member: &Member| Enrolled {
        member: SlipMember::of(&formed.unit, member),
        office_says: text::office(lang, member.office),
    };
    formed.members.iter().map(enrolled).collect()
}
