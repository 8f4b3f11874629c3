//! A night in which everything happens once, as a ledger that the library makes: every instant and every key is fixed.

use protokol::domain::candidate::*;
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::commission::{KeyRevoked, MemberReplaced};
use protokol::domain::complaint::{ComplaintDecided, ComplaintFiled, Outcome};
use protokol::domain::contest::{Contest, ContestCalled};
use protokol::domain::form::{Item, Role, Stage};
use protokol::domain::id::EventHash;
use protokol::domain::manifest::{Deadline, Invalidity, Manifest, Ratio, Tier};
use protokol::domain::number::{BallotNumber, Count, Seat, Size, Total};
use protokol::domain::observer::*;
use protokol::domain::protocol::*;
use protokol::domain::statement::{Body, Kind};
use protokol::domain::summary::{Counters, SummaryFigures, SummarySubmitted};
use protokol::domain::text::Text;

use crate::kit::tiny::*;

/// A photograph that is kept beside the ledger.
pub const PHOTOGRAPH: &[u8] = &[0xFF, 0xD8, 0xFF, 1];
/// A scan that another file stands for.
pub const ALTERED: &[u8] = b"%PDF-1.7 as signed";
/// A scan that is not there.
pub const MISSING: &[u8] = b"%PDF-1.7 as signed, and lost";

const TOP: &[By<'_>] = &[("TOP", "1")];
const MIDDLE: &[By<'_>] = &[("01", "1")];
const WATCH: &[By<'_>] = &[("observer:", "watch")];

/// Three tiers, a form of three items of which one may be missing, a term for complaints, a deadline that has passed,
/// and a rule of invalidity.
pub fn manifest() -> Manifest {
    let tiny = tiny_manifest();
    let tier = |name| Tier { name: id(name), members: 1, quorum: 1, declared: None };
    let mut form = tiny.form;
    let listed = Item {
        key: id("listed"),
        label: english("Voters on the list"),
        stage: Stage::Opening,
        role: Some(Role::Electorate),
        optional: false,
    };
    let spoilt =
        Item { key: id("spoilt"), label: english("Spoilt papers"), stage: Stage::Count, role: None, optional: true };
    form.items.insert(0, listed);
    form.items.push(spoilt);
    Manifest {
        polling_day: id("2026-05-09"),
        tiers: vec![tier("central"), tier("constituency"), tier("precinct")],
        contests: vec![Contest { polling_day: id("2026-05-09"), ..tiny.contests[0].clone() }],
        deadlines: vec![Deadline { tier: id("precinct"), hours: 0 }],
        invalidity: Some(Invalidity { units: Ratio { of: 2, all: 5 }, voters: Ratio { of: 1, all: 4 } }),
        complaint_hours: Some(24),
        turnout: protokol::domain::manifest::TurnoutRule { hours: vec![id("12:00")], ..tiny.turnout },
        form,
        ..tiny
    }
}

/// The scans of the protocol of 01.001.
pub fn scans() -> Vec<Attachment> {
    let scan = |name: &str, bytes: &[u8]| Attachment::of(text(name), bytes).expect("a scan");
    vec![scan("front.jpg", PHOTOGRAPH), scan("back.pdf", ALTERED), scan("third.pdf", MISSING)]
}

/// The ledger of the night under this manifest; closed at its end.
pub fn night(manifest: Manifest) -> Ledger {
    let mut ledger = Ledger::default();
    called(&mut ledger, manifest);
    let first = evening(&mut ledger);
    disputed(&mut ledger, first);
    decided(&mut ledger);
    ledger
}

fn say(ledger: &mut Ledger, body: Body, by: &[By<'_>]) -> EventHash {
    let kind = body.kind();
    ledger.say(body, by).unwrap_or_else(|code| panic!("{kind} is admissible: {code}"))
}

fn called(ledger: &mut Ledger, manifest: Manifest) {
    let formed = |unit, tier, parent| Body::CommissionFormed(commission(&manifest, unit, tier, Some(parent)));
    let units = ["01.001", "01.002", "01.003", "01.004"].map(|unit| formed(unit, "precinct", "01"));
    let constituency = formed("01", "constituency", "TOP");
    let nomination = NominationApproved {
        contest: id("round-1"),
        nominated_by: text("herself"),
        names: english("Ada Example"),
        decision: decision(),
    };
    let withdrawn = CandidateWithdrawn {
        contest: id("round-1"),
        number: BallotNumber(12),
        reason: text("withdrew"),
        decision: decision(),
    };
    let watch = ObserverAccredited {
        observer: id("watch"),
        organisation: text("A watch"),
        role: ObserverRole::Domestic,
        scope: id("01"),
        key: key(WATCH[0]).public(),
    };
    let contest =
        Contest { id: id("round-2"), title: english("Second round"), unit: None, polling_day: id("2026-05-24") };
    say(ledger, Body::ElectionCalled(founding(manifest, "TOP")), TOP);
    say(ledger, constituency, TOP);
    for unit in units {
        say(ledger, unit, MIDDLE);
    }
    say(ledger, Body::NominationApproved(nomination), TOP);
    say(ledger, candidate(1, "Ada Example"), TOP);
    say(ledger, candidate(2, "Bo \"the second\" Example"), TOP);
    say(ledger, candidate(12, "Cy Example"), TOP);
    say(ledger, Body::CandidateWithdrawn(withdrawn), TOP);
    say(ledger, Body::ObserverAccredited(watch), TOP);
    say(ledger, Body::ContestCalled(ContestCalled { decision: decision(), contest }), TOP);
}

/// A protocol: voters listed and valid votes, spoilt papers where they are on the paper, and the votes of two.
fn counted(unit: &str, [listed, valid]: [u32; 2], spoilt: Option<u32>, [one, two]: [u32; 2]) -> ProtocolSubmitted {
    let mut protocol = protocol(unit, &[listed, valid], &[(1, one), (2, two)]);
    protocol.figures.items.push(spoilt.map(Count));
    protocol
}

/// What the precincts say; the protocol of 01.001.
fn evening(ledger: &mut Ledger) -> EventHash {
    let by = |unit: &'static str| [(unit, "1")];
    let turnout = |unit: &str, voters, stations: Option<u32>| {
        let (as_of, stations) = (id("12:00"), stations.map(Count));
        Body::TurnoutReported(TurnoutReported { paper: paper(unit), as_of, voters: Count(voters), stations })
    };
    let opening = OpeningSealed { paper: paper("01.001"), items: vec![Some(Count(20)), None, None] };
    say(ledger, Body::OpeningSealed(opening), &by("01.001"));
    say(ledger, turnout("01.001", 5, None), &by("01.001"));
    say(ledger, turnout("01", 9, Some(2)), MIDDLE);
    let later = TurnoutReported { paper: paper("01"), as_of: id("17:00"), voters: Count(11), stations: None };
    say(ledger, Body::TurnoutReported(later), MIDDLE);
    let mut first = counted("01.001", [20, 7], None, [4, 3]);
    first.attachments = scans();
    let first = say(ledger, Body::ProtocolSubmitted(first), &by("01.001"));
    let wrong = counted("01.002", [30, 9], None, [5, 3]);
    let replaces = say(ledger, Body::ProtocolSubmitted(wrong), &by("01.002"));
    let copy = |figures| CopyContent::Handed { figures, attachments: Vec::new() };
    let filed = |unit, content| Body::CopyFiled(CopyFiled { paper: paper(unit), content });
    let mut illegible = counted("01.001", [20, 7], Some(1), [4, 3]).figures;
    illegible.items[0] = None;
    say(ledger, filed("01.001", copy(illegible)), WATCH);
    say(ledger, filed("01.002", copy(counted("01.002", [30, 9], Some(2), [5, 4]).figures)), WATCH);
    say(ledger, filed("01.003", CopyContent::Refused { reason: text("the door was shut") }), WATCH);
    let protocol = counted("01.002", [30, 9], Some(2), [5, 4]);
    let (reason, decision) = (text("a slip"), decision());
    let corrected = ProtocolCorrected { replaces, reason, decision, protocol };
    say(ledger, Body::ProtocolCorrected(corrected), &by("01.002"));
    first
}

/// What is complained of, annulled and repeated.
fn disputed(ledger: &mut Ledger, first: EventHash) {
    let complaint = |against, subject: &str| {
        let text_sha256 = protokol::crypto::hash::FileDigest([3; 32]);
        Body::ComplaintFiled(ComplaintFiled { against, subject: text(subject), text_sha256 })
    };
    let filed = say(ledger, complaint(first, "The box was open"), WATCH);
    let outcome = ComplaintDecided {
        complaint: filed,
        outcome: Outcome::UpheldInPart,
        reason: text("It stood ajar"),
        decision: decision(),
    };
    say(ledger, Body::ComplaintDecided(outcome), TOP);
    say(ledger, complaint(first, "Nobody was let in"), WATCH);
    let third = counted("01.003", [40, 2], Some(3), [1, 1]);
    let event = say(ledger, Body::ProtocolSubmitted(third), &[("01.003", "1")]);
    let (paper_of, reason) = (paper("01.003"), text("seals"));
    let annulled =
        ProtocolAnnulled { paper: paper_of.clone(), protocol: event, reason: reason.clone(), decision: decision() };
    say(ledger, Body::ProtocolAnnulled(annulled), MIDDLE);
    let repeat = RepeatVotingCalled { paper: paper_of, day: id("2026-05-17"), reason, decision: decision() };
    say(ledger, Body::RepeatVotingCalled(repeat), MIDDLE);
    let failed = VotingFailed { paper: paper("01.004"), reason: text("a flood"), decision: decision() };
    say(ledger, Body::VotingFailed(failed), MIDDLE);
}

/// What the commissions above say, and the end.
fn decided(ledger: &mut Ledger) {
    let summary = SummarySubmitted {
        contest: id("round-1"),
        unit: id("01"),
        totals: SummaryFigures {
            items: vec![Some(Total(50)), Some(Total(16)), None],
            votes: vec![(BallotNumber(1), Total(9)), (BallotNumber(2), Total(8))],
        },
        counters: Counters { units: 4, received: 3, taken_as_basis: 2, failed: 1, annulled: 1 },
        made_at: Size(ledger.entries.len() as u64),
        left_out: Vec::new(),
        root: protokol::crypto::hash::TreeHash([0; 32]),
        form_serial: Text::default(),
        completed_at: None,
    };
    say(ledger, Body::SummarySubmitted(summary), MIDDLE);
    let mut member = commission(&manifest(), "01.004", "precinct", Some("01")).members.remove(0);
    member.key = key(("fresh", "1")).public();
    let replaced = MemberReplaced { unit: id("01.004"), reason: text("moved"), member };
    say(ledger, Body::MemberReplaced(replaced), MIDDLE);
    let key = key(("01.003", "1")).public();
    say(ledger, Body::KeyRevoked(KeyRevoked { unit: id("01.003"), seat: Seat(1), key, reason: text("lost") }), MIDDLE);
    let ended = AccreditationWithdrawn { observer: id("watch"), reason: text("over") };
    say(ledger, Body::AccreditationWithdrawn(ended), TOP);
    let certified = ResultCertified {
        contest: id("round-1"),
        body: text("the court"),
        elected: vec![BallotNumber(1)],
        nobody: false,
        decision: decision(),
    };
    say(ledger, Body::ResultCertified(certified), TOP);
    let closed = say(ledger, Body::LedgerClosed(LedgerClosed { decision: decision() }), TOP);
    assert_eq!(ledger.entries.last().map(|entry| hash_of(entry)), Some(closed));
}

/// The kinds of the night's events.
pub fn kinds(ledger: &Ledger) -> Vec<Kind> {
    let kind = |entry: &Vec<u8>| {
        let envelope = protokol::ledger::envelope::Envelope::decode(entry).expect("an envelope");
        let signed = protokol::ledger::submission::SignedStatement::decode(&envelope.submission).expect("a submission");
        signed.statement().expect("a statement").body.kind()
    };
    ledger.entries.iter().map(kind).collect()
}
