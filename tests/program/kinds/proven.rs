//! A ledger in which everything happened that can: what proven rows tell of it is what its journal tells.

use std::collections::BTreeSet;

use protokol::domain::candidate::CandidateWithdrawn;
use protokol::domain::candidate::NominationApproved;
use protokol::domain::closing::ResultCertified;
use protokol::domain::commission::{KeyRevoked, Member, MemberReplaced};
use protokol::domain::contest::{Contest, ContestCalled};
use protokol::domain::decision::Decision;
use protokol::domain::id::EventHash;
use protokol::domain::number::{BallotNumber, Count, Seat, Voting};
use protokol::domain::observer::{AccreditationWithdrawn, CopyContent, CopyFiled};
use protokol::domain::protocol::{Figures, Paper, ProtocolCorrected, ProtocolSubmitted};
use protokol::domain::statement::{Body, Kind};
use protokol::domain::text::Localised;

use super::bodies::{self, of};
use super::office::{Office, Stage, key};
use crate::proven::agree;
use crate::served::described;

const TOP: &[&str] = &["CEC-1", "CEC-2"];
const MIDDLE: &[&str] = &["01-1", "01-2"];

fn decision() -> Decision {
    Decision { reference: of("No 7"), date: None }
}

fn contest(id: &str, unit: Option<&str>) -> Body {
    let title = Localised::new(vec![("en".to_owned().try_into().expect("a language"), of(id))]).expect("one language");
    let contest = Contest { id: of(id), title, unit: unit.map(of), polling_day: of("2030-05-12") };
    Body::ContestCalled(ContestCalled { decision: decision(), contest })
}

fn with_votes(first: u32) -> Figures {
    let figures = bodies::figures();
    let votes = figures.votes.into_iter().map(|(number, votes)| match number {
        BallotNumber(1) => (number, Count(first)),
        _ => (number, votes),
    });
    Figures { votes: votes.collect(), ..figures }
}

fn corrected(unit: &str, replaces: EventHash, figures: Figures) -> Body {
    let protocol = ProtocolSubmitted { figures, form_serial: of("AA 000002"), ..bodies::sound(unit) };
    Body::ProtocolCorrected(ProtocolCorrected { replaces, reason: of("counted again"), decision: decision(), protocol })
}

/// Contests are called, candidates nominated and withdrawn, observers come and go.
fn structure(office: &Office) {
    let nomination = Body::NominationApproved(NominationApproved {
        contest: of("main"),
        nominated_by: of("herself"),
        names: Localised::new(vec![("en".to_owned().try_into().expect("a language"), of("D"))]).expect("one language"),
        decision: decision(),
    });
    let withdrawn = Body::CandidateWithdrawn(CandidateWithdrawn {
        contest: of("main"),
        number: BallotNumber(4),
        reason: of("withdrew"),
        decision: decision(),
    });
    office.take(vec![
        (contest("main-2", None), TOP),
        (contest("local", Some("02")), TOP),
        (nomination, TOP),
        (bodies::candidate(4), TOP),
        (withdrawn, TOP),
        (bodies::commission("02.002"), &["02-1", "02-2"]),
        (bodies::observer("another", "02"), &["02-1", "02-2"]),
    ]);
    let ended = Body::AccreditationWithdrawn(AccreditationWithdrawn { observer: of("local"), reason: of("ended") });
    office.take(vec![(ended, &["02-1", "02-2"])]);
}

/// Papers are opened, reported, corrected by newcomers, contradicted by copies, annulled, and voted on again.
fn papers(office: &Office) -> EventHash {
    office.take(vec![(bodies::opening("01.001"), &["01.001-1", "01.001-2"])]);
    office.take(vec![
        (bodies::turnout("01.001"), &["01.001-1"]),
        (bodies::turnout("01"), &["01-1"]),
        (bodies::turnout("CEC"), &["CEC-1"]),
    ]);
    let events = office.take(vec![
        (bodies::protocol("01.001"), &["01.001-1", "01.001-2"]),
        (bodies::protocol("01.002"), &["01.002-1", "01.002-2"]),
        (bodies::protocol("01.003"), &["01.003-1", "01.003-2"]),
    ]);
    let fresh = Member { key: key("fresh").public(), ..bodies::member("01.002", 2) };
    let replaced = MemberReplaced { unit: of("01.002"), reason: of("moved"), member: fresh };
    let revoked = KeyRevoked { unit: of("02.001"), seat: Seat(3), key: key("02.001-3").public(), reason: of("lost") };
    office.take(vec![
        (Body::MemberReplaced(replaced), MIDDLE),
        (Body::KeyRevoked(revoked), &["02-1", "02-2"]),
        (bodies::annulment("01.003", events[2]), MIDDLE),
        (bodies::failed_voting("01.004"), MIDDLE),
    ]);
    let refused = CopyContent::Refused { reason: of("nobody was there") };
    let refused = Body::CopyFiled(CopyFiled { paper: bodies::paper("01.002"), content: refused });
    let copies = office.take(vec![
        (corrected("01.002", events[1], with_votes(90)), &["01.002-1", "fresh"]),
        (bodies::copy("01.001", with_votes(120), Vec::new()), &["watch"]),
        (refused, &["watch"]),
        (bodies::repeat_voting("01.003"), MIDDLE),
    ]);
    let again = Paper { voting: Voting::FIRST.next(), ..bodies::paper("01.003") };
    let again = ProtocolSubmitted { paper: again, ..bodies::sound("01.003") };
    let local = Paper { contest: of("local"), ..bodies::paper("02.001") };
    let figures = Figures { votes: Vec::new(), ..bodies::figures() };
    let local = ProtocolSubmitted { paper: local, figures, ..bodies::sound("02.001") };
    office.take(vec![
        (Body::ProtocolSubmitted(again), &["01.003-1", "01.003-2"]),
        (Body::ProtocolSubmitted(local), &["02.001-1", "02.001-2"]),
    ]);
    // The commission above corrects what its precinct handed in.
    office.take(vec![(corrected("01.002", copies[0], with_votes(99)), MIDDLE)]);
    copies[1]
}

/// Sums, complaints, and sums that are no longer those of their papers.
fn summaries(office: &Office, copy: EventHash) {
    let machine = &office.machine;
    let signed = |draft: &str| {
        machine.ok(&format!("sign {draft}.toml --key 01-1.key --yes"));
        machine.ok(&format!("sign {draft}.submission --key 01-2.key --yes"));
        machine.ok(&format!("submit {draft}.submission --log-key log.key"));
    };
    machine.ok("draft summary 01 --contest main --out 01.toml");
    signed("01");
    let complaints = office.take(vec![
        (bodies::complaint(office.protocol_of("01.001")), &["watch"]),
        (bodies::complaint(copy), &["watch"]),
    ]);
    office.take(vec![
        (bodies::complaint_decision(complaints[0]), TOP),
        (corrected("01.001", office.protocol_of("01.001"), with_votes(101)), &["01.001-1", "01.001-2"]),
    ]);
    let again =
        office.drafted("summary-correction 01 --contest main", &[("reason", "\"a slip\""), ("reference", "\"No 8\"")]);
    signed(again.trim_end_matches(".toml"));
    office.take(vec![(corrected("01.001", office.protocol_of("01.001"), with_votes(102)), &["01.001-1", "01.001-2"])]);
}

#[test]
fn what_rows_tell_of_everything_that_can_happen_the_journal_tells_too() {
    let office = Stage::Enrolled.own();
    structure(&office);
    let copy = papers(&office);
    summaries(&office, copy);
    let (main, body) = (of("main"), of("the court"));
    let elected = vec![BallotNumber(2)];
    let certified = ResultCertified { contest: main, body, elected, nobody: false, decision: decision() };
    office.take(vec![(Body::ResultCertified(certified), TOP)]);
    office.take(vec![(bodies::closing(), TOP)]);
    let kinds: BTreeSet<_> =
        office.machine.ok("log --json").lines().iter().map(|line| line["kind"].to_string()).collect();
    let missing: Vec<_> = Kind::ALL.iter().filter(|kind| !kinds.contains(&format!("\"{}\"", kind.name()))).collect();
    assert_eq!(missing, [&Kind::LogKeyRotated], "everything else happened");
    let codes: BTreeSet<_> =
        office.machine.ok("findings --json").lines().iter().map(|line| line["code"].to_string()).collect();
    assert!(codes.len() > 4, "{codes:?}");
    agree(&office.machine);
    described::agree(office.machine);
}
