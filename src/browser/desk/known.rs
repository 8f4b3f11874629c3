//! What a commission's kit says: which election, which units, whose keys, which papers.

use serde::Serialize;

use super::super::parcel;
use super::refused::Refused;
use crate::clerk::background::Background;
use crate::clerk::error::KitError;
use crate::crypto::key::PublicKey;
use crate::crypto::parallel::Serial;
use crate::domain::manifest::Manifest;
use crate::domain::state::{Election, KeyOf};
use crate::domain::statement::Kind;
use crate::domain::time::Offset;
use crate::ledger::files::kit::{Kit, NotAKit};
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::Policy;
use crate::tally::record::UnitRecord;
use crate::text::{self, Lang};
use crate::verify::conclude::TrustAnchors;
use crate::verify::report::Trust;
use crate::view::word::Word;

/// The kinds of paper that the desk draws up. Every other that somebody brings it shows, and signs.
pub const KINDS: [Kind; 6] = [
    Kind::OpeningSealed,
    Kind::TurnoutReported,
    Kind::ProtocolSubmitted,
    Kind::ProtocolCorrected,
    Kind::CopyFiled,
    Kind::ComplaintFiled,
];

/// What is known of a commission.
#[derive(Debug)]
pub struct Known {
    pub background: Background,
    /// The keys and witnesses by which a receipt is believed: those of the policy that was brought, or the log's own.
    pub policy: Policy,
    pub trust: Trust,
    lang: Lang,
    checkpoint: Checkpoint,
}

/// What a page shows of it.
#[derive(Debug, Serialize)]
pub struct Opened {
    ledger: String,
    election: String,
    rehearsal: bool,
    log: String,
    log_key: String,
    trust: Word<Trust>,
    size: u64,
    fingerprint: String,
    units: Vec<Unit>,
    contests: Vec<Contest>,
    observers: Vec<Observer>,
    kinds: Vec<KindOf>,
    hours: Vec<String>,
}

/// A commission with its members.
#[derive(Debug, Serialize)]
struct Unit {
    unit: String,
    name: String,
    parent: Option<String>,
    quorum: u16,
    lowest: bool,
    members: Vec<Member>,
}

/// A member whose key is in force.
#[derive(Debug, Serialize)]
struct Member {
    seat: u16,
    name: String,
    office: &'static str,
    fingerprint: String,
}

#[derive(Debug, Serialize)]
struct Contest {
    id: String,
    title: String,
    day: String,
}

#[derive(Debug, Serialize)]
struct Observer {
    observer: String,
    organisation: String,
    scope: String,
    fingerprint: String,
}

/// A kind of paper that the desk draws up.
#[derive(Debug, Serialize)]
struct KindOf {
    kind: &'static str,
    says: &'static str,
    by: &'static str,
}

/// Whoever signs, as the election knows the key.
#[derive(Clone, Debug, Serialize)]
pub struct Signer {
    pub fingerprint: String,
    /// The commission; null of an observer, and of a key that is not known.
    pub unit: Option<String>,
    pub seat: Option<u16>,
    pub name: Option<String>,
    pub office: Option<&'static str>,
}

/// Opens a kit, and a policy where one was brought: a parcel of `lang`, `kit` and `policy`.
///
/// # Errors
/// [`Refused`]: every signature in the kit is checked.
pub fn open(given: &[u8]) -> Result<Known, Refused> {
    let items = parcel::read(given).unwrap_or_default();
    let item = |name| items.iter().find(|(known, _)| *known == name).and_then(|(_, bytes)| *bytes);
    let text = |name| item(name).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let lang = text("lang").and_then(|lang| lang.parse().ok()).unwrap_or_default();
    let bytes = item("kit").unwrap_or_default();
    let of_kit = |error: KitError| Refused::kit(lang, &error);
    let brought = item("policy").map(|bytes| std::str::from_utf8(bytes).unwrap_or_default());
    let brought = brought.map(Policy::parse).transpose().map_err(|error| Refused::policy(lang, error.line))?;
    let background = Background::of_kit(bytes, &TrustAnchors::under(brought.as_ref()), Serial).map_err(of_kit)?;
    let kit = Kit::decode(bytes).map_err(|error: NotAKit| of_kit(KitError::Malformed(error)))?;
    let own = || of_log(background.election().ok()?);
    let trust = if brought.is_some() { Trust::Policy } else { Trust::SelfSigned };
    let policy = brought.or_else(own).ok_or_else(|| of_kit(KitError::NoFoundingAct))?;
    Ok(Known { background, policy, trust, lang, checkpoint: kit.checkpoint.checkpoint().clone() })
}

/// A policy of the log's own key alone.
fn of_log(election: &Election) -> Option<Policy> {
    Policy::parse(&format!("log {}\nquorum none\n", election.log_key())).ok()
}

impl Known {
    pub fn election(&self) -> &Election {
        self.background.election().expect("a kit without a founding act is not opened")
    }

    pub fn manifest(&self) -> &Manifest {
        self.election().manifest()
    }

    /// A unit's own clock.
    pub fn clock(&self, unit: &str) -> Offset {
        let own = self.background.model.unit_named(unit).and_then(|(_, record)| record.utc_offset);
        own.unwrap_or(self.manifest().utc_offset)
    }

    /// Whose key it is.
    fn signer(&self, lang: Lang, key: &PublicKey) -> Signer {
        let fingerprint = key.fingerprint();
        let model = &self.background.model;
        match self.election().holder(key).map(|holder| holder.of) {
            Some(KeyOf::Seat(unit, seat)) => {
                let members = model.units().get(&unit).into_iter().flat_map(UnitRecord::members);
                let member = members.map(|record| record.member).find(|member| member.key == *key);
                Signer {
                    fingerprint,
                    unit: Some(unit.to_string()),
                    seat: Some(seat.0),
                    office: member.as_ref().map(|member| text::office(lang, member.office)),
                    name: member.map(|member| member.name.to_string()),
                }
            }
            Some(KeyOf::Observer(observer)) => {
                let record = model.observers().get(&observer);
                let name = record.map(|record| format!("{observer}, {}", record.accredited.organisation));
                Signer { fingerprint, unit: None, seat: None, name, office: None }
            }
            Some(KeyOf::Log) | None => Signer { fingerprint, unit: None, seat: None, name: None, office: None },
        }
    }

    /// Whose keys they are, by their seats.
    pub fn signers<'a>(&self, lang: Lang, keys: impl Iterator<Item = &'a PublicKey>) -> Vec<Signer> {
        let mut signers: Vec<_> = keys.map(|key| self.signer(lang, key)).collect();
        signers.sort_by_key(|signer| signer.seat);
        signers
    }

    /// What a page shows of the kit.
    pub fn opened(&self) -> Opened {
        let (lang, election, model) = (self.lang, self.election(), &self.background.model);
        let unit = |(unit, record): (&crate::domain::id::UnitId, &UnitRecord)| Unit {
            unit: unit.to_string(),
            name: record.name.to_string(),
            parent: record.parent.as_ref().map(ToString::to_string),
            quorum: record.quorum,
            lowest: model.is_lowest(record),
            members: members(lang, record),
        };
        let contest = |called: &crate::domain::contest::Contest| Contest {
            id: called.id.to_string(),
            title: called.title.in_language(lang.code()).to_owned(),
            day: called.polling_day.to_string(),
        };
        let observers = model.observers().values().filter(|record| record.withdrawn.is_none());
        let observer = |accredited: &crate::domain::observer::ObserverAccredited| Observer {
            observer: accredited.observer.to_string(),
            organisation: accredited.organisation.to_string(),
            scope: accredited.scope.to_string(),
            fingerprint: accredited.key.fingerprint(),
        };
        let kind = |kind: Kind| KindOf {
            kind: kind.word(),
            says: text::event_kind(lang, kind),
            by: text::signed_by(lang, kind),
        };
        Opened {
            ledger: election.ledger().to_string(),
            election: self.manifest().title.in_language(lang.code()).to_owned(),
            rehearsal: self.manifest().rehearsal,
            log: self.checkpoint.origin.to_string(),
            log_key: election.log_key().to_owned(),
            trust: Word(self.trust),
            size: self.checkpoint.size.0,
            fingerprint: self.checkpoint.fingerprint().to_string(),
            units: model.units().iter().map(unit).collect(),
            contests: model.contests().values().map(|record| contest(&record.contest)).collect(),
            observers: observers.map(|record| observer(&record.accredited)).collect(),
            kinds: KINDS.into_iter().map(kind).collect(),
            hours: self.manifest().turnout.hours.iter().map(ToString::to_string).collect(),
        }
    }
}

fn members(lang: Lang, record: &UnitRecord) -> Vec<Member> {
    let in_force = record.seated_now();
    let member = |member: crate::domain::commission::Member| Member {
        seat: member.seat.0,
        name: member.name.to_string(),
        office: text::office(lang, member.office),
        fingerprint: member.key.fingerprint(),
    };
    in_force.map(member).collect()
}
