//! The door that every server of ours has: what it allows, whom it believes, and that others are served while somebody
//! is slow, loud or a liar.

mod hostile;
mod limits;
mod peers;
mod rates;
mod slow;
mod streams;
mod supervisor;
pub mod tls;
mod told;
mod verb;

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::routing::{get, post};
use protokol::server::limits::Limits;
use protokol::server::running::Running;
use protokol::server::setting::Setting;

/// A large answer: more than any socket holds.
const LARGE: usize = 16 << 20;

/// Limits that a test need not wait for.
fn quick() -> Limits {
    let second = Duration::from_secs(1);
    Limits {
        head_time: second,
        small_body_time: second,
        reader_time: 2 * second,
        grace: second,
        handshake_time: second,
        ..Limits::SERVICE
    }
}

/// Everybody may ask as often as he likes.
fn unlimited(limits: Limits) -> Setting {
    Setting { unlimited: vec!["127.0.0.0/8".parse().expect("a block")], ..limits.into() }
}

/// A server with a small answer, a large one, and one that tells how long the body was.
fn server(setting: impl Into<Setting>) -> Running {
    start(routes(), setting)
}

fn routes() -> Router {
    Router::new()
        .route("/", get(|| async { "here\n" }))
        .route("/large", get(|| async { vec![b'a'; LARGE] }))
        .route("/length", post(|body: Bytes| async move { body.len().to_string() }))
        .layer(axum::extract::DefaultBodyLimit::disable())
}

fn start(routes: Router, setting: impl Into<Setting>) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    Running::start(listener, routes, setting).expect("it starts")
}

/// The loopback address with this last number: another peer.
fn peer(number: u8) -> IpAddr {
    Ipv4Addr::new(127, 0, 0, number).into()
}

/// A connection from an address of loopback. Nobody waits on it for longer than 20 seconds.
fn connect(from: IpAddr, to: SocketAddr) -> TcpStream {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let stream = runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
        socket.bind((from, 0).into()).expect("all of 127.0.0.0/8 is loopback");
        socket.connect(to).await.expect("somebody listens").into_std().expect("a socket of the system")
    });
    stream.set_nonblocking(false).expect("it can wait");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time");
    stream.set_write_timeout(Some(Duration::from_secs(20))).expect("a time");
    stream
}

/// What comes until the connection ends.
fn rest(mut stream: TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    // An end by a reset is one too.
    let _ = stream.read_to_end(&mut bytes);
    bytes
}

/// The answer to a request that is sent as it stands.
fn said(from: IpAddr, to: SocketAddr, request: &str) -> String {
    let mut stream = connect(from, to);
    let _ = stream.write_all(request.as_bytes());
    String::from_utf8_lossy(&rest(stream)).into_owned()
}

fn get_of(path: &str, headers: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\r\n")
}

fn post_of(length: usize, body: &str) -> String {
    format!("POST /length HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// The status of a plain request; none where nobody answers.
fn status(from: IpAddr, to: SocketAddr) -> Option<u16> {
    status_of(&said(from, to, &get_of("/", "")))
}

fn status_of(answer: &str) -> Option<u16> {
    answer.split(' ').nth(1)?.parse().ok()
}
