//! What a witness that answers is told on the command line: the arguments of the door are the service's too.

use std::io::{BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use serde_json::Value;

use super::tls::{ask, client, pair};
use super::{get_of, peer, said, status_of};
use crate::kit::exchange::exchange;
use crate::kit::program::Machine;
use crate::witness::{request, tree};

const FLAGS: &str = "--policy watched.policy --key witness.key --name witness.example/w1 --state state";

fn machine() -> Machine {
    let machine = Machine::new();
    machine.write("witness.key", keyfile::seal_plain(&SecretKey::from_seed(&[101; 32])).as_bytes());
    machine.write("watched.policy", format!("log {}\nquorum none\n", crate::witness::log().verifier()));
    machine
}

/// An address that was free a moment ago.
fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("loopback has a free port")
}

fn serve(machine: &Machine, flags: &str) -> (Child, String) {
    let typed = format!("witness serve {FLAGS} --listen 127.0.0.1:0 --json {flags}");
    let mut command = machine.command(typed.trim_end());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut greeting = String::new();
    BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut greeting).expect("it greets");
    let greeting: Value = serde_json::from_str(&greeting).expect("one object");
    (child, greeting["url"].as_str().expect("a URL").to_owned())
}

/// Ends it as operators do, and gives what it said meanwhile.
fn end(mut child: Child) -> String {
    let told = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("kill runs");
    assert!(told.success());
    let mut said = String::new();
    child.stderr.take().expect("it is piped").read_to_string(&mut said).expect("a text");
    assert!(child.wait().expect("it was started").success(), "{said}");
    said
}

/// The answers that it wrote a line of.
fn logged(said: &str) -> Vec<Value> {
    said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

#[test]
fn it_speaks_tls_and_operators_see_it() {
    let (machine, pair, operators) = (machine(), pair(), free());
    machine.write("c.pem", &pair.0);
    machine.write("k.pem", &pair.1);
    let flags = format!("--tls-certificate c.pem --tls-key k.pem --operators {operators} --log-answers");
    let (child, url) = serve(&machine, &flags);
    let port = url.strip_prefix("https://127.0.0.1:").unwrap_or_else(|| panic!("{url}"));
    let page = ask(&client(&pair.0), &format!("https://localhost:{port}/?secret=hunter2")).expect("an answer");
    assert!(page.contains("witness.example/w1"), "{page}");
    let metrics = said(peer(1), operators, &get_of("/metrics", ""));
    assert!(metrics.contains("protokol_requests_total{method=\"GET\",route=\"/\",status=\"200\"} 1"), "{metrics}");
    assert_eq!(status_of(&said(peer(1), operators, &get_of("/readyz", ""))), Some(200));
    let said = end(child);
    let [line] = &logged(&said)[..] else { panic!("not one line in {said}") };
    assert_eq!((&line["route"], &line["status"], &line["peer"]), (&"/".into(), &200.into(), &"127.0.0.0/24".into()));
    assert!(!said.contains("hunter2"), "{said}");
}

#[test]
fn a_proxy_is_believed_and_its_askers_are_told_apart() {
    let machine = machine();
    let (child, url) = serve(&machine, "--behind 127.0.0.9 --log-answers");
    let address = url.strip_prefix("http://").and_then(|address| address.parse().ok()).expect("an address");
    for from in [9, 8] {
        said(peer(from), address, &get_of("/", "X-Forwarded-For: 203.0.113.9\r\n"));
    }
    let said = end(child);
    let peers: Vec<_> = logged(&said).iter().map(|line| line["peer"].clone()).collect();
    assert_eq!(peers, ["203.0.113.0/24", "127.0.0.0/24"], "{said}");
}

#[test]
fn a_witness_that_cannot_store_says_that_it_is_not_ready() {
    let (machine, operators) = (machine(), free());
    let (child, url) = serve(&machine, &format!("--operators {operators}"));
    let address = url.strip_prefix("http://").and_then(|address| address.parse().ok()).expect("an address");
    let add = || exchange(address, "POST", "/add-checkpoint", &[], request(&tree(9), 0, 5).to_string().as_bytes());
    // Where the logs' states would be, nothing can be.
    machine.write("state/logs", "no folder");
    assert_eq!(add().expect("an answer").status, 503);
    let ready = said(peer(1), operators, &get_of("/readyz", ""));
    assert_eq!(status_of(&ready), Some(503), "{ready}");
    assert!(ready.contains("\"state\":"), "{ready}");
    end(child);
}

#[test]
fn what_cannot_be_is_said_before_anything_is_served() {
    let (machine, pair) = (machine(), pair());
    machine.write("c.pem", &pair.0);
    machine.write("k.pem", super::tls::pair().1);
    let fails = |flags: &str, exit: i32, code: &str| {
        let error = machine.fails(&format!("witness serve {FLAGS} {flags}"), exit);
        assert_eq!(error["code"], code, "{flags}: {error}");
    };
    fails("--listen 0.0.0.0:0", 2, "U1");
    fails("--listen [::]:0", 2, "U1");
    fails("--listen 127.0.0.1:0 --tls-certificate c.pem --tls-key k.pem", 7, "U3");
    fails("--listen 127.0.0.1:0 --tls-certificate nowhere.pem --tls-key k.pem", 7, "U3");
    fails("--listen 127.0.0.1:0 --operators nowhere", 2, "U1");
    let taken = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    fails(&format!("--listen {}", taken.local_addr().expect("it is bound")), 8, "U2");
    fails("--tls-certificate c.pem", 2, "U1");
    fails("--tls-certificate c.pem --tls-key k.pem --plain-http", 2, "U1");
    fails("--behind 10.0.0.1/8", 2, "U1");
    for flag in ["--log-answers", "--operators 127.0.0.1:0", "--plain-http", "--listen 127.0.0.1:0"] {
        let once = machine.fails(&format!("witness log {FLAGS} {flag}"), 2);
        assert_eq!(once["code"], "U1", "{once}");
    }
    assert!(!machine.has("state"), "nothing was begun");
}
