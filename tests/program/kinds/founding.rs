//! The founding act, and the log's key.

use protokol::domain::statement::{Body, LogKeyRotated, Statement};
use protokol::ledger::submission::SignedStatement;

use super::bodies::of;
use super::golden::Story;
use super::office::{Office, Stage, key, public, signed};
use crate::kit::program::copy;

#[test]
fn an_election_is_called() {
    let office = Stage::Folder.own();
    let mut story = Story::new(&office);
    story.draft(&format!("founding --from election --log-key {}", public("log")), &[], "");
    story.run("check draft.toml");
    story.run("sign draft.toml --key CEC-1.key --yes");
    story.refused("init draft.submission --log-key log.key", "R11");
    story.run("sign draft.submission --key CEC-3.key --yes");
    story.run("init draft.submission --log-key log.key");
    story.part("show CEC", "/members");
    story.part("verify", "/verdict");
    story.holds("founding");
}

/// The founding draft with one thing changed.
fn spoilt(from: &str, to: &str) -> Office {
    let office = Stage::Folder.own();
    let draft = office.machine.text("founding.toml");
    assert!(draft.contains(from), "no {from} in\n{draft}");
    office.machine.write("founding.toml", draft.replacen(from, to, 1));
    office
}

/// What a manifest contradicts is told where the draft is read, with its place.
fn unreadable(from: &str, to: &str) {
    let error = spoilt(from, to).machine.fails("check founding.toml", 7);
    assert_eq!(error["code"], "U4", "{error}");
}

#[test]
fn a_founding_commission_of_the_wrong_size() {
    spoilt("quorum     = 2", "quorum     = 3").refuses_draft("founding.toml", "R13");
}

#[test]
fn a_founding_seat_left_out() {
    spoilt("seat         = 3", "seat         = 4").refuses_draft("founding.toml", "R13");
}

#[test]
fn a_founding_key_for_two_seats() {
    spoilt(&public("CEC-3"), &public("CEC-2")).refuses_draft("founding.toml", "R12");
}

#[test]
fn a_founding_member_with_the_key_of_the_log() {
    spoilt(&public("CEC-3"), &public("log")).refuses_draft("founding.toml", "R12");
}

#[test]
fn a_founding_commission_below_another() {
    spoilt("parent     = \"\"", "parent     = \"01\"").refuses_draft("founding.toml", "R14");
}

#[test]
fn a_founding_commission_of_a_lower_tier() {
    spoilt("tier       = \"central\"", "tier       = \"precinct\"").refuses_draft("founding.toml", "R14");
}

#[test]
fn a_demonstration_key_among_the_founders() {
    let theirs = protokol::crypto::key::SecretKey::demonstration("CEC", "3").public().to_string();
    spoilt(&public("CEC-3"), &theirs).refuses_draft("founding.toml", "R27");
}

#[test]
fn a_key_of_another_log() {
    spoilt("protokol.example/example-2030+", "protokol.example/example-2031+").refuses_draft("founding.toml", "R38");
}

#[test]
fn rules_that_nobody_knows_yet() {
    spoilt("rules   = 1", "rules   = 2").refuses_draft("founding.toml", "R36");
}

#[test]
fn a_check_of_an_item_that_the_form_does_not_have() {
    unreadable("right    = [\"valid\"]", "right    = [\"vaild\"]");
}

/// The same from another program: the ledger is not founded.
#[test]
fn a_manifest_that_contradicts_itself() {
    let office = Stage::Folder.own();
    let mut founding = founding_body(&office);
    founding.manifest.tiers[0].quorum = 9;
    init_refuses(&office, Body::ElectionCalled(founding), &["CEC-1", "CEC-2"], "R28");
}

#[test]
fn a_founding_key_that_is_none() {
    let office = Stage::Folder.own();
    let mut founding = founding_body(&office);
    founding.commission.members[2].key = protokol::crypto::key::PublicKey([0; 32]);
    init_refuses(&office, Body::ElectionCalled(founding), &["CEC-1", "CEC-2"], "R30");
}

#[test]
fn a_founding_act_signed_by_a_stranger() {
    let office = Stage::Folder.own();
    assert_eq!(office.machine.fails("sign founding.toml --key fresh.key --yes", 6)["code"], "R8");
    let founding = founding_body(&office);
    init_refuses(&office, Body::ElectionCalled(founding), &["CEC-1", "fresh"], "R8");
}

#[test]
fn a_founding_act_for_another_ledger() {
    let office = Stage::Folder.own();
    let body = Body::ElectionCalled(founding_body(&office));
    let elsewhere = signed(Stage::Founded.office().ledger(), body, &["CEC-1", "CEC-2"]);
    office.machine.write("elsewhere.submission", elsewhere.to_file());
    assert_eq!(office.machine.fails("init elsewhere.submission --log-key log.key", 6)["code"], "R2");
}

#[test]
fn a_second_founding_act() {
    let office = Stage::Founded.own();
    let mut founding = founding_body(&office);
    founding.manifest.authority = of("Another commission");
    let again = signed(protokol::domain::id::LedgerId::UNFOUNDED, Body::ElectionCalled(founding), &["CEC-1", "CEC-2"]);
    office.machine.write("again.submission", again.to_file());
    assert_eq!(office.machine.fails("submit again.submission --log-key log.key", 6)["code"], "R29");
}

/// The founding act that lies in the office, signed by one.
fn founding_body(office: &Office) -> protokol::domain::manifest::ElectionCalled {
    office.machine.run("sign founding.toml --key CEC-1.key --yes --out one.submission");
    let one = SignedStatement::from_file(&office.machine.read("one.submission")).expect("a submission");
    match one.statement().expect("a statement") {
        Statement { body: Body::ElectionCalled(founding), .. } => founding,
        other => panic!("no founding act but {other:?}"),
    }
}

fn init_refuses(office: &Office, body: Body, signers: &[&str], code: &str) {
    let submission = signed(protokol::domain::id::LedgerId::UNFOUNDED, body, signers);
    office.machine.write("spoilt.submission", submission.to_file());
    assert_eq!(office.machine.fails("init spoilt.submission --log-key log.key", 6)["code"], code);
    assert!(!office.machine.has("ledger"), "nothing is founded");
}

fn verifier_key(name: &str) -> String {
    let origin = "protokol.example/example-2030".parse().expect("a name");
    protokol::crypto::vkey::VerifierKey::ed25519(origin, key(name).public()).expect("a key").to_string()
}

#[test]
fn the_key_of_the_log_is_changed() {
    let office = Stage::Enrolled.own();
    office.machine.ok("export --receipt 1 --out before.tlog-proof");
    copy(&office.machine.path("ledger/published"), &office.machine.path("earlier"));
    let mut story = Story::new(&office);
    let new = format!("{:?}", verifier_key("next-log"));
    let values = [("new", new.as_str()), ("reason", "\"the officer changed\"")];
    // Without the new key the change is refused: nobody could seal it.
    story.next_log_key = " --next-log-key next-log.key";
    story.life("log-key", &values, &["log", "next-log", "CEC-1", "CEC-2"]);
    // From the next checkpoint on the new key signs, and the old one does not.
    story.draft("turnout 02.001", &[("as_of", "\"10:00\""), ("voters", "40")], "");
    story.run("sign draft.toml --key 02.001-1.key --yes --out later.submission");
    story.refused("submit later.submission --log-key log.key", "R38");
    story.run("submit later.submission --log-key next-log.key");
    story.holds("log-key");
    // A receipt under the old key verifies for ever: who reads the log knows both keys, and so does its own policy.
    let machine = &office.machine;
    machine.ok("export --out published.tar");
    for what in ["before.tlog-proof", "later.tlog-proof", "ledger", "ledger/published", "published.tar"] {
        machine.ok(&format!("verify {what} --policy ledger/published/policy"));
    }
    machine.ok("export --receipt before.tlog-proof --from published.tar --out renewed.tlog-proof");
    let one = |name: &str| format!("log {}\nquorum none\n", verifier_key(name));
    machine.write("old.policy", one("log"));
    machine.write("new.policy", one("next-log"));
    machine.ok("verify before.tlog-proof --policy old.policy");
    machine.ok("verify renewed.tlog-proof --policy new.policy");
    assert_eq!(machine.run("verify renewed.tlog-proof --policy old.policy").exit, 1);
    // A mirror under the new key, and a log of before: whether its key was changed is in what is not read here.
    machine.ok("mirror shelf");
    let error = machine.fails("mirror shelf --from earlier", 3);
    assert_eq!(error["code"], "U30");
    assert!(error["says"].as_str().is_some_and(|says| says.contains("another key")), "{error}");
    assert!(error["do"].as_str().is_some_and(|act| act.contains("--from")), "{error}");
    // One that is of before goes on under the new key.
    machine.ok("mirror older --from earlier");
    machine.ok("mirror older");
    machine.ok("verify older/log --policy new.policy");
}

fn rotated(old: &str, new: &str) -> Body {
    let (old, new) = (of(&verifier_key(old)), of(&verifier_key(new)));
    Body::LogKeyRotated(LogKeyRotated { old, new, reason: of("the officer changed") })
}

#[test]
fn a_log_key_changed_without_the_old_one() {
    let body = rotated("log", "next-log");
    Stage::Enrolled.own().refuses_body(body, &["next-log", "CEC-1", "CEC-2"], "R38");
}

#[test]
fn a_log_key_changed_without_the_new_one() {
    let body = rotated("log", "next-log");
    Stage::Enrolled.own().refuses_body(body, &["log", "CEC-1", "CEC-2"], "R38");
}

#[test]
fn a_log_key_changed_that_was_none() {
    let body = rotated("fresh", "next-log");
    Stage::Enrolled.own().refuses_body(body, &["fresh", "next-log", "CEC-1", "CEC-2"], "R38");
}

#[test]
fn a_log_key_that_a_member_has() {
    let body = rotated("log", "01-1");
    Stage::Enrolled.own().refuses_body(body, &["log", "01-1", "CEC-1", "CEC-2"], "R12");
}

#[test]
fn a_log_key_changed_by_a_constituency() {
    let body = rotated("log", "next-log");
    Stage::Enrolled.own().refuses_body(body, &["log", "next-log", "01-1", "01-2"], "R10");
}
