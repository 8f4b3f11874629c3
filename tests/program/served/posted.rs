//! Papers that are handed in over the network: the program on the clerk's machine, and whoever answers at the URL.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::thread;

use protokol::crypto::key::SecretKey;
use protokol::crypto::vkey::VerifierKey;
use protokol::domain::statement::Body;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::tile::bundle_of;
use serde_json::Value;

use super::{BYTES, Served, founded};
use crate::kit::program::Machine;
use crate::kit::small::{ORIGIN, SMALL, after, of, paper, quorum, signed, turnout};

/// A clerk's machine with a queue.
fn clerk(folder: &str, papers: &[SignedStatement]) -> Machine {
    let machine = Machine::new();
    for (number, paper) in papers.iter().enumerate() {
        machine.write(&format!("{folder}/{number:03}.submission"), paper.to_file());
    }
    machine
}

/// What a ledger counts and finds, without its moments and fingerprints, which differ from ledger to ledger.
pub fn counted(machine: &Machine) -> Vec<Value> {
    let lines = |verb| machine.ok(&format!("{verb} --json")).lines();
    let mut counted = [lines("tally"), lines("findings")].concat();
    counted.iter_mut().for_each(strip);
    counted
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.retain(|key, _| {
                !matches!(key.as_str(), "fingerprint" | "root" | "as_of" | "event" | "events" | "arrival")
            });
            object.values_mut().for_each(strip);
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}

#[test]
fn two_queues_at_once_end_as_one_queue_beside_the_ledger_does() {
    let (structure, protocols) = (SMALL.structure(), SMALL.protocols());
    // Both have papers of the other, and neither has what all of its own need.
    let (one, two) = structure.split_at(structure.len() / 2);
    let first = clerk("queue", &[one, &protocols[..2], two].concat());
    let second = clerk("queue", &[&protocols[1..], two].concat());
    let served = Served::start(founded(&SMALL), "");
    let typed = format!("submit queue --to http://{}/", served.address);
    thread::scope(|scope| {
        for clerk in [&first, &second] {
            scope.spawn(|| clerk.run(&typed));
        }
    });
    for clerk in [&first, &second] {
        clerk.ok(&typed);
        let again = clerk.json(&typed);
        let answers = again["submissions"].as_array().expect("a list");
        assert!(!answers.is_empty() && answers.iter().all(|answer| answer["status"] == "already"), "{again}");
        for answer in answers {
            let receipt = answer["receipt"].as_str().expect("it was kept");
            clerk.read(receipt);
            let receipt: Receipt = clerk.text(receipt).parse().expect("a receipt");
            receipt.verify_inclusion(receipt.entry().expect("the event")).expect("it proves the event");
            assert!(!clerk.has("queue/000-2.tlog-proof"), "one receipt a paper");
        }
    }
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    machine.ok("verify ledger");

    let here = founded(&SMALL);
    for (number, paper) in [structure, protocols].concat().iter().enumerate() {
        here.write(&format!("queue/{number:03}.submission"), paper.to_file());
    }
    here.ok("submit queue --log-key log.key --clock-is-right");
    assert_eq!(counted(&machine), counted(&here));
}

/// A receipt is handed out before its checkpoint is published: whoever holds one finds it in the service's log all the same, and all
/// that it covers.
#[test]
fn whoever_has_a_receipt_finds_what_it_is_of_in_the_log_of_the_service() {
    let served = Served::start(founded(&SMALL), "");
    for paper in SMALL.structure() {
        let receipt = served.post(&[BYTES], &paper.to_file()).is(201);
        let receipt: Receipt = receipt.body.parse().expect("a receipt");
        let published: SignedCheckpoint = served.get("/log/checkpoint").is(200).body.parse().expect("a checkpoint");
        let size = published.checkpoint().size;
        assert!(size >= receipt.checkpoint().checkpoint().size, "it is behind its receipts");
        let (bundle, _) = bundle_of(receipt.index(), size).expect("it is covered");
        assert!(served.machine.has(&format!("ledger/published/{bundle}")), "it covers what is not there");
    }
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    let ledger = machine.json("verify ledger");
    assert_eq!(ledger["fingerprint"], machine.json("verify ledger/published")["fingerprint"], "all of it is published");
}

/// Not every checkpoint that a receipt is under is published: a receipt that is older is told to have grown all the same, and the
/// newer one stands in its place.
#[test]
fn a_queue_that_is_handed_in_again_while_the_log_grows_has_its_receipts_renewed() {
    let served = Served::ready(&SMALL);
    let reports: Vec<_> = (0..120)
        .map(|number| {
            let report = Body::TurnoutReported(turnout(paper("round-1", "01.001"), number));
            signed(SMALL.ledger(), after(1000 + u64::from(number)), report, &quorum("01.001"))
        })
        .collect();
    let (ours, others) = (clerk("queue", &SMALL.protocols()), clerk("queue", &reports));
    ours.write("policy", format!("log {}quorum none\n", served.machine.text("ledger/log.vkey")));
    let typed = format!("submit queue --to http://{}", served.address);
    ours.ok(&format!("{typed} --policy policy"));
    thread::scope(|scope| {
        let growing = scope.spawn(|| others.run(&typed));
        while !growing.is_finished() {
            ours.ok(&format!("{typed} --policy policy"));
        }
    });
    for number in 0..SMALL.protocols().len() {
        assert!(!ours.has(&format!("queue/{number:03}-2.tlog-proof")), "the receipt of paper {number} was not renewed");
    }
}

#[test]
fn what_the_service_refuses_is_told_in_its_words_and_what_is_gone_loses_nothing() {
    let mut served = Served::start(founded(&SMALL), "");
    let typed = format!("submit queue --to http://{}", served.address);
    let clerk = clerk("queue", &SMALL.protocols()[..1]);
    let refused = clerk.run(&format!("{typed} --json --lang ru")).exits(6).json();
    let error = &refused["submissions"][0]["error"];
    assert_eq!(error["code"], "R8", "{refused}");
    assert!(error["says"].as_str().is_some_and(|says| says.chars().any(|letter| ('а'..='я').contains(&letter))));

    served.takes(&SMALL.structure());
    clerk.ok(&typed);
    let kept = clerk.read("queue/000.tlog-proof");
    served.kill();
    let gone = clerk.run(&format!("{typed} --json")).exits(8);
    assert_eq!(gone.json()["error"]["code"], "U2", "{gone}");
    assert_eq!(clerk.read("queue/000.tlog-proof"), kept);

    let served = served.again("");
    clerk.ok(&format!("submit queue --to http://{}", served.address));
    assert!(!clerk.has("queue/000-2.tlog-proof"));
    let both = clerk.run(&format!("{typed} --ledger ledger")).exits(2);
    assert!(both.err.contains("--ledger"), "{both}");
}

/// Whoever answers at a URL: with this key beside its log, and with these answers to what is handed in, the last of them
/// for ever.
fn answering(key: &VerifierKey, answers: Vec<String>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback");
    let (address, key) = (listener.local_addr().expect("an address"), format!("{key}\n"));
    thread::spawn(move || {
        let mut answers = answers.into_iter().peekable();
        let mut last = String::new();
        for stream in listener.incoming() {
            let mut stream = stream.expect("a client");
            let (mut request, mut piece) = (Vec::new(), [0; 8192]);
            while !is_whole(&request) {
                match stream.read(&mut piece) {
                    Ok(read) if read > 0 => request.extend_from_slice(&piece[..read]),
                    _ => break,
                }
            }
            let answer = if request.starts_with(b"POST") {
                last = answers.next().unwrap_or(last);
                last.clone()
            } else {
                http("200 OK", "", &key)
            };
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    address
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_ascii_lowercase();
    let Some((head, _)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
    let at = request.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_default() + 4;
    request.len() >= at + length.unwrap_or(0)
}

fn http(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}Connection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

fn key_of(origin: &str) -> VerifierKey {
    let key = SecretKey::demonstration("log:", origin).public();
    VerifierKey::ed25519(of(origin), key).expect("a key")
}

#[test]
fn nothing_is_believed_that_is_not_proved() {
    let served = Served::ready(&SMALL);
    let papers = SMALL.protocols();
    let [own, others] = [0, 1].map(|paper| served.post(&[BYTES], &papers[paper].to_file()).is(201).body);
    let asked = |key: &VerifierKey, answers: Vec<String>| {
        let clerk = clerk("queue", &papers[..1]);
        let address = answering(key, answers);
        let done = clerk.run(&format!("submit queue/000.submission --to http://{address} --json"));
        (done, clerk.has("queue/000.tlog-proof"))
    };
    let refused = |key: &VerifierKey, answer: String, code: &str, exit| {
        let (done, is_kept) = asked(key, vec![answer]);
        assert_eq!((done.exit, &done.error()["code"], is_kept), (exit, &code.into(), false), "{done}");
    };
    let (ours, stranger) = (key_of(ORIGIN), key_of("another.example/log"));
    // A receipt of another log, one of another paper, one whose proof was changed, a page, and the way elsewhere.
    refused(&stranger, http("201 Created", "", &own), "V12", 1);
    refused(&ours, http("201 Created", "", &others), "U16", 3);
    let changed = own.replacen("index ", "index 1", 1);
    let (done, is_kept) = asked(&ours, vec![http("201 Created", "", &changed)]);
    assert!(done.exit != 0 && !is_kept, "{done}");
    refused(&ours, http("200 OK", "", "<html>welcome</html>"), "U16", 3);
    refused(&ours, http("302 Found", "Location: http://127.0.0.1:1/\r\n", ""), "U2", 8);
    refused(&ours, http("503 Service Unavailable", "", "{}"), "U2", 8);

    // A service that is busy, whose line then breaks, and that answers at last.
    let busy = || http("429 Too Many Requests", "Retry-After: 1\r\n", "");
    let (done, is_kept) = asked(&ours, vec![busy(), String::new(), busy(), http("201 Created", "", &own)]);
    assert_eq!((done.exit, is_kept), (0, true), "{done}");
    assert_eq!(done.json()["status"], "sealed");
}
