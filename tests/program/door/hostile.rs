//! The real program, a witness, while everybody misbehaves at once: honest ones are served, and its memory stays where
//! it was.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use serde_json::Value;

use super::{connect, get_of, peer, said, status, status_of};
use crate::kit::program::Machine;

/// More memory than the program may use, whatever is done to it, in KiB: a body of the largest size on every connection
/// is 96 MiB.
const MEMORY_KIB_MAX: u64 = 160 << 10;
/// How long an honest one waits at most, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(5);

/// A witness in a process of its own, ended when dropped.
struct Serving {
    child: Child,
    address: SocketAddr,
    _machine: Machine,
}

impl Serving {
    fn start() -> Self {
        let machine = Machine::new();
        machine.write("witness.key", keyfile::seal_plain(&SecretKey::from_seed(&[101; 32])).as_bytes());
        let log = crate::witness::log();
        machine.write("watched.policy", format!("log {}\nquorum none\n", log.verifier()));
        let typed = "witness serve --policy watched.policy --key witness.key --name witness.example/w1 --state state \
                     --listen 127.0.0.1:0 --json";
        let mut command = machine.command(typed);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
        let mut greeting = String::new();
        BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut greeting).expect("it greets");
        let greeting: Value = serde_json::from_str(&greeting).expect("one object");
        let address = greeting["url"].as_str().and_then(|url| url.strip_prefix("http://")).expect("a URL");
        Self { address: address.parse().expect("an address"), child, _machine: machine }
    }

    /// Its memory in KiB: what is there now, and the most that ever was.
    fn memory(&self) -> (u64, u64) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("it runs");
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("the system tells it");
            line.trim().trim_end_matches(" kB").parse().expect("a number")
        };
        (of("VmRSS:"), of("VmHWM:"))
    }

    /// An honest one asks; how long it took.
    fn is_there_for(&self, number: u8) -> Duration {
        let began = Instant::now();
        assert_eq!(status(peer(number), self.address), Some(200), "after {:?}", began.elapsed());
        began.elapsed()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Whatever the test found, nothing of it runs on.
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }
}

/// This process opens as many connections as the test needs; false where the system does not grant them.
fn may_open(files: u64) -> bool {
    let limit = getrlimit(Resource::Nofile);
    let granted = Rlimit { current: limit.maximum, ..limit };
    let _ = setrlimit(Resource::Nofile, granted);
    getrlimit(Resource::Nofile).current.is_none_or(|most| most >= files)
}

#[test]
fn two_thousand_who_say_nothing_shut_nobody_out() {
    if !may_open(4_000) {
        eprintln!("SKIPPED: this system does not let one process open 4,000 connections");
        return;
    }
    let serving = Serving::start();
    let idle: Vec<TcpStream> =
        (0..2_000).map(|number| connect(peer(2 + (number % 8) as u8), serving.address)).collect();
    let waits: Vec<_> = (0..20).map(|_| serving.is_there_for(1)).collect();
    assert!(waits.iter().all(|wait| *wait < PATIENCE), "{waits:?}");
    let (_, most) = serving.memory();
    assert!(most < MEMORY_KIB_MAX, "{most} KiB");
    drop(idle);
}

/// Everybody at once, for a few seconds: heads and bodies in drops, readers who do not read, bodies that are too large or
/// none, requests that are no HTTP, and an address that asks as fast as it can and says each time that it is another.
#[test]
fn others_are_served_while_everybody_misbehaves() {
    let serving = Serving::start();
    let (over, refused, flooded) = (AtomicBool::new(false), AtomicU64::new(0), AtomicU64::new(0));
    let going_on = || !over.load(Ordering::SeqCst);
    let address = serving.address;
    let waits: Vec<Duration> = scope(|scope| {
        for begun in
            ["GET / HTTP/1.1\r\nX: ", "POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n"]
        {
            scope.spawn(move || drip(address, begun, &going_on));
        }
        scope.spawn(|| {
            while going_on() {
                malformed(address);
            }
        });
        scope.spawn(|| still_readers(address, &going_on));
        for _ in 0..2 {
            scope.spawn(|| {
                while going_on() {
                    let lie = flooded.fetch_add(50, Ordering::SeqCst) % 250;
                    let forged = format!("X-Forwarded-For: 203.0.113.{lie}\r\nForwarded: for=203.0.113.{lie}\r\n");
                    let one = format!("GET / HTTP/1.1\r\nHost: a\r\n{forged}\r\n");
                    let answers = said(peer(9), address, &(one.repeat(49) + &get_of("/", &forged)));
                    let times = answers.matches("HTTP/1.1 429").count();
                    refused.fetch_add(times as u64, Ordering::SeqCst);
                }
            });
        }
        let began = Instant::now();
        let mut waits = Vec::new();
        while began.elapsed() < Duration::from_secs(6) {
            waits.push(serving.is_there_for(1));
            sleep(Duration::from_millis(20));
        }
        over.store(true, Ordering::SeqCst);
        waits
    });
    assert!(waits.iter().all(|wait| *wait < PATIENCE), "{waits:?}");
    let (flooded, refused) = (flooded.into_inner(), refused.into_inner());
    assert!(refused > 0 && flooded - refused < 900, "{refused} of {flooded} were refused, whoever they said they were");
    let (_, most) = serving.memory();
    assert!(most < MEMORY_KIB_MAX, "{most} KiB");
}

/// A hundred connections on which a byte comes from time to time.
fn drip(address: SocketAddr, begun: &str, going_on: &(impl Fn() -> bool + Sync)) {
    let open = || {
        let mut stream = connect(peer(5), address);
        let _ = stream.write_all(begun.as_bytes());
        stream
    };
    let mut streams: Vec<TcpStream> = (0..100).map(|_| open()).collect();
    while going_on() {
        for stream in &mut streams {
            if stream.write_all(b"a").is_err() {
                *stream = open();
            }
        }
        sleep(Duration::from_millis(100));
    }
}

/// Requests that are none, and bodies that are too large: each is refused or hung up on.
fn malformed(address: SocketAddr) {
    let post = "POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    let (long, longer) = ("a".repeat(64 << 10), "a".repeat(400 << 10));
    for (request, expected) in [
        (format!("{post}Content-Length: 99999999\r\n\r\n{long}"), 413),
        (format!("{post}Content-Length: -1\r\n\r\n"), 400),
        (format!("{post}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), 400),
        (format!("{post}Transfer-Encoding: chunked\r\n\r\nffffffffffffff\r\n{longer}"), 413),
        (format!("{post}Transfer-Encoding: chunked\r\n\r\nzz\r\n"), 400),
        (format!("{post}Content-Length: 3\r\n\r\n\u{0}\u{1}\u{2}"), 400),
        (format!("GET /{long} HTTP/1.1\r\n\r\n"), 431),
        (format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(2_000)), 431),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}".to_owned(), 400),
        ("GET / HTTP/9.9\r\n\r\n".to_owned(), 400),
    ] {
        let answer = said(peer(6), address, &request);
        let status = status_of(&answer);
        // Whoever is still writing may see the end before the answer; and this one asks often.
        assert!(
            status.is_none_or(|status| status == expected || status == 429),
            "{status:?} and not {expected}: {:.80}",
            request
        );
    }
}

/// Readers who ask again and again on one connection and read nothing.
fn still_readers(address: SocketAddr, going_on: &(impl Fn() -> bool + Sync)) {
    let asked = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100);
    let mut streams: Vec<TcpStream> = (0..20).map(|_| connect(peer(7), address)).collect();
    for stream in &mut streams {
        stream.set_write_timeout(Some(Duration::from_millis(10))).expect("a time");
    }
    while going_on() {
        for stream in &mut streams {
            let _ = stream.write_all(asked.as_bytes());
        }
        sleep(Duration::from_millis(50));
    }
    drop(streams.into_iter().map(|mut stream| stream.read(&mut [0; 16])).collect::<Vec<_>>());
}
