//! A machine that stands by: it begins with nothing, follows, and takes over; whoever wrote before follows in its turn.

use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::time::Instant;

use protokol::ledger::files::receipt::Receipt;

use super::rivals::{MANY, hold, load, rounds};
use super::{fingerprint, served};
use crate::json::frozen::{holds, holds_but};
use crate::kit::chance::Chance;
use crate::kit::program::{Environment, Machine, envelopes};
use crate::kit::small::SMALL;
use crate::served::operated::{free, number};
use crate::served::witnessed::Witness;
use crate::served::{BYTES, Served, exchange, soon};

/// A machine with the key and nothing else, which stands by where a service writes.
pub fn standing_by(replica: &Path, writer: &Served, flags: &str) -> Served {
    standing_by_at(&replica.display().to_string(), &Vec::new(), writer, flags)
}

/// The same with a replica that is found at a place, by what is in the environment.
pub fn standing_by_at(place: &str, environment: &Environment, writer: &Served, flags: &str) -> Served {
    let other = Machine::new().knowing(environment);
    writer.machine.hand("log.key", &other);
    let url = writer.address;
    Served::start(other, &format!("--standby --replica {place} --writer http://{url} {flags}"))
}

pub fn size(served: &Served) -> u64 {
    served.get("/v1/checkpoint").is(200).json()["size"].as_u64().expect("a size")
}

/// Waits until one has what the other has.
pub fn follows(standby: &Served, writer: &Served) {
    soon("the standby follows", || (size(standby) == size(writer)).then_some(()));
    let of = |served: &Served| served.get("/v1/checkpoint").is(200).json()["fingerprint"].clone();
    assert_eq!(of(standby), of(writer));
}

pub fn takes_submissions(served: &Served) -> bool {
    served.get("/v1").is(200).json()["data"]["takes_submissions"].as_bool().expect("yes or no")
}

#[test]
fn a_standby_begins_with_nothing_and_takes_over_by_one_verb() {
    let replica = tempfile::tempdir().expect("a folder");
    let mut writer = served(replica.path(), &SMALL);
    let papers = SMALL.protocols();
    writer.takes(&papers[..1]);
    let standby = standing_by(replica.path(), &writer, "");
    follows(&standby, &writer);
    writer.takes(&papers[1..3]);
    follows(&standby, &writer);
    let totals = |served: &Served| served.get("/v1/totals").is(200).json()["data"].clone();
    assert_eq!(totals(&standby), totals(&writer));
    assert!(takes_submissions(&writer) && !takes_submissions(&standby));

    // Who hands in there hears where to.
    let refused = standby.post(&[BYTES], &papers[3].to_file()).is(503);
    refused.problem("U28");
    assert!(refused.header("Link").is_some_and(|link| link.contains(&writer.address.to_string())), "{refused:?}");
    assert!(refused.header("Retry-After").is_some());

    writer.kill();
    let since = Instant::now();
    standby.machine.ok("takeover");
    standby.takes(&papers[3..4]);
    println!("from the kill to the first acknowledgement: {} ms", since.elapsed().as_millis());
    assert!(takes_submissions(&standby));
    holds("takeover/done", &standby.machine.ok("takeover --json"));

    // The other comes back and follows.
    let back = writer.again("--standby");
    follows(&back, &standby);
    standby.takes(&papers[4..5]);
    follows(&back, &standby);
    let ((one, _), (two, _)) = (standby.stop(), back.stop());
    assert_eq!(envelopes(&one.path("ledger")), envelopes(&two.path("ledger")));
    assert_eq!(fingerprint(&one, "ledger"), fingerprint(&two, "ledger"));
    for machine in [&one, &two] {
        machine.ok("verify ledger");
        machine.ok("verify ledger/published");
    }
}

#[test]
fn a_standby_that_hears_nothing_takes_over_by_itself() {
    let replica = tempfile::tempdir().expect("a folder");
    let mut writer = served(replica.path(), &SMALL);
    let standby = standing_by(replica.path(), &writer, "--takeover-after 5");
    // Of one whose service was never heard, nobody knows that it is silent, whatever came to the replica.
    let (place, nobody) = (replica.path().display(), free());
    let deaf = Machine::new();
    writer.machine.hand("log.key", &deaf);
    let flags = format!("--standby --replica {place} --writer http://{nobody} --takeover-after 5");
    let deaf = Served::start(deaf, &flags);
    writer.takes(&SMALL.protocols()[1..2]);
    follows(&deaf, &writer);
    follows(&standby, &writer);
    writer.kill();
    soon("it takes over", || takes_submissions(&standby).then_some(()));
    assert!(!takes_submissions(&deaf));
    standby.takes(&SMALL.protocols()[..1]);
    follows(&deaf, &standby);
    assert!(!takes_submissions(&deaf));
    soon("it says so", || standby.told().contains("This machine writes from now on").then_some(()));
    standby.stop().0.ok("verify ledger");
}

#[test]
fn what_cannot_be_done_beside_a_takeover_is_told_and_it_writes() {
    const FLAGS: &str = "--standby --policy w.policy --witness-seconds 3";
    let replica = tempfile::tempdir().expect("a folder");
    let writer = served(replica.path(), &SMALL);
    let standby = standing_by(replica.path(), &writer, "");
    follows(&standby, &writer);
    let witness = Witness::of(&writer.machine);
    witness.policy(&writer.machine);
    writer.machine.hand("w.policy", &standby.machine);
    // Where the policy would be kept, somebody has laid a folder.
    fs::create_dir_all(standby.machine.path("ledger/policy/of")).expect("writable");
    let standby = standby.again(FLAGS);
    standby.machine.ok("takeover");
    soon("it is told", || standby.told().contains("It writes all the same").then_some(()));
    let taken = standby.post(&[BYTES, ("Prefer", "wait=20")], &SMALL.protocols()[0].to_file()).is(201);
    assert_eq!(taken.header("preference-applied"), Some("wait"), "its witness is asked");
    standby.stop().0.ok("verify ledger");
}

#[test]
fn a_writer_that_is_overtaken_keeps_what_it_lost_with_and_follows() {
    let replica = tempfile::tempdir().expect("a folder");
    let writer = served(replica.path(), &SMALL);
    let papers = SMALL.protocols();
    let standby = standing_by(replica.path(), &writer, "");
    follows(&standby, &writer);
    // The other is out of reach, and lives.
    standby.machine.ok("takeover");
    standby.takes(&papers[..1]);
    writer.post(&[BYTES], &papers[1].to_file()).is(503).problem("U25");
    let aside = fs::read_dir(writer.machine.path("ledger/aside")).expect("evidence").count();
    assert_eq!(aside, 1);
    follows(&writer, &standby);
    writer.post(&[BYTES], &papers[1].to_file()).is(503).problem("U28");
    standby.takes(&papers[1..2]);
    follows(&writer, &standby);
    // And back again, while both run.
    writer.machine.ok("takeover");
    writer.takes(&papers[2..3]);
    standby.post(&[BYTES], &papers[3].to_file()).is(503).problem("U25");
    follows(&standby, &writer);
    let ((one, status), (two, _)) = (standby.stop(), writer.stop());
    assert!(status.success());
    assert_eq!(envelopes(&one.path("ledger")), envelopes(&two.path("ledger")));
    one.ok("verify ledger");
    two.ok("verify ledger");
}

#[test]
fn one_of_two_is_killed_again_and_again_and_the_other_goes_on() {
    let replica = tempfile::tempdir().expect("a folder");
    let writer = served(replica.path(), &MANY);
    let standby = standing_by(replica.path(), &writer, "");
    let (mut pair, mut writes, mut chance) = ([writer, standby], 0, Chance(3));
    let (papers, receipts) = (MANY.protocols(), Mutex::default());
    let mut takeovers = 0;
    for round in 0..rounds() {
        // Under load, at any moment: in the middle of a turn, or while it is followed.
        let killed = chance.below(2);
        load(&mut pair, killed, &papers, round as u64, &receipts);
        if killed == writes {
            writes = 1 - killed;
            pair[writes].machine.ok("takeover");
            takeovers += 1;
        }
        let [one, two] = pair;
        pair = if killed == 0 { [one.again("--standby"), two] } else { [one, two.again("--standby")] };
        follows(&pair[1 - writes], &pair[writes]);
    }
    let receipts = receipts.into_inner().expect("nobody panicked");
    println!("{} receipts, {takeovers} takeovers", receipts.len());
    assert!(takeovers > 0 && takeovers < rounds() && receipts.len() > rounds(), "{takeovers} {}", receipts.len());
    are_one_log(pair, &receipts);
}

/// Both have the same log, which verifies and has what every receipt says.
pub fn are_one_log(pair: [Served; 2], receipts: &[Receipt]) {
    let machines = pair.map(|served| served.stop().0);
    assert_eq!(envelopes(&machines[0].path("ledger")), envelopes(&machines[1].path("ledger")));
    for machine in &machines {
        hold(machine, receipts);
        machine.ok("verify ledger");
        machine.ok("verify ledger/published");
    }
}

#[test]
fn it_is_told_how_far_every_copy_is() {
    let (replica, operators) = (tempfile::tempdir().expect("a folder"), free());
    let (machine, _) = served(replica.path(), &SMALL).stop();
    let witness = Witness::of(&machine);
    witness.policy(&machine);
    let mut writer = Served::start(machine, &format!("--policy w.policy --operators {operators}"));
    writer.takes(&SMALL.protocols()[..1]);
    let all = size(&writer);
    let copies = |machine: &Machine| machine.ok("show copies --json");
    soon("the witness has cosigned", || (copies(&writer.machine).json()["witnesses"][0]["size"] == all).then_some(()));
    holds_but("copies/all", &copies(&writer.machine), &["process", "place"]);
    writer.machine.ok("show copies");
    let public = std::mem::replace(&mut writer.address, operators);
    let metrics = writer.get("/metrics").body;
    for (name, is) in [("protokol_standby", 0), ("protokol_writing", 1)] {
        assert_eq!(number(&metrics, name), is, "{name}");
    }
    for name in ["protokol_replica_size", "protokol_published_size", "protokol_events_sealed"] {
        assert_eq!(number(&metrics, name), all as i64, "{name}");
    }
    writer.address = public;

    // Another that stands by, and its replica goes away and comes back.
    let operators = free();
    let standby = standing_by(replica.path(), &writer, &format!("--operators {operators}"));
    follows(&standby, &writer);
    let (machine, _) = writer.stop();
    assert_eq!(copies(&machine).json()["holder"], serde_json::Value::Null);
    let bare = crate::served::founded(&SMALL);
    fs::remove_dir_all(bare.path("ledger/published")).expect("ours");
    holds("copies/none", &copies(&bare));
    assert_eq!(copies(&standby.machine).json()["holder"]["doing"], "serve --standby");
    let ready = || exchange(operators, "GET", "/readyz", &[], &[]).expect("it answers");
    assert_eq!(ready().status, 200);
    let (aside, place) = (tempfile::tempdir().expect("a folder"), replica.path());
    fs::rename(place, aside.path().join("replica")).expect("one file system");
    soon("it says that the replica is silent", || (ready().json()["reasons"].get("replica").is_some()).then_some(()));
    fs::rename(aside.path().join("replica"), place).expect("one file system");
    soon("it follows again", || (ready().status == 200).then_some(()));
    standby.machine.ok("takeover");
    standby.takes(&SMALL.protocols()[1..2]);
}

#[test]
fn a_takeover_that_is_none_is_told() {
    let machine = crate::served::founded(&SMALL);
    assert_eq!(machine.fails("takeover", 6)["code"], "U29");
    assert!(!machine.has("ledger/takeover"));
    let other = Machine::new();
    assert_eq!(other.fails("serve --standby --log-key log.key --ledger nothing", 2)["code"], "U27");
    assert!(!other.has("nothing"));
}
