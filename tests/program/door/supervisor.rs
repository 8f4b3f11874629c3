//! A supervisor hands a socket over, hears how the server is, and starts it by units that keep it away from everything
//! that it has no use for.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::server::setting::Setting;
use protokol::server::supervisor::Supervisor;
use serde_json::Value;

use super::{get_of, quick, server, status_of};
use crate::kit::program::Machine;

/// What a server tells next; nobody waits longer than 20 seconds for it.
fn heard(socket: &UnixDatagram) -> String {
    socket.set_read_timeout(Some(Duration::from_secs(20))).expect("a time");
    let mut message = [0; 256];
    let length = socket.recv(&mut message).expect("it is told");
    String::from_utf8_lossy(&message[..length]).into_owned()
}

#[test]
fn it_hears_when_a_server_answers_and_stops() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("notify");
    let name = format!("protokol-test-{}", std::process::id());
    let hidden = SocketAddr::from_abstract_name(&name).expect("a short name");
    for (socket, at) in [
        (UnixDatagram::bind(&path), path.into_os_string()),
        (UnixDatagram::bind_addr(&hidden), format!("@{name}").into()),
    ] {
        let socket = socket.expect("a socket");
        let supervisor = Supervisor::at(at);
        let server = server(Setting { supervisor: supervisor.clone(), ..quick().into() });
        assert_eq!(heard(&socket), "READY=1");
        supervisor.status("a line\nREADY=1");
        assert_eq!(heard(&socket), "STATUS=a line READY=1", "one line is one message");
        server.stop().expect("it ends");
        assert_eq!(heard(&socket), "STOPPING=1");
    }
    Supervisor::at("/no/such/socket".into()).ready();
    Supervisor::at("x".repeat(500).into()).ready();
}

/// The real program answers on a socket that it did not open, those too who came before it ran.
#[test]
fn it_hands_a_socket_over_and_hears_that_the_program_lives() {
    let machine = Machine::new();
    machine.write("witness.key", keyfile::seal_plain(&SecretKey::from_seed(&[101; 32])).as_bytes());
    machine.write("watched.policy", format!("log {}\nquorum none\n", crate::witness::log().verifier()));
    let notify = UnixDatagram::bind(machine.path("notify")).expect("a socket");
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    let address = listener.local_addr().expect("it is bound");
    let mut early = TcpStream::connect(address).expect("the supervisor listens already");
    early.set_read_timeout(Some(Duration::from_secs(20))).expect("a time");
    early.write_all(get_of("/", "").as_bytes()).expect("it is taken");

    let typed =
        "witness serve --policy watched.policy --key witness.key --name witness.example/w1 --state state --json";
    let mut child = Command::new("sh")
        .args(["-c", "LISTEN_PID=$$ WATCHDOG_PID=$$ exec \"$0\" \"$@\" 3<&0 </dev/null"])
        .arg(env!("CARGO_BIN_EXE_protokol"))
        .args(typed.split(' '))
        .current_dir(machine.folder())
        .envs([("LISTEN_FDS", "1"), ("LISTEN_FDNAMES", "public"), ("WATCHDOG_USEC", "400000")])
        .env("NOTIFY_SOCKET", machine.path("notify"))
        .stdin(OwnedFd::from(listener))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("there is a shell");
    let mut greeting = String::new();
    BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut greeting).expect("it greets");
    let greeting: Value = serde_json::from_str(&greeting).expect("one object");
    assert_eq!(greeting["url"], format!("http://{address}"));
    let mut answer = String::new();
    early.read_to_string(&mut answer).expect("an answer");
    assert_eq!(status_of(&answer), Some(200));
    let mut told: Vec<String> = (0..4).map(|_| heard(&notify)).collect();
    told.sort();
    assert_eq!(told, ["READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"]);
    let ended = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("kill runs");
    assert!(ended.success());
    while heard(&notify) == "WATCHDOG=1" {}
    assert!(child.wait().expect("it was started").success());
}

#[test]
fn the_units_are_sound_and_leave_the_service_little() {
    let Ok(version) = Command::new("systemd-analyze").arg("--version").output() else {
        eprintln!("SKIPPED: no systemd-analyze on this machine");
        return;
    };
    assert!(version.status.success());
    let folder = tempfile::tempdir().expect("a temporary folder");
    let units = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/systemd");
    for name in ["protokol.service", "protokol.socket"] {
        let unit = fs::read_to_string(units.join(name)).expect("it is there");
        // What is verified must be there to be started.
        let unit = unit.replace("/usr/bin/protokol", env!("CARGO_BIN_EXE_protokol"));
        fs::write(folder.path().join(name), unit).expect("it can be written");
    }
    let analyze = |words: &[&str]| {
        let done = Command::new("systemd-analyze").args(words).arg(folder.path().join("protokol.service")).output();
        let done = done.expect("it runs");
        assert!(
            done.status.success(),
            "{}{}",
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        );
        String::from_utf8_lossy(&done.stderr).into_owned()
    };
    let complaints = analyze(&["verify", "--man=no"]);
    assert!(!complaints.contains("protokol."), "{complaints}");
    // In tenths: 20 is an exposure of 2.0 of 10.
    analyze(&["security", "--offline=true", "--no-pager", "--threshold=20"]);
}
