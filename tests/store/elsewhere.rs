//! What went wrong elsewhere, each as a night of its own: what the ledger answers, and that it can be told.

use protokol::crypto::hash::FileDigest;
use protokol::crypto::parallel::Serial;
use protokol::domain::code::{Code, FindingCode};
use protokol::domain::finding::{Cell, Finding};
use protokol::domain::id::EventHash;
use protokol::domain::manifest::{Deadline, Tier};
use protokol::domain::number::{Count, Size, Total};
use protokol::domain::paper_status::PaperStatus;
use protokol::domain::protocol::{Attachment, Media, ProtocolCorrected, ProtocolSubmitted};
use protokol::domain::statement::Body;
use protokol::domain::summary::{SummaryFigures, SummarySubmitted};
use protokol::ledger::files::seal::Seal;
use protokol::store::journal::disk::Folder;
use protokol::store::journal::inspect::inspect;
use protokol::tally::findings::findings;
use protokol::tally::history::{Change, versions};
use protokol::tally::moment::Moment;
use protokol::tally::summaries::recompute;
use protokol::tally::totals::tallies;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::Verdict;
use protokol::verify::report::Report;

use crate::kit::tiny::*;

/// The members of P1 and P2 who sign: four of six.
const P1: [By<'static>; 4] = [("P1", "1"), ("P1", "2"), ("P1", "3"), ("P1", "4")];
const P2: [By<'static>; 4] = [("P2", "1"), ("P2", "2"), ("P2", "3"), ("P2", "4")];
const TOP: [By<'static>; 1] = [("TOP", "1")];

/// A central commission, two precincts of six members, two candidates; protocols are due at midnight.
fn begun() -> Ledger {
    let mut manifest = tiny_manifest();
    manifest.tiers[1] = Tier { members: 6, quorum: 4, ..manifest.tiers[1].clone() };
    manifest.deadlines = vec![Deadline { tier: id("precinct"), hours: 0 }];
    let mut ledger = Ledger::default();
    let precincts = ["P1", "P2"].map(|unit| commission(&manifest, unit, "precinct", Some("TOP")));
    ledger.say(Body::ElectionCalled(founding(manifest, "TOP")), &TOP).expect("admissible");
    for precinct in precincts {
        ledger.say(Body::CommissionFormed(precinct), &TOP).expect("admissible");
    }
    ledger.say(candidate(1, "Candidate A"), &TOP).expect("admissible");
    ledger.say(candidate(2, "Candidate B"), &TOP).expect("admissible");
    ledger
}

fn scan(name: &str, digest: u8) -> Attachment {
    let (blake3, sha256) = (FileDigest([digest; 32]), FileDigest([digest + 1; 32]));
    Attachment { name: text(name), media: Media::Jpeg, bytes: 1000, blake3, sha256 }
}

fn counted(unit: &str, votes: [u32; 2], scans: Vec<Attachment>) -> ProtocolSubmitted {
    let valid = votes.iter().sum();
    ProtocolSubmitted { attachments: scans, ..protocol(unit, &[valid], &[(1, votes[0]), (2, votes[1])]) }
}

fn correct(replaces: EventHash, protocol: ProtocolSubmitted) -> Body {
    let (reason, decision) = (text("two piles were mixed up"), decision());
    Body::ProtocolCorrected(ProtocolCorrected { replaces, reason, decision, protocol })
}

fn standing(ledger: &Ledger, unit: &str) -> PaperStatus<()> {
    let row = ledger.model.paper(&id("round-1"), &id(unit));
    row.map_or(PaperStatus::Awaited, |row| row.at(ledger.size()).status)
}

fn found(ledger: &Ledger, code: Code) -> Vec<Finding> {
    let now = Moment { size: ledger.size(), clock: ledger.head.arrival };
    findings(&ledger.model, now).into_iter().filter(|finding| finding.code == FindingCode::BuiltIn(code)).collect()
}

fn verified(ledger: &Ledger) -> Report {
    let home = tempfile::tempdir().expect("a temporary folder");
    ledger.write(home.path());
    inspect(&Folder::new(home.path()), Serial, &TrustAnchors::default(), &mut |_| {}).expect("readable")
}

/// 468 published scans were replaced on an official site, some by the wrong document.
#[test]
fn published_scans_are_not_replaced_unseen() {
    let mut ledger = begun();
    let first = counted("P1", [10, 4], vec![scan("page-1.jpg", 5)]);
    let event = ledger.say(Body::ProtocolSubmitted(first.clone()), &P1).expect("admissible");
    // Whoever swaps the digest in the journal leaves signatures that hold no more, and a root that is another.
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut journal = ledger.journal();
    let at = journal.windows(32).position(|bytes| bytes == [5; 32]).expect("the digest is in there");
    journal[at..at + 32].fill(9);
    write_ledger(home.path(), &journal, &ledger.seal_file(), &ledger.log);
    let report = inspect(&Folder::new(home.path()), Serial, &TrustAnchors::default(), &mut |_| {}).expect("readable");
    assert_eq!(report.verdict(), Verdict::Failed);
    assert!(report.has(&[Code::R33]) && report.has(&[Code::V7]), "{:?}", report.faults);
    // In the open it is an event of its own: who, why, by which decision, and what changed; the first scan stays named.
    let second = counted("P1", [10, 4], vec![scan("page-1-sharp.jpg", 7)]);
    ledger.say(correct(event, second.clone()), &P1).expect("admissible");
    let election = ledger.model.election().expect("founded");
    let row = ledger.model.paper(&id("round-1"), &id("P1")).expect("a paper");
    let lineage = versions(&ledger.model, &election.founding.manifest.form, row, ledger.size());
    assert_eq!(lineage.iter().map(|version| version.protocol).collect::<Vec<_>>(), [&first, &second]);
    let replaced = lineage[1].replaced.as_ref().expect("it replaces the first");
    assert_eq!((replaced.event, replaced.reason.as_str()), (event, "two piles were mixed up"));
    assert!(replaced.changes.is_empty() && !replaced.by_newcomers, "no figure changed, and the same people signed");
}

/// 337 stations were marked "counted" hours before the poll workers signed.
#[test]
fn nothing_is_counted_before_its_quorum_signed() {
    let mut ledger = begun();
    let paper = || Body::ProtocolSubmitted(counted("P1", [10, 4], Vec::new()));
    assert_eq!(ledger.say(paper(), &[]), Err(Code::R11));
    assert_eq!(ledger.say(paper(), &P1[..3]), Err(Code::R11), "three of six are no quorum");
    assert_eq!(ledger.say(paper(), &TOP), Err(Code::R10), "nor can the commission above count for them");
    assert_eq!(standing(&ledger, "P1"), PaperStatus::Awaited);
    let tally = tallies(&ledger.model, &id("round-1"), ledger.size()).remove(&id("TOP")).expect("the whole");
    assert_eq!((tally.in_force, tally.awaited), (0, 2));
    assert!(tally.items == [None] && tally.votes.iter().all(|(_, votes)| votes.is_none()), "awaited is not zero");
    // An operator who lets such a paper in is found out.
    assert_eq!(verified(&ledger).verdict(), Verdict::Failed);
    ledger = begun();
    ledger.say(paper(), &P1).expect("admissible");
    assert_eq!(standing(&ledger, "P1"), PaperStatus::Reported(()));
    assert_eq!(verified(&ledger).verdict(), Verdict::Verified);
}

/// Figures were corrected, and the wrong photograph stayed beside them.
#[test]
fn figures_and_their_scan_are_superseded_together() {
    let mut ledger = begun();
    let first = counted("P1", [10, 4], vec![scan("page-1.jpg", 5)]);
    let event = ledger.say(Body::ProtocolSubmitted(first), &P1).expect("admissible");
    let mut second = counted("P1", [9, 5], vec![scan("page-1-new.jpg", 7)]);
    second.form_serial = text("AA 000002");
    ledger.say(correct(event, second.clone()), &P1).expect("admissible");
    let row = ledger.model.paper(&id("round-1"), &id("P1")).expect("a paper");
    let (_, in_force) = row.at(ledger.size()).in_force.expect("a protocol");
    assert_eq!(*in_force, second, "figures, serial and scan are those of one paper");
    let form = &ledger.model.election().expect("founded").founding.manifest.form;
    let lineage = versions(&ledger.model, form, row, ledger.size());
    let change = |item: &str, before, after| Change {
        item: item.to_owned(),
        before: Some(Count(before)),
        after: Some(Count(after)),
    };
    let replaced = lineage[1].replaced.as_ref().expect("it replaces the first");
    assert_eq!(replaced.changes, [change("cand_01", 10, 9), change("cand_02", 4, 5)]);
    assert_eq!(replaced.decision.reference.as_str(), "1/1");
    // Asked for the time before, the ledger still answers as it did then.
    let before = tallies(&ledger.model, &id("round-1"), Size(ledger.size().0 - 1)).remove(&id("TOP")).expect("all");
    let now = tallies(&ledger.model, &id("round-1"), ledger.size()).remove(&id("TOP")).expect("all");
    assert_eq!((before.votes[0].1, now.votes[0].1), (Some(Total(10)), Some(Total(9))));
}

/// Totals of two tiers did not reconcile, and nobody could tell which protocols had been summed.
#[test]
fn a_summary_that_is_not_the_sum_of_its_protocols_is_told_cell_by_cell() {
    let mut ledger = begun();
    ledger.say(Body::ProtocolSubmitted(counted("P1", [10, 4], Vec::new())), &P1).expect("admissible");
    ledger.say(Body::ProtocolSubmitted(counted("P2", [3, 8], Vec::new())), &P2).expect("admissible");
    let right = recompute(&ledger.model, &id("round-1"), &id("TOP"), ledger.size(), &[]).expect("a contest");
    let mut summary = SummarySubmitted {
        contest: id("round-1"),
        unit: id("TOP"),
        totals: SummaryFigures { items: right.totals.items.clone(), votes: right.totals.votes.clone() },
        counters: right.counters,
        made_at: ledger.size(),
        left_out: Vec::new(),
        root: right.root,
        form_serial: text(""),
        completed_at: None,
    };
    summary.totals.votes[0].1 = Total(14);
    ledger.say(Body::SummarySubmitted(summary), &TOP).expect("signed is signed");
    let wrong = Cell { item: "cand_01".into(), stated: Some(14), expected: Some(13) };
    assert_eq!(found(&ledger, Code::S1).into_iter().map(|f| f.cells).collect::<Vec<_>>(), [vec![wrong]]);
    assert_eq!(found(&ledger, Code::S2), [], "it names the very protocols");
    let report = verified(&ledger);
    assert_eq!(report.verdict(), Verdict::Verified, "a wrong sum is a finding, and the ledger is whole");
}

/// The upload system failed for hours at national scale.
#[test]
fn papers_signed_offline_are_handed_in_again_and_again_and_count_once() {
    let mut ledger = begun();
    let signed = ledger.signed(Body::ProtocolSubmitted(counted("P1", [10, 4], Vec::new())), &P1).encode();
    assert!(ledger.seal(signed.clone()).is_ok());
    for _ in 0..3 {
        assert_eq!(ledger.seal(signed.clone()), Err(Code::R1), "it is in already");
    }
    let tally = tallies(&ledger.model, &id("round-1"), ledger.size()).remove(&id("TOP")).expect("the whole");
    assert_eq!((tally.in_force, tally.votes[0].1), (1, Some(Total(10))));
}

/// A selfie was uploaded in the place of the form.
#[test]
fn a_picture_without_figures_is_no_protocol() {
    let mut ledger = begun();
    let mut selfie = counted("P1", [0, 0], vec![scan("selfie.jpg", 5)]);
    selfie.figures = figures(&[], &[]);
    assert_eq!(ledger.say(Body::ProtocolSubmitted(selfie), &P1), Err(Code::R15));
    assert_eq!(standing(&ledger, "P1"), PaperStatus::Awaited);
}

/// Batches were held back and released together.
#[test]
fn papers_that_were_held_back_show_when_they_came() {
    let mut ledger = begun();
    // Signed at eight in the evening by the signers' clock, handed in after midnight.
    let held_back = ledger.signed(Body::ProtocolSubmitted(counted("P1", [10, 4], Vec::new())), &P1).encode();
    let envelope = ledger.head.seal(instant(START + 5 * 3_600_000), held_back).encode();
    ledger.put(envelope).expect("admissible");
    let late = found(&ledger, Code::D1);
    assert_eq!(late.iter().map(|f| f.unit.as_str()).collect::<Vec<_>>(), ["P1"], "arrival decides, not the said time");
    let row = ledger.model.paper(&id("round-1"), &id("P1")).expect("a paper");
    assert_eq!(row.steps[0].provenance.arrival, instant(START + 5 * 3_600_000));
    // A writer that dates it back is found out: arrivals do not go backwards.
    let mut backdated = ledger;
    let paper = backdated.signed(Body::ProtocolSubmitted(counted("P2", [3, 8], Vec::new())), &P2).encode();
    let envelope = backdated.head.seal(instant(START), paper).encode();
    let arrival = u64::from_le_bytes(envelope[40..48].try_into().expect("eight bytes"));
    assert_eq!(arrival, START + 5 * 3_600_000, "the writer itself cannot");
    let mut forged = envelope;
    forged[40..48].copy_from_slice(&START.to_le_bytes());
    backdated.put(forged).expect("the paper itself is right");
    assert!(verified(&backdated).has(&[Code::V6]));
}

/// 2,268 stations had no data released.
#[test]
fn a_station_without_data_has_a_name_and_is_missing() {
    let mut ledger = begun();
    ledger.say(Body::ProtocolSubmitted(counted("P1", [10, 4], Vec::new())), &P1).expect("admissible");
    assert_eq!(standing(&ledger, "P2"), PaperStatus::Awaited);
    assert_eq!(found(&ledger, Code::D2), [], "its time is not over");
    // The next thing that happens, after midnight, is the clock.
    let note = ledger.signed(candidate(3, "Candidate C"), &TOP).encode();
    let envelope = ledger.head.seal(instant(START + 5 * 3_600_000), note).encode();
    assert_eq!(ledger.put(envelope), Err(Code::R24), "the ballot is fixed; the hour is told all the same");
    let missing = found(&ledger, Code::D2);
    assert_eq!(missing.iter().map(|f| (f.unit.as_str(), f.event)).collect::<Vec<_>>(), [("P2", None)]);
    let tally = tallies(&ledger.model, &id("round-1"), ledger.size()).remove(&id("P2")).expect("the precinct");
    assert_eq!((tally.awaited, tally.votes[0].1), (1, None), "awaited, and no number");
    // That it had sent nothing by then is proved by the whole ledger: a seal covers every event.
    assert!(
        Seal::decode(&ledger.seal_file())
            .latest()
            .is_some_and(|(_, signed)| { signed.checkpoint().size == ledger.size() })
    );
}
