//! Small ledgers for tests, built with the library alone and public demonstration keys, and written as a folder.

use std::path::Path;

use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::key::{PublicKey, SecretKey};
use protokol::crypto::note::NoteSigner;
use protokol::domain::candidate::CandidateRegistered;
use protokol::domain::code::Code;
use protokol::domain::commission::{CommissionFormed, Member, Office};
use protokol::domain::contest::Contest;
use protokol::domain::decision::Decision;
use protokol::domain::event::RecordedEvent;
use protokol::domain::form::{Check, Form, Item, Operand, Operator, Role, Severity, Stage, Term};
use protokol::domain::id::{EventHash, LedgerId};
use protokol::domain::manifest::{ElectionCalled, Manifest, Tier, TurnoutRule, TurnoutSigners};
use protokol::domain::number::{BallotNumber, Count, Seat, Size, Voting};
use protokol::domain::protocol::{Figures, Paper, ProtocolSubmitted};
use protokol::domain::rules::{RulesVersion, decide};
use protokol::domain::state::State;
use protokol::domain::statement::{Body, Statement};
use protokol::domain::text::{Localised, Text};
use protokol::domain::time::Millis;
use protokol::ledger::entry::Entry;
use protokol::ledger::envelope::{Envelope, Head};
use protokol::ledger::files::frame;
use protokol::ledger::files::seal::{SEAL_BYTES, SLOT_BYTES, encode_slot};
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::merkle::CompactRange;
use protokol::ledger::tree::node::leaf_hash;
use protokol::tally::read_model::ReadModel;

/// The log of every ledger here.
pub const ORIGIN: &str = "tiny.example/2026/rehearsal";
/// 2026-05-10T20:00:00Z, when the first event arrives.
pub const START: u64 = 1_778_443_200_000;

/// The "unit" of the log's demonstration key.
pub const LOG: &str = "log:";

/// A signer: the unit and the seat of a demonstration key.
pub type By<'a> = (&'a str, &'a str);

/// A ledger that takes whatever it is told: what the rules refuse stands in it as an operator would have put it there.
pub struct Ledger {
    pub log: NoteSigner,
    pub head: Head,
    pub state: State,
    pub model: ReadModel,
    pub entries: Vec<Vec<u8>>,
    clock: u64,
}

pub fn text(s: &str) -> Text {
    s.parse().expect("a text")
}

pub fn id<T: std::str::FromStr>(s: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    s.parse().expect("an id, a day or an hour")
}

pub fn english(s: &str) -> Localised {
    Localised::new(vec![("en".to_owned().try_into().expect("a language"), text(s))]).expect("one language")
}

pub fn key(by: By<'_>) -> SecretKey {
    SecretKey::demonstration(by.0, by.1)
}

/// The log's key, or another one under its name.
pub fn log_key(seat: &str) -> NoteSigner {
    NoteSigner::new(ORIGIN.parse().expect("a key name"), key((LOG, seat)))
}

pub fn instant(ms: u64) -> Millis {
    ms.try_into().expect("before the year 10000")
}

pub fn decision() -> Decision {
    Decision { reference: text("1/1"), date: Some(id("2026-05-01")) }
}

/// Two tiers, and everything else once: one contest, one item, one check.
pub fn tiny_manifest() -> Manifest {
    let tier = |name| Tier { name: id(name), members: 1, quorum: 1, declared: None };
    let votes = |of| vec![Term { coefficient: 1, of }];
    Manifest {
        id: id("tiny-2026"),
        kind: text("presidential"),
        title: english("A tiny election"),
        polling_day: id("2026-05-10"),
        utc_offset: id("+00:00"),
        authority: text("Central Election Commission"),
        legal_basis: None,
        rehearsal: true,
        tiers: vec![tier("central"), tier("precinct")],
        contests: vec![Contest {
            id: id("round-1"),
            title: english("First round"),
            unit: None,
            polling_day: id("2026-05-10"),
        }],
        form: Form {
            items: vec![Item {
                key: id("valid_votes"),
                label: english("Valid votes"),
                stage: Stage::Count,
                role: Some(Role::Valid),
                optional: false,
            }],
            checks: vec![Check {
                code: id("E1"),
                left: votes(Operand::Votes),
                op: Operator::Equal,
                right: votes(Operand::Item(id("valid_votes"))),
                severity: Severity::Error,
                says: english("The votes do not add up to the valid votes"),
            }],
        },
        turnout: TurnoutRule { signers: TurnoutSigners::AnyMember, hours: Vec::new() },
        deadlines: Vec::new(),
        publish_not_before: None,
        invalidity: None,
        complaint_hours: None,
    }
}

/// A commission of the manifest's size for its tier; seat 1 presides, seat 2 keeps the papers.
pub fn commission(manifest: &Manifest, unit: &str, tier: &str, parent: Option<&str>) -> CommissionFormed {
    let (_, of) = manifest.tier(&id(tier)).expect("a tier of the manifest");
    let office = |seat| match seat {
        1 => Office::Chair,
        2 => Office::Secretary,
        _ => Office::Member,
    };
    let member = |seat: u16| Member {
        seat: Seat(seat),
        name: text(&format!("Member {seat} of {unit}")),
        office: office(seat),
        nominated_by: text(""),
        key: key((unit, &seat.to_string())).public(),
    };
    CommissionFormed {
        unit: id(unit),
        tier: id(tier),
        parent: parent.map(id),
        name: text(""),
        utc_offset: None,
        quorum: of.quorum,
        members: (1..=of.members).map(member).collect(),
    }
}

pub fn founding(manifest: Manifest, top: &str) -> ElectionCalled {
    let tier = manifest.tiers[0].name.to_string();
    ElectionCalled {
        rules: RulesVersion::FOUNDING.number(),
        origin: text(ORIGIN),
        log_key: text(&log_key(ORIGIN).verifier().to_string()),
        predecessor: None,
        commission: commission(&manifest, top, &tier, None),
        manifest,
    }
}

pub fn candidate(number: u16, name: &str) -> Body {
    Body::CandidateRegistered(CandidateRegistered {
        contest: id("round-1"),
        number: BallotNumber(number),
        nominated_by: text("herself"),
        names: english(name),
        decision: decision(),
    })
}

pub fn paper(unit: &str) -> Paper {
    Paper { contest: id("round-1"), unit: id(unit), voting: Voting::FIRST }
}

/// A protocol with these items and votes.
pub fn protocol(unit: &str, items: &[u32], votes: &[(u16, u32)]) -> ProtocolSubmitted {
    ProtocolSubmitted {
        paper: paper(unit),
        figures: figures(items, votes),
        form_serial: text("AA 000001"),
        completed_at: None,
        dissent: Vec::new(),
        attachments: Vec::new(),
    }
}

pub fn figures(items: &[u32], votes: &[(u16, u32)]) -> Figures {
    Figures {
        items: items.iter().map(|n| Some(Count(*n))).collect(),
        votes: votes.iter().map(|(n, v)| (BallotNumber(*n), Count(*v))).collect(),
    }
}

impl Default for Ledger {
    fn default() -> Self {
        Self {
            log: log_key(ORIGIN),
            head: Head::START,
            state: State::default(),
            model: ReadModel::default(),
            entries: Vec::new(),
            clock: START,
        }
    }
}

impl Ledger {
    /// The ledger of the worked example in `docs/format.md`.
    pub fn tiny() -> Self {
        let manifest = tiny_manifest();
        let mut ledger = Self::default();
        let precinct = commission(&manifest, "P1", "precinct", Some("TOP"));
        ledger.say(Body::ElectionCalled(founding(manifest, "TOP")), &[("TOP", "1")]).expect("admissible");
        ledger.say(Body::CommissionFormed(precinct), &[("TOP", "1")]).expect("admissible");
        ledger.say(candidate(1, "Ada Example"), &[("TOP", "1")]).expect("admissible");
        let protocol = protocol("P1", &[7], &[(1, 7)]);
        ledger.say(Body::ProtocolSubmitted(protocol), &[("P1", "1")]).expect("admissible");
        ledger
    }

    pub fn size(&self) -> Size {
        Size(self.entries.len() as u64)
    }

    pub fn id(&self) -> LedgerId {
        self.state.election().map_or(LedgerId::UNFOUNDED, |election| election.ledger())
    }

    /// The statement as it would be made now; every statement is said a second before it arrives.
    pub fn statement(&self, body: Body) -> Statement {
        Statement { ledger: self.id(), said_at: instant(self.clock - 1000), body }
    }

    /// A statement, signed.
    pub fn signed(&self, body: Body, by: &[By<'_>]) -> SignedStatement {
        let mut signed = SignedStatement::unsigned(&self.statement(body)).expect("fits an entry");
        for by in by {
            signed.sign(&key(*by));
        }
        signed
    }

    /// Seals a statement into the ledger, whatever the rules say of it, and tells what they say.
    pub fn say(&mut self, body: Body, by: &[By<'_>]) -> Result<EventHash, Code> {
        let bytes = self.signed(body, by).encode();
        self.seal(bytes)
    }

    /// Seals the bytes of a submission into the ledger, whatever they are.
    pub fn seal(&mut self, submission: Vec<u8>) -> Result<EventHash, Code> {
        let bytes = self.head.seal(instant(self.clock), submission).encode();
        self.clock += 60_000;
        self.put(bytes)
    }

    /// Lets so many hours pass.
    pub fn wait(&mut self, hours: u64) {
        self.clock += hours * 3_600_000;
    }

    /// Puts an envelope's bytes at the end, whatever they are.
    pub fn put(&mut self, bytes: Vec<u8>) -> Result<EventHash, Code> {
        let entry = Entry::open(&bytes, &AdmittedKeys::default());
        let place = self.size().next();
        self.entries.push(bytes);
        let arrival = entry.envelope.as_ref().map_or(self.head.arrival, |envelope| envelope.arrival);
        self.head = self.head.after(entry.hash, arrival.max(self.head.arrival));
        let opened = entry.submission.map_err(|error| error.code());
        let decided = opened.and_then(|o| decide(&self.state, &o.submission, arrival).map_err(|r| r.code()));
        match decided {
            Ok(event) => {
                let recorded = RecordedEvent { event, sequence: place, hash: entry.hash, arrival };
                self.state.apply(&recorded);
                self.model.apply(&recorded);
                Ok(entry.hash)
            }
            Err(code) => {
                self.state.pass_over(place, arrival);
                Err(code)
            }
        }
    }

    pub fn checkpoint(&self, size: usize) -> SignedCheckpoint {
        let mut tree = CompactRange::default();
        self.entries[..size].iter().for_each(|entry| tree.push(leaf_hash(entry)));
        let checkpoint =
            Checkpoint { origin: id(self.log.verifier().name().as_str()), size: tree.size(), root: tree.root() };
        checkpoint.sign(&self.log).expect("the log's own name")
    }

    /// The journal in one segment: the founding act in a frame of its own, then frames of at most 256 envelopes.
    pub fn journal(&self) -> Vec<u8> {
        let (first, rest) = self.entries.split_at(self.entries.len().min(1));
        let mut at = protokol::domain::number::Sequence(0);
        let mut bytes = Vec::new();
        for batch in first.chunks(1).chain(rest.chunks(frame::FRAME_EVENTS_MAX)) {
            bytes.extend(frame::encode(at, batch));
            at.0 += batch.len() as u64;
        }
        bytes
    }

    /// The founding act under the first slot, everything under the second.
    pub fn seal_file(&self) -> Vec<u8> {
        let mut seal = encode_slot(&self.checkpoint(1)).expect("a short note");
        seal.extend(encode_slot(&self.checkpoint(self.entries.len())).expect("a short note"));
        assert_eq!((seal.len(), SEAL_BYTES), (2 * SLOT_BYTES, 2 * SLOT_BYTES));
        seal
    }

    /// Writes the folder as a reader needs it.
    pub fn write(&self, folder: &Path) {
        write_ledger(folder, &self.journal(), &self.seal_file(), &self.log);
    }
}

pub fn write_ledger(folder: &Path, journal: &[u8], seal: &[u8], log: &NoteSigner) {
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).expect("a writable folder");
    std::fs::create_dir_all(folder.join("journal")).expect("a writable folder");
    write("journal/00000000000000000000.frames", journal);
    write("seal", seal);
    write("log.vkey", format!("{}\n", log.verifier()).as_bytes());
}

/// Seals any bytes as a statement's, signed by these keys: statements that the library would never make.
pub fn submission_of(statement: &[u8], by: &[By<'_>]) -> Vec<u8> {
    let message = [protokol::crypto::context::STATEMENT_SIGNATURE, statement].concat();
    let mut pairs: Vec<(PublicKey, Vec<u8>)> =
        by.iter().map(|by| (key(*by).public(), key(*by).sign(&message).to_bytes().to_vec())).collect();
    pairs.sort();
    let mut bytes = u32::try_from(statement.len()).expect("short").to_le_bytes().to_vec();
    bytes.extend(statement);
    bytes.extend(u16::try_from(pairs.len()).expect("few").to_le_bytes());
    for (key, signature) in pairs {
        bytes.extend(key.0);
        bytes.extend(signature);
    }
    bytes
}

/// The hash of the last envelope's bytes.
pub fn hash_of(entry: &[u8]) -> EventHash {
    Envelope::hash(entry)
}
