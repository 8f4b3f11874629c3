//! One request and its answer, byte by byte: what a library would smooth over is seen.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// What came back.
#[derive(Debug)]
pub struct Exchanged {
    pub status: u16,
    headers: Vec<String>,
    pub body: String,
}

impl Exchanged {
    pub fn header(&self, name: &str) -> Option<&str> {
        let is_its = |header: &&String| header.to_ascii_lowercase().starts_with(&format!("{name}:"));
        let header = self.headers.iter().find(is_its)?;
        Some(header[name.len() + 1..].trim())
    }
}

/// None if nobody answers.
pub fn exchange(address: SocketAddr, method: &str, path: &str, body: &[u8]) -> Option<Exchanged> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time");
    let length = body.len();
    let head =
        format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
    stream.write_all(head.as_bytes()).ok()?;
    // Whoever has seen enough of the body answers before its end.
    let _ = stream.write_all(body);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8(bytes).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.split("\r\n").map(str::to_owned);
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    Some(Exchanged { status, headers: lines.collect(), body: body.to_owned() })
}
