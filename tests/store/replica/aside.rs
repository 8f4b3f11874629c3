//! What nobody signed is set aside before a machine stands by, in however many segments it is, and wherever that is interrupted.

use std::fs;

use protokol::crypto::parallel::Serial;
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::files::frame;
use protokol::ledger::submission::SignedStatement;
use protokol::store::error::StoreError;
use protokol::store::files;
use protokol::store::journal::disk::{Disk, Folder};
use protokol::store::journal::memory::Memory;
use protokol::store::writer::Writer;
use protokol::verify::fault::{Fault, FaultKind, Verdict};

use crate::crash::{FAULTS, FLAVOURS, report};
use crate::kit::disk::{Shared, envelopes, prepared, start};
use crate::kit::objects::{Engine, Scripted, stand_by_with, start_with};
use crate::kit::small::{SMALL, after};

/// Four turns that one machine made durable, signed and sealed; and the journal of another that has their frames and no seal
/// over them: some behind what is sealed, the others in segments of their own, the last with a write that did not end.
struct Night {
    store: Scripted,
    writer: Shared,
    sealed: Memory,
    unsealed: Memory,
    /// The stretches that nobody signed there, each with the segment that it is in.
    stretches: Vec<(String, Vec<u8>)>,
}

/// Splits the four frames at those after which a segment begins.
fn night(begins: &[usize]) -> Night {
    let (sealed, store) = (prepared(SMALL), Scripted::new(Engine::Fit, 0, 1));
    let writer = Shared::new(sealed.clone());
    let mut first = start_with(writer.clone(), store.replica()).expect("it may be written");
    for (paper, nth) in SMALL.protocols().into_iter().zip(0..4) {
        first.commit(vec![paper], after(3000 + nth), &Serial).expect("durable");
    }
    let segment = files::segment(Sequence(0));
    let whole = writer.read(&segment).expect("it is there");
    let (mut at, mut file) = (sealed.read(&segment).expect("it is there").len(), segment.clone());
    let (mut unsealed, mut stretches) = (sealed.clone(), vec![(segment, Vec::new())]);
    for nth in 0..4 {
        let frame = frame::decode(&whole[at..]).expect("a frame");
        if begins.contains(&nth) {
            file = files::segment(frame.first);
            stretches.push((file.clone(), Vec::new()));
        }
        let mut bytes = unsealed.read(&file).unwrap_or_default();
        bytes.extend(&whole[at..at + frame.bytes]);
        unsealed.lay(&file, bytes);
        stretches.last_mut().expect("it has one").1.extend(&whole[at..at + frame.bytes]);
        at += frame.bytes;
    }
    let torn = &whole[at - 40..at - 7];
    let last = [unsealed.read(&file).expect("it is there").as_slice(), torn].concat();
    unsealed.lay(&file, last);
    stretches.last_mut().expect("it has one").1.extend(torn);
    stretches.retain(|(_, bytes)| !bytes.is_empty());
    Night { store, writer, sealed, unsealed, stretches }
}

impl Night {
    /// It stands by with what is sealed, has kept all that is not, and follows to the end.
    fn stands_by<D: Disk>(&self, standby: &mut Writer<D>, context: &str) {
        assert_eq!(envelopes(standby.disk()), envelopes(&self.sealed), "{context}");
        let aside = standby.disk().list(files::QUARANTINE).expect("it lists");
        for (segment, bytes) in &self.stretches {
            let begins = format!("{}/{}-", files::QUARANTINE, segment.replace('/', "-"));
            let is_kept =
                |name: &String| name.starts_with(&begins) && standby.disk().read(name).is_ok_and(|it| it == *bytes);
            assert!(aside.iter().any(is_kept), "{context}: {segment} is lost");
        }
        standby.follow(Serial).expect("the replica is well");
        assert_eq!(envelopes(standby.disk()), envelopes(&self.writer), "{context}");
        assert_eq!(report(standby.disk()).verdict(), Verdict::Verified, "{context}");
    }
}

#[test]
fn what_nobody_signed_is_set_aside_however_many_segments_it_is_in() {
    for begins in [&[][..], &[0], &[2], &[1, 2], &[0, 1, 2, 3]] {
        let (night, context) = (night(begins), format!("segments begin at {begins:?}"));
        let mut standby = stand_by_with(Shared::new(night.unsealed.clone()), night.store.replica())
            .unwrap_or_else(|error| panic!("{context}: {error}"));
        night.stands_by(&mut standby, &context);
        // And in a folder, where a file may be held open.
        let folder = tempfile::tempdir().expect("a folder");
        for (name, bytes) in night.unsealed.files() {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it is in the folder")).expect("writable");
            fs::write(path, bytes).expect("writable");
        }
        let standby = stand_by_with(Folder::new(folder.path()), night.store.replica());
        night.stands_by(&mut standby.unwrap_or_else(|error| panic!("{context}: {error}")), &context);
    }
}

#[test]
fn setting_aside_is_carried_on_wherever_it_was_interrupted() {
    let night = night(&[1, 2, 3]);
    for (fault, keeps) in FAULTS.iter().flat_map(|fault| FLAVOURS.map(|keeps| (*fault, keeps))) {
        for at in 0.. {
            let (disk, context) =
                (Shared::new(night.unsealed.clone()), format!("operation {at}, {fault:?}, {keeps:?}"));
            disk.lock().memory.fail_at(at, fault);
            if stand_by_with(disk.clone(), night.store.replica()).is_ok() {
                assert!(at > 7, "{context}: four stretches are kept, and cut");
                break;
            }
            let again = Shared::new(disk.memory().after_crash(keeps));
            let mut standby =
                stand_by_with(again, night.store.replica()).unwrap_or_else(|error| panic!("{context}: {error}"));
            night.stands_by(&mut standby, &context);
        }
    }
}

#[test]
fn a_frame_that_is_sealed_in_part_is_refused_and_left_as_it_is() {
    let turns = |turns: &[&[SignedStatement]]| {
        let disk = Shared::new(prepared(SMALL));
        let mut writer = start(disk.clone()).expect("it may be written");
        for turn in turns {
            writer.commit(turn.to_vec(), after(3000), &Serial).expect("durable");
        }
        disk.memory()
    };
    let papers = &SMALL.protocols()[..2];
    let (together, sealed) = (turns(&[papers]), turns(&[&papers[..1]]));
    let mut disk = together.clone();
    disk.lay(files::SEAL, sealed.read(files::SEAL).expect("it is there"));
    disk.lay(files::SNAPSHOTS, sealed.read(files::SNAPSHOTS).expect("it is there"));
    let segment = files::segment(Sequence(0));
    let offset = prepared(SMALL).read(&segment).expect("it is there").len() as u64;
    match stand_by_with(disk.clone(), Scripted::new(Engine::Fit, 0, 1).replica()) {
        Err(StoreError::ReadOnly(faults)) => {
            assert_eq!(faults, [Fault::at(&segment, offset, FaultKind::Unsealed(Size(1)))]);
        }
        stands_by => panic!("{stands_by:?}"),
    }
    assert_eq!(disk.read(&segment).expect("it is there"), together.read(&segment).expect("it is there"));
}
