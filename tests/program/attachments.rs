//! Scans from the draft to the ledger and back: named by a person, digested by the program, signed, handed in with the
//! figures, and held against their digests by everybody who wants to.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::domain::attachment::ATTACHMENT_BYTES_MAX;
use serde_json::{Value, json};

use crate::kit::election;
use crate::kit::program::{self, Disk, Machine, copy, envelopes, filled};

const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF, 0xE0];
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const PDF: &[u8] = b"%PDF-1.7\n";
const FIGURES: [(&str, &str); 8] = [
    ("listed", "900"),
    ("received", "700"),
    ("took", "181"),
    ("invalid", "5"),
    ("valid", "176"),
    ("01", "100"),
    ("02", "60"),
    ("03", "16"),
];

fn scan(magic: &[u8], length: usize) -> Vec<u8> {
    magic.iter().copied().chain((0..=250).cycle()).take(length).collect()
}

/// A rehearsed ledger whose last precinct has not reported; its draft names two scans.
fn office() -> Machine {
    static OFFICE: OnceLock<Machine> = OnceLock::new();
    let office = OFFICE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 5);
        machine.ok("rehearse election");
        for seat in ["1", "2"] {
            let key = SecretKey::demonstration("01.005", seat);
            machine.write(&format!("{seat}.key"), keyfile::seal_plain(&key).as_bytes());
        }
        machine.write("room/scans/front.jpg", scan(JPEG, 200_000));
        machine.write("room/back.PDF", scan(PDF, 70_000));
        let scans = "--attach room/scans/front.jpg --attach room/back.PDF";
        machine.ok(&format!("draft protocol 01.005 --out room/blank.toml {scans}"));
        machine.write("room/draft.toml", filled(&machine.text("room/blank.toml"), &FIGURES));
        machine
    });
    let machine = Machine::new();
    copy(office.folder(), machine.folder());
    machine
}

/// Signs the draft by its quorum.
fn signed(machine: &Machine) {
    machine.ok("sign room/draft.toml --key 1.key --yes");
    machine.ok("sign room/draft.submission --key 2.key --yes");
}

/// The same, with the scans lying beside the submission.
fn ready() -> Machine {
    let machine = office();
    signed(&machine);
    machine.write("room/front.jpg", machine.read("room/scans/front.jpg"));
    machine
}

fn kept(machine: &Machine) -> Vec<String> {
    let entries = fs::read_dir(machine.path("ledger/attachments")).into_iter().flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn blake3(bytes: &[u8]) -> String {
    let mut digester = protokol::crypto::hash::Digester::default();
    digester.update(bytes);
    digester.finish().blake3.to_string()
}

fn sha256(bytes: &[u8]) -> String {
    hex(&protokol::crypto::hash::sha256(&[bytes]))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The account's line about attachments.
fn told(verified: &Value) -> Option<(String, String)> {
    let checks = verified["checks"].as_array().expect("a list");
    let line = checks.iter().find(|check| check["name"] == "Attachments")?;
    let text = |key: &str| line[key].as_str().expect("a text").to_owned();
    Some((text("status"), text("detail")))
}

/// What the verifier in Python says of the attachments, where `PROTOKOL_PYTHON` names an interpreter.
fn second_verifier(machine: &Machine) -> Option<(Vec<String>, Option<i32>)> {
    let python = std::env::var("PROTOKOL_PYTHON").ok()?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/independent/verify.py");
    let done = Command::new(python)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .arg(script)
        .arg(machine.path("ledger"))
        .args(["--workers", "1", "--attachments"])
        .output()
        .expect("PROTOKOL_PYTHON names an interpreter");
    let report: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let faults = report["faults"].as_array().expect("a list").iter();
    let codes = faults.map(|fault| fault["code"].as_str().expect("a code").to_owned());
    Some((codes.collect(), done.status.code()))
}

/// The same answer, where the other verifier was asked at all.
fn theirs(codes: &[&str], exit: i32) -> Option<(Vec<String>, Option<i32>)> {
    std::env::var_os("PROTOKOL_PYTHON")?;
    Some((codes.iter().map(|code| (*code).to_owned()).collect(), Some(exit)))
}

fn says(status: &str, detail: &str) -> Option<(String, String)> {
    Some((status.to_owned(), detail.to_owned()))
}

#[test]
fn scans_get_from_the_draft_into_the_ledger() {
    let machine = office();
    let draft = machine.text("room/draft.toml");
    assert!(draft.contains("file = \"scans/front.jpg\"") && draft.contains("file = \"back.PDF\""), "{draft}");
    machine.ok("check room/draft.toml");
    assert_eq!(told(&machine.json("verify ledger")), None, "where there are none, nothing is said");
    assert_eq!(told(&machine.json("verify ledger --attachments")), says("ok", "no event names any"));

    let shown = machine.ok("sign room/draft.toml --key 1.key --yes").err;
    assert!(shown.contains("front.jpg, JPEG, 200 000 bytes, BLAKE3 "), "{shown}");
    machine.ok("sign room/draft.submission --key 2.key --yes");
    // The scans were left where they are: one of them does not lie beside the submission.
    let (seal, before) = (machine.read("ledger/seal"), envelopes(&machine.path("ledger")));
    let error = machine.fails("submit room/draft.submission", 6);
    assert_eq!((&error["code"], &error["item"]), (&json!("U10"), &json!("front.jpg")));
    assert!(error["file"].as_str().is_some_and(|file| file.ends_with("draft.submission")), "{error}");
    assert_eq!(kept(&machine), [""; 0]);
    // Nobody is asked for a key, or for a passphrase, before there is something to hand in.
    let keyless = machine.fails("submit room/draft.submission --log-key nowhere.key", 6);
    assert_eq!(keyless["code"], "U10");
    assert!((machine.read("ledger/seal"), envelopes(&machine.path("ledger"))) == (seal, before), "nothing is written");

    assert_eq!(machine.fails("submit room/draft.submission --ledger election", 10)["code"], "V18");
    machine.write("stick/front.jpg", machine.read("room/scans/front.jpg"));
    machine.write("stick/back.PDF", machine.read("room/back.PDF"));
    let sealed = machine.json("submit room/draft.submission --attachments stick");
    assert_eq!((&sealed["status"], &sealed["attachments"]), (&json!("sealed"), &json!({ "named": 2, "missing": 0 })));
    let files = ["room/scans/front.jpg", "room/back.PDF"].map(|file| machine.read(file));
    let mut names = files.each_ref().map(|bytes| blake3(bytes));
    for (name, bytes) in names.iter().zip(&files) {
        assert_eq!(&machine.read(&format!("ledger/attachments/{name}")), bytes);
    }
    names.sort();
    assert_eq!(kept(&machine), names);
    // Handed in again, they are not even looked for.
    let again = machine.json("submit room/draft.submission --attachments stick/nowhere");
    assert_eq!(again["status"], "already");

    let unasked = machine.json("verify ledger");
    assert_eq!(unasked["verdict"], "verified");
    assert_eq!(told(&unasked), says("skipped", "2 attachments were not asked for: --attachments"));
    assert_eq!(told(&machine.json("verify ledger --attachments")), says("ok", "2 of 2"));
    let text = machine.ok("verify ledger --attachments").out;
    assert!(text.contains("Attachments  ok       2 of 2"), "{text}");

    let event = sealed["event"].as_str().expect("a hash");
    let shown = machine.json(&format!("show {event}"));
    assert_eq!(shown["attachments"][0]["name"], "front.jpg");
    assert_eq!(shown["attachments"][0]["sha256"], sha256(&files[0]));
    assert_eq!(
        (&shown["attachments"][1]["kept"], &shown["attachments"][1]["bytes"]),
        (&json!("there"), &json!(70_000))
    );
    let unit = machine.json("show 01.005");
    assert_eq!(unit["papers"][0]["attachments"], shown["attachments"]);
    let text = machine.ok("show 01.005").out;
    assert!(text.contains("back.PDF, PDF, 70 000 bytes, BLAKE3 ") && text.contains("…  there"), "{text}");
    machine.fails("verify room/draft.tlog-proof --attachments", 2);
}

#[test]
fn a_file_that_is_no_scan_is_told_with_its_line() {
    let machine = office();
    let draft = machine.text("room/draft.toml");
    let line = draft.lines().position(|line| line.contains("scans/front.jpg")).expect("it is named") + 1;
    let too_long = usize::try_from(ATTACHMENT_BYTES_MAX).expect("it fits") + 1;
    machine.write("room/longest.jpg", scan(JPEG, too_long - 1));
    machine.write("room/empty.jpg", "");
    machine.write("room/long.jpg", scan(JPEG, too_long));
    machine.write("room/letter.jpg", "<html>");
    machine.write("room/image.jpg", scan(PNG, 100));
    machine.write("room/image", scan(PNG, 100));
    machine.write("room/\u{202e}gpj.jpg", scan(JPEG, 100));
    fs::create_dir(machine.path("room/folder.jpg")).expect("a folder");
    symlink("/dev/zero", machine.path("room/device.jpg")).expect("a link");
    let cases = [
        ("nowhere.jpg", "no file"),
        ("empty.jpg", "empty"),
        ("long.jpg", "larger than 20 MB"),
        ("letter.jpg", "neither a JPEG"),
        ("image.jpg", "a PNG"),
        ("image", "a PNG"),
        ("\u{202e}gpj.jpg", ""),
        ("folder.jpg", "no ordinary file"),
        ("device.jpg", "no ordinary file"),
        ("", "not filled in"),
    ];
    for (file, what) in cases {
        machine.write("room/other.toml", draft.replace("scans/front.jpg", file));
        for typed in ["check room/other.toml", "sign room/other.toml --key 1.key --yes"] {
            let error = machine.fails(typed, 7);
            assert_eq!((&error["code"], &error["line"]), (&json!("U4"), &json!(line)), "{file}: {error}");
            assert_eq!((&error["item"], &error["unit"]), (&json!("file"), &json!("01.005")), "{file}: {error}");
            assert!(error["file"].as_str().is_some_and(|file| file.ends_with("other.toml")), "{file}: {error}");
            assert!(error["says"].as_str().is_some_and(|says| says.contains(what)), "{file}: {error}");
        }
        assert!(!machine.has("room/other.submission"));
        if !file.is_empty() {
            let error = machine.fails(&format!("draft protocol 01.005 --out new.toml --attach room/{file}"), 7);
            assert!(error["says"].as_str().is_some_and(|says| says.contains(what)), "{file}: {error}");
            assert!(!machine.has("new.toml"));
        }
    }
    machine.write("room/other.toml", draft.replace("scans/front.jpg", "longest.jpg"));
    machine.ok("check room/other.toml");

    // Two files of one name would hide one another.
    machine.write("room/scans/back.PDF", scan(PDF, 1000));
    machine.write("room/other.toml", draft.replace("scans/front.jpg", "scans/back.PDF"));
    let error = machine.fails("check room/other.toml", 7);
    assert!(error["says"].as_str().is_some_and(|says| says.contains("two different files")), "{error}");
    machine.write("room/other.toml", draft.replace("file = \"back.PDF\"", "file = \"back.PDF\"\nmedia = \"pdf\""));
    assert_eq!(machine.fails("check room/other.toml", 7)["item"], "media");
    let error = machine.fails("draft turnout 01.005 --attach room/back.PDF", 2);
    assert_eq!(error["code"], "U1");
}

#[test]
fn digests_that_are_given_stay_legal() {
    let machine = office();
    let draft = machine.text("room/draft.toml");
    let front = machine.read("room/scans/front.jpg");
    let at = draft.find("\n[[attachments]]").expect("they stand at the end");
    let given = format!(
        "\n[[attachments]]\nname = \"front.jpg\"\nmedia = \"jpeg\"\nbytes = {}\nblake3 = \"{}\"\nsha256 = \"{}\"\n",
        front.len(),
        blake3(&front),
        sha256(&front)
    );
    machine.write("given.toml", format!("{}{given}", &draft[..at]));
    machine.ok("check given.toml");
    machine.write("typed.toml", format!("{}\n[[attachments]]\nfile = \"front.jpg\"\n", &draft[..at]));
    machine.write("front.jpg", &front);
    // They say the same; a scan of another length does not.
    machine.ok("sign given.toml --key 1.key --yes --second typed.toml");
    machine.write("front.jpg", scan(JPEG, 199_999));
    let error = machine.fails("sign given.submission --key 2.key --yes --second typed.toml", 7);
    assert!(error["item"].as_str().is_some_and(|item| item.starts_with("attachments[0].")), "{error}");
    machine.ok("sign given.submission --key 2.key --yes");

    // A statement may name anything; what comes in is what was signed, and nothing outside the folder.
    assert_eq!(machine.fails("submit given.submission", 6)["code"], "U11");
    fs::remove_file(machine.path("front.jpg")).expect("it goes");
    machine.write(&sha256(&front), &front);
    assert_eq!(machine.json("submit given.submission")["status"], "sealed");
    assert_eq!(told(&machine.json("verify --attachments")), says("ok", "1 of 1"));
}

#[test]
fn a_name_leads_nowhere_else() {
    let machine = office();
    let front = machine.read("room/scans/front.jpg");
    let draft = machine.text("room/draft.toml");
    let at = draft.find("\n[[attachments]]").expect("they stand at the end");
    let draft = |name: &str, bytes: &[u8]| {
        format!(
            "{}\n[[attachments]]\nname = \"{name}\"\nmedia = \"jpeg\"\nbytes = {}\nblake3 = \"{}\"\nsha256 = \"{}\"\n",
            &draft[..at],
            bytes.len(),
            blake3(bytes),
            sha256(bytes)
        )
    };
    machine.write("front.jpg", &front);
    let whole = machine.path("front.jpg");
    let html = b"<html>".to_vec();
    machine.write("room/front.html", &html);
    for (name, bytes, code) in [
        ("../front.jpg", &front, "U10"),
        (whole.to_str().expect("a path"), &front, "U10"),
        ("..", &front, "U10"),
        // The digests are right, and it is no JPEG.
        ("front.html", &html, "U11"),
    ] {
        machine.write("room/named.toml", draft(name, bytes));
        machine.ok("sign room/named.toml --key 1.key --yes");
        machine.ok("sign room/named.submission --key 2.key --yes");
        assert_eq!(machine.fails("submit room/named.submission", 6)["code"], code, "{name}");
        assert_eq!(kept(&machine), [""; 0], "{name}");
        fs::remove_file(machine.path("room/named.submission")).expect("it goes");
    }
}

#[test]
fn a_scan_that_was_changed_is_refused() {
    let machine = ready();
    for change in ["cut", "bit", "grown"] {
        let mut bytes = machine.read("room/scans/front.jpg");
        match change {
            "cut" => bytes.truncate(199_999),
            "bit" => bytes[100_000] ^= 1,
            _ => bytes.push(0),
        }
        machine.write("room/front.jpg", bytes);
        let error = machine.fails("submit room/draft.submission", 6);
        assert_eq!((&error["code"], &error["item"]), (&json!("U11"), &json!("front.jpg")), "{change}");
        assert_eq!(kept(&machine), [""; 0]);
        assert!(!machine.has("room/draft.tlog-proof"));
    }
}

#[test]
fn a_refused_submission_leaves_no_scans_behind() {
    let machine = office();
    machine.write("room/front.jpg", machine.read("room/scans/front.jpg"));
    machine.ok("sign room/draft.toml --key 1.key --yes");
    assert_eq!(machine.fails("submit room/draft.submission", 6)["code"], "R11");
    assert_eq!(kept(&machine), [""; 0]);
}

#[test]
fn in_a_queue_only_the_one_without_its_scan_stays_out() {
    let machine = ready();
    machine.write("queue/draft.submission", machine.read("room/draft.submission"));
    machine.ok("draft turnout 01.005 --out blank.toml");
    machine.write("report.toml", filled(&machine.text("blank.toml"), &[("as_of", "\"12:00\""), ("voters", "5")]));
    machine.ok("sign report.toml --key 1.key --yes --out queue/report.submission");
    let done = machine.run("submit queue --json").exits(6).json();
    let all = done["submissions"].as_array().expect("a list");
    assert_eq!((&all[0]["error"]["code"], &all[1]["status"]), (&json!("U10"), &json!("sealed")));
    let done = machine.json("submit queue --attachments room");
    let mut statuses = done["submissions"].as_array().expect("a list").iter().map(|one| &one["status"]);
    assert!(statuses.any(|status| status == "sealed"), "{done}");
    assert_eq!(told(&machine.json("verify --attachments")), says("ok", "2 of 2"));
}

#[test]
fn figures_first_and_scans_later() {
    let machine = ready();
    let sealed = machine.json("submit room/draft.submission --without-attachments");
    assert_eq!(sealed["attachments"], json!({ "named": 2, "missing": 2, "lacking": ["front.jpg", "back.PDF"] }));
    assert_eq!(machine.json("tally --unit 01.005")["contests"][0]["in_force"], 1);
    let waiting = machine.run("verify --attachments --json").exits(4).json();
    assert_eq!((&waiting["verdict"], &waiting["faults"][0]["code"]), (&json!("insufficient"), &json!("V19")));
    assert_eq!(
        (&waiting["faults"][0]["sequence"], &waiting["faults"][0]["unit"]),
        (&sealed["sequence"], &json!("01.005"))
    );
    let file = waiting["faults"][0]["file"].as_str().expect("a file");
    assert_eq!(file, format!("attachments/{}", blake3(&machine.read("room/front.jpg"))));
    assert_eq!(waiting["faults"].as_array().map(Vec::len), Some(2));
    assert!(
        told(&waiting).is_some_and(|(status, says)| status == "note" && says.starts_with("2 missing")),
        "{waiting}"
    );
    assert_eq!(machine.json("verify")["verdict"], "verified", "who does not ask is told of no fault");

    assert_eq!(second_verifier(&machine), theirs(&["V19", "V19"], 4));
    // One alone is not taken; both are.
    fs::rename(machine.path("room/back.PDF"), machine.path("back.PDF")).expect("it goes");
    assert_eq!(machine.fails("submit room/draft.submission", 6)["item"], "back.PDF");
    assert_eq!(kept(&machine), [""; 0]);
    fs::rename(machine.path("back.PDF"), machine.path("room/back.PDF")).expect("it comes");
    let again = machine.json("submit room/draft.submission");
    assert_eq!((&again["status"], &again["event"]), (&json!("already"), &sealed["event"]));
    assert_eq!(again["attachments"], json!({ "named": 2, "missing": 0 }));
    assert_eq!(machine.json("verify --attachments")["verdict"], "verified");
    machine.fails("submit room/draft.submission --without-attachments --attachments room", 2);
}

#[test]
fn an_altered_or_missing_file_is_told_and_put_right() {
    let machine = ready();
    machine.ok("submit room/draft.submission");
    let front = format!("ledger/attachments/{}", blake3(&machine.read("room/front.jpg")));
    let back = format!("ledger/attachments/{}", blake3(&machine.read("room/back.PDF")));
    let honest = machine.read(&front);
    let mut altered = honest.clone();
    altered[150_000] ^= 1;
    for (change, bytes) in [("a bit", altered.clone()), ("cut", honest[..1000].to_vec()), ("empty", Vec::new())] {
        machine.write(&front, bytes);
        let failed = machine.run("verify --attachments --json").exits(1).json();
        assert_eq!((&failed["verdict"], &failed["faults"][0]["code"]), (&json!("failed"), &json!("V20")), "{change}");
        assert_eq!(failed["faults"][0]["unit"], "01.005");
        assert!(told(&failed).is_some_and(|(status, _)| status == "failed"), "{failed}");
        assert_eq!(machine.json("verify")["verdict"], "verified");
    }
    // A link to the very bytes is no file of the ledger's.
    machine.write("elsewhere", &honest);
    fs::remove_file(machine.path(&front)).expect("it goes");
    symlink(machine.path("elsewhere"), machine.path(&front)).expect("a link");
    assert_eq!(machine.run("verify --attachments --json").exits(1).json()["faults"][0]["code"], "V20");
    fs::remove_file(machine.path(&front)).expect("it goes");
    machine.write(&front, &altered);

    fs::remove_file(machine.path(&back)).expect("it goes");
    let failed = machine.run("verify --attachments --json").exits(1).json();
    let codes: Vec<_> = failed["faults"].as_array().expect("a list").iter().map(|fault| &fault["code"]).collect();
    assert_eq!(codes, ["V20", "V19"]);
    assert_eq!(second_verifier(&machine), theirs(&["V20", "V19"], 1));
    let line = told(&failed).expect("a line");
    assert!(line.1.starts_with("1 not what was signed, 1 missing"), "{line:?}");
    let text = machine.run("verify --attachments").exits(1).out;
    assert!(text.contains("V19") && text.contains("“back.PDF” is missing"), "{text}");
    assert!(machine.ok("show 01.005").out.contains("not the file that was signed"));

    // The same submission again puts both right, and keeps what stood there.
    assert_eq!(machine.json("submit room/draft.submission")["status"], "already");
    assert_eq!(told(&machine.json("verify --attachments")), says("ok", "2 of 2"));
    assert_eq!(
        machine.read(
            &front
                .replace("attachments/", "aside/")
                .replace(&blake3(&honest), &format!("{}-altered-1", blake3(&honest)))
        ),
        altered
    );

    machine.write("ledger/attachments/holiday.jpg", "sand");
    let noted = machine.json("verify --attachments");
    assert_eq!(noted["verdict"], "verified");
    assert_eq!(told(&noted), says("note", "2 of 2 · besides 1 file that no event names"));
}

#[test]
fn a_full_disk_and_a_folder_for_reading_leave_no_half_of_a_scan() {
    let machine = ready();
    fs::create_dir(machine.path("small")).expect("a folder");
    let Some(disk) = Disk::mount(&machine.path("small"), 20_000) else { return };
    copy(&machine.path("ledger"), &machine.path("small/ledger"));
    machine.ok("submit room/draft.submission --without-attachments --ledger small/ledger");
    disk.fill();
    let stands = || program::files(&machine.path("small"));
    let before = stands();
    let error = machine.fails("submit room/draft.submission --ledger small/ledger", 8);
    assert_eq!(error["code"], "U2");
    assert!(stands() == before, "nothing is left");
    fs::remove_file(machine.path("small/filling")).expect("it goes");
    disk.protect();
    machine.fails("submit room/draft.submission --ledger small/ledger", 8);
    machine.run("verify small/ledger --attachments").exits(4);
}
