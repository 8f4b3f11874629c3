//! The ledger beside others: the events of a recorded ledger are appended to SQLite, PostgreSQL, git, a plain file and a ledger of
//! ours, in batches of several sizes, each durable before the next, and then verified. `benches/peers/run` is how it is started;
//! `README.md` says what each checks.

mod event;
mod git;
mod ours;
mod peer;
mod plain;
mod postgresql;
mod row;
mod sqlite;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use event::{Event, Signers};
use peer::{Peer, Setting};
use table::{Measured, Verified};

type Open = fn(&Setting, &Path) -> Box<dyn Peer>;

/// Everybody, in the order of the table.
const PEERS: [(&str, Open); 5] = [
    (ours::NAME, ours::open),
    (sqlite::NAME, sqlite::open),
    (postgresql::NAME, postgresql::open),
    (git::NAME, git::open),
    (plain::NAME, plain::open),
];

/// Events in a batch, and how many of the last ones are measured: a batch of one waits for the disk each time.
const BATCHES: [(usize, usize); 4] = [(1, 256), (16, 2048), (256, usize::MAX), (4096, usize::MAX)];
/// In what comes before those that are measured.
const BEFORE: usize = 4096;

/// Whether a peer's events are looked at before they are appended, as ours always are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signatures {
    /// Whatever bytes come are appended.
    Unseen,
    /// Every signature of every event is checked first.
    Checked,
}

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [ledger, work, names @ ..] = &arguments[..] else {
        println!("usage: peers LEDGER WORK [PEER...]");
        std::process::exit(2);
    };
    let setting = Setting { ledger: PathBuf::from(ledger), work: PathBuf::from(work) };
    let events = event::all(&setting.ledger);
    let bytes: usize = events.iter().map(|event| event.envelope.len()).sum();
    let signatures: usize = events.iter().map(|event| event.signatures()).sum();
    println!("{} events of {bytes} bytes with {signatures} signatures", events.len());
    let chosen = PEERS.iter().filter(|(name, _)| names.is_empty() || names.iter().any(|one| one == name));
    let chosen: Vec<_> = chosen.collect();
    let (mut appended, mut verified) = (Vec::new(), Vec::new());
    for (batch, most) in BATCHES {
        for (name, open) in &chosen {
            for signatures in looked_at(name) {
                let folder = emptied(&setting.work, name);
                let mut peer = open(&setting, &folder);
                let rate = append(peer.as_mut(), &events, batch, most, *signatures);
                appended.push(Measured { name: label(name, *signatures), rate });
                println!("{:36} {batch:5} in a batch: {rate:8} events a second", label(name, *signatures));
                if *signatures == Signatures::Unseen {
                    verified.push(verify(name, peer, &events, batch));
                }
                fs::remove_dir_all(&folder).expect("it was made for this");
            }
        }
    }
    table::print(&appended, &verified);
}

/// Ours looks at every signature itself; the others do not, and with help of what ours is made of they do. Beside what a commit
/// of git takes, it would not be seen.
fn looked_at(name: &str) -> &'static [Signatures] {
    let once = name == ours::NAME || name == git::NAME;
    if once { &[Signatures::Unseen] } else { &[Signatures::Unseen, Signatures::Checked] }
}

fn label(name: &str, signatures: Signatures) -> String {
    match signatures {
        Signatures::Unseen => name.to_owned(),
        Signatures::Checked => format!("{name}, signatures checked first"),
    }
}

fn emptied(work: &Path, name: &str) -> PathBuf {
    let folder = work.join(name.replace(' ', "-"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a place to work");
    folder
}

/// Appends all events, and says how many of the last ones went in a second.
fn append(peer: &mut dyn Peer, events: &[Event], batch: usize, most: usize, signatures: Signatures) -> u128 {
    let (before, measured) = events.split_at(events.len().saturating_sub(most));
    let mut signers = Signers::default();
    for some in before.chunks(BEFORE) {
        signers.learn(some);
        peer.append(some);
    }
    let since = Instant::now();
    for some in measured.chunks(batch) {
        assert!(signatures == Signatures::Unseen || signers.hold(some), "they were recorded");
        peer.append(some);
    }
    measured.len() as u128 * 1_000_000 / since.elapsed().as_micros()
}

/// Ends the peer, looks at its room on the disk, and has it verify what it holds; then the signatures of the events beside that.
fn verify(name: &'static str, mut peer: Box<dyn Peer>, events: &[Event], batch: usize) -> Verified {
    let room = peer.room();
    let since = Instant::now();
    let own = peer.verify();
    let alone = since.elapsed();
    let with_events = if name == ours::NAME {
        alone
    } else {
        assert!(Signers::default().hold(events), "they were recorded");
        since.elapsed()
    };
    let verified = Verified { name, batch, own, alone, with_events, room };
    println!("{verified}");
    verified
}
