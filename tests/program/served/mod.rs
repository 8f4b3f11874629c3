//! The service as an election night sees it: the real program answers on loopback, and papers are handed in.

mod changed;
pub mod described;
mod ended;
mod gated;
pub mod killed;
mod kits;
mod loaded;
pub mod operated;
pub mod pages;
mod posted;
mod rehearsed;
mod scans;
mod scrubbed;
mod slow;
mod statuses;
pub mod witnessed;

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::domain::time::Millis;
use protokol::ledger::submission::SignedStatement;
use protokol::portal::colours::Colours;
use protokol::server::api::routes;
use protokol::server::api::service::{Service, ServiceSetting};
use protokol::server::api::writing::standing::Standing;
use protokol::server::api::writing::state::State;
use protokol::server::limits::Limits;
use protokol::server::operating::Operating;
use protokol::server::running::Running;
use protokol::server::setting::Setting as DoorSetting;
use protokol::service::clock::ClockTrust;
use protokol::service::error::Error;
use protokol::service::found::found;
use protokol::service::observer::Nobody;
use protokol::service::setting::Setting;
use protokol::service::writing::{Open, Writing};
use protokol::text::{self, Lang};
use protokol::view::failure::Failure;
use rustix::process::{Pid, Signal, kill_process};

pub use crate::kit::exchange::{Answer, exchange};
use crate::kit::program::Machine;
use crate::kit::small::{ORIGIN, Small, after};

/// What a client sends as a submission.
pub const BYTES: (&str, &str) = ("Content-Type", "application/octet-stream");

/// A service that runs, ended when dropped.
pub struct Served {
    pub machine: Machine,
    child: Child,
    pub address: SocketAddr,
}

/// The same service without a process: on a thread of this one, for who tells it what time it is.
pub fn in_process(
    machine: &Machine,
    clock: fn() -> Millis,
    waiting: usize,
    scrub_rest: Duration,
) -> (Running, Arc<State>) {
    in_process_within(machine, clock, waiting, scrub_rest, Limits::SERVICE)
}

/// The same with what its operator sees.
pub fn operated(
    machine: &Machine,
    clock: fn() -> Millis,
    waiting: usize,
    scrub_rest: Duration,
) -> (Running, Arc<State>, Operating) {
    let operating = Operating::default();
    let door = DoorSetting { operating: operating.clone(), ..Limits::SERVICE.into() };
    let (running, state) = in_process_within(machine, clock, waiting, scrub_rest, door);
    (running, state, operating)
}

/// The same behind another door.
pub fn in_process_within(
    machine: &Machine,
    clock: fn() -> Millis,
    waiting: usize,
    scrub_rest: Duration,
    door: impl Into<DoorSetting>,
) -> (Running, Arc<State>) {
    let ledger = machine.path("ledger");
    let (key, patience) = (SecretKey::demonstration("log:", ORIGIN), Duration::from_secs(1));
    let writing = Writing { key, policy: None, replica: None, patience, doing: "test", pages: &[] };
    let Open { held, .. } =
        Open::new(Setting { ledger: &ledger, clock: &clock, observer: &Nobody }, writing).expect("it opens");
    let setting = ServiceSetting {
        ledger: &ledger,
        policy: None,
        colours: Colours::default(),
        patience,
        waiting,
        scrub_rest,
        trust: ClockTrust::Compared,
        standing: Standing::default(),
        clock,
        words,
        tell: Arc::new(|_| {}),
    };
    let service = Service::new(setting, held).expect("it starts");
    let state = Arc::clone(service.state());
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback");
    (routes::start(service, listener, door).expect("it starts"), state)
}

fn words(lang: Lang, error: &Error) -> Failure {
    let explained = text::explain(lang, error.code());
    Failure::of(error.code(), text::Said { says: explained.what, remedy: explained.remedy })
}

/// A machine on which a small election was founded.
pub fn founded(small: &Small) -> Machine {
    let machine = Machine::new();
    let (ledger, clock) = (machine.path("ledger"), || after(0));
    let key = || SecretKey::demonstration("log:", ORIGIN);
    found(&Setting { ledger: &ledger, clock: &clock, observer: &Nobody }, &small.founding(), key())
        .expect("nothing is there");
    machine.write("log.key", keyfile::seal_plain(&key()).as_bytes());
    machine
}

impl Served {
    /// The small election, with everything that comes before its polling day.
    pub fn ready(small: &Small) -> Self {
        let served = Self::start(founded(small), "");
        served.takes(&small.structure());
        served
    }

    /// Starts it on a machine with a ledger.
    pub fn start(machine: Machine, flags: &str) -> Self {
        Self::start_at(machine, "127.0.0.1:0", &format!("--log-key log.key {flags}"))
    }

    /// Starts it where everybody knows it.
    pub fn start_at(machine: Machine, listen: &str, flags: &str) -> Self {
        let typed = format!("serve --listen {listen} {flags}");
        let talk = File::options().create(true).append(true).open(machine.path("talk")).expect("a file");
        let mut command = machine.command(typed.trim_end());
        let mut child = command.stdout(Stdio::piped()).stderr(talk).spawn().expect("the program starts");
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("it is piped"));
        out.read_line(&mut line).expect("it says where it answers");
        let address = line.trim().rsplit("http://").next().and_then(|address| address.parse().ok());
        let address = address.unwrap_or_else(|| panic!("{line:?}\n{}", machine.text("talk")));
        Self { machine, child, address }
    }

    /// Hands papers in that must all come in now.
    pub fn takes(&self, papers: &[SignedStatement]) -> Vec<Answer> {
        papers.iter().map(|paper| self.post(&[BYTES], &paper.to_file()).is(201)).collect()
    }

    pub fn post(&self, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        exchange(self.address, "POST", "/v1/submissions", headers, body).expect("it answers")
    }

    pub fn get(&self, path: &str) -> Answer {
        exchange(self.address, "GET", path, &[], &[]).expect("it answers")
    }

    /// Tells it to end, as an operator does, and waits until it has.
    pub fn stop(mut self) -> (Machine, ExitStatus) {
        // Whoever has answered once hears the signal too.
        self.get("/v1/checkpoint").is(200);
        let pid = Pid::from_child(&self.child);
        kill_process(pid, Signal::TERM).expect("it runs");
        let status = self.child.wait().expect("it was started");
        (std::mem::replace(&mut self.machine, Machine::new()), status)
    }

    /// Has it do nothing until it [goes on](Self::goes_on), as a machine that sleeps.
    pub fn sleeps(&self) {
        kill_process(Pid::from_child(&self.child), Signal::STOP).expect("it runs");
    }

    pub fn goes_on(&self) {
        kill_process(Pid::from_child(&self.child), Signal::CONT).expect("it runs");
    }

    /// Ends it at once, whatever it does.
    pub fn kill(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).expect("it was started");
    }

    /// Ends it at once, and starts again on the same machine.
    pub fn again(mut self, flags: &str) -> Self {
        self.kill();
        Self::start(std::mem::replace(&mut self.machine, Machine::new()), flags)
    }

    /// What it told its operator so far.
    pub fn told(&self) -> String {
        self.machine.text("talk")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have been ended by its test.
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }
}

/// Waits until something is there.
pub fn soon<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let since = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(since.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
