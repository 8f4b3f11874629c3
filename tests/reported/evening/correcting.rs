//! What a correction and a certification must say.

use protokol::domain::closing::ResultCertified;
use protokol::domain::statement::Body;
use protokol::domain::text::Text;

use crate::stages::bodies::{self, sound};
use crate::stages::office::{Office, Stage};

const TOP: &[&str] = &["CEC-1", "CEC-2"];
const REASON: (&str, &str) = ("reason", "\"counted again\"");
const COURT: (&str, &str) = ("body", "\"the court\"");

/// What check says of a draft, and that nobody can sign it.
fn refuses(office: &Office, typed: &str, values: &[(&str, &str)], signer: &str, code: &str) {
    let draft = office.drafted(typed, values);
    office.refuses_draft(&draft, code);
    let signing = format!("sign {draft} --key {signer}.key --yes --out never.submission");
    assert_eq!(office.machine.fails(&signing, 6)["code"], code);
}

#[test]
fn an_untouched_correction_counted_as_corrected() {
    let office = Stage::Evening.own();
    refuses(&office, "correction 01.002", &[], "01.002-1", "R41");
    refuses(&office, "correction 01.002", &[REASON], "01.002-1", "R41");
    refuses(&office, "correction 01.002", &[("form_serial", "\"AA 7\"")], "01.002-1", "R40");
    // What another program made is refused by the ledger itself.
    let replaces = office.protocol_of("01.002");
    let Body::ProtocolCorrected(corrected) = bodies::correction("01.002", replaces) else { unreachable!("it is one") };
    let same = Body::ProtocolCorrected(protokol::domain::protocol::ProtocolCorrected {
        protocol: sound("01.002"),
        ..corrected.clone()
    });
    let silent = protokol::domain::protocol::ProtocolCorrected { reason: Text::default(), ..corrected };
    office.refuses_body(same, &["01.002-1", "01.002-2"], "R41");
    office.refuses_body(Body::ProtocolCorrected(silent), &["01.002-1", "01.002-2"], "R40");
}

#[test]
fn an_untouched_summary_correction_counted_as_corrected() {
    let office = Stage::Night.office();
    refuses(office, "summary-correction 01", &[], "01-1", "R40");
    let made_at = Stage::Evening.office().machine.json("tally")["size"].to_string();
    refuses(office, "summary-correction 01", &[REASON, ("made_at", &made_at)], "01-1", "R41");
}

#[test]
fn acts_gave_no_reason() {
    let office = Stage::Evening.office();
    refuses(office, "annulment 01.001", &[], "01-1", "R40");
    refuses(office, "failed-voting 02.001", &[], "02-1", "R40");
    refuses(office, "repeat-voting 01.003", &[("day", "\"2030-05-19\"")], "01-1", "R40");
    refuses(office, "accreditation-end", &[("observer", "\"local\"")], "CEC-1", "R40");
}

#[test]
fn an_untouched_certification_closed_the_papers() {
    let office = Stage::Night.own();
    let typed = "certification --contest main";
    for values in [&[][..], &[("elected", "[1]")], &[COURT], &[COURT, ("elected", "[1]"), ("nobody", "true")]] {
        refuses(&office, typed, values, "CEC-1", "R42");
    }
    let Body::ResultCertified(certified) = bodies::certification() else { unreachable!("it is one") };
    let silent = ResultCertified { elected: Vec::new(), ..certified.clone() };
    office.refuses_body(Body::ResultCertified(silent), TOP, "R42");
    let nobody = ResultCertified { elected: Vec::new(), nobody: true, ..certified };
    office.take(vec![(Body::ResultCertified(nobody), TOP)]);
    let told = office.machine.ok("log --kind certification --lang en").out;
    assert!(told.contains("nobody elected"), "{told}");
}

#[test]
fn a_certified_result_was_shown_like_any_other() {
    let office = Stage::Certified.office();
    for typed in ["tally", "show CEC"] {
        let told = office.machine.ok(&format!("{typed} --lang en")).out;
        let line = told.lines().find(|line| line.starts_with("Certified by the court"));
        assert!(line.is_some_and(|line| line.contains("No 7") && line.contains("Candidate A")), "{told}");
        assert!(!Stage::Night.office().machine.ok(&format!("{typed} --lang en")).out.contains("Certified"));
    }
    let event = office.last("certification").to_string();
    for (typed, list) in [("tally", "contests"), ("show CEC", "contests")] {
        let certified = &office.machine.json(typed)[list][0]["certified"];
        assert_eq!(certified["event"], event, "{certified}");
        assert_eq!((&certified["by"], &certified["elected"][0]), (&"the court".into(), &1.into()), "{certified}");
        assert_eq!(certified["nobody"], false);
        assert!(Stage::Night.office().machine.json(typed)[list][0]["certified"].is_null());
    }
    let before = office.machine.json("tally --at 10");
    assert!(before["contests"][0]["certified"].is_null(), "it was not certified then");
}

#[test]
fn nobody_was_told_what_an_act_ends_for_ever() {
    let office = Stage::Night.own();
    let draft = office.drafted("certification --contest main", &[COURT, ("elected", "[1]")]);
    let closing = office.drafted("closing", &[("reference", "\"No 9\"")]);
    for (draft, word) in [(draft, "main"), (closing, "ledger")] {
        let checked = office.machine.ok(&format!("check {draft} --lang en"));
        let signed =
            office.machine.ok(&format!("sign {draft} --key CEC-1.key --yes --out {draft}.submission --lang en"));
        for said in [checked.out + &checked.err, signed.out + &signed.err] {
            let line = said.lines().find(|line| line.starts_with("For ever"));
            assert!(line.is_some_and(|line| line.contains(word)), "{said}");
            assert!(said.contains("main: Protocols in force: 2 of 5, 1 awaited"), "{said}");
        }
    }
    let annulment = office.drafted("annulment 01.001", &[REASON]);
    let said = office.machine.ok(&format!("check {annulment} --lang en"));
    assert!(!(said.out + &said.err).contains("For ever"), "what can be put right is not warned of");
}
