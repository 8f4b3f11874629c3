//! `log`: the events, one a line.

use std::collections::BTreeSet;
use std::time::Duration;

use super::args::{Global, Log};
use super::failure::{Exit, Failure};
use super::gate;
use super::ledger;
use super::output::Output;
use super::tally::known_unit;
use crate::domain::Kind;
use crate::domain::number::Sequence;
use crate::export::ReadEvent;
use crate::store::read::{Reading, sealed};
use crate::text::{self, Label};

/// How often `--follow` looks at the seal.
const LOOK_EVERY: Duration = Duration::from_millis(500);

pub fn run(global: &Global, arguments: &Log, output: &Output) -> Result<Exit, Failure> {
    let kind = arguments.kind.as_deref().map(parse_kind).transpose()?;
    let mut next = arguments.after.map_or(0, |after| after.saturating_add(1));
    loop {
        let reading = ledger::read(global, output)?;
        gate::pass_event(&reading.model, kind, &arguments.insider, output)?;
        let places = places(&reading, arguments, next, global, output)?;
        for place in places {
            if !output.is_heard() {
                return Ok(Exit::Done);
            }
            let entry = entry(&reading, place, global, output)?;
            if kind.is_none_or(|kind| entry.kind() == Some(kind)) {
                tell(&entry, output);
            }
        }
        next = next.max(reading.events.size().0);
        if !arguments.follow {
            return Ok(Exit::Done);
        }
        drop(reading);
        while sealed(&global.ledger).is_ok_and(|signed| signed.checkpoint().size.0 <= next) {
            std::thread::sleep(LOOK_EVERY);
        }
    }
}

fn places(
    reading: &Reading,
    arguments: &Log,
    from: u64,
    global: &Global,
    output: &Output,
) -> Result<Vec<Sequence>, Failure> {
    let whole = reading.events.size();
    match &arguments.unit {
        None => Ok((from..whole.0).map(Sequence).collect()),
        Some(unit) => {
            let unit = known_unit(reading, unit)?;
            let failed = |error| Failure::store(output.lang, &global.ledger, error);
            let places: BTreeSet<_> = reading.events.by_unit(&unit).map_err(failed)?.into_iter().collect();
            Ok(places.range(Sequence(from)..).copied().collect())
        }
    }
}

fn parse_kind(text: &str) -> Result<Kind, Failure> {
    let is_meant = |kind: &&Kind| kind.name().eq_ignore_ascii_case(text) || kind.word() == text;
    let known: Vec<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    let unknown = || Failure::usage(format!("there is no kind {text}"), format!("the kinds are: {}", known.join(", ")));
    Kind::ALL.iter().find(is_meant).copied().ok_or_else(unknown)
}

/// The event at a place, checked against its hash by the store that gives it.
pub fn entry(reading: &Reading, sequence: Sequence, global: &Global, output: &Output) -> Result<ReadEvent, Failure> {
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    let missing = || Failure::not_found(format!("there is no event {sequence}"), "see `protokol log`");
    let bytes = reading.events.envelope(sequence).map_err(failed)?.ok_or_else(missing)?;
    Ok(ReadEvent::read(sequence, bytes))
}

fn tell(entry: &ReadEvent, output: &Output) {
    if output.json {
        return output.value(&entry.json(output.lang));
    }
    let says = entry
        .body()
        .map_or_else(|| output.label(Label::CannotBeRead).to_owned(), |body| text::statement_line(output.lang, body));
    let arrival = entry.envelope.as_ref().map_or_else(String::new, |envelope| envelope.arrival.to_string());
    output.line(&format!("{:>7}  {arrival}  {says}", entry.sequence));
}
