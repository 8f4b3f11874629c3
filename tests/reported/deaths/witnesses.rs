//! A witness that anybody could shut, or make talk.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use serde_json::Value;

use crate::kit::program::Machine;
use crate::office::{checkpoint_at, own_office};

/// A witness of the office's log, as its operator runs it. What it says is read when it has ended.
struct Witness {
    child: Child,
    address: SocketAddr,
}

impl Witness {
    fn start(machine: &Machine) -> Self {
        machine.write("w.key", keyfile::seal_plain(&SecretKey::from_seed(&[78; 32])).as_bytes());
        machine.write("log.policy", format!("log {}quorum none\n", machine.text("published/log.vkey")));
        let typed = "witness serve --policy log.policy --key w.key --name witness.example/w --state state --json";
        let mut command = machine.command(&format!("{typed} --listen 127.0.0.1:0"));
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        // Whatever fails from here on, the child is ended.
        let mut witness = Self { child, address: "127.0.0.1:0".parse().expect("an address") };
        let mut greeting = String::new();
        let out = witness.child.stdout.as_mut().expect("it is piped");
        BufReader::new(out).read_line(&mut greeting).expect("it greets");
        let greeting: Value = serde_json::from_str(&greeting).expect("one object");
        let url = greeting["url"].as_str().and_then(|url| url.strip_prefix("http://")).expect("a URL");
        witness.address = url.parse().expect("an address");
        witness
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).expect("loopback connects")
    }

    /// The status of an answer, on a connection of its own; none if there is none in time.
    fn post(&self, body: &str) -> Option<u16> {
        let mut stream = self.connect();
        stream.set_read_timeout(Some(Duration::from_secs(8))).expect("a time");
        let (head, length) = ("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nConnection: close", body.len());
        let head = format!("{head}\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).ok()?;
        let mut answer = String::new();
        BufReader::new(stream).read_line(&mut answer).ok()?;
        answer.split(' ').nth(1)?.parse().ok()
    }

    /// What it told its operator, line by line, once it has ended.
    fn told(mut self) -> Vec<String> {
        self.end();
        let mut told = String::new();
        self.child.stderr.take().expect("it is piped").read_to_string(&mut told).expect("its words are UTF-8");
        told.lines().map(str::to_owned).collect()
    }

    fn end(&mut self) {
        if self.child.try_wait().is_ok_and(|ended| ended.is_some()) {
            return;
        }
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        self.end();
    }
}

#[test]
fn idle_connections_shut_a_witness_and_with_it_the_writer() {
    let machine = own_office();
    let witness = Witness::start(&machine);
    // Silent, in the middle of a head, in the middle of a body, and after an answer.
    let says: [&[u8]; 4] = [
        b"",
        b"POST /add-checkpoint HTTP/1.1\r\nHost: w\r\n",
        b"POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 1000\r\n\r\nold ",
        b"GET / HTTP/1.1\r\nHost: w\r\n\r\n",
    ];
    let idle: Vec<TcpStream> = (0..300)
        .map(|number| {
            let mut stream = witness.connect();
            // One that had to make room already does not hear.
            let _ = stream.write_all(says[number % says.len()]);
            stream
        })
        .collect();
    let checkpoint = machine.text("published/checkpoint");
    assert_eq!(witness.post(&format!("old 0\n\n{checkpoint}")), Some(200));
    drop(idle);
}

#[test]
fn anybody_could_fill_the_operators_screen_with_a_public_checkpoint() {
    let machine = own_office();
    let witness = Witness::start(&machine);
    let checkpoint = machine.text("published/checkpoint");
    let line = |number: u8| protokol::crypto::base64::encode(&[number; 32]);
    // A witness that has seen an earlier size is asked to believe random proofs from there.
    let first = checkpoint_at(&machine, "published", 3);
    assert_eq!(witness.post(&format!("old 0\n\n{first}")), Some(200));
    for number in 0..60 {
        assert_eq!(witness.post(&format!("old 3\n{}\n\n{checkpoint}", line(number))), Some(422));
    }
    // And to cosign again what it cosigned.
    for _ in 0..20 {
        assert_eq!(witness.post(&format!("old 3\n\n{first}")), Some(200));
    }
    let told = witness.told();
    assert!(told.len() <= 4, "a line of the cosignature, one of the evidence, and the end: {told:?}");
}
