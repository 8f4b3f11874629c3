//! Crimes against a published log, each under its name: every one is told with its code.

use std::fs::{self, File};
use std::path::Path;

use protokol::crypto::hash::TreeHash;
use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};

use super::{faults, office};
use crate::kit::program::{Machine, copy};

/// What somebody does to a published folder, and the codes that it is told with.
type Crime = (&'static str, fn(&Path), &'static [&'static str]);

/// Two neighbours that change places: both are out of their places in the chain, and what comes too early is signed by
/// members who are not enrolled there yet.
const SWAPPED: &[&str] = &["V5", "V4", "R8", "V5", "V4", "V5", "V4", "R8", "R8", "R8", "R8", "R4", "V21", "V7"];

/// Where the only bundle cannot be read there is no event, hence no founding act, and no key that the log is known by.
const UNREAD: &[&str] = &["V23", "V18", "V8", "V2"];

const CRIMES: &[Crime] = &[
    ("forged-tile", |web| flip(&web.join("tile/0/000.p").join(partial(web)), 40), &["V21"]),
    ("swapped-bundle", swap_entries, SWAPPED),
    ("truncated-bundle", |web| cut(&bundle(web), 3), UNREAD),
    ("overlong-bundle", |web| lengthen(&bundle(web)), UNREAD),
    ("truncated-tile", |web| cut(&full(web, "tile/0"), 1), &["V21"]),
    ("overlong-tile", |web| lengthen(&full(web, "tile/0")), &["V21"]),
    ("same-size-other-root", other_root, &["V7"]),
    ("other-manifest", |web| flip(&web.join("manifest.toml"), 5), &["V14"]),
    ("second-spelling-of-a-size", |web| respell(web, "\n", "\n0"), &["V18", "V9"]),
];

/// The only tile of level 0 of so small a log, and the only bundle.
fn full(web: &Path, level: &str) -> std::path::PathBuf {
    web.join(level).join("000.p").join(partial(web))
}

fn bundle(web: &Path) -> std::path::PathBuf {
    full(web, "tile/entries")
}

fn partial(web: &Path) -> String {
    signed(web).checkpoint().size.to_string()
}

fn signed(web: &Path) -> SignedCheckpoint {
    SignedCheckpoint::parse(&fs::read(web.join("checkpoint")).expect("it is there")).expect("a checkpoint")
}

fn change(path: &Path, by: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    by(&mut bytes);
    fs::write(path, bytes).expect("it can be written");
}

fn flip(path: &Path, at: usize) {
    change(path, |bytes| bytes[at] ^= 1);
}

fn cut(path: &Path, by: usize) {
    change(path, |bytes| bytes.truncate(bytes.len() - by));
}

fn lengthen(path: &Path) {
    change(path, |bytes| bytes.extend([0, 0]));
}

/// Two neighbours of a bundle change places.
fn swap_entries(web: &Path) {
    change(&bundle(web), |bytes| {
        let length = |bytes: &[u8], at: usize| 2 + usize::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]));
        let first = length(bytes, 0);
        let second = length(bytes, first);
        let third = length(bytes, first + second);
        bytes[first..first + second + third].rotate_left(second);
    });
}

/// The log's own key signs another root: the demonstration key is anybody's.
fn other_root(web: &Path) {
    let honest = signed(web).checkpoint().clone();
    let name = honest.origin.as_str();
    let signer = NoteSigner::new(name.parse().expect("a name"), SecretKey::demonstration("log:", name));
    let forged = Checkpoint { root: TreeHash([7; 32]), ..honest }.sign(&signer).expect("its own name");
    fs::write(web.join("checkpoint"), forged.to_string()).expect("it can be written");
}

fn respell(web: &Path, what: &str, with: &str) {
    let text = fs::read_to_string(web.join("checkpoint")).expect("a note");
    fs::write(web.join("checkpoint"), text.replacen(what, with, 1)).expect("it can be written");
}

fn published() -> Machine {
    let machine = office();
    machine.ok("export --out web");
    machine
}

#[test]
fn every_crime_is_told_with_its_code() {
    let machine = published();
    for (name, crime, expected) in CRIMES {
        copy(&machine.path("web"), &machine.path(name));
        crime(&machine.path(name));
        let told = faults(&machine, &format!("verify {name}"), 1);
        assert_eq!(told, *expected, "{name}");
        // In a tar it is the same.
        tar(&machine.path(name), &machine.path(&format!("{name}.tar")));
        assert_eq!(faults(&machine, &format!("verify {name}.tar"), 1), told, "{name}");
    }
}

fn tar(folder: &Path, place: &Path) {
    let mut tar = tar::Builder::new(File::create(place).expect("it can be made"));
    tar.append_dir_all("", folder).expect("a folder");
    tar.finish().expect("it can be written");
}

/// A tile of the level above is recomputed too, and a forged tile is not believed because its parent agrees.
#[test]
fn a_forged_parent_is_found_whatever_its_children_say() {
    let machine = office();
    machine.ok("rehearse election --synthetic 3 --units 40 --ledger large");
    machine.ok("export --out web --ledger large");
    let parent = "tile/1/000.p/1";
    assert!(machine.has(&format!("web/{parent}")) && machine.has("web/tile/0/000"), "more than one full tile");
    copy(&machine.path("web"), &machine.path("parent"));
    flip(&machine.path("parent").join(parent), 3);
    assert_eq!(faults(&machine, "verify parent", 1), ["V21"]);
    // A whole subtree forged to agree with itself: both of its tiles are told.
    copy(&machine.path("web"), &machine.path("both"));
    let child = machine.path("both/tile/0/000");
    flip(&child, 64);
    let mut tree = protokol::ledger::tree::merkle::Tree::default();
    for hash in fs::read(&child).expect("it is there").chunks(32) {
        tree.push(TreeHash(hash.try_into().expect("32 bytes")));
    }
    fs::write(machine.path("both").join(parent), tree.root().0).expect("it can be written");
    assert_eq!(faults(&machine, "verify both", 1), ["V21", "V21"]);
}

/// Of two files of one name, programs choose differently: such a tar is not believed at all.
#[test]
fn a_tar_with_a_name_twice_is_refused() {
    let machine = published();
    let mut tar = tar::Builder::new(File::create(machine.path("twice.tar")).expect("it can be made"));
    tar.append_dir_all("", machine.path("web")).expect("a folder");
    tar.append_path_with_name(machine.path("web/checkpoint"), "checkpoint").expect("a file");
    tar.finish().expect("it can be written");
    let error = machine.fails("verify twice.tar", 3);
    assert!(error["says"].as_str().expect("a sentence").contains("twice"), "{error}");
    machine.ok("export --out whole.tar");
    for length in [600, 1024, 5000] {
        let bytes = machine.read("whole.tar");
        machine.write("cut.tar", &bytes[..length]);
        let done = machine.run("verify cut.tar");
        assert!([3, 4].contains(&done.exit), "cannot tell, or not enough: {done}");
    }
}

/// What verifies is verified under the reader's own policy, and an older checkpoint is found by what the reader knows.
#[test]
fn an_older_state_is_found_by_an_expected_fingerprint() {
    let machine = published();
    copy(&machine.path("web"), &machine.path("old"));
    machine.ok("submit last.submission");
    let newest = machine.json("verify ledger")["fingerprint"].as_str().expect("a fingerprint").replace(' ', "");
    machine.ok("verify old");
    assert_eq!(faults(&machine, &format!("verify old --expect {newest}"), 1), ["V11"]);
    let older = machine.json("verify old")["fingerprint"].as_str().expect("a fingerprint").replace(' ', "");
    machine.ok(&format!("verify ledger/published --expect {older}"));
    let stranger =
        NoteSigner::new("other.example/log".parse().expect("a name"), SecretKey::demonstration("other", "1"));
    machine.write("other.policy", format!("log {}\nquorum none\n", stranger.verifier()));
    assert_eq!(faults(&machine, "verify ledger/published --policy other.policy", 1), ["V12"]);
}
