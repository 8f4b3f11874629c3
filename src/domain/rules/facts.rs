//! What findings are judged from: one unit's papers in one contest as they stood at a moment, as plain values. The read
//! model on the floor above gathers them; the rules judge them, and look at nothing else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::crypto::hash::TreeHash;
use crate::domain::closing::ResultCertified;
use crate::domain::code::FindingCode;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Form, Severity};
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::number::{BallotNumber, Sequence, Total};
use crate::domain::observer::CopyFiled;
use crate::domain::protocol::{OpeningSealed, ProtocolSubmitted, TurnoutReported};
use crate::domain::summary::{Counters, SummaryFigures, SummarySubmitted};
use crate::domain::time::Millis;

/// Whose paper is looked at.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The form that the election is counted on.
    pub form: &'a Form,
    /// The contest of the paper.
    pub contest: &'a ContestId,
    /// The unit of the paper.
    pub unit: &'a UnitId,
}

impl About<'_> {
    /// A finding about this paper.
    pub fn finding(
        self,
        code: impl Into<FindingCode>,
        severity: Severity,
        event: Option<EventHash>,
        cells: Vec<Cell>,
    ) -> Finding {
        let (contest, unit) = (self.contest.clone(), self.unit.clone());
        Finding { code: code.into(), severity, contest, unit, event, cells }
    }
}

/// What was said, and the event that says it.
#[derive(Clone, Copy, Debug)]
pub struct Filed<T> {
    /// The hash of the event that filed it.
    pub event: EventHash,
    /// The statement that it was filed with.
    pub what: T,
}

/// A precinct's paper. Lists are in the ledger's order.
#[derive(Clone, Debug)]
pub struct PaperFacts<'a> {
    /// The version in force.
    pub in_force: Option<Filed<&'a ProtocolSubmitted>>,
    /// When it was due and came; none where no protocol is to come, since it was annulled or the voting failed.
    pub timing: Option<Timing>,
    /// The turnout reports of the voting that is open.
    pub turnout: Vec<Filed<TurnoutReported>>,
    /// Every version there ever was, each with the opening that was sealed for its voting when it came in.
    pub versions: Vec<(Filed<&'a ProtocolSubmitted>, Option<&'a OpeningSealed>)>,
    /// Observers' copies of the voting that is open.
    pub copies: Vec<Filed<&'a CopyFiled>>,
    /// The voters on its lists, as far as the paper says.
    pub electorate: Option<i128>,
}

/// What a commission above the precincts said.
#[derive(Clone, Debug)]
pub struct AboveFacts<'a> {
    /// Its bulletins, in the ledger's order.
    pub turnout: Vec<Filed<TurnoutReported>>,
    /// Its summary in force.
    pub summary: Option<SummaryFacts<'a>>,
    /// When its summary was due, and when the first one came.
    pub timing: Timing,
    /// The voters on the lists below it, by the papers there; none where not every list is known.
    pub electorate: Option<i128>,
    /// The most precincts that there can be below it, formed or only declared; none where none is known.
    pub stations_max: Option<u64>,
}

/// A certified result, and the totals of the contest when it was certified.
#[derive(Clone, Debug)]
pub struct ResultFacts<'a> {
    /// The event that certified it; none while it is a draft.
    pub event: Option<EventHash>,
    /// What is certified.
    pub certified: &'a ResultCertified,
    /// The sums over the protocols in force, by number on the ballot; none where no protocol is in force.
    pub votes: Vec<(BallotNumber, Option<Total>)>,
    /// Whether no paper is still to come.
    pub is_complete: bool,
}

/// A summary, and what it is held against.
#[derive(Clone, Debug)]
pub struct SummaryFacts<'a> {
    /// The event that carries it; none while it is a draft.
    pub event: Option<EventHash>,
    /// The summary, as the parent commission signed it.
    pub stated: &'a SummarySubmitted,
    /// As recomputed at the size it was made at.
    pub recomputed: &'a Recomputed,
    /// The units whose protocol in force is not the one it was, or that had none or were not formed, each with the
    /// first event that changed it.
    pub changed: &'a BTreeMap<UnitId, Sequence>,
}

/// What a summary of a unit comes to, at the size it was made at and without the units it leaves out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Recomputed {
    /// The sum of every cell.
    pub totals: SummaryFigures,
    /// The counters, counted again.
    pub counters: Counters,
    /// The commitment to the protocols used.
    pub root: TreeHash,
    /// Whether every paper below it was there to be summed: if not, the summary cannot be recomputed.
    pub is_complete: bool,
    /// How many papers are due, awaited ones too; none where no unit below is known.
    pub units_expected: Option<u64>,
    /// Whether it leaves a unit out that had no protocol in force.
    pub left_out_without_protocol: bool,
    /// The units that it leaves out though a protocol was in force there, each with the sum of its votes.
    pub left_out: Vec<(UnitId, Total)>,
    /// The votes of every candidate with those of the units that it leaves out, in the order of `totals`.
    pub votes_of_all: Vec<(BallotNumber, Total)>,
}

/// When something was due, and when it came.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// When it was due; none where there is no deadline.
    pub due: Option<Millis>,
    /// When the first of it arrived, and with which event.
    pub came: Option<(Millis, EventHash)>,
    /// What time it is: when the last event arrived.
    pub clock: Millis,
}
