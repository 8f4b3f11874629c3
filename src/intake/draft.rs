//! Drafts: small TOML files that a person types, one for each statement. A draft of any kind is written and read here.
//!
//! ```toml
//! kind   = "protocol"
//! ledger = "5d0a…"
//!
//! contest     = "round-1"
//! unit        = "01.001"
//! voting      = 1          # 1 unless it was repeated
//! form_serial = ""         # series and number of the form; empty where it has none
//!
//! [items]
//! valid_votes = 570  # Valid votes
//!
//! [votes]
//! 01 = ""  # Mikheil Antadze
//! ```
//!
//! What stands empty is not filled in yet: a figure is then absent, never zero. Beside the values stand hints, and
//! labels and names in the reader's language.

mod attachments;
pub(super) mod context;
mod figures;
pub mod form;
pub mod hint;
mod kinds;
mod parts;
pub mod scans;

use std::collections::BTreeMap;

pub use self::context::DraftContext;
use self::hint::{Hint, Hints};
use self::scans::Scans;
use super::ballots::Ballots;
use super::error::{ERRORS_MAX, InputError};
use super::mistake::DraftMistake;
use super::toml::fields::{Fields, Scalar, TomlSource};
use super::toml::writer::{TomlWriter, quoted};
use crate::domain::form::Form;
use crate::domain::id::{ContestId, EventHash, LedgerId, UnitId};
use crate::domain::manifest::ElectionCalled;
use crate::domain::number::Voting;
use crate::domain::statement::{Body, Kind};
use crate::domain::text::Text;

/// What is known of a draft before anybody types.
#[derive(Clone, Debug, Default)]
pub struct Prefilled {
    /// The contest, where the clerk named one.
    pub contest: Option<ContestId>,
    /// The unit, where the clerk named one.
    pub unit: Option<UnitId>,
    /// The voting that is open.
    pub voting: Option<Voting>,
    /// The event that it corrects, annuls, complains of or decides on.
    pub event: Option<EventHash>,
    /// The log's key in force.
    pub log_key: Option<Text>,
    /// Remarks for whoever fills in the rest. They are no part of what is said.
    pub notes: Vec<String>,
}

/// What a draft says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// The kind of statement that it is a draft of.
    pub kind: Kind,
    /// For which ledger; [`LedgerId::UNFOUNDED`] in a founding draft.
    pub ledger: LedgerId,
    /// What the signers would say.
    pub body: Body,
}

/// Writes a draft of a body. [`read`] gives the same body back.
pub fn render(body: &Body, context: &DraftContext) -> String {
    written(body, context).finish()
}

fn written(body: &Body, context: &DraftContext) -> TomlWriter {
    let mut writer = header(body.kind(), context, TomlWriter::default());
    kinds::write(body, &mut writer, context);
    writer
}

/// Writes a draft of the founding act, for which there is no ledger yet.
pub fn render_founding(founding: &ElectionCalled, language: &str, hints: Hints) -> String {
    unfounded(language, hints, |context| render(&Body::ElectionCalled(founding.clone()), context))
}

/// Writes an empty draft of a kind, with what is known filled in.
pub fn render_blank(kind: Kind, known: &Prefilled, context: &DraftContext) -> String {
    blank(kind, known, context).finish()
}

fn blank(kind: Kind, known: &Prefilled, context: &DraftContext) -> TomlWriter {
    let mut values = BTreeMap::new();
    values.extend(known.contest.as_ref().map(|contest| ("contest", contest.write())));
    for key in ["unit", "scope"] {
        values.extend(known.unit.as_ref().map(|unit| (key, unit.write())));
    }
    values.extend(known.voting.as_ref().map(|voting| ("voting", voting.write())));
    for key in ["replaces", "protocol", "against", "complaint"] {
        values.extend(known.event.as_ref().map(|event| (key, event.write())));
    }
    values.extend(known.log_key.as_ref().map(|key| ("old", key.write())));
    let mut writer = header(kind, context, TomlWriter::with_known(values));
    known.notes.iter().for_each(|note| writer.note(note));
    if !known.notes.is_empty() {
        writer.gap();
    }
    kinds::write_blank(kind, &mut writer, context);
    writer
}

/// Reads a draft of any kind. `context` is needed for every kind but the founding act.
///
/// # Errors
/// Every mistake, in the order in which the fields are read, at most [`ERRORS_MAX`].
pub fn read(file: &str, text: &str, context: Option<&DraftContext>) -> Result<Draft, Vec<InputError>> {
    let source = TomlSource { file, text };
    let table = source.parse().map_err(|e| vec![e])?;
    let mut fields = Fields::outermost(source, &table);
    let unit = fields.peek("unit").and_then(|value| value.text().ok());
    let kind = read_kind(&mut fields).map_err(|e| vec![e])?;
    let body = match (kind, context) {
        (Kind::ElectionCalled, _) => unfounded("", |_, _| "", |context| kinds::read(kind, fields, context)),
        (_, Some(context)) => {
            read_ledger(&mut fields, context).map_err(|e| vec![e]).and_then(|()| kinds::read(kind, fields, context))
        }
        (_, None) => Err(vec![InputError::in_file(file, DraftMistake::ElectionUnknown(kind))]),
    };
    let ledger = match (kind, context) {
        (Kind::ElectionCalled, _) | (_, None) => LedgerId::UNFOUNDED,
        (_, Some(context)) => context.ledger,
    };
    body.map(|body| Draft { kind, ledger, body }).map_err(|mut errors| {
        errors.truncate(ERRORS_MAX);
        let about = |error: InputError| InputError { unit: error.unit.or(unit.map(str::to_owned)), ..error };
        errors.into_iter().map(about).collect()
    })
}

fn header(kind: Kind, context: &DraftContext, mut writer: TomlWriter) -> TomlWriter {
    writer.note(context.hint(Some(Hint::FillIn)));
    writer.value("kind", Some(quoted(kind.word())), "", "");
    if kind != Kind::ElectionCalled {
        writer.value("ledger", Some(context.ledger.write()), "", "");
    }
    writer.gap();
    writer
}

fn read_kind(fields: &mut Fields) -> Result<Kind, InputError> {
    let value = fields.required("kind")?;
    let word = value.text()?;
    let unknown = || value.error(DraftMistake::KindUnknown(word.to_owned()));
    Kind::ALL.iter().copied().find(|kind| kind.word() == word).ok_or_else(unknown)
}

/// A figure means what the form of its own ledger says: a draft for another ledger is not read with this one's.
fn read_ledger(fields: &mut Fields, context: &DraftContext) -> Result<(), InputError> {
    let value = fields.required("ledger")?;
    if LedgerId::read(&value)? == context.ledger {
        return Ok(());
    }
    Err(value.error(DraftMistake::OtherLedger))
}

/// The founding act has no form and no ballot before it.
fn unfounded<T>(language: &str, hints: Hints, with: impl FnOnce(&DraftContext) -> T) -> T {
    let (form, ballots) = (Form { items: Vec::new(), checks: Vec::new() }, Ballots::default());
    let scans = Scans::default();
    with(&DraftContext { form: &form, ballots: &ballots, language, hints, ledger: LedgerId::UNFOUNDED, scans })
}
