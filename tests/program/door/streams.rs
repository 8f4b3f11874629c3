//! Answers that do not end by themselves: so many at once, kept while others come, and ended when the server stops.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use hyper::body::Frame;
use protokol::server::limits::Limits;
use protokol::server::running::Running;
use protokol::server::visit::Visit;
use socket2::{SockFilter, SockRef};
use tokio::sync::mpsc;

use super::{connect, get_of, peer, quick, rest, routes, said, start, status, status_of};

/// A body of what comes through a channel.
struct Pieces(mpsc::Receiver<Bytes>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|bytes| Ok(Frame::data(bytes))))
    }
}

async fn ticks(visit: Visit) -> Response {
    let Ok(stream) = visit.stream() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let (pieces, body) = mpsc::channel(1);
    tokio::spawn(async move {
        while stream.next(tokio::time::sleep(Duration::from_millis(50))).await.is_some() {
            if pieces.send(Bytes::from_static(b"tick\n")).await.is_err() {
                return;
            }
        }
        let _ = pieces.send(Bytes::from_static(b"end\n")).await;
    });
    Body::new(Pieces(body)).into_response()
}

fn streaming(limits: Limits) -> Running {
    start(routes().route("/ticks", get(ticks)), limits)
}

fn listen(from: u8, server: &Running) -> TcpStream {
    let mut stream = connect(peer(from), server.address());
    stream.write_all(get_of("/ticks", "").as_bytes()).expect("it is taken");
    let mut first = [0; 12];
    stream.read_exact(&mut first).expect("an answer");
    assert_eq!(&first, b"HTTP/1.1 200");
    stream
}

#[test]
fn streams_outlive_a_connection_and_end_with_their_time_or_the_server() {
    let second = Duration::from_secs(1);
    let limits = Limits { lifetime: second, last_answer_time: second / 2, stream_time: 3 * second, ..quick() };
    let server = streaming(limits);
    let began = Instant::now();
    let all = String::from_utf8(rest(listen(2, &server))).expect("a text");
    assert!(all.ends_with("end\n\r\n0\r\n\r\n"), "ended in order: {all:?}");
    assert!(began.elapsed() > 2 * second && began.elapsed() < 5 * second, "{:?}", began.elapsed());
    let (open, stopped) = (listen(2, &server), Instant::now());
    server.stop().expect("it ends as it was told");
    assert!(stopped.elapsed() < 3 * second / 4, "nobody waits for streams: {:?}", stopped.elapsed());
    let all = String::from_utf8(rest(open)).expect("a text");
    assert!(all.ends_with("end\n\r\n0\r\n\r\n"), "ended in order: {all:?}");
}

#[test]
fn streams_are_so_many_and_none_is_pushed_out() {
    let limits = Limits { connections: 8, streams: 4, streams_per_address: 2, ..quick() };
    let server = streaming(limits);
    let refused = |from| status_of(&said(peer(from), server.address(), &get_of("/ticks", "")));
    let mut open = vec![listen(2, &server), listen(2, &server)];
    assert_eq!(refused(2), Some(503), "two from one address");
    open.extend([listen(3, &server), listen(4, &server)]);
    assert_eq!(refused(5), Some(503), "four of all");
    let idle: Vec<_> = (0..30).map(|_| connect(peer(6), server.address())).collect();
    assert_eq!(status(peer(7), server.address()), Some(200), "idle ones make room");
    let mut piece = [0; 64];
    for stream in &mut open {
        stream.read_exact(&mut piece).expect("it goes on");
        stream.read_exact(&mut piece).expect("it goes on");
    }
    drop((open.pop(), idle));
    // The server sees at its next piece that the reader has gone.
    std::thread::sleep(Duration::from_millis(500));
    open.push(listen(5, &server));
}

/// A machine that is switched off, or a telephone in a tunnel: nothing comes from it any more, and nobody says so.
#[test]
fn a_reader_that_vanished_gives_its_place_back() {
    let server = streaming(Limits { streams: 1, ..quick() });
    let gone = listen(2, &server);
    let nothing = SockFilter::new(0x06, 0, 0, 0); // BPF_RET: of each packet, not a byte
    SockRef::from(&gone).attach_filter(&[nothing]).expect("Linux can");
    let again = || status_of(&said(peer(3), server.address(), &get_of("/never", "")));
    assert_eq!(again(), Some(404), "others are served");
    let (began, stream) = (Instant::now(), || {
        let mut stream = connect(peer(3), server.address());
        stream.write_all(get_of("/ticks", "").as_bytes()).expect("it is taken");
        let mut first = [0; 12];
        stream.read_exact(&mut first).expect("an answer");
        first == *b"HTTP/1.1 200"
    });
    while !stream() {
        assert!(began.elapsed() < Duration::from_secs(10), "its place is kept");
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(began.elapsed() > Duration::from_secs(1), "{:?}", began.elapsed());
}

/// A flood from one address pushes itself out: a connection of somebody else that waits is left alone.
#[test]
fn a_flood_pushes_itself_out() {
    let server = streaming(Limits { connections: 16, head_time: Duration::from_secs(20), ..quick() });
    let mut early = connect(peer(2), server.address());
    let flood: Vec<_> = (0..200).map(|_| connect(peer(3), server.address())).collect();
    assert_eq!(status(peer(4), server.address()), Some(200));
    early.write_all(get_of("/", "").as_bytes()).expect("it is taken");
    let answer = String::from_utf8(rest(early)).expect("a text");
    assert_eq!(status_of(&answer), Some(200), "the one that was waited for longest, of another address: {answer}");
    drop(flood);
}
