//! `show`: one thing, completely.

mod copies;
mod unit;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{BackgroundSource, Global, Insider};
use super::attachments;
use super::failure::{Exit, Failure};
use super::files;
use super::gate;
use super::ledger;
use super::output::Output;
use super::print::{self, Asked};
use super::proof::ProofTo;
use super::words::{self, usage};
use crate::domain::id::UnitId;
use crate::domain::manifest::Manifest;
use crate::intake::alike::twin;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::{Checkpoint, Fingerprint, SignedCheckpoint};
use crate::service::error::{Error, QueryError};
use crate::service::proofs::{Prover, Sources, of_event, of_unit};
use crate::service::proven::missing::Missing;
use crate::service::proven::thing::{self, CHECKPOINT, ProvenThing};
use crate::service::reading::Log;
use crate::service::setting::Setting;
use crate::tally::known_unit::{KnownUnit, UnitNumbers};
use crate::text::{Fact, Label};
use crate::verify::conclude::TrustAnchors;
use crate::view::checkpoint::SignedCheckpoint as CheckpointView;
use crate::view::event::{Event, ShownEvent};
use crate::view::proof_text::ProofText;

use self::copies::COPIES;
use self::unit::ShownUnit;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol show 01.001\n  protokol show 01.001 --print 01.001.html --lang az")]
pub struct Show {
    /// A unit, an event (hash or sequence), a fingerprint, or the word checkpoint; the word copies: how far what is published, the
    /// witnesses and the replica are
    pub what: String,
    /// Write the protocol as an HTML page for A4 paper: of a unit the one in force, of an event that version
    #[arg(long, value_name = "FILE", conflicts_with = "kit")]
    pub print: Option<PathBuf>,
    /// Print this contest only
    #[arg(long, value_name = "CONTEST", requires = "print")]
    pub contest: Option<String>,
    /// From a published folder, its tar or its URL, all of which is verified first, instead of the ledger
    #[arg(long, value_name = "LOG", conflicts_with = "kit")]
    pub from: Option<PathBuf>,
    #[command(flatten)]
    pub proof: ProofTo,
    #[command(flatten)]
    pub background: BackgroundSource,
    #[command(flatten)]
    pub insider: Insider,
}

pub fn run(global: &Global, arguments: &Show, output: &Output) -> Result<Exit, Failure> {
    if arguments.what == COPIES {
        return copies::run(global, output);
    }
    if arguments.print.is_some() && arguments.proof.is_asked() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_proof_of_unit)));
    }
    if let Some(file) = &arguments.print {
        let (what, contest, from) = (&arguments.what, arguments.contest.as_deref(), arguments.from.as_deref());
        let asked = Asked { what, contest, from };
        return print::run(global, &asked, &arguments.insider, file, output);
    }
    if let Some(thing) = proven(global, arguments, output)? {
        let thing = thing.map_err(|missing| nothing(missing, output))?;
        return tell(&thing, global, arguments, output);
    }
    let log = opened(global, arguments, output)?;
    let (reading, what) = (&log.reading, arguments.what.as_str());
    let is_checkpoint =
        || what == CHECKPOINT || what.parse::<Fingerprint>().is_ok_and(|named| named == log.checkpoint().fingerprint());
    if arguments.proof.is_asked() && reading.model.unit_named(what).is_none() && is_checkpoint() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_proof_of_unit)));
    }
    if what == CHECKPOINT {
        checkpoint(&reading.checkpoint, output);
    } else if let Some((id, _)) = reading.model.unit_named(what) {
        unit_of_log(&log, id, arguments, output)?;
    } else if what.parse::<Fingerprint>().is_ok_and(|named| named == log.checkpoint().fingerprint()) {
        current(&reading.checkpoint, output);
    } else {
        event_of_log(&log, what, arguments, output)?;
    }
    Ok(Exit::Done)
}

/// That nothing has this name.
fn nothing(missing: Missing, output: &Output) -> Failure {
    match missing.error {
        QueryError::NoUnit { unit, lowest, twin } => {
            Failure::not_found(words::service::nothing_of_this_name(output.lang, &unit, lowest.as_ref(), twin.as_ref()))
        }
        error => Failure::service(output.lang, error),
    }
}

/// What is named, or that there is no such thing, where the ledger proves it without being folded.
fn proven(global: &Global, arguments: &Show, output: &Output) -> Result<Option<Result<ProvenThing, Missing>>, Failure> {
    if arguments.background.kit.is_some() {
        return Ok(None);
    }
    let (what, proof) = (arguments.what.as_str(), arguments.proof.with_proof());
    let ask = |setting: &Setting<'_>, anchors: &TrustAnchors<'_>| thing::proven(setting, anchors, what, proof);
    ledger::proven(global, arguments.from.as_deref(), output, ask)
}

fn tell(thing: &ProvenThing, global: &Global, arguments: &Show, output: &Output) -> Result<Exit, Failure> {
    let ledger = Some(global.ledger.as_path());
    match thing {
        ProvenThing::Unit(proven) => {
            let (known, checkpoint) = (proven.known(), proven.checkpoint.checkpoint());
            if known.numbers().has_figures {
                gate::pass(known.model(), &arguments.insider, output)?;
            }
            let proof = arguments.proof.put_made(proven.proof.as_ref(), output)?;
            ShownUnit { known, checkpoint, ledger }.tell(proof, output)?;
        }
        ProvenThing::Event(proven) => {
            gate::pass_event(&proven.model, proven.event.kind(), &arguments.insider, output)?;
            let proof = arguments.proof.put_made(proven.proof.as_ref(), output)?;
            event(&proven.event, ledger, proven.checkpoint.checkpoint(), proof, output)?;
        }
        ProvenThing::Checkpoint(proven) if arguments.what == CHECKPOINT => checkpoint(&proven.0, output),
        ProvenThing::Checkpoint(proven) => current(&proven.0, output),
    }
    Ok(Exit::Done)
}

/// What is read: a kit, a published log, or the ledger.
fn opened(global: &Global, arguments: &Show, output: &Output) -> Result<Log, Failure> {
    let Some(kit) = &arguments.background.kit else { return ledger::read(global, arguments.from.as_deref(), output) };
    let policy = ledger::policy(global, output.lang)?;
    let opened = Log::of_kit(kit, &files::read(output.lang, kit)?, &TrustAnchors::under(policy.as_ref()));
    opened.map_err(|error| Failure::service(output.lang, error).in_file(kit))
}

/// The checkpoint, by its own fingerprint.
fn current(signed: &SignedCheckpoint, output: &Output) {
    let fingerprint = signed.checkpoint().fingerprint().to_string();
    output.say(&output.fact(Fact::Rules { fingerprint: &fingerprint }));
    checkpoint(signed, output);
}

fn checkpoint(signed: &SignedCheckpoint, output: &Output) {
    if output.json {
        output.value(&CheckpointView::of(signed));
        return;
    }
    output.block(&signed.note().to_string());
    output.line("");
    output.named(output.label(Label::Fingerprint), &signed.checkpoint().fingerprint().to_string());
}

fn unit_of_log(log: &Log, id: &UnitId, arguments: &Show, output: &Output) -> Result<(), Failure> {
    let (model, checkpoint) = (&log.reading.model, log.checkpoint());
    let now = log.reading.now().map_err(|error| Failure::store(output.lang, &log.place, error))?;
    let numbers = UnitNumbers::of_model(model, id, now);
    let Some(known) = KnownUnit::of(model, id, &numbers) else { return Ok(()) };
    if numbers.has_figures {
        gate::pass(model, &arguments.insider, output)?;
    }
    let asked = || of_unit(id, known.contests_here().map(|contest| &contest.contest.id));
    let proof = arguments.proof.put(|| Prover::at(log, now)?.prove(&asked(), Sources::Within), output)?;
    let shown = ShownUnit { known, checkpoint, ledger: log.ledger() };
    if log.is_kit() {
        shown.tell_of_kit(proof, output)
    } else {
        shown.tell(proof, output)?
    }
    Ok(())
}

fn event_of_log(log: &Log, what: &str, arguments: &Show, output: &Output) -> Result<(), Failure> {
    let (model, query, failed) = (&log.reading.model, log.query(), |error| Failure::service(output.lang, error));
    let lowest = model.manifest().and_then(Manifest::lowest_tier).map(|tier| &tier.name);
    // A store that gives no answer is told as that: only what it says is not there is a mistyped name.
    let sequence = query.find(what).map_err(|error| match error {
        Error::Query(QueryError::NoEvent(_)) => {
            let twin = twin(what, model.units().keys());
            Failure::not_found(words::service::nothing_of_this_name(output.lang, what, lowest, twin))
        }
        error => failed(error),
    })?;
    let logged = query.event(sequence).map_err(failed)?;
    gate::pass_event(model, logged.kind(), &arguments.insider, output)?;
    let prove = || {
        let (now, asked) = (log.reading.now().map_err(Error::store(&log.place))?, of_event(&logged));
        Prover::at(log, now)?.prove(asked.as_slice(), Sources::At(&BTreeSet::from([sequence])))
    };
    let proof = arguments.proof.put(prove, output)?;
    event(&logged, log.ledger(), log.checkpoint(), proof, output)
}

fn event(
    logged: &LoggedEvent,
    ledger: Option<&Path>,
    checkpoint: &Checkpoint,
    proof: Option<ProofText>,
    output: &Output,
) -> Result<(), Failure> {
    let files: Vec<_> = logged.statement.iter().flat_map(|statement| statement.body.attachments()).collect();
    let files = attachments::views(ledger, &files, output)?;
    let shown = ShownEvent::of(Event::of(logged, output.lang), files, checkpoint.fingerprint()).proved(proof);
    if output.json {
        output.value(&shown);
    } else {
        output.block(&serde_json::to_string_pretty(&shown).expect("a view is texts, numbers and lists of them"));
    }
    Ok(())
}
