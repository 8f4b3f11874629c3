//! Every language says everything, and says it itself.

use super::findings::built_in_of;
use super::refusals::{rejections, shape_flaws, submission_errors};
use super::verification::fault_kinds;
use super::{founding, keeps_to_its_letters};
use protokol::crypto::note::NoteRefusal;
use protokol::domain::code::Code;
use protokol::domain::commission::Office;
use protokol::domain::form::Severity;
use protokol::domain::id::EventHash;
use protokol::domain::number::{Sequence, Size, Voting};
use protokol::domain::paper_status::PaperStatus;
use protokol::domain::statement::Kind;
use protokol::ledger::files::fork::NoFork;
use protokol::ledger::tree::proof::ProofRefusal;
use protokol::text::{self, Column, Compared, Fact, Heading, Label, Lang, Remark};
use protokol::verify::compare::{Apart, Relation};
use protokol::verify::fault::{Fault, Verdict};
use protokol::verify::report::Trust;

pub fn facts() -> Vec<Fact<'static>> {
    vec![
        Fact::Turnout { share: "1 %" },
        Fact::InForce { protocols: 2, of: 3 },
        Fact::Awaited(2),
        Fact::Annulled(2),
        Fact::Failed(2),
        Fact::Corrected(2),
        Fact::Cell { cell: "valid", unit: "01", stated: "1", recomputed: "2" },
        Fact::At { at: Size(1), of: Size(2) },
        Fact::Findings { shown: 2, size: Size(2) },
        Fact::Rules { fingerprint: "560c" },
        Fact::Below("01"),
        Fact::FormedBy(Sequence(7)),
        Fact::Commission { members: 6, quorum: 4 },
        Fact::Until(Sequence(7)),
        Fact::Voting(Voting(2)),
        Fact::TurnoutAt { hour: "12:00", voters: 5 },
        Fact::Signatures(2),
        Fact::Accepted { paper: "a", sequence: Sequence(7), event: EventHash([1; 32]), receipt: Some("b") },
        Fact::Accepted { paper: "a", sequence: Sequence(7), event: EventHash([1; 32]), receipt: None },
        Fact::Late(2),
        Fact::Missing(2),
        Fact::Hour { hour: "12:00", voters: 5, stations: 2, of: 3 },
        Fact::Bulletin { hour: "12:00", voters: 5, stations: None },
        Fact::Bulletin { hour: "12:00", voters: 5, stations: Some(2) },
        Fact::WithoutResult { units: 1, units_of: 2, voters: 3, voters_of: 4 },
        Fact::Replaces { event: EventHash([1; 32]), reason: "a", decision: "" },
        Fact::Replaces { event: EventHash([1; 32]), reason: "a", decision: "12" },
        Fact::Changed { item: "valid", before: "1", after: "2" },
        Fact::CopyAgainst { version: Sequence(7), then: true, code: None },
        Fact::CopyAgainst { version: Sequence(7), then: true, code: Some(Code::C1) },
        Fact::CopyAgainst { version: Sequence(7), then: false, code: None },
        Fact::CopyAgainst { version: Sequence(7), then: false, code: Some(Code::C1) },
        Fact::CopyRefused { reason: "a" },
        Fact::Complaint { against: Sequence(7), subject: "a" },
        Fact::ComplaintDecided { event: Sequence(7), outcome: "a", reason: "b" },
        Fact::Owed { owed: 1, named: 2, names: "b", paper: "a" },
        Fact::More(2),
        Fact::Next { command: "protokol help V1" },
        Fact::AskTheLedger { command: "`protokol verify LEDGER`" },
        Fact::SizeOf { size: Size(2), origin: "example" },
        Fact::Within { sequence: Sequence(7), event: "a" },
        Fact::Arrived { event: "a", arrival: "now", signatures: 2 },
        Fact::Demands { rule: "votes = valid" },
        Fact::Seconds { name: "a", tenths: 15 },
    ]
}

pub fn compared() -> Vec<Compared<'static>> {
    let relations = [
        Relation::Equal,
        Relation::Continuation,
        Relation::Rollback,
        Relation::Fork,
        Relation::Contradiction,
        Relation::Unrelated(Apart::Origin),
        Relation::Unrelated(Apart::Key),
    ];
    let means = |relation| [Compared::Word(relation), Compared::Means { relation, events: 2 }];
    let mut all: Vec<_> = relations.into_iter().flat_map(means).chain(Compared::HEADINGS.iter().copied()).collect();
    all.extend([
        Compared::State { size: Size(2), fingerprint: "560c" },
        Compared::NotApplied { events: 2, command: "`protokol verify`" },
        Compared::TwoRoots { size: Size(2), one: "a", other: "b" },
        Compared::LeadsTo { size: Size(2), hashes: 3 },
        Compared::FirstDifference(Sequence(7)),
        Compared::Written { file: "a.evidence", command: "`protokol verify`" },
        Compared::ProvesNothing(&NoFork::IdleKey),
        Compared::ProvesNothing(&NoFork::NotSigned(Size(2), NoteRefusal::NoKnownSignature)),
        Compared::ProvesNothing(&NoFork::Order),
        Compared::ProvesNothing(&NoFork::Agree),
        Compared::ProvesNothing(&NoFork::NotProved(ProofRefusal::Root)),
    ]);
    all
}

/// All that a language can say of the cases at hand, in one order.
fn everything(lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    let mut pair = |said: text::Said| all.extend([said.says, said.remedy.to_string()]);
    rejections().iter().for_each(|rejection| pair(text::rejection(lang, rejection)));
    submission_errors().iter().for_each(|error| pair(text::submission_error(lang, error)));
    shape_flaws().iter().for_each(|flaw| pair(text::shape_flaw(lang, flaw)));
    for code in Code::ALL {
        let explained = text::explain(lang, *code);
        all.extend([explained.what.to_owned(), explained.remedy.to_string()]);
        all.push(built_in_of(lang, *code, &[("received", Some(1), None)]));
    }
    all.extend(fault_kinds().into_iter().map(|what| text::fault(lang, &Fault::of_event(Sequence(17), what))));
    all.extend(facts().iter().map(|fact| text::fact(lang, fact)));
    all.extend(Label::ALL.iter().map(|label| text::label(lang, *label).to_owned()));
    all.extend(Column::ALL.iter().map(|column| text::column(lang, *column).to_owned()));
    all.extend(Heading::ALL.iter().map(|heading| text::heading(lang, *heading).to_owned()));
    all.extend(compared().iter().map(|told| text::compared(lang, told)));
    let unit = super::parse("01.001");
    let remarks =
        [Remark::SignedFor(&unit), Remark::ReceiptElsewhere(Sequence(7)), Remark::CheckPage("64ae 7db3 341e a09f")];
    all.extend(remarks.iter().map(|remark| text::remark(lang, remark)));
    for kind in Kind::ALL {
        all.extend([text::event_kind(lang, *kind).to_owned(), text::signed_by(lang, *kind).to_owned()]);
    }
    let standings = [
        PaperStatus::Awaited,
        PaperStatus::Opened,
        PaperStatus::Reported(()),
        PaperStatus::Annulled,
        PaperStatus::Failed,
    ];
    all.extend(standings.map(|standing| text::standing(lang, standing).to_owned()));
    let verdicts = [Verdict::Verified, Verdict::Insufficient, Verdict::Unreadable, Verdict::Failed];
    all.extend(verdicts.map(|verdict| text::verdict(lang, verdict, Trust::Policy).to_owned()));
    let offices = [Office::Chair, Office::Deputy, Office::Secretary, Office::Member];
    all.extend(offices.map(|office| text::office(lang, office).to_owned()));
    all.extend([Severity::Error, Severity::Warning].map(|severity| text::severity(lang, severity).to_owned()));
    all.push(text::statement_line(lang, &founding()));
    all
}

#[test]
fn no_sentence_is_left_in_another_language() {
    let english = everything(Lang::En);
    for lang in Lang::ALL.iter().copied() {
        let sentences = everything(lang);
        sentences.iter().for_each(|sentence| keeps_to_its_letters(lang, sentence));
        assert!(sentences.iter().all(|sentence| !sentence.trim().is_empty()), "{lang}");
        assert_eq!(sentences.len(), english.len());
        if lang != Lang::En {
            sentences.iter().zip(&english).for_each(|(ours, theirs)| assert_ne!(ours, theirs, "{lang}"));
        }
    }
}

#[test]
fn sentences_are_as_their_language_writes_them() {
    let rejection =
        protokol::domain::rejection::Rejection::QuorumNotMet { unit: super::parse("01.001"), signed: 6, needed: 7 };
    assert_eq!(
        text::rejection(Lang::Az, &rejection).says,
        "01.001: komissiyanın yetərsayı üçün lazım olan 7 imzadan 6 imza var."
    );
    assert_eq!(text::rejection(Lang::Ru, &rejection).says, "01.001: 6 подписей из 7, нужных для кворума комиссии.");
    assert_eq!(
        text::rejection(Lang::Ru, &rejection).remedy.to_string(),
        "Соберите у членов ещё 1 подпись: `protokol sign`, затем подайте снова."
    );
    // A name keeps its letters.
    let missing = protokol::domain::protocol::ShapeFlaw::ItemMissing(super::parse("invalid"));
    assert_eq!(text::shape_flaw(Lang::Az, &missing).says, "Bu bənd yoxdur: invalid.");
    assert_eq!(text::statement_line(Lang::Ru, &founding()), "GE: An election, 2018-10-28, 1 состязание, репетиция");
}

#[test]
fn a_language_is_known_by_its_letters() {
    for lang in Lang::ALL {
        assert_eq!(lang.to_string().parse(), Ok(*lang));
    }
    for other in ["EN", "xx", "", "az_AZ", "русский"] {
        let error = other.parse::<Lang>().expect_err("no language");
        assert!(error.to_string().ends_with("is not a language of this program, which speaks en, az and ru"));
    }
}
