//! The same of published logs, receipts and trust files.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::crypto::vkey::{KeyKind, PosixSeconds};
use protokol::domain::number::{Sequence, Size};
use protokol::domain::statement::Body;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::note::policy::Policy;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::ledger::tree::tile::{Tile, bundle, bundles, hash_tiles};
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::{Fault, Verdict};
use protokol::verify::published::{CHECKPOINT, Published, SNAPSHOT, inspect};
use protokol::verify::receipt;
use serde_json::{Value, json};

use super::{Story, agree_on_folders, same, snapshots, theirs, told, verdict};
use crate::kit::chance::Chance;
use crate::kit::tiny::*;

/// A published log: its files by their names.
#[derive(Clone)]
struct Files(BTreeMap<String, Vec<u8>>);

impl Published for Files {
    type Error = Infallible;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.0.get(file).map(|bytes| bytes[..bytes.len().min(bytes_max + 1)].to_vec()))
    }
}

impl Files {
    fn of(ledger: &Ledger) -> Self {
        let (tree, size) = (tree(ledger), ledger.size());
        let hashes = hash_tiles(Size(0), size).map(|tile| (tile, tree.tile(tile).expect("the tree is as large")));
        let entries = |tile: Tile| &ledger.entries[tile.places().start as usize..tile.places().end as usize];
        let bundle = |tile| bundle(entries(tile).iter().map(Vec::as_slice));
        let entries = bundles(Size(0), size).map(|tile| (tile, bundle(tile)));
        let mut files: BTreeMap<_, _> = hashes.chain(entries).map(|(tile, bytes)| (tile.to_string(), bytes)).collect();
        files.insert(CHECKPOINT.to_owned(), ledger.checkpoint(ledger.entries.len()).to_string().into_bytes());
        files.insert(SNAPSHOT.to_owned(), snapshots::of(ledger).to_string().into_bytes());
        Self(files)
    }

    fn write(&self, folder: &Path) {
        for (file, bytes) in &self.0 {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a writable folder");
            fs::write(path, bytes).expect("a writable folder");
        }
    }

    /// One thing of one file flipped, cut, added or exchanged.
    fn forged(&self, chance: &mut Chance) -> Self {
        let mut forged = self.clone();
        let names: Vec<_> = self.0.keys().cloned().collect();
        let (name, other) = (chance.of(&names), chance.of(&names));
        let bytes = forged.0.get_mut(&name).expect("its name");
        let at = chance.below(bytes.len());
        match chance.below(8) {
            0..=3 => bytes[at] ^= 1 << chance.below(8),
            4 => bytes.truncate(at),
            5 => bytes.extend_from_within(at..),
            6 => drop(forged.0.remove(&name)),
            _ => {
                forged.0.insert(name.clone(), self.0[&other].clone());
                forged.0.insert(other, self.0[&name].clone());
            }
        }
        forged
    }
}

fn tree(ledger: &Ledger) -> Tree {
    let mut tree = Tree::default();
    ledger.entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    tree
}

/// A ledger of more than two bundles.
fn long() -> Ledger {
    let mut ledger = Ledger::default();
    let founding = founding(tiny_manifest(), "TOP");
    ledger.say(Body::ElectionCalled(founding), &[("TOP", "1")]).expect("admissible");
    for number in 1..600 {
        ledger.say(candidate(number, "Ada"), &[("TOP", "1")]).expect("admissible");
    }
    ledger
}

/// Both answers on each published log, compared.
fn agree(published: Vec<Files>) -> Vec<Value> {
    let home = tempfile::tempdir().expect("a temporary folder");
    let folders: Vec<_> = (0..published.len()).map(|n| home.path().join(n.to_string())).collect();
    published.iter().zip(&folders).for_each(|(files, folder)| files.write(folder));
    let script = "import json, sys\nfrom published import *\n\
                  for f in sys.argv[1:]: print(json.dumps(verify_published(place(f), 1)[1]))";
    let Some(theirs) = theirs(script, &folders) else { return Vec::new() };
    assert_eq!(theirs.len(), published.len());
    for ((files, theirs), number) in published.iter().zip(&theirs).zip(0..) {
        let Ok(inspected) = inspect(files, Serial, &TrustAnchors::default(), &mut |_| {});
        same(&told(&inspected.report), theirs, &format!("published log {number}"));
    }
    theirs
}

/// How often each verdict was given.
fn counted(answers: &[Value]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    let verdicts = answers.iter().map(|answer| answer["verdict"].as_str().expect("a word").to_owned());
    verdicts.for_each(|verdict| *counted.entry(verdict).or_default() += 1);
    counted
}

#[test]
fn they_agree_on_published_stories() {
    let stories = (100..110).map(|seed| Files::of(&Story::tell(seed).ledger));
    let answers = agree(stories.chain([Files::of(&Ledger::tiny()), Files::of(&long())]).collect());
    eprintln!("{:?}", counted(&answers));
    assert!(answers.is_empty() || answers[10..].iter().all(|answer| answer["verdict"] == "verified"));
}

#[test]
fn they_agree_on_forged_publications() {
    let (mut chance, tiny, long) = (Chance(3), Files::of(&Ledger::tiny()), Files::of(&long()));
    let mut forged: Vec<_> = (0..120).map(|_| tiny.forged(&mut chance)).collect();
    forged.extend((0..30).map(|_| long.forged(&mut chance)));
    let answers = agree(forged);
    eprintln!("{:?}", counted(&answers));
}

/// A ledger that published this or that beside its journal: the same, less, more, another root, under another key, no
/// note.
#[test]
fn they_agree_on_ledgers_and_what_they_published() {
    let (home, ledger) = (tempfile::tempdir().expect("a temporary folder"), Ledger::tiny());
    let more = {
        let mut more = Ledger::tiny();
        more.say(candidate(1, "Ada"), &[("TOP", "1")]).expect_err("she is registered");
        more.checkpoint(5)
    };
    let other = Files::of(&long());
    let mut stranger = Ledger::tiny();
    stranger.log = log_key("log 2");
    let published = [
        ("same", ledger.checkpoint(4).to_string().into_bytes()),
        ("less", ledger.checkpoint(2).to_string().into_bytes()),
        ("more", more.to_string().into_bytes()),
        ("another root", other.0[CHECKPOINT].clone()),
        ("another key", stranger.checkpoint(4).to_string().into_bytes()),
        ("no note", b"nothing\n".to_vec()),
    ];
    let folders = published.map(|(name, note)| {
        let folder = home.path().join(name);
        ledger.write(&folder);
        Files([(CHECKPOINT.to_owned(), note)].into()).write(&folder.join("published"));
        folder
    });
    let answers = agree_on_folders(&folders);
    let verdicts: Vec<_> = answers.iter().map(|answer| answer["verdict"].as_str().expect("a word")).collect();
    let expected = ["verified", "verified", "failed", "failed", "failed", "verified"];
    assert!(verdicts.is_empty() || verdicts == expected, "{verdicts:?}");
}

/// Whoever witnesses under this number.
fn witness(number: usize) -> NoteSigner {
    let name = format!("witness.example/w{number}");
    NoteSigner::new(name.parse().expect("a name"), SecretKey::demonstration("witness:", &name))
}

const NAMES: [&str; 4] = ["a", "b", "c", "d"];

/// A trust file of the log and some witnesses, in groups as chance has it; now and then it is no trust file.
fn trust_file(chance: &mut Chance) -> String {
    let mut lines = vec![format!("log {}", log_key(ORIGIN).verifier())];
    for (number, name) in NAMES.iter().enumerate() {
        let kind = chance.of(&[KeyKind::Ed25519, KeyKind::Cosigner]);
        lines.push(format!("witness {name} {}", witness(number).verifier().spelled(kind)));
    }
    let mut names: Vec<_> = NAMES.map(str::to_owned).to_vec();
    for number in 0..chance.below(4) {
        let members: Vec<_> = (0..1 + chance.below(3)).map(|_| names.remove(chance.below(names.len()))).collect();
        let threshold = chance.of(&["any", "all", "1", "2", "3"]);
        lines.push(format!("group g{number} {threshold} {}", members.join(" ")));
        names.push(format!("g{number}"));
        if names.len() < 3 {
            break;
        }
    }
    lines.push(format!("quorum {}", if chance.percent(15) { "none".to_owned() } else { chance.of(&names) }));
    match chance.below(20) {
        0 => drop(lines.remove(chance.below(lines.len()))),
        1 => lines.insert(chance.below(lines.len()), chance.of(&lines)),
        2 => lines.reverse(),
        _ => {}
    }
    let end = if chance.percent(10) { ["", "\r\n"] } else { ["\n", " \t\n\n# end\n"] };
    lines.join("\n") + chance.of(&end)
}

/// A receipt of any event, cosigned as chance has it; now and then with something wrong.
fn receipt_of(ledger: &Ledger, tree: &Tree, chance: &mut Chance) -> Vec<u8> {
    let index = chance.below(ledger.entries.len());
    let mut signed = ledger.checkpoint(ledger.entries.len());
    for number in (0..NAMES.len()).filter(|_| chance.percent(50)).collect::<Vec<_>>() {
        let witness = witness(number);
        let time = PosixSeconds::try_from(chance.next() >> 1).expect("in range");
        let of = if chance.percent(5) { ledger.checkpoint(1) } else { signed.clone() };
        signed = format!("{signed}{}\n", of.cosign(&witness, time)).parse().expect("a checkpoint");
    }
    let of = if chance.percent(5) { chance.below(ledger.entries.len()) } else { index };
    let entry = (!chance.percent(5)).then(|| ledger.entries[of].clone());
    let index = Sequence(index as u64);
    let mut proof = tree.prove_inclusion(index, tree.size()).expect("it is in");
    match chance.below(20) {
        0 => drop(proof.pop()),
        1 => proof.push(tree.root()),
        2 => proof.reverse(),
        _ => {}
    }
    let mut bytes = Receipt::new(entry, index, proof, signed).expect("a receipt").to_string().into_bytes();
    let at = chance.below(bytes.len());
    match chance.below(16) {
        0 => bytes[at] ^= 1 << chance.below(8),
        1 => bytes.truncate(at),
        2 => drop(bytes.remove(at)),
        _ => {}
    }
    bytes
}

/// What the program says of a receipt under a trust file, in the words of the other one.
fn judged(receipt: &[u8], trust: &str) -> Value {
    let (Ok(receipt), Ok(policy)) = (Receipt::parse(receipt), Policy::parse(trust)) else {
        return json!({ "verdict": "unreadable" });
    };
    let report = receipt::check(&receipt, &policy);
    let mut faults: Vec<_> =
        report.faults.iter().map(|f| (f.code().as_str(), f.sequence.map(|sequence| sequence.0))).collect();
    faults.sort();
    json!({
        "verdict": verdict(report.faults.iter().map(Fault::verdict).max().unwrap_or(Verdict::Verified)),
        "sequence": report.sequence.0,
        "event": report.event.map(|event| event.to_string()),
        "witnesses": report.witnesses,
        "size": report.checkpoint.size.0,
        "fingerprint": report.checkpoint.fingerprint().to_string(),
        "faults": faults,
    })
}

#[test]
fn they_agree_on_receipts() {
    let (mut chance, ledger, home) = (Chance(5), long(), tempfile::tempdir().expect("a folder"));
    let tree = tree(&ledger);
    let cases: Vec<_> = (0..400).map(|_| (receipt_of(&ledger, &tree, &mut chance), trust_file(&mut chance))).collect();
    let mut files: Vec<PathBuf> = Vec::new();
    for (number, (receipt, trust)) in cases.iter().enumerate() {
        for (name, bytes) in [("receipt", &receipt[..]), ("policy", trust.as_bytes())] {
            files.push(home.path().join(format!("{number}.{name}")));
            fs::write(files.last().expect("just pushed"), bytes).expect("a writable folder");
        }
    }
    let script = "import json, sys\nfrom receipt import *\n\
                  for r, p in zip(sys.argv[1::2], sys.argv[2::2]):\n \
                  report = judge(r, p)[1]\n \
                  report['witnesses'] = list(report.get('witnesses', ()))\n \
                  print(json.dumps(report))";
    let Some(theirs) = theirs(script, &files) else { return };
    assert_eq!(theirs.len(), cases.len());
    for ((receipt, trust), theirs) in cases.iter().zip(&theirs) {
        same(&judged(receipt, trust), theirs, &format!("\n{}\n{trust}", String::from_utf8_lossy(receipt)));
    }
    let counted = counted(&theirs);
    assert_eq!(counted.len(), 4, "each verdict occurs: {counted:?}");
    eprintln!("{counted:?}");
}
