//! A service under witnesses: receipts rise by themselves, and a witness that knows more stops the writing.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::ledger::files::receipt::Receipt;
use serde_json::Value;

use super::{BYTES, Served, founded, soon};
use crate::kit::program::{Machine, copy};
use crate::kit::small::SMALL;

/// A witness of ours, a process of its own.
pub struct Witness {
    home: Machine,
    key: String,
    url: String,
    child: Child,
}

impl Witness {
    /// One that watches the log that a machine publishes.
    pub fn of(machine: &Machine) -> Self {
        Self::with(machine, 41)
    }

    /// The same with a key of this seed.
    pub fn with(machine: &Machine, seed: u8) -> Self {
        let home = Machine::new();
        home.write("w.key", keyfile::seal_plain(&SecretKey::from_seed(&[seed; 32])).as_bytes());
        home.write("watched.policy", machine.text("ledger/published/policy"));
        let (child, told) = Self::serve(&home, "127.0.0.1:0");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        Self { key: text(&told["keys"][0]), url: text(&told["url"]), home, child }
    }

    fn serve(home: &Machine, listen: &str) -> (Child, Value) {
        let flags = "--name one.example/w --policy watched.policy --key w.key --state state --json";
        let mut command = home.command(&format!("witness serve {flags} --listen {listen}"));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("it is piped"));
        out.read_line(&mut line).expect("it says where it answers");
        (child, serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error} in {line:?}")))
    }

    pub fn stop(&mut self) {
        // It may have been stopped before.
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }

    pub fn go_on(&mut self) {
        self.child = Self::serve(&self.home, self.url.strip_prefix("http://").expect("a URL")).0;
    }

    /// The policy of a machine's log under this witness.
    pub fn policy(&self, machine: &Machine) {
        policy(machine, &[(&self.key, &self.url)]);
    }

    /// Its key and its URL.
    pub fn named(&self) -> (&str, &str) {
        (&self.key, &self.url)
    }
}

/// The policy of a machine's log under witnesses, each by its key and its URL, of which all must cosign.
pub fn policy(machine: &Machine, witnesses: &[(&str, &str)]) {
    let mut text = machine.text("ledger/published/policy").replace("quorum none\n", "");
    let mut group = "group enough all".to_owned();
    for ((key, url), number) in witnesses.iter().zip(1..) {
        text += &format!("witness w{number} {key} {url}\n");
        group += &format!(" w{number}");
    }
    machine.write("w.policy", format!("{text}{group}\nquorum enough\n"));
}

impl Drop for Witness {
    fn drop(&mut self) {
        self.stop();
    }
}

const FLAGS: &str = "--policy w.policy --witness-seconds 3";
const WAIT: (&str, &str) = ("Prefer", "wait=20");

fn witnessed() -> (Served, Witness) {
    let machine = founded(&SMALL);
    let witness = Witness::of(&machine);
    witness.policy(&machine);
    let served = Served::start(machine, FLAGS);
    served.takes(&SMALL.structure());
    (served, witness)
}

#[test]
fn a_receipt_rises_from_sealed_to_witnessed_by_itself_however_late_the_witness_is() {
    let (served, mut witness) = witnessed();
    let papers: Vec<_> = SMALL.protocols().iter().map(|paper| paper.to_file()).collect();
    let holds = |name: &str, receipt: &str, exit| {
        served.machine.write(name, receipt);
        served.machine.run(&format!("verify {name} --policy w.policy")).exits(exit);
    };
    let first = served.post(&[BYTES, WAIT], &papers[0]).is(201);
    assert_eq!(first.header("preference-applied"), Some("wait"));
    holds("first.tlog-proof", &first.body, 0);

    // Without its witness the log goes on, and a receipt is what it is: sealed.
    witness.stop();
    let since = Instant::now();
    let second = served.post(&[BYTES, ("Prefer", "wait=1"), ("Accept", "application/json")], &papers[1]).is(201);
    assert!(since.elapsed() < Duration::from_secs(10), "it waits for as long as it was asked to");
    assert_eq!((second.header("preference-applied"), &second.json()["data"]["status"]), (None, &"sealed".into()));
    holds("second.tlog-proof", second.json()["data"]["receipt"].as_str().expect("a receipt"), 4);

    // It comes back, and nobody says a word.
    witness.go_on();
    let third = soon("the receipt stays where it is", || {
        let again = served.post(&[BYTES], &papers[1]).is(200);
        let receipt: Receipt = again.body.parse().expect("a receipt");
        (receipt.checkpoint().to_string().matches('\u{2014}').count() > 1).then_some(again.body)
    });
    holds("third.tlog-proof", &third, 0);
    // After a start, what was witnessed is known to be.
    let served = served.again(FLAGS);
    let fourth = served.post(&[BYTES, WAIT], &papers[0]).is(200);
    served.machine.write("fourth.tlog-proof", &fourth.body);
    served.machine.ok("verify fourth.tlog-proof --policy w.policy");
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    machine.ok("verify ledger/published --policy w.policy");
}

#[test]
fn a_witness_that_knows_a_longer_history_stops_the_writing_at_once() {
    let (served, mut witness) = witnessed();
    let papers = SMALL.protocols();
    served.post(&[BYTES, WAIT], &papers[0].to_file()).is(201);
    // Somebody else has the log's key and a copy of the ledger, and shows the witness more of it.
    let other = Machine::new();
    copy(served.machine.folder(), other.folder());
    let other = Served::start(other, FLAGS);
    for paper in &papers[1..4] {
        other.post(&[BYTES, WAIT], &paper.to_file()).is(201);
    }
    drop(other);
    served.post(&[BYTES], &papers[5].to_file());
    soon("it goes on writing", || served.told().contains("Nothing is written any more").then_some(()));
    let refused = served.post(&[BYTES], &papers[4].to_file()).is(503);
    assert!(refused.problem("V24")["says"].as_str().is_some_and(|says| says.contains("w1")), "{refused:?}");
    served.get("/v1/checkpoint").is(200);
    served.get("/v1/totals").is(200);
    witness.stop();
}
