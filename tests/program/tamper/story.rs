//! A small election, whole: what every forgery begins with. The members' keys are demonstration keys.

use protokol::crypto::key::{PublicKey, SecretKey};
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::domain::candidate::CandidateRegistered;
use protokol::domain::commission::{CommissionFormed, Member, MemberReplaced, Office};
use protokol::domain::decision::Decision;
use protokol::domain::id::{EventHash, LedgerId, UnitId};
use protokol::domain::manifest::{ElectionCalled, Manifest};
use protokol::domain::number::{BallotNumber, Count, Seat, Size, Voting};
use protokol::domain::observer::{CopyContent, CopyFiled, ObserverAccredited, ObserverRole};
use protokol::domain::protocol::{
    Figures, OpeningSealed, Paper, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted, RepeatVotingCalled,
    TurnoutReported,
};
use protokol::domain::rules::RulesVersion;
use protokol::domain::statement::{Body, Statement};
use protokol::domain::summary::SummarySubmitted;
use protokol::domain::text::Text;
use protokol::domain::time::Millis;
use protokol::intake::toml::manifest::{read_manifest, render_manifest};
use protokol::ledger::submission::SignedStatement;
use protokol::store::founding::{Founding, found_on};
use protokol::store::journal::memory::Memory;
use protokol::store::journal::recover::recover;
use protokol::store::writer::Writer;
use protokol::tally::summaries::recompute;

pub const ORIGIN: &str = "tamper.example/2026/rehearsal";

/// Two precincts, A and B, below the centre C. The second contest is held in B alone.
const MANIFEST: &str = r#"
id = "t"
kind = "local"
polling_day = 2026-10-08
utc_offset = "+04:00"
authority = "C"
rehearsal = REHEARSAL
tiers = ["top", "low"]
title = { en = "T" }
[commissions]
top = { members = TOP, quorum = QUORUM }
low = { members = LOW, quorum = QUORUM }
[[contest]]
id = "x"
polling_day = 2026-10-08
title = { en = "X" }
[[contest]]
id = "y"
polling_day = 2026-10-08
title = { en = "Y" }
unit = "B"
[[item]]
key = "roll"
label = { en = "V" }
stage = "opening"
role = "electorate"
[[item]]
key = "invalid"
label = { en = "I" }
stage = "count"
role = "invalid"
"#;

/// Where what happens in the whole story.
pub const COMMISSION_B: usize = 2;
pub const OPENING_A: usize = 6;
pub const TURNOUT_A: usize = 8;
pub const TURNOUT_B: usize = 9;
pub const PROTOCOL_A: usize = 10;
pub const PROTOCOL_B: usize = 11;
pub const CORRECTION: usize = 14;
pub const PROTOCOL_B_AGAIN: usize = 17;
pub const SUMMARY: usize = 18;
/// How many events the whole story has.
pub const EVENTS: usize = 19;

/// Who signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    /// The first so many members of a commission.
    Members(&'static str, u16),
    /// One member.
    Seat(&'static str, u16),
    /// The first so many members of A, after seat 1 passed to a newcomer.
    Renewed(u16),
    /// The observer.
    Observer,
    /// Nobody whom the ledger knows.
    Stranger,
}

impl Who {
    pub fn keys(self) -> Vec<SecretKey> {
        match self {
            Self::Members(unit, count) => (1..=count).map(|seat| key_of(unit, seat)).collect(),
            Self::Seat(unit, seat) => vec![key_of(unit, seat)],
            Self::Renewed(count) => {
                let staying = (2..=count).map(|seat| key_of("A", seat));
                std::iter::once(SecretKey::from_seed(&[1; 32])).chain(staying).collect()
            }
            Self::Observer => vec![SecretKey::from_seed(&[2; 32])],
            Self::Stranger => vec![SecretKey::from_seed(&[3; 32])],
        }
    }

    pub fn public(self) -> PublicKey {
        self.keys()[0].public()
    }
}

pub fn key_of(unit: &str, seat: u16) -> SecretKey {
    SecretKey::demonstration(unit, &seat.to_string())
}

/// The log's key.
pub fn log() -> NoteSigner {
    log_of(ORIGIN, 7)
}

pub fn log_of(origin: &str, seed: u8) -> NoteSigner {
    NoteSigner::new(origin.parse().expect("a key name"), SecretKey::from_seed(&[seed; 32]))
}

pub fn text(text: &str) -> Text {
    text.parse().expect("a text")
}

pub fn unit(unit: &str) -> UnitId {
    unit.parse().expect("a unit id")
}

/// The arrival of the nth event, a second after the one before.
pub fn clock(nth: usize) -> Millis {
    Millis::try_from(1_791_000_000_000 + 1000 * nth as u64).expect("before the year 10000")
}

pub fn manifest(quorum: u16, rehearsal: Rehearsal) -> Manifest {
    let is = match rehearsal {
        Rehearsal::Yes => "true",
        Rehearsal::No => "false",
    };
    let text = MANIFEST.replace("QUORUM", &quorum.to_string()).replace("REHEARSAL", is);
    let text = text.replace("TOP", &top_members(quorum).to_string()).replace("LOW", &low_members(quorum).to_string());
    read_manifest("manifest.toml", &text).expect("a manifest").manifest
}

/// As few members as can be for the quorum of 1, so that every bit of that ledger can be tried; one to spare for 2.
fn top_members(quorum: u16) -> u16 {
    quorum
}

fn low_members(quorum: u16) -> u16 {
    if quorum == 1 { 1 } else { 3 }
}

/// Whether demonstration keys may sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rehearsal {
    Yes,
    No,
}

pub fn founding(quorum: u16) -> ElectionCalled {
    ElectionCalled {
        rules: RulesVersion::FOUNDING.number(),
        origin: text(ORIGIN),
        log_key: text(&log().verifier().to_string()),
        predecessor: None,
        manifest: manifest(quorum, Rehearsal::Yes),
        commission: commission("C", "top", None, quorum, top_members(quorum)),
    }
}

pub fn commission(name: &str, tier: &str, parent: Option<&str>, quorum: u16, members: u16) -> CommissionFormed {
    CommissionFormed {
        unit: unit(name),
        tier: tier.parse().expect("a tier"),
        parent: parent.map(unit),
        name: Text::default(),
        utc_offset: None,
        quorum,
        members: (1..=members).map(|seat| member(seat, key_of(name, seat).public())).collect(),
    }
}

pub fn member(seat: u16, key: PublicKey) -> Member {
    let office = if seat == 1 { Office::Chair } else { Office::Member };
    Member { seat: Seat(seat), name: Text::default(), office, nominated_by: Text::default(), key }
}

pub fn paper(contest: &str, of: &str, voting: u16) -> Paper {
    Paper { contest: contest.parse().expect("a contest"), unit: unit(of), voting: Voting(voting) }
}

pub fn protocol(paper: Paper, invalid: u32, votes: [u32; 2]) -> ProtocolSubmitted {
    let figures = Figures {
        items: vec![Some(Count(100)), Some(Count(invalid))],
        votes: (1..).map(BallotNumber).zip(votes.map(Count)).collect(),
    };
    ProtocolSubmitted {
        paper,
        figures,
        form_serial: Text::default(),
        completed_at: None,
        dissent: Vec::new(),
        attachments: Vec::new(),
    }
}

pub fn opening(of: &str) -> Body {
    Body::OpeningSealed(OpeningSealed { paper: paper("x", of, 1), items: vec![Some(Count(100)), None] })
}

pub fn turnout(of: &str, voters: u32) -> Body {
    let as_of = "12:00".parse().expect("an hour");
    Body::TurnoutReported(TurnoutReported { paper: paper("x", of, 1), as_of, voters: Count(voters), stations: None })
}

pub fn candidate(number: u16) -> Body {
    Body::CandidateRegistered(CandidateRegistered {
        contest: "x".parse().expect("a contest"),
        number: BallotNumber(number),
        nominated_by: Text::default(),
        names: Default::default(),
        decision: decision(),
    })
}

pub fn replacement(of: &str, seat: u16, key: PublicKey) -> Body {
    Body::MemberReplaced(MemberReplaced { unit: unit(of), reason: text("as was found"), member: member(seat, key) })
}

pub fn correction(of: Paper, replaces: EventHash, votes: [u32; 2]) -> Body {
    let protocol = protocol(of, 5, votes);
    Body::ProtocolCorrected(ProtocolCorrected {
        replaces,
        reason: text("as was found"),
        decision: decision(),
        protocol,
    })
}

pub fn observer(key: PublicKey) -> ObserverAccredited {
    ObserverAccredited {
        observer: "watch".parse().expect("an observer"),
        organisation: Text::default(),
        role: ObserverRole::Domestic,
        scope: unit("C"),
        key,
    }
}

pub fn copy(of: Paper, votes: [u32; 2]) -> Body {
    let figures = protocol(of.clone(), 5, votes).figures;
    Body::CopyFiled(CopyFiled { paper: of, content: CopyContent::Handed { figures, attachments: Vec::new() } })
}

pub fn decision() -> Decision {
    Decision { reference: Text::default(), date: None }
}

/// A ledger being written.
pub struct Story {
    pub writer: Writer<Memory>,
    quorum: u16,
    hashes: Vec<EventHash>,
    /// The disk after each turn, where somebody watches.
    turns: Option<Vec<Memory>>,
}

impl Story {
    /// A ledger with its founding act alone.
    pub fn founded(quorum: u16) -> Self {
        Self::founded_by(founding(quorum), &log())
    }

    pub fn founded_by(founding: ElectionCalled, signer: &NoteSigner) -> Self {
        let (quorum, manifest) = (founding.commission.quorum, founding.manifest.clone());
        let act = signed(LedgerId::UNFOUNDED, Body::ElectionCalled(founding), &[Who::Members("C", quorum)]);
        let mut disk = Memory::default();
        let founding = Founding {
            submission: &act,
            clock: clock(0),
            signer,
            manifest: &render_manifest(&manifest, signer.verifier().name().as_str()),
            rehearsal_key: None,
        };
        found_on(&mut disk, &founding).expect("an admissible founding act");
        let recovered = recover(&disk, Serial, None).expect("a whole ledger");
        let hashes = vec![recovered.replay.head().hash];
        let writer = Writer::start(disk, recovered, log()).expect("the log's key");
        Self { writer, quorum, hashes, turns: None }
    }

    /// The ledger as it lies on the disk.
    pub fn disk(&self) -> Memory {
        self.writer.disk().clone()
    }

    pub fn ledger(&self) -> LedgerId {
        self.hashes[0].into()
    }

    /// The hash of the nth event.
    pub fn event(&self, nth: usize) -> EventHash {
        self.hashes[nth]
    }

    /// The quorum of a commission.
    pub fn quorum_of(&self, unit: &'static str) -> Who {
        Who::Members(unit, self.quorum)
    }

    /// Hands in statements that must be taken, in one turn.
    pub fn say(&mut self, statements: Vec<(Body, Who)>) {
        let first = self.hashes.len();
        let ledger = self.ledger();
        let timed =
            statements.into_iter().zip(first..).map(|((body, who), nth)| (signed(ledger, body, &[who]), clock(nth)));
        for answer in self.writer.commit_timed(timed.collect(), &Serial).expect("a disk that works") {
            self.hashes.push(answer.expect("an admissible statement").event);
        }
        let disk = self.disk();
        self.turns.iter_mut().for_each(|turns| turns.push(disk.clone()));
    }

    /// The commissions, the candidates and the observer: events 1 to 5.
    fn enrol(&mut self) {
        let (c, quorum) = (self.quorum_of("C"), self.quorum);
        let formed =
            |name: &str| Body::CommissionFormed(commission(name, "low", Some("C"), quorum, low_members(quorum)));
        self.say(vec![(formed("A"), c), (formed("B"), c)]);
        self.say(vec![(candidate(1), c), (candidate(2), c)]);
        self.say(vec![(Body::ObserverAccredited(observer(Who::Observer.public())), c)]);
    }

    /// The polling day and what came after it: events 6 to 18.
    fn vote(&mut self) {
        let (a, b, c) = (self.quorum_of("A"), self.quorum_of("B"), self.quorum_of("C"));
        self.say(vec![(opening("A"), a), (opening("B"), b), (turnout("A", 40), a), (turnout("B", 50), b)]);
        let of = |name: &str, votes| Body::ProtocolSubmitted(protocol(paper("x", name, 1), 5, votes));
        self.say(vec![(of("A", [30, 20]), a)]);
        self.say(vec![(of("B", [33, 22]), b), (copy(paper("x", "A", 1), [30, 21]), Who::Observer)]);
        self.say(vec![(replacement("A", 1, Who::Renewed(1).public()), c)]);
        let corrected = correction(paper("x", "A", 1), self.event(PROTOCOL_A), [30, 21]);
        self.say(vec![(corrected, Who::Renewed(self.quorum))]);
        let (reason, first) = (text("as was found"), paper("x", "B", 1));
        let annulled = ProtocolAnnulled {
            paper: first.clone(),
            protocol: self.event(PROTOCOL_B),
            reason: reason.clone(),
            decision: decision(),
        };
        let day = "2026-10-22".parse().expect("a day");
        let repeat = RepeatVotingCalled { paper: first, day, reason, decision: decision() };
        self.say(vec![(Body::ProtocolAnnulled(annulled), c), (Body::RepeatVotingCalled(repeat), c)]);
        self.say(vec![(Body::ProtocolSubmitted(protocol(paper("x", "B", 2), 6, [34, 23])), b)]);
        let summary = self.summary();
        self.say(vec![(Body::SummarySubmitted(summary), c)]);
    }

    fn summary(&self) -> SummarySubmitted {
        let (contest, at) = ("x".parse().expect("a contest"), Size(self.hashes.len() as u64));
        let true_one = recompute(self.writer.model(), &contest, &unit("C"), at, &[]).expect("a contest");
        SummarySubmitted {
            contest,
            unit: unit("C"),
            totals: true_one.totals,
            counters: true_one.counters,
            made_at: at,
            left_out: Vec::new(),
            root: true_one.root,
            form_serial: Text::default(),
            completed_at: None,
        }
    }

    /// The whole story.
    pub fn whole(quorum: u16) -> Self {
        let mut story = Self::founded(quorum);
        story.tell();
        story
    }

    /// From the founding to the end, with a look at the disk after each turn.
    pub fn watch(&mut self, look: impl FnMut(Memory)) {
        self.turns = Some(Vec::new());
        self.tell();
        self.turns.take().into_iter().flatten().for_each(look);
    }

    fn tell(&mut self) {
        self.enrol();
        self.vote();
        assert_eq!(self.hashes.len(), EVENTS);
    }
}

/// A statement, signed.
pub fn signed(ledger: LedgerId, body: Body, who: &[Who]) -> SignedStatement {
    let mut signed = SignedStatement::unsigned(&Statement { ledger, said_at: clock(0), body }).expect("a short one");
    who.iter().flat_map(|who| who.keys()).for_each(|key| assert!(signed.sign(&key), "each key once"));
    signed
}
