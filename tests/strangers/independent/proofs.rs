//! Proofs of rows and evidence against snapshots, true and altered by chance: both verifiers say the same of each.

use std::collections::BTreeMap;
use std::path::PathBuf;

use protokol::crypto::parallel::Serial;
use protokol::ledger::files::fold::FoldEvidence;
use protokol::ledger::files::rows_proof::RowsProof;
use protokol::ledger::files::two_snapshots::TwoSnapshots;
use protokol::ledger::files::unnamed::UnnamedEvidence;
use protokol::ledger::note::policy::Policy;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::prove::Asked;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::Verdict;
use protokol::verify::misconduct::{self, Misconduct};
use protokol::verify::rows_proof;
use serde_json::{Value, json};

use super::{Story, same, theirs, verdict};
use crate::kit::chance::Chance;
use crate::kit::numbers::{Numbers, all, row};
use crate::kit::tiny::*;

/// A ledger in which nothing is of a newer version, and what it comes to.
fn numbers(seed: u64) -> Numbers {
    let ledger = if seed.is_multiple_of(2) { Ledger::tiny() } else { Story::tell(6000 + seed).ledger };
    Numbers::of(&ledger.entries, log_key(ORIGIN))
}

/// What is asked for: rows that are there and rows that are not, and everything under prefixes.
fn asked(chance: &mut Chance, numbers: &Numbers) -> Vec<Asked> {
    let keys: Vec<String> = numbers.rows.keys().map(ToString::to_string).collect();
    let strangers = ["unit/P9", "paper/round-1/C2", "total/round-9/TOP", "election/1", "a", "zz"].map(String::from);
    let prefixes = ["unit/", "below/TOP/", "total/round-1/", "summary", "paper/round-2/P", "q"];
    (0..=chance.below(4))
        .map(|_| match chance.below(4) {
            0 => all(chance.of(&prefixes)),
            1 => row(&chance.of(&strangers)),
            _ if keys.is_empty() => row("election"),
            _ => row(&chance.of(&keys)),
        })
        .collect()
}

/// A text with one thing of one line changed, moved or gone.
pub fn altered(chance: &mut Chance, text: &str, other: &str) -> Vec<u8> {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let at = chance.below(lines.len());
    let foreign: Vec<&str> = other.split('\n').collect();
    match chance.below(9) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[chance.below(lines.len())]),
        2 => {
            let with = chance.below(lines.len());
            lines.swap(at, with);
        }
        3 => lines[at] = chance.of(&foreign),
        4 => return text.replace("row ", "none ").into_bytes(),
        5 => return text.replace("none ", "row ").into_bytes(),
        6 => return text.replace('\n', chance.of(&["\r\n", "\r"])).into_bytes(),
        _ => {
            let mut bytes = text.as_bytes().to_vec();
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(7);
            return bytes;
        }
    }
    lines.join("\n").into_bytes()
}

fn told(answer: Verdict, codes: impl Iterator<Item = (String, Option<u64>)>) -> Value {
    let mut faults: Vec<_> = codes.collect();
    faults.sort();
    json!({ "verdict": verdict(answer), "faults": faults })
}

/// What cannot be read, or was changed on its way.
fn unreadable() -> Value {
    json!({ "verdict": "unreadable", "faults": [] })
}

fn ours(bytes: &[u8], policy: &Policy) -> Value {
    if let Ok(proof) = RowsProof::parse(bytes) {
        let report = rows_proof::check(proof, policy);
        let faults = report.faults.iter();
        return told(report.verdict(), faults.map(|f| (f.code().to_string(), f.sequence.map(|at| at.0))));
    }
    let two = TwoSnapshots::parse(bytes).map(Misconduct::Snapshots);
    let two = two.or_else(|_| FoldEvidence::parse(bytes).map(Misconduct::Fold));
    let unnamed = || UnnamedEvidence::parse(bytes).map(|unnamed| Misconduct::Unnamed(Box::new(unnamed)));
    let Ok(evidence) = two.or_else(|_| unnamed()) else { return unreadable() };
    let report = misconduct::check(evidence, &TrustAnchors::under(Some(policy)), Serial);
    let faults = report.faults.iter().map(|fault| fault.code());
    let codes = faults.chain(report.proved.as_ref().err().map(|why| why.code()));
    told(report.verdict(), codes.map(|code| (code.to_string(), None)))
}

/// Both answers on each file under a policy that trusts the log.
pub fn agree(files: Vec<Vec<u8>>) -> BTreeMap<String, usize> {
    let home = tempfile::tempdir().expect("a temporary folder");
    let policy = format!("log {}\nquorum none\n", log_key(ORIGIN).verifier());
    let write = |name: String, bytes: &[u8]| -> PathBuf {
        let path = home.path().join(name);
        std::fs::write(&path, bytes).expect("a writable folder");
        path
    };
    let mut paths = vec![write("policy".into(), policy.as_bytes())];
    paths.extend(files.iter().zip(0..).map(|(bytes, number)| write(number.to_string(), bytes)));
    let script = "import json, sys\n\
                  from verify import *\n\
                  for f in sys.argv[2:]:\n\
                  \x20   try: answer = verify_file(f, sys.argv[1])[1]\n\
                  \x20   except Malformed: answer = {'verdict': 'unreadable', 'faults': []}\n\
                  \x20   if answer['verdict'] == 'unreadable' and 'size' not in answer: answer['faults'] = []\n\
                  \x20   print(json.dumps({key: answer[key] for key in ('verdict', 'faults')}))";
    let mut seen = BTreeMap::new();
    let Some(theirs) = theirs(script, &paths) else { return seen };
    let policy = Policy::parse(&policy).expect("a policy");
    assert_eq!(theirs.len(), files.len());
    for ((bytes, theirs), number) in files.iter().zip(&theirs).zip(0..) {
        same(&ours(bytes, &policy), theirs, &format!("file {number}:\n{}", String::from_utf8_lossy(bytes)));
        *seen.entry(format!("{} {}", theirs["verdict"], theirs["faults"])).or_default() += 1;
    }
    seen
}

fn seeds() -> u64 {
    std::env::var("PROTOKOL_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(150)
}

#[test]
fn they_agree_on_proofs_of_rows() {
    let mut files = Vec::new();
    for seed in 0..seeds() {
        let (mut chance, numbers, other) = (Chance(seed), numbers(seed), numbers(seed + 2));
        let wanted = [asked(&mut chance, &numbers), vec![row("election")]].concat();
        // Where something was founded, the row of the election names the act.
        let events: &[u64] = if numbers.rows.is_empty() { &[] } else { &[0] };
        let proof = numbers.prove(&wanted, events).to_string();
        let foreign = other.prove(&asked(&mut chance, &other), &[]).to_string();
        files.extend((0..4).map(|_| altered(&mut chance, &proof, &foreign)));
        files.push(proof.into_bytes());
    }
    eprintln!("{:?}", agree(files));
}

/// A log that says in one row something else than its events come to, and shows all that determines it.
#[test]
fn they_agree_on_rows_that_contradict_each_other() {
    let mut files = Vec::new();
    for seed in 0..seeds() / 2 {
        let (mut chance, mut numbers) =
            (Chance(seed), Numbers::of(&Story::tell(9000 + seed).ledger.entries, log_key(ORIGIN)));
        let derived: Vec<_> = numbers.rows.keys().filter(|key| key.as_str().starts_with(['t', 'f'])).cloned().collect();
        if !derived.is_empty() && chance.percent(80) {
            let key = chance.of(&derived);
            let value = numbers.rows[&key].clone();
            match super::follows::lie(&mut chance, &key, &value) {
                Some(lie) => drop(numbers.rows.insert(key, lie)),
                None => drop(numbers.rows.remove(&key)),
            }
        }
        if chance.percent(30) {
            garble(&mut chance, &mut numbers);
        }
        let sources = ["candidate/", "contest/", "copy/", "election", "paper/", "summary/", "unit/"];
        let is_source = |key: &RowKey| sources.iter().any(|kind| key.as_str().starts_with(kind));
        let named = |value: &String| value.lines().filter_map(|line| line.split(' ').next()?.parse().ok()).collect();
        let named: Vec<Vec<u64>> =
            numbers.rows.iter().filter(|(key, _)| is_source(key)).map(|(_, value)| named(value)).collect();
        let mut events = named.concat();
        events.sort_unstable();
        events.dedup();
        events.retain(|_| !chance.percent(2));
        let asked: Vec<_> = sources.into_iter().chain(["below/", "finding/", "total/"]).map(all).collect();
        files.push(numbers.prove(&asked, &events).to_string().into_bytes());
    }
    let seen = agree(files);
    eprintln!("{seen:?}");
    assert!(seen.is_empty() || seen.keys().any(|answer| answer.contains("V30")), "nothing was seen: {seen:?}");
}

/// A paper, copies, or a contest names an event less, or something that is none.
fn garble(chance: &mut Chance, numbers: &mut Numbers) {
    let named = ["contest/", "copy/", "paper/"];
    let is_named = |key: &&RowKey| named.iter().any(|kind| key.as_str().starts_with(kind));
    let keys: Vec<_> = numbers.rows.keys().filter(is_named).cloned().collect();
    let Some(value) = (!keys.is_empty()).then(|| chance.of(&keys)).and_then(|key| numbers.rows.get_mut(&key)) else {
        return;
    };
    match value.lines().count() {
        lines if lines > 1 && chance.percent(60) => {
            let at = chance.below(lines);
            let rest = value.lines().enumerate().filter(|(nth, _)| *nth != at);
            *value = rest.map(|(_, line)| format!("{line}\n")).collect();
        }
        _ => value.push_str("nobody\n"),
    }
}

#[test]
fn they_agree_on_evidence_against_snapshots() {
    let mut files = Vec::new();
    for seed in 0..seeds() / 3 {
        let (mut chance, truth) = (Chance(seed), numbers(seed));
        let mut lie = numbers(seed);
        if let Some(value) = lie.rows.values_mut().next() {
            value.push_str("more\n");
        }
        let key = truth.log.verifier().clone();
        let two = TwoSnapshots::new(std::slice::from_ref(&key), truth.snapshot(), lie.snapshot()).to_string();
        let slander = FoldEvidence::new(key.clone(), truth.entries.clone(), truth.snapshot()).to_string();
        let fold = FoldEvidence::new(key, lie.entries.clone(), lie.snapshot()).to_string();
        files.extend((0..3).map(|_| altered(&mut chance, &two, &fold)));
        files.extend((0..3).map(|_| altered(&mut chance, &fold, &slander)));
        files.extend([two, fold, slander].map(String::into_bytes));
    }
    eprintln!("{:?}", agree(files));
}
