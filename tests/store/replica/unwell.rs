//! Two machines on one key and one store that is not well: each writes or stands by, takes over, and stops at any moment. Fifty
//! seeds, or as many as `PROTOKOL_SEEDS` says.

use std::collections::BTreeMap;

use protokol::crypto::parallel::Serial;
use protokol::domain::number::{Sequence, Size};
use protokol::domain::statement::Body;
use protokol::ledger::submission::SignedStatement;
use protokol::store::confirm::without_witnesses;
use protokol::store::error::StoreError;
use protokol::store::files;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::memory::{Fault, Memory, Unsynced};
use protokol::store::replica::error::ReplicaError;
use protokol::store::writer::{GoneOn, Writer};
use protokol::verify::fault::Verdict;

use crate::crash::{assert_never_a_fork, report, tree};
use crate::kit::chance::Chance;
use crate::kit::disk::{Shared, prepared};
use crate::kit::objects::{Engine, Scripted, stand_by_with, start_with};
use crate::kit::small::{self, SMALL, after, quorum};

/// A machine on which the ledger is written.
struct Machine {
    disk: Shared,
    writer: Option<Writer<Shared>>,
}

/// What happened in a night.
#[derive(Default)]
struct Night {
    acknowledged: BTreeMap<Sequence, SignedStatement>,
    told: BTreeMap<&'static str, usize>,
}

impl Night {
    fn tells(&mut self, what: &'static str) {
        *self.told.entry(what).or_default() += 1;
    }

    /// What may keep a writer from going on, and nothing else.
    fn ended(&mut self, error: &StoreError, context: &str) {
        match error {
            StoreError::Replica(ReplicaError::Taken { .. }) => self.tells("lost"),
            StoreError::Replica(ReplicaError::Silent { .. }) => self.tells("silent"),
            StoreError::Io { .. } => self.tells("machine stopped"),
            error => panic!("{context}: {error}"),
        }
    }
}

impl Machine {
    fn starts(&mut self, store: &Scripted, night: &mut Night, context: &str) {
        match start_with(self.disk.clone(), store.replica()) {
            Ok(writer) => self.writer = Some(writer),
            Err(error) => night.ended(&error, context),
        }
    }

    fn stands_by(&mut self, store: &Scripted, night: &mut Night, context: &str) {
        let is_noted = self.disk.read(files::REPLICA).is_ok();
        match stand_by_with(self.disk.clone(), store.replica()) {
            Ok(writer) => self.writer = Some(writer),
            // Nobody has written there yet, or not to the end.
            Err(StoreError::Replica(ReplicaError::Lost { .. })) if !is_noted => {}
            Err(error) => night.ended(&error, context),
        }
    }

    /// Follows, or takes over, which the writer that stands by may do at any moment. What silence keeps from it, it does later.
    fn follows(&mut self, goes_on: bool, store: &Scripted, night: &mut Night, context: &str) {
        let Some(writer) = self.writer.as_mut() else { return };
        let signed = store.lock().signed.len();
        let before = writer.tree().size();
        let done = match goes_on {
            true => writer.go_on(Serial, &mut without_witnesses).map(|gone_on| match gone_on {
                GoneOn::Followed => night.tells("followed on the way"),
                GoneOn::Writes => night.tells("took over"),
            }),
            false => writer.follow(Serial).map(|more| {
                if more > Size(0) {
                    night.tells("followed")
                }
            }),
        };
        assert!(goes_on || store.lock().signed.len() == signed, "{context}: whoever stands by signs nothing");
        if done.is_ok() && writer.tree().size() > before {
            let shown: usize = writer.frames().iter().map(|frame| frame.entries.len()).sum();
            assert_eq!(shown as u64, writer.tree().size().0 - before.0, "{context}: readers are shown all of it");
        }
        if let Err(error) = done {
            night.ended(&error, context);
            self.writer.take_if(|writer| writer.is_poisoned());
        }
    }

    fn takes(&mut self, papers: &[SignedStatement], clock: u64, night: &mut Night, context: &str) {
        let Some(writer) = self.writer.as_mut() else { return };
        match writer.commit(papers.to_vec(), after(clock), &Serial) {
            Ok(answers) => {
                for (paper, answer) in papers.iter().zip(answers) {
                    let taken = answer.unwrap_or_else(|refusal| panic!("{context}: {refusal}"));
                    let envelope = taken.receipt.entry().expect("the envelope travels along");
                    assert_eq!(taken.receipt.verify_inclusion(envelope), Ok(()), "{context}");
                    let before = night.acknowledged.insert(taken.sequence, paper.clone());
                    assert!(before.is_none_or(|before| before == *paper), "{context}: two papers at one place");
                }
            }
            Err(error) => {
                night.ended(&error, context);
                self.writer = None;
            }
        }
    }

    /// The power goes, and comes back.
    fn crashes(&mut self, chance: &mut Chance) {
        self.writer = None;
        let keeps = chance.of(&[Unsynced::Lost, Unsynced::Kept]);
        let memory = self.disk.memory().after_crash(keeps);
        self.disk.lock().memory = memory;
    }
}

/// Papers that each of the two is handed: some are handed to both.
fn papers() -> Vec<SignedStatement> {
    let turnout = |unit: &str| {
        let body = Body::TurnoutReported(small::turnout(small::paper("round-1", unit), 10));
        small::signed(SMALL.ledger(), after(900), body, &quorum(unit))
    };
    let units = ["01.001", "01.002", "01.003", "02.001", "02.002", "02.003"];
    units.map(turnout).into_iter().chain(SMALL.protocols()).collect()
}

fn night(base: &Memory, papers: &[SignedStatement], seed: u64) -> Night {
    let (mut chance, mut night, context) = (Chance(seed), Night::default(), format!("seed {seed}"));
    let store = Scripted::new(Engine::Fit, 10 + chance.below(30), seed);
    let mut machines = [0, 1].map(|_| Machine { disk: Shared::new(base.clone()), writer: None });
    for hour in 0..40 {
        let machine = &mut machines[chance.below(2)];
        match chance.below(10) {
            0 => machine.crashes(&mut chance),
            1 => {
                let fault = chance.of(&[Fault::NotDone, Fault::DoneAllTheSame, Fault::HalfDone]);
                machine.disk.lock().memory.fail_at(chance.below(8) as u64, fault);
            }
            _ if machine.writer.is_none() => {
                machine.crashes(&mut chance);
                match chance.below(2) {
                    0 => machine.starts(&store, &mut night, &context),
                    _ => machine.stands_by(&store, &mut night, &context),
                }
            }
            nth if machine.writer.as_ref().is_some_and(Writer::stands_by) => {
                machine.follows(nth < 4, &store, &mut night, &context);
            }
            _ => {
                let handed: Vec<_> = (0..=chance.below(2)).map(|_| chance.of(papers)).collect();
                machine.takes(&handed, 2000 + hour, &mut night, &context);
            }
        }
    }
    store.recovers();
    for (what, often) in &store.lock().told {
        *night.told.entry(what).or_default() += often;
    }
    // Each machine comes back, and both have one log with everything that was acknowledged, once.
    let mut sizes = Vec::new();
    for machine in &mut machines {
        machine.crashes(&mut chance);
        let writer = start_with(machine.disk.clone(), store.replica());
        let writer = writer.unwrap_or_else(|error| panic!("{context}: {error}"));
        for (sequence, paper) in &night.acknowledged {
            assert_eq!(writer.admitted(paper), Some(*sequence), "{context}: an acknowledged paper is missing");
        }
        let report = report(&machine.disk);
        assert_eq!(report.verdict(), Verdict::Verified, "{context}: {:?}", report.faults);
        let mut signed = store.lock().signed.clone();
        signed.extend(machines_signed(&machine.disk));
        assert_never_a_fork(&tree(&machine.disk), &signed, &context);
        sizes.push(writer.checkpoint().checkpoint().clone());
    }
    assert_eq!(sizes[0], sizes[1], "{context}: two logs");
    night
}

fn machines_signed(disk: &Shared) -> Vec<protokol::ledger::note::checkpoint::SignedCheckpoint> {
    disk.lock().signed.clone()
}

#[test]
fn nothing_acknowledged_is_lost_and_the_log_is_one() {
    let seeds = std::env::var("PROTOKOL_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(50);
    let (base, papers) = (prepared(SMALL), papers());
    let (mut told, mut acknowledged) = (BTreeMap::<_, usize>::new(), 0);
    for seed in 0..seeds {
        let night = night(&base, &papers, seed);
        acknowledged += night.acknowledged.len();
        night.told.into_iter().for_each(|(what, often)| *told.entry(what).or_default() += often);
    }
    println!("{acknowledged} papers acknowledged; {told:#?}");
    // Each of these happened, or the test would have shown nothing of it.
    let all = [
        "lost",
        "followed",
        "followed on the way",
        "took over",
        "silent",
        "machine stopped",
        "comes late",
        "answered 409, and nothing is there",
        "stored, and answered 412",
    ];
    for what in all {
        assert!(told.contains_key(what), "{what} never happened");
    }
    assert!(acknowledged > 0);
}
