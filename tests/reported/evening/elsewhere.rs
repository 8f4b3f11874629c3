//! Whoever reads: a ledger, a published log wherever it is, or a kit.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use protokol::crypto::key::SecretKey;
use protokol::crypto::vkey::{KeyKind, VerifierKey};

use crate::desk::desk;
use crate::kit::election;
use crate::kit::program::files;
use crate::office::{office, own_office};

#[test]
fn readers_took_nothing_but_a_ledger() {
    let machine = office();
    let url = serve(machine.path("published"));
    let verbs = ["tally", "tally --tier precinct", "findings", "log", "log --unit 01.001 --lang ru"];
    for place in ["published", "published.tar", &url] {
        for verb in verbs {
            let (word, rest) = verb.split_once(' ').map_or((verb, String::new()), |(a, b)| (a, format!(" {b}")));
            let elsewhere = machine.ok(&format!("{word} {place}{rest} --json"));
            assert_eq!(elsewhere.out, machine.ok(&format!("{verb} --json")).out, "{verb} of {place}");
            assert_eq!(
                machine.ok(&format!("{verb} --ledger {place} --json")).out,
                elsewhere.out,
                "--ledger is as good"
            );
        }
        for what in ["01.001", "7", "checkpoint"] {
            let elsewhere = machine.ok(&format!("show {what} --from {place} --json"));
            assert_eq!(elsewhere.out, machine.ok(&format!("show {what} --json")).out, "{what} of {place}");
        }
        // Whose word is taken is told, beside the result.
        let told = machine.ok(&format!("tally {place}"));
        assert!(told.err.contains("--policy"), "{told}");
    }
}

#[test]
fn a_published_log_gave_no_data() {
    let machine = own_office();
    for (made, from) in [("here", ""), ("there", " --from published.tar")] {
        for format in ["csv", "csv-long", "nist", "nist-log", "ndjson"] {
            machine.ok(&format!("export --format {format} --out {made}.{format}{from}"));
        }
        machine.ok(&format!("export --kit --out {made}.kit{from}"));
        machine.ok(&format!("show 01.001 --print {made}.html{from}"));
        machine.ok(&format!("export --out {made}{from}"));
    }
    for made in ["csv", "csv-long", "nist", "nist-log", "ndjson", "kit", "html"] {
        assert_eq!(machine.read(&format!("there.{made}")), machine.read(&format!("here.{made}")), "{made}");
    }
    let below = |folder: &str| -> Vec<_> {
        let folder = machine.path(folder);
        let inside = |path: &Path| path.strip_prefix(&folder).expect("it lies below").to_owned();
        files(&folder).into_iter().map(|(path, bytes)| (inside(&path), bytes)).collect()
    };
    assert_eq!(below("there"), below("here"), "a mirror is the log");
}

#[test]
fn figures_of_a_log_that_does_not_verify_are_not_shown() {
    let machine = own_office();
    let tile = machine.path("published/tile/entries");
    let bundle = files(&tile).into_keys().next().expect("a bundle");
    let mut bytes = fs::read(&bundle).expect("a bundle");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&bundle, bytes).expect("it is ours");
    for typed in [
        "tally published",
        "findings published",
        "log published",
        "show 01.001 --from published",
        "show checkpoint --from published",
        "export --format csv --out table.csv --from published",
        "export --kit --out other.kit --from published",
        "export --out mirror --from published",
    ] {
        let done = machine.run(typed).exits(1);
        assert_eq!(done.out, "", "{done}");
        assert!(done.err.contains("protokol verify published"), "{done}");
    }
    for made in ["table.csv", "other.kit", "mirror"] {
        assert!(!machine.has(made), "{made}");
    }
    // A log that the policy does not trust is not read; one that its witnesses have not seen is not enough.
    let key = machine.text("ledger/log.vkey");
    let stranger = SecretKey::demonstration("stranger", "1").public();
    let stranger = VerifierKey::ed25519("example.org/w".parse().expect("a name"), stranger).expect("a key");
    machine.write("other.policy", format!("log {stranger}\nquorum none\n"));
    let witness = stranger.spelled(KeyKind::Cosigner);
    machine.write("witnessed.policy", format!("log {key}witness w {witness}\nquorum w\n"));
    for (policy, exit, code) in [("other", 1, "V12"), ("witnessed", 4, "V13")] {
        let error = machine.fails(&format!("tally published.tar --policy {policy}.policy"), exit);
        assert_eq!(error["code"], code, "{error}");
    }
    machine.write("ours.policy", format!("log {key}quorum none\n"));
    let done = machine.ok("tally published.tar --policy ours.policy");
    assert!(done.err.contains("policy") && !done.err.contains("--policy"), "{done}");
}

#[test]
fn nobody_could_follow_a_log_that_is_published_elsewhere() {
    let machine = desk();
    machine.ok("export --out elsewhere");
    let url = serve(machine.path("elsewhere"));
    let before = machine.ok("log").out.lines().count();
    let mut follower =
        machine.command(&format!("log {url} --follow")).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut events = BufReader::new(follower.stdout.take().expect("a pipe")).lines();
    for _ in 0..before {
        events.next().expect("a line").expect("a text");
    }
    machine.ok("submit new.submission");
    machine.ok("export --out elsewhere");
    let new = events.next().expect("a line").expect("a text");
    drop(events);
    follower.kill().ok();
    follower.wait().expect("it is ours");
    assert_eq!(Some(new.as_str()), machine.ok("log").out.lines().last());
}

#[test]
fn a_follower_ended_with_the_first_connection_that_was_dropped() {
    let machine = desk();
    machine.ok("export --out elsewhere");
    let before = machine.ok("log").out.lines().count();
    let moods: Vec<_> =
        [Mood::Drops, Mood::Breaks, Mood::Busy, Mood::Lost].map(|mood| (mood, AtomicBool::new(false))).into();
    let moods: &'static [_] = moods.leak();
    let followers = moods.iter().map(|(mood, is_out)| {
        let url = serve_in_a_mood(machine.path("elsewhere"), *mood, is_out);
        let mut follower = machine.command(&format!("log {url} --follow"));
        let mut follower = follower.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut events = BufReader::new(follower.stdout.take().expect("a pipe")).lines();
        assert_eq!(events.by_ref().take(before).flatten().count(), before);
        is_out.store(true, Ordering::SeqCst);
        (follower, events, is_out)
    });
    let mut followers: Vec<_> = followers.collect();
    // What is new is there to be asked for, and a server in such a mood gives none of it.
    machine.ok("submit new.submission");
    machine.ok("export --out elsewhere");
    let last = machine.ok("log").out.lines().last().map(ToOwned::to_owned);
    for (follower, events, is_out) in &mut followers {
        let told = BufReader::new(follower.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
        let pauses: Vec<String> = told.filter(|line| line.contains("asked again in")).take(2).collect();
        assert_eq!(pauses.len(), 2, "it asks more than once: {pauses:?}");
        is_out.store(false, Ordering::SeqCst);
        assert_eq!(events.next().and_then(Result::ok), last, "{pauses:?}");
        follower.kill().ok();
        follower.wait().expect("it is ours");
    }
}

#[test]
fn a_followed_log_changed_its_history_without_a_word() {
    let machine = own_office();
    // Another history of the same log, longer than the first.
    election::rehearsal(&machine, "other", 8);
    machine.ok("rehearse other --ledger second");
    machine.ok("export --out forked --ledger second");
    symlink("published", machine.path("elsewhere")).expect("a link");
    let events = machine.ok("log").out.lines().count();
    let mut follower = machine.command("log elsewhere --follow");
    let follower = follower.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut follower = follower.spawn().expect("the program starts");
    let mut told = BufReader::new(follower.stdout.take().expect("a pipe")).lines();
    assert_eq!(told.by_ref().take(events).flatten().count(), events);
    symlink("forked", machine.path("next")).expect("a link");
    fs::rename(machine.path("next"), machine.path("elsewhere")).expect("it takes the place of the first");
    assert_eq!(told.map_while(Result::ok).count(), 0, "nothing of the other history is told");
    let done = follower.wait_with_output().expect("it ends");
    let says = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.code() == Some(1) && says.contains("V24"), "{says}");
}

#[test]
fn a_kit_could_not_be_looked_into() {
    let machine = office();
    let shown = machine.ok("show 01.001 --kit kit.protokol").out;
    let ledgers = machine.ok("show 01.001").out;
    // Who belongs to the commission is told alike; of papers, of which a kit has none, nothing is.
    let members: Vec<_> = ledgers.lines().take(4).collect();
    assert!(shown.starts_with(&members.join("\n")), "{shown}");
    assert!(!shown.contains("Protocols") && shown.contains("a kit"), "{shown}");
    let candidates = machine.text("election/candidates.csv");
    let first = candidates.lines().nth(1).and_then(|row| row.split(',').nth(2)).expect("a candidate");
    assert!(shown.contains(first), "{first} in {shown}");
    let view = machine.json("show 01.001 --kit kit.protokol");
    assert_eq!(
        (view["papers"].as_array().map(Vec::len), view["contests"].as_array().map(Vec::len)),
        (Some(0), Some(0))
    );
    assert_eq!(machine.json("show checkpoint --kit kit.protokol"), machine.json("show checkpoint"));
    machine.ok("show 0 --kit kit.protokol");
    machine.run("show 01.001 --kit published.tar").exits(7);
}

/// Hands a folder out over HTTP, as anybody's file server does; ends with the process.
fn serve(folder: PathBuf) -> String {
    static NEVER: AtomicBool = AtomicBool::new(false);
    serve_in_a_mood(folder, Mood::Drops, &NEVER)
}

/// What a server does while it is out.
#[derive(Clone, Copy)]
enum Mood {
    /// It takes a connection, and lets it go without a word.
    Drops,
    /// It breaks off in the middle of a file.
    Breaks,
    /// It says that it is busy.
    Busy,
    /// It knows of no file, as one whose disk is not mounted yet.
    Lost,
}

/// The same, by a server that is out for a while.
fn serve_in_a_mood(folder: PathBuf, mood: Mood, is_out: &'static AtomicBool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let mood = move || is_out.load(Ordering::SeqCst).then_some(mood);
    thread::spawn(move || listener.incoming().flatten().for_each(|client| answer(&folder, client, mood())));
    url
}

fn answer(folder: &Path, mut client: TcpStream, mood: Option<Mood>) {
    let mut lines = BufReader::new(client.try_clone().expect("a socket")).lines().map_while(Result::ok);
    let asked = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let file = asked.split(' ').nth(1).unwrap_or_default().trim_start_matches('/');
    let (status, mut bytes) = match (fs::read(folder.join(file)), mood) {
        (_, Some(Mood::Busy)) => ("503 Service Unavailable", Vec::new()),
        (Ok(bytes), Some(Mood::Lost)) if file == "checkpoint" => ("200 OK", bytes),
        (Ok(bytes), Some(Mood::Breaks) | None) => ("200 OK", bytes),
        (_, Some(Mood::Lost)) | (Err(_), _) => ("404 Not Found", Vec::new()),
        (_, Some(Mood::Drops)) => return,
    };
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", bytes.len());
    if matches!(mood, Some(Mood::Breaks)) {
        bytes.truncate(bytes.len() / 2);
    }
    // A client that has gone wants no answer.
    let _ = client.write_all(head.as_bytes()).and_then(|()| client.write_all(&bytes));
}
