//! A crash at every writing operation, and a second one in every recovery from it.

use protokol::crypto::parallel::Serial;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::submission::SignedStatement;
use protokol::store::error::StoreError;
use protokol::store::journal::memory::{Fault, Memory, Unsynced};
use protokol::store::writer::AcceptedStatus;
use protokol::verify::fault::Verdict;

use super::{FAULTS, FLAVOURS, Turn, assert_never_a_fork, report, tree, turns};
use crate::kit::disk::{Shared, prepared, start};
use crate::kit::small::SMALL;

/// How an evening ended.
struct Evening {
    acknowledged: Vec<SignedStatement>,
    failed: bool,
}

/// Plays the turns until the disk fails.
fn play(disk: &Shared, turns: &[Turn]) -> Evening {
    let mut evening = Evening { acknowledged: Vec::new(), failed: false };
    let Ok(mut writer) = start(disk.clone()) else { return Evening { failed: true, ..evening } };
    for turn in turns {
        match writer.commit_timed(turn.clone(), &Serial) {
            Ok(answers) => {
                let taken = turn.iter().zip(&answers).filter(|(_, answer)| answer.is_ok());
                evening.acknowledged.extend(taken.map(|((submission, _), _)| submission.clone()));
            }
            Err(error) => {
                assert!(matches!(error, StoreError::Io { .. }), "{error}");
                // What is on the disk is not known any more: this writer never writes again.
                let operations = disk.lock().memory.operations();
                let again = writer.commit_timed(turn.clone(), &Serial);
                assert!(matches!(again, Err(StoreError::Poisoned)), "{again:?}");
                assert_eq!(disk.lock().memory.operations(), operations, "a failed write was tried again");
                return Evening { failed: true, ..evening };
            }
        }
    }
    evening
}

/// The disk after the power came back, and everything that was ever signed.
fn after_crash(disk: &Shared, keeps: Unsynced) -> Shared {
    let inner = disk.lock();
    let again = Shared::new(inner.memory.after_crash(keeps));
    again.lock().signed.clone_from(&inner.signed);
    again
}

struct Undisturbed {
    turns: Vec<Turn>,
    base: Memory,
    end: SignedCheckpoint,
    operations: u64,
}

fn undisturbed() -> Undisturbed {
    let (base, turns) = (prepared(SMALL), turns());
    let disk = Shared::new(base.clone());
    let evening = play(&disk, &turns);
    assert!(!evening.failed);
    let operations = disk.lock().memory.operations() - base.operations();
    assert_eq!(operations, 5 * turns.len() as u64, "append, sync, seal, sync, snapshot in every turn");
    let end = disk.lock().signed.last().cloned().expect("every turn was sealed");
    Undisturbed { turns, base, end, operations }
}

/// Opens the disk: then a verifier finds nothing, and everything is sealed.
fn assert_recovered(disk: &Shared, context: &str) {
    let writer = start(disk.clone()).unwrap_or_else(|error| panic!("{context}: {error}"));
    let report = report(disk);
    assert_eq!(report.verdict(), Verdict::Verified, "{context}: {:?}", report.faults);
    assert_eq!(report.checkpoint.as_ref(), Some(writer.checkpoint().checkpoint()), "{context}");
}

/// Opens the disk, and holds everything against what was promised.
fn assert_whole(run: &Undisturbed, disk: &Shared, acknowledged: &[SignedStatement], context: &str) {
    let mut writer = start(disk.clone()).unwrap_or_else(|error| panic!("{context}: {error}"));
    for statement in acknowledged {
        assert!(writer.admitted(statement).is_some(), "{context}: an acknowledged submission is missing");
    }
    for turn in &run.turns {
        let answers = writer.commit_timed(turn.clone(), &Serial).expect("the disk holds now");
        for ((statement, _), answer) in turn.iter().zip(answers) {
            match answer {
                Ok(taken) => {
                    let was = acknowledged.contains(statement);
                    assert!(
                        !was || taken.status == AcceptedStatus::Already,
                        "{context}: acknowledged, and then taken again"
                    );
                    let envelope = taken.receipt.entry().expect("the envelope travels along");
                    assert_eq!(taken.receipt.verify_inclusion(envelope), Ok(()), "{context}");
                }
                Err(refusal) => assert_eq!(refusal.code().as_str(), "R10", "{context}"),
            }
        }
    }
    assert_eq!(writer.checkpoint().checkpoint(), run.end.checkpoint(), "{context}: another end than undisturbed");
    let report_after = report(disk);
    assert_eq!(report_after.verdict(), Verdict::Verified, "{context}: {:?}", report_after.faults);
    assert_never_a_fork(&tree(disk), &disk.lock().signed, context);
}

/// One crash: the operation that fails, how, and what the disk keeps of it.
fn crashes(operations: u64) -> impl Iterator<Item = (u64, Fault, Unsynced)> {
    let flavoured = |(at, fault)| FLAVOURS.map(|keeps| (at, fault, keeps));
    (0..operations).flat_map(|at| FAULTS.map(|fault| (at, fault))).flat_map(flavoured)
}

#[test]
fn nothing_acknowledged_is_lost_wherever_the_machine_stops() {
    let run = undisturbed();
    let mut second = 0;
    for (at, fault, keeps) in crashes(run.operations) {
        let disk = Shared::new(run.base.clone());
        disk.lock().memory.fail_at(at, fault);
        let evening = play(&disk, &run.turns);
        assert!(evening.failed, "the script names an operation that never came");
        let context = format!("operation {at}, {fault:?}, {keeps:?}");
        let recovering = after_crash(&disk, keeps);
        let reopened = after_crash(&recovering, Unsynced::Lost);
        assert_recovered(&reopened, &context);
        assert_whole(&run, &reopened, &evening.acknowledged, &context);

        let rehearsed = after_crash(&recovering, Unsynced::Lost);
        start(rehearsed.clone()).expect("it was opened above");
        let operations = rehearsed.lock().memory.operations();
        // What a failed operation did and the disk lost, or did not and the disk kept, was played above.
        let telling = |(_, fault, keeps): &(u64, Fault, Unsynced)| {
            *fault == Fault::HalfDone || (*fault == Fault::NotDone) == (*keeps == Unsynced::Lost)
        };
        for (again_at, again, again_keeps) in crashes(operations).filter(telling) {
            let disk = after_crash(&recovering, Unsynced::Lost);
            disk.lock().memory.fail_at(again_at, again);
            assert!(play(&disk, &[]).failed);
            let context = format!("{context}, then operation {again_at} of the recovery, {again:?}, {again_keeps:?}");
            assert_whole(&run, &after_crash(&disk, again_keeps), &evening.acknowledged, &context);
            second += 1;
        }
    }
    assert!(second > 50, "recoveries write, and were interrupted {second} times");
}

/// The answers of a turn come all or not at all, and a turn of refusals writes nothing.
#[test]
fn a_turn_without_news_touches_no_disk() {
    let run = undisturbed();
    let disk = Shared::new(run.base.clone());
    let evening = play(&disk, &run.turns);
    let touched = |disk: &Shared| {
        let inner = disk.lock();
        (inner.memory.operations(), inner.signed.len())
    };
    let before = touched(&disk);
    let mut writer = start(disk.clone()).expect("nothing is wrong with the disk");
    let again: Vec<_> = run.turns.iter().flatten().cloned().collect();
    let answers = writer.commit_timed(again, &Serial).expect("the disk holds");
    let taken = answers.iter().filter(|answer| answer.is_ok()).count();
    assert_eq!(taken, evening.acknowledged.len());
    assert!(answers.iter().flatten().all(|accepted| accepted.status == AcceptedStatus::Already));
    assert_eq!(before, touched(&disk));
}
