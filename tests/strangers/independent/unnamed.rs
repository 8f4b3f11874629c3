//! Events that a log leaves out of its rows: of an honest log no event is evidence, at no size and whatever came later; of each
//! that is left out there is, and both verifiers say so.

use std::collections::BTreeMap;

use protokol::crypto::parallel::Serial;
use protokol::domain::event::RecordedEvent;
use protokol::domain::number::Sequence;
use protokol::ledger::envelope::{Envelope, Head};
use protokol::ledger::files::unnamed::UnnamedEvidence;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::misconduct::{Misconduct, NotProved, check};
use protokol::verify::replay::Replay;

use super::Story;
use super::proofs::{agree, altered};
use crate::kit::chance::Chance;
use crate::kit::numbers::{Numbers, rows_without};
use crate::kit::tiny::*;

fn judged(evidence: UnnamedEvidence) -> Result<(), NotProved> {
    check(Misconduct::Unnamed(Box::new(evidence)), &TrustAnchors::default(), Serial).proved
}

/// A log, the event that named its key if that was not its first, and the events that it admitted: all that an honest log has.
struct Told {
    numbers: Numbers,
    rotated: Option<Sequence>,
    recorded: Vec<RecordedEvent>,
    head: Head,
}

impl Told {
    /// The evidence that an event is, where it is left out.
    fn without(&mut self, left_out: Sequence, evidence: impl Fn(&Self) -> UnnamedEvidence) -> UnnamedEvidence {
        let lie = rows_without(&self.recorded, left_out, self.head);
        let truth = std::mem::replace(&mut self.numbers.rows, lie);
        let lying = evidence(self);
        self.numbers.rows = truth;
        lying
    }

    /// Those that stand where their envelopes say.
    fn places(&self) -> Vec<(Sequence, String)> {
        let place = |recorded: &RecordedEvent| {
            let at = recorded.sequence;
            let envelope = Envelope::decode(&self.numbers.entries[at.0 as usize]).expect("it was admitted");
            (envelope.sequence == at).then(|| (at, recorded.event.statement.body.kind().to_string()))
        };
        self.recorded.iter().filter_map(place).collect()
    }

    fn unnamed(&self, at: Sequence) -> UnnamedEvidence {
        self.numbers.unnamed(self.rotated, at)
    }
}

/// Some of the events of a story; none where nothing was founded.
fn told(seed: u64, chance: &mut Chance) -> Option<Told> {
    let entries = Story::tell(11_000 + seed).ledger.entries;
    let size = if chance.percent(50) { entries.len() } else { 1 + chance.below(entries.len()) };
    let mut replay = Replay::new(Serial);
    let replayed = replay.feed(entries[..size].to_vec());
    let recorded: Vec<_> = replayed.into_iter().filter_map(|entry| entry.recorded).collect();
    recorded.first().filter(|first| first.sequence == Sequence(0))?;
    // Its log signs with a key that its events name last.
    let (since, key) = replay.log_keys().last()?;
    let rotated = Some(Sequence(since.0 - 1)).filter(|at| *at != Sequence(0));
    let log = [ORIGIN, "log 2", "log 3"].map(log_key).into_iter().find(|log| log.verifier() == key)?;
    let head = replay.head();
    Some(Told { numbers: Numbers::of(&entries[..size], log), rotated, recorded, head })
}

#[test]
fn no_event_of_an_honest_log_accuses_it_and_each_that_is_left_out_does() {
    let (mut left_out, mut rotated) = (BTreeMap::new(), 0);
    for seed in 0..60 {
        let mut chance = Chance(seed);
        let Some(mut told) = told(seed, &mut chance) else { continue };
        rotated += usize::from(told.rotated.is_some());
        for (at, kind) in told.places() {
            let honest = judged(told.unnamed(at));
            assert_eq!(honest, Err(NotProved::Named(at)), "story {seed}, event {at}, {kind}");
            let lying = told.without(at, |told| told.unnamed(at));
            assert_eq!(UnnamedEvidence::parse(lying.to_string().as_bytes()).as_ref(), Ok(&lying));
            assert_eq!(judged(lying), Ok(()), "story {seed}, event {at}, {kind}");
            *left_out.entry(kind).or_insert(0) += 1;
        }
    }
    eprintln!("{left_out:?}, {rotated} with a key that was changed");
    assert!(left_out.len() >= 24 && rotated > 2, "{left_out:?}, {rotated}");
}

#[test]
fn they_agree_on_events_that_are_left_out() {
    let mut files = Vec::new();
    for seed in 0..40 {
        let mut chance = Chance(seed);
        let Some(mut told) = told(seed, &mut chance) else { continue };
        let places = told.places();
        let ((at, _), (other, _)) = (chance.of(&places), chance.of(&places));
        let (truth, lie) = (told.unnamed(at), told.without(at, |told| told.unnamed(at)));
        let strange = told.without(other, |told| told.unnamed(at));
        let unnamed_key = told.without(at, |told| told.numbers.unnamed(Some(other), at));
        files.extend((0..6).map(|_| altered(&mut chance, &lie.to_string(), &truth.to_string())));
        files.extend([truth, lie, strange, unnamed_key].map(|evidence| evidence.to_string().into_bytes()));
    }
    let seen = agree(files);
    eprintln!("{seen:?}");
    assert!(seen.is_empty() || seen.len() > 3, "{seen:?}");
}
