//! The summaries of the commissions above the precincts.

use protokol::domain::number::{BallotNumber, Total};
use protokol::domain::statement::Body;
use protokol::domain::summary::{LEFT_OUT_MAX, SummarySubmitted};
use serde_json::json;

use super::bodies::{self, NOWHERE, of, sum};
use super::golden::Story;
use super::office::{Office, Stage};

const MIDDLE: &[&str] = &["01-1", "01-2"];
const REASON: (&str, &str) = ("reason", "\"a slip of the pen\"");

fn refuses(summary: SummarySubmitted, code: &str) {
    Stage::Evening.own().refuses_body(Body::SummarySubmitted(summary), MIDDLE, code);
}

/// What `check` finds in a draft, by code: the cells.
fn found(office: &Office, draft: &str, exit: i32) -> Vec<(String, serde_json::Value)> {
    let checked = office.machine.run(&format!("check {draft} --json")).exits(exit).json();
    let findings = checked["findings"].as_array().expect("a list").iter();
    findings.map(|one| (one["code"].as_str().expect("a code").to_owned(), one["cells"].clone())).collect()
}

#[test]
fn a_summary_is_submitted() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    story.life("summary 01", &[("form_serial", "\"SU 01\"")], MIDDLE);
    let found = office.machine.ok("findings --unit 01 --json").lines();
    assert_eq!(found, [] as [serde_json::Value; 0]);
    story.holds("summary");
}

/// A cell that is not the sum, and a counter that is not true, are seen before anybody signs, and by everybody who
/// signs.
#[test]
fn a_summary_that_is_not_the_sum_is_told_before_it_is_signed() {
    let office = Stage::Evening.own();
    let draft = office.drafted("summary 01", &[("took", "361"), ("02", "119"), ("failed", "0")]);
    let cells = json!([
        { "item": "took", "stated": 361, "expected": 360 },
        { "item": "cand_02", "stated": 119, "expected": 120 },
    ]);
    let counters = json!([{ "item": "failed", "stated": 0, "expected": 1 }]);
    assert_eq!(found(&office, &draft, 5), [("S1".to_owned(), cells), ("S2".to_owned(), counters)]);
    let signing = office.machine.ok(&format!("sign {draft} --key 01-1.key --yes --out wrong.submission"));
    let said = signing.out + &signing.err;
    for word in ["S1", "S2", "361", "360", "119", "120"] {
        assert!(said.contains(word), "no {word} in {said}");
    }
    // From a kit nothing is summed; that is said.
    office.machine.ok("export --kit --out kit.protokol");
    let checked = office.machine.ok(&format!("check {draft} --kit kit.protokol"));
    assert!(checked.err.contains("A kit has no protocols"), "{checked}");
}

/// A unit that is left out changes what the sums are.
#[test]
fn a_summary_that_leaves_a_unit_out_in_silence() {
    let office = Stage::Evening.office();
    let draft = office.drafted("summary 01", &[("left_out", "[\"01.002\"]")]);
    let codes: Vec<_> = found(office, &draft, 5).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["S1", "S2", "S5"]);
}

/// A precinct changed after the summary was drafted.
#[test]
fn a_summary_made_before_a_correction_is_told() {
    let office = Stage::Evening.own();
    let draft = office.drafted("summary 01", &[]);
    let Body::ProtocolCorrected(mut corrected) = bodies::correction("01.001", office.protocol_of("01.001")) else {
        panic!("it is one")
    };
    corrected.protocol.figures.votes[0].1.0 -= 1;
    office.take(vec![(Body::ProtocolCorrected(corrected), MIDDLE)]);
    let codes: Vec<_> = found(&office, &draft, 0).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["S3"]);
}

/// Before the papers are in, nobody can say what they sum to.
#[test]
fn a_summary_of_papers_that_are_awaited_is_told() {
    let office = Stage::Enrolled.office();
    let draft = office.drafted("summary 02", &[("01", "0"), ("02", "0"), ("03", "0")]);
    let codes: Vec<_> = found(office, &draft, 0).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["S4"]);
}

#[test]
fn a_summary_where_one_is_in_force() {
    Stage::Night.office().refuses("summary 01", &[], "R22");
}

#[test]
fn a_summary_of_a_precinct() {
    let office = Stage::Evening.own();
    office.refuses_body(Body::SummarySubmitted(sum("01.001")), &["01.001-1", "01.001-2"], "R7");
}

#[test]
fn a_summary_made_from_a_larger_ledger() {
    Stage::Evening.office().refuses("summary 01", &[("made_at", "900")], "R31");
}

#[test]
fn a_summary_that_leaves_everything_out() {
    let units = (0..=LEFT_OUT_MAX).map(|at| of(&format!("01.{at:05}"))).collect();
    refuses(SummarySubmitted { left_out: units, ..sum("01") }, "R31");
}

#[test]
fn a_summary_that_leaves_one_unit_out_twice() {
    Stage::Evening.office().refuses("summary 01", &[("left_out", "[\"01.002\", \"01.002\"]")], "R39");
}

#[test]
fn a_summary_without_a_candidate() {
    Stage::Evening.office().refuses("summary 01", &[("02", "\"\"")], "R17");
}

#[test]
fn a_summary_with_a_number_that_is_not_on_the_ballot() {
    let mut summary = sum("01");
    summary.totals.votes.push((BallotNumber(9), Total(1)));
    refuses(summary, "R18");
}

#[test]
fn a_summary_with_an_item_too_many() {
    let mut summary = sum("01");
    summary.totals.items.push(None);
    refuses(summary, "R15");
}

#[test]
fn a_summary_with_votes_out_of_order() {
    let mut summary = sum("01");
    summary.totals.votes.swap(0, 1);
    refuses(summary, "R39");
}

#[test]
fn a_summary_in_a_contest_that_is_not_there() {
    refuses(SummarySubmitted { contest: of("round-9"), ..sum("01") }, "R6");
}

#[test]
fn a_summary_of_another_commission() {
    let office = Stage::Evening.own();
    let draft = office.drafted("summary 01", &[]);
    let typed = format!("sign {draft} --key CEC-1.key --yes --out never.submission");
    assert_eq!(office.machine.fails(&typed, 6)["code"], "R10");
}

#[test]
fn a_summary_after_the_result() {
    Stage::Certified.office().refuses("summary 02", &[("01", "0"), ("02", "0"), ("03", "0")], "R32");
}

/// The draft has the sums of today, and names the version that it replaces.
#[test]
fn a_summary_is_corrected() {
    let office = Stage::Night.own();
    let Body::ProtocolCorrected(mut corrected) = bodies::correction("01.001", office.protocol_of("01.001")) else {
        panic!("it is one")
    };
    corrected.protocol.figures.votes[0].1.0 -= 1;
    office.take(vec![(Body::ProtocolCorrected(corrected), MIDDLE)]);
    assert_eq!(office.machine.ok("findings --code S3 --json").lines().len(), 1);
    let mut story = Story::new(&office);
    story.life("summary-correction 01", &[REASON, ("reference", "\"No 8\"")], MIDDLE);
    assert_eq!(office.machine.ok("findings --code S3 --json").lines().len(), 0);
    story.holds("summary-correction");
}

#[test]
fn a_summary_correction_where_there_is_no_summary() {
    let office = Stage::Evening.own();
    let error = office.machine.run("draft summary-correction 01 --json").error();
    assert_eq!(error["code"], "U9");
    office.refuses_body(bodies::summary_correction("01", NOWHERE), MIDDLE, "R22");
}

#[test]
fn a_summary_correction_of_another_version() {
    let replaces = format!("{:?}", NOWHERE.to_string());
    Stage::Night.office().refuses("summary-correction 01", &[REASON, ("replaces", replaces.as_str())], "R22");
}

#[test]
fn a_summary_correction_made_from_a_larger_ledger() {
    Stage::Night.office().refuses("summary-correction 01", &[REASON, ("made_at", "900")], "R31");
}

#[test]
fn a_summary_correction_without_a_candidate() {
    Stage::Night.office().refuses("summary-correction 01", &[REASON, ("02", "\"\"")], "R17");
}

#[test]
fn a_summary_correction_after_the_result() {
    Stage::Certified.office().refuses("summary-correction 01", &[REASON], "R32");
}

#[test]
fn a_summary_correction_by_another_commission() {
    let office = Stage::Night.own();
    let draft = office.drafted("summary-correction 01", &[REASON, ("form_serial", "\"AA 000002\"")]);
    let typed = format!("sign {draft} --key CEC-1.key --yes --out never.submission");
    assert_eq!(office.machine.fails(&typed, 6)["code"], "R10");
}
