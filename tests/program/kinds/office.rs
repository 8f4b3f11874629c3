//! One small election with keys of its own members, at the stages of its life; each is made once for all tests.
//!
//! ```text
//! CEC ─┬─ 01 ─┬─ 01.001   its protocol is in force, the opening items were sealed
//!      │      ├─ 01.002   its protocol is in force
//!      │      ├─ 01.003   annulled
//!      │      └─ 01.004   the voting failed
//!      └─ 02 ─── 02.001   awaited
//! ```
//! Three members each, two must sign. `watch` observes all, `local` what is below 02, and `press` writes about it.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::domain::id::{EventHash, LedgerId};
use protokol::domain::statement::{Body, Statement};
use protokol::ledger::submission::SignedStatement;
use serde_json::Value;

use super::bodies;
use crate::kit::election::{CANDIDATES, manifest};
use crate::kit::program::{Machine, copy, envelopes, filled};

/// The commissions, top first.
pub const UNITS: [&str; 8] = ["CEC", "01", "02", "01.001", "01.002", "01.003", "01.004", "02.001"];
/// The observers.
const OBSERVERS: [&str; 3] = ["watch", "local", "press"];

/// How far the election is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// There is an election folder, and nothing was said.
    Folder,
    /// The ledger is founded.
    Founded,
    /// Commissions, candidates and observers are enrolled.
    Enrolled,
    /// The papers of 01 are in, and what was decided about them.
    Evening,
    /// The summary of 01 is in, and a complaint against the protocol of 01.001.
    Night,
    /// The result is certified.
    Certified,
    /// The ledger is closed.
    Closed,
}

/// The office of the central commission: the ledger, and for these tests everybody's keys.
pub struct Office {
    pub machine: Machine,
}

/// A key of a seat, of an observer (`watch`), of the log (`log`), or one that nobody has registered (`fresh`).
pub fn key(name: &str) -> SecretKey {
    SecretKey::demonstration("the tests of every kind", name)
}

/// The public half, as people write it down.
pub fn public(name: &str) -> String {
    key(name).public().to_string()
}

impl Stage {
    /// The office at this stage, for reading alone.
    pub fn office(self) -> &'static Office {
        static OFFICES: [OnceLock<Office>; 7] = [const { OnceLock::new() }; 7];
        OFFICES[self as usize].get_or_init(|| self.make())
    }

    /// The office at this stage, to write in.
    pub fn own(self) -> Office {
        let machine = Machine::new();
        copy(self.office().machine.folder(), machine.folder());
        Office { machine }
    }

    fn make(self) -> Office {
        match self {
            Self::Folder => folder(),
            Self::Founded => founded(),
            Self::Enrolled => enrolled(),
            Self::Evening => evening(),
            Self::Night => night(),
            Self::Certified => {
                let office = Self::Night.own();
                office.take(vec![(bodies::certification(), &["CEC-1", "CEC-2"])]);
                office
            }
            Self::Closed => {
                let office = Self::Certified.own();
                office.take(vec![(bodies::closing(), &["CEC-1", "CEC-2"])]);
                office
            }
        }
    }
}

fn folder() -> Office {
    let machine = Machine::new();
    let seats = UNITS.iter().flat_map(|unit| (1..=3).map(move |seat| format!("{unit}-{seat}")));
    let others = OBSERVERS.iter().chain(&["log", "next-log", "fresh", "another"]).map(|name| (*name).to_owned());
    for name in seats.chain(others) {
        machine.write(&format!("{name}.key"), keyfile::seal_plain(&key(&name)).as_bytes());
    }
    let mut units = "unit,parent,tier,name\nCEC,,central,Central\n".to_owned();
    let mut members = "unit,seat,name,office,nominated_by,public_key\n".to_owned();
    for unit in UNITS {
        let parent = unit.split_once('.').map_or("CEC", |(above, _)| above);
        if unit != "CEC" {
            let tier = if parent == "CEC" { "constituency" } else { "precinct" };
            units += &format!("{unit},{parent},{tier},\n");
        }
        for (seat, holds) in [(1, "chair"), (2, "secretary"), (3, "member")] {
            members +=
                &format!("{unit},{seat},Member {seat} of {unit},{holds},,{}\n", public(&format!("{unit}-{seat}")));
        }
    }
    machine.write("election/manifest.toml", manifest(false, [(3, 2); 3]));
    machine.write("election/units.csv", units);
    machine.write("election/members.csv", members);
    machine.write("election/candidates.csv", CANDIDATES);
    let typed = format!("draft founding --from election --log-key {} --out founding.toml", public("log"));
    machine.ok(&typed);
    Office { machine }
}

fn founded() -> Office {
    let office = Stage::Folder.own();
    office.machine.ok("sign founding.toml --key CEC-1.key --yes");
    office.machine.ok("sign founding.submission --key CEC-2.key --yes");
    office.machine.ok("init founding.submission --log-key log.key");
    office
}

fn enrolled() -> Office {
    let office = Stage::Founded.own();
    let commissions = UNITS[1..].iter().map(|unit| bodies::commission(unit));
    let candidates = [1, 2, 3].map(bodies::candidate);
    let observers = [("watch", "CEC"), ("local", "02"), ("press", "CEC")].map(|(who, of)| bodies::observer(who, of));
    for said in [commissions.collect::<Vec<_>>(), candidates.to_vec(), observers.to_vec()] {
        office.take(said.into_iter().map(|body| (body.clone(), above(&body))).collect());
    }
    office
}

/// The quorum that enrols: the constituency its precincts, the central commission everything else.
fn above(body: &Body) -> &'static [&'static str] {
    match body.unit().map(ToString::to_string) {
        Some(unit) if unit.starts_with("01.") => &["01-1", "01-2"],
        Some(unit) if unit.starts_with("02.") => &["02-1", "02-2"],
        _ => &["CEC-1", "CEC-2"],
    }
}

fn evening() -> Office {
    let office = Stage::Enrolled.own();
    office.take(vec![(bodies::opening("01.001"), &["01.001-1", "01.001-2"])]);
    let events = office.take(vec![
        (bodies::protocol("01.001"), &["01.001-1", "01.001-2"]),
        (bodies::protocol("01.002"), &["01.002-1", "01.002-2"]),
        (bodies::protocol("01.003"), &["01.003-1", "01.003-2"]),
    ]);
    office.take(vec![
        (bodies::annulment("01.003", events[2]), &["01-1", "01-2"]),
        (bodies::failed_voting("01.004"), &["01-1", "01-2"]),
    ]);
    office
}

fn night() -> Office {
    let office = Stage::Evening.own();
    let machine = &office.machine;
    machine.ok("draft summary 01 --out 01.toml");
    machine.ok("sign 01.toml --key 01-1.key --yes");
    machine.ok("sign 01.submission --key 01-2.key --yes");
    machine.ok("submit 01.submission --log-key log.key");
    office.take(vec![(bodies::complaint(office.protocol_of("01.001")), &["watch"])]);
    for file in ["01.toml", "01.submission", "01.tlog-proof"] {
        std::fs::remove_file(machine.path(file)).expect("it is there");
    }
    office
}

impl Office {
    /// The ledger's id.
    pub fn ledger(&self) -> LedgerId {
        let first = &envelopes(&self.machine.path("ledger"))[0];
        protokol::ledger::envelope::Envelope::hash(first).into()
    }

    /// The event of the protocol in force.
    pub fn protocol_of(&self, unit: &str) -> EventHash {
        let shown = self.machine.json(&format!("show {unit}"));
        shown["papers"][0]["in_force"].as_str().expect("a protocol").parse().expect("a hash")
    }

    /// The last event of a kind.
    pub fn last(&self, kind: &str) -> EventHash {
        let lines = self.machine.ok(&format!("log --kind {kind} --json")).lines();
        lines.last().expect("an event")["event"].as_str().expect("a hash").parse().expect("a hash")
    }

    /// Statements that the ledger takes, handed in at once: their events.
    pub fn take(&self, said: Vec<(Body, &[&str])>) -> Vec<EventHash> {
        let answers = self.hand_in(self.ledger(), &said, 0);
        answers.iter().map(|answer| answer["event"].as_str().expect("sealed").parse().expect("a hash")).collect()
    }

    /// Statements that the ledger does not take: the code of each refusal.
    pub fn refuses_all(&self, ledger: LedgerId, said: &[(Body, &[&str])]) -> Vec<String> {
        let answers = self.hand_in(ledger, said, 6);
        answers.iter().map(|answer| answer["error"]["code"].as_str().unwrap_or("sealed").to_owned()).collect()
    }

    /// A statement made with the library, that the ledger does not take.
    pub fn refuses_body(&self, body: Body, signers: &[&str], code: &str) {
        assert_eq!(self.refuses_all(self.ledger(), &[(body, signers)]), [code]);
    }

    fn hand_in(&self, ledger: LedgerId, said: &[(Body, &[&str])], exit: i32) -> Vec<Value> {
        for (at, (body, signers)) in said.iter().enumerate() {
            let file = signed(ledger, body.clone(), signers).to_file();
            self.machine.write(&format!("queue/{at:02}.submission"), file);
        }
        let done = self.machine.run("submit queue --log-key log.key --json").exits(exit).json();
        std::fs::remove_dir_all(self.machine.path("queue")).expect("the queue was there");
        // What came in is told before what was refused; the names of the files have the order.
        let mut answers = done["submissions"].as_array().expect("a list").clone();
        answers.sort_by_key(|answer| {
            let file = answer["receipt"].as_str().or(answer["error"]["file"].as_str()).expect("a file");
            file.trim_start_matches("queue/")[..2].to_owned()
        });
        answers
    }

    /// A draft, filled in, under a name that no other test has.
    pub fn drafted(&self, typed: &str, values: &[(&str, &str)]) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let draft = self.machine.json(&format!("draft {typed}"))["draft"].as_str().expect("a draft").to_owned();
        let name = format!("draft-{}.toml", NEXT.fetch_add(1, Ordering::Relaxed));
        self.machine.write(&name, filled(&draft, values));
        name
    }

    /// A draft that `check` says the ledger would refuse.
    pub fn refuses(&self, typed: &str, values: &[(&str, &str)], code: &str) {
        let draft = self.drafted(typed, values);
        self.refuses_draft(&draft, code);
    }

    /// The same with a draft that lies there.
    pub fn refuses_draft(&self, draft: &str, code: &str) {
        let exit = if code == "R36" { 3 } else { 6 };
        let done = self.machine.run(&format!("check {draft} --json")).exits(exit);
        assert_eq!(done.json()["findings"][0]["code"], code, "{done}");
    }
}

/// A statement with signatures.
pub fn signed(ledger: LedgerId, body: Body, signers: &[&str]) -> SignedStatement {
    static SAID: AtomicU64 = AtomicU64::new(1_900_000_000_000);
    // Nobody says the same twice at the same instant.
    let said_at = SAID.fetch_add(1, Ordering::Relaxed).try_into().expect("an instant");
    let mut signed = SignedStatement::unsigned(&Statement { ledger, said_at, body }).expect("it fits");
    signers.iter().for_each(|name| assert!(signed.sign(&key(name)), "{name} signs once"));
    signed
}
