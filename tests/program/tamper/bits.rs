//! Every bit: whatever single bit of a ledger changes, the verifier says so, and says where.

use std::collections::BTreeMap;
use std::panic::catch_unwind;
use std::path::Path;
use std::thread;

use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::domain::number::Size;
use protokol::intake::folder::ElectionFolder;
use protokol::intake::toml::manifest::render_manifest;
use protokol::ledger::files::seal::{SLOT_BYTES, Seal, SlotNumber};
use protokol::rehearsal::{Planned, Script};
use protokol::store::founding::{Founding, found_on};
use protokol::store::journal::memory::Memory;
use protokol::store::journal::recover::recover;
use protokol::store::journal::walk::{Step, Walk};
use protokol::store::writer::Writer;
use protokol::verify::fault::Verdict;

use super::forge::{disk, frames, journal, seal};
use super::story::*;
use super::telling::*;

/// Each frame's bits in the ledger of which it was the last frame: that is a whole, sealed ledger too, and the fewer
/// events there are to verify, the faster. Every bit stops the walk, on which verifier and writer go, where the frame begins; a
/// bit of every byte is told by the whole verification.
#[test]
fn every_bit_of_the_journal() {
    let mut story = Story::founded(1);
    let mut ledgers = vec![story.disk()];
    story.watch(|disk| ledgers.push(disk));
    let mut trials = Vec::new();
    for (at, ledger) in ledgers.iter().enumerate() {
        assert_eq!((report(ledger).verdict(), frames(ledger).len()), (Verified, at + 1));
        let (from, to) = (*frames(ledger).last().expect("frames"), journal(ledger).len());
        trials.extend((from * 8..to * 8).map(|bit| (at, bit)));
    }
    assert_eq!(trials.len(), journal(&story.disk()).len() * 8, "every bit once");
    let offsets: Vec<_> = ledgers.iter().map(|ledger| *frames(ledger).last().expect("frames")).collect();
    everywhere(trials, |(at, bit)| {
        let damaged = disk(flipped(journal(&ledgers[at]), bit), seal(&ledgers[at]));
        let what = format!("bit {bit} of frame {at}");
        assert_eq!(stopped(&damaged), Some(offsets[at] as u64), "{what}");
        if bit % 8 == bit / 8 % 8 {
            assert_found(&damaged, &what);
        }
    });
}

/// A bit of each byte in the whole ledger, with everything that follows.
#[test]
fn a_bit_of_every_byte_of_the_whole_journal() {
    let ledger = Story::whole(1).disk();
    everywhere((0..journal(&ledger).len()).step_by(3).collect(), |at| {
        let bit = at * 8 + at % 8;
        assert_found(&disk(flipped(journal(&ledger), bit), seal(&ledger)), &format!("bit {bit}"));
    });
}

/// Every bit of a slot makes it none. What is written in it, and some of the zeros after it, are told by the whole
/// verification.
#[test]
fn every_bit_of_the_seal() {
    let mut story = Story::founded(1);
    let founded = story.disk();
    story.say(vec![(candidate(1), story.quorum_of("C"))]);
    let ledger = story.disk();
    let slots = [SlotNumber::First, SlotNumber::Second];
    let written =
        seal(&ledger).chunks(SLOT_BYTES).map(|slot| slot.iter().rposition(|byte| *byte != 0)).collect::<Vec<_>>();
    everywhere((0..seal(&ledger).len() * 8).collect(), |bit| {
        let damaged = flipped(seal(&ledger), bit);
        let (slot, byte) = (bit / 8 / SLOT_BYTES, bit / 8 % SLOT_BYTES);
        assert_eq!(Seal::decode(&damaged).damaged(), [slots[slot]], "bit {bit}");
        if Some(byte) <= written[slot] || bit % 61 == 0 {
            assert_found(&disk(journal(&ledger), damaged), &format!("bit {bit}"));
        }
    });
    // And of a slot that was never written.
    everywhere((0..seal(&founded).len() * 8).step_by(61).collect(), |bit| {
        assert_found(&disk(journal(&founded), flipped(seal(&founded), bit)), &format!("bit {bit}"));
    });
}

/// Four constituencies of a real election under its real quorums. Ten bits at a time, far from each other: each damage
/// is told with its own frame's place, whatever else is damaged.
#[test]
fn bits_of_a_rehearsed_election() {
    const AT_A_TIME: usize = 10;
    let ledger = rehearsed("georgia-2016", |unit| unit == "GE" || ("01".."05").contains(&unit));
    assert_told(&report(&ledger), Verified, &[]);
    let (offsets, length) = (frames(&ledger), journal(&ledger).len());
    println!("{length} bytes in {} frames", offsets.len());
    assert!(offsets.len() > 4 * AT_A_TIME);
    let trials = (0..32).map(|seed| (seed, Random(seed * 0x9E37_79B9 + 1))).collect();
    everywhere(trials, |(seed, mut random): (u64, Random)| {
        let mut bytes = journal(&ledger);
        let mut places = Vec::new();
        while places.len() < AT_A_TIME {
            let bit = random.below(length * 8);
            let frame = offsets.partition_point(|offset| *offset <= bit / 8) - 1;
            // Neighbours would be told as one damage where the first one's length is lost.
            if places.iter().all(|place: &usize| place.abs_diff(frame) > 1) {
                bytes = flipped(bytes, bit);
                places.push(frame);
            }
        }
        let report = report(&disk(bytes, seal(&ledger)));
        assert_eq!(report.verdict(), Failed, "seed {seed}");
        for frame in places {
            let told = told(&report);
            assert!(told.contains(&format!("V1 +{}", offsets[frame])), "seed {seed}, frame {frame}: {told:?}");
        }
    });
}

/// Where the walk over a journal meets what is no whole frame.
fn stopped(ledger: &Memory) -> Option<u64> {
    let sealed = Seal::decode(&seal(ledger)).latest().map(|(_, signed)| signed.checkpoint().size);
    let mut walk = Walk::begin(ledger, sealed).expect("memory does not fail").map(|step| step.expect("nor here"));
    walk.find(|(_, step)| !matches!(step, Step::Frame(_))).map(|(span, _)| span.offset)
}

#[track_caller]
fn assert_found(damaged: &Memory, what: &str) {
    let report = catch_unwind(|| report(damaged)).unwrap_or_else(|_| panic!("{what}: a panic"));
    assert_ne!(report.verdict(), Verdict::Verified, "{what}");
    assert!(report.faults.iter().any(has_a_place), "{what}: {:?}", told(&report));
}

fn flipped(mut bytes: Vec<u8>, bit: usize) -> Vec<u8> {
    bytes[bit / 8] ^= 1 << (bit % 8);
    bytes
}

/// Every trial, on all cores.
fn everywhere<T: Send>(trials: Vec<T>, act: impl Fn(T) + Sync) {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut hands: Vec<Vec<T>> = (0..cores).map(|_| Vec::new()).collect();
    trials.into_iter().zip((0..cores).cycle()).for_each(|(trial, hand)| hands[hand].push(trial));
    thread::scope(|scope| {
        let act = &act;
        hands.into_iter().for_each(|hand| drop(scope.spawn(move || hand.into_iter().for_each(act))));
    });
}

/// An election's folder, of which only some units are read, rehearsed in turns of eight.
fn rehearsed(election: &str, takes: impl Fn(&str) -> bool) -> Memory {
    let folder = ElectionFolder::read(&files(election, takes)).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let script = Script::new(&folder, &Serial);
    let founding = script.founding().expect("a founding act");
    let act = script.sign(&founding).expect("a short one");
    let signer = || NoteSigner::new(script.origin().parse().expect("a key name"), script.log_key());
    let mut disk = Memory::default();
    let manifest = render_manifest(script.manifest(), script.origin());
    let founding = Founding {
        submission: &act,
        clock: founding.clock,
        signer: &signer(),
        manifest: &manifest,
        rehearsal_key: None,
    };
    found_on(&mut disk, &founding).expect("an admissible founding act");
    let recovered = recover(&disk, Serial, None).expect("a whole ledger");
    let ledger = recovered.replay.head().hash.into();
    let mut writer = Writer::start(disk, recovered, signer()).expect("the log's key");
    let mut start = Size(1);
    for phase in script.phases() {
        let planned: Vec<_> = script.plan(&phase, ledger, start).all(writer.model()).collect();
        for turn in planned.chunks(8) {
            let sign = |planned: &Planned| (script.sign(planned).expect("a short one"), planned.clock);
            let answers = writer.commit_timed(turn.iter().map(sign).collect(), &Serial).expect("a disk that works");
            answers.into_iter().for_each(|answer| drop(answer.expect("an admissible statement")));
        }
        start = Size(start.0 + planned.len() as u64);
    }
    writer.disk().clone()
}

/// The files of an election, with only the rows of some units.
fn files(election: &str, takes: impl Fn(&str) -> bool) -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/elections").join(election);
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file of the election");
    let some = |name: &str, column: usize| {
        let text = read(name);
        let (head, rows) = text.split_once('\n').expect("a table");
        let kept = rows.split_inclusive('\n').filter(|row| row.split(',').nth(column).is_some_and(&takes));
        (name.to_owned(), format!("{head}\n{}", kept.collect::<String>()).into_bytes())
    };
    let whole = |name: &str| (name.to_owned(), read(name).into_bytes());
    let tables = [some("units.csv", 0), some("protocols.csv", 1), some("copies.csv", 1)];
    [whole("manifest.toml"), whole("candidates.csv")].into_iter().chain(tables).collect()
}

/// Numbers that look drawn by chance, the same in every run (xorshift64).
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("below a usize")
    }
}
