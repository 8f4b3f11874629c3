//! A small election under demonstration keys, made through the public API: what tests of the ledger start from.
//!
//! ```text
//! T                                   central, the founders
//! ├─ 01 ── 01.001 … 01.nnn            constituencies, and the precincts below them
//! └─ 02 ── 02.001 … 02.nnn
//! ```
//! Every commission has three members, chair, secretary and member, of whom two must sign. The contest `round-1` is
//! held everywhere, `local` in `02` alone. Each has the candidates 1, 2 and 5.

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::domain::candidate::CandidateRegistered;
use protokol::domain::commission::{CommissionFormed, Member, Office};
use protokol::domain::contest::Contest;
use protokol::domain::decision::Decision;
use protokol::domain::form::{Form, Item, Role, Stage};
use protokol::domain::id::{EventHash, LedgerId, UnitId};
use protokol::domain::manifest::{ElectionCalled, Manifest, Tier, TurnoutRule, TurnoutSigners};
use protokol::domain::number::{BallotNumber, Count, Seat, Voting};
use protokol::domain::observer::{ObserverAccredited, ObserverRole};
use protokol::domain::protocol::{Figures, Paper, ProtocolCorrected, ProtocolSubmitted, TurnoutReported};
use protokol::domain::rules::RulesVersion;
use protokol::domain::statement::{Body, Statement};
use protokol::domain::text::{Localised, Text};
use protokol::domain::time::{HourOfDay, Millis, Offset};
use protokol::ledger::envelope::{Envelope, Head};
use protokol::ledger::files::seal::{SEAL_BYTES, encode_slot};
use protokol::ledger::note::checkpoint::Checkpoint;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::merkle::CompactRange;
use protokol::ledger::tree::node::leaf_hash;

/// The log's name.
pub const ORIGIN: &str = "elections.example/small/rehearsal";
/// When the ledger is founded, in milliseconds since 1970: 2026-01-01.
pub const FOUNDED_MS: u64 = 1_767_225_600_000;
/// The numbers on each ballot.
pub const BALLOT: [BallotNumber; 3] = [BallotNumber(1), BallotNumber(2), BallotNumber(5)];
/// Members of every commission, and how many of them must sign.
pub const MEMBERS: u16 = 3;
pub const QUORUM: u16 = 2;

/// How large the election is, and who signs turnout reports.
#[derive(Clone, Copy, Debug)]
pub struct Small {
    pub constituencies: u16,
    /// In each constituency.
    pub precincts: u16,
    pub turnout: TurnoutSigners,
    /// From how many milliseconds after the founding on figures are published; from the beginning where it says nothing.
    pub gate: Option<u64>,
}

/// Two constituencies of three precincts.
pub const SMALL: Small = Small { constituencies: 2, precincts: 3, turnout: TurnoutSigners::AnyMember, gate: None };

/// A value that the test spells rightly.
pub fn of<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("a value of the test")
}

/// The instant so many milliseconds after the founding.
pub fn after(ms: u64) -> Millis {
    Millis::try_from(FOUNDED_MS + ms).expect("before the year 10000")
}

/// The key of a seat.
pub fn seat_key(unit: &str, seat: u16) -> SecretKey {
    SecretKey::demonstration(unit, &seat.to_string())
}

/// Keys of the first seats of a unit, as many as must sign.
pub fn quorum(unit: &str) -> Vec<SecretKey> {
    (1..=QUORUM).map(|seat| seat_key(unit, seat)).collect()
}

/// The key of an observer.
pub fn observer_key(observer: &str) -> SecretKey {
    SecretKey::demonstration("observer:", observer)
}

/// The log's key.
pub fn log_signer() -> NoteSigner {
    NoteSigner::new(of(ORIGIN), SecretKey::demonstration("log:", ORIGIN))
}

/// A statement with signatures.
pub fn signed(ledger: LedgerId, said_at: Millis, body: Body, keys: &[SecretKey]) -> SignedStatement {
    let statement = Statement { ledger, said_at, body };
    let mut signed = SignedStatement::unsigned(&statement).expect("the statement fits an entry");
    keys.iter().for_each(|key| {
        signed.sign(key);
    });
    signed
}

pub fn paper(contest: &str, unit: &str) -> Paper {
    Paper { contest: of(contest), unit: of(unit), voting: Voting::FIRST }
}

pub fn decision() -> Decision {
    Decision { reference: of("12/34"), date: None }
}

/// Figures that add up, whatever the votes.
pub fn figures(votes: [u32; 3]) -> Figures {
    let valid = votes.iter().sum();
    let items = [Some(valid + 100), None, Some(valid + 1), Some(1), Some(valid)];
    Figures {
        items: items.into_iter().map(|item| item.map(Count)).collect(),
        votes: BALLOT.into_iter().zip(votes.map(Count)).collect(),
    }
}

pub fn protocol(paper: Paper, figures: Figures) -> ProtocolSubmitted {
    ProtocolSubmitted {
        paper,
        figures,
        form_serial: Text::default(),
        completed_at: None,
        dissent: Vec::new(),
        attachments: Vec::new(),
    }
}

pub fn corrected(replaces: EventHash, protocol: ProtocolSubmitted) -> ProtocolCorrected {
    ProtocolCorrected { replaces, reason: of("counted again"), decision: decision(), protocol }
}

pub fn turnout(paper: Paper, voters: u32) -> TurnoutReported {
    let as_of = HourOfDay::try_from(12 * 60).expect("noon is an hour");
    TurnoutReported { paper, as_of, voters: Count(voters), stations: None }
}

/// A commission with its demonstration keys.
pub fn commission(unit: &str, tier: &str, parent: Option<&str>) -> CommissionFormed {
    let member = |seat| Member {
        seat: Seat(seat),
        name: of(&format!("Member {seat} of {unit}")),
        office: [Office::Chair, Office::Secretary, Office::Member][usize::from(seat - 1) % 3],
        nominated_by: Text::default(),
        key: seat_key(unit, seat).public(),
    };
    CommissionFormed {
        unit: of(unit),
        tier: of(tier),
        parent: parent.map(of),
        name: Text::default(),
        utc_offset: None,
        quorum: QUORUM,
        members: (1..=MEMBERS).map(member).collect(),
    }
}

fn manifest(small: Small) -> Manifest {
    let tier = |name, declared| Tier { name: of(name), members: MEMBERS, quorum: QUORUM, declared };
    let item = |key, stage, role, optional| Item { key: of(key), label: Localised::default(), stage, role, optional };
    let contest = |id, unit: Option<&str>| Contest {
        id: of(id),
        title: Localised::default(),
        unit: unit.map(of),
        polling_day: of("2026-03-01"),
    };
    let declared = u32::from(small.constituencies * small.precincts) + 2;
    Manifest {
        id: of("small"),
        kind: of("presidential"),
        title: Localised::default(),
        polling_day: of("2026-03-01"),
        utc_offset: Offset::default(),
        authority: of("A central commission"),
        legal_basis: None,
        rehearsal: true,
        tiers: vec![tier("central", None), tier("constituency", None), tier("precinct", Some(declared))],
        contests: vec![contest("round-1", None), contest("local", Some("02"))],
        form: Form {
            items: vec![
                item("registered", Stage::Opening, Some(Role::Electorate), false),
                item("mobile_boxes", Stage::Opening, None, true),
                item("received_paper", Stage::Count, Some(Role::Turnout), false),
                item("invalid", Stage::Count, Some(Role::Invalid), true),
                item("valid", Stage::Count, Some(Role::Valid), false),
            ],
            checks: Vec::new(),
        },
        turnout: TurnoutRule { signers: small.turnout, hours: Vec::new() },
        deadlines: Vec::new(),
        publish_not_before: small.gate.map(after),
        invalidity: None,
        complaint_hours: None,
    }
}

impl Small {
    /// The founding act.
    pub fn founding(&self) -> SignedStatement {
        let called = ElectionCalled {
            rules: RulesVersion::FOUNDING.number(),
            origin: of(ORIGIN),
            log_key: of(&log_signer().verifier().to_string()),
            predecessor: None,
            manifest: manifest(*self),
            commission: commission("T", "central", None),
        };
        signed(LedgerId::UNFOUNDED, after(0), Body::ElectionCalled(called), &quorum("T"))
    }

    /// The first envelope.
    pub fn genesis(&self) -> Vec<u8> {
        Head::START.seal(after(0), self.founding().encode()).encode()
    }

    /// The ledger's id.
    pub fn ledger(&self) -> LedgerId {
        Envelope::hash(&self.genesis()).into()
    }

    /// The constituencies, in order.
    pub fn constituencies(&self) -> impl Iterator<Item = String> + '_ {
        (1..=self.constituencies).map(|number| format!("{number:02}"))
    }

    /// The precincts, in order.
    pub fn precincts(&self) -> impl Iterator<Item = String> + '_ {
        self.constituencies().flat_map(|above| (1..=self.precincts).map(move |number| format!("{above}.{number:03}")))
    }

    /// Every unit, parents first.
    pub fn units(&self) -> Vec<UnitId> {
        std::iter::once("T".to_owned()).chain(self.constituencies()).chain(self.precincts()).map(|u| of(&u)).collect()
    }

    /// Everything before the polling day, after the founding: commissions, candidates, and three observers: `domestic`
    /// everywhere, `agent` within 01, and `media`, who may not file copies.
    pub fn structure(&self) -> Vec<SignedStatement> {
        let ledger = self.ledger();
        let formed = |unit: &str, tier, parent: &str| {
            signed(ledger, after(1), Body::CommissionFormed(commission(unit, tier, Some(parent))), &quorum(parent))
        };
        let mut all: Vec<_> = self.constituencies().map(|unit| formed(&unit, "constituency", "T")).collect();
        all.extend(self.precincts().map(|unit| formed(&unit, "precinct", &unit[..2])));
        let registered = |contest: &str, number| {
            let body = Body::CandidateRegistered(CandidateRegistered {
                contest: of(contest),
                number,
                nominated_by: Text::default(),
                names: Localised::default(),
                decision: decision(),
            });
            signed(ledger, after(2), body, &quorum("T"))
        };
        all.extend(["round-1", "local"].iter().flat_map(|contest| BALLOT.map(|number| registered(contest, number))));
        let accredited = |(name, role, scope): (&str, _, _)| {
            let body = Body::ObserverAccredited(ObserverAccredited {
                observer: of(name),
                organisation: Text::default(),
                role,
                scope: of(scope),
                key: observer_key(name).public(),
            });
            signed(ledger, after(3), body, &quorum("T"))
        };
        let domestic = ("domestic", ObserverRole::Domestic, "T");
        all.extend(
            [domestic, ("agent", ObserverRole::Agent, "01"), ("media", ObserverRole::Media, "T")].map(accredited),
        );
        all
    }

    /// One protocol of `round-1` for each precinct.
    pub fn protocols(&self) -> Vec<SignedStatement> {
        let say = |(unit, at): (String, u32)| {
            let body = Body::ProtocolSubmitted(protocol(paper("round-1", &unit), figures([at, 7, 2 * at])));
            signed(self.ledger(), after(1000 + u64::from(at)), body, &quorum(&unit))
        };
        self.precincts().zip(1..).map(say).collect()
    }
}

/// The seal over a first envelope.
pub fn first_seal(genesis: &[u8], signer: &NoteSigner) -> Vec<u8> {
    let mut tree = CompactRange::default();
    tree.push(leaf_hash(genesis));
    let checkpoint = Checkpoint { origin: of(ORIGIN), size: tree.size(), root: tree.root() };
    let mut seal = encode_slot(&checkpoint.sign(signer).expect("the log's own name")).expect("a short note");
    seal.resize(SEAL_BYTES, 0);
    seal
}
