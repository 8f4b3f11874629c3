//! A server on loopback that answers as a script says: honest, hostile, slow or dead.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What came in.
#[derive(Clone, Debug)]
pub struct Request {
    pub line: String,
    pub headers: Vec<String>,
    pub body: String,
}

/// What goes out.
pub enum Reply {
    /// A whole answer: status, further headers, body.
    Answer(u16, Vec<String>, Vec<u8>),
    /// These bytes, whatever they are.
    Raw(Vec<u8>),
    /// These bytes, and then one more byte from time to time, without end.
    Drip(Vec<u8>),
    /// These bytes, and then as many more as anybody takes.
    Flood(Vec<u8>),
}

/// Status and body.
pub fn status(status: u16, body: &str) -> Reply {
    Reply::Answer(status, Vec::new(), body.as_bytes().to_vec())
}

/// The server; gone when dropped.
pub struct Server {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Request>>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Answers the requests, which are counted from 0, one after the other.
    pub fn start(script: impl Fn(usize, &Request) -> Reply + Send + Sync + 'static) -> Self {
        Self::at("127.0.0.1:0".parse().expect("an address"), script)
    }

    /// The same at an address where another one was.
    pub fn at(address: SocketAddr, script: impl Fn(usize, &Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(address).expect("loopback has a free port");
        let address = listener.local_addr().expect("it is bound");
        let (seen, stop) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let (told, stopped, script) = (Arc::clone(&seen), Arc::clone(&stop), Arc::new(script));
        let thread = thread::spawn(move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                let stream = stream.expect("loopback accepts");
                let Some(request) = read(&stream) else { continue };
                let number = {
                    let mut seen: std::sync::MutexGuard<'_, Vec<Request>> = told.lock().expect("no panic");
                    seen.push(request.clone());
                    seen.len() - 1
                };
                let (script, stopped) = (Arc::clone(&script), Arc::clone(&stopped));
                // A slow answer keeps nobody else waiting.
                thread::spawn(move || answer(stream, script(number, &request), &stopped));
            }
        });
        Self { address, seen, stop, thread: Some(thread) }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What came in so far.
    pub fn seen(&self) -> Vec<Request> {
        self.seen.lock().expect("no panic").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // Wakes the listener, so that it sees that it is over.
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || thread::panicking());
        }
    }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|length| *length > 0)?;
        Some(line.trim_end().to_owned())
    };
    let first = line()?;
    let mut headers = Vec::new();
    loop {
        match line()? {
            empty if empty.is_empty() => break,
            header => headers.push(header.to_ascii_lowercase()),
        }
    }
    let length = headers.iter().find_map(|header| header.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Request { line: first, headers, body: String::from_utf8(body).expect("requests are UTF-8") })
}

/// The other side may hang up at any moment, which is its right.
fn answer(mut stream: TcpStream, reply: Reply, stop: &AtomicBool) {
    let (begin, rest): (Vec<u8>, Option<(Vec<u8>, Duration)>) = match reply {
        Reply::Answer(status, headers, body) => {
            let mut head = format!("HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
            headers.iter().for_each(|header| head.push_str(&format!("{header}\r\n")));
            ([head.as_bytes(), b"\r\n", &body].concat(), None)
        }
        Reply::Raw(bytes) => (bytes, None),
        Reply::Drip(bytes) => (bytes, Some((vec![b'a'], Duration::from_millis(200)))),
        Reply::Flood(bytes) => (bytes, Some((vec![b'a'; 64 * 1024], Duration::ZERO))),
    };
    if stream.write_all(&begin).is_err() {
        return;
    }
    if let Some((more, pause)) = rest {
        while !stop.load(Ordering::SeqCst) && stream.write_all(&more).is_ok() {
            thread::sleep(pause);
        }
    }
}
