//! Where the time goes: a replay, taken apart, and the way of a submission to the disk by how many share a turn.
//!
//! `cargo bench` runs it on an election of 400 precincts, made in memory under demonstration keys.

#[path = "../tests/kit/small.rs"]
#[allow(dead_code, reason = "the benchmarks use a part of it")]
mod small;

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::hash::sha256;
use protokol::crypto::parallel::Serial;
use protokol::domain::rules::decide;
use protokol::domain::state::State;
use protokol::domain::statement::{Body, Statement};
use protokol::ledger::entry::Entry;
use protokol::ledger::envelope::{Envelope, Head};
use protokol::ledger::submission::{SignedStatement, open_all};
use protokol::ledger::tree::merkle::CompactRange;
use protokol::ledger::tree::node::leaf_hash;
use protokol::store::confirm;
use protokol::store::founding::{Founding, found};
use protokol::store::open::{self, Held};
use protokol::tally::read_model::ReadModel;
use protokol::tally::rows::KeptRows;
use protokol::tally::totals::tallies;
use protokol::verify::replay::Replay;

use small::{SMALL, Small, after, figures, log_signer, of, paper, protocol, quorum, signed};

/// 400 precincts, each with a protocol and a turnout report.
const ELECTION: Small = Small { constituencies: 4, precincts: 100, ..SMALL };

fn report(number: u32) -> SignedStatement {
    let unit = ELECTION.precincts().nth(number as usize % 400).expect("400 precincts");
    let body = Body::TurnoutReported(small::turnout(paper("round-1", &unit), number));
    signed(ELECTION.ledger(), after(u64::from(number)), body, &quorum(&unit)[..1])
}

fn submissions() -> Vec<SignedStatement> {
    let mut all = ELECTION.structure();
    all.extend((0..400).map(report));
    all.extend(ELECTION.protocols());
    all
}

/// The election as a journal holds it.
fn envelopes() -> Vec<Vec<u8>> {
    let mut head = Head::START;
    let mut all = Vec::new();
    for submission in std::iter::once(ELECTION.founding()).chain(submissions()) {
        let envelope = head.seal(after(0), submission.encode());
        let bytes = envelope.encode();
        head = head.after(Envelope::hash(&bytes), envelope.arrival);
        all.push(bytes);
    }
    all
}

fn replayed(envelopes: &[Vec<u8>]) -> Replay<Serial> {
    let mut replay = Replay::new(Serial);
    replay.feed(envelopes.to_vec());
    assert!(replay.faults().is_empty(), "{:?}", replay.faults());
    replay
}

fn replay(criterion: &mut Criterion) {
    let all = envelopes();
    let events = all.len() as u64;
    let signed: Vec<_> = all
        .iter()
        .map(|bytes| SignedStatement::decode(&Envelope::decode(bytes).expect("our own").submission).expect("our own"))
        .collect();
    let recorded: Vec<_> = {
        let mut replay = Replay::new(Serial);
        replay.feed(all.clone()).into_iter().map(|replayed| replayed.recorded.expect("admissible")).collect()
    };
    let opened: Vec<_> =
        signed.iter().map(|signed| signed.open(&AdmittedKeys::default()).expect("our own").submission).collect();
    let mut group = criterion.benchmark_group("replay");
    group.throughput(Throughput::Elements(events)).sample_size(10).warm_up_time(Duration::from_secs(1));
    group.measurement_time(Duration::from_secs(3));
    group.bench_function("whole, signatures verified", |b| b.iter(|| replayed(&all)));
    let admitted_keys = {
        let mut admitted_keys = AdmittedKeys::default();
        all.iter().for_each(|bytes| {
            admitted_keys.learn(Entry::open(bytes, &AdmittedKeys::default()).submission.expect("our own").enrols);
        });
        admitted_keys
    };
    group.bench_function("signatures, keys parsed before", |b| {
        b.iter(|| signed.iter().filter(|signed| signed.open(&admitted_keys).is_ok()).count());
    });
    group.bench_function("signatures, keys parsed each time", |b| {
        b.iter(|| signed.iter().filter(|signed| signed.open(&AdmittedKeys::default()).is_ok()).count());
    });
    let all_signed: Vec<_> = signed.iter().collect();
    group.bench_function("signatures together, keys parsed before", |b| {
        b.iter(|| open_all(&all_signed, &admitted_keys, &Serial).iter().filter(|opened| opened.is_ok()).count());
    });
    group.bench_function("signatures together, keys parsed each time", |b| {
        b.iter(|| {
            open_all(&all_signed, &AdmittedKeys::default(), &Serial).iter().filter(|opened| opened.is_ok()).count()
        });
    });
    group.bench_function("hashing: BLAKE3 of envelopes and statements", |b| {
        b.iter(|| {
            let statement = |signed: &SignedStatement| Statement::hash(signed.statement_bytes()).0[0];
            all.iter().map(|bytes| Envelope::hash(bytes).0[0]).chain(signed.iter().map(statement)).fold(0, |a, b| a ^ b)
        });
    });
    group.bench_function("hashing: SHA-256 leaves and tree", |b| {
        b.iter(|| {
            let mut tree = CompactRange::default();
            all.iter().for_each(|bytes| tree.push(leaf_hash(bytes)));
            tree.root()
        });
    });
    group.bench_function("decoding", |b| {
        b.iter(|| signed.iter().filter(|signed| signed.statement().is_ok()).count());
    });
    group.bench_function("decide and apply: the state", |b| {
        b.iter(|| {
            let mut state = State::default();
            for (submission, recorded) in opened.iter().zip(&recorded) {
                decide(&state, submission, recorded.arrival).expect("admissible");
                state.apply(recorded);
            }
            state.size()
        });
    });
    group.bench_function("apply: the board", |b| {
        b.iter(|| {
            let mut model = ReadModel::default();
            recorded.iter().for_each(|recorded| model.apply(recorded));
            model.units().len()
        });
    });
    group.bench_function("apply: the board, and its rows settled after every event", |b| {
        b.iter(|| {
            let (mut model, mut rows) = (ReadModel::default(), KeptRows::default());
            let mut follow = |recorded| {
                model.apply(recorded);
                rows.follow(&model, recorded);
                rows.settle(&model).rows.len()
            };
            recorded.iter().map(&mut follow).sum::<usize>()
        });
    });
    let replay = replayed(&all);
    group.bench_function("tallies of every unit", |b| {
        b.iter(|| tallies(replay.model(), &of("round-1"), replay.size()).len());
    });
    group.finish();
}

fn founded(folder: &Path) -> Held {
    let place = folder.join("ledger");
    let founding = Founding {
        submission: &ELECTION.founding(),
        clock: after(0),
        signer: &log_signer(),
        manifest: "",
        rehearsal_key: None,
    };
    found(&place, &founding).expect("nothing is there");
    let mut held =
        open::write(&place, log_signer(), Serial, "a benchmark", &mut confirm::without_witnesses, &mut |_| {})
            .expect("a ledger");
    held.writer.commit(ELECTION.structure(), after(0), &Serial).expect("the disk holds");
    held
}

/// One turn of so many submissions, durable and sealed; and beside it a plain file that is appended to, with one
/// `fdatasync` for each turn: what no writer on this disk can beat.
fn append(criterion: &mut Criterion) {
    let mut number = 0;
    let mut group = criterion.benchmark_group("append");
    group.sample_size(10).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));
    for size in [1u32, 16, 256] {
        group.throughput(Throughput::Elements(u64::from(size)));
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut held = founded(folder.path());
        let turn = |number: &mut u32| {
            let first = *number;
            *number += size;
            (first..*number).map(report).collect::<Vec<_>>()
        };
        group.bench_function(format!("a turn of {size}"), |b| {
            b.iter_custom(|turns| {
                let mut spent = Duration::ZERO;
                for _ in 0..turns {
                    let submissions = turn(&mut number);
                    let since = Instant::now();
                    let answers = held.writer.commit(submissions, after(1), &Serial).expect("the disk holds");
                    spent += since.elapsed();
                    assert!(answers.iter().all(Result::is_ok));
                }
                spent
            });
        });
        let bytes: usize = turn(&mut number).iter().map(|signed| signed.encode().len() + 50).sum();
        let mut file = File::create(folder.path().join("plain")).expect("a file");
        group.bench_function(format!("a plain file, {bytes} bytes at a time"), |b| {
            b.iter_batched(
                || vec![7; bytes],
                |bytes| file.write_all(&bytes).and_then(|()| file.sync_data()).expect("the disk holds"),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// What one signature, one hash, and one protocol cost, to hold the parts above against.
fn units(criterion: &mut Criterion) {
    let key = small::seat_key("01.001", 1);
    let admitted = key.public().admit().expect("our own");
    let (message, entry) = (vec![3; 400], vec![5; 600]);
    let signature = key.sign(&message);
    let one = protocol(paper("round-1", "01.001"), figures([1, 2, 3]));
    let statement = Statement { ledger: ELECTION.ledger(), said_at: after(0), body: Body::ProtocolSubmitted(one) };
    let bytes = statement.encode().expect("it fits");
    let mut group = criterion.benchmark_group("units");
    group.sample_size(20).measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(500));
    group.bench_function("one signature verified", |b| b.iter(|| admitted.verifies(&message, &signature)));
    group.bench_function("one key parsed", |b| b.iter(|| key.public().admit().is_ok()));
    group.bench_function("BLAKE3 of 600 bytes, in context", |b| b.iter(|| Envelope::hash(&entry)));
    group.bench_function("SHA-256 of 600 bytes", |b| b.iter(|| sha256(&[&entry])));
    group.bench_function("one protocol decoded", |b| b.iter(|| Statement::decode(&bytes).is_ok()));
    group.finish();
}

criterion_group!(benches, units, replay, append);
criterion_main!(benches);
