//! Bytes made to exhaust whoever reads them.

use std::time::{Duration, Instant};

use protokol::domain::number::{Sequence, Size};
use protokol::ledger::files::frame::{self, FRAME_EVENTS_MAX, FRAME_MAGIC};
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::submission::SignedStatement;
use protokol::store::journal::JournalReader;
use protokol::store::journal::memory::Memory;
use protokol::verify::faults::FAULTS_MAX;

use super::bits::Random;
use super::forge::{self, disk, seal};
use super::story::*;
use super::telling::*;

/// Long enough for a loaded machine; without bounds each of these takes hours, or more memory than there is.
const SOON: Duration = Duration::from_secs(60);

/// What an inspection of this journal says, within time.
fn inspected(journal: Vec<u8>) -> protokol::verify::report::Report {
    let began = Instant::now();
    let report = report(&disk(journal, seal(&Story::founded(1).disk())));
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
    assert_eq!(report.verdict(), Failed);
    report
}

/// Headers in every 26 bytes, each of which claims the 65,535 after it as its one envelope.
#[test]
fn frames_that_overlap() {
    let header = [
        &FRAME_MAGIC[..],
        &65_537_u32.to_le_bytes(),
        &0_u64.to_le_bytes(),
        &1_u32.to_le_bytes(),
        &0_u32.to_le_bytes(),
        &u16::MAX.to_le_bytes(),
    ]
    .concat();
    let journal = header.repeat(4_000_000 / header.len());
    let handed_on = |disk: &Memory| -> usize {
        let fragments = JournalReader::open(disk)
            .expect("memory does not fail")
            .map(|fragment| fragment.expect("memory does not fail"));
        let envelopes = |fragment: protokol::store::journal::Fragment| match fragment.frame {
            Err(frame::FrameError::Checksum(Some(frame))) => frame.bytes,
            _ => 0,
        };
        fragments.map(envelopes).sum()
    };
    let bytes = handed_on(&disk(journal.clone(), Vec::new()));
    assert!(bytes < 6 * journal.len(), "{bytes} bytes out of {}", journal.len());
    inspected(journal);
}

/// The largest frames that can be claimed, one in another.
#[test]
fn frames_that_overlap_as_far_as_they_may() {
    let length = u32::try_from(8_000_000).expect("below the limit");
    let header = [
        &FRAME_MAGIC[..],
        &length.to_le_bytes(),
        &0_u64.to_le_bytes(),
        &u32::try_from(FRAME_EVENTS_MAX).expect("few").to_le_bytes(),
        &0_u32.to_le_bytes(),
    ]
    .concat();
    inspected(header.repeat(16_000_000 / header.len()));
}

#[test]
fn a_fault_in_every_other_byte() {
    let report = inspected(FRAME_MAGIC.repeat(500_000));
    assert!(report.faults.len() <= FAULTS_MAX + 20, "{}", report.faults.len());
    assert!(report.faults.not_listed() >= 400_000);
    let empty = frame::encode(Sequence(0), &vec![Vec::new(); FRAME_EVENTS_MAX]);
    let report = inspected(empty.repeat(2000));
    assert!(report.faults.len() <= FAULTS_MAX + 20, "{}", report.faults.len());
    assert!(report.faults.not_listed() >= 400_000);
}

/// The gravest is told, however many there were before.
#[test]
fn the_gravest_fault_is_not_drowned() {
    let all = forge::entries(&Story::founded(1).disk());
    let mut newer = forge::statement_bytes(&all[0]);
    newer[0] = 9;
    let submissions = (0..=FAULTS_MAX as u64).map(|_| (clock(0), forge::submission(&newer, &[])));
    let mut many = forge::chained(submissions);
    let last = many.len() - 1;
    assert_told_only_unreadable(&many);
    many[last][8] ^= 1;
    let report = report(&forge::resealed(&many));
    assert_eq!(report.verdict(), Failed);
    assert_eq!((report.faults.len(), report.faults.not_listed()), (FAULTS_MAX + 1, 1));
}

fn assert_told_only_unreadable(entries: &[Vec<u8>]) {
    let report = report(&forge::resealed(entries));
    assert_eq!((report.verdict(), report.faults.not_listed()), (Unreadable, 1));
}

#[test]
fn lengths_that_promise_what_is_not_there() {
    let huge = u32::MAX.to_le_bytes();
    assert!(SignedStatement::decode(&huge).is_err());
    assert!(SignedStatement::decode(&[&[0; 4][..], &u16::MAX.to_le_bytes()].concat()).is_err());
    for claimed in [0, 1, 23, u32::MAX, u32::MAX - 23, 0x00FF_FFFF] {
        for count in [0, 1, 256, 257, u32::MAX] {
            let bytes = [&FRAME_MAGIC[..], &claimed.to_le_bytes(), &[0xFF; 8], &count.to_le_bytes(), &[0; 40]].concat();
            assert!(frame::decode(&bytes).is_err());
            inspected(bytes);
        }
    }
    assert!(Receipt::parse(&vec![b'\n'; 600_000]).is_err());
    assert!(Receipt::parse(&b"c2sp.org/tlog-proof@v1\nindex 0\n".repeat(10_000)).is_err());
}

/// Members who sign any bytes, and an operator who lets them in: whatever the statement says then, nobody falls over
/// it, neither in judging it nor in looking for findings.
#[test]
fn members_sign_whatever_it_is() {
    let genuine = forge::entries(&Story::whole(1).disk());
    let at = Size(EVENTS as u64);
    let mut random = Random(1);
    let mut admitted = 0;
    for _ in 0..ROUNDS {
        let mut all = genuine.clone();
        let victim = random.below(EVENTS);
        all[victim] = forge::with_submission(&all[victim], |bytes| {
            let mut statement = SignedStatement::decode(&bytes).expect("a submission").statement_bytes().to_vec();
            for _ in 0..=random.below(3) {
                let (byte, value) = (44 + random.below(statement.len() - 44), random.below(256));
                statement[byte] = u8::try_from(value).expect("below 256");
            }
            forge::submission(&statement, &signers(victim).keys())
        });
        let report = report(&forge::resealed(&forge::rechained(&all)));
        admitted += usize::from(report.verdict() == Verified);
        let _ = protokol::tally::findings::findings(
            &report.model,
            protokol::tally::moment::Moment { size: at, clock: report.head.arrival },
        );
    }
    println!("{admitted} of {ROUNDS} were admissible");
}

const ROUNDS: usize = 500;

/// Who signed an event of the story.
fn signers(event: usize) -> Who {
    match event {
        OPENING_A | TURNOUT_A | PROTOCOL_A => Who::Members("A", 1),
        7 | TURNOUT_B | PROTOCOL_B | PROTOCOL_B_AGAIN => Who::Members("B", 1),
        12 => Who::Observer,
        CORRECTION => Who::Renewed(1),
        _ => Who::Members("C", 1),
    }
}

/// Statements whose lists claim more than an entry holds.
#[test]
fn lists_that_promise_what_is_not_there() {
    let genuine = forge::entries(&Story::whole(1).disk());
    for entry in &genuine {
        let statement = forge::statement_bytes(entry);
        for at in 44..statement.len().saturating_sub(8) {
            let mut hostile = statement.clone();
            hostile[at..at + 8].fill(0xFF);
            // Whatever it says: no panic, and no allocation beyond an entry.
            let _ = protokol::domain::statement::Statement::decode(&hostile);
            hostile[at..at + 8].copy_from_slice(&[0xFF, 0xFF, 0, 0, 0, 0, 0, 0]);
            let _ = protokol::domain::statement::Statement::decode(&hostile);
        }
    }
}
