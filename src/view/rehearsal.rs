//! What a rehearsal ended with.

use schemars::JsonSchema;
use serde::Serialize;

use super::contest::ContestTally;
use super::named::Named;
use super::spelling::{Print, Root};
use super::word::Word;
use crate::domain::finding::Finding;
use crate::domain::id::ContestId;
use crate::domain::number::Size;
use crate::tally::counts::by_code;
use crate::tally::findings::findings;
use crate::tally::gate::Gate;
use crate::tally::moment::Moment;
use crate::tally::record::ContestRecord;
use crate::tally::totals::tallies;
use crate::verify::fault::Verdict;
use crate::verify::report::Report;

/// What a rehearsal ended with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Rehearsal {
    /// The answer of its verification.
    pub verdict: Word<Verdict>,
    /// How many events its checkpoint covers.
    pub size: u64,
    /// The root over them; null, as the fingerprint is, where there is no checkpoint.
    pub root: Option<Root>,
    /// What people compare.
    pub fingerprint: Option<Print>,
    /// How many signatures were checked.
    pub signatures: u64,
    /// What each contest came to, in the unit that it is held in; null where figures may not be told yet.
    pub contests: Option<Vec<ContestTally>>,
    /// How many findings there are under each code; null likewise.
    pub findings: Option<Named<u64>>,
    /// How long each part took, in milliseconds.
    pub milliseconds: Named<u64>,
}

/// A part of a rehearsal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The folder is read.
    Reading,
    /// Figures are invented.
    Inventing,
    /// Demonstration keys are derived.
    Deriving,
    /// Everything is signed, and committed to the ledger.
    Recording,
    /// The ledger is verified, as a stranger would.
    Verifying,
}

impl Part {
    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading the folder",
            Self::Inventing => "inventing figures",
            Self::Deriving => "deriving keys",
            Self::Recording => "recording",
            Self::Verifying => "verifying",
        }
    }
}

impl Rehearsal {
    /// The view of what a rehearsal ended with. Each part is given with the milliseconds that it took.
    pub fn of(report: &Report, gate: Gate, parts: impl IntoIterator<Item = (Part, u64)>) -> Self {
        let checkpoint = report.checkpoint.as_ref();
        let size = checkpoint.map_or(Size(0), |checkpoint| checkpoint.size);
        let moment = Moment { size, clock: report.head.arrival };
        let is_open = gate == Gate::Open;
        Self {
            verdict: Word(report.verdict()),
            size: size.0,
            root: checkpoint.map(|checkpoint| checkpoint.root.into()),
            fingerprint: checkpoint.map(|checkpoint| checkpoint.fingerprint().into()),
            signatures: report.signatures,
            contests: is_open.then(|| contests(report, size)),
            findings: is_open.then(|| counts(&findings(&report.model, moment))),
            milliseconds: parts.into_iter().map(|(part, time)| (part.name().to_owned(), time)).collect(),
        }
    }
}

/// How many findings there are under each code, for a reader who goes by its spelling.
fn counts(findings: &[Finding]) -> Named<u64> {
    by_code(findings).into_iter().map(|(code, count)| (code.to_string(), count)).collect()
}

fn contests(report: &Report, size: Size) -> Vec<ContestTally> {
    let model = &report.model;
    let Some(election) = model.election() else { return Vec::new() };
    let manifest = &election.founding.manifest;
    let tally = |(id, contest): (&ContestId, &ContestRecord)| {
        let held_in = model.held_in(&contest.contest)?;
        Some(ContestTally::of(manifest, contest, &tallies(model, id, size).remove(held_in)?, size))
    };
    model.contests().iter().filter_map(tally).collect()
}
