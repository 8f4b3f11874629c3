//! Observers, the copies that they were handed, and complaints.

use protokol::crypto::key::PublicKey;
use protokol::domain::number::{BallotNumber, Count};
use protokol::domain::protocol::ATTACHMENTS_MAX;
use protokol::domain::statement::Body;

use super::bodies::{self, NOWHERE, copy, figures, of, scans};
use super::golden::Story;
use super::office::{Stage, public};

const TOP: &[&str] = &["CEC-1", "CEC-2"];
const WATCH: &[&str] = &["watch"];

fn observer(name: &'static str, key: &'static str) -> Vec<(&'static str, String)> {
    vec![
        ("observer", format!("{name:?}")),
        ("organisation", "\"An invented organisation\"".to_owned()),
        ("role", "\"agent\"".to_owned()),
        ("key", format!("{:?}", public(key))),
    ]
}

fn borrowed<'a>(values: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    values.iter().map(|(key, value)| (*key, value.as_str())).collect()
}

#[test]
fn an_agent_is_accredited_by_a_constituency() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    let values = observer("agent-7", "fresh");
    story.life("observer 02", &borrowed(&values), &["02-1", "02-2"]);
    story.holds("observer");
}

#[test]
fn an_observer_who_is_accredited_already() {
    Stage::Enrolled.office().refuses("observer 02", &borrowed(&observer("watch", "fresh")), "R25");
}

#[test]
fn an_observer_with_the_key_of_a_member() {
    Stage::Enrolled.office().refuses("observer 02", &borrowed(&observer("agent-7", "02-3")), "R12");
}

#[test]
fn an_observer_in_a_unit_that_is_not_there() {
    Stage::Enrolled.own().refuses_body(bodies::observer("another", "09"), TOP, "R4");
}

#[test]
fn an_observer_with_a_key_that_is_none() {
    let Body::ObserverAccredited(mut accredited) = bodies::observer("another", "02") else { panic!("it is one") };
    accredited.key = PublicKey([0; 32]);
    Stage::Enrolled.own().refuses_body(Body::ObserverAccredited(accredited), TOP, "R30");
}

#[test]
fn a_precinct_accredits_nobody() {
    let body = bodies::observer("another", "02.001");
    Stage::Enrolled.own().refuses_body(body, &["02.001-1", "02.001-2"], "R10");
}

#[test]
fn an_accreditation_ends() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    let values = [("observer", "\"local\""), ("reason", "\"at the organisation's wish\"")];
    story.life("accreditation-end", &values, &["02-1", "02-2"]);
    story.draft("copy 02.001", &[("copy", "\"refused\""), ("reason", "\"no time\"")], "");
    story.refused("sign draft.toml --key local.key --yes --out late.submission", "R9");
    story.holds("accreditation-end");
}

#[test]
fn an_accreditation_that_was_never_given() {
    let values = [("observer", "\"nobody\""), ("reason", "\"so\"")];
    Stage::Enrolled.office().refuses("accreditation-end", &values, "R25");
}

#[test]
fn an_accreditation_that_ends_twice() {
    let office = Stage::Enrolled.own();
    let (observer, reason) = (of("local"), of("ended"));
    let ended = protokol::domain::observer::AccreditationWithdrawn { observer, reason };
    office.take(vec![(Body::AccreditationWithdrawn(ended), TOP)]);
    office.refuses("accreditation-end", &[("observer", "\"local\""), ("reason", "\"again\"")], "R9");
}

#[test]
fn an_accreditation_that_another_constituency_ends() {
    let office = Stage::Enrolled.own();
    let draft = office.drafted("accreditation-end", &[("observer", "\"local\""), ("reason", "\"so\"")]);
    let typed = format!("sign {draft} --key 01-1.key --yes --out never.submission");
    assert_eq!(office.machine.fails(&typed, 6)["code"], "R10");
}

/// A copy typed on a phone: one figure differs, one cannot be read.
#[test]
fn a_copy_is_filed() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    let values = [("listed", "900"), ("took", "180"), ("valid", "176"), ("01", "90"), ("02", "60"), ("03", "16")];
    story.life("copy 01.001", &values, WATCH);
    let found = office.machine.ok("findings --code C1 --json").lines();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["cells"], serde_json::json!([{ "item": "cand_01", "stated": 90, "expected": 100 }]));
    story.holds("copy");
}

#[test]
fn a_copy_was_refused() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    story.life("copy 01.001", &[("copy", "\"refused\""), ("reason", "\"The copier was broken\"")], WATCH);
    story.holds("copy-refused");
}

/// A copy or a complaint is judged where it is handed in: `check` does not know whose key will sign it.
fn refuses_to_take(typed: &str, values: &[(&str, &str)], signer: &str, code: &str) {
    let office = Stage::Evening.own();
    let draft = office.drafted(typed, values);
    office.machine.ok(&format!("check {draft}"));
    office.machine.ok(&format!("sign {draft} --key {signer}.key --yes --out paper.submission"));
    assert_eq!(office.machine.fails("submit paper.submission --log-key log.key", 6)["code"], code);
}

const REFUSED: [(&str, &str); 2] = [("copy", "\"refused\""), ("reason", "\"No reason was given\"")];

#[test]
fn a_copy_from_outside_the_observers_scope() {
    refuses_to_take("copy 01.001", &REFUSED, "local", "R25");
}

#[test]
fn a_copy_filed_by_the_press() {
    refuses_to_take("copy 01.001", &REFUSED, "press", "R25");
}

#[test]
fn a_copy_of_a_paper_that_no_precinct_makes() {
    refuses_to_take("copy 01", &REFUSED, "watch", "R7");
}

#[test]
fn a_copy_filed_by_a_member() {
    let office = Stage::Evening.own();
    let draft = office.drafted("copy 01.001", &REFUSED);
    let typed = format!("sign {draft} --key 01.001-1.key --yes --out never.submission");
    assert_eq!(office.machine.fails(&typed, 6)["code"], "R10");
}

#[test]
fn a_copy_with_a_number_that_is_not_on_the_ballot() {
    let mut figures = figures();
    figures.votes.push((BallotNumber(9), Count(1)));
    Stage::Evening.own().refuses_body(copy("01.001", figures, Vec::new()), WATCH, "R18");
}

#[test]
fn a_copy_with_an_item_too_many() {
    let mut figures = figures();
    figures.items.push(None);
    Stage::Evening.own().refuses_body(copy("01.001", figures, Vec::new()), WATCH, "R15");
}

#[test]
fn a_copy_with_votes_out_of_order() {
    let mut figures = figures();
    figures.votes.swap(0, 1);
    Stage::Evening.own().refuses_body(copy("01.001", figures, Vec::new()), WATCH, "R39");
}

#[test]
fn a_copy_with_too_many_photographs() {
    let count = u32::try_from(ATTACHMENTS_MAX).expect("it is small") + 1;
    let body = copy("01.001", figures(), scans(count));
    let office = Stage::Evening.own();
    let submission = super::office::signed(office.ledger(), body, WATCH);
    office.machine.write("paper.submission", submission.to_file());
    let typed = "submit paper.submission --log-key log.key --without-attachments";
    assert_eq!(office.machine.fails(typed, 6)["code"], "R39");
}

#[test]
fn a_copy_from_a_unit_that_is_not_there() {
    Stage::Evening.own().refuses_body(copy("09.001", figures(), Vec::new()), WATCH, "R4");
}

#[test]
fn a_copy_of_a_contest_that_is_not_there() {
    let Body::CopyFiled(mut filed) = copy("01.001", figures(), Vec::new()) else { panic!("it is one") };
    filed.paper.contest = of("round-9");
    Stage::Evening.own().refuses_body(Body::CopyFiled(filed), WATCH, "R6");
}

const SUBJECT: (&str, &str) = ("subject", "\"The box was open\"");
const DIGEST: (&str, &str) = ("text_sha256", "\"0303030303030303030303030303030303030303030303030303030303030303\"");

#[test]
fn a_complaint_is_filed() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    story.life("complaint 01.001", &[SUBJECT, DIGEST], WATCH);
    story.holds("complaint");
}

/// Whatever event it is against is named with its hash.
#[test]
fn a_complaint_against_an_annulment_names_it() {
    let office = Stage::Evening.office();
    let annulled = office.last("annulment").to_string();
    let draft = office.machine.text(&office.drafted(&format!("complaint --event {annulled}"), &[]));
    assert!(draft.contains(&format!("against     = \"{annulled}\"")), "{draft}");
}

#[test]
fn a_complaint_against_what_is_not_there() {
    let nowhere = NOWHERE.to_string();
    refuses_to_take(&format!("complaint --event {nowhere}"), &[SUBJECT, DIGEST], "watch", "R26");
}

#[test]
fn a_complaint_by_the_press() {
    refuses_to_take("complaint 01.001", &[SUBJECT, DIGEST], "press", "R25");
}

#[test]
fn a_complaint_by_a_member() {
    let office = Stage::Evening.own();
    let draft = office.drafted("complaint 01.001", &[SUBJECT, DIGEST]);
    let typed = format!("sign {draft} --key 01.001-1.key --yes --out never.submission");
    assert_eq!(office.machine.fails(&typed, 6)["code"], "R10");
}

const DECIDED: [(&str, &str); 2] = [("outcome", "\"rejected\""), ("reason", "\"The seal was whole\"")];

#[test]
fn a_complaint_is_decided() {
    let office = Stage::Night.own();
    let mut story = Story::new(&office);
    story.life("complaint-decision", &DECIDED, &["01-1", "01-2"]);
    // It is decided once.
    let complaint = office.last("complaint");
    let draft = office.drafted(&format!("complaint-decision --event {complaint}"), &DECIDED);
    office.refuses_draft(&draft, "R26");
    story.holds("complaint-decision");
}

#[test]
fn a_decision_on_no_complaint() {
    let protocol = Stage::Night.office().protocol_of("01.001");
    Stage::Night.office().refuses(&format!("complaint-decision --event {protocol}"), &DECIDED, "R26");
}

#[test]
fn a_decision_by_the_commission_complained_of() {
    let office = Stage::Night.own();
    let draft = office.drafted("complaint-decision", &DECIDED);
    let typed = format!("sign {draft} --key 01.001-1.key --yes --out never.submission");
    assert_eq!(office.machine.fails(&typed, 6)["code"], "R10");
}
