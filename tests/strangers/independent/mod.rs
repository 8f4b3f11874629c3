//! Two verifiers, one answer: the program's and the one in Python, on honest, criminal and damaged ledgers. Names the
//! interpreter: `PROTOKOL_PYTHON=venv/bin/python cargo test --test strangers independent`; without it nothing is
//! compared.

mod follows;
mod kept;
mod proofs;
mod published;
mod snapshots;
mod unnamed;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use protokol::crypto::base64;
use protokol::crypto::hash::FileDigest;
use protokol::crypto::key::SecretKey;
use protokol::crypto::parallel::Serial;
use protokol::domain::candidate::{CandidateWithdrawn, NominationApproved};
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::commission::{KeyRevoked, Member, MemberReplaced, Office};
use protokol::domain::complaint::{ComplaintDecided, ComplaintFiled, Outcome};
use protokol::domain::contest::{Contest, ContestCalled};
use protokol::domain::form::{Check, Item, Operand, Operator, Role, Severity, Stage, Term};
use protokol::domain::id::{ContestId, EventHash, LedgerId, UnitId};
use protokol::domain::manifest::{Deadline, Invalidity, Manifest, Ratio, TurnoutSigners};
use protokol::domain::number::RulesNumber;
use protokol::domain::number::{BallotNumber, Count, Seat, Size, Total, Voting};
use protokol::domain::observer::{AccreditationWithdrawn, CopyContent, CopyFiled, ObserverAccredited, ObserverRole};
use protokol::domain::paper_status::PaperStatus;
use protokol::domain::protocol::{
    Dissent, Figures, OpeningSealed, Paper, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted, RepeatVotingCalled,
    TurnoutReported, VotingFailed,
};
use protokol::domain::statement::{Body, Kind, LogKeyRotated};
use protokol::domain::summary::{Counters, SummaryCorrected, SummaryFigures, SummarySubmitted};
use protokol::ledger::files::frame;
use protokol::store::journal::disk::Folder;
use protokol::store::journal::inspect::inspect;
use protokol::tally::findings::findings;
use protokol::tally::moment::Moment;
use protokol::tally::rows;
use protokol::tally::summaries;
use protokol::tally::totals::tallies;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::Verdict;
use protokol::verify::report::{Report, Snapshots};
use serde_json::{Value, json};

use crate::kit::chance::Chance;
use crate::kit::tiny::*;

/// A ledger in the making, of which most is right and the rest is wrong in every way that came to mind.
struct Story {
    chance: Chance,
    ledger: Ledger,
    manifest: Manifest,
    /// The secret of each key that was ever made up, by its public half.
    secrets: BTreeMap<[u8; 32], (String, String)>,
    log_seat: String,
    observers: Vec<String>,
    complaints: Vec<EventHash>,
    events: Vec<EventHash>,
    submissions: Vec<Vec<u8>>,
}

const UNITS: [&str; 9] = ["TOP", "C1", "C2", "P1", "P2", "P3", "P4", "P5", "P9"];
const CONTESTS: [&str; 4] = ["round-1", "round-1", "round-2", "round-9"];

fn place(unit: &str, depth: usize) -> Option<(&'static str, &'static str)> {
    match (unit, depth) {
        ("P1" | "P2", 3) => Some(("t2", "C1")),
        ("P3", 3) => Some(("t2", "C2")),
        ("P4" | "P5", 3) => Some(("t2", "TOP")),
        ("C1" | "C2", 3) => Some(("t1", "TOP")),
        ("P1" | "P2" | "P3", 2) => Some(("t1", "TOP")),
        _ => None,
    }
}

impl Story {
    fn begin(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let mut manifest = tiny_manifest();
        let depth = chance.of(&[1, 2, 3, 3, 3]);
        manifest.tiers = (0..depth)
            .map(|rank| {
                let members = 1 + chance.below(3) as u16;
                let quorum = 1 + chance.below(usize::from(members)) as u16;
                protokol::domain::manifest::Tier { name: id(&format!("t{rank}")), members, quorum, declared: None }
            })
            .collect();
        let item = |key: &str, stage, role, optional| Item { key: id(key), label: english(key), stage, role, optional };
        manifest.form.items = vec![
            item("list", Stage::Opening, Some(Role::Electorate), chance.percent(30)),
            item("came", Stage::Count, Some(Role::Turnout), chance.percent(50)),
            item("valid", Stage::Count, Some(Role::Valid), false),
            item("more", if chance.percent(50) { Stage::Opening } else { Stage::Count }, Some(Role::Turnout), true),
        ];
        let operators = [
            Operator::Equal,
            Operator::NotEqual,
            Operator::AtMost,
            Operator::AtLeast,
            Operator::Below,
            Operator::Above,
        ];
        let operands =
            [Operand::Votes, Operand::Item(id("list")), Operand::Item(id("came")), Operand::Item(id("more"))];
        manifest.form.checks = (0..4)
            .map(|n| {
                let mut side = || {
                    (0..=chance.below(2))
                        .map(|_| Term { coefficient: chance.below(5) as i32 - 2, of: chance.of(&operands) })
                        .collect()
                };
                let (left, right) = (side(), side());
                let op = chance.of(&operators);
                Check { code: id(&format!("E{n}")), left, op, right, severity: Severity::Error, says: english("") }
            })
            .collect();
        manifest.turnout.signers =
            chance.of(&[TurnoutSigners::AnyMember, TurnoutSigners::ChairOrSecretary, TurnoutSigners::Quorum]);
        manifest.utc_offset = id(chance.of(&["+04:00", "+03:00", "+02:00", "-03:30"]));
        if chance.percent(70) {
            let tiers = (0..depth).filter(|_| chance.percent(60)).collect::<Vec<_>>();
            let hours = |tier| Deadline { tier: id(&format!("t{tier}")), hours: chance.below(2) as u16 };
            manifest.deadlines = tiers.into_iter().map(hours).collect();
        }
        let last = manifest.tiers.len() - 1;
        manifest.tiers[last].declared = chance.percent(40).then(|| chance.below(8) as u32);
        let share = |chance: &mut Chance| Ratio { of: chance.below(12) as u16, all: 1 + chance.below(10) as u16 };
        if chance.percent(5) {
            manifest.invalidity = Some(Invalidity { units: share(&mut chance), voters: share(&mut chance) });
        }
        manifest.contests.push(Contest {
            id: id("round-2"),
            unit: Some(id(chance.of(&["C1", "P1", "TOP", "P9"]))),
            ..manifest.contests[0].clone()
        });
        manifest.rehearsal = chance.percent(90);
        if chance.percent(2) {
            manifest.form.checks[0].code = id(chance.of(&["T1", "V", "E1", "R07"]));
        }
        let mut story = Self {
            chance,
            ledger: Ledger::default(),
            manifest,
            secrets: BTreeMap::new(),
            log_seat: ORIGIN.to_owned(),
            observers: Vec::new(),
            complaints: Vec::new(),
            events: Vec::new(),
            submissions: Vec::new(),
        };
        story.found();
        story
    }

    fn key(&mut self, unit: &str, seat: &str) -> protokol::crypto::key::PublicKey {
        let public = SecretKey::demonstration(unit, seat).public();
        self.secrets.insert(public.0, (unit.to_owned(), seat.to_owned()));
        public
    }

    /// A commission, whose keys are no demonstration keys of theirs where this is no rehearsal.
    fn commission(
        &mut self,
        unit: &str,
        tier: &str,
        parent: Option<&str>,
    ) -> protokol::domain::commission::CommissionFormed {
        let mut formed = commission(&self.manifest, unit, tier, parent);
        let prefix = if self.manifest.rehearsal || self.chance.percent(5) { "" } else { "real " };
        for member in &mut formed.members {
            member.key = self.key(unit, &format!("{prefix}{}", member.seat));
            member.office = self.chance.of(&[Office::Chair, Office::Deputy, Office::Secretary, Office::Member]);
        }
        if self.chance.percent(20) {
            formed.utc_offset = Some(id(self.chance.of(&["+09:00", "-12:00", "+00:00"])));
        }
        match self.chance.below(25) {
            0 => formed.quorum += 1,
            1 => drop(formed.members.pop()),
            2 => formed.members[0].seat = Seat(2),
            3 if formed.members.len() > 1 => formed.members[1].key = formed.members[0].key,
            4 => formed.members[0].key = self.key("TOP", "1"),
            _ => {}
        }
        formed
    }

    fn found(&mut self) {
        let mut founding = founding(self.manifest.clone(), "TOP");
        founding.commission = self.commission("TOP", "t0", None);
        match self.chance.below(30) {
            0 => founding.origin = text("elsewhere.example"),
            1 => founding.commission.parent = Some(id("C1")),
            2 => founding.rules = RulesNumber(2),
            3 => founding.log_key = text("tiny.example/2026/rehearsal+00000000+AAAA"),
            _ => {}
        }
        let mut by: Vec<_> = founding.commission.members.iter().map(|m| self.secrets[&m.key.0].clone()).collect();
        by.dedup();
        if self.chance.percent(3) {
            by.pop();
        }
        self.say(Body::ElectionCalled(founding), &by);
    }

    fn say(&mut self, body: Body, by: &[(String, String)]) {
        let by: Vec<By<'_>> = by.iter().map(|(unit, seat)| (unit.as_str(), seat.as_str())).collect();
        let mut statement = self.ledger.statement(body.clone());
        if self.chance.percent(1) {
            statement.ledger = LedgerId([3; 32]);
        }
        let mut bytes = statement.encode().expect("fits");
        if self.chance.below(400) == 0 {
            bytes[2] = 26;
        }
        // A low byte makes a choice that is not known, among much else; it is signed all the same.
        if self.chance.below(150) == 0 {
            let at = 44 + self.chance.below(bytes.len() - 44);
            bytes[at] = self.chance.below(9) as u8;
        }
        let mut submission = submission_of(&bytes, &by);
        match self.chance.below(300) {
            0 => submission.push(0),
            1 => {
                let at = submission.len() - 1;
                submission[at] ^= 0x20;
            }
            2 if !self.submissions.is_empty() => submission = self.chance.of(&self.submissions),
            3 => submission[4] = 9,
            _ => {}
        }
        self.submissions.push(submission.clone());
        let said = self.seal(submission);
        if let Ok(event) = said {
            self.events.push(event);
            match body {
                Body::ObserverAccredited(accredited) => self.observers.push(accredited.observer.to_string()),
                Body::ComplaintFiled(_) => self.complaints.push(event),
                Body::LogKeyRotated(rotated) => {
                    let seat = ["log 2", "log 3", ORIGIN]
                        .into_iter()
                        .find(|seat| log_key(seat).verifier().to_string() == rotated.new.as_str());
                    self.log_seat = seat.expect("one of them").to_owned();
                    self.ledger.log = log_key(&self.log_seat);
                }
                _ => {}
            }
        }
    }

    fn seal(&mut self, submission: Vec<u8>) -> Result<EventHash, protokol::domain::code::Code> {
        if self.chance.below(200) != 0 {
            return self.ledger.seal(submission);
        }
        let mut envelope = self.ledger.head.seal(self.ledger.head.arrival, submission);
        match self.chance.below(4) {
            0 => envelope.previous = EventHash([1; 32]),
            1 => envelope.sequence.0 += 3,
            2 => envelope.arrival = instant(START),
            _ => return self.ledger.put(vec![0; 40]),
        }
        self.ledger.put(envelope.encode())
    }

    /// Who should say it: so many seats of a unit as the quorum, or all; now and then somebody else.
    fn seats(&mut self, unit: &str) -> Vec<(String, String)> {
        let unit = if self.chance.percent(4) { self.chance.of(&UNITS) } else { unit };
        let Some(election) = self.ledger.state.election() else { return Vec::new() };
        let Ok(commission) = election.unit(&id(unit)) else { return Vec::new() };
        let mut keys: Vec<_> = commission.seats.iter().map(|(_, occupant)| occupant.key.0).collect();
        let quorum = usize::from(commission.quorum);
        while keys.len() > quorum && self.chance.percent(60) {
            let out = self.chance.below(keys.len());
            keys.remove(out);
        }
        if self.chance.percent(4) {
            keys.pop();
        }
        if self.chance.percent(3) {
            let all: Vec<_> = self.secrets.keys().copied().collect();
            keys.push(self.chance.of(&all));
        }
        let keys: BTreeSet<_> = keys.into_iter().collect();
        keys.into_iter().filter_map(|key| self.secrets.get(&key).cloned()).collect()
    }

    fn unit(&mut self) -> UnitId {
        id(self.chance.of(&UNITS))
    }

    fn precinct(&mut self) -> UnitId {
        if self.chance.percent(5) { self.unit() } else { id(self.chance.of(&["P1", "P2", "P3", "P4", "TOP"])) }
    }

    fn above(&mut self, unit: &UnitId) -> String {
        let parent = self.ledger.state.election().and_then(|e| e.unit(unit).ok()?.parent.clone());
        match parent {
            Some(parent) if self.chance.percent(80) => parent.to_string(),
            _ => "TOP".to_owned(),
        }
    }

    fn paper(&mut self) -> Paper {
        let (contest, unit): (ContestId, _) = (id(self.chance.of(&CONTESTS)), self.precinct());
        let open = self.ledger.state.election().map_or(Voting::FIRST, |e| e.paper(&contest, &unit).voting);
        let voting = if self.chance.percent(4) { open.next() } else { open };
        Paper { contest, unit, voting }
    }

    fn in_force(&mut self, paper: &Paper) -> EventHash {
        let phase = self.ledger.state.election().map(|e| e.paper(&paper.contest, &paper.unit).status);
        match phase {
            Some(PaperStatus::Reported(event)) if self.chance.percent(95) => event,
            _ => EventHash([7; 32]),
        }
    }

    fn ballot(&self, contest: &ContestId) -> Vec<BallotNumber> {
        self.ledger.state.election().and_then(|e| Some(e.contest(contest).ok()?.ballot.clone())).unwrap_or_default()
    }

    fn items(&mut self) -> Vec<Option<Count>> {
        let mut items: Vec<_> = (0..4).map(|_| self.chance.percent(92).then(|| Count(self.chance.small()))).collect();
        if self.chance.percent(2) {
            items.pop();
        }
        items
    }

    fn figures(&mut self, contest: &ContestId) -> Figures {
        let mut votes: Vec<_> = self.ballot(contest).into_iter().map(|n| (n, Count(self.chance.small()))).collect();
        match self.chance.below(40) {
            0 => votes.push((BallotNumber(99), Count(1))),
            1 => drop(votes.pop()),
            2 => votes.reverse(),
            _ => {}
        }
        Figures { items: self.items(), votes }
    }

    fn protocol(&mut self, paper: Paper) -> ProtocolSubmitted {
        let dissent = |seat| Dissent { seat: Seat(seat), opinion: text("no") };
        let dissent = match self.chance.below(20) {
            0 => vec![dissent(1)],
            1 => vec![dissent(1), dissent(1)],
            2 => vec![dissent(9)],
            _ => Vec::new(),
        };
        let figures = self.figures(&paper.contest);
        ProtocolSubmitted {
            paper,
            figures,
            form_serial: text(""),
            completed_at: None,
            dissent,
            attachments: Vec::new(),
        }
    }

    fn summary(&mut self) -> SummarySubmitted {
        let (contest, unit): (ContestId, UnitId) =
            (id(self.chance.of(&CONTESTS)), id(self.chance.of(&["TOP", "C1", "C2", "P1"])));
        let size = self.ledger.size().0;
        let made_at = match self.chance.below(10) {
            0 => Size(self.chance.below(size as usize + 2) as u64),
            1 => Size(size.saturating_sub(1)),
            _ => Size(size),
        };
        let mut left_out: Vec<UnitId> = Vec::new();
        match self.chance.below(12) {
            0 => left_out = vec![id("P1")],
            1 => left_out = vec![id("P1"), id("P9")],
            2 => left_out = vec![id("P2"), id("P1")],
            _ => {}
        }
        let ascending = left_out.is_sorted();
        let true_one =
            summaries::recompute(&self.ledger.model, &contest, &unit, made_at, if ascending { &left_out } else { &[] });
        let (mut totals, mut counters, mut root) = match true_one {
            Some(one) => (one.totals, one.counters, one.root),
            None => (SummaryFigures::default(), Counters::default(), protokol::crypto::hash::TreeHash([0; 32])),
        };
        match self.chance.below(12) {
            0 => totals.items[0..].iter_mut().for_each(|item| *item = Some(Total(3))),
            1 => drop(totals.votes.pop()),
            2 => counters.received += 1,
            3 => root.0[0] ^= 1,
            4 => totals.votes.iter_mut().for_each(|(_, votes)| votes.0 += 1),
            _ => {}
        }
        if made_at < Size(size) {
            totals.votes = self.ballot(&contest).into_iter().map(|number| (number, Total(5))).collect();
        }
        SummarySubmitted {
            contest,
            unit,
            totals,
            counters,
            made_at,
            left_out,
            root,
            form_serial: text(""),
            completed_at: None,
        }
    }

    /// One more statement, of any kind that is not too rare.
    fn step(&mut self) {
        if self.chance.percent(2) {
            self.ledger.wait(self.chance.of(&[1, 20, 100, 200]));
        }
        let (reason, decision) = (text(if self.chance.percent(4) { "" } else { "because" }), decision());
        let contest: ContestId = id(self.chance.of(&CONTESTS));
        let depth = self.manifest.tiers.len();
        let kinds: &[(Kind, usize)] = &[
            (Kind::ElectionCalled, 1),
            (Kind::ContestCalled, 2),
            (Kind::LogKeyRotated, 2),
            (Kind::CommissionFormed, 20),
            (Kind::MemberReplaced, 4),
            (Kind::KeyRevoked, 2),
            (Kind::NominationApproved, 2),
            (Kind::CandidateRegistered, 8),
            (Kind::CandidateWithdrawn, 2),
            (Kind::ObserverAccredited, 6),
            (Kind::AccreditationWithdrawn, 1),
            (Kind::OpeningSealed, 14),
            (Kind::TurnoutReported, 14),
            (Kind::ProtocolSubmitted, 24),
            (Kind::ProtocolCorrected, 10),
            (Kind::ProtocolAnnulled, 4),
            (Kind::VotingFailed, 3),
            (Kind::RepeatVotingCalled, 6),
            (Kind::SummarySubmitted, 10),
            (Kind::SummaryCorrected, 5),
            (Kind::CopyFiled, 12),
            (Kind::ComplaintFiled, 3),
            (Kind::ComplaintDecided, 3),
            (Kind::ResultCertified, 2),
            (Kind::LedgerClosed, 0),
        ];
        let mut left = self.chance.below(kinds.iter().map(|(_, weight)| weight).sum());
        let kind = kinds.iter().find(|(_, weight)| {
            let found = left < *weight;
            left = left.saturating_sub(*weight);
            found
        });
        let (body, unit): (Body, String) = match kind.expect("a kind").0 {
            Kind::ElectionCalled => (Body::ElectionCalled(founding(self.manifest.clone(), "TOP")), "TOP".into()),
            Kind::ContestCalled => {
                let contest = Contest {
                    id: id(self.chance.of(&["round-3", "round-1"])),
                    unit: Some(self.unit()),
                    ..self.manifest.contests[0].clone()
                };
                (Body::ContestCalled(ContestCalled { decision, contest }), "TOP".into())
            }
            Kind::LogKeyRotated => {
                let new = self.chance.of(&["log 2", "log 3", ORIGIN]);
                let (old, new) = (log_key(&self.log_seat).verifier().to_string(), log_key(new).verifier().to_string());
                (Body::LogKeyRotated(LogKeyRotated { old: text(&old), new: text(&new), reason }), "TOP".into())
            }
            Kind::CommissionFormed => {
                let unit = self.chance.of(&UNITS);
                let (tier, parent) = place(unit, depth).unwrap_or(("t1", "TOP"));
                let tier = if self.chance.percent(3) { "t0" } else { tier };
                if self.manifest.tier(&id(tier)).is_none() {
                    return;
                }
                (Body::CommissionFormed(self.commission(unit, tier, Some(parent))), parent.into())
            }
            Kind::MemberReplaced => {
                let (unit, seat) = (self.unit(), 1 + self.chance.below(4) as u16);
                let next = self.chance.of(&["next", "after", "last", "1"]);
                let member = Member {
                    seat: Seat(seat),
                    name: text("New"),
                    office: self.chance.of(&[Office::Chair, Office::Member]),
                    nominated_by: text(""),
                    key: self.key(unit.as_str(), next),
                };
                let parent = self.above(&unit);
                (Body::MemberReplaced(MemberReplaced { unit, reason, member }), parent)
            }
            Kind::KeyRevoked => {
                let unit = self.unit();
                let seats = self.ledger.state.election().and_then(|e| Some(e.unit(&unit).ok()?.seats.clone()));
                let key = seats.and_then(|s| s.get(Seat(1)).map(|o| o.key)).unwrap_or_else(|| self.key("P1", "1"));
                let seat = Seat(if self.chance.percent(80) { 1 } else { 2 });
                let parent = self.above(&unit);
                (Body::KeyRevoked(KeyRevoked { unit, seat, key, reason }), parent)
            }
            Kind::NominationApproved => {
                let nominated_by = text("a party");
                (
                    Body::NominationApproved(NominationApproved {
                        contest,
                        nominated_by,
                        names: english("Ada"),
                        decision,
                    }),
                    "TOP".into(),
                )
            }
            Kind::CandidateRegistered => {
                let mut body = candidate(self.chance.below(6) as u16, "Ada");
                if let Body::CandidateRegistered(registered) = &mut body {
                    registered.contest = contest;
                }
                (body, "TOP".into())
            }
            Kind::CandidateWithdrawn => {
                let number = BallotNumber(self.chance.below(6) as u16);
                (Body::CandidateWithdrawn(CandidateWithdrawn { contest, number, reason, decision }), "TOP".into())
            }
            Kind::ObserverAccredited => {
                let observer = self.chance.of(&["o1", "o2", "o3"]);
                let role = self.chance.of(&[
                    ObserverRole::Domestic,
                    ObserverRole::Agent,
                    ObserverRole::International,
                    ObserverRole::Media,
                ]);
                let scope = if self.chance.percent(70) { id("TOP") } else { self.unit() };
                let key = self.key("observer:", observer);
                let accredited =
                    ObserverAccredited { observer: id(observer), organisation: text(""), role, scope, key };
                (Body::ObserverAccredited(accredited), "TOP".into())
            }
            Kind::AccreditationWithdrawn => {
                let observer = id(self.chance.of(&["o1", "o2", "o9"]));
                (Body::AccreditationWithdrawn(AccreditationWithdrawn { observer, reason }), "TOP".into())
            }
            Kind::OpeningSealed => {
                let (paper, mut items) = (self.paper(), self.items());
                for (item, of) in items.iter_mut().zip(&self.manifest.form.items) {
                    if of.stage == Stage::Count && self.chance.percent(98) {
                        *item = None;
                    }
                }
                let unit = paper.unit.to_string();
                (Body::OpeningSealed(OpeningSealed { paper, items }), unit)
            }
            Kind::TurnoutReported => {
                let mut paper = self.paper();
                if self.chance.percent(30) {
                    paper.unit = id(self.chance.of(&["TOP", "C1"]));
                }
                let unit = paper.unit.to_string();
                let as_of = id(self.chance.of(&["10:00", "12:00", "24:00"]));
                (
                    Body::TurnoutReported(TurnoutReported {
                        paper,
                        as_of,
                        voters: Count(self.chance.small()),
                        stations: self.chance.percent(50).then(|| Count(self.chance.below(5) as u32)),
                    }),
                    unit,
                )
            }
            Kind::ProtocolSubmitted => {
                let paper = self.paper();
                let unit = paper.unit.to_string();
                (Body::ProtocolSubmitted(self.protocol(paper)), unit)
            }
            Kind::ProtocolCorrected => {
                let paper = self.paper();
                let replaces = self.in_force(&paper);
                let by = if self.chance.percent(50) { paper.unit.to_string() } else { self.above(&paper.unit) };
                let mut protocol = self.protocol(paper);
                if let (Some(figures), _) = self.official(&protocol.paper)
                    && self.chance.percent(10)
                {
                    protocol.figures = figures;
                }
                (Body::ProtocolCorrected(ProtocolCorrected { replaces, reason, decision, protocol }), by)
            }
            Kind::ProtocolAnnulled => {
                let paper = self.paper();
                let (protocol, by) = (self.in_force(&paper), self.above(&paper.unit));
                (Body::ProtocolAnnulled(ProtocolAnnulled { paper, protocol, reason, decision }), by)
            }
            Kind::VotingFailed => {
                let paper = self.paper();
                let by = self.above(&paper.unit);
                (Body::VotingFailed(VotingFailed { paper, reason, decision }), by)
            }
            Kind::RepeatVotingCalled => {
                let paper = self.paper();
                let by = self.above(&paper.unit);
                (Body::RepeatVotingCalled(RepeatVotingCalled { paper, day: id("2026-05-17"), reason, decision }), by)
            }
            Kind::SummarySubmitted => {
                let summary = self.summary();
                let unit = summary.unit.to_string();
                (Body::SummarySubmitted(summary), unit)
            }
            Kind::SummaryCorrected => {
                let summary = self.summary();
                let unit = summary.unit.to_string();
                let election = self.ledger.state.election();
                let in_force =
                    election.and_then(|e| e.contest(&summary.contest).ok()?.summaries.get(&summary.unit).copied());
                let replaces = in_force.unwrap_or(EventHash([7; 32]));
                (Body::SummaryCorrected(SummaryCorrected { replaces, reason, decision, summary }), unit)
            }
            Kind::CopyFiled => {
                let paper = self.paper();
                let (official, _) = self.official(&paper);
                let mut figures = official.unwrap_or_else(|| self.figures(&paper.contest));
                match self.chance.below(4) {
                    0 => figures.items.iter_mut().for_each(|item| *item = None),
                    1 => figures = self.figures(&paper.contest),
                    2 => drop(figures.votes.pop()),
                    _ => {}
                }
                let content = CopyContent::Handed { figures, attachments: Vec::new() };
                let content = if self.chance.percent(10) { CopyContent::Refused { reason } } else { content };
                (Body::CopyFiled(CopyFiled { paper, content }), "observer:".into())
            }
            Kind::ComplaintFiled => {
                let against = if self.chance.percent(90) && !self.events.is_empty() {
                    self.chance.of(&self.events)
                } else {
                    EventHash([7; 32])
                };
                let filed = ComplaintFiled { against, subject: text(""), text_sha256: FileDigest([0; 32]) };
                (Body::ComplaintFiled(filed), "observer:".into())
            }
            Kind::ComplaintDecided => {
                let complaint =
                    if self.complaints.is_empty() { EventHash([7; 32]) } else { self.chance.of(&self.complaints) };
                let unit = self.unit().to_string();
                (
                    Body::ComplaintDecided(ComplaintDecided {
                        complaint,
                        outcome: Outcome::NotHeard,
                        reason,
                        decision,
                    }),
                    unit,
                )
            }
            Kind::ResultCertified => {
                let mut one_in = |percent| self.chance.percent(percent);
                let (body, nobody, named) = (one_in(90), one_in(20), one_in(80));
                let body = text(if body { "a court" } else { "" });
                let ballot = self.ballot(&contest);
                let at = self.chance.below(ballot.len().max(1));
                let elected = ballot.into_iter().skip(at).take(usize::from(named)).collect();
                (Body::ResultCertified(ResultCertified { contest, body, elected, nobody, decision }), "TOP".into())
            }
            Kind::LedgerClosed => (Body::LedgerClosed(LedgerClosed { decision }), "TOP".into()),
        };
        let mut by = match unit.as_str() {
            "observer:" if !self.observers.is_empty() && self.chance.percent(95) => {
                vec![("observer:".to_owned(), self.chance.of(&self.observers))]
            }
            "observer:" => self.seats("P1"),
            unit => self.seats(unit),
        };
        if let Body::LogKeyRotated(rotated) = &body {
            let new = ["log 2", "log 3", ORIGIN]
                .into_iter()
                .find(|s| log_key(s).verifier().to_string() == rotated.new.as_str());
            let seats = [self.log_seat.clone(), new.expect("one of them").to_owned()];
            by.extend(seats.into_iter().collect::<BTreeSet<_>>().into_iter().map(|seat| (LOG.to_owned(), seat)));
        }
        self.say(body, &by);
    }

    fn official(&self, paper: &Paper) -> (Option<Figures>, Size) {
        let size = self.ledger.size();
        let row = self.ledger.model.paper(&paper.contest, &paper.unit);
        (row.and_then(|row| row.at(size).in_force.map(|(_, protocol)| protocol.figures.clone())), size)
    }

    fn tell(seed: u64) -> Self {
        let mut story = Self::begin(seed);
        // Most commissions and candidates first, so that there is something to say.
        let depth = story.manifest.tiers.len();
        for unit in UNITS.iter().skip(1) {
            if let (Some((tier, parent)), true) = (place(unit, depth), story.chance.percent(90)) {
                let formed = story.commission(unit, tier, Some(parent));
                let by = story.seats(parent);
                story.say(Body::CommissionFormed(formed), &by);
            }
        }
        for number in 1..=2 {
            let by = story.seats("TOP");
            story.say(candidate(number, "Ada"), &by);
        }
        for _ in 0..40 + story.chance.below(120) {
            story.step();
        }
        if story.chance.percent(10) {
            let by = story.seats("TOP");
            story.say(Body::LedgerClosed(LedgerClosed { decision: decision() }), &by);
            (0..story.chance.below(3)).for_each(|_| story.step());
        }
        story
    }
}

/// A verdict in the words of the other verifier.
fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => "verified",
        Verdict::Insufficient => "insufficient",
        Verdict::Unreadable => "unreadable",
        Verdict::Failed => "failed",
    }
}

/// What the program says of a ledger, in the words of the other one.
fn ours(folder: &Path) -> Value {
    told(&inspect(&Folder::new(folder), Serial, &TrustAnchors::default(), &mut |_| {}).expect("readable"))
}

fn told(report: &Report) -> Value {
    let mut faults: Vec<_> =
        report.faults.iter().map(|fault| (fault.code().as_str(), fault.sequence.map(|sequence| sequence.0))).collect();
    faults.sort();
    let all = Size(u64::MAX);
    let (mut totals, mut found, mut cells) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    if let Some(election) = report.model.election() {
        let form = &election.founding.manifest.form;
        for (name, contest) in report.model.contests() {
            let held_in = contest.contest.unit.as_ref().unwrap_or(&election.founding.commission.unit);
            let mut of_contest: BTreeMap<String, u64> = BTreeMap::new();
            if let Some(tally) = tallies(&report.model, name, all).get(held_in) {
                let items = form.items.iter().zip(&tally.items).map(|(item, sum)| (item.key.to_string(), *sum));
                let votes = tally.votes.iter().map(|(number, sum)| (format!("cand_{:02}", number.0), *sum));
                of_contest.extend(items.chain(votes).filter_map(|(key, sum)| Some((key, sum?.0))));
            }
            totals.insert(name.to_string(), of_contest);
            found.insert(name.to_string(), BTreeMap::<String, BTreeSet<String>>::new());
            cells.insert(name.to_string(), Vec::new());
        }
        for finding in findings(&report.model, Moment { size: all, clock: report.head.arrival }) {
            let (contest, unit, code) =
                (finding.contest.to_string(), finding.unit.to_string(), finding.code.to_string());
            if code == "S1" {
                let of = cells.get_mut(&contest).expect("every contest");
                of.extend(finding.cells.iter().map(|cell| {
                    json!([unit, cell.item, cell.stated.map(|n| n as u64), cell.expected.map(|n| n as u64)])
                }));
            }
            found.get_mut(&contest).expect("every contest").entry(code).or_default().insert(unit);
        }
    }
    let signed = report.checkpoint.as_ref();
    // After an event of a newer version nothing is judged by the rules any more, and no row is told.
    let newer = report.faults.iter().any(|fault| fault.code().as_str() == "R36");
    let now = Moment { size: all, clock: report.head.arrival };
    let snapshot = if let Snapshots::Agrees(size) = report.snapshot { Some(size.0) } else { None };
    let rows = (!newer).then(|| base64::encode(&rows::root(&report.model, now).0));
    json!({
        "verdict": verdict(report.verdict()),
        "signatures": report.signatures,
        "size": signed.map(|c| c.size.0),
        "root": signed.map(|c| base64::encode(&c.root.0)),
        "fingerprint": signed.map(|c| c.fingerprint().to_string()),
        "head": report.head.hash.to_string(),
        "rows": rows,
        "snapshot": snapshot,
        "totals": totals,
        "findings": found,
        "s1_cells": cells,
        "faults": faults,
    })
}

/// What the other verifier says of each file or folder, one a line, without what only it says. `script` goes through
/// `sys.argv`.
fn theirs(script: &str, of: &[PathBuf]) -> Option<Vec<Value>> {
    let Ok(python) = std::env::var("PROTOKOL_PYTHON") else {
        eprintln!("PROTOKOL_PYTHON is not set: nothing is compared");
        return None;
    };
    let output = Command::new(python)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/independent"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .args(["-c", script])
        .args(of)
        .output()
        .expect("PROTOKOL_PYTHON names an interpreter");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("JSON");
    let tidy = |line: &str| {
        let mut value: Value = serde_json::from_str(line).expect("JSON");
        value.as_object_mut().expect("an object").remove("events");
        let faults = value["faults"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|f| (f["code"].as_str().expect("a code").to_owned(), f["sequence"].as_u64()));
        let mut faults: Vec<_> = faults.collect();
        faults.sort();
        value["faults"] = json!(faults);
        value["snapshot"] = value["snapshot"]["size"].clone();
        value
    };
    Some(lines.lines().map(tidy).collect())
}

/// Both answers on each ledger, compared.
fn agree(ledgers: impl Iterator<Item = (String, Vec<u8>, Vec<u8>)>) -> Vec<Value> {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut folders = Vec::new();
    for (name, journal, seal) in ledgers {
        let folder = home.path().join(name);
        write_ledger(&folder, &journal, &seal, &log_key(ORIGIN));
        folders.push(folder);
    }
    agree_on_folders(&folders)
}

fn agree_on_folders(folders: &[PathBuf]) -> Vec<Value> {
    let script = "import json, sys, verify\nfor f in sys.argv[1:]: print(json.dumps(verify.verify(f, 1)[1]))";
    let Some(theirs) = theirs(script, folders) else { return Vec::new() };
    assert_eq!(theirs.len(), folders.len());
    for (folder, theirs) in folders.iter().zip(&theirs) {
        same(&ours(folder), theirs, &folder.display().to_string());
    }
    theirs
}

/// Whatever we say, they say too.
fn same(ours: &Value, theirs: &Value, of: &str) {
    for (key, value) in ours.as_object().expect("an object") {
        assert_eq!(*value, theirs[key], "{key} of {of}");
    }
}

/// Ledgers in which much is wrong, told by chance: every fault, total and finding is the same.
#[test]
fn they_agree_on_stories() {
    let seeds = std::env::var("PROTOKOL_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let first = std::env::var("PROTOKOL_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(0u64);
    let stories = (first..first + seeds).map(|seed| {
        let ledger = Story::tell(seed).ledger;
        (format!("story-{seed}"), ledger.journal(), ledger.seal_file())
    });
    let answers = agree(stories);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for answer in &answers {
        for fault in answer["faults"].as_array().expect("a list") {
            *seen.entry(fault[0].as_str().expect("a code").to_owned()).or_default() += 1;
        }
        for of_contest in answer["findings"].as_object().expect("an object").values() {
            of_contest
                .as_object()
                .expect("an object")
                .keys()
                .for_each(|code| *seen.entry(code.clone()).or_default() += 1);
        }
    }
    eprintln!("{} stories; seen: {seen:?}", answers.len());
}

/// The root of the rows at each size that is asked for, of envelopes that are put in one after the other.
fn roots(entries: Vec<Vec<u8>>, asked: impl Fn(u64) -> bool) -> BTreeMap<String, String> {
    let (mut ledger, mut roots) = (Ledger::default(), BTreeMap::new());
    for entry in entries {
        let _refused = ledger.put(entry);
        let now = Moment { size: ledger.size(), clock: ledger.head.arrival };
        if asked(now.size.0) {
            roots.insert(now.size.0.to_string(), base64::encode(&rows::root(&ledger.model, now).0));
        }
    }
    roots
}

/// The same of the other verifier, of folders; null behind an event of a newer version.
fn their_roots(folders: &[PathBuf], sizes: &[u64]) -> Option<Vec<Value>> {
    let script = format!(
        "import json, sys, verify\n\
         for f in sys.argv[1:]:\n\
         \x20   ledger = verify.Ledger()\n\
         \x20   ledger.row_roots = dict.fromkeys({sizes:?})\n\
         \x20   ledger.replay(verify.envelopes(f, None, ledger.fault), 1)\n\
         \x20   roots = {{size: root and verify.b64encode(root).decode() for size, root in ledger.row_roots.items()}}\n\
         \x20   print(json.dumps({{'roots': roots, 'faults': []}}))"
    );
    theirs(&script, folders)
}

/// Both on a root at each of the sizes, as far as the other verifier tells one. Gives how many.
fn same_roots(ours: &BTreeMap<String, String>, theirs: &Value, of: &str) -> usize {
    let told = ours.iter().filter(|(size, _)| theirs["roots"][*size].is_string());
    told.inspect(|(size, root)| assert_eq!(theirs["roots"][*size], **root, "at size {size} of {of}")).count()
}

/// The root of the rows after every event of ledgers in which much is wrong.
#[test]
fn they_agree_on_the_rows_after_every_event() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let (mut folders, mut ours) = (Vec::new(), Vec::new());
    for seed in 9000..9025 {
        let ledger = Story::tell(seed).ledger;
        let folder = home.path().join(format!("story-{seed}"));
        ledger.write(&folder);
        folders.push(folder);
        ours.push(roots(ledger.entries, |_| true));
    }
    let Some(theirs) = their_roots(&folders, &(1..400).collect::<Vec<_>>()) else { return };
    let compared: usize =
        ours.iter().zip(&theirs).zip(&folders).map(|((a, b), of)| same_roots(a, b, &of.display().to_string())).sum();
    assert!(compared > 500, "{compared} roots are hardly a comparison");
}

/// A recorded ledger, and the rows at sizes all along it: `PROTOKOL_LEDGER` names its folder.
#[test]
fn they_agree_on_a_recorded_ledger() {
    let Some(folder) = std::env::var_os("PROTOKOL_LEDGER").map(PathBuf::from) else {
        eprintln!("SKIPPED: PROTOKOL_LEDGER is not set");
        return;
    };
    let folders = [folder];
    agree_on_folders(&folders);
    let mut entries = Vec::new();
    let mut names: Vec<_> = std::fs::read_dir(folders[0].join("journal"))
        .expect("a journal")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "frames"))
        .collect();
    names.sort();
    for name in names {
        let bytes = std::fs::read(name).expect("readable");
        let mut rest = &bytes[..];
        while let Ok(frame) = frame::decode(rest) {
            rest = &rest[frame.bytes..];
            entries.extend(frame.envelopes);
        }
    }
    let step = (entries.len() as u64 / 12).max(1);
    let sizes: Vec<u64> = (1..=entries.len() as u64).filter(|size| size % step == 1).collect();
    let ours = roots(entries, |size| sizes.contains(&size));
    let Some(theirs) = their_roots(&folders, &sizes) else { return };
    assert_eq!(same_roots(&ours, &theirs[0], "the recorded ledger"), sizes.len());
}

/// The example with one thing flipped, cut or added.
#[test]
fn they_agree_on_damage() {
    let mut chance = Chance(1);
    let mut story = Story::tell(7).ledger;
    let ledger = Ledger::tiny();
    let (journal, seal) = (ledger.journal(), ledger.seal_file());
    let mut damaged = Vec::new();
    for n in 0..250 {
        let (mut journal, mut seal) = (journal.clone(), seal.clone());
        let at = chance.below(journal.len());
        match n % 10 {
            0..=4 => journal[at] ^= 1 << chance.below(8),
            5 => journal.truncate(at),
            6 => journal.extend((0..chance.below(40)).map(|n| n as u8)),
            7 => {
                journal.truncate(24 + 2 + ledger.entries[0].len());
                seal[4096..].fill(0);
                journal.extend(&ledger.journal()[journal.len()..][..chance.below(300)]);
            }
            8 => {
                let at = 4096 * chance.below(2) + chance.below(400);
                seal[at] ^= 1 << chance.below(8);
            }
            _ => {
                let at = chance.of(&[0, 1, 4096, 8191, 8192]);
                seal.resize(at, 0);
            }
        }
        damaged.push((format!("damage-{n}"), journal, seal));
    }
    story.log = log_key(ORIGIN);
    // Sealed up to the founding act alone, sealed beyond the end, and two slots of one size.
    let short = [&seal[..4096], &vec![0; 4096][..]].concat();
    damaged.push(("unsealed".into(), journal.clone(), short));
    damaged.push(("cut-frame".into(), journal[..24 + 2 + ledger.entries[0].len()].to_vec(), seal.clone()));
    damaged.push(("twice".into(), journal.clone(), [&seal[4096..], &seal[4096..]].concat()));
    damaged.push(("other-ledger".into(), journal, story.seal_file()));
    agree(damaged.into_iter());
}

/// Writes the rehearsal of an election folder, for other verifiers:
/// `ELECTION=docs/elections/georgia-2018 FOLDER=/tmp/ge cargo test --release --test strangers independent -- --ignored`.
#[test]
#[ignore = "writes a large folder"]
fn write_a_rehearsal() {
    use protokol::intake::folder::ElectionFolder;
    use protokol::rehearsal::{Phase, Script};
    let variable = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("the variable {name}"));
    let files = std::fs::read_dir(variable("ELECTION")).expect("an election folder").map(|entry| {
        let path = entry.expect("readable").path();
        (path.file_name().expect("a name").to_string_lossy().into_owned(), std::fs::read(path).expect("readable"))
    });
    let wanted = |name: &str| name == "manifest.toml" || name.ends_with(".csv");
    let files = files.filter(|(name, _)| wanted(name)).collect();
    let folder = ElectionFolder::read(&files).expect("an election folder");
    let script = Script::new(&folder, &Serial);
    let mut ledger = Ledger::default();
    let put = |ledger: &mut Ledger, planned: protokol::rehearsal::Planned| {
        let submission = script.sign(&planned).expect("fits").encode();
        let bytes = ledger.head.seal(planned.clock, submission).encode();
        ledger.put(bytes).expect("admissible");
    };
    put(&mut ledger, script.founding().expect("a top unit"));
    let phases: Vec<Phase> = script.phases();
    for phase in phases {
        let at = ledger.size();
        let planned: Vec<_> = script.plan(&phase, ledger.id(), at).all(&ledger.model).collect();
        for planned in planned {
            put(&mut ledger, planned);
        }
    }
    let origin = script.origin();
    ledger.log = protokol::crypto::note::NoteSigner::new(origin.parse().expect("a name"), script.log_key());
    ledger.write(Path::new(&variable("FOLDER")));
}
