//! Rows that do not fit the election.

use crate::domain::id::{ContestId, ObserverId, UnitId};
use crate::domain::paper_status::PaperStatus;
use crate::intake::csv::rows::PaperDecision;

/// Why a row does not fit the election, or the rows before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TableMistake {
    /// The row has another number of cells than the header.
    Length {
        /// Cells of the row.
        cells: usize,
        /// Cells of the header.
        header: usize,
    },
    /// A cell that must not be empty is.
    CellEmpty,
    /// The manifest has no such contest.
    ContestUnknown(ContestId),
    /// `units.csv` has no such unit; it may have one that looks the same.
    UnitUnknown(UnitId, Option<UnitId>),
    /// The unit is above those that make such papers.
    NotLowest,
    /// The unit makes protocols, and no summaries.
    Lowest,
    /// The contest is held in other units.
    HeldElsewhere,
    /// A figure stands in the column of a number that is not on the ballot of this contest.
    NotOnBallot(ContestId),
    /// The contest has no candidate with this number.
    CandidateUnknown(ContestId),
    /// A colour is nearly that of the paper.
    ColourFaint,
    /// The colour of a candidate of the contest stands on a line above.
    ColourTwice(ContestId, u64),
    /// A candidate of the contest has no figure.
    VotesMissing,
    /// An item that every paper has is empty.
    FigureMissing,
    /// The protocol of a contest stands on a line above.
    ProtocolTwice(ContestId, u64),
    /// The opening of a contest stands on a line above.
    OpeningTwice(ContestId, u64),
    /// The summary of a contest stands on a line above.
    SummaryTwice(ContestId, u64),
    /// Votes stand in an opening.
    OpeningWithVotes,
    /// A figure of the count stands in an opening.
    OpeningOfCount,
    /// An opening lacks an item of the opening.
    OpeningIncomplete,
    /// An opening is of another form than the manifest's.
    OpeningUnfit,
    /// There is no protocol that could be corrected.
    NothingToCorrect,
    /// A correction has the figures that it would correct.
    NothingCorrected,
    /// `observers.csv` does not have the observer.
    ObserverUnlisted(ObserverId),
    /// By `observers.csv` the observer may file no copy here.
    ObserverOutOfScope(ObserverId),
    /// The decision cannot be taken on a paper that is so far.
    Untimely(PaperDecision, PaperStatus<()>),
}
