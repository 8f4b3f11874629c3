//! Reports of verifications, so that each step is told in each of its ways.

use super::super::verification::{fault_kinds, sound};
use super::super::{founding, parse, recorded};
use super::{bodies, counts, large};
use protokol::domain::commission::CommissionFormed;
use protokol::domain::event::RecordedEvent;
use protokol::domain::id::{EventHash, UnitId};
use protokol::domain::manifest::Tier;
use protokol::domain::number::{Count, Sequence, Size};
use protokol::domain::protocol::{Paper, ProtocolSubmitted};
use protokol::domain::statement::Body;
use protokol::domain::summary::SummarySubmitted;
use protokol::ledger::envelope::{Head, LinkFault};
use protokol::ledger::files::frame::FrameError;
use protokol::ledger::submission::SubmissionError;
use protokol::tally::read_model::ReadModel;
use protokol::verify::fault::{Fault, FaultKind, SnapshotPlace};
use protokol::verify::report::{Attachments, Expected, Report, Snapshots, Trust};

/// A read model of so many precincts, each with a protocol that fails an error and one that fails a warning.
fn model(precincts: u32, attachments: usize) -> ReadModel {
    let Body::ElectionCalled(mut act) = founding() else { unreachable!("it is a founding act") };
    act.manifest.tiers.push(Tier { name: parse("precinct"), members: 1, quorum: 1, declared: None });
    let mut model = ReadModel::default();
    let mut sequence = 0;
    let mut record = |body: Body| {
        let mut hash = [0; 32];
        hash[..8].copy_from_slice(&u64::to_be_bytes(sequence));
        model.apply(&RecordedEvent { sequence: Sequence(sequence), hash: EventHash(hash), ..recorded(body) });
        sequence += 1;
    };
    let commission = act.commission.clone();
    record(Body::ElectionCalled(act));
    for precinct in 0..precincts {
        let unit: UnitId = parse(&format!("01.{precinct:04}"));
        let (tier, parent) = (parse("precinct"), Some(parse("GE")));
        record(Body::CommissionFormed(CommissionFormed { unit: unit.clone(), tier, parent, ..commission.clone() }));
        let paper = Paper { unit, ..bodies::protocol(1, 0, 0).paper };
        let mut protocol = ProtocolSubmitted { paper, ..bodies::protocol(700, 0, attachments) };
        protocol.figures.items[1] = Some(Count(699 + precinct % 2));
        record(Body::ProtocolSubmitted(protocol));
    }
    if precincts % 2 == 1 {
        record(Body::SummarySubmitted(SummarySubmitted { unit: parse("GE"), ..bodies::summary(9) }));
    }
    model
}

fn trusts() -> Vec<(String, Report)> {
    let mut all = Vec::new();
    let wrong = [
        Vec::new(),
        vec![Fault::of_ledger(FaultKind::NotTrusted)],
        vec![Fault::of_ledger(FaultKind::QuorumNotMet)],
        vec![Fault::of_ledger(FaultKind::NotExpected { expected: parse(&"0123 ".repeat(16)[..79]) })],
    ];
    for (trust, name) in [(Trust::Policy, "policy"), (Trust::Expected, "expected"), (Trust::SelfSigned, "self")] {
        for faults in &wrong {
            for expected in [Expected::NotAsked, Expected::At(Size(1)), Expected::At(Size(1_001)), Expected::Never] {
                for witnesses in [Vec::new(), vec!["red".to_owned()], vec!["red".to_owned(), "blue".to_owned()]] {
                    let asked = witnesses.len() != 1;
                    let report = Report { trust, expected, witnesses, faults: faults.clone().into(), ..sound() };
                    all.push((name.to_owned(), Report { witnesses_asked: asked, ..report.clone() }));
                    let head = Head { size: Size(2_000), ..report.head };
                    all.push((name.to_owned(), Report { checkpoint: None, head, ..report }));
                }
            }
        }
    }
    all
}

/// Whatever counts events, bytes or signatures, for every count.
fn counted() -> Vec<(String, Report)> {
    let mut all = Vec::new();
    for count in large() {
        let head = Head { size: Size(count), ..sound().head };
        let mut checkpoint = sound().checkpoint.expect("it has one");
        checkpoint.size = Size(count);
        let faults = vec![Fault::of_ledger(FaultKind::Unsealed(Size(count))), Fault::of_ledger(FaultKind::Torn(count))];
        let checkpoint = Some(checkpoint);
        let report = Report { head, checkpoint, signatures: count, tiles: Some(count), ..sound() };
        all.push((format!("{count} events"), report.clone()));
        all.push((format!("{count} events unsealed"), Report { faults: faults.into(), ..report }));
    }
    all
}

/// A fault of every family, so many times.
fn repeated() -> Vec<(String, Report)> {
    let mut all = Vec::new();
    let kinds = [
        FaultKind::NoCheckpoint,
        FaultKind::Link(LinkFault::Previous),
        FaultKind::Frame(FrameError::Magic),
        FaultKind::Submission(SubmissionError::Layout),
        FaultKind::Submission(SubmissionError::SignatureOrder),
        FaultKind::Inadmissible(protokol::domain::rejection::Rejection::Unsigned),
        FaultKind::Inadmissible(protokol::domain::rejection::Rejection::RulesUnknown(
            protokol::domain::number::RulesNumber(2),
        )),
        FaultKind::SnapshotNotTheLogs(SnapshotPlace::Kept),
        FaultKind::TileForged,
        FaultKind::FileDiffers,
        FaultKind::AttachmentMissing(parse("front.jpg")),
        FaultKind::AttachmentAltered(parse("front.jpg")),
    ];
    for what in kinds {
        for count in counts::<usize>().filter(|count| (1..200).contains(count)) {
            let fault = |at: usize| match at % 3 {
                0 => Fault::of_ledger(what.clone()),
                1 => Fault::of_event(Sequence(17), what.clone()),
                _ => Fault::at("journal/000", 4096, what.clone()),
            };
            let faults: Vec<_> = (count..2 * count).map(fault).collect();
            all.push((format!("{count} faults"), Report { faults: faults.into(), tiles: Some(9), ..sound() }));
        }
    }
    all
}

fn snapshots() -> Vec<(String, Report)> {
    let states = [Snapshots::Nothing, Snapshots::NotAsked, Snapshots::Agrees(Size(0)), Snapshots::Agrees(Size(1))];
    states.map(|snapshot| (format!("{snapshot:?}"), Report { snapshot, ..sound() })).into()
}

fn attached() -> Vec<(String, Report)> {
    let mut all = Vec::new();
    for count in counts::<usize>().filter(|count| *count < 2_000) {
        let named = Report { model: model(1, count), ..sound() };
        all.push((format!("{count} attachments"), named.clone()));
        for (there, unnamed) in [(count, 0), (0, count), (2, 3)] {
            let attachments = Some(Attachments { there, unnamed });
            all.push((format!("{count} attachments asked for"), Report { attachments, ..named.clone() }));
            all.push((format!("{count} attachments, none named"), Report { attachments, ..sound() }));
        }
        let missing = vec![Fault::of_event(Sequence(17), FaultKind::AttachmentMissing(parse("front.jpg"))); count];
        let altered = vec![Fault::of_event(Sequence(18), FaultKind::AttachmentAltered(parse("front.jpg"))); 2];
        all.push((
            format!("{count} attachments missing"),
            Report { faults: [missing, altered].concat().into(), ..named },
        ));
    }
    all
}

fn of_boards() -> Vec<(String, Report)> {
    let of = |precincts| (format!("{precincts} precincts"), Report { model: model(precincts, 0), ..sound() });
    let mut all: Vec<_> = [1, 2, 3, 4, 5, 10, 11, 21, 42, 101].map(of).into();
    all.push((
        "no events".to_owned(),
        Report { model: ReadModel::default(), head: Head::START, signatures: 0, ..sound() },
    ));
    all
}

/// Every report, under a name of its own kind.
pub fn reports() -> Vec<(String, Report)> {
    let one =
        |what| ("one fault".to_owned(), Report { faults: vec![Fault::of_event(Sequence(17), what)].into(), ..sound() });
    let mut all: Vec<_> = fault_kinds().into_iter().map(one).collect();
    all.extend([trusts(), counted(), repeated(), snapshots(), attached(), of_boards()].into_iter().flatten());
    all
}
