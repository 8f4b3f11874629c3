//! An operator who lets in what the rules refuse: chained rightly, sealed with the log's own key. The verifier judges
//! every event again, and goes on without it.

use protokol::domain::candidate::CandidateWithdrawn;
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::complaint::ComplaintFiled;
use protokol::domain::contest::ContestCalled;
use protokol::domain::id::{EventHash, LedgerId};
use protokol::domain::number::{BallotNumber, Seat, Size};
use protokol::domain::protocol::{Dissent, ProtocolAnnulled, VotingFailed};
use protokol::domain::statement::{Body, LogKeyRotated, Statement};
use protokol::ledger::submission::SignedStatement;

use super::forge::{self, appended, entries, resealed, with_submission};
use super::story::*;
use super::telling::*;

/// The whole ledger, these submissions after it, and what is told.
fn tell(more: impl IntoIterator<Item = SignedStatement>, verdict: protokol::verify::fault::Verdict, told: &[&str]) {
    let mut all = entries(&Story::whole(2).disk());
    for submission in more {
        all = appended(&all, submission.encode());
    }
    assert_told(&report(&resealed(&all)), verdict, told);
}

fn this() -> LedgerId {
    forge::ledger(&entries(&Story::whole(2).disk()))
}

const A: Who = Who::Renewed(2);
const B: Who = Who::Members("B", 2);
const C: Who = Who::Members("C", 2);

/// One inadmissible statement at the end of the ledger, of which exactly this is told.
#[track_caller]
fn refused(body: Body, who: Who, told: &str) {
    tell([signed(this(), body, &[who])], Failed, &[told]);
}

#[test]
fn a_submission_of_another_ledger_is_replayed() {
    tell([signed(LedgerId([9; 32]), candidate(9), &[C])], Failed, &["R2 #19"]);
    let other = Story::founded(1);
    tell([signed(other.ledger(), turnout("A", 9), &[A])], Failed, &["R2 #19 A"]);
}

#[test]
fn a_paper_of_another_contest() {
    let of = |contest| Body::ProtocolSubmitted(protocol(paper(contest, "A", 1), 1, [1, 1]));
    refused(of("z"), A, "R6 #19 A");
    refused(of("y"), A, "R7 #19 A");
}

#[test]
fn a_paper_of_an_earlier_voting_is_replayed() {
    let all = entries(&Story::whole(2).disk());
    let first = forge::statement(&all[PROTOCOL_B]);
    // The very bytes are told by their hash; said again at another second, by their voting.
    refused(first.body.clone(), B, "R1 #19 B");
    let again = Statement { said_at: clock(5), ..first }.body;
    let Body::ProtocolSubmitted(mut again) = again else { panic!("a protocol") };
    again.figures.votes[0].1.0 += 1;
    refused(Body::ProtocolSubmitted(again), B, "R21 #19 B");
}

#[test]
fn a_paper_of_a_later_voting() {
    refused(Body::ProtocolSubmitted(protocol(paper("x", "A", 2), 1, [1, 1])), A, "R21 #19 A");
}

#[test]
fn units_that_are_not_there_or_there_already() {
    refused(Body::ProtocolSubmitted(protocol(paper("x", "Z", 1), 1, [1, 1])), A, "R10 #19 Z");
    refused(replacement("Z", 1, Who::Stranger.public()), C, "R4 #19 Z");
    refused(replacement("A", 4, Who::Stranger.public()), C, "R4 #19 A");
    let mut again = commission("A", "low", Some("C"), 2, 3);
    again.name = text("again");
    refused(Body::CommissionFormed(again), C, "R5 #19 A");
}

#[test]
fn commissions_that_the_manifest_does_not_know() {
    let formed = |tier, parent, quorum, members| Body::CommissionFormed(commission("D", tier, parent, quorum, members));
    refused(formed("low", Some("C"), 2, 2), C, "R13 #19 D");
    refused(formed("low", Some("C"), 1, 3), C, "R13 #19 D");
    refused(formed("top", Some("C"), 2, 2), C, "R14 #19 D");
    refused(formed("low", None, 2, 3), C, "R14 #19 D");
    refused(formed("low", Some("A"), 2, 3), A, "R14 #19 D");
    refused(formed("low", Some("C"), 2, 3), B, "R10 #19 D");
}

#[test]
fn a_key_that_belongs_to_somebody() {
    refused(replacement("A", 2, key_of("B", 1).public()), C, "R12 #19 A");
    // Once in the ledger, ever: not even a key that was replaced may come back.
    refused(replacement("A", 2, key_of("A", 1).public()), C, "R12 #19 A");
    let mut twice = observer(Who::Observer.public());
    twice.organisation = text("another");
    refused(Body::ObserverAccredited(twice.clone()), C, "R25 #19 C");
    twice.observer = "other".parse().expect("an observer");
    refused(Body::ObserverAccredited(twice), C, "R12 #19 C");
}

#[test]
fn figures_that_are_missing_or_too_many() {
    let with = |change: fn(&mut protokol::domain::protocol::ProtocolSubmitted)| {
        let mut protocol = protocol(paper("x", "B", 2), 1, [1, 1]);
        change(&mut protocol);
        let replaces = Story::whole(2).event(PROTOCOL_B_AGAIN);
        let Body::ProtocolCorrected(mut corrected) = correction(paper("x", "B", 2), replaces, [1, 1]) else {
            panic!("a correction")
        };
        corrected.protocol = protocol;
        Body::ProtocolCorrected(corrected)
    };
    refused(with(|p| p.figures.items[0] = None), B, "R15 #19 B");
    refused(with(|p| p.figures.items.truncate(1)), B, "R15 #19 B");
    refused(with(|p| p.figures.votes.truncate(1)), B, "R17 #19 B");
    refused(with(|p| p.figures.votes[1].0 = BallotNumber(3)), B, "R18 #19 B");
    refused(with(|p| p.figures.votes.reverse()), B, "R39 #19 B");
    refused(with(|p| p.dissent = vec![Dissent { seat: Seat(4), opinion: text("no") }]), B, "R4 #19 B");
    tell([signed(this(), with(|_| {}), &[B])], Verified, &[]);
}

#[test]
fn an_item_of_the_count_on_an_opening_paper() {
    let Body::OpeningSealed(mut sealed) = opening("B") else { panic!("an opening") };
    sealed.paper.contest = "y".parse().expect("a contest");
    sealed.items[1] = Some(protokol::domain::number::Count(1));
    refused(Body::OpeningSealed(sealed), B, "R16 #19 B");
}

#[test]
fn papers_out_of_their_turn() {
    refused(Body::ProtocolSubmitted(protocol(paper("x", "A", 1), 1, [1, 1])), A, "R19 #19 A");
    let Body::OpeningSealed(mut late) = opening("A") else { panic!("an opening") };
    late.items[0] = Some(protokol::domain::number::Count(101));
    refused(Body::OpeningSealed(late), A, "R20 #19 A");
    let replaced = Story::whole(2).event(PROTOCOL_A);
    refused(correction(paper("x", "A", 1), replaced, [1, 1]), A, "R22 #19 A");
    let (reason, of_a) = (text("as was found"), paper("x", "A", 1));
    let annul =
        ProtocolAnnulled { paper: of_a.clone(), protocol: replaced, reason: reason.clone(), decision: decision() };
    refused(Body::ProtocolAnnulled(annul.clone()), C, "R22 #19 A");
    refused(Body::ProtocolAnnulled(annul), A, "R10 #19 A");
    refused(Body::VotingFailed(VotingFailed { paper: of_a, reason, decision: decision() }), C, "R23 #19 A");
}

#[test]
fn a_ballot_that_is_fixed() {
    refused(candidate(3), C, "R24 #19");
    let Body::CandidateRegistered(mut again) = candidate(1) else { panic!("a candidate") };
    again.nominated_by = text("another");
    refused(Body::CandidateRegistered(again), C, "R24 #19");
    let withdrawn = CandidateWithdrawn {
        contest: "x".parse().expect("a contest"),
        number: BallotNumber(1),
        reason: text("as was found"),
        decision: decision(),
    };
    refused(Body::CandidateWithdrawn(withdrawn), C, "R24 #19");
}

#[test]
fn references_to_nothing() {
    let filed = ComplaintFiled {
        against: EventHash([9; 32]),
        subject: text("s"),
        text_sha256: protokol::crypto::hash::FileDigest([0; 32]),
    };
    refused(Body::ComplaintFiled(filed.clone()), Who::Observer, "R26 #19");
    refused(Body::ComplaintFiled(ComplaintFiled { against: Story::whole(2).event(0), ..filed }), C, "R10 #19");
}

#[test]
fn summaries_that_cannot_be() {
    let summary = || {
        let Body::SummarySubmitted(summary) = forge::statement(&entries(&Story::whole(2).disk())[SUMMARY]).body else {
            panic!("a summary")
        };
        summary
    };
    let corrected = |change: fn(&mut protokol::domain::summary::SummarySubmitted), replaces| {
        let mut summary = summary();
        change(&mut summary);
        let (reason, decision) = (text("as was found"), decision());
        Body::SummaryCorrected(protokol::domain::summary::SummaryCorrected { replaces, reason, decision, summary })
    };
    let in_force = Story::whole(2).event(SUMMARY);
    refused(corrected(|s| s.made_at = Size(20), in_force), C, "R31 #19 C");
    refused(corrected(|s| s.left_out = vec![unit("B"), unit("A")], in_force), C, "R39 #19 C");
    refused(corrected(|_| {}, EventHash([9; 32])), C, "R22 #19 C");
    refused(corrected(|s| s.unit = unit("A"), in_force), C, "R10 #19 A");
    refused(corrected(|_| {}, in_force), C, "R41 #19 C");
    tell([signed(this(), corrected(|s| s.form_serial = text("2"), in_force), &[C])], Verified, &[]);
}

#[test]
fn a_contest_twice_and_after_its_result() {
    let contest = manifest(2, Rehearsal::Yes).contests[0].clone();
    refused(Body::ContestCalled(ContestCalled { decision: decision(), contest }), C, "R7 #19");
    let certified = ResultCertified {
        contest: "x".parse().expect("a contest"),
        body: text("court"),
        elected: vec![BallotNumber(1)],
        nobody: false,
        decision: decision(),
    };
    let result = signed(this(), Body::ResultCertified(certified), &[C]);
    let late = signed(this(), turnout("A", 90), &[A]);
    tell([result, late], Failed, &["R32 #20 A"]);
}

#[test]
fn a_log_key_changed_by_the_commission_alone() {
    let (old, new) = (log().verifier().to_string(), log_of(ORIGIN, 8).verifier().to_string());
    let rotated = LogKeyRotated { old: text(&old), new: text(&new), reason: text("as was found") };
    refused(Body::LogKeyRotated(rotated), C, "R38 #19");
}

#[test]
fn a_second_founding_act() {
    let act = Body::ElectionCalled(founding(2));
    tell([signed(LedgerId::UNFOUNDED, act.clone(), &[C])], Failed, &["R1 #19 C"]);
    let Body::ElectionCalled(mut other) = act else { panic!("a founding act") };
    other.commission.name = text("another");
    tell([signed(LedgerId::UNFOUNDED, Body::ElectionCalled(other), &[C])], Failed, &["R29 #19 C"]);
}

#[test]
fn events_after_the_ledger_was_closed() {
    let closed = Body::LedgerClosed(LedgerClosed { decision: decision() });
    let later =
        [signed(this(), closed, &[C]), signed(this(), turnout("A", 60), &[A]), signed(this(), turnout("B", 60), &[B])];
    tell(later, Failed, &["V16 #20 A", "V16 #21 B"]);
}

/// A commission that too few formed is none: all that its members sign later is judged without it.
#[test]
fn later_events_are_judged_without_it() {
    let mut all = entries(&Story::whole(2).disk());
    all[COMMISSION_B] = with_submission(&all[COMMISSION_B], |bytes| {
        let signed = SignedStatement::decode(&bytes).expect("a submission");
        forge::submission(signed.statement_bytes(), &[key_of("C", 1)])
    });
    let told = ["R11 #2 B", "R8 #7 B", "R8 #9 B", "R8 #11 B", "R4 #15 B", "R4 #16 B", "R8 #17 B"];
    let a_only = rechained_from(&all, COMMISSION_B);
    let report = report(&resealed(&a_only));
    // The correction of A names the event it replaces by its hash, which the change before it has changed too.
    let expected: Vec<&str> = told[..4].iter().chain(&["R22 #14 A"]).chain(&told[4..]).copied().collect();
    assert_told(&report, Failed, &expected);
    assert!(!report.model.units().contains_key(&unit("B")));
}

fn rechained_from(all: &[Vec<u8>], changed: usize) -> Vec<Vec<u8>> {
    let again = forge::rechained(all);
    assert_eq!(again[..changed], all[..changed]);
    again
}
