//! What a contest comes to in a unit and everything below it, as the value of a row: every number that `tally` tells.
//!
//! ```text
//! expected 73
//! in-force 71
//! …
//! item voters_in_list 61044
//! votes 5 26737
//! voters 61044
//! voters-without-result 0
//! turnout 17:00 20711 71
//! code D2 2
//! ```

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::domain::code::FindingCode;
use crate::domain::form::Form;
use crate::domain::id::{ContestId, ItemKey, UnitId};
use crate::domain::number::{BallotNumber, Total};
use crate::domain::time::HourOfDay;
use crate::tally::record::ContestRecord;
use crate::tally::sums::{Hour, Sums};
use crate::tally::totals::ContestTally;

/// What a contest comes to in a unit and everything below it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TotalRow {
    /// How many papers are due.
    pub expected: u64,
    /// How many protocols are in force.
    pub in_force: u64,
    /// How many papers are awaited or opened, and how many units are declared and not formed.
    pub awaited: u64,
    /// How many are annulled.
    pub annulled: u64,
    /// Where the voting failed.
    pub failed: u64,
    /// How many protocols in force are a corrected version.
    pub corrected: u64,
    /// The sums of the items that a protocol in force has, in the form's order.
    pub items: Vec<(ItemKey, Total)>,
    /// The sums of the candidates whom a protocol in force has.
    pub votes: BTreeMap<BallotNumber, Total>,
    /// The voters on the lists, by the newest paper of each unit that states them.
    pub voters: Total,
    /// Of these, where the paper is annulled or failed.
    pub voters_without_result: Total,
    /// Turnout by hour.
    pub turnout: BTreeMap<HourOfDay, Hour>,
    /// How many findings there are under each code, ascending by its spelling.
    pub codes: Vec<(FindingCode, u64)>,
}

/// A text that is not a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a total in its one spelling")]
pub struct NotATotal;

impl TotalRow {
    /// What sums come to, on a form with these items; `missing` papers are due of units that are declared and not
    /// formed.
    pub(in crate::tally) fn of<'a>(
        items: impl IntoIterator<Item = &'a ItemKey>,
        sums: &Sums,
        missing: u64,
        codes: Vec<(FindingCode, u64)>,
    ) -> Self {
        let items = items.into_iter().enumerate();
        Self {
            expected: sums.units + missing,
            in_force: sums.in_force,
            awaited: sums.awaited + missing,
            annulled: sums.annulled,
            failed: sums.failed,
            corrected: sums.corrected,
            items: items.filter_map(|(at, key)| Some((key.clone(), sums.item(at)?))).collect(),
            votes: sums.votes().collect(),
            voters: Total(sums.voters),
            voters_without_result: Total(sums.voters_without_result),
            turnout: sums.turnout().clone(),
            codes,
        }
    }

    /// The sums, beside the form's items and the candidates on the ballot; none where the row has an item that the form
    /// does not have in this order, or a candidate who is on no ballot.
    pub fn tally(
        &self,
        form: &Form,
        ballot: &[BallotNumber],
        contest: &ContestId,
        unit: &UnitId,
    ) -> Option<ContestTally> {
        let mut items = self.items.iter().peekable();
        let sums = form.items.iter().map(|item| items.next_if(|(key, _)| *key == item.key).map(|(_, sum)| *sum));
        let sums = sums.collect();
        let is_on_ballot = |number: &BallotNumber| ballot.contains(number);
        let is_whole = items.next().is_none() && self.votes.keys().all(is_on_ballot);
        is_whole.then(|| ContestTally {
            contest: contest.clone(),
            unit: unit.clone(),
            units_expected: self.expected,
            in_force: self.in_force,
            awaited: self.awaited,
            annulled: self.annulled,
            failed: self.failed,
            corrected: self.corrected,
            items: sums,
            votes: ballot.iter().map(|number| (*number, self.votes.get(number).copied())).collect(),
        })
    }

    /// How many findings there are under a code.
    pub fn count(&self, code: &FindingCode) -> u64 {
        self.codes.iter().find(|(of, _)| of == code).map_or(0, |(_, count)| *count)
    }
}

impl fmt::Display for TotalRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "expected {}\nin-force {}\nawaited {}", self.expected, self.in_force, self.awaited)?;
        writeln!(f, "annulled {}\nfailed {}\ncorrected {}", self.annulled, self.failed, self.corrected)?;
        self.items.iter().try_for_each(|(key, sum)| writeln!(f, "item {key} {sum}"))?;
        self.votes.iter().try_for_each(|(number, sum)| writeln!(f, "votes {number} {sum}"))?;
        writeln!(f, "voters {}\nvoters-without-result {}", self.voters, self.voters_without_result)?;
        let mut turnout = self.turnout.iter();
        turnout.try_for_each(|(at, hour)| writeln!(f, "turnout {at} {} {}", hour.voters, hour.stations))?;
        self.codes.iter().try_for_each(|(code, count)| writeln!(f, "code {code} {count}"))
    }
}

impl FromStr for TotalRow {
    type Err = NotATotal;
    /// Reads the value of a row in its one spelling.
    fn from_str(value: &str) -> Result<Self, NotATotal> {
        let mut total = Self::default();
        let is_read = value.lines().all(|line| total.read(line).is_some());
        if is_read && total.is_in_order() && total.to_string() == value { Ok(total) } else { Err(NotATotal) }
    }
}

impl TotalRow {
    fn read(&mut self, line: &str) -> Option<()> {
        let (word, rest) = line.split_once(' ')?;
        let figure = |text: &str| text.parse::<Total>().ok();
        let number = |text: &str| figure(text).map(|Total(number)| number);
        match word {
            "expected" => self.expected = number(rest)?,
            "in-force" => self.in_force = number(rest)?,
            "awaited" => self.awaited = number(rest)?,
            "annulled" => self.annulled = number(rest)?,
            "failed" => self.failed = number(rest)?,
            "corrected" => self.corrected = number(rest)?,
            "voters" => self.voters = figure(rest)?,
            "voters-without-result" => self.voters_without_result = figure(rest)?,
            _ => {
                let (of, rest) = rest.split_once(' ')?;
                match word {
                    "item" => self.items.push((of.parse().ok()?, figure(rest)?)),
                    "votes" => drop(self.votes.insert(of.parse().ok()?, figure(rest)?)),
                    "code" => self.codes.push((of.parse().ok()?, number(rest)?)),
                    "turnout" => {
                        let (voters, stations) = rest.split_once(' ')?;
                        let hour = Hour { voters: figure(voters)?, stations: number(stations)? };
                        self.turnout.insert(of.parse().ok()?, hour);
                    }
                    _ => return None,
                }
            }
        }
        Some(())
    }

    /// Codes ascend; whether the items do only the form can say.
    fn is_in_order(&self) -> bool {
        self.codes.windows(2).all(|pair| pair[0].0.to_string() < pair[1].0.to_string())
    }
}

/// The numbers on the ballot of a contest.
pub fn ballot(contest: &ContestRecord) -> Vec<BallotNumber> {
    let on_ballot = contest.candidates.iter().filter(|candidate| candidate.withdrawn.is_none());
    on_ballot.map(|candidate| candidate.registered.number).collect()
}
