//! The night of a contest as it is drawn: when its papers came in, which are the newest, which lists of voters are known,
//! and how the shares of candidates lie against turnout. It is kept as events come in: what is drawn of a hundred thousand
//! papers is looked up, and no paper is looked at again.

use std::collections::{BTreeMap, VecDeque};

use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::record::PaperRecord;
use super::sums::Way;
use crate::domain::event::RecordedEvent;
use crate::domain::form::{Form, Role};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{BallotNumber, Count, Sequence, Size};
use crate::domain::time::Millis;

/// Everything, in the unit in which shares stand: thousandths.
pub const WHOLE: u64 = 1000;
/// Of how many squares each side is of the field in which papers lie.
pub const SQUARES: u64 = 40;
/// Of how many bands turnout is.
pub const BANDS: u64 = 10;
/// How many of the newest steps are kept.
const NEWEST: usize = 20;
/// How exactly it is kept when papers came: a page counts in minutes.
const MINUTE_MS: u64 = 60_000;

/// The night of each contest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Night(BTreeMap<ContestId, ContestNight>);

/// The night of a contest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ContestNight {
    came: BTreeMap<Millis, u64>,
    newest: VecDeque<(Sequence, UnitId)>,
    units: BTreeMap<UnitId, Below>,
}

/// The papers below a unit.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Below {
    listed: u64,
    clouds: BTreeMap<BallotNumber, Cloud>,
}

/// Papers in force, by their turnout and by the share of one candidate.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cloud {
    squares: BTreeMap<(u64, u64), u64>,
    bands: BTreeMap<u64, Band>,
}

/// The papers of one band of turnout.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Band {
    /// How many there are.
    pub papers: u64,
    /// The candidate's votes on all of them.
    pub votes: u64,
    /// The votes for everybody.
    pub of: u64,
}

/// Where a paper in force lies.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// Its turnout, in thousandths.
    pub turnout: u64,
    votes: &'a [(BallotNumber, Count)],
    of: u64,
}

impl Night {
    /// The nights of a read model that is the fold of so many events.
    pub fn of(model: &ReadModel, size: Size) -> Self {
        let mut night = Self::default();
        for contest in model.contests().keys() {
            let mut own = ContestNight::default();
            for (unit, record) in model.papers_of(contest) {
                own.put(model, (unit, record), size, Way::In);
                own.newest.extend(record.steps.iter().map(|step| (step.provenance.sequence, unit.clone())));
            }
            own.newest.make_contiguous().sort_unstable();
            own.forget();
            night.0.extend((!own.newest.is_empty()).then(|| (contest.clone(), own)));
        }
        night
    }

    /// Takes in an event that the read model has taken in already.
    pub fn follow(&mut self, model: &ReadModel, recorded: &RecordedEvent) {
        let body = &recorded.event.statement.body;
        let (Some(contest), Some(unit)) = (body.contest(), body.unit()) else { return };
        let Some(record) = model.paper(contest, unit) else { return };
        // A report of turnout and an observer's copy are no steps, and move nothing here.
        if record.steps.last().is_none_or(|step| step.provenance.sequence != recorded.sequence) {
            return;
        }
        let own = self.0.entry(contest.clone()).or_default();
        own.put(model, (unit, record), Size(recorded.sequence.0), Way::Out);
        own.put(model, (unit, record), recorded.sequence.size(), Way::In);
        own.newest.push_back((recorded.sequence, unit.clone()));
        own.forget();
    }

    /// The night of a contest; none before anything of it came in.
    pub fn contest(&self, contest: &ContestId) -> Option<&ContestNight> {
        self.0.get(contest)
    }
}

impl ContestNight {
    /// In which minutes protocols came in first, each by its beginning, and how many.
    pub fn came(&self) -> &BTreeMap<Millis, u64> {
        &self.came
    }

    /// The newest steps, the last first.
    pub fn newest(&self) -> impl Iterator<Item = (Sequence, &UnitId)> {
        self.newest.iter().rev().map(|(sequence, unit)| (*sequence, unit))
    }

    /// Of how many precincts below a unit it is known how many voters are on the list.
    pub fn listed(&self, unit: &UnitId) -> u64 {
        self.units.get(unit).map_or(0, |below| below.listed)
    }

    /// How the papers below a unit lie for a candidate; none where none is in.
    pub fn cloud(&self, unit: &UnitId, of: BallotNumber) -> Option<&Cloud> {
        self.units.get(unit)?.clouds.get(&of)
    }

    /// Adds a paper as it stood at a size, or takes it back.
    fn put(&mut self, model: &ReadModel, (unit, record): (&UnitId, &PaperRecord), at: Size, way: Way) {
        let Some(form) = model.manifest().map(|manifest| &manifest.form) else { return };
        let paper = record.at(at);
        if let Some(first) = record.first_version(paper.voting, at) {
            let minute = Millis::EPOCH.plus(first.arrival.value() / MINUTE_MS * MINUTE_MS);
            way.counts(&mut self.came, minute);
        }
        let is_listed = record.voters(form, at) > 0;
        let spot = Spot::of(form, &paper);
        if !is_listed && spot.is_none() {
            return;
        }
        for above in model.lineage(unit).skip(1) {
            let below = self.units.entry(above.clone()).or_default();
            way.moves(&mut below.listed, u64::from(is_listed));
            spot.iter().for_each(|spot| below.put(spot, way));
            if *below == Below::default() {
                self.units.remove(above);
            }
        }
    }

    fn forget(&mut self) {
        let beyond = self.newest.len().saturating_sub(NEWEST);
        self.newest.drain(..beyond);
    }
}

impl Below {
    fn put(&mut self, spot: &Spot<'_>, way: Way) {
        for (number, votes) in spot.votes {
            let cloud = self.clouds.entry(*number).or_default();
            cloud.put(spot, u64::from(votes.0), way);
            if cloud.squares.is_empty() {
                self.clouds.remove(number);
            }
        }
    }
}

impl<'a> Spot<'a> {
    /// Where a paper lies; none where none is in force, or what it says is no share of anything.
    pub fn of(form: &Form, paper: &PaperAt<'a>) -> Option<Self> {
        let (_, protocol) = paper.in_force?;
        let role = |role| u64::try_from(form.whole_sum(role, &protocol.figures.items)?).ok();
        let (voters, electorate) = (role(Role::Turnout)?, role(Role::Electorate)?);
        let votes = &protocol.figures.votes;
        let of = votes.iter().map(|(_, count)| u64::from(count.0)).sum::<u64>();
        (electorate > 0 && of > 0).then(|| Self { turnout: thousandths(voters, electorate), votes, of })
    }

    /// The share of a candidate, in thousandths; none of one who is not on the paper.
    pub fn share(&self, of: BallotNumber) -> Option<u64> {
        self.votes_of(of).map(|votes| thousandths(votes, self.of))
    }

    fn votes_of(&self, of: BallotNumber) -> Option<u64> {
        self.votes.iter().find(|(number, _)| *number == of).map(|(_, votes)| u64::from(votes.0))
    }
}

impl Cloud {
    /// Adds a paper, for a candidate.
    pub fn add(&mut self, spot: &Spot<'_>, of: BallotNumber) {
        spot.votes_of(of).into_iter().for_each(|votes| self.put(spot, votes, Way::In));
    }

    fn put(&mut self, spot: &Spot<'_>, votes: u64, way: Way) {
        let square = |share: u64| part(share, SQUARES);
        way.counts(&mut self.squares, (square(spot.turnout), square(thousandths(votes, spot.of))));
        let band = part(spot.turnout, BANDS);
        let of_band = self.bands.entry(band).or_default();
        way.moves(&mut of_band.papers, 1);
        way.moves(&mut of_band.votes, votes);
        way.moves(&mut of_band.of, spot.of);
        if of_band.papers == 0 {
            self.bands.remove(&band);
        }
    }

    /// How many papers there are.
    pub fn papers(&self) -> u64 {
        self.bands.values().map(|band| band.papers).sum()
    }

    /// How many papers are in each square of the field, by its place from the left and from below.
    pub fn squares(&self) -> &BTreeMap<(u64, u64), u64> {
        &self.squares
    }

    /// The papers of each band of turnout in which there are any.
    pub fn bands(&self) -> &BTreeMap<u64, Band> {
        &self.bands
    }
}

/// A paper that states more voters than there are lies at the edge: the finding about it says so.
fn thousandths(part: u64, of: u64) -> u64 {
    (part.saturating_mul(WHOLE) / of.max(1)).min(WHOLE)
}

/// In which of so many equal parts of everything a share lies.
fn part(share: u64, parts: u64) -> u64 {
    (share * parts / WHOLE).min(parts - 1)
}
