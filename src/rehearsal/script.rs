//! The script of a rehearsal: founding, then phase by phase. Each phase is planned from the folder and from the board
//! as it stood when the phase began, so that a rehearsal that was interrupted plans the same again.

use std::collections::BTreeMap;

use super::keys::{Keys, Signer, log_key, member};
use super::papers;
use super::plan::{Phase, Planned};
use crate::crypto::key::SecretKey;
use crate::crypto::vkey::{KeyName, VerifierKey};
use crate::domain::commission::CommissionFormed;
use crate::domain::id::{LedgerId, UnitId};
use crate::domain::manifest::{ElectionCalled, Manifest, RULES_VERSION};
use crate::domain::number::{Seat, Size};
use crate::domain::observer::{ObserverAccredited, ObserverRole};
use crate::domain::time::{Day, HourOfDay, Millis};
use crate::domain::{Body, Statement};
use crate::intake::ElectionFolder;
use crate::intake::members;
use crate::intake::rows::UnitRow;
use crate::ledger::entry::ParallelMap;
use crate::ledger::submission::SignedStatement;
use crate::tally::Board;

/// Days before the polling day: the ledger is founded, commissions are formed, candidates registered.
const FOUNDED_DAYS_BEFORE: u16 = 60;
const FORMED_DAYS_BEFORE: u16 = 45;
const REGISTERED_DAYS_BEFORE: u16 = 30;
const ACCREDITED_DAYS_BEFORE: u16 = 10;
/// Nine in the morning, in minutes.
const MORNING: u16 = 9 * 60;
/// How a rehearsal's origin ends.
const ORIGIN_SUFFIX: &str = "/rehearsal";

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
    /// Reads the folder as a rehearsal, and derives every member's key.
    pub fn new<M: ParallelMap>(folder: &'a ElectionFolder, map: &M) -> Self {
        let manifest = Manifest { rehearsal: true, ..folder.manifest.clone() };
        let stated = folder.origin.clone().unwrap_or_else(|| format!("protokol.example/{}", manifest.id));
        let origin = if stated.ends_with(ORIGIN_SUFFIX) { stated } else { stated + ORIGIN_SUFFIX };
        let mut ranks: BTreeMap<usize, Vec<&UnitRow>> = BTreeMap::new();
        for unit in folder.parents_first() {
            let rank = manifest.tier(&unit.tier).map_or(0, |(rank, _)| rank);
            ranks.entry(rank).or_default().push(unit);
        }
        let mut script = Self { folder, manifest, origin, keys: Keys::default(), ranks };
        let units: Vec<_> = folder.units.iter().collect();
        let keys = map.map(units, |unit| script.members(unit).1);
        keys.into_iter().for_each(|keys| script.keys.learn(keys));
        script
    }

    /// The log's name.
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
            rules: RULES_VERSION,
            origin: self.origin.parse().ok()?,
            log_key: log_key.to_string().parse().ok()?,
            predecessor: None,
            manifest: self.manifest.clone(),
            commission: self.commission(top),
        });
        let clock = self.clock(self.manifest.polling_day.minus_days(FOUNDED_DAYS_BEFORE), MORNING);
        Some(self.planned(LedgerId::UNFOUNDED, body, clock, self.quorum(&top.unit)))
    }

    /// The phases after the founding, in order.
    pub fn phases(&self) -> Vec<Phase> {
        let lowest = self.manifest.tiers.len().saturating_sub(1);
        let mut phases: Vec<_> = (1..=lowest).map(Phase::Commissions).collect();
        phases.extend([Phase::Candidates, Phase::Observers]);
        for contest in &self.manifest.contests {
            let of = |phase: fn(crate::domain::id::ContestId) -> Phase| phase(contest.id.clone());
            phases.extend([of(Phase::Turnout), of(Phase::Openings), of(Phase::Protocols), of(Phase::Copies)]);
            phases.extend([of(Phase::Corrections), of(Phase::Decisions)]);
            phases.extend((0..lowest).rev().map(|rank| Phase::Summaries(contest.id.clone(), rank)));
        }
        phases
    }

    /// What a phase says, given the board and the size at which the phase began. The board may be further on.
    pub fn plan(&self, phase: &Phase, ledger: LedgerId, board: &Board, at: Size) -> Vec<Planned> {
        match phase {
            Phase::Commissions(rank) => self.commissions(ledger, *rank),
            Phase::Candidates => self.candidates(ledger),
            Phase::Observers => self.observers(ledger),
            _ => papers::plan(self, phase, ledger, board, at),
        }
    }

    /// Signs what is planned.
    pub fn sign(&self, planned: &Planned) -> Option<SignedStatement> {
        let mut signed = SignedStatement::unsigned(&planned.statement).ok()?;
        for signer in &planned.signers {
            self.keys.with(signer, |key| signed.sign(key));
        }
        Some(signed)
    }

    pub(super) fn folder(&self) -> &ElectionFolder {
        self.folder
    }

    /// The units of a tier.
    pub(super) fn units_of(&self, rank: usize) -> &[&'a UnitRow] {
        self.ranks.get(&rank).map_or(&[], Vec::as_slice)
    }

    pub(super) fn planned(&self, ledger: LedgerId, body: Body, clock: Millis, signers: Vec<Signer>) -> Planned {
        Planned { statement: Statement { ledger, said_at: clock, body }, clock, signers }
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

    fn members(&self, unit: &UnitRow) -> (Vec<crate::domain::commission::Member>, Vec<(Signer, SecretKey)>) {
        let members = self.manifest.tier(&unit.tier).map_or(0, |(_, tier)| tier.members);
        (1..=members).map(|seat| member(&unit.unit, Seat(seat))).unzip()
    }

    fn commission(&self, unit: &UnitRow) -> CommissionFormed {
        let quorum = self.manifest.tier(&unit.tier).map_or(0, |(_, tier)| tier.quorum);
        CommissionFormed {
            unit: unit.unit.clone(),
            tier: unit.tier.clone(),
            parent: unit.parent.clone(),
            name: unit.name.clone(),
            utc_offset: unit.utc_offset,
            quorum,
            members: self.members(unit).0,
        }
    }

    fn commissions(&self, ledger: LedgerId, rank: usize) -> Vec<Planned> {
        let start = self.clock(self.manifest.polling_day.minus_days(FORMED_DAYS_BEFORE), MORNING);
        let plan = |(unit, at): (&&UnitRow, u64)| {
            let parent = unit.parent.as_ref().unwrap_or(&unit.unit);
            let body = Body::CommissionFormed(self.commission(unit));
            self.planned(ledger, body, start.plus(at * 1000), self.quorum(parent))
        };
        self.units_of(rank).iter().zip(0..).map(plan).collect()
    }

    fn candidates(&self, ledger: LedgerId) -> Vec<Planned> {
        let Some(top) = self.top() else { return Vec::new() };
        let start = self.clock(self.manifest.polling_day.minus_days(REGISTERED_DAYS_BEFORE), MORNING);
        let nominations = members::nominations(&self.folder.candidates).into_iter().map(Body::NominationApproved);
        let registrations = members::candidates(&self.folder.candidates).into_iter().map(Body::CandidateRegistered);
        let bodies = nominations.chain(registrations).zip(0..);
        bodies.map(|(body, at)| self.planned(ledger, body, start.plus(at * 1000), self.quorum(&top))).collect()
    }

    /// The observers of `observers.csv`; without it, those named in `copies.csv`.
    fn observers(&self, ledger: LedgerId) -> Vec<Planned> {
        let Some(top) = self.top() else { return Vec::new() };
        let start = self.clock(self.manifest.polling_day.minus_days(ACCREDITED_DAYS_BEFORE), MORNING);
        let accredited = |observer: &crate::domain::id::ObserverId| {
            let row = self.folder.observers.iter().find(|row| row.observer == *observer);
            ObserverAccredited {
                observer: observer.clone(),
                organisation: row.map(|row| row.organisation.clone()).unwrap_or_default(),
                role: row.map_or(ObserverRole::Domestic, |row| row.role),
                scope: row.map_or(top.clone(), |row| row.scope.clone()),
                key: self.keys.with(&Signer::Observer(observer.clone()), SecretKey::public),
            }
        };
        let mut named: Vec<_> = self.folder.observers.iter().map(|row| &row.observer).collect();
        if named.is_empty() {
            named = self.folder.copies.iter().map(|row| &row.observer).collect();
            named.sort();
            named.dedup();
        }
        let plan = |(observer, at): (&crate::domain::id::ObserverId, u64)| {
            let body = Body::ObserverAccredited(accredited(observer));
            self.planned(ledger, body, start.plus(at * 1000), self.quorum(&top))
        };
        named.into_iter().zip(0..).map(plan).collect()
    }

    fn top(&self) -> Option<UnitId> {
        self.units_of(0).first().map(|row| row.unit.clone())
    }
}
