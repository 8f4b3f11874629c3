//! What operators see, on an address of their own, and where the service may answer.

use std::net::{SocketAddr, TcpListener};

use serde_json::Value;

use super::{Served, founded, soon};
use crate::kit::small::SMALL;

/// An address where nobody answers.
pub fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("loopback has a free port")
}

pub fn number(metrics: &str, name: &str) -> i64 {
    let line = metrics.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {name}\n{metrics}")).parse().expect("a number")
}

#[test]
fn operators_see_what_the_writer_did_and_nobody_else_does() {
    let (small, operators) = (SMALL, free());
    let mut served = Served::start(founded(&small), &format!("--operators {operators}"));
    let public = served.address;
    let at = |served: &mut Served, address, path: &str| {
        served.address = address;
        served.get(path)
    };
    // The private address answers a moment before the service does, and says that it is not ready.
    let before = soon("the service shows itself", || {
        Some(at(&mut served, operators, "/metrics")).filter(|told| told.body.contains("\nprotokol_events_sealed "))
    });
    assert_eq!(number(&before.body, "protokol_events_sealed"), 1);
    served.address = public;
    served.takes(&small.structure());
    let after = at(&mut served, operators, "/metrics");
    assert_eq!(number(&after.body, "protokol_events_sealed"), 1 + small.structure().len() as i64);
    assert_eq!(number(&after.body, "protokol_submissions_taken"), small.structure().len() as i64);
    assert_eq!(number(&after.body, "protokol_writing"), 1);
    assert_eq!(at(&mut served, operators, "/healthz").status, 200);
    let ready: Value = serde_json::from_str(&at(&mut served, operators, "/readyz").body).expect("JSON");
    assert_eq!(ready, serde_json::json!({ "ready": true, "reasons": {} }));
    for path in ["/metrics", "/readyz", "/healthz"] {
        assert_eq!(at(&mut served, public, path).status, 404, "{path} is not for everybody");
    }
}

#[test]
fn without_a_certificate_it_answers_on_the_machine_itself_alone() {
    let machine = founded(&SMALL);
    let refused = |typed: &str, exit| machine.fails(&format!("serve --log-key log.key {typed}"), exit)["code"].clone();
    assert_eq!(refused("--listen 0.0.0.0:0", 2), "U1");
    assert_eq!(refused("--behind nowhere", 2), "U1");
    assert_eq!(refused("--tls-certificate log.key --tls-key log.key", 7), "U3");
    assert_eq!(refused("--tls-certificate log.key", 2), "U1");
    let served = Served::start(machine, "--log-answers --behind 127.0.0.1");
    assert_eq!(served.get("/v1/checkpoint").status, 200);
    let line = r#""route":"/v1/checkpoint","status":200"#;
    soon("a line for the answer", || served.machine.text("talk").contains(line).then_some(()));
}
