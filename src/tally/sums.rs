//! The sums over papers: what each paper of a lowest unit adds to its unit and to every unit above, and what these
//! shares come to. A share that was added can be taken back, so that sums follow a paper as it changes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::record::{ContestRecord, PaperRecord};
use crate::domain::form::Form;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{BallotNumber, Count, Size, Total};
use crate::domain::paper_status::PaperStatus;
use crate::domain::time::HourOfDay;

/// The voters of one hour. Precincts that have not reported are not in it, and are not zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Hour {
    /// Voters by then, in the precincts that reported.
    pub voters: Total,
    /// How many precincts reported for this hour.
    pub stations: u64,
}

/// What the paper of a lowest unit adds to the sums.
#[derive(Clone, Debug)]
pub(super) struct Share<'a> {
    paper: PaperAt<'a>,
    /// The voters on its lists, as findings know them.
    electorate: Option<i128>,
    /// The voters on its lists, by the newest paper that states them.
    voters: u64,
    /// The voters by the last report for each hour.
    turnout: BTreeMap<HourOfDay, Count>,
}

impl<'a> Share<'a> {
    /// What a paper added at a size; one of which nothing was recorded adds that it is awaited.
    pub(super) fn of(form: &Form, record: Option<&'a PaperRecord>, at: Size) -> Self {
        let paper = record.map_or(PaperAt::FRESH, |record| record.at(at));
        let reports = record.map(|record| record.last_reports(paper.voting, at)).unwrap_or_default();
        Self {
            electorate: paper.electorate(form),
            voters: record.map_or(0, |record| record.voters(form, at)),
            turnout: reports.into_iter().map(|(hour, report)| (hour, report.voters)).collect(),
            paper,
        }
    }

    /// What the paper of a lowest unit added at a size; none before there is an election.
    pub(super) fn at(model: &'a ReadModel, contest: &ContestId, unit: &UnitId, at: Size) -> Option<Self> {
        Some(Self::of(&model.manifest()?.form, model.paper(contest, unit), at))
    }
}

/// How many units of the lowest tier the founding act declares, if it does, that were formed nowhere at a size.
pub(super) fn unformed(model: &ReadModel, at: Size) -> Option<u64> {
    let declared = u64::from(model.manifest()?.lowest_tier()?.declared?);
    let formed = model.lowest().filter(|(_, record)| record.provenance.is_in(at)).count() as u64;
    Some(declared.saturating_sub(formed))
}

/// How many papers of a unit are due of units that are declared and not formed: only of the top can that be said.
pub(super) fn missing(model: &ReadModel, unit: &UnitId, at: Size) -> u64 {
    let is_top = model.election().is_some_and(|election| election.founding.commission.unit == *unit);
    is_top.then(|| unformed(model, at)).flatten().unwrap_or(0)
}

/// The sums over some papers.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Sums {
    pub(super) units: u64,
    pub(super) in_force: u64,
    pub(super) awaited: u64,
    pub(super) annulled: u64,
    pub(super) failed: u64,
    /// How many protocols in force are a corrected version.
    pub(super) corrected: u64,
    /// By item in the form's order, as far as a paper has had one.
    items: Vec<Sum>,
    /// By candidate, ascending, who has been on a paper.
    votes: Vec<(BallotNumber, Sum)>,
    /// The voters on the lists, by the newest paper that states them.
    pub(super) voters: u64,
    /// Of these, where the paper is annulled or failed.
    pub(super) voters_without_result: u64,
    turnout: BTreeMap<HourOfDay, Hour>,
    listed: Sum,
}

/// A sum, and of how many figures it is: a sum of none is not zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
struct Sum {
    figures: u32,
    total: u64,
}

/// Whether a share comes or goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    In,
    Out,
}

/// The units that a contest is held in and that were formed at a size, ascending. Those of the lowest tier are a million, and the
/// sums of each follow from its paper: they are made when they are asked for, and kept of the units above alone.
#[derive(Debug)]
pub(super) struct ContestSums<'a> {
    pub(super) lowest: Vec<&'a UnitId>,
    pub(super) above: BTreeMap<UnitId, Sums>,
}

impl<'a> ContestSums<'a> {
    pub(super) fn of(model: &'a ReadModel, contest: &ContestRecord, at: Size) -> Self {
        let within = model.held_in(&contest.contest).map(|held_in| model.within(held_in)).unwrap_or_default();
        let formed = within.into_iter().filter(|(_, record)| record.provenance.is_in(at));
        let (lowest, above): (Vec<_>, Vec<_>) = formed.partition(|(_, record)| model.is_lowest(record));
        let mut above: BTreeMap<_, _> = above.into_iter().map(|(unit, _)| (unit.clone(), Sums::default())).collect();
        let lowest: Vec<_> = lowest.into_iter().map(|(unit, _)| unit).collect();
        for unit in lowest.iter().copied() {
            let Some(share) = Share::at(model, &contest.contest.id, unit, at) else { continue };
            for over in model.lineage(unit) {
                if let Some(sums) = above.get_mut(over) {
                    sums.add(&share);
                }
            }
        }
        Self { lowest, above }
    }
}

impl Sums {
    /// The sums of a contest in one unit of the lowest tier, which are those of its paper.
    pub(super) fn of_lowest(model: &ReadModel, contest: &ContestId, unit: &UnitId, at: Size) -> Self {
        let mut sums = Self::default();
        Share::at(model, contest, unit, at).iter().for_each(|share| sums.add(share));
        sums
    }

    /// The sums of a contest for one unit, formed or not.
    pub(super) fn within(model: &ReadModel, contest: &ContestId, unit: &UnitId, at: Size) -> Self {
        let mut sums = Self::default();
        let within = model.lowest_within(unit).into_iter().filter(|(_, record)| record.provenance.is_in(at));
        let shares = within.filter_map(|(unit, _)| Share::at(model, contest, unit, at));
        shares.for_each(|share| sums.add(&share));
        sums
    }

    /// Adds what a paper gives.
    pub(super) fn add(&mut self, share: &Share<'_>) {
        self.put_paper(&share.paper, Way::In);
        self.put_voters(share, Way::In);
    }

    /// Takes back what was added of a paper.
    pub(super) fn take(&mut self, share: &Share<'_>) {
        self.put_paper(&share.paper, Way::Out);
        self.put_voters(share, Way::Out);
    }

    /// Adds a paper's status and figures alone.
    pub(super) fn add_paper(&mut self, paper: &PaperAt<'_>) {
        self.put_paper(paper, Way::In);
    }

    /// The sum of an item, by its place in the form; none where no protocol in force has it.
    pub(super) fn item(&self, at: usize) -> Option<Total> {
        self.items.get(at)?.total()
    }

    /// The sums by candidate, ascending, whom a protocol in force has.
    pub(super) fn votes(&self) -> impl Iterator<Item = (BallotNumber, Total)> + '_ {
        self.votes.iter().filter_map(|(number, sum)| Some((*number, sum.total()?)))
    }

    /// The voters by each paper's last report for each hour.
    pub(super) fn turnout(&self) -> &BTreeMap<HourOfDay, Hour> {
        &self.turnout
    }

    /// The voters on the lists, by the protocols in force and else the openings; none where one paper lacks them, and
    /// where there is no paper.
    pub(super) fn electorate(&self) -> Option<i128> {
        (self.units > 0 && u64::from(self.listed.figures) == self.units).then_some(i128::from(self.listed.total))
    }

    fn put_paper(&mut self, paper: &PaperAt<'_>, way: Way) {
        way.moves(&mut self.units, 1);
        let status = match paper.status {
            PaperStatus::Awaited | PaperStatus::Opened => &mut self.awaited,
            PaperStatus::Reported(()) => &mut self.in_force,
            PaperStatus::Annulled => &mut self.annulled,
            PaperStatus::Failed => &mut self.failed,
        };
        way.moves(status, 1);
        let Some((_, protocol)) = paper.in_force else { return };
        way.moves(&mut self.corrected, u64::from(paper.versions > 1));
        let items = &protocol.figures.items;
        self.items.resize(self.items.len().max(items.len()), Sum::default());
        for (sum, figure) in self.items.iter_mut().zip(items) {
            figure.iter().for_each(|figure| sum.put(figure.0.into(), way));
        }
        for (number, votes) in &protocol.figures.votes {
            let at = self.votes.binary_search_by_key(number, |(number, _)| *number).unwrap_or_else(|at| {
                self.votes.insert(at, (*number, Sum::default()));
                at
            });
            self.votes[at].1.put(votes.0.into(), way);
        }
    }

    fn put_voters(&mut self, share: &Share<'_>, way: Way) {
        way.moves(&mut self.voters, share.voters);
        if matches!(share.paper.status, PaperStatus::Annulled | PaperStatus::Failed) {
            way.moves(&mut self.voters_without_result, share.voters);
        }
        // A sum of figures of one paper: at most 256 of less than 2³² each.
        if let Some(listed) = share.electorate.and_then(|listed| u64::try_from(listed).ok()) {
            self.listed.put(listed, way);
        }
        for (at, voters) in &share.turnout {
            let hour = self.turnout.entry(*at).or_default();
            way.moves(&mut hour.voters.0, voters.0.into());
            way.moves(&mut hour.stations, 1);
            if hour.stations == 0 {
                self.turnout.remove(at);
            }
        }
    }
}

impl Sum {
    fn put(&mut self, figure: u64, way: Way) {
        match way {
            Way::In => self.figures += 1,
            Way::Out => self.figures -= 1,
        }
        way.moves(&mut self.total, figure);
    }

    fn total(self) -> Option<Total> {
        (self.figures > 0).then_some(Total(self.total))
    }
}

impl Way {
    /// Sums stay below 2⁶⁴: there are fewer than 2³² units of less than 2³² each. What goes out was put in before.
    pub(super) fn moves(self, sum: &mut u64, figure: u64) {
        match self {
            Self::In => *sum += figure,
            Self::Out => *sum -= figure,
        }
    }

    /// Counts one more or one less under a key; what there is none of has no entry.
    pub(super) fn counts<K: Ord + Clone>(self, counts: &mut BTreeMap<K, u64>, key: K) {
        let count = counts.entry(key.clone()).or_default();
        self.moves(count, 1);
        if *count == 0 {
            counts.remove(&key);
        }
    }
}
