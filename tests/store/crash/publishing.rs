//! A crash at every operation of an evening that is published too: what is published goes on from what was published,
//! and verifies by itself, whatever the machine did.

use std::time::Duration;

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::crypto::vkey::PosixSeconds;
use protokol::domain::number::Size;
use protokol::domain::statement::Body;
use protokol::ledger::files::seal::Seal;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::tile::TILE_WIDTH;
use protokol::store::error::StoreError;
use protokol::store::files;
use protokol::store::journal::memory::Memory;
use protokol::store::writer::{Unpublished, Writer};
use protokol::verify::fault::Verdict;
use protokol::verify::inspection::Inspected;
use protokol::verify::published::{self, Published};

use super::{FAULTS, FLAVOURS, assert_never_a_fork, tree};
use crate::kit::disk::{Shared, prepared, start};
use crate::kit::small::{self, SMALL, after, quorum};

/// What a web server would hand out.
struct Served<'m>(&'m Memory);

impl Published for Served<'_> {
    type Error = std::convert::Infallible;

    fn read(&self, file: &str, _: usize) -> Result<Option<Vec<u8>>, Self::Error> {
        Ok(self.0.files().get(&format!("{}/{file}", files::PUBLISHED)).cloned())
    }
}

fn inspected(memory: &Memory) -> Inspected {
    published::inspect(&Served(memory), Serial, &Default::default(), &mut |_| {}).unwrap_or_else(|never| match never {})
}

fn served(memory: &Memory) -> Option<SignedCheckpoint> {
    published::checkpoint(&Served(memory)).unwrap_or_else(|never| match never {}).ok()
}

/// A report that was not handed in before.
fn report(number: u32) -> SignedStatement {
    let body = Body::TurnoutReported(small::turnout(small::paper("round-1", "01.001"), number));
    small::signed(SMALL.ledger(), after(900 + u64::from(number)), body, &quorum("01.001"))
}

/// Three turns across the end of a bundle.
const TURNS: [std::ops::Range<u32>; 3] = [1000..1002, 1002..1007, 1007..1008];

/// A ledger that lacks four events to a full bundle, published.
fn base() -> Memory {
    let disk = Shared::new(prepared(SMALL));
    let mut writer = start(disk.clone()).expect("a ledger");
    writer.publish();
    let lacking = TILE_WIDTH - 4 - writer.checkpoint().checkpoint().size.0;
    let reports = (0..u32::try_from(lacking).expect("a few hundred")).map(report).collect();
    for answer in writer.commit(reports, after(2000), &Serial).expect("the disk holds") {
        answer.expect("an admissible report");
    }
    assert_eq!(writer.unpublished(), None);
    disk.memory()
}

/// After which turns what is sealed is published: after each, and as under load.
const RHYTHMS: [&[usize]; 2] = [&[1, 2, 3], &[2, 3]];

/// Plays the turns until the disk fails; gives how many were acknowledged.
fn play(disk: &Shared, rhythm: &[usize]) -> usize {
    let Ok(mut writer) = start(disk.clone()) else { return 0 };
    writer.publish();
    let mut acknowledged = 0;
    for turn in TURNS {
        if answered(&mut writer, turn).is_err() {
            return acknowledged;
        }
        acknowledged += 1;
        if rhythm.contains(&acknowledged) {
            writer.catch_up();
        }
    }
    acknowledged
}

/// A turn that is answered, and not published yet.
fn answered(writer: &mut Writer<Shared>, reports: std::ops::Range<u32>) -> Result<(), StoreError> {
    let timed: Vec<_> = reports.map(|number| (report(number), after(3000))).collect();
    let checked = writer.known_keys().check_timed(&timed, &Serial);
    for answer in writer.turn_checked(checked)? {
        answer.expect("an admissible report");
    }
    Ok(())
}

#[test]
fn what_is_published_goes_on_wherever_the_machine_stops() {
    RHYTHMS.into_iter().for_each(goes_on_wherever_the_machine_stops);
}

fn goes_on_wherever_the_machine_stops(rhythm: &[usize]) {
    let base = base();
    let whole = Shared::new(base.clone());
    assert_eq!(play(&whole, rhythm), TURNS.len());
    let operations = whole.lock().memory.operations() - base.operations();
    let end = served(&whole.memory()).expect("it is published");
    assert!(end.checkpoint().size > Size(TILE_WIDTH));
    for at in 0..operations {
        for (fault, keeps) in FAULTS.into_iter().flat_map(|fault| FLAVOURS.map(|keeps| (fault, keeps))) {
            let context = format!("operation {at}, {fault:?}, {keeps:?}");
            let disk = Shared::new(base.clone());
            disk.lock().memory.fail_at(at, fault);
            let acknowledged = play(&disk, rhythm);
            let before = disk.lock().memory.after_crash(keeps);
            let seen = served(&before).unwrap_or_else(|| panic!("{context}: nothing is published any more"));
            // What a reader finds at that moment is whole already.
            let found = inspected(&before).report;
            assert_eq!(found.verdict(), Verdict::Verified, "{context}: {:?}", found.faults);

            let again = Shared::new(before);
            again.lock().signed.clone_from(&disk.lock().signed);
            again.lock().signed.push(seen);
            let mut writer = start(again.clone()).unwrap_or_else(|error| panic!("{context}: {error}"));
            writer.publish();
            assert_eq!(writer.unpublished(), None, "{context}");
            for number in TURNS.into_iter().take(acknowledged).flatten() {
                assert!(writer.admitted(&report(number)).is_some(), "{context}: report {number} is missing");
            }
            for turn in TURNS {
                writer.commit(turn.map(report).collect(), after(3000), &Serial).expect("the disk holds now");
            }
            let after = again.memory();
            let published = inspected(&after);
            assert_eq!(published.report.verdict(), Verdict::Verified, "{context}: {:?}", published.report.faults);
            assert_eq!(published.report.checkpoint.as_ref(), Some(end.checkpoint()), "{context}");
            let partials = after.files().keys().filter(|name| name.contains("000.p/")).count();
            assert_eq!(partials, 1, "{context}: only the first level above still has partial tiles there");
            assert_never_a_fork(&tree(&again), &again.lock().signed, &context);
        }
    }
    assert!(operations > 20, "publishing writes: {operations}");
}

/// A tile that stands with other bytes is never written over: it is told, and the ledger goes on.
#[test]
fn a_published_tile_is_never_rewritten() {
    let mut memory = base();
    let whole = Shared::new(memory.clone());
    play(&whole, RHYTHMS[0]);
    let bundle = format!("{}/tile/entries/000", files::PUBLISHED);
    assert!(whole.memory().files().contains_key(&bundle));
    memory.lay(&bundle, b"other bytes".to_vec());
    let disk = Shared::new(memory);
    let mut writer = start(disk.clone()).expect("the ledger itself is sound");
    writer.publish();
    let answers = writer.commit((1000..1010).map(report).collect(), after(3000), &Serial).expect("the disk holds");
    assert!(answers.iter().all(Result::is_ok));
    assert!(matches!(writer.unpublished(), Some(Unpublished::Failed(why)) if why.contains("tile/entries/000")));
    assert_eq!(disk.memory().files()[&bundle], b"other bytes");
    assert_eq!(
        served(&disk.memory()).expect("it stands").checkpoint().size,
        Size(TILE_WIDTH - 4),
        "it points to what stands"
    );
}

/// What was published is compared when a writer starts: ahead of the journal, or beside it, nothing is signed.
#[test]
fn a_backup_is_not_written_on_when_more_was_published() {
    let base = base();
    let disk = Shared::new(base.clone());
    play(&disk, RHYTHMS[0]);
    let later = disk.memory().files()[&format!("{}/checkpoint", files::PUBLISHED)].clone();
    // An old backup of the ledger, beside the newest published folder.
    let mut restored = base;
    restored.lay(&format!("{}/checkpoint", files::PUBLISHED), later);
    let refused = start(Shared::new(restored)).expect_err("the log has signed more than this");
    assert_eq!(codes(&refused), ["V2"], "{refused}");

    // Two writers on copies of one ledger and one key: the second meets what the first has published.
    let fork = Shared::new(disk_of(2000..2002));
    let mut other = fork.memory();
    other.lay(&format!("{}/checkpoint", files::PUBLISHED), published_by(2002..2004));
    let refused = start(Shared::new(other)).expect_err("the log has two histories");
    assert_eq!(codes(&refused), ["V7"], "{refused}");
}

fn codes(refused: &StoreError) -> Vec<&'static str> {
    let StoreError::ReadOnly(faults) = refused else { return Vec::new() };
    faults.iter().map(|fault| fault.code().as_str()).collect()
}

fn disk_of(reports: std::ops::Range<u32>) -> Memory {
    let disk = Shared::new(prepared(SMALL));
    let mut writer = start(disk.clone()).expect("a ledger");
    writer.publish();
    writer.commit(reports.map(report).collect(), after(3000), &Serial).expect("the disk holds");
    disk.memory()
}

fn published_by(reports: std::ops::Range<u32>) -> Vec<u8> {
    disk_of(reports).files()[&format!("{}/checkpoint", files::PUBLISHED)].clone()
}

/// Somebody else's bytes in the place of the checkpoint are kept aside, and the folder is put right.
#[test]
fn an_unreadable_checkpoint_is_set_aside() {
    let mut memory = base();
    let place = format!("{}/checkpoint", files::PUBLISHED);
    memory.lay(&place, b"not a note\n".to_vec());
    let disk = Shared::new(memory);
    let mut writer = start(disk.clone()).expect("the ledger itself is sound");
    writer.publish();
    assert_eq!(writer.unpublished(), None);
    let after = disk.memory();
    assert_eq!(inspected(&after).report.verdict(), Verdict::Verified);
    let aside = after.files().iter().filter(|(name, _)| name.starts_with(files::QUARANTINE)).map(|(_, bytes)| bytes);
    assert_eq!(aside.collect::<Vec<_>>(), [b"not a note\n"]);
}

/// An earlier paper can no longer be read for its answer: what came in beside it is published all the same, and the next turn after
/// it.
#[test]
fn what_came_in_beside_an_answer_that_cannot_be_read_is_published() {
    let disk = Shared::new(base());
    let mut writer = start(disk.clone()).expect("a ledger");
    writer.publish();
    let before = report(0).encode();
    let place = |memory: &Memory| {
        let holds = |(file, bytes): (&String, &Vec<u8>)| {
            let at = bytes.windows(before.len()).position(|window| window == before)?;
            file.starts_with(files::JOURNAL).then(|| (file.clone(), at))
        };
        memory.files().iter().find_map(holds).expect("it is in the journal")
    };
    let (segment, at) = place(&disk.memory());
    let flip = || {
        let mut bytes = disk.memory().files()[&segment].clone();
        bytes[at] ^= 1;
        disk.lock().memory.lay(&segment, bytes);
    };
    flip();
    let answers = writer.commit(vec![report(0), report(1000)], after(3000), &Serial);
    assert!(answers.is_err(), "{answers:?}");
    flip();
    assert!(!writer.is_poisoned());
    for answer in writer.commit(vec![report(1001)], after(3001), &Serial).expect("the disk holds") {
        answer.expect("an admissible report");
    }
    assert_eq!(writer.unpublished(), None);
    let (memory, size) = (disk.memory(), writer.checkpoint().checkpoint().size);
    assert_eq!(served(&memory).map(|signed| signed.checkpoint().size), Some(size));
    let report = inspected(&memory).report;
    assert_eq!(report.verdict(), Verdict::Verified, "{:?}", report.faults);
}

/// A turn is answered before it is published: until then what stood before stands, whatever witnesses say of the newer one, and what
/// they said comes with it.
#[test]
fn what_is_answered_is_published_behind_the_answer() {
    let disk = Shared::new(base());
    let mut writer = start(disk.clone()).expect("a ledger");
    writer.publish();
    assert_eq!(writer.catches_up_in(), None);
    let before = served(&disk.memory()).expect("it is published");
    answered(&mut writer, TURNS[0].clone()).expect("the disk holds");
    assert_eq!(writer.catches_up_in(), Some(Duration::ZERO), "after a rest it is published at once");

    let witness = NoteSigner::new(small::of("witness.example"), SecretKey::demonstration("witness:", "one"));
    let mut cosigned = writer.checkpoint().clone();
    let line = cosigned.cosign(&witness, PosixSeconds::try_from(1_700_000_000).expect("a time"));
    cosigned.add_cosignature(line, witness.verifier()).expect("its own");
    writer.cosigned(&cosigned);
    assert_eq!(served(&disk.memory()), Some(before), "its tiles are not there yet");

    writer.catch_up();
    assert_eq!((writer.unpublished(), writer.catches_up_in()), (None, None));
    assert_eq!(served(&disk.memory()).as_ref(), Some(&cosigned));
    assert_eq!(inspected(&disk.memory()).report.verdict(), Verdict::Verified);
    answered(&mut writer, TURNS[1].clone()).expect("the disk holds");
    assert!(writer.catches_up_in().is_some(), "whatever is behind catches up in a while");
}

/// A turn that fails ends the writer, and readers are answered on: what was answered before it is published all the same.
#[test]
fn what_was_answered_before_a_turn_that_fails_is_published() {
    let disk = Shared::new(base());
    let mut writer = start(disk.clone()).expect("a ledger");
    writer.publish();
    answered(&mut writer, TURNS[0].clone()).expect("the disk holds");
    let sealed = writer.checkpoint().clone();
    // A byte that is not its own: this writer takes nothing any more.
    let (segment, mut bytes) = journal(&disk.memory());
    bytes.push(0);
    disk.lock().memory.lay(&segment, bytes);
    let failed = answered(&mut writer, TURNS[1].clone());
    assert!(matches!(failed, Err(StoreError::NotAsLeft(_))), "{failed:?}");
    assert!(writer.is_poisoned());
    assert_eq!(served(&disk.memory()), Some(sealed));
    assert_eq!((writer.unpublished(), writer.catches_up_in()), (None, None));
    let found = inspected(&disk.memory()).report;
    assert_eq!(found.verdict(), Verdict::Verified, "{:?}", found.faults);
}

fn journal(memory: &Memory) -> (String, Vec<u8>) {
    let last = memory.files().iter().rfind(|(file, _)| file.starts_with(files::JOURNAL));
    last.map(|(file, bytes)| (file.clone(), bytes.clone())).expect("a journal")
}

/// Whoever slept while another went on publishes nothing when it wakes: what it has is older than what stands there.
#[test]
fn whoever_was_overtaken_publishes_nothing() {
    let disk = Shared::new(base());
    let mut writer = start(disk.clone()).expect("a ledger");
    writer.publish();
    answered(&mut writer, TURNS[0].clone()).expect("the disk holds");
    let before = served(&disk.memory());
    disk.lock().memory.lay(files::SEAL, vec![0; 8192]);
    writer.catch_up();
    assert_eq!(served(&disk.memory()), before);
    assert!(matches!(writer.unpublished(), Some(Unpublished::Failed(_))));
    assert_eq!(writer.catches_up_in(), None);
}

/// Whatever is put in the place of the seal, a writer that finds it seals nothing more: before its first turn, and behind one.
#[test]
fn a_seal_that_is_not_as_left_ends_the_writer() {
    let first = base().files()[files::SEAL].clone();
    for turns in 0..2 {
        let sealed = || {
            let disk = Shared::new(base());
            let mut writer = start(disk.clone()).expect("a ledger");
            TURNS[..turns].iter().for_each(|turn| answered(&mut writer, turn.clone()).expect("the disk holds"));
            (disk, writer)
        };
        let left = sealed().0.memory().files()[files::SEAL].clone();
        let ruling = |seal: &[u8]| Seal::decode(seal).latest().map(|(_, signed)| signed.clone());
        let halves = [left[..4096].to_vec(), [&[0; 4096], &left[4096..]].concat()];
        let others = halves.into_iter().chain([Vec::new(), vec![0; 8192], first.clone()]);
        for other in others.filter(|other| ruling(other) != ruling(&left)) {
            let (disk, mut writer) = sealed();
            disk.lock().memory.lay(files::SEAL, other.clone());
            let failed = answered(&mut writer, TURNS[2].clone());
            assert!(
                matches!(failed, Err(StoreError::NotAsLeft(_))),
                "after {turns}, {} bytes: {failed:?}",
                other.len()
            );
            assert!(writer.is_poisoned());
            assert_eq!(disk.memory().files()[files::SEAL], other, "it is left for whoever looks");
        }
    }
}
