//! Before the moment that the founding act names no figure leaves the service, at whichever address; everything else does.

use std::fmt::Write;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use protokol::domain::time::Millis;
use protokol::ledger::submission::SignedStatement;
use protokol::server::api::bounds::SCRUB_REST;

use super::{Answer, BYTES, exchange, founded, in_process};
use crate::kit::small::{SMALL, Small, after};

/// When figures are published, in milliseconds after the founding.
const OPENS: u64 = 1_000_000;
static NOW: AtomicU64 = AtomicU64::new(10_000);

fn clock() -> Millis {
    after(NOW.load(Ordering::Relaxed))
}

fn get(address: SocketAddr, path: &str) -> Answer {
    exchange(address, "GET", path, &[], &[]).expect("it answers")
}

/// Every address that the description has, filled in with what is there.
fn addresses(address: SocketAddr) -> Vec<(String, bool)> {
    let described = get(address, "/v1/openapi.json").is(200).json();
    let paths = described["paths"].as_object().expect("paths").iter();
    let reads = paths.filter(|(path, item)| item.get("get").is_some() && !path.contains("{observer}"));
    let filled = |(path, item): (&String, &serde_json::Value)| {
        let mut at = path.replace("{contest}", "round-1").replace("{unit}", "01.001").replace("{event}", "last");
        at = at.replace("{size}", "5").replace("{code}", "R19").replace("{form}", "csv");
        if path == "/v1/consistency" {
            at.write_str("?old=5").expect("a text");
        }
        (at, item["get"]["responses"].get("403").is_some())
    };
    // Nobody complained, and what a kit has is no text.
    let is_text = |path: &str| !path.starts_with("/v1/complaints/") && path != "/v1/kit" && !path.ends_with("/bytes");
    reads.map(filled).filter(|(path, _)| is_text(path)).collect()
}

#[test]
fn no_figure_leaves_before_its_time_and_everything_else_does() {
    let small = Small { gate: Some(OPENS), ..SMALL };
    let machine = founded(&small);
    let (running, _) = in_process(&machine, clock, 100, SCRUB_REST);
    let address = running.address();
    let hand_in = |paper: &SignedStatement| exchange(address, "POST", "/v1/submissions", &[BYTES], &paper.to_file());
    small.structure().iter().for_each(|paper| drop(hand_in(paper).expect("it answers").is(201)));
    let papers = small.protocols();
    let sent: Vec<_> = papers.iter().map(|paper| hand_in(paper).expect("it answers").is(201)).collect();
    let size = get(address, "/v1/checkpoint").is(200).json()["size"].as_u64().expect("a size");
    let last = (size - 1).to_string();

    let mut shut = 0;
    for (path, may_be_shut) in addresses(address) {
        let (path, answer) = (path.replace("last", &last), get(address, &path.replace("last", &last)));
        if answer.status == 403 {
            assert!(may_be_shut, "{path} is not said to be shut");
            answer.problem("U12");
            assert!(answer.header("retry-after").is_some_and(|after| after == "990"), "{path}: {answer:?}");
            shut += 1;
        } else {
            answer.is(200);
            assert!(!may_be_shut, "{path} told what it may not");
        }
    }
    assert!(shut >= 15, "{shut}");
    // What is no figure is told: a unit that sent nothing, an event without figures.
    get(address, "/v1/units/01").is(403).problem("U12");
    get(address, "/v1/events/1").is(200);
    get(address, "/v1/events?kind=CommissionFormed").is(200);
    get(address, &format!("/v1/events/{last}/bytes")).is(403).problem("U12");
    get(address, "/v1/events?kind=ProtocolSubmitted").is(403).problem("U12");
    // The log holds every paper, and is published as far as it may be.
    assert_ne!(get(address, &format!("/log/tile/entries/000.p/{size}")).status, 200);
    // Who hands in has his receipt, which has his own figures.
    assert!(sent.iter().all(|answer| answer.body.starts_with("c2sp.org/tlog-proof@v1")));

    NOW.store(OPENS, Ordering::Relaxed);
    for (path, _) in addresses(address) {
        get(address, &path.replace("last", &last)).is(200);
    }
    running.stop().expect("it ends as it was told");
}
