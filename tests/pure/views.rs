//! What the tallies and the shown papers tell beside the sums: how much is without a valid result, what an observer's
//! copy agreed with and agrees with now, which complaints came in time, who corrected, and turnout by hour.

use protokol::domain::code::Code;
use protokol::domain::commission::{Member, MemberReplaced, Office};
use protokol::domain::complaint::{ComplaintDecided, ComplaintFiled, Outcome};
use protokol::domain::form::Role;
use protokol::domain::id::EventHash;
use protokol::domain::manifest::{Invalidity, Manifest, Ratio};
use protokol::domain::number::{Count, Seat, Size, Total};
use protokol::domain::observer::{CopyContent, CopyFiled, ObserverAccredited, ObserverRole};
use protokol::domain::protocol::{ProtocolAnnulled, ProtocolCorrected, TurnoutReported};
use protokol::domain::statement::Body;
use protokol::tally::invalidity::{Extent, extent};
use protokol::tally::{complaints, copies, history, turnout};

use crate::kit::tiny::*;

const TOP: [By<'static>; 1] = [("TOP", "1")];
const OBSERVER: [By<'static>; 1] = [("observer:", "o1")];

/// Five precincts of one member; the one item counts the voters on the list.
fn begun(change: impl FnOnce(&mut Manifest)) -> Ledger {
    let mut manifest = tiny_manifest();
    manifest.form.items[0].role = Some(Role::Electorate);
    manifest.form.checks.clear();
    change(&mut manifest);
    let mut ledger = Ledger::default();
    let formed = ["P1", "P2", "P3", "P4", "P5"].map(|unit| commission(&manifest, unit, "precinct", Some("TOP")));
    ledger.say(Body::ElectionCalled(founding(manifest, "TOP")), &TOP).expect("admissible");
    for precinct in formed {
        ledger.say(Body::CommissionFormed(precinct), &TOP).expect("admissible");
    }
    ledger.say(candidate(1, "Candidate A"), &TOP).expect("admissible");
    let accredited = ObserverAccredited {
        observer: id("o1"),
        organisation: text("Watchers"),
        role: ObserverRole::Domestic,
        scope: id("TOP"),
        key: key(OBSERVER[0]).public(),
    };
    ledger.say(Body::ObserverAccredited(accredited), &TOP).expect("admissible");
    ledger
}

fn report(ledger: &mut Ledger, unit: &str, listed: u32) -> EventHash {
    let paper = Body::ProtocolSubmitted(protocol(unit, &[listed], &[(1, 10)]));
    ledger.say(paper, &[(unit, "1")]).expect("admissible")
}

fn annul(ledger: &mut Ledger, unit: &str, protocol: EventHash) {
    let annulled = ProtocolAnnulled { paper: paper(unit), protocol, reason: text("x"), decision: decision() };
    ledger.say(Body::ProtocolAnnulled(annulled), &TOP).expect("admissible");
}

/// More than two fifths of the precincts, with more than a quarter of the voters: both, and more.
#[test]
fn a_contest_is_invalid_above_both_shares_and_not_at_them() {
    let share = |of, all| Ratio { of, all };
    let rule = Invalidity { units: share(2, 5), voters: share(1, 4) };
    let mut ledger = begun(|manifest| manifest.invalidity = Some(rule));
    let events: Vec<_> =
        [("P1", 25), ("P2", 25), ("P3", 1), ("P4", 100), ("P5", 49)].map(|(u, n)| report(&mut ledger, u, n)).into();
    let now = |ledger: &Ledger| extent(&ledger.model, &id("round-1"), ledger.size()).expect("there is a rule");
    let of = |units, voters, is_invalid| Extent {
        units,
        units_of: 5,
        voters: Total(voters),
        voters_of: Total(200),
        is_invalid,
    };
    assert_eq!(now(&ledger), of(0, 0, false));
    annul(&mut ledger, "P1", events[0]);
    annul(&mut ledger, "P2", events[1]);
    assert_eq!(now(&ledger), of(2, 50, false), "two fifths and a quarter are not more");
    annul(&mut ledger, "P3", events[2]);
    assert_eq!(now(&ledger), of(3, 51, true));
    let mut ledger = begun(|_| {});
    report(&mut ledger, "P1", 1);
    assert_eq!(extent(&ledger.model, &id("round-1"), ledger.size()), None, "no rule, no verdict");
}

#[test]
fn a_copy_is_held_against_the_version_of_its_day_and_the_one_of_today() {
    let mut ledger = begun(|_| {});
    let first = report(&mut ledger, "P1", 25);
    let handed = CopyContent::Handed { figures: figures(&[25], &[(1, 10)]), attachments: Vec::new() };
    ledger.say(Body::CopyFiled(CopyFiled { paper: paper("P1"), content: handed }), &OBSERVER).expect("admissible");
    let before = ledger.size();
    let correction = ProtocolCorrected {
        replaces: first,
        reason: text("counted again"),
        decision: decision(),
        protocol: protocol("P1", &[25], &[(1, 9)]),
    };
    ledger.say(Body::ProtocolCorrected(correction), &[("P1", "1")]).expect("admissible");
    let row = ledger.model.paper(&id("round-1"), &id("P1")).expect("a paper");
    let at = |size: Size| {
        let compared = copies::compared(&ledger.model, row, size);
        let code = |against: Option<&copies::CopyComparison<'_>>| {
            against.expect("a version").differs.as_ref().map(|(code, cells)| (*code, cells.len()))
        };
        (code(compared[0].then.as_ref()), code(compared[0].now.as_ref()))
    };
    assert_eq!(at(before), (None, None));
    assert_eq!(at(ledger.size()), (None, Some((Code::C1, 1))), "it agreed with what stood when it was filed");
}

#[test]
fn a_complaint_has_its_term_and_its_decision() {
    let mut ledger = begun(|manifest| manifest.complaint_hours = Some(1));
    let event = report(&mut ledger, "P1", 25);
    let filed = |subject: &str| {
        let text_sha256 = protokol::crypto::hash::FileDigest([4; 32]);
        Body::ComplaintFiled(ComplaintFiled { against: event, subject: text(subject), text_sha256 })
    };
    let in_time = ledger.say(filed("the copy was refused"), &OBSERVER).expect("admissible");
    let late = ledger.signed(filed("nobody could see the count"), &OBSERVER).encode();
    let envelope = ledger.head.seal(instant(START + 100 * 3_600_000), late).encode();
    ledger.put(envelope).expect("what is late is told, not refused");
    let decided =
        ComplaintDecided { complaint: in_time, outcome: Outcome::Upheld, reason: text("it was"), decision: decision() };
    ledger.say(Body::ComplaintDecided(decided), &TOP).expect("admissible");
    let row = ledger.model.paper(&id("round-1"), &id("P1")).expect("a paper");
    let told = complaints::against(&ledger.model, &row.steps[0].provenance, ledger.size());
    let told: Vec<_> =
        told.iter().map(|complaint| (complaint.is_late(), complaint.is_decided(ledger.size()))).collect();
    assert_eq!(told, [(false, true), (true, false)]);
}

#[test]
fn a_correction_by_newcomers_is_told() {
    let mut ledger = begun(|_| {});
    let event = report(&mut ledger, "P1", 25);
    let member = Member {
        seat: Seat(1),
        name: text("A new member"),
        office: Office::Chair,
        nominated_by: text(""),
        key: key(("P1", "next")).public(),
    };
    let replaced = MemberReplaced { unit: id("P1"), reason: text("moved away"), member };
    ledger.say(Body::MemberReplaced(replaced), &TOP).expect("admissible");
    let correction = ProtocolCorrected {
        replaces: event,
        reason: text("counted again"),
        decision: decision(),
        protocol: protocol("P1", &[24], &[(1, 10)]),
    };
    ledger.say(Body::ProtocolCorrected(correction), &[("P1", "next")]).expect("admissible");
    let form = &ledger.model.election().expect("founded").founding.manifest.form;
    let row = ledger.model.paper(&id("round-1"), &id("P1")).expect("a paper");
    let lineage = history::versions(&ledger.model, form, row, ledger.size());
    let replaced = lineage[1].replaced.as_ref().expect("a correction");
    assert!(replaced.by_newcomers);
    let change = &replaced.changes[0];
    assert_eq!((change.item.as_str(), change.before, change.after), ("valid_votes", Some(Count(25)), Some(Count(24))));
}

#[test]
fn turnout_is_summed_over_the_stations_that_reported() {
    let mut ledger = begun(|_| {});
    let mut say = |unit: &str, hour: &str, voters, stations: Option<u32>| {
        let reported = TurnoutReported {
            paper: paper(unit),
            as_of: id(hour),
            voters: Count(voters),
            stations: stations.map(Count),
        };
        ledger.say(Body::TurnoutReported(reported), &[(unit, "1")]).expect("admissible");
    };
    say("P1", "10:00", 3, None);
    say("P2", "10:00", 4, None);
    say("P1", "12:00", 7, None);
    say("P1", "12:00", 8, None);
    say("TOP", "12:00", 1000, Some(4));
    let hours = turnout::by_hour(&ledger.model, &id("round-1"), &id("TOP"), ledger.size());
    let hours: Vec<_> = hours.into_iter().map(|(hour, sum)| (hour.to_string(), sum.voters.0, sum.stations)).collect();
    assert_eq!(hours, [("10:00".to_owned(), 7, 2), ("12:00".to_owned(), 8, 1)]);
    let bulletins = turnout::last_reports(&ledger.model, &id("round-1"), &id("TOP"), ledger.size());
    let told = bulletins.values().next().expect("a bulletin");
    assert_eq!((told.voters, told.stations), (Count(1000), Some(Count(4))));
}
