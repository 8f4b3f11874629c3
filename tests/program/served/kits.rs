//! A clerk with nothing but the service's URL: a kit is a GET, and with it a paper is drafted, checked, signed and handed
//! in.

use std::sync::RwLock;
use std::time::Duration;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::domain::protocol::{Paper, ProtocolAnnulled, RepeatVotingCalled, VotingFailed};
use protokol::domain::statement::Body;
use protokol::domain::text::Text;
use protokol::domain::time::Millis;
use protokol::ledger::files::kit::Kit;
use protokol::service::observer::Nobody;
use protokol::service::serving::kits::Kits;
use protokol::service::serving::live::Live;
use protokol::service::setting::Setting;
use protokol::service::writing::{Open, Writing};
use protokol::tally::gate::Gate;

use super::Served;
use crate::kit::program::{Machine, filled};
use crate::kit::small::{ORIGIN, SMALL, after, decision, of, paper, quorum, seat_key, signed};

/// The bytes at a URL, with their tag.
pub fn fetched(url: &str) -> (Vec<u8>, String) {
    let mut answer = ureq::get(url).call().expect("an answer");
    let tag = answer.headers().get("etag").and_then(|tag| tag.to_str().ok()).expect("a tag").to_owned();
    (answer.body_mut().read_to_vec().expect("bytes"), tag)
}

#[test]
fn a_clerk_with_nothing_but_the_url_drafts_signs_and_hands_in() {
    let served = Served::ready(&SMALL);
    let (clerk, url) = (Machine::new(), format!("http://{}", served.address));
    for seat in [1, 2] {
        clerk.write(&format!("{seat}.key"), keyfile::seal_plain(&seat_key("01.002", seat)).as_bytes());
    }
    clerk.ok(&format!("draft protocol 01.002 --contest round-1 --kit {url} --out blank.toml"));
    let figures =
        [("registered", "120"), ("received_paper", "21"), ("valid", "20"), ("01", "10"), ("02", "7"), ("05", "3")];
    clerk.write("paper.toml", filled(&clerk.text("blank.toml"), &figures));
    clerk.ok(&format!("check paper.toml --kit {url}"));
    // One of them takes the small kit of the unit itself.
    let first = clerk.ok(&format!("sign paper.toml --key 1.key --yes --kit {url}/v1/kit?unit=01.002"));
    assert!(first.err.contains(&format!("--kit '{url}/v1/kit?unit=01.002'")), "{first}");
    let second = clerk.ok(&format!("sign paper.submission --key 2.key --yes --kit {url}/"));
    let next = format!("submit paper.submission --to {url}");
    assert!(second.err.contains(&format!("protokol {next}")), "{second}");
    assert_eq!(clerk.json(&next)["status"], "sealed");
    assert!(clerk.has("paper.tlog-proof") && !clerk.has("ledger"));
    // By now it is in, and the kit says nothing of it: papers are the ledger's.
    clerk.ok(&format!("draft protocol 01.002 --contest round-1 --kit {url} --out again.toml"));
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    assert_eq!(machine.json("tally --unit 01.002")["contests"][0]["in_force"], 1);
}

#[test]
fn a_kit_over_the_network_is_the_kit_of_the_ledger() {
    let served = Served::ready(&SMALL);
    let url = format!("http://{}/v1/kit", served.address);
    // The first one is made before there are papers, so that later ones are noted beside it.
    let (early, tag) = fetched(&url);
    served.takes(&SMALL.protocols());
    let (whole, of_unit) = (fetched(&url).0, fetched(&format!("{url}?unit=01.002")).0);
    assert_eq!(fetched(&url).1 == tag, early == whole, "the tag is of the bytes");
    let held = super::exchange(served.address, "GET", "/v1/kit", &[("If-None-Match", &fetched(&url).1)], &[]);
    assert_eq!(held.expect("an answer").status, 304);
    served.get("/v1/kit?unit=01.999").is(404).problem("U9");
    assert_eq!(served.get("/v1/kit?tier=precinct").status, 400);

    let (machine, _) = served.stop();
    machine.ok("export --kit --out whole.kit");
    machine.ok("export --kit --unit 01.002 --out unit.kit");
    assert_eq!(machine.read("whole.kit"), whole);
    assert_eq!(machine.read("unit.kit"), of_unit);
    let events = |bytes: &[u8]| Kit::decode(bytes).expect("a kit").envelopes.len();
    assert!(events(&of_unit) < events(&whole) && events(&early) == events(&whole));
}

fn clock() -> Millis {
    after(86_400_000)
}

#[test]
fn figures_of_a_voting_that_is_repeated_wait_for_the_publication_and_nobody_else_does() {
    let served = Served::ready(&SMALL);
    let (annulled, failed) = (paper("round-1", "01.002"), paper("round-1", "01.003"));
    let event = served.takes(&SMALL.protocols()[1..2])[0].header("location").expect("a place").to_owned();
    let (reason, day) = (of::<Text>("the box was open"), of("2026-03-15"));
    let (decision, protocol) = (decision(), of(event.trim_start_matches("/v1/receipts/")));
    let repeat = |paper: &Paper| {
        let (paper, reason, decision) = (paper.clone(), reason.clone(), decision.clone());
        Body::RepeatVotingCalled(RepeatVotingCalled { paper, day, reason, decision })
    };
    let annul =
        ProtocolAnnulled { paper: annulled.clone(), protocol, reason: reason.clone(), decision: decision.clone() };
    let fail = VotingFailed { paper: failed.clone(), reason: reason.clone(), decision: decision.clone() };
    let said = |body| signed(SMALL.ledger(), after(9), body, &quorum("T"));
    let bodies = [Body::ProtocolAnnulled(annul), repeat(&annulled), Body::VotingFailed(fail), repeat(&failed)];
    served.takes(&bodies.map(said));
    let (machine, _) = served.stop();

    let ledger = machine.path("ledger");
    let setting = Setting { ledger: &ledger, clock: &clock, observer: &Nobody };
    let key = SecretKey::demonstration("log:", ORIGIN);
    let writing =
        Writing { key, policy: None, replica: None, patience: Duration::from_secs(1), doing: "test", pages: &[] };
    let held = Open::new(setting, writing).expect("it opens").held;
    let (kits, live) = (Kits::default(), RwLock::new(Live::of(&ledger, &held).expect("it is read")));
    let made = |unit, gate: &Gate| kits.make(&live, unit, gate).expect("it is made").map(|kit| kit.envelopes.len());
    let closed = Gate::Closed { until: after(90_000_000) };
    let plain = made(Some("01.001"), &closed).expect("it has no paper");
    // That a voting failed is no figure; what was annulled before it is repeated has some.
    let units = ["01.001", "01.002", "01.003"];
    assert_eq!(units.map(|unit| made(Some(unit), &Gate::Open)), [0, 3, 2].map(|more| Some(plain + more)));
    assert_eq!(units.map(|unit| made(Some(unit), &closed)), [Some(plain), None, Some(plain + 2)]);
    assert_eq!(made(None, &closed), None);
}
