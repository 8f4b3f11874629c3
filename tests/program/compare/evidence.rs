//! Evidence of a fork: it stands on its own, in one spelling, and proves nothing else than it says.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use protokol::crypto::note::NoteSigner;
use protokol::ledger::files::evidence::EvidenceError;
use protokol::ledger::files::fork::{FORK_BYTES_MAX, FORK_COMMENT, ForkEvidence, NoFork};
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;

use super::{EVENING, MORNING, night, signed_by};
use crate::kit::tiny::*;

fn tree(ledger: &Ledger) -> Tree {
    let mut tree = Tree::default();
    ledger.entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    tree
}

fn of_one_size(one: SignedCheckpoint, other: SignedCheckpoint) -> Result<ForkEvidence, NoFork> {
    ForkEvidence::of_one_size(&[log_key(ORIGIN).verifier().clone()], one, other)
}

/// The evening of one history against the morning of another.
fn grown() -> ForkEvidence {
    let (ledger, other) = (night(7), night(9));
    let (old, new) = (ledger.checkpoint(6), other.checkpoint(MORNING));
    let (at, size) = (old.checkpoint().size, new.checkpoint().size);
    let root = tree(&other).root_at(at).expect("smaller");
    let proof = tree(&other).prove_consistency(at, size).expect("smaller");
    ForkEvidence::new(&[ledger.log.verifier().clone()], old, new, root, proof).expect("two histories")
}

fn flat() -> ForkEvidence {
    of_one_size(night(7).checkpoint(EVENING), night(9).checkpoint(EVENING)).expect("two histories")
}

#[test]
fn a_pair_has_one_spelling_whoever_meets_it() {
    let turned = of_one_size(night(9).checkpoint(EVENING), night(7).checkpoint(EVENING)).expect("two histories");
    assert_eq!(flat(), turned);
    let text = flat().to_string();
    assert!(text.starts_with(&format!("protokol.fork@v1\n{FORK_COMMENT}\nlog {ORIGIN}+")), "{text}");
    assert!(text.len() < 1200, "{} bytes", text.len());
    assert_eq!(flat().proof(), []);
    assert_eq!(grown().proof().len(), 3);
    for evidence in [flat(), grown()] {
        assert_eq!(ForkEvidence::parse(evidence.to_string().as_bytes()).as_ref(), Ok(&evidence));
        assert_eq!(evidence.verify(), Ok(()));
    }
}

/// Of the keys that somebody has at hand, those are listed that signed.
#[test]
fn only_keys_that_signed_are_listed() {
    let keys = [log_key("another").verifier().clone(), log_key(ORIGIN).verifier().clone()];
    let evidence =
        ForkEvidence::of_one_size(&keys, night(7).checkpoint(4), night(9).checkpoint(4)).expect("two histories");
    assert_eq!(evidence.keys(), &keys[1..]);
}

#[test]
fn what_is_no_fork_gives_no_evidence() {
    assert_eq!(of_one_size(night(7).checkpoint(4), night(7).checkpoint(4)), Err(NoFork::Agree));
    assert!(matches!(of_one_size(night(7).checkpoint(4), night(7).checkpoint(8)), Err(NoFork::NotProved(_))));
    let foreign = signed_by(night(9), log_key("another"));
    assert!(matches!(of_one_size(night(7).checkpoint(4), foreign.checkpoint(4)), Err(NoFork::NotSigned(..))));
}

/// A witness's cosignature is kept: it shows to whom the log showed what. It changes nothing of what is proved.
#[test]
fn foreign_signatures_are_kept() {
    let witness = NoteSigner::new(id("witness.example/w"), key((LOG, "witness")));
    let mut cosigned = night(7).checkpoint(4);
    let time = 1_778_443_200.try_into().expect("in range");
    let line = witness.cosign(cosigned.note(), time);
    cosigned = format!("{cosigned}{line}\n").parse().expect("a note with two signatures");
    let evidence = of_one_size(cosigned, night(9).checkpoint(4)).expect("two histories");
    assert!(evidence.to_string().contains("— witness.example/w "));
    assert_eq!(ForkEvidence::parse(evidence.to_string().as_bytes()).as_ref(), Ok(&evidence));
}

/// Not one bit can be turned: what is still read proves nothing any more.
#[test]
fn no_bit_of_evidence_can_be_turned() {
    for evidence in [flat(), grown()] {
        let bytes = evidence.to_string().into_bytes();
        let mut read = 0;
        for at in 0..bytes.len() * 8 {
            let mut turned = bytes.clone();
            turned[at / 8] ^= 1 << (at % 8);
            if let Ok(other) = ForkEvidence::parse(&turned) {
                read += 1;
                assert_ne!(other.verify(), Ok(()), "bit {} of byte {}", at % 8, at / 8);
            }
        }
        assert!(read > 500, "only {read} were read at all");
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/bad/fork")
}

/// What makes a crime of the good file, and what is said to it.
fn crimes() -> BTreeMap<&'static str, String> {
    let (flat, grown) = (flat().to_string(), grown().to_string());
    let (ledger, other) = (night(7), night(9));
    let note = |ledger: &Ledger, size: usize| ledger.checkpoint(size).to_string();
    // The good file with other notes under its lines.
    let with = |text: &str, old: &str, new: &str| {
        let (head, _) = text.split_once("\n\n").expect("a division");
        let lines = head.lines().map(|line| match line.split_once(' ') {
            Some(("old", _)) => format!("old {}\n", old.len()),
            Some(("new", _)) => format!("new {}\n", new.len()),
            _ => format!("{line}\n"),
        });
        format!("{}\n{old}{new}", lines.collect::<String>())
    };
    let line = |text: &str, begins: &str| {
        text.lines().find(|line| line.starts_with(begins)).expect("there is such a line").to_owned()
    };
    let (evening, morning) = (note(&other, 6), note(&other, MORNING));
    let genuine = tree(&other).root_at(other.checkpoint(6).checkpoint().size).expect("smaller");
    let proof_line = grown.lines().skip_while(|line| !line.starts_with("root ")).nth(1).expect("a proof").to_owned();
    let elsewhere = signed_by(night(9), NoteSigner::new(id("other.example/2026"), key((LOG, ORIGIN))));
    let foreign = signed_by(night(9), log_key("another"));
    let (key, another) = (line(&flat, "log "), format!("log {}", log_key("another").verifier()));
    let mut keys = [key.clone(), another.clone()];
    keys.sort();
    let crime = |name: &'static str, text: String| (name, text);
    BTreeMap::from([
        crime("equal-checkpoints", with(&flat, &note(&ledger, 4), &note(&ledger, 4))),
        crime("consistent-checkpoints", with(&grown, &evening, &morning)),
        crime("other-origins", with(&flat, &note(&ledger, 4), &note(&elsewhere, 4))),
        crime("signed-by-another-key", with(&flat, &note(&ledger, 4), &note(&foreign, 4))),
        crime("key-of-another-log", flat.replace(&key, &format!("log {}", elsewhere.log.verifier()))),
        crime("key-that-signed-nothing", flat.replace(&key, &keys.join("\n"))),
        crime("keys-out-of-order", flat.replace(&key, &[keys[1].clone(), keys[0].clone()].join("\n"))),
        crime("key-twice", flat.replace(&key, &format!("{key}\n{key}"))),
        crime("no-key", flat.replace(&format!("{key}\n"), "")),
        crime("newer-first", with(&grown, &morning, &note(&ledger, 6))),
        crime("truncated-proof", grown.replace(&format!("{proof_line}\n"), "")),
        crime("over-long-proof", grown.replace(&proof_line, &format!("{proof_line}\n{proof_line}"))),
        crime("root-that-was-signed", {
            let signed = ledger.checkpoint(6).checkpoint().root;
            let base64 = |root: protokol::crypto::hash::TreeHash| protokol::crypto::base64::encode(&root.0);
            grown.replace(&format!("root {}", base64(genuine)), &format!("root {}", base64(signed)))
        }),
        crime("second-spelling-of-a-number", flat.replace("\nold ", "\nold 0")),
        crime("lengths-that-leave-a-byte", format!("{flat}\n")),
        crime("words-of-a-stranger", flat.replace(FORK_COMMENT, "# This is all a misunderstanding.")),
        crime("crlf", flat.replace('\n', "\r\n")),
        crime("newer-version", flat.replace("@v1", "@v2")),
        crime("cut-short", flat[..flat.len() - 2].to_owned()),
    ])
}

fn verdict(text: &str) -> String {
    match text.parse::<ForkEvidence>() {
        Ok(evidence) => evidence.verify().expect_err("a crime proves nothing").to_string(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn crimes_are_refused_each_with_its_sentence() {
    let crimes = crimes();
    for (name, text) in &crimes {
        let frozen = std::fs::read_to_string(folder().join(format!("{name}.evidence"))).expect(name);
        assert_eq!(&frozen, text, "{name}: a vector is never rewritten");
    }
    let files = std::fs::read_dir(folder()).expect("the vectors are there").count();
    assert_eq!(files, crimes.len() + 1, "every file is a crime of this list, or the list of sentences");
    let told: String = crimes.iter().map(|(name, text)| format!("{name}: {}\n", verdict(text))).collect();
    let expected = std::fs::read_to_string(folder().join("sentences.txt")).expect("the sentences");
    assert_eq!(told, expected);
    assert_eq!(verdict(&"x".repeat(protokol::ledger::files::fork::FORK_BYTES_MAX + 1)), {
        EvidenceError::TooLong { bytes: FORK_BYTES_MAX + 1, limit: FORK_BYTES_MAX }.to_string()
    });
}

/// Writes the vectors that are missing, after a new crime was thought of.
#[test]
#[ignore = "writes files"]
fn missing_vectors_are_written() {
    std::fs::create_dir_all(folder()).expect("writable");
    for (name, text) in crimes() {
        let path = folder().join(format!("{name}.evidence"));
        if !path.exists() {
            std::fs::write(path, text).expect("writable");
        }
    }
}
