//! Through the program: the files beside the journal, and the embedded store, exchanged on a real disk.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use protokol::crypto::parallel::Serial;
use protokol::domain::id::LedgerId;
use protokol::domain::observer::CopyContent;
use protokol::domain::protocol::{Attachment, Media};
use protokol::domain::statement::Body;
use protokol::intake::toml::manifest::render_manifest;
use protokol::store::founding::{Founding, found};
use protokol::store::read::ReadFrom;
use protokol::store::{confirm, files, open};
use protokol::verify::conclude::TrustAnchors;

use super::forge;
use super::story::*;

/// A ledger in a folder, as its writer leaves it, embedded store and all.
fn ledger(at: &Path, quorum: u16) -> PathBuf {
    let folder = at.join(format!("ledger-{quorum}"));
    let act = founding(quorum);
    let manifest = render_manifest(&act.manifest, ORIGIN);
    let submission = signed(LedgerId::UNFOUNDED, Body::ElectionCalled(act), &[Who::Members("C", quorum)]);
    let (clock, signer) = (clock(0), log());
    let founding =
        Founding { submission: &submission, clock, signer: &signer, manifest: &manifest, rehearsal_key: None };
    found(&folder, &founding).expect("founded");
    let mut held =
        open::write(&folder, log(), Serial, "test", &mut confirm::without_witnesses, &mut |_| {}).expect("opened");
    let story = Story::whole(quorum).disk();
    for (entry, nth) in forge::entries(&story).iter().zip(0..).skip(1) {
        let submission = protokol::ledger::submission::SignedStatement::decode(&forge::envelope(entry).submission);
        let timed = vec![(submission.expect("a submission"), super::story::clock(nth))];
        assert!(held.writer.commit_timed(timed, &Serial).expect("a disk that works")[0].is_ok());
    }
    held.writer.close().expect("closed");
    folder
}

fn protokol(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_protokol")).args(arguments).output().expect("the program runs")
}

fn verify(folder: &Path) -> (Option<i32>, serde_json::Value) {
    let output = protokol(&["verify", "--json", "--quiet", folder.to_str().expect("a plain path")]);
    let said = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
    (output.status.code(), said)
}

/// The codes and files that a verification tells.
fn told(folder: &Path) -> (String, Vec<String>) {
    let (_, said) = verify(folder);
    let faults = said["faults"].as_array().expect("a list of faults");
    let line = |fault: &serde_json::Value| {
        format!("{} {}", fault["code"].as_str().unwrap_or("?"), fault["file"].as_str().unwrap_or("-"))
    };
    (said["verdict"].as_str().expect("a verdict").to_owned(), faults.iter().map(line).collect())
}

#[test]
fn renderings_are_replaced() {
    let temp = tempfile::tempdir().expect("a folder");
    let folder = ledger(temp.path(), 1);
    assert_eq!(told(&folder), ("verified".into(), vec![]));

    let manifest = std::fs::read_to_string(folder.join(files::MANIFEST)).expect("the manifest");
    let forged = manifest.replace("quorum = 1", "quorum = 2");
    assert_ne!(forged, manifest);
    std::fs::write(folder.join(files::MANIFEST), forged).expect("written");
    assert_eq!(told(&folder), ("failed".into(), vec!["V14 manifest.toml".into()]));
    std::fs::write(folder.join(files::MANIFEST), &manifest).expect("written");

    let vkey = folder.join(files::LOG_VKEY);
    std::fs::write(&vkey, format!("{}\n", log_of(ORIGIN, 8).verifier())).expect("written");
    assert_eq!(told(&folder), ("failed".into(), vec!["V14 log.vkey".into()]));
    std::fs::remove_file(&vkey).expect("removed");
    assert_eq!(told(&folder), ("failed".into(), vec!["V14 log.vkey".into()]));
    std::fs::write(&vkey, format!("{}\n", log().verifier())).expect("written");
    assert_eq!(verify(&folder).0, Some(0));
}

#[test]
fn a_forged_ledger_fails_through_the_program() {
    let temp = tempfile::tempdir().expect("a folder");
    let folder = ledger(temp.path(), 1);
    let journal = folder.join(files::segment(protokol::domain::number::Sequence(0)));
    let mut bytes = std::fs::read(&journal).expect("the journal");
    bytes[500] ^= 1;
    std::fs::write(&journal, &bytes).expect("written");
    let (exit, said) = verify(&folder);
    assert_eq!((exit, &said["verdict"]), (Some(1), &"failed".into()));
    assert_eq!((&said["faults"][0]["code"], &said["faults"][0]["offset"]), (&"V1".into(), &0.into()));
}

/// The embedded store of another ledger of the same size, laid into this one: its events are not under the seal.
#[test]
fn the_embedded_store_is_exchanged() {
    let temp = tempfile::tempdir().expect("a folder");
    let (folder, other) = (ledger(temp.path(), 1), ledger(temp.path(), 2));
    std::fs::remove_dir_all(folder.join(files::SLED)).expect("removed");
    std::fs::rename(other.join(files::SLED), folder.join(files::SLED)).expect("moved");
    let reading =
        protokol::store::read::open(&folder, &TrustAnchors::default(), Serial, &mut |_| {}).expect("readable");
    let genuine = forge::entries(&Story::whole(1).disk());
    for (entry, place) in genuine.iter().zip(0..) {
        let shown = reading.events.envelope(protokol::domain::number::Sequence(place)).expect("readable");
        assert_eq!(shown.as_ref(), Some(entry), "event {place}");
    }
    let ledger = reading.model.election().map(|election| election.ledger);
    assert_eq!(ledger, Some(forge::ledger(&genuine)));
}

/// One observer files so many copies of one paper that together they are many megabytes: the embedded store keeps each
/// event by itself, and goes on.
#[test]
fn a_paper_of_many_megabytes_stays_in_the_embedded_store() {
    let temp = tempfile::tempdir().expect("a folder");
    let folder = ledger(temp.path(), 1);
    let digest = protokol::crypto::hash::FileDigest([0; 32]);
    let attachment = |name: &str| Attachment {
        name: text(&name.repeat(880)),
        media: Media::Png,
        bytes: 1,
        blake3: digest,
        sha256: digest,
    };
    let mut held =
        open::write(&folder, log(), Serial, "test", &mut confirm::without_witnesses, &mut |_| {}).expect("opened");
    let id = held.writer.state().election().expect("founded").ledger();
    let copies = (0..280_u32).map(|nth| {
        let Body::CopyFiled(mut filed) = copy(paper("x", "A", 1), [nth, 0]) else { panic!("a copy") };
        let CopyContent::Handed { attachments, .. } = &mut filed.content else { panic!("handed over") };
        *attachments = vec![attachment("n"); 64];
        (signed(id, Body::CopyFiled(filed), &[Who::Observer]), clock(30))
    });
    let answers = held.writer.commit_timed(copies.collect(), &Serial).expect("a disk that works");
    assert!(answers.iter().all(Result::is_ok));
    drop(held);
    let mut held = open::write(&folder, log(), Serial, "test", &mut confirm::without_witnesses, &mut |_| {})
        .expect("opened again");
    assert!(!held.recovery.rebuilt);
    let more = signed(id, turnout("A", 60), &[Who::Renewed(1)]);
    assert!(held.writer.commit(vec![more], clock(31), &Serial).expect("a disk that works")[0].is_ok());
    drop(held);
    assert_eq!(told(&folder), ("verified".into(), vec![]));
    let reading =
        protokol::store::read::open(&folder, &TrustAnchors::default(), Serial, &mut |_| {}).expect("readable");
    assert_eq!((reading.source, reading.events.size().0), (ReadFrom::Sled, EVENTS as u64 + 281));
}

#[test]
fn a_receipt_through_the_program() {
    let temp = tempfile::tempdir().expect("a folder");
    let folder = ledger(temp.path(), 1);
    let receipt = protokol::store::read::receipt(
        &folder,
        &TrustAnchors::default(),
        Serial,
        protokol::domain::number::Sequence(11),
    );
    let receipt = receipt.expect("readable").expect("an event").to_string();
    let (path, at) = (temp.path().join("b.tlog-proof"), folder.to_str().expect("a plain path"));
    let check = |text: &str| {
        std::fs::write(&path, text).expect("written");
        let output = protokol(&["verify", "--json", "--quiet", "--ledger", at, path.to_str().expect("a plain path")]);
        let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        (output.status.code(), said["verdict"].as_str().unwrap_or("none").to_owned())
    };
    assert_eq!(check(&receipt), (Some(0), "verified".into()));
    assert_eq!(check(&receipt.replace("\nindex 11\n", "\nindex 10\n")).1, "failed");
    assert_eq!(check(&receipt.replace("\nindex 11\n", "\nindex 99\n")).1, "none");
}
