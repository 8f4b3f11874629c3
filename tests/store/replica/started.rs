//! What a writer does when it starts with a replica: the rows of the table in `docs/format.md`.

use protokol::crypto::key::SecretKey;
use protokol::crypto::parallel::Serial;
use protokol::crypto::vkey::VerifierKey;
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::note::policy::Policy;
use protokol::ledger::tree::merkle::Tree;
use protokol::store::confirm::without_witnesses;
use protokol::store::error::{Contradiction, StoreError};
use protokol::store::files;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::memory::Memory;
use protokol::store::replica::error::ReplicaError;
use protokol::store::replica::name::ObjectName;
use protokol::store::writer::GoneOn;

use crate::kit::disk::{Shared, envelopes, founded, prepared, start};
use crate::kit::objects::{Engine, Scripted, stand_by_with, start_confirmed, start_with};
use crate::kit::small::{SMALL, after, log_signer};

fn store() -> Scripted {
    Scripted::new(Engine::Fit, 0, 1)
}

/// A disk, and its ledger handed one more paper under the nth minute.
fn writes(disk: &Shared, store: &Scripted, nth: usize) {
    let mut writer = start_with(disk.clone(), store.replica()).expect("it may be written");
    let answers = writer.commit(vec![SMALL.protocols()[nth].clone()], after(3000 + nth as u64), &Serial);
    assert!(answers.expect("durable").into_iter().all(|answer| answer.is_ok()));
}

fn refused(disk: Memory, store: &Scripted) -> ReplicaError {
    let (disk, signed) = (Shared::new(disk), store.lock().signed.len());
    match start_with(disk.clone(), store.replica()) {
        Err(StoreError::Replica(error)) => {
            assert_eq!((disk.lock().signed.len(), store.lock().signed.len()), (0, signed), "it signed all the same");
            error
        }
        started => panic!("{started:?}"),
    }
}

#[test]
fn a_replica_that_is_empty_is_filled_and_noted() {
    let (disk, store) = (Shared::new(prepared(SMALL)), store());
    let writer = start_with(disk.clone(), store.replica()).expect("it may be written");
    let size = writer.checkpoint().checkpoint().size;
    assert_eq!(disk.read(files::REPLICA).expect("noted"), b"scripted\n");
    let inner = store.lock();
    assert!(inner.objects.contains_key(&ObjectName::Frame(Sequence(0))));
    assert!(inner.objects.contains_key(&ObjectName::Seal(size)));
}

#[test]
fn a_ledger_that_is_behind_follows_and_goes_on() {
    let (one, other, store) = (Shared::new(prepared(SMALL)), Shared::new(prepared(SMALL)), store());
    (0..3).for_each(|nth| writes(&one, &store, nth));
    let writer = start_with(other.clone(), store.replica()).expect("it may be written");
    assert_eq!(envelopes(&other), envelopes(&one));
    assert_eq!(writer.checkpoint(), &start(one.clone()).expect("whole").checkpoint().clone());
    drop(writer);
    writes(&other, &store, 3);
    writes(&one, &store, 4);
    assert_eq!(envelopes(&one).len(), envelopes(&prepared(SMALL)).len() + 5);
}

#[test]
fn whoever_lost_answers_nothing_from_before() {
    let (one, other, store) = (Shared::new(prepared(SMALL)), Shared::new(prepared(SMALL)), store());
    writes(&one, &store, 0);
    let mut lost = start_with(one, store.replica()).expect("it may be written");
    writes(&other, &store, 1);
    // It is in already, which it could answer without the replica.
    match lost.commit(vec![SMALL.protocols()[0].clone()], after(4000), &Serial) {
        Err(StoreError::Replica(ReplicaError::Taken { .. })) => assert!(lost.is_poisoned()),
        answered => panic!("{answered:?}"),
    }
}

#[test]
fn of_an_empty_machine_the_founding_act_is_enough() {
    let (one, other, store) = (Shared::new(prepared(SMALL)), Shared::new(founded(SMALL)), store());
    writes(&one, &store, 0);
    writes(&other, &store, 1);
    assert_eq!(envelopes(&other)[..envelopes(&one).len()], envelopes(&one));
}

#[test]
fn a_frame_that_nobody_signed_is_taken_over_and_sealed() {
    let (one, other, store) = (Shared::new(prepared(SMALL)), Shared::new(prepared(SMALL)), store());
    writes(&one, &store, 0);
    let size = Size(envelopes(&one).len() as u64);
    // Its writer ended between the two.
    store.lock().objects.remove(&ObjectName::Seal(size)).expect("it was there");
    let writer = start_with(other, store.replica()).expect("it may be written");
    assert_eq!(writer.checkpoint().checkpoint().size, size);
    assert!(store.lock().objects.contains_key(&ObjectName::Seal(size)));
}

#[test]
fn the_one_that_is_late_has_lost_and_signs_nothing_more() {
    let (one, other, store) = (Shared::new(prepared(SMALL)), Shared::new(prepared(SMALL)), store());
    let mut late = start_with(one.clone(), store.replica()).expect("it may be written");
    writes(&other, &store, 0);
    let signed = store.lock().signed.len();
    let lost = late.commit(vec![SMALL.protocols()[1].clone()], after(3001), &Serial);
    assert!(matches!(lost, Err(StoreError::Replica(ReplicaError::Taken { .. }))), "{lost:?}");
    assert!(late.is_poisoned());
    assert_eq!(store.lock().signed.len(), signed, "it signed after it had lost");
    // Opened again, it has what the other has, and may go on.
    writes(&one, &store, 1);
}

#[test]
fn a_replica_of_another_history_is_refused() {
    let (disk, store) = (Shared::new(prepared(SMALL)), store());
    start_with(disk.clone(), store.replica()).expect("it may be written");
    let other = Shared::new(founded(SMALL));
    let mut writer = start(other.clone()).expect("whole");
    // The same acts, a minute later: other envelopes.
    writer.commit(SMALL.structure(), after(60_010), &Serial).expect("durable");
    assert!(matches!(refused(other.memory(), &store), ReplicaError::Other { .. }));
}

#[test]
fn a_replica_that_lost_what_it_took_is_refused() {
    let (disk, store) = (Shared::new(prepared(SMALL)), store());
    let before = {
        start_with(disk.clone(), store.replica()).expect("it may be written");
        store.lock().objects.clone()
    };
    writes(&disk, &store, 0);
    // It is brought back to what it was.
    store.lock().objects = before;
    assert!(matches!(refused(disk.memory(), &store), ReplicaError::Lost { .. }));
}

#[test]
fn damage_in_a_replica_is_no_absence() {
    let (one, store) = (Shared::new(prepared(SMALL)), store());
    writes(&one, &store, 0);
    let size = Size(envelopes(&one).len() as u64);
    let whole = store.lock().objects.clone();
    let damage = |name: ObjectName, change: &dyn Fn(&mut Vec<u8>)| {
        let mut objects = whole.clone();
        change(objects.get_mut(&name).expect("it is there"));
        store.lock().objects = objects;
        assert!(matches!(refused(prepared(SMALL), &store), ReplicaError::Other { .. }), "{name}");
    };
    let last = ObjectName::Frame(Sequence(size.0 - 1));
    damage(last, &|bytes| bytes.truncate(bytes.len() / 2));
    damage(last, &|bytes| bytes.push(0));
    damage(last, &|bytes| bytes[30] ^= 1);
    damage(last, &|bytes| bytes.clear());
    damage(ObjectName::Seal(size), &|bytes| bytes.truncate(20));
    damage(ObjectName::Seal(size), &|bytes| {
        let at = bytes.len() - 10;
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
    });
}

#[test]
fn a_store_that_is_dead_signs_and_answers_nothing() {
    let (disk, store) = (Shared::new(prepared(SMALL)), store());
    let mut writer = start_with(disk.clone(), store.replica()).expect("it may be written");
    store.lock().engine = Engine::Dead;
    let (size, signed) = (envelopes(&disk).len(), disk.lock().signed.len());
    let silent = writer.commit(vec![SMALL.protocols()[0].clone()], after(3000), &Serial);
    assert!(matches!(silent, Err(StoreError::Replica(ReplicaError::Silent { .. }))), "{silent:?}");
    assert_eq!((envelopes(&disk).len(), disk.lock().signed.len()), (size, signed));
    assert!(writer.is_poisoned());
}

#[test]
fn a_replica_with_a_gap_is_refused_wherever_it_is() {
    let (one, store) = (Shared::new(prepared(SMALL)), store());
    (0..3).for_each(|nth| writes(&one, &store, nth));
    let whole = store.lock().objects.clone();
    let frames = whole.keys().filter(|name| matches!(name, ObjectName::Frame(first) if *first > Sequence(0)));
    for gone in frames {
        store.lock().objects = whole.clone();
        store.lock().objects.remove(gone);
        let refused = refused(founded(SMALL), &store);
        assert!(matches!(&refused, ReplicaError::Lost { name, .. } if name == gone), "{gone}: {refused}");
    }
}

/// What a witness says that has heard of one event more than there is.
fn ahead_of(ours: Size) -> StoreError {
    let witness = SecretKey::demonstration("witness:", "w1").public();
    let witness = VerifierKey::cosigner("w1.example".parse().expect("a name"), witness).expect("admissible");
    let policy = format!("log {}\nwitness w1 {witness}\nquorum w1\n", log_signer().verifier());
    let policy = Policy::parse(&policy).expect("a policy");
    let witness = policy.witnesses()[0].name.clone();
    StoreError::Contradicted(Contradiction::Ahead { witness, holds: Size(ours.0 + 1), ours })
}

#[test]
fn whoever_takes_over_follows_what_a_witness_had_heard_of_before() {
    let (one, other, store) = (Shared::new(prepared(SMALL)), Shared::new(prepared(SMALL)), store());
    writes(&one, &store, 0);
    let mut standby = stand_by_with(other.clone(), store.replica()).expect("it may stand by");
    assert_ne!(standby.follow(Serial).expect("well"), Size(0));
    // The other goes on between the two questions, and its witness answers by that.
    let gone_on = standby.go_on(Serial, &mut |_, tree| {
        writes(&one, &store, 1);
        Err(ahead_of(tree.size()))
    });
    assert_eq!(gone_on.expect("there is more to follow"), GoneOn::Followed);
    assert_eq!(envelopes(&other), envelopes(&one));
    // Where there is no more, it is another history.
    let contradicted = standby.go_on(Serial, &mut |_, tree| Err(ahead_of(tree.size())));
    assert!(matches!(contradicted, Err(StoreError::Contradicted(_))), "{contradicted:?}");
    assert_eq!(standby.go_on(Serial, &mut without_witnesses).expect("it goes on"), GoneOn::Writes);
}

#[test]
fn so_does_whoever_starts_to_write() {
    let (one, other, store) = (Shared::new(prepared(SMALL)), Shared::new(prepared(SMALL)), store());
    writes(&one, &store, 0);
    let (mut asked, mut goes_on) = (Vec::new(), 1..3);
    let started = start_confirmed(other.clone(), store.replica(), &mut |signed, tree| {
        asked.push(tree.size());
        match goes_on.next() {
            Some(nth) => {
                writes(&one, &store, nth);
                Err(ahead_of(tree.size()))
            }
            None => Ok(signed.clone()),
        }
    });
    drop(started.expect("it follows, and goes on"));
    assert_eq!(envelopes(&other), envelopes(&one));
    assert_eq!(asked.len(), 3, "after each time that there was more: {asked:?}");
    let behind = Shared::new(prepared(SMALL));
    let contradicted = start_confirmed(behind, store.replica(), &mut |_, tree| Err(ahead_of(tree.size())));
    assert!(matches!(contradicted, Err(StoreError::Contradicted(_))), "another history: {contradicted:?}");
}

#[test]
fn a_checkpoint_that_comes_after_its_frame_is_no_other_history() {
    let (one, other, store) = (Shared::new(prepared(SMALL)), Shared::new(prepared(SMALL)), store());
    writes(&one, &store, 0);
    let newest = ObjectName::Seal(Size(envelopes(&one).len() as u64));
    // Whoever writes has created the frame, and not yet its checkpoint; a start that is refused takes that frame along.
    let seal = store.lock().objects.remove(&newest).expect("it was sealed");
    let mut asked = Vec::new();
    let silent = || StoreError::Replica(ReplicaError::Needed);
    start_confirmed(other.clone(), store.replica(), &mut |_, _| Err(silent())).expect_err("nobody answers");
    assert_eq!(envelopes(&other), envelopes(&one));
    let started = start_confirmed(other.clone(), store.replica(), &mut |signed, _| {
        asked.push(signed.checkpoint().size);
        let is_first = store.lock().objects.insert(newest, seal.clone()).is_none();
        if is_first { Err(ahead_of(signed.checkpoint().size)) } else { Ok(signed.clone()) }
    });
    drop(started.expect("what the witness had heard of was signed at the replica"));
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked[0] < asked[1], "{asked:?}");
    // What came before the start is found by it.
    let third = Shared::new(prepared(SMALL));
    let seal = store.lock().objects.remove(&newest).expect("it is there");
    start_confirmed(third.clone(), store.replica(), &mut |_, _| Err(silent())).expect_err("nobody answers");
    store.lock().objects.insert(newest, seal);
    let mut size = None;
    let confirm = &mut |signed: &SignedCheckpoint, _: &Tree| {
        size = Some(signed.checkpoint().size);
        Ok(signed.clone())
    };
    drop(start_confirmed(third, store.replica(), confirm).expect("it goes on"));
    assert_eq!(size, asked.last().copied());
}
