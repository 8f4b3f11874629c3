//! A whole verification beside its signatures alone: `cargo bench --bench verify -- LEDGER` verifies a ledger, and checks the
//! same signatures under the same keys by `verify_strict` and nothing else, on all cores; three times in turn. It prints
//! milliseconds on the wall and of the processor, and what the first is of the second, in hundredths.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use protokol::crypto::context::STATEMENT_SIGNATURE;
use protokol::crypto::key::{AdmittedKey, PublicKey, Signature};
use protokol::crypto::parallel::{ParallelMap, Signatures};
use protokol::domain::number::Sequence;
use protokol::ledger::envelope::Envelope;
use protokol::service::observer::Nobody;
use protokol::service::parallel::Cores;
use protokol::service::verify::{self, Attachments};
use protokol::store::read;
use protokol::verify::conclude::TrustAnchors;

/// How often each is measured.
const TIMES: usize = 3;
/// How long a tick of the kernel's clock is, by which it counts what a process spent.
const TICK_MS: u128 = 10;

/// A statement as it is signed, and who signed it how.
struct Signed {
    message: Vec<u8>,
    by: Vec<(PublicKey, Signature)>,
}

impl Signed {
    /// Reads a submission by its layout alone.
    fn of(submission: &[u8]) -> Self {
        let (length, rest) = submission.split_first_chunk::<4>().expect("a length");
        let (statement, rest) = rest.split_at(u32::from_le_bytes(*length) as usize);
        let pairs = rest[2..].as_chunks::<96>().0.iter().map(|pair| {
            let (key, signature) = pair.split_at(32);
            let signature = Signature::from_bytes(signature.try_into().expect("64 bytes"));
            (PublicKey(key.try_into().expect("32 bytes")), signature)
        });
        Self { message: [STATEMENT_SIGNATURE, statement].concat(), by: pairs.collect() }
    }
}

fn main() {
    // What cargo adds begins with a hyphen.
    let Some(ledger) = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).map(PathBuf::from) else {
        println!("no ledger is named: nothing is measured");
        return;
    };
    let signed = signed(&ledger);
    let signatures: usize = signed.iter().map(|one| one.by.len()).sum();
    let keys: BTreeSet<_> = signed.iter().flat_map(|one| one.by.iter().map(|(key, _)| *key)).collect();
    println!(
        "{} events, {signatures} signatures, {} keys that signed, {} threads",
        signed.len(),
        keys.len(),
        Cores.width()
    );
    for _ in 0..TIMES {
        let together = measured(|| verified(&ledger, Signatures::Together));
        let strict = measured(|| assert!(hold(&signed, &keys), "they verified before"));
        let one_by_one = measured(|| verified(&ledger, Signatures::OneByOne));
        for (what, [wall, processor]) in [("verify", together), ("strict alone", strict), ("one by one", one_by_one)] {
            println!("{what:12} {wall:6} ms wall {processor:6} ms processor");
        }
        let share = |at: usize| 100 * together[at] / strict[at];
        println!("verify is {} % of strict alone on the wall, {} % of the processor", share(0), share(1));
    }
}

fn signed(ledger: &Path) -> Vec<Signed> {
    let reading = read::from_journal(ledger, &TrustAnchors::default(), Cores, &mut |_| {}).expect("a ledger");
    let envelope = |at| reading.events.envelope(Sequence(at)).expect("it reads").expect("it is below the size");
    let submission = |bytes: Vec<u8>| Envelope::decode(&bytes).expect("an envelope").submission;
    (0..reading.events.size().0).map(|at| Signed::of(&submission(envelope(at)))).collect()
}

fn verified(ledger: &Path, signatures: Signatures) {
    let report = verify::ledger(ledger, &TrustAnchors::default(), signatures, Attachments::Unasked, &Nobody);
    assert!(report.expect("a ledger").faults.is_empty());
}

/// Whether all keys are admissible, each looked at once, and all signatures theirs.
fn hold(signed: &[Signed], keys: &BTreeSet<PublicKey>) -> bool {
    let admitted = Cores.map(keys.iter().collect(), |key: &PublicKey| Some((*key, key.admit().ok()?)));
    let Some(admitted) = admitted.into_iter().collect::<Option<HashMap<PublicKey, AdmittedKey>>>() else {
        return false;
    };
    let holds = |one: &Signed| one.by.iter().all(|(key, signature)| admitted[key].verifies(&one.message, signature));
    Cores.map(signed.iter().collect(), holds).into_iter().all(|holds| holds)
}

/// Milliseconds on the wall and of the processor.
fn measured(work: impl FnOnce()) -> [u128; 2] {
    let (since, spent) = (Instant::now(), spent());
    work();
    [since.elapsed().as_millis(), self::spent() - spent]
}

/// What this process spent of the processor so far, in milliseconds, as Linux counts it.
fn spent() -> u128 {
    let stat = fs::read_to_string("/proc/self/stat").expect("a Linux");
    let fields = stat.rsplit(')').next().expect("the name ends").split_whitespace();
    fields.skip(11).take(2).map(|ticks| ticks.parse::<u128>().expect("a number")).sum::<u128>() * TICK_MS
}
