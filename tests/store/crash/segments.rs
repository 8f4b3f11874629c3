//! The journal rolls over into a new segment, and recovery reads across.

use protokol::crypto::hash::FileDigest;
use protokol::crypto::parallel::Serial;
use protokol::domain::number::Size;
use protokol::domain::observer::{CopyContent, CopyFiled};
use protokol::domain::protocol::{Attachment, Figures, Media};
use protokol::domain::statement::Body;
use protokol::ledger::files::frame::SEGMENT_BYTES;
use protokol::ledger::submission::SignedStatement;
use protokol::store::error::StoreError;
use protokol::store::files;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::memory::{Memory, Unsynced};
use protokol::store::journal::recover::{Torn, recover};
use protokol::verify::fault::{FaultKind, FilePlace, Verdict};

use super::{FAULTS, FLAVOURS, assert_never_a_fork, report, tree};
use crate::kit::disk::{Shared, prepared, start};
use crate::kit::small::{SMALL, after, observer_key, of, paper, signed};

/// A copy with as many named photographs as an entry holds: about 62 kB.
fn long_copy(number: u64) -> SignedStatement {
    let attachment = Attachment {
        name: of(&"x".repeat(2000)),
        media: Media::Jpeg,
        bytes: number,
        blake3: FileDigest([1; 32]),
        sha256: FileDigest([2; 32]),
    };
    let units: Vec<_> = SMALL.precincts().collect();
    let unit = &units[usize::try_from(number).expect("small") % units.len()];
    let figures = Figures { items: vec![None; 5], votes: Vec::new() };
    let content = CopyContent::Handed { figures, attachments: vec![attachment; 30] };
    let body = Body::CopyFiled(CopyFiled { paper: paper("round-1", unit), content });
    signed(SMALL.ledger(), after(5000 + number), body, &[observer_key("domestic")])
}

fn segments(disk: &impl Disk) -> Vec<String> {
    disk.list(files::JOURNAL).expect("the disk lists")
}

/// A ledger whose first segment is full to the last turn.
fn full_segment() -> Memory {
    let disk = Shared::new(prepared(SMALL));
    let mut writer = start(disk.clone()).expect("a ledger");
    let mut number = 0;
    while (disk.read(&segments(&disk)[0]).expect("it reads").len() as u64) < SEGMENT_BYTES {
        let turn = (number..number + 90).map(|number| (long_copy(number), after(6000))).collect();
        let answers = writer.commit_timed(turn, &Serial).expect("the disk holds");
        assert!(answers.iter().all(Result::is_ok));
        number += 90;
    }
    assert_eq!(segments(&disk).len(), 1, "a segment is closed only when the next turn comes");
    disk.memory()
}

#[test]
fn segments_roll_over_and_are_read_across() {
    let full = full_segment();
    let protocols = SMALL.protocols();
    let turn = || protocols.iter().map(|protocol| (protocol.clone(), after(9000))).collect::<Vec<_>>();
    let run = Shared::new(full.clone());
    let mut writer = start(run.clone()).expect("a ledger");
    let first_of_second = writer.head().size.next();
    writer.commit_timed(turn(), &Serial).expect("the disk holds");
    let end = writer.checkpoint().checkpoint().clone();
    assert_eq!(segments(&run)[1..], [files::segment(first_of_second)], "named by its first event");
    let writer = start(run.clone()).expect("it opens across the segments");
    assert_eq!(writer.checkpoint().checkpoint(), &end);
    assert_eq!(report(&run).verdict(), Verdict::Verified);

    // The machine stops anywhere around the turn of the segment.
    for at in 0..4 {
        for (fault, keeps) in FAULTS.iter().flat_map(|fault| FLAVOURS.map(|keeps| (*fault, keeps))) {
            if (at, keeps) == (3, Unsynced::Kept) || (at > 0 && fault == FAULTS[0]) {
                continue; // large disks: the full matrix is played on a small one
            }
            let context = format!("operation {at}, {fault:?}, {keeps:?}");
            let disk = Shared::new(full.clone());
            let mut writer = start(disk.clone()).expect("a ledger");
            disk.lock().memory.fail_at(at, fault);
            assert!(writer.commit_timed(turn(), &Serial).is_err());
            let again = Shared::new(disk.memory().after_crash(keeps));
            let mut writer = start(again.clone()).unwrap_or_else(|error| panic!("{context}: {error}"));
            writer.commit_timed(turn(), &Serial).expect("the disk holds now");
            assert_eq!(writer.checkpoint().checkpoint(), &end, "{context}");
            assert_eq!(segments(&again).len(), 2, "{context}");
            let signed = [&disk.lock().signed[..], &again.lock().signed[..]].concat();
            assert_never_a_fork(&tree(&again), &signed, &context);
        }
    }

    let sealed = run.memory();
    let [first, second] = segments(&run).try_into().expect("two segments");
    damaged_first_segment(&sealed, &first);
    torn_second_segment(&full, &sealed, &second);
    missing_segment(&sealed, &first, &second);
}

/// Damage in a segment that another one follows is never a torn write, not even at its very end.
fn damaged_first_segment(sealed: &Memory, first: &str) {
    let mut disk = sealed.clone();
    let mut bytes = disk.read(first).expect("it reads");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    disk.lay(first, bytes);
    match start(disk) {
        Err(StoreError::ReadOnly(faults)) => {
            assert!(matches!(faults[0].what, FaultKind::Frame(_)), "{faults:?}");
            assert_eq!(faults[0].place.as_ref().map(|place| place.file.as_str()), Some(first));
        }
        other => panic!("damage was taken for something else: {:?}", other.err()),
    }
}

/// Torn bytes that are all there is of a new segment: cut to nothing, and the segment is filled again.
fn torn_second_segment(full: &Memory, sealed: &Memory, second: &str) {
    let mut disk = full.clone();
    let whole = sealed.read(second).expect("it reads");
    disk.lay(second, whole[..whole.len() / 2].to_vec());
    let disk = Shared::new(disk);
    let recovered = recover(&disk, Serial, None).expect("a torn write");
    assert_eq!(recovered.torn, Some(Torn { file: second.to_owned(), offset: 0 }));
    assert_eq!(recovered.unsealed, Size(0));
    let mut writer = start(disk.clone()).expect("a torn write is set aside");
    assert!(disk.read(second).expect("it is there").is_empty());
    assert_eq!(report(&disk).verdict(), Verdict::Verified);
    let answers = writer.commit_timed(vec![(long_copy(100_000), after(9500))], &Serial).expect("the disk holds");
    assert!(answers[0].is_ok());
    assert_eq!(segments(&disk).len(), 2);
    assert_eq!(report(&disk).verdict(), Verdict::Verified);
}

fn missing_segment(sealed: &Memory, first: &str, second: &str) {
    let only = |file: &str| {
        let mut disk = Memory::default();
        disk.lay(files::SEAL, sealed.files()[files::SEAL].clone());
        disk.lay(file, sealed.files()[file].clone());
        disk
    };
    match start(only(first)) {
        Err(StoreError::ReadOnly(faults)) => assert!(matches!(faults[0].what, FaultKind::Missing { .. }), "{faults:?}"),
        other => panic!("a lost segment was not noticed: {:?}", other.err()),
    }
    match start(only(second)) {
        Err(StoreError::ReadOnly(faults)) => {
            assert_eq!(faults[0].what, FaultKind::FrameSequence);
            assert_eq!(faults[0].place, Some(FilePlace { file: second.to_owned(), offset: 0 }));
        }
        other => panic!("a lost segment was not noticed: {:?}", other.err()),
    }
}
