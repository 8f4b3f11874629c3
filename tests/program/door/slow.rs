//! Slow heads, slow bodies and slow readers have their time and no more, and others are served meanwhile.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::{Duration, Instant};

use protokol::server::limits::{Bytes, Limits};

use super::{LARGE, connect, get_of, peer, post_of, quick, rest, said, server, status, status_of, unlimited};

/// How long until the server ends a connection, and what it said.
fn ended(stream: TcpStream) -> (Duration, String) {
    let began = Instant::now();
    let said = String::from_utf8_lossy(&rest(stream)).into_owned();
    (began.elapsed(), said)
}

#[test]
fn slow_heads_and_bodies_have_their_time() {
    let server = server(unlimited(quick()));
    let address = server.address();
    for (begun, is_body) in [
        ("", false),
        ("GET / HTTP/1.1\r\nHost:", false),
        ("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc", true),
        ("POST /length HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", true),
    ] {
        let mut stream = connect(peer(2), address);
        stream.write_all(begun.as_bytes()).expect("it is taken");
        assert_eq!(status(peer(1), address), Some(200), "others are served");
        let (time, said) = ended(stream);
        assert!(time < Duration::from_secs(4), "{time:?} {begun:?}");
        assert_eq!(status_of(&said), is_body.then_some(408), "{begun:?}: {said}");
    }
}

/// A byte from time to time is no progress of a head: its time is for the whole.
#[test]
fn a_head_in_drops_has_the_same_time() {
    let server = server(unlimited(quick()));
    let mut stream = connect(peer(2), server.address());
    let began = Instant::now();
    while stream.write_all(b"a").is_ok() && began.elapsed() < Duration::from_secs(10) {
        sleep(Duration::from_millis(100));
    }
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}

#[test]
fn a_reader_who_takes_nothing_is_ended_and_one_who_is_slow_is_not() {
    let server = server(unlimited(quick()));
    let ask = |from| {
        let mut stream = connect(peer(from), server.address());
        stream.write_all(get_of("/large", "").as_bytes()).expect("it is taken");
        stream
    };
    let (still, mut slow) = (ask(2), ask(3));
    let (began, mut piece, mut taken) = (Instant::now(), vec![0; 256 << 10], 0);
    while began.elapsed() < Duration::from_secs(4) {
        taken += slow.read(&mut piece).expect("it is being read");
        sleep(Duration::from_millis(100));
        assert_eq!(status(peer(1), server.address()), Some(200), "others are served");
    }
    let all = rest(slow);
    assert!(taken + all.len() > LARGE, "{} of {LARGE}", taken + all.len());
    let (_, cut) = ended(still);
    assert!(cut.len() < LARGE, "somebody waited for it");
}

#[test]
fn a_connection_that_lives_long_gives_a_last_answer() {
    let second = Duration::from_secs(1);
    let limits = Limits { lifetime: second, last_answer_time: second, ..quick() };
    let server = server(unlimited(limits));
    let (began, mut answered) = (Instant::now(), 0);
    let mut stream = connect(peer(2), server.address());
    let mut answer = [0; 4096];
    while stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").is_ok()
        && matches!(stream.read(&mut answer), Ok(1..))
        && began.elapsed() < Duration::from_secs(10)
    {
        answered += 1;
        sleep(Duration::from_millis(50));
    }
    assert!(answered > 5 && began.elapsed() < Duration::from_secs(4), "{answered} in {:?}", began.elapsed());
}

#[test]
fn large_bodies_are_few_and_small_ones_pass_beside_them() {
    let limits = Limits {
        small_body_bytes: Bytes(1000),
        body_bytes: Bytes(4000),
        large_bodies: 3,
        large_bodies_per_address: 2,
        ..quick()
    };
    let server = server(unlimited(limits));
    let address = server.address();
    let large = |from, length: usize| {
        let mut stream = connect(peer(from), address);
        stream.write_all(post_of(length, &"a".repeat(1500)).as_bytes()).expect("it is taken");
        // Until the server has seen it.
        sleep(Duration::from_millis(100));
        stream
    };
    let waiting = [large(2, 2000), large(2, 2000)];
    let refused = said(peer(2), address, &post_of(2000, &"a".repeat(2000)));
    assert_eq!(status_of(&refused), Some(503), "two from one address: {refused}");
    assert!(refused.to_ascii_lowercase().contains("\r\nretry-after: 5\r\n"), "{refused}");
    let third = large(3, 2000);
    assert_eq!(status_of(&said(peer(4), address, &post_of(2000, &"a".repeat(2000)))), Some(503), "three of all");
    let small = said(peer(2), address, &post_of(1000, &"a".repeat(1000)));
    assert!(small.ends_with("\r\n\r\n1000"), "{small}");
    drop((waiting, third));
    sleep(Duration::from_millis(300));
    let late = said(peer(4), address, &post_of(4000, &"a".repeat(4000)));
    assert!(late.ends_with("\r\n\r\n4000"), "{late}");
    for length in [4001, 1 << 40] {
        assert_eq!(status_of(&said(peer(4), address, &post_of(length, ""))), Some(413), "said to be {length}");
    }
    let chunk = format!("1000\r\n{}\r\n", "a".repeat(0x1000));
    let chunked = "POST /length HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert_eq!(status_of(&said(peer(4), address, &format!("{chunked}{chunk}"))), Some(413));
    assert_eq!(status_of(&said(peer(4), address, &format!("{chunked}no chunk\r\n"))), Some(400));
}

/// Whoever asks for much and does not read it holds so much memory and no more, and keeps nobody from reading.
#[test]
fn what_is_not_read_is_bounded() {
    let (once, twice) = (Bytes(LARGE), Bytes(2 * LARGE + LARGE / 2));
    let server = server(Limits { answers_bytes: twice, answers_bytes_per_address: once, ..quick() });
    let address = server.address();
    let ask = |from| {
        let mut stream = connect(peer(from), address);
        stream.write_all(get_of("/large", "").as_bytes()).expect("it is taken");
        let mut begun = [0; 12];
        stream.read_exact(&mut begun).expect("an answer");
        (stream, String::from_utf8_lossy(&begun[9..]).into_owned())
    };
    let (first, status_of_first) = ask(2);
    let (_, again) = ask(2);
    assert_eq!((status_of_first.as_str(), again.as_str()), ("200", "503"), "one is read at a time");
    assert_eq!(status(peer(2), address), Some(200), "what is small is there");
    let (second, other) = ask(3);
    let (_, third) = ask(4);
    assert_eq!((other.as_str(), third.as_str()), ("200", "503"), "two of all");
    drop((first, second));
    sleep(Duration::from_millis(500));
    let refused = said(peer(4), address, &get_of("/large", ""));
    assert!(status_of(&refused) == Some(200) && refused.len() > LARGE, "{:.300}", refused);
}
