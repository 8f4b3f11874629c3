//! The script of a rehearsal: founding, then phase by phase. Each phase is planned from the folder and from the read
//! model as it stood when the phase began, so that a rehearsal that was interrupted plans the same again.

use std::collections::BTreeMap;

use super::keys::{Keys, ORIGIN_SUFFIX, Signer, log_key, member};
use super::phase::Phase;
use super::planned::Planned;
use crate::crypto::key::SecretKey;
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::{KeyName, VerifierKey};
use crate::domain::commission::CommissionFormed;
use crate::domain::id::{ContestId, LedgerId, ObserverId, UnitId};
use crate::domain::manifest::{ElectionCalled, Manifest};
use crate::domain::number::Seat;
use crate::domain::observer::{ObserverAccredited, ObserverRole};
use crate::domain::rules::RulesVersion;
use crate::domain::statement::{Body, Statement};
use crate::domain::time::{Day, HourOfDay, Millis};
use crate::intake::csv::rows::UnitRow;
use crate::intake::folder::ElectionFolder;
use crate::ledger::submission::SignedStatement;

/// Days before the polling day.
const FOUNDED_DAYS_BEFORE: u16 = 60;
/// Nine in the morning, in minutes.
const MORNING: u16 = 9 * 60;

/// A rehearsal of one election folder.
#[derive(Debug)]
pub struct Script<'a> {
    folder: &'a ElectionFolder,
    manifest: Manifest,
    origin: String,
    keys: Keys,
    ranks: BTreeMap<usize, Vec<&'a UnitRow>>,
}

impl<'a> Script<'a> {
    /// Reads the folder as a rehearsal, and derives the members' keys, as many as are kept.
    pub fn new<M: ParallelMap>(folder: &'a ElectionFolder, map: &M) -> Self {
        let manifest = Manifest { rehearsal: true, ..folder.manifest.clone() };
        let stated = folder.origin.clone().unwrap_or_else(|| format!("protokol.example/{}", manifest.id));
        let origin = if stated.ends_with(ORIGIN_SUFFIX) { stated } else { stated + ORIGIN_SUFFIX };
        let mut ranks: BTreeMap<usize, Vec<&UnitRow>> = BTreeMap::new();
        for unit in folder.parents_first() {
            let rank = manifest.tier(&unit.tier).map_or(0, |(rank, _)| rank);
            ranks.entry(rank).or_default().push(unit);
        }
        let signers = folder.units.iter().flat_map(|unit| {
            let members = manifest.tier(&unit.tier).map_or(0, |(_, tier)| tier.members);
            (1..=members).map(|seat| Signer::Member(unit.unit.clone(), Seat(seat)))
        });
        let keys = Keys::of(signers, map);
        Self { folder, manifest, origin, keys, ranks }
    }

    /// The rehearsed log's name.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The manifest, as a rehearsal's.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The log's demonstration key.
    pub fn log_key(&self) -> SecretKey {
        log_key(&self.origin)
    }

    /// The founding act. None where the folder has no top unit, which reading it has excluded.
    pub fn founding(&self) -> Option<Planned> {
        let top = self.ranks.get(&0)?.first()?;
        let name: KeyName = self.origin.parse().ok()?;
        let log_key = VerifierKey::ed25519(name, self.log_key().public()).ok()?;
        let body = Body::ElectionCalled(ElectionCalled {
            rules: RulesVersion::FOUNDING.number(),
            origin: self.origin.parse().ok()?,
            log_key: log_key.to_string().parse().ok()?,
            predecessor: None,
            manifest: self.manifest.clone(),
            commission: self.commission(top),
        });
        let clock = self.clock(self.manifest.polling_day.minus_days(FOUNDED_DAYS_BEFORE), MORNING);
        let statement = Statement { ledger: LedgerId::UNFOUNDED, said_at: clock, body };
        Some(Planned { statement, clock, signers: self.quorum(&top.unit) })
    }

    /// The phases after the founding, in order.
    pub fn phases(&self) -> Vec<Phase> {
        let lowest = self.manifest.tiers.len().saturating_sub(1);
        let mut phases: Vec<_> = (1..=lowest).map(Phase::Commissions).collect();
        phases.extend([Phase::Candidates, Phase::Observers]);
        for contest in &self.manifest.contests {
            let of = |phase: fn(ContestId) -> Phase| phase(contest.id.clone());
            phases.extend([of(Phase::Turnout), of(Phase::Openings), of(Phase::Protocols), of(Phase::Copies)]);
            let rounds = 0..self.correction_rounds(&contest.id);
            phases.extend(rounds.map(|round| Phase::Corrections(contest.id.clone(), round)));
            phases.push(of(Phase::Decisions));
            phases.extend((0..lowest).rev().map(|rank| Phase::Summaries(contest.id.clone(), rank)));
        }
        phases
    }

    /// How often a unit's paper is corrected at most. Each correction names the one before it, which must be in.
    fn correction_rounds(&self, contest: &ContestId) -> usize {
        let rows = self.folder.corrections.iter().filter(|row| row.contest == *contest);
        rows.map(|row| row.round + 1).max().unwrap_or(0)
    }

    /// Signs what is planned.
    pub fn sign(&self, planned: &Planned) -> Option<SignedStatement> {
        let mut signed = SignedStatement::unsigned(&planned.statement).ok()?;
        for signer in &planned.signers {
            self.keys.with(signer, |key| signed.sign(key));
        }
        Some(signed)
    }

    pub(super) fn folder(&self) -> &'a ElectionFolder {
        self.folder
    }

    /// The units of a tier.
    pub(super) fn units_of(&self, rank: usize) -> &[&'a UnitRow] {
        self.ranks.get(&rank).map_or(&[], Vec::as_slice)
    }

    /// The first members of a commission, as many as its quorum.
    pub(super) fn quorum(&self, unit: &UnitId) -> Vec<Signer> {
        let tier = self.folder.unit(unit).and_then(|row| self.manifest.tier(&row.tier));
        let quorum = tier.map_or(0, |(_, tier)| tier.quorum);
        (1..=quorum).map(|seat| Signer::Member(unit.clone(), Seat(seat))).collect()
    }

    /// The instant of a minute of a day, in the election's country.
    pub(super) fn clock(&self, day: Day, minutes: u16) -> Millis {
        let hour = HourOfDay::try_from(minutes).unwrap_or(HourOfDay::MIDNIGHT);
        Millis::at(day, hour, self.manifest.utc_offset)
    }

    pub(super) fn commission(&self, unit: &UnitRow) -> CommissionFormed {
        let (members, quorum) = self.manifest.tier(&unit.tier).map_or((0, 0), |(_, tier)| (tier.members, tier.quorum));
        CommissionFormed {
            unit: unit.unit.clone(),
            tier: unit.tier.clone(),
            parent: unit.parent.clone(),
            name: unit.name.clone(),
            utc_offset: unit.utc_offset,
            quorum,
            members: (1..=members).map(|seat| member(&unit.unit, Seat(seat), &self.keys)).collect(),
        }
    }

    /// An observer's accreditation; of one that only copies name, little is known.
    pub(super) fn accreditation(&self, observer: &ObserverId, top: &UnitId) -> ObserverAccredited {
        let row = self.folder.observers.iter().find(|row| row.observer == *observer);
        ObserverAccredited {
            observer: observer.clone(),
            organisation: row.map(|row| row.organisation.clone()).unwrap_or_default(),
            role: row.map_or(ObserverRole::Domestic, |row| row.role),
            scope: row.map_or(top.clone(), |row| row.scope.clone()),
            key: self.keys.with(&Signer::Observer(observer.clone()), SecretKey::public),
        }
    }

    /// The top unit, which reading the folder has proved to be there.
    pub(super) fn top(&self) -> &'a UnitId {
        &self.units_of(0).first().expect("a folder is read only with a top unit").unit
    }
}
