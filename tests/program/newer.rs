//! What a newer version of the program made, wherever it stands: "cannot tell", exit 3, and never "no" and never "yes".

use std::fs;
use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::crypto::note::NoteSigner;
use protokol::domain::id::LedgerId;
use protokol::domain::manifest::ElectionCalled;
use protokol::domain::number::{RulesNumber, Sequence};
use protokol::domain::observer::{ObserverAccredited, ObserverRole};
use protokol::domain::statement::{Body, Statement};
use protokol::domain::time::Millis;
use protokol::ledger::envelope::{Envelope, Head};
use protokol::ledger::files::kit::Kit;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::files::seal::encode_slot;
use protokol::ledger::note::checkpoint::Checkpoint;
use protokol::ledger::submission::{FILE_MAGIC, SignedStatement};
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::store::journal::JournalWriter;
use protokol::store::journal::disk::Folder;
use protokol::store::publish::Publisher;
use serde_json::Value;

use crate::kit::election;
use crate::kit::program::{Machine, copy, envelopes};

/// What this program does not know.
#[derive(Clone, Copy, Debug)]
enum Newer {
    Version,
    Kind,
    /// The role of an observer.
    Choice,
}

const ALL: [Newer; 3] = [Newer::Version, Newer::Kind, Newer::Choice];

/// A ledger of the evening of an election, and the same one with an event of a newer version: in `newer` and its
/// `published`, as a submission, in a receipt and in a kit.
fn machine(newer: Newer) -> Machine {
    static EVENING: OnceLock<Machine> = OnceLock::new();
    let evening = EVENING.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 5);
        machine.ok("rehearse election");
        machine.ok("export --kit --out kit.protokol");
        machine.ok("draft turnout 01.001 --contest main --kit kit.protokol --out paper.toml");
        machine
    });
    let machine = Machine::new();
    copy(evening.folder(), machine.folder());
    let entries = envelopes(&machine.path("ledger"));
    let submission = submission(newer, &entries);
    machine.write("newer.submission", [FILE_MAGIC, &submission].concat());
    keep(&machine, grown(entries, submission));
    machine.write("policy", format!("log {}\nquorum none\n", machine.text("ledger/log.vkey").trim_end()));
    machine
}

/// An observer's accreditation as a newer version says it, signed by the quorum.
fn submission(newer: Newer, entries: &[Vec<u8>]) -> Vec<u8> {
    let accredited = ObserverAccredited {
        observer: "abroad".parse().expect("an id"),
        organisation: "Watchers".parse().expect("a text"),
        role: ObserverRole::Media,
        scope: "CEC".parse().expect("a unit"),
        key: SecretKey::demonstration("observer:", "abroad").public(),
    };
    let said_at = Millis::try_from(1_900_000_000_000).expect("an instant");
    let ledger = LedgerId::from(Envelope::hash(&entries[0]));
    let statement = Statement { ledger, said_at, body: Body::ObserverAccredited(accredited) };
    let mut bytes = statement.encode().expect("it fits");
    match newer {
        Newer::Version => bytes[0] = 2,
        Newer::Kind => bytes[2] = 26,
        Newer::Choice => {
            let role = [b"Watchers", &3u32.to_le_bytes()[..]].concat();
            let at = bytes.windows(role.len()).position(|window| window == role).expect("it is in there");
            bytes[at + role.len() - 4] = 4;
        }
    }
    let mut signed = SignedStatement::unsigned(&statement).expect("it fits").encode();
    let length = signed.len() - 2;
    signed.splice(4..length, bytes.iter().copied());
    signed.truncate(length);
    let mut keys: Vec<_> = ["1", "2"].map(|seat| SecretKey::demonstration("CEC", seat)).into();
    keys.sort_by_key(|key| key.public());
    signed.extend((keys.len() as u16).to_le_bytes());
    let message = [b"protokol statement signature v1\n", &bytes[..]].concat();
    for key in keys {
        signed.extend(key.public().0);
        signed.extend(key.sign(&message).to_bytes());
    }
    signed
}

/// The events, with the next one.
fn grown(mut entries: Vec<Vec<u8>>, submission: Vec<u8>) -> Vec<Vec<u8>> {
    let last = entries.last().expect("it was founded");
    let arrival = Envelope::decode(last).expect("an envelope").arrival;
    let head = Head { size: Sequence(entries.len() as u64 - 1).size(), hash: Envelope::hash(last), arrival };
    entries.push(head.seal(arrival, submission).encode());
    entries
}

/// Writes the events down as a writer of the newer version would, under the log's own signature.
fn keep(machine: &Machine, entries: Vec<Vec<u8>>) {
    // What was kept before is another ledger.
    let _ = fs::remove_dir_all(machine.path("newer"));
    let mut tree = Tree::default();
    entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    let vkey = machine.text("ledger/log.vkey");
    let origin = vkey.split('+').next().expect("a verifier key");
    let signer = NoteSigner::new(origin.parse().expect("a name"), SecretKey::demonstration("log:", origin));
    let checkpoint = Checkpoint { origin: origin.parse().expect("an origin"), size: tree.size(), root: tree.root() };
    let signed = checkpoint.sign(&signer).expect("its own name");
    let mut disk = Folder::new(&machine.path("newer"));
    JournalWriter::start().append(&mut disk, Sequence(0), &entries).expect("writable");
    let mut publisher = Publisher::new("published");
    publisher.take(&mut disk, entries.iter().map(Vec::as_slice)).expect("writable");
    publisher.publish(&mut disk, &tree, &signed, None).expect("writable");
    let slot = encode_slot(&signed).expect("it fits a page");
    machine.write("newer/seal", [slot.as_slice(), slot.as_slice()].concat());
    for file in ["manifest.toml", "log.vkey"] {
        machine.write(&format!("newer/{file}"), machine.read(&format!("ledger/{file}")));
        machine.write(&format!("newer/published/{file}"), machine.read(&format!("ledger/{file}")));
    }
    let last = Sequence(entries.len() as u64 - 1);
    let proof = tree.prove_inclusion(last, tree.size()).expect("it is in there");
    let receipt = Receipt::new(entries.last().cloned(), last, proof, signed.clone()).expect("a receipt");
    machine.write("newer.tlog-proof", receipt.to_string());
    machine.write("newer.kit", Kit { checkpoint: signed, envelopes: entries }.encode());
}

/// Runs a command, which must say that it cannot tell.
fn cannot_tell(machine: &Machine, typed: &str) {
    let error = machine.fails(typed, 3);
    assert_eq!(error["code"], "R36", "{typed}: {error}");
}

/// Verifies something, and gives what was told.
fn verified(machine: &Machine, typed: &str, exit: i32) -> (String, Vec<String>) {
    let report = machine.run(&format!("verify {typed} --json")).exits(exit).json();
    let code = |fault: &Value| fault["code"].as_str().expect("a code").to_owned();
    let faults = report["faults"].as_array().expect("a list").iter().map(code).collect();
    (report["verdict"].as_str().expect("a word").to_owned(), faults)
}

#[test]
fn whoever_verifies_cannot_tell() {
    for newer in ALL {
        let machine = machine(newer);
        let told = ("unreadable".to_owned(), vec!["R36".to_owned()]);
        for what in ["newer", "newer/published", "newer/published --policy policy", "newer.tlog-proof --policy policy"]
        {
            assert_eq!(verified(&machine, what, 3), told, "{newer:?}: {what}");
        }
        assert_eq!(machine.run("restore newer/published --ledger restored").exit, 3);
        assert!(!machine.has("restored"), "nothing was restored");
    }
}

#[test]
fn whoever_reads_or_writes_such_a_ledger_cannot_tell() {
    for newer in ALL {
        let machine = machine(newer);
        for typed in ["tally", "findings", "log", "show CEC", "export --kit --out again.kit", "check paper.toml"] {
            cannot_tell(&machine, &format!("{typed} --ledger newer"));
        }
        cannot_tell(&machine, "submit newer.submission --ledger newer --log-key ledger/log.key");
        cannot_tell(&machine, "publish --ledger newer --log-key ledger/log.key");
    }
}

#[test]
fn a_submission_or_kit_of_a_newer_version_is_neither_taken_nor_refused() {
    for newer in ALL {
        let machine = machine(newer);
        let before = machine.read("ledger/seal");
        cannot_tell(&machine, "submit newer.submission");
        cannot_tell(&machine, "sign newer.submission --key ledger/log.key");
        cannot_tell(&machine, "check paper.toml --kit newer.kit");
        cannot_tell(&machine, "sign paper.toml --kit newer.kit --key ledger/log.key");
        cannot_tell(&machine, "draft turnout 01.001 --contest main --kit newer.kit --out other.toml");
        assert!(machine.read("ledger/seal") == before, "nothing is written");
    }
}

/// What is wrong for other reasons stays wrong, wherever it stands beside a newer event.
#[test]
fn nothing_wrong_is_excused() {
    let machine = machine(Newer::Choice);
    let mut entries = envelopes(&machine.path("newer"));
    let last = entries.len() - 2;
    // The submission before the newer one loses the last byte of its last signature.
    entries[last].pop();
    keep(&machine, entries);
    let (verdict, faults) = verified(&machine, "newer", 1);
    assert_eq!(verdict, "failed");
    assert!(faults.contains(&"R35".to_owned()) && faults.contains(&"R36".to_owned()), "{faults:?}");
}

#[test]
fn a_witness_of_the_election_does_not_cosign_what_it_cannot_read() {
    for newer in ALL {
        let machine = machine(newer);
        for (name, seed) in [("recomputed", 101), ("grown", 102)] {
            machine.write(&format!("{name}.key"), keyfile::seal_plain(&SecretKey::from_seed(&[seed; 32])).as_bytes());
        }
        let as_witness = |name: &str| {
            format!(
                "witness newer/published --name w.example/{name} --key {name}.key --state {name} --policy policy --yes"
            )
        };
        cannot_tell(&machine, &format!("{} --election", as_witness("recomputed")));
        // That the log grew, it can tell.
        machine.ok(&as_witness("grown"));
    }
}

/// Whether a log grew, its tree alone answers.
#[test]
fn two_states_are_compared_whatever_their_events_say() {
    for newer in ALL {
        let machine = machine(newer);
        let told = machine.run("compare ledger/published newer/published --policy policy --json").exits(3).json();
        assert_eq!(told["relation"], "continuation", "{told}: it grew, and what changed cannot be told");
    }
}

/// A founding act under rules that this program does not know.
#[test]
fn a_founding_act_of_newer_rules() {
    let machine = machine(Newer::Kind);
    let genesis = envelopes(&machine.path("ledger")).remove(0);
    let submission = Envelope::decode(&genesis).expect("an envelope").submission;
    let statement =
        SignedStatement::decode(&submission).and_then(|signed| Ok(signed.statement()?)).expect("a statement");
    let Body::ElectionCalled(founding) = statement.body.clone() else { panic!("the first event founds") };
    let body = Body::ElectionCalled(ElectionCalled { rules: RulesNumber(65_535), ..founding });
    let mut signed = SignedStatement::unsigned(&Statement { body, ..statement }).expect("it fits");
    ["1", "2"].iter().for_each(|seat| assert!(signed.sign(&SecretKey::demonstration("CEC", seat))));
    machine.write("founding.submission", signed.to_file());
    cannot_tell(&machine, "init founding.submission --log-key ledger/log.key --ledger founded");
    assert!(!machine.has("founded"));
    let genesis = Head::START.seal(Millis::EPOCH, signed.encode()).encode();
    keep(&machine, grown(vec![genesis], signed.encode()));
    assert_eq!(verified(&machine, "newer", 3), ("unreadable".to_owned(), vec!["R36".to_owned(); 2]));
    cannot_tell(&machine, "tally --ledger newer");
}
