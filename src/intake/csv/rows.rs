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
use crate::intake::colour::Colour;

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
        /// The unit that the row is about.
        unit: UnitId,
        /// The unit above; none for the top.
        parent: Option<UnitId>,
        /// The name of its tier.
        tier: TierName,
        /// Its name; may be empty.
        name: Text,
        /// Its own difference to UTC; none where the election's holds.
        utc_offset: Option<Offset>,
    }
    /// `candidates.csv`
    CandidateRow {
        /// The contest that the row is about.
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
        /// The contest that the row is about.
        contest: ContestId,
        /// The unit, of the lowest tier.
        unit: UnitId,
        /// Every required item, and every candidate of the contest.
        figures: Figures,
    }
    /// `openings.csv`
    OpeningRow {
        /// The contest that the row is about.
        contest: ContestId,
        /// The unit, of the lowest tier.
        unit: UnitId,
        /// One entry for each item of the form; those of the count are absent.
        items: Vec<Option<Count>>,
    }
    /// `turnout.csv`
    TurnoutRow {
        /// The contest that the row is about.
        contest: ContestId,
        /// The unit: a precinct, or a commission above with a bulletin.
        unit: UnitId,
        /// The hour that the report counts up to.
        as_of: HourOfDay,
        /// How many had voted by that hour.
        voters: Count,
        /// In a bulletin: how many precincts had reported.
        stations: Option<Count>,
    }
    /// `summaries.csv`
    SummaryRow {
        /// The contest that the row is about.
        contest: ContestId,
        /// The unit, above the lowest tier.
        unit: UnitId,
        /// The totals, with every candidate of the contest.
        totals: SummaryFigures,
    }
    /// `corrections.csv`
    CorrectionRow {
        /// The contest that the row is about.
        contest: ContestId,
        /// The unit, which has a protocol in `protocols.csv`.
        unit: UnitId,
        /// The new figures, whole.
        figures: Figures,
        /// By which decision; may be empty.
        decision: Text,
        /// Why, in the commission's words.
        reason: Text,
        /// How many corrections of the same paper stand above it: it replaces the last of them, or else the protocol.
        round: usize,
    }
    /// `decisions.csv`
    DecisionRow {
        /// The contest that the row is about.
        contest: ContestId,
        /// The unit, of the lowest tier.
        unit: UnitId,
        /// What the commission above decided.
        decision: PaperDecision,
        /// The decision's number; may be empty.
        reference: Text,
        /// Why, in the commission's words.
        reason: Text,
        /// The voting that it is about: one more after each repeat voting above it.
        voting: Voting,
    }
    /// `copies.csv`
    CopyRow {
        /// The contest that the row is about.
        contest: ContestId,
        /// The unit, of the lowest tier.
        unit: UnitId,
        /// The observer who has the copy.
        observer: ObserverId,
        /// What can be read on it.
        figures: Figures,
    }
    /// `observers.csv`
    ObserverRow {
        /// The observer's name in files.
        observer: ObserverId,
        /// The organisation that sends the observer.
        organisation: Text,
        /// What the observer may do.
        role: ObserverRole,
        /// In which unit, and everything below it.
        scope: UnitId,
        /// The key; a rehearsal needs none.
        public_key: Option<PublicKey>,
    }
    /// `colours.csv`
    ColourRow {
        /// The contest that the row is about.
        contest: ContestId,
        /// The number on the ballot.
        number: BallotNumber,
        /// The colour that the candidate has on pages.
        colour: Colour,
    }
    /// `members.csv`
    MemberRow {
        /// The unit that the row is about.
        unit: UnitId,
        /// The seat, from 1.
        seat: Seat,
        /// The member's name, as it is printed.
        name: Text,
        /// The member's office.
        office: Office,
        /// Who nominated the member; may be empty.
        nominated_by: Text,
        /// The member's public key, 32 bytes.
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
