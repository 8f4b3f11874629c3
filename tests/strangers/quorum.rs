//! The program and its witnesses: a log grows under a quorum of theirs, and signs nothing when they are not there or
//! know better.
//!
//! ```text
//! PROTOKOL_AICS_WITNESS   a stranger's witness (aics-witness, PyPI), which then is one of the two
//! PROTOKOL_LEDGER         a recorded ledger to grow, as `protokol rehearse docs/elections/georgia-2018` makes one
//! ```

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::crypto::parallel::Serial;
use protokol::domain::commission::KeyRevoked;
use protokol::domain::statement::{Body, Statement};
use protokol::ledger::submission::SignedStatement;
use protokol::store::read;
use protokol::verify::conclude::TrustAnchors;
use serde_json::Value;

use crate::kit::election;
use crate::kit::program::{self, Machine, copy};

/// A ledger that grows, and a folder for everything around it.
struct Log {
    machine: Machine,
    grown: usize,
}

impl Log {
    fn small() -> Self {
        static SMALL: OnceLock<Machine> = OnceLock::new();
        let small = SMALL.get_or_init(|| {
            let machine = Machine::new();
            election::rehearsal(&machine, "election", 5);
            machine.ok("rehearse election");
            machine
        });
        let machine = Machine::new();
        copy(small.folder(), machine.folder());
        Self { machine, grown: 0 }
    }

    /// The recorded ledger that somebody names, or the small one.
    fn recorded() -> Self {
        let Some(ledger) = std::env::var_os("PROTOKOL_LEDGER").map(PathBuf::from) else {
            eprintln!("SKIPPED: PROTOKOL_LEDGER is not set; the log that grows is a small one");
            return Self::small();
        };
        let machine = Machine::new();
        copy(&ledger, &machine.path("ledger"));
        Self { machine, grown: 0 }
    }

    /// A statement that this ledger does not have yet: one more member's key of a precinct is revoked from above.
    fn statement(&mut self) -> String {
        let (state, _) =
            read::state(&self.machine.path("ledger"), &TrustAnchors::default(), Serial).expect("a sound ledger");
        let election = state.election().expect("it was founded");
        let lowest = election.manifest().tiers.len() - 1;
        let precincts = election.units().filter(|(_, commission)| commission.rank == lowest);
        let members =
            precincts.flat_map(|(unit, commission)| commission.seats.iter().map(move |seat| (unit, commission, seat)));
        let (unit, commission, (seat, occupant)) = members.into_iter().nth(self.grown).expect("there are more members");
        let above = commission.parent.clone().expect("a precinct has a parent");
        let body = Body::KeyRevoked(KeyRevoked {
            unit: unit.clone(),
            seat,
            key: occupant.key,
            reason: "lost".parse().expect("a text"),
        });
        let statement = Statement { ledger: election.ledger(), said_at: state.last_arrival(), body };
        let mut paper = SignedStatement::unsigned(&statement).expect("it is short");
        let commission = election.unit(&above).expect("it is there");
        for (seat, _) in commission.seats.iter().take(usize::from(commission.quorum)) {
            paper.sign(&SecretKey::demonstration(above.as_str(), &seat.to_string()));
        }
        self.grown += 1;
        let name = format!("{}.submission", self.grown);
        self.machine.write(&name, paper.to_file());
        name
    }

    /// Hands one more statement in.
    fn grow(&mut self, flags: &str, exit: i32) -> Value {
        let paper = self.statement();
        let typed = format!("submit {paper} --json {flags}");
        let done = self.machine.run(typed.trim_end()).exits(exit);
        if exit == 0 { done.json() } else { done.error() }
    }

    fn size(&self) -> u64 {
        self.machine.json("show checkpoint")["size"].as_u64().expect("a size")
    }

    /// A policy of these witnesses, with a group of so many.
    fn policy(&self, file: &str, witnesses: &[&Witness], enough: &str) {
        let mut text = self.machine.text("ledger/published/policy").replace("quorum none\n", "");
        for witness in witnesses {
            text += &format!("witness {} {} {}\n", witness.name, witness.key, witness.url);
        }
        let names: Vec<_> = witnesses.iter().map(|witness| witness.name.as_str()).collect();
        text += &format!("group enough {enough} {}\nquorum enough\n", names.join(" "));
        self.machine.write(file, text);
    }
}

/// A witness that answers on loopback, ended when dropped.
struct Witness {
    name: String,
    key: String,
    url: String,
    home: Machine,
    child: Child,
    is_ours: bool,
}

impl Witness {
    fn ours(log: &Log, name: &str, seed: u8) -> Self {
        let home = Machine::new();
        home.write("w.key", keyfile::seal_plain(&SecretKey::from_seed(&[seed; 32])).as_bytes());
        home.write("watched.policy", log.machine.text("ledger/published/policy"));
        let (child, told) = Self::serve(&home, name, "127.0.0.1:0");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let (key, url) = (text(&told["keys"][0]), text(&told["url"]));
        Self { name: name.to_owned(), key, url, home, child, is_ours: true }
    }

    fn serve(home: &Machine, name: &str, listen: &str) -> (Child, Value) {
        let flags = "--policy watched.policy --key w.key --state state --json";
        let typed = format!("witness serve --name {name}.example/w {flags} --listen {listen}");
        let mut child = home.command(&typed).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("it is piped"));
        out.read_line(&mut line).expect("it says where it answers");
        (child, serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error} in {line:?}")))
    }

    /// A stranger's, where somebody says where it is; else one more of ours.
    fn strangers(log: &Log, name: &str) -> Self {
        let Some(program) = std::env::var_os("PROTOKOL_AICS_WITNESS") else {
            eprintln!("SKIPPED: PROTOKOL_AICS_WITNESS is not set; both witnesses are ours");
            return Self::ours(log, name, 98);
        };
        let home = Machine::new();
        let command = |words: &[&str]| {
            let mut command = Command::new(&program);
            command.args(words).current_dir(home.folder()).env("AICS_WITNESS_CONFIG", home.path("witness.json"));
            command
        };
        let run = |words: &[&str]| {
            let done = command(words).output().expect("it runs");
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            String::from_utf8(done.stdout).expect("a text").trim().to_owned()
        };
        let key = run(&["init", "--name", "witness.example/theirs"]);
        let policy = log.machine.text("ledger/published/policy");
        let vkey = policy.lines().find_map(|line| line.strip_prefix("log ")).expect("it names its log").to_owned();
        run(&["add-log", "--origin", vkey.split('+').next().expect("a name"), "--vkey", &vkey]);
        let free = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
        let listen = ["serve", "--listen", &free.to_string()];
        let child = command(&listen).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        let since = Instant::now();
        while std::net::TcpStream::connect(free).is_err() {
            assert!(since.elapsed() < Duration::from_secs(30), "the stranger's witness does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
        Self { name: name.to_owned(), key, url: format!("http://{free}"), home, child, is_ours: false }
    }

    fn stop(&mut self) {
        // It may have been stopped before.
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }

    fn go_on(&mut self) {
        assert!(self.is_ours);
        let listen = self.url.strip_prefix("http://").expect("a URL").to_owned();
        self.child = Self::serve(&self.home, &self.name, &listen).0;
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        self.stop();
    }
}

#[test]
fn a_log_grows_ten_times_under_two_witnesses() {
    let mut log = Log::recorded();
    let (mut ours, theirs) = (Witness::ours(&log, "ours", 97), Witness::strangers(&log, "theirs"));
    log.policy("both.policy", &[&ours, &theirs], "all");
    log.policy("one.policy", &[&ours, &theirs], "any");
    let begun = log.size();
    for turn in 1..=10 {
        // From the second time on, the ledger knows whom to ask.
        let flags = if turn == 1 { "--policy both.policy" } else { "" };
        assert_eq!(log.grow(flags, 0)["status"], "witnessed", "turn {turn}");
        log.machine.ok(&format!("verify {turn}.tlog-proof --policy both.policy"));
    }
    assert_eq!(log.size(), begun + 10);
    for what in ["ledger", "ledger/published"] {
        log.machine.ok(&format!("verify {what} --policy both.policy"));
    }

    // One is stopped: two of two are not met, and nothing is signed.
    ours.stop();
    let seal = log.machine.read("ledger/seal");
    assert_eq!(log.grow("--witness-seconds 2", 4)["code"], "V13");
    assert_eq!(log.machine.read("ledger/seal"), seal, "nothing was signed");
    // One of two is enough for whoever says so; that it is thin is told.
    let paper = log.statement();
    let done = log.machine.ok(&format!("submit {paper} --policy one.policy --witness-seconds 2"));
    assert!(
        done.out.starts_with("witnessed") && done.err.contains("thin") && done.err.contains("Witness ours"),
        "{done}"
    );
    assert_eq!(log.machine.run("verify ledger --policy both.policy").exit, 4, "genuine, and one is missing");
    let receipt = paper.replace("submission", "tlog-proof");
    assert_eq!(log.machine.run(&format!("verify {receipt} --policy both.policy")).exit, 4);

    // It comes back, and is late: whoever asks again picks its cosignature up, and the receipt is brought up to date.
    ours.go_on();
    assert_eq!(log.machine.json("publish --policy both.policy")["status"], "witnessed");
    log.machine.ok("verify ledger/published --policy both.policy");
    log.machine.ok(&format!("export --receipt {receipt} --out upgraded.tlog-proof"));
    log.machine.ok("verify upgraded.tlog-proof --policy both.policy");
}

/// The policy, and one witness that has cosigned the log as it stands.
fn witnessed(log: &mut Log) -> Witness {
    let witness = Witness::ours(log, "w", 99);
    log.policy("w.policy", &[&witness], "all");
    assert_eq!(log.grow("--policy w.policy", 0)["status"], "witnessed");
    witness
}

/// Says no to one more statement, with a code, and signs nothing.
fn refused(log: &mut Log) -> Value {
    let seal = log.machine.read("ledger/seal");
    let error = log.grow("--witness-seconds 3", 1);
    assert_eq!(log.machine.read("ledger/seal"), seal, "nothing was signed");
    error
}

#[test]
fn a_restored_backup_signs_nothing() {
    let mut log = Log::small();
    let _witness = witnessed(&mut log);
    copy(&log.machine.path("ledger"), &log.machine.path("backup"));
    assert_eq!(log.grow("", 0)["status"], "witnessed");
    fs::rename(log.machine.path("ledger"), log.machine.path("newer")).expect("it is ours");
    fs::rename(log.machine.path("backup"), log.machine.path("ledger")).expect("it is ours");
    let error = refused(&mut log);
    assert_eq!(error["code"], "V24", "{error}");
    assert!(error["says"].as_str().expect("a sentence").contains("has cosigned size"), "{error}");
}

#[test]
fn a_second_writer_on_a_copied_key_signs_nothing() {
    let mut log = Log::small();
    let _witness = witnessed(&mut log);
    copy(&log.machine.path("ledger"), &log.machine.path("twin"));
    // The first writer goes on; the second has the same key and other news.
    log.grow("", 0);
    log.grow("", 0);
    fs::rename(log.machine.path("ledger"), log.machine.path("first")).expect("it is ours");
    fs::rename(log.machine.path("twin"), log.machine.path("ledger")).expect("it is ours");
    assert_eq!(refused(&mut log)["code"], "V24");
    // Without a word about witnesses it would go on, if the ledger did not remember them.
    assert!(log.machine.has("ledger/policy"));
}

/// What the second writer signed all the same, without its witnesses, is met by them with the first's history.
#[test]
fn a_fork_is_refused_by_the_witness_and_told() {
    let mut log = Log::small();
    let mut witness = witnessed(&mut log);
    copy(&log.machine.path("ledger"), &log.machine.path("twin"));
    log.grow("", 0);
    fs::rename(log.machine.path("ledger"), log.machine.path("first")).expect("it is ours");
    fs::rename(log.machine.path("twin"), log.machine.path("ledger")).expect("it is ours");
    fs::remove_file(log.machine.path("ledger/policy")).expect("somebody takes it away");
    assert_eq!(log.grow("", 0)["status"], "sealed", "one key, two logs, and nobody asked");
    let error = log.machine.fails("publish --policy w.policy --witness-seconds 3", 1);
    assert_eq!(error["code"], "V24", "{error}");
    witness.stop();
    let kept = program::files(&witness.home.path("state"));
    assert!(kept.keys().any(|path| path.to_string_lossy().contains("evidence")), "the witness kept what it refused");
}

#[test]
fn a_witness_that_was_rolled_back_does_not_count() {
    let mut log = Log::small();
    let mut witness = witnessed(&mut log);
    log.grow("", 0);
    witness.stop();
    // Its keeper makes everything anew under the old key: it has forgotten.
    fs::remove_dir_all(witness.home.path("state")).expect("it is ours");
    fs::remove_file(witness.home.path("w.key.mark")).expect("it is ours");
    witness.go_on();
    let paper = log.statement();
    let done = log.machine.run(&format!("submit {paper} --witness-seconds 3")).exits(4);
    assert!(done.err.contains("rolled back"), "{done}");
}

/// Whenever the writer is killed, be it while it waits for its witness: the same paper goes in again, and what was
/// published and cosigned goes on.
#[test]
fn a_killed_writer_goes_on_under_its_witness() {
    let mut log = Log::small();
    let _witness = witnessed(&mut log);
    let paper = log.statement();
    let since = Instant::now();
    log.machine.ok(&format!("submit {paper}"));
    let whole = since.elapsed();
    for step in 0..12 {
        let paper = log.statement();
        let mut writer = log.machine.start(&format!("submit {paper}"));
        std::thread::sleep(whole * step / 11);
        // It may have ended by itself.
        let _ = writer.kill().and_then(|()| writer.wait());
        let receipt = paper.replace("submission", "tlog-proof");
        if log.machine.has(&receipt) {
            let done = log.machine.run(&format!("verify {receipt} --policy w.policy"));
            assert!([0, 4].contains(&done.exit), "sealed, and perhaps not witnessed yet: {done}");
        }
        let acknowledged = log.machine.has(&receipt);
        let told = log.machine.json(&format!("submit {paper}"));
        let expected: &[&str] = if acknowledged { &["already"] } else { &["already", "witnessed"] };
        assert!(expected.contains(&told["status"].as_str().expect("a status")), "step {step}: {told}");
        for what in ["ledger", "ledger/published", &receipt] {
            log.machine.ok(&format!("verify {what} --policy w.policy"));
        }
    }
}

/// A party observer recomputes the election, and says so under a name of its own; the officer adds the line.
#[test]
fn an_election_witness_recomputes_and_is_counted() {
    let log = Log::small();
    let machine = &log.machine;
    machine.write("observer.key", keyfile::seal_plain(&SecretKey::from_seed(&[96; 32])).as_bytes());
    machine.ok("publish");
    let flags = "--key observer.key --state state --policy ledger/published/policy";
    let name = "party.example/recomputed";
    assert_eq!(machine.fails(&format!("witness ledger/published {flags} --name {name}"), 2)["code"], "U1");
    assert_eq!(
        machine.fails(&format!("witness ledger/published {flags} --name party.example/w --election"), 2)["code"],
        "U1"
    );
    let typed = format!("witness ledger/published {flags} --name {name} --election --out line.cosignature");
    machine.ok(&typed);
    let key = SecretKey::from_seed(&[96; 32]).public();
    let key = protokol::crypto::vkey::VerifierKey::cosigner(name.parse().expect("a name"), key).expect("a key");
    let policy = machine.text("ledger/published/policy").replace("quorum none\n", "");
    machine.write("party.policy", format!("{policy}witness party {key}\nquorum party\n"));
    assert_eq!(machine.run("verify ledger --policy party.policy").exit, 4);
    assert_eq!(machine.json("publish --policy party.policy --cosignature line.cosignature")["status"], "witnessed");
    machine.ok("verify ledger/published --policy party.policy");

    // What does not verify whole is not cosigned, however well it grew.
    copy(&machine.path("ledger/published"), &machine.path("forged"));
    let bundle = format!("forged/tile/entries/000.p/{}", log.size());
    let mut bytes = machine.read(&bundle);
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    machine.write(&bundle, bytes);
    let before = machine.read("line.cosignature");
    let error = machine.fails(&typed.replace("witness ledger/published", "witness forged"), 1);
    assert!(!error["code"].as_str().expect("a code").is_empty());
    assert_eq!(machine.read("line.cosignature"), before);
}
