//! Contests, nominations and candidates.

use super::golden::Story;
use super::office::Stage;

const TOP: &[&str] = &["CEC-1", "CEC-2"];
const DECIDED: (&str, &str) = ("reference", "\"No 12\"");
const TITLE: (&str, &str) = ("title", "{ en = \"Second round\" }");
const NAMES: (&str, &str) = ("names", "{ en = \"Candidate D\" }");

#[test]
fn a_contest_is_called() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    let values = [DECIDED, ("id", "\"round-2\""), TITLE, ("polling_day", "\"2030-05-26\"")];
    story.life("contest", &values, TOP);
    story.part("tally --contest round-2", "/contests/0");
    story.holds("contest");
}

#[test]
fn a_contest_that_was_called_before() {
    let values = [("id", "\"main\""), TITLE, ("polling_day", "\"2030-05-26\"")];
    Stage::Enrolled.office().refuses("contest", &values, "R7");
}

#[test]
fn a_contest_in_a_unit_that_is_not_there() {
    let values = [("id", "\"by-election\""), TITLE, ("unit", "\"09\""), ("polling_day", "\"2030-05-26\"")];
    Stage::Enrolled.office().refuses("contest", &values, "R4");
}

#[test]
fn a_nomination_is_approved() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    story.life("nomination", &[("nominated_by", "\"herself\""), NAMES, DECIDED], TOP);
    story.holds("nomination");
}

#[test]
fn a_nomination_for_a_contest_that_is_not_there() {
    Stage::Enrolled.office().refuses("nomination", &[("contest", "\"round-9\""), NAMES], "R6");
}

#[test]
fn a_nomination_after_the_result() {
    Stage::Certified.office().refuses("nomination", &[NAMES], "R32");
}

#[test]
fn a_candidate_is_registered() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    story.life("candidate", &[("number", "4"), NAMES, DECIDED], TOP);
    story.part("tally", "/contests/0/candidates");
    story.holds("candidate");
}

#[test]
fn a_number_that_was_given_before() {
    Stage::Enrolled.office().refuses("candidate", &[("number", "2"), NAMES], "R24");
}

#[test]
fn a_number_that_was_withdrawn() {
    let office = Stage::Enrolled.own();
    let draft = office.drafted("withdrawal", &[("number", "3"), ("reason", "\"her own wish\"")]);
    office.machine.ok(&format!("sign {draft} --key CEC-1.key --yes --out off.submission"));
    office.machine.ok("sign off.submission --key CEC-2.key --yes");
    office.machine.ok("submit off.submission --log-key log.key");
    office.refuses("candidate", &[("number", "3"), NAMES], "R24");
    // Nor is it withdrawn twice.
    office.refuses("withdrawal", &[("number", "3"), ("reason", "\"again\"")], "R24");
}

#[test]
fn a_candidate_with_the_number_nought() {
    Stage::Enrolled.own().refuses_body(super::bodies::candidate(0), TOP, "R24");
}

#[test]
fn a_candidate_after_the_first_paper() {
    Stage::Evening.office().refuses("candidate", &[("number", "4"), NAMES], "R24");
}

#[test]
fn a_candidate_of_a_contest_that_is_not_there() {
    let values = [("contest", "\"round-9\""), ("number", "4"), NAMES];
    Stage::Enrolled.office().refuses("candidate", &values, "R6");
}

#[test]
fn a_candidate_after_the_result() {
    Stage::Certified.office().refuses("candidate", &[("number", "4"), NAMES], "R32");
}

#[test]
fn a_candidate_is_withdrawn() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    story.life("withdrawal", &[("number", "3"), ("reason", "\"her own wish\""), DECIDED], TOP);
    story.part("tally", "/contests/0/candidates");
    story.holds("withdrawal");
}

#[test]
fn a_withdrawal_of_nobody() {
    Stage::Enrolled.office().refuses("withdrawal", &[("number", "9"), ("reason", "\"none\"")], "R24");
}

#[test]
fn a_withdrawal_after_the_first_paper() {
    Stage::Evening.office().refuses("withdrawal", &[("number", "3"), ("reason", "\"late\"")], "R24");
}

#[test]
fn a_withdrawal_in_a_contest_that_is_not_there() {
    let values = [("contest", "\"round-9\""), ("number", "3"), ("reason", "\"so\"")];
    Stage::Enrolled.office().refuses("withdrawal", &values, "R6");
}

#[test]
fn a_withdrawal_after_the_result() {
    Stage::Certified.office().refuses("withdrawal", &[("number", "3"), ("reason", "\"late\"")], "R32");
}
