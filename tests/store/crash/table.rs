//! The recovery table of `docs/format.md`, row by row: what journal and seal say, and what is decided.

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::domain::number::{Sequence, Size};
use protokol::domain::statement::{Body, LogKeyRotated};
use protokol::ledger::envelope::{Envelope, Head};
use protokol::ledger::files::frame::{self, FRAME_HEADER_BYTES, FrameError};
use protokol::ledger::files::seal::{SEAL_BYTES, SLOT_BYTES, Seal, SlotNumber, encode_slot};
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::submission::SubmissionError;
use protokol::store::error::StoreError;
use protokol::store::files;
use protokol::store::journal::JournalReader;
use protokol::store::journal::memory::Memory;
use protokol::store::journal::recover::{Torn, recover};
use protokol::store::writer::Writer;
use protokol::verify::fault::{CheckpointPlace, Fault, FaultKind, FilePlace, Verdict};

use super::{report, tree, turns};
use crate::kit::disk::{self, Shared, commit_one, prepared, start};
use crate::kit::small::{self, ORIGIN, SMALL, after, log_signer, of};

/// A ledger after its last turn, and as it was after the turn before.
struct Ledgers {
    now: Memory,
    before: Memory,
    segment: String,
    /// Offset and length of each frame.
    frames: Vec<(usize, usize)>,
}

fn ledgers() -> Ledgers {
    let disk = Shared::new(prepared(SMALL));
    let mut writer = start(disk.clone()).expect("a ledger");
    let mut before = disk.memory();
    for turn in turns() {
        before = disk.memory();
        writer.commit_timed(turn, &Serial).expect("the disk holds");
    }
    let now = disk.memory();
    let fragments = JournalReader::open(&now).expect("it reads").map(|fragment| fragment.expect("it reads"));
    let frames =
        fragments.map(|fragment| (usize::try_from(fragment.offset).expect("small"), fragment.bytes as usize)).collect();
    Ledgers { segment: files::segment(Sequence(0)), now, before, frames }
}

impl Ledgers {
    fn journal(&self) -> Vec<u8> {
        self.now.files()[&self.segment].clone()
    }

    fn seal(&self) -> Vec<u8> {
        self.now.files()[files::SEAL].clone()
    }

    /// Which half of the seal rules now.
    fn latest(&self) -> SlotNumber {
        Seal::decode(&self.seal()).latest().expect("it is sealed").0
    }

    fn with_journal(&self, bytes: Vec<u8>) -> Memory {
        with(&self.now, &self.segment, bytes)
    }

    fn with_seal(&self, change: impl FnOnce(&mut Vec<u8>)) -> Memory {
        let mut seal = self.seal();
        change(&mut seal);
        with(&self.now, files::SEAL, seal)
    }
}

fn with(memory: &Memory, file: &str, bytes: Vec<u8>) -> Memory {
    let mut memory = memory.clone();
    memory.lay(file, bytes);
    memory
}

fn slot(number: SlotNumber) -> std::ops::Range<usize> {
    let start = usize::try_from(number.offset()).expect("small");
    start..start + SLOT_BYTES
}

fn aside(memory: &Memory) -> Vec<(String, Vec<u8>)> {
    let inside = memory.files().iter().filter(|(name, _)| name.starts_with("aside/"));
    inside.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
}

/// What is decided where a ledger may be written.
#[derive(Debug, Default)]
struct Writes {
    unsealed: u64,
    torn_at: Option<usize>,
    slot_rewritten: bool,
    /// The bytes that are set aside.
    aside: Vec<Vec<u8>>,
}

/// Recovers, starts, and verifies: whatever was found, the ledger is whole and sealed afterwards.
fn assert_writes(name: &str, ledgers: &Ledgers, memory: Memory, expected: &Writes) {
    let disk = Shared::new(memory);
    let recovered = recover(&disk, Serial, None).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(recovered.unsealed, Size(expected.unsealed), "{name}");
    let torn = expected.torn_at.map(|at| Torn { file: ledgers.segment.clone(), offset: at as u64 });
    assert_eq!(recovered.torn, torn, "{name}");
    assert_eq!(!recovered.other_slot_is_whole, expected.slot_rewritten, "{name}");
    let size = recovered.replay.size();
    let writer = Writer::start(disk.clone(), recovered, log_signer()).expect("it may be written");
    assert_eq!(writer.checkpoint().checkpoint().size, size, "{name}: everything whole is sealed");
    assert_eq!(tree(&disk).root_at(size), Ok(writer.checkpoint().checkpoint().root), "{name}");
    let report = report(&disk);
    assert_eq!(report.verdict(), Verdict::Verified, "{name}: {:?}", report.faults);
    let set_aside: Vec<_> = aside(&disk.memory()).into_iter().map(|(_, bytes)| bytes).collect();
    assert_eq!(set_aside, expected.aside, "{name}: what was judged bad is kept");
}

/// Nothing can be written, the place is told, and nothing was touched.
fn assert_read_only(name: &str, memory: Memory, expected: impl Fn(&Fault) -> bool) {
    let disk = Shared::new(memory.clone());
    match start(disk.clone()) {
        Err(StoreError::ReadOnly(faults)) => assert!(faults.iter().any(&expected), "{name}: {faults:?}"),
        Err(other) => panic!("{name}: {other}"),
        Ok(_) => panic!("{name}: it may be written"),
    }
    assert_eq!(disk.memory().files(), memory.files(), "{name}: recovery wrote over what it judged bad");
    assert_ne!(report(&disk).verdict(), Verdict::Verified, "{name}: the verifier says nothing");
}

#[test]
fn the_larger_whole_slot_rules() {
    let ledgers = ledgers();
    let latest = ledgers.latest();
    assert_writes("untouched", &ledgers, ledgers.now.clone(), &Writes::default());
    let both = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut seal = ledgers.seal();
        change(&mut seal);
        seal
    };
    // The slots the other way round: their place means nothing.
    let swapped = both(&|seal| seal.rotate_left(SLOT_BYTES));
    assert_writes("swapped", &ledgers, with(&ledgers.now, files::SEAL, swapped), &Writes::default());
    let never = ledgers.with_seal(|seal| seal[slot(latest.other())].fill(0));
    // Beside a larger checkpoint, zeros were written by something else than a turn.
    let wiped = |memory: &Memory, unsealed| Writes {
        unsealed,
        slot_rewritten: true,
        aside: vec![memory.files()[files::SEAL].clone()],
        ..Writes::default()
    };
    assert_writes("the older slot was wiped", &ledgers, never.clone(), &wiped(&never, 0));
    let unsealed = ledgers.with_seal(|seal| seal[slot(latest)].fill(0));
    assert_writes("the newer slot was wiped", &ledgers, unsealed.clone(), &wiped(&unsealed, 1));
}

#[test]
fn one_torn_slot_leaves_the_other() {
    let ledgers = ledgers();
    let latest = ledgers.latest();
    let torn = |number: SlotNumber, name: &str, tear: &dyn Fn(&mut [u8])| {
        let memory = ledgers.with_seal(|seal| tear(&mut seal[slot(number)]));
        let aside = vec![memory.files()[files::SEAL].clone()];
        let unsealed = u64::from(number == latest);
        let expected = Writes { unsealed, slot_rewritten: true, aside, ..Writes::default() };
        assert_writes(&format!("{name} of {number:?}"), &ledgers, memory, &expected);
    };
    for number in [latest, latest.other()] {
        torn(number, "the beginning", &|slot| slot[..32].fill(0));
        torn(number, "a sector", &|slot| slot[..64].fill(0xFF));
        torn(number, "a bit of the zeros", &|slot| slot[SLOT_BYTES - 1] ^= 1);
        torn(number, "a bit of the root", &|slot| slot[90] ^= 1);
        torn(number, "all of it", &|slot| slot.fill(0xAA));
    }
    // A seal that lost its second half, or a part of it.
    let first_is_newer = with(&ledgers.now, files::SEAL, {
        let mut seal = ledgers.seal();
        if latest == SlotNumber::Second {
            seal.rotate_left(SLOT_BYTES);
        }
        seal
    });
    for length in [SLOT_BYTES, SLOT_BYTES + 1, SEAL_BYTES - 1] {
        let cut = first_is_newer.files()[files::SEAL][..length].to_vec();
        let expected = Writes { slot_rewritten: true, aside: vec![cut.clone()], ..Writes::default() };
        assert_writes(&format!("cut to {length}"), &ledgers, with(&first_is_newer, files::SEAL, cut), &expected);
    }
}

#[test]
fn without_a_whole_slot_nothing_is_written() {
    let ledgers = ledgers();
    let none = |fault: &Fault| fault.what == FaultKind::NoCheckpoint;
    let bad = |change: fn(&mut Vec<u8>)| ledgers.with_seal(change);
    assert_read_only("two torn slots", bad(|seal| seal.chunks_mut(SLOT_BYTES).for_each(|slot| slot[20] ^= 1)), none);
    assert_read_only("zeros", bad(|seal| seal.fill(0)), none);
    assert_read_only("nothing", bad(Vec::clear), none);
    assert_read_only("a line", bad(|seal| *seal = b"PKS1".to_vec()), none);
}

#[test]
fn whole_frames_beyond_the_seal_are_kept_and_sealed() {
    let ledgers = ledgers();
    let behind = with(&ledgers.now, files::SEAL, ledgers.before.files()[files::SEAL].clone());
    assert_writes("one turn", &ledgers, behind, &Writes { unsealed: 1, ..Writes::default() });
    let founding = prepared(SMALL).files()[files::SEAL].clone();
    let far_behind = with(&ledgers.now, files::SEAL, founding);
    let unsealed = 2 + 3 + 2 + 1;
    assert_writes("an evening", &ledgers, far_behind, &Writes { unsealed, ..Writes::default() });
}

#[test]
fn torn_bytes_are_set_aside_and_cut() {
    let ledgers = ledgers();
    let journal = ledgers.journal();
    let end = journal.len();
    let (last, _) = *ledgers.frames.last().expect("there are frames");
    let next = frame::encode(Sequence(500), &[vec![7; 300], vec![8; 40]]);
    let torn = |name: &str, bytes: &[u8]| {
        let memory = ledgers.with_journal([&journal, bytes].concat());
        let expected = Writes { torn_at: Some(end), aside: vec![bytes.to_vec()], ..Writes::default() };
        assert_writes(name, &ledgers, memory, &expected);
    };
    for length in 1..next.len() {
        torn(&format!("{length} bytes"), &next[..length]);
    }
    let mut flipped = next.clone();
    flipped[100] ^= 1;
    torn("a bit", &flipped);
    torn("zeros", &[0; 4096]);
    torn("noise", &[0xA5; 700]);
    // Fragments inside a torn write that happen to be whole frames belong to it.
    let genuine = &journal[last..];
    torn("a torn frame around a whole one", &[&next[..60], genuine, &next[..30]].concat());
    torn("zeros before a whole one", &[&[0; 512], genuine].concat());
    torn("a bad length before a whole one", &[b"PKF1\xff\xff\xff\xff", genuine].concat());

    // Unsealed whole frames first, torn bytes after them: both rules at once.
    let behind = with(&ledgers.now, files::SEAL, ledgers.before.files()[files::SEAL].clone());
    let memory = with(&behind, &ledgers.segment, [&journal, &next[..50]].concat());
    let expected = Writes { unsealed: 1, torn_at: Some(end), aside: vec![next[..50].to_vec()], ..Writes::default() };
    assert_writes("whole, then torn", &ledgers, memory, &expected);

    // The last frame torn, and the seal from before it.
    for length in [1, FRAME_HEADER_BYTES - 1, FRAME_HEADER_BYTES, end - last - 1] {
        let memory = with(&ledgers.before, &ledgers.segment, journal[..last + length].to_vec());
        let aside = vec![journal[last..last + length].to_vec()];
        let expected = Writes { torn_at: Some(last), aside, ..Writes::default() };
        assert_writes(&format!("{length} bytes of the last frame"), &ledgers, memory, &expected);
    }
}

/// What is set aside twice gets two names, and nothing that lies there is written over.
#[test]
fn nothing_that_was_set_aside_is_written_over() {
    let ledgers = ledgers();
    let mut memory = ledgers.now.clone();
    for round in 1..4 {
        let mut journal = memory.files()[&ledgers.segment].clone();
        journal.extend([round; 9]);
        let disk = Shared::new(with(&memory, &ledgers.segment, journal));
        start(disk.clone()).expect("a torn write is set aside");
        memory = disk.memory();
        assert_eq!(aside(&memory).len(), usize::from(round));
    }
    let kept: Vec<_> = aside(&memory).into_iter().map(|(_, bytes)| bytes).collect();
    assert_eq!(kept, [vec![1; 9], vec![2; 9], vec![3; 9]]);
}

#[test]
fn damage_under_the_seal_is_told_with_its_place() {
    let ledgers = ledgers();
    let journal = ledgers.journal();
    for (offset, length) in &ledgers.frames {
        // Every field of the header, and a bit of the payload.
        for at in [0, 4, 7, 8, 16, 20, FRAME_HEADER_BYTES, FRAME_HEADER_BYTES + 2, length / 2, length - 1] {
            for bit in [0, 7] {
                let mut damaged = journal.clone();
                damaged[offset + at] ^= 1 << bit;
                let place = FilePlace { file: ledgers.segment.clone(), offset: *offset as u64 };
                let here = |fault: &Fault| fault.place.as_ref() == Some(&place);
                assert_read_only(&format!("byte {at} of frame {offset}"), ledgers.with_journal(damaged), here);
            }
        }
    }
}

/// A change that comes with a right checksum is found by what the entries themselves say.
#[test]
fn a_changed_entry_under_a_right_checksum_is_found() {
    let ledgers = ledgers();
    let fragments: Vec<_> =
        JournalReader::open(&ledgers.now).expect("it reads").map(|p| p.expect("it reads")).collect();
    for (nth, fragment) in fragments.iter().enumerate() {
        let frame = fragment.frame.as_ref().expect("whole");
        for at in [0, 9, 44, 60, frame.envelopes[0].len() - 1] {
            let mut envelopes = frame.envelopes.clone();
            envelopes[0][at] ^= 1;
            let mut journal = ledgers.journal();
            let from = usize::try_from(fragment.offset).expect("small");
            journal.splice(from..from + frame.bytes, frame::encode(frame.first, &envelopes));
            assert_read_only(&format!("frame {nth}, byte {at}"), ledgers.with_journal(journal), |_| true);
        }
    }
}

#[test]
fn a_journal_shorter_than_the_seal_is_read_only() {
    let ledgers = ledgers();
    let journal = ledgers.journal();
    let sealed = Seal::decode(&ledgers.seal()).latest().expect("it is sealed").1.checkpoint().size;
    for (offset, length) in ledgers.frames.iter().skip(1) {
        let name = format!("cut at {offset}");
        assert_read_only(
            &name,
            ledgers.with_journal(journal[..*offset].to_vec()),
            |fault| matches!(fault.what, FaultKind::Missing { sealed: s, found } if s == sealed && found < sealed),
        );
        let place = Some(FilePlace { file: ledgers.segment.clone(), offset: *offset as u64 });
        assert_read_only(&name, ledgers.with_journal(journal[..offset + length / 2].to_vec()), |fault| {
            fault.place == place && fault.what == FaultKind::Frame(FrameError::Incomplete)
        });
    }
    let mut none = ledgers.now.clone();
    none.lay(&ledgers.segment, Vec::new());
    assert_read_only("an empty journal", none, |fault| matches!(fault.what, FaultKind::Missing { .. }));
    let old_backup = with(&ledgers.before, files::SEAL, ledgers.seal());
    assert_read_only("an old backup of the journal", old_backup, |f| matches!(f.what, FaultKind::Missing { .. }));
}

/// A checkpoint over other things, signed by the log.
fn another(size: Size, signer: &NoteSigner) -> SignedCheckpoint {
    let root = protokol::ledger::tree::node::leaf_hash(b"something else");
    Checkpoint { origin: of(ORIGIN), size, root }.sign(signer).expect("the log's own name")
}

#[test]
fn a_seal_that_the_journal_does_not_give_is_read_only() {
    let ledgers = ledgers();
    let latest = ledgers.latest();
    let now = Seal::decode(&ledgers.seal()).latest().expect("it is sealed").1.checkpoint().size;
    let put = |number: SlotNumber, signed: &SignedCheckpoint| {
        ledgers.with_seal(|seal| seal[slot(number)].copy_from_slice(&encode_slot(signed).expect("it fits")))
    };
    let root = |fault: &Fault| matches!(fault.what, FaultKind::Root { .. });
    assert_read_only("another root", put(latest, &another(now, &log_signer())), root);
    let earlier = Size(now.0 - 3);
    // Signed by this very log, and inconsistent with what it signed since: to write on would destroy the evidence.
    assert_read_only("another root before", put(latest.other(), &another(earlier, &log_signer())), root);
    assert_read_only("another root of this size", put(latest.other(), &another(now, &log_signer())), root);

    let stranger = NoteSigner::new(of(ORIGIN), SecretKey::from_seed(&[9; 32]));
    let right = Checkpoint { origin: of(ORIGIN), size: now, root: tree(&ledgers.now).root() };
    let forged = right.sign(&stranger).expect("the same name");
    let not_the_logs = |number| move |fault: &Fault| fault.what == FaultKind::NotTheLogs(CheckpointPlace::Slot(number));
    assert_read_only("another key", put(latest, &forged), not_the_logs(latest));
    let root_before = tree(&ledgers.now).root_at(earlier).expect("a size it had");
    let forged = Checkpoint { size: earlier, root: root_before, ..right }.sign(&stranger).expect("the same name");
    assert_read_only("another key before", put(latest.other(), &forged), not_the_logs(latest.other()));
    // A larger slot rules, and the journal must give it: the log never forgets what it signed.
    let ahead = put(latest.other(), &another(Size(now.0 + 5), &log_signer()));
    assert_read_only("ahead of the journal", ahead, |fault| matches!(fault.what, FaultKind::Missing { .. }));
}

/// Bytes beyond the seal are looked at as if they came from a stranger, wherever the frames begin and end.
#[test]
fn a_frame_beyond_the_seal_is_verified_whole() {
    let ledgers = ledgers();
    let fragments: Vec<_> =
        JournalReader::open(&ledgers.now).expect("it reads").map(|p| p.expect("it reads")).collect();
    let last = fragments.last().and_then(|fragment| fragment.frame.as_ref().ok()).expect("whole");
    let head = envelope_head(&ledgers.now);
    let unsigned = {
        let body = Body::TurnoutReported(small::turnout(small::paper("round-1", "02.002"), 66));
        let genuine = small::signed(SMALL.ledger(), after(9999), body, &small::quorum("02.002"));
        let mut bytes = genuine.encode();
        *bytes.last_mut().expect("it has signatures") ^= 1;
        head.seal(after(9999), bytes).encode()
    };
    let forged = |fault: &Fault| {
        matches!(fault.what, FaultKind::Submission(SubmissionError::Signature(_))) && fault.place.is_some()
    };
    let journal = ledgers.journal();
    let own = frame::encode(head.size.next(), std::slice::from_ref(&unsigned));
    assert_read_only("a frame of its own", ledgers.with_journal([&journal, &own[..]].concat()), forged);
    // The frame that the seal ends in is made longer: its first envelopes are sealed, its last one is not.
    let from = ledgers.frames.last().expect("there are frames").0;
    let longer = frame::encode(last.first, &[&last.envelopes[..], &[unsigned]].concat());
    assert_read_only("within a sealed frame", ledgers.with_journal([&journal[..from], &longer].concat()), forged);
    // An entry that does not follow is not sealed either.
    let gap = frame::encode(Sequence(head.size.0 + 1), &last.envelopes);
    let sequence = |fault: &Fault| fault.what == FaultKind::FrameSequence && fault.place.is_some();
    assert_read_only("a frame after a gap", ledgers.with_journal([&journal, &gap[..]].concat()), sequence);
    let again = frame::encode(head.size.next(), &last.envelopes);
    assert_read_only("a frame again", ledgers.with_journal([&journal, &again[..]].concat()), |f| f.place.is_some());
}

fn envelope_head(memory: &Memory) -> Head {
    disk::envelopes(memory).iter().fold(Head::START, |head, bytes| {
        let envelope = Envelope::decode(bytes).expect("our own");
        head.after(Envelope::hash(bytes), envelope.arrival)
    })
}

#[test]
fn only_the_logs_key_may_go_on() {
    let ledgers = ledgers();
    let recovered = recover(&ledgers.now, Serial, None).expect("nothing is wrong");
    let stranger = NoteSigner::new(of(ORIGIN), SecretKey::from_seed(&[9; 32]));
    let refused = Writer::start(ledgers.now.clone(), recovered, stranger);
    assert!(matches!(refused, Err(StoreError::NotTheLogKey)));
}

/// A writer has one key. After a change to a key that it does not hold it could only seal what no verifier believes.
#[test]
fn a_log_key_that_the_writer_does_not_hold_is_not_changed_to() {
    let disk = Shared::new(prepared(SMALL));
    let mut writer = start(disk.clone()).expect("a ledger");
    let next = NoteSigner::new(of(ORIGIN), SecretKey::from_seed(&[5; 32]));
    let rotated = Body::LogKeyRotated(LogKeyRotated {
        old: of(&log_signer().verifier().to_string()),
        new: of(&next.verifier().to_string()),
        reason: of("a drill"),
    });
    let mut keys = small::quorum("T");
    keys.extend([SecretKey::demonstration("log:", ORIGIN), SecretKey::from_seed(&[5; 32])]);
    let submission = small::signed(SMALL.ledger(), after(50), rotated, &keys);
    let answer = commit_one(&mut writer, submission, after(50));
    assert_eq!(answer.expect_err("it is refused").code().as_str(), "R38");
    for protocol in SMALL.protocols() {
        commit_one(&mut writer, protocol, after(60)).expect("the evening goes on");
    }
    assert_eq!(report(&disk).verdict(), Verdict::Verified);
    start(disk).expect("it can be written on");
}
