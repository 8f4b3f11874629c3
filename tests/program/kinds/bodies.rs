//! A sound statement of every kind, as another program would make it.

use protokol::domain::candidate::*;
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::commission::*;
use protokol::domain::complaint::*;
use protokol::domain::contest::{Contest, ContestCalled};
use protokol::domain::decision::Decision;
use protokol::domain::id::EventHash;
use protokol::domain::number::{BallotNumber, Count, Seat, Size, Total, Voting};
use protokol::domain::observer::*;
use protokol::domain::protocol::*;
use protokol::domain::statement::{Body, LogKeyRotated};
use protokol::domain::summary::*;
use protokol::domain::text::{Localised, Text};

use super::office::key;

/// A value that the test spells rightly.
pub fn of<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("a value of the test")
}

/// An event that is in no ledger.
pub const NOWHERE: EventHash = EventHash([7; 32]);

fn decision() -> Decision {
    Decision { reference: of("No 7"), date: None }
}

fn names(name: &str) -> Localised {
    Localised::new(vec![("en".to_owned().try_into().expect("a language"), of(name))]).expect("one language")
}

pub fn member(unit: &str, seat: u16) -> Member {
    Member {
        seat: Seat(seat),
        name: of(&format!("Member {seat} of {unit}")),
        office: [Office::Chair, Office::Secretary, Office::Member][usize::from(seat - 1)],
        nominated_by: Text::default(),
        key: key(&format!("{unit}-{seat}")).public(),
    }
}

pub fn commission(unit: &str) -> Body {
    let parent = unit.split_once('.').map_or("CEC", |(above, _)| above);
    Body::CommissionFormed(CommissionFormed {
        unit: of(unit),
        tier: of(if parent == "CEC" { "constituency" } else { "precinct" }),
        parent: Some(of(parent)),
        name: Text::default(),
        utc_offset: None,
        quorum: 2,
        members: (1..=3).map(|seat| member(unit, seat)).collect(),
    })
}

pub fn candidate(number: u16) -> Body {
    Body::CandidateRegistered(CandidateRegistered {
        contest: of("main"),
        number: BallotNumber(number),
        nominated_by: Text::default(),
        names: names(&format!("Candidate {}", ["0", "A", "B", "C", "D"][usize::from(number)])),
        decision: decision(),
    })
}

pub fn observer(observer: &str, scope: &str) -> Body {
    Body::ObserverAccredited(ObserverAccredited {
        observer: of(observer),
        organisation: of("An invented organisation"),
        role: if observer == "press" { ObserverRole::Media } else { ObserverRole::Domestic },
        scope: of(scope),
        key: key(observer).public(),
    })
}

pub fn paper(unit: &str) -> Paper {
    Paper { contest: of("main"), unit: of(unit), voting: Voting::FIRST }
}

/// Figures that add up.
pub fn figures() -> Figures {
    let items = [900, 700, 180, 4, 176].map(|figure| Some(Count(figure)));
    let votes = [(1, 100), (2, 60), (3, 16)].map(|(number, votes)| (BallotNumber(number), Count(votes)));
    Figures { items: items.to_vec(), votes: votes.to_vec() }
}

pub fn opening_items() -> Vec<Option<Count>> {
    vec![Some(Count(900)), Some(Count(700)), None, None, None]
}

pub fn opening(unit: &str) -> Body {
    Body::OpeningSealed(OpeningSealed { paper: paper(unit), items: opening_items() })
}

pub fn turnout(unit: &str) -> Body {
    let as_of = of("12:00");
    Body::TurnoutReported(TurnoutReported { paper: paper(unit), as_of, voters: Count(90), stations: None })
}

/// The protocol as a value, to be spoilt.
pub fn sound(unit: &str) -> ProtocolSubmitted {
    ProtocolSubmitted {
        paper: paper(unit),
        figures: figures(),
        form_serial: of("AA 000001"),
        completed_at: None,
        dissent: Vec::new(),
        attachments: Vec::new(),
    }
}

pub fn protocol(unit: &str) -> Body {
    Body::ProtocolSubmitted(sound(unit))
}

pub fn correction(unit: &str, replaces: EventHash) -> Body {
    let (reason, decision) = (of("counted again"), decision());
    let protocol = ProtocolSubmitted { form_serial: of("AA 000002"), ..sound(unit) };
    Body::ProtocolCorrected(ProtocolCorrected { replaces, reason, decision, protocol })
}

pub fn annulment(unit: &str, protocol: EventHash) -> Body {
    let (reason, decision) = (of("the box was open"), decision());
    Body::ProtocolAnnulled(ProtocolAnnulled { paper: paper(unit), protocol, reason, decision })
}

pub fn failed_voting(unit: &str) -> Body {
    Body::VotingFailed(VotingFailed { paper: paper(unit), reason: of("a flood"), decision: decision() })
}

pub fn repeat_voting(unit: &str) -> Body {
    let (reason, decision) = (of("it was annulled"), decision());
    Body::RepeatVotingCalled(RepeatVotingCalled { paper: paper(unit), day: of("2030-05-19"), reason, decision })
}

/// The summary as a value, to be spoilt.
pub fn sum(unit: &str) -> SummarySubmitted {
    let Figures { items, votes } = figures();
    SummarySubmitted {
        contest: of("main"),
        unit: of(unit),
        totals: SummaryFigures {
            items: items.into_iter().map(|figure| figure.map(Total::from)).collect(),
            votes: votes.into_iter().map(|(number, votes)| (number, votes.into())).collect(),
        },
        counters: Counters::default(),
        made_at: Size(1),
        left_out: Vec::new(),
        root: protokol::crypto::hash::TreeHash([0; 32]),
        form_serial: Text::default(),
        completed_at: None,
    }
}

pub fn summary_correction(unit: &str, replaces: EventHash) -> Body {
    let (reason, decision) = (of("a slip of the pen"), decision());
    Body::SummaryCorrected(SummaryCorrected { replaces, reason, decision, summary: sum(unit) })
}

/// A copy with these figures and photographs.
pub fn copy(unit: &str, figures: Figures, attachments: Vec<Attachment>) -> Body {
    Body::CopyFiled(CopyFiled { paper: paper(unit), content: CopyContent::Handed { figures, attachments } })
}

/// So many different scans.
pub fn scans(count: u32) -> Vec<Attachment> {
    let jpeg = |at: u32| [&[0xFF, 0xD8, 0xFF][..], &at.to_le_bytes()].concat();
    (0..count).map(|at| Attachment::of(of(&format!("{at}.jpg")), &jpeg(at)).expect("a JPEG")).collect()
}

pub fn complaint(against: EventHash) -> Body {
    let text_sha256 = protokol::crypto::hash::FileDigest([3; 32]);
    Body::ComplaintFiled(ComplaintFiled { against, subject: of("The box was open"), text_sha256 })
}

pub fn complaint_decision(complaint: EventHash) -> Body {
    let (reason, decision) = (of("The seal was whole"), decision());
    Body::ComplaintDecided(ComplaintDecided { complaint, outcome: Outcome::Rejected, reason, decision })
}

pub fn certification() -> Body {
    let (contest, body, elected) = (of("main"), of("the court"), vec![BallotNumber(1)]);
    Body::ResultCertified(ResultCertified { contest, body, elected, nobody: false, decision: decision() })
}

pub fn closing() -> Body {
    Body::LedgerClosed(LedgerClosed { decision: decision() })
}

/// One statement of every kind but the founding act, about 02.001, 02 or the whole. Who may sign it, with the quorum.
pub fn every_kind() -> Vec<(Body, &'static [&'static str])> {
    const TOP: &[&str] = &["CEC-1", "CEC-2"];
    const MIDDLE: &[&str] = &["02-1", "02-2"];
    const LOW: &[&str] = &["02.001-1", "02.001-2"];
    const WATCH: &[&str] = &["watch"];
    let contest =
        Contest { id: of("round-2"), title: names("Second round"), unit: None, polling_day: of("2030-05-26") };
    let rotated = LogKeyRotated { old: of("old"), new: of("new"), reason: of("moved") };
    let replaced = MemberReplaced {
        unit: of("02.001"),
        reason: of("moved"),
        member: Member { key: key("fresh").public(), ..member("02.001", 3) },
    };
    let revoked = KeyRevoked { unit: of("02.001"), seat: Seat(3), key: key("02.001-3").public(), reason: of("lost") };
    let nomination = NominationApproved {
        contest: of("main"),
        nominated_by: of("herself"),
        names: names("Candidate D"),
        decision: decision(),
    };
    let withdrawn = CandidateWithdrawn {
        contest: of("main"),
        number: BallotNumber(3),
        reason: of("withdrew"),
        decision: decision(),
    };
    let ended = AccreditationWithdrawn { observer: of("local"), reason: of("ended") };
    vec![
        (Body::ContestCalled(ContestCalled { decision: decision(), contest }), TOP),
        (Body::LogKeyRotated(rotated), TOP),
        (commission("02.002"), MIDDLE),
        (Body::MemberReplaced(replaced), MIDDLE),
        (Body::KeyRevoked(revoked), MIDDLE),
        (Body::NominationApproved(nomination), TOP),
        (candidate(4), TOP),
        (Body::CandidateWithdrawn(withdrawn), TOP),
        (observer("another", "02"), MIDDLE),
        (Body::AccreditationWithdrawn(ended), MIDDLE),
        (opening("02.001"), LOW),
        (turnout("02.001"), LOW),
        (protocol("02.001"), LOW),
        (correction("02.001", NOWHERE), LOW),
        (annulment("02.001", NOWHERE), MIDDLE),
        (failed_voting("02.001"), MIDDLE),
        (repeat_voting("02.001"), MIDDLE),
        (Body::SummarySubmitted(sum("02")), MIDDLE),
        (summary_correction("02", NOWHERE), MIDDLE),
        (copy("02.001", figures(), Vec::new()), WATCH),
        (complaint(NOWHERE), WATCH),
        (complaint_decision(NOWHERE), TOP),
        (certification(), TOP),
        (closing(), TOP),
    ]
}
