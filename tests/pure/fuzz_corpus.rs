//! The corpus of the fuzz targets, replayed on the compiler that everybody has, and the genuine bytes that it grew
//! from. `tests/fuzz/README.md` tells how it grows.

#[path = "../fuzz/harness/mod.rs"]
mod harness;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use harness::{Made, TARGETS};
use protokol::crypto::vkey::PosixSeconds;
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::kit::Kit;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::note::witness::AddCheckpoint;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::ledger::tree::tile;

use crate::kit::chance::Chance;
use crate::kit::tiny::Ledger;

/// What all corpora may weigh together: everybody who clones the repository carries them.
const CORPUS_BYTES_MAX: u64 = 1_500_000;
/// The most files of one corpus: what is minimised well is few.
const CORPUS_FILES_MAX: usize = 200;

/// A target and genuine bytes for it.
type Seed = (&'static str, Vec<u8>);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("readable").path()).collect()
}

fn stems(folder: &str) -> BTreeSet<String> {
    let stem = |path: PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    files(&root().join(folder)).into_iter().map(stem).collect()
}

fn seeds() -> Vec<Seed> {
    let ledger = Ledger::tiny();
    let mut seeds = ledger_seeds(&ledger);
    seeds.extend(note_seeds(&ledger));
    seeds.extend(paper_seeds());
    seeds.extend(tree_seeds());
    seeds.push(("signatures", (0..=255).flat_map(|n: u8| [0, n / 2, n, n]).collect()));
    seeds
}

/// The worked example of `docs/format.md`, and a statement of every kind.
fn ledger_seeds(ledger: &Ledger) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for entry in &ledger.entries {
        let envelope = Envelope::decode(entry).expect("an envelope");
        let signed = SignedStatement::decode(&envelope.submission).expect("a submission");
        seeds.extend([("envelope", entry.clone()), ("statement", signed.statement_bytes().to_vec())]);
        seeds.extend([("submission", signed.to_file()), ("submission", envelope.submission)]);
    }
    for path in files(&root().join("tests/vectors/good")) {
        let digits: String = fs::read_to_string(path).expect("text").split_whitespace().collect();
        seeds.push(("statement", hex::decode(digits).expect("hexadecimal digits")));
    }
    let first = 24 + 2 + ledger.entries[0].len();
    let journal = ledger.journal();
    seeds.extend([("frame", journal[..first].to_vec()), ("frame", journal[first..].to_vec()), ("frame", journal)]);
    let kit = Kit { checkpoint: ledger.checkpoint(4), envelopes: ledger.entries[..3].to_vec() };
    let empty = Kit { envelopes: Vec::new(), ..kit.clone() };
    seeds.extend([("kit", kit.encode()), ("kit", empty.encode()), ("seal", ledger.seal_file())]);
    let short = [ledger.entries[0].as_slice(), b"", b"an entry"];
    let bundled = |entries: &[&[u8]]| {
        let width = u16::try_from(entries.len()).expect("at most 256").to_be_bytes();
        [&width[..], &tile::bundle(entries.iter().copied())].concat()
    };
    seeds.extend([
        ("bundle", bundled(&short)),
        ("bundle", bundled(&short[1..2])),
        ("bundle", bundled(&[b"e".as_slice(); 256])),
    ]);
    seeds.push(("bundle", [&[0, 3][..], &[7; 96]].concat()));
    seeds
}

fn note_seeds(ledger: &Ledger) -> Vec<Seed> {
    let witness = harness::witness();
    let mut seeds = Vec::new();
    let mut notes: Vec<SignedCheckpoint> = [1, 4].map(|size| ledger.checkpoint(size)).into();
    let mut cosigned = ledger.checkpoint(4);
    let time = PosixSeconds::try_from(1_700_000_000).expect("in range");
    let line = cosigned.cosign(&witness, time);
    seeds.push(("checkpoint", format!("{line}\n").into_bytes()));
    cosigned.add_cosignature(line, witness.verifier()).expect("its own");
    notes.push(cosigned.clone());
    for signed in &notes {
        seeds.extend(["note", "checkpoint", "seal"].map(|target| (target, signed.to_string().into_bytes())));
    }
    seeds.push(("checkpoint", ledger.checkpoint(4).checkpoint().text().into_bytes()));
    seeds.push(("checkpoint", ledger.log.verifier().to_string().into_bytes()));
    seeds.push(("note", harness::stranger().sign_note("two\n\nparts\n").expect("a text").to_string().into_bytes()));
    let mut tree = Tree::default();
    ledger.entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    for (index, entry) in (0..).zip(&ledger.entries) {
        for extra in [Some(entry.clone()), None] {
            let proof = tree.prove_inclusion(Sequence(index), Size(4)).expect("within");
            let receipt = Receipt::new(extra, Sequence(index), proof, cosigned.clone()).expect("in range");
            seeds.push(("receipt", receipt.to_string().into_bytes()));
        }
    }
    for (old, new) in [(0, 1), (0, 4), (1, 4), (4, 4), (2, 4)] {
        let proof = tree.prove_consistency(Size(old), Size(new)).expect("within");
        let request = AddCheckpoint::new(Size(old), proof, ledger.checkpoint(new as usize)).expect("short");
        seeds.push(("witness_request", request.to_string().into_bytes()));
    }
    let georgia = fs::read_to_string(root().join("keys/georgia-2018.policy")).expect("text");
    let keys = (ledger.log.verifier(), witness.verifier(), harness::stranger());
    let members = format!("witness a {}\nwitness b {} https://b.example/\n", keys.1, keys.2.verifier());
    let whole = format!("log {} https://a.example/\n\n# two\n{members}group g 1 a b\nquorum g\n", keys.0);
    seeds.extend([georgia, whole].map(|policy| ("policy", policy.into_bytes())));
    seeds
}

/// The drafts that the tests of every kind keep, with the hashes that are blotted out there made up, and manifests.
fn paper_seeds() -> Vec<Seed> {
    let mut seeds = Vec::new();
    for path in files(&root().join("tests/program/kinds/golden")) {
        let story = fs::read_to_string(path).expect("text");
        for told in story.split("$ protokol draft ").skip(1) {
            let draft = told.split_once('\n').expect("a draft follows").1.split("\n$ ").next().expect("a part");
            let mut draft = draft.replace("<time>", "2018-10-28T21:40:00+04:00");
            for number in 1..60 {
                draft = draft.replace(&format!("<{number}>"), &format!("{:02}", 10 + number).repeat(32));
            }
            seeds.push(("draft", draft.into_bytes()));
        }
    }
    for election in ["georgia-2016", "georgia-2018", "azerbaijan-2024"] {
        let manifest = root().join("docs/elections").join(election).join("manifest.toml");
        seeds.push(("manifest", fs::read(manifest).expect("it is there")));
    }
    seeds
}

fn tree_seeds() -> Vec<Seed> {
    let paths = [
        "tile/0/x001/x234/067",
        "tile/1/000.p/17",
        "tile/entries/000.p/255",
        "tile/entries/x123/456",
        "tile/63/007",
        "tile/0/x072/x057/x594/x037/x927/935.p/255",
    ];
    let mut seeds: Vec<Seed> = paths.iter().map(|path| ("tile_path", path.as_bytes().to_vec())).collect();
    let claim = |how: u8, first: u64, second: u64, rest: &[u8]| {
        ("proof", [&[how][..], &first.to_be_bytes(), &second.to_be_bytes(), rest].concat())
    };
    for size in [1, 2, 3, 4, 5, 7, 8, 9, 255, 256, 257, 511, 512, 513, 600] {
        for first in [0, 1, size / 2, size - 1] {
            seeds.extend([claim(0, first, size - 1, &[]), claim(1, first, size - 1, &[])]);
        }
    }
    for change in 0..8 {
        seeds.extend([claim(0, 3, 5, &[change, 1, 1]), claim(1, 3, 5, &[change, 0, 1])]);
    }
    let tiles =
        |old: u64, new: u64, rest: &[u8]| ("tiled", [&old.to_be_bytes(), &new.to_be_bytes()[..], rest].concat());
    for new in [1, 2, 255, 256, 257, 300, 512, 599] {
        seeds.extend([tiles(new / 2, new, &[0]), tiles(new - 1, new, &[0]), tiles(1, new, &[0, 48, 3, 1])]);
    }
    seeds.extend([tiles(1 << 40, u64::MAX, &[1, 7, 9]), tiles(300, 70_000, &[1, 7]), tiles(3, 5, &[0, 0, 0, 0])]);
    seeds.extend([claim(2, 0, 1, &[7; 64]), claim(3, 5, 5, &[7; 64]), claim(3, 4, u64::MAX, &[7; 2048])]);
    seeds
}

/// Signatures by chance, a few among honest ones made as nobody should: `SIGNATURES=1000000` judges as many.
#[test]
fn signatures_together_are_judged_as_one_by_one() {
    let wanted = std::env::var("SIGNATURES").ok().and_then(|wanted| wanted.parse().ok()).unwrap_or(12_000);
    let (mut chance, mut judged, mut made) = (Chance(2018), 0, BTreeSet::new());
    while judged < wanted {
        let (count, wrong) = (1 + chance.below(1600), chance.of(&[0, 0, 1, 5, 60]));
        let mut spelled: Vec<[u8; 4]> =
            (0..count).map(|_| [0, chance.below(64) as u8, chance.small() as u8, 0]).collect();
        for _ in 0..wrong {
            let at = chance.below(count);
            spelled[at] = (chance.next() as u32).to_le_bytes();
        }
        made.insert(harness::signatures(&spelled.concat()));
        judged += count;
    }
    assert_eq!(made.len(), 2, "some batches are right and some are not");
}

#[test]
fn every_parser_has_a_target_and_a_corpus() {
    let names: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let mut targets = stems("tests/fuzz/targets");
    // It reads no bytes but edits a store by them: `tests/store` does the same by chance, and by its corpus.
    let mut corpora = stems("tests/fuzz/corpus");
    assert!(targets.remove("stored") && corpora.remove("stored"));
    assert_eq!(targets, names);
    assert_eq!(corpora, names);
    let manifest = fs::read_to_string(root().join("tests/fuzz/Cargo.toml")).expect("it is there");
    let mut weight = 0;
    for name in &names {
        assert!(manifest.contains(&format!("name = \"{name}\"\npath = \"targets/{name}.rs\"")), "{name}");
        let target = fs::read_to_string(root().join(format!("tests/fuzz/targets/{name}.rs"))).expect("it is there");
        assert!(target.contains(&format!("harness::{name}(bytes);")), "{name}");
        let corpus = files(&root().join("tests/fuzz/corpus").join(name));
        assert!((2..=CORPUS_FILES_MAX).contains(&corpus.len()), "{name}: {} files", corpus.len());
        weight += corpus.iter().map(|file| file.metadata().expect("readable").len()).sum::<u64>();
    }
    assert!(weight <= CORPUS_BYTES_MAX, "{weight} bytes: minimise the corpus");
}

#[test]
fn nothing_in_the_corpus_is_a_finding() {
    for (name, target) in TARGETS {
        let mut made = BTreeSet::new();
        for file in files(&root().join("tests/fuzz/corpus").join(name)) {
            println!("{}", file.display()); // names the file if it is one
            made.insert(target(&fs::read(&file).expect("readable")));
        }
        assert_eq!(made, [Made::Read, Made::Refused].into(), "{name}: both good and bad bytes are in it");
    }
}

/// What every target begins with is genuine, and all of it is read, but for proofs that were changed and bytes that are
/// another part of the same format.
#[test]
fn genuine_bytes_are_read() {
    let mut read = BTreeSet::new();
    for (name, bytes) in seeds() {
        let (_, target) = TARGETS.iter().find(|(target, _)| *target == name).expect("a target");
        let made = target(&bytes);
        let may_be_refused = matches!(name, "proof" | "tiled" | "checkpoint" | "bundle");
        assert!(made == Made::Read || may_be_refused, "{name}: {}", String::from_utf8_lossy(&bytes));
        read.extend((made == Made::Read).then_some(name));
    }
    assert_eq!(read, TARGETS.iter().map(|(name, _)| *name).collect());
}

#[test]
#[ignore = "writes the genuine bytes into the folder that the variable FOLDER names"]
fn write_seeds() {
    let folder = PathBuf::from(std::env::var_os("FOLDER").expect("the variable FOLDER names the folder"));
    for (number, (name, bytes)) in seeds().into_iter().enumerate() {
        fs::create_dir_all(folder.join(name)).expect("writable");
        fs::write(folder.join(name).join(format!("seed-{number}")), bytes).expect("writable");
    }
}
