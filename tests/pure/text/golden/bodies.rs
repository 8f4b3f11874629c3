//! A statement of every kind, with and without what it may leave out.

use super::super::{english, founding, parse};
use super::{KEY, attachment, counts};
use protokol::crypto::hash::{FileDigest, TreeHash};
use protokol::domain::candidate::{CandidateRegistered, CandidateWithdrawn, NominationApproved};
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::commission::{CommissionFormed, KeyRevoked, Member, MemberReplaced, Office};
use protokol::domain::complaint::{ComplaintDecided, ComplaintFiled, Outcome};
use protokol::domain::contest::{Contest, ContestCalled};
use protokol::domain::decision::Decision;
use protokol::domain::id::EventHash;
use protokol::domain::number::{BallotNumber, Count, Seat, Size, Total, Voting};
use protokol::domain::observer::{AccreditationWithdrawn, CopyContent, CopyFiled, ObserverAccredited, ObserverRole};
use protokol::domain::protocol::{
    Dissent, Figures, Media, OpeningSealed, Paper, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted,
    RepeatVotingCalled, TurnoutReported, VotingFailed,
};
use protokol::domain::statement::{Body, LogKeyRotated};
use protokol::domain::summary::{Counters, SummaryCorrected, SummaryFigures, SummarySubmitted};
use protokol::domain::text::Text;

const EVENT: EventHash = EventHash([0xCD; 32]);

fn paper(voting: u16) -> Paper {
    Paper { contest: parse("round-1"), unit: parse("01.001"), voting: Voting(voting) }
}

fn decision(reference: &str) -> Decision {
    Decision { reference: parse(reference), date: None }
}

fn member(office: Office) -> Member {
    Member { seat: Seat(3), name: parse("Nino Member"), office, nominated_by: parse(""), key: KEY }
}

fn figures(votes: &[u32], items: [u32; 3]) -> Figures {
    Figures {
        items: items.into_iter().map(|figure| Some(Count(figure))).collect(),
        votes: (1..).map(BallotNumber).zip(votes.iter().copied().map(Count)).collect(),
    }
}

pub fn opening(items: usize) -> OpeningSealed {
    OpeningSealed { paper: paper(1), items: vec![Some(Count(3)); items] }
}

pub fn protocol(count: u32, dissenting: usize, attachments: usize) -> ProtocolSubmitted {
    let dissent = || Dissent { seat: Seat(3), opinion: parse("no") };
    ProtocolSubmitted {
        paper: paper(1),
        figures: figures(&[count], [count, count, count]),
        form_serial: parse(""),
        completed_at: None,
        dissent: std::iter::repeat_with(dissent).take(dissenting).collect(),
        attachments: std::iter::repeat_with(|| attachment(3, Media::Pdf)).take(attachments).collect(),
    }
}

pub fn correction(reason: &str) -> ProtocolCorrected {
    let protocol = ProtocolSubmitted { paper: paper(2), ..protocol(5, 0, 0) };
    ProtocolCorrected { replaces: EVENT, reason: parse(reason), decision: decision("12/3"), protocol }
}

pub fn annulment(reason: &str, reference: &str) -> ProtocolAnnulled {
    ProtocolAnnulled { paper: paper(1), protocol: EVENT, reason: parse(reason), decision: decision(reference) }
}

pub fn failure(reason: &str, reference: &str) -> VotingFailed {
    VotingFailed { paper: paper(1), reason: parse(reason), decision: decision(reference) }
}

pub fn repeat(reason: &str) -> RepeatVotingCalled {
    RepeatVotingCalled { paper: paper(2), day: parse("2018-11-28"), reason: parse(reason), decision: decision("") }
}

pub fn summary(count: u32) -> SummarySubmitted {
    SummarySubmitted {
        contest: parse("round-1"),
        unit: parse("01"),
        totals: SummaryFigures {
            items: vec![Some(Total(count.into())); 3],
            votes: vec![(BallotNumber(1), Total(count.into()))],
        },
        counters: Counters { units: count, received: count, taken_as_basis: count, failed: 0, annulled: 0 },
        made_at: Size(9),
        left_out: Vec::new(),
        root: TreeHash([1; 32]),
        form_serial: parse(""),
        completed_at: None,
    }
}

fn commission(parent: Option<&str>, members: usize, quorum: u16) -> Body {
    Body::CommissionFormed(CommissionFormed {
        unit: parse("01"),
        tier: parse("district"),
        parent: parent.map(parse),
        name: parse("District 1"),
        utc_offset: None,
        quorum,
        members: std::iter::repeat_with(|| member(Office::Member)).take(members).collect(),
    })
}

fn election(contests: usize, rehearsal: bool) -> Body {
    let Body::ElectionCalled(mut founding) = founding() else { unreachable!("it is a founding act") };
    let contest = founding.manifest.contests[0].clone();
    founding.manifest.contests = vec![contest; contests];
    founding.manifest.rehearsal = rehearsal;
    Body::ElectionCalled(founding)
}

/// Whatever may be left out, left out and given.
fn given_or_not() -> Vec<Body> {
    let mut all = Vec::new();
    for word in ["", "a reason", &"x".repeat(90)] {
        let text = || parse::<Text>(word);
        let reference = if word.is_empty() { "" } else { "12/3" };
        let contest = Contest {
            id: parse("round-1"),
            title: english("First round"),
            unit: (!word.is_empty()).then(|| parse("01")),
            polling_day: parse("2018-10-28"),
        };
        let elected = [Vec::new(), vec![BallotNumber(5)], vec![BallotNumber(5), BallotNumber(12)]];
        all.extend([
            Body::ContestCalled(ContestCalled { decision: decision(reference), contest }),
            Body::LogKeyRotated(LogKeyRotated { old: parse("a"), new: parse("b"), reason: text() }),
            commission((!word.is_empty()).then_some("GE"), 5, 3),
            Body::KeyRevoked(KeyRevoked { unit: parse("01"), seat: Seat(3), key: KEY, reason: text() }),
            Body::NominationApproved(NominationApproved {
                contest: parse("round-1"),
                nominated_by: text(),
                names: english("A. Candidate"),
                decision: decision(reference),
            }),
            Body::CandidateRegistered(CandidateRegistered {
                contest: parse("round-1"),
                number: BallotNumber(5),
                nominated_by: text(),
                names: english("A. Candidate"),
                decision: decision(reference),
            }),
            Body::CandidateWithdrawn(CandidateWithdrawn {
                contest: parse("round-1"),
                number: BallotNumber(5),
                reason: text(),
                decision: decision(reference),
            }),
            Body::AccreditationWithdrawn(AccreditationWithdrawn { observer: parse("ngo-7"), reason: text() }),
            Body::ProtocolCorrected(correction(word)),
            Body::ProtocolAnnulled(annulment(word, reference)),
            Body::VotingFailed(failure(word, reference)),
            Body::RepeatVotingCalled(repeat(word)),
            Body::SummaryCorrected(SummaryCorrected {
                replaces: EVENT,
                reason: text(),
                decision: decision(reference),
                summary: summary(5),
            }),
            Body::CopyFiled(CopyFiled { paper: paper(2), content: CopyContent::Refused { reason: text() } }),
            Body::ComplaintFiled(ComplaintFiled { against: EVENT, subject: text(), text_sha256: FileDigest([1; 32]) }),
            Body::LedgerClosed(LedgerClosed { decision: decision(reference) }),
        ]);
        all.extend([Office::Chair, Office::Deputy, Office::Secretary, Office::Member].map(|office| {
            Body::MemberReplaced(MemberReplaced { unit: parse("01"), reason: text(), member: member(office) })
        }));
        all.extend([Outcome::Upheld, Outcome::UpheldInPart, Outcome::Rejected, Outcome::NotHeard].map(|outcome| {
            let (complaint, decision) = (EVENT, decision(reference));
            Body::ComplaintDecided(ComplaintDecided { complaint, outcome, reason: text(), decision })
        }));
        all.extend(elected.map(|elected| {
            let (contest, nobody, decision) = (parse("round-1"), elected.is_empty(), decision(reference));
            Body::ResultCertified(ResultCertified { contest, body: text(), elected, nobody, decision })
        }));
    }
    all
}

/// Whatever counts something, for every count.
fn counted() -> Vec<Body> {
    let mut all = Vec::new();
    for count in counts::<u32>() {
        let few = usize::try_from(count).expect("64 bits");
        let turnout = |voting| TurnoutReported {
            paper: paper(voting),
            as_of: parse("12:00"),
            voters: Count(count),
            stations: None,
        };
        all.extend([
            Body::TurnoutReported(turnout(1)),
            Body::TurnoutReported(turnout(2)),
            Body::ProtocolSubmitted(protocol(count, 0, 0)),
            Body::SummarySubmitted(summary(count)),
            Body::CopyFiled(CopyFiled {
                paper: paper(1),
                content: CopyContent::Handed {
                    figures: figures(&[count, 1], [count, count, count]),
                    attachments: Vec::new(),
                },
            }),
        ]);
        if few < 2_000 {
            let quorum = u16::try_from(few).expect("it fits");
            all.extend([
                election(few, false),
                election(few, true),
                commission(None, few, 3),
                commission(None, 3, quorum),
                Body::OpeningSealed(opening(few)),
                Body::ProtocolSubmitted(protocol(5, few, 1)),
                Body::ProtocolSubmitted(protocol(5, 0, few)),
            ]);
            let many = figures(&vec![1; few], [1, 2, 3]);
            all.push(Body::ProtocolSubmitted(ProtocolSubmitted { figures: many, ..protocol(1, 0, 0) }));
        }
    }
    all
}

pub fn bodies() -> Vec<Body> {
    let mut all = given_or_not();
    all.extend([ObserverRole::International, ObserverRole::Domestic, ObserverRole::Agent, ObserverRole::Media].map(
        |role| {
            let (observer, organisation, scope) = (parse("ngo-7"), parse("Fair Count"), parse("01"));
            Body::ObserverAccredited(ObserverAccredited { observer, organisation, role, scope, key: KEY })
        },
    ));
    all.extend(counted());
    all
}
