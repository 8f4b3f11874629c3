//! The life of a precinct's paper.

use protokol::domain::number::{BallotNumber, Count, Seat, Voting};
use protokol::domain::protocol::{ATTACHMENTS_MAX, Dissent, OpeningSealed, Paper, ProtocolSubmitted};
use protokol::domain::statement::Body;
use serde_json::json;

use super::bodies::{self, NOWHERE, of, opening_items, paper, sound};
use super::golden::Story;
use super::office::{Stage, signed};

const LOW: &[&str] = &["02.001-1", "02.001-2"];
const MIDDLE: &[&str] = &["01-1", "01-2"];
const OPENING: [(&str, &str); 2] = [("listed", "900"), ("received", "700")];
const TURNOUT: [(&str, &str); 2] = [("as_of", "\"12:00\""), ("voters", "90")];
const REASON: (&str, &str) = ("reason", "\"the box was open\"");
const DECIDED: (&str, &str) = ("reference", "\"No 7\"");
const FIGURES: [(&str, &str); 8] = [
    ("listed", "900"),
    ("received", "700"),
    ("took", "180"),
    ("invalid", "4"),
    ("valid", "176"),
    ("01", "100"),
    ("02", "60"),
    ("03", "16"),
];

/// The figures with one of them typed otherwise.
fn with(key: &str, typed: &'static str) -> Vec<(&'static str, &'static str)> {
    FIGURES.into_iter().map(|(name, figure)| (name, if name == key { typed } else { figure })).collect()
}

/// The same with another value before the figures.
fn and(
    first: (&'static str, &'static str),
    values: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    [&[first][..], values].concat()
}

/// A body of the library, refused.
fn refuses(stage: Stage, body: Body, signers: &[&str], code: &str) {
    stage.own().refuses_body(body, signers, code);
}

/// Somebody who may not say this does not even sign it.
fn refuses_to_sign(typed: &str, values: &[(&str, &str)], signer: &str) {
    let office = Stage::Evening.own();
    let draft = office.drafted(typed, values);
    let typed = format!("sign {draft} --key {signer}.key --yes --out never.submission");
    assert_eq!(office.machine.fails(&typed, 6)["code"], "R10");
}

// The opening items.

#[test]
fn the_opening_is_sealed() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    story.life("opening 02.001", &OPENING, LOW);
    story.part("show 02.001", "/papers/0");
    story.holds("opening");
}

#[test]
fn an_opening_sealed_twice() {
    let office = Stage::Enrolled.own();
    office.take(vec![(bodies::opening("02.001"), LOW)]);
    office.refuses("opening 02.001", &[("listed", "901"), ("received", "700")], "R20");
}

#[test]
fn an_opening_after_the_protocol() {
    Stage::Evening.office().refuses("opening 01.002", &OPENING, "R20");
}

#[test]
fn an_opening_of_an_annulled_paper() {
    Stage::Evening.office().refuses("opening 01.003", &OPENING, "R23");
}

#[test]
fn an_opening_where_the_voting_failed() {
    Stage::Evening.office().refuses("opening 01.004", &OPENING, "R23");
}

#[test]
fn an_opening_with_a_figure_missing() {
    Stage::Enrolled.office().refuses("opening 02.001", &[("listed", "900")], "R15");
}

/// A draft with such a figure is not read (exit 7); another program could hand it in.
#[test]
fn an_opening_with_a_figure_of_the_count() {
    let office = Stage::Enrolled.own();
    let draft = office.drafted("opening 02.001", &OPENING);
    office.machine.write("counted.toml", office.machine.text(&draft) + "took = 180\n");
    assert_eq!(office.machine.fails("check counted.toml", 7)["item"], "took");
    let mut items = opening_items();
    items[2] = Some(Count(180));
    office.refuses_body(Body::OpeningSealed(OpeningSealed { paper: paper("02.001"), items }), LOW, "R16");
}

#[test]
fn an_opening_of_another_voting() {
    Stage::Enrolled.office().refuses("opening 02.001", &[OPENING[0], OPENING[1], ("voting", "2")], "R21");
}

#[test]
fn an_opening_in_a_constituency() {
    Stage::Enrolled.office().refuses("opening 02", &OPENING, "R7");
}

#[test]
fn an_opening_in_a_contest_that_is_not_there() {
    Stage::Enrolled.office().refuses("opening 02.001", &[OPENING[0], OPENING[1], ("contest", "\"round-9\"")], "R6");
}

#[test]
fn an_opening_after_the_result() {
    Stage::Certified.office().refuses("opening 02.001", &OPENING, "R32");
}

// Turnout.

#[test]
fn turnout_is_reported() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    story.life("turnout 02.001", &TURNOUT, &["02.001-3"]);
    story.holds("turnout");
}

#[test]
fn a_bulletin_of_a_constituency_says_how_many_reported() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    story.life("turnout 02", &[TURNOUT[0], TURNOUT[1], ("stations", "1")], &["02-1"]);
    story.holds("turnout-bulletin");
}

#[test]
fn turnout_of_another_voting() {
    Stage::Enrolled.office().refuses("turnout 02.001", &[TURNOUT[0], TURNOUT[1], ("voting", "2")], "R21");
}

#[test]
fn turnout_in_a_contest_that_is_not_there() {
    Stage::Enrolled.office().refuses("turnout 02.001", &[TURNOUT[0], TURNOUT[1], ("contest", "\"round-9\"")], "R6");
}

#[test]
fn turnout_in_a_unit_that_is_not_there() {
    refuses(Stage::Enrolled, bodies::turnout("09.001"), LOW, "R10");
}

#[test]
fn turnout_after_the_result() {
    Stage::Certified.office().refuses("turnout 02.001", &TURNOUT, "R32");
}

#[test]
fn turnout_reported_by_another_commission() {
    refuses_to_sign("turnout 02.001", &TURNOUT, "01.001-1");
}

// The protocol.

#[test]
fn a_protocol_is_submitted() {
    let office = Stage::Enrolled.own();
    let mut story = Story::new(&office);
    story.life("protocol 02.001", &and(("form_serial", "\"AA 000042\""), &FIGURES), LOW);
    story.part("tally --unit 02", "/contests/0");
    story.holds("protocol");
}

#[test]
fn a_protocol_where_one_is_in_force() {
    Stage::Evening.office().refuses("protocol 01.001", &FIGURES, "R19");
}

#[test]
fn a_protocol_where_one_was_annulled() {
    Stage::Evening.office().refuses("protocol 01.003", &FIGURES, "R23");
}

#[test]
fn a_protocol_where_the_voting_failed() {
    Stage::Evening.office().refuses("protocol 01.004", &FIGURES, "R23");
}

#[test]
fn a_protocol_with_an_item_missing() {
    Stage::Enrolled.office().refuses("protocol 02.001", &with("took", "\"\""), "R15");
}

#[test]
fn a_protocol_with_an_item_too_many() {
    let mut protocol = sound("02.001");
    protocol.figures.items.push(Some(Count(1)));
    refuses(Stage::Enrolled, Body::ProtocolSubmitted(protocol), LOW, "R15");
}

#[test]
fn a_protocol_without_a_candidate() {
    Stage::Enrolled.office().refuses("protocol 02.001", &with("02", "\"\""), "R17");
}

/// A draft with such a number is not read (exit 7); another program could hand it in.
#[test]
fn a_protocol_with_a_number_that_is_not_on_the_ballot() {
    let office = Stage::Enrolled.own();
    let draft = office.drafted("protocol 02.001", &FIGURES);
    let text = office.machine.text(&draft).replace("[votes]", "[votes]\n09 = 1");
    office.machine.write("unknown.toml", text);
    assert_eq!(office.machine.fails("check unknown.toml", 7)["code"], "U4");
    let mut protocol = sound("02.001");
    protocol.figures.votes.push((BallotNumber(9), Count(1)));
    office.refuses_body(Body::ProtocolSubmitted(protocol), LOW, "R18");
}

#[test]
fn a_protocol_with_votes_out_of_order() {
    let mut protocol = sound("02.001");
    protocol.figures.votes.swap(0, 1);
    refuses(Stage::Enrolled, Body::ProtocolSubmitted(protocol), LOW, "R39");
}

#[test]
fn a_protocol_of_another_voting() {
    Stage::Enrolled.office().refuses("protocol 02.001", &and(("voting", "2"), &FIGURES), "R21");
}

#[test]
fn a_protocol_of_a_constituency() {
    Stage::Enrolled.office().refuses("protocol 02", &FIGURES, "R7");
}

/// A figure is read with the ballot of its contest: such a draft is not read either.
#[test]
fn a_protocol_in_a_contest_that_is_not_there() {
    let office = Stage::Enrolled.own();
    let draft = office.drafted("protocol 02.001", &and(("contest", "\"round-9\""), &FIGURES));
    assert_eq!(office.machine.fails(&format!("check {draft}"), 7)["code"], "U4");
    let elsewhere = Paper { contest: of("round-9"), ..paper("02.001") };
    let body = Body::ProtocolSubmitted(ProtocolSubmitted { paper: elsewhere, ..sound("02.001") });
    office.refuses_body(body, LOW, "R6");
}

#[test]
fn a_protocol_of_a_precinct_where_the_contest_is_not_held() {
    let office = Stage::Enrolled.own();
    let draft = office.drafted(
        "contest",
        &[
            ("id", "\"by-01\""),
            ("title", "{ en = \"A by-election\" }"),
            ("unit", "\"01\""),
            ("polling_day", "\"2030-05-12\""),
        ],
    );
    office.machine.ok(&format!("sign {draft} --key CEC-1.key --yes --out by.submission"));
    office.machine.ok("sign by.submission --key CEC-2.key --yes");
    office.machine.ok("submit by.submission --log-key log.key");
    office.refuses("opening 02.001 --contest by-01", &OPENING, "R7");
    office.refuses("turnout 02.001 --contest by-01", &TURNOUT, "R7");
    office.refuses("protocol 02.001 --contest by-01", &FIGURES[..5], "R7");
}

#[test]
fn a_protocol_after_the_result() {
    Stage::Certified.office().refuses("protocol 02.001", &FIGURES, "R32");
}

#[test]
fn a_dissent_from_a_seat_that_is_not_there() {
    let office = Stage::Enrolled.office();
    let draft = office.drafted("protocol 02.001", &FIGURES);
    let dissent = "\n[[dissent]]\nseat = 9\nopinion = \"Count again\"\n";
    office.machine.write(&draft, office.machine.text(&draft) + dissent);
    office.refuses_draft(&draft, "R4");
}

#[test]
fn dissents_out_of_order() {
    let dissent = |seat| Dissent { seat: Seat(seat), opinion: of("Count again") };
    let protocol = ProtocolSubmitted { dissent: vec![dissent(2), dissent(1)], ..sound("02.001") };
    refuses(Stage::Enrolled, Body::ProtocolSubmitted(protocol), LOW, "R39");
}

#[test]
fn a_protocol_with_too_many_scans() {
    let office = Stage::Enrolled.own();
    let count = u32::try_from(ATTACHMENTS_MAX).expect("it is small") + 1;
    let protocol = ProtocolSubmitted { attachments: bodies::scans(count), ..sound("02.001") };
    let submission = signed(office.ledger(), Body::ProtocolSubmitted(protocol), LOW);
    office.machine.write("paper.submission", submission.to_file());
    let typed = "submit paper.submission --log-key log.key --without-attachments";
    assert_eq!(office.machine.fails(typed, 6)["code"], "R39");
}

#[test]
fn a_protocol_signed_by_the_commission_above() {
    refuses_to_sign("protocol 02.001", &FIGURES, "02-1");
}

// Corrections.

/// What is in force stands in the draft, and only what is wrong is typed again.
#[test]
fn a_protocol_is_corrected() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    let values = [("reason", "\"one paper was counted twice\""), DECIDED, ("valid", "175"), ("03", "15")];
    story.life("correction 01.001", &values, &["01.001-1", "01.001-2"]);
    story.part("show 01.001", "/papers/0");
    story.part("tally --unit 01", "/contests/0");
    let found = office.machine.ok("findings --unit 01.001 --json").lines();
    assert!(found.iter().all(|finding| finding["code"] != "O1" && finding["code"] != "O2"), "it was sealed: {found:?}");
    story.holds("correction");
}

/// An opening figure that stands otherwise on the correction is told for ever; one that was never sealed too.
#[test]
fn a_correction_of_what_was_sealed_is_told() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    let values = [REASON, ("listed", "901")];
    story.life("correction 01.001", &values, MIDDLE);
    let found = office.machine.ok("findings --code O1 --json").lines();
    assert_eq!(found[0]["cells"], json!([{ "item": "listed", "stated": 901, "expected": 900 }]));
    assert_eq!(office.machine.ok("findings --code O2 --json").lines().len(), 2, "01.002 and 01.003 were never sealed");
    story.holds("correction-by-the-commission-above");
}

#[test]
fn scans_of_the_version_before_stay_in_the_draft() {
    let office = Stage::Enrolled.own();
    let protocol = ProtocolSubmitted { attachments: bodies::scans(1), ..sound("02.001") };
    let submission = signed(office.ledger(), Body::ProtocolSubmitted(protocol), LOW);
    office.machine.write("paper.submission", submission.to_file());
    office.machine.ok("submit paper.submission --log-key log.key --without-attachments");
    office.machine.write("again.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1]);
    let draft = office.machine.ok("draft correction 02.001 --attach again.jpg").out;
    assert_eq!(draft.matches("[[attachments]]").count(), 2, "{draft}");
    assert!(draft.contains("name   = \"0.jpg\"") && draft.contains("file = \"again.jpg\""), "{draft}");
}

#[test]
fn a_correction_of_another_version() {
    let values = and(REASON, &FIGURES);
    Stage::Evening.office().refuses(&format!("correction 01.001 --event {NOWHERE}"), &values, "R22");
}

#[test]
fn a_correction_before_any_protocol() {
    let values = and(REASON, &FIGURES);
    Stage::Evening.office().refuses(&format!("correction 02.001 --event {NOWHERE}"), &values, "R23");
}

#[test]
fn a_correction_after_the_annulment() {
    let values = and(REASON, &FIGURES);
    Stage::Evening.office().refuses(&format!("correction 01.003 --event {NOWHERE}"), &values, "R23");
}

#[test]
fn a_correction_with_an_item_missing() {
    Stage::Evening.office().refuses("correction 01.001", &[REASON, ("took", "\"\"")], "R15");
}

#[test]
fn a_correction_without_a_candidate() {
    Stage::Evening.office().refuses("correction 01.001", &[REASON, ("03", "\"\"")], "R17");
}

#[test]
fn a_correction_of_another_voting() {
    Stage::Evening.office().refuses("correction 01.001", &[REASON, ("voting", "2")], "R21");
}

#[test]
fn a_correction_after_the_result() {
    Stage::Certified.office().refuses("correction 01.001", &[REASON], "R32");
}

#[test]
fn a_correction_by_two_tiers_above() {
    refuses_to_sign("correction 01.001", &[REASON, ("form_serial", "\"AA 000002\"")], "CEC-1");
}

#[test]
fn a_correction_with_a_number_that_is_not_on_the_ballot() {
    let office = Stage::Evening.own();
    let replaces = office.protocol_of("01.001");
    let Body::ProtocolCorrected(mut corrected) = bodies::correction("01.001", replaces) else { panic!("it is one") };
    corrected.protocol.figures.votes.push((BallotNumber(9), Count(1)));
    office.refuses_body(Body::ProtocolCorrected(corrected), MIDDLE, "R18");
}

#[test]
fn a_correction_of_a_precinct_that_is_not_there() {
    refuses(Stage::Evening, bodies::correction("09.001", NOWHERE), MIDDLE, "R4");
}

// Annulments, failed and repeat votings.

#[test]
fn a_protocol_is_annulled() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    story.life("annulment 01.002", &[REASON, DECIDED], MIDDLE);
    story.part("show 01.002", "/papers/0");
    story.part("tally --unit 01", "/contests/0");
    story.holds("annulment");
}

#[test]
fn an_annulment_of_another_version() {
    Stage::Evening.office().refuses(&format!("annulment 01.001 --event {NOWHERE}"), &[REASON], "R22");
}

#[test]
fn an_annulment_of_nothing() {
    Stage::Evening.office().refuses(&format!("annulment 02.001 --event {NOWHERE}"), &[REASON], "R23");
}

#[test]
fn an_annulment_at_another_voting() {
    Stage::Evening.office().refuses("annulment 01.001", &[("voting", "2"), REASON], "R21");
}

#[test]
fn an_annulment_after_the_result() {
    Stage::Certified.office().refuses("annulment 01.001", &[REASON], "R32");
}

#[test]
fn an_annulment_by_the_precinct_itself() {
    refuses_to_sign("annulment 01.001", &[REASON], "01.001-1");
}

#[test]
fn a_voting_fails() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    story.life("failed-voting 02.001", &[("reason", "\"a flood\""), DECIDED], &["02-1", "02-2"]);
    story.part("tally --unit 02", "/contests/0");
    story.holds("failed-voting");
}

#[test]
fn a_failed_voting_after_the_protocol() {
    Stage::Evening.office().refuses("failed-voting 01.001", &[REASON], "R23");
}

#[test]
fn a_failed_voting_after_the_annulment() {
    Stage::Evening.office().refuses("failed-voting 01.003", &[REASON], "R23");
}

#[test]
fn a_voting_that_fails_twice() {
    Stage::Evening.office().refuses("failed-voting 01.004", &[REASON], "R23");
}

#[test]
fn a_failed_voting_at_another_voting() {
    Stage::Evening.office().refuses("failed-voting 02.001", &[("voting", "2"), REASON], "R21");
}

#[test]
fn a_failed_voting_after_the_result() {
    Stage::Certified.office().refuses("failed-voting 02.001", &[REASON], "R32");
}

#[test]
fn a_failed_voting_by_the_precinct_itself() {
    refuses_to_sign("failed-voting 02.001", &[REASON], "02.001-1");
}

/// After it the paper is awaited again, at the next voting, and the draft knows which that is.
#[test]
fn a_repeat_voting_is_called() {
    let office = Stage::Evening.own();
    let mut story = Story::new(&office);
    story.life("repeat-voting 01.003", &[("day", "\"2030-05-19\""), REASON, DECIDED], MIDDLE);
    story.life("protocol 01.003", &FIGURES, &["01.003-1", "01.003-3"]);
    story.part("show 01.003", "/papers/0");
    story.holds("repeat-voting");
}

#[test]
fn a_repeat_voting_where_the_first_one_counts() {
    Stage::Evening.office().refuses("repeat-voting 01.001", &[("day", "\"2030-05-19\""), REASON], "R23");
}

#[test]
fn a_repeat_voting_before_the_first_one() {
    Stage::Evening.office().refuses("repeat-voting 02.001", &[("day", "\"2030-05-19\""), REASON], "R23");
}

#[test]
fn a_repeat_voting_of_another_voting() {
    let values = [("voting", "2"), ("day", "\"2030-05-19\""), REASON];
    Stage::Evening.office().refuses("repeat-voting 01.003", &values, "R21");
}

#[test]
fn a_repeat_voting_after_the_result() {
    Stage::Certified.office().refuses("repeat-voting 01.003", &[("day", "\"2030-05-19\""), REASON], "R32");
}

#[test]
fn a_repeat_voting_called_by_the_precinct_itself() {
    refuses_to_sign("repeat-voting 01.003", &[("day", "\"2030-05-19\""), REASON], "01.003-1");
}

/// What was signed for the first voting comes too late once the second is called.
#[test]
fn a_protocol_of_the_first_voting_after_the_second_was_called() {
    let office = Stage::Evening.own();
    office.take(vec![(bodies::repeat_voting("01.004"), MIDDLE)]);
    office.refuses_body(bodies::protocol("01.004"), &["01.004-1", "01.004-2"], "R21");
    let again = Paper { voting: Voting(2), ..paper("01.004") };
    let body = Body::ProtocolSubmitted(ProtocolSubmitted { paper: again, ..sound("01.004") });
    office.take(vec![(body, &["01.004-1", "01.004-2"])]);
}
