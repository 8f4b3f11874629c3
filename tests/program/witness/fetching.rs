//! Files over HTTP: what is there, what is not, and what hostile servers send instead.

use std::time::{Duration, Instant};

use protokol::remote::http::{Http, HttpError};
use protokol::remote::published::Url;
use protokol::verify::published::Published;

use crate::kit::scripted::{Reply, Server, status};

fn url(server: &Server) -> Url<'static> {
    Url::new(&server.url(), Http::new()).expect("a URL")
}

#[test]
fn a_file_is_there_or_it_is_not() {
    let server = Server::start(|_, request| match request.line.split(' ').nth(1) {
        Some("/a/there") => status(200, "0123456789"),
        Some("/a/gone") => status(410, "gone"),
        Some("/a/broken") => status(400, "oh"),
        Some("/a/partial") => status(206, "oh"),
        _ => status(404, "no"),
    });
    for prefix in ["/a", "/a/", "/a//"] {
        let there = Url::new(&format!("{}{prefix}", server.url()), Http::new()).expect("a URL");
        assert_eq!(there.read("there", 10), Ok(Some(b"0123456789".to_vec())));
        assert_eq!(there.read("there", 4), Ok(Some(b"01234".to_vec())), "cut off after one byte more");
        assert_eq!((there.read("gone", 10), there.read("else", 10)), (Ok(None), Ok(None)));
        for (file, status) in [("broken", 400), ("partial", 206)] {
            let url = format!("{}/a/{file}", server.url());
            assert_eq!(there.read(file, 10), Err(HttpError::Status { url, status }));
        }
    }
    let agent = format!("user-agent: protokol/{}", env!("CARGO_PKG_VERSION"));
    assert!(server.seen().iter().all(|request| request.headers.contains(&agent)), "{:?}", server.seen());
}

#[test]
fn a_url_is_one() {
    for odd in [
        "",
        "elections.example",
        "ftp://elections.example",
        "file:///etc/passwd",
        "http://",
        "https:///x",
        "http://a b",
        "http://a/\r\nHost: b",
        "http://a/#x",
        "http://a/?x",
        "HTTP://a\u{a0}",
        "//a",
    ] {
        assert!(matches!(Url::new(odd, Http::new()), Err(HttpError::NotAUrl(_))), "{odd:?}");
    }
    assert_eq!(
        Url::new("https://a.example/x/", Http::new()).expect("a URL").of("checkpoint"),
        "https://a.example/x/checkpoint"
    );
}

#[test]
fn nobody_there_is_told_with_the_url() {
    let free = Server::start(|_, _| status(200, "")).address();
    let error = Url::new(&format!("http://{free}"), Http::new()).expect("a URL").read("checkpoint", 10);
    let error = error.expect_err("the server is gone");
    assert!(matches!(error, HttpError::Unreachable { .. }), "{error}");
    assert!(error.to_string().contains(&format!("http://{free}/checkpoint")), "{error}");
}

#[test]
fn floods_are_cut_off() {
    let flood = Server::start(|number, _| match number {
        0 => Reply::Flood(b"HTTP/1.1 200 X\r\n\r\n".to_vec()),
        1 => Reply::Flood(b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n".to_vec()),
        2 => Reply::Flood(b"HTTP/1.1 200 X\r\nX-Long: ".to_vec()),
        _ => Reply::Flood(b"HTTP/1.1 200 X\r\n".to_vec()),
    });
    assert_eq!(url(&flood).read("f", 1000).map(|body| body.map(|body| body.len())), Ok(Some(1001)));
    assert_eq!(url(&flood).read("f", 1000).map(|body| body.map(|body| body.len())), Ok(Some(1001)));
    assert!(matches!(url(&flood).read("f", 1000), Err(HttpError::Unreachable { .. })), "endless headers");
    assert!(matches!(url(&flood).read("f", 1000), Err(HttpError::Unreachable { .. })), "no header at all");
}

#[test]
fn broken_answers_are_no_answers() {
    let broken = Server::start(|number, _| match number {
        0 => Reply::Raw(b"HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nhalf".to_vec()),
        1 => Reply::Raw(Vec::new()),
        2 => Reply::Raw(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()),
        _ => Reply::Raw(b"HTTP/1.1 200 X\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab".to_vec()),
    });
    for what in ["cut off", "empty", "no HTTP"] {
        assert!(matches!(url(&broken).read("f", 1000), Err(HttpError::Unreachable { .. })), "{what}");
    }
}

#[test]
fn redirects_are_followed_a_little_way() {
    let elsewhere = |to: String| Reply::Answer(302, vec![format!("Location: {to}")], Vec::new());
    let server = Server::start(move |_, request| match request.line.split(' ').nth(1) {
        Some("/circle") => elsewhere("/circle".to_owned()),
        Some("/file") => elsewhere("/moved".to_owned()),
        Some("/moved") => status(200, "here"),
        _ => elsewhere("file:///etc/passwd".to_owned()),
    });
    assert_eq!(url(&server).read("file", 10), Ok(Some(b"here".to_vec())));
    assert!(url(&server).read("circle", 10).is_err());
    assert!(url(&server).read("etc", 1000).is_err());
    assert_eq!(server.seen().len(), 2 + 4 + 4, "three times sent on, and no further: {:?}", server.seen());
}

/// One byte from time to time, without end: in the body, and before it.
#[test]
fn slow_answers_end() {
    let slow = Server::start(|number, _| match number {
        0 => Reply::Drip(b"HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n".to_vec()),
        _ => Reply::Drip(b"HTTP/1.1 200 X\r\nX-Slow: ".to_vec()),
    });
    let url = Url::new(&slow.url(), Http::within(Duration::from_secs(1))).expect("a URL");
    for what in ["the body", "the headers"] {
        let began = Instant::now();
        assert!(matches!(url.read("f", 1000), Err(HttpError::Unreachable { .. })), "{what}");
        assert!(began.elapsed() < Duration::from_secs(5), "{what}: {:?}", began.elapsed());
    }
}
