//! The bytes of a kept fold of a ledger in which every kind of event came in, once its closing did.

use std::collections::BTreeSet;

use protokol::crypto::hash::FileDigest;
use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::domain::candidate::{CandidateWithdrawn, NominationApproved};
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::commission::{KeyRevoked, Member, MemberReplaced, Office};
use protokol::domain::complaint::{ComplaintDecided, ComplaintFiled, Outcome};
use protokol::domain::contest::{Contest, ContestCalled};
use protokol::domain::id::EventHash;
use protokol::domain::number::{BallotNumber, Count, Seat, Size, Total};
use protokol::domain::observer::{AccreditationWithdrawn, CopyContent, CopyFiled};
use protokol::domain::protocol::{OpeningSealed, ProtocolAnnulled, RepeatVotingCalled, VotingFailed};
use protokol::domain::statement::{Body, Kind, LogKeyRotated};
use protokol::domain::summary::{Counters, SummaryCorrected, SummaryFigures, SummarySubmitted};
use protokol::domain::text::{Localised, Text};
use protokol::ledger::tree::node::empty_root;
use protokol::store::writer::Writer;

use crate::kit::disk::{Shared, commit_one, prepared, start};
use crate::kit::small::{
    self, BALLOT, SMALL, after, decision, log_signer, observer_key, of, paper, quorum, seat_key, signed,
};

/// A ledger that is written act after act, each a minute after the one before.
struct Acts {
    writer: Writer<Shared>,
    clock: u64,
    kinds: BTreeSet<Kind>,
}

impl Acts {
    fn say(&mut self, body: Body, by: &[SecretKey]) -> EventHash {
        self.clock += 60_000;
        let (kind, at) = (body.kind(), after(self.clock));
        let taken = commit_one(&mut self.writer, signed(SMALL.ledger(), at, body, by), at);
        self.kinds.insert(kind);
        taken.unwrap_or_else(|refusal| panic!("{kind}: {refusal:?}")).event
    }
}

fn summary(size: Size, votes: u64) -> SummarySubmitted {
    SummarySubmitted {
        contest: of("round-1"),
        unit: of("01"),
        totals: SummaryFigures {
            items: vec![Some(Total(200)), None, Some(Total(101)), Some(Total(1)), Some(Total(100))],
            votes: BALLOT.map(|number| (number, Total(votes))).to_vec(),
        },
        counters: Counters::default(),
        made_at: size,
        left_out: Vec::new(),
        root: empty_root(),
        form_serial: Text::default(),
        completed_at: None,
    }
}

/// What is said before the polling day, besides who is enrolled.
fn offices(acts: &mut Acts) {
    let (top, reason): (_, fn() -> Text) = (quorum("T"), || of("as was found"));
    let contest = Contest { id: of("round-2"), title: Localised::default(), unit: None, polling_day: of("2026-03-15") };
    acts.say(Body::ContestCalled(ContestCalled { decision: decision(), contest }), &top);
    let (contest, number, names) = (of("round-2"), BallotNumber(1), Localised::default());
    let nomination = NominationApproved { contest, nominated_by: of("herself"), names, decision: decision() };
    acts.say(Body::NominationApproved(nomination), &top);
    let contest = of("local");
    acts.say(
        Body::CandidateWithdrawn(CandidateWithdrawn { contest, number, reason: reason(), decision: decision() }),
        &top,
    );
    let member = Member {
        seat: Seat(3),
        name: of("Another"),
        office: Office::Member,
        nominated_by: Text::default(),
        key: SecretKey::demonstration("another", "3").public(),
    };
    let unit = || of("01.002");
    acts.say(Body::MemberReplaced(MemberReplaced { unit: unit(), reason: reason(), member }), &quorum("01"));
    let key = seat_key("01.003", 3).public();
    let revoked = KeyRevoked { unit: of("01.003"), seat: Seat(3), key, reason: reason() };
    acts.say(Body::KeyRevoked(revoked), &quorum("01"));
    let observer = of("media");
    acts.say(Body::AccreditationWithdrawn(AccreditationWithdrawn { observer, reason: reason() }), &top);
}

/// What is said of papers.
fn papers(acts: &mut Acts) {
    let (reason, of_01): (fn() -> Text, _) = (|| of("as was found"), quorum("01"));
    let in_round = |unit: &str| paper("round-1", unit);
    let opening = vec![Some(Count(200)), None, None, None, None];
    let opening = OpeningSealed { paper: in_round("01.001"), items: opening };
    acts.say(Body::OpeningSealed(opening), &quorum("01.001"));
    acts.say(Body::TurnoutReported(small::turnout(in_round("01.001"), 90)), &quorum("01.001"));
    let figures = || small::figures([40, 40, 20]);
    let said = |unit: &str| small::protocol(in_round(unit), figures());
    let first = acts.say(Body::ProtocolSubmitted(said("01.001")), &quorum("01.001"));
    let corrected = small::corrected(first, small::protocol(in_round("01.001"), small::figures([50, 30, 20])));
    acts.say(Body::ProtocolCorrected(corrected), &of_01);
    let second = acts.say(Body::ProtocolSubmitted(said("01.002")), &quorum("01.002"));
    let content = CopyContent::Handed { figures: figures(), attachments: Vec::new() };
    let copy = CopyFiled { paper: in_round("01.002"), content };
    acts.say(Body::CopyFiled(copy), &[observer_key("domestic")]);
    let complaint =
        ComplaintFiled { against: second, subject: of("The box was open"), text_sha256: FileDigest([3; 32]) };
    let complaint = acts.say(Body::ComplaintFiled(complaint), &[observer_key("domestic")]);
    let decided = ComplaintDecided { complaint, outcome: Outcome::Rejected, reason: reason(), decision: decision() };
    acts.say(Body::ComplaintDecided(decided), &quorum("T"));
    let annulled =
        ProtocolAnnulled { paper: in_round("01.002"), protocol: second, reason: reason(), decision: decision() };
    acts.say(Body::ProtocolAnnulled(annulled), &of_01);
    let failed = VotingFailed { paper: in_round("01.003"), reason: reason(), decision: decision() };
    acts.say(Body::VotingFailed(failed), &of_01);
    let day = of("2026-03-15");
    let repeat = RepeatVotingCalled { paper: in_round("01.003"), day, reason: reason(), decision: decision() };
    acts.say(Body::RepeatVotingCalled(repeat), &of_01);
    let size = acts.writer.tree().size();
    let replaces = acts.say(Body::SummarySubmitted(summary(size, 33)), &of_01);
    let corrected = SummaryCorrected { replaces, reason: reason(), decision: decision(), summary: summary(size, 34) };
    acts.say(Body::SummaryCorrected(corrected), &of_01);
}

/// A program that lays a fold out otherwise must not take one of before for its own: whoever changes a type that is in it sees this
/// fail, and gives the first line of the note the next version.
#[test]
fn the_layout_of_a_fold_is_that_of_its_version() {
    let disk = Shared::new(prepared(SMALL));
    let mut acts =
        Acts { writer: start(disk.clone()).expect("it may be written"), clock: 10_000, kinds: BTreeSet::new() };
    offices(&mut acts);
    papers(&mut acts);
    let (old, next) = (log_signer(), || SecretKey::demonstration("log:", "next"));
    let new = NoteSigner::new(old.verifier().name().clone(), next());
    let text = |signer: &NoteSigner| of(&signer.verifier().to_string());
    let rotated = LogKeyRotated { old: text(&old), new: text(&new), reason: of("moved") };
    acts.writer.succeeded_by(new);
    let keys: Vec<_> =
        quorum("T").into_iter().chain([SecretKey::demonstration("log:", small::ORIGIN), next()]).collect();
    acts.say(Body::LogKeyRotated(rotated), &keys);
    let (contest, elected) = (of("round-1"), vec![BALLOT[0]]);
    let certified = ResultCertified { contest, body: of("the court"), elected, nobody: false, decision: decision() };
    acts.say(Body::ResultCertified(certified), &quorum("T"));
    acts.say(Body::LedgerClosed(LedgerClosed { decision: decision() }), &quorum("T"));
    let before = [Kind::ElectionCalled, Kind::CommissionFormed, Kind::CandidateRegistered, Kind::ObserverAccredited];
    acts.kinds.extend(before);
    assert_eq!(acts.kinds, Kind::ALL.iter().copied().collect(), "a kind that is added is said here too");
    acts.writer.keep_fold_behind(0);
    let note = String::from_utf8(disk.memory().files()["kept/note"].clone()).expect("a note is text");
    let (_, parts) = note.split_once("end.0 ").expect("the end of the chain comes first");
    let (parts, _) = parts.split_once("\n\n").expect("a signature follows");
    assert!(note.starts_with("protokol kept fold v3\n"), "{note}");
    assert_eq!(parts, V3, "{note}");
}

/// Of that ledger.
const V3: &str = "\
6vhGU9tqtH8BFZ584WSwD++A90w3if9I12CItW2h8To=
state.0 ON68htPxaYoeNvrged/PeqsO1v7gbRkwlz/qupI3Ids=
model.0 ZxkYJhbQWWZOtjilupDOJAE6QqNtwNwNMeSn+lgqYTE=
rows.0 ij2ToHq+3rr6awmEpWxvYmIHPqg4XFk4iqrA7kV/h6Q=
published.0 dBanX7GnDyMJLQ6vs60P1H5LqwbcYFM9PjhMBcBt3bI=";
