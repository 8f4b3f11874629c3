//! Two desks: one with the ledger of the night and its two states, one with a rehearsed ledger that can be written to.

use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::domain::number::Size;
use protokol::intake::toml::manifest::render_manifest;
use protokol::ledger::tree::tile::{bundle, bundles};

use super::night::{self, ALTERED, PHOTOGRAPH, night};
use crate::kit::election;
use crate::kit::program::{Machine, copy, filled};
use crate::kit::tiny::{Ledger, ORIGIN, decision, log_key, submission_of, tiny_manifest};

/// The size of the night's ledger before the disputes begin.
const EVENING: usize = 23;
/// Its size before the second contest is called.
const EARLY: usize = 11;

fn again(machine: &Machine) -> Machine {
    let other = Machine::new();
    copy(machine.folder(), other.folder());
    other
}

/// `ledger` is the night, with two of its three scans and one of them altered; `evening` an older state of it; `other`
/// another history from the evening on; `shut` a night whose figures are not published yet; `elsewhere` another log.
pub fn reader() -> Machine {
    static READER: OnceLock<Machine> = OnceLock::new();
    let machine = READER.get_or_init(|| {
        let machine = Machine::new();
        let ledger = night(night::manifest());
        ledger.write(&machine.path("ledger"));
        let [front, back, _] = <[_; 3]>::try_from(night::scans()).expect("three scans");
        machine.write(&format!("ledger/attachments/{}", front.blake3), PHOTOGRAPH);
        let altered: Vec<_> = ALTERED.iter().map(|byte| byte ^ 1).collect();
        machine.write(&format!("ledger/attachments/{}", back.blake3), altered);
        let mut evening = night(night::manifest());
        evening.entries.truncate(EVENING);
        evening.write(&machine.path("evening"));
        forked().write(&machine.path("other"));
        let late = "2999-01-01T00:00:00Z".parse().expect("an instant");
        let shut = protokol::domain::manifest::Manifest {
            publish_not_before: Some(late),
            complaint_hours: None,
            ..night::manifest()
        };
        night(shut.clone()).write(&machine.path("shut"));
        let mut evening = night(shut);
        evening.entries.truncate(EVENING);
        evening.write(&machine.path("shut-evening"));
        let mut elsewhere = Ledger::tiny();
        elsewhere.log = protokol::crypto::note::NoteSigner::new(
            "elsewhere.example/log".parse().expect("a name"),
            SecretKey::demonstration("log:", "elsewhere"),
        );
        machine.write("elsewhere.checkpoint", elsewhere.checkpoint(4).to_string());
        machine.write("early.checkpoint", ledger.checkpoint(EARLY).to_string());
        machine.write("evening.checkpoint", ledger.checkpoint(EVENING).to_string());
        machine.write("policy", format!("log {}\nquorum none\n", ledger.log.verifier()));
        machine.write("other.policy", format!("log {}\nquorum none\n", log_key("another").verifier()));
        machine
    });
    again(machine)
}

/// The evening, and then a closing that nobody else saw.
fn forked() -> Ledger {
    let mut whole = night(night::manifest());
    whole.entries.truncate(EVENING - 1);
    let mut other = Ledger::default();
    for entry in whole.entries {
        other.put(entry).expect("as in the night");
    }
    let closed = protokol::domain::closing::LedgerClosed { decision: decision() };
    other.say(protokol::domain::statement::Body::LedgerClosed(closed), &[("TOP", "1")]).expect("admissible");
    other
}

/// What two small logs published: the last entry of `newer` is of a version that this program does not know, that of
/// `broken` is no event at all.
pub fn unreadable() -> Machine {
    let machine = Machine::new();
    let mut newer = Ledger::tiny();
    newer.seal(of_the_future(&newer)).expect_err("nobody knows it");
    let mut broken = Ledger::tiny();
    broken.put(b"no envelope".to_vec()).expect_err("it is none");
    for (place, ledger) in [("newer", &newer), ("broken", &broken)] {
        let signed = ledger.checkpoint(ledger.entries.len());
        machine.write(&format!("{place}/checkpoint"), signed.to_string());
        for tile in bundles(Size(0), signed.checkpoint().size) {
            let entries = tile.places().filter_map(|at| ledger.entries.get(at as usize));
            machine.write(&format!("{place}/{tile}"), bundle(entries.map(Vec::as_slice)));
        }
    }
    machine.write("older.checkpoint", Ledger::tiny().checkpoint(4).to_string());
    machine
}

/// A statement of a version that this program does not know.
fn of_the_future(ledger: &Ledger) -> Vec<u8> {
    let closed = protokol::domain::closing::LedgerClosed { decision: decision() };
    let statement = ledger.statement(protokol::domain::statement::Body::LedgerClosed(closed));
    let mut bytes = statement.encode().expect("it fits an entry");
    bytes[..2].copy_from_slice(&[99, 0]);
    submission_of(&bytes, &[("TOP", "1")])
}

/// A small ledger whose last statement is of a version that this program does not know.
pub fn newer() -> Machine {
    let (mut ledger, machine) = (Ledger::tiny(), Machine::new());
    ledger.seal(of_the_future(&ledger)).expect_err("nobody knows it");
    ledger.write(&machine.path("ledger"));
    machine.write("ledger/manifest.toml", render_manifest(&tiny_manifest(), ORIGIN));
    machine
}

/// Six precincts, rehearsed, of which the last has not reported; its draft, its members' keys, and the tables that a
/// real election begins with.
pub fn writer() -> Machine {
    static WRITER: OnceLock<Machine> = OnceLock::new();
    let machine = WRITER.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 6);
        machine.ok("rehearse election");
        machine.ok("draft protocol 01.006 --out blank.toml");
        let figures = ["listed", "received", "took", "invalid", "valid", "01", "02", "03"];
        let figures: Vec<_> = figures.into_iter().zip(["900", "700", "181", "4", "177", "100", "60", "17"]).collect();
        machine.write("draft.toml", filled(&machine.text("blank.toml"), &figures));
        for seat in ["1", "2"] {
            let key = SecretKey::demonstration("01.006", seat);
            machine.write(&format!("{seat}.key"), keyfile::seal_plain(&key).as_bytes());
        }
        machine.write("pass.txt", "a long enough passphrase\n");
        machine
    });
    again(machine)
}

/// The protocol of the last precinct with both signatures, and the same with scans, of which one lies beside it.
pub fn signed() -> Machine {
    let machine = writer();
    machine.ok("sign draft.toml --key 1.key --yes --out new.submission");
    machine.ok("sign new.submission --key 2.key --yes");
    machine
}
