//! The result, and the end.

use super::golden::Story;
use super::office::Stage;

const TOP: &[&str] = &["CEC-1", "CEC-2"];
const COURT: (&str, &str) = ("body", "\"the court\"");
const DECIDED: (&str, &str) = ("reference", "\"No 99\"");

#[test]
fn a_result_is_certified() {
    let office = Stage::Night.own();
    let mut story = Story::new(&office);
    story.life("certification --contest main", &[COURT, ("elected", "[1]"), DECIDED], TOP);
    story.holds("certification");
}

#[test]
fn a_result_of_a_contest_that_is_not_there() {
    let values = [("contest", "\"round-9\""), COURT];
    Stage::Night.office().refuses("certification", &values, "R6");
}

#[test]
fn a_result_for_a_number_that_is_not_on_the_ballot() {
    Stage::Night.office().refuses("certification", &[COURT, ("elected", "[1, 9]")], "R24");
}

#[test]
fn a_result_out_of_order() {
    Stage::Night.office().refuses("certification", &[COURT, ("elected", "[2, 1]")], "R39");
}

#[test]
fn a_result_that_is_certified_twice() {
    Stage::Certified.office().refuses("certification", &[COURT, ("elected", "[1]")], "R32");
}

#[test]
fn a_ledger_is_closed() {
    let office = Stage::Certified.own();
    let mut story = Story::new(&office);
    story.life("closing", &[DECIDED], TOP);
    story.holds("closing");
}

#[test]
fn a_ledger_that_is_closed_twice() {
    Stage::Closed.office().refuses("closing", &[DECIDED], "R3");
}
