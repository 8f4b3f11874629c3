//! A witness's state: bound to its key, never behind its mark, whole after every crash, with its evidence.

use std::fs;

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::vkey::{KeyKind, VerifierKey};
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::note::witness::{AddCheckpoint, WitnessRefusal};
use protokol::store::error::StoreError;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::memory::{Fault, Memory, Unsynced};
use protokol::store::witness::{
    CosignAnswer, EVIDENCE_MAX, EvidenceKeeping, HeldState, WitnessState, WitnessStateError, mark_of, origin_hash,
};

use super::disk::Shared;
use super::{ORIGIN, history, log, request, signed_of, signer, time, tree, witness};

const MARK: &str = "witness.key.mark";

type State = WitnessState<Shared>;

fn open(disk: &Shared) -> Result<State, WitnessStateError> {
    WitnessState::on(disk.clone(), disk.clone(), MARK, witness(1))
}

fn opened(disk: &Shared) -> State {
    open(disk).unwrap_or_else(|error| panic!("{error}"))
}

fn logs() -> Vec<VerifierKey> {
    vec![log().verifier().clone(), other_log().verifier().clone()]
}

fn other_log() -> NoteSigner {
    signer("other.example/log", 8)
}

/// A first checkpoint of the second log.
fn of_other_log(size: u64) -> AddCheckpoint {
    let checkpoint = Checkpoint {
        origin: "other.example/log".parse().expect("an origin"),
        size: Size(size),
        root: tree(size).root(),
    };
    AddCheckpoint::new(Size(0), Vec::new(), checkpoint.sign(&other_log()).expect("its own name")).expect("short")
}

fn add(state: &State, request: &AddCheckpoint) -> Result<CosignAnswer, WitnessStateError> {
    state.add(&logs(), request, time(1_800_000_000))
}

fn cosigned(state: &State, request: &AddCheckpoint) {
    let answer = add(state, request).expect("the disk holds");
    assert!(matches!(answer, CosignAnswer::Cosigned(_)), "{answer:?}");
}

fn refused(state: &State, request: &AddCheckpoint) -> (WitnessRefusal, Option<EvidenceKeeping>) {
    match add(state, request).expect("the disk holds") {
        CosignAnswer::Refused(refusal, evidence) => (refusal, evidence),
        CosignAnswer::Cosigned(line) => panic!("{line}"),
    }
}

fn last(state: &State) -> Option<SignedCheckpoint> {
    state.last(&ORIGIN.parse().expect("an origin"))
}

fn log_file() -> String {
    format!("logs/{}", origin_hash(&ORIGIN.parse().expect("an origin")))
}

#[test]
fn what_was_cosigned_is_there_after_a_restart() {
    let (disk, tree) = (Shared::default(), tree(9));
    let state = opened(&disk);
    assert_eq!(last(&state), None);
    cosigned(&state, &request(&tree, 0, 3));
    cosigned(&state, &request(&tree, 3, 5));
    let kept = last(&state).expect("it was cosigned");
    assert_eq!(kept.verify(log().verifier()).expect("the log's own").size, Size(5));
    assert_eq!(kept.cosigned_by(witness(1).verifier()), Ok(Some(time(1_800_000_000))));
    drop(state);
    let again = opened(&disk);
    assert_eq!(last(&again), Some(kept));
    let (refusal, _) = refused(&again, &request(&tree, 3, 6));
    assert_eq!(refusal, WitnessRefusal::OtherSize { old: Size(3), stored: Size(5) });
    cosigned(&again, &request(&tree, 5, 6));
}

#[test]
fn the_files_are_as_they_are_drawn() {
    let disk = Shared::default();
    cosigned(&opened(&disk), &request(&tree(9), 0, 3));
    let key = witness(1).verifier().spelled(KeyKind::Cosigner);
    assert_eq!(disk.text("witness.vkey"), format!("{key}\n"));
    let kept = disk.text(&log_file());
    assert!(kept.starts_with(&format!("cosignature 1\n\n{ORIGIN}\n3\n")), "{kept}");
    let hash = origin_hash(&ORIGIN.parse().expect("an origin"));
    let root = protokol::crypto::base64::encode(&tree(3).root().0);
    assert_eq!(disk.text(MARK), format!("{key}\n1 {hash} 3 {root}\n"));
}

#[test]
fn a_state_is_bound_to_its_key_and_its_name() {
    let disk = Shared::default();
    cosigned(&opened(&disk), &request(&tree(9), 0, 3));
    for other in [signer("witness.example/w1", 102), signer("witness.example/else", 101)] {
        let refused = WitnessState::on(disk.clone(), disk.clone(), MARK, other).expect_err("another witness");
        assert!(matches!(refused, WitnessStateError::OtherWitness { .. }), "{refused}");
    }
    let mut nameless = Memory::default();
    for file in disk.list("logs").expect("it lists").into_iter().chain([MARK.to_owned()]) {
        nameless.lay(&file, disk.read(&file).expect("it is there"));
    }
    let refused = open(&Shared::new(nameless)).expect_err("nobody knows whose it was");
    assert!(matches!(refused, WitnessStateError::Damaged { .. }), "{refused}");
    let unused = Shared::default();
    drop(opened(&unused));
    for other in [signer("witness.example/w1", 102), signer("witness.example/else", 101)] {
        let refused = WitnessState::on(unused.clone(), unused.clone(), MARK, other).expect_err("another witness");
        assert!(matches!(refused, WitnessStateError::OtherWitness { .. }), "{refused}");
    }
    // A second state under the key that another name has used: one key serves one witness.
    let second = WitnessState::on(Shared::default(), unused, MARK, signer("witness.example/else", 101));
    assert!(matches!(second.expect_err("the mark says so"), WitnessStateError::OtherWitness { .. }));
}

/// The story: the state's folder is restored from a backup, and the witness would cosign a second history.
#[test]
fn an_older_copy_of_the_state_is_refused() {
    let (disk, tree) = (Shared::default(), tree(20));
    let state = opened(&disk);
    cosigned(&state, &request(&tree, 0, 3));
    cosigned(&state, &of_other_log(4));
    let backup = disk.copy();
    for size in 3..8 {
        cosigned(&state, &request(&tree, size, size + 1));
    }
    drop(state);
    let mut restored = disk.copy();
    restored.lay(&log_file(), backup.read(&log_file()).expect("it was there"));
    let refused = open(&Shared::new(restored)).expect_err("an older copy");
    assert!(matches!(refused, WitnessStateError::Older(_)), "{refused}");

    // Without any state at all, and with the other log's alone.
    let mut emptied = Memory::default();
    emptied.lay(MARK, disk.read(MARK).expect("it is there"));
    assert!(matches!(open(&Shared::new(emptied.clone())), Err(WitnessStateError::Older(_))));
    for file in disk.list("logs").expect("it lists").into_iter().filter(|file| *file != log_file()) {
        emptied.lay(&file, disk.read(&file).expect("it is there"));
        emptied.lay("witness.vkey", disk.read("witness.vkey").expect("it is there"));
    }
    assert!(matches!(open(&Shared::new(emptied)), Err(WitnessStateError::Older(_))));
}

#[test]
fn a_state_without_its_mark_or_with_an_older_one_is_refused() {
    let (disk, tree) = (Shared::default(), tree(20));
    let state = opened(&disk);
    let unused = disk.copy();
    cosigned(&state, &request(&tree, 0, 3));
    let marks: Vec<_> = (3..8)
        .map(|size| {
            let mark = disk.read(MARK).expect("it is there");
            cosigned(&state, &request(&tree, size, size + 1));
            mark
        })
        .collect();
    drop(state);
    let with = |mark: Vec<u8>| {
        let mut copy = disk.copy();
        copy.lay(MARK, mark);
        Shared::new(copy)
    };
    let (one_behind, older) = marks.split_last().expect("five of them");
    assert!(open(&with(one_behind.clone())).is_ok(), "a crash between the two writes leaves this");
    for mark in older.iter().cloned().chain([unused.read(MARK).expect("it is there")]) {
        let refused = open(&with(mark)).expect_err("an older mark");
        assert!(matches!(refused, WitnessStateError::Newer(_)), "{refused}");
    }
    let mut unmarked = Memory::default();
    for file in [log_file(), "witness.vkey".to_owned()] {
        unmarked.lay(&file, disk.read(&file).expect("it is there"));
    }
    assert!(matches!(open(&Shared::new(unmarked)), Err(WitnessStateError::Unmarked(_))));
}

/// The state of a second machine with the same key, of another history of the same log, under this machine's mark.
#[test]
fn a_state_with_another_history_is_refused() {
    let (disk, second) = (Shared::default(), Shared::default());
    for (disk, tree) in [(&disk, tree(9)), (&second, history("somebody else", 0, 9))] {
        let state = opened(disk);
        cosigned(&state, &request(&tree, 0, 3));
        cosigned(&state, &request(&tree, 3, 5));
    }
    let mut mixed = second.copy();
    mixed.lay(MARK, disk.read(MARK).expect("it is there"));
    assert!(matches!(open(&Shared::new(mixed)), Err(WitnessStateError::Older(_))));
}

#[test]
fn damaged_files_are_told() {
    let disk = Shared::default();
    cosigned(&opened(&disk), &request(&tree(9), 0, 3));
    let damaged = |file: &str, bytes: Vec<u8>| {
        let mut copy = disk.copy();
        copy.lay(file, bytes);
        open(&Shared::new(copy)).err()
    };
    let kept = disk.read(&log_file()).expect("it is there");
    let own_line = disk.text(&log_file()).rfind("witness.example").expect("its line");
    let text_ends = disk.text(&log_file()).find("\n— ").expect("signature lines");
    for place in (0..text_ends).chain(own_line..kept.len()) {
        let mut flipped = kept.clone();
        flipped[place] ^= 1;
        let number = 12; // another number of cosignature is either ahead of the mark by one, or not this mark's
        let error = damaged(&log_file(), flipped);
        assert!(error.is_some() || place == number, "byte {place}: {error:?}");
    }
    let mark = disk.read(MARK).expect("it is there");
    for place in 0..mark.len() {
        let mut flipped = mark.clone();
        flipped[place] ^= 1;
        let is_number = mark[place] == b'1' && flipped[place] == b'0'; // no cosignature was given: the state is one ahead
        assert!(damaged(MARK, flipped).is_some() || is_number, "byte {place}");
    }
    for cut in 0..mark.len() {
        let error = damaged(MARK, mark[..cut].to_vec());
        let is_unused = mark[..cut].ends_with(b"\n"); // one line alone: the state is one ahead
        assert!(error.is_some() || is_unused, "{cut} bytes");
    }
    let stray = damaged("logs/stray", kept).expect("two files of one log");
    assert!(matches!(stray, WitnessStateError::Damaged { .. }), "{stray}");
    assert!(damaged("logs/stray.part", b"half a wri".to_vec()).is_none(), "what a kill leaves is no log's");
}

/// The machine stops at every step of three cosignatures, each write not done, half done or done all the same. The
/// witness opens again, never behind what it answered, and the log gets its cosignature.
#[test]
fn a_crash_between_any_two_writes_locks_nobody_out() {
    let tree = tree(9);
    let sizes = [(0, 3), (3, 5), (5, 9)];
    let run = |disk: &Shared| -> u64 {
        let mut answered = 0;
        let Ok(state) = open(disk) else { return answered };
        for (old, new) in sizes {
            match add(&state, &request(&tree, old, new)) {
                Ok(CosignAnswer::Cosigned(_)) => answered = new,
                Ok(CosignAnswer::Refused(refusal, _)) => panic!("{refusal}"),
                Err(_) => {
                    let more = add(&state, &request(&tree, new, 9)).expect_err("it must read its disk first");
                    assert!(matches!(more, WitnessStateError::Failed), "{more}");
                    break;
                }
            }
        }
        answered
    };
    let whole = Shared::default();
    assert_eq!(run(&whole), 9);
    let steps = whole.lock().operations();
    assert_eq!(steps, 2 + 3 * 2, "vkey and mark, then state and mark of each");
    for step in 0..steps {
        for fault in [Fault::NotDone, Fault::HalfDone, Fault::DoneAllTheSame] {
            let mut memory = Memory::default();
            memory.fail_at(step, fault);
            let disk = Shared::new(memory);
            let answered = run(&disk);
            for keeps in [Unsynced::Lost, Unsynced::Kept] {
                let disk = Shared::new(disk.lock().after_crash(keeps));
                let state = open(&disk).unwrap_or_else(|error| panic!("step {step}, {fault:?}: {error}"));
                let stored = last(&state).map_or(0, |signed| signed.checkpoint().size.0);
                assert!(stored >= answered, "step {step}, {fault:?}: {stored} {answered}");
                // The log asks again, learns the size, and gets what it asks for.
                if stored != answered {
                    let next = sizes.iter().find(|(old, _)| *old == answered).expect("it was asked");
                    let (refusal, _) = refused(&state, &request(&tree, next.0, next.1));
                    assert_eq!(refusal.stored(), Some(Size(stored)));
                }
                cosigned(&state, &request(&tree, stored, 9));
                let fork = history("somebody else", 0, 9);
                assert_eq!(refused(&state, &request(&fork, 9, 9)).0.status(), 422);
                drop(state);
                cosigned(&opened(&disk), &request(&tree, 9, 9));
            }
        }
    }
}

#[test]
fn asking_again_in_the_same_second_costs_no_write_and_time_never_goes_back() {
    let (disk, tree) = (Shared::default(), tree(9));
    let state = opened(&disk);
    let at = |old: u64, new: u64, seconds: u64| match state.add(&logs(), &request(&tree, old, new), time(seconds)) {
        Ok(CosignAnswer::Cosigned(line)) => line,
        other => panic!("{other:?}"),
    };
    let first = at(0, 3, 1000);
    let writes = disk.lock().operations();
    assert_eq!(at(3, 3, 1000), first);
    assert_eq!(disk.lock().operations(), writes);
    assert_ne!(at(3, 3, 1001), first, "a new time is a new statement");
    assert!(disk.lock().operations() > writes);
    at(3, 5, 10);
    let stated = last(&state).expect("it was cosigned").cosigned_by(witness(1).verifier());
    assert_eq!(
        stated,
        Ok(Some(time(1001))),
        "the clock went back, and the larger tree was not seen before the smaller"
    );
}

#[test]
fn a_fork_is_kept_with_what_was_held_against_it_and_never_written_over() {
    let (disk, ours, theirs) = (Shared::default(), tree(9), history("somebody else", 2, 9));
    let state = opened(&disk);
    cosigned(&state, &request(&ours, 0, 7));
    let fork = request(&theirs, 7, 7);
    let (refusal, evidence) = refused(&state, &fork);
    assert_eq!(refusal.status(), 422);
    let Some(EvidenceKeeping::Kept(file)) = evidence else { panic!("{evidence:?}") };
    let folder = format!("evidence/{}", origin_hash(&ORIGIN.parse().expect("an origin")));
    assert!(file.starts_with(&format!("{folder}/proof-")) && file.ends_with(".request"), "{file}");
    assert_eq!(disk.text(&file), fork.to_string());
    let held = SignedCheckpoint::parse(disk.text(&file.replace(".request", ".held")).as_bytes()).expect("a checkpoint");
    assert_eq!(Some(&held), last(&state).as_ref());
    let other_way = request(&theirs, 3, 7);
    let (refusal, evidence) = refused(&state, &other_way);
    assert_eq!((refusal.status(), refusal.stored()), (409, Some(Size(7))));
    assert!(matches!(evidence, Some(EvidenceKeeping::Known(known)) if known == file));
    assert_eq!(disk.text(&file), fork.to_string(), "the first one stays");
    // What is a mistake of whoever asks is no evidence.
    for (old, new) in [(3, 8), (8, 8)] {
        assert!(matches!(refused(&state, &request(&ours, old, new)), (_, None)), "{old} {new}");
    }
}

/// Anybody can send published checkpoints with false proofs; only the log can sign a fork.
#[test]
fn a_flood_of_suspicions_leaves_room_for_proofs() {
    let (disk, ours) = (Shared::default(), tree(200));
    let state = opened(&disk);
    cosigned(&state, &request(&ours, 0, 7));
    let kept = |request: &AddCheckpoint| matches!(refused(&state, request).1, Some(EvidenceKeeping::Kept(_)));
    let flood = (8..8 + 2 * EVIDENCE_MAX as u64).filter(|size| {
        let false_proof = vec![tree(1).root(); 3];
        kept(&AddCheckpoint::new(Size(7), false_proof, signed_of(&ours, *size)).expect("short"))
    });
    assert_eq!(flood.count(), EVIDENCE_MAX);
    let forks = (0..2 * EVIDENCE_MAX).filter(|n| kept(&request(&history(&format!("fork {n}"), 2, 9), 7, 7)));
    assert_eq!(forks.count(), EVIDENCE_MAX);
    assert!(matches!(refused(&state, &request(&history("one more", 2, 9), 7, 7)).1, Some(EvidenceKeeping::Full)));
    cosigned(&state, &request(&ours, 7, 8));
}

/// A disk that takes no evidence: the refusal stands, and the witness goes on.
#[test]
fn evidence_that_cannot_be_kept_changes_no_answer() {
    let disk = Shared::default();
    let state = opened(&disk);
    cosigned(&state, &request(&tree(9), 0, 7));
    disk.lock().fail_at(0, Fault::NotDone);
    let (refusal, evidence) = refused(&state, &request(&history("somebody else", 2, 9), 7, 7));
    assert!(matches!((refusal.status(), evidence), (422, Some(EvidenceKeeping::Lost(_)))));
}

#[test]
fn one_process_holds_a_state_and_a_key() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (state, key) = (folder.path().join("state"), folder.path().join("witness.key"));
    fs::write(&key, "a key").expect("it can be written");
    let open = |state: &std::path::Path, key: &std::path::Path| HeldState::open(state, key, witness(1));
    let held = open(&state, &key).expect("nobody else is there");
    assert!(mark_of(&key).is_file());
    let is_locked = |error: WitnessStateError| matches!(error, WitnessStateError::Store(StoreError::Locked(_)));
    assert!(is_locked(open(&state, &key).expect_err("held")));
    assert!(is_locked(open(&folder.path().join("second"), &key).expect_err("the key is in use")));
    let copy = folder.path().join("copy.key");
    fs::copy(&key, &copy).expect("it can be copied");
    assert!(is_locked(open(&state, &copy).expect_err("the state is in use")));
    let answer = held.add(&logs(), &request(&tree(9), 0, 3), time(5)).expect("the disk holds");
    assert!(matches!(answer, CosignAnswer::Cosigned(_)));
    drop(held);
    assert!(matches!(open(&folder.path().join("second"), &key), Err(WitnessStateError::Older(_))), "the key was used");
    assert!(matches!(open(&state, &copy), Err(WitnessStateError::Unmarked(_))), "copied without its mark");
    let again = open(&state, &key).expect("nobody else is there");
    assert_eq!(again.last(&ORIGIN.parse().expect("an origin")).map(|signed| signed.checkpoint().size), Some(Size(3)));
}

/// The key in a seed's spelling never reaches the state's folder.
#[test]
fn no_secret_is_in_the_state() {
    let disk = Shared::default();
    cosigned(&opened(&disk), &request(&tree(9), 0, 3));
    let seed = [101_u8; 32];
    assert_eq!(witness(1).verifier().public(), SecretKey::from_seed(&seed).public());
    for (file, bytes) in disk.lock().files() {
        assert!(!bytes.windows(32).any(|window| window == seed), "{file}");
    }
}
