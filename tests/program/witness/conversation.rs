//! A conversation with a witness over HTTP, status by status: with ours always, and with a stranger's, the Python
//! program `aics-witness`, where the environment variable `PROTOKOL_AICS_WITNESS` names it.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use protokol::crypto::vkey::{KeyKind, VerifierKey};
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::note::cosignature::parse_lines;
use protokol::ledger::note::witness::AddCheckpoint;
use protokol::ledger::tree::merkle::Tree;
use protokol::server::running::Running;
use protokol::server::witness::{Witness, WitnessNotice};
use protokol::store::witness::{HeldState, origin_hash};
use tempfile::TempDir;

use super::{ORIGIN, history, log, request, signed_of, signer, tree, witness};
use crate::kit::exchange::{Answer, exchange};

/// A witness of ours that answers on loopback.
pub struct Ours {
    pub running: Running,
    pub folder: TempDir,
}

impl Ours {
    pub fn start(number: u8) -> Self {
        Self::again(number, tempfile::tempdir().expect("a temporary folder"), "127.0.0.1:0".parse().expect("loopback"))
    }

    /// The same witness after it was stopped.
    pub fn again(number: u8, folder: TempDir, address: SocketAddr) -> Self {
        let key = folder.path().join("witness.key");
        fs::write(&key, "held, and never read").expect("it can be written");
        let state = HeldState::open(&folder.path().join("state"), &key, witness(number)).expect("a sound state");
        let witness = Witness::new(state, vec![log().verifier().clone()], |told| {
            assert!(!matches!(told, WitnessNotice::Failed(_)), "{told:?}");
        });
        let listener = TcpListener::bind(address).expect("the address is free");
        Self { running: witness.start(listener).expect("it starts"), folder }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.running.address())
    }

    /// Ends it; its state stays.
    pub fn stop(self) -> (TempDir, SocketAddr) {
        let address = self.running.address();
        self.running.stop().expect("it ends as it was told");
        (self.folder, address)
    }
}

/// The stranger's witness, ended when dropped.
pub struct Theirs {
    program: PathBuf,
    pub folder: TempDir,
    child: Child,
    pub address: SocketAddr,
    pub key: VerifierKey,
}

impl Theirs {
    /// One that watches the log of these tests. None where nobody says where it is, and that is said.
    pub fn start() -> Option<Self> {
        Self::watching(log().verifier())
    }

    /// The same of another log.
    pub fn watching(log: &VerifierKey) -> Option<Self> {
        let Some(program) = std::env::var_os("PROTOKOL_AICS_WITNESS").map(PathBuf::from) else {
            eprintln!("SKIPPED: PROTOKOL_AICS_WITNESS names no aics-witness (PyPI) to compare with");
            return None;
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let run = |words: &[&str]| {
            let done = Self::command(&program, folder.path()).args(words).output().expect("aics-witness runs");
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            String::from_utf8(done.stdout).expect("its words are UTF-8")
        };
        let key = run(&["init", "--name", "witness.example/theirs"]);
        let key = key.trim().parse().expect("it prints its verifier key");
        run(&["add-log", "--origin", &log.name().to_string(), "--vkey", &log.to_string()]);
        let address = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
        let child = Self::serve(&program, folder.path(), address);
        Some(Self { program, folder, child, address, key })
    }

    fn command(program: &Path, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.env("AICS_WITNESS_CONFIG", folder.join("witness.json")).current_dir(folder).stdin(Stdio::null());
        command
    }

    fn serve(program: &Path, folder: &Path, address: SocketAddr) -> Child {
        let mut command = Self::command(program, folder);
        command.args(["serve", "--listen", &address.to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().expect("aics-witness starts");
        let since = Instant::now();
        while exchange(address, "GET", "/healthz", &[], b"").is_none() {
            assert!(since.elapsed() < Duration::from_secs(30), "aics-witness does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
        child
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn stop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).expect("it was running");
    }

    pub fn go_on(&mut self) {
        self.child = Self::serve(&self.program, self.folder.path(), self.address);
    }

    /// What it kept of what it refused.
    pub fn evidence(&self) -> String {
        let done = Self::command(&self.program, self.folder.path()).arg("evidence").output().expect("it runs");
        String::from_utf8(done.stdout).expect("its words are UTF-8")
    }
}

impl Drop for Theirs {
    fn drop(&mut self) {
        // It may have been stopped by its test.
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }
}

/// What must come back.
enum Expected {
    Status(u16),
    /// 409 and this size.
    Holds(u64),
    /// 200 and a cosignature of this checkpoint.
    Cosigned(SignedCheckpoint),
    /// 200 and this checkpoint, cosigned.
    Checkpoint(SignedCheckpoint),
}

struct Step {
    what: &'static str,
    method: &'static str,
    path: String,
    body: Vec<u8>,
    expected: Expected,
}

fn add(what: &'static str, body: impl ToString, expected: Expected) -> Step {
    Step { what, method: "POST", path: "/add-checkpoint".to_owned(), body: body.to_string().into_bytes(), expected }
}

fn ask(what: &'static str, method: &'static str, path: &str, expected: Expected) -> Step {
    Step { what, method, path: path.to_owned(), body: Vec::new(), expected }
}

/// A request whose proof is not the one that belongs to it.
fn with_proof(tree: &Tree, old: u64, new: u64, of: (u64, u64)) -> AddCheckpoint {
    let proof = tree.prove_consistency(Size(of.0), Size(of.1)).expect("the tree is as large");
    AddCheckpoint::new(Size(old), proof, signed_of(tree, new)).expect("short")
}

fn malformed(ours: &Tree) -> Vec<Step> {
    let good = request(ours, 0, 3).to_string();
    let hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
    let crooked = [
        ("nothing at all", String::new()),
        ("no checkpoint", "old 0\n\n".to_owned()),
        ("no size", good.replacen("old 0", "old", 1)),
        ("a size in another spelling", good.replacen("old 0", "old 00", 1)),
        ("a negative size", good.replacen("old 0", "old -1", 1)),
        ("CRLF", good.replace('\n', "\r\n")),
        ("64 lines of proof", good.replacen("old 0\n", &format!("old 3\n{}", hash.repeat(64)), 1)),
        ("a line that is no hash", good.replacen("old 0\n", "old 3\nAAAA\n", 1)),
        ("a checkpoint of another spelling", good.replacen("\n3\n", "\n03\n", 1)),
        ("an extension line", good.replacen("\n\n—", "\nmore\n\n—", 1)),
        ("no signature line", good.split("\n— ").next().expect("a text").to_owned() + "\n"),
        ("an unfinished last line", good.trim_end().to_owned()),
    ];
    crooked.into_iter().map(|(what, body)| add(what, body, Expected::Status(400))).collect()
}

/// The whole conversation, in order.
fn conversation() -> Vec<Step> {
    let (ours, theirs) = (tree(20), history("somebody else", 2, 20));
    let place = format!("/{}/checkpoint", origin_hash(&ORIGIN.parse().expect("an origin")));
    let good = request(&ours, 0, 3);
    let line = good.to_string().lines().last().expect("a signature line").to_owned();
    let other = signer("other.example/log", 8);
    let unknown = Checkpoint {
        origin: "other.example/log".parse().expect("an origin"),
        ..signed_of(&ours, 3).checkpoint().clone()
    };
    let unknown = AddCheckpoint::new(Size(0), vec![], unknown.sign(&other).expect("its name")).expect("short");
    let no_such_tree = log().sign_note(&format!("{ORIGIN}\n0\n{}\n", "A".repeat(43) + "=")).expect("a note");
    let cosigned = |size: u64| Expected::Cosigned(signed_of(&ours, size));
    let mut steps = malformed(&ours);
    steps.extend([
        ask("nothing was cosigned yet", "GET", &place, Expected::Status(404)),
        add("a log that nobody watches", unknown, Expected::Status(404)),
        add(
            "signed by a stranger",
            good.to_string().replace(&line, "— stranger.example/x AAAAAAAA"),
            Expected::Status(403),
        ),
        add("forged", good.to_string().replace("\n3\n", "\n4\n"), Expected::Status(403)),
        add("signed twice by one key", format!("{good}{line}\n"), Expected::Status(403)),
        add("the old size above the new", with_proof(&ours, 5, 3, (1, 1)), Expected::Status(400)),
        add("from a size that it does not hold", request(&ours, 2, 3), Expected::Holds(0)),
        add("an empty tree that is none", format!("old 0\n\n{no_such_tree}"), Expected::Status(422)),
        add("the empty tree", request(&ours, 0, 0), cosigned(0)),
        add("a proof from nothing", with_proof(&ours, 0, 3, (2, 3)), Expected::Status(422)),
        add("the first", &good, cosigned(3)),
        add("the first once more", &good, Expected::Holds(3)),
        add("the same size", request(&ours, 3, 3), cosigned(3)),
        add("the same size with a proof", with_proof(&ours, 3, 3, (2, 3)), Expected::Status(422)),
        add("the same size with another root", request(&theirs, 3, 3), Expected::Status(422)),
        add("the same with an old size that it does not hold", request(&theirs, 1, 3), Expected::Holds(3)),
        add("growth without its proof", with_proof(&ours, 3, 7, (1, 1)), Expected::Status(422)),
        add("growth with another proof", with_proof(&ours, 3, 7, (3, 8)), Expected::Status(422)),
        add("growth of another history", request(&theirs, 3, 7), Expected::Status(422)),
        add("growth", request(&ours, 3, 7), cosigned(7)),
        add("an earlier size", request(&ours, 3, 4), Expected::Holds(7)),
        add("an earlier size from the one it holds", with_proof(&ours, 7, 4, (1, 1)), Expected::Status(400)),
        add("growth to a power of two", request(&ours, 7, 8), cosigned(8)),
        add("growth from a power of two", request(&ours, 8, 20), cosigned(20)),
        ask("what was cosigned last", "GET", &place, Expected::Checkpoint(signed_of(&ours, 20))),
        ask("a log by another hash", "GET", &place.replace(&place[1..9], "00000000"), Expected::Status(404)),
        ask(
            "a hash in capitals",
            "GET",
            &place.to_uppercase().replace("CHECKPOINT", "checkpoint"),
            Expected::Status(404),
        ),
        ask("no such thing", "GET", "/no/such/thing", Expected::Status(404)),
        ask("a read of what is written to", "GET", "/add-checkpoint", Expected::Status(405)),
        ask("a write to what is read", "POST", &place, Expected::Status(405)),
    ]);
    steps.push(add("far too long", "a".repeat(300 * 1024), Expected::Status(413)));
    steps
}

fn check(step: &Step, got: &Answer, key: &VerifierKey) {
    let what = format!("{}: {got:?}", step.what);
    match &step.expected {
        Expected::Status(status) => assert_eq!(got.status, *status, "{what}"),
        Expected::Holds(size) => {
            assert_eq!((got.status, got.body.as_str()), (409, format!("{size}\n").as_str()), "{what}");
            assert_eq!(got.header("content-type"), Some("text/x.tlog.size"), "{what}");
        }
        Expected::Cosigned(checkpoint) => {
            assert_eq!(got.status, 200, "{what}");
            let lines = parse_lines(&got.body).unwrap_or_else(|error| panic!("{error} in {what}"));
            let [line] = <[_; 1]>::try_from(lines).expect("one key, one line");
            checkpoint.clone().add_cosignature(line, key).unwrap_or_else(|error| panic!("{error} in {what}"));
        }
        Expected::Checkpoint(checkpoint) => {
            assert_eq!(got.status, 200, "{what}");
            assert!(got.header("content-type").is_some_and(|kind| kind.starts_with("text/plain")), "{what}");
            let shown = SignedCheckpoint::parse(got.body.as_bytes()).expect("a checkpoint");
            assert_eq!(shown.verify(log().verifier()), Ok(checkpoint.checkpoint()), "{what}");
            assert!(matches!(shown.cosigned_by(key), Ok(Some(_))), "{what}");
        }
    }
}

fn converse(address: SocketAddr, key: &VerifierKey) {
    for step in conversation() {
        let got = exchange(address, step.method, &step.path, &[], &step.body);
        check(&step, &got.unwrap_or_else(|| panic!("{}: no answer", step.what)), key);
    }
}

#[test]
fn ours_passes_the_conversation() {
    let ours = Ours::start(1);
    converse(ours.running.address(), witness(1).verifier());
    let kept = fs::read_dir(ours.folder.path().join("state/evidence")).expect("there was some").count();
    assert_eq!(kept, 1, "of one log");
    let (folder, address) = ours.stop();
    assert!(exchange(address, "GET", "/", &[], b"").is_none(), "it has ended");
    let again = Ours::again(1, folder, address);
    let last =
        add("the last one after a restart", request(&tree(20), 20, 20), Expected::Cosigned(signed_of(&tree(20), 20)));
    let got = exchange(address, last.method, &last.path, &[], &last.body).expect("an answer");
    check(&last, &got, witness(1).verifier());
    drop(again);
}

/// The same conversation, status by status, with a witness that shares no line of code with ours.
#[test]
fn a_strangers_witness_answers_the_same() {
    let Some(theirs) = Theirs::start() else { return };
    converse(theirs.address, &theirs.key);
    assert!(theirs.evidence().contains("different root"), "{}", theirs.evidence());
}

#[test]
fn it_says_who_it_is_and_any_page_may_read_it() {
    let ours = Ours::start(1);
    let got = exchange(ours.running.address(), "GET", "/", &[], b"").expect("an answer");
    assert_eq!((got.status, got.header("content-type")), (200, Some("text/plain; charset=utf-8")));
    let key = witness(1);
    for word in [
        key.verifier().spelled(KeyKind::Cosigner).to_string(),
        key.verifier().spelled(KeyKind::Ed25519).to_string(),
        format!("{ORIGIN} /{}/checkpoint", origin_hash(&ORIGIN.parse().expect("an origin"))),
    ] {
        assert!(got.body.contains(&word), "{word} in {}", got.body);
    }
    let body = request(&tree(9), 0, 3).to_string();
    exchange(ours.running.address(), "POST", "/add-checkpoint", &[], body.as_bytes()).expect("an answer");
    let place = format!("/{}/checkpoint", origin_hash(&ORIGIN.parse().expect("an origin")));
    let got = exchange(ours.running.address(), "GET", &place, &[], b"").expect("an answer");
    assert_eq!(got.header("access-control-allow-origin"), Some("*"));
    assert_eq!(got.header("cache-control"), Some("public, max-age=5"));
}

/// Many threads ask at once, from the same size to different ones: exactly one is cosigned each time.
#[test]
fn of_racing_requests_one_wins_each_size() {
    const RACERS: u64 = 8;
    let ours = Ours::start(1);
    let (address, tree) = (ours.running.address(), tree(200));
    let mut held = 0;
    for _ in 0..12 {
        let race = |number: u64| {
            let new = held + 1 + number % 4;
            let body = request(&tree, held, new).to_string();
            let got = exchange(address, "POST", "/add-checkpoint", &[], body.as_bytes()).expect("an answer");
            (new, got.status, got.body)
        };
        let race = &race;
        let done: Vec<_> = std::thread::scope(|scope| {
            let racing: Vec<_> = (0..RACERS).map(|number| scope.spawn(move || race(number))).collect();
            racing.into_iter().map(|thread| thread.join().expect("no racer panics")).collect()
        });
        let won: Vec<u64> = done.iter().filter(|(_, status, _)| *status == 200).map(|(new, ..)| *new).collect();
        let [winner] = won[..] else { panic!("{done:?}") };
        let lost = done.iter().filter(|(_, status, body)| *status == 409 && *body == format!("{winner}\n")).count();
        assert_eq!(lost as u64, RACERS - 1, "{done:?}");
        held = winner;
    }
}
