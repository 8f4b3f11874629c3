//! What is answered where something is made or handed in.

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::crypto::note::NoteSigner;
use protokol::domain::commission::Office;
use protokol::domain::number::Seat;
use protokol::ledger::files::slip::{EnrolmentSlip, Holder};

use super::desk::{signed, writer};
use super::frozen::{holds, holds_but};
use crate::kit::program::{Machine, copy, filled};

/// The clock is in every event that arrives now, and in what is signed over it.
const NOW: [&str; 2] = ["event", "fingerprint"];

#[test]
fn a_key() {
    let machine = writer();
    let made = machine.ok("keygen --name \"A --out a.key --passphrase-file pass.txt --json");
    holds_but("key/made", &made, &["public_key", "fingerprint"]);
    let slip = "--slip b.slip --print b.html --election example-2030 --unit 01.001 --office deputy";
    let made = machine.ok(&format!("keygen --name B --out b.key --passphrase-file pass.txt {slip} --json"));
    holds_but("key/with-slip", &made, &["public_key", "fingerprint"]);
}

#[test]
fn slips() {
    let machine = writer();
    machine.write("slips/none.slip", "no slip\n");
    let slip = |unit: &str, seat: u16| {
        let holder = Holder {
            election: "example-2030".parse().expect("an id"),
            unit: unit.parse().expect("a unit"),
            seat: Some(Seat(seat)),
            name: format!("Member {seat}").parse().expect("a text"),
            office: Office::Member,
            nominated_by: "a party".parse().expect("a text"),
        };
        let key = SecretKey::demonstration("slips", &format!("{unit}-{seat}"));
        let slip = EnrolmentSlip::sign(holder, &key).expect("short").to_string();
        machine.write(&format!("slips/{unit}-{seat}.slip"), slip);
    };
    [("01.001", 1), ("01.098", 1), ("01.098", 2), ("01.098", 3), ("01.099", 2)].iter().for_each(|(u, s)| slip(u, *s));
    for table in ["manifest.toml", "candidates.csv"] {
        machine.write(&format!("more/{table}"), machine.read(&format!("election/{table}")));
    }
    let units = machine.text("election/units.csv") + "01.098,01,precinct,School 98\n01.099,01,precinct,School 99\n";
    machine.write("more/units.csv", units);
    let typed = "enrol more/units.csv --slips slips --under 01 --out formed --json";
    holds("slips/sorted", &machine.run(typed).exits(7));
}

#[test]
fn drafts() {
    let machine = writer();
    holds("draft/text", &machine.ok("draft protocol 01.006 --json"));
    holds("draft/text-az", &machine.ok("draft annulment 01.002 --lang az --json"));
    holds("draft/file", &machine.ok("draft protocol 01.006 --out another.toml --json"));
    holds("draft/election", &machine.ok("draft election new --json"));
    holds("enrolment/none", &machine.ok("enrol election/candidates.csv --out drafts --json"));
    for table in ["manifest.toml", "units.csv"] {
        machine.write(&format!("later/{table}"), machine.read(&format!("election/{table}")));
    }
    let candidates = machine.text("election/candidates.csv") + "main,4,Candidate D\nmain,5,Candidate E\n";
    machine.write("later/candidates.csv", candidates);
    holds("enrolment/two", &machine.ok("enrol later/candidates.csv --out more --json"));
}

#[test]
fn checks() {
    let machine = writer();
    holds("check/sound", &machine.ok("check draft.toml --json"));
    holds("check/blank", &machine.run("check blank.toml --json").exits(6));
    holds("check/blank-ru", &machine.run("check blank.toml --lang ru --json").exits(6));
    let figures = [("listed", "900"), ("received", "700"), ("took", "181"), ("invalid", "5"), ("valid", "178")];
    let votes = [("01", "100"), ("02", "60"), ("03", "17")];
    let wrong = filled(&machine.text("blank.toml"), &[&figures[..], &votes[..]].concat());
    machine.write("wrong.toml", &wrong);
    holds("check/findings", &machine.run("check wrong.toml --json").exits(5));
    machine.write("again.toml", wrong.replace("\"01.006\"", "\"01.002\""));
    holds("check/refused", &machine.run("check again.toml --json").exits(6));
    let event = "0".repeat(64);
    machine.ok(&format!("draft annulment 01.002 --event {event} --out annulment.toml"));
    let text = filled(&machine.text("annulment.toml"), &[("reason", "\"the box was open\"")]);
    machine.write("annulment.toml", text);
    holds("check/of-an-event", &machine.run("check annulment.toml --json").exits(6));
}

#[test]
fn signatures() {
    let machine = writer();
    // The statement carries the time at which it was first signed.
    let first = machine.ok("sign draft.toml --key 1.key --yes --out new.submission --json");
    holds_but("signature/first", &first, &["statement"]);
    holds_but("signature/second", &machine.ok("sign new.submission --key 2.key --yes --json"), &["statement"]);
    holds_but("signature/again", &machine.ok("sign new.submission --key 2.key --yes --json"), &["statement"]);
    machine.write("copy.submission", machine.read("new.submission"));
    let joined = "sign --join new.submission copy.submission --out joined.submission --json";
    holds_but("joined/copies", &machine.ok(joined), &["statement"]);
    let unknown = "sign --join new.submission copy.submission --out other.submission --ledger nowhere --json";
    holds_but("joined/without-a-ledger", &machine.ok(unknown), &["statement"]);
}

/// Of a folder, one draft is signed before, one now, and one is not read.
#[test]
fn a_folder() {
    let machine = writer();
    for name in ["a", "b"] {
        machine.write(&format!("drafts/{name}.toml"), machine.read("draft.toml"));
    }
    machine.write("drafts/c.toml", machine.text("draft.toml").replace("took", "taken"));
    machine.ok("sign drafts/a.toml --key 1.key --yes");
    holds_but("signatures/folder", &machine.run("sign drafts --key 1.key --yes --json").exits(7), &["statement"]);
    holds("checks/folder", &machine.run("check drafts --json").exits(7));
}

#[test]
fn submissions() {
    let machine = signed();
    holds_but("submission/sealed", &machine.ok("submit new.submission --json"), &NOW);
    holds_but("submission/already", &machine.ok("submit new.submission --json"), &NOW);
    machine.write("queue/new.submission", machine.read("new.submission"));
    machine.write("queue/other.sub", machine.read("new.submission"));
    let draft = machine.text("draft.toml").replace("\"100\"", "\"101\"");
    machine.write("late.toml", draft);
    holds_but("submissions/already", &machine.ok("submit queue --json"), &NOW);
    let nowhere = machine.run("submit new.submission --receipt late.toml/r.tlog-proof --json").exits(8);
    holds_but("submission/without-receipt", &nowhere, &NOW);
    machine.write("queue/late.toml", machine.read("late.toml"));
    holds_but("submissions/with-drafts", &machine.ok("submit queue --json"), &NOW);
}

/// A queue whose receipt shows another history of the log than the copy of the ledger that it is handed in to.
#[test]
fn a_queue_at_a_fork() {
    let machine = signed();
    machine.write("queue/new.submission", machine.read("new.submission"));
    copy(&machine.path("ledger"), &machine.path("copied"));
    machine.ok("submit queue");
    let annulment = machine.ok("draft annulment 01.004").out;
    machine.write("annulment.toml", filled(&annulment, &[("reason", "\"the box was open\"")]));
    for (paper, seat) in [("annulment.toml", "1"), ("annulment.submission", "2")] {
        machine.write("01.key", keyfile::seal_plain(&SecretKey::demonstration("01", seat)).as_bytes());
        machine.ok(&format!("sign {paper} --key 01.key --yes"));
    }
    machine.ok("submit annulment.submission --ledger copied");
    holds_but("submissions/fork", &machine.run("submit queue --ledger copied --json").exits(1), &NOW);
}

/// A queue with a submission that is taken, with one that is refused, and with one whose scans are owed.
#[test]
fn a_queue() {
    let machine = writer();
    machine.write("front.jpg", [0xFF, 0xD8, 0xFF, 7]);
    machine.ok("draft protocol 01.006 --out scanned.blank --attach front.jpg");
    let figures = ["listed", "received", "took", "invalid", "valid", "01", "02", "03"];
    let figures: Vec<_> = figures.into_iter().zip(["900", "700", "181", "4", "177", "100", "60", "17"]).collect();
    machine.write("scanned.toml", filled(&machine.text("scanned.blank"), &figures));
    machine.write("queue/notes.txt", "the queue of the evening");
    machine.ok("sign scanned.toml --key 1.key --yes --out queue/a.submission");
    holds("submissions/refused", &machine.run("submit queue --without-attachments --json").exits(6));
    holds("submissions/scan-missing", &machine.run("submit queue --json").exits(6));
    machine.ok("sign queue/a.submission --key 2.key --yes");
    holds_but("submission/owed", &machine.ok("submit queue/a.submission --without-attachments --json"), &NOW);
    holds_but("submissions/with-scans", &machine.ok("submit queue --attachments . --json"), &NOW);
    let told = machine.run("verify --attachments --json");
    assert_eq!(told.exit, 0, "{told}");
}

/// A ledger of our own: every key is sealed or demonstrated, and the log's key is nobody's.
#[test]
fn a_founding() {
    let machine = founder();
    let founded =
        machine.ok("init founding.submission --log-key log.key --passphrase-file pass.txt --ledger own --json");
    holds_but("founding/done", &founded, &NOW);
    let published = machine.ok("publish --ledger own --log-key log.key --passphrase-file pass.txt --json");
    holds_but("publication/sealed", &published, &NOW);
}

/// The founding act of an election whose members have keys of their own, signed.
fn founder() -> Machine {
    let machine = writer();
    let key = machine.json("keygen --name log --out log.key --passphrase-file pass.txt");
    let mut members = "unit,seat,name,office,nominated_by,public_key\n".to_owned();
    for (seat, office) in [("1", "chair"), ("2", "secretary"), ("3", "member")] {
        let own = machine.json(&format!("keygen --name {seat} --out own-{seat}.key --passphrase-file pass.txt"));
        members += &format!("CEC,{seat},Member {seat},{office},,{}\n", own["public_key"].as_str().expect("a key"));
    }
    machine.write("election/members.csv", members);
    let text = machine.text("election/manifest.toml").replace("rehearsal = true", "rehearsal = false");
    machine.write("election/manifest.toml", text);
    let key = key["public_key"].as_str().expect("a key").to_owned();
    machine.ok(&format!("draft founding --from election --log-key {key} --out founding.toml"));
    machine.ok("sign founding.toml --key own-1.key --passphrase-file pass.txt --yes");
    machine.ok("sign founding.submission --key own-2.key --passphrase-file pass.txt --yes");
    machine
}

#[test]
fn restorations() {
    let machine = writer();
    machine.ok("export --out web.tar");
    holds("restoration/stops", &machine.ok("restore web.tar --ledger a --json"));
    holds("restoration/goes-on", &machine.ok("restore web.tar --seal ledger/seal --ledger b --json"));
    let mut tar = machine.read("web.tar");
    let name = b"tile/entries/";
    let bundle = tar.windows(name.len()).position(|bytes| bytes == name).expect("a bundle of events");
    // Behind the header of its file.
    tar[bundle + 512 + 100] ^= 1;
    machine.write("forged.tar", tar);
    let refused = machine.run("restore forged.tar --ledger c --json");
    assert!([1, 3].contains(&refused.exit), "{refused}");
    holds("report/not-restored", &refused);
}

/// Where the cosignature of the rehearsal's log is put.
const WITNESSED: &str = "state/db3163a75635079b415eb04a10281c40ce2931358bf88a9cd9a85a10b04fa7fb.cosignature";

#[test]
fn a_witness() {
    let machine = writer();
    machine.write("w.key", keyfile::seal_plain(&SecretKey::from_seed(&[9; 32])).as_bytes());
    machine.write("policy", format!("log {}quorum none\n", machine.text("ledger/log.vkey")));
    let flags = "--policy policy --key w.key --name w.example/1 --state state --passphrase-file pass.txt --json";
    holds_but("cosignature/first", &machine.ok(&format!("witness ledger/published {flags}")), &["cosignature"]);
    holds_but("cosignature/again", &machine.ok(&format!("witness ledger/published {flags}")), &["cosignature"]);
    machine.ok("keygen --name w --out another.key --passphrase-file pass.txt");
    let line = machine.text(WITNESSED);
    let key = SecretKey::from_seed(&[9; 32]);
    let key = NoteSigner::new("w.example/1".parse().expect("a name"), key);
    assert!(line.contains(key.verifier().name().as_str()));
    machine.write(
        "witnesses.policy",
        format!("{}witness w {}\nquorum w\n", machine.text("policy").replace("quorum none\n", ""), key.verifier()),
    );
    let publish = format!("publish --policy witnesses.policy --witness-seconds 1 --cosignature {WITNESSED} --json");
    holds("publication/witnessed", &machine.ok(&publish));
    let flags = flags.replace("w.example/1", "w.example/recomputed").replace("state state", "state another");
    let flags = flags.replace("w.key", "another.key");
    let recomputed = machine.ok(&format!("witness ledger/published --election {flags}"));
    holds_but("cosignature/recomputed", &recomputed, &["cosignature", "numbers"]);
}

/// The first line of a server: where it answers, and under which keys.
#[test]
fn a_witness_that_answers() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;
    let machine = writer();
    machine.write("w.key", keyfile::seal_plain(&SecretKey::from_seed(&[101; 32])).as_bytes());
    machine.write("policy", format!("log {}quorum none\n", machine.text("ledger/log.vkey")));
    let typed =
        "witness serve --policy policy --key w.key --name w.example/1 --state state --listen 127.0.0.1:0 --json";
    let mut server = machine.command(typed).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut line = String::new();
    BufReader::new(server.stdout.take().expect("it is piped")).read_line(&mut line).expect("it greets");
    server.kill().expect("it is ours");
    server.wait().expect("it ends");
    super::frozen::text_holds_but("witness/greeting", &line, &["url"]);
}
