//! The rows of the tables, typed: one struct for each file, and one for each line of it.

use crate::crypto::key::PublicKey;
use crate::domain::commission::Office;
use crate::domain::id::{ContestId, ObserverId, TierName, UnitId};
use crate::domain::number::{BallotNumber, Count, Seat, Voting};
use crate::domain::observer::ObserverRole;
use crate::domain::protocol::Figures;
use crate::domain::summary::SummaryFigures;
use crate::domain::text::{Localised, Text};
use crate::domain::time::{Day, HourOfDay, Offset};

/// Defines rows, each with the line on which it begins.
macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $of:ty,)* })*) => { $(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub struct $name {
            /// The line on which the row begins, from 1.
            pub line: u64,
            $($(#[$field_doc])* pub $field: $of,)*
        }
    )* };
}

rows! {
    /// `units.csv`
    UnitRow {
        /// The unit.
        unit: UnitId,
        /// The unit above; none for the top.
        parent: Option<UnitId>,
        /// Its tier.
        tier: TierName,
        /// Its name; may be empty.
        name: Text,
        /// Its own difference to UTC; none where the election's holds.
        utc_offset: Option<Offset>,
    }
    /// `candidates.csv`
    CandidateRow {
        /// The contest.
        contest: ContestId,
        /// The number on the ballot.
        number: BallotNumber,
        /// The name, by language; at least one.
        names: Localised,
        /// Who nominated; empty where the file does not say.
        nominated_by: Text,
        /// When the nomination was approved.
        approved_on: Option<Day>,
        /// When the candidate was registered.
        registered_on: Option<Day>,
        /// The decision that registered the candidate; empty where the file does not say.
        decision: Text,
    }
    /// `protocols.csv`
    ProtocolRow {
        /// The contest.
        contest: ContestId,
        /// The unit, of the lowest tier.
        unit: UnitId,
        /// Every required item, and every candidate of the contest.
        figures: Figures,
    }
    /// `openings.csv`
    OpeningRow {
        /// The contest.
        contest: ContestId,
        /// The unit, of the lowest tier.
        unit: UnitId,
        /// One entry for each item of the form; those of the count are absent.
        items: Vec<Option<Count>>,
    }
    /// `turnout.csv`
    TurnoutRow {
        /// The contest.
        contest: ContestId,
        /// The unit: a precinct, or a commission above with a bulletin.
        unit: UnitId,
        /// The hour.
        as_of: HourOfDay,
        /// Voters by then.
        voters: Count,
        /// In a bulletin: how many precincts had reported.
        stations: Option<Count>,
    }
    /// `summaries.csv`
    SummaryRow {
        /// The contest.
        contest: ContestId,
        /// The unit, above the lowest tier.
        unit: UnitId,
        /// The totals, with every candidate of the contest.
        totals: SummaryFigures,
    }
    /// `corrections.csv`
    CorrectionRow {
        /// The contest.
        contest: ContestId,
        /// The unit, which has a protocol in `protocols.csv`.
        unit: UnitId,
        /// The new figures, whole.
        figures: Figures,
        /// By which decision; may be empty.
        decision: Text,
        /// Why.
        reason: Text,
        /// How many corrections of the same paper stand above it: it replaces the last of them, or else the protocol.
        round: usize,
    }
    /// `decisions.csv`
    DecisionRow {
        /// The contest.
        contest: ContestId,
        /// The unit, of the lowest tier.
        unit: UnitId,
        /// What was decided.
        decision: PaperDecision,
        /// The decision's number; may be empty.
        reference: Text,
        /// Why.
        reason: Text,
        /// The voting that it is about: one more after each repeat voting above it.
        voting: Voting,
    }
    /// `copies.csv`
    CopyRow {
        /// The contest.
        contest: ContestId,
        /// The unit, of the lowest tier.
        unit: UnitId,
        /// Whose copy.
        observer: ObserverId,
        /// What can be read on it.
        figures: Figures,
    }
    /// `observers.csv`
    ObserverRow {
        /// The observer's name in files.
        observer: ObserverId,
        /// For which organisation.
        organisation: Text,
        /// In which role.
        role: ObserverRole,
        /// In which unit, and everything below it.
        scope: UnitId,
        /// The key; a rehearsal needs none.
        public_key: Option<PublicKey>,
    }
    /// `members.csv`
    MemberRow {
        /// The commission's unit.
        unit: UnitId,
        /// The seat, from 1.
        seat: Seat,
        /// The member's name.
        name: Text,
        /// The office.
        office: Office,
        /// Who nominated the member; may be empty.
        nominated_by: Text,
        /// The public key.
        public_key: PublicKey,
    }
}

/// What a commission above decides on a unit's paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PaperDecision {
    /// The protocol stops counting.
    Annul,
    /// The voting is held again.
    Repeat,
    /// There is no result.
    Failed,
}
