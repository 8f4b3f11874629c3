//! Whoever started the server and watches it: `systemd`, in the protocols that others speak too. It may hand over sockets
//! that it listens on already (`sd_listen_fds`), and it is told when the server answers, stops and is alive (`sd_notify`).
//!
//! A passphrase needs nothing from here: `LoadCredential` puts it into a file, and a unit names the file (`%d/NAME`).

use std::env;
use std::ffi::OsString;
use std::io;
use std::net::TcpListener;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::process;
use std::time::Duration;

use listenfd::ListenFd;

const LISTEN_NAMES: &str = "LISTEN_FDNAMES";
const NOTIFY_SOCKET: &str = "NOTIFY_SOCKET";
const WATCHDOG_MICROS: &str = "WATCHDOG_USEC";
const WATCHDOG_PROCESS: &str = "WATCHDOG_PID";

/// The sockets that were handed over, each with its name in the unit; none where the server is to listen itself.
/// They are handed over once: a second call gives none.
///
/// # Errors
/// One of them is no TCP socket that listens.
pub fn handed_over() -> io::Result<Vec<(String, TcpListener)>> {
    let names = env::var(LISTEN_NAMES).unwrap_or_default();
    let mut names = names.split(':').map(str::to_owned);
    let mut sockets = ListenFd::from_env();
    let mut listeners = Vec::new();
    for number in 0..sockets.len() {
        let name = names.next().unwrap_or_default();
        listeners.extend(sockets.take_tcp_listener(number)?.map(|listener| (name, listener)));
    }
    Ok(listeners)
}

/// Whoever is told how the server is; nobody by default.
#[derive(Clone, Debug, Default)]
pub struct Supervisor {
    told_at: Option<SocketAddr>,
    watches: Option<Duration>,
}

impl Supervisor {
    /// The one that the environment names.
    pub fn of_environment() -> Self {
        let is_meant = env::var(WATCHDOG_PROCESS).map_or(true, |pid| pid == process::id().to_string());
        let micros = env::var(WATCHDOG_MICROS).ok().and_then(|micros| micros.parse().ok());
        let watches = micros.filter(|micros| is_meant && *micros > 0).map(Duration::from_micros);
        Self { watches, ..env::var_os(NOTIFY_SOCKET).map(Self::at).unwrap_or_default() }
    }

    /// One at a socket; `@` begins a name that is in no file system.
    pub fn at(socket: OsString) -> Self {
        let bytes = socket.clone().into_vec();
        let address = match bytes.strip_prefix(b"@") {
            Some(name) => SocketAddr::from_abstract_name(name),
            None => SocketAddr::from_pathname(socket),
        };
        Self { told_at: address.ok(), watches: None }
    }

    /// The server answers from now on.
    pub fn ready(&self) {
        self.tell("READY=1");
    }

    /// The server ends from now on.
    pub fn stopping(&self) {
        self.tell("STOPPING=1");
    }

    /// What people read of the server: one line.
    pub fn status(&self, line: &str) {
        self.tell(&format!("STATUS={}", line.replace('\n', " ")));
    }

    /// The server is alive.
    pub fn alive(&self) {
        self.tell("WATCHDOG=1");
    }

    /// How often it must hear that: half of the time after which it ends a server that is silent.
    pub fn every(&self) -> Option<Duration> {
        self.watches.map(|watches| watches / 2)
    }

    fn tell(&self, what: &str) {
        let Some(address) = &self.told_at else { return };
        // A supervisor that cannot be told has other means to see how the server is.
        let _ = UnixDatagram::unbound().and_then(|socket| socket.send_to_addr(what.as_bytes(), address));
    }
}
