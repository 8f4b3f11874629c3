//! Lies that nothing told.

mod policies;
use std::sync::OnceLock;

use protokol::crypto::wire;
use protokol::domain::closing::ResultCertified;
use protokol::domain::id::{EventHash, UnitId};
use protokol::domain::number::{BallotNumber, Count, Size, Total, Voting};
use protokol::domain::protocol::{Figures, ProtocolSubmitted, TurnoutReported};
use protokol::domain::statement::Body;
use protokol::domain::summary::{Counters, SummaryCorrected, SummarySubmitted};
use protokol::ledger::tree::merkle::CompactRange;
use protokol::ledger::tree::node::leaf_hash;
use serde_json::Value;

use crate::stages::bodies::{self, of, sound, sum};
use crate::stages::office::{Office, Stage};

const TOP: &[&str] = &["CEC-1", "CEC-2"];
const MIDDLE: &[&str] = &["01-1", "01-2"];
const LOW: &[&str] = &["02.001-1", "02.001-2"];

/// The findings of a code, of a unit: its cells by name.
fn cells(office: &Office, code: &str, unit: &str) -> Vec<String> {
    let found = found(office, code, unit);
    assert!(found.len() <= 1, "told once: {found:?}");
    let cells = found.iter().flat_map(|finding| finding["cells"].as_array().expect("cells"));
    cells.map(|cell| cell["item"].as_str().expect("a name").to_owned()).collect()
}

fn found(office: &Office, code: &str, unit: &str) -> Vec<Value> {
    let mut all = office.machine.ok("findings --json").lines();
    all.retain(|finding| finding["code"] == code && finding["unit"] == unit);
    all
}

/// A protocol that decides: candidate 2 has most votes.
fn decisive(unit: &str) -> ProtocolSubmitted {
    let votes = [(1, 10), (2, 150), (3, 16)].map(|(number, votes)| (BallotNumber(number), Count(votes)));
    ProtocolSubmitted { figures: Figures { votes: votes.to_vec(), ..bodies::figures() }, ..sound(unit) }
}

/// Summaries of 01 and of all, made in the evening. Then the votings that were annulled or failed are held again, a
/// precinct is formed, one that was awaited reports, and only then the summaries are handed in.
fn summed_too_early() -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let office = Stage::Evening.own();
        for (unit, out) in [("01", "early-01"), ("CEC", "early-all")] {
            office.machine.ok(&format!("draft summary {unit} --out {out}.toml"));
            office.machine.ok(&format!("sign {out}.toml --key {unit}-1.key --yes"));
            office.machine.ok(&format!("sign {out}.submission --key {unit}-2.key --yes"));
        }
        let again = |unit| (bodies::repeat_voting(unit), MIDDLE);
        office.take(vec![again("01.003"), again("01.004"), (bodies::commission("01.005"), MIDDLE)]);
        let second = |unit| {
            let mut protocol = decisive(unit);
            protocol.paper.voting = Voting::FIRST.next();
            Body::ProtocolSubmitted(protocol)
        };
        office.take(vec![
            (second("01.003"), &["01.003-1", "01.003-2"]),
            (second("01.004"), &["01.004-1", "01.004-2"]),
            (bodies::protocol("01.005"), &["01.005-1", "01.005-2"]),
            (bodies::protocol("02.001"), LOW),
        ]);
        office.machine.ok("submit early-01.submission --log-key log.key");
        office.machine.ok("submit early-all.submission --log-key log.key");
        office
    })
}

#[test]
fn a_summary_was_made_before_an_annulled_voting_was_held_again() {
    assert!(cells(summed_too_early(), "S3", "01").contains(&"01.003".to_owned()));
}

#[test]
fn a_summary_was_made_before_a_failed_voting_was_held_again() {
    assert!(cells(summed_too_early(), "S3", "01").contains(&"01.004".to_owned()));
}

#[test]
fn a_summary_was_made_before_one_of_its_units_was_formed() {
    assert!(cells(summed_too_early(), "S3", "01").contains(&"01.005".to_owned()));
}

#[test]
fn a_summary_was_made_before_an_awaited_protocol_came_in() {
    assert_eq!(cells(summed_too_early(), "S3", "CEC"), ["01.003", "01.004", "01.005", "02.001"]);
    assert_eq!(cells(summed_too_early(), "S4", "CEC"), ["protocols"], "and it could not be recomputed");
}

/// The root of the protocols that a summary took as its basis.
fn root(used: &[(&str, EventHash)]) -> protokol::crypto::hash::TreeHash {
    let mut tree = CompactRange::default();
    for (unit, event) in used {
        tree.push(leaf_hash(&wire::encode(&(of::<UnitId>(unit), *event)).expect("it is short")));
    }
    tree.root()
}

/// A summary of 01 or of all that is true of what it takes as its basis, and leaves other protocols out.
fn leaving_out(office: &Office, unit: &str, left_out: &[&str], used: &[&str]) -> SummarySubmitted {
    let events: Vec<_> = used.iter().map(|unit| (*unit, office.protocol_of(unit))).collect();
    let times = |figure: u64| Total(figure * used.len() as u64);
    let mut summary = sum(unit);
    summary.totals.items = bodies::figures().items.iter().map(|item| item.map(|c| times(u64::from(c.0)))).collect();
    summary.totals.votes.iter_mut().for_each(|(_, votes)| *votes = times(votes.0));
    if used.is_empty() {
        summary.totals.items = vec![None; summary.totals.items.len()];
    }
    let units = if unit == "CEC" { 5 } else { 4 };
    let received = units - 1;
    summary.counters = Counters { units, received, taken_as_basis: used.len() as u32, failed: 1, annulled: 1 };
    summary.left_out = left_out.iter().map(|unit| of(unit)).collect();
    let size = office.machine.json("tally")["size"].as_u64().expect("a size");
    SummarySubmitted { made_at: Size(size), root: root(&events), ..summary }
}

#[test]
fn a_summary_left_out_a_valid_protocol() {
    let office = Stage::Evening.own();
    let summary = leaving_out(&office, "01", &["01.002"], &["01.001"]);
    office.take(vec![(Body::SummarySubmitted(summary), MIDDLE)]);
    assert_eq!(cells(&office, "S5", "01"), ["01.002"]);
    let told = &found(&office, "S5", "01")[0];
    assert_eq!((&told["severity"], &told["cells"][0]["expected"]), (&"warning".into(), &176.into()));
    assert!(found(&office, "S1", "01").is_empty() && found(&office, "S2", "01").is_empty(), "it is true else");
    let told = office.machine.ok("findings --code S5 --lang en").out;
    assert!(told.contains("01.002") && told.contains("176"), "{told}");
    let line = office.machine.ok("log --kind summary").out;
    assert!(line.contains("01.002"), "a line of the log names what is left out: {line}");
}

#[test]
fn a_summary_was_told_of_changes_in_a_unit_that_it_leaves_out() {
    let office = Stage::Evening.own();
    let summary = leaving_out(&office, "01", &["01.002"], &["01.001"]);
    office.take(vec![(Body::SummarySubmitted(summary), MIDDLE)]);
    office.take(vec![(bodies::correction("01.002", office.protocol_of("01.002")), MIDDLE)]);
    assert!(found(&office, "S3", "01").is_empty(), "it never used it");
    assert_eq!(cells(&office, "S5", "01"), ["01.002"]);
    office.take(vec![(bodies::correction("01.001", office.protocol_of("01.001")), MIDDLE)]);
    assert_eq!(cells(&office, "S3", "01"), ["01.001"]);
}

#[test]
fn a_wrong_size_of_a_summary_could_not_be_put_right() {
    let office = Stage::Evening.own();
    let summary = leaving_out(&office, "01", &[], &["01.001", "01.002"]);
    let slip = SummarySubmitted { made_at: Size(summary.made_at.0 - 4), ..summary.clone() };
    let replaces = office.take(vec![(Body::SummarySubmitted(slip), MIDDLE)])[0];
    assert!(!found(&office, "S2", "01").is_empty());
    let Body::SummaryCorrected(corrected) = bodies::summary_correction("01", replaces) else {
        unreachable!("it is one")
    };
    office.take(vec![(Body::SummaryCorrected(SummaryCorrected { summary, ..corrected }), MIDDLE)]);
    let left = office.machine.ok("findings --json").lines();
    assert!(!left.iter().any(|finding| finding["code"].as_str().is_some_and(|code| code.starts_with('S'))), "{left:?}");
}

/// A country where 02.001 decides, and a summary without it.
fn without_the_decisive_one() -> Office {
    let office = Stage::Evening.own();
    office.take(vec![(Body::ProtocolSubmitted(decisive("02.001")), LOW)]);
    office
}

#[test]
fn a_summary_left_out_the_votes_that_decide() {
    let office = without_the_decisive_one();
    let summary = leaving_out(&office, "CEC", &["02.001"], &["01.001", "01.002"]);
    office.take(vec![(Body::SummarySubmitted(summary), TOP)]);
    assert_eq!(cells(&office, "S6", "CEC"), ["02.001", "cand_01", "cand_02", "cand_03"]);
    assert!(found(&office, "S5", "CEC").is_empty(), "one fact is told once");
    assert!(found(&office, "S1", "CEC").is_empty() && found(&office, "S2", "CEC").is_empty(), "it is true else");
}

#[test]
fn a_summary_left_out_every_protocol() {
    let office = Stage::Evening.own();
    let summary = leaving_out(&office, "01", &["01.001", "01.002"], &[]);
    let summary = SummarySubmitted { counters: Counters { received: 3, ..summary.counters }, ..summary };
    office.take(vec![(Body::SummarySubmitted(summary), MIDDLE)]);
    assert_eq!(cells(&office, "S6", "01")[..2], ["01.001", "01.002"]);
}

/// A result certified for the candidates of these numbers.
fn certified(elected: &[u16]) -> Body {
    let Body::ResultCertified(certified) = bodies::certification() else { unreachable!("it is one") };
    let elected = elected.iter().map(|number| BallotNumber(*number)).collect();
    Body::ResultCertified(ResultCertified { elected, ..certified })
}

#[test]
fn somebody_was_certified_who_does_not_lead() {
    let office = without_the_decisive_one();
    let values = [("body", "\"the court\""), ("elected", "[1]")];
    let draft = office.drafted("certification --contest main", &values);
    let told = office.machine.run(&format!("check {draft} --json")).exits(5).json();
    assert_eq!(told["findings"][0]["code"], "L1", "the commission is told before it signs");
    office.take(vec![(certified(&[1]), TOP)]);
    assert_eq!(cells(&office, "L1", "CEC"), ["cand_01", "cand_02"]);
    assert_eq!(found(&office, "L1", "CEC")[0]["event"], office.last("certification").to_string());
    // A commission that is formed afterwards makes it no better.
    office.take(vec![(bodies::commission("02.002"), &["02-1", "02-2"])]);
    assert_eq!(cells(&office, "L1", "CEC"), ["cand_01", "cand_02"]);
}

#[test]
fn somebody_was_certified_who_does_not_lead_while_papers_are_awaited() {
    let office = Stage::Evening.own();
    office.take(vec![(certified(&[3]), TOP)]);
    assert_eq!(cells(&office, "L2", "CEC"), ["cand_01", "cand_02", "cand_03"]);
    assert!(found(&office, "L1", "CEC").is_empty(), "others may still come in");
}

#[test]
fn an_honest_result_is_not_accused() {
    for elected in [&[2][..], &[1, 3]] {
        let office = without_the_decisive_one();
        office.take(vec![(certified(elected), TOP)]);
        let results = office.machine.ok("findings --json").lines();
        assert!(!results.iter().any(|finding| finding["code"].as_str().is_some_and(|code| code.starts_with('L'))));
    }
}

/// A report or bulletin at noon.
fn turnout(unit: &str, voters: u32, stations: Option<u32>) -> Body {
    let Body::TurnoutReported(report) = bodies::turnout(unit) else { unreachable!("it is one") };
    Body::TurnoutReported(TurnoutReported { voters: Count(voters), stations: stations.map(Count), ..report })
}

#[test]
fn a_turnout_was_above_the_electorate() {
    let office = without_the_decisive_one();
    let (all, most) = (turnout("02", 901, None), turnout("CEC", 2700, Some(5)));
    office.take(vec![(turnout("02.001", 950, None), LOW), (all, &["02-1", "02-2"]), (most, TOP)]);
    assert_eq!(cells(&office, "T3", "02.001"), ["12:00"]);
    assert_eq!(cells(&office, "T3", "02"), ["12:00"]);
    assert!(found(&office, "T3", "CEC").is_empty(), "not every list of voters is known there");
    assert!(found(&office, "T3", "01.001").is_empty());
}

/// A bulletin of all units, and a true summary of those that are left.
#[test]
fn a_true_summary_of_fewer_units_made_an_honest_bulletin_a_lie() {
    let silent = |office: &Office, unit: &str| {
        assert!(found(office, "T3", unit).is_empty(), "{unit} has other lists");
        assert!(found(office, "T1", unit).is_empty(), "{unit} has other voters");
    };
    let office = without_the_decisive_one();
    // Of 01 one voting was annulled and one failed.
    office.take(vec![(turnout("01", 2000, None), MIDDLE), (turnout("CEC", 2800, None), TOP)]);
    let sum = leaving_out(&office, "01", &[], &["01.001", "01.002"]);
    office.take(vec![(Body::SummarySubmitted(sum), MIDDLE)]);
    silent(&office, "01");
    // Of all, units are left out besides.
    let sum = leaving_out(&office, "CEC", &["02.001"], &["01.001", "01.002"]);
    office.take(vec![(Body::SummarySubmitted(sum), TOP)]);
    silent(&office, "CEC");
    // A summary of all its units says what a bulletin may be, and its own figure is always held against its lists.
    let mut sum = leaving_out(&office, "02", &[], &["02.001"]);
    sum.counters = Counters { units: 1, received: 1, taken_as_basis: 1, failed: 0, annulled: 0 };
    office.take(vec![(turnout("02", 901, None), &["02-1", "02-2"])]);
    office.take(vec![(Body::SummarySubmitted(sum), &["02-1", "02-2"])]);
    assert_eq!(cells(&office, "T3", "02"), ["12:00"]);
    assert_eq!(cells(&office, "T1", "02"), ["12:00"]);
}

#[test]
fn an_early_summary_made_an_honest_bulletin_a_lie() {
    let office = Stage::Evening.own();
    let sum = leaving_out(&office, "CEC", &[], &["01.001", "01.002"]);
    office.take(vec![(turnout("CEC", 2000, None), TOP), (Body::SummarySubmitted(sum.clone()), TOP)]);
    assert_eq!(cells(&office, "S4", "CEC"), ["protocols"]);
    assert!(found(&office, "T3", "CEC").is_empty() && found(&office, "T1", "CEC").is_empty());
    let mut above = sum;
    above.totals.items[2] = Some(Total(1900));
    let Body::SummaryCorrected(corrected) = bodies::summary_correction("CEC", office.last("summary")) else {
        unreachable!("it is one")
    };
    office.take(vec![(Body::SummaryCorrected(SummaryCorrected { summary: above, ..corrected }), TOP)]);
    assert_eq!(found(&office, "T3", "CEC")[0]["cells"].as_array().map(Vec::len), Some(1), "its own figure alone");
}

#[test]
fn more_stations_reported_than_there_are() {
    let office = Stage::Evening.own();
    office.take(vec![(turnout("01", 90, Some(5)), MIDDLE), (turnout("CEC", 90, Some(5)), TOP)]);
    assert_eq!(cells(&office, "T4", "01"), ["12:00"]);
    assert!(found(&office, "T4", "CEC").is_empty(), "there are five");
    let told = office.machine.ok("findings --code T4 --lang en").out;
    assert!(told.contains('5') && told.contains('4'), "{told}");
}
