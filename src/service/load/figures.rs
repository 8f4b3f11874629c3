//! What a load measures: how many, how fast, and how long each took.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::domain::code::Code;
use crate::domain::id::ContestId;
use crate::rehearsal::{Phase, PhaseKind};
use crate::remote::http::HttpError;
use crate::store::writer::AcceptedStatus;

/// A phase that was handed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoadedPhase {
    /// What it is about.
    pub kind: PhaseKind,
    /// Of which contest, if of one.
    pub contest: Option<ContestId>,
    /// What was measured.
    pub figures: Figures,
}

/// What was measured of submissions that were handed in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Figures {
    /// How many came in now.
    pub taken: u64,
    /// How many were in already.
    pub already: u64,
    /// How many were refused, by code.
    pub refused: BTreeMap<Code, u64>,
    /// How long it lasted, until the last answer.
    pub time: Duration,
    /// How long each took, from when it was due to its answer; the shortest first.
    took: Vec<Duration>,
}

/// How often a submission was handed in again, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct AskedAgain {
    /// The service asked to come again: 429.
    pub busy: u64,
    /// It took nothing for a moment, as 503 says.
    pub closed: u64,
    /// Nobody answered to the end.
    pub gone: u64,
    /// It was refused, and others had come in by then: it may have been too early.
    pub early: u64,
}

impl LoadedPhase {
    pub(super) fn of(phase: &Phase) -> Self {
        Self { kind: phase.kind(), contest: phase.contest().cloned(), figures: Figures::default() }
    }
}

impl Figures {
    /// Those of several phases, one after the other.
    pub fn of_all<'a>(phases: impl IntoIterator<Item = &'a LoadedPhase>) -> Self {
        let mut all = Self::default();
        for LoadedPhase { figures, .. } in phases {
            all.taken += figures.taken;
            all.already += figures.already;
            figures.refused.iter().for_each(|(code, count)| *all.refused.entry(*code).or_default() += count);
            all.time += figures.time;
            all.took.extend(&figures.took);
        }
        all.is_whole();
        all
    }

    /// How many were answered.
    pub fn submissions(&self) -> u64 {
        self.took.len() as u64
    }

    /// How many were refused.
    pub fn refusals(&self) -> u64 {
        self.refused.values().sum()
    }

    /// How many were answered in a second on the mean.
    pub fn per_second(&self) -> u64 {
        let micros = self.time.as_micros().max(1);
        u64::try_from(u128::from(self.submissions()) * 1_000_000 / micros).unwrap_or(u64::MAX)
    }

    /// How long the quickest so many thousandths of all took at most. None of the numbers is made up: it is what one of
    /// them took.
    pub fn within(&self, thousandths: usize) -> Duration {
        let rank = (self.took.len() * thousandths.min(1000)).div_ceil(1000).max(1);
        self.took.get(rank - 1).copied().unwrap_or_default()
    }

    pub(super) fn took(&mut self, time: Duration) {
        self.took.push(time);
    }

    pub(super) fn lasted(&mut self, time: Duration) {
        self.time += time;
    }

    pub(super) fn came_in(&mut self, status: AcceptedStatus) {
        match status {
            AcceptedStatus::Sealed => self.taken += 1,
            AcceptedStatus::Already => self.already += 1,
        }
    }

    pub(super) fn refused(&mut self, code: Code) {
        *self.refused.entry(code).or_default() += 1;
    }

    /// Nothing is measured any more.
    pub(super) fn is_whole(&mut self) {
        self.took.sort_unstable();
    }
}

impl AskedAgain {
    /// How often in all.
    pub fn times(self) -> u64 {
        self.busy + self.closed + self.gone + self.early
    }

    pub(super) fn count(&mut self, error: &HttpError) {
        match error {
            HttpError::Status { status: 429, .. } => self.busy += 1,
            HttpError::Status { .. } => self.closed += 1,
            _ => self.gone += 1,
        }
    }
}
