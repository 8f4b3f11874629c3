//! Many submitters, one writer.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use protokol::domain::time::Millis;
use protokol::ledger::entry::Serial;
use protokol::store::error::StoreError;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::memory::{Fault, Memory};
use protokol::store::queue::{Queue, WriterEnded};
use protokol::store::writer::AcceptedStatus;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::Verdict;

use super::{in_time, report};
use crate::kit::disk::{Shared, prepared, start};
use crate::kit::small::{SMALL, after};

const THREADS: u32 = 16;
const EACH: u32 = 12;

/// A disk whose sync takes as long as a real one's.
#[derive(Clone)]
struct Slow(Shared);

impl Disk for Slow {
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        self.0.list(folder)
    }
    fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        self.0.read(file)
    }
    fn append(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.append(file, bytes)
    }
    fn write_at(&mut self, file: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.0.write_at(file, offset, bytes)
    }
    fn sync(&mut self, file: &str) -> io::Result<()> {
        std::thread::sleep(Duration::from_millis(3));
        self.0.sync(file)
    }
    fn put(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.put(file, bytes)
    }
    fn remove(&mut self, folder: &str) -> io::Result<()> {
        self.0.remove(folder)
    }
    fn remove_file(&mut self, file: &str) -> io::Result<()> {
        self.0.remove_file(file)
    }
    fn cut(&mut self, file: &str, length: u64) -> io::Result<()> {
        self.0.cut(file, length)
    }
}

fn clock() -> impl Fn() -> Millis + Send {
    let now = Arc::new(AtomicU64::new(7000));
    move || after(now.fetch_add(1, Ordering::Relaxed))
}

fn queue(memory: Memory) -> (Shared, Queue, std::thread::JoinHandle<Result<impl Sized, StoreError>>) {
    let disk = Shared::new(memory);
    let writer = start(Slow(disk.clone())).expect("a ledger");
    let (queue, thread) = Queue::start(writer, Serial, clock());
    (disk, queue, thread)
}

/// Each thread hands in its own reports and waits for each answer, as a server's requests do.
fn submit_all(queue: &Queue) -> Vec<(u32, AcceptedStatus, u64)> {
    let submitter = |thread: u32| {
        let queue = queue.clone();
        std::thread::spawn(move || {
            let submit = |number: u32| {
                let submission = report(number);
                let accepted =
                    queue.submit(submission.clone()).expect("the writer is there").wait().expect("it answers");
                let accepted = accepted.expect("an admissible report");
                let envelope = accepted.receipt.entry().expect("the envelope travels along");
                assert!(envelope.ends_with(&submission.encode()), "the answer to another question");
                assert_eq!(accepted.receipt.verify_inclusion(envelope), Ok(()));
                assert_eq!(accepted.receipt.index(), accepted.sequence);
                (number, accepted.status, accepted.sequence.0)
            };
            (0..EACH).map(|nth| submit(thread * EACH + nth)).collect::<Vec<_>>()
        })
    };
    let threads: Vec<_> = (0..THREADS).map(submitter).collect();
    threads.into_iter().flat_map(|thread| thread.join().expect("the answers are right")).collect()
}

#[test]
fn many_submitters_share_few_turns_and_each_gets_its_answer() {
    let (disk, queue, thread) = queue(prepared(SMALL));
    let answers = in_time("submitting", {
        let queue = queue.clone();
        move || (submit_all(&queue), submit_all(&queue))
    });
    let (first, mut again) = answers;
    let mut places: Vec<_> = first.iter().map(|(_, _, place)| *place).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), (THREADS * EACH) as usize, "each report has a place of its own");
    assert!(first.iter().all(|(_, status, _)| *status == AcceptedStatus::Sealed));
    assert!(again.iter().all(|(_, status, _)| *status == AcceptedStatus::Already));
    again.iter_mut().for_each(|answer| answer.1 = AcceptedStatus::Sealed);
    assert_eq!(first, again, "the same statement again has the same place");

    drop(queue);
    assert!(thread.join().expect("the writer does not panic").is_ok(), "it ends when all queues are gone");
    let turns = disk.lock().signed.len();
    assert!(turns < places.len() / 2, "{turns} seals for {} submissions", places.len());
    let report = protokol::store::journal::inspect::inspect(&disk, Serial, &TrustAnchors::default(), &mut |_| {});
    assert_eq!(report.expect("it reads").verdict(), Verdict::Verified);
}

#[test]
fn whoever_waits_when_the_queue_is_dropped_is_answered() {
    let (_disk, queue, thread) = queue(prepared(SMALL));
    let tickets: Vec<_> = (0..600).map(|number| queue.submit(report(number)).expect("there is room")).collect();
    drop(queue);
    assert!(tickets.into_iter().all(|ticket| ticket.wait().expect("it answers").is_ok()));
    assert!(thread.join().expect("the writer does not panic").is_ok());
}

#[test]
fn a_submitter_who_left_disturbs_nobody() {
    let (_disk, queue, thread) = queue(prepared(SMALL));
    drop(queue.submit(report(1)).expect("there is room"));
    let other = queue.submit(report(2)).expect("there is room").wait().expect("it answers");
    assert!(other.is_ok());
    let again = queue.submit(report(1)).expect("there is room").wait().expect("it answers");
    assert_eq!(again.expect("it is in").status, AcceptedStatus::Already);
    drop(queue);
    assert!(thread.join().expect("the writer does not panic").is_ok());
}

#[test]
fn a_failing_disk_ends_the_writer_and_everybody_is_told() {
    for operation in 0..4 {
        for fault in [Fault::NotDone, Fault::DoneAllTheSame, Fault::HalfDone] {
            let (disk, queue, thread) = queue(prepared(SMALL));
            queue.submit(report(0)).expect("there is room").wait().expect("it answers").expect("it is admissible");
            disk.lock().memory.fail_at(operation, fault);
            let ends = in_time("a failing disk", move || {
                let tickets: Vec<_> = (1..40).map(|number| queue.submit(report(number))).collect();
                let ends = tickets.into_iter().map(|ticket| ticket.and_then(|ticket| ticket.wait()));
                assert!(ends.into_iter().all(|end| matches!(end, Err(WriterEnded))), "an answer from a broken writer");
                // It may still be taken while the writer ends, and then has no answer either.
                let late = queue.submit(report(99)).and_then(|ticket| ticket.wait());
                assert!(matches!(late, Err(WriterEnded)), "an answer from a broken writer");
                thread.join().expect("the writer does not panic").err()
            });
            assert!(matches!(ends, Some(StoreError::Io { .. })), "{ends:?}");
        }
    }
}
