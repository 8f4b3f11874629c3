//! Every status that handing in can have, each reached once.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use protokol::crypto::key::SecretKey;
use protokol::domain::code::Code;
use protokol::domain::statement::Body;
use protokol::domain::time::Millis;
use protokol::ledger::files::receipt::Receipt;
use protokol::server::api::bounds::SCRUB_REST;

use super::{Answer, BYTES, Served, exchange, founded, in_process, soon};
use crate::kit::small::{SMALL, after, figures, paper, protocol, quorum, seat_key, signed, turnout};

#[test]
fn a_paper_is_in_once_and_its_receipt_comes_with_it() {
    let served = Served::ready(&SMALL);
    let one = SMALL.protocols()[0].to_file();
    let first = served.post(&[BYTES], &one).is(201);
    let receipt: Receipt = first.body.parse().expect("a receipt");
    receipt.verify_inclusion(receipt.entry().expect("the event travels along")).expect("it proves the event");
    let place = first.header("location").expect("a place").to_owned();
    assert!(place.starts_with("/v1/receipts/") && place.len() > 64, "{place}");
    assert!(first.header("etag").is_some_and(|tag| tag.starts_with('"')));

    let again = served.post(&[], &one).is(200);
    assert_eq!(again.header("location"), Some(place.as_str()));
    let same: Receipt = again.body.parse().expect("a receipt");
    assert_eq!((same.index(), same.entry()), (receipt.index(), receipt.entry()));

    let told = served.post(&[BYTES, ("Accept", "application/json")], &one).is(200).json();
    assert_eq!(told["data"]["status"], "already");
    assert_eq!(told["data"]["sequence"], receipt.index().0);
    assert_eq!((&told["rehearsal"], &told["as_of"]), (&true.into(), &told["size"]));
    assert!(told["data"]["receipt"].as_str().is_some_and(|text| text.parse::<Receipt>().is_ok()));
    let two = SMALL.protocols()[1].to_file();
    let told = served.post(&[("Accept", "application/json")], &two).is(201).json();
    assert_eq!(told["data"]["status"], "sealed");

    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    machine.ok("verify ledger");
}

#[test]
fn what_is_wrong_is_a_problem_in_the_language_asked_for() {
    let served = Served::ready(&SMALL);
    let of = |body: Body, keys: &[SecretKey]| signed(SMALL.ledger(), after(9), body, keys).to_file();
    let said = |votes| Body::ProtocolSubmitted(protocol(paper("round-1", "01.001"), figures(votes)));

    served.post(&[BYTES], b"no submission").is(400).problem("R35");
    served.post(&[("Content-Type", "multipart/form-data")], b"--").is(400).problem("U3");
    served.post(&[("Content-Type", "text/html")], b"<p>").is(415).problem("U3");
    served.post(&[BYTES], &of(said([1, 1, 1]), &[SecretKey::from_seed(&[7; 32])])).is(403).problem("R8");
    let mut forged = of(said([1, 1, 1]), &quorum("01.001"));
    *forged.last_mut().expect("a signature") ^= 1;
    served.post(&[BYTES], &forged).is(403).problem("R33");
    served.post(&[BYTES], &of(said([1, 1, 1]), &[seat_key("01.001", 1)])).is(422).problem("R11");
    let mut long = b"protokol submission v1\n".to_vec();
    long.resize(100_000, 0);
    served.post(&[BYTES], &long).is(413).problem("R37");

    let in_force = served.post(&[BYTES], &of(said([1, 1, 1]), &quorum("01.001"))).is(201);
    let twice = served.post(&[BYTES, ("Accept-Language", "az")], &of(said([2, 2, 2]), &quorum("01.001"))).is(409);
    let problem = twice.problem("R19");
    assert_eq!(problem["unit"], "01.001");
    assert!(problem["says"].as_str().is_some_and(|says| says.contains("protokol")), "{problem}");
    let place = in_force.header("location").expect("a place");
    assert_eq!(served.get(place).is(200).body, in_force.body, "the receipt stands where it is said to");
    served.get("/v1/receipts/999").is(404).problem("U9");
    let code = served.get(problem["type"].as_str().expect("a link")).is(200).json();
    assert_eq!(code["code"], "R19");
    served.get("/v1/codes/R999").is(404);
    assert!(twice.header("link").is_some_and(|link| link.contains(place)), "{twice:?}");
    assert_eq!(served.get("/v1/submissions").status, 405);
}

/// What is said of a size stays as it is, byte for byte, while papers come in and many ask for what was before.
#[test]
fn an_answer_of_a_size_is_the_same_for_ever_and_keeps_nobody_from_handing_in() {
    let served = Served::ready(&SMALL);
    let size = served.get("/v1/totals").is(200).json()["size"].as_u64().expect("a size");
    let path = format!("/v1/totals?tier=precinct&at={size}");
    let newest = served.get(&path).is(200);
    assert!(newest.header("cache-control").is_some_and(|kept| kept.contains("immutable")), "{newest:?}");
    thread::scope(|scope| {
        let asking: Vec<_> = (0..6)
            .map(|_| scope.spawn(|| (0..5).map(|_| served.get(&path).is(200).body).collect::<Vec<_>>()))
            .collect();
        served.takes(&SMALL.protocols());
        let answers = asking.into_iter().flat_map(|asking| asking.join().expect("it is answered"));
        answers.for_each(|answer| assert_eq!(answer, newest.body));
    });
    assert_eq!(served.get(&path).is(200).body, newest.body);
    assert_ne!(served.get("/v1/totals?tier=precinct").is(200).body, newest.body);
}

#[test]
fn a_service_that_may_not_write_says_why_and_since_when_and_is_read_all_the_while() {
    let served = Served::ready(&SMALL);
    // Somebody puts another file into the seal's place: this writer's word is not what rules any more.
    let seal = served.machine.read("ledger/seal");
    fs::remove_file(served.machine.path("ledger/seal")).expect("it is ours");
    fs::write(served.machine.path("ledger/seal"), seal).expect("it is ours");
    for _ in 0..2 {
        let refused = served.post(&[BYTES, ("Accept-Language", "ru")], &SMALL.protocols()[0].to_file()).is(503);
        let problem = refused.problem("U14");
        assert!(problem["says"].as_str().is_some_and(|says| says.contains("20") && says.contains('Z')), "{problem}");
        assert_eq!(refused.header("retry-after"), None, "it does not pass by itself");
    }
    served.get("/v1/checkpoint").is(200);
    assert!(served.told().contains("Nothing is written any more"), "{}", served.told());
}

/// While it is shut, whoever asks what time it is waits.
static SHUT: AtomicBool = AtomicBool::new(false);

fn slow_clock() -> Millis {
    while SHUT.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(5));
    }
    after(86_400_000)
}

#[test]
fn whoever_comes_when_as_many_wait_as_may_is_asked_to_come_again() {
    let machine = founded(&SMALL);
    let (running, state) = in_process(&machine, slow_clock, 1, SCRUB_REST);
    let address = running.address();
    SHUT.store(true, Ordering::Relaxed);
    let one = SMALL.structure()[0].to_file();
    let hand_in = move || exchange(address, "POST", "/v1/submissions", &[BYTES], &one).expect("it answers");
    // As many as have a place: in the turn, ready, being checked, and waiting.
    let waiting: Vec<_> = (0..24).map(|_| thread::spawn(hand_in.clone())).collect();
    soon("nobody is turned away", || (state.now().turned_away > 0).then_some(()));
    SHUT.store(false, Ordering::Relaxed);
    let answers: Vec<_> = waiting.into_iter().map(|thread| thread.join().expect("it answers")).collect();
    let of = |status: u16| answers.iter().filter(|answer| answer.status == status).collect::<Vec<_>>();
    assert_eq!((of(201).len(), of(201).len() + of(200).len() + of(429).len()), (1, 24), "{answers:?}");
    for busy in of(429) {
        busy.problem(&Code::U24.to_string());
        assert!(busy.header("retry-after").is_some_and(|after| after.parse::<u16>().is_ok()));
    }
    assert_eq!(state.now().taken, 1);
    running.stop().expect("it ends as it was told");
    machine.ok("verify ledger");
}

#[test]
fn a_key_that_hands_in_too_often_is_asked_to_come_again_and_nobody_can_spend_what_it_has() {
    let served = Served::ready(&SMALL);
    let report = |unit: &str, voters| {
        let body = Body::TurnoutReported(turnout(paper("round-1", unit), voters));
        signed(SMALL.ledger(), after(9), body, &[seat_key(unit, 1)]).to_file()
    };
    // Whoever brings the same again, or a false signature, takes nothing from the key.
    let mut forged = report("01.001", 0);
    *forged.last_mut().expect("a signature") ^= 1;
    for _ in 0..310 {
        served.post(&[BYTES], &forged).is(403);
    }
    let client = &|number: u32| -> Vec<Answer> {
        (0..60).map(|one| served.post(&[BYTES], &report("01.001", number * 60 + one))).collect()
    };
    let answers: Vec<Answer> = thread::scope(|scope| {
        let clients: Vec<_> = (0..8).map(|number| scope.spawn(move || client(number))).collect();
        clients.into_iter().flat_map(|client| client.join().expect("it is answered")).collect()
    });
    let (taken, busy): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 201);
    assert!(taken.len() >= 300, "a key may hand in 300 at once: {}", taken.len());
    let busy = busy.first().cloned().expect("and not many more").is(429);
    busy.problem("U24");
    assert!(busy.header("retry-after").is_some_and(|after| after.parse::<u16>().is_ok()));
    served.post(&[BYTES], &report("01.002", 1)).is(201);
}

#[test]
fn what_is_larger_than_anything_that_is_taken_is_a_problem_too() {
    let served = Served::start(founded(&SMALL), "");
    let mut stream = TcpStream::connect(served.address).expect("it answers");
    let head = "POST /v1/submissions HTTP/1.1\r\nHost: x\r\nAccept-Language: ru\r\nContent-Length: 99999999\r\n\r\n";
    stream.write_all(head.as_bytes()).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time");
    let mut answer = [0; 4096];
    let read = stream.read(&mut answer).expect("it answers before the end");
    let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
    assert!(answer.starts_with("HTTP/1.1 413 ") && answer.contains("application/problem+json"), "{answer}");
}

#[test]
fn a_service_that_is_told_to_end_takes_nothing_more_and_acknowledges_what_it_took() {
    let served = Served::ready(&SMALL);
    let (one, two) = (SMALL.protocols()[0].to_file(), SMALL.protocols()[1].to_file());
    let receipt = served.post(&[BYTES], &one).is(201);
    let address = served.address;
    let mut stream = TcpStream::connect(address).expect("it answers");
    let head = format!("POST /v1/submissions HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n", two.len());
    stream.write_all(head.as_bytes()).expect("it listens");
    stream.write_all(&two[..50]).expect("it listens");
    let late = thread::spawn(move || {
        soon("it goes on listening", || TcpStream::connect(address).is_err().then_some(()));
        stream.write_all(&two[50..]).expect("it hears the rest");
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    });
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    let answer = late.join().expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("U24"), "{answer:?}");
    assert!(answer.to_ascii_lowercase().contains("retry-after: "), "{answer:?}");
    machine.write("one.tlog-proof", &receipt.body);
    machine.ok("verify one.tlog-proof");
    machine.ok("verify ledger");
}
