//! `log`: the events, one a line.

use std::collections::BTreeSet;
use std::time::Duration;

use clap::Args;

use super::args::{Global, Insider, ReadFrom};
use super::failure::{Exit, Failure};
use super::gate;
use super::ledger;
use super::output::Output;
use super::proof::ProofTo;
use super::words::{talk, usage};
use crate::domain::manifest::Manifest;
use crate::domain::number::Sequence;
use crate::domain::statement::Kind;
use crate::ledger::logged_event::LoggedEvent;
use crate::service::proofs::{Prover, Sources, of_event};
use crate::service::proven::events::{self, ProvenEvents};
use crate::service::proven::missing::Missing;
use crate::service::reading as service;
use crate::text::{self, Label, Lang};
use crate::view::event::Event;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol log --unit 01.001\n  protokol log --kind ProtocolSubmitted --after 20000 --json"
)]
pub struct Log {
    #[command(flatten)]
    pub from: ReadFrom,
    /// Only events after this sequence
    #[arg(long, value_name = "SEQ")]
    pub after: Option<u64>,
    /// Wait for more
    #[arg(long, conflicts_with = "proof")]
    pub follow: bool,
    /// One kind only: ProtocolSubmitted or protocol
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// One unit only
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[command(flatten)]
    pub proof: ProofTo,
    #[command(flatten)]
    pub insider: Insider,
}

/// How often `--follow` looks at the seal.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// How often it asks for the checkpoint of a published log: a server answers many.
const LOOK_ELSEWHERE_EVERY: Duration = Duration::from_secs(2);
/// How long it waits at most before it asks again a server that did not answer.
const ASK_AGAIN_WITHIN: Duration = Duration::from_secs(60);

pub fn run(global: &Global, arguments: &Log, output: &Output) -> Result<Exit, Failure> {
    let kind = arguments.kind.as_deref().map(|kind| parse_kind(output.lang, kind)).transpose()?;
    let failed = |error| Failure::service(output.lang, error);
    arguments.proof.check(output)?;
    if let Some(proven) = proven(global, arguments, output)? {
        let model = proven.as_ref().map_or_else(|missing| &missing.model, |proven| &proven.model);
        gate::pass_event(model, kind, &arguments.insider, output)?;
        let proven = proven.map_err(|missing| failed(missing.error.into()))?;
        let of_kind = |event: &&LoggedEvent| kind.is_none_or(|kind| event.kind() == Some(kind));
        let meant = proven.events.iter().filter(of_kind).take_while(|_| output.is_heard());
        meant.for_each(|event| tell(event, proven.model.manifest(), output));
        return Ok(Exit::Done);
    }
    let mut log = ledger::read(global, arguments.from.log.as_deref(), output)?;
    let mut next = arguments.after.map_or(0, |after| after.saturating_add(1));
    loop {
        gate::pass_event(&log.reading.model, kind, &arguments.insider, output)?;
        let query = log.query();
        let unit = arguments.unit.as_deref().map(|unit| query.unit(unit)).transpose().map_err(failed)?;
        if arguments.proof.is_asked() {
            let places = query.places(Sequence(next), unit).map_err(failed)?;
            return proved(&log, &places, kind, &arguments.proof, output);
        }
        for place in query.places(Sequence(next), unit).map_err(failed)? {
            if !output.is_heard() {
                return Ok(Exit::Done);
            }
            let entry = query.event(place).map_err(failed)?;
            if kind.is_none_or(|kind| entry.kind() == Some(kind)) {
                tell(&entry, log.reading.model.manifest(), output);
            }
        }
        next = next.max(log.checkpoint().size.0);
        if !arguments.follow || !grows(global, &mut log, output)? {
            return Ok(Exit::Done);
        }
    }
}

/// The events where a ledger proves them one by one: of one unit, or that there is none of this name; or few enough.
fn proven(global: &Global, arguments: &Log, output: &Output) -> Result<Option<Result<ProvenEvents, Missing>>, Failure> {
    let is_whole = arguments.after.is_none() && arguments.unit.is_none();
    if arguments.follow || arguments.proof.is_asked() || is_whole {
        return Ok(None);
    }
    let first = Sequence(arguments.after.map_or(0, |after| after.saturating_add(1)));
    let (log, unit) = (arguments.from.log.as_deref(), arguments.unit.as_deref());
    ledger::proven(global, log, output, |setting, anchors| events::proven(setting, anchors, first, unit))
}

/// The events at some places, with the proof that the log took them: of each in its line, or of all in one file.
fn proved(
    log: &service::Log,
    places: &[Sequence],
    kind: Option<Kind>,
    proof: &ProofTo,
    output: &Output,
) -> Result<Exit, Failure> {
    let (failed, manifest) = (|error| Failure::service(output.lang, error), log.reading.model.manifest());
    let events = places.iter().map(|place| log.query().event(*place)).collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let shown: Vec<_> = events.iter().filter(|event| kind.is_none_or(|kind| event.kind() == Some(kind))).collect();
    if shown.is_empty() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_proof_of_nothing)));
    }
    let now = log.reading.now().map_err(|error| Failure::store(output.lang, &log.place, error))?;
    let prover = Prover::at(log, now).map_err(failed)?;
    let prove = |events: &[&LoggedEvent]| {
        let asked: BTreeSet<_> = events.iter().filter_map(|event| of_event(event)).collect();
        let places = events.iter().map(|event| event.sequence).collect();
        prover.prove(&asked.into_iter().collect::<Vec<_>>(), Sources::At(&places))
    };
    if !proof.is_in_answer() {
        proof.put(|| prove(&shown), output)?;
        shown.iter().for_each(|event| tell(event, manifest, output));
        return Ok(Exit::Done);
    }
    for event in shown {
        let proof = proof.put(|| prove(&[event]), output)?;
        output.value(&Event::of(event, output.lang).proved(proof));
    }
    Ok(Exit::Done)
}

/// Waits until there is more than was read, and reads it. Says whether somebody still wants to know. While nobody answers
/// it asks again, ever more seldom.
fn grows(global: &Global, log: &mut service::Log, output: &Output) -> Result<bool, Failure> {
    log.let_go();
    let look_every = if log.ledger().is_some() { LOOK_EVERY } else { LOOK_ELSEWHERE_EVERY };
    let (mut pause, mut next) = (Duration::ZERO, look_every);
    while output.waits(pause) {
        match ledger::read_again(global, log, output)? {
            Ok(true) => return Ok(true),
            Ok(false) => (pause, next) = (look_every, look_every),
            Err(error) => {
                (pause, next) = (next, (next * 2).min(ASK_AGAIN_WITHIN));
                output.say(&talk::asked_again(output.lang, Failure::service(output.lang, error).says, pause));
            }
        }
    }
    Ok(false)
}

fn parse_kind(lang: Lang, text: &str) -> Result<Kind, Failure> {
    let is_meant = |kind: &&Kind| kind.name().eq_ignore_ascii_case(text) || kind.word() == text;
    let known: Vec<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    let unknown = || Failure::usage(advise!(lang, usage::usage_no_kind { kind: text, kinds: known.join(", ") }));
    Kind::ALL.iter().find(is_meant).copied().ok_or_else(unknown)
}

fn tell(entry: &LoggedEvent, manifest: Option<&Manifest>, output: &Output) {
    if output.json {
        return output.value(&Event::of(entry, output.lang));
    }
    let says = entry
        .body()
        .map_or_else(|| output.label(Label::CannotBeRead).to_owned(), |body| text::statement_line(output.lang, body));
    let arrival = entry.envelope.as_ref().map(|envelope| output.time(envelope.arrival, manifest)).unwrap_or_default();
    output.line(&format!("{:>7}  {arrival}  {says}", entry.sequence));
}
