//! No figure leaves the program that is not bound to what the log signed, and to what the reader's policy trusts: each
//! verb is tried, each export, each page and draft, and a verb that nobody lists here is asked for.

use std::fs;
use std::sync::OnceLock;

use protokol::crypto::base64;
use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::vkey::VerifierKey;
use protokol::domain::commission::Office;
use protokol::domain::number::Sequence;
use protokol::domain::text::Text;
use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::frame::{self, FRAME_EVENTS_MAX};
use protokol::ledger::files::seal::{Seal, Slot, encode_slot};
use protokol::ledger::files::slip::{EnrolmentSlip, Holder};
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::tree::merkle::CompactRange;
use protokol::ledger::tree::node::leaf_hash;
use serde_json::Value;

use crate::kit::election;
use crate::kit::program::{Done, Machine, copy, envelopes, filled};
use crate::kit::tiny::LOG;

/// What each verb that reads a ledger may be asked for: of some, more than one thing. Whatever is written goes to `out`.
const READING: [&str; 27] = [
    "tally",
    "tally --unit 01 --contest main",
    "tally ledger/published",
    "findings",
    "log",
    "log --kind protocol",
    "show 01.001",
    "show 3",
    "show checkpoint",
    "show 01.001 --print out",
    "export --out out.tar",
    "mirror out --from ledger/published",
    "export --kit --out out",
    "export --receipt 3 --out out",
    "export --receipt 3 --receipt 4 --out out",
    "export --receipt 3 --from ledger/published --out out",
    "draft protocol 01.006 --out out",
    "draft summary 01 --out out",
    "draft founding --succeeds ledger --from next --log-key KEY --out out",
    "draft founding --succeeds ledger/published --from next --log-key KEY --out out",
    "check draft.toml",
    "sign draft.toml --key 1.key --yes --out out",
    "enrol election/candidates.csv --out out",
    "enrol enrolled/units.csv --slips slips --out out",
    "help E1",
    "compare kept.checkpoint ledger",
    "verify",
];

/// Those that write to the ledger, which recover it first.
const WRITING: [&str; 3] = ["publish", "submit new.submission", "serve --listen 127.0.0.1:0"];

/// Those to which a ledger is nothing, or which make one: but for its file, a policy changes nothing for them.
const ELSEWHERE: [&str; 9] = [
    "rehearse election --ledger out",
    "keygen --name N --out out --passphrase-file pass.txt",
    "init founding.submission --ledger out --log-key ledger/log.key",
    "restore ledger/published --ledger out",
    "witness ledger/published --key 1.key --name w.example/1 --state out",
    "takeover --ledger ledger",
    "completions bash",
    "manual schema",
    "help",
];

/// Six precincts, rehearsed and published, of which the last has not reported; its protocol as a draft and signed.
pub fn office() -> Machine {
    static OFFICE: OnceLock<Machine> = OnceLock::new();
    let office = OFFICE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 6);
        machine.ok("rehearse election");
        machine.ok("draft protocol 01.006 --out blank.toml");
        machine.write("draft.toml", filled(&machine.text("blank.toml"), &election::ADDS_UP));
        for seat in ["1", "2"] {
            let key = SecretKey::demonstration("01.006", seat);
            machine.write(&format!("{seat}.key"), keyfile::seal_plain(&key).as_bytes());
        }
        machine.ok("sign draft.toml --key 1.key --yes --out new.submission");
        machine.ok("sign new.submission --key 2.key --yes");
        machine.write("kept.checkpoint", machine.read("ledger/published/checkpoint"));
        machine.write("pass.txt", "a long enough passphrase\n");
        machine.write("enrolled/units.csv", machine.text("election/units.csv") + "01.099,01,precinct,School 99\n");
        ["manifest.toml", "candidates.csv"].iter().for_each(|file| {
            machine.write(&format!("enrolled/{file}"), machine.read(&format!("election/{file}")));
        });
        let holder = Holder {
            election: "example-2030".parse().expect("an id"),
            unit: "01.099".parse().expect("a unit"),
            seat: None,
            name: "A. Member".parse().expect("a text"),
            office: Office::Chair,
            nominated_by: Text::default(),
        };
        let slip = EnrolmentSlip::sign(holder, &SecretKey::demonstration("slips", "1")).expect("short");
        machine.write("slips/one.slip", slip.to_string());
        machine.write("next/manifest.toml", election::manifest(false, [(1, 1), (3, 2), (3, 2)]));
        machine.write("next/candidates.csv", election::CANDIDATES);
        machine.write("next/units.csv", "unit,parent,tier,name\nCEC,,central,Central\n");
        let chair = SecretKey::demonstration("the next", "chair").public();
        let members = format!("unit,seat,name,office,nominated_by,public_key\nCEC,1,A. Member,chair,,{chair}\n");
        machine.write("next/members.csv", members);
        machine
    });
    let machine = Machine::new();
    copy(office.folder(), machine.folder());
    machine
}

/// Everything that a reader may type, every export among it.
fn reading() -> Vec<String> {
    let exports = super::exports::formats().map(|format| format!("export --format {format} --out out"));
    let key = SecretKey::demonstration("the next", "log").public().to_string();
    READING.iter().map(|typed| typed.replace("KEY", &key)).chain(exports).collect()
}

fn log_of(machine: &Machine) -> VerifierKey {
    machine.text("ledger/log.vkey").trim_end().parse().expect("a verifier key")
}

/// The log's own signer, which a rehearsal's log shares with everybody.
fn signer(machine: &Machine) -> NoteSigner {
    let log = log_of(machine);
    let origin = log.name().as_str();
    let keys = [origin, origin.trim_end_matches("/rehearsal")].map(|origin| SecretKey::demonstration(LOG, origin));
    let key = keys.into_iter().find(|key| key.public() == log.public()).expect("a demonstration key");
    NoteSigner::new(log.name().clone(), key)
}

/// What a run that must fail says: the codes of a report, or of the one error.
fn codes(done: &Done) -> Vec<String> {
    let said = done.json();
    let code = |value: &Value| value["code"].as_str().expect("a code").to_owned();
    match said["faults"].as_array() {
        Some(faults) => faults.iter().map(code).collect(),
        None => vec![code(&said["error"])],
    }
}

/// Tries each of these, and each must be refused with the code and exit, and leave nothing behind.
fn refused<'t>(machine: &Machine, typed: impl IntoIterator<Item = &'t str>, more: &str, exit: i32, code: &str) {
    for typed in typed {
        let done = machine.run(&format!("{typed} --json{more}")).exits(exit);
        assert!(codes(&done).iter().any(|found| found == code), "{code} of {done}");
        let figures = ["\"votes\"", "\"sums\"", "\"findings\":[{"];
        let is_report = typed == "verify";
        assert!(is_report || !figures.iter().any(|figure| done.out.contains(figure)), "{done}");
        assert!(!["out", "out.tar", "out-metadata.json"].iter().any(|file| machine.has(file)), "{done}");
    }
}

fn of_ledger() -> Vec<String> {
    reading().into_iter().filter(|typed| !typed.contains("ledger/published")).collect()
}

fn forget(machine: &Machine, folder: &str) {
    fs::remove_dir_all(machine.path(folder)).expect("it is there");
}

/// The same checkpoint with 64 zero bytes for the log's signature.
fn unsigned(signed: &SignedCheckpoint) -> SignedCheckpoint {
    let line = &signed.note().signatures()[0];
    let bytes = [&line.key_id().0[..], &[0; 64]].concat();
    let text = format!("{}\n\u{2014} {} {}\n", signed.note().text(), line.name().as_str(), base64::encode(&bytes));
    SignedCheckpoint::parse(text.as_bytes()).expect("a note")
}

/// Rewrites the seal, slot by slot.
fn reseal(machine: &Machine, change: impl Fn(usize, &SignedCheckpoint) -> SignedCheckpoint) {
    let seal = Seal::decode(&machine.read("ledger/seal"));
    let slots = seal.slots.iter().enumerate().map(|(nth, slot)| match slot {
        Slot::Written(signed) => encode_slot(&change(nth, signed)).expect("a short note"),
        other => panic!("{other:?}"),
    });
    let bytes: Vec<_> = slots.flatten().collect();
    machine.write("ledger/seal", bytes);
}

#[test]
fn every_verb_is_in_a_list() {
    let help = Machine::new().ok("--help").out;
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let verbs = list.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|verb| !verb.is_empty()));
    let mut verbs: Vec<_> = verbs.collect();
    let lists = [&READING[..], &WRITING[..], &ELSEWHERE[..]];
    let mut listed: Vec<_> = lists.concat().iter().filter_map(|typed| typed.split(' ').next()).collect();
    verbs.sort_unstable();
    listed.sort_unstable();
    listed.dedup();
    assert_eq!(listed, verbs, "how is a new verb bound to what the log signed?");
}

/// What is refused below is answered here, so that it is refused for what is wrong and for nothing else.
#[test]
fn an_honest_ledger_answers_each() {
    let machine = office();
    machine.write("policy", format!("log {}\nquorum none\n", log_of(&machine)));
    for typed in reading() {
        for more in ["", " --policy policy"] {
            machine.ok(&format!("{typed}{more}"));
            for file in ["out", "out.tar", "out-metadata.json"] {
                let path = machine.path(file);
                let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            }
        }
    }
}

#[test]
fn a_seal_that_nobody_signed_is_believed_by_no_verb() {
    for with_store in [true, false] {
        let machine = office();
        reseal(&machine, |_, signed| unsigned(signed));
        if !with_store {
            forget(&machine, "ledger/sled");
        }
        let typed = of_ledger();
        refused(&machine, typed.iter().map(String::as_str).chain(WRITING), "", 1, "V8");
        refused(&machine, ["restore ledger --ledger out"], "", 1, "V8");
    }
}

/// The newer half of the seal is genuine, and what the older one says, the log never signed.
#[test]
fn each_half_of_the_seal_is_the_logs() {
    let machine = office();
    let newest = Seal::decode(&machine.read("ledger/seal")).latest().expect("a slot").1.checkpoint().size;
    let of_older = |_: usize, signed: &SignedCheckpoint| {
        if signed.checkpoint().size == newest { signed.clone() } else { unsigned(signed) }
    };
    reseal(&machine, of_older);
    let typed = of_ledger();
    refused(&machine, typed.iter().map(String::as_str).chain(WRITING), "", 1, "V8");
}

/// Another key signs the seal, and stands in `log.vkey` too: the founding act names the log's.
#[test]
fn the_key_beside_the_seal_is_not_the_logs() {
    let machine = office();
    let other = NoteSigner::new(log_of(&machine).name().clone(), SecretKey::demonstration("somebody", "else"));
    reseal(&machine, |_, signed| signed.checkpoint().clone().sign(&other).expect("the same name"));
    machine.write("ledger/log.vkey", format!("{}\n", other.verifier()));
    refused(&machine, of_ledger().iter().map(String::as_str), "", 1, "V8");
}

/// One member's signature is zeros, in a journal that is whole otherwise, under a seal that the log did sign.
#[test]
fn a_signature_that_no_member_made_is_found_by_each_fold() {
    let machine = office();
    let mut entries = envelopes(&machine.path("ledger"));
    let last = entries.last_mut().expect("a founded ledger");
    let mut envelope = Envelope::decode(last).expect("an envelope");
    let end = envelope.submission.len();
    envelope.submission[end - 64..].fill(0);
    *last = envelope.encode();
    let (signer, mut tree, mut slots) = (signer(&machine), CompactRange::default(), Vec::new());
    for entry in &entries {
        tree.push(leaf_hash(entry));
        let origin = signer.verifier().name().as_str().parse().expect("an origin");
        let checkpoint = Checkpoint { origin, size: tree.size(), root: tree.root() };
        slots.push(encode_slot(&checkpoint.sign(&signer).expect("its own name")).expect("a short note"));
    }
    machine.write("ledger/seal", slots[slots.len() - 2..].concat());
    for folder in ["journal", "sled", "published"] {
        forget(&machine, &format!("ledger/{folder}"));
    }
    let frames = entries.chunks(FRAME_EVENTS_MAX).zip((0..).step_by(FRAME_EVENTS_MAX));
    let journal: Vec<_> = frames.flat_map(|(chunk, first)| frame::encode(Sequence(first), chunk)).collect();
    machine.write("ledger/journal/00000000000000000000.frames", journal);
    let typed = of_ledger();
    refused(&machine, typed.iter().map(String::as_str).chain(WRITING), "", 1, "R33");
    refused(&machine, ["restore ledger --ledger out"], "", 1, "R33");
    let place = format!("Event {}", entries.len() - 1);
    let told = machine.fails("tally", 1);
    assert!(told["says"].as_str().expect("a sentence").contains(&place), "{told}");
}

#[test]
fn a_policy_of_another_log_is_held_against_each() {
    let machine = office();
    let other = NoteSigner::new("other.example/log".parse().expect("a name"), SecretKey::demonstration("an", "other"));
    machine.write("policy", format!("log {}\nquorum none\n", other.verifier()));
    refused(&machine, reading().iter().map(String::as_str), " --policy policy", 1, "V12");
    refused(&machine, ["restore ledger --ledger out"], " --policy policy", 1, "V12");
    // The log's name with a key that is not its own is another log as well.
    let key = SecretKey::demonstration("an", "other").public();
    let named = VerifierKey::ed25519(log_of(&machine).name().clone(), key).expect("an admissible key");
    machine.write("policy", format!("log {named}\nquorum none\n"));
    refused(&machine, reading().iter().map(String::as_str), " --policy policy", 1, "V12");
}

/// A policy that trusts the log and asks for a witness.
fn witnessed(machine: &Machine) -> VerifierKey {
    let key = SecretKey::demonstration("a", "witness").public();
    let witness = VerifierKey::cosigner("witness.example/1".parse().expect("a name"), key).expect("an admissible key");
    let log = log_of(machine);
    machine.write("policy", format!("log {log}\nwitness one {witness}\nquorum one\n"));
    witness
}

#[test]
fn a_quorum_that_is_not_met_is_not_enough_for_any() {
    let machine = office();
    witnessed(&machine);
    // A comparison asks who signed two states, and not who cosigned them.
    let typed: Vec<_> = reading().into_iter().filter(|typed| !typed.starts_with("compare ")).collect();
    refused(&machine, typed.iter().map(String::as_str), " --policy policy", 4, "V13");
    refused(&machine, ["restore ledger --ledger out"], " --policy policy", 4, "V13");
}

#[test]
fn a_cosignature_that_no_witness_made_is_trusted_by_none() {
    let machine = office();
    let witness = witnessed(&machine);
    let published = machine.text("ledger/published/checkpoint");
    let bytes = base64::encode(&[&witness.key_id().0[..], &[0; 72]].concat());
    let forged = format!("{published}\u{2014} {} {bytes}\n", witness.name().as_str());
    machine.write("ledger/published/checkpoint", forged);
    let typed: Vec<_> = reading().into_iter().filter(|typed| !typed.starts_with("compare ")).collect();
    refused(&machine, typed.iter().map(String::as_str), " --policy policy", 1, "V12");
}

#[test]
fn a_kit_is_of_the_log_that_the_policy_trusts() {
    let machine = office();
    machine.ok("export --kit --out kit");
    let of_kit = ["show 01.001 --kit kit", "check draft.toml --kit kit", "draft protocol 01.006 --kit kit --out out"];
    machine.write("policy", format!("log {}\nquorum none\n", log_of(&machine)));
    machine.ok("check draft.toml --kit kit --policy policy");
    let other = NoteSigner::new("other.example/log".parse().expect("a name"), SecretKey::demonstration("an", "other"));
    machine.write("policy", format!("log {}\nquorum none\n", other.verifier()));
    refused(&machine, of_kit, " --policy policy", 1, "V12");
    witnessed(&machine);
    refused(&machine, of_kit, " --policy policy", 4, "V13");
}

#[test]
fn a_file_that_is_no_policy_is_an_error_of_every_verb() {
    let machine = office();
    machine.write("broken", "this is no policy\n");
    let typed = reading();
    for typed in typed.iter().map(String::as_str).chain(WRITING).chain(ELSEWHERE) {
        let before = machine.files();
        for (policy, code) in [("missing", "U2"), ("broken", "U3"), ("election", "U2")] {
            let error = machine.fails(&format!("{typed} --policy {policy}"), 7);
            assert_eq!(error["code"], code, "{typed}");
            assert!(error["file"].as_str().is_some_and(|file| file == policy), "{typed}: {error}");
        }
        assert!(machine.files() == before, "{typed}");
    }
}

#[test]
fn without_a_policy_it_is_told_whose_key_was_believed() {
    let machine = office();
    let log = log_of(&machine);
    let key = format!("{}+{}", log.name().as_str(), log.key_id());
    let told = |typed: &str| machine.ok(typed).err.lines().filter(|line| line.contains(&key)).count();
    for typed in ["tally", "tally --json", "findings --lang az", "log", "show 01.001 --lang ru", "check draft.toml"] {
        assert_eq!(told(typed), 1, "{typed}");
    }
    let said = ["en", "az", "ru"].map(|lang| machine.ok(&format!("show checkpoint --lang {lang}")).err);
    assert!(said[0] != said[1] && said[1] != said[2], "{said:?}");
    // Whoever brings a policy, asks for quiet, or reads no ledger, hears nothing of it.
    machine.write("policy", format!("log {log}\nquorum none\n"));
    machine.ok("export --kit --out kit");
    let silent = ["tally --policy policy", "tally --quiet", "check draft.toml --kit kit", "help V8", "manual schema"];
    for typed in silent {
        assert_eq!(told(typed), 0, "{typed}");
    }
}

/// Of a published log whose key is beside it, the checkpoint alone is read for a receipt and a successor.
#[test]
fn a_checkpoint_that_the_key_beside_it_did_not_sign_is_in_no_receipt() {
    let machine = office();
    let published = SignedCheckpoint::parse(&machine.read("ledger/published/checkpoint")).expect("a checkpoint");
    machine.write("ledger/published/checkpoint", unsigned(&published).to_string());
    let typed: Vec<_> = reading().into_iter().filter(|typed| typed.contains("ledger/published")).collect();
    assert!(typed.len() >= 3, "{typed:?}");
    refused(&machine, typed.iter().map(String::as_str), "", 1, "V8");
    machine.write("ledger/published/checkpoint", published.to_string());
    fs::remove_file(machine.path("ledger/published/log.vkey")).expect("it is there");
    refused(&machine, typed.iter().map(String::as_str), "", 4, "V22");
}
