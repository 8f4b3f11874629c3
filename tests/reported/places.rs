//! Terminals, systems, pipes, spreadsheets.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::desk::desk;
use crate::kit::program::{Done, Machine, quiet};
use crate::kit::scripted::{Reply, Server, status};
use crate::office::{office, own_office};

/// Every verb that reads or writes a ledger, without a word of its own that could stop it sooner.
const VERBS: [&str; 10] = [
    "tally",
    "findings",
    "log",
    "show checkpoint",
    "export --format csv --out table.csv",
    "export --kit --out other.protokol",
    "export --out elsewhere",
    "verify",
    "publish --log-key ledger/log.key",
    "draft turnout 01.001 --out turnout.toml",
];

#[test]
fn a_ledger_that_cannot_be_read_is_not_called_absent() {
    let machine = own_office();
    // A link to itself is there, and nobody can read it, not even root.
    fs::remove_file(machine.path("ledger/seal")).expect("the seal");
    symlink("seal", machine.path("ledger/seal")).expect("a link");
    for verb in VERBS {
        let error = machine.fails(verb, 8);
        assert_eq!(error["code"], "U2", "{verb}: {error}");
        let says = error["says"].as_str().expect("a sentence");
        assert!(says.contains("seal"), "{verb}: {says}");
    }
    symlink("loop", machine.path("loop")).expect("a link");
    for what in ["verify loop", "tally --ledger loop", "compare loop published", "restore loop --ledger new"] {
        assert_eq!(machine.fails(what, 8)["code"], "U2", "{what}");
    }
}

#[test]
fn a_file_beside_the_ledger_that_cannot_be_read_is_not_taken_for_none() {
    let machine = own_office();
    symlink("policy", machine.path("ledger/policy")).expect("a link");
    // Without a word the log would be signed under no witnesses, or proposed to the world without them.
    for verb in ["publish", "export --out elsewhere"] {
        let error = machine.fails(verb, 8);
        assert!(error["says"].as_str().is_some_and(|says| says.contains("policy")), "{error}");
    }
    fs::remove_file(machine.path("ledger/policy")).expect("the link");
    for (file, verb) in [("log.key", "publish"), ("log.vkey", "verify 3.tlog-proof")] {
        let path = machine.path(&format!("ledger/{file}"));
        fs::remove_file(&path).expect("the file");
        symlink(file, &path).expect("a link");
        let error = machine.fails(verb, 8);
        assert!(error["says"].as_str().is_some_and(|says| says.contains(file)), "{error}");
    }
}

#[test]
fn a_ledger_of_somebody_else_is_not_called_absent() {
    let machine = own_office();
    fs::set_permissions(machine.path("ledger"), fs::Permissions::from_mode(0o700)).expect("it is ours");
    fs::set_permissions(machine.path("3.tlog-proof"), fs::Permissions::from_mode(0o600)).expect("it is ours");
    let Some(stranger) = Stranger::on(&machine) else { return };
    for verb in VERBS {
        let (exit, says) = stranger.types(verb);
        assert_eq!(exit, Some(8), "{verb}: {says}");
        assert!(!says.contains("init"), "{verb}: {says}");
    }
    let (exit, says) = stranger.types("verify 3.tlog-proof");
    assert_eq!(exit, Some(8), "{says}");
}

#[test]
fn a_system_that_grants_no_thread_is_no_panic() {
    let machine = own_office();
    Command::new("chmod").args(["-R", "a+rwX", "."]).current_dir(machine.folder()).status().expect("chmod");
    let Some(stranger) = Stranger::on(&machine) else { return };
    if !quiet("prlimit", &["true"]) {
        eprintln!("SKIPPED: no prlimit here");
        return;
    }
    let alone = |typed: &str| stranger.types_under(&["prlimit", "--nproc=1", "--"], typed);
    for works in ["verify", "tally", "findings", "export --kit --out k", "publish", "compare published ledger"] {
        let (exit, says) = alone(works);
        assert_eq!(exit, Some(0), "{works}: {says}");
    }
    // Nor do those need one who write many files.
    std::fs::remove_dir_all(machine.path("ledger/published")).expect("ours");
    for works in ["publish", "export --out w"] {
        let (exit, says) = alone(works);
        assert_eq!(exit, Some(0), "{works}: {says}");
        assert!(!says.contains("Not published"), "{says}");
    }
    machine.ok("verify w");
    machine.ok("verify ledger/published");
    // What asks the network cannot do without.
    let (exit, says) = alone("verify http://127.0.0.1:1/ --lang az");
    assert_eq!(exit, Some(8), "{says}");
    assert!(says.contains("U21") && says.contains("axın"), "{says}");
}

#[test]
fn a_limit_of_memory_ended_the_program_with_a_signal() {
    let under = |machine: &Machine, limit: u32, typed: &str| {
        let line = format!("ulimit -v {} && exec {} {typed}", limit * 1024, env!("CARGO_BIN_EXE_protokol"));
        let mut command = Command::new("sh");
        command.args(["-c", &line]).current_dir(machine.folder()).stdin(Stdio::null()).env("RUST_BACKTRACE", "0");
        // It is ended by no signal, and says nothing of a panic.
        let done = Machine::done(&format!("{limit} MiB: {typed}"), &mut command);
        assert!(!done.err.contains("memory allocation"), "{done}");
        done
    };
    let told = |done: &Done| done.exit == 8 && done.err.contains("U23") && done.err.contains("ulimit -v");
    let machine = desk();
    let whole = ["verify", "tally", "log", "show 01.001"].map(|typed| (typed, machine.ok(typed).out));
    // With less, the system cannot even load a development build.
    for limit in [80, 88, 96, 112, 128, 160, 192, 200, 256, 320, 400, 512] {
        for (typed, whole) in &whole {
            let done = under(&machine, limit, typed);
            assert!((done.exit == 0 && done.out == *whole) || told(&done), "{done}");
        }
        let writes = desk();
        let (seal, done) = (writes.read("ledger/seal"), under(&writes, limit, "submit new.submission"));
        match done.exit {
            0 => assert!(writes.ok("log").out.lines().count() > machine.ok("log").out.lines().count(), "{done}"),
            _ => assert!(told(&done) && writes.read("ledger/seal") == seal, "{done}"),
        }
    }
    under(&machine, 1024, "submit new.submission").exits(0);
    let told = under(&machine, 80, "verify --json --lang az").exits(8).error();
    assert!(told["code"] == "U23" && told["says"].as_str().is_some_and(|says| says.contains("yaddaş")), "{told}");
}

#[test]
fn an_empty_no_color_switched_colours_off() {
    let machine = office();
    let terminal = |no_color: Option<&str>| {
        let program = format!("{} verify", env!("CARGO_BIN_EXE_protokol"));
        let mut command = Command::new("script");
        command.args(["-qec", &program, "/dev/null"]).current_dir(machine.folder()).stdin(Stdio::null());
        command.env_remove("NO_COLOR").envs(no_color.map(|value| ("NO_COLOR", value)));
        command.output().expect("script starts").stdout.contains(&0x1b)
    };
    if !quiet("script", &["--version"]) || !terminal(None) {
        eprintln!("SKIPPED: nothing here plays a terminal");
        return;
    }
    assert!(terminal(Some("")), "an empty value asks for nothing");
    assert!(!terminal(Some("1")), "a value does");
}

#[test]
fn a_follower_whom_nobody_reads_waited_for_the_next_event() {
    let machine = office();
    let mut follower = machine.command("log --follow").stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut events = BufReader::new(follower.stdout.take().expect("a pipe")).lines();
    let last = machine.ok("log").out.lines().last().expect("an event").to_owned();
    // It has told all that there is, and waits.
    while events.next().expect("a line").expect("a text") != last {}
    drop(events);
    let ended = (0..200).find_map(|_| {
        std::thread::sleep(Duration::from_millis(50));
        follower.try_wait().expect("it is ours")
    });
    follower.kill().ok();
    assert!(ended.is_some_and(|status| status.success()), "{ended:?}");
}

/// Another user of the machine, who may read what everybody may.
struct Stranger<'a>(&'a Machine);

impl<'a> Stranger<'a> {
    const AS: [&'static str; 4] = ["--reuid=65534", "--regid=65534", "--clear-groups", "--"];

    /// None where this user cannot become another one, and that is said.
    fn on(machine: &'a Machine) -> Option<Self> {
        fs::set_permissions(machine.folder(), fs::Permissions::from_mode(0o777)).expect("it is ours");
        fs::copy(env!("CARGO_BIN_EXE_protokol"), machine.path("protokol")).expect("the program");
        if quiet("setpriv", &[&Self::AS[..], &["true"]].concat()) {
            return Some(Self(machine));
        }
        eprintln!("SKIPPED: nobody can become another user here (that takes root and setpriv)");
        None
    }

    fn types(&self, typed: &str) -> (Option<i32>, String) {
        self.types_under(&[], typed)
    }

    fn types_under(&self, other: &[&str], typed: &str) -> (Option<i32>, String) {
        let mut command = Command::new("setpriv");
        command.args(Self::AS).args(other).arg(self.0.path("protokol")).args(typed.split(' '));
        let done = command.current_dir(self.0.folder()).output().expect("setpriv starts");
        let says = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!says.contains("panicked"), "{typed}: {says}");
        (done.status.code(), says)
    }
}

#[test]
fn an_address_in_capitals_is_an_address() {
    let machine = own_office();
    let published = machine.path("published");
    let server = Server::start(move |_, request| {
        let path = request.line.split(' ').nth(1).expect("a path").trim_start_matches('/').to_owned();
        fs::read(published.join(path)).map_or_else(|_| status(404, ""), |bytes| Reply::Answer(200, Vec::new(), bytes))
    });
    let url = server.url().replace("http", "HTTP");
    machine.ok(&format!("verify {url}"));
    machine.ok(&format!("verify {}", url.replace("HTTP", "Http")));
}
