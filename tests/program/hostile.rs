//! What a stranger lays into a folder is told, and neither obeyed nor waited for.

use std::fs::{self, File};
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::kit::election;
use crate::kit::program::{self, Machine, copy, quiet};

/// A name that clears a screen and then claims a verdict; colours would make it look like ours.
const FORGED: &str = "\u{1b}[2J\u{1b}[1;32m\u{202e}x\nVERIFIED 0000\r\u{9b}31m";
/// Memory that a reader may take, in kilobytes; the file that it must not read whole has four times as much.
const MEMORY_KB: u64 = 512 * 1024;
/// A length that nobody writes.
const HUGE: u64 = 2 << 30;
/// However hostile a folder is, telling of it ends.
const PATIENCE: Duration = Duration::from_secs(30);

/// Lays something at a path.
type Lay = fn(&Path);

/// A small ledger and its folder.
fn office() -> Machine {
    static OFFICE: OnceLock<Machine> = OnceLock::new();
    let office = OFFICE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 5);
        machine.ok("rehearse election");
        machine
    });
    let machine = Machine::new();
    copy(office.folder(), machine.folder());
    machine
}

/// Nothing that a terminal obeys, but for colours of ours where they are wanted, and no verdict but the program's own.
fn assert_plain(typed: &str, words: &str) {
    let mut left = words.to_owned();
    for colour in ["\u{1b}[32m", "\u{1b}[31m", "\u{1b}[33m", "\u{1b}[0m"] {
        if typed.contains("--color always") {
            left = left.replace(colour, "");
        }
    }
    let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!left.contains(obeyed), "{typed}: {words:?}");
    assert!(!left.lines().any(|line| line.starts_with("VERIFIED 0000")), "{typed}: {words}");
}

#[test]
fn the_name_of_a_file_does_not_speak_for_the_program() {
    let machine = office();
    fs::write(machine.path("ledger/journal").join(format!("0{FORGED}")), "no frame").expect("a file");
    for colour in ["", " --color always"] {
        let typed = format!("verify{colour}");
        let done = machine.ok(&typed);
        assert!(done.out.contains("VERIFIED 0000"), "the name is told: {done}");
        assert_plain(&typed, &done.out);
        assert_plain(&typed, &done.err);
    }
    // JSON spells it so that it reads back as it was, and shows a terminal nothing to obey.
    let done = machine.ok("verify --json");
    assert_plain("verify --json", &done.out);
    let told = done.json()["checks"].as_array().expect("a list").clone();
    assert!(told.iter().any(|check| check["detail"].as_str().is_some_and(|detail| detail.contains(FORGED))), "{done}");

    // A table that is none, and a submission in a queue.
    fs::write(machine.path("election").join(format!("{FORGED}.csv")), "a,b\n").expect("a file");
    let done = machine.ok("rehearse election --ledger another");
    assert!(done.err.contains("is no table"), "{done}");
    assert_plain("rehearse", &done.err);
    let envelope = &program::envelopes(&machine.path("another"))[3];
    let envelope = protokol::ledger::envelope::Envelope::decode(envelope).expect("an envelope");
    let submission = protokol::ledger::submission::SignedStatement::decode(&envelope.submission).expect("a submission");
    fs::create_dir(machine.path("queue")).expect("a folder");
    fs::write(machine.path("queue").join(format!("{FORGED}.submission")), submission.to_file()).expect("a file");
    let done = machine.ok("submit queue --ledger another");
    assert!(done.out.contains("already") && done.out.lines().count() == 1, "{done}");
    assert_plain("submit", &done.out);
}

/// Runs the program with little memory, and not for long.
fn bounded(machine: &Machine, typed: &str) -> (Option<i32>, Value) {
    let program = env!("CARGO_BIN_EXE_protokol");
    let limited = format!("ulimit -v {MEMORY_KB}; exec {program} {typed} --json");
    let mut command = Command::new("sh");
    command.args(["-c", &limited]).current_dir(machine.folder()).stdin(Stdio::null());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a shell");
    let ended = in_time(&mut child);
    let done = child.wait_with_output().expect("it has ended");
    assert!(ended, "`{typed}` does not end");
    let out = String::from_utf8(done.stdout).expect("results are UTF-8");
    let talk = String::from_utf8_lossy(&done.stderr);
    (done.status.code(), serde_json::from_str(&out).unwrap_or_else(|e| panic!("`{typed}`: {e} in {out}{talk}")))
}

fn in_time(child: &mut Child) -> bool {
    let since = Instant::now();
    while child.try_wait().expect("it is ours").is_none() {
        if since.elapsed() > PATIENCE {
            child.kill().expect("it is ours");
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    true
}

fn segment(machine: &Machine) -> PathBuf {
    let mut entries = fs::read_dir(machine.path("ledger/journal")).expect("the journal");
    entries.next().expect("a segment").expect("it lists").path()
}

fn lengthen(file: &Path) {
    File::options().write(true).open(file).and_then(|file| file.set_len(HUGE)).expect("a sparse file");
}

#[test]
fn a_file_without_an_end_is_not_read_to_its_end() {
    for file in ["seal", "journal", "manifest.toml", "log.vkey"] {
        let machine = office();
        let path = if file == "journal" { segment(&machine) } else { machine.path(&format!("ledger/{file}")) };
        lengthen(&path);
        let (exit, report) = bounded(&machine, "verify");
        let codes: Vec<_> = report["faults"].as_array().into_iter().flatten().map(|fault| &fault["code"]).collect();
        let expected = match file {
            "seal" => "V9",
            "journal" => "V10",
            _ => "V14",
        };
        assert!(codes.iter().any(|code| *code == expected), "{file}: {exit:?} {report}");
        assert!(exit == Some(1) || exit == Some(4), "{file}: {exit:?} {report}");
    }
}

#[test]
fn what_is_no_file_cannot_be_told() {
    let pipe: Lay = |path| assert!(quiet("mkfifo", &[&path.display().to_string()]), "a pipe");
    let folder: Lay = |path| fs::create_dir(path).expect("a folder");
    let cases: [(&str, &str, Lay); 4] = [
        ("a folder in the journal", "journal/00000000000000000031.frames", folder),
        ("a pipe in the journal", "journal/00000000000000000031.frames", pipe),
        ("a folder for a seal", "seal", folder),
        ("a pipe for a seal", "seal", pipe),
    ];
    for (name, file, lay) in cases {
        let machine = office();
        let path = machine.path(&format!("ledger/{file}"));
        let _ = fs::remove_file(&path);
        lay(&path);
        let (exit, told) = bounded(&machine, "verify");
        assert_eq!(exit, Some(3), "{name}: {told}");
        assert!(told["error"]["says"].as_str().is_some_and(|says| says.contains(file)), "{name}: {told}");
    }
    let machine = office();
    let name = std::ffi::OsString::from_vec(b"1\xff.frames".to_vec());
    fs::write(machine.path("ledger/journal").join(name), "").expect("a file");
    assert_eq!(bounded(&machine, "verify").0, Some(0), "no segment has such a name");
}

/// The files that repeat the founding act: a report that is finished is not thrown away for them.
#[test]
fn what_stands_in_the_place_of_a_copy_differs_from_it() {
    for file in ["manifest.toml", "log.vkey"] {
        let machine = office();
        let path = machine.path(&format!("ledger/{file}"));
        for lay in [
            |path: &Path| fs::create_dir(path).expect("a folder"),
            |path: &Path| {
                fs::remove_dir(path).expect("ours");
                assert!(quiet("mkfifo", &[&path.display().to_string()]), "a pipe");
            },
        ] {
            let _ = fs::remove_file(&path);
            lay(&path);
            let (exit, report) = bounded(&machine, "verify");
            assert_eq!((exit, &report["faults"][0]["code"]), (Some(1), &"V14".into()), "{file}: {report}");
            assert_eq!(report["faults"][0]["file"], file);
        }
    }
}
